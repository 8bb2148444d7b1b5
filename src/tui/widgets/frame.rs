//! The whole screen: header, rule, a window on the page, what stands beside it, rule and footer; put on the terminal in one go.
//!
//! Under ten rows header and rules vanish, so that a page has every row but one. What is above or below the window is said
//! in words, on the rules or beside the footer. Nothing is cut in silence.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::core::text::width;
use crate::tui::page::PageLine;
use crate::tui::theme::{Role, Theme};

/// The widest a text column gets.
const TEXT: usize = 72;
/// From this many columns something stands beside the text.
const WIDE: usize = 110;
/// The widest what stands beside it gets.
const BESIDE: usize = 64;
/// Under this many rows header and rules vanish.
const ROOMY: usize = 10;

/// Where everything stands on a terminal of a certain size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// Columns of the terminal.
    pub width: usize,
    /// Rows of the terminal.
    pub height: usize,
}

impl Layout {
    /// Columns left of the text.
    pub fn margin(self) -> usize {
        if self.width >= 60 { 2 } else { 0 }
    }

    /// Columns of the text.
    pub fn columns(self) -> usize {
        self.width.saturating_sub(2 * self.margin()).clamp(1, TEXT)
    }

    /// Columns of what needs more than a text does.
    pub fn wide(self) -> usize {
        if self.beside().is_some() {
            self.width - 2 * self.margin()
        } else {
            self.columns()
        }
    }

    /// Header and rules have room.
    pub fn roomy(self) -> bool {
        self.height >= ROOMY
    }

    /// Rows of the window on the page.
    pub fn body(self) -> usize {
        let around = if self.roomy() { 4 } else { 1 };
        self.height.saturating_sub(around).max(1)
    }

    /// Columns of what stands beside the text, where there is room.
    pub fn beside(self) -> Option<usize> {
        (self.width >= WIDE && self.roomy()).then(|| {
            self.width
                .saturating_sub(self.beside_left() + 2)
                .min(BESIDE)
        })
    }

    fn beside_left(self) -> usize {
        self.margin() + TEXT + 4
    }
}

/// Everything that is put on the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// Where everything stands.
    pub layout: Layout,
    /// The first line.
    pub header: PageLine,
    /// The lines of the window.
    pub body: Vec<PageLine>,
    /// The lines beside them.
    pub beside: Vec<PageLine>,
    /// The last line.
    pub footer: PageLine,
    /// Said where there is more above the window.
    pub above: Option<String>,
    /// Said where there is more below it.
    pub below: Option<String>,
    /// Where the cursor stands within the window: row and column.
    pub cursor: (usize, usize),
}

impl Frame {
    /// Paints everything. Returns where the cursor goes.
    pub fn paint(&self, area: Rect, buffer: &mut Buffer, theme: Theme) -> Position {
        let layout = self.layout;
        let first = if layout.roomy() {
            line(&self.header, 0, 0, area, buffer, theme);
            rule(1, self.above.as_deref(), area, buffer, theme);
            rule(
                layout.height.saturating_sub(2),
                self.below.as_deref(),
                area,
                buffer,
                theme,
            );
            2
        } else {
            0
        };
        for (number, text) in self.body.iter().enumerate() {
            line(text, layout.margin(), first + number, area, buffer, theme);
        }
        for (number, text) in self.beside.iter().enumerate() {
            line(
                text,
                layout.beside_left(),
                first + number,
                area,
                buffer,
                theme,
            );
        }
        let last = layout.height.saturating_sub(1);
        line(&self.footer, 0, last, area, buffer, theme);
        if !layout.roomy() {
            self.small_marks(last, area, buffer, theme);
        }
        let (row, column) = self.cursor;
        Position {
            x: area.x + small((layout.margin() + column).min(layout.width.saturating_sub(1))),
            y: area.y + small((first + row).min(layout.height.saturating_sub(1))),
        }
    }

    /// Where there are no rules, the arrows alone stand at the end of the footer.
    fn small_marks(&self, row: usize, area: Rect, buffer: &mut Buffer, theme: Theme) {
        let arrow = |text: &Option<String>| {
            text.as_ref()
                .and_then(|text| text.split(' ').next())
                .unwrap_or_default()
                .to_owned()
        };
        let marks = arrow(&self.above) + &arrow(&self.below);
        if !marks.is_empty() {
            let at = self.layout.width.saturating_sub(width(&marks));
            let marks = PageLine {
                pieces: vec![(marks, Role::Key)],
            };
            line(&marks, at, row, area, buffer, theme);
        }
    }
}

fn rule(row: usize, said: Option<&str>, area: Rect, buffer: &mut Buffer, theme: Theme) {
    let columns = usize::from(area.width).saturating_sub(2);
    let pieces = match said {
        Some(said) if width(said) + 4 < columns => {
            let before = columns - width(said) - 4;
            vec![
                ("─".repeat(before), Role::Rule),
                (format!(" {said} "), Role::Key),
                ("──".to_owned(), Role::Rule),
            ]
        }
        Some(_) | None => vec![("─".repeat(columns), Role::Rule)],
    };
    line(&PageLine { pieces }, 1, row, area, buffer, theme);
}

fn line(text: &PageLine, column: usize, row: usize, area: Rect, buffer: &mut Buffer, theme: Theme) {
    if row >= usize::from(area.height) {
        return;
    }
    let end = usize::from(area.width);
    let mut at = column;
    for (piece, role) in &text.pieces {
        if at >= end {
            break;
        }
        let (next, _) = buffer.set_stringn(
            area.x + small(at),
            area.y + small(row),
            piece,
            end - at,
            theme.style(*role),
        );
        at = usize::from(next.saturating_sub(area.x));
    }
}

fn small(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}
