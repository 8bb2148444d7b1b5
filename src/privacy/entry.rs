//! An entry of the health-word lists: words, how they may be written, and what must or must not stand around them.
//!
//! Data as a reviewer wrote it, folded and checked; the matching makes its own tables of it.

use std::ops::Range;
use std::sync::Arc;

use crate::core::packed::{Pack, Unpack};
use crate::core::source::Place;
use crate::privacy::finding::{Category, Level};
use crate::privacy::group::GroupId;
use crate::privacy::key::Key;
use crate::privacy::pattern::Pattern;

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

/// How the word must be capitalized.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// In any way.
    Any,
    /// With a capital, as a name.
    Capital,
    /// In capitals, as an abbreviation.
    Upper,
}

const FORMS: [Form; 3] = [Form::Any, Form::Capital, Form::Upper];
const LANGUAGES: [Language; 2] = [Language::Dutch, Language::English];

/// A check by number that an entry asks for; its terms are the words that belong to the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Proof {
    /// A Dutch citizen service number (11-test), or any number next to its word.
    Bsn,
    /// A British health service number (modulus 11), or any number next to its word.
    Nhs,
    /// A British national insurance number.
    Insurance,
    /// Any number next to its word.
    Record,
    /// A full date next to a word for birth.
    Birth,
    /// A percentage next to a word for a status.
    Share,
    /// A name with a title near a word for a clinician.
    Clinician,
}

impl Proof {
    pub(super) const NAMES: [(&'static str, Self); 7] = [
        ("bsn", Self::Bsn),
        ("nhs", Self::Nhs),
        ("insurance", Self::Insurance),
        ("record", Self::Record),
        ("birth", Self::Birth),
        ("share", Self::Share),
        ("clinician", Self::Clinician),
    ];
}

/// A listed word or fixed expression.
#[derive(Debug, Clone)]
pub(super) struct Term {
    /// Its words, folded.
    pub words: Vec<String>,
    /// Their keys.
    pub keys: Vec<Key>,
    /// A short abbreviation, listed in capitals: in small letters it may be an ordinary word.
    pub capitals: bool,
}

impl Term {
    fn unpack(from: &mut Unpack) -> Option<Self> {
        let capitals = from.flag()?;
        let words = from.all(|from| from.text().map(str::to_owned))?;
        Some(Self {
            keys: words.iter().map(|word| Key::of(word.as_bytes())).collect(),
            words,
            capitals,
        })
    }
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
    pub(super) id: Arc<str>,
    pub(super) category: Category,
    pub(super) language: Language,
    pub(super) level: Level,
    pub(super) rewording: Arc<str>,
    pub(super) terms: Vec<Term>,
    /// How words end that are known by it, folded.
    pub(super) endings: Vec<String>,
    pub(super) phrases: Vec<Pattern>,
    pub(super) written: Vec<String>,
    pub(super) inflect: Inflect,
    pub(super) compound: Compound,
    pub(super) fuzzy: bool,
    pub(super) form: Form,
    /// Its words mean nothing else: no deed or job makes another thing of them by itself.
    pub(super) clear: bool,
    pub(super) proof: Option<Proof>,
    pub(super) needs: Vec<GroupId>,
    pub(super) unless: Vec<GroupId>,
    pub(super) not: Vec<Pattern>,
    pub(super) hits: Vec<String>,
    pub(super) clean: Vec<String>,
    pub(super) place: Place,
}

impl Entry {
    /// Writes what the check asks of an entry: not its examples, and its terms only where they belong to a number, because
    /// else they stand in the tables.
    pub(super) fn pack(&self, to: &mut Pack) {
        to.text(&*self.id);
        to.one_of(&Category::ALL, &self.category);
        to.one_of(&LANGUAGES, &self.language);
        to.flag(self.level == Level::Stop);
        to.text(&*self.rewording);
        to.one_of(&FORMS, &self.form);
        to.flag(self.clear);
        to.one_of(&Proof::NAMES.map(|(_, proof)| Some(proof)), &self.proof);
        let terms = self.terms.iter().filter(|_| self.proof.is_some());
        to.all(terms.collect::<Vec<_>>().into_iter(), |to, term| {
            to.flag(term.capitals);
            to.all(term.words.iter(), Pack::text);
        });
        to.all(self.endings.iter(), Pack::text);
        for patterns in [&self.phrases, &self.not] {
            to.all(patterns.iter(), |to, pattern| pattern.pack(to));
        }
        for groups in [&self.needs, &self.unless] {
            to.all(groups.iter(), |to, group| to.number(group.place()));
        }
    }

    /// Reads an entry. Forms, examples and its place are not asked for any more.
    pub(super) fn unpack(from: &mut Unpack, nowhere: &Place) -> Option<Self> {
        let group = |from: &mut Unpack| Some(GroupId::new(from.number()?));
        Some(Self {
            id: from.text()?.into(),
            category: from.one_of(&Category::ALL)?,
            language: from.one_of(&LANGUAGES)?,
            level: if from.flag()? {
                Level::Stop
            } else {
                Level::Hint
            },
            rewording: from.text()?.into(),
            form: from.one_of(&FORMS)?,
            clear: from.flag()?,
            proof: {
                let place = from.number()?;
                Proof::NAMES.get(place).map(|(_, proof)| *proof)
            },
            terms: from.all(Term::unpack)?,
            endings: from.all(|from| from.text().map(str::to_owned))?,
            phrases: from.all(Pattern::unpack)?,
            not: from.all(Pattern::unpack)?,
            needs: from.all(group)?,
            unless: from.all(group)?,
            written: Vec::new(),
            inflect: Inflect::None,
            compound: Compound::None,
            fuzzy: false,
            hits: Vec::new(),
            clean: Vec::new(),
            place: nowhere.clone(),
        })
    }

    /// Returns the id, which every finding carries.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Returns what a reader could learn.
    pub fn category(&self) -> Category {
        self.category
    }

    /// Returns the language of the list it stands in.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Returns whether it holds the gate.
    pub fn level(&self) -> Level {
        self.level
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
