//! Listed words in all their forms, also written apart or with a hyphen where they belong together.
//!
//! A table of the generated forms; neighbors are joined before they are looked up, so `burn out`, `burn-out` and `burnout` are
//! one word. Only what begins some form is joined further.

use std::ops::Range;

use crate::core::packed::{Pack, Small, Unpack};
use crate::privacy::entry::{Entry, Hit, Inflect, Term};
use crate::privacy::forms::forms;
use crate::privacy::key::{Key, Sieve, Table};
use crate::privacy::page::{Case, Gap, Marks, Page};
use crate::privacy::rule::{Form, Rules};

/// The fewest letters a word must have to be found in parts.
const SHORTEST_JOINED: usize = 7;
/// The fewest letters of each part that stands apart.
const SHORTEST_PART: usize = 3;
/// The most readings of one stretch of words that are followed.
const MOST_SPELLINGS: usize = 8;
/// The most tokens that are joined into one term.
const MOST_TOKENS: usize = 12;
/// Marks a beginning that counts only before a hyphen or dot.
const TIED: u64 = 3;

/// One form: its entry, how many words it is listed as, and whether it is a short abbreviation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Listed {
    entry: u32,
    words: u8,
    capitals: bool,
}

impl Small for Listed {
    fn number(self) -> u32 {
        self.entry << 9 | u32::from(self.words) << 1 | u32::from(self.capitals)
    }
    fn of(number: u32) -> Self {
        let [low, ..] = (number >> 1).to_le_bytes();
        Self {
            entry: number >> 9,
            words: low,
            capitals: number & 1 == 1,
        }
    }
}

/// Every form of every listed word.
#[derive(Debug)]
pub(in crate::privacy) struct Exact {
    forms: Table<Listed>,
    begins: Sieve,
    /// What two words may come to together: a form, or the beginning of one.
    joins: Sieve,
}

/// What one join comes to: at most so many readings.
type Readings = [Reading; MOST_SPELLINGS];

/// The key of a reading, its letters, and whether it is unsure.
type Reading = (Key, usize, bool);

impl Exact {
    /// Makes the table.
    pub(in crate::privacy) fn of(entries: &[Entry]) -> Self {
        let terms = || {
            entries
                .iter()
                .zip(0_u32..)
                .filter(|(entry, _)| entry.rule.proof.is_none())
                .flat_map(|(entry, number)| {
                    entry.terms.iter().map(move |term| (entry, number, term))
                })
        };
        let letters: usize = terms()
            .flat_map(|(_, _, term)| &term.words)
            .map(String::len)
            .sum();
        let mut exact = Self {
            forms: Table::with_room(terms().count() * 16),
            begins: Sieve::with_room(letters),
            joins: Sieve::with_room(letters),
        };
        for (entry, number, term) in terms() {
            exact.add(entry, number, term);
        }
        exact.joins = exact.begins.clone();
        for key in exact.forms.keys() {
            exact.joins.add(key);
        }
        exact.forms.shrink();
        exact
    }

    fn add(&mut self, entry: &Entry, number: u32, term: &Term) {
        let Some((last, before)) = term.words.split_last() else {
            return;
        };
        let listed = Listed {
            entry: number,
            words: u8::try_from(term.words.len()).unwrap_or(u8::MAX),
            capitals: term.capitals,
        };
        let (mut joined, mut letters) = (Key::default(), 0);
        for (place, word) in term.words.iter().enumerate() {
            for letter in word.bytes() {
                joined = joined.with(letter);
                letters += 1;
                if letters >= SHORTEST_PART {
                    self.begins.add(joined);
                } else {
                    self.begins.add(joined.marked(TIED));
                }
            }
            if place < before.len() {
                self.begins.add(joined);
            }
        }
        let before = before.iter().fold(Key::default(), |key, word| {
            key.join(Key::of(word.as_bytes()), word.len())
        });
        forms(
            last,
            entry.language,
            inflection(entry, term),
            &mut |stem, ending| {
                let form = Key::of(stem.as_bytes());
                let form = ending.bytes().fold(form, Key::with);
                let form = before.join(form, stem.len() + ending.len());
                self.forms.add_once(form, listed);
            },
        );
    }

