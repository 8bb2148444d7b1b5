//! The health words that were found: each can be looked at, and a decision can be taken back.

use crate::app::intent::{HealthWish, Intent};
use crate::app::view::{FindingRow, FindingsView};
use crate::core::text::width;
use crate::core::words::fill;
use crate::tui::inputs::Ctx;
use crate::tui::keys::Act;
use crate::tui::page::Page;
use crate::tui::press::Press;
use crate::tui::screens::reaction::Reaction;
use crate::tui::theme::Role;
use crate::tui::widgets::items;

/// The focus: a finding, or the way on behind them.
#[derive(Debug, Default)]
pub struct Findings {
    at: usize,
}

impl Findings {
    /// Opens the list on the first word that is left, or on the way on.
    pub fn open(view: &FindingsView) -> Self {
        let left = view.rows.iter().position(|row| row.done.is_none());
        Self {
            at: left.unwrap_or(view.rows.len()),
        }
    }

    /// Takes an act.
    pub fn on(&mut self, act: &Act, ctx: &Ctx<'_>, view: &FindingsView) -> Reaction {
        let Act::Press(press) = act else {
            return Reaction::Ignored;
        };
        let at = self.focus(view);
        if *press == Press::Accept {
            return Reaction::Do(if at < view.rows.len() {
                Intent::Health(HealthWish::Choose(at))
            } else {
                Intent::Continue
            });
        }
        match items::moved(at, count(view), press, ctx) {
            Some(to) => {
                self.at = to;
                Reaction::Handled
            }
            None => Reaction::Ignored,
        }
    }

    /// Draws the list.
    pub fn draw(&self, ctx: &Ctx<'_>, view: &FindingsView) -> Page {
        let words = &ctx.words.health;
        let mut page = Page::default();
        page.text(&words.title, Role::Title, ctx.columns);
        page.text(&words.explain, Role::Text, ctx.columns);
        if let Some(calm) = &view.calm {
            page.text(calm, Role::Text, ctx.columns);
        }
        page.end_head();
        page.gap();
        let at = self.focus(view);
        for (number, row) in view.rows.iter().enumerate() {
            draw_row(&mut page, ctx, row, number == at);
        }
        page.gap();
        if view.left > 0 {
            let left = fill(&words.left, &[("count", &view.left.to_string())]);
            page.text(&left, Role::Text, ctx.columns);
        } else {
            page.text(&words.none_left, Role::Text, ctx.columns);
        }
        if has_way_on(view) {
            let way = if view.saves {
                &words.go_on
            } else {
                &words.close
            };
            items::item(&mut page, ctx, way, at == view.rows.len());
        }
        if view.rows.iter().any(|row| row.done.is_some()) {
            page.text(&words.take_back, Role::Quiet, ctx.columns);
        }
        if view.saves {
            page.text(&words.limits, Role::Quiet, ctx.columns);
        }
        page
    }

    /// The focus, also when there is less than there was.
    fn focus(&self, view: &FindingsView) -> usize {
        self.at.min(count(view).saturating_sub(1))
    }
}

/// To saving once nothing is left; a text is left at any time.
fn has_way_on(view: &FindingsView) -> bool {
    !view.saves || view.left == 0
}

fn count(view: &FindingsView) -> usize {
    view.rows.len() + usize::from(has_way_on(view))
}

/// The word and what it tells; below it the line it stands in, and what was decided.
fn draw_row(page: &mut Page, ctx: &Ctx<'_>, row: &FindingRow, focused: bool) {
    let words = &ctx.words.health;
    let (mark, role) = items::mark(focused);
    let boxed = if row.done.is_some() { "[x]" } else { "[ ]" };
    let mark = format!("{mark}{boxed} ");
    let says = fill(
        &words.says,
        &[("word", &row.word), ("category", &row.category)],
    );
    let first = page.item(&mark, role, &says, role, ctx.columns);
    let indent = " ".repeat(width(&mark));
    page.item(&indent, Role::Text, &row.line, Role::Quiet, ctx.columns);
    if let Some(done) = &row.done {
        page.item(&indent, Role::Text, done, Role::Text, ctx.columns);
    }
    if focused {
        page.put_cursor(first, items::FOCUS_COLUMN);
    }
}
