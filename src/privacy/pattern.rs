//! A pattern over words, as a reviewer writes it: words, alternatives, endings left open, gaps.
//!
//! `opgenomen|opname [3] <in|op een|de? kliniek|afdel*>` reads: one of two words, at most three others, then the place. The
//! signs: `a|b` one of these, `a*` begins so, `*a` ends so, `?` may be absent, `[3]` at most three words between, `#` a
//! number, `^` a word with a capital inside a sentence, `.` the beginning of a sentence, `,` that of a clause, `@name` a word of that group, `< >` the part that is marked. A pattern stays within one sentence.

use std::ops::Range;

use crate::privacy::key::{Key, SHORTEST_STEM};
use crate::privacy::normalize::words;
use crate::core::packed::{Pack, Unpack};
use crate::privacy::page::{Case, Gap, Page};

/// A pattern that was read without a fault.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    parts: Box<[Part]>,
    mark: Range<usize>,
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

#[derive(Debug, Clone)]
struct Part {
    kind: Kind,
    optional: bool,
}

#[derive(Debug, Clone)]
enum Kind {
    AnyOf(Box<[Choice]>),
    Gap(usize),
    Start,
    Clause,
}

/// One of several expressions: its first word, and those that follow.
#[derive(Debug, Clone)]
struct Choice {
    first: Piece,
    rest: Box<[Piece]>,
}

#[derive(Debug, Clone)]
enum Piece {
    Exact(Key, Box<str>),
    Begins(Box<str>),
    Ends(Box<str>),
    Number,
    Capital,
}

/// By what a pattern is known in a text: one of its words, and how many tokens may stand before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sign {
    /// The key under which the word is kept.
    pub key: Key,
    /// The fewest and most tokens of the pattern before it.
    pub before: (usize, usize),
}

impl Piece {
    fn read(text: &str) -> Vec<Self> {
        if text == "#" {
            return vec![Self::Number];
        }
        if text == "^" {
            return vec![Self::Capital];
        }
        if let Some(stem) = text.strip_suffix('*') {
            return last_open(stem);
        }
        if let Some(stem) = text.strip_prefix('*') {
            return words(stem)
                .into_iter()
                .take(1)
                .map(|stem| Self::Ends(stem.into()))
                .collect();
        }
        words(text).into_iter().map(Self::exact).collect()
    }

    fn exact(word: String) -> Self {
        Self::Exact(Key::of(word.as_bytes()), word.into())
    }

    fn fits(&self, page: &Page, at: usize) -> bool {
        match self {
            Self::Exact(key, _) => page.is(at, *key),
            Self::Begins(stem) => page.texts(at).any(|one| one.starts_with(stem.as_bytes())),
            Self::Ends(stem) => page.texts(at).any(|one| one.ends_with(stem.as_bytes())),
            Self::Number => page.is_number(at),
            Self::Capital => page.tokens.get(at).is_some_and(|token| {
                token.case == Case::Capital && !matches!(token.gap, Gap::Sentence)
            }),
        }
    }

    /// The key under which it is kept in a table, with a measure of how seldom it is met.
    fn sign(&self) -> Option<(Key, usize)> {
        match self {
            Self::Exact(key, word) => Some((*key, word.len())),
            Self::Begins(stem) if stem.chars().count() >= SHORTEST_STEM => {
                Some((Key::of(stem.as_bytes()).stem(), stem.len()))
            }
            Self::Number => Some((Key::number(), 2)),
            Self::Begins(_) | Self::Ends(_) | Self::Capital => None,
        }
    }
}

fn last_open(stem: &str) -> Vec<Piece> {
    let mut stems = words(stem);
    let last = stems.pop();
    let mut pieces: Vec<Piece> = stems.into_iter().map(Piece::exact).collect();
    pieces.extend(last.map(|last| Piece::Begins(last.into())));
    pieces
}

