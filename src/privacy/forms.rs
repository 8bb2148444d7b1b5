//! Word forms: the plurals, endings and tenses of a listed word, in both languages.
//!
//! Makes rather too many than too few: a form that no one writes does no harm. Knows spelling, not meaning.

use crate::privacy::entry::{Inflect, Language};

/// The fewest letters of a word that gets forms without being asked.
const SHORTEST: usize = 5;

/// Gives every form of a word, in two parts: what stays, and the ending. The word itself comes first; some come twice.
pub(super) fn forms(
    word: &str,
    language: Language,
    inflect: Inflect,
    give: &mut dyn FnMut(&str, &str),
) {
    give(word, "");
    let plain = word.bytes().all(|c| c.is_ascii_lowercase());
    let long = word.len() >= SHORTEST;
    match inflect {
        Inflect::None => {}
        Inflect::Auto | Inflect::Abbreviation if !plain => {}
        Inflect::Abbreviation => each(word, &["s", "er", "ers", "en"], give),
        Inflect::Auto if !long => {}
        Inflect::Auto | Inflect::Verb => match language {
            Language::Dutch => dutch(word, give),
            Language::English => english(word, inflect, give),
        },
    }
}

/// Returns all forms of a word, sorted, for people to read.
pub(super) fn listed(word: &str, language: Language, inflect: Inflect) -> Vec<String> {
    let mut all = Vec::new();
    forms(word, language, inflect, &mut |stem, ending| {
        all.push(format!("{stem}{ending}"));
    });
    all.sort();
    all.dedup();
    all
}

fn each(stem: &str, endings: &[&str], give: &mut dyn FnMut(&str, &str)) {
    for ending in endings {
        give(stem, ending);
    }
}

fn dutch(word: &str, give: &mut dyn FnMut(&str, &str)) {
    each(
        word,
        &["s", "n", "en", "e", "je", "jes", "tje", "tjes"],
        give,
    );
    for (old, new) in [("um", "a"), ("us", "i"), ("heid", "heden")] {
        if let Some(stem) = word.strip_suffix(old) {
            give(stem, new);
        }
    }
    let mut letters = word.chars();
    let Some(last) = letters.next_back() else {
        return;
    };
    if is_vowel(last) {
        return;
    }
    let stem = letters.as_str();
    let (plain, doubled, soft) = match last {
        'f' => (["fe", "fen"], ["ffe", "ffen"], ["ve", "ven"]),
        's' => (["se", "sen"], ["sse", "ssen"], ["ze", "zen"]),
        _ => return hard(word, stem, last, give),
    };
    each(stem, &doubled, give);
    each(stem, &soft, give);
    if let Some(short) = shortened(stem) {
        each(short, &soft, give);
        each(short, &plain, give);
    }
}

/// The endings of a word whose last letter stays as it is.
fn hard(word: &str, stem: &str, last: char, give: &mut dyn FnMut(&str, &str)) {
    let doubled = format!("{word}{last}");
    each(&doubled, &["e", "en"], give);
    if let Some(short) = shortened(stem) {
        each(&format!("{short}{last}"), &["e", "en"], give);
    }
}

/// Long vowels are written once in an open syllable: suicidaal, suicidale.
fn shortened(stem: &str) -> Option<&str> {
    let mut letters = stem.chars();
    let (last, before) = (letters.next_back()?, letters.next_back()?);
    (last == before && is_vowel(last)).then(|| stem.get(..stem.len() - last.len_utf8()))?
}

fn english(word: &str, inflect: Inflect, give: &mut dyn FnMut(&str, &str)) {
    each(word, &["s", "es"], give);
    if let Some(stem) = word.strip_suffix('y') {
        give(stem, "ies");
    }
    if let Some(stem) = word.strip_suffix("is") {
        give(stem, "es");
    }
    if inflect == Inflect::Verb {
        let stem = word.strip_suffix('e').unwrap_or(word);
        each(stem, &["ed", "ing"], give);
        if let Some(stem) = word.strip_suffix('y') {
            give(stem, "ied");
        }
    } else {
        give(word, "ly");
    }
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, language: Language, expected: &[&str]) {
        let all = listed(word, language, Inflect::Auto);
        for form in expected {
            assert!(
                all.iter().any(|one| one == form),
                "{word}: {form} is missing from {all:?}"
            );
        }
    }

    #[test]
    fn dutch_words_take_their_endings() {
        check("depressie", Language::Dutch, &["depressie", "depressies"]);
        check("depressief", Language::Dutch, &["depressieve"]);
        check("stoornis", Language::Dutch, &["stoornissen"]);
        check("suicidaal", Language::Dutch, &["suicidale"]);
        check("autist", Language::Dutch, &["autisten", "autiste"]);
        check("antidepressivum", Language::Dutch, &["antidepressiva"]);
        check("ziekenhuis", Language::Dutch, &["ziekenhuizen"]);
        check("chronisch", Language::Dutch, &["chronische"]);
    }

    #[test]
    fn english_words_take_their_endings() {
        check("therapy", Language::English, &["therapies"]);
        check("psychosis", Language::English, &["psychoses"]);
        check("addict", Language::English, &["addicts"]);
    }
}
