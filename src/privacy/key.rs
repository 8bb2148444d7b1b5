//! A word as a number: keys that are made letter by letter, and joined or cut without looking at the letters again.
//!
//! The one thing the fast tables are built on. Two spellings with one key are taken for the same; with 64 bits that does not
//! happen to words. Knows no word.

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

/// A table from keys to values, any number of them for one key.
#[derive(Debug)]
pub(super) struct Table<T> {
    bits: u32,
    heads: Vec<u32>,
    links: Vec<Link<T>>,
}

#[derive(Debug, Clone, Copy)]
struct Link<T> {
    key: Key,
    next: u32,
    value: T,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self::with_room(0)
    }
}

impl<T> Table<T> {
    /// Makes an empty table for so many values; more only make it slower.
    pub(super) fn with_room(values: usize) -> Self {
        let bits = (values * 2)
            .next_power_of_two()
            .trailing_zeros()
            .clamp(*BITS.start(), *BITS.end());
        Self {
            bits,
            heads: vec![NONE; 1 << bits],
            links: Vec::with_capacity(values),
        }
    }

    /// Adds a value.
    pub(super) fn add(&mut self, key: Key, value: T) {
        let number = u32::try_from(self.links.len()).unwrap_or(NONE);
        if number == NONE {
            return;
        }
        if let Some(head) = self.heads.get_mut(key.slot(self.bits)) {
            self.links.push(Link {
                key,
                next: *head,
                value,
            });
            *head = number;
        }
    }

    /// Returns the values of a key, the last added first.
    pub(super) fn get(&self, key: Key) -> Values<'_, T> {
        Values {
            table: self,
            key,
            next: self.heads.get(key.slot(self.bits)).copied().unwrap_or(NONE),
        }
    }

    /// Says whether a key has a value.
    pub(super) fn has(&self, key: Key) -> bool {
        self.get(key).next().is_some()
    }

    /// Returns the key of every value.
    pub(super) fn keys(&self) -> impl Iterator<Item = Key> {
        self.links.iter().map(|link| link.key)
    }

    /// Returns how many values there are.
    pub(super) fn len(&self) -> usize {
        self.links.len()
    }

    /// Gives back room that is not used.
    pub(super) fn shrink(&mut self) {
        self.links.shrink_to_fit();
    }
}

impl<T: PartialEq> Table<T> {
    /// Adds a value that the key does not have yet.
    pub(super) fn add_once(&mut self, key: Key, value: T) {
        if !self.get(key).any(|other| *other == value) {
            self.add(key, value);
        }
    }
}

/// The values of one key.
#[derive(Debug)]
pub(super) struct Values<'a, T> {
    table: &'a Table<T>,
    key: Key,
    next: u32,
}

impl<'a, T> Iterator for Values<'a, T> {
    type Item = &'a T;

    fn next(&mut self) -> Option<&'a T> {
        while self.next != NONE {
            let link = self
                .table
                .links
                .get(usize::try_from(self.next).unwrap_or(usize::MAX))?;
            self.next = link.next;
            if link.key == self.key {
                return Some(&link.value);
            }
        }
        None
    }
}

/// A set of keys that may say yes by mistake, never no: it saves looking further.
#[derive(Debug, Clone)]
pub(super) struct Sieve {
    bits: u32,
    words: Vec<u64>,
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
            words: vec![0; 1 << (bits - 6)],
        }
    }

    /// Adds a key.
    pub(super) fn add(&mut self, key: Key) {
        let slot = key.slot(self.bits);
        if let Some(word) = self.words.get_mut(slot >> 6) {
            *word |= 1 << (slot & 63);
        }
    }

    /// Says whether a key may be in it.
    pub(super) fn may_have(&self, key: Key) -> bool {
        let slot = key.slot(self.bits);
        self.words
            .get(slot >> 6)
            .is_some_and(|word| word >> (slot & 63) & 1 == 1)
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
        let mut values: Vec<u32> = table.get(Key::of(&[3])).copied().collect();
        values.sort_unstable();
        assert_eq!(values, [3, 10]);
        assert!(!table.has(Key::of(&[8])));
    }

    #[test]
    fn a_sieve_never_loses_a_key() {
        let mut sieve = Sieve::with_room(10);
        sieve.add(Key::of(b"kliniek"));
        assert!(sieve.may_have(Key::of(b"kliniek")));
        assert!(!sieve.may_have(Key::of(b"klinieken")));
    }
}
