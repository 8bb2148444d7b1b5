//! The running program: one pure flow for both faces, and one door to the outside.
//!
//! The flow decides; the host does. A face sends an [`intent::Intent`] and shows a [`view::View`]; it knows nothing else.

pub mod answers_file;
pub mod archive;
pub mod checking;
pub mod colophon;
pub mod disk;
pub mod dossier;
pub mod effect;
pub mod face;
pub mod failure;
pub mod flow;
pub mod health;
pub mod host;
pub mod intent;
pub mod listing;
pub mod opening;
pub mod panics;
pub mod paperwork;
pub mod past;
pub mod readability;
pub mod settings;
pub mod settings_file;
pub mod shelf;
pub mod signals;
pub mod sources;
pub mod stage;
pub mod store;
pub mod time;
pub mod view;
