//! Evaluation of conditions over what is known so far.

use crate::core::answer::{Answer, Cells, Choice, FieldAnswer};
use crate::core::ids::{ItemId, QuestionId};
use crate::core::rule::condition::{Reference, Rule};

/// Whether a condition holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Truth {
    /// It holds.
    Yes,
    /// It does not hold.
    No,
    /// An answer it needs has not been given yet.
    Unknown,
}

/// What is known of an earlier question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Known<'a> {
    /// Not asked of this person: its answer counts as absent for good.
    NotAsked,
    /// Asked, not answered yet.
    Open,
    /// Answered.
    Given(&'a Answer),
}

/// What a condition can see.
pub trait Sight {
    /// Returns what is known of a question.
    fn known(&self, question: &QuestionId) -> Known<'_>;
    /// Says whether a thing that the question offers carries a tag.
    fn has_tag(&self, question: &QuestionId, item: &ItemId, tag: &str) -> bool;
    /// Returns the rows of a plan at which something is told.
    fn told(&self, question: &QuestionId) -> Vec<ItemId>;
}

impl Truth {
    fn of(truth: bool) -> Self {
        if truth { Self::Yes } else { Self::No }
    }
}

impl Rule {
    /// Evaluates the condition.
    pub fn truth(&self, sight: &dyn Sight) -> Truth {
        match self {
            Self::Always => Truth::Yes,
            Self::All(rules) => fold(rules, sight, Truth::Yes, Truth::No),
            Self::Any(rules) => fold(rules, sight, Truth::No, Truth::Yes),
            Self::Not(rule) => match rule.truth(sight) {
                Truth::Yes => Truth::No,
                Truth::No => Truth::Yes,
                Truth::Unknown => Truth::Unknown,
            },
            Self::Is { of, one_of } => match sight.known(&of.question) {
                Known::NotAsked => Truth::No,
                Known::Open => Truth::Unknown,
                Known::Given(Answer::Cells(cells)) => {
                    let told = sight.told(&of.question);
                    let is_meant =
                        |row| one_of.iter().any(|(name, _)| in_row(cells, of, row, name));
                    Truth::of(told.iter().any(is_meant))
                }
                Known::Given(answer) => Truth::of(
                    chosen(answer, of)
                        .iter()
                        .any(|id| one_of.iter().any(|(wanted, _)| wanted == *id)),
                ),
            },
            Self::Answered(of) => match sight.known(&of.question) {
                Known::NotAsked => Truth::No,
                Known::Open => Truth::Unknown,
                Known::Given(answer) => Truth::of(is_real(answer, of)),
            },
            Self::AtLeast { of, number, tag } => at_least(
                of,
                *number,
                tag.as_deref().map(|(tag, _)| tag.as_str()),
                sight,
            ),
        }
    }

    /// Says whether the condition holds for certain.
    pub fn holds(&self, sight: &dyn Sight) -> bool {
        self.truth(sight) == Truth::Yes
    }
}

/// `all` and `any` are the same fold: they start at `start`, and `end` decides at once.
fn fold(rules: &[Rule], sight: &dyn Sight, start: Truth, end: Truth) -> Truth {
    let mut result = start;
    for rule in rules {
        let truth = rule.truth(sight);
        if truth == end {
            return end;
        }
        if truth == Truth::Unknown {
            result = Truth::Unknown;
        }
    }
    result
}

fn chosen<'a>(answer: &'a Answer, of: &Reference) -> Vec<&'a ItemId> {
    match answer {
        Answer::One(id) => vec![id],
        Answer::Many(choices) => choices
            .iter()
            .filter_map(|choice| {
                if let Choice::Item(id) = choice {
                    Some(id)
                } else {
                    None
                }
            })
            .collect(),
        Answer::Weights(weights) => weights
            .given
            .iter()
            .filter(|(_, weight)| **weight > 0)
            .map(|(id, _)| id)
            .collect(),
        Answer::Form(fields) => match of.field.as_ref().and_then(|field| fields.get(field)) {
            Some(FieldAnswer::One(id)) => vec![id],
            Some(FieldAnswer::Text(_) | FieldAnswer::Day(_)) | None => Vec::new(),
        },
        Answer::Blank(_)
        | Answer::Number(_)
        | Answer::Text(_)
        | Answer::Day(_)
        | Answer::Cells(_)
        | Answer::Seen => Vec::new(),
    }
}

/// Says whether a row is meant by a name, or holds what is meant in the column that is looked at.
fn in_row(cells: &Cells, of: &Reference, row: &ItemId, name: &ItemId) -> bool {
    let Some(column) = &of.field else {
        return cells.is_meant(row, name);
    };
    let filled = cells.cells.get(row);
    let choice = filled.and_then(|filled| filled.get(&ItemId::new(column.as_str())));
    choice == Some(name)
}

fn is_real(answer: &Answer, of: &Reference) -> bool {
    match answer {
        Answer::Blank(_) | Answer::Seen => false,
        Answer::Many(choices) => !choices.is_empty(),
        Answer::Weights(weights) => {
            weights.given.values().any(|weight| *weight > 0) || !weights.own.is_empty()
        }
        Answer::Cells(cells) => !cells.cells.is_empty(),
        Answer::Form(fields) => of
            .field
            .as_ref()
            .map_or(!fields.is_empty(), |field| fields.contains_key(field)),
        Answer::One(_) | Answer::Number(_) | Answer::Text(_) | Answer::Day(_) => true,
    }
}

fn at_least(of: &[Reference], number: i64, tag: Option<&str>, sight: &dyn Sight) -> Truth {
    let mut count: i64 = 0;
    let mut open = false;
    for reference in of {
        match sight.known(&reference.question) {
            Known::Open => open = true,
            Known::Given(Answer::Number(value)) => return Truth::of(*value >= number),
            Known::Given(Answer::Many(choices)) => {
                let fits = |choice: &&Choice| match (choice, tag) {
                    (_, None) => true,
                    (Choice::Item(id), Some(tag)) => sight.has_tag(&reference.question, id, tag),
                    (Choice::Own(_), Some(_)) => false,
                };
                count += i64::try_from(choices.iter().filter(fits).count()).unwrap_or(i64::MAX);
            }
            Known::Given(Answer::Weights(weights)) => {
                let given = weights.given.values().filter(|weight| **weight > 0).count();
                count += i64::try_from(given + weights.own.len()).unwrap_or(i64::MAX);
            }
            Known::Given(Answer::Cells(_)) => {
                let told = sight.told(&reference.question).len();
                count += i64::try_from(told).unwrap_or(i64::MAX);
            }
            Known::NotAsked
            | Known::Given(
                Answer::Blank(_)
                | Answer::One(_)
                | Answer::Text(_)
                | Answer::Day(_)
                | Answer::Form(_)
                | Answer::Seen,
            ) => {}
        }
    }
    if count >= number {
        Truth::Yes
    } else if open {
        Truth::Unknown
    } else {
        Truth::No
    }
}
