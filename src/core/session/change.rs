//! What a change would do, before it is done.

use crate::core::answer::{Answer, Answers};
use crate::core::guide::Guide;
use crate::core::ids::QuestionId;
use crate::core::session::walk::{Scope, Walk};

/// What a change sets aside, and what it brings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Consequence {
    /// Questions whose answer, or a part of it, would not count any more. It comes back when the change is undone.
    pub set_aside: Vec<QuestionId>,
    /// Questions that would be asked anew.
    pub new: Vec<QuestionId>,
}

/// Computes what putting an answer would do. `before` is the walk as it is.
pub fn consequence(
    guide: &Guide,
    answers: &Answers,
    scope: &Scope,
    before: &Walk,
    question: &QuestionId,
    answer: &Answer,
) -> (Consequence, Walk) {
    let mut changed = answers.clone();
    changed.put(question, Some(answer.clone()));
    let after = Walk::of(guide, &changed, scope);
    let counts = |answer: &Answer| !matches!(answer, Answer::Blank(_) | Answer::Seen);
    let set_aside = before
        .asked()
        .iter()
        .filter(|asked| asked.id != *question)
        .filter(|asked| asked.answer.as_ref().is_some_and(counts))
        .filter(|asked| after.answer(&asked.id) != asked.answer.as_ref())
        .map(|asked| asked.id.clone())
        .collect();
    let new = after
        .asked()
        .iter()
        .filter(|asked| asked.answer.is_none() && asked.id != *question)
        .filter(|asked| {
            before
                .find(&asked.id)
                .is_none_or(|earlier| earlier.answer.is_some())
        })
        .map(|asked| asked.id.clone())
        .collect();
    (Consequence { set_aside, new }, after)
}