impl Choice {
    fn of(pieces: Vec<Piece>) -> Option<Self> {
        let mut pieces = pieces.into_iter();
        Some(Self {
            first: pieces.next()?,
            rest: pieces.collect(),
        })
    }

    fn len(&self) -> usize {
        self.rest.len() + 1
    }

    fn pieces(&self) -> impl Iterator<Item = &Piece> {
        std::iter::once(&self.first).chain(&self.rest)
    }

    /// Says whether it stands here, within the sentence.
    fn fits(&self, page: &Page, here: usize, sentence: u32) -> bool {
        self.first.fits(page, here)
            && self
                .rest
                .iter()
                .zip(here + 1..)
                .all(|(piece, at)| is_inside(page, at, sentence) && piece.fits(page, at))
    }
}

impl Pattern {
    /// Reads a pattern; `group` gives the words of a group, in the same signs.
    pub(super) fn read<'a>(
        text: &str,
        group: &dyn Fn(&str) -> Option<&'a [String]>,
    ) -> Result<Self, Fault> {
        let mut parts: Vec<Part> = Vec::new();
        let mut mark = None;
        let mut end = None;
        for item in text.split_whitespace() {
            match item {
                "<" => mark = Some(parts.len()),
                ">" => end = Some(parts.len()),
                _ => parts.push(part(item, group)?),
            }
        }
        let mark = mark.unwrap_or(0)..end.unwrap_or(parts.len());
        let pattern = Self {
            parts: parts.into(),
            mark,
        };
        if pattern.parts.iter().all(|part| {
            part.optional || matches!(part.kind, Kind::Gap(_) | Kind::Start | Kind::Clause)
        }) || pattern.mark.is_empty()
        {
            return Err(Fault::Empty);
        }
        let begins_open = matches!(
            pattern.parts.first().map(|part| &part.kind),
            Some(Kind::AnyOf(choices))
                if choices.iter().all(|choice| matches!(choice.first, Piece::Capital | Piece::Ends(_)))
        );
        if pattern.starts().is_none() && (!begins_open || pattern.signs().is_empty()) {
            return Err(Fault::OpenStart);
        }
        Ok(pattern)
    }

    /// Finds the pattern at one token; returns the tokens of its marked part and the end of the whole.
    pub(super) fn at(&self, page: &Page, start: usize) -> Option<(Range<usize>, usize)> {
        let sentence = page.tokens.get(start)?.sentence;
        self.walk(page, sentence, 0, start, (start, start))
    }

    fn walk(
        &self,
        page: &Page,
        sentence: u32,
        at: usize,
        here: usize,
        mut mark: (usize, usize),
    ) -> Option<(Range<usize>, usize)> {
        if at == self.mark.start {
            mark.0 = here;
        }
        if at == self.mark.end {
            mark.1 = here;
        }
        let Some(part) = self.parts.get(at) else {
            return (mark.0 < mark.1).then_some((mark.0..mark.1, here));
        };
        match &part.kind {
            Kind::Start => {
                let first = page.tokens.get(here)?;
                (first.gap == Gap::Sentence || here == 0)
                    .then(|| self.walk(page, sentence, at + 1, here, mark))?
            }
            Kind::Clause => {
                let begins = matches!(page.gap(here)?, Gap::Sentence | Gap::Line | Gap::Clause);
                (begins || here == 0).then(|| self.walk(page, sentence, at + 1, here, mark))?
            }
            Kind::Gap(most) => {
                for skip in 0..=*most {
                    if skip > 0 && !is_inside(page, here + skip - 1, sentence) {
                        break;
                    }
                    let found = self.walk(page, sentence, at + 1, here + skip, mark);
                    if found.is_some() {
                        return found;
                    }
                }
                None
            }
            Kind::AnyOf(choices) => {
                if is_inside(page, here, sentence) {
                    for choice in choices {
                        if choice.fits(page, here, sentence) {
                            let next = here + choice.len();
                            let found = self.walk(page, sentence, at + 1, next, mark);
                            if found.is_some() {
                                return found;
                            }
                        }
                    }
                }
                if part.optional {
                    self.walk(page, sentence, at + 1, here, mark)
                } else {
                    None
                }
            }
        }
    }

    /// The keys of the words with which the pattern may begin; none when it may begin anyhow.
    pub(super) fn starts(&self) -> Option<Vec<Key>> {
        let mut starts = Vec::new();
        for part in &self.parts {
            let choices = match &part.kind {
                Kind::AnyOf(choices) => choices,
                Kind::Start | Kind::Clause => continue,
                Kind::Gap(_) => return None,
            };
            for choice in choices {
                let (key, _) = choice.first.sign()?;
                starts.push(key);
            }
            if !part.optional {
                break;
            }
        }
        Some(starts)
    }

    /// The words by which the pattern is known: those of its rarest part, the last of equals, one of which always stands in it.
    pub(super) fn signs(&self) -> Vec<Sign> {
        let mut best: Option<(usize, Vec<Sign>)> = None;
        let mut before = (0, 0);
        for part in &self.parts {
            let Kind::AnyOf(choices) = &part.kind else {
                before.1 += part.most();
                continue;
            };
            if !part.optional
                && let Some(signs) = choices
                    .iter()
                    .map(|choice| rarest(choice, before))
                    .collect::<Option<Vec<_>>>()
            {
                let rarity = signs.iter().map(|(rarity, _)| *rarity).min().unwrap_or(0);
                if best.as_ref().is_none_or(|(other, _)| rarity >= *other) {
                    best = Some((rarity, signs.into_iter().map(|(_, sign)| sign).collect()));
                }
            }
            before = (before.0 + part.fewest(), before.1 + part.most());
        }
        best.map(|(_, signs)| signs).unwrap_or_default()
    }

    /// The literal words, for the correction of slips.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.parts
            .iter()
            .flat_map(|part| match &part.kind {
                Kind::AnyOf(choices) => choices.iter(),
                Kind::Gap(_) | Kind::Start | Kind::Clause => [].iter(),
            })
            .flat_map(Choice::pieces)
            .filter_map(|piece| match piece {
                Piece::Exact(_, word) => Some(&**word),
                Piece::Begins(_) | Piece::Ends(_) | Piece::Number | Piece::Capital => None,
            })
    }
}

