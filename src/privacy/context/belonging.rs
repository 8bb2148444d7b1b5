//! Whose or of what a finding is, as the words right around it tell: `my stroke`, `rehab of a mill`, `heb de machine gereanimeerd`.
//!
//! What is of a person is told by a word for one, by a number or by a name; anything else is a thing. Knows no health word.

use std::ops::Range;

use crate::privacy::context::around::Around;
use crate::privacy::context::{Contexts, NEAR, Scope};
use crate::privacy::page::{Case, Gap, Marks, Page};

/// How many words the title of a job has.
const TITLE: usize = 3;
/// How many words after `of` it is looked for of whom it is.
const WHOSE: usize = 4;

impl Contexts {
    /// Says whether a finding is what somebody did to another thing: `heb de machine gereanimeerd`.
    pub(super) fn is_done_to_other(
        &self,
        page: &Page,
        clause: &Range<usize>,
        hit: &Range<usize>,
    ) -> bool {
        let is = |group, at: usize| self.is_one_of(group, page, at);
        let first = self.acts.first;
        let object =
            |at: usize| is(self.telling.articles, at) && !(at > 0 && is(self.telling.onto, at - 1));
        let said = hit.start.checked_sub(1).is_some_and(|at| is(first, at));
        let active = hit.len() == 1
            && is_participle(page.letters(hit))
            && clause.clone().any(|at| is(self.acts.helping, at))
            && !clause.clone().any(|at| is(self.acts.being, at))
            && clause.clone().any(object);
        let small = [
            self.scales.of,
            self.telling.onto,
            self.telling.verbs,
            self.telling.listing,
            self.acts.undergo,
            self.acts.helping,
            self.acts.assist,
            self.acts.opens,
        ];
        active
            || said && clause.contains(&hit.end) && !small.iter().any(|group| is(*group, hit.end))
    }

    /// Says whether the line of a finding begins with a trade, as in a curriculum vitae: `Support worker, supported housing`.
    pub(super) fn is_job_line(&self, page: &Page, hit: &Range<usize>) -> bool {
        let first = (0..hit.start)
            .rev()
            .take_while(|at| page.same_sentence(*at, hit.start))
            .last();
        // `Bookkeeper with Asperger's`: then it is the one with the trade who has it.
        let with = hit.start.checked_sub(2).is_some_and(|at| {
            page.has(at, Marks::TRADE) && self.is_one_of(self.scales.with, page, at + 1)
        });
        !with
            && first.is_some_and(|first| {
                (first..hit.start)
                    .take(TITLE)
                    .any(|at| page.has(at, Marks::TRADE))
                    && !(first..hit.start).any(|at| {
                        self.is_one_of(self.telling.persons, page, at)
                            || self.is_one_of(self.scales.my, page, at)
                    })
            })
    }

    /// Says whether a finding is what somebody else does to a person: `ze hebben me op ... gezet`.
    pub(super) fn is_done_to_me(&self, around: &Around<'_>) -> bool {
        let (page, hit) = (around.page, &around.hit);
        let clause = around.range(Scope::Clause);
        let is = |group, at: usize| self.is_one_of(group, page, at);
        !clause.clone().any(|at| is(self.acts.first, at))
            && (clause.start..hit.start).any(|at| is(self.scales.object, at))
    }

    /// Says whether `my` stands some words before a finding.
    pub(super) fn is_after_my(&self, page: &Page, hit: &Range<usize>) -> bool {
        (hit.start.saturating_sub(NEAR)..hit.start)
            .any(|at| page.same_sentence(at, hit.start) && self.is_one_of(self.scales.my, page, at))
    }

    /// Says whether a finding follows right on `my`.
    pub(super) fn is_mine(&self, page: &Page, hit: &Range<usize>) -> bool {
        let is = |group, at: usize| self.is_one_of(group, page, at);
        let back = |by: usize| {
            let at = hit.start.checked_sub(by)?;
            page.same_sentence(at, hit.start).then_some(at)
        };
        let near = back(1).is_some_and(|at| is(self.scales.my, at));
        near || back(1).is_some_and(|at| !is(self.telling.verbs, at) && !is(self.telling.onto, at))
            && back(2).is_some_and(|at| is(self.scales.my, at))
    }

    /// Returns the comma after what a word is of (`de behandelaar van het team, Els Jansen`), or the word's own end.
    pub(in crate::privacy) fn end_of_whose(&self, page: &Page, end: usize) -> usize {
        let of = [self.scales.of, self.telling.onto];
        let comma = |at: &usize| page.gap(*at) == Some(Gap::Clause);
        let told = of.iter().any(|group| self.is_one_of(*group, page, end));
        let mut ahead = (end + 1..page.tokens.len()).take(WHOSE + 2);
        let next = ahead.find(comma).filter(|at| page.same_sentence(end, *at));
        next.filter(|_| told && page.gap(end) == Some(Gap::Space))
            .unwrap_or(end)
    }

