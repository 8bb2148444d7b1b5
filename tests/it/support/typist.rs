//! A person who types a health word in every text, each with a mark by which it is known wherever it ends up.

use std::collections::BTreeSet;

use weegwijzer::core::answer::{Blank, Cells, Choice, Own, OwnWeight, Pole, Weights};
use weegwijzer::core::ask::{Ask, Field, FieldAsk, Reply};
use weegwijzer::core::ids::QuestionId;

/// Words that name a condition, a medicine, a treatment, a status: one after the other.
const WORDS: [&str; 6] = [
    "depressie",
    "autisme",
    "lithium",
    "EMDR",
    "schizofrenie",
    "diabetes",
];

/// What a person types on one walk: a health word in each text, and a mark by which the text is known wherever it ends up.
#[derive(Debug, Default)]
pub(crate) struct Typist {
    number: usize,
    /// At which question, and in which field or what it was added to.
    pub(crate) fields: BTreeSet<(QuestionId, String)>,
}

impl Typist {
    fn text(&mut self, question: &QuestionId, place: &str) -> String {
        self.number += 1;
        self.fields.insert((question.base(), place.to_owned()));
        let word = WORDS[self.number % WORDS.len()];
        format!("Rust door mijn {word} vlag{}x", self.number)
    }

    fn own(&mut self, question: &QuestionId) -> Own {
        Own {
            key: 1,
            text: self.text(question, "own"),
        }
    }

    /// A reply with a health word wherever a text can stand.
    pub(crate) fn reply(&mut self, id: &QuestionId, ask: &Ask, walk: usize) -> Reply {
        let nth = |count: usize| walk % count.max(1);
        match ask {
            Ask::Read { .. } => Reply::Read,
            Ask::Pick { offers } if offers.is_empty() => Reply::Blank(Blank::Skipped),
            // In another order than the fields of a form, so that both are not tied to each other.
            Ask::Pick { offers } => Reply::Pick(offers[(walk + 5) % offers.len()].id.clone()),
            Ask::Compare { columns, .. } => {
                Reply::Pick(columns[nth(columns.len())].offer.id.clone())
            }
            Ask::PickMany {
                offers,
                own,
                at_most,
            } => {
                let room = at_most.unwrap_or(3) - usize::from(*own);
                let together = offers.iter().filter(|offer| !offer.alone);
                let items = together
                    .take(room)
                    .map(|offer| Choice::Item(offer.id.clone()));
                let mut choices: Vec<Choice> = items.collect();
                if *own {
                    choices.push(Choice::Own(self.own(id)));
                }
                Reply::PickMany(choices)
            }
            Ask::Scale { lowest, .. } => Reply::Scale(*lowest),
            // The person's own come first, so that they are asked about and reach the paper.
            Ask::Rank { offers, top } => {
                let mut ids: Vec<_> = offers.iter().map(|offer| offer.id.clone()).collect();
                ids.sort_by_key(|id| !id.as_str().starts_with("own-"));
                ids.truncate(*top);
                Reply::Rank(ids)
            }
            Ask::Weigh {
                columns,
                items,
                own,
                ..
            } => {
                let mut weights = Weights::default();
                weights
                    .given
                    .extend(items.iter().map(|item| (item.id.clone(), 1)));
                if *own {
                    weights.own.push(OwnWeight {
                        own: self.own(id),
                        column: columns[nth(columns.len())].id.clone(),
                        pole: Pole::For,
                        weight: 3,
                    });
                }
                Reply::Weigh(weights)
            }
            Ask::Form { fields } => Reply::Form(
                fields
                    .iter()
                    .map(|field| (field.id.clone(), self.field(id, field, walk)))
                    .collect(),
            ),
            Ask::Grid { own, .. } => {
                let mut cells = Cells::default();
                if *own {
                    cells.own.push(self.own(id));
                }
                Reply::Grid(cells)
            }
            Ask::Day => Reply::Day("3-12-2026".to_owned()),
            Ask::Line { .. } | Ask::Lines { .. } => Reply::Text(self.text(id, "text")),
        }
    }

    fn field(&mut self, id: &QuestionId, field: &Field, walk: usize) -> String {
        match &field.ask {
            FieldAsk::Line => self.text(id, field.id.as_str()),
            FieldAsk::Day => "4-12-2026".to_owned(),
            FieldAsk::Pick(offers) => offers[walk % offers.len()].id.to_string(),
        }
    }
}

/// The texts of a question that a person can write: what [`Typist`] must have been to.
pub(crate) fn fields_of(id: &QuestionId, ask: &Ask) -> BTreeSet<(QuestionId, String)> {
    let places = match ask {
        Ask::Line { .. } | Ask::Lines { .. } => vec!["text".to_owned()],
        Ask::PickMany { own: true, .. }
        | Ask::Weigh { own: true, .. }
        | Ask::Grid { own: true, .. } => {
            vec!["own".to_owned()]
        }
        Ask::Form { fields } => fields
            .iter()
            .filter(|field| field.ask == FieldAsk::Line)
            .map(|field| field.id.to_string())
            .collect(),
        Ask::Pick { .. }
        | Ask::PickMany { .. }
        | Ask::Weigh { .. }
        | Ask::Grid { .. }
        | Ask::Scale { .. }
        | Ask::Rank { .. }
        | Ask::Compare { .. }
        | Ask::Day
        | Ask::Read { .. } => Vec::new(),
    };
    places.into_iter().map(|place| (id.base(), place)).collect()
}
