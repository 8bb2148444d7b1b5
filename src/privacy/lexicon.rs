//! The lexicon: the entries of every language, with the tables that find them in a text.
//!
//! Invariants:
//! - entries are only ever added: a file of one's own takes nothing away;
//! - every language is in it, because a short text does not tell its language.

use std::collections::HashMap;

use crate::core::packed::{Pack, Unpack};
use crate::core::source::{Code, Diagnostics, Fields, Node};
use crate::privacy::context::Contexts;
use crate::privacy::entry::{Entry, Language};
use crate::privacy::key::Sieve;
use crate::privacy::matching::compound::Compounds;
use crate::privacy::matching::ending::Endings;
use crate::privacy::matching::exact::Exact;
use crate::privacy::matching::fuzzy::Fuzzy;
use crate::privacy::matching::phrase::Phrases;
use crate::privacy::normalize::words;
use crate::privacy::numbers::{self, Proofs};
use crate::privacy::pattern::Pattern;
use crate::privacy::reading;
use crate::privacy::rewording::{self, Rewording};
use crate::privacy::rule::Rules;

/// The group of words that may follow an abbreviation in a compound.
const TAIL: &str = "tail";

/// All health words.
#[derive(Debug)]
pub struct Lexicon {
    /// The entries as they were read; those that were made when the program was built tell nothing about themselves.
    entries: Vec<Entry>,
    /// What the check asks of each of them.
    pub(super) rules: Rules,
    pub(super) contexts: Contexts,
    pub(super) exact: Exact,
    pub(super) compounds: Compounds,
    pub(super) endings: Endings,
    pub(super) phrases: Phrases,
    pub(super) exceptions: Phrases,
    /// Every key by which a pattern is known: most words are none.
    pub(super) signs: Sieve,
    pub(super) fuzzy: Fuzzy,
    pub(super) proofs: Proofs,
    rewordings: Vec<Rewording>,
}

impl Lexicon {
    /// Reads the health-word files of all languages; mistakes are collected, and what is right is used.
    pub fn read(files: &[Node], found: &mut Diagnostics) -> Self {
        let mut contexts = Contexts::default();
        let mut rewordings = Vec::new();
        let mut ordinary = Vec::new();
        for file in files
            .iter()
            .filter(|file| file.get("entries").is_none() && file.get("category").is_none())
        {
            let mut fields = Fields::of(file, found);
            let language = reading::language(&mut fields, found);
            contexts.add(fields.list("groups", found), found);
            rewordings.extend(rewording::read(
                fields.list("rewordings", found),
                language,
                found,
            ));
            ordinary.extend(
                fields
                    .text("ordinary", found)
                    .iter()
                    .flat_map(|text| words(text)),
            );
            fields.done(found);
        }
        contexts.done(&numbers::GROUPS);
        let entries: Vec<Entry> = files
            .iter()
            .filter(|file| file.get("entries").is_some() || file.get("category").is_some())
            .flat_map(|file| reading::entries(file, &contexts, found))
            .collect();
        check(&entries, &contexts, &rewordings, files, found);
        let phrases = Phrases::of(&entries, said);
        let exceptions = Phrases::of(&entries, excepted);
        let proofs = Proofs::of(&entries, &contexts);
        let mut signs = Sieve::with_room(
            phrases.keys().count() + exceptions.keys().count() + contexts.keys().count(),
        );
        for key in phrases
            .keys()
            .chain(exceptions.keys())
            .chain(contexts.keys())
            .chain(proofs.keys())
        {
            signs.add(key);
        }
        Self {
            exact: Exact::of(&entries),
            compounds: Compounds::of(&entries, contexts.texts(TAIL).unwrap_or_default()),
            endings: Endings::of(&entries),
            signs,
            phrases,
            exceptions,
            proofs,
            fuzzy: Fuzzy::of(&entries, &ordinary),
            rules: Rules::Read(entries.iter().map(|entry| entry.rule.clone()).collect()),
            entries,
            contexts,
            rewordings,
        }
    }

