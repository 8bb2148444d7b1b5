//! How an answer is said back: for the review, and piece by piece for sentences on paper.

use std::collections::BTreeMap;

use crate::core::answer::{Answer, Cells, Choice, FieldAnswer};
use crate::core::ask::shape::{Ask, Field, FieldAsk, Offer};
use crate::core::ids::{FieldId, ItemId};
use crate::core::phrase::Phrase;

impl Ask {
    /// Says an answer back, one phrase for each thing.
    pub fn said(&self, answer: &Answer) -> Vec<Phrase> {
        match answer {
            Answer::Blank(blank) => vec![Phrase::Blank(*blank)],
            Answer::One(id) => self.label(id).into_iter().collect(),
            Answer::Many(choices) if choices.is_empty() => vec![Phrase::Nothing],
            Answer::Many(choices) => choices
                .iter()
                .filter_map(|choice| self.choice(choice))
                .collect(),
            Answer::Number(number) => vec![self.number(*number)],
            Answer::Weights(weights) => {
                let mut said: Vec<(u8, Phrase)> = Vec::new();
                if let Self::Weigh { items, .. } = self {
                    for item in items {
                        if let Some(weight) =
                            weights.given.get(&item.id).filter(|weight| **weight > 0)
                        {
                            said.push((*weight, item.label.clone()));
                        }
                    }
                }
                said.extend(
                    weights
                        .own
                        .iter()
                        .map(|entry| (entry.weight, Phrase::text(&entry.own.text))),
                );
                if said.is_empty() {
                    return vec![Phrase::Nothing];
                }
                said.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
                said.into_iter()
                    .map(|(weight, label)| {
                        Phrase::Pair(Box::new(label), Box::new(Phrase::Weight(weight)))
                    })
                    .collect()
            }
            Answer::Text(text) => vec![Phrase::text(text)],
            Answer::Day(day) => vec![Phrase::Day(*day)],
            Answer::Form(_) => {
                let Self::Form { fields } = self else {
                    return Vec::new();
                };
                let pair = |field: &Field| {
                    let said = self.field(answer, &field.id)?;
                    Some(Phrase::Pair(Box::new(field.label.clone()), Box::new(said)))
                };
                fields.iter().filter_map(pair).collect()
            }
            Answer::Cells(cells) => self.cells(cells),
            Answer::Seen => vec![Phrase::Seen],
        }
    }

    /// The rows of a plan at which something is told: something was chosen there, and nothing that excludes telling.
    pub fn told(&self, cells: &Cells) -> Vec<ItemId> {
        let Self::Grid { columns, .. } = self else {
            return Vec::new();
        };
        let excludes = |column: &ItemId, choice: &ItemId| {
            let offers = columns.iter().filter(|other| other.id == *column);
            let mut offers = offers.flat_map(|column| &column.offers);
            offers.any(|offer| offer.id == *choice && offer.alone)
        };
        let tells = |filled: &BTreeMap<ItemId, ItemId>| {
            let mut choices = filled.iter();
            !filled.is_empty() && !choices.any(|(column, choice)| excludes(column, choice))
        };
        let rows = cells.cells.iter().filter(|(_, filled)| tells(filled));
        rows.map(|(row, _)| row.clone()).collect()
    }

    /// Says one field of a form.
    pub fn field(&self, answer: &Answer, id: &FieldId) -> Option<Phrase> {
        let (Self::Form { fields }, Answer::Form(filled)) = (self, answer) else {
            return None;
        };
        let field = fields.iter().find(|field| field.id == *id)?;
        Some(match (filled.get(id)?, &field.ask) {
            (FieldAnswer::Text(text), _) => Phrase::text(text),
            (FieldAnswer::Day(day), _) => Phrase::Day(*day),
            (FieldAnswer::One(id), FieldAsk::Pick(offers)) => {
                offers.iter().find(|offer| offer.id == *id)?.label.clone()
            }
            (FieldAnswer::One(_), FieldAsk::Line | FieldAsk::Day) => return None,
        })
    }

