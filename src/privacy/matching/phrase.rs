//! Patterns over several words, for what is said without a listed word: `stemmen in mijn hoofd`.

use crate::privacy::entry::{Entry, Hit};
use crate::privacy::normalize::Token;
use crate::privacy::pattern::{Sieves, Table};

/// The patterns of all entries, by their first letters.
#[derive(Debug, Default)]
pub(in crate::privacy) struct Phrases {
    places: Vec<(usize, usize)>,
    table: Table,
}

impl Phrases {
    /// Makes the table.
    pub(in crate::privacy) fn of(entries: &[Entry]) -> Self {
        let all = || {
            entries.iter().enumerate().flat_map(|(entry, one)| {
                one.phrases
                    .iter()
                    .enumerate()
                    .map(move |(phrase, pattern)| ((entry, phrase), pattern))
            })
        };
        Self {
            places: all().map(|(place, _)| place).collect(),
            table: Table::of(all().map(|(_, pattern)| pattern).enumerate()),
        }
    }

    /// Adds what begins at one token.
    pub(in crate::privacy) fn at(
        &self,
        tokens: &[Token],
        sieves: &Sieves,
        entries: &[Entry],
        start: usize,
        out: &mut Vec<Hit>,
    ) {
        let Some(token) = tokens.get(start) else {
            return;
        };
        for number in self.table.candidates(token, sieves) {
            let Some((entry, phrase)) = self.places.get(number).copied() else {
                continue;
            };
            let pattern = entries
                .get(entry)
                .and_then(|entry| entry.phrases.get(phrase));
            if let Some((range, _)) = pattern.and_then(|pattern| pattern.at(tokens, start)) {
                out.push(Hit::sure(entry, range));
            }
        }
    }
}