    /// Writes the tables.
    pub(in crate::privacy) fn pack(&self, to: &mut Pack) {
        self.forms.pack(to);
        self.begins.pack(to);
        self.joins.pack(to);
    }

    /// Reads the tables.
    pub(in crate::privacy) fn unpack(from: &mut Unpack) -> Option<Self> {
        Some(Self {
            forms: Table::unpack(from)?,
            begins: Sieve::unpack(from)?,
            joins: Sieve::unpack(from)?,
        })
    }

    /// Returns how many forms are known.
    pub(in crate::privacy) fn size(&self) -> usize {
        self.forms.len()
    }

    /// Says whether a spelling is a known form.
    pub(in crate::privacy) fn knows(&self, word: Key) -> bool {
        self.forms.has(word)
    }

    /// Says whether a known form may begin with a word that goes on after it.
    pub(in crate::privacy) fn begins(&self, word: Key) -> bool {
        self.begins.may_have(word)
    }

    /// Says whether it is worth while to look at what begins at one token: it is a listed word, or begins one with the next.
    pub(in crate::privacy) fn may_be_at(&self, page: &Page, at: usize) -> bool {
        let Some(token) = page.tokens.get(at) else {
            return false;
        };
        let next = page.tokens.get(at + 1).filter(|next| next.gap.joins());
        token.marks.has(Marks::LISTED)
            || next.is_some_and(|next| {
                matches!(next.gap, Gap::Hyphen | Gap::Dot)
                    || token.marks.has(Marks::BEGINS)
                        && (token.marks.or(next.marks).has(Marks::OTHERS)
                            || self.joins.may_have(token.key.join(next.key, next.len)))
            })
    }

    /// Adds what begins at one token; `fix` corrects a word that was joined at a hyphen.
    pub(in crate::privacy) fn at(
        &self,
        page: &Page,
        rules: &Rules,
        start: usize,
        fix: &mut dyn FnMut(&[u8]) -> Vec<Key>,
        out: &mut Vec<Hit>,
    ) {
        if self.plain(page, rules, start, out) {
            return;
        }
        let mut readings: Readings = [(Key::default(), 0, false); MOST_SPELLINGS];
        let mut count = 1;
        for end in start..page.tokens.len().min(start + MOST_TOKENS) {
            let tied = match page.gap(end) {
                _ if end == start => false,
                Some(gap) if gap.joins() => matches!(gap, Gap::Hyphen | Gap::Dot),
                Some(_) | None => return,
            };
            let before = readings;
            let mut more = before.iter().take(count).flat_map(|&(key, len, unsure)| {
                page.spellings(end).map(move |(next, letters, other)| {
                    (key.join(next, letters), len + letters, unsure || other)
                })
            });
            count = 0;
            for (place, reading) in readings.iter_mut().zip(&mut more) {
                *place = reading;
                count += 1;
            }
            let range = start..end + 1;
            for reading in readings.iter().take(count) {
                self.look(page, rules, &range, *reading, out);
            }
            if tied && !readings.iter().take(1).any(|(key, ..)| self.knows(*key)) {
                let letters = page.letters(&range);
                for key in fix(letters) {
                    self.look(page, rules, &range, (key, letters.len(), false), out);
                }
            }
            let next_tied = page
                .gap(end + 1)
                .is_some_and(|gap| matches!(gap, Gap::Hyphen | Gap::Dot));
            // The first join at a hyphen is always tried, because the hyphen may hide a slip; after that only what begins some form.
            if end > start || !next_tied {
                let mut kept = 0;
                for at in 0..count {
                    if let Some((key, len, unsure)) = readings.get(at).copied()
                        && (self.begins.may_have(key)
                            || next_tied && self.begins.may_have(key.marked(TIED)))
                        && let Some(place) = readings.get_mut(kept)
                    {
                        *place = (key, len, unsure);
                        kept += 1;
                    }
                }
                count = kept;
            }
            if count == 0 {
                return;
            }
        }
    }

