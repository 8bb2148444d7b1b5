//! From an earlier answer to the reply that gives it again.

use crate::core::answer::{Answer, Choice, FieldAnswer};
use crate::core::ask::{Ask, Reply};

/// What a field holds, as a person would type it.
pub(super) fn typed(answer: &FieldAnswer) -> String {
    match answer {
        FieldAnswer::Text(text) => text.clone(),
        FieldAnswer::Day(day) => format!("{}-{}-{}", day.day(), day.month(), day.year()),
        FieldAnswer::One(id) => id.to_string(),
    }
}

/// Returns the reply that leads to this answer at this question.
pub fn reply_of(ask: &Ask, answer: &Answer) -> Reply {
    match answer {
        Answer::Blank(blank) => Reply::Blank(*blank),
        Answer::One(id) => Reply::Pick(id.clone()),
        Answer::Many(choices) if matches!(ask, Ask::Rank { .. }) => Reply::Rank(
            choices
                .iter()
                .filter_map(|choice| match choice {
                    Choice::Item(id) => Some(id.clone()),
                    Choice::Own(_) => None,
                })
                .collect(),
        ),
        Answer::Many(choices) => Reply::PickMany(choices.clone()),
        Answer::Number(number) => Reply::Scale(*number),
        Answer::Weights(weights) => Reply::Weigh(weights.clone()),
        Answer::Text(text) => Reply::Text(text.clone()),
        Answer::Day(day) => Reply::Day(day.to_string()),
        Answer::Form(filled) => Reply::Form(
            filled
                .iter()
                .map(|(id, value)| (id.clone(), typed(value)))
                .collect(),
        ),
        Answer::Cells(cells) => Reply::Grid(cells.clone()),
        Answer::Seen => Reply::Read,
    }
}
