//! The parts of a pattern in one row of bytes: written once, then read where they stand each time they are looked for.
//!
//! Knows the parts and how they follow each other, not what they mean in a text.

use crate::privacy::key::Key;
use crate::privacy::likely::Likely;

/// What stands before each part.
const START: u8 = 0;
const CLAUSE: u8 = 1;
const GAP: u8 = 2;
const ANY_OF: u8 = 3;
const PERHAPS: u8 = 4;
/// What stands before each piece.
const EXACT: u8 = 0;
const BEGINS: u8 = 1;
const ENDS: u8 = 2;
const NUMBER: u8 = 3;
const CAPITAL: u8 = 4;

/// A part of a pattern.
#[derive(Debug, Clone)]
pub(super) enum Part<'a> {
    /// One of several expressions; it may be absent when this is true.
    AnyOf(Choices<'a>, bool),
    /// At most so many words between.
    Gap(usize),
    /// The beginning of a sentence.
    Start,
    /// The beginning of a clause.
    Clause,
}

/// A piece of an expression: what one word must be.
#[derive(Debug, Clone, Copy)]
pub(super) enum Piece<'a> {
    /// This word, and how many letters it has.
    Exact(Key, usize),
    /// It begins so.
    Begins(&'a [u8]),
    /// It ends so.
    Ends(&'a [u8]),
    /// A number.
    Number,
    /// A word with a capital.
    Capital,
}

impl Piece<'_> {
    /// Returns the words it may be.
    pub(super) fn likely(self) -> Likely {
        match self {
            Self::Exact(key, _) => Likely::whole(key),
            Self::Begins(stem) => Likely::begun(stem),
            Self::Number => {
                (b'0'..=b'9').fold(Likely::NONE, |all, digit| all.or(Likely::begun(&[digit])))
            }
            Self::Ends(_) | Self::Capital => Likely::ALL,
        }
    }
}

/// The parts of a pattern, in order.
#[derive(Debug, Clone)]
pub(super) struct Parts<'a>(&'a [u8]);

/// Several expressions, of which one stands there: first those that are not one plain word.
#[derive(Debug, Clone)]
pub(super) struct Choices<'a> {
    /// The plain words, by their keys in order.
    words: &'a [[u8; 8]],
    /// With which words the others may begin.
    begin: Likely,
    /// How many bytes the others take.
    others: usize,
    rest: &'a [u8],
}

/// The pieces of one expression, word by word.
#[derive(Debug, Clone)]
pub(super) struct Pieces<'a>(&'a [u8]);

impl<'a> Parts<'a> {
    /// Begins at the first.
    pub(super) fn of(row: &'a [u8]) -> Self {
        Self(row)
    }
}

impl<'a> Iterator for Parts<'a> {
    type Item = Part<'a>;

    fn next(&mut self) -> Option<Part<'a>> {
        let (kind, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(match *kind {
            START => Part::Start,
            CLAUSE => Part::Clause,
            GAP => Part::Gap(usize::from(byte(&mut self.0)?)),
            ANY_OF => Part::AnyOf(Choices::of(long(&mut self.0)?)?, false),
            PERHAPS => Part::AnyOf(Choices::of(long(&mut self.0)?)?, true),
            _ => return None,
        })
    }
}

impl<'a> Choices<'a> {
    fn of(mut row: &'a [u8]) -> Option<Self> {
        let (words, rest) = long(&mut row)?.as_chunks();
        let (begin, behind) = row.split_first_chunk()?;
        row = behind;
        Some(Self {
            words: rest.is_empty().then_some(words)?,
            begin: Likely::read(*begin),
            others: length(&mut row)?,
            rest: row,
        })
    }

    /// Says whether one of them is a plain word with this key.
    pub(super) fn has(&self, word: Key) -> bool {
        let key = |one: &[u8; 8]| u64::from_le_bytes(*one);
        self.words.binary_search_by_key(&word.0, key).is_ok()
    }

    /// Returns those that are not one plain word.
    pub(super) fn others(&self) -> Self {
        Self {
            rest: self.rest.get(..self.others).unwrap_or_default(),
            ..*self
        }
    }

    /// Says whether one of those that are not one plain word may begin with a word; no means that none does.
    pub(super) fn may_begin(&self, word: Likely) -> bool {
        self.others > 0 && self.begin.meets(word)
    }
}

impl<'a> Iterator for Choices<'a> {
    type Item = Pieces<'a>;

