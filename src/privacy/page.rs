//! A stretch of text as the check sees it: words in one plain spelling, each with its place in the text as it was written.
//!
//! A page holds whole sentences. Its letters stand in one row, so that neighbors are joined by taking a longer piece. What is
//! known of each different word is kept beside it and used again. Knows no health word.

use std::ops::Range;

use crate::privacy::key::{Key, Table};
use crate::privacy::likely::Likely;

/// A word or number of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    /// The key of its folded spelling.
    pub key: Key,
    /// Where its folded letters stand on the page.
    pub start: usize,
    /// How many folded letters it has, in bytes.
    pub len: usize,
    /// The key of its sound, and how many letters that has; none for a word that cannot be a slip.
    pub sound: (Key, u8),
    /// Where it begins in the text, in bytes.
    pub from: usize,
    /// Where it ends in the text, in bytes.
    pub to: usize,
    /// The groups of words around health words of which it may be the sign; a bit for each.
    pub groups: u128,
    /// The number of its word on the page.
    pub word: u32,
    /// The sentence it is in.
    pub sentence: u32,
    /// The line within the text; what surrounds a word counts within one line.
    pub line: u32,
    /// The clause it is in; clauses end at commas, sentences and lines.
    pub clause: u32,
    /// How many letters stand before an apostrophe (`adhd` of `ADHD'er`); none when 0.
    pub head: u8,
    /// What its word is good for.
    pub marks: Marks,
    /// What its word may be; anything as long as nothing is known of it.
    pub likely: Likely,
    /// How it is capitalized.
    pub case: Case,
    /// What stands between this token and the one before.
    pub gap: Gap,
}

/// How a token is capitalized.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// No capital.
    Lower,
    /// A capital first.
    Capital,
    /// An abbreviation in capitals, perhaps with a short ending (`SSRIs`).
    Upper,
}

/// What stands between two tokens, from near to far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// A dot without space, as in an abbreviation.
    Dot,
    /// A hyphen or bracket without space.
    Hyphen,
    /// Spaces, perhaps after a hyphen (`angst- en paniek`).
    Space,
    /// The end of a line inside a paragraph.
    Line,
    /// Another mark.
    Mark,
    /// A comma or the like: a clause ends.
    Clause,
    /// The end of a sentence or paragraph.
    Sentence,
}

impl Gap {
    /// Says whether the words on both sides may be one term.
    pub(super) fn joins(self) -> bool {
        self <= Self::Line
    }
}

/// Another spelling under which a word may be found.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spelling {
    /// Its key.
    pub key: Key,
    /// It may as well be a name; it counts only right after own-words.
    pub unsure: bool,
    /// Where its letters stand in the spare letters.
    start: usize,
    /// How many letters it has, in bytes.
    pub len: usize,
}

/// What a word is good for: a flag for each. Most words are good for nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Marks(u16);

impl Marks {
    /// It is a listed word in itself.
    pub(super) const LISTED: Self = Self(1);
    /// A listed word may begin with it.
    pub(super) const BEGINS: Self = Self(1 << 1);
    /// It holds a listed word inside.
    pub(super) const INSIDE: Self = Self(1 << 2);
    /// It may be the sign of a phrase.
    pub(super) const PHRASE: Self = Self(1 << 3);
    /// It may be the sign of an exception.
    pub(super) const EXCEPTION: Self = Self(1 << 4);
    /// It may begin an expression that is asked for by its beginning.
    pub(super) const STARTS: Self = Self(1 << 5);
    /// It belongs to a number, date or name that is checked.
    pub(super) const PROOF: Self = Self(1 << 6);
    /// It is made of digits alone.
    pub(super) const NUMBER: Self = Self(1 << 7);
    /// It has a digit.
    pub(super) const DIGIT: Self = Self(1 << 8);
    /// It may also be found under another spelling.
    pub(super) const OTHERS: Self = Self(1 << 9);
    /// It ends as a word for work or study.
    pub(super) const FIELD: Self = Self(1 << 10);
    /// It ends as a word for a trade.
    pub(super) const TRADE: Self = Self(1 << 11);
    /// A clause turns to something else here.
    pub(super) const TURN: Self = Self(1 << 12);

    /// Adds a mark where it holds.
    pub(super) fn set(&mut self, mark: Self, holds: bool) {
        if holds {
            self.0 |= mark.0;
        }
    }

