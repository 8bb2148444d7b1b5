//! A pattern over words, as a reviewer writes it: words, alternatives, endings left open, gaps.
//!
//! `opgenomen|opname [3] <in|op een|de? kliniek|afdel*>` reads: one of two words, at most three others, then the place. The
//! signs: `a|b` one of these, `a*` begins so, `*a` ends so, `?` may be absent, `[3]` at most three words between, `#` a
//! number, `@name` a word of that group, `< >` the part that is marked. A pattern stays within one sentence.

use std::collections::HashMap;
use std::ops::Range;

use crate::privacy::normalize::{Gap, Token, words};

/// The fewest letters before an open ending.
const SHORTEST_STEM: usize = 3;

/// A pattern that was read without a fault.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    parts: Vec<Part>,
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
    AnyOf(Vec<Vec<Piece>>),
    Gap(usize),
}

#[derive(Debug, Clone)]
enum Piece {
    Exact(String),
    Begins(String),
    Ends(String),
    Number,
}

impl Piece {
    fn read(text: &str) -> Vec<Self> {
        if text == "#" {
            return vec![Self::Number];
        }
        if let Some(stem) = text.strip_suffix('*') {
            return last_open(stem, Self::Begins);
        }
        if let Some(stem) = text.strip_prefix('*') {
            return words(stem).into_iter().take(1).map(Self::Ends).collect();
        }
        words(text).into_iter().map(Self::Exact).collect()
    }

    fn fits(&self, token: &Token) -> bool {
        match self {
            Self::Exact(word) => token.spellings().any(|one| one == word),
            Self::Begins(stem) => token.spellings().any(|one| one.starts_with(stem)),
            Self::Ends(stem) => token.spellings().any(|one| one.ends_with(stem)),
            Self::Number => token.is_number(),
        }
    }

    fn bucket(&self) -> Option<u64> {
        match self {
            Self::Exact(word) => Some(bucket(word)),
            Self::Begins(stem) if stem.chars().count() >= SHORTEST_STEM => Some(bucket(stem)),
            Self::Number => Some(bucket("#")),
            Self::Begins(_) | Self::Ends(_) => None,
        }
    }
}

fn last_open(stem: &str, open: fn(String) -> Piece) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = words(stem).into_iter().map(Piece::Exact).collect();
    if let Some(Piece::Exact(last)) = pieces.pop() {
        pieces.push(open(last));
    }
    pieces
}

/// The first letters of a word as one number.
fn bucket(word: &str) -> u64 {
    word.chars()
        .take(SHORTEST_STEM)
        .fold(0, |number, c| (number << 21) | u64::from(u32::from(c)))
}

impl Pattern {
    /// Reads a pattern; `group` gives the words of a group, in the same signs.
    pub(super) fn read(
        text: &str,
        group: &dyn Fn(&str) -> Option<Vec<String>>,
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
        let pattern = Self { parts, mark };
        if pattern
            .parts
            .iter()
            .all(|part| part.optional || matches!(part.kind, Kind::Gap(_)))
            || pattern.mark.is_empty()
        {
            return Err(Fault::Empty);
        }
        pattern.starts().map(|_| pattern)
    }

    /// Finds the pattern at one token; returns the tokens of its marked part and of the whole.
    pub(super) fn at(&self, tokens: &[Token], start: usize) -> Option<(Range<usize>, usize)> {
        self.walk(tokens, 0, start, start, (start, start))
    }

    fn walk(
        &self,
        tokens: &[Token],
        at: usize,
        start: usize,
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
            Kind::Gap(most) => (0..=*most)
                .take_while(|skip| *skip == 0 || inside(tokens, start, here + skip - 1))
                .find_map(|skip| self.walk(tokens, at + 1, start, here + skip, mark)),
            Kind::AnyOf(choices) => choices
                .iter()
                .filter(|choice| {
                    choice.iter().enumerate().all(|(n, piece)| {
                        inside(tokens, start, here + n)
                            && tokens.get(here + n).is_some_and(|token| piece.fits(token))
                    })
                })
                .find_map(|choice| self.walk(tokens, at + 1, start, here + choice.len(), mark))
                .or_else(|| {
                    if part.optional {
                        self.walk(tokens, at + 1, start, here, mark)
                    } else {
                        None
                    }
                }),
        }
    }

    /// The first letters under which the pattern is kept in a table.
    fn starts(&self) -> Result<Vec<u64>, Fault> {
        let mut starts = Vec::new();
        for part in &self.parts {
            let Kind::AnyOf(choices) = &part.kind else {
                return Err(Fault::OpenStart);
            };
            for choice in choices {
                starts.push(
                    choice
                        .first()
                        .and_then(Piece::bucket)
                        .ok_or(Fault::OpenStart)?,
                );
            }
            if !part.optional {
                break;
            }
        }
        Ok(starts)
    }

    /// The letters of which at least one must be in the sentence, for a pattern to be there at all; everything when nothing is sure.
    fn sieve(&self) -> Sieve {
        let surest = self
            .parts
            .iter()
            .skip(1)
            .filter(|part| !part.optional)
            .filter_map(|part| match &part.kind {
                Kind::AnyOf(choices) => choices
                    .iter()
                    .map(|choice| choice.first().and_then(Piece::bucket))
                    .collect::<Option<Vec<_>>>(),
                Kind::Gap(_) => None,
            });
        surest
            .min_by_key(Vec::len)
            .map_or(Sieve([u64::MAX; 4]), |buckets| {
                buckets.into_iter().collect()
            })
    }

    /// The literal words, for the correction of slips.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.parts
            .iter()
            .flat_map(|part| match &part.kind {
                Kind::AnyOf(choices) => choices.as_slice(),
                Kind::Gap(_) => &[],
            })
            .flatten()
            .filter_map(|piece| match piece {
                Piece::Exact(word) => Some(word.as_str()),
                Piece::Begins(_) | Piece::Ends(_) | Piece::Number => None,
            })
    }
}

