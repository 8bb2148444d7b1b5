//! Reading a text that is longer than the window: the cursor walks through its lines, and the page follows.

use crate::tui::inputs::Heard;
use crate::tui::page::Page;
use crate::tui::press::Press;

/// The line that is read now.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scroll {
    at: usize,
    last: Option<usize>,
    stride: usize,
}

impl Default for Scroll {
    fn default() -> Self {
        Self {
            at: 0,
            last: None,
            stride: 8,
        }
    }
}

impl Scroll {
    /// Tells how many lines there are to read, and how many of them are seen at once.
    pub(super) fn fit(&mut self, lines: usize, rows: usize) {
        let last = lines.saturating_sub(1);
        self.at = self.at.min(last);
        self.last = Some(last);
        self.stride = rows.saturating_sub(2).max(1);
    }

    /// Takes a press that moves through the text; nothing when it means something else.
    pub(super) fn on(&mut self, press: &Press) -> Option<Heard> {
        let last = self.last.unwrap_or(usize::MAX);
        let to = match press {
            Press::Up => self.at.checked_sub(1),
            Press::Down => (self.at < last).then_some(self.at + 1),
            Press::Home => Some(0),
            Press::End => Some(self.last.unwrap_or(self.at)),
            Press::PageUp => Some(self.at.saturating_sub(self.stride)),
            Press::PageDown => Some(self.at.saturating_add(self.stride).min(last)),
            Press::Left
            | Press::Right
            | Press::Accept
            | Press::Next
            | Press::Previous
            | Press::Erase
            | Press::Delete
            | Press::Clear
            | Press::NewLine
            | Press::Copy
            | Press::Typed(_)
            | Press::Pasted(_) => return None,
        };
        let Some(to) = to else {
            return Some(Heard::Ignored);
        };
        self.at = to;
        Some(Heard::Handled)
    }

    /// Puts the cursor on the line that is read, in a column.
    pub(super) fn put(self, page: &Page, column: usize) -> Page {
        let mut read = Page::default();
        let here = self.at.min(page.len().saturating_sub(1));
        for (number, line) in page.lines().iter().enumerate() {
            read.line(line.pieces.clone());
            if number == here {
                // Put while this line is the last one: no line below belongs to it, so that what stands above stays in sight.
                read.put_cursor(number, column);
            }
        }
        read
    }
}
