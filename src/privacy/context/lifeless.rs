//! Of what a word is said: a thing that is signed off, rejected or born, or an item in a list that begins further back.
//!
//! Which nouns are things nobody can list; which words are persons somebody can. So it is a thing when a clause has a subject
//! of its own and a verb of being, and no person. Knows no health word.

use std::ops::Range;

use crate::privacy::context::{Contexts, NEAR};
use crate::privacy::group::GroupId;
use crate::privacy::page::{Gap, Marks, Page, Token};

/// The group of verbs that say something of a subject: `is`, `werd`. As the name of a group in `unless`, it asks for a thing
/// as the subject.
const LIFELESS: &str = "lifeless";
/// The group of words for persons, and of what only persons have: `ik`, `brother`, `diagnosis`.
const PERSON: &str = "person";
/// The group of words that a subject begins with: `the`, `onze`, `each`.
const ARTICLE: &str = "article";
/// The group of words that make something else than a subject of what follows: `after the exam`.
const ONTO: &str = "onto";
/// The group of words that tie the items of a list.
const LISTING: &str = "listing";
/// How many words before a health word its subject is looked for.
const SUBJECT_WITHIN: usize = 14;
/// The most words of an item in a list.
const ITEM: usize = 4;
/// The most items of a list.
const ITEMS: usize = 6;

/// The groups that tell things from persons.
#[derive(Debug, Default)]
pub(super) struct Telling {
    pub verbs: Option<GroupId>,
    pub persons: Option<GroupId>,
    pub articles: Option<GroupId>,
    pub onto: Option<GroupId>,
    pub listing: Option<GroupId>,
}

impl Telling {
    /// Finds the groups by their names.
    pub(super) fn of(named: impl Fn(&str) -> Option<GroupId>) -> Self {
        Self {
            verbs: named(LIFELESS),
            persons: named(PERSON),
            articles: named(ARTICLE),
            onto: named(ONTO),
            listing: named(LISTING),
        }
    }
}

impl Contexts {
    /// Says whether a finding is said of a thing: `our café was signed off`.
    pub(super) fn is_of_thing(&self, page: &Page, hit: &Range<usize>, status: bool) -> bool {
        let telling = &self.telling;
        let Some(first) = page.tokens.get(hit.start) else {
            return false;
        };
        let open = |at: &usize| {
            page.tokens
                .get(*at)
                .is_some_and(|token| token.clause == first.clause && token.line == first.line)
                && !page.has(*at, Marks::TURN)
        };
        let back = (0..hit.start)
            .rev()
            .take(SUBJECT_WITHIN)
            .take_while(open)
            .count();
        let before = hit.start - back..hit.start;
        let is = |group, at: usize| self.is_one_of(group, page, at);
        if before.clone().any(|at| is(telling.persons, at)) {
            return false;
        }
        if status && self.is_subject_behind(page, hit) {
            return true;
        }
        let verb = before.clone().find(|at| is(telling.verbs, *at));
        let after = is(telling.verbs, hit.end) && page.same_sentence(hit.start, hit.end);
        let Some(verb) = verb.or(after.then_some(hit.end)) else {
            return false;
        };
        let participle = hit
            .end
            .checked_sub(1)
            .map(|last| page.letters(&(last..hit.end)))
            .is_some_and(|letters| {
                [b"d".as_slice(), b"t", b"ff", b"men"]
                    .iter()
                    .any(|end| letters.ends_with(end))
            });
        before.clone().any(|at| {
            is(telling.articles, at)
                && at + 1 != verb
                && at + 1 < hit.start
                && (at < verb || participle)
                && !(at > before.start && is(telling.onto, at - 1))
        })
    }

    /// Says whether a thing is the subject of a clause that begins with the finding: `bij de keuring kreeg de kraan`.
    fn is_subject_behind(&self, page: &Page, hit: &Range<usize>) -> bool {
        let telling = &self.telling;
        let open = |at: &usize| page.same_sentence(hit.start, *at);
        let ahead = (hit.end..page.tokens.len())
            .take(SUBJECT_WITHIN)
            .take_while(open)
            .count();
        let ahead = hit.end..hit.end + ahead;
        let is = |group, at: usize| self.is_one_of(group, page, at);
        is(telling.verbs, hit.end)
            && ahead.contains(&(hit.end + 1))
            && is(telling.articles, hit.end + 1)
            && !ahead.clone().any(|at| is(telling.persons, at))
            && !self.is_own(page, hit)
    }

