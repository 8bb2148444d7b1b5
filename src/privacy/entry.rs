//! An entry of the health-word lists: words, how they may be written, and what must or must not stand around them.
//!
//! Data as a reviewer wrote it, folded and checked; the matching makes its own tables of it.

use std::ops::Range;

use crate::core::source::Place;
use crate::privacy::finding::{Category, Level};
use crate::privacy::pattern::Pattern;
use crate::privacy::rule::Rule;

/// The language of a list; texts are always matched with the lists of every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// Dutch.
    Dutch,
    /// English.
    English,
}

/// Which forms of a word are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Inflect {
    /// Plurals and endings, for words of five letters and more.
    Auto,
    /// Tenses as well.
    Verb,
    /// A plural and a person noun of an abbreviation.
    Abbreviation,
    /// Only as listed.
    None,
}

/// Where in a compound the word may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Compound {
    /// Anywhere.
    Any,
    /// Last.
    Head,
    /// First.
    Modifier,
    /// First, before a word of the group `tail`.
    Tail,
    /// Never in a compound.
    None,
}

impl Compound {
    pub(super) const ALL: [Self; 5] = [
        Self::Any,
        Self::Head,
        Self::Modifier,
        Self::Tail,
        Self::None,
    ];
}

/// A listed word or fixed expression.
#[derive(Debug, Clone)]
pub(super) struct Term {
    /// Its words, folded.
    pub words: Vec<String>,
    /// A short abbreviation, listed in capitals: in small letters it may be an ordinary word.
    pub capitals: bool,
}

/// What a table found: which entry, and which tokens.
#[derive(Debug, Clone)]
pub(super) struct Hit {
    /// The entry, by its number.
    pub entry: usize,
    /// The tokens.
    pub range: Range<usize>,
    /// A short abbreviation that is not written in capitals: it counts only right after own-words.
    pub unsure: bool,
    /// A phrase told it that is long enough to be no other thing.
    pub told: bool,
}

impl Hit {
    /// A hit that counts as it is.
    pub(super) fn sure(entry: usize, range: Range<usize>) -> Self {
        Self {
            entry,
            range,
            unsure: false,
            told: false,
        }
    }
}

/// One entry.
#[derive(Debug)]
pub struct Entry {
    pub(super) rule: Rule,
    pub(super) language: Language,
    pub(super) terms: Vec<Term>,
    /// How words end that are known by it, folded.
    pub(super) endings: Vec<String>,
    pub(super) phrases: Vec<Pattern>,
    pub(super) written: Vec<String>,
    pub(super) inflect: Inflect,
    pub(super) compound: Compound,
    pub(super) fuzzy: bool,
    pub(super) not: Vec<Pattern>,
    pub(super) hits: Vec<String>,
    pub(super) clean: Vec<String>,
    pub(super) place: Place,
}

impl Entry {
    /// Returns the id, which every finding carries.
    pub fn id(&self) -> &str {
        &self.rule.id
    }

    /// Returns what a reader could learn.
    pub fn category(&self) -> Category {
        self.rule.category
    }

    /// Returns the language of the list it stands in.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Returns whether it holds the gate.
    pub fn level(&self) -> Level {
        self.rule.level
    }

    /// Returns its phrases as they are written in the list.
    pub fn phrases(&self) -> &[String] {
        &self.written
    }

    /// Returns the example sentences that must be found.
    pub fn hits(&self) -> &[String] {
        &self.hits
    }

    /// Returns the example sentences that must stay clean.
    pub fn clean(&self) -> &[String] {
        &self.clean
    }

    /// Returns how many words and phrases are listed.
    pub fn size(&self) -> usize {
        self.terms.len() + self.endings.len() + self.phrases.len()
    }

    /// Returns where it stands.
    pub fn place(&self) -> &Place {
        &self.place
    }
}
