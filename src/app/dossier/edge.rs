//! An answer in the form in which it is kept, and the way there and back.
//!
//! The names are those of answers files. The running type may change; this form may not.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::core::answer::{
    Answer, Blank, Cells, Choice, Day, FieldAnswer, Own, OwnWeight, Pole, Weights,
};
use crate::core::ids::{FieldId, Id, ItemId};

/// An answer with its question, in words for whoever reads it without the program.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Saying {
    /// The question in short.
    #[serde(default)]
    pub asked: String,
    /// What was said, in words; nothing where it was set aside.
    #[serde(default)]
    pub said: Vec<String>,
    /// What was said, for the program.
    pub answer: Said,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    /// No answer: `unknown`, `skip`, `not-now` or `rather-not`.
    Blank(String),
    /// One thing.
    One(String),
    /// Several things.
    Many(Vec<Thing>),
    /// A number.
    Number(i64),
    /// Weights.
    Weights(Weighed),
    /// Text.
    Text(String),
    /// A day, such as `2026-12-03`.
    Day(String),
    /// A form.
    Form(BTreeMap<String, Filled>),
    /// A plan.
    Cells(Plan),
    /// Read.
    Seen,
}

/// One thing chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Thing {
    /// From the list.
    Item(String),
    /// The person's own.
    Own(OwnText),
}

/// A text of the person's own, with its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnText {
    /// Its number.
    pub key: u32,
    /// The text.
    pub text: String,
}

/// What each thing weighs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weighed {
    /// Things from the list.
    pub given: BTreeMap<String, u8>,
    /// The person's own.
    #[serde(default)]
    pub own: Vec<OwnWeighed>,
}

/// A consideration of the person's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnWeighed {
    /// Its number.
    pub key: u32,
    /// The text.
    pub text: String,
    /// The option it belongs to.
    pub column: String,
    /// For it or against it.
    pub pole: Side,
    /// What it weighs.
    pub weight: u8,
}

/// For or against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// For.
    For,
    /// Against.
    Against,
}

/// A field of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Filled {
    /// Text.
    Text(String),
    /// A day.
    Day(String),
    /// One thing.
    One(String),
}

/// The cells of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Row, column, choice.
    pub cells: BTreeMap<String, BTreeMap<String, String>>,
    /// Rows of the person's own.
    #[serde(default)]
    pub own: Vec<OwnText>,
}

impl Said {
    /// The form of an answer.
    pub fn of(answer: &Answer) -> Self {
        match answer {
            Answer::Blank(blank) => Self::Blank(blank.name().to_owned()),
            Answer::One(id) => Self::One(id.to_string()),
            Answer::Many(choices) => Self::Many(choices.iter().map(thing).collect()),
            Answer::Number(number) => Self::Number(*number),
            Answer::Weights(weights) => Self::Weights(weighed(weights)),
            Answer::Text(text) => Self::Text(text.clone()),
            Answer::Day(day) => Self::Day(day.to_string()),
            Answer::Form(fields) => {
                let filled = |value: &FieldAnswer| match value {
                    FieldAnswer::Text(text) => Filled::Text(text.clone()),
                    FieldAnswer::Day(day) => Filled::Day(day.to_string()),
                    FieldAnswer::One(id) => Filled::One(id.to_string()),
                };
                let fields = fields.iter();
                Self::Form(
                    fields
                        .map(|(id, value)| (id.to_string(), filled(value)))
                        .collect(),
                )
            }
            Answer::Cells(cells) => Self::Cells(plan(cells)),
            Answer::Seen => Self::Seen,
        }
    }

