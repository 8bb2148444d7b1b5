//! A word as a number: keys that are made letter by letter, and joined or cut without looking at the letters again.
//!
//! The one thing the fast tables are built on. Two spellings with one key are taken for the same; with 64 bits that does not
//! happen to words. Knows no word.

use std::borrow::Cow;

use crate::core::packed::{Pack, Small, Unpack};

/// What the key of a word is multiplied by for each letter that follows.
const BASE: u64 = 0x9e37_79b9_7f4a_7c15;
/// The fewest letters of a stem: a beginning under which words are kept.
pub(super) const SHORTEST_STEM: usize = 3;
/// The kinds of keys that stand for more than one word.
const STEM: u64 = 1;
const NUMBER: u64 = 2;
/// The longest word whose powers are kept ready.
const READY: usize = 64;
/// The powers of the base.
const POWERS: [u64; READY] = powers();

#[expect(
    clippy::indexing_slicing,
    reason = "the loop ends at the length of the table, and the compiler runs it"
)]
const fn powers() -> [u64; READY] {
    let mut all = [1_u64; READY];
    let mut at = 1;
    while at < READY {
        all[at] = all[at - 1].wrapping_mul(BASE);
        at += 1;
    }
    all
}

/// The key of some letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, PartialOrd, Ord)]
pub(super) struct Key(pub u64);

impl Key {
    /// Makes the key of a whole word.
    pub(super) fn of(letters: &[u8]) -> Self {
        letters
            .iter()
            .fold(Self::default(), |key, letter| key.with(*letter))
    }

    /// Adds one letter.
    pub(super) fn with(self, letter: u8) -> Self {
        Self(
            self.0
                .wrapping_mul(BASE)
                .wrapping_add(u64::from(letter) + 1),
        )
    }

    /// Joins the key of what follows, which has so many letters.
    pub(super) fn join(self, next: Self, letters: usize) -> Self {
        Self(self.0.wrapping_mul(power(letters)).wrapping_add(next.0))
    }

    /// Cuts off the beginning: what is left are so many letters.
    pub(super) fn after(self, beginning: Self, letters: usize) -> Self {
        Self(
            self.0
                .wrapping_sub(beginning.0.wrapping_mul(power(letters))),
        )
    }

    /// Returns another key for the same letters, to keep two kinds apart in one table.
    pub(super) fn marked(self, kind: u64) -> Self {
        Self((self.0 ^ kind).wrapping_mul(BASE) ^ (self.0 >> 31))
    }

    /// Returns the key under which everything that begins so is kept.
    pub(super) fn stem(self) -> Self {
        self.marked(STEM)
    }

    /// Returns the key under which every number is kept.
    pub(super) fn number() -> Self {
        Self::default().marked(NUMBER)
    }

    /// Returns every key under which a word may be kept: its own, those of its stems, that of numbers.
    pub(super) fn all(letters: &[u8]) -> impl Iterator<Item = Self> {
        let is_number = letters.iter().all(u8::is_ascii_digit);
        let stems = letters
            .iter()
            .scan(Self::default(), |key, letter| {
                *key = key.with(*letter);
                Some(*key)
            })
            .skip(SHORTEST_STEM - 1)
            .map(Self::stem);
        std::iter::once(Self::of(letters))
            .chain(stems)
            .chain(is_number.then(Self::number))
    }

    /// Returns one bit for the key, which it shares with others.
    pub(super) fn bit(self) -> u64 {
        1 << self.slot(6)
    }

