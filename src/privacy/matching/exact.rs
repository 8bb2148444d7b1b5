//! Listed words in all their forms, also written apart or with a hyphen where they belong together.
//!
//! A hash over the generated forms; neighbors are joined before they are looked up, so `burn out`, `burn-out` and
//! `burnout` are one word.

use std::collections::HashMap;
use std::ops::Range;

use crate::privacy::entry::{Entry, Form, Inflect};
use crate::privacy::forms::forms;
use crate::privacy::normalize::{Case, Gap, Token};

/// The fewest letters a word must have to be found in parts.
const SHORTEST_JOINED: usize = 7;
/// The fewest letters of each part that stands apart.
const SHORTEST_PART: usize = 3;

#[derive(Debug, Clone, Copy)]
struct Listed {
    entry: usize,
    words: usize,
}

/// Every form of every listed word.
#[derive(Debug, Default)]
pub(in crate::privacy) struct Exact {
    keys: HashMap<String, Vec<Listed>>,
    longest: usize,
}

impl Exact {
    /// Makes the table.
    pub(in crate::privacy) fn of(entries: &[Entry]) -> Self {
        let mut exact = Self { keys: HashMap::new(), longest: 1 };
        for (number, entry) in entries.iter().enumerate().filter(|(_, entry)| entry.proof.is_none()) {
            for term in &entry.terms {
                let Some((last, before)) = term.split_last() else { continue };
                exact.longest = exact.longest.max(term.len() + 1);
                let before = before.concat();
                let inflect = if entry.form == Form::Upper && term.len() == 1 && entry.inflect == Inflect::Auto { Inflect::Abbreviation } else { entry.inflect };
                for form in forms(last, entry.language, inflect) {
                    let list = exact.keys.entry(format!("{before}{form}")).or_default();
                    if !list.iter().any(|listed| listed.entry == number && listed.words == term.len()) {
                        list.push(Listed { entry: number, words: term.len() });
                    }
                }
            }
        }
        exact
    }

    /// Returns how many forms are known.
    pub(in crate::privacy) fn size(&self) -> usize {
        self.keys.len()
    }

    /// Says whether a spelling is a known form of one word.
    pub(in crate::privacy) fn knows(&self, word: &str) -> bool {
        self.keys.contains_key(word)
    }

    /// Adds what begins at one token; `fix` corrects a word that was joined at a hyphen.
    pub(in crate::privacy) fn at(&self, tokens: &[Token], entries: &[Entry], start: usize, fix: &dyn Fn(&str) -> Vec<String>, out: &mut Vec<(usize, Range<usize>)>) {
        let mut spellings: Vec<String> = vec![String::new()];
        for end in start..tokens.len().min(start + self.longest) {
            let Some(token) = tokens.get(end) else { return };
            if end > start && !token.gap.joins() {
                return;
            }
            spellings = spellings.iter().flat_map(|before| token.spellings().map(move |one| format!("{before}{one}"))).take(8).collect();
            if end > start && token.gap == Gap::Hyphen {
                let joined = spellings.first().filter(|joined| !self.knows(joined)).map(|joined| fix(joined));
                spellings.extend(joined.unwrap_or_default());
            }
            let range = start..end + 1;
            for key in &spellings {
                for listed in self.keys.get(key).into_iter().flatten() {
                    let fits = entries.get(listed.entry).is_some_and(|entry| is_written_so(entry.form, tokens, &range));
                    if fits && may_join(listed.words, key, tokens, &range) {
                        out.push((listed.entry, range.clone()));
                    }
                }
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
    let hyphens = parts.iter().skip(1).all(|token| matches!(token.gap, Gap::Hyphen | Gap::Dot));
    (hyphens && range.len() > words) || (key.len() >= SHORTEST_JOINED && (hyphens || parts.iter().all(|token| token.text.len() >= SHORTEST_PART)))
}

/// Says whether tokens are capitalized as an entry asks.
pub(in crate::privacy) fn is_written_so(form: Form, tokens: &[Token], range: &Range<usize>) -> bool {
    let mut cases = tokens.get(range.clone()).unwrap_or_default().iter().map(|token| token.case);
    match form {
        Form::Any => true,
        Form::Capital => cases.next().is_some_and(|case| case != Case::Lower),
        Form::Upper => cases.all(|case| case == Case::Upper),
    }
}
