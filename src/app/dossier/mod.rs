//! The dossier: what a person keeps to go on later, as one sealed text.
//!
//! Invariants:
//! - nothing here touches a disk; bytes go in, bytes come out;
//! - what is sealed is a form of its own with a version, never the running types;
//! - what is read is believed only after its seal was checked, and no reason why it cannot be read quotes it.

pub mod content;
pub mod edge;
pub mod envelope;
pub mod invent;
pub mod seal;
pub mod secret;
pub mod strength;
