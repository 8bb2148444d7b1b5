//! A pattern over words, as a reviewer writes it: words, alternatives, endings left open, gaps.
//!
//! `opgenomen|opname [3] <in|op een|de? kliniek|afdel*>` reads: one of two words, at most three others, then the place. The
//! signs: `a|b` one of these, `a*` begins so, `*a` ends so, `?` may be absent, `[3]` at most three words between, `#` a
//! number, `^` a word with a capital inside a sentence, `.` the beginning of a sentence, `,` that of a clause, `@name` a word of that group, `< >` the part that is marked. A pattern stays within one sentence.

use std::ops::Range;

use crate::privacy::key::{Key, SHORTEST_STEM};
use crate::privacy::page::{Case, Gap, Marks, Page};
use crate::privacy::pattern::row::{Choices, Letters, Part, Parts, Piece};

pub(super) mod places;
mod row;
mod written;

/// A pattern that was read without a fault.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    /// Its parts, as [`row`] writes them.
    parts: Box<[u8]>,
    /// The first of them that is marked, and the first behind it that is not.
    mark: (usize, usize),
    /// The first letters of the words with which it may begin.
    begins: Letters,
    /// Its literal words.
    words: Box<[Box<str>]>,
}

/// A pattern as it is looked for in a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sought<'a> {
    parts: &'a [u8],
    mark: (usize, usize),
    begins: Letters,
}

/// Why a text is no pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    /// Nothing in it can be found.
    Empty,
    /// It names a group that does not exist.
    UnknownGroup(String),
    /// It begins with a gap or an open beginning, or a stem is too short.
    OpenStart,
}

/// By what a pattern is known in a text: one of its words, and how many tokens of it may stand around that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sign {
    /// The key under which the word is kept.
    pub key: Key,
    /// The fewest and most tokens of the pattern before it.
    pub before: (usize, usize),
    /// The fewest and most tokens of the pattern behind it.
    pub after: (usize, usize),
}

impl Piece<'_> {
    fn fits(self, page: &Page, at: usize) -> bool {
        match self {
            Self::Exact(key, _) => page.is(at, key),
            Self::Begins(stem) => page.texts(at).any(|one| one.starts_with(stem)),
            Self::Ends(stem) => page.texts(at).any(|one| one.ends_with(stem)),
            Self::Number => page.is_number(at),
            Self::Capital => page.tokens.get(at).is_some_and(|token| {
                token.case == Case::Capital && !matches!(token.gap, Gap::Sentence)
            }),
        }
    }

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

impl Pattern {
    /// Returns it as it is looked for.
    pub(super) fn sought(&self) -> Sought<'_> {
        Sought {
            parts: &self.parts,
            mark: self.mark,
            begins: self.begins,
        }
    }

    /// The literal words, for the correction of slips.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|word| &**word)
    }
}

impl<'a> Sought<'a> {
    /// Finds the pattern at one token; returns the tokens of its marked part and the end of the whole.
    pub(super) fn at(self, page: &Page, start: usize) -> Option<(Range<usize>, usize)> {
        let token = page.tokens.get(start)?;
        let first = Letters::of(page.of(token));
        if !self.begins.meet(first) && !token.marks.has(Marks::OTHERS) {
            return None;
        }
        let sentence = token.sentence;
        self.walk(page, sentence, (self.parts(), 0), start, (start, start))
    }

