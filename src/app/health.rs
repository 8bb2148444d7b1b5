//! What can be wanted of the health-word check: to look at a finding, and the three ways past it. There is no fourth.

use crate::core::ask::Written;
use crate::core::ids::QuestionId;

/// What the check looks at.
#[derive(Debug, Clone, PartialEq)]
pub enum Checked {
    /// The paper at hand, before it is saved.
    Paper,
    /// A text that a person wrote at a question, given or not.
    Text(QuestionId, Written),
}

/// What is wanted.
#[derive(Debug, Clone, PartialEq)]
pub enum HealthWish {
    /// Explain the words in a text that is written at a question.
    Explain(QuestionId, Written),
    /// From the list to the finding with this number; one that is decided on is open again.
    Choose(usize),
    /// To the question the line came from.
    GoTo,
    /// Say it in these words.
    Reword(String),
    /// Leave it out.
    LeaveOut,
    /// "Not about my health": what was typed to confirm it. Only the word itself does.
    NotHealth(String),
}
