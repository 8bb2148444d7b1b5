//! Lines to print: wrapped, and without a character that could steer a terminal.
//!
//! Everything that is printed passes here. It promises that no control character but the line end comes out, whatever a
//! person or a file says, and that no line is wider than [`COLUMNS`]. It does not know what is printed.

use crate::core::text;

/// How wide a line may be.
pub const COLUMNS: usize = 72;

/// Lines to print.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    text: String,
}

impl Page {
    /// Adds a text as its own lines.
    pub fn line(&mut self, text: &str) {
        self.hanging("", text);
    }

    /// Adds a numbered text.
    pub fn item(&mut self, number: usize, text: &str) {
        self.hanging(&format!("{number}. "), text);
    }

    /// Adds a text that belongs to the line above it.
    pub fn under(&mut self, text: &str) {
        self.hanging("   ", text);
    }

    /// Adds an empty line, unless there is one already.
    pub fn gap(&mut self) {
        if self.text.is_empty() || !self.text.ends_with("\n\n") && self.text != "\n" {
            self.text.push('\n');
        }
    }

    /// Adds what stands on another page.
    pub fn append(&mut self, other: &Self) {
        self.text.push_str(&other.text);
    }

    /// Says whether nothing is to be printed.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Lends what is to be printed.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Lines after the first stand below the text, not below the number.
    fn hanging(&mut self, first: &str, text: &str) {
        let indent = text::width(first);
        let lines = text::wrap(&text::clean(text), COLUMNS.saturating_sub(indent));
        for (place, line) in lines.iter().enumerate() {
            let line = line.trim_end();
            if line.is_empty() {
                self.text.push('\n');
                continue;
            }
            if place == 0 {
                self.text.push_str(first);
            } else {
                self.text.push_str(&" ".repeat(indent));
            }
            self.text.push_str(line);
            self.text.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_steers_a_terminal_is_printed() {
        let mut page = Page::default();
        page.line("a\u{1b}[2J\u{9b}31mb\u{7}\rc");
        page.item(3, "d\u{1b}]0;e");
        assert_eq!(page.as_str(), "a[2J31mb\nc\n3. d]0;e\n");
    }

    #[test]
    fn no_line_is_too_wide_and_later_lines_stand_below_the_text() {
        let mut page = Page::default();
        page.item(12, &"woord ".repeat(30));
        for line in page.as_str().lines() {
            assert!(text::width(line) <= COLUMNS, "{line}");
        }
        assert!(
            page.as_str()
                .lines()
                .nth(1)
                .is_some_and(|line| line.starts_with("    woord"))
        );
    }

    #[test]
    fn one_empty_line_is_enough() {
        let mut page = Page::default();
        page.gap();
        page.gap();
        page.line("a");
        page.gap();
        page.gap();
        page.line("b");
        assert_eq!(page.as_str(), "\na\n\nb\n");
    }
}
