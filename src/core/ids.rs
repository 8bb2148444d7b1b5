//! Names of things: one type for each sort of id, so that a step is never taken for a question.

use std::fmt;
use std::marker::PhantomData;

use crate::core::kept::Text;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A name written by an author: lower case letters, digits and hyphens. Never shown, never translated.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id<Sort> {
    text: Text,
    sort: PhantomData<fn() -> Sort>,
}

/// Marks ids of questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfQuestion {}
/// Marks ids of things that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfItem {}
/// Marks ids of fields of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfField {}
/// Marks ids of steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfStep {}
/// Marks ids of papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfPaper {}
/// Marks ids of terms in the glossary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfTerm {}
/// Marks ids of lines on a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfLine {}

/// The name of a question; for a repeated one `question/item`.
pub type QuestionId = Id<OfQuestion>;
/// The name of a thing that can be chosen.
pub type ItemId = Id<OfItem>;
/// The name of a field of a form.
pub type FieldId = Id<OfField>;
/// The name of a step.
pub type StepId = Id<OfStep>;
/// The name of a paper.
pub type PaperId = Id<OfPaper>;
/// The name of a term.
pub type TermId = Id<OfTerm>;
/// The name of a line on a paper; stable while its answers stand.
pub type LineId = Id<OfLine>;

impl<Sort> Id<Sort> {
    /// Makes a name from its text.
    pub fn new(text: &str) -> Self {
        Self::named(text.into())
    }

    /// Makes a name that stands in the program itself.
    pub const fn built(text: &'static str) -> Self {
        Self {
            text: Text::built(text),
            sort: PhantomData,
        }
    }

    /// Takes a text as a name.
    fn named(text: Text) -> Self {
        Self {
            text,
            sort: PhantomData,
        }
    }

    /// Returns the text of the name.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

/// Stands before the name of a question when what was said to it another time is meant.
pub const BEFORE: &str = "before.";

impl QuestionId {
    /// Names what was said to this question another time; no question can have such a name.
    #[must_use]
    pub fn another_time(&self) -> Self {
        Self::new(&format!("{BEFORE}{self}"))
    }

    /// Returns the question whose answer of another time is meant, where one is.
    #[must_use]
    pub fn of_another_time(&self) -> Option<Self> {
        self.text.strip_prefix(BEFORE).map(Self::new)
    }

    /// Names the repetition of this question for one thing.
    #[must_use]
    pub fn for_item(&self, item: &ItemId) -> Self {
        Self::new(&format!("{self}/{item}"))
    }

    /// Returns the question as its author wrote it, without the thing it is repeated for.
    #[must_use]
    pub fn base(&self) -> Self {
        self.text
            .split_once('/')
            .map_or_else(|| self.clone(), |(base, _)| Self::new(base))
    }
}

impl<Sort> fmt::Display for Id<Sort> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl<Sort> fmt::Debug for Id<Sort> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.text)
    }
}

impl<Sort> Serialize for Id<Sort> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.text)
    }
}

impl<'de: 'static, Sort> Deserialize<'de> for Id<Sort> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Text::deserialize(from).map(Self::named)
    }
}

impl<Sort> From<&str> for Id<Sort> {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}
