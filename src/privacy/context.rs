//! What stands around a word: own or work, person or thing, weather or mood.
//!
//! Groups of words come from the language folders. A group counts within its scope, never beyond the line and sentence of
//! the word, so that a text that is added elsewhere changes nothing. Knows no health word.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::core::source::{Code, Diagnostics, Fields, Node};
use crate::privacy::entry::Entry;
use crate::privacy::finding::{Category, Level};
use crate::privacy::normalize::Token;
use crate::privacy::pattern::{Fault, Pattern, Sieves, Table};

/// The group whose words, right before a health word, say that it is about the person: it outweighs all but firm groups.
const OWN: &str = "own";
/// The group whose words, right before a health word, say what the person is: a state, or before a clinician a job.
const AM: &str = "am";
/// The group of words at which a clause turns to something else.
const TURN: &str = "turn";
/// The name that asks for no group at all, where a list sets one for all its entries.
pub(super) const NOTHING: &str = "nothing";
/// How many words before a health word its own-words are looked for.
const BEFORE: usize = 5;
/// How far away a group with the scope `near` counts.
const NEAR: usize = 4;

/// How far around a word a group counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    Near,
    Clause,
    Line,
}

/// What a group makes of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Then {
    /// It is somebody's work: shown as a hint.
    Hint,
    /// It is another thing.
    Nothing,
}

#[derive(Debug)]
struct Group {
    scope: Scope,
    then: Then,
    firm: bool,
    texts: Vec<String>,
    patterns: Vec<Pattern>,
    table: Table,
}

/// A text as it is looked through.
#[derive(Debug, Clone, Copy)]
pub(super) struct Text<'a> {
    /// Its words.
    pub tokens: &'a [Token],
    /// The letters of its sentences.
    pub sieves: &'a Sieves,
}

/// All groups of all languages.
#[derive(Debug, Default)]
pub(super) struct Contexts {
    groups: BTreeMap<String, Group>,
}

impl Contexts {
    /// Adds the groups of one file; groups of the same name in several languages become one.
    pub(super) fn add(&mut self, list: &[Node], found: &mut Diagnostics) {
        for node in list {
            let mut fields = Fields::of(node, found);
            let id = fields.id(found);
            let scope = fields.node("scope", found).map_or(Scope::Line, |node| {
                match node.text().as_deref() {
                    Some("near") => Scope::Near,
                    Some("clause") => Scope::Clause,
                    Some("line") => Scope::Line,
                    _ => {
                        found.unknown(
                            Code::UnknownWord,
                            &node.place,
                            &node.text().unwrap_or_default(),
                            ["near", "clause", "line"],
                        );
                        Scope::Line
                    }
                }
            });
            let then = fields.node("then", found).map_or(Then::Nothing, |node| {
                match node.text().as_deref() {
                    Some("hint") => Then::Hint,
                    Some("nothing") => Then::Nothing,
                    _ => {
                        found.unknown(
                            Code::UnknownWord,
                            &node.place,
                            &node.text().unwrap_or_default(),
                            ["hint", "nothing"],
                        );
                        Then::Nothing
                    }
                }
            });
            let firm = fields.flag("firm", found);
            let words = fields.texts("words", found);
            fields.done(found);
            let group = self.groups.entry(id).or_insert_with(|| Group {
                scope,
                then,
                firm,
                texts: Vec::new(),
                patterns: Vec::new(),
                table: Table::default(),
            });
            for (text, place) in words {
                match Pattern::read(&text, &|_| None) {
                    Ok(pattern) => {
                        group.patterns.push(pattern);
                        group.texts.push(text);
                    }
                    Err(Fault::Empty | Fault::OpenStart | Fault::UnknownGroup(_)) => {
                        found.add_with(Code::BadHealthWord, place, vec![("name", text)]);
                    }
                }
            }
            group.table = Table::of(group.patterns.iter().enumerate());
        }
    }

    /// Returns the words of a group, for patterns that name it.
    pub(super) fn texts(&self, name: &str) -> Option<Vec<String>> {
        self.groups.get(name).map(|group| group.texts.clone())
    }