    /// Spreads the key over a table of so many bits.
    fn slot(self, bits: u32) -> usize {
        let mixed = (self.0 ^ (self.0 >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
        usize::try_from(mixed >> (64 - bits)).unwrap_or_default()
    }
}

fn power(letters: usize) -> u64 {
    POWERS
        .get(letters)
        .copied()
        .unwrap_or_else(|| (0..letters).fold(1, |power: u64, _| power.wrapping_mul(BASE)))
}

/// The keys of every beginning of a word, so that any stretch of it has its key at once.
#[derive(Debug, Default)]
pub(super) struct Beginnings {
    keys: Vec<Key>,
}

impl Beginnings {
    /// Makes them anew for a word; the room is used again.
    pub(super) fn fill(&mut self, letters: &[u8]) {
        self.keys.clear();
        let mut key = Key::default();
        self.keys.push(key);
        for letter in letters {
            key = key.with(*letter);
            self.keys.push(key);
        }
    }

    /// Returns the key of the first letters.
    pub(super) fn to(&self, end: usize) -> Key {
        self.keys.get(end).copied().unwrap_or_default()
    }

    /// Returns the key of a stretch.
    pub(super) fn part(&self, start: usize, end: usize) -> Key {
        self.to(end).after(self.to(start), end - start)
    }

    /// Returns the key of a stretch without one of its letters.
    pub(super) fn without(&self, start: usize, end: usize, left_out: usize) -> Key {
        self.part(start, left_out)
            .join(self.part(left_out + 1, end), end - left_out - 1)
    }
}

/// No link.
const NONE: u32 = u32::MAX;
/// The fewest and most bits of a table.
const BITS: std::ops::RangeInclusive<u32> = 4..=24;

/// How many bytes a value takes with its key, in a table that is not made anew.
const KEPT: usize = 12;

/// A table from keys to values, any number of them for one key.
#[derive(Debug)]
pub(super) struct Table<T> {
    bits: u32,
    rows: Rows<T>,
}

#[derive(Debug)]
enum Rows<T> {
    /// Made here: the first link of each slot, and the links.
    Made(Vec<u32>, Vec<Link<T>>),
    /// Made when the program was built: where each slot begins, and the keys with their values.
    Kept(&'static [[u8; 4]], &'static [[u8; KEPT]]),
}

#[derive(Debug, Clone, Copy)]
struct Link<T> {
    key: Key,
    next: u32,
    value: T,
}

impl<T: Small> Default for Table<T> {
    fn default() -> Self {
        Self::with_room(0)
    }
}

impl<T: Small> Table<T> {
    /// Makes an empty table for so many values; more only make it slower.
    pub(super) fn with_room(values: usize) -> Self {
        let bits = (values * 2)
            .next_power_of_two()
            .trailing_zeros()
            .clamp(*BITS.start(), *BITS.end());
        Self {
            bits,
            rows: Rows::Made(vec![NONE; 1 << bits], Vec::with_capacity(values)),
        }
    }

    /// Adds a value. A table that was made when the program was built takes none.
    pub(super) fn add(&mut self, key: Key, value: T) {
        let Rows::Made(heads, links) = &mut self.rows else {
            return;
        };
        let number = u32::try_from(links.len()).unwrap_or(NONE);
        if number == NONE {
            return;
        }
        if let Some(head) = heads.get_mut(key.slot(self.bits)) {
            links.push(Link {
                key,
                next: *head,
                value,
            });
            *head = number;
        }
    }

    /// Adds a value that the key does not have yet.
    pub(super) fn add_once(&mut self, key: Key, value: T) {
        if !self.get(key).any(|other| other == value) {
            self.add(key, value);
        }
    }

    /// Returns the values of a key, the last added first.
    pub(super) fn get(&self, key: Key) -> Values<'_, T> {
        let slot = key.slot(self.bits);
        let rest = match &self.rows {
            Rows::Made(heads, links) => Rest::Made(links, heads.get(slot).copied().unwrap_or(NONE)),
            Rows::Kept(starts, links) => {
                let start = |slot: usize| starts.get(slot).map_or(0, |at| place(*at));
                let slot = start(slot)..start(slot + 1);
                Rest::Kept(links.get(slot).unwrap_or_default())
            }
        };
        Values { key, rest }
    }

    /// Says whether a key has a value.
    pub(super) fn has(&self, key: Key) -> bool {
        self.get(key).next().is_some()
    }

    /// Returns the key of every value.
    pub(super) fn keys(&self) -> impl Iterator<Item = Key> {
        let (made, kept): (&[Link<T>], &[[u8; KEPT]]) = match &self.rows {
            Rows::Made(_, links) => (links, &[]),
            Rows::Kept(_, links) => (&[], links),
        };
        let kept = kept.iter().map(|link| split(*link).0);
        made.iter().map(|link| link.key).chain(kept)
    }

    /// Returns how many values there are.
    pub(super) fn len(&self) -> usize {
        match &self.rows {
            Rows::Made(_, links) => links.len(),
            Rows::Kept(_, links) => links.len(),
        }
    }

    /// Gives back room that is not used.
    pub(super) fn shrink(&mut self) {
        if let Rows::Made(_, links) = &mut self.rows {
            links.shrink_to_fit();
        }
    }

    /// Writes the table, slot by slot.
    pub(super) fn pack(&self, to: &mut Pack) {
        let bits =
            (self.len().next_power_of_two().trailing_zeros()).clamp(*BITS.start(), *BITS.end());
        let mut slots = vec![Vec::new(); 1 << bits];
        if let Rows::Made(_, links) = &self.rows {
            for link in links.iter().rev() {
                if let Some(slot) = slots.get_mut(link.key.slot(bits)) {
                    slot.push((link.key, link.value));
                }
            }
        }
        to.number(usize::try_from(bits).unwrap_or_default());
        to.number(self.len());
        let mut start = 0_u32;
        to.bytes(&start.to_le_bytes());
        for slot in &slots {
            start += u32::try_from(slot.len()).unwrap_or_default();
            to.bytes(&start.to_le_bytes());
        }
        for (key, value) in slots.iter().flatten() {
            to.bytes(&key.0.to_le_bytes());
            to.bytes(&value.number().to_le_bytes());
        }
    }

    /// Reads a table; it stays where it is.
    pub(super) fn unpack(from: &mut Unpack) -> Option<Self> {
        let bits = u32::try_from(from.number()?).ok()?;
        let len = from.number()?;
        let starts = from.row(1_usize.checked_shl(bits)?.checked_add(1)?)?;
        let links = from.row(len)?;
        BITS.contains(&bits).then_some(Self {
            bits,
            rows: Rows::Kept(starts, links),
        })
    }
}

fn place(at: [u8; 4]) -> usize {
    usize::try_from(u32::from_le_bytes(at)).unwrap_or(usize::MAX)
}

/// The key of a value that was kept, and its number.
fn split(link: [u8; KEPT]) -> (Key, u32) {
    let key = link.first_chunk().map_or(0, |key| u64::from_le_bytes(*key));
    let value = link
        .last_chunk()
        .map_or(0, |value| u32::from_le_bytes(*value));
    (Key(key), value)
}

/// The values of one key.
#[derive(Debug)]
pub(super) struct Values<'a, T> {
    key: Key,
    rest: Rest<'a, T>,
}

