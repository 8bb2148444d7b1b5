//! What was chosen and said another time, at the guide that this one follows.
//!
//! It is there to be asked about and is never changed from here. Where there was no other time, there is nothing.

use std::collections::BTreeMap;

use crate::core::answer::Answer;
use crate::core::ask::Offer;
use crate::core::ids::QuestionId;

/// What was chosen and said another time, by question.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Before {
    chosen: BTreeMap<QuestionId, Vec<Offer>>,
    said: BTreeMap<QuestionId, Answer>,
}

impl Before {
    /// Takes what was chosen at each question, and what was said.
    pub fn new(
        chosen: impl IntoIterator<Item = (QuestionId, Vec<Offer>)>,
        said: impl IntoIterator<Item = (QuestionId, Answer)>,
    ) -> Self {
        let chosen = chosen.into_iter();
        Self {
            chosen: chosen.filter(|(_, offers)| !offers.is_empty()).collect(),
            said: said.into_iter().collect(),
        }
    }

    /// Returns what was said to a question.
    pub fn said(&self, question: &QuestionId) -> Option<&Answer> {
        self.said.get(question)
    }

    /// Returns what was chosen at a question.
    pub fn chosen(&self, question: &QuestionId) -> &[Offer] {
        self.chosen.get(question).map_or(&[], Vec::as_slice)
    }
}
