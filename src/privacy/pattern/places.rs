//! Patterns by number: whose each is, and how far before the word it is known by it may begin.
//!
//! Kept in two rows of bytes, so that those that were made when the program was built stay where they are. Knows no text.

use std::borrow::Cow;
use std::ops::Range;

use crate::core::packed::{Pack, Unpack};
use crate::privacy::likely::{LIKELY, Likely};
use crate::privacy::page::Page;
use crate::privacy::pattern::companion::{COMPANION, Companion};
use crate::privacy::pattern::signs::Sign;
use crate::privacy::pattern::{Pattern, Sought};

/// How many bytes a place takes: the owner, where the pattern starts and how long it is, in four bytes each; its mark, and the
/// fewest and most tokens before and behind the word, in one byte each; then with which words it begins, and the companion.
const PLACE: usize = NUMBERS + LIKELY + COMPANION;
/// How many bytes of it are numbers.
const NUMBERS: usize = 18;

/// Where a pattern is written, and which of its parts are marked.
#[derive(Debug, Clone, Copy)]
pub(in crate::privacy) struct Written {
    start: u32,
    len: u32,
    begins: Likely,
    mark: (u8, u8),
}

/// A pattern of an owner, by one of the words it is known by.
#[derive(Debug, Clone, Copy)]
pub(in crate::privacy) struct Place<'a> {
    row: &'a [u8; PLACE],
    patterns: &'a [u8],
}

/// Patterns by number.
#[derive(Debug, Default)]
pub(in crate::privacy) struct Places {
    places: Cow<'static, [[u8; PLACE]]>,
    patterns: Cow<'static, [u8]>,
}

impl Places {
    /// Writes a pattern; its places are added one by one.
    pub(in crate::privacy) fn write(&mut self, pattern: &Pattern) -> Written {
        let small = |number: usize| u8::try_from(number).unwrap_or(u8::MAX);
        let patterns = self.patterns.to_mut();
        let start = patterns.len();
        patterns.extend_from_slice(&pattern.parts);
        Written {
            start: u32::try_from(start).unwrap_or(u32::MAX),
            len: u32::try_from(pattern.parts.len()).unwrap_or(u32::MAX),
            begins: pattern.begins,
            mark: (small(pattern.mark.0), small(pattern.mark.1)),
        }
    }

    /// Adds a place of a written pattern by one of its signs, unless it is the last one; returns its number.
    pub(in crate::privacy) fn add(
        &mut self,
        owner: usize,
        sign: Option<&Sign>,
        written: Written,
    ) -> u32 {
        let small = |number: usize| u8::try_from(number).unwrap_or(u8::MAX);
        let mut row = [0; PLACE];
        let (before, after) = sign.map_or_else(Default::default, |sign| (sign.before, sign.after));
        let companion = sign.map_or(Companion::NONE, |sign| sign.companion);
        let owner = u32::try_from(owner).unwrap_or(u32::MAX);
        let numbers = [owner, written.start, written.len]
            .into_iter()
            .flat_map(u32::to_le_bytes)
            .chain([written.mark.0, written.mark.1])
            .chain([small(before.0), small(before.1)])
            .chain([small(after.0), small(after.1)])
            .chain(written.begins.bytes())
            .chain(companion.bytes());
        for (byte, number) in row.iter_mut().zip(numbers) {
            *byte = number;
        }
        let places = self.places.to_mut();
        if places.last() != Some(&row) {
            places.push(row);
        }
        u32::try_from(places.len() - 1).unwrap_or(u32::MAX)
    }

    /// Returns how many places there are.
    pub(in crate::privacy) fn len(&self) -> u32 {
        u32::try_from(self.places.len()).unwrap_or(u32::MAX)
    }

    /// Returns a place by its number.
    pub(in crate::privacy) fn get(&self, number: u32) -> Option<Place<'_>> {
        Some(Place {
            row: self.places.get(usize::try_from(number).ok()?)?,
            patterns: &self.patterns,
        })
    }

    /// Writes all patterns.
    pub(in crate::privacy) fn pack(&self, to: &mut Pack) {
        to.all(self.places.iter(), |to, place| to.bytes(place));
        to.text(&*self.patterns);
    }

    /// Reads all patterns; they stay where they are.
    pub(in crate::privacy) fn unpack(from: &mut Unpack) -> Option<Self> {
        let len = from.number()?;
        Some(Self {
            places: Cow::Borrowed(from.row(len)?),
            patterns: Cow::Borrowed(from.letters()?),
        })
    }
}

impl<'a> Place<'a> {
    fn whole(self, at: usize) -> u32 {
        let piece = self.row.get(at..).and_then(<[u8]>::first_chunk);
        piece.map_or(0, |piece| u32::from_le_bytes(*piece))
    }

    fn small(self, at: usize) -> usize {
        self.row.get(at).copied().map_or(0, usize::from)
    }

    /// Returns whose it is, by number.
    pub(in crate::privacy) fn owner(self) -> usize {
        usize::try_from(self.whole(0)).unwrap_or(usize::MAX)
    }

    /// Returns what is looked for.
    pub(in crate::privacy) fn pattern(self) -> Sought<'a> {
        let at = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        let start = at(self.whole(4));
        let begins = self.row.get(NUMBERS..).and_then(<[u8]>::first_chunk);
        let end = start.saturating_add(at(self.whole(8)));
        Sought {
            parts: self.patterns.get(start..end).unwrap_or_default(),
            begins: begins.map_or(Likely::ALL, |row| Likely::read(*row)),
            mark: (self.small(12), self.small(13)),
        }
    }

    fn companion(self) -> Companion {
        let last = self.row.last_chunk();
        last.map_or(Companion::NONE, |row| Companion::read(*row))
    }

    /// Says whether the pattern may end before a token, when the word it is known by stands at another.
    pub(in crate::privacy) fn may_end(self, at: usize, end: usize) -> bool {
        let (fewest, most) = (self.small(16), self.small(17));
        (at + 1 + fewest..=at + 1 + most).contains(&end)
    }

    /// Finds the pattern around the token it is known by: the tokens of the whole, and those of its marked part.
    pub(in crate::privacy) fn around(
        self,
        page: &Page,
        at: usize,
    ) -> impl Iterator<Item = (Range<usize>, Range<usize>)> {
        let (fewest, most) = (self.small(14), self.small(15));
        let starts = match at.checked_sub(fewest) {
            Some(last) if self.companion().may_stand(page, at) => at.saturating_sub(most)..last + 1,
            Some(_) | None => 0..0,
        };
        let pattern = self.pattern();
        starts.filter_map(move |start| {
            let (marked, end) = pattern.at(page, start)?;
            Some((start..end, marked))
        })
    }
}