    /// Says whether it has one of some marks.
    pub(super) fn has(self, marks: Self) -> bool {
        self.0 & marks.0 != 0
    }

    /// Returns both.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// A stretch of a list of the page.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Stretch {
    start: u32,
    len: u32,
}

impl Stretch {
    fn of(start: usize, end: usize) -> Self {
        Self {
            start: u32::try_from(start).unwrap_or(u32::MAX),
            len: u32::try_from(end - start).unwrap_or_default(),
        }
    }

    fn from<T>(self, list: &[T]) -> &[T] {
        let whole = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        let start = whole(self.start);
        list.get(start..start.saturating_add(whole(self.len)))
            .unwrap_or_default()
    }

    /// Says whether nothing is in it.
    pub(super) fn is_empty(self) -> bool {
        self.len == 0
    }
}

/// What is known of one word, wherever it stands.
#[derive(Debug, Clone, Default)]
pub(super) struct Word {
    /// What it is good for.
    pub marks: Marks,
    /// The groups of words around health words of which it may be the sign; a bit for each.
    pub groups: u128,
    /// Those of them of which it is by itself an expression.
    pub wholes: u128,
    /// The groups of which it may begin an expression, of those that are asked for by their beginning.
    pub begun: u128,
    /// The key of its sound, and how many letters that has; none for a word that cannot be a slip.
    pub sound: (Key, u8),
    /// What it may be, in any of its spellings.
    pub likely: Likely,
    /// What stands before its apostrophe, and the spellings that were probably meant.
    pub others: Stretch,
    /// The expressions of which it may be the sign.
    pub signs: Stretch,
    /// The expressions that it may begin, of the groups that are asked for by their beginning.
    pub starts: Stretch,
    /// The phrases of which it may be the sign.
    pub phrases: Stretch,
    /// The exceptions of which it may be the sign.
    pub exceptions: Stretch,
    /// The words it may begin that belong to a number, date or name.
    pub proofs: Stretch,
    /// The entries whose words it holds inside.
    pub inside: Stretch,
}

/// A stretch of text.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// The tokens, in order.
    pub tokens: Vec<Token>,
    /// The folded letters of all tokens, without anything between.
    pub letters: Vec<u8>,
    /// The tokens with a digit.
    pub figures: Vec<usize>,
    /// The tokens that belong to a number, date or name that is checked.
    pub proofs: Vec<usize>,
    words: Vec<Word>,
    known: Table<u32>,
    others: Vec<Spelling>,
    spare: Vec<u8>,
    /// Numbers that the words refer to.
    lists: Vec<u32>,
}

impl Page {
    /// Makes an empty page for a text of so many bytes.
    pub(super) fn with_room(bytes: usize) -> Self {
        Self {
            known: Table::with_room((bytes / 12).min(1 << 13)),
            ..Self::default()
        }
    }

    /// Takes the tokens away; what is known of the words stays.
    pub(super) fn turn(&mut self) {
        self.tokens.clear();
        self.letters.clear();
        self.figures.clear();
        self.proofs.clear();
    }

    /// Returns what is known of the word of a token.
    pub(super) fn word(&self, at: usize) -> Option<&Word> {
        let token = self.tokens.get(at)?;
        self.words
            .get(usize::try_from(token.word).unwrap_or(usize::MAX))
    }

    /// Returns the folded letters of one token.
    pub(super) fn of(&self, token: &Token) -> &[u8] {
        self.letters
            .get(token.start..token.start + token.len)
            .unwrap_or_default()
    }

