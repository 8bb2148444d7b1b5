//! What stands around one finding: which groups hold within their scopes, each scope looked up once.
//!
//! A scope never reaches beyond the line and sentence of the finding. Knows no health word.

use std::ops::Range;

use crate::privacy::context::{Contexts, FAR, LEAD, NEAR, Scope};
use crate::privacy::group::GroupId;
use crate::privacy::page::{Case, Gap, Page, Token};

/// What stands around one finding, looked up once for each scope.
pub(super) struct Around<'a> {
    pub(super) contexts: &'a Contexts,
    pub(super) page: &'a Page,
    pub(super) hit: Range<usize>,
    scopes: [Option<(Range<usize>, u128)>; 6],
}

impl<'a> Around<'a> {
    /// Begins to look around a finding.
    pub(super) fn of(contexts: &'a Contexts, page: &'a Page, hit: &Range<usize>) -> Self {
        Self {
            contexts,
            page,
            hit: hit.clone(),
            scopes: [const { None }; 6],
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
        let turn = self.contexts.turn;
        let turns = |at: usize| self.contexts.end_at(turn, self.page, at).is_some();
        (self.hit.end..whole.start).any(turns)
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
        let known = self.scopes.get(scope as usize).and_then(Clone::clone);
        known.unwrap_or_else(|| {
            let range = self.range(scope);
            let bits = self
                .page
                .tokens
                .get(range.clone())
                .unwrap_or_default()
                .iter()
                .fold(0, |bits, token| bits | token.groups);
            if let Some(kept) = self.scopes.get_mut(scope as usize) {
                *kept = Some((range.clone(), bits));
            }
            (range, bits)
        })
    }

    pub(super) fn range(&self, scope: Scope) -> Range<usize> {
        let (page, hit) = (self.page, &self.hit);
        let Some(first) = page.tokens.get(hit.start) else {
            return hit.clone();
        };
        let list = self.contexts.list_begins(page, hit);
        let list = list.unwrap_or(first.clause)..first.clause;
        let same = |token: &Token| match scope {
            Scope::Clause if list.contains(&token.clause) => token.line == first.line,
            Scope::Clause | Scope::Before | Scope::Lead => {
                token.clause == first.clause && token.line == first.line
            }
            Scope::Near | Scope::Line | Scope::Beside => {
                token.sentence == first.sentence && token.line == first.line
            }
        };
        let far = match scope {
            Scope::Near | Scope::Beside | Scope::Before => NEAR,
            Scope::Lead => LEAD,
            Scope::Clause | Scope::Line => FAR,
        };
        let contexts = self.contexts;
        let turns = |at: usize| contexts.end_at(contexts.turn, page, at).is_some();
        let to_turn = matches!(scope, Scope::Clause | Scope::Lead);
        let open = |at: &usize| page.tokens.get(*at).is_some_and(same) && (!to_turn || !turns(*at));
        let back = (0..hit.start).rev().take(far).take_while(open).count();
        let far_ahead = if matches!(scope, Scope::Before | Scope::Lead) {
            0
        } else {
            far
        };
        let ahead = (hit.end..page.tokens.len())
            .take(far_ahead)
            .take_while(open)
            .count();
        hit.start - back..hit.end + ahead
    }
}
