//! An abbreviation that is spelled out beside itself: `CBT (computer-based training)`, `special purpose vehicle (SPV)`.
//!
//! What it means then is for the words themselves to say. Knows letters only; small words between are passed over.

use std::ops::Range;

use crate::privacy::page::{Case, Page};

/// The fewest and most letters of an abbreviation.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=6;
/// How many words beyond its letters are looked through.
const MORE: usize = 4;
/// Words that lend no letter.
const SMALL: [&[u8]; 16] = [
    b"a", b"an", b"and", b"de", b"der", b"een", b"en", b"for", b"het", b"in", b"of", b"or", b"the",
    b"van", b"voor", b"to",
];

/// Says whether an abbreviation is spelled out right after it, or right before it.
pub(super) fn is_spelled_out(page: &Page, hit: &Range<usize>) -> bool {
    let [token] = page.tokens.get(hit.clone()).unwrap_or_default() else {
        return false;
    };
    if token.case != Case::Upper || !LETTERS.contains(&token.len) {
        return false;
    }
    let letters = page.of(token);
    let far = token.len + MORE;
    let ahead = hit.end..page.tokens.len().min(hit.end + far);
    let back = hit.start.saturating_sub(far)..hit.start;
    let is_inside = |at: &usize| page.same_sentence(hit.start, *at);
    spell(page, letters.iter(), ahead.filter(is_inside))
        || spell(page, letters.iter().rev(), back.rev().filter(is_inside))
}

/// Says whether words begin with letters, one after the other, without another word between.
fn spell<'a>(
    page: &Page,
    letters: impl Iterator<Item = &'a u8>,
    mut words: impl Iterator<Item = usize>,
) -> bool {
    letters.into_iter().all(|letter| {
        for at in words.by_ref() {
            let word = page.letters(&(at..at + 1));
            if word.len() > 1 && word.first() == Some(letter) {
                return true;
            }
            if !SMALL.contains(&word) {
                return false;
            }
        }
        false
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::privacy::normalize::Reader;

    #[test]
    fn an_abbreviation_is_spelled_out_on_either_side() {
        for (text, at, expected) in [
            ("CBT (computer-based training) for drivers", 0, true),
            ("a special purpose vehicle (SPV) was set up", 4, true),
            ("het CVA, een centrum van afspraken", 1, true),
            ("I did CBT for a year", 2, false),
            ("Ik heb ADD en werk graag", 2, false),
        ] {
            let mut page = Page::default();
            Reader::of(text).read(&mut page);
            assert_eq!(is_spelled_out(&page, &(at..at + 1)), expected, "{text}");
        }
    }
}
