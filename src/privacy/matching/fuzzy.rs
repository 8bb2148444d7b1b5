//! Slips of the pen: which listed word was probably meant.
//!
//! Compares by sound first (`psigiater`, `medikatie`), then by one letter more, less, other or swapped, and in long words by
//! two. Never touches an ordinary word: those within reach of a listed one are themselves a list, which comes with the
//! language.

use std::collections::HashSet;

use crate::core::packed::{Pack, Unpack};
use crate::privacy::entry::Entry;
use crate::privacy::key::{Beginnings, Key, Sieve, Table};
use crate::privacy::matching::distance::distance;
use crate::privacy::matching::far::Far;
use crate::privacy::matching::meant::{Meant, MeantWords, letters};
use crate::privacy::matching::sound::sound;
use crate::privacy::pattern::Pattern;
use crate::privacy::rule::Form;

/// The fewest letters of a word that is corrected at all.
const SHORTEST: usize = 5;
/// The fewest letters of a word, and of a sound, in which one letter may be wrong.
const SHORTEST_SLIP: usize = 6;
/// The fewest letters of a word in which the first letter may be wrong.
const SHORTEST_FIRST: usize = 7;
/// The fewest letters of a word that is found apart with a slip.
const SHORTEST_APART: usize = 7;
/// The most letters of a word that is corrected.
const LONGEST: usize = 32;
/// The most words that one slip may have been meant for.
const MOST_MEANINGS: usize = 4;

/// How far a word may be from the listed one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::privacy) enum Slip {
    /// It sounds the same.
    Sound,
    /// A letter more, less, other or swapped as well.
    Letter,
}

/// Room to work in, used again for every word.
#[derive(Debug, Default)]
pub(in crate::privacy) struct Desk {
    /// The keys of the beginnings of the word.
    pub letters: Beginnings,
    /// Its sound.
    pub sound: Vec<u8>,
    /// The keys of the beginnings of its sound.
    pub sounds: Beginnings,
    /// Words that are perhaps near.
    candidates: Vec<u32>,
    /// The words that were probably meant, the likeliest first, by their numbers.
    pub meant: Vec<u32>,
    near: Vec<(usize, u32)>,
}

/// The listed words by their sound, and by everything that is one letter shorter.
#[derive(Debug)]
pub(in crate::privacy) struct Fuzzy {
    words: MeantWords,
    reach: Table<u32>,
    far: Far,
    /// The sounds of long words, for those that are written apart.
    heard: Sieve,
    known: Table<()>,
    ordinary: Table<()>,
}

impl Fuzzy {
    /// Makes the tables; `ordinary` words are never corrected.
    pub(in crate::privacy) fn of(entries: &[Entry], ordinary: &[String]) -> Self {
        let alone: HashSet<&str> = entries
            .iter()
            .flat_map(|entry| &entry.terms)
            .filter_map(|term| match term.words.as_slice() {
                [word] => Some(word.as_str()),
                _ => None,
            })
            .collect();
        let mut numbers: HashSet<&str> = HashSet::new();
        let mut known: HashSet<&str> = HashSet::new();
        let mut words = MeantWords::default();
        let mut far = Far::default();
        let mut out = Vec::new();
        for entry in entries {
            let terms = entry
                .terms
                .iter()
                .flat_map(|term| &term.words)
                .map(|word| (word.as_str(), entry.rule.proof.is_none()));
            let phrases = entry
                .phrases
                .iter()
                .flat_map(Pattern::words)
                .map(|word| (word, false));
            for (word, is_term) in terms.chain(phrases) {
                // A word of a longer term may itself be a slip in another: `nervus breakdown`.
                if !is_term || alone.contains(word) {
                    known.insert(word);
                }
                if entry.fuzzy
                    && entry.rule.form != Form::Upper
                    && may_slip(word.as_bytes())
                    && numbers.insert(word)
                {
                    sound(word.as_bytes(), &mut out);
                    if is_term {
                        far.add(word.as_bytes(), &out, words.len());
                    }
                    let is_alone = alone.contains(word);
                    words.add(word.as_bytes(), &out, is_term && !is_alone, is_alone);
                }
            }
        }
        let room: usize = words
            .iter()
            .map(|(_, meant)| meant.word.len() + meant.sound.len() + 2)
            .sum();
        let mut fuzzy = Self {
            words: MeantWords::default(),
            reach: Table::with_room(room),
            far,
            heard: Sieve::with_room(words.len()),
            known: set(known.into_iter()),
            ordinary: set(ordinary.iter().map(String::as_str)),
        };
        let mut keys = Beginnings::default();
        for (number, meant) in words.iter() {
            if meant.word.len() >= SHORTEST_APART {
                fuzzy.heard.add(Key::of(meant.sound));
            }
            keys.fill(meant.word);
            shortened(meant.word, &keys, |key| {
                fuzzy.reach.add(key, number);
            });
            if meant.sound != meant.word {
                keys.fill(meant.sound);
                shortened(meant.sound, &keys, |key| fuzzy.reach.add(key, number));
            }
        }
        fuzzy.words = words;
        fuzzy.far.done();
        fuzzy
    }