    /// Returns what was chosen as offers, so that later questions can ask about each.
    pub fn chosen(&self, answer: &Answer, question: &crate::core::ids::QuestionId) -> Vec<Offer> {
        match (self, answer) {
            (Self::PickMany { offers, .. } | Self::Rank { offers, .. }, Answer::Many(choices)) => {
                choices
                    .iter()
                    .filter_map(|choice| match choice {
                        Choice::Item(id) => offers.iter().find(|offer| offer.id == *id).cloned(),
                        Choice::Own(own) => {
                            Some(Offer::plain(own.item(question), Phrase::text(&own.text)))
                        }
                    })
                    .collect()
            }
            (Self::Weigh { items, .. }, Answer::Weights(weights)) => {
                let given = items
                    .iter()
                    .filter(|item| weights.given.contains_key(&item.id))
                    .map(|item| Offer::plain(item.id.clone(), item.label.clone()));
                let own = weights.own.iter().map(|entry| {
                    Offer::plain(entry.own.item(question), Phrase::text(&entry.own.text))
                });
                given.chain(own).collect()
            }
            (Self::Pick { offers }, Answer::One(id)) => offers
                .iter()
                .filter(|offer| offer.id == *id)
                .cloned()
                .collect(),
            (Self::Grid { rows, .. }, Answer::Cells(cells)) => {
                let told = self.told(cells);
                let is_told = |row: &ItemId| told.contains(row);
                let own = cells.own.iter().filter(|own| is_told(&Cells::own_row(own)));
                let own = own.map(|own| Offer::plain(own.item(question), Phrase::text(&own.text)));
                let rows = rows.iter().filter(|row| is_told(&row.id)).cloned();
                rows.chain(own).collect()
            }
            (Self::Compare { columns, .. }, Answer::One(id)) => columns
                .iter()
                .filter(|column| column.offer.id == *id)
                .map(|column| column.offer.clone())
                .collect(),
            _ => Vec::new(),
        }
    }

    fn label(&self, id: &ItemId) -> Option<Phrase> {
        let find = |offers: &[Offer]| {
            offers
                .iter()
                .find(|offer| offer.id == *id)
                .map(|offer| offer.label.clone())
        };
        match self {
            Self::Pick { offers } | Self::PickMany { offers, .. } | Self::Rank { offers, .. } => {
                find(offers)
            }
            Self::Compare { columns, .. } => columns
                .iter()
                .find(|column| column.offer.id == *id)
                .map(|column| column.offer.label.clone()),
            Self::Scale { .. }
            | Self::Weigh { .. }
            | Self::Form { .. }
            | Self::Grid { .. }
            | Self::Day
            | Self::Line { .. }
            | Self::Lines { .. }
            | Self::Read { .. } => None,
        }
    }

    fn choice(&self, choice: &Choice) -> Option<Phrase> {
        match choice {
            Choice::Item(id) => self.label(id),
            Choice::Own(own) => Some(Phrase::text(&own.text)),
        }
    }

    fn number(&self, number: i64) -> Phrase {
        let Self::Scale {
            poles: true,
            low,
            high,
            ..
        } = self
        else {
            return Phrase::Number(number);
        };
        let steps = u8::try_from(number.unsigned_abs()).unwrap_or(u8::MAX);
        match number.signum() {
            0 => Phrase::Middle,
            -1 => Phrase::Between(steps, low.clone()),
            _ => Phrase::Between(steps, high.clone()),
        }
    }

    fn cells(&self, cells: &Cells) -> Vec<Phrase> {
        let Self::Grid { rows, columns, .. } = self else {
            return Vec::new();
        };
        let own = cells
            .own
            .iter()
            .map(|own| (Cells::own_row(own), Phrase::text(&own.text)));
        let all = rows
            .iter()
            .map(|row| (row.id.clone(), row.label.clone()))
            .chain(own);
        let mut said = Vec::new();
        for (row, label) in all {
            let Some(filled) = cells.cells.get(&row) else {
                continue;
            };
            let texts: Vec<Phrase> = columns
                .iter()
                .filter_map(|column| {
                    let choice = filled.get(&column.id)?;
                    column
                        .offers
                        .iter()
                        .find(|offer| offer.id == *choice)
                        .map(|offer| offer.label.clone())
                })
                .collect();
            said.push(Phrase::Pair(Box::new(label), Box::new(Phrase::List(texts))));
        }
        if said.is_empty() {
            vec![Phrase::Nothing]
        } else {
            said
        }
    }
}
