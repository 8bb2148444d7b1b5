//! Words of one face: The face that fills the screen.

use serde::Deserialize;

/// The face that fills the screen.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tui {
    /// “Questions left: {count}”
    pub title: String,
}
