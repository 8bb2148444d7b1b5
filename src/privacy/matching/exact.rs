//! Listed words in all their forms, also written apart or with a hyphen where they belong together.
//!
//! A sorted list of the generated forms; neighbors are joined before they are looked up, so `burn out`, `burn-out` and
//! `burnout` are one word.

use std::collections::HashMap;
use std::ops::Range;

use crate::privacy::entry::{Entry, Form, Hit, Inflect};
use crate::privacy::forms::forms;
use crate::privacy::normalize::{Case, Gap, Token};

/// The fewest letters a word must have to be found in parts.
const SHORTEST_JOINED: usize = 7;
/// The fewest letters of each part that stands apart.
const SHORTEST_PART: usize = 3;
/// The most readings of one stretch of words that are followed.
const MOST_SPELLINGS: usize = 8;

/// One form: its letters without spaces, the entry, how many words it is listed as, and whether it is a short abbreviation.
type Listed = (String, usize, usize, bool);

/// Every form of every listed word.
#[derive(Debug, Default)]
pub(in crate::privacy) struct Exact {
    forms: Vec<Listed>,
    /// Where the forms with the same first letters stand.
    places: HashMap<[u8; 3], Range<usize>>,
}

impl Exact {
    /// Makes the table.
    pub(in crate::privacy) fn of(entries: &[Entry]) -> Self {
        let mut all = Vec::new();
        for (number, entry) in entries
            .iter()
            .enumerate()
            .filter(|(_, entry)| entry.proof.is_none())
        {
            for term in &entry.terms {
                let Some((last, before)) = term.words.split_last() else {
                    continue;
                };
                let before = before.concat();
                let inflect = if (term.capitals
                    || entry.form == Form::Upper && term.words.len() == 1)
                    && entry.inflect == Inflect::Auto
                {
                    Inflect::Abbreviation
                } else {
                    entry.inflect
                };
                all.extend(
                    forms(last, entry.language, inflect)
                        .into_iter()
                        .map(|form| {
                            (
                                format!("{before}{form}"),
                                number,
                                term.words.len(),
                                term.capitals,
                            )
                        }),
                );
            }
        }
        all.sort_unstable();
        all.dedup();
        let mut places: HashMap<[u8; 3], Range<usize>> = HashMap::new();
        for (at, (form, ..)) in all.iter().enumerate() {
            if let Some(first) = form.as_bytes().first_chunk() {
                places.entry(*first).or_insert(at..at).end = at + 1;
            }
        }
        Self { forms: all, places }
    }

    /// Returns how many forms are known.
    pub(in crate::privacy) fn size(&self) -> usize {
        self.forms.len()
    }

    /// Says whether a spelling is a known form.
    pub(in crate::privacy) fn knows(&self, word: &str) -> bool {
        self.from(word)
            .next()
            .is_some_and(|(form, ..)| form == word)
    }

    /// The forms from a spelling on, in the order of the alphabet.
    fn from(&self, word: &str) -> impl Iterator<Item = &Listed> {
        let place = match word.as_bytes().first_chunk() {
            Some(first) => self.places.get(first).cloned().unwrap_or(0..0),
            None => 0..self.forms.len(),
        };
        let same = self.forms.get(place).unwrap_or_default();
        let start = same.partition_point(|(form, ..)| form.as_str() < word);
        same.iter().skip(start)
    }

    /// Adds what begins at one token; `fix` corrects a word that was joined at a hyphen.
    pub(in crate::privacy) fn at(
        &self,
        tokens: &[Token],
        entries: &[Entry],
        start: usize,
        fix: &dyn Fn(&str) -> Vec<String>,
        out: &mut Vec<Hit>,
    ) {
        let mut spellings: Vec<String> = vec![String::new()];
        for end in start..tokens.len() {
            let Some(token) = tokens
                .get(end)
                .filter(|token| end == start || token.gap.joins())
            else {
                return;
            };
            spellings = spellings
                .iter()
                .flat_map(|before| token.spellings().map(move |one| format!("{before}{one}")))
                .take(MOST_SPELLINGS)
                .collect();
            if end > start && token.gap == Gap::Hyphen {
                let joined = spellings
                    .first()
                    .filter(|joined| !self.knows(joined))
                    .map(|joined| fix(joined));
                spellings.extend(joined.unwrap_or_default());
            }
            let range = start..end + 1;
            for key in &spellings {
                for (_, number, words, capitals) in
                    self.from(key).take_while(|(form, ..)| form == key)
                {
                    let fits = entries
                        .get(*number)
                        .is_some_and(|entry| is_written_so(entry.form, tokens, &range));
                    if fits && may_join(*words, key, tokens, &range) {
                        let unsure = *capitals && !is_written_so(Form::Upper, tokens, &range);
                        out.push(Hit {
                            entry: *number,
                            range: range.clone(),
                            unsure,
                        });
                    }
                }
            }
            // The first join is always tried, because a hyphen may hide a slip; after that only what begins some form.
            if end > start {
                spellings.retain(|key| {
                    self.from(key)
                        .next()
                        .is_some_and(|(form, ..)| form.starts_with(key.as_str()))
                });
            }
            if spellings.is_empty() {
                return;
            }
        }
    }
}

/// Says whether words that are joined differently than listed may still be the listed ones.
fn may_join(words: usize, key: &str, tokens: &[Token], range: &Range<usize>) -> bool {
    if range.len() == words {
        return true;
    }
    let parts = tokens.get(range.clone()).unwrap_or_default();
    let hyphens = parts
        .iter()
        .skip(1)
        .all(|token| matches!(token.gap, Gap::Hyphen | Gap::Dot));
    (hyphens && range.len() > words)
        || (key.len() >= SHORTEST_JOINED
            && (hyphens || parts.iter().all(|token| token.text.len() >= SHORTEST_PART)))
}

/// Says whether tokens are capitalized as an entry asks.
pub(in crate::privacy) fn is_written_so(
    form: Form,
    tokens: &[Token],
    range: &Range<usize>,
) -> bool {
    let mut cases = tokens
        .get(range.clone())
        .unwrap_or_default()
        .iter()
        .map(|token| token.case);
    match form {
        Form::Any => true,
        Form::Capital => cases.next().is_some_and(|case| case != Case::Lower),
        Form::Upper => cases.all(|case| case == Case::Upper),
    }
}
