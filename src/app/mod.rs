//! The running program: one pure flow for both faces, and one door to the outside.
//!
//! The flow decides; the host does. A face sends an [`intent::Intent`] and shows a [`view::View`]; it knows nothing else.

pub mod effect;
pub mod face;
pub mod intent;
pub mod stage;
pub mod view;
