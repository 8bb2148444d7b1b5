//! What stands around one finding: which groups hold within their scopes, each scope looked up once.
//!
//! A scope never reaches beyond the line and sentence of the finding. Knows no health word.

use std::ops::Range;

use crate::privacy::context::{Contexts, FAR, LEAD, NEAR, Scope};
use crate::privacy::group::GroupId;
use crate::privacy::page::{Case, Gap, Marks, Page, Token};

/// What stands around one finding, looked up once for each scope.
pub(super) struct Around<'a> {
    pub(super) contexts: &'a Contexts,
    pub(super) page: &'a Page,
    pub(super) hit: Range<usize>,
    reach: Reach,
    /// For each scope the bits of every group that may be within it, once they were looked for.
    scopes: [Option<u128>; 6],
}

impl<'a> Around<'a> {
    /// Begins to look around a finding.
    pub(super) fn of(contexts: &'a Contexts, page: &'a Page, hit: &Range<usize>) -> Self {
        Self {
            contexts,
            page,
            hit: hit.clone(),
            reach: Reach::of(contexts, page, hit),
            scopes: [None; 6],
        }
    }

    /// Says whether a word of a group stands around the tokens of the finding.
    pub(super) fn holds(&mut self, number: GroupId) -> bool {
        let Some(group) = self.contexts.groups.get(number.place()) else {
            return false;
        };
        if group.capital && !self.is_capital() {
            return false;
        }
        let (around, bits) = self.tokens(group.scope);
        let (contexts, page, hit) = (self.contexts, self.page, self.hit.clone());
        let beside = group.scope == Scope::Beside;
        let job = contexts.jobs.contains(&Some(number));
        bits & number.bit() != 0
            && around.clone().any(|at| {
                let token = page.tokens.get(at);
                token.is_some_and(|token| token.groups & number.bit() != 0)
                    && contexts.known_at(number, page, at).any(|(whole, range)| {
                        around.start <= whole.start
                            && whole.end <= around.end
                            && !(hit.start <= range.start && range.end <= hit.end)
                            && !(job && (hit.contains(&whole.start) || self.is_turned(&whole)))
                            && (!beside || self.is_beside(&whole))
                    })
            })
    }

    /// Says whether the clause turns between the finding and an expression behind it: `for panic while training as`.
    fn is_turned(&self, whole: &Range<usize>) -> bool {
        (self.hit.end..whole.start).any(|at| self.page.has(at, Marks::TURN))
    }

    /// Says whether an expression stands right before the finding, but for initials, or right after it without a comma.
    fn is_beside(&self, whole: &Range<usize>) -> bool {
        let (page, hit) = (self.page, &self.hit);
        let initial = |at: usize| {
            let token = page.tokens.get(at);
            token.is_some_and(|token| token.len == 1 && token.case != Case::Lower)
        };
        let comma = |at: usize| page.gap(at) == Some(Gap::Clause);
        let before = whole.end <= hit.start && (whole.end..hit.start).all(initial);
        before && !comma(whole.end) || whole.start == hit.end && !comma(hit.end)
    }

    /// Says whether the finding is written as a name.
    fn is_capital(&self) -> bool {
        let first = self.page.tokens.get(self.hit.start);
        first.is_some_and(|token| token.case != Case::Lower)
    }

    /// The tokens within a scope, and the bits of every group that may be among them.
    fn tokens(&mut self, scope: Scope) -> (Range<usize>, u128) {
        let range = self.range(scope);
        let Some(known) = self.scopes.get_mut(scope as usize) else {
            return (range, u128::MAX);
        };
        let bits = *known.get_or_insert_with(|| {
            let tokens = self.page.tokens.get(range.clone()).unwrap_or_default();
            tokens.iter().fold(0, |bits, token| bits | token.groups)
        });
        (range, bits)
    }

    /// The tokens within a scope.
    pub(super) fn range(&self, scope: Scope) -> Range<usize> {
        let Reach {
            line,
            clause,
            whole,
        } = &self.reach;
        let (reach, back, ahead) = match scope {
            Scope::Near | Scope::Beside => (line.clone(), NEAR, NEAR),
            Scope::Line => (line.clone(), FAR, FAR),
            Scope::Before => (clause.clone(), NEAR, 0),
            Scope::Lead => (whole.start.max(clause.start)..whole.end, LEAD, 0),
            Scope::Clause => (whole.clone(), FAR, FAR),
        };
        let first = self.hit.start.saturating_sub(back);
        first.max(reach.start)..reach.end.min(self.hit.end + ahead)
    }
}

/// How far tokens around a finding belong together.
#[derive(Debug)]
struct Reach {
    /// Its sentence, within its line.
    line: Range<usize>,
    /// Its clause, within its line.
    clause: Range<usize>,
    /// Its clause up to where that turns; of an item in a list, from the clause in which the list begins.
    whole: Range<usize>,
}

impl Reach {
    fn of(contexts: &Contexts, page: &Page, hit: &Range<usize>) -> Self {
        let Some(first) = page.tokens.get(hit.start) else {
            return Self {
                line: hit.clone(),
                clause: hit.clone(),
                whole: hit.clone(),
            };
        };
        let around = |open: &dyn Fn(&Token) -> bool| {
            let open = |at: &usize| {
                let token = page.tokens.get(*at);
                token.is_some_and(|token| token.line == first.line && open(token))
            };
            let back = (0..hit.start).rev().take(FAR).take_while(open).count();
            let ahead = (hit.end..page.tokens.len()).take(FAR);
            hit.start - back..hit.end + ahead.take_while(open).count()
        };
        let list = contexts.list_begins(page, hit).unwrap_or(first.clause);
        Self {
            line: around(&|token| token.sentence == first.sentence),
            clause: around(&|token| token.clause == first.clause),
            whole: around(&|token| {
                (list..=first.clause).contains(&token.clause) && !token.marks.has(Marks::TURN)
            }),
        }
    }
}
