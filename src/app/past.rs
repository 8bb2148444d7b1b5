//! What was at another time, as a face must put it: an earlier visit, and the plan of then beside that of now.
//!
//! Plain data in words of the person's language, like every view. Nothing in it can be changed.

/// An earlier visit. Nothing in it can be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierView {
    /// Which it is, the oldest 0.
    pub number: usize,
    /// Its day, and what it was about.
    pub title: String,
    /// What to know.
    pub text: String,
    /// What was said, step by step.
    pub steps: Vec<EarlierStep>,
    /// What the person can do.
    pub ways: Vec<String>,
}

/// One step of an earlier visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierStep {
    /// Its title; empty where it is not known.
    pub title: String,
    /// The questions in short, and what was said, one text for each thing.
    pub rows: Vec<(String, Vec<String>)>,
}

/// What became of something since.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It is the same.
    Same,
    /// It is other.
    Changed,
    /// It was not there.
    New,
    /// It is not there any more.
    Gone,
}

impl Change {
    /// A sign beside the word.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Same => "=",
            Self::Changed => "≠",
            Self::New => "+",
            Self::Gone => "-",
        }
    }
}

/// The plan of then beside that of now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThenAndNowView {
    /// The title.
    pub title: String,
    /// How much is other.
    pub text: String,
    /// The heading of what was, with its day.
    pub then: String,
    /// The heading of what is, with its day.
    pub now: String,
    /// The plan, the agreements.
    pub blocks: Vec<BesideBlock>,
    /// What the person can do.
    pub ways: Vec<String>,
}

/// A block of things put beside each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BesideBlock {
    /// Its heading.
    pub title: String,
    /// One thing each.
    pub rows: Vec<BesideRow>,
}

/// A person of the plan, or an agreement, then and now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BesideRow {
    /// Its name.
    pub name: String,
    /// What became of it.
    pub change: Change,
    /// The same in a word.
    pub said: String,
    /// What is said of it, then and now.
    pub cells: Vec<BesideCell>,
}

/// One thing said, then and now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BesideCell {
    /// What it is about; empty where that is said with it.
    pub label: String,
    /// What was said then.
    pub then: String,
    /// What is said now.
    pub now: String,
    /// It is other.
    pub changed: bool,
}
