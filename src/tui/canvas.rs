//! Where the screen is drawn: gathers everything of one drawing and hands it on in one write.
//!
//! So no half screen is ever seen, and a key costs few bytes on a slow line: what would change nothing is not sent. The cursor is
//! never asked for, because a terminal that does not answer would hold the program up.

use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

/// What ends every drawing: colors one by one, then everything. The last alone does the same.
const RESETS: &[u8] = b"\x1b[39m\x1b[49m\x1b[59m\x1b[0m";
/// The part of it that is enough.
const RESET: &[u8] = b"\x1b[0m";

/// A place to draw to, before a writer.
#[derive(Debug)]
pub struct Canvas<W: Write> {
    out: W,
    drawn: Vec<u8>,
    cursor_shown: bool,
}

impl<W: Write> Canvas<W> {
    /// Stretches a canvas before a writer.
    pub fn new(out: W) -> Self {
        Self {
            out,
            drawn: Vec::new(),
            cursor_shown: false,
        }
    }

    fn brush(&mut self) -> CrosstermBackend<&mut Vec<u8>> {
        CrosstermBackend::new(&mut self.drawn)
    }
}

impl<W: Write> Backend for Canvas<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let before = self.drawn.len();
        self.brush().draw(content)?;
        if self.drawn.ends_with(RESETS) {
            self.drawn.truncate(self.drawn.len() - RESETS.len());
            if self.drawn.len() > before {
                self.drawn.extend_from_slice(RESET);
            }
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.cursor_shown = false;
        self.brush().hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if std::mem::replace(&mut self.cursor_shown, true) {
            return Ok(());
        }
        self.brush().show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.brush().set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.brush().clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.brush().clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        CrosstermBackend::new(io::sink()).size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.brush().window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        let drawn = std::mem::take(&mut self.drawn);
        self.out.write_all(&drawn)?;
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Draws a word in the first row, with the cursor behind it, as a program does at each key.
    fn drawn(canvas: &mut Canvas<Vec<u8>>, word: &str) -> String {
        let cell = |(at, c): (usize, char)| {
            let mut cell = Cell::default();
            cell.set_char(c);
            (u16::try_from(at).expect("a short word"), 0, cell)
        };
        let cells: Vec<(u16, u16, Cell)> = word.chars().enumerate().map(cell).collect();
        let content = cells.iter().map(|(x, y, cell)| (*x, *y, cell));
        canvas.draw(content).expect("memory takes everything");
        canvas.show_cursor().expect("memory takes everything");
        canvas
            .set_cursor_position((2, 0))
            .expect("memory takes everything");
        assert!(canvas.out.is_empty(), "shown before it was whole");
        canvas.flush().expect("memory takes everything");
        String::from_utf8(std::mem::take(&mut canvas.out)).expect("what is drawn is text")
    }

    #[test]
    fn a_drawing_is_one_write_without_what_changes_nothing() {
        let mut canvas = Canvas::new(Vec::new());
        let first = drawn(&mut canvas, "ab");
        assert_eq!(first, "\u{1b}[1;1Hab\u{1b}[0m\u{1b}[?25h\u{1b}[1;3H");
        assert_eq!(drawn(&mut canvas, ""), "\u{1b}[1;3H");
    }

    #[test]
    fn the_terminal_is_never_asked_where_its_cursor_is() {
        let mut canvas = Canvas::new(Vec::new());
        assert!(canvas.get_cursor_position().is_err());
        assert!(canvas.drawn.is_empty() && canvas.out.is_empty());
    }
}
