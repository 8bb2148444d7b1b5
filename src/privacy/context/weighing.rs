//! The weighing of a finding: signs of a person who bears it, less signs of a deed, a thing or a name.
//!
//! Most health words speak for themselves, and only a deed that nothing speaks against makes work of them. A word with
//! another everyday meaning, or a short abbreviation, speaks only when something around it does. Knows no health word.

use std::ops::Range;

use crate::privacy::context::around::Around;
use crate::privacy::context::deed::Act;
use crate::privacy::context::{Contexts, Scope};
use crate::privacy::entry::Entry;
use crate::privacy::finding::Category;
use crate::privacy::group::GroupId;
use crate::privacy::page::{Case, Gap, Marks, Page};

/// The group of words that have another everyday meaning.
const DOUBTFUL: &str = "doubtful";
/// The group of words that, before a health word, make somebody bear it: `heb`, `my`, `because of`.
const BEARS: &str = "bears";
/// The group of words that speak of health by themselves, too common to be found: `pillen`, `doctor`.
const SICK: &str = "sick";
/// The group of words that may follow an abbreviation and leave it what it is.
const TAIL: &str = "tail";
/// The group of short abbreviations that mean nothing else.
const PLAIN: &str = "plain";
/// The group of words after which it is told whose or of what something is: `opname van`, `relapse in`.
const OF: &str = "of";
/// The group of words of possession, of the one who writes: `mijn`.
const MY: &str = "my";
/// The groups of people whom one works for or with.
const OTHERS: [&str; 2] = ["people", "crowd"];
/// The most letters of an abbreviation that may as well be another.
const LONGEST_ABBREVIATION: usize = 3;
/// How many words the title of a job has.
const TITLE: usize = 3;
/// How many words after `of` it is looked for of whom it is.
const WHOSE: usize = 4;
/// The fewest letters of a noun that an abbreviation may stand before.
const SHORTEST_NOUN: usize = 3;

/// What each sign weighs.
const OWN: i8 = 2;
const SIGN: i8 = 1;
const DEED: i8 = -2;
const THING: i8 = -2;
const NAME: i8 = -4;
const OF_THING: i8 = -3;
/// What a word weighs that speaks for itself.
const CLEAR: i8 = 2;
/// What a term of several words weighs.
const TERM: i8 = 3;
/// From here on a finding holds.
const HOLDS: i8 = 1;

/// The groups that weigh.
#[derive(Debug, Default)]
pub(super) struct Scales {
    doubtful: Option<GroupId>,
    bears: Option<GroupId>,
    sick: Option<GroupId>,
    tail: Option<GroupId>,
    plain: Option<GroupId>,
    of: Option<GroupId>,
    my: Option<GroupId>,
    others: [Option<GroupId>; 2],
    /// For each kind of word what people do with it, by category.
    deals: [Option<GroupId>; 3],
}

impl Scales {
    /// Finds the groups by their names.
    pub(super) fn of(named: impl Fn(&str) -> Option<GroupId>) -> Self {
        Self {
            doubtful: named(DOUBTFUL),
            bears: named(BEARS),
            sick: named(SICK),
            tail: named(TAIL),
            plain: named(PLAIN),
            of: named(OF),
            my: named(MY),
            others: OTHERS.map(&named),
            deals: ["takes", "attends", "receives"].map(&named),
        }
    }
}

