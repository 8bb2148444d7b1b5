//! Slips of the pen: which listed word was probably meant.
//!
//! Compares by sound first (`psigiater`, `medikatie`), then by one letter more, less, other or swapped. Never touches an
//! ordinary word: those within reach of a listed one are themselves a list, which comes with the language.

use std::collections::{HashMap, HashSet};

use crate::privacy::entry::{Entry, Form};

/// The fewest letters of a word that is corrected by sound.
const SHORTEST_SOUND: usize = 6;
/// The fewest letters of a sound for which one letter may be wrong.
const SHORTEST_LETTER: usize = 6;

/// The listed words by their sound.
#[derive(Debug, Default)]
pub(in crate::privacy) struct Fuzzy {
    words: Vec<String>,
    sounds: HashMap<String, usize>,
    reach: HashMap<String, Vec<usize>>,
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
        for entry in entries {
            let listed = entry
                .terms
                .iter()
                .flatten()
                .map(String::as_str)
                .chain(entry.phrases.iter().flat_map(|phrase| phrase.words()));
            for word in listed {
                let corrects = entry.fuzzy
                    && entry.form != Form::Upper
                    && word.len() >= SHORTEST_SOUND
                    && word.bytes().all(|byte| byte.is_ascii_lowercase());
                if !fuzzy.known.insert(word.to_owned()) || !corrects {
                    continue;
                }
                let sound = sound(word);
                let number = fuzzy.words.len();
                fuzzy.words.push(word.to_owned());
                if sound.len() >= SHORTEST_LETTER {
                    for shorter in shortened(&sound).chain([sound.clone()]) {
                        fuzzy.reach.entry(shorter).or_default().push(number);
                    }
                }
                fuzzy.sounds.entry(sound).or_insert(number);
            }
        }
        fuzzy
    }

    /// Returns the listed word that a word was probably meant to be; nothing for a known or ordinary word.
    pub(in crate::privacy) fn fix(&self, word: &str) -> Option<String> {
        if word.len() < SHORTEST_SOUND
            || self.known.contains(word)
            || self.ordinary.contains(word)
            || !word.bytes().all(|byte| byte.is_ascii_lowercase())
        {
            return None;
        }
        let sound = sound(word);
        if let Some(word) = self
            .sounds
            .get(&sound)
            .and_then(|number| self.words.get(*number))
        {
            return Some(word.clone());
        }
        if sound.len() < SHORTEST_LETTER {
            return None;
        }
        let near = shortened(&sound)
            .chain([sound.clone()])
            .filter_map(|shorter| self.reach.get(&shorter))
            .flatten()
            .filter_map(|number| self.words.get(*number));
        near.filter(|candidate| {
            candidate.as_bytes().first() == word.as_bytes().first()
                && strsim::osa_distance(&self::sound(candidate), &sound) <= 1
        })
        .min_by_key(|candidate| (strsim::osa_distance(candidate, word), candidate.as_str()))
        .cloned()
    }

    /// Returns those words of a dictionary that would be taken for a slip: the list of ordinary words to keep.
    pub(in crate::privacy) fn within_reach<'a>(
        &self,
        dictionary: impl Iterator<Item = &'a str>,
    ) -> Vec<String> {
        dictionary
            .filter(|word| self.fix(word).is_some())
            .map(str::to_owned)
            .collect()
    }
}

/// Every spelling with one letter left out.
fn shortened(word: &str) -> impl Iterator<Item = String> + '_ {
    word.char_indices().map(move |(at, _)| {
        word.char_indices()
            .filter(|(other, _)| *other != at)
            .map(|(_, c)| c)
            .collect()
    })
}

/// Spells a word by its sound, roughly and for both languages at once.
fn sound(word: &str) -> String {
    const SOUNDS: [(&str, &str); 22] = [
        ("isch", "is"),
        ("tion", "tsj"),
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
