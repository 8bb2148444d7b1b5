//! The ways a listed word can stand in a text, one file each. Each is a table made of the entries, and finds candidates.

pub(super) mod blurred;
pub(super) mod compound;
pub(super) mod distance;
pub(super) mod ending;
pub(super) mod exact;
pub(super) mod far;
pub(super) mod fuzzy;
mod meant;
pub(super) mod phrase;
pub(super) mod sound;