impl Contexts {
    /// Says whether what stands around a finding leaves it standing; `own` when it is somebody's own word.
    pub(super) fn holds_up(
        &self,
        (entry, told): (&Entry, bool),
        around: &mut Around<'_>,
        own: bool,
    ) -> bool {
        let (page, hit) = (around.page, around.hit.clone());
        let short = is_short(page, &hit) && !self.covers(self.scales.plain, page, &hit);
        let double = self.covers(self.scales.doubtful, page, &hit);
        let doubtful = !told && (short || double);
        let clause = around.range(Scope::Clause);
        let mut weight = match (doubtful, is_care(entry.category)) {
            (true, _) => 0,
            (false, false) if told || hit.len() > 1 || entry.category == Category::Medication => TERM,
            (false, true | false) => CLEAR,
        };
        let act = self.act(page, &clause, &hit);
        match act {
            Some(Act::Undergone) if !(doubtful && self.is_done_to_other(page, &clause, &hit)) => {
                weight += SIGN;
            }
            Some(Act::Done | Act::Undergone) => {
                weight += DEED;
                if self.scales.others.iter().flatten().any(|group| around.holds(*group)) {
                    weight += DEED;
                }
            }
            None => {}
        }
        if own {
            weight += OWN;
        }
        if (!own || is_care(entry.category)) && self.is_job_line(page, &hit) {
            weight += DEED;
        }
        let [takes, attends, receives] = self.scales.deals;
        let deal = match entry.category {
            Category::Medication => takes,
            Category::Treatment | Category::Provider | Category::Crisis => attends,
            Category::Status => receives,
            Category::Diagnosis
            | Category::Symptom
            | Category::Percentage
            | Category::Addiction
            | Category::Identifier => None,
        };
        let sick = self.scales.sick.filter(|_| act != Some(Act::Done));
        for sign in [self.scales.bears, sick, deal].into_iter().flatten() {
            if around.holds(sign) {
                weight += SIGN;
            }
        }
        if double && self.is_named(page, &hit) {
            weight += THING;
        }
        if short || doubtful && !own && act != Some(Act::Undergone) {
            weight += self.weight_as_name(page, &hit);
        }
        let of_other = (double || short) && entry.category != Category::Addiction;
        if of_other && self.is_of_other(page, &hit) {
            weight += OF_THING;
        } else if doubtful && !self.is_mine(page, &hit) && self.is_of_thing(page, &hit, false) {
            weight += THING;
        }
        if std::env::var("WHY").is_ok() { eprintln!("{} weight {weight} doubtful {doubtful} told {told} own {own} act {:?} bears {} sick {} jobline {} care {}", entry.id(), self.act(page,&clause,&hit), self.scales.bears.is_some_and(|s| around.holds(s)), self.scales.sick.is_some_and(|s| around.holds(s)), self.is_job_line(page,&hit), deal.is_some_and(|s| around.holds(s))); }
        weight >= HOLDS
    }

    /// Says whether a finding is what somebody did to another thing: `heb de machine gereanimeerd`.
    fn is_done_to_other(&self, page: &Page, clause: &Range<usize>, hit: &Range<usize>) -> bool {
        let is = |group, at: usize| self.is_one_of(group, page, at);
        let first = self.acts.first;
        let object = |at: usize| is(self.telling.articles, at) && !(at > 0 && is(self.telling.onto, at - 1));
        let said = hit.start.checked_sub(1).is_some_and(|at| is(first, at));
        let active = hit.len() == 1
            && page.letters(hit).starts_with(b"ge")
            && clause.clone().any(|at| is(self.acts.helping, at))
            && clause.clone().any(object);
        let small = [self.scales.of, self.telling.onto, self.telling.verbs, self.acts.undergo, self.acts.helping, self.acts.assist];
        active
            || said
                && clause.contains(&hit.end)
                && !small.iter().any(|group| is(*group, hit.end))
    }

    /// Says whether the line of a finding begins with a trade, as in a curriculum vitae: `Support worker, supported housing`.
    fn is_job_line(&self, page: &Page, hit: &Range<usize>) -> bool {
        let first = (0..hit.start)
            .rev()
            .take_while(|at| page.same_sentence(*at, hit.start))
            .last();
        first.is_some_and(|first| {
            (first..hit.start).take(TITLE).any(|at| self.is_trade(page, at))
                && !(first..hit.start).any(|at| {
                    self.is_one_of(self.telling.persons, page, at) || self.is_one_of(self.scales.my, page, at)
                })
        })
    }

    /// Says whether a finding follows right on `my`.
    fn is_mine(&self, page: &Page, hit: &Range<usize>) -> bool {
        let is = |group, at: usize| self.is_one_of(group, page, at);
        let back = |by: usize| {
            let at = hit.start.checked_sub(by)?;
            page.same_sentence(at, hit.start).then_some(at)
        };
        let near = back(1).is_some_and(|at| is(self.scales.my, at));
        near || back(1).is_some_and(|at| !is(self.telling.verbs, at) && !is(self.telling.onto, at))
            && back(2).is_some_and(|at| is(self.scales.my, at))
    }

