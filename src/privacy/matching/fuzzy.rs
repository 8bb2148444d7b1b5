//! Slips of the pen: which listed word was probably meant.
//!
//! Compares by sound first (`psigiater`, `medikatie`), then by one letter more, less, other or swapped. Never touches an
//! ordinary word: those within reach of a listed one are themselves a list, which comes with the language.

use std::collections::HashSet;

use crate::privacy::entry::{Entry, Form};
use crate::privacy::pattern::Pattern;

/// The fewest letters of a word that is corrected, and of a sound in which one may be wrong.
const SHORTEST: usize = 6;

/// The most words that one slip may have been meant for.
const MOST_MEANINGS: usize = 4;

/// How far a word may be from the listed one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::privacy) enum Slip {
    /// It sounds the same.
    Sound,
    /// One letter more, less, other or swapped as well.
    Letter,
}

/// The listed words by their sound, and by everything that is one letter shorter.
#[derive(Debug, Default)]
pub(in crate::privacy) struct Fuzzy {
    words: Vec<String>,
    reach: Vec<(u64, usize)>,
    known: HashSet<String>,
    ordinary: HashSet<String>,
}

impl Fuzzy {
    /// Makes the table; `ordinary` words are never corrected.
    pub(in crate::privacy) fn of(entries: &[Entry], ordinary: HashSet<String>) -> Self {
        let mut fuzzy = Self {
            ordinary,
            ..Self::default()
        };
        let mut listed = HashSet::new();
        for entry in entries {
            let words = entry
                .terms
                .iter()
                .flat_map(|term| &term.words)
                .map(String::as_str)
                .chain(entry.phrases.iter().flat_map(Pattern::words));
            for word in words {
                fuzzy.known.insert(word.to_owned());
                if entry.fuzzy && entry.form != Form::Upper && may_slip(word) && listed.insert(word)
                {
                    let number = fuzzy.words.len();
                    fuzzy.words.push(word.to_owned());
                    fuzzy.reach.extend(keys(word).map(|key| (key, number)));
                }
            }
        }
        fuzzy.reach.sort_unstable();
        fuzzy.reach.dedup();
        fuzzy
    }

    /// Returns the listed words that a word was probably meant to be, the likeliest first; none for a known or ordinary word.
    pub(in crate::privacy) fn fix(&self, word: &str, slip: Slip) -> Vec<String> {
        if !may_slip(word) || self.known.contains(word) || self.ordinary.contains(word) {
            return Vec::new();
        }
        let sound = sound(word);
        let mut near: Vec<(usize, &String)> = keys(word)
            .flat_map(|key| {
                let start = self.reach.partition_point(|(other, _)| *other < key);
                self.reach
                    .iter()
                    .skip(start)
                    .take_while(move |(other, _)| *other == key)
            })
            .filter_map(|(_, number)| self.words.get(*number))
            .filter_map(|listed| nearness(word, &sound, listed, slip).map(|far| (far, listed)))
            .collect();
        near.sort_unstable();
        near.dedup();
        near.into_iter()
            .take(MOST_MEANINGS)
            .map(|(_, listed)| listed.clone())
            .collect()
    }

    /// Returns those words of a dictionary that would be taken for a slip: the list of ordinary words to keep.
    pub(in crate::privacy) fn within_reach<'a>(
        &self,
        dictionary: impl Iterator<Item = &'a str>,
    ) -> Vec<String> {
        dictionary
            .filter(|word| !self.fix(word, Slip::Letter).is_empty())
            .map(str::to_owned)
            .collect()
    }
}

/// Says whether a word is long and plain enough to be corrected.
fn may_slip(word: &str) -> bool {
    word.len() >= SHORTEST && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Says how far a word is from a listed one, when it is near enough.
fn nearness(word: &str, sound: &str, listed: &str, slip: Slip) -> Option<usize> {
    let meant = self::sound(listed);
    let letters = strsim::osa_distance(word, listed);
    let alike = meant == sound;
    let first = word.as_bytes().first() == listed.as_bytes().first()
        || sound.as_bytes().first() == meant.as_bytes().first();
    let one_off = first
        && (letters <= 1 || (meant.len() >= SHORTEST && strsim::osa_distance(&meant, sound) <= 1));
    (alike || (one_off && slip == Slip::Letter)).then_some(letters)
}

/// The keys under which a word is kept: its spelling and its sound, whole and with one letter left out.
fn keys(word: &str) -> impl Iterator<Item = u64> {
    let sound = sound(word);
    [word.to_owned(), sound]
        .into_iter()
        .flat_map(|text| (0..=text.len()).map(move |left_out| hash(&text, left_out)))
}

/// A number for a text with one letter left out (none, when there are fewer); what shares it by chance is told apart by its distance.
fn hash(text: &str, left_out: usize) -> u64 {
    let letters = text.bytes().enumerate().filter(|(at, _)| *at != left_out);
    letters.fold(0xcbf2_9ce4_8422_2325, |number, (_, byte)| {
        (number ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Spells a word by its sound, roughly and for both languages at once.
fn sound(word: &str) -> String {
    const SOUNDS: [(&str, &str); 21] = [
        ("isch", "is"),
        ("sch", "sg"),
        ("ch", "g"),
        ("ph", "f"),
        ("th", "t"),
        ("ck", "k"),
        ("qu", "kw"),
        ("ou", "au"),
        ("ij", "ei"),
        ("ie", "i"),
        ("ey", "i"),
        ("ee", "e"),
        ("oe", "u"),
        ("oo", "o"),
        ("aa", "a"),
        ("uu", "u"),
        ("x", "ks"),
        ("y", "i"),
        ("c", "k"),
        ("z", "s"),
        ("v", "f"),
    ];
    let mut out = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        // A c before e, i or y sounds as s.
        let soft = rest.starts_with("ce") || rest.starts_with("ci") || rest.starts_with("cy");
        let (taken, sound) = if soft {
            (1, "s".to_owned())
        } else if let Some((letters, sound)) =
            SOUNDS.iter().find(|(letters, _)| rest.starts_with(letters))
        {
            (letters.len(), (*sound).to_owned())
        } else {
            (first.len_utf8(), first.to_string())
        };
        if out.is_empty() || !out.ends_with(&sound) || sound.len() > 1 {
            out.push_str(&sound);
        }
        rest = rest.get(taken..).unwrap_or_default();
    }
    if out.ends_with('d') {
        out.pop();
        out.push('t');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_sound_alike_are_one() {
        for (slip, meant) in [
            ("psigiater", "psychiater"),
            ("medikatie", "medicatie"),
            ("schyzofrenie", "schizofrenie"),
            ("deppressie", "depressie"),
            ("gedagten", "gedachten"),
            ("terapie", "therapie"),
            ("fobi", "phobie"),
        ] {
            assert_eq!(sound(slip), sound(meant), "{slip}");
        }
    }
}
