//! Rules about sentences: how long, who does something, how often they say no, and no shouting.

use crate::content::lints::reading::Reading;
use crate::content::lints::shown::Shown;
use crate::content::lints::tokens::{count, sentences, words};
use crate::core::source::{Code, Diagnostics, Place};

/// Sentences that are too long to read in one breath.
pub fn long(shown: &Shown, reading: &Reading<'_>, found: &mut Diagnostics) {
    for sentence in sentences(&shown.text) {
        let number = count(&sentence);
        if number > reading.plain.most {
            let values = vec![
                ("number", number.to_string()),
                ("high", reading.plain.most.to_string()),
                ("text", sentence),
            ];
            found.add_with(Code::LongSentence, &shown.place, values);
        }
    }
}

/// Files whose sentences are long on the whole.
pub fn on_the_whole(texts: &[Shown], reading: &Reading<'_>, found: &mut Diagnostics) {
    let all: Vec<usize> = texts
        .iter()
        .flat_map(|shown| sentences(&shown.text))
        .map(|sentence| count(&sentence))
        .collect();
    let (total, number) = (all.iter().sum::<usize>(), all.len());
    // In tenths, so that no rounding hides what is too much.
    if let Some(first) = texts.first()
        && total * 10 > reading.plain.mean * number * 10
    {
        let mean = format!("{}.{}", total / number, total * 10 / number % 10);
        let values = vec![("number", mean), ("high", reading.plain.mean.to_string())];
        let place = Place::start(&first.place.file);
        found.add_with(Code::LongText, &place, values);
    }
}

/// Sentences in which nobody does anything.
pub fn passive(shown: &Shown, reading: &Reading<'_>, found: &mut Diagnostics) {
    let passive = &reading.plain.passive;
    let is_done = |word: &String| {
        word.chars().count() >= 5
            && passive.begin.iter().any(|begin| word.starts_with(begin))
            && passive.end.iter().any(|end| word.ends_with(end))
            && !passive.not.contains(word)
    };
    for sentence in sentences(&shown.text) {
        // Only within a clause: a verb behind a comma has its own.
        for clause in sentence.split([',', ':', ';']) {
            let words = words(clause);
            if words.iter().any(|word| passive.with.contains(word)) && words.iter().any(is_done) {
                let values = vec![("text", sentence.clone())];
                found.add_with(Code::Passive, &shown.place, values);
                break;
            }
        }
    }
}

/// Sentences that say no twice.
pub fn negatives(shown: &Shown, reading: &Reading<'_>, found: &mut Diagnostics) {
    for sentence in sentences(&shown.text) {
        let words = words(&sentence);
        let negatives = words
            .iter()
            .filter(|word| reading.plain.negatives.contains(word));
        if negatives.count() > 1 {
            let values = vec![("text", sentence)];
            found.add_with(Code::DoubleNegative, &shown.place, values);
        }
    }
}

/// Exclamation marks.
pub fn shouting(shown: &Shown, _reading: &Reading<'_>, found: &mut Diagnostics) {
    if shown.text.contains('!') {
        found.add(Code::Exclamation, &shown.place);
    }
}
