//! Long words with two slips: those that still share a third of themselves with a listed word.
//!
//! A word is cut in three; two slips leave one piece whole, at its own place or up to two letters from it. Finds candidates
//! only: how near they are is for others to say.

use crate::core::packed::{Pack, Unpack};
use crate::privacy::key::{Beginnings, Key, Table};

/// The fewest letters of a word in which two may be wrong.
const SHORTEST: usize = 9;
/// How many letters two slips can move a piece.
const SHIFT: usize = 2;

/// Listed words by a third of themselves.
#[derive(Debug, Default)]
pub(in crate::privacy) struct Far {
    gathered: Vec<(Key, u32)>,
    pieces: Table<u32>,
}

impl Far {
    /// Says whether two words are long enough to be two slips apart.
    pub(in crate::privacy) fn may(one: &[u8], other: &[u8]) -> bool {
        one.len() >= SHORTEST && other.len() >= SHORTEST && one.len().abs_diff(other.len()) <= SHIFT
    }

    /// Adds a listed word and its sound under a number.
    pub(in crate::privacy) fn add(&mut self, word: &[u8], sound: &[u8], number: usize) {
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        let mut keys = Beginnings::default();
        for letters in [word, sound] {
            let len = letters.len();
            if len < SHORTEST {
                continue;
            }
            keys.fill(letters);
            let first = letters.first().copied().unwrap_or_default();
            for (piece, (start, end)) in thirds(len).into_iter().enumerate() {
                let key = mark(keys.part(start, end), piece, len, first);
                self.gathered.push((key, number));
            }
            if word == sound {
                break;
            }
        }
    }

    /// Makes the table, once everything is added.
    pub(in crate::privacy) fn done(&mut self) {
        let gathered = std::mem::take(&mut self.gathered);
        let mut pieces = Table::with_room(gathered.len());
        for (key, number) in gathered {
            pieces.add(key, number);
        }
        self.pieces = pieces;
    }

    /// Writes the table.
    pub(in crate::privacy) fn pack(&self, to: &mut Pack) {
        self.pieces.pack(to);
    }

    /// Reads the table.
    pub(in crate::privacy) fn unpack(from: &mut Unpack) -> Option<Self> {
        Some(Self {
            gathered: Vec::new(),
            pieces: Table::unpack(from)?,
        })
    }

    /// Adds the words that share a piece with this one.
    pub(in crate::privacy) fn candidates(
        &self,
        letters: &[u8],
        keys: &Beginnings,
        out: &mut Vec<u32>,
    ) {
        let len = letters.len();
        let Some(first) = letters.first().copied() else {
            return;
        };
        for listed in len.saturating_sub(SHIFT).max(SHORTEST)..=len + SHIFT {
            let [(_, one), (two, three), (four, five)] = thirds(listed);
            let mut look = |start: usize, end: usize, piece: usize| {
                if end <= len {
                    let key = mark(keys.part(start, end), piece, listed, first);
                    out.extend(self.pieces.get(key));
                }
            };
            look(0, one, 0);
            for start in two.saturating_sub(SHIFT)..=two + SHIFT {
                look(start, start + (three - two), 1);
            }
            look(len - (five - four), len, 2);
        }
    }
}

/// Cuts a length in three.
fn thirds(len: usize) -> [(usize, usize); 3] {
    let (one, two) = (len / 3, len - len / 3);
    [(0, one), (one, two), (two, len)]
}

/// A piece counts only as the same piece of a word of the same length with the same first letter.
fn mark(piece: Key, place: usize, len: usize, first: u8) -> Key {
    let kind = (u64::from(first) << 16) | u64::try_from(len << 2 | place).unwrap_or_default();
    piece.marked(kind.wrapping_mul(0x2545_f491_4f6c_dd1d))
}
