//! One line of a paper: what stands on it, before it has words, and where it came from.

use std::sync::Arc;

use crate::core::answer::Day;
use crate::core::fact::Fact;
use crate::core::guide::Role;
use crate::core::ids::{LineId, QuestionId};
use crate::core::kept::Text;
use crate::core::phrase::{Level, Phrase};

/// An option with what speaks for it and against it, each with its weight, the heaviest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weighing {
    /// The option.
    pub label: Phrase,
    /// For it.
    pub in_favor: Vec<(Phrase, u8)>,
    /// Against it.
    pub against: Vec<(Phrase, u8)>,
}

/// What stands on a line.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// A sentence.
    Text(Vec<Phrase>),
    /// An agreement: who, what, when, how we notice. A part that stayed empty is nothing.
    Row([Option<Phrase>; 4]),
    /// A row of a plan: the headings of its columns, then its cells, the heading of the row first.
    Cells(Vec<Phrase>, Vec<Option<Phrase>>),
    /// What weighs, option by option.
    Weights(Vec<Weighing>),
    /// A name and what belongs to it.
    Pair(Phrase, Vec<Phrase>),
    /// Something on a day.
    Day(Day, Vec<Phrase>),
    /// A fact that was shown, with its source.
    Fact(Arc<Fact>),
    /// A line to sign on, with its label.
    Signature(Phrase),
}

/// A line of a paper.
#[derive(Debug, Clone, PartialEq)]
pub struct SummaryLine {
    /// Its name.
    pub id: LineId,
    /// What stands on it.
    pub content: Content,
    /// What it is for the whole paper.
    pub role: Role,
    /// The questions it came from.
    pub from: Vec<QuestionId>,
    /// Our estimate of what it gives away, where it is a wish.
    pub level: Option<Level>,
    /// Another wording that gives less away.
    pub softer: Option<Text>,
    /// Left out until the person puts it on.
    pub starts_off: bool,
}

impl SummaryLine {
    /// Makes a line that gives nothing away and starts on.
    pub(super) fn plain(id: LineId, content: Content, from: Vec<QuestionId>) -> Self {
        Self {
            id,
            content,
            role: Role::Nothing,
            from,
            level: None,
            softer: None,
            starts_off: false,
        }
    }
}
