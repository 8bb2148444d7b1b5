//! What of an earlier answer still holds, when what is on offer has changed.

use crate::core::answer::{Answer, Cells, Choice, FieldAnswer};
use crate::core::ask::shape::{Ask, FieldAsk, Offer};
use crate::core::ids::ItemId;

impl Ask {
    /// Returns the part of an answer that is still on offer; nothing when no part is. The stored answer stays whole, so
    /// that all of it comes back when the offer does.
    pub fn keep(&self, answer: &Answer) -> Option<Answer> {
        match (self, answer) {
            (_, Answer::Blank(_))
            | (Self::Day, Answer::Day(_))
            | (Self::Line { .. } | Self::Lines { .. }, Answer::Text(_))
            | (Self::Read { .. }, Answer::Seen) => Some(answer.clone()),
            (Self::Pick { offers }, Answer::One(id)) => has(offers, id).then(|| answer.clone()),
            (Self::Compare { columns, .. }, Answer::One(id)) => columns
                .iter()
                .any(|column| column.offer.id == *id)
                .then(|| answer.clone()),
            (Self::PickMany { offers, .. }, Answer::Many(choices)) => {
                let kept: Vec<Choice> = choices
                    .iter()
                    .filter(|choice| matches!(choice, Choice::Own(_)) || is_offered(offers, choice))
                    .cloned()
                    .collect();
                (choices.is_empty() || !kept.is_empty()).then_some(Answer::Many(kept))
            }
            (Self::Rank { offers, top }, Answer::Many(choices)) => {
                let kept: Vec<Choice> = choices
                    .iter()
                    .filter(|choice| is_offered(offers, choice))
                    .take(*top)
                    .cloned()
                    .collect();
                (!kept.is_empty()).then_some(Answer::Many(kept))
            }
            (
                Self::Scale {
                    lowest, highest, ..
                },
                Answer::Number(number),
            ) => (*lowest..=*highest)
                .contains(number)
                .then(|| answer.clone()),
            (Self::Weigh { items, .. }, Answer::Weights(weights)) => {
                let mut kept = weights.clone();
                kept.given
                    .retain(|id, _| items.iter().any(|item| item.id == *id));
                Some(Answer::Weights(kept))
            }
            (Self::Form { fields }, Answer::Form(filled)) => {
                let mut kept = filled.clone();
                kept.retain(|id, value| {
                    fields.iter().any(|field| {
                        field.id == *id
                            && match (&field.ask, &*value) {
                                (FieldAsk::Line, FieldAnswer::Text(_))
                                | (FieldAsk::Day, FieldAnswer::Day(_)) => true,
                                (FieldAsk::Pick(offers), FieldAnswer::One(id)) => has(offers, id),
                                (FieldAsk::Line | FieldAsk::Day | FieldAsk::Pick(_), _) => false,
                            }
                    })
                });
                (!kept.is_empty()).then_some(Answer::Form(kept))
            }
            (Self::Grid { rows, columns, .. }, Answer::Cells(cells)) => {
                let mut kept = cells.clone();
                kept.cells.retain(|row, filled| {
                    filled.retain(|column, choice| {
                        columns
                            .iter()
                            .any(|other| other.id == *column && has(&other.offers, choice))
                    });
                    has(rows, row) || cells.own.iter().any(|own| Cells::own_row(own) == *row)
                });
                Some(Answer::Cells(kept))
            }
            (
                Self::Pick { .. }
                | Self::PickMany { .. }
                | Self::Scale { .. }
                | Self::Rank { .. }
                | Self::Weigh { .. }
                | Self::Form { .. }
                | Self::Grid { .. }
                | Self::Compare { .. }
                | Self::Day
                | Self::Line { .. }
                | Self::Lines { .. }
                | Self::Read { .. },
                _,
            ) => None,
        }
    }
}

fn has(offers: &[Offer], id: &ItemId) -> bool {
    offers.iter().any(|offer| offer.id == *id)
}

fn is_offered(offers: &[Offer], choice: &Choice) -> bool {
    match choice {
        Choice::Item(id) => has(offers, id),
        Choice::Own(_) => false,
    }
}
