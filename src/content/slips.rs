//! Slips of the pen in YAML: what an author probably did, where the reader only knows that something is wrong.

use crate::core::source::{Code, Place};

/// A slip and the place where it was made.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Slip {
    pub(super) code: Code,
    pub(super) place: Place,
}

/// Finds the slip behind a mistake that the reader saw at a place: a tab, or a text that needs quotes. The reader often stops
/// only on the line after it.
pub(super) fn slip(text: &str, place: &Place) -> Slip {
    let at = |code, line: usize, column: usize| Slip {
        code,
        place: Place {
            file: place.file.clone(),
            line: u32::try_from(line).unwrap_or(place.line),
            column: u32::try_from(column).unwrap_or(1),
        },
    };
    let seen = usize::try_from(place.line).unwrap_or(1);
    let near = text
        .lines()
        .enumerate()
        .map(|(number, line)| (number + 1, line))
        .skip(seen.saturating_sub(2))
        .take_while(|(number, _)| *number <= seen);
    let mut near: Vec<(usize, &str)> = near.collect();
    // The line itself first, then the one before it.
    near.reverse();
    for (number, line) in &near {
        if let Some(column) = tab(line) {
            return at(Code::Tab, *number, column);
        }
    }
    for (number, line) in &near {
        if let Some(column) = unquoted(line) {
            return at(Code::NeedsQuotes, *number, column);
        }
    }
    Slip {
        code: Code::Syntax,
        place: place.clone(),
    }
}

/// The column of a tab among the spaces before a line.
fn tab(line: &str) -> Option<usize> {
    line.chars()
        .take_while(|c| c.is_whitespace())
        .position(|c| c == '\t')
        .map(|place| place + 1)
}

/// The column of a text that needs quotes: one with a colon in it, or that begins with a sign of YAML.
fn unquoted(line: &str) -> Option<usize> {
    let mut text = line.trim_start();
    while let Some(rest) = text.strip_prefix("- ") {
        text = rest.trim_start();
    }
    if let Some((key, value)) = text.split_once(": ")
        && !key.contains(['"', '\'', '{', '['])
    {
        text = value.trim_start();
    }
    let column = line.chars().count() - text.chars().count() + 1;
    let begins = text.starts_with(['%', '@', '`', '!', '&', '*', ',', ']', '}'])
        || text.starts_with("? ")
        || text.starts_with("] ");
    let quoted = text.starts_with(['"', '\'', '|', '>', '{', '[', '#']);
    let colon = !quoted && (text.contains(": ") || text.trim_end().ends_with(':'));
    (begins || (colon && line.contains(": "))).then_some(column)
}
