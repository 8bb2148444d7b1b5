//! Patterns over several words, for what is said without a listed word: `stemmen in mijn hoofd`.

use crate::privacy::entry::{Entry, Hit};
use crate::privacy::key::{Key, Table};
use crate::privacy::page::Page;

/// A pattern of an entry, and how many tokens may stand before the word by which it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    entry: u32,
    phrase: u32,
    fewest: u32,
    most: u32,
}

/// The patterns of all entries, by their rarest words.
#[derive(Debug, Default)]
pub(in crate::privacy) struct Phrases {
    places: Vec<Place>,
    table: Table<u32>,
}

impl Phrases {
    /// Makes the table.
    pub(in crate::privacy) fn of(entries: &[Entry]) -> Self {
        let mut signs = Vec::new();
        let mut places = Vec::new();
        let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        for (entry, at) in entries
            .iter()
            .zip(0_u32..)
            .filter(|(entry, _)| entry.proof.is_none())
        {
            for (phrase, pattern) in entry.phrases.iter().enumerate() {
                for sign in pattern.signs() {
                    let place = Place {
                        entry: at,
                        phrase: number(phrase),
                        fewest: number(sign.before.0),
                        most: number(sign.before.1),
                    };
                    if places.last() != Some(&place) {
                        places.push(place);
                    }
                    signs.push((sign.key, number(places.len() - 1)));
                }
            }
        }
        let mut table = Table::with_room(signs.len());
        for (key, place) in signs {
            table.add_once(key, place);
        }
        Self { places, table }
    }

    /// Returns the numbers of the patterns that are known by a word.
    pub(in crate::privacy) fn known_by(&self, key: Key) -> impl Iterator<Item = u32> {
        self.table.get(key).copied()
    }

    /// Adds what is known by one token.
    pub(in crate::privacy) fn at(
        &self,
        page: &Page,
        entries: &[Entry],
        at: usize,
        out: &mut Vec<Hit>,
    ) {
        let Some(word) = page.word(at) else { return };
        let whole = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        for number in page.list(&word.phrases) {
            let Some(place) = self.places.get(whole(*number)) else {
                continue;
            };
            let entry = whole(place.entry);
            let pattern = entries
                .get(entry)
                .and_then(|entry| entry.phrases.get(whole(place.phrase)));
            let Some(pattern) = pattern else { continue };
            let first = at.saturating_sub(whole(place.most));
            let Some(last) = at.checked_sub(whole(place.fewest)) else {
                continue;
            };
            for start in first..=last {
                if let Some((range, _)) = pattern.at(page, start) {
                    out.push(Hit::sure(entry, range));
                }
            }
        }
    }
}