    /// Returns the earliest clause that a finding belongs to: when it is an item in a list, that in which the list begins.
    pub(super) fn list_begins(&self, page: &Page, hit: &Range<usize>) -> Option<u32> {
        let first = page.tokens.get(hit.start)?;
        let mut item = self.item(page, hit.start)?;
        let next = self.item(page, item.end);
        let tied = |range: &Range<usize>| {
            range
                .clone()
                .any(|at| self.is_one_of(self.telling.listing, page, at))
        };
        if !tied(&item) && !next.is_some_and(|next| tied(&next)) {
            return Some(first.clause);
        }
        for _ in 0..ITEMS {
            let at = item.start;
            let comma = page.gap(at) == Some(Gap::Clause);
            let last = at.checked_sub(1).filter(|_| comma);
            let Some(last) = last.filter(|last| page.same_sentence(*last, hit.start)) else {
                break;
            };
            match self.item(page, last) {
                Some(earlier) => item = earlier,
                None => return page.tokens.get(last).map(|token| token.clause),
            }
        }
        page.tokens.get(item.start).map(|token| token.clause)
    }

    /// Returns the clause of a token when it is short and says nothing of anybody.
    fn item(&self, page: &Page, at: usize) -> Option<Range<usize>> {
        let clause = page.tokens.get(at)?.clause;
        let same = |at: &usize| {
            page.tokens
                .get(*at)
                .is_some_and(|token: &Token| token.clause == clause)
        };
        let back = (0..at).rev().take(NEAR + ITEM).take_while(same).count();
        let ahead = (at..page.tokens.len())
            .take(NEAR + ITEM)
            .take_while(same)
            .count();
        let range = at - back..at + ahead;
        let says = |at| {
            self.is_one_of(self.telling.persons, page, at)
                || self.is_one_of(self.telling.verbs, page, at)
        };
        (range.len() <= ITEM && !range.clone().any(says)).then_some(range)
    }

    /// Says whether a token by itself is an expression of a group.
    pub(super) fn is_one_of(&self, group: Option<GroupId>, page: &Page, at: usize) -> bool {
        let Some(number) = group else { return false };
        self.known_at(number, page, at)
            .any(|(whole, _)| whole.start <= at && at < whole.end)
    }
}

#[cfg(test)]
mod tests {
    use crate::privacy::context::tests::{lexicon, page};

    #[test]
    fn a_thing_is_told_from_a_person_by_its_clause() {
        let lexicon = lexicon();
        for (text, word, expected) in [
            ("De kraan werd bij ons afgekeurd", "afgekeurd", true),
            ("Our crane was later rejected", "rejected", true),
            ("The old crane got rejected", "rejected", true),
            // A person in the clause, a word that only persons have, and a clause of its own.
            ("Ik werd op de kraan afgekeurd", "afgekeurd", false),
            ("De diagnosis was rejected", "rejected", false),
            ("De kraan is oud, afgekeurd voor mij", "afgekeurd", false),
            ("De kraan was oud maar werd afgekeurd", "afgekeurd", false),
            // Another part of the sentence, no verb, no article, and nothing before it.
            ("Na de kraan werd afgekeurd", "afgekeurd", false),
            ("De kraan afgekeurd", "afgekeurd", false),
            ("Werd zwaar afgekeurd", "afgekeurd", false),
            ("Afgekeurd", "afgekeurd", false),
        ] {
            let (page, hit) = page(&lexicon, text, word);
            let told = lexicon.contexts.is_of_thing(&page, &hit, false);
            assert_eq!(told, expected, "{text}");
        }
    }

    #[test]
    fn a_status_may_have_its_thing_behind_it() {
        let lexicon = lexicon();
        for (text, status, expected) in [
            ("Bij herkeuring kreeg de kraan een sticker", true, true),
            ("Bij herkeuring kreeg de kraan een sticker", false, false),
            ("Bij herkeuring kreeg ik een sticker", true, false),
            ("Bij herkeuring kreeg", true, false),
        ] {
            let (page, hit) = page(&lexicon, text, "herkeuring");
            let told = lexicon.contexts.is_of_thing(&page, &hit, status);
            assert_eq!(told, expected, "{text}, {status}");
        }
    }

    #[test]
    fn an_item_belongs_to_the_clause_in_which_its_list_begins() {
        let lexicon = lexicon();
        for (text, begins) in [
            ("Lessen over hormonen, bloed en suiker", 0),
            ("Lessons on hormones, blood, sugar and bone", 0),
            // A list ends at a clause that says something of somebody; without a tie there is none.
            ("Ik gaf les, bloed en suiker", 0),
            ("Lessen over hormonen, bloed, suiker", 2),
        ] {
            let word = if text.contains("sugar") {
                "sugar"
            } else {
                "suiker"
            };
            let (page, hit) = page(&lexicon, text, word);
            let list = lexicon.contexts.list_begins(&page, &hit);
            let first = page.tokens.first().map_or(0, |token| token.clause);
            assert_eq!(list.map(|clause| clause - first), Some(begins), "{text}");
        }
    }
}
