//! Plain text, at most 72 columns, one sentence a line where it fits.

use crate::core::text::{width, wrap};
use crate::paper::document::{Block, Plain};

/// Columns of a line; fits a mail and a narrow screen.
const COLUMNS: usize = 72;
/// The longest line to sign on.
const SIGNATURE: usize = 40;

pub(super) fn write(document: &Plain<'_>) -> Vec<u8> {
    let mut lines: Vec<String> = Vec::new();
    if let Some(mark) = document.mark {
        lines.push(mark.to_owned());
        lines.push(String::new());
    }
    lines.extend(underlined(document.title, '='));
    let mut before: Option<&Block> = None;
    for block in document.blocks {
        let tight = matches!(
            (before, block),
            (Some(Block::Heading(_)), _) | (Some(Block::Pair(..)), Block::Pair(..))
        );
        if !tight {
            lines.push(String::new());
        }
        before = Some(block);
        match block {
            Block::Heading(title) => lines.extend(underlined(title, '-')),
            Block::Paragraph(text) => lines.extend(wrap(text, COLUMNS)),
            Block::List(items) => items
                .iter()
                .for_each(|item| lines.extend(hanging("- ", item))),
            Block::Table { head, rows } => table(head, rows, &mut lines),
            Block::Pair(label, said) => pair(label, said, &mut lines),
            Block::Signature(label) => lines.push(format!("{label}: {}", "_".repeat(SIGNATURE))),
        }
    }
    let mut text = lines.join("\n");
    text.push('\n');
    text.into_bytes()
}

fn underlined(title: &str, with: char) -> Vec<String> {
    let lines = wrap(title, COLUMNS);
    let longest = lines
        .iter()
        .map(|line| width(line))
        .max()
        .unwrap_or_default();
    let mut lines = lines;
    lines.push(with.to_string().repeat(longest));
    lines
}

/// Wraps a text behind a mark, the following lines below its first word.
fn hanging(mark: &str, text: &str) -> Vec<String> {
    let indent = if width(mark) > 24 { 2 } else { width(mark) };
    let mut lines = wrap(text, COLUMNS.saturating_sub(width(mark).min(COLUMNS / 2)));
    for (number, line) in lines.iter_mut().enumerate() {
        *line = if number == 0 {
            format!("{mark}{line}")
        } else {
            format!("{}{line}", " ".repeat(indent))
        };
    }
    lines
}

/// One answer stands behind its name, several below it.
fn pair(label: &str, said: &[String], lines: &mut Vec<String>) {
    if let [one] = said {
        lines.extend(hanging(&format!("{label}: "), one));
        return;
    }
    lines.push(format!("{label}:"));
    for one in said {
        lines.extend(hanging("- ", one));
    }
}

/// A table of sentences does not fit columns of 18 characters: each row is a short list under the names of its parts.
fn table(head: &[String], rows: &[Vec<String>], lines: &mut Vec<String>) {
    let widest = head
        .iter()
        .map(|name| width(name))
        .max()
        .unwrap_or_default();
    for (number, row) in rows.iter().enumerate() {
        if number > 0 {
            lines.push(String::new());
        }
        let mut first = true;
        for (name, cell) in head.iter().zip(row).filter(|(_, cell)| !cell.is_empty()) {
            let bullet = if std::mem::take(&mut first) {
                "- "
            } else {
                "  "
            };
            let gap = " ".repeat(widest - width(name));
            lines.extend(hanging(&format!("{bullet}{name}:{gap} "), cell));
        }
    }
}
