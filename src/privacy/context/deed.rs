//! What somebody does, or what happens to them: the verb beside `I` tells a deed from something undergone.
//!
//! What one can do at work nobody can list; what one has, gets, takes or goes through somebody can. So a verb that is none of
//! the group `undergo` is a deed. Knows no health word.

use std::ops::Range;

use crate::privacy::context::around::Around;
use crate::privacy::context::ends::WordEnds;
use crate::privacy::context::{Contexts, Scope};
use crate::privacy::group::GroupId;
use crate::privacy::page::{Marks, Page};

/// The group of words for the one who writes, as a subject: `ik`, `we`.
const FIRST: &str = "first";
/// The group of verbs of what happens to a person: `have`, `slik`.
const UNDERGO: &str = "undergo";
/// The group of words that may stand between the subject and the verb that counts: `also`, `can`.
const ASSIST: &str = "assist";
/// The group of verbs of having, which only help when a participle follows: `I have built`.
const HELPING: &str = "helping";
/// The group of words that begin a clause whose verb stands at the end: `omdat ik ...`.
const OPENS: &str = "opens";
/// The group of words for being, after which a trade makes a deed of it: `I was finance officer`.
const BEING: &str = "being";
/// The group of words that a trade stands behind: `als portier`, `as a clerk`.
const AS: &str = "as";
/// The most words between the subject and the verb that counts.
const BETWEEN: usize = 3;
/// The fewest letters of a participle.
const PARTICIPLE: usize = 5;

/// The groups that tell deeds from what is undergone.
#[derive(Debug, Default)]
pub(super) struct Acts {
    pub first: Option<GroupId>,
    pub undergo: Option<GroupId>,
    pub assist: Option<GroupId>,
    pub helping: Option<GroupId>,
    pub opens: Option<GroupId>,
    pub being: Option<GroupId>,
    role: Option<GroupId>,
    /// The words that a trade ends in.
    pub trades: WordEnds,
}

/// What a clause tells of the one who writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
    /// They did something.
    Done,
    /// They have, get, take or go through something.
    Undergone,
}

impl Acts {
    /// Finds the groups by their names.
    pub(super) fn of(named: impl Fn(&str) -> Option<GroupId>) -> Self {
        Self {
            first: named(FIRST),
            undergo: named(UNDERGO),
            assist: named(ASSIST),
            helping: named(HELPING),
            opens: named(OPENS),
            being: named(BEING),
            role: named(AS),
            trades: WordEnds::default(),
        }
    }
}

impl Contexts {
    /// Says what the one who writes does in a clause; nothing when they are not its subject, or that cannot be told.
    pub(super) fn act(
        &self,
        page: &Page,
        clause: &Range<usize>,
        hit: &Range<usize>,
    ) -> Option<Act> {
        let is = |group, at: usize| self.is_one_of(group, page, at);
        let mut told = None;
        for at in clause.clone().filter(|at| is(self.acts.first, *at)) {
            let act = self.act_of(page, clause, hit, at);
            if act == Some(Act::Undergone) {
                return act;
            }
            told = told.or(act);
        }
        let trade = |at: usize| {
            (at + 1..clause.end)
                .take(BETWEEN)
                .take_while(|trade| !hit.contains(trade))
                .any(|trade| page.has(trade, Marks::TRADE))
        };
        // `Voor u als bakker`: that is the one who reads.
        let theirs = |at: usize| {
            let before = at.checked_sub(1).filter(|before| clause.contains(before));
            before.is_some_and(|at| is(self.telling.persons, at) && !is(self.acts.first, at))
        };
        let role = |at: usize| is(self.acts.role, at) && trade(at) && !theirs(at);
        let as_trade = || clause.clone().any(role);
        told.or_else(|| as_trade().then_some(Act::Done))
    }

