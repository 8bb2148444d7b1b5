//! Words that longer ones end in, as Dutch compounds do: `medewerker` in `balie-` and `keukenmedewerker`.

use std::collections::BTreeMap;

use crate::core::packed::{Pack, Unpack};

/// Words of two letters and more, by their last two.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct WordEnds(BTreeMap<[u8; 2], Vec<String>>);

impl WordEnds {
    /// Gathers the words, folded.
    pub(super) fn of(words: impl IntoIterator<Item = String>) -> Self {
        let mut ends: BTreeMap<[u8; 2], Vec<String>> = BTreeMap::new();
        for word in words {
            if let Some(last) = word.as_bytes().last_chunk() {
                ends.entry(*last).or_default().push(word);
            }
        }
        Self(ends)
    }

    /// Says whether a word ends as one of them, or is one.
    pub(super) fn has(&self, letters: &[u8]) -> bool {
        let ends = letters.last_chunk().and_then(|last| self.0.get(last));
        ends.is_some_and(|ends| ends.iter().any(|end| letters.ends_with(end.as_bytes())))
    }

    /// Writes the words.
    pub(super) fn pack(&self, to: &mut Pack) {
        let all: Vec<&String> = self.0.values().flatten().collect();
        to.all(all.into_iter(), Pack::text);
    }

    /// Reads the words.
    pub(super) fn unpack(from: &mut Unpack) -> Option<Self> {
        Some(Self::of(from.all(|from| from.text().map(str::to_owned))?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_ends_as_one_of_them_or_not() {
        let ends = WordEnds::of(["medewerker", "officer", "bakker"].map(str::to_owned));
        for (word, expected) in [
            ("bakker", true),
            ("keukenmedewerker", true),
            ("officers", false),
            ("akker", false),
            ("r", false),
            ("", false),
        ] {
            assert_eq!(ends.has(word.as_bytes()), expected, "{word}");
        }
    }
}
