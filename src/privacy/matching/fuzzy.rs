//! Slips of the pen: which listed word was probably meant.
//!
//! Compares by sound first (`psigiater`, `medikatie`), then by one letter more, less, other or swapped. Never touches an
//! ordinary word: those within reach of a listed one are themselves a list, which comes with the language.

use std::collections::{HashMap, HashSet};

use crate::privacy::entry::{Entry, Form};

/// The fewest letters of a word that is corrected, and of a sound in which one may be wrong.
const SHORTEST: usize = 6;

/// The most words that one slip may have been meant for.
const MOST_MEANINGS: usize = 4;

/// The listed words by their sound, and by everything that is one letter shorter.
#[derive(Debug, Default)]
pub(in crate::privacy) struct Fuzzy {
    words: Vec<String>,
    reach: HashMap<u64, Vec<usize>>,
    known: HashSet<String>,
    ordinary: HashSet<String>,
}

impl Fuzzy {
    /// Makes the table; `ordinary` words are never corrected.
    pub(in crate::privacy) fn of(entries: &[Entry], ordinary: HashSet<String>) -> Self {
        let mut fuzzy = Self { ordinary, ..Self::default() };
        let mut listed = HashSet::new();
        for entry in entries {
            let words = entry.terms.iter().flatten().map(String::as_str).chain(entry.phrases.iter().flat_map(|phrase| phrase.words()));
            for word in words {
                fuzzy.known.insert(word.to_owned());
                if entry.fuzzy && entry.form != Form::Upper && may_slip(word) && listed.insert(word) {
                    let number = fuzzy.words.len();
                    fuzzy.words.push(word.to_owned());
                    for key in keys(word) {
                        let list = fuzzy.reach.entry(key).or_default();
                        if list.last() != Some(&number) {
                            list.push(number);
                        }
                    }
                }
            }
        }
        fuzzy
    }

    /// Returns the listed words that a word was probably meant to be, the likeliest first; none for a known or ordinary word.
    pub(in crate::privacy) fn fix(&self, word: &str) -> Vec<String> {
        if !may_slip(word) || self.known.contains(word) || self.ordinary.contains(word) {
            return Vec::new();
        }
        let sound = sound(word);
        let mut near: Vec<(usize, &String)> = keys(word)
            .into_iter()
            .filter_map(|key| self.reach.get(&key))
            .flatten()
            .filter_map(|number| self.words.get(*number))
            .filter_map(|listed| nearness(word, &sound, listed).map(|far| (far, listed)))
            .collect();
        near.sort_unstable();
        near.dedup();
        near.into_iter().take(MOST_MEANINGS).map(|(_, listed)| listed.clone()).collect()
    }

    /// Returns those words of a dictionary that would be taken for a slip: the list of ordinary words to keep.
    pub(in crate::privacy) fn within_reach<'a>(&self, dictionary: impl Iterator<Item = &'a str>) -> Vec<String> {
        dictionary.filter(|word| !self.fix(word).is_empty()).map(str::to_owned).collect()
    }
}

/// Says whether a word is long and plain enough to be corrected.
fn may_slip(word: &str) -> bool {
    word.len() >= SHORTEST && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Says how far a word is from a listed one, when it is near enough.
fn nearness(word: &str, sound: &str, listed: &str) -> Option<usize> {
    let meant = self::sound(listed);
    let letters = strsim::osa_distance(word, listed);
    let alike = meant == sound;
    let first = word.as_bytes().first() == listed.as_bytes().first() || sound.as_bytes().first() == meant.as_bytes().first();
    let one_off = first && (letters <= 1 || (meant.len() >= SHORTEST && strsim::osa_distance(&meant, sound) <= 1));
    (alike || one_off).then_some(letters)
}

/// The keys under which a word is kept: its spelling and its sound, whole and with one letter left out.
fn keys(word: &str) -> Vec<u64> {
    let sound = sound(word);
    [word, sound.as_str()].into_iter().flat_map(|text| shortened(text).chain([text.to_owned()])).map(|key| hash(&key)).collect()
}

/// A small stable number for a key: what shares it by chance is told apart by its distance.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |number, byte| (number ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Every text with one letter left out.
fn shortened(word: &str) -> impl Iterator<Item = String> + '_ {
    word.char_indices().map(move |(at, _)| word.char_indices().filter(|(other, _)| *other != at).map(|(_, c)| c).collect())
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
        } else if let Some((letters, sound)) = SOUNDS.iter().find(|(letters, _)| rest.starts_with(letters)) {
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
