//! The map of steps: where the person is, how far each step is, and the way into any of them.

use crate::app::view::MapRow;
use crate::core::session::StepState;
use crate::core::text::width;
use crate::tui::inputs::Ctx;
use crate::tui::keys::Act;
use crate::tui::page::Page;
use crate::tui::press::Press;
use crate::tui::screens::reaction::Reaction;
use crate::tui::theme::Role;
use crate::tui::widgets::items;

/// The steps, as they were when the map was opened, and the focus.
#[derive(Debug)]
pub struct Map {
    rows: Vec<MapRow>,
    at: usize,
}

impl Map {
    /// Opens the map.
    pub fn open(rows: Vec<MapRow>) -> Self {
        Self { rows, at: 0 }
    }

    /// Takes an act.
    pub fn on(&mut self, act: &Act, ctx: &Ctx<'_>) -> Reaction {
        let Act::Press(press) = act else {
            return Reaction::Ignored;
        };
        if *press == Press::Accept {
            return match self.rows.get(self.at) {
                Some(row) => Reaction::Do(row.wants()),
                None => Reaction::Act(Act::Close),
            };
        }
        match items::moved(self.at, self.rows.len() + 1, press, ctx) {
            Some(to) => {
                self.at = to;
                Reaction::Handled
            }
            None => Reaction::Ignored,
        }
    }

    /// Draws the map.
    pub fn draw(&self, ctx: &Ctx<'_>) -> Page {
        let mut page = Page::default();
        let words = ctx.words;
        page.text(&words.map.title, Role::Title, ctx.columns);
        page.gap();
        for (number, row) in self.rows.iter().enumerate() {
            let focused = number == self.at;
            let (mark, role) = items::mark(focused);
            let mark = format!("{mark}{} ", row.state.map_or(NO_STATE, state_mark));
            let first = page.item(&mark, role, &row.title, role, ctx.columns);
            let indent = " ".repeat(width(&mark));
            if !row.said.is_empty() {
                page.item(&indent, Role::Text, &row.said, Role::Quiet, ctx.columns);
            }
            if focused {
                page.put_cursor(first, items::FOCUS_COLUMN);
            }
        }
        if !self.rows.is_empty() {
            page.gap();
        }
        items::item(&mut page, ctx, &words.menu.back, self.at == self.rows.len());
        page
    }
}

/// Stands where how far a step is, is not for who sees it now; as wide as the marks.
const NO_STATE: &str = "   ";

/// A mark beside the words, for those who look at the shape of a list.
fn state_mark(state: StepState) -> &'static str {
    match state {
        StepState::Closed | StepState::Empty => "[-]",
        StepState::Open => "[ ]",
        StepState::Begun => "[/]",
        StepState::Done => "[x]",
    }
}
