//! Which row of a list has the cursor, and the keys that move it.

use crate::tui::inputs::Heard;
use crate::tui::press::Press;

/// How many rows a page up or down moves.
const STRIDE: usize = 8;

/// The row that has the cursor.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Focus {
    at: usize,
}

impl Focus {
    /// The cursor on a row.
    pub(super) fn on_row(at: usize) -> Self {
        Self { at }
    }

    /// The row.
    pub(super) fn at(self) -> usize {
        self.at
    }

    /// Takes a press that moves among `count` rows; nothing when it means something else. A step past the edge is ignored, so
    /// that the screen may go on to what stands around the list.
    pub(super) fn on(&mut self, press: &Press, count: usize) -> Option<Heard> {
        let last = count.saturating_sub(1);
        let to = match press {
            Press::Up => self.at.checked_sub(1),
            Press::Down => (self.at < last).then_some(self.at + 1),
            Press::Home => Some(0),
            Press::End => Some(last),
            Press::PageUp => Some(self.at.saturating_sub(STRIDE)),
            Press::PageDown => Some((self.at + STRIDE).min(last)),
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

    /// Takes a digit as the number of a row, from 1.
    pub(super) fn on_digit(&mut self, press: &Press, count: usize) -> Option<Heard> {
        let row = digit(press)?.checked_sub(1).filter(|row| *row < count)?;
        self.at = row;
        Some(Heard::Handled)
    }
}

/// The digit of a press, if it is one.
pub(super) fn digit(press: &Press) -> Option<usize> {
    let Press::Typed(typed) = press else {
        return None;
    };
    typed
        .to_digit(10)
        .and_then(|digit| usize::try_from(digit).ok())
}