    /// The answer of a form; nothing where the form says what no answer can be.
    pub fn answer(&self) -> Option<Answer> {
        Some(match self {
            Self::Blank(name) => Answer::Blank(
                Blank::ALL
                    .into_iter()
                    .find(|blank| blank.name() == name.as_str())?,
            ),
            Self::One(id) => Answer::One(ItemId::new(id)),
            Self::Many(things) => Answer::Many(things.iter().map(choice).collect()),
            Self::Number(number) => Answer::Number(*number),
            Self::Weights(weighed) => Answer::Weights(weights(weighed)),
            Self::Text(text) => Answer::Text(text.clone()),
            Self::Day(day) => Answer::Day(Day::read(day)?),
            Self::Form(fields) => {
                let field = |value: &Filled| {
                    Some(match value {
                        Filled::Text(text) => FieldAnswer::Text(text.clone()),
                        Filled::Day(day) => FieldAnswer::Day(Day::read(day)?),
                        Filled::One(id) => FieldAnswer::One(ItemId::new(id)),
                    })
                };
                let fields = fields.iter();
                Answer::Form(
                    fields
                        .map(|(id, value)| Some((FieldId::new(id), field(value)?)))
                        .collect::<Option<_>>()?,
                )
            }
            Self::Cells(plan) => Answer::Cells(cells(plan)),
            Self::Seen => Answer::Seen,
        })
    }
}

fn thing(choice: &Choice) -> Thing {
    match choice {
        Choice::Item(id) => Thing::Item(id.to_string()),
        Choice::Own(own) => Thing::Own(own_text(own)),
    }
}

fn choice(thing: &Thing) -> Choice {
    match thing {
        Thing::Item(id) => Choice::Item(ItemId::new(id)),
        Thing::Own(own) => Choice::Own(own_entry(own)),
    }
}

fn own_text(own: &Own) -> OwnText {
    OwnText {
        key: own.key,
        text: own.text.clone(),
    }
}

fn own_entry(own: &OwnText) -> Own {
    Own {
        key: own.key,
        text: own.text.clone(),
    }
}

fn weighed(weights: &Weights) -> Weighed {
    let own = |entry: &OwnWeight| OwnWeighed {
        key: entry.own.key,
        text: entry.own.text.clone(),
        column: entry.column.to_string(),
        pole: match entry.pole {
            Pole::For => Side::For,
            Pole::Against => Side::Against,
        },
        weight: entry.weight,
    };
    let given = weights.given.iter();
    Weighed {
        given: given
            .map(|(id, weight)| (id.to_string(), *weight))
            .collect(),
        own: weights.own.iter().map(own).collect(),
    }
}

fn weights(weighed: &Weighed) -> Weights {
    let own = |entry: &OwnWeighed| OwnWeight {
        own: Own {
            key: entry.key,
            text: entry.text.clone(),
        },
        column: ItemId::new(&entry.column),
        pole: match entry.pole {
            Side::For => Pole::For,
            Side::Against => Pole::Against,
        },
        weight: entry.weight,
    };
    let given = weighed.given.iter();
    Weights {
        given: given
            .map(|(id, weight)| (ItemId::new(id), *weight))
            .collect(),
        own: weighed.own.iter().map(own).collect(),
    }
}

fn plan(cells: &Cells) -> Plan {
    Plan {
        cells: nested(&cells.cells, &Id::to_string, &Id::to_string),
        own: cells.own.iter().map(own_text).collect(),
    }
}

fn cells(plan: &Plan) -> Cells {
    let id = |text: &String| ItemId::new(text);
    Cells {
        cells: nested(&plan.cells, &id, &id),
        own: plan.own.iter().map(own_entry).collect(),
    }
}

/// The same two-storied map with other keys and values.
fn nested<A: Ord, B: Ord>(
    map: &BTreeMap<A, BTreeMap<A, A>>,
    key: &dyn Fn(&A) -> B,
    value: &dyn Fn(&A) -> B,
) -> BTreeMap<B, BTreeMap<B, B>> {
    let row = |inner: &BTreeMap<A, A>| {
        inner
            .iter()
            .map(|(column, choice)| (key(column), value(choice)))
            .collect()
    };
    map.iter()
        .map(|(outer, inner)| (key(outer), row(inner)))
        .collect()
}
