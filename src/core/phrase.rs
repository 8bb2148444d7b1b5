//! Something to say, before it has words: text from a question file or a person, or a thing the catalogue has words for.

use serde::{Deserialize, Serialize};

use crate::core::answer::{Blank, Day, Pole};
use crate::core::kept::Text;

/// Our estimate of what a wish gives away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Level {
    /// An ordinary wish.
    Ordinary,
    /// Shows that the person minds their energy.
    Energy,
    /// May make someone guess.
    Guess,
}

/// The four parts of a working agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Part {
    /// Who does it.
    Who,
    /// What is done.
    What,
    /// When.
    When,
    /// How we notice in the work that it helps.
    Notice,
}

impl Part {
    /// The four, in the order of the table.
    pub const ALL: [Self; 4] = [Self::Who, Self::What, Self::When, Self::Notice];

    /// The name in question and answers files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Who => "who",
            Self::What => "what",
            Self::When => "when",
            Self::Notice => "notice",
        }
    }
}

/// Something to say. [`crate::core::words::Words::say`] turns it into text of the person's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub enum Phrase {
    /// Text from a question file, or the person's own.
    Text(Text),
    /// "Yes".
    Yes,
    /// "No".
    No,
    /// "True".
    True,
    /// "False".
    False,
    /// A kind of no answer.
    Blank(Blank),
    /// Nothing chosen from a list.
    Nothing,
    /// Read, nothing to answer.
    Seen,
    /// A day; no file has one.
    #[serde(skip)]
    Day(Day),
    /// A number of a scale, with the text at the nearest end where there is one.
    Number(i64),
    /// A place between two poles: steps from the middle and the pole it leans to.
    Between(u8, Text),
    /// In the middle between two poles.
    Middle,
    /// Our estimate of a wish.
    Level(Level),
    /// A part of a working agreement.
    Part(Part),
    /// For or against.
    Pole(Pole),
    /// How much something weighs, 0 to 3.
    Weight(u8),
    /// Several, one after the other, with commas.
    List(Vec<Phrase>),
    /// A name and what belongs to it.
    Pair(Box<Phrase>, Box<Phrase>),
}

impl Phrase {
    /// Makes a phrase from text.
    pub fn text(text: &str) -> Self {
        Self::Text(text.into())
    }
}