impl Pattern {
    /// Writes the pattern.
    pub(super) fn pack(&self, to: &mut Pack) {
        to.number(self.mark.start);
        to.number(self.mark.end);
        to.all(self.parts.iter(), |to, part| {
            to.flag(part.optional);
            match &part.kind {
                Kind::Start => to.number(0),
                Kind::Clause => to.number(2),
                Kind::Gap(most) => to.number(most + 3),
                Kind::AnyOf(choices) => {
                    to.number(1);
                    to.all(choices.iter(), |to, choice| {
                        to.number(choice.rest.len());
                        choice.pieces().for_each(|piece| piece.pack(to));
                    });
                }
            }
        });
    }

    /// Reads a pattern. Of its words only the keys are left: they are all that is asked of it in a text.
    pub(super) fn unpack(from: &mut Unpack) -> Option<Self> {
        let mark = from.number()?..from.number()?;
        let parts = from.all(|from| {
            let optional = from.flag()?;
            let kind = match from.number()? {
                0 => Kind::Start,
                1 => Kind::AnyOf(from.all(Choice::unpack)?.into()),
                2 => Kind::Clause,
                gap => Kind::Gap(gap - 3),
            };
            Some(Part { kind, optional })
        })?;
        Some(Self {
            parts: parts.into(),
            mark,
        })
    }
}

impl Choice {
    fn unpack(from: &mut Unpack) -> Option<Self> {
        let len = from.number()?;
        let first = Piece::unpack(from)?;
        let rest = (0..len).map(|_| Piece::unpack(from));
        Some(Self {
            first,
            rest: rest.collect::<Option<_>>()?,
        })
    }
}