    fn act_of(
        &self,
        page: &Page,
        clause: &Range<usize>,
        hit: &Range<usize>,
        subject: usize,
    ) -> Option<Act> {
        let is = |group, at: usize| self.is_one_of(group, page, at);
        let before = subject.checked_sub(1).filter(|at| clause.contains(at));
        let opens = before.is_some_and(|at| is(self.acts.opens, at))
            || subject.checked_sub(1).is_some_and(|at| {
                !clause.contains(&at) && page.same_sentence(at, subject) && is(self.acts.opens, at)
            });
        let after = (subject + 1..clause.end)
            .take(BETWEEN)
            .find(|at| !is(self.acts.assist, *at));
        let before = before.filter(|at| !opens && !is(self.acts.assist, *at));
        let mut verbs = [before, after].into_iter().flatten();
        if verbs.clone().any(|at| hit.contains(&at)) {
            return Some(Act::Undergone);
        }
        if verbs.clone().any(|at| is(self.acts.being, at)) {
            let trade = (subject + 1..clause.end)
                .take(BETWEEN + 1)
                .any(|at| !hit.contains(&at) && page.has(at, Marks::TRADE));
            return Some(if trade { Act::Done } else { Act::Undergone });
        }
        if verbs.clone().any(|at| is(self.acts.helping, at)) {
            return Some(match participle(page, clause, hit) {
                Some(at) if !is(self.acts.undergo, at) => Act::Done,
                Some(_) | None => Act::Undergone,
            });
        }
        if verbs.clone().any(|at| is(self.acts.undergo, at)) {
            return Some(Act::Undergone);
        }
        verbs.next()?;
        if opens {
            // The verb stands last: `omdat ik ... kreeg`.
            let last = clause.end.checked_sub(1)?;
            let last = [Some(last), last.checked_sub(1), last.checked_sub(2)];
            let mut last = last.into_iter().flatten().filter(|at| clause.contains(at));
            return last
                .any(|at| is(self.acts.undergo, at) || is(self.acts.helping, at))
                .then_some(Act::Undergone);
        }
        Some(Act::Done)
    }

    /// Says whether a finding is the end of a trade that somebody has or looks for: `as a drug and alcohol worker`.
    pub(super) fn is_as_trade(&self, around: &Around<'_>) -> bool {
        let (page, hit) = (around.page, &around.hit);
        let clause = around.range(Scope::Clause);
        let last = hit.end.checked_sub(1);
        last.is_some_and(|last| page.has(last, Marks::TRADE))
            && (clause.start..hit.start).any(|at| self.is_one_of(self.acts.role, page, at))
    }
}

/// Finds a participle in a clause, outside the finding: `geschreven`, `repaired`.
fn participle(page: &Page, clause: &Range<usize>, hit: &Range<usize>) -> Option<usize> {
    clause.clone().filter(|at| !hit.contains(at)).find(|at| {
        let letters = page.letters(&(*at..at + 1));
        let dutch = letters.starts_with(b"ge")
            && [b"d".as_slice(), b"t", b"en", b"aan"]
                .iter()
                .any(|end| letters.ends_with(end));
        letters.len() >= PARTICIPLE
            && (dutch || letters.ends_with(b"ed"))
            && !page.has(*at, Marks::LISTED.or(Marks::NUMBER))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::privacy::context::tests::{lexicon, page};

    #[test]
    fn the_verb_beside_the_writer_tells_a_deed_from_what_is_undergone() {
        let lexicon = lexicon();
        for (text, expected) in [
            ("Ik schilderde een kliniek", Some(Act::Done)),
            ("In mei schilderde ik een kliniek", Some(Act::Done)),
            ("I also painted a kliniek", Some(Act::Done)),
            ("We have painted a kliniek", Some(Act::Done)),
            ("Ik heb gisteren een kliniek geschilderd", Some(Act::Done)),
            ("Ik was portier van een kliniek", Some(Act::Done)),
            ("Als portier van een kliniek", Some(Act::Done)),
            ("Ik kreeg een kliniek", Some(Act::Undergone)),
            ("I got a kliniek", Some(Act::Undergone)),
            ("Ik heb een kliniek", Some(Act::Undergone)),
            ("Ik heb een kliniek gehad", Some(Act::Undergone)),
            ("Ik was in een kliniek", Some(Act::Undergone)),
            ("Ik kan niet naar een kliniek", Some(Act::Undergone)),
            ("omdat ik een kliniek kreeg", Some(Act::Undergone)),
            ("De baas schilderde een kliniek", None),
            ("kliniek", None),
        ] {
            let (page, hit) = page(&lexicon, text, "kliniek");
            let clause = 0..page.tokens.len();
            assert_eq!(
                lexicon.contexts.act(&page, &clause, &hit),
                expected,
                "{text}"
            );
        }
    }
}