    /// Writes the tables.
    pub(in crate::privacy) fn pack(&self, to: &mut Pack) {
        self.words.pack(to);
        self.reach.pack(to);
        self.far.pack(to);
        self.heard.pack(to);
        self.known.pack(to);
        self.ordinary.pack(to);
    }

    /// Reads the tables.
    pub(in crate::privacy) fn unpack(from: &mut Unpack) -> Option<Self> {
        Some(Self {
            words: MeantWords::unpack(from)?,
            reach: Table::unpack(from)?,
            far: Far::unpack(from)?,
            heard: Sieve::unpack(from)?,
            known: Table::unpack(from)?,
            ordinary: Table::unpack(from)?,
        })
    }

    /// Forgets which words are ordinary.
    pub(in crate::privacy) fn forget_ordinary(&mut self) {
        self.ordinary = Table::default();
    }

    /// Says whether a word is listed or ordinary, and so not to be corrected.
    pub(in crate::privacy) fn is_right(&self, word: Key) -> bool {
        self.known.has(word) || self.ordinary.has(word)
    }

    /// Finds the listed words that a word was probably meant to be; none for a known or ordinary word.
    pub(in crate::privacy) fn fix(&self, word: &[u8], slip: Slip, desk: &mut Desk) {
        desk.meant.clear();
        if !may_slip(word) || self.is_right(Key::of(word)) {
            return;
        }
        sound(word, &mut desk.sound);
        desk.letters.fill(word);
        desk.sounds.fill(&desk.sound);
        self.candidates(word, slip, desk);
        desk.near.clear();
        let own = (letters(word), letters(&desk.sound));
        for number in &desk.candidates {
            if let Some(meant) = self.meant(*number)
                && (may_be(own.0, meant.letters.0) || may_be(own.1, meant.letters.1))
                && let Some(far) = nearness(word, &desk.sound, &meant, slip)
            {
                desk.near.push((far, *number));
            }
        }
        desk.near
            .sort_unstable_by(|a, b| (a.0, self.word(a.1)).cmp(&(b.0, self.word(b.1))));
        desk.meant.extend(
            desk.near
                .iter()
                .take(MOST_MEANINGS)
                .map(|(_, number)| *number),
        );
    }

    /// Gathers the words that share a beginning, an end or a shorter spelling.
    fn candidates(&self, word: &[u8], slip: Slip, desk: &mut Desk) {
        let Desk {
            letters,
            sound,
            sounds,
            candidates,
            ..
        } = desk;
        candidates.clear();
        let sounds_other = sound.as_slice() != word;
        match slip {
            Slip::Sound => {
                candidates.extend(self.reach.get(sounds.to(sound.len())));
            }
            Slip::Letter => {
                shortened(word, letters, |key| candidates.extend(self.reach.get(key)));
                if sounds_other {
                    shortened(sound, sounds, |key| candidates.extend(self.reach.get(key)));
                }
                self.far.candidates(word, letters, candidates);
                if sounds_other {
                    self.far.candidates(sound, sounds, candidates);
                }
            }
        }
        if candidates.len() > 1 {
            candidates.sort_unstable();
            candidates.dedup();
        }
    }

