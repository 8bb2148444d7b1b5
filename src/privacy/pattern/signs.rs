//! By what a pattern is known in a text: its rarest words, where the rest of it stands around them, and what must stand near.
//!
//! Asks a pattern about itself; looks at no text.

use crate::privacy::key::{Key, SHORTEST_STEM};
use crate::privacy::likely::Likely;
use crate::privacy::pattern::Sought;
use crate::privacy::pattern::companion::Companion;
use crate::privacy::pattern::row::{Choices, Part, Piece, Pieces};

/// By what a pattern is known in a text: one of its words, and how many tokens of it may stand around that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::privacy) struct Sign {
    /// The key under which the word is kept.
    pub key: Key,
    /// The fewest and most tokens of the pattern before it.
    pub before: (usize, usize),
    /// The fewest and most tokens of the pattern behind it.
    pub after: (usize, usize),
    /// What else must stand near it.
    pub(super) companion: Companion,
}

impl Piece<'_> {
    /// The key under which it is kept in a table, with a measure of how seldom it is met.
    fn sign(self) -> Option<(Key, usize)> {
        match self {
            Self::Exact(key, letters) => Some((key, letters)),
            Self::Begins(stem) if is_stem(stem) => Some((Key::of(stem).stem(), stem.len())),
            Self::Number => Some((Key::number(), 2)),
            Self::Begins(_) | Self::Ends(_) | Self::Capital => None,
        }
    }
}

/// Says whether a beginning is long enough to be kept in a table.
fn is_stem(stem: &[u8]) -> bool {
    let letters = stem.iter().filter(|byte| **byte & 0xc0 != 0x80);
    letters.count() >= SHORTEST_STEM
}

impl Sought<'_> {
    /// The keys of the words with which the pattern may begin; none when it may begin anyhow.
    pub(in crate::privacy) fn starts(self) -> Option<Vec<Key>> {
        let mut starts = Vec::new();
        for part in self.parts() {
            let (choices, optional) = match part {
                Part::AnyOf(choices, optional) => (choices, optional),
                Part::Start | Part::Clause => continue,
                Part::Gap(_) => return None,
            };
            for mut choice in choices {
                let (key, _) = choice.next()?.sign()?;
                starts.push(key);
            }
            if !optional {
                break;
            }
        }
        Some(starts)
    }

    /// The words by which the pattern is known: those of its rarest part, the last of equals, one of which always stands in it.
    pub(in crate::privacy) fn signs(self) -> Vec<Sign> {
        let parts: Vec<Part<'_>> = self.parts().collect();
        let known = (0..parts.len()).filter_map(|at| signs_at(&parts, at));
        let rarest = known.max_by_key(|(rarity, _)| *rarity);
        rarest.map(|(_, signs)| signs).unwrap_or_default()
    }

    /// Says whether one word is the whole of it, so that it stands wherever one of its signs does.
    pub(in crate::privacy) fn is_one_word(self) -> bool {
        let mut parts = self.parts();
        match (parts.next(), parts.next()) {
            (Some(Part::AnyOf(mut choices, false)), None) => {
                self.mark == (0, 1)
                    && choices.all(|mut pieces| {
                        pieces.next().is_some_and(|piece| piece.sign().is_some())
                            && pieces.next().is_none()
                    })
            }
            (Some(Part::AnyOf(..) | Part::Gap(_) | Part::Start | Part::Clause) | None, _) => false,
        }
    }
}

fn lengths<'a>(choices: &Choices<'a>) -> impl Iterator<Item = usize> + use<'a> {
    choices.clone().map(Iterator::count)
}

/// The fewest tokens a part takes.
fn fewest(part: &Part<'_>) -> usize {
    match part {
        Part::AnyOf(choices, false) => lengths(choices).min().unwrap_or(0),
        Part::AnyOf(_, true) | Part::Gap(_) | Part::Start | Part::Clause => 0,
    }
}

/// The most tokens a part takes.
fn most(part: &Part<'_>) -> usize {
    match part {
        Part::Gap(most) => *most,
        Part::Start | Part::Clause => 0,
        Part::AnyOf(choices, _) => lengths(choices).max().unwrap_or(0),
    }
}

