//! The expressions of the groups, found in a text: by one of their words, by their beginning, right before a finding.
//!
//! What one word is by itself is told with the word; a longer expression is looked for around its sign. Knows no health word.

use std::ops::Range;

use crate::core::packed::Small;
use crate::privacy::context::{BEFORE, Contexts};
use crate::privacy::group::GroupId;
use crate::privacy::key::Key;
use crate::privacy::page::{Marks, Page};
use crate::privacy::pattern::places::Place;

/// What a word tells of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::privacy) enum Told {
    /// It is by itself an expression of this group.
    Whole(GroupId),
    /// It may be the sign of an expression, by its place.
    Sign(u32),
}

/// Set in the number of what is an expression by itself.
const WHOLE: u32 = 1 << 31;

impl Small for Told {
    fn number(self) -> u32 {
        match self {
            Self::Whole(group) => u32::try_from(group.place()).unwrap_or_default() | WHOLE,
            Self::Sign(place) => place,
        }
    }
    fn of(number: u32) -> Self {
        if number & WHOLE == 0 {
            return Self::Sign(number);
        }
        let place = usize::try_from(number & !WHOLE);
        Self::Whole(GroupId::new(place.unwrap_or(usize::MAX)))
    }
}

impl Contexts {
    /// Returns the expressions that may begin with a word.
    pub(in crate::privacy) fn begun_by(&self, key: Key) -> impl Iterator<Item = u32> {
        self.starts.get(key)
    }

    /// Returns what a word tells of the groups.
    pub(in crate::privacy) fn known_by(&self, key: Key) -> impl Iterator<Item = Told> {
        self.signs.get(key)
    }

    /// Returns the bit of the group of an expression.
    pub(in crate::privacy) fn bit(&self, place: u32) -> u128 {
        let place = self.places.get(place);
        place.map_or(0, |place| GroupId::new(place.owner()).bit())
    }

    /// Returns the bits of the groups of which a word may begin an expression, by itself or with others.
    pub(in crate::privacy) fn begun(&self, wholes: u128, starts: &[u32]) -> u128 {
        let whole = self.begun & wholes;
        starts
            .iter()
            .fold(whole, |bits, place| bits | self.bit(*place))
    }

    /// Finds the expressions of a group with a token as their sign: the tokens of the whole, and those of the marked part.
    pub(super) fn known_at<'a>(
        &'a self,
        number: GroupId,
        page: &'a Page,
        at: usize,
    ) -> impl Iterator<Item = (Range<usize>, Range<usize>)> + use<'a> {
        self.known_where(number, page, at, |_| true)
    }

    /// As [`known_at`](Self::known_at), of those expressions only that may be in question.
    fn known_where<'a, F: Fn(&Place<'_>) -> bool + 'a>(
        &'a self,
        number: GroupId,
        page: &'a Page,
        at: usize,
        may_be: F,
    ) -> impl Iterator<Item = (Range<usize>, Range<usize>)> + use<'a, F> {
        let may = page
            .tokens
            .get(at)
            .is_some_and(|token| token.groups & number.bit() != 0);
        let word = page.word(at).filter(|_| may);
        let whole = word.filter(|word| word.wholes & number.own_bit() != 0);
        let signs = word.map(|word| page.list(word.signs)).unwrap_or_default();
        let group = self.groups.get(number.place());
        let places = group.map_or(0..0, |group| group.places.clone());
        let longer = signs
            .iter()
            .filter(move |place| places.contains(place))
            .filter_map(|place| self.places.get(*place))
            .filter(move |place| may_be(place))
            .flat_map(move |place| place.around(page, at));
        let whole = whole.map(|_| (at..at + 1, at..at + 1));
        whole.into_iter().chain(longer)
    }

    /// Returns the end of the longest expression of a group that begins at a token. Only for groups that were named as such.
    pub(in crate::privacy) fn end_at(
        &self,
        begun: Option<GroupId>,
        page: &Page,
        at: usize,
    ) -> Option<usize> {
        if !page.has(at, Marks::STARTS) {
            return None;
        }
        let (number, word) = (begun?, page.word(at)?);
        if word.begun & number.bit() == 0 {
            return None;
        }
        let whole = word.wholes & number.own_bit() != 0;
        let places = self.groups.get(number.place())?.places.clone();
        page.list(word.starts)
            .iter()
            .filter(|place| places.contains(place))
            .filter_map(|place| self.places.get(*place))
            .filter_map(|place| place.pattern().at(page, at))
            .map(|(_, end)| end)
            .chain(whole.then_some(at + 1))
            .max()
    }

    /// Finds the tokens at which a clause turns to something else.
    pub(in crate::privacy) fn turns(&self, page: &Page) -> Vec<usize> {
        let turns = |at: &usize| self.end_at(self.turn, page, *at).is_some();
        (0..page.tokens.len()).filter(turns).collect()
    }

    /// Says whether words of a group stand right before a finding.
    pub(super) fn ends_before(
        &self,
        group: Option<GroupId>,
        page: &Page,
        hit: &Range<usize>,
    ) -> bool {
        let Some(number) = group else { return false };
        let first = hit.start.saturating_sub(BEFORE);
        (first..hit.start).any(|at| {
            page.tokens
                .get(at)
                .is_some_and(|token| token.groups & number.bit() != 0)
                && page.same_sentence(at, hit.start)
                && self
                    .known_where(number, page, at, |place| place.may_end(at, hit.start))
                    .any(|(whole, _)| whole.end == hit.start && whole.start >= first)
        })
    }
}
