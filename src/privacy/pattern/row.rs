//! The parts of a pattern in one row of bytes: written once, then read where they stand each time they are looked for.
//!
//! Knows the parts and how they follow each other, not what they mean in a text.

use crate::privacy::key::Key;

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

/// The parts of a pattern, in order.
#[derive(Debug, Clone)]
pub(super) struct Parts<'a>(&'a [u8]);

/// Several expressions, of which one stands there.
#[derive(Debug, Clone)]
pub(super) struct Choices<'a>(&'a [u8]);

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
            ANY_OF => Part::AnyOf(Choices(long(&mut self.0)?), false),
            PERHAPS => Part::AnyOf(Choices(long(&mut self.0)?), true),
            _ => return None,
        })
    }
}

impl<'a> Iterator for Choices<'a> {
    type Item = Pieces<'a>;

    fn next(&mut self) -> Option<Pieces<'a>> {
        let (len, behind) = self.0.split_first_chunk()?;
        self.0 = behind;
        let len = usize::from(u16::from_le_bytes(*len));
        Some(Pieces(taken(&mut self.0, len)?))
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
    let (len, behind) = rest.split_first_chunk()?;
    *rest = behind;
    taken(rest, usize::try_from(u32::from_le_bytes(*len)).ok()?)
}

fn taken<'a>(rest: &mut &'a [u8], len: usize) -> Option<&'a [u8]> {
    let (taken, behind) = rest.split_at_checked(len)?;
    *rest = behind;
    Some(taken)
}

/// A row that is being written, part by part.
#[derive(Debug, Default)]
pub(super) struct Row {
    bytes: Vec<u8>,
    parts: usize,
}

impl Row {
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
        self.part(&[GAP, most]);
    }

    /// Writes one of several expressions, each as [`expression`] made it.
    pub(super) fn any_of(&mut self, expressions: &[Vec<u8>], optional: bool) {
        let len: usize = expressions.iter().map(|one| one.len() + 2).sum();
        let len = u32::try_from(len).unwrap_or(u32::MAX);
        self.part(&[if optional { PERHAPS } else { ANY_OF }]);
        self.bytes.extend_from_slice(&len.to_le_bytes());
        for expression in expressions {
            let len = u16::try_from(expression.len()).unwrap_or(u16::MAX);
            self.bytes.extend_from_slice(&len.to_le_bytes());
            self.bytes.extend_from_slice(expression);
        }
    }

    fn part(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        self.parts += 1;
    }
}

/// Writes the pieces of an expression; nothing for none, or for more than a row can hold.
pub(super) fn expression(pieces: &[Piece<'_>]) -> Option<Vec<u8>> {
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
    (!bytes.is_empty() && u16::try_from(bytes.len()).is_ok()).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_come_back_as_they_were_written() {
        let key = Key::of(b"kliniek");
        let pieces = [Piece::Exact(key, 7), Piece::Begins(b"afdel"), Piece::Number];
        let mut row = Row::default();
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
}
