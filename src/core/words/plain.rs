//! Words of one face: The face that speaks in lines.

use serde::Deserialize;

/// The face that speaks in lines.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plain {
    /// “Questions left: {count}”
    pub title: String,
}