    fn parts(self) -> Parts<'a> {
        Parts::of(self.parts)
    }

    fn walk(
        self,
        page: &Page,
        sentence: u32,
        (mut parts, at): (Parts<'_>, usize),
        here: usize,
        mut mark: (usize, usize),
    ) -> Option<(Range<usize>, usize)> {
        if at == self.mark.0 {
            mark.0 = here;
        }
        if at == self.mark.1 {
            mark.1 = here;
        }
        let Some(part) = parts.next() else {
            return (mark.0 < mark.1).then_some((mark.0..mark.1, here));
        };
        let rest = (parts, at + 1);
        match part {
            Part::Start => {
                let first = page.tokens.get(here)?;
                (first.gap == Gap::Sentence || here == 0)
                    .then(|| self.walk(page, sentence, rest, here, mark))?
            }
            Part::Clause => {
                let begins = matches!(page.gap(here)?, Gap::Sentence | Gap::Line | Gap::Clause);
                (begins || here == 0).then(|| self.walk(page, sentence, rest, here, mark))?
            }
            Part::Gap(most) => {
                for skip in 0..=most {
                    if skip > 0 && !is_inside(page, here + skip - 1, sentence) {
                        break;
                    }
                    let found = self.walk(page, sentence, rest.clone(), here + skip, mark);
                    if found.is_some() {
                        return found;
                    }
                }
                None
            }
            Part::AnyOf(choices, optional) => {
                let inside = is_inside(page, here, sentence);
                if inside && may_begin(&choices, page, here) {
                    for choice in choices.others() {
                        if let Some(next) = fit(choice, page, here, sentence) {
                            let found = self.walk(page, sentence, rest.clone(), next, mark);
                            if found.is_some() {
                                return found;
                            }
                        }
                    }
                }
                if inside && page.is_any(here, |key| choices.has(key)) {
                    let found = self.walk(page, sentence, rest.clone(), here + 1, mark);
                    if found.is_some() {
                        return found;
                    }
                }
                if optional {
                    self.walk(page, sentence, rest, here, mark)
                } else {
                    None
                }
            }
        }
    }

    /// The keys of the words with which the pattern may begin; none when it may begin anyhow.
    pub(super) fn starts(self) -> Option<Vec<Key>> {
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
    pub(super) fn signs(self) -> Vec<Sign> {
        let mut best: Option<(usize, Vec<Sign>)> = None;
        let parts: Vec<Part<'_>> = self.parts().collect();
        for (n, part) in parts.iter().enumerate() {
            let Part::AnyOf(choices, false) = part else {
                continue;
            };
            let before = tokens(parts.iter().take(n));
            let after = tokens(parts.iter().skip(n + 1));
            let signs = choices.clone().map(|choice| rarest(choice, before, after));
            let Some(signs) = signs.collect::<Option<Vec<_>>>() else {
                continue;
            };
            let rarity = signs.iter().map(|(rarity, _)| *rarity).min().unwrap_or(0);
            if best.as_ref().is_none_or(|(other, _)| rarity >= *other) {
                best = Some((rarity, signs.into_iter().map(|(_, sign)| sign).collect()));
            }
        }
        best.map(|(_, signs)| signs).unwrap_or_default()
    }

    /// Says whether one word is the whole of it, so that it stands wherever one of its signs does.
    pub(super) fn is_one_word(self) -> bool {
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

/// Says whether one of several choices that are not one plain word may stand here.
fn may_begin(choices: &Choices<'_>, page: &Page, here: usize) -> bool {
    page.tokens
        .get(here)
        .is_some_and(|token| token.marks.has(Marks::OTHERS) || choices.may_begin(page.of(token)))
}

/// Says where a choice ends that stands here, within the sentence; nothing when it does not stand here.
fn fit<'a>(
    choice: impl Iterator<Item = Piece<'a>>,
    page: &Page,
    here: usize,
    sentence: u32,
) -> Option<usize> {
    let mut at = here;
    for piece in choice {
        // The first of them was looked at already.
        let stands = (at == here || is_inside(page, at, sentence)) && piece.fits(page, at);
        if !stands {
            return None;
        }
        at += 1;
    }
    Some(at)
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
fn tokens<'a, 'b: 'a>(parts: impl Iterator<Item = &'a Part<'b>>) -> (usize, usize) {
    parts.fold((0, 0), |(few, many), part| {
        (few + fewest(part), many + most(part))
    })
}

/// The rarest word of a choice, as far as its length tells.
fn rarest<'a>(
    choice: impl Iterator<Item = Piece<'a>> + Clone,
    before: (usize, usize),
    after: (usize, usize),
) -> Option<(usize, Sign)> {
    let len = choice.clone().count();
    choice
        .enumerate()
        .filter_map(|(n, piece)| {
            let (key, rarity) = piece.sign()?;
            let rest = len - 1 - n;
            let sign = Sign {
                key,
                before: (before.0 + n, before.1 + n),
                after: (after.0 + rest, after.1 + rest),
            };
            Some((rarity, sign))
        })
        .max_by_key(|(rarity, _)| *rarity)
}

/// Says whether a token stands in a sentence.
fn is_inside(page: &Page, at: usize, sentence: u32) -> bool {
    page.tokens
        .get(at)
        .is_some_and(|token| token.sentence == sentence)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::privacy::normalize::Reader;

    fn found(pattern: &str, text: &str) -> Option<String> {
        let places = ["kliniek".to_owned(), "gesloten afdeling".to_owned()];
        let group = |name: &str| (name == "place").then_some(places.as_slice());
        let pattern =
            Pattern::read(pattern, &group).expect("the patterns of this test are well formed");
        let mut page = Page::default();
        Reader::of(text).read(&mut page);
        let sought = pattern.sought();
        let (range, _) = (0..page.tokens.len()).find_map(|start| sought.at(&page, start))?;
        Some(
            range
                .map(|at| String::from_utf8_lossy(page.letters(&(at..at + 1))).into_owned())
                .collect::<Vec<_>>()
                .join(" "),
        )
    }

    #[test]
    fn signs_mean_what_the_manual_says() {
        assert_eq!(
            found(
                "opgenomen [2] in|op|een|de? @place",
                "Ik was opgenomen geweest op een gesloten afdeling."
            ),
            Some("opgenomen geweest op een gesloten afdeling".into())
        );
        assert_eq!(
            found(
                "opgenomen [2] in @place",
                "Ik heb opgenomen. In de kliniek was niemand."
            ),
            None
        );
        assert_eq!(
            found("bij de < ggz|riagg > gelopen", "Ik heb bij de GGZ gelopen"),
            Some("ggz".into())
        );
        assert_eq!(
            found(
                "voor < tachtig procent > afgekeur*",
                "voor tachtig procent afgekeurd"
            ),
            Some("tachtig procent".into())
        );
        assert_eq!(found("ziek thuis", "ziekthuis"), None);
        let name = "^ < parkinson >";
        assert_eq!(
            found(name, "Dat is Ruth Parkinson."),
            Some("parkinson".into())
        );
        assert_eq!(found(name, "Mijn Parkinson is mild."), None);
        let first = ". na een < depressie >";
        assert_eq!(
            found(first, "Na een depressie werk ik weer."),
            Some("depressie".into())
        );
        assert_eq!(found(first, "Hulp na een depressie geef ik."), None);
    }

    #[test]
    fn a_pattern_that_can_begin_anywhere_is_refused() {
        let none = |_: &str| None;
        assert_eq!(
            Pattern::read("[3] kliniek", &none).err(),
            Some(Fault::OpenStart)
        );
        assert_eq!(Pattern::read("*heid", &none).err(), Some(Fault::OpenStart));
        assert_eq!(
            Pattern::read("@place", &none).err(),
            Some(Fault::UnknownGroup("place".into()))
        );
        assert_eq!(Pattern::read("een?", &none).err(), Some(Fault::Empty));
    }

    #[test]
    fn a_pattern_is_known_by_its_rarest_part() {
        let none = |_: &str| None;
        let pattern = Pattern::read("ik|wij heb|hebben [3] de? kliniek|afdel*", &none)
            .expect("the pattern is well formed");
        let (before, after) = ((2, 6), (0, 0));
        assert_eq!(
            pattern.sought().signs(),
            [
                Sign {
                    key: Key::of(b"afdel").stem(),
                    before,
                    after
                },
                Sign {
                    key: Key::of(b"kliniek"),
                    before,
                    after
                },
            ]
        );
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