    /// Finds the listed word of which a part of a longer word is a slip: one letter, and the first is right.
    pub(in crate::privacy) fn fix_part(
        &self,
        word: &[u8],
        keys: &Beginnings,
        (start, end): (usize, usize),
    ) -> Option<&str> {
        let part = word.get(start..end)?;
        let first = part.first()?;
        let whole = std::iter::once(keys.part(start, end));
        let shorter = (start + 1..end).map(|left_out| keys.without(start, end, left_out));
        let meant = whole
            .chain(shorter)
            .flat_map(|key| self.reach.get(key))
            .filter_map(|number| self.meant(number))
            .find(|meant| {
                meant.word.len() > SHORTEST_SLIP
                    && meant.word.first() == Some(first)
                    && distance(part, meant.word) == 1
            })?;
        (!self.is_right(keys.part(start, end))).then(|| meant.text())
    }

    /// Says whether a long listed word may sound so.
    pub(in crate::privacy) fn may_be_heard(&self, sound: Key) -> bool {
        self.heard.may_have(sound)
    }

    /// Finds the listed words with this very sound.
    pub(in crate::privacy) fn sounding(
        &self,
        sound: &[u8],
        key: Key,
    ) -> impl Iterator<Item = &str> {
        self.reach
            .get(key)
            .filter_map(|number| self.meant(number))
            .filter(move |meant| meant.sound == sound)
            .map(|meant| meant.text())
    }

    fn meant(&self, number: u32) -> Option<Meant<'_>> {
        self.words.get(number)
    }

    /// Returns a listed word by its number.
    pub(in crate::privacy) fn word(&self, number: u32) -> &str {
        self.meant(number).map_or("", |meant| meant.text())
    }
}

fn set<'a>(words: impl Iterator<Item = &'a str>) -> Table<()> {
    let words: Vec<&str> = words.collect();
    let mut table = Table::with_room(words.len());
    for word in words {
        table.add(Key::of(word.as_bytes()), ());
    }
    table
}

/// Says whether a word is long and plain enough to be corrected.
pub(in crate::privacy) fn may_slip(word: &[u8]) -> bool {
    (SHORTEST..=LONGEST).contains(&word.len()) && word.iter().all(u8::is_ascii_lowercase)
}

/// Says whether two words with these letters may be two steps apart: one step brings and takes at most one letter.
fn may_be(one: u32, other: u32) -> bool {
    (one ^ other).count_ones() <= 4
}

/// Says how far a word is from a listed one, when it is near enough.
fn nearness(word: &[u8], sound: &[u8], meant: &Meant<'_>, slip: Slip) -> Option<usize> {
    let listed = meant.word;
    if meant.sound == sound {
        return Some(distance(word, listed));
    }
    let first = word.first() == listed.first() || sound.first() == meant.sound.first();
    if slip == Slip::Sound {
        return None;
    }
    let letters = distance(word, listed);
    if !first {
        // At the first letter only one slip, and only in a long word that is listed by itself.
        let long = word.len().min(listed.len()) >= SHORTEST_FIRST;
        return (meant.alone && long && letters <= 1).then_some(letters);
    }
    let short = word.len().min(listed.len()) < SHORTEST_SLIP;
    let sounds = || distance(sound, meant.sound);
    let near = if short {
        letters == 1 && (meant.among && word.len() >= SHORTEST || is_swapped(word, listed))
    } else {
        letters <= 1
            || (meant.sound.len() >= SHORTEST_SLIP && sounds() <= 1)
            || (Far::may(word, listed) && letters <= 2)
            || (Far::may(sound, meant.sound) && sounds() <= 2)
    };
    near.then_some(letters)
}

/// Says whether two words have the same letters.
fn is_swapped(one: &[u8], other: &[u8]) -> bool {
    let sum = |word: &[u8]| word.iter().map(|letter| u32::from(*letter)).sum::<u32>();
    one.len() == other.len() && sum(one) == sum(other)
}

/// Gives the keys of a word whole and with each letter left out; of two equal neighbors only one.
fn shortened(letters: &[u8], keys: &Beginnings, mut give: impl FnMut(Key)) {
    let len = letters.len();
    give(keys.to(len));
    let mut last = None;
    for (at, letter) in letters.iter().enumerate() {
        if last != Some(letter) {
            give(keys.without(0, len, at));
        }
        last = Some(letter);
    }
}
