//! The menu: everything that works now, each with its letter. Opening it throws nothing away.

use crate::tui::inputs::Ctx;
use crate::tui::keys::{Act, Binding};
use crate::tui::page::Page;
use crate::tui::press::Press;
use crate::tui::screens::reaction::Reaction;
use crate::tui::theme::Role;
use crate::tui::widgets::items;

/// The focus.
#[derive(Debug, Default)]
pub struct Menu {
    at: usize,
}

impl Menu {
    /// Takes an act. `rows` are the rows of the key table that are shown here.
    pub fn on(&mut self, act: &Act, ctx: &Ctx<'_>, rows: &[&Binding]) -> Reaction {
        let Act::Press(press) = act else {
            return Reaction::Ignored;
        };
        if *press == Press::Accept {
            return rows
                .get(self.at)
                .map_or(Reaction::Ignored, |row| Reaction::Act(row.act.clone()));
        }
        match items::moved(self.at, rows.len(), press, ctx) {
            Some(to) => {
                self.at = to;
                Reaction::Handled
            }
            None => Reaction::Ignored,
        }
    }

    /// Draws the menu.
    pub fn draw(&self, ctx: &Ctx<'_>, rows: &[&Binding]) -> Page {
        let mut page = Page::default();
        page.text(&ctx.words.menu.title, Role::Title, ctx.columns);
        page.gap();
        for (number, row) in rows.iter().enumerate() {
            let focused = number == self.at;
            let (mark, role) = items::mark(focused);
            let mark = format!("{mark}{}  ", row.key_name(ctx.words));
            let mark_role = if focused { role } else { Role::Key };
            let line = page.item(&mark, mark_role, (row.word)(ctx.words), role, ctx.columns);
            if focused {
                page.put_cursor(line, items::FOCUS_COLUMN);
            }
        }
        page
    }
}
