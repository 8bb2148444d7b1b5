//! Markdown (`CommonMark`, with tables). Whatever a person typed reads as they typed it.

use crate::paper::document::{Block, Plain};

/// The characters that mean something to Markdown anywhere in a line.
const MARKS: [char; 14] = [
    '\\', '`', '*', '_', '{', '}', '[', ']', '<', '>', '#', '|', '~', '&',
];

pub(super) fn write(document: &Plain<'_>) -> Vec<u8> {
    let mut parts: Vec<String> = Vec::new();
    if let Some(mark) = document.mark {
        parts.push(format!("*{}*", escape(mark)));
    }
    parts.push(format!("# {}", escape(document.title)));
    let mut pairs: Vec<String> = Vec::new();
    for block in document.blocks {
        if !matches!(block, Block::Pair(..)) && !pairs.is_empty() {
            parts.push(std::mem::take(&mut pairs).join("\n"));
        }
        match block {
            Block::Heading(title) => parts.push(format!("## {}", escape(title))),
            Block::Paragraph(text) => parts.push(escape(text)),
            Block::List(items) => parts.push(
                items
                    .iter()
                    .map(|item| format!("- {}", escape(item)))
                    .collect::<Vec<_>>()
                    .join("\n"),
            ),
            Block::Table { head, rows } => {
                let row = |cells: &[String]| {
                    format!(
                        "| {} |",
                        cells
                            .iter()
                            .map(|cell| escape(cell))
                            .collect::<Vec<_>>()
                            .join(" | ")
                    )
                };
                let mut lines = vec![row(head), format!("|{}", " --- |".repeat(head.len()))];
                lines.extend(rows.iter().map(|cells| row(cells)));
                parts.push(lines.join("\n"));
            }
            Block::Pair(label, said) => {
                let said: Vec<String> = said.iter().map(|one| escape(one)).collect();
                if let [one] = said.as_slice() {
                    pairs.push(format!("- **{}:** {one}", escape(label)));
                } else {
                    pairs.push(format!("- **{}:**", escape(label)));
                    pairs.extend(said.iter().map(|one| format!("  - {one}")));
                }
            }
            Block::Signature(label) => {
                parts.push(format!("{}: {}", escape(label), "\\_".repeat(30)));
            }
        }
    }
    if !pairs.is_empty() {
        parts.push(pairs.join("\n"));
    }
    let mut text = parts.join("\n\n");
    text.push('\n');
    text.into_bytes()
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
