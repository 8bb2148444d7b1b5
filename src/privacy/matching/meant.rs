//! The listed words that a slip may have been meant for, each with its sound, in one row of letters.
//!
//! What was made when the program was built stays where it is: nothing is copied when the program starts.

use std::borrow::Cow;

use crate::core::packed::{Pack, Unpack};

/// How many bytes one word takes beside its letters: where they begin, how many there are of the word and of its sound, how it
/// is listed, and which letters there are in both.
const ROW: usize = 15;
/// It only stands among other words.
const AMONG: u8 = 1;
/// It is listed by itself.
const ALONE: u8 = 2;

/// A listed word and its sound.
#[derive(Debug, Clone, Copy)]
pub(super) struct Meant<'a> {
    /// Its letters.
    pub word: &'a [u8],
    /// How it sounds.
    pub sound: &'a [u8],
    /// Which letters there are in the word and in its sound, a bit for each.
    pub letters: (u32, u32),
    /// It only stands among other words, which must be there as well.
    pub among: bool,
    /// It is listed by itself.
    pub alone: bool,
}

impl<'a> Meant<'a> {
    /// The word as text.
    pub(super) fn text(&self) -> &'a str {
        std::str::from_utf8(self.word).unwrap_or_default()
    }
}

/// All of them, by number.
#[derive(Debug, Default)]
pub(super) struct MeantWords {
    rows: Cow<'static, [[u8; ROW]]>,
    letters: Cow<'static, [u8]>,
}

impl MeantWords {
    /// Adds a word with its sound; both are short.
    pub(super) fn add(&mut self, word: &[u8], sound: &[u8], among: bool, alone: bool) {
        let start = u32::try_from(self.letters.len()).unwrap_or(u32::MAX);
        let len = |letters: &[u8]| u8::try_from(letters.len()).unwrap_or(u8::MAX);
        let listed = (u8::from(among) * AMONG) | (u8::from(alone) * ALONE);
        let mut row = [0; ROW];
        let bytes = (start.to_le_bytes().into_iter())
            .chain([len(word), len(sound), listed])
            .chain(letters(word).to_le_bytes())
            .chain(letters(sound).to_le_bytes());
        for (place, byte) in row.iter_mut().zip(bytes) {
            *place = byte;
        }
        self.rows.to_mut().push(row);
        self.letters.to_mut().extend_from_slice(word);
        self.letters.to_mut().extend_from_slice(sound);
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// Returns a word by its number.
    pub(super) fn get(&self, number: u32) -> Option<Meant<'_>> {
        let row = self.rows.get(usize::try_from(number).ok()?)?;
        let (start, rest) = row.split_first_chunk()?;
        let (&[word, sound, listed], rest) = rest.split_first_chunk()?;
        let (of_word, rest) = rest.split_first_chunk()?;
        let of_sound = rest.first_chunk()?;
        let start = usize::try_from(u32::from_le_bytes(*start)).ok()?;
        let (word, rest) = self
            .letters
            .get(start..)?
            .split_at_checked(usize::from(word))?;
        Some(Meant {
            word,
            sound: rest.get(..usize::from(sound))?,
            letters: (u32::from_le_bytes(*of_word), u32::from_le_bytes(*of_sound)),
            among: listed & AMONG != 0,
            alone: listed & ALONE != 0,
        })
    }

    /// Returns all of them, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u32, Meant<'_>)> {
        (0_u32..).map_while(|number| Some((number, self.get(number)?)))
    }

    /// Writes them.
    pub(super) fn pack(&self, to: &mut Pack) {
        to.number(self.rows.len());
        for row in &*self.rows {
            to.bytes(row);
        }
        to.text(&*self.letters);
    }

    /// Reads them; they stay where they are.
    pub(super) fn unpack(from: &mut Unpack) -> Option<Self> {
        let len = from.number()?;
        Some(Self {
            rows: Cow::Borrowed(from.row(len)?),
            letters: Cow::Borrowed(from.letters()?),
        })
    }
}

/// Which letters a word has, a bit for each.
pub(super) fn letters(word: &[u8]) -> u32 {
    word.iter()
        .fold(0, |letters, letter| letters | 1 << (letter & 31))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_the_same_once_they_were_written() {
        let mut made = MeantWords::default();
        made.add(b"psychiater", b"psigiater", false, true);
        made.add(b"breakdown", b"brekdaun", true, false);
        let mut pack = Pack::default();
        made.pack(&mut pack);
        let mut unpack = Unpack::of(pack.done().leak());
        let kept = MeantWords::unpack(&mut unpack).expect("they were just written");
        assert!(unpack.is_done());
        for words in [&made, &kept] {
            assert_eq!(words.len(), 2);
            let all: Vec<_> = words
                .iter()
                .map(|(number, meant)| {
                    (number, meant.text(), meant.sound, meant.among, meant.alone)
                })
                .collect();
            let expected: [(u32, &str, &[u8], bool, bool); 2] = [
                (0, "psychiater", b"psigiater", false, true),
                (1, "breakdown", b"brekdaun", true, false),
            ];
            assert_eq!(all, expected);
            let own = words.get(1).map(|meant| meant.letters);
            assert_eq!(own, Some((letters(b"breakdown"), letters(b"brekdaun"))));
            assert!(words.get(2).is_none());
        }
    }
}
