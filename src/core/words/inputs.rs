//! Words around the inputs of the full-screen face: names of keys, what they do, short hints.

use serde::{Deserialize, Serialize};

/// Words around the inputs of the full-screen face.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inputs {
    /// “↑↓”
    pub key_up_down: String,
    /// “←→”
    pub key_left_right: String,
    /// “space”
    pub key_space: String,
    /// “Enter”
    pub key_enter: String,
    /// “Tab”
    pub key_tab: String,
    /// “Ctrl+E”
    pub key_copy: String,
    /// “Alt+Enter”
    pub key_new_line: String,
    /// “0-3”
    pub key_weight: String,
    /// “a-z”
    pub key_letters: String,
    /// “choose”
    pub choose: String,
    /// “on/off”
    pub toggle: String,
    /// “go on”
    pub go_on: String,
    /// “choose this”
    pub pick: String,
    /// “order”
    pub order: String,
    /// “next field”
    pub next_field: String,
    /// “type”
    pub write: String,
    /// “add”
    pub add: String,
    /// “change”
    pub change: String,
    /// “done”
    pub done: String,
    /// “show more”
    pub more: String,
    /// “read”
    pub read: String,
    /// “read on”
    pub read_on: String,
    /// “weight”
    pub weight: String,
    /// “other choice”
    pub other_option: String,
    /// “new line”
    pub new_line: String,
    /// “a sentence”
    pub sentence: String,
    /// “take it”
    pub take: String,
    /// “example”
    pub copy: String,
    /// “to the (brackets)”
    pub to_slot: String,
    /// “open”
    pub open: String,
    /// “next”
    pub next_row: String,
    /// “Choose first: an arrow, the space bar or a number.”
    pub pick_first: String,
    /// “Choose first: ←, → or the space bar.”
    pub look_first: String,
    /// “Choose a place first. Use ← or →.”
    pub place_first: String,
    /// “For example: 3-12-2026”
    pub day_example: String,
    /// “For”
    pub in_favor: String,
    /// “Against”
    pub against: String,
    /// “{option}: {number} of {all}”
    pub heading: String,
    /// “{column}: {choice}”
    pub cell: String,
}
