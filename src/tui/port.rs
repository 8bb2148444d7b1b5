//! The window on a page: which lines are seen, and reading lines that are away from the focused thing.
//!
//! As long as the focused thing can be seen, the cursor stands on it. Where a person reads further up or down than that, the
//! cursor walks along at the beginning of the first line in sight, until the focused thing comes into sight again.

use crate::tui::page::Page;
use crate::tui::press::Press;

/// How far below the head the first thing can stand: there may be a heading and an empty line.
const NEAR: usize = 2;

/// A window on a page.
#[derive(Debug, Clone, Copy)]
pub struct Port {
    first: usize,
    reading: bool,
    fresh: bool,
    /// How many lines were in sight by now, and how many there are.
    seen: usize,
    lines: usize,
}

impl Default for Port {
    fn default() -> Self {
        Self {
            first: 0,
            reading: false,
            fresh: true,
            seen: 0,
            lines: 0,
        }
    }
}

impl Port {
    /// The first line that is seen.
    pub fn first(self) -> usize {
        self.first
    }

    /// Says whether lines are read away from the focused thing.
    pub fn reading(self) -> bool {
        self.reading
    }

    /// Says whether lines further down were never in sight.
    pub fn has_unseen(self) -> bool {
        self.seen < self.lines
    }

    /// Goes back to the focused thing.
    pub fn come_back(&mut self) {
        self.reading = false;
    }

    /// Moves as far as a page and its cursor ask. On a page that is new, a head that cannot be seen together with the first
    /// thing below it is read first; else the cursor stands on the focused thing at once.
    pub fn settle(&mut self, page: &Page, rows: usize) {
        if std::mem::take(&mut self.fresh) {
            self.first = 0;
            let (head, line) = (page.head(), page.cursor().map_or(0, |(line, _)| line));
            let hides_head = head >= rows || line <= head + NEAR;
            self.reading = hides_head && page.window(rows, 0) != 0;
        }
        if page.cursor().is_none() {
            self.reading = true;
        }
        self.first = if self.reading {
            self.first.min(last(page, rows))
        } else {
            page.window(rows, self.first)
        };
        self.seen = self.seen.max(self.first + rows);
        self.lines = page.len();
    }

    /// Takes a press that moves the window. Says whether it did.
    pub fn on(&mut self, press: &Press, page: &Page, rows: usize) -> bool {
        self.settle(page, rows);
        let last = last(page, rows);
        let stride = rows.saturating_sub(1).max(1);
        // Where the focused thing comes into sight again.
        let natural = match page.cursor() {
            Some(_) => page.window(rows, self.first),
            None => self.first,
        };
        let down = |to: usize| {
            if natural > self.first {
                to.min(natural)
            } else {
                to.min(last)
            }
        };
        let up = |to: usize| {
            if natural < self.first {
                to.max(natural)
            } else {
                to
            }
        };
        let to = match press {
            Press::Up => up(self.first.saturating_sub(1)),
            Press::Down => down(self.first + 1),
            Press::PageUp => up(self.first.saturating_sub(stride)),
            Press::PageDown => down(self.first + stride),
            Press::Home => 0,
            Press::End => last,
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
            | Press::Pasted(_) => return false,
        };
        if to == self.first {
            return false;
        }
        self.first = to;
        self.reading = page.cursor().is_none() || page.window(rows, to) != to;
        true
    }
}

fn last(page: &Page, rows: usize) -> usize {
    page.len().saturating_sub(rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::theme::Role;

    const HEAD: usize = 6;

    fn page(lines: usize, cursor: Option<usize>) -> Page {
        let mut page = Page::default();
        for number in 0..lines {
            page.text(&number.to_string(), Role::Text, 20);
            if cursor == Some(number) {
                page.put_cursor(number, 0);
            }
            if number + 1 == HEAD {
                page.end_head();
            }
        }
        page
    }

    #[test]
    fn every_line_can_be_read_and_the_focused_one_is_come_back_to() {
        for (lines, cursor, presses, first, reading) in [
            (4, Some(3), "", 0, false),
            (12, Some(8), "", 0, true),
            (12, Some(8), "d", 1, true),
            (12, Some(8), "dddd", 4, false),
            (12, Some(8), "P", 4, false),
            (12, Some(8), "Pu", 3, true),
            (12, Some(8), "Pdddddd", 7, false),
            (40, Some(20), "", 0, true),
            (12, Some(2), "", 0, false),
            (12, Some(2), "dddd", 4, true),
            (12, Some(2), "ddddp", 0, false),
            (12, None, "e", 7, true),
            (12, None, "eddh", 0, true),
        ] {
            let page = page(lines, cursor);
            let mut port = Port::default();
            port.settle(&page, 5);
            for press in presses.chars() {
                let press = match press {
                    'd' => Press::Down,
                    'u' => Press::Up,
                    'P' => Press::PageDown,
                    'p' => Press::PageUp,
                    'e' => Press::End,
                    _ => Press::Home,
                };
                port.on(&press, &page, 5);
            }
            let case = format!("{lines} {cursor:?} {presses}");
            assert_eq!((port.first(), port.reading()), (first, reading), "{case}");
        }
    }
}
