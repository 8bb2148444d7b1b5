//! Mistakes as text for authors: where, which, the line itself with a mark under the place, and what to write instead.
//!
//! Every sentence comes from the catalogue; here stand only signs. What comes from a file is cleaned, so that it cannot steer
//! a terminal.

use crate::core::source::{Diagnostic, Diagnostics, Place};
use crate::core::text::{clean, cut, graphemes, one_line, width};
use crate::core::words::{Words, fill};

/// The most columns of a line that are shown.
const COLUMNS: usize = 96;

/// Writes all mistakes, in the order of the files, and how many there are. `text_of` gives the text of a file.
pub fn report<'a>(
    found: &Diagnostics,
    text_of: &dyn Fn(&str) -> Option<&'a str>,
    words: &Words,
) -> String {
    let list = found.sorted();
    if list.is_empty() {
        return format!("{}\n", words.diagnosis.none);
    }
    let mut report = String::new();
    for diagnostic in &list {
        report.push_str(&one(diagnostic, text_of, words));
        report.push('\n');
    }
    let count = list.len().to_string();
    report.push_str(&fill(&words.diagnosis.count, &[("count", &count)]));
    report.push('\n');
    report
}

/// Writes one mistake.
pub fn one<'a>(
    diagnostic: &Diagnostic,
    text_of: &dyn Fn(&str) -> Option<&'a str>,
    words: &Words,
) -> String {
    let place = &diagnostic.place;
    let (says, fix) = words.diagnosis.say(diagnostic);
    let shown = text_of(&place.file)
        .and_then(|text| line_at(text, place))
        .map(|line| marked(line, place))
        .unwrap_or_default();
    format!(
        "{place} {}\n  {}\n{shown}  {}\n",
        diagnostic.code.id(),
        one_line(&says),
        one_line(&fix)
    )
}

/// The line with its number, and a mark under the place.
fn marked(line: &str, place: &Place) -> String {
    let number = place.line.to_string();
    let margin = " ".repeat(number.len());
    let (shown, before) = window(line, place);
    let mark = " ".repeat(before);
    format!("  {number} | {shown}\n  {margin} | {mark}^\n")
}

fn line_at<'a>(text: &'a str, place: &Place) -> Option<&'a str> {
    let number = usize::try_from(place.line).ok()?.checked_sub(1)?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let line = text.split('\n').nth(number)?;
    let line = line.strip_suffix('\r').unwrap_or(line);
    (!line.trim().is_empty()).then_some(line)
}

/// The part of a line around the place, and how many columns stand before the place.
fn window(line: &str, place: &Place) -> (String, usize) {
    let column = usize::try_from(place.column).unwrap_or(1).max(1) - 1;
    let start: String = line.chars().take(column).collect();
    let rest: String = line.chars().skip(column).take(COLUMNS).collect();
    let (start, rest) = (clean(&start), clean(&rest));
    let before = width(&start);
    if before <= COLUMNS / 2 {
        return (cut(&format!("{start}{rest}"), COLUMNS), before);
    }
    // Far to the right: the end of what stands before the place is enough.
    let mut near: Vec<&str> = Vec::new();
    let mut columns = 0;
    for grapheme in graphemes(&start).rev() {
        if columns + width(grapheme) > COLUMNS / 3 {
            break;
        }
        columns += width(grapheme);
        near.push(grapheme);
    }
    near.reverse();
    let shown = format!("…{}{rest}", near.concat());
    (cut(&shown, COLUMNS), columns + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn under(line: &str, column: u32) -> String {
        let place = Place {
            file: "a.yml".into(),
            line: 1,
            column,
        };
        let (shown, before) = window(line, &place);
        format!("{shown}\n{}^", " ".repeat(before))
    }

    #[test]
    fn the_mark_stands_under_the_place_whatever_stands_before_it() {
        for (line, column, expected) in [
            ("kind: oneof", 7, "kind: oneof\n      ^"),
            ("\tkind: x", 2, " kind: x\n ^"),
            ("日本: x", 5, "日本: x\n      ^"),
            ("e\u{301}: x", 5, "é: x\n   ^"),
            ("a\u{1b}[2Jb", 6, "a[2Jb\n    ^"),
            ("", 1, "\n^"),
            ("ab", 9, "ab\n  ^"),
        ] {
            assert_eq!(under(line, column), expected, "{line:?}");
        }
    }

    #[test]
    fn a_long_line_is_shown_around_the_place() {
        let line = format!("{}here{}", "x".repeat(500), "y".repeat(500));
        let shown = under(&line, 501);
        let mut lines = shown.lines();
        let text = lines.next().unwrap_or_default();
        let mark = lines.next().unwrap_or_default();
        assert!(width(text) <= COLUMNS, "{text}");
        let at = width(mark) - 1;
        assert_eq!(text.chars().nth(at), Some('h'), "{shown}");
    }
}