/// What is left to look at.
#[derive(Debug)]
enum Rest<'a, T> {
    Made(&'a [Link<T>], u32),
    Kept(&'a [[u8; KEPT]]),
}

impl<T: Small> Iterator for Values<'_, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        match &mut self.rest {
            Rest::Made(links, next) => {
                while *next != NONE {
                    let link = links.get(usize::try_from(*next).unwrap_or(usize::MAX))?;
                    *next = link.next;
                    if link.key == self.key {
                        return Some(link.value);
                    }
                }
                None
            }
            Rest::Kept(links) => {
                while let Some((link, rest)) = links.split_first() {
                    *links = rest;
                    let (key, number) = split(*link);
                    if key == self.key {
                        return Some(T::of(number));
                    }
                }
                None
            }
        }
    }
}

/// A set of keys that may say yes by mistake, never no: it saves looking further.
#[derive(Debug, Clone)]
pub(super) struct Sieve {
    bits: u32,
    /// The bits, in pieces of 64; those that were made when the program was built stay where they are.
    words: Cow<'static, [[u8; 8]]>,
}

impl Sieve {
    /// Makes an empty sieve for so many keys.
    pub(super) fn with_room(keys: usize) -> Self {
        let bits = (keys * 12)
            .next_power_of_two()
            .trailing_zeros()
            .clamp(10, 24);
        Self {
            bits,
            words: vec![[0; 8]; 1 << (bits - 6)].into(),
        }
    }

