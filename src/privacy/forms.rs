//! Word forms: the plurals, endings and tenses of a listed word, in both languages.
//!
//! Makes rather too many than too few: a form that no one writes does no harm. Knows spelling, not meaning.

use crate::privacy::entry::{Inflect, Language};

/// The fewest letters of a word that gets forms without being asked.
const SHORTEST: usize = 5;

/// Returns the forms of a word, the word itself first.
pub(super) fn forms(word: &str, language: Language, inflect: Inflect) -> Vec<String> {
    let mut all = vec![word.to_owned()];
    let plain = word.chars().all(|c| c.is_ascii_alphabetic());
    let long = word.len() >= SHORTEST;
    match inflect {
        Inflect::None => return all,
        Inflect::Auto | Inflect::Abbreviation if !plain => return all,
        Inflect::Abbreviation => ["s", "er", "ers", "en"]
            .iter()
            .for_each(|ending| all.push(format!("{word}{ending}"))),
        Inflect::Auto if !long => return all,
        Inflect::Auto | Inflect::Verb => match language {
            Language::Dutch => dutch(word, &mut all),
            Language::English => english(word, inflect, &mut all),
        },
    }
    all.sort();
    all.dedup();
    all
}

fn dutch(word: &str, all: &mut Vec<String>) {
    for ending in ["s", "n", "en", "e", "je", "jes", "tje", "tjes"] {
        all.push(format!("{word}{ending}"));
    }
    if let Some(stem) = word.strip_suffix("um") {
        all.push(format!("{stem}a"));
    }
    if let Some(stem) = word.strip_suffix("us") {
        all.push(format!("{stem}i"));
    }
    if let Some(stem) = word.strip_suffix("heid") {
        all.push(format!("{stem}heden"));
    }
    let mut letters: Vec<char> = word.chars().collect();
    let Some(last) = letters.pop() else { return };
    if is_vowel(last) {
        return;
    }
    let stem: String = letters.iter().collect();
    let soft = match last {
        'f' => 'v',
        's' => 'z',
        other => other,
    };
    let mut stems = vec![format!("{stem}{last}{last}"), format!("{stem}{soft}")];
    // Long vowels are written once in an open syllable: suicidaal, suicidale.
    if let [.., a, b] = letters.as_slice()
        && a == b
        && is_vowel(*a)
    {
        let short: String = letters.iter().take(letters.len() - 1).collect();
        stems.push(format!("{short}{soft}"));
        stems.push(format!("{short}{last}"));
    }
    for stem in stems {
        all.push(format!("{stem}e"));
        all.push(format!("{stem}en"));
    }
}

fn english(word: &str, inflect: Inflect, all: &mut Vec<String>) {
    all.push(format!("{word}s"));
    all.push(format!("{word}es"));
    if let Some(stem) = word.strip_suffix('y') {
        all.push(format!("{stem}ies"));
    }
    if let Some(stem) = word.strip_suffix("is") {
        all.push(format!("{stem}es"));
    }
    if inflect == Inflect::Verb {
        let stem = word.strip_suffix('e').unwrap_or(word);
        all.push(format!("{stem}ed"));
        all.push(format!("{stem}ing"));
        if let Some(stem) = word.strip_suffix('y') {
            all.push(format!("{stem}ied"));
        }
    } else {
        all.push(format!("{word}ly"));
    }
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, language: Language, expected: &[&str]) {
        let all = forms(word, language, Inflect::Auto);
        for form in expected {
            assert!(
                all.iter().any(|one| one == form),
                "{word}: {form} is missing from {all:?}"
            );
        }
    }

    #[test]
    fn dutch_words_take_their_endings() {
        check("depressie", Language::Dutch, &["depressies"]);
        check("depressief", Language::Dutch, &["depressieve"]);
        check("stoornis", Language::Dutch, &["stoornissen"]);
        check("suicidaal", Language::Dutch, &["suicidale"]);
        check("autist", Language::Dutch, &["autisten", "autiste"]);
        check("antidepressivum", Language::Dutch, &["antidepressiva"]);
        check("ziekenhuis", Language::Dutch, &["ziekenhuizen"]);
    }

    #[test]
    fn english_words_take_their_endings() {
        check("therapy", Language::English, &["therapies"]);
        check("psychosis", Language::English, &["psychoses"]);
        check("addict", Language::English, &["addicts"]);
    }
}
