//! What a person said. Answers hold ids and the person's own texts, never labels, so that the language can change midway.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::core::ids::{FieldId, ItemId, QuestionId};

/// The four kinds of no answer. Each is an answer: the question counts as asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Blank {
    /// "I don't know."
    NotKnown,
    /// Skipped.
    Skipped,
    /// "Not now"; offered at sensitive questions.
    NotNow,
    /// "I would rather not say"; offered at sensitive questions.
    RatherNot,
}

impl Blank {
    /// All four, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::NotKnown, Self::Skipped, Self::NotNow, Self::RatherNot];

    /// The name in answers files.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotKnown => "unknown",
            Self::Skipped => "skip",
            Self::NotNow => "not-now",
            Self::RatherNot => "rather-not",
        }
    }
}

/// A day of the calendar. The core never knows which day it is today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(jiff::civil::Date);

impl Day {
    /// Makes a day from year, month and day; nothing when there is no such day.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        jiff::civil::Date::new(year, month, day).ok().map(Self)
    }

    /// Reads a day as people type it: `3-12-2026`, `3/12/2026`, `3.12.2026` or `2026-12-03`. Years 1900 to 2199.
    pub fn read(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text
            .trim()
            .split(['-', '/', '.', ' '])
            .filter(|part| !part.is_empty())
            .collect();
        let [first, second, third] = parts.as_slice() else {
            return None;
        };
        let (year, month, day) = if first.len() == 4 {
            (first, second, third)
        } else {
            (third, second, first)
        };
        let year: i16 = year
            .parse()
            .ok()
            .filter(|year| (1900..2200).contains(year))?;
        Self::new(year, month.parse().ok()?, day.parse().ok()?)
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.0.year()
    }
    /// The month, 1 to 12.
    pub fn month(self) -> i8 {
        self.0.month()
    }
    /// The day of the month, 1 to 31.
    pub fn day(self) -> i8 {
        self.0.day()
    }
}

/// Writes the day as `2026-12-03`.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// A text of the person's own among the things chosen. The key stays the same when the text is changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Own {
    /// Which own entry of this question, from 1.
    pub key: u32,
    /// The person's words.
    pub text: String,
}

impl Own {
    /// The id by which later questions know this entry.
    pub fn item(&self, question: &QuestionId) -> ItemId {
        ItemId::new(&format!("own-{question}-{}", self.key))
    }
}

/// One thing chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// A thing from the list.
    Item(ItemId),
    /// The person's own.
    Own(Own),
}

/// Speaks for an option, or against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Pole {
    /// For.
    For,
    /// Against.
    Against,
}

/// A consideration of the person's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnWeight {
    /// The person's words and their key.
    pub own: Own,
    /// The option it belongs to.
    pub column: ItemId,
    /// For or against that option.
    pub pole: Pole,
    /// How much it weighs, 0 to 3.
    pub weight: u8,
}

/// How much each consideration weighs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Weights {
    /// Considerations from the list; one that is absent was not weighed and counts as 0.
    pub given: BTreeMap<ItemId, u8>,
    /// The person's own.
    pub own: Vec<OwnWeight>,
}

/// The cells of a plan: for each row, for each column, what was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cells {
    /// Row, column, choice. A cell that is absent is open.
    pub cells: BTreeMap<ItemId, BTreeMap<ItemId, ItemId>>,
    /// Rows of the person's own; their row id is `own-<key>`.
    pub own: Vec<Own>,
}

impl Cells {
    /// The row id of an own row.
    pub fn own_row(own: &Own) -> ItemId {
        ItemId::new(&format!("own-{}", own.key))
    }

    /// The name by which a condition asks about people who were added, whoever they are.
    pub fn somebody() -> ItemId {
        ItemId::built("own")
    }

    /// The row of somebody by whom later questions know them.
    pub fn row_of(&self, person: &ItemId, question: &QuestionId) -> Option<ItemId> {
        let own = self.own.iter().find(|own| own.item(question) == *person);
        let row = own.map_or_else(|| person.clone(), Self::own_row);
        self.cells.contains_key(&row).then_some(row)
    }

    /// Says whether a row is meant by a name in a condition.
    pub fn is_meant(&self, row: &ItemId, name: &ItemId) -> bool {
        let added = || self.own.iter().any(|own| Self::own_row(own) == *row);
        row == name || (*name == Self::somebody() && added())
    }
}

/// What a field of a form holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldAnswer {
    /// Text.
    Text(String),
    /// A day.
    Day(Day),
    /// A choice.
    One(ItemId),
}

/// What a person said to one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// No answer, and which kind.
    Blank(Blank),
    /// One thing.
    One(ItemId),
    /// Several things, in order.
    Many(Vec<Choice>),
    /// A number on a scale.
    Number(i64),
    /// Weights.
    Weights(Weights),
    /// Text.
    Text(String),
    /// A day.
    Day(Day),
    /// The fields of a form that were filled.
    Form(BTreeMap<FieldId, FieldAnswer>),
    /// The cells of a plan.
    Cells(Cells),
    /// Read; there was nothing to answer.
    Seen,
}

/// Everything a person said, by question. Holds answers that are not asked now as well.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers {
    given: BTreeMap<QuestionId, Answer>,
}

impl Answers {
    /// Returns what was said to a question, asked now or not.
    pub fn get(&self, question: &QuestionId) -> Option<&Answer> {
        self.given.get(question)
    }

    /// Puts an answer in place of the earlier one, which is returned; `None` takes the answer away.
    pub fn put(&mut self, question: &QuestionId, answer: Option<Answer>) -> Option<Answer> {
        match answer {
            Some(answer) => self.given.insert(question.clone(), answer),
            None => self.given.remove(question),
        }
    }

    /// Returns all answers by question.
    pub fn iter(&self) -> impl Iterator<Item = (&QuestionId, &Answer)> {
        self.given.iter()
    }

    /// Says whether nothing was said yet.
    pub fn is_empty(&self) -> bool {
        self.given.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_people_type_it() {
        for (text, expected) in [
            ("3-12-2026", Some("2026-12-03")),
            (" 03/12/2026 ", Some("2026-12-03")),
            ("3 12 2026", Some("2026-12-03")),
            ("2026-12-03", Some("2026-12-03")),
            ("31-2-2026", None),
            ("3-12-26", None),
            ("morgen", None),
            ("", None),
        ] {
            assert_eq!(
                Day::read(text).map(|day| day.to_string()).as_deref(),
                expected,
                "{text:?}"
            );
        }
    }
}
