//! Slips of the pen in YAML: what an author probably did, where the reader only knows that something is wrong.

use crate::core::source::{Code, Place};

/// A slip and the place where it was made.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Slip {
    pub(super) code: Code,
    pub(super) place: Place,
}

/// Finds the slip behind a mistake that the reader saw at a place: a tab, or a text that needs quotes. The reader may stop on
/// the line before it or after it.
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
    let line = |number: usize| {
        let line = number.checked_sub(1).and_then(|at| text.lines().nth(at));
        line.map(|line| (number, line))
    };
    let (here, after, before) = (line(seen), line(seen + 1), line(seen.saturating_sub(1)));
    for (number, line) in [here, after, before].iter().flatten() {
        if let Some(column) = tab(line) {
            return at(Code::Tab, *number, column);
        }
    }
    for (number, line) in [here, before].iter().flatten() {
        if let Some(column) = unquoted(line) {
            return at(Code::NeedsQuotes, *number, column);
        }
    }
    Slip {
        code: Code::Syntax,
        place: place.clone(),
    }
}

/// The most lines between an open quote and the line where the reader gives up.
const FAR: usize = 20;

/// Finds the quote that was not closed: the last line before the place where a text begins with a quote that has no partner.
pub(super) fn open_quote(text: &str, place: &Place) -> Place {
    let seen = usize::try_from(place.line).unwrap_or(1);
    let lines: Vec<&str> = text.lines().take(seen).collect();
    let found = lines
        .iter()
        .enumerate()
        .rev()
        .take(FAR)
        .find_map(|(number, line)| alone(line).map(|column| (number + 1, column)));
    found.map_or_else(
        || place.clone(),
        |(line, column)| Place {
            file: place.file.clone(),
            line: u32::try_from(line).unwrap_or(place.line),
            column: u32::try_from(column).unwrap_or(1),
        },
    )
}

/// The column of a double quote without a partner on its line, when the text of a setting begins with it.
fn alone(line: &str) -> Option<usize> {
    let begins = line.contains(": \"") || line.trim_start().starts_with("- \"");
    let quotes = line.matches('"').count() - line.matches("\\\"").count();
    if !begins || quotes.is_multiple_of(2) {
        return None;
    }
    line.chars().position(|c| c == '"').map(|place| place + 1)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn at(line: u32, column: u32) -> Place {
        Place {
            file: "a.yml".into(),
            line,
            column,
        }
    }

    #[test]
    fn the_slip_behind_a_mistake_is_found_near_the_place() {
        for (text, seen, code, place) in [
            ("a:\n\tb: c\n", at(2, 2), Code::Tab, at(2, 1)),
            ("a:\n  - b: 1\n\tc: d\n", at(2, 8), Code::Tab, at(3, 1)),
            ("a: b: c\n", at(1, 5), Code::NeedsQuotes, at(1, 4)),
            ("- a: b: c\n", at(1, 7), Code::NeedsQuotes, at(1, 6)),
            ("a: , b\n", at(1, 4), Code::NeedsQuotes, at(1, 4)),
            ("a: x: y\nb: c\n", at(2, 1), Code::NeedsQuotes, at(1, 4)),
            ("a: b\n  c: d\n", at(2, 4), Code::Syntax, at(2, 4)),
            ("a: {b: c\nd: e\n", at(2, 2), Code::Syntax, at(2, 2)),
            ("", at(1, 1), Code::Syntax, at(1, 1)),
        ] {
            assert_eq!(slip(text, &seen), Slip { code, place }, "{text:?}");
        }
    }

    #[test]
    fn the_quote_without_a_partner_is_found() {
        for (text, seen, place) in [
            ("a: \"b\nc: d\ne: f\n", at(2, 1), at(1, 4)),
            ("a: \"b\"\nc: \"d\" e\n", at(2, 8), at(2, 8)),
            ("- \"a\nb\n", at(2, 1), at(1, 3)),
            ("", at(1, 1), at(1, 1)),
        ] {
            assert_eq!(open_quote(text, &seen), place, "{text:?}");
        }
    }
}
