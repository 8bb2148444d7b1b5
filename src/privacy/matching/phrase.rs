//! Patterns over several words: what is said without a listed word (`stemmen in mijn hoofd`), and what is another thing after
//! all (`een depressief boek`).

use std::borrow::Cow;
use std::ops::Range;

use crate::core::packed::{Pack, Unpack};
use crate::privacy::entry::{Entry, Hit};
use crate::privacy::key::{Key, Table};
use crate::privacy::page::{Marks, Page};
use crate::privacy::pattern::Pattern;

/// How many tokens around a finding an exception may be known by.
const AROUND: usize = 6;
/// From so many words on, a phrase tells by itself what it means.
const TELLING: usize = 3;

/// A pattern of an entry, and how many tokens may stand before the word by which it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    entry: usize,
    pattern: usize,
    fewest: usize,
    most: usize,
}

/// How many bytes a place takes.
const ROW: usize = 16;

impl Place {
    fn row(self) -> [u8; ROW] {
        let numbers = [self.entry, self.pattern, self.fewest, self.most];
        let mut row = [0; ROW];
        let (pieces, _) = row.as_chunks_mut();
        for (piece, number) in pieces.iter_mut().zip(numbers) {
            *piece = u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes();
        }
        row
    }

    fn of(row: [u8; ROW]) -> Self {
        let (pieces, _) = row.as_chunks();
        let number = |place: usize| {
            let piece = pieces.get(place).copied().unwrap_or_default();
            usize::try_from(u32::from_le_bytes(piece)).unwrap_or(usize::MAX)
        };
        Self {
            entry: number(0),
            pattern: number(1),
            fewest: number(2),
            most: number(3),
        }
    }
}

/// Patterns of all entries, by their rarest words.
#[derive(Debug)]
pub(in crate::privacy) struct Phrases {
    of: fn(&Entry) -> &[Pattern],
    /// The places, each as [`Place::row`] writes it; those that were made when the program was built stay where they are.
    places: Cow<'static, [[u8; ROW]]>,
    table: Table<u32>,
}

impl Phrases {
    /// Makes the table of those patterns of each entry that `of` gives.
    pub(in crate::privacy) fn of(entries: &[Entry], of: fn(&Entry) -> &[Pattern]) -> Self {
        let mut signs = Vec::new();
        let mut places: Vec<Place> = Vec::new();
        for (number, entry) in entries.iter().enumerate() {
            for (pattern, one) in of(entry).iter().enumerate() {
                for sign in one.signs() {
                    let place = Place {
                        entry: number,
                        pattern,
                        fewest: sign.before.0,
                        most: sign.before.1,
                    };
                    if places.last() != Some(&place) {
                        places.push(place);
                    }
                    let last = u32::try_from(places.len() - 1).unwrap_or(u32::MAX);
                    signs.push((sign.key, last));
                }
            }
        }
        let mut table = Table::with_room(signs.len());
        for (key, place) in signs {
            table.add_once(key, place);
        }
        let places = places.into_iter().map(Place::row).collect();
        Self { of, places, table }
    }

    /// Writes the table.
    pub(in crate::privacy) fn pack(&self, to: &mut Pack) {
        to.all(self.places.iter(), |to, place| to.bytes(place));
        self.table.pack(to);
    }

    /// Reads the table of those patterns of each entry that `of` gives.
    pub(in crate::privacy) fn unpack(
        from: &mut Unpack,
        of: fn(&Entry) -> &[Pattern],
    ) -> Option<Self> {
        let len = from.number()?;
        Some(Self {
            of,
            places: Cow::Borrowed(from.row(len)?),
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

    /// Finds the pattern of a place around the token it is known by: the tokens of the marked part, and those of the whole.
    fn around<'a>(
        &self,
        page: &'a Page,
        entries: &'a [Entry],
        place: Place,
        at: usize,
    ) -> impl Iterator<Item = (Range<usize>, Range<usize>)> + use<'a> {
        let pattern = entries
            .get(place.entry)
            .and_then(|entry| (self.of)(entry).get(place.pattern));
        let starts = match at.checked_sub(place.fewest) {
            Some(last) => at.saturating_sub(place.most)..last + 1,
            None => 0..0,
        };
        starts.filter_map(move |start| {
            let (range, end) = pattern?.at(page, start)?;
            Some((range, start..end))
        })
    }

    fn place(&self, number: u32) -> Option<Place> {
        let row = self.places.get(usize::try_from(number).ok()?)?;
        Some(Place::of(*row))
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
        for number in page.list(word.phrases) {
            if let Some(place) = self.place(*number) {
                let found = self.around(page, entries, place, at);
                out.extend(found.map(|(range, whole)| Hit {
                    told: whole.len() > range.len() || whole.len() >= TELLING,
                    ..Hit::sure(place.entry, range)
                }));
            }
        }
    }

    /// Says whether a pattern of an entry lies over tokens.
    pub(in crate::privacy) fn covers(
        &self,
        page: &Page,
        entries: &[Entry],
        entry: usize,
        range: &Range<usize>,
    ) -> bool {
        let first = range.start.saturating_sub(AROUND);
        let last = page.tokens.len().min(range.end + AROUND);
        for at in (first..last).filter(|at| page.has(*at, Marks::EXCEPTION)) {
            let numbers = page.word(at).map(|word| page.list(word.exceptions));
            for number in numbers.unwrap_or_default() {
                let Some(place) = self.place(*number).filter(|place| place.entry == entry) else {
                    continue;
                };
                if self
                    .around(page, entries, place, at)
                    .any(|(_, whole)| whole.start < range.end && whole.end > range.start)
                {
                    return true;
                }
            }
        }
        false
    }
}
