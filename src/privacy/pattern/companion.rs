//! What a pattern needs near the word it is known by.
//!
//! Most patterns whose word is met are not there. Looking for one other word of theirs, told by a few bits, rules most of those
//! out before any is walked through. Never rules out one that is there.

use crate::privacy::likely::{LIKELY, Likely};
use crate::privacy::page::Page;

/// How many bytes a companion takes in a row: its places, one byte each, and its words.
pub(super) const COMPANION: usize = 2 + LIKELY;

/// Words of which one must stand near the word a pattern is known by, and where: so many tokens after it, or before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Companion {
    from: i8,
    to: i8,
    words: Likely,
}

impl Companion {
    /// Asks for nothing.
    pub(super) const NONE: Self = Self {
        from: 0,
        to: 0,
        words: Likely::ALL,
    };

    /// Asks for one of some words; for nothing when they are too far away.
    pub(super) fn of(words: Likely, (from, to): (isize, isize)) -> Self {
        match (i8::try_from(from), i8::try_from(to)) {
            (Ok(from), Ok(to)) => Self { from, to, words },
            _ => Self::NONE,
        }
    }

    /// How often it is met by chance: the less often, the more it rules out.
    pub(super) fn chance(self) -> u32 {
        self.words.share() * (1 + u32::from(self.from.abs_diff(self.to)))
    }

    /// Says whether it may stand where it must; the pattern's word stands at a token of this sentence.
    pub(super) fn may_stand(self, page: &Page, at: usize) -> bool {
        let Some(sign) = page.tokens.get(at) else {
            return false;
        };
        let place = |by: i8| at.checked_add_signed(isize::from(by));
        let Some(to) = place(self.to) else {
            return false;
        };
        let near = place(self.from).unwrap_or(0)..(to + 1).min(page.tokens.len());
        let mut near = page.tokens.get(near).unwrap_or_default().iter();
        near.any(|token| token.sentence == sign.sentence && self.words.meets(token.likely))
    }

    /// Writes it into a row.
    pub(super) fn bytes(self) -> impl Iterator<Item = u8> {
        let places = [self.from, self.to].map(i8::cast_unsigned);
        places.into_iter().chain(self.words.bytes())
    }

    /// Reads it from a row.
    pub(super) fn read(row: [u8; COMPANION]) -> Self {
        let [from, to, words @ ..] = row;
        Self {
            from: from.cast_signed(),
            to: to.cast_signed(),
            words: Likely::read(words),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::privacy::key::Key;
    use crate::privacy::pattern::tests::page;

    #[test]
    fn a_companion_is_looked_for_where_it_must_stand_and_in_its_sentence() {
        let clinic = Likely::whole(Key::of(b"kliniek"));
        for (around, text, expected) in [
            ((1, 1), "opname kliniek", true),
            ((1, 1), "opname daar kliniek", false),
            ((1, 2), "opname daar kliniek", true),
            ((1, 2), "opname. Kliniek", false),
            ((-1, -1), "opname", false),
            ((-2, 1), "opname kliniek", true),
            ((1, 400), "opname boven", true),
        ] {
            let page = page(text);
            let companion = Companion::of(clinic, around);
            let mut row = [0; COMPANION];
            row.iter_mut()
                .zip(companion.bytes())
                .for_each(|(to, byte)| *to = byte);
            assert_eq!(Companion::read(row), companion, "{text}");
            assert_eq!(companion.may_stand(&page, 0), expected, "{text} {around:?}");
        }
    }
}
