//! Some words, told by a few bits: enough to say at once that a word of a text is none of them.
//!
//! A word that is known as a whole has one bit for its key, what is known by its beginning one for its first letter; several
//! share one. Knows no word.

use crate::privacy::key::Key;

/// How many bytes a set takes in a row.
pub(super) const LIKELY: usize = 12;

/// Some words, or what one word may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Likely {
    keys: u64,
    letters: u32,
}

impl Default for Likely {
    fn default() -> Self {
        Self::ALL
    }
}

impl Likely {
    /// No word.
    pub(super) const NONE: Self = Self {
        keys: 0,
        letters: 0,
    };
    /// Any word.
    pub(super) const ALL: Self = Self {
        keys: u64::MAX,
        letters: u32::MAX,
    };

    /// The word with this key.
    pub(super) fn whole(key: Key) -> Self {
        Self {
            keys: key.bit(),
            ..Self::NONE
        }
    }

    /// Every word that begins so.
    pub(super) fn begun(stem: &[u8]) -> Self {
        let Some(first) = stem.first() else {
            return Self::ALL;
        };
        Self {
            letters: 1 << (first & 31),
            ..Self::NONE
        }
    }

    /// What a word of a text may be: itself, or one that begins with its first letter.
    pub(super) fn word(key: Key, letters: &[u8]) -> Self {
        Self::whole(key).or(Self::begun(letters))
    }

    /// Returns those of both.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            keys: self.keys | other.keys,
            letters: self.letters | other.letters,
        }
    }

    /// Says whether a word may be one of these; no means that it is none.
    pub(super) fn meets(self, word: Self) -> bool {
        self.keys & word.keys != 0 || self.letters & word.letters != 0
    }

    /// How many words of a text are met, as far as can be told; a first letter has more of them than a key.
    pub(super) fn share(self) -> u32 {
        self.keys.count_ones() + 2 * self.letters.count_ones()
    }

    /// Writes it into a row.
    pub(super) fn bytes(self) -> impl Iterator<Item = u8> {
        let keys = self.keys.to_le_bytes().into_iter();
        keys.chain(self.letters.to_le_bytes())
    }

    /// Reads it from a row.
    pub(super) fn read(row: [u8; LIKELY]) -> Self {
        let [keys @ .., a, b, c, d] = row;
        Self {
            keys: u64::from_le_bytes(keys),
            letters: u32::from_le_bytes([a, b, c, d]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_is_one_of_them_is_never_missed() {
        let of = |word: &str| Likely::word(Key::of(word.as_bytes()), word.as_bytes());
        let listed = ["kliniek", "opname", "ggz"];
        let all = listed.iter().fold(Likely::NONE, |all, word| {
            all.or(Likely::whole(Key::of(word.as_bytes())))
        });
        let all = all.or(Likely::begun(b"afdel"));
        assert!(listed.iter().all(|word| all.meets(of(word))));
        assert!(all.meets(of("afdeling")) && all.meets(of("aap")));
        let others = ["boom", "roos", "vis", "zee", "maan", "ster", "x", "qqq"];
        assert!(others.iter().any(|word| !all.meets(of(word))));
        assert!(Likely::begun(b"").meets(of("zee")) && !Likely::NONE.meets(of("zee")));
        let mut row = [0; LIKELY];
        row.iter_mut()
            .zip(all.bytes())
            .for_each(|(to, byte)| *to = byte);
        assert_eq!(Likely::read(row), all);
    }
}