    fn next(&mut self) -> Option<Pieces<'a>> {
        let (len, behind) = self.rest.split_first_chunk()?;
        self.rest = behind;
        let len = usize::from(u16::from_le_bytes(*len));
        Some(Pieces(taken(&mut self.rest, len)?))
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        Some(match byte(&mut self.0)? {
            EXACT => {
                let letters = byte(&mut self.0)?;
                let (key, rest) = self.0.split_first_chunk()?;
                self.0 = rest;
                Piece::Exact(Key(u64::from_le_bytes(*key)), usize::from(letters))
            }
            BEGINS => Piece::Begins(short(&mut self.0)?),
            ENDS => Piece::Ends(short(&mut self.0)?),
            NUMBER => Piece::Number,
            CAPITAL => Piece::Capital,
            _ => return None,
        })
    }
}

fn byte(rest: &mut &[u8]) -> Option<u8> {
    let (byte, behind) = rest.split_first()?;
    *rest = behind;
    Some(*byte)
}

/// Takes a stretch whose length is told in one byte.
fn short<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let len = byte(rest)?;
    taken(rest, usize::from(len))
}

/// Takes a stretch whose length is told in four bytes.
fn long<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let len = length(rest)?;
    taken(rest, len)
}

/// Takes a length of four bytes.
fn length(rest: &mut &[u8]) -> Option<usize> {
    let (len, behind) = rest.split_first_chunk()?;
    *rest = behind;
    usize::try_from(u32::from_le_bytes(*len)).ok()
}

fn taken<'a>(rest: &mut &'a [u8], len: usize) -> Option<&'a [u8]> {
    let (taken, behind) = rest.split_at_checked(len)?;
    *rest = behind;
    Some(taken)
}

/// A row that is being written, part by part.
#[derive(Debug)]
pub(super) struct Row {
    bytes: Vec<u8>,
    parts: usize,
    /// What may stand first, and whether more of it may follow.
    begins: (Likely, bool),
}

impl Row {
    /// Begins with nothing.
    pub(super) fn new() -> Self {
        Self {
            bytes: Vec::new(),
            parts: 0,
            begins: (Likely::NONE, true),
        }
    }

    /// Returns the words with which it may begin.
    pub(super) fn begins(&self) -> Likely {
        let (words, open) = self.begins;
        if open { Likely::ALL } else { words }
    }

    /// How many parts were written.
    pub(super) fn parts(&self) -> usize {
        self.parts
    }

    /// Returns the whole row.
    pub(super) fn done(self) -> Vec<u8> {
        self.bytes
    }

    /// Writes the beginning of a sentence.
    pub(super) fn start(&mut self) {
        self.part(&[START]);
    }

    /// Writes the beginning of a clause.
    pub(super) fn clause(&mut self) {
        self.part(&[CLAUSE]);
    }

    /// Writes a gap.
    pub(super) fn gap(&mut self, most: u8) {
        self.begin(Likely::ALL, true);
        self.part(&[GAP, most]);
    }

    /// Writes one of several expressions.
    pub(super) fn any_of(&mut self, expressions: &[Expression], optional: bool) {
        for expression in expressions {
            self.begin(expression.begins, true);
        }
        self.begin(Likely::NONE, optional);
        let (words, others): (Vec<&Expression>, Vec<&Expression>) =
            expressions.iter().partition(|one| one.word.is_some());
        let mut keys: Vec<Key> = words.iter().filter_map(|one| one.word).collect();
        keys.sort_unstable();
        keys.dedup();
        let keys: Vec<u8> = keys.iter().flat_map(|key| key.0.to_le_bytes()).collect();
        let begin = others
            .iter()
            .fold(Likely::NONE, |all, one| all.or(one.begins));
        let others = rows(&others);
        let mut choices = Vec::new();
        choices.extend_from_slice(&size(&keys));
        choices.extend(keys);
        choices.extend(begin.bytes());
        choices.extend_from_slice(&size(&others));
        choices.extend(others);
        choices.extend(rows(&words));
        self.part(&[if optional { PERHAPS } else { ANY_OF }]);
        self.bytes.extend_from_slice(&size(&choices));
        self.bytes.extend(choices);
    }

    fn begin(&mut self, with: Likely, goes_on: bool) {
        if let (words, open @ true) = &mut self.begins {
            *words = words.or(with);
            *open = goes_on;
        }
    }

    fn part(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        self.parts += 1;
    }
}

/// The length of a stretch, in four bytes.
fn size(stretch: &[u8]) -> [u8; 4] {
    u32::try_from(stretch.len())
        .unwrap_or(u32::MAX)
        .to_le_bytes()
}

/// Expressions one after the other, each after its length.
fn rows(expressions: &[&Expression]) -> Vec<u8> {
    let mut rows = Vec::new();
    for Expression { bytes, .. } in expressions {
        let len = u16::try_from(bytes.len()).unwrap_or(u16::MAX);
        rows.extend_from_slice(&len.to_le_bytes());
        rows.extend_from_slice(bytes);
    }
    rows
}

