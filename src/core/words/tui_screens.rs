//! Words of the face that fills the screen: keys, and what stands around every screen.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Words around every screen.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Screens {
    /// Names of keys, such as “Enter”.
    pub keys: BTreeMap<String, String>,
    /// “Ctrl+{letter}”
    pub key_ctrl: String,
    /// “F{number}”
    pub key_f: String,
    /// “choose”
    pub choose: String,
    /// “~ explain”
    pub why: String,
    /// “go on”
    pub go_on: String,
    /// “read on”
    pub read_on: String,
    /// “help”
    pub help: String,
    /// “menu”
    pub menu: String,
    /// “close”
    pub close: String,
    /// “on or off”
    pub switch: String,
    /// “line up”
    pub higher: String,
    /// “line down”
    pub lower: String,
    /// “save”
    pub save: String,
    /// “to the beginning, to the end”
    pub ends: String,
    /// “a screen up, a screen down”
    pub page: String,
    /// “next field, field before”
    pub field: String,
    /// “erase”
    pub erase: String,
    /// “empty the field”
    pub clear: String,
    /// “new line in a text”
    pub new_line: String,
    /// “draw the screen anew”
    pub redraw: String,
    /// “to the command line for a moment (back with fg)”
    pub suspend: String,
    /// “Keys in a text field: only Esc, F keys and keys with Ctrl. Everything else is text.”
    pub in_text: String,
    /// “↑ more”
    pub more_above: String,
    /// “↓ more”
    pub more_below: String,
    /// “More: {key}”
    pub more_help: String,
    /// “You typed something that you did not send yet. It will be gone too.”
    pub half_typed: String,
}
