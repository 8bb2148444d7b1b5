//! A pattern over words, as a reviewer writes it: words, alternatives, endings left open, gaps.
//!
//! `opgenomen|opname [3] <in|op een|de? kliniek|afdel*>` reads: one of two words, at most three others, then the place. The
//! signs: `a|b` one of these, `a*` begins so, `*a` ends so, `?` may be absent, `[3]` at most three words between, `#` a
//! number, `^` a word with a capital inside a sentence, `.` the beginning of a sentence, `,` that of a clause, `@name` a word of that group, `< >` the part that is marked. A pattern stays within one sentence.

use std::ops::Range;

use crate::privacy::likely::Likely;
use crate::privacy::page::{Case, Gap, Page};
use crate::privacy::pattern::row::{Choices, Part, Parts, Piece};

mod companion;
pub(super) mod places;
mod row;
pub(super) mod signs;
mod written;

/// A pattern that was read without a fault.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    /// Its parts, as [`row`] writes them.
    parts: Box<[u8]>,
    /// The first of them that is marked, and the first behind it that is not.
    mark: (usize, usize),
    /// The words with which it may begin.
    begins: Likely,
    /// Its literal words.
    words: Box<[Box<str>]>,
}

/// A pattern as it is looked for in a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sought<'a> {
    parts: &'a [u8],
    mark: (usize, usize),
    begins: Likely,
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

impl Piece<'_> {
    fn fits(self, page: &Page, at: usize) -> bool {
        match self {
            Self::Exact(key, _) => page.is(at, key),
            Self::Begins(stem) => page.is_like(at, |word| word.starts_with(stem)),
            Self::Ends(stem) => page.is_like(at, |word| word.ends_with(stem)),
            Self::Number => page.is_number(at),
            Self::Capital => page.tokens.get(at).is_some_and(|token| {
                token.case == Case::Capital && !matches!(token.gap, Gap::Sentence)
            }),
        }
    }
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
        if !self.begins.meets(token.likely) {
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
        (mut parts, mut at): (Parts<'_>, usize),
        mut here: usize,
        mut mark: (usize, usize),
    ) -> Option<(Range<usize>, usize)> {
        loop {
            if at == self.mark.0 {
                mark.0 = here;
            }
            if at == self.mark.1 {
                mark.1 = here;
            }
            let Some(part) = parts.next() else {
                return (mark.0 < mark.1).then_some((mark.0..mark.1, here));
            };
            at += 1;
            let on = |next| self.walk(page, sentence, (parts.clone(), at), next, mark);
            match part {
                Part::Start => {
                    let gap = page.gap(here)?;
                    if gap != Gap::Sentence && here != 0 {
                        return None;
                    }
                }
                Part::Clause => {
                    let gap = page.gap(here)?;
                    if !matches!(gap, Gap::Sentence | Gap::Line | Gap::Clause) && here != 0 {
                        return None;
                    }
                }
                Part::Gap(most) => {
                    let open =
                        |skip: &usize| *skip == 0 || is_inside(page, here + skip - 1, sentence);
                    let mut skips = (0..=most).take_while(open);
                    return skips.find_map(|skip| on(here + skip));
                }
                Part::AnyOf(choices, optional) => {
                    let inside = is_inside(page, here, sentence);
                    if inside && may_begin(&choices, page, here) {
                        let mut others = choices.others();
                        let found =
                            others.find_map(|choice| on(fit(choice, page, here, sentence)?));
                        if found.is_some() {
                            return found;
                        }
                    }
                    let stands = inside && page.is_any(here, |key| choices.has(key));
                    if stands && optional {
                        let found = on(here + 1);
                        if found.is_some() {
                            return found;
                        }
                    } else if stands {
                        // Nothing else is left to try, so there is nothing to come back to.
                        here += 1;
                    } else if !optional {
                        return None;
                    }
                }
            }
        }
    }
}

/// Says whether one of several choices that are not one plain word may stand here.
fn may_begin(choices: &Choices<'_>, page: &Page, here: usize) -> bool {
    page.tokens
        .get(here)
        .is_some_and(|token| choices.may_begin(token.likely))
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

/// Says whether a token stands in a sentence.
fn is_inside(page: &Page, at: usize, sentence: u32) -> bool {
    page.tokens
        .get(at)
        .is_some_and(|token| token.sentence == sentence)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::privacy::key::Key;
    use crate::privacy::normalize::Reader;
    use crate::privacy::pattern::places::Places;

    /// A page of one sentence or more, on which each word may be itself alone.
    pub(super) fn page(text: &str) -> Page {
        let mut page = Page::default();
        Reader::of(text).read(&mut page);
        let tokens = 0..page.tokens.len();
        let letters = tokens.map(|at| page.letters(&(at..at + 1)));
        let likely: Vec<Likely> = letters
            .map(|letters| Likely::word(Key::of(letters), letters))
            .collect();
        for (token, likely) in page.tokens.iter_mut().zip(likely) {
            token.likely = likely;
        }
        page
    }

    /// The marked part of a pattern, looked for by the words it is known by.
    fn by_signs(pattern: &Pattern, page: &Page) -> Option<Range<usize>> {
        let mut places = Places::default();
        let written = places.write(pattern);
        let signs = pattern.sought().signs();
        signs.iter().find_map(|sign| {
            let number = places.add(0, Some(sign), written);
            let place = places.get(number)?;
            let known = |at: &usize| {
                let mut keys = Key::all(page.letters(&(*at..at + 1)));
                keys.any(|key| key == sign.key)
            };
            let mut tokens = (0..page.tokens.len()).filter(known);
            tokens.find_map(|at| Some(place.around(page, at).next()?.1))
        })
    }

    fn found(pattern: &str, text: &str) -> Option<String> {
        let places = ["kliniek".to_owned(), "gesloten afdeling".to_owned()];
        let group = |name: &str| (name == "place").then_some(places.as_slice());
        let pattern =
            Pattern::read(pattern, &group).expect("the patterns of this test are well formed");
        let page = page(text);
        let sought = pattern.sought();
        let mut starts = 0..page.tokens.len();
        let found = starts.find_map(|start| sought.at(&page, start));
        let found = found.map(|(range, _)| range);
        assert_eq!(by_signs(&pattern, &page), found, "{text}");
        let words = found?.map(|at| String::from_utf8_lossy(page.letters(&(at..at + 1))));
        Some(words.collect::<Vec<_>>().join(" "))
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
        let long = "sinds kort|lang+al [2] < afgekeur* > door+de|bij arts";
        assert_eq!(
            found(long, "sinds lang al weer afgekeurd door de arts"),
            Some("afgekeurd".into())
        );
        assert_eq!(found(long, "sinds kort afgekeurd door een arts"), None);
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
}
