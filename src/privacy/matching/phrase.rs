//! Patterns over several words: what is said without a listed word (`stemmen in mijn hoofd`), and what is another thing after
//! all (`een depressief boek`).

use std::ops::Range;

use crate::core::packed::{Pack, Unpack};
use crate::privacy::entry::{Entry, Hit};
use crate::privacy::key::{Key, Table};
use crate::privacy::page::{Marks, Page};
use crate::privacy::pattern::Pattern;
use crate::privacy::pattern::places::Places;

/// How many tokens around a finding an exception may be known by.
const AROUND: usize = 6;
/// From so many words on, a phrase tells by itself what it means.
const TELLING: usize = 3;

/// Patterns of all entries, by their rarest words.
#[derive(Debug)]
pub(in crate::privacy) struct Phrases {
    places: Places,
    table: Table<u32>,
}

impl Phrases {
    /// Makes the table of those patterns of each entry that `of` gives.
    pub(in crate::privacy) fn of(entries: &[Entry], of: fn(&Entry) -> &[Pattern]) -> Self {
        let mut signs = Vec::new();
        let mut places = Places::default();
        for (number, entry) in entries.iter().enumerate() {
            for pattern in of(entry) {
                let written = places.write(pattern);
                for sign in pattern.sought().signs() {
                    let place = places.add(number, Some(&sign), written);
                    signs.push((sign.key, place));
                }
            }
        }
        let mut table = Table::with_room(signs.len());
        for (key, place) in signs {
            table.add_once(key, place);
        }
        Self { places, table }
    }

    /// Writes the table.
    pub(in crate::privacy) fn pack(&self, to: &mut Pack) {
        self.places.pack(to);
        self.table.pack(to);
    }

    /// Reads the table.
    pub(in crate::privacy) fn unpack(from: &mut Unpack) -> Option<Self> {
        Some(Self {
            places: Places::unpack(from)?,
            table: Table::unpack(from)?,
        })
    }

    /// Returns every key by which a pattern is known.
    pub(in crate::privacy) fn keys(&self) -> impl Iterator<Item = Key> {
        self.table.keys()
    }

    /// Returns the numbers of the patterns that are known by a word.
    pub(in crate::privacy) fn known_by(&self, key: Key) -> impl Iterator<Item = u32> {
        self.table.get(key)
    }

    /// Adds what is known by one token.
    pub(in crate::privacy) fn at(&self, page: &Page, at: usize, out: &mut Vec<Hit>) {
        let Some(word) = page.word(at) else { return };
        for number in page.list(word.phrases) {
            if let Some(place) = self.places.get(*number) {
                out.extend(place.around(page, at).map(|(whole, marked)| Hit {
                    told: whole.len() > marked.len() || whole.len() >= TELLING,
                    ..Hit::sure(place.owner(), marked)
                }));
            }
        }
    }

    /// Says whether a pattern of an entry lies over tokens.
    pub(in crate::privacy) fn covers(
        &self,
        page: &Page,
        entry: usize,
        range: &Range<usize>,
    ) -> bool {
        let first = range.start.saturating_sub(AROUND);
        let last = page.tokens.len().min(range.end + AROUND);
        (first..last)
            .filter(|at| page.has(*at, Marks::EXCEPTION))
            .any(|at| {
                let numbers = page.word(at).map(|word| page.list(word.exceptions));
                numbers
                    .unwrap_or_default()
                    .iter()
                    .filter_map(|number| self.places.get(*number))
                    .filter(|place| place.owner() == entry)
                    .flat_map(|place| place.around(page, at))
                    .any(|(whole, _)| whole.start < range.end && whole.end > range.start)
            })
    }
}
