//! Words of the commands that look at a text and at the health words themselves.

use serde::{Deserialize, Serialize};

/// The command `check`, and the listings of `lexicon`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checking {
    /// “{file}, line {line}: {kind}”
    pub stop: String,
    /// “{file}, line {line}: {kind} (only so that you know)”
    pub hint: String,
    /// “Ask yourself: {ask}”
    pub ask: String,
    /// What a text is called that comes from no file.
    pub input: String,
    /// “To look at: {stops}. Only so that you know: {hints}.”
    pub found: String,
    /// “No health words found.”
    pub nothing: String,
    /// “This check finds much, not everything. Read your text yourself too.”
    pub limits: String,
    /// “Line {line} of the input is not what I expect: ...”
    pub bad_line: String,
    /// “Entries: {entries}. Words and phrases: {words}. Forms: {forms}.”
    pub listing: String,
    /// What stands at the head of the list of ordinary words.
    pub ordinary: String,
}
