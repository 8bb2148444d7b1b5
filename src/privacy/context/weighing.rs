//! The weighing of a finding: signs of a person who bears it, less signs of a deed, a thing or a name.
//!
//! Most health words speak for themselves, and only a deed that nothing speaks against makes work of them. A word with
//! another everyday meaning, or a short abbreviation, speaks only when something around it does. Knows no health word.

use std::ops::Range;

use crate::privacy::context::around::Around;
use crate::privacy::context::deed::Act;
use crate::privacy::context::naming::{Beside, is_part_of_name, is_short, is_titled};
use crate::privacy::context::{Contexts, Scope};
use crate::privacy::finding::Category;
use crate::privacy::group::GroupId;
use crate::privacy::page::Page;
use crate::privacy::rule::Rule;

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
/// The group of words that tie what somebody has to who they are: `boekhouder met autisme`.
const WITH: &str = "with";
/// The group of words for the one to whom something is done: `me`, `mij`.
const OBJECT: &str = "object";
/// The groups of people whom one works for or with.
const OTHERS: [&str; 2] = ["people", "crowd"];
/// So few words are no sentence.
const FEW_WORDS: usize = 4;

/// What it weighs that a word is somebody's own.
const OWN: i8 = 2;
/// What each other sign of a person weighs.
const SIGN: i8 = 1;
/// What it weighs that somebody does something.
const DEED: i8 = -2;
/// What it weighs that it stands in a line about a job or study.
const JOB_LINE: i8 = -3;
/// What it weighs that it is said of a thing, or as a title.
const THING: i8 = -2;
/// What it weighs that it is of a thing: `rehab of a mill`.
const OF_THING: i8 = -3;
/// What it weighs that it stands as a name.
const NAME: i8 = -4;
/// What a word weighs that speaks for itself.
const CLEAR: i8 = 2;
/// What weighs that has no other meaning: a phrase, a term of several words, an entry that says so.
const FIRM: i8 = 3;
/// From here on a finding holds.
const HOLDS: i8 = 1;

/// The groups that weigh.
#[derive(Debug, Default)]
pub(super) struct Scales {
    pub doubtful: Option<GroupId>,
    pub bears: Option<GroupId>,
    pub sick: Option<GroupId>,
    pub tail: Option<GroupId>,
    pub plain: Option<GroupId>,
    pub of: Option<GroupId>,
    pub my: Option<GroupId>,
    pub with: Option<GroupId>,
    pub object: Option<GroupId>,
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
            with: named(WITH),
            object: named(OBJECT),
            others: OTHERS.map(&named),
            deals: ["takes", "attends", "receives"].map(&named),
        }
    }
}

impl Contexts {
    /// Says whether what stands around a finding leaves it standing; `told` when a phrase found it, `own` when it is somebody's
    /// own word.
    pub(super) fn holds_up(
        &self,
        (rule, told): (&Rule, bool),
        around: &mut Around<'_>,
        own: bool,
    ) -> bool {
        let (page, hit) = (around.page, around.hit.clone());
        let short = is_short(page, &hit) && !self.covers(self.scales.plain, page, &hit);
        let double = self.covers(self.scales.doubtful, page, &hit);
        let doubtful = !told && (short || double);
        let care = is_care(rule.category);
        let firm = told || rule.clear || hit.len() > 1;
        let clause = around.range(Scope::Clause);
        // In a few words on a form nothing else can tell who it is about; it is the person who fills it in.
        let bare = double && clause.len() <= FEW_WORDS || short && clause.len() == 1;
        let mut weight = match (doubtful, firm && !care) {
            (true, _) if bare => HOLDS,
            (true, _) => 0,
            (false, true) => FIRM,
            (false, false) => CLEAR,
        };
        let other = |act: &Act| {
            *act == Act::Undergone && doubtful && self.is_done_to_other(page, &clause, &hit)
        };
        let act = self.act(page, &clause, &hit);
        let act = act.map(|act| if other(&act) { Act::Done } else { act });
        weight += self.weight_of(act, around);
        if own {
            weight += OWN;
        }
        if (!own || care) && self.is_job_line(page, &hit) {
            weight += JOB_LINE;
        }
        let sick = self.scales.sick.filter(|_| act != Some(Act::Done));
        for sign in [self.scales.bears, sick, self.deal(rule.category)] {
            if sign.is_some_and(|sign| around.holds(sign)) {
                weight += SIGN;
            }
        }
        if !own && is_part_of_name(page, &hit) {
            weight += NAME;
        } else if double && !bare && is_titled(page, &hit) {
            weight += THING;
        }
        if short || doubtful && !own && act != Some(Act::Undergone) {
            weight += match self.beside(page, &hit) {
                Beside::Name => NAME,
                Beside::Itself => SIGN,
                Beside::Nothing => 0,
            };
        }
        let may_be_of = (double || short) && rule.category != Category::Addiction;
        if may_be_of && self.is_of_other(page, &hit) {
            weight += OF_THING;
            // `Zat ik in het crisisteam van het bedrijf`: who sits there says nothing of them.
            let place = care && rule.category != Category::Status;
            if own && place && !self.is_mine(page, &hit) {
                weight -= OWN;
            }
        } else if doubtful && !self.is_mine(page, &hit) && self.is_of_thing(page, &hit, false) {
            weight += THING;
        }
        weight >= HOLDS
    }

    /// Weighs what the one who writes does; all the more when it is done with or for others.
    fn weight_of(&self, act: Option<Act>, around: &mut Around<'_>) -> i8 {
        match act {
            Some(Act::Undergone) => SIGN,
            Some(Act::Done) => {
                let mut others = self.scales.others.iter().flatten();
                let others = others.any(|group| around.holds(*group));
                if others { DEED + DEED } else { DEED }
            }
            None => 0,
        }
    }

    /// Returns the group of what people do with a word of a kind.
    fn deal(&self, category: Category) -> Option<GroupId> {
        let [takes, attends, receives] = self.scales.deals;
        match category {
            Category::Medication => takes,
            Category::Treatment | Category::Provider | Category::Crisis => attends,
            Category::Status => receives,
            Category::Diagnosis
            | Category::Symptom
            | Category::Percentage
            | Category::Addiction
            | Category::Identifier => None,
        }
    }

    /// Says whether a finding is an expression of a group, or lies within one.
    fn covers(&self, group: Option<GroupId>, page: &Page, hit: &Range<usize>) -> bool {
        let Some(number) = group else { return false };
        hit.clone().any(|at| {
            self.known_at(number, page, at)
                .any(|(whole, _)| whole.start <= hit.start && hit.end <= whole.end)
        })
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

#[cfg(test)]
mod tests;
