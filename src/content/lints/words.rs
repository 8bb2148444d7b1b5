//! Rules about words: hard ones, ones that hurt or press, abbreviations, formal address, and questions for a diagnosis.

use crate::content::lints::plain::Better;
use crate::content::lints::reading::Reading;
use crate::content::lints::shown::Shown;
use crate::content::lints::tokens::{bare, count, has, words};
use crate::core::source::{Code, Diagnostics};

/// Words for which there is an easier one.
pub fn hard(shown: &Shown, reading: &Reading<'_>, found: &mut Diagnostics) {
    listed(&reading.plain.hard, Code::HardWord, shown, found);
}

/// Words that hurt.
pub fn stigma(shown: &Shown, reading: &Reading<'_>, found: &mut Diagnostics) {
    listed(&reading.plain.stigma, Code::StigmaWord, shown, found);
}

/// Words that press towards an answer.
pub fn leading(shown: &Shown, reading: &Reading<'_>, found: &mut Diagnostics) {
    listed(&reading.plain.leading, Code::LeadingQuestion, shown, found);
}

/// Questions that ask for a diagnosis. What an employer asks in a rehearsal is not asked by the program.
pub fn diagnosis(shown: &Shown, reading: &Reading<'_>, found: &mut Diagnostics) {
    if shown.name == "ask" && !shown.place.file.ends_with("rehearsal.yml") {
        listed(
            &reading.plain.diagnosis,
            Code::AsksForDiagnosis,
            shown,
            found,
        );
    }
}

fn listed(list: &[Better], code: Code, shown: &Shown, found: &mut Diagnostics) {
    let words = words(&shown.text);
    for one in list.iter().filter(|one| has(&words, &one.phrase)) {
        let values = vec![("name", one.listed.clone()), ("near", one.better.clone())];
        found.add_with(code, &shown.place, values);
    }
}

/// A formal form of address among informal ones.
pub fn address(shown: &Shown, reading: &Reading<'_>, found: &mut Diagnostics) {
    for word in words(&shown.text) {
        if reading.plain.formal.contains(&word) {
            found.add_with(Code::MixedAddress, &shown.place, vec![("name", word)]);
        }
    }
}

/// Words in capitals that no list and no glossary explains.
pub fn abbreviations(shown: &Shown, reading: &Reading<'_>, found: &mut Diagnostics) {
    let pieces = shown
        .text
        .split(|sign: char| sign.is_whitespace() || sign == '/');
    for word in pieces.map(bare) {
        let capitals = word.chars().filter(|letter| letter.is_uppercase()).count();
        let is_short =
            capitals >= 2 && word.chars().all(|letter| !letter.is_lowercase()) && is_word(word);
        let explained = || {
            let lower = word.to_lowercase();
            reading.explained.contains(&lower)
                || reading.plain.names.iter().any(|name| name == word)
        };
        if is_short && !explained() {
            let values = vec![("name", word.to_owned())];
            found.add_with(Code::BareAbbreviation, &shown.place, values);
        }
    }
}

fn is_word(word: &str) -> bool {
    count(word) > 0 && !word.contains(['[', ']', '{', '}'])
}