    /// Adds what begins at one token when every token is what it is written as, and only spaces stand between; says whether
    /// that was so.
    fn plain(&self, page: &Page, rules: &Rules, start: usize, out: &mut Vec<Hit>) -> bool {
        let (mut key, mut len) = (Key::default(), 0);
        for end in start..page.tokens.len().min(start + MOST_TOKENS) {
            let Some(token) = page.tokens.get(end) else {
                return true;
            };
            if end > start && !token.gap.joins() {
                return true;
            }
            let tied = end > start && matches!(token.gap, Gap::Hyphen | Gap::Dot);
            if tied || token.marks.has(Marks::OTHERS) {
                return false;
            }
            key = key.join(token.key, token.len);
            len += token.len;
            if end > start || token.marks.has(Marks::LISTED) {
                self.look(page, rules, &(start..end + 1), (key, len, false), out);
            }
            let next_tied = matches!(page.gap(end + 1), Some(Gap::Hyphen | Gap::Dot));
            if !next_tied && !self.begins.may_have(key) {
                return true;
            }
        }
        true
    }

    /// Adds what two words come to that were probably meant to be one.
    pub(in crate::privacy) fn apart(
        &self,
        page: &Page,
        rules: &Rules,
        (at, meant): (usize, &[u8]),
        out: &mut Vec<Hit>,
    ) {
        let reading = (Key::of(meant), meant.len(), false);
        self.look(page, rules, &(at..at + 2), reading, out);
    }

    fn look(
        &self,
        page: &Page,
        rules: &Rules,
        range: &Range<usize>,
        (key, len, unsure): Reading,
        out: &mut Vec<Hit>,
    ) {
        for listed in self.forms.get(key) {
            let number = usize::try_from(listed.entry).unwrap_or(usize::MAX);
            let fits = rules
                .get(number)
                .is_some_and(|rule| is_written_so(rule.form, page, range));
            if fits && may_join(usize::from(listed.words), len, page, range) {
                let unsure = unsure || listed.capitals && !is_written_so(Form::Upper, page, range);
                out.push(Hit {
                    entry: number,
                    range: range.clone(),
                    unsure,
                    told: false,
                });
            }
        }
    }
}

/// Says which forms a term of an entry takes.
pub(in crate::privacy) fn inflection(entry: &Entry, term: &Term) -> Inflect {
    let short = term.capitals || entry.rule.form == Form::Upper && term.words.len() == 1;
    if short && entry.inflect == Inflect::Auto {
        Inflect::Abbreviation
    } else {
        entry.inflect
    }
}

/// Says whether words that are joined differently than listed may still be the listed ones.
fn may_join(words: usize, letters: usize, page: &Page, range: &Range<usize>) -> bool {
    if range.len() == words {
        return true;
    }
    let hyphens = range
        .clone()
        .skip(1)
        .all(|at| matches!(page.gap(at), Some(Gap::Hyphen | Gap::Dot)));
    (hyphens && range.len() > words)
        || (letters >= SHORTEST_JOINED
            && (hyphens
                || range.clone().all(|at| {
                    page.tokens
                        .get(at)
                        .is_some_and(|token| token.len >= SHORTEST_PART)
                })))
}

/// Says whether tokens are capitalized as an entry asks. One capital between hyphens or brackets is part of an abbreviation.
fn is_written_so(form: Form, page: &Page, range: &Range<usize>) -> bool {
    let mut tokens = page.tokens.get(range.clone()).unwrap_or_default().iter();
    let several = range.len() > 1;
    match form {
        Form::Any => true,
        Form::Capital => tokens.next().is_some_and(|token| token.case != Case::Lower),
        Form::Upper => tokens.all(|token| {
            token.case == Case::Upper || several && token.case == Case::Capital && token.len == 1
        }),
    }
}
