//! Markdown (`CommonMark`, with tables). Whatever a person typed reads as they typed it.

use crate::core::text;
use crate::paper::document::{Block, Depth, Pair, Plain, Table, Weighed, WeightColumn};

/// The characters that mean something to Markdown anywhere in a line.
const MARKS: [char; 14] = [
    '\\', '`', '*', '_', '{', '}', '[', ']', '<', '>', '#', '|', '~', '&',
];

pub(super) fn write(document: &Plain<'_>) -> Vec<u8> {
    let mut parts: Vec<String> = Vec::new();
    if let Some(mark) = &document.meta.mark {
        parts.push(format!("*{}*", escape(mark)));
    }
    parts.push(format!("# {}", one_line(&document.meta.title)));
    for block in document.blocks {
        match block {
            Block::Heading(Depth::One, title) => parts.push(format!("## {}", one_line(title))),
            Block::Heading(Depth::Two, title) => parts.push(format!("### {}", one_line(title))),
            Block::Paragraph(text) => parts.push(escape(text)),
            Block::List(items) => parts.push(list("", items)),
            Block::Table(rows) => parts.push(table(rows)),
            Block::Pairs(all) => parts.push(pairs(all)),
            Block::Weights(columns) => columns
                .iter()
                .for_each(|column| weights(column, &mut parts)),
            Block::Signatures(labels) => labels
                .iter()
                .for_each(|label| parts.push(format!("{}: {}", escape(label), "\\_".repeat(30)))),
        }
    }
    if !document.meta.footer.is_empty() {
        let footer: Vec<String> = document.meta.footer.iter().map(|one| escape(one)).collect();
        parts.push("---".to_owned());
        parts.push(footer.join("\\\n"));
    }
    let mut text = parts.join("\n\n");
    text.push('\n');
    text.into_bytes()
}

fn list(indent: &str, items: &[String]) -> String {
    let below = format!("\n{indent}  ");
    let item = |item: &String| format!("{indent}- {}", escape(item).replace('\n', &below));
    items.iter().map(item).collect::<Vec<_>>().join("\n")
}

fn table(table: &Table) -> String {
    let row = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| one_line(cell)).collect();
        format!("| {} |", cells.join(" | "))
    };
    let mut lines = vec![row(&table.head)];
    lines.push(format!("|{}", " --- |".repeat(table.head.len())));
    lines.extend(table.rows.iter().map(|cells| row(cells)));
    lines.join("\n")
}

fn pairs(pairs: &[Pair]) -> String {
    let mut lines: Vec<String> = Vec::new();
    for pair in pairs {
        let label = one_line(&pair.label);
        if let [one] = pair.said.as_slice() {
            let said = escape(one).replace('\n', "\n  ");
            lines.push(format!("- **{label}:** {said}"));
        } else {
            lines.push(format!("- **{label}:**"));
            lines.push(list("  ", &pair.said));
        }
    }
    lines.join("\n")
}

/// The picture in words: each consideration says how much it weighs.
fn weights(column: &WeightColumn, parts: &mut Vec<String>) {
    parts.push(format!("### {}", one_line(&column.label)));
    for side in &column.sides {
        parts.push(format!("{}:", escape(&side.label)));
        let said = |item: &Weighed| format!("{} ({})", item.text, item.said);
        let mut items: Vec<String> = side.items.iter().map(said).collect();
        if items.is_empty() {
            items.push(side.nothing.clone());
        }
        parts.push(list("", &items));
    }
}

/// Headings and cells have one line.
fn one_line(text: &str) -> String {
    escape(&text::one_line(text))
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for line in text.split('\n') {
        if !escaped.is_empty() {
            // A backslash at the end of a line is a line break.
            escaped.push_str("\\\n");
        }
        let trimmed = line.trim_start();
        // A list or heading mark means something only at the start of a line: `1.`, `1)`, `-`, `+`, `=`.
        let digits: usize = trimmed.chars().take_while(char::is_ascii_digit).count();
        let numbered = digits > 0 && matches!(trimmed.chars().nth(digits), Some('.' | ')'));
        let starts = matches!(trimmed.chars().next(), Some('-' | '+' | '='));
        for (number, c) in trimmed.chars().enumerate() {
            if MARKS.contains(&c) || (starts && number == 0) || (numbered && number == digits) {
                escaped.push('\\');
            }
            escaped.push(c);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn typed_marks_stay_what_they_are() {
        for (typed, expected) in [
            ("a *b* _c_", "a \\*b\\* \\_c\\_"),
            ("- x", "\\- x"),
            ("1. x", "1\\. x"),
            ("a\nb", "a\\\nb"),
            ("<b>", "\\<b\\>"),
            ("zo-zo", "zo-zo"),
        ] {
            assert_eq!(escape(typed), expected);
        }
    }
}