    /// Says whether it is told right after a finding that it is that of a thing: `opname van voorraad`, `relapse in sales`.
    fn is_of_other(&self, page: &Page, hit: &Range<usize>) -> bool {
        let is = |group, at: usize| self.is_one_of(group, page, at);
        let Some(of) = page.tokens.get(hit.end).filter(|_| is(self.scales.of, hit.end)) else {
            return false;
        };
        let clause = of.clause;
        let mut whose = (hit.end + 1..page.tokens.len())
            .take(WHOSE)
            .take_while(|at| {
                let verbs = [self.acts.undergo, self.acts.helping, self.telling.onto];
                page.tokens.get(*at).is_some_and(|token| token.clause == clause)
                    && !verbs.iter().any(|group| is(*group, *at))
            })
            .peekable();
        whose.peek().is_some()
            && !whose.any(|at| {
                page.has(at, Marks::DIGIT.or(Marks::LISTED))
                    || page.tokens.get(at).is_some_and(|token| token.case != Case::Lower)
                    || [self.telling.persons, self.scales.bears, self.scales.sick]
                        .iter()
                        .any(|group| is(*group, at))
            })
    }

    /// Says whether a finding is an expression of a group, or lies within one.
    fn covers(&self, group: Option<GroupId>, page: &Page, hit: &Range<usize>) -> bool {
        let Some(number) = group else { return false };
        hit.clone().any(|at| {
            self.known_at(number, page, at)
                .any(|(whole, _)| whole.start <= hit.start && hit.end <= whole.end)
        })
    }

    /// Says whether a finding is written with a capital inside a sentence, as the name of something.
    fn is_named(&self, page: &Page, hit: &Range<usize>) -> bool {
        page.tokens
            .get(hit.start)
            .is_some_and(|first| first.case == Case::Capital && first.gap == Gap::Space)
    }

    /// Weighs an abbreviation by its place: it may tell what kind of thing follows (`an ADD button`), or stand among names.
    fn weight_as_name(&self, page: &Page, hit: &Range<usize>) -> i8 {
        let is = |group, at: usize| self.is_one_of(group, page, at);
        if self.is_among_names(page, hit) {
            return NAME;
        }
        let next = page.tokens.get(hit.end).filter(|next| {
            next.gap <= Gap::Space && next.case == Case::Lower && next.len >= SHORTEST_NOUN
        });
        if next.is_none() {
            return 0;
        }
        let small = page.has(hit.end, Marks::LISTED.or(Marks::NUMBER))
            || [
                self.telling.verbs,
                self.telling.onto,
                self.telling.listing,
                self.telling.persons,
                self.acts.undergo,
                self.acts.helping,
                self.acts.assist,
                self.acts.opens,
            ]
            .iter()
            .any(|group| is(*group, hit.end));
        let article = hit
            .start
            .checked_sub(1)
            .is_some_and(|at| page.same_sentence(at, hit.start) && is(self.telling.articles, at));
        match (article, is(self.scales.tail, hit.end)) {
            (false, true) => SIGN,
            (true, false) if !small => NAME,
            (true | false, _) => 0,
        }
    }

    /// Says whether it stands among names: `SAP, ADD, Excel`, `ACT and PRINCE2`.
    fn is_among_names(&self, page: &Page, hit: &Range<usize>) -> bool {
        let small = |at: &usize| self.is_one_of(self.telling.listing, page, *at);
        let name = |at: usize| {
            page.same_sentence(at, hit.start)
                && page.tokens.get(at).is_some_and(|token| {
                    token.case != Case::Lower && token.gap != Gap::Sentence
                })
                && !page.has(at, Marks::LISTED)
        };
        let comma = |at: usize| page.gap(at) == Some(Gap::Clause);
        let after = if small(&hit.end) { hit.end + 1 } else { hit.end };
        let ahead = (comma(hit.end) || small(&hit.end)) && name(after);
        let last = hit.start.checked_sub(1);
        let before = match last {
            Some(last) if small(&last) => last.checked_sub(1),
            Some(last) if comma(hit.start) => Some(last),
            Some(_) | None => None,
        };
        let behind = before.is_some_and(name);
        behind && ahead || ahead && small(&hit.end) || behind && last.is_some_and(|last| small(&last))
    }
}

/// Says whether words of a kind are as often about somebody's work: where care is given, and what it is.
fn is_care(category: Category) -> bool {
    match category {
        Category::Provider | Category::Treatment | Category::Crisis | Category::Status => true,
        Category::Diagnosis
        | Category::Symptom
        | Category::Medication
        | Category::Percentage
        | Category::Addiction
        | Category::Identifier => false,
    }
}

/// Says whether a finding is a short abbreviation.
fn is_short(page: &Page, hit: &Range<usize>) -> bool {
    let tokens = page.tokens.get(hit.clone()).unwrap_or_default();
    let letters: usize = tokens.iter().map(|token| token.len).sum();
    (2..=LONGEST_ABBREVIATION).contains(&letters)
        && tokens.iter().all(|token| token.case == Case::Upper)
}