    /// Returns the folded letters of tokens, joined.
    pub(super) fn letters(&self, range: &Range<usize>) -> &[u8] {
        let first = self.tokens.get(range.start);
        let last = range
            .end
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last));
        match (first, last) {
            (Some(first), Some(last)) => self
                .letters
                .get(first.start..last.start + last.len)
                .unwrap_or_default(),
            _ => &[],
        }
    }

    /// Returns the keys and lengths under which a token may be found, the written one first, and whether that is unsure.
    pub(super) fn spellings(&self, at: usize) -> impl Iterator<Item = (Key, usize, bool)> {
        let token = self.tokens.get(at);
        let written = token.map(|token| (token.key, token.len, false));
        let others = self.others(at).iter();
        let others = others.map(|other| (other.key, other.len, other.unsure));
        written.into_iter().chain(others)
    }

    /// Says whether a token may be found under a key.
    pub(super) fn is(&self, at: usize, key: Key) -> bool {
        self.is_any(at, |one| one == key)
    }

    /// Says whether a token may be found under a key that is one of some.
    pub(super) fn is_any(&self, at: usize, one_of: impl Fn(Key) -> bool) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            one_of(token.key)
                || token.marks.has(Marks::OTHERS)
                    && self.others(at).iter().any(|other| one_of(other.key))
        })
    }

    /// Says whether the letters of a spelling under which a token may be found are such.
    pub(super) fn is_like(&self, at: usize, such: impl Fn(&[u8]) -> bool) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            such(self.of(token))
                || token.marks.has(Marks::OTHERS)
                    && self.others(at).iter().any(|other| such(self.text(*other)))
        })
    }

    /// Returns the other spellings of a token.
    pub(super) fn others(&self, at: usize) -> &[Spelling] {
        self.word(at)
            .map(|word| word.others.from(&self.others))
            .unwrap_or_default()
    }

    /// Returns the letters of another spelling.
    fn text(&self, other: Spelling) -> &[u8] {
        self.spare
            .get(other.start..other.start + other.len)
            .unwrap_or_default()
    }

    /// Returns numbers that a word refers to.
    pub(super) fn list(&self, stretch: Stretch) -> &[u32] {
        stretch.from(&self.lists)
    }

    /// Says whether a token has one of some marks.
    pub(super) fn has(&self, at: usize, marks: Marks) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| token.marks.has(marks))
    }

    /// Gives a token its word, and notes what the word brings to the page.
    pub(super) fn give(&mut self, at: usize, number: u32) {
        let word = self
            .words
            .get(usize::try_from(number).unwrap_or(usize::MAX));
        if let (Some(token), Some(word)) = (self.tokens.get_mut(at), word) {
            token.word = number;
            token.marks = word.marks;
            token.groups = word.groups;
            token.sound = word.sound;
            token.likely = word.likely;
            if word.marks.has(Marks::DIGIT) {
                self.figures.push(at);
            }
            if word.marks.has(Marks::PROOF) {
                self.proofs.push(at);
            }
        }
    }

    /// Marks tokens of which a look at the words around them tells something.
    pub(super) fn mark(&mut self, tokens: &[usize], mark: Marks) {
        for at in tokens {
            if let Some(token) = self.tokens.get_mut(*at) {
                token.marks.set(mark, true);
            }
        }
    }

    /// Finds the number of a word that was met before, by a key of its own.
    pub(super) fn met(&self, key: Key) -> Option<u32> {
        self.known.get(key).next()
    }

    /// Remembers a word.
    pub(super) fn meet(&mut self, key: Key, word: Word) -> u32 {
        let number = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        self.words.push(word);
        self.known.add(key, number);
        number
    }

    /// Adds other spellings; returns where they are.
    pub(super) fn add_others<'a>(
        &mut self,
        texts: impl Iterator<Item = (&'a [u8], bool)>,
    ) -> Stretch {
        let first = self.others.len();
        for (text, unsure) in texts {
            self.others.push(Spelling {
                key: Key::of(text),
                unsure,
                start: self.spare.len(),
                len: text.len(),
            });
            self.spare.extend_from_slice(text);
        }
        Stretch::of(first, self.others.len())
    }

    /// Adds numbers; returns where they are.
    pub(super) fn add_list(&mut self, numbers: impl Iterator<Item = u32>) -> Stretch {
        let first = self.lists.len();
        self.lists.extend(numbers);
        Stretch::of(first, self.lists.len())
    }

    /// Says whether two tokens stand in one sentence.
    pub(super) fn same_sentence(&self, one: usize, other: usize) -> bool {
        match (self.tokens.get(one), self.tokens.get(other)) {
            (Some(one), Some(other)) => one.sentence == other.sentence,
            _ => false,
        }
    }

    /// Returns what stands before a token, when it is there.
    pub(super) fn gap(&self, at: usize) -> Option<Gap> {
        self.tokens.get(at).map(|token| token.gap)
    }

    /// Says whether a token is a number.
    pub(super) fn is_number(&self, at: usize) -> bool {
        self.has(at, Marks::NUMBER)
    }
}
