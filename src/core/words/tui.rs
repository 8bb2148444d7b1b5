//! Words of one face: The face that fills the screen.

use serde::{Deserialize, Serialize};

use crate::core::words::inputs::Inputs;
use crate::core::words::tui_screens::Screens;

/// The face that fills the screen.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tui {
    /// “Questions left: {count}”
    pub title: String,
    /// Keys, and what stands around every screen.
    pub screens: Screens,
    /// Around the inputs.
    pub inputs: Inputs,
}