/// Says whether a token stands in the same sentence as the first.
fn inside(tokens: &[Token], start: usize, here: usize) -> bool {
    here == start
        || (tokens.get(here).map(|token| token.sentence)
            == tokens.get(start).map(|token| token.sentence)
            && tokens
                .get(here)
                .is_some_and(|token| token.gap != Gap::Sentence))
}

fn part(item: &str, group: &dyn Fn(&str) -> Option<Vec<String>>) -> Result<Part, Fault> {
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
    let mut choices = Vec::new();
    for one in item.split('|') {
        if let Some(name) = one.strip_prefix('@') {
            let members = group(name).ok_or_else(|| Fault::UnknownGroup(name.to_owned()))?;
            choices.extend(members.iter().map(|member| {
                member
                    .split_whitespace()
                    .flat_map(Piece::read)
                    .collect::<Vec<_>>()
            }));
        } else {
            choices.push(Piece::read(one));
        }
    }
    choices.retain(|choice| !choice.is_empty());
    if choices.is_empty() {
        return Err(Fault::Empty);
    }
    Ok(Part {
        kind: Kind::AnyOf(choices),
        optional,
    })
}

/// Patterns kept by their first letters, so that a text is walked once for all of them.
#[derive(Debug, Default)]
pub(super) struct Table {
    buckets: HashMap<u64, Vec<(usize, Sieve)>>,
}

/// The first letters of some words, as a few bits: what is not in it is surely not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Sieve([u64; 4]);

impl Sieve {
    fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(other.0).any(|(a, b)| a & b != 0)
    }
}

impl FromIterator<u64> for Sieve {
    fn from_iter<I: IntoIterator<Item = u64>>(buckets: I) -> Self {
        let mut bits = [0; 4];
        for bucket in buckets {
            let place = bucket.wrapping_mul(0x9e37_79b9_7f4a_7c15);
            if let Some(word) = bits.get_mut((place >> 62) as usize) {
                *word |= 1 << (place >> 32 & 63);
            }
        }
        Self(bits)
    }
}

/// The letters of every sentence of a text, so that most patterns need not be tried at all.
#[derive(Debug, Default)]
pub(super) struct Sieves {
    sentences: Vec<Sieve>,
}

impl Sieves {
    /// Looks through a text once.
    pub(super) fn of(tokens: &[Token]) -> Self {
        let sentences = tokens.chunk_by(|a, b| a.sentence == b.sentence);
        let mut sieves = Self::default();
        for sentence in sentences {
            let numbers = sentence
                .iter()
                .filter(|token| token.is_number())
                .map(|_| bucket("#"));
            let sieve = sentence
                .iter()
                .flat_map(Token::spellings)
                .map(bucket)
                .chain(numbers)
                .collect();
            let number = sentence.first().map_or(0, |token| token.sentence);
            sieves.sentences.resize(number + 1, sieve);
        }
        sieves
    }

    fn at(&self, token: &Token) -> Sieve {
        self.sentences
            .get(token.sentence)
            .copied()
            .unwrap_or(Sieve([u64::MAX; 4]))
    }
}

impl Table {
    /// Files patterns under the numbers they are given.
    pub(super) fn of<'a>(patterns: impl Iterator<Item = (usize, &'a Pattern)>) -> Self {
        let mut buckets: HashMap<u64, Vec<(usize, Sieve)>> = HashMap::new();
        for (number, pattern) in patterns {
            for start in pattern.starts().unwrap_or_default() {
                let list = buckets.entry(start).or_default();
                if list.last().is_none_or(|(last, _)| *last != number) {
                    list.push((number, pattern.sieve()));
                }
            }
        }
        Self { buckets }
    }

    /// Returns the numbers of the patterns that may begin at a token.
    pub(super) fn candidates(&self, token: &Token, sieves: &Sieves) -> impl Iterator<Item = usize> {
        let sentence = sieves.at(token);
        let number = token.is_number().then(|| bucket("#"));
        let mut found: Vec<usize> = token
            .spellings()
            .map(bucket)
            .chain(number)
            .filter_map(|key| self.buckets.get(&key))
            .flatten()
            .filter(|(_, sieve)| sieve.meets(&sentence))
            .map(|(number, _)| *number)
            .collect();
        found.sort_unstable();
        found.dedup();
        found.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::privacy::normalize::tokens;

    fn found(pattern: &str, text: &str) -> Option<String> {
        let group = |name: &str| {
            (name == "place").then(|| vec!["kliniek".to_owned(), "gesloten afdeling".to_owned()])
        };
        let pattern =
            Pattern::read(pattern, &group).expect("the patterns of this test are well formed");
        let tokens = tokens(text);
        let (range, _) = (0..tokens.len()).find_map(|start| pattern.at(&tokens, start))?;
        Some(
            tokens[range]
                .iter()
                .map(|token| token.text.as_str())
                .collect::<Vec<_>>()
                .join(" "),
        )
    }

    #[test]
    fn signs_mean_what_the_manual_says() {
        assert_eq!(
            found(
                "opgenomen [2] in|op een|de? @place",
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
            found("# procent afgekeur*", "voor 80 procent afgekeurd"),
            Some("80 procent afgekeurd".into())
        );
        assert_eq!(found("ziek thuis", "ziekthuis"), None);
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