    /// Adds a key.
    pub(super) fn add(&mut self, key: Key) {
        let slot = key.slot(self.bits);
        if let Some(word) = self.words.to_mut().get_mut(slot >> 6) {
            let bits = u64::from_le_bytes(*word) | 1 << (slot & 63);
            *word = bits.to_le_bytes();
        }
    }

    /// Writes the sieve.
    pub(super) fn pack(&self, to: &mut Pack) {
        to.number(usize::try_from(self.bits).unwrap_or_default());
        to.number(self.words.len());
        for word in &*self.words {
            to.bytes(word);
        }
    }

    /// Reads a sieve; it stays where it is.
    pub(super) fn unpack(from: &mut Unpack) -> Option<Self> {
        let bits = u32::try_from(from.number()?).ok()?;
        let len = from.number()?;
        let words = from.row(len)?;
        (len == 1_usize.checked_shl(bits.checked_sub(6)?)?).then_some(Self {
            bits,
            words: Cow::Borrowed(words),
        })
    }

    /// Says whether a key may be in it.
    pub(super) fn may_have(&self, key: Key) -> bool {
        let slot = key.slot(self.bits);
        self.words
            .get(slot >> 6)
            .is_some_and(|word| u64::from_le_bytes(*word) >> (slot & 63) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_join_and_cut_like_the_letters() {
        let (burn, out, whole) = (Key::of(b"burn"), Key::of(b"out"), Key::of(b"burnout"));
        assert_eq!(burn.join(out, 3), whole);
        assert_eq!(whole.after(burn, 3), out);
        let mut beginnings = Beginnings::default();
        beginnings.fill(b"burnout");
        assert_eq!(beginnings.part(4, 7), out);
        assert_eq!(beginnings.without(0, 7, 3), Key::of(b"burout"));
        assert_eq!(beginnings.without(4, 7, 6), Key::of(b"ou"));
    }

    #[test]
    fn a_table_keeps_every_value_of_a_key() {
        let mut table = Table::with_room(4);
        for number in 0..100_u32 {
            table.add_once(Key::of(&[(number % 7).to_le_bytes()[0]]), number % 14);
        }
        assert_eq!(table.len(), 14);
        let mut values: Vec<u32> = table.get(Key::of(&[3])).collect();
        values.sort_unstable();
        assert_eq!(values, [3, 10]);
        assert!(!table.has(Key::of(&[8])));
    }

    #[test]
    fn a_table_is_the_same_once_it_was_written() {
        let mut table = Table::with_room(4);
        for number in 0..1000_u32 {
            table.add(Key::of(&(number % 300).to_le_bytes()), number);
        }
        let mut pack = Pack::default();
        table.pack(&mut pack);
        let mut unpack = Unpack::of(pack.done().leak());
        let kept: Table<u32> = Table::unpack(&mut unpack).expect("it was just written");
        assert!(unpack.is_done());
        assert_eq!(kept.len(), table.len());
        for number in 0..400_u32 {
            let key = Key::of(&number.to_le_bytes());
            let of = |table: &Table<u32>| table.get(key).collect::<Vec<_>>();
            assert_eq!(of(&kept), of(&table), "{number}");
        }
    }

    #[test]
    fn a_sieve_never_loses_a_key() {
        let mut sieve = Sieve::with_room(10);
        sieve.add(Key::of(b"kliniek"));
        assert!(sieve.may_have(Key::of(b"kliniek")));
        assert!(!sieve.may_have(Key::of(b"klinieken")));
    }
}
