//! A page: lines of text with roles, as long as they need to be, and where the cursor stands.
//!
//! A screen or input fills a page for a given width and knows nothing of its height. [`Page::window`] says which lines
//! are seen, so that the cursor always is; nothing is ever cut in silence.

use std::ops::Range;

use crate::core::text::{width, wrap};
use crate::tui::marks::BESIDE;
use crate::tui::theme::Role;

/// Stands before the thing the cursor is on.
pub const HERE: &str = "> ";
/// Stands before all others; as wide as [`HERE`].
pub const ELSEWHERE: &str = "  ";

/// A line: pieces of text, each with its role.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageLine {
    /// The pieces, from left to right.
    pub pieces: Vec<(String, Role)>,
}

/// Lines, the cursor, and how far below it should be seen as well.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    lines: Vec<PageLine>,
    cursor: Option<(usize, usize)>,
    reach: usize,
    head: usize,
}

impl Page {
    /// Adds a line of several pieces.
    pub fn line(&mut self, pieces: impl IntoIterator<Item = (String, Role)>) {
        self.lines.push(PageLine {
            pieces: pieces.into_iter().collect(),
        });
    }

    /// Adds an empty line.
    pub fn gap(&mut self) {
        self.lines.push(PageLine::default());
    }

    /// Adds a text, wrapped to a number of columns.
    pub fn text(&mut self, text: &str, role: Role, columns: usize) {
        for line in wrap(text, columns) {
            self.line([(line, role)]);
        }
    }

    /// Adds a text behind a mark; its further lines stand below its first word. Returns the number of its first line.
    pub fn item(
        &mut self,
        mark: &str,
        mark_role: Role,
        text: &str,
        role: Role,
        columns: usize,
    ) -> usize {
        self.marked_item((mark, mark_role), text, role, columns, &[])
    }

    /// As [`Page::item`]; words at these bytes of the text are underlined, and their lines have a mark beside them.
    pub fn marked_item(
        &mut self,
        (mark, mark_role): (&str, Role),
        text: &str,
        role: Role,
        columns: usize,
        words: &[Range<usize>],
    ) -> usize {
        let first = self.lines.len();
        let indent = width(mark);
        let mut at = 0;
        for (number, line) in wrap(text, columns.saturating_sub(indent).max(1))
            .into_iter()
            .enumerate()
        {
            // Wrapping takes away spaces and nothing else, so the line stands in the text from here on.
            let rest = text.get(at..).unwrap_or_default();
            let start = at + rest.find(&line).unwrap_or_default();
            at = start + line.len();
            let mark = if number == 0 {
                (mark.to_owned(), mark_role)
            } else {
                (" ".repeat(indent), Role::Text)
            };
            let (pieces, marked) = underlined(&line, start, role, words);
            let mark = if marked {
                (beside(&mark.0), mark.1)
            } else {
                mark
            };
            self.line(std::iter::once(mark).chain(pieces));
        }
        first
    }

    /// Puts the cursor; the last one put counts. Lines down to `reach` below it are shown with it where there is room.
    pub fn put_cursor(&mut self, line: usize, column: usize) {
        self.cursor = Some((line, column));
        self.reach = self.lines.len().saturating_sub(line + 1);
    }

    /// Says that what stands here so far is to be read before anything below it can be chosen: the question, the explanation.
    pub fn end_head(&mut self) {
        self.head = self.lines.len();
    }

    /// How many lines are to be read before anything can be chosen.
    pub fn head(&self) -> usize {
        self.head
    }

    /// How many lines there are; also the number of the next line.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Says whether nothing stands on the page.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The lines.
    pub fn lines(&self) -> &[PageLine] {
        &self.lines
    }

    /// Where the cursor stands: line and column.
    pub fn cursor(&self) -> Option<(usize, usize)> {
        self.cursor
    }

    /// Returns the page as it looks while the cursor is somewhere else: without cursor, mark and style of focus.
    #[must_use]
    pub fn left(self) -> Self {
        let plain = |(text, role): (String, Role)| match (role, text.strip_prefix(HERE)) {
            (Role::Focus, Some(rest)) => (format!("{ELSEWHERE}{rest}"), Role::Text),
            (Role::Focus, None) => (text, Role::Text),
            (role, _) => (text, role),
        };
        let lines = self
            .lines
            .into_iter()
            .map(|line| PageLine {
                pieces: line.pieces.into_iter().map(plain).collect(),
            })
            .collect();
        Self {
            lines,
            cursor: None,
            reach: 0,
            head: self.head,
        }
    }

    /// Puts another page below this one.
    pub fn append(&mut self, other: Self) {
        let above = self.lines.len();
        if other.head > 0 {
            self.head = above + other.head;
        }
        self.lines.extend(other.lines);
        if let Some((line, column)) = other.cursor {
            self.cursor = Some((above + line, column));
            self.reach = other.reach;
        }
    }

    /// Returns the first line that is seen in a window of so many rows, given the first line that was seen before: it moves
    /// only as far as needed to show the cursor, and the lines that belong to it.
    pub fn window(&self, rows: usize, before: usize) -> usize {
        let last = self.lines.len().saturating_sub(rows);
        let Some((line, _)) = self.cursor else {
            return before.min(last);
        };
        let end = (line + self.reach)
            .min(line + rows.saturating_sub(1))
            .min(self.lines.len().saturating_sub(1));
        let mut first = before.min(last);
        if end >= first + rows {
            first = end + 1 - rows;
        }
        // The beginning of a page is its question: it stays in sight while the cursor is near it.
        if line < rows && end < rows {
            0
        } else {
            first.min(line)
        }
    }
}

/// Cuts a line that begins at a byte of its text where underlined words begin and end. Says whether there is one.
pub fn underlined(
    line: &str,
    start: usize,
    role: Role,
    words: &[Range<usize>],
) -> (Vec<(String, Role)>, bool) {
    let mut pieces = Vec::new();
    let mut at = 0;
    for word in words {
        let within = |place: usize| place.saturating_sub(start).clamp(at, line.len());
        let (from, to) = (within(word.start), within(word.end));
        let (Some(before), Some(marked)) = (line.get(at..from), line.get(from..to)) else {
            continue;
        };
        if !marked.is_empty() {
            pieces.push((before.to_owned(), role));
            pieces.push((marked.to_owned(), Role::Marked));
            at = to;
        }
    }
    let marked = !pieces.is_empty();
    pieces.push((line.get(at..).unwrap_or_default().to_owned(), role));
    pieces.retain(|(text, _)| !marked || !text.is_empty());
    (pieces, marked)
}

/// The mark of a line with an underlined word: its last space becomes one.
pub fn beside(mark: &str) -> String {
    match mark.strip_suffix(' ') {
        Some(rest) => format!("{rest}{BESIDE}"),
        None => mark.to_owned(),
    }
}
