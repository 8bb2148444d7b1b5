//! How the texts of each file read: sentences, words per sentence, the longest one, hard words.

use crate::content::library::Library;
use crate::content::lints::all::{Read, files, plain_of};
use crate::content::lints::plain::Plain;
use crate::content::lints::shown::Shown;
use crate::content::lints::tokens::{count, has, sentences, words};
use crate::core::source::Diagnostics;
use crate::core::words::Lang;

/// How one file reads.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Measure {
    /// The file.
    pub file: String,
    /// How many sentences.
    pub sentences: usize,
    /// How many words.
    pub words: usize,
    /// The words of the longest sentence.
    pub longest: usize,
    /// How many hard words.
    pub hard: usize,
}

impl Measure {
    /// Words per sentence, in tenths.
    pub fn mean(&self) -> usize {
        self.words * 10 / self.sentences.max(1)
    }

    /// Hard words of every thousand, in tenths.
    pub fn share(&self) -> usize {
        self.hard * 10_000 / self.words.max(1)
    }

    fn add(&mut self, shown: &Shown, plain: &Plain) {
        for sentence in sentences(&shown.text) {
            let number = count(&sentence);
            self.sentences += 1;
            self.words += number;
            self.longest = self.longest.max(number);
        }
        let words = words(&shown.text);
        let hard = plain.hard.iter().filter(|one| has(&words, &one.phrase));
        self.hard += hard.count();
    }
}

/// Measures every file of a language, and all of them together at the end, under the name of the language.
pub fn measure(library: &Library, lang: &Lang) -> Vec<Measure> {
    let mut unread = Diagnostics::default();
    let plain = plain_of(library, lang, &mut unread).unwrap_or_default();
    let mut all = Measure {
        file: lang.to_string(),
        ..Measure::default()
    };
    let mut measures = Vec::new();
    for Read { path, texts, .. } in files(library, lang, &|_| true, &mut unread) {
        let mut one = Measure {
            file: path,
            ..Measure::default()
        };
        for shown in &texts {
            one.add(shown, &plain);
            all.add(shown, &plain);
        }
        if one.sentences > 0 {
            measures.push(one);
        }
    }
    measures.push(all);
    measures
}