    /// Writes everything that the check asks for, to be read again by [`unpack`](Self::unpack) in the same program.
    pub fn pack(&self) -> Vec<u8> {
        let mut to = Pack::default();
        self.rules.pack(&mut to);
        self.contexts.pack(&mut to);
        self.exact.pack(&mut to);
        self.compounds.pack(&mut to);
        self.endings.pack(&mut to);
        self.phrases.pack(&mut to);
        self.exceptions.pack(&mut to);
        self.signs.pack(&mut to);
        self.fuzzy.pack(&mut to);
        self.proofs.pack(&mut to);
        to.all(self.rewordings.iter(), |to, group| group.pack(to));
        to.done()
    }

    /// Reads what was written when the program was built; nothing when that is something else. It finds the same in every
    /// text, but tells nothing about itself: it has no entries, only what the check asks of them.
    pub fn unpack(bytes: &'static [u8]) -> Option<Self> {
        let mut from = Unpack::of(bytes);
        let rules = Rules::unpack(&mut from)?;
        let contexts = Contexts::unpack(&mut from)?;
        let lexicon = Self {
            exact: Exact::unpack(&mut from)?,
            compounds: Compounds::unpack(&mut from)?,
            endings: Endings::unpack(&mut from)?,
            phrases: Phrases::unpack(&mut from)?,
            exceptions: Phrases::unpack(&mut from)?,
            signs: Sieve::unpack(&mut from)?,
            fuzzy: Fuzzy::unpack(&mut from)?,
            proofs: Proofs::unpack(&mut from, &contexts)?,
            rewordings: from.all(Rewording::unpack)?,
            entries: Vec::new(),
            rules,
            contexts,
        };
        from.is_done().then_some(lexicon)
    }

    /// Returns all entries, in the order of the files; none of a lexicon that was made when the program was built.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Returns how many forms of single words and fixed terms are recognized.
    pub fn forms(&self) -> usize {
        self.exact.size()
    }

    /// Forgets which words are ordinary, to find them anew.
    pub(super) fn unguarded(mut self) -> Self {
        self.fuzzy.forget_ordinary();
        self
    }

    /// Returns a group of rewordings in a language.
    pub fn rewording(&self, id: &str, language: Language) -> Option<&Rewording> {
        self.rewordings
            .iter()
            .find(|group| group.id == id && group.language == language)
    }

    /// Returns all groups of rewordings.
    pub fn rewordings(&self) -> &[Rewording] {
        &self.rewordings
    }
}

/// The patterns that are findings by themselves.
fn said(entry: &Entry) -> &[Pattern] {
    match entry.rule.proof {
        None => &entry.phrases,
        Some(_) => &[],
    }
}

/// The patterns that make another thing of a finding.
fn excepted(entry: &Entry) -> &[Pattern] {
    &entry.not
}

/// Checks what only all files together can tell.
fn check(
    entries: &[Entry],
    contexts: &Contexts,
    rewordings: &[Rewording],
    files: &[Node],
    found: &mut Diagnostics,
) {
    let mut seen: HashMap<&str, &Entry> = HashMap::new();
    for entry in entries {
        if let Some(first) = seen.insert(entry.id(), entry) {
            found.add_related(
                Code::DuplicateId,
                entry.place(),
                vec![("name", entry.id().to_owned())],
                first.place(),
            );
        }
        if !entry.rule.rewording.is_empty()
            && !rewordings
                .iter()
                .any(|group| group.id == *entry.rule.rewording)
        {
            found.unknown(
                Code::UnknownGroup,
                entry.place(),
                &entry.rule.rewording,
                rewordings.iter().map(|group| &*group.id),
            );
        }
    }
    let Some(first) = files.first() else { return };
    for group in numbers::GROUPS
        .iter()
        .filter(|group| !contexts.knows(group))
    {
        found.add_with(
            Code::MissingSetting,
            &first.place,
            vec![("name", (*group).to_owned())],
        );
    }
}
