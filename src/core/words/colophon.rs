//! Words of the program about itself, and around its sources.

use serde::{Deserialize, Serialize};

/// The commands `about` and `sources`, and the readability of the texts.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Colophon {
    /// “This is version {version}.”
    pub version: String,
    /// “How old it is”
    pub how_old: String,
    /// “The oldest fact was checked on {day}.”
    pub oldest: String,
    /// “The newest fact was checked on {day}.”
    pub newest: String,
    /// “The whole content was looked through on {day}.”
    pub reviewed: String,
    /// “That happens every {months} months. The next time is {day} at the latest.”
    pub next: String,
    /// “Mind: that has not happened yet. Rules and figures may have changed.”
    pub late: String,
    /// “Every fact with its source: weegwijzer sources. Point by point: weegwijzer about --criteria”
    pub more: String,
    /// “met”
    pub met: String,
    /// “does not apply”
    pub apart: String,
    /// “not yet”
    pub not_yet: String,
    /// “Met: `{met}`. Does not apply: `{apart}`. Not yet: `{not_yet}`.”
    pub counts: String,
    /// “Every fact with its source”
    pub sources: String,
    /// “Speaks for telling: {count}”
    pub in_favor: String,
    /// “Speaks against telling, or for care: {count}”
    pub against: String,
    /// “Speaks for neither: {count}”
    pub neutral: String,
    /// “Rules of the law: {count}. This is no legal advice.”
    pub law: String,
    /// “Country: {country}”
    pub country: String,
    /// “Number: {number}”
    pub number: String,
    /// “Rests on: {law}”
    pub rests_on: String,
    /// “Checked on: {day}”
    pub checked: String,
    /// Heads of the table of readability.
    pub readability: Readability,
}

/// The table of how well the texts read.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Readability {
    /// “File”
    pub file: String,
    /// “Sentences”
    pub sentences: String,
    /// “Words per sentence”
    pub mean: String,
    /// “Longest”
    pub longest: String,
    /// “Hard words”
    pub hard: String,
    /// “All”
    pub all: String,
    /// What the columns mean, and what they do not.
    pub note: String,
}
