//! Plain text, at most 72 columns, one sentence a line where it fits.

use crate::core::text::{width, wrap};
use crate::paper::document::{Block, Depth, Pair, Plain, Table, WeightColumn};

/// Columns of a line; fits a mail and a narrow screen.
const COLUMNS: usize = 72;
/// The longest line to sign on.
const SIGNATURE: usize = 40;

pub(super) fn write(document: &Plain<'_>) -> Vec<u8> {
    let mut lines: Vec<String> = Vec::new();
    if let Some(mark) = &document.meta.mark {
        lines.push(mark.clone());
        lines.push(String::new());
    }
    lines.extend(underlined(&document.meta.title, '='));
    let mut under_heading = false;
    for block in document.blocks {
        if !under_heading {
            lines.push(String::new());
        }
        under_heading = matches!(block, Block::Heading(..));
        match block {
            Block::Heading(Depth::One, title) => lines.extend(underlined(title, '-')),
            Block::Heading(Depth::Two, title) => lines.extend(wrap(title, COLUMNS)),
            Block::Paragraph(text) => lines.extend(wrap(text, COLUMNS)),
            Block::List(items) => items
                .iter()
                .for_each(|item| lines.extend(hanging("- ", item))),
            Block::Table(rows) => table(rows, &mut lines),
            Block::Pairs(pairs) => pairs.iter().for_each(|one| pair(one, &mut lines)),
            Block::Weights(columns) => weights(columns, &mut lines),
            Block::Signatures(labels) => signatures(labels, &mut lines),
        }
    }
    if !document.meta.footer.is_empty() {
        lines.push(String::new());
        lines.push("-".repeat(SIGNATURE / 2));
    }
    for part in &document.meta.footer {
        lines.extend(wrap(part, COLUMNS));
    }
    let mut text = lines.join("\n");
    text.push('\n');
    text.into_bytes()
}

fn underlined(title: &str, with: char) -> Vec<String> {
    let mut lines = wrap(title, COLUMNS);
    let longest = lines.iter().map(|line| width(line)).max();
    lines.push(with.to_string().repeat(longest.unwrap_or_default()));
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
fn pair(pair: &Pair, lines: &mut Vec<String>) {
    let label = &pair.label;
    if let [one] = pair.said.as_slice() {
        lines.extend(hanging(&format!("{label}: "), one));
        return;
    }
    lines.push(format!("{label}:"));
    for one in &pair.said {
        lines.extend(hanging("- ", one));
    }
}

/// A table of sentences does not fit columns of 18 characters: each row is a short list under the names of its parts.
fn table(table: &Table, lines: &mut Vec<String>) {
    let widths = table.head.iter().map(|name| width(name));
    let widest = widths.max().unwrap_or_default();
    for (number, row) in table.rows.iter().enumerate() {
        if number > 0 {
            lines.push(String::new());
        }
        let mut bullet = "- ";
        for (column, (name, cell)) in table.head.iter().zip(row).enumerate() {
            if cell.is_empty() {
                continue;
            }
            if column == 0 && table.row_headings {
                lines.extend(hanging(bullet, cell));
            } else {
                let gap = " ".repeat(widest - width(name));
                lines.extend(hanging(&format!("{bullet}{name}:{gap} "), cell));
            }
            bullet = "  ";
        }
    }
}

/// The picture in words: each consideration says how much it weighs.
fn weights(columns: &[WeightColumn], lines: &mut Vec<String>) {
    for (number, column) in columns.iter().enumerate() {
        if number > 0 {
            lines.push(String::new());
        }
        lines.extend(wrap(&column.label, COLUMNS));
        for side in &column.sides {
            lines.push(format!("  {}:", side.label));
            if side.items.is_empty() {
                lines.extend(hanging("  - ", &side.nothing));
            }
            for item in &side.items {
                let text = format!("{} ({})", item.text, item.said);
                lines.extend(hanging("  - ", &text));
            }
        }
    }
}

/// Room to write by hand; all lines begin in one column.
fn signatures(labels: &[String], lines: &mut Vec<String>) {
    let widths = labels.iter().map(|label| width(label));
    let widest = widths.max().unwrap_or_default().min(COLUMNS / 2);
    for (number, label) in labels.iter().enumerate() {
        if number > 0 {
            lines.push(String::new());
        }
        let gap = " ".repeat(widest.saturating_sub(width(label)));
        let line = "_".repeat(SIGNATURE.min(COLUMNS - widest - 2));
        lines.extend(hanging(&format!("{label}: {gap}"), &line));
    }
}
