//! Where a finding is a name: written as one, among names, or as what kind of thing the next word is (`an ADD button`).
//!
//! Looks at how words are written and at the words right beside. Knows no health word.

use std::ops::Range;

use crate::privacy::context::Contexts;
use crate::privacy::page::{Case, Gap, Marks, Page};

/// The most letters of an abbreviation that may as well be another.
const LONGEST_ABBREVIATION: usize = 3;
/// The fewest letters of a noun that an abbreviation may stand before.
const SHORTEST_NOUN: usize = 3;

/// What the words right beside make of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beside {
    /// A name, or the kind of another thing.
    Name,
    /// What it is: `DBT group`.
    Itself,
    /// Nothing.
    Nothing,
}

/// Says whether a finding is a short abbreviation.
pub(super) fn is_short(page: &Page, hit: &Range<usize>) -> bool {
    let tokens = page.tokens.get(hit.clone()).unwrap_or_default();
    let letters: usize = tokens.iter().map(|token| token.len).sum();
    (2..=LONGEST_ABBREVIATION).contains(&letters)
        && tokens.iter().all(|token| token.case == Case::Upper)
}

/// Says whether a finding is written with a capital inside a sentence.
pub(super) fn is_titled(page: &Page, hit: &Range<usize>) -> bool {
    page.tokens
        .get(hit.start)
        .is_some_and(|first| first.case == Case::Capital && first.gap == Gap::Space)
}

/// Says whether a finding and the next word are written as one name: `Lupus Films`.
pub(super) fn is_part_of_name(page: &Page, hit: &Range<usize>) -> bool {
    hit.len() == 1
        && is_titled(page, hit)
        && page.tokens.get(hit.end).is_some_and(|next| {
            next.case == Case::Capital
                && next.gap == Gap::Space
                && next.len > LONGEST_ABBREVIATION
                && !page.has(hit.end, Marks::LISTED)
        })
}

impl Contexts {
    /// Says what the words right beside a finding make of it.
    pub(super) fn beside(&self, page: &Page, hit: &Range<usize>) -> Beside {
        let is = |group, at: usize| self.is_one_of(group, page, at);
        if self.is_among_names(page, hit) {
            return Beside::Name;
        }
        let next = page.tokens.get(hit.end).filter(|next| {
            next.gap <= Gap::Space && next.case == Case::Lower && next.len >= SHORTEST_NOUN
        });
        if next.is_none() {
            return Beside::Nothing;
        }
        let small = page.has(hit.end, Marks::LISTED.or(Marks::NUMBER))
            || [
                self.telling.verbs,
                self.telling.onto,
                self.telling.listing,
                self.telling.persons,
                self.scales.of,
                self.acts.undergo,
                self.acts.helping,
                self.acts.assist,
                self.acts.opens,
            ]
            .iter()
            .any(|group| is(*group, hit.end));
        let article = hit.start.checked_sub(1).is_some_and(|at| {
            page.same_sentence(at, hit.start)
                && is(self.telling.articles, at)
                && !(is(self.scales.my, at)
                    && may_be_verb(page, hit.end)
                    && !is(self.telling.verbs, hit.end + 1))
        });
        match (article, is(self.scales.tail, hit.end)) {
            (false, true) => Beside::Itself,
            (true, false) if !small => Beside::Name,
            (true | false, _) => Beside::Nothing,
        }
    }

    /// Says whether it stands among names: `SAP, ADD, Excel`, `ACT and PRINCE2`.
    fn is_among_names(&self, page: &Page, hit: &Range<usize>) -> bool {
        let small = |at: &usize| self.is_one_of(self.telling.listing, page, *at);
        let name = |at: usize| {
            page.same_sentence(at, hit.start)
                && page
                    .tokens
                    .get(at)
                    .is_some_and(|token| token.case != Case::Lower && token.gap != Gap::Sentence)
                && !page.has(at, Marks::LISTED)
        };
        let comma = |at: usize| page.gap(at) == Some(Gap::Clause);
        let after = if small(&hit.end) {
            hit.end + 1
        } else {
            hit.end
        };
        let ahead = (comma(hit.end) || small(&hit.end)) && name(after);
        let last = hit.start.checked_sub(1);
        let before = match last {
            Some(last) if small(&last) => last.checked_sub(1),
            Some(last) if comma(hit.start) => Some(last),
            Some(_) | None => None,
        };
        let behind = before.is_some_and(name);
        let tied_behind = last.is_some_and(|last| small(&last));
        ahead && (behind || small(&hit.end)) || behind && tied_behind
    }
}

/// Says whether a word may be the verb of one person: `zegt`, `rings`. Of what is `my` it is that more often than a noun.
fn may_be_verb(page: &Page, at: usize) -> bool {
    let letters = page.letters(&(at..at + 1));
    letters.ends_with(b"s") || letters.ends_with(b"t")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::privacy::context::tests::{lexicon, page};

    #[test]
    fn the_words_right_beside_tell_a_name() {
        let lexicon = lexicon();
        for (text, expected) in [
            ("The ADD button", Beside::Name),
            ("Onze tools: SAP, ADD, Excel", Beside::Name),
            ("Met Excel en ADD", Beside::Name),
            ("ADD groep op maandag", Beside::Itself),
            ("The ADD group", Beside::Nothing),
            ("De ADD is er", Beside::Nothing),
            ("met ADD", Beside::Nothing),
            ("ADD", Beside::Nothing),
        ] {
            let (page, hit) = page(&lexicon, text, "add");
            assert_eq!(lexicon.contexts.beside(&page, &hit), expected, "{text}");
            assert!(is_short(&page, &hit), "{text}");
        }
    }

    #[test]
    fn capitals_tell_titles_and_names_of_several_words() {
        let lexicon = lexicon();
        for (text, titled, part) in [
            ("bij Lupus Films", true, true),
            ("bij Lupus gewerkt", true, false),
            ("bij Lupus BV", true, false),
            ("Lupus Films", false, false),
            ("bij lupus Films", false, false),
        ] {
            let (page, hit) = page(&lexicon, text, "lupus");
            assert_eq!(is_titled(&page, &hit), titled, "{text}");
            assert_eq!(is_part_of_name(&page, &hit), part, "{text}");
            assert!(!is_short(&page, &hit), "{text}");
        }
    }
}
