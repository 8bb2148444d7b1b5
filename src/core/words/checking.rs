//! Words of the commands that look at a text and at the health words themselves.

use serde::{Deserialize, Serialize};

/// The command `check`, and the listings of `lexicon`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checking {
    /// “{file}, {place}: {kind}”
    pub stop: String,
    /// “{file}, {place}: {kind} (only so that you know)”
    pub hint: String,
    /// “line {number}”
    pub line: String,
    /// “paragraph {number}”
    pub paragraph: String,
    /// “the header or footer”
    pub edges: String,
    /// “a footnote or endnote”
    pub notes: String,
    /// “a picture or drawing, or its description”
    pub pictures: String,
    /// “a comment”
    pub comments: String,
    /// “removed text that is still in the file”
    pub removed: String,
    /// “the properties of the file”
    pub properties: String,
    /// “the name of the file”
    pub name: String,
    /// “It must be plain text or a Word file.”
    pub not_text: String,
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
