//! Everything that was said, step by step; any of it can be changed.

use crate::app::intent::Intent;
use crate::app::view::{ReviewRow, ReviewView};
use crate::tui::inputs::Ctx;
use crate::tui::keys::Act;
use crate::tui::page::Page;
use crate::tui::press::Press;
use crate::tui::screens::reaction::Reaction;
use crate::tui::theme::Role;
use crate::tui::widgets::items;

/// The focus: a row, or the way back behind them. It stays when an answer is changed.
#[derive(Debug, Default)]
pub struct Review {
    at: Option<usize>,
}

impl Review {
    /// Takes an act.
    pub fn on(&mut self, act: &Act, ctx: &Ctx<'_>, view: &ReviewView) -> Reaction {
        let Act::Press(press) = act else {
            return Reaction::Ignored;
        };
        let count = rows(view).count();
        let at = self.at.unwrap_or(view.start).min(count);
        if *press == Press::Accept {
            self.at = Some(at);
            return Reaction::Do(match rows(view).nth(at) {
                Some(row) => Intent::Edit(row.id.clone()),
                None => Intent::Back,
            });
        }
        match items::moved(at, count + 1, press, ctx) {
            Some(to) => {
                self.at = Some(to);
                Reaction::Handled
            }
            None => Reaction::Ignored,
        }
    }

    /// Draws the screen.
    pub fn draw(&self, ctx: &Ctx<'_>, view: &ReviewView) -> Page {
        let mut page = Page::default();
        let words = &ctx.words.review;
        let count = rows(view).count();
        let at = self.at.unwrap_or(view.start).min(count);
        page.text(&words.title, Role::Title, ctx.columns);
        let explain = if count == 0 {
            &words.nothing_yet
        } else {
            &words.explain
        };
        page.text(explain, Role::Text, ctx.columns);
        let mut number = 0;
        let mut head = Some(view.start);
        for step in &view.steps {
            // What stands before the row that is begun at is read first where there is no room for both.
            if head
                .take_if(|start| number + step.rows.len() > *start)
                .is_some()
            {
                page.end_head();
            }
            page.gap();
            page.text(&step.title, Role::Group, ctx.columns);
            for row in &step.rows {
                draw_row(&mut page, ctx, row, number == at);
                number += 1;
            }
        }
        if head.is_some() {
            page.end_head();
        }
        page.gap();
        items::item(&mut page, ctx, &ctx.words.menu.back, at == count);
        page
    }
}

fn rows(view: &ReviewView) -> impl Iterator<Item = &ReviewRow> {
    view.steps.iter().flat_map(|step| &step.rows)
}

/// One thing said stands behind the question; several stand below it.
fn draw_row(page: &mut Page, ctx: &Ctx<'_>, row: &ReviewRow, focused: bool) {
    let (mark, role) = items::mark(focused);
    let said_role = if row.blank { Role::Quiet } else { role };
    let first = page.len();
    if let [said] = row.said.as_slice() {
        let pair = ctx.words.pair(&row.short, said);
        page.item(mark, role, &pair, said_role, ctx.columns);
    } else {
        page.item(mark, role, &row.short, role, ctx.columns);
        for said in &row.said {
            page.item("    - ", Role::Quiet, said, said_role, ctx.columns);
        }
    }
    if focused {
        page.put_cursor(first, items::FOCUS_COLUMN);
    }
}
