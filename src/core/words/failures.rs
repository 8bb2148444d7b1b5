//! Words for what goes wrong.

use serde::{Deserialize, Serialize};

/// When something does not work.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Failure {
    /// “There is a mistake in the questions”
    pub guide_title: String,
    /// “These questions come from a folder of your own. They cannot be used now.”
    pub guide_text: String,
    /// “Go on with the built-in questions”
    pub guide_builtin: String,
    /// “Something went wrong in the program. What you did not save is gone. Please report it to whoever gave you ...”
    pub panic: String,
    /// “I cannot read this file: {path}. {reason}”
    pub unreadable: String,
    /// “There is no screen to show this on. Use --plain.”
    pub no_terminal: String,
    /// “This is a fault of the program: {reason}”
    pub ours: String,
    /// “That file does not exist.”
    pub missing: String,
    /// “You may not read that file.”
    pub denied: String,
    /// “That file is not plain text.”
    pub not_text: String,
    /// “That file is too large.”
    pub too_large: String,
}

/// Mistakes in an answers file.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answers {
    /// “{place}: I know no question “{name}”. {near}”
    pub unknown: String,
    /// “Do you mean “{name}”?”
    pub near: String,
    /// “{place}: the question “{name}” is not asked with these answers. Take it out, or change earlier answers.”
    pub not_asked: String,
    /// “{place}: this does not fit the question “{name}”. {reason}”
    pub wrong: String,
    /// “These answers make no sheet. Choose sheet or both at “ending”.”
    pub no_paper: String,
    /// “Line “{line}”: “{word}” {category}. Say it differently, leave it out, or put it under `not_health` ...”
    pub health: String,
    /// “{place}: these are answers for the guide “{name}”.”
    pub other_guide: String,
    /// “{place}: write the day like this: 2026-12-03.”
    pub bad_date: String,
    /// “{place}: the sheet has no line “{name}”.”
    pub line_unknown: String,
}