    /// Says whether it is told right after a finding that it is that of a thing: `opname van voorraad`, `relapse in sales`.
    pub(super) fn is_of_other(&self, page: &Page, hit: &Range<usize>) -> bool {
        let is = |group, at: usize| self.is_one_of(group, page, at);
        // `de BPD-test van de bodem`: what it is of stands behind the whole word.
        let tied = |at: &usize| page.gap(*at) == Some(Gap::Hyphen);
        let end = hit.end + (hit.end..page.tokens.len()).take_while(tied).count();
        let Some(of) = page.tokens.get(end).filter(|_| is(self.scales.of, end)) else {
            return false;
        };
        let clause = of.clause;
        let mut whose = (end + 1..page.tokens.len())
            .take(WHOSE)
            .take_while(|at| {
                let verbs = [self.acts.undergo, self.acts.helping, self.telling.onto];
                page.tokens
                    .get(*at)
                    .is_some_and(|token| token.clause == clause)
                    && !verbs.iter().any(|group| is(*group, *at))
            })
            .peekable();
        whose.peek().is_some()
            && !whose.any(|at| {
                page.has(at, Marks::DIGIT.or(Marks::LISTED))
                    || page
                        .tokens
                        .get(at)
                        .is_some_and(|token| token.case != Case::Lower)
                    || [self.telling.persons, self.scales.bears, self.scales.sick]
                        .iter()
                        .any(|group| is(*group, at))
            })
    }
}

/// Says whether a Dutch word is what was done to something: `gereanimeerd`, `afgekeurd`.
fn is_participle(letters: &[u8]) -> bool {
    let ends = [b"d".as_slice(), b"t", b"en"];
    let split = |before: &&[u8]| {
        let rest = letters.strip_prefix(*before);
        rest.is_some_and(|rest| rest.starts_with(b"ge"))
    };
    [b"".as_slice(), b"af", b"op", b"uit", b"in", b"aan"]
        .iter()
        .any(split)
        && ends.iter().any(|end| letters.ends_with(end))
}

#[cfg(test)]
mod tests {
    use crate::privacy::context::tests::{lexicon, page};

    #[test]
    fn what_something_is_of_is_a_thing_unless_it_is_a_person_a_number_or_a_name() {
        let lexicon = lexicon();
        for (text, word, expected) in [
            ("de opname van meterstanden in Salland", "opname", true),
            ("rehab of six terraces", "rehab", true),
            ("de opname van mijn vader", "opname", false),
            ("opname in 2019", "opname", false),
            ("opname in Zwolle", "opname", false),
            ("opname van, ja", "opname", false),
            ("opname", "opname", false),
        ] {
            let (page, hit) = page(&lexicon, text, word);
            assert_eq!(
                lexicon.contexts.is_of_other(&page, &hit),
                expected,
                "{text}"
            );
        }
    }

    #[test]
    fn what_follows_on_my_is_mine() {
        let lexicon = lexicon();
        for (text, expected) in [
            ("my stroke", true),
            ("my second stroke", true),
            ("my car was stroke", false),
            ("a stroke", false),
            ("stroke", false),
        ] {
            let (page, hit) = page(&lexicon, text, "stroke");
            assert_eq!(lexicon.contexts.is_mine(&page, &hit), expected, "{text}");
        }
    }

    #[test]
    fn a_line_that_begins_with_a_trade_is_about_it() {
        let lexicon = lexicon();
        for (text, expected) in [
            ("Prison officer, trained in rehab", true),
            ("Nachtportier in een rehab", true),
            ("Portier met rehab", false),
            ("Portier, ik ging in rehab", false),
            ("In een oude rehab was een portier", false),
        ] {
            let (page, hit) = page(&lexicon, text, "rehab");
            assert_eq!(
                lexicon.contexts.is_job_line(&page, &hit),
                expected,
                "{text}"
            );
        }
    }

    #[test]
    fn what_somebody_did_to_a_thing_did_not_happen_to_them() {
        let lexicon = lexicon();
        for (text, expected) in [
            ("ik heb de machine gereanimeerd", true),
            ("ik heb na een jaar gereanimeerd", false),
            ("ik werd gereanimeerd", false),
        ] {
            let (page, hit) = page(&lexicon, text, "gereanimeerd");
            let clause = 0..page.tokens.len();
            let told = lexicon.contexts.is_done_to_other(&page, &clause, &hit);
            assert_eq!(told, expected, "{text}");
        }
    }
}