    /// Returns the names of all groups.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.groups.keys().map(String::as_str).chain([NOTHING])
    }

    /// Says whether a name is a group, or asks for none.
    pub(super) fn knows(&self, name: &str) -> bool {
        name == NOTHING || self.groups.contains_key(name)
    }

    /// Says what is left of an entry's finding after a look around: its level, a hint, or nothing.
    pub(super) fn verdict(
        &self,
        entry: &Entry,
        text: &Text<'_>,
        hit: &Range<usize>,
    ) -> Option<Level> {
        if !entry.needs.is_empty() && !entry.needs.iter().any(|name| self.holds(name, text, hit)) {
            return None;
        }
        let am = self.ends_before(AM, text, hit);
        if am && entry.category == Category::Provider {
            return Some(Level::Hint);
        }
        let own = self.is_own(text, hit);
        let mut level = entry.level;
        for name in &entry.unless {
            let Some(group) = self.groups.get(name) else {
                continue;
            };
            if (own && !group.firm) || !self.holds(name, text, hit) {
                continue;
            }
            match group.then {
                Then::Nothing => return None,
                Then::Hint => level = Level::Hint,
            }
        }
        Some(level)
    }

    /// Says whether a word of a group stands around the tokens of a finding.
    pub(super) fn holds(&self, name: &str, text: &Text<'_>, hit: &Range<usize>) -> bool {
        let Some(group) = self.groups.get(name) else {
            return false;
        };
        let around = self.around(group.scope, text, hit);
        around.clone().any(|start| {
            let Some(token) = text.tokens.get(start) else {
                return false;
            };
            group.table.candidates(token, text.sieves).any(|number| {
                group
                    .patterns
                    .get(number)
                    .and_then(|pattern| pattern.at(text.tokens, start))
                    .is_some_and(|(range, end)| {
                        end <= around.end && !(hit.start <= range.start && range.end <= hit.end)
                    })
            })
        })
    }

    /// Says whether one token is a word of a group, alone.
    pub(super) fn is_word(&self, name: &str, text: &Text<'_>, at: usize) -> Option<usize> {
        let group = self.groups.get(name)?;
        let token = text.tokens.get(at)?;
        group
            .table
            .candidates(token, text.sieves)
            .filter_map(|number| group.patterns.get(number)?.at(text.tokens, at))
            .map(|(_, end)| end)
            .max()
    }

    /// Says whether it stands right before a finding that it is about the person.
    pub(super) fn is_own(&self, text: &Text<'_>, hit: &Range<usize>) -> bool {
        self.ends_before(OWN, text, hit) || self.ends_before(AM, text, hit)
    }

    /// Says whether words of a group stand right before a finding.
    fn ends_before(&self, name: &str, text: &Text<'_>, hit: &Range<usize>) -> bool {
        let Some(group) = self.groups.get(name) else {
            return false;
        };
        (hit.start.saturating_sub(BEFORE)..hit.start).any(|start| {
            let Some(token) = text.tokens.get(start) else {
                return false;
            };
            group.table.candidates(token, text.sieves).any(|number| {
                group
                    .patterns
                    .get(number)
                    .and_then(|pattern| pattern.at(text.tokens, start))
                    .is_some_and(|(_, end)| end == hit.start)
            })
        })
    }

    fn around(&self, scope: Scope, text: &Text<'_>, hit: &Range<usize>) -> Range<usize> {
        let Some(first) = text.tokens.get(hit.start) else {
            return hit.clone();
        };
        let same = |token: &Token| match scope {
            Scope::Clause => token.clause == first.clause && token.line == first.line,
            Scope::Near | Scope::Line => {
                token.sentence == first.sentence && token.line == first.line
            }
        };
        let far = if scope == Scope::Near {
            NEAR
        } else {
            usize::MAX
        };
        let open = |at: &usize| {
            text.tokens.get(*at).is_some_and(same)
                && (scope != Scope::Clause || self.is_word(TURN, text, *at).is_none())
        };
        let back = (0..hit.start).rev().take(far).take_while(open).count();
        let ahead = (hit.end..text.tokens.len())
            .take(far)
            .take_while(open)
            .count();
        hit.start - back..hit.end + ahead
    }
}