impl Piece {
    fn pack(&self, to: &mut Pack) {
        match self {
            Self::Exact(key, _) => {
                to.number(0);
                to.bytes(&key.0.to_le_bytes());
            }
            Self::Begins(stem) => {
                to.number(1);
                to.text(&**stem);
            }
            Self::Ends(stem) => {
                to.number(2);
                to.text(&**stem);
            }
            Self::Number => to.number(3),
            Self::Capital => to.number(4),
        }
    }

    fn unpack(from: &mut Unpack) -> Option<Self> {
        match from.number()? {
            0 => Some(Self::Exact(Key(from.large()?), "".into())),
            1 => Some(Self::Begins(from.text()?.into())),
            2 => Some(Self::Ends(from.text()?.into())),
            3 => Some(Self::Number),
            4 => Some(Self::Capital),
            _ => None,
        }
    }
}

impl Part {
    fn lengths(&self) -> impl Iterator<Item = usize> {
        match &self.kind {
            Kind::AnyOf(choices) => choices.iter(),
            Kind::Gap(_) | Kind::Start | Kind::Clause => [].iter(),
        }
        .map(Choice::len)
    }

    /// The fewest tokens it takes.
    fn fewest(&self) -> usize {
        if self.optional {
            return 0;
        }
        self.lengths().min().unwrap_or(0)
    }

    /// The most tokens it takes.
    fn most(&self) -> usize {
        match &self.kind {
            Kind::Gap(most) => *most,
            Kind::Start | Kind::Clause => 0,
            Kind::AnyOf(_) => self.lengths().max().unwrap_or(0),
        }
    }
}

/// The rarest word of a choice, as far as its length tells.
fn rarest(choice: &Choice, before: (usize, usize)) -> Option<(usize, Sign)> {
    choice
        .pieces()
        .enumerate()
        .filter_map(|(n, piece)| {
            let (key, rarity) = piece.sign()?;
            let before = (before.0 + n, before.1 + n);
            Some((rarity, Sign { key, before }))
        })
        .max_by_key(|(rarity, _)| *rarity)
}

/// Says whether a token stands in a sentence.
fn is_inside(page: &Page, at: usize, sentence: u32) -> bool {
    page.tokens
        .get(at)
        .is_some_and(|token| token.sentence == sentence)
}

fn part<'a>(item: &str, group: &dyn Fn(&str) -> Option<&'a [String]>) -> Result<Part, Fault> {
    if item == "." {
        return Ok(Part {
            kind: Kind::Start,
            optional: false,
        });
    }
    if item == "," {
        return Ok(Part {
            kind: Kind::Clause,
            optional: false,
        });
    }
    let optional = item.len() > 1 && item.ends_with('?');
    let item = item.strip_suffix('?').filter(|_| optional).unwrap_or(item);
    if let Some(most) = item
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
    {
        let most = most.parse().map_err(|_| Fault::Empty)?;
        return Ok(Part {
            kind: Kind::Gap(most),
            optional: true,
        });
    }
    let mut choices: Vec<Choice> = Vec::new();
    for one in item.split('|') {
        if let Some(name) = one.strip_prefix('@') {
            let members = group(name).ok_or_else(|| Fault::UnknownGroup(name.to_owned()))?;
            choices.extend(members.iter().filter_map(|member| {
                Choice::of(member.split_whitespace().flat_map(Piece::read).collect())
            }));
        } else {
            choices.extend(Choice::of(Piece::read(one)));
        }
    }
    if choices.is_empty() {
        return Err(Fault::Empty);
    }
    Ok(Part {
        kind: Kind::AnyOf(choices.into()),
        optional,
    })
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
        let (range, _) = (0..page.tokens.len()).find_map(|start| pattern.at(&page, start))?;
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
        let before = (2, 6);
        assert_eq!(
            pattern.signs(),
            [
                Sign {
                    key: Key::of(b"kliniek"),
                    before
                },
                Sign {
                    key: Key::of(b"afdel").stem(),
                    before
                },
            ]
        );
    }
}
