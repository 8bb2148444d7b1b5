//! Which words of a dictionary look like a misspelled health word: the list that guards against false corrections.
//!
//! Made from the health words and any dictionaries, never while a text is checked.

use std::collections::BTreeSet;

use crate::privacy::key::Key;
use crate::privacy::lexicon::Lexicon;
use crate::privacy::matching::blurred;
use crate::privacy::matching::fuzzy::{Desk, Slip};
use crate::privacy::normalize::words;

/// Returns those words of a dictionary that would be taken for a slip of a health word if they were not known to be ordinary.
pub fn ordinary<'a>(
    lexicon: Lexicon,
    dictionary: impl Iterator<Item = &'a str>,
) -> BTreeSet<String> {
    let lexicon = lexicon.unguarded();
    let mut desk = Desk::default();
    let mut seen = BTreeSet::new();
    dictionary
        .flat_map(words)
        .filter(|word| seen.insert(word.clone()) && is_taken(word.as_bytes(), &lexicon, &mut desk))
        .collect()
}

fn is_taken(word: &[u8], lexicon: &Lexicon, desk: &mut Desk) -> bool {
    if lexicon.exact.knows(Key::of(word)) || lexicon.fuzzy.is_right(Key::of(word)) {
        return false;
    }
    lexicon.fuzzy.fix(word, Slip::Letter, desk);
    if !desk.meant.is_empty() {
        return true;
    }
    let mut inside = Vec::new();
    desk.letters.fill(word);
    lexicon.compounds.inside(word, &desk.letters, &mut inside);
    if inside.is_empty() {
        blurred::inside(word, &lexicon.compounds, &lexicon.fuzzy, desk, &mut inside);
        return !inside.is_empty();
    }
    false
}