/// An expression as it is written in a row.
#[derive(Debug)]
pub(super) struct Expression {
    /// The key, when it is one plain word.
    word: Option<Key>,
    /// With which words it may begin.
    begins: Likely,
    bytes: Vec<u8>,
}

/// Writes the pieces of an expression; nothing for none, or for more than a row can hold.
pub(super) fn expression(pieces: &[Piece<'_>]) -> Option<Expression> {
    let mut bytes = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Exact(key, letters) => {
                bytes.extend_from_slice(&[EXACT, u8::try_from(*letters).unwrap_or(u8::MAX)]);
                bytes.extend_from_slice(&key.0.to_le_bytes());
            }
            Piece::Begins(stem) => {
                bytes.extend_from_slice(&[BEGINS, u8::try_from(stem.len()).ok()?]);
                bytes.extend_from_slice(stem);
            }
            Piece::Ends(stem) => {
                bytes.extend_from_slice(&[ENDS, u8::try_from(stem.len()).ok()?]);
                bytes.extend_from_slice(stem);
            }
            Piece::Number => bytes.push(NUMBER),
            Piece::Capital => bytes.push(CAPITAL),
        }
    }
    (!bytes.is_empty() && u16::try_from(bytes.len()).is_ok()).then(|| Expression {
        word: match pieces {
            [Piece::Exact(key, _)] => Some(*key),
            _ => None,
        },
        begins: pieces.first().map_or(Likely::ALL, |first| first.likely()),
        bytes,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_come_back_as_they_were_written() {
        let key = Key::of(b"kliniek");
        let pieces = [Piece::Exact(key, 7), Piece::Begins(b"afdel"), Piece::Number];
        let mut row = Row::new();
        row.start();
        row.gap(3);
        let choices = [&pieces[..], &[Piece::Ends(b"heid"), Piece::Capital]];
        row.any_of(
            &choices.map(|one| expression(one).expect("it is short")),
            true,
        );
        row.clause();
        assert_eq!(row.parts(), 4);
        let row = row.done();
        let said: Vec<String> = Parts::of(&row)
            .map(|part| match part {
                Part::AnyOf(choices, optional) => {
                    let choices = choices.map(|pieces| format!("{:?}", pieces.collect::<Vec<_>>()));
                    format!("{optional} {}", choices.collect::<Vec<_>>().join(" "))
                }
                other @ (Part::Gap(_) | Part::Start | Part::Clause) => format!("{other:?}"),
            })
            .collect();
        let any = format!(
            "true {pieces:?} {:?}",
            [Piece::Ends(b"heid"), Piece::Capital]
        );
        assert_eq!(said, ["Start", "Gap(3)", &any, "Clause"]);
        assert!(expression(&[]).is_none());
        assert!(expression(&[Piece::Ends(&[b'a'; 256])]).is_none());
    }

    #[test]
    fn neither_keys_nor_beginnings_miss_a_word_that_is_there() {
        let plain = ["ik", "wij", "kliniek", "klinisch"];
        let stems = ["afdel", "eend", "opn", "zie"];
        let strange = ["boom", "roos", "vis", "maan", "ster", "x", "qqq"];
        let words = plain.map(|word| Piece::Exact(Key::of(word.as_bytes()), word.len()));
        let stemmed = stems.map(|stem| Piece::Begins(stem.as_bytes()));
        let row = |more: &[Piece<'_>]| {
            let pieces = words.iter().chain(&stemmed).chain(more);
            let all = pieces.map(|piece| expression(&[*piece]).expect("it is short"));
            let mut row = Row::new();
            row.any_of(&all.collect::<Vec<_>>(), false);
            row.done()
        };
        let likely = |word: &&str| Likely::word(Key::of(word.as_bytes()), word.as_bytes());
        let of = |row: &[u8], ask: &dyn Fn(Choices<'_>)| match Parts::of(row).next() {
            Some(Part::AnyOf(choices, false)) => ask(choices),
            other => panic!("{other:?}"),
        };
        of(&row(&[]), &|choices| {
            assert_eq!((choices.clone().count(), choices.others().count()), (8, 4));
            let has = |word: &&str| choices.has(Key::of(word.as_bytes()));
            assert!(plain.iter().all(has) && !has(&"afdel"));
            assert!(stems.iter().all(|stem| choices.may_begin(likely(stem))));
            assert!(strange.iter().all(|word| !choices.may_begin(likely(word))));
        });
        of(&row(&[Piece::Ends(b"heid")]), &|choices| {
            assert!(strange.iter().all(|word| choices.may_begin(likely(word))));
        });
    }
}