/// The fewest and most tokens that parts take.
fn tokens(parts: &[Part<'_>]) -> (usize, usize) {
    parts.iter().fold((0, 0), |(few, many), part| {
        (few + fewest(part), many + most(part))
    })
}

/// The signs by which a pattern is known when it is by one of its parts, one for each choice, and how seldom they are met.
fn signs_at(parts: &[Part<'_>], at: usize) -> Option<(usize, Vec<Sign>)> {
    let (before, [Part::AnyOf(choices, false), after @ ..]) = parts.split_at_checked(at)? else {
        return None;
    };
    let signs = choices.clone().map(|choice| rarest(choice, before, after));
    let (rarities, signs): (Vec<usize>, _) = signs.collect::<Option<Vec<_>>>()?.into_iter().unzip();
    Some((rarities.into_iter().min()?, signs))
}

/// The rarest word of a choice, as far as its length tells, with the parts before and behind it.
fn rarest(choice: Pieces<'_>, before: &[Part<'_>], after: &[Part<'_>]) -> Option<(usize, Sign)> {
    let signs = choice.clone().enumerate();
    let signs = signs.filter_map(|(at, piece)| Some((at, piece.sign()?)));
    let (at, (key, rarity)) = signs.max_by_key(|(_, (_, rarity))| *rarity)?;
    let rest = choice.clone().count() - at - 1;
    let more = |(few, many): (usize, usize), by: usize| (few + by, many + by);
    let sign = Sign {
        key,
        before: more(tokens(before), at),
        after: more(tokens(after), rest),
        companion: companion((choice, at), before, after),
    };
    Some((rarity, sign))
}

/// The words that must stand near a word of a choice and are there least often by chance.
fn companion(
    (choice, at): (Pieces<'_>, usize),
    before: &[Part<'_>],
    after: &[Part<'_>],
) -> Companion {
    let signed = |number: usize| isize::try_from(number).unwrap_or(isize::MAX);
    let (here, rest) = (signed(at), signed(choice.clone().count() - at));
    let beside = choice.enumerate().filter(|(other, _)| *other != at);
    let beside = beside.map(|(other, piece)| {
        let by = signed(other) - here;
        Companion::of(piece.likely(), (by, by))
    });
    let firm = |parts: &[Part<'_>], at: usize, from: isize, to: isize| match parts.get(at) {
        Some(Part::AnyOf(choices, false)) => {
            let first = choices.clone().filter_map(|mut choice| choice.next());
            let words = first.fold(Likely::NONE, |all, piece| all.or(piece.likely()));
            Some(Companion::of(words, (from, to)))
        }
        Some(Part::AnyOf(_, true) | Part::Gap(_) | Part::Start | Part::Clause) | None => None,
    };
    let before = (0..before.len()).filter_map(|at| {
        let (few, many) = tokens(before.get(at..)?);
        firm(before, at, -here - signed(many), -here - signed(few))
    });
    let after = (0..after.len()).filter_map(|at| {
        let (few, many) = tokens(after.get(..at)?);
        firm(after, at, rest + signed(few), rest + signed(many))
    });
    let all = beside.chain(before).chain(after);
    all.min_by_key(|one| one.chance())
        .unwrap_or(Companion::NONE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::privacy::pattern::Pattern;

    #[test]
    fn a_pattern_is_known_by_its_rarest_part() {
        let none = |_: &str| None;
        let pattern = Pattern::read("ik|wij heb|hebben [3] de? kliniek|afdel*", &none)
            .expect("the pattern is well formed");
        let (before, after) = ((2, 6), (0, 0));
        let [me, we] = [b"ik".as_slice(), b"wij"].map(|word| Likely::whole(Key::of(word)));
        let companion = Companion::of(me.or(we), (-6, -2));
        let keys = [Key::of(b"afdel").stem(), Key::of(b"kliniek")];
        let expected = keys.map(|key| Sign {
            key,
            before,
            after,
            companion,
        });
        assert_eq!(pattern.sought().signs(), expected);
        let pattern = Pattern::read("ik? heb een gesloten|open|op+slot afdeling [2] #?", &none)
            .expect("the pattern is well formed");
        let signs = pattern.sought().signs();
        let around: Vec<_> = signs.iter().map(|sign| (sign.before, sign.after)).collect();
        assert_eq!(around, [((3, 5), (0, 3))]);
    }

    #[test]
    fn a_pattern_of_one_word_is_told_from_others() {
        let none = |_: &str| None;
        for (text, expected) in [
            ("kliniek", true),
            ("kliniek|afdel*|#", true),
            ("kliniek|de+kliniek", false),
            ("de kliniek", false),
            ("de? kliniek", false),
            (", kliniek", false),
            ("kliniek|ggz-kliniek", false),
        ] {
            let pattern = Pattern::read(text, &none).expect("the pattern is well formed");
            assert_eq!(pattern.sought().is_one_word(), expected, "{text}");
        }
    }
}
