//! From a pattern as a reviewer writes it to the row that is looked for.

use crate::privacy::key::Key;
use crate::privacy::normalize::words;
use crate::privacy::pattern::row::{Expression, Part, Piece, Row, expression};
use crate::privacy::pattern::{Fault, Pattern};

/// What one word must be, with the text of its own.
#[derive(Debug)]
enum Word {
    Exact(String),
    Begins(String),
    Ends(String),
    Number,
    Capital,
}

impl Word {
    fn read(text: &str) -> Vec<Self> {
        if text == "#" {
            return vec![Self::Number];
        }
        if text == "^" {
            return vec![Self::Capital];
        }
        if let Some(stem) = text.strip_suffix('*') {
            let mut stems = words(stem);
            let last = stems.pop();
            let mut all: Vec<Self> = stems.into_iter().map(Self::Exact).collect();
            all.extend(last.map(Self::Begins));
            return all;
        }
        if let Some(stem) = text.strip_prefix('*') {
            return words(stem).into_iter().take(1).map(Self::Ends).collect();
        }
        words(text).into_iter().map(Self::Exact).collect()
    }

    fn piece(&self) -> Piece<'_> {
        match self {
            Self::Exact(word) => Piece::Exact(Key::of(word.as_bytes()), word.len()),
            Self::Begins(stem) => Piece::Begins(stem.as_bytes()),
            Self::Ends(stem) => Piece::Ends(stem.as_bytes()),
            Self::Number => Piece::Number,
            Self::Capital => Piece::Capital,
        }
    }
}

impl Pattern {
    /// Reads a pattern; `group` gives the words of a group, in the same signs.
    pub(in crate::privacy) fn read<'a>(
        text: &str,
        group: &dyn Fn(&str) -> Option<&'a [String]>,
    ) -> Result<Self, Fault> {
        let mut row = Row::new();
        let mut words = Vec::new();
        let mut mark = None;
        let mut end = None;
        for item in text.split_whitespace() {
            match item {
                "<" => mark = Some(row.parts()),
                ">" => end = Some(row.parts()),
                _ => part(item, group, &mut row, &mut words)?,
            }
        }
        let mark = (mark.unwrap_or(0), end.unwrap_or(row.parts()));
        let pattern = Self {
            begins: row.begins(),
            parts: row.done().into(),
            mark,
            words: words.into(),
        };
        let is_firm = |part: Part<'_>| matches!(part, Part::AnyOf(_, false));
        let parts = || pattern.sought().parts();
        if !parts().any(is_firm) || pattern.mark.0 >= pattern.mark.1 {
            return Err(Fault::Empty);
        }
        let is_open = |piece: Piece<'_>| matches!(piece, Piece::Capital | Piece::Ends(_));
        let begins_open = match parts().next() {
            Some(Part::AnyOf(mut choices, _)) => {
                choices.all(|mut choice| choice.next().is_some_and(is_open))
            }
            Some(Part::Gap(_) | Part::Start | Part::Clause) | None => false,
        };
        let sought = pattern.sought();
        if sought.starts().is_none() && (!begins_open || sought.signs().is_empty()) {
            return Err(Fault::OpenStart);
        }
        Ok(pattern)
    }
}

fn part<'a>(
    item: &str,
    group: &dyn Fn(&str) -> Option<&'a [String]>,
    row: &mut Row,
    literal: &mut Vec<Box<str>>,
) -> Result<(), Fault> {
    if item == "." {
        row.start();
        return Ok(());
    }
    if item == "," {
        row.clause();
        return Ok(());
    }
    let optional = item.len() > 1 && item.ends_with('?');
    let item = item.strip_suffix('?').filter(|_| optional).unwrap_or(item);
    if let Some(most) = item
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
    {
        row.gap(most.parse().map_err(|_| Fault::Empty)?);
        return Ok(());
    }
    let mut choices: Vec<Expression> = Vec::new();
    let mut choice = |words: Vec<Word>| {
        let pieces: Vec<Piece<'_>> = words.iter().map(Word::piece).collect();
        let Some(written) = expression(&pieces) else {
            return;
        };
        choices.push(written);
        literal.extend(words.into_iter().filter_map(|word| match word {
            Word::Exact(word) => Some(word.into()),
            Word::Begins(_) | Word::Ends(_) | Word::Number | Word::Capital => None,
        }));
    };
    for one in item.split('|') {
        if let Some(name) = one.strip_prefix('@') {
            let members = group(name).ok_or_else(|| Fault::UnknownGroup(name.to_owned()))?;
            for member in members {
                choice(member.split_whitespace().flat_map(Word::read).collect());
            }
        } else {
            choice(Word::read(one));
        }
    }
    if choices.is_empty() {
        return Err(Fault::Empty);
    }
    row.any_of(&choices, optional);
    Ok(())
}
