//! Rows of bytes: tables are written to them once, when the program is built, and are taken out again without making them anew.
//!
//! Knows numbers, texts and lists; what they mean is known where they are written. Only what was written by the same program
//! is read: anything else ends in nothing, never in something else. The only file that names the postcard crate: it writes
//! whole values, field by field.

use serde::Serialize;
use serde::de::Deserialize;

/// Writes a value of the program's own types; nothing is written of one that no file can hold.
pub fn keep<T: Serialize>(value: &T) -> Vec<u8> {
    postcard::to_allocvec(value).unwrap_or_default()
}

/// Takes out what [`keep`] wrote; nothing where something else was written.
pub fn take<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Option<T> {
    let (value, rest) = postcard::take_from_bytes(bytes).ok()?;
    rest.is_empty().then_some(value)
}

/// A number that takes more room than one byte is announced by this one.
const LONG: u8 = u8::MAX;

/// A value that fits in a number of 32 bits, as tables keep them.
pub trait Small: Copy + PartialEq {
    /// Makes a number of it.
    fn number(self) -> u32;
    /// Makes it of its number.
    fn of(number: u32) -> Self;
}

impl Small for u32 {
    fn number(self) -> u32 {
        self
    }
    fn of(number: u32) -> Self {
        number
    }
}

impl Small for () {
    fn number(self) -> u32 {
        0
    }
    fn of(_: u32) -> Self {}
}

/// A row that is being written.
#[derive(Debug, Default)]
pub struct Pack(Vec<u8>);

impl Pack {
    /// Returns what was written.
    pub fn done(self) -> Vec<u8> {
        self.0
    }

    /// Returns how many bytes were written.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Says whether nothing was written.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Writes bytes as they are.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// Writes a number.
    pub fn number(&mut self, number: usize) {
        match u8::try_from(number) {
            Ok(short) if short != LONG => self.0.push(short),
            Ok(_) | Err(_) => {
                self.0.push(LONG);
                let long = u32::try_from(number).unwrap_or(u32::MAX);
                self.bytes(&long.to_le_bytes());
            }
        }
    }

    /// Writes a flag.
    pub fn flag(&mut self, flag: bool) {
        self.0.push(u8::from(flag));
    }

    /// Writes a text, or any letters.
    pub fn text(&mut self, text: impl AsRef<[u8]>) {
        let text = text.as_ref();
        self.number(text.len());
        self.bytes(text);
    }

    /// Writes the place of a value among all there are of its kind.
    pub fn one_of<T: PartialEq>(&mut self, all: &[T], value: &T) {
        let place = all.iter().position(|one| one == value);
        self.number(place.unwrap_or(all.len()));
    }

    /// Writes how many there are, and each of them.
    pub fn all<T>(
        &mut self,
        items: impl ExactSizeIterator<Item = T>,
        mut each: impl FnMut(&mut Self, T),
    ) {
        self.number(items.len());
        for item in items {
            each(self, item);
        }
    }
}

/// What is left of a row that is being read.
#[derive(Debug, Clone, Copy)]
pub struct Unpack(&'static [u8]);

impl Unpack {
    /// Begins to read.
    pub fn of(bytes: &'static [u8]) -> Self {
        Self(bytes)
    }

    /// Says whether everything was read.
    pub fn is_done(self) -> bool {
        self.0.is_empty()
    }

    /// Reads so many bytes.
    pub fn bytes(&mut self, len: usize) -> Option<&'static [u8]> {
        let (taken, rest) = self.0.split_at_checked(len)?;
        self.0 = rest;
        Some(taken)
    }

    /// Reads a row of pieces of one size.
    pub fn row<const N: usize>(&mut self, len: usize) -> Option<&'static [[u8; N]]> {
        let (row, rest) = self.bytes(len.checked_mul(N)?)?.as_chunks();
        rest.is_empty().then_some(row)
    }

    /// Reads a number.
    pub fn number(&mut self) -> Option<usize> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        if *first == LONG {
            usize::try_from(self.small()?).ok()
        } else {
            Some(usize::from(*first))
        }
    }

    /// Reads a number of 32 bits.
    pub fn small(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(*self.row(1)?.first()?))
    }

    /// Reads a number of 64 bits.
    pub fn large(&mut self) -> Option<u64> {
        Some(u64::from_le_bytes(*self.row(1)?.first()?))
    }

    /// Reads a flag.
    pub fn flag(&mut self) -> Option<bool> {
        Some(self.bytes(1)? == [1])
    }

    /// Reads letters.
    pub fn letters(&mut self) -> Option<&'static [u8]> {
        let len = self.number()?;
        self.bytes(len)
    }

    /// Reads a text.
    pub fn text(&mut self) -> Option<&'static str> {
        std::str::from_utf8(self.letters()?).ok()
    }

    /// Reads one of all values there are of a kind.
    pub fn one_of<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        all.get(self.number()?).copied()
    }

    /// Reads all there are.
    pub fn all<T>(&mut self, mut each: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let len = self.number()?;
        let mut items = Vec::with_capacity(len.min(self.0.len()));
        for _ in 0..len {
            items.push(each(self)?);
        }
        Some(items)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read() {
        let mut pack = Pack::default();
        for number in [0, 7, 254, 255, 256, 70_000] {
            pack.number(number);
        }
        pack.text("één");
        pack.all([true, false].iter(), |pack, flag| pack.flag(*flag));
        pack.one_of(&['a', 'b'], &'b');
        let mut unpack = Unpack::of(pack.done().leak());
        for number in [0, 7, 254, 255, 256, 70_000] {
            assert_eq!(unpack.number(), Some(number));
        }
        assert_eq!(unpack.text(), Some("één"));
        assert_eq!(unpack.all(Unpack::flag), Some(vec![true, false]));
        assert_eq!(unpack.one_of(&['a', 'b']), Some('b'));
        assert!(unpack.is_done());
        assert_eq!(unpack.number(), None);
    }
}
