//! The plan of then beside that of now. What is other has a sign and a word, never color alone.
//!
//! Where there is room then and now stand side by side; on a small screen one thing is shown at a time, and Enter leads through
//! them to the ways on.

use crate::app::intent::Intent;
use crate::app::view::{BesideCell, BesideRow, Change, ThenAndNowView};
use crate::core::text::{width, wrap};
use crate::core::words::fill;
use crate::tui::inputs::Ctx;
use crate::tui::keys::Act;
use crate::tui::page::Page;
use crate::tui::press::Press;
use crate::tui::screens::chooser::{Choice, Chooser};
use crate::tui::screens::reaction::Reaction;
use crate::tui::theme::Role;

/// Below this width, or so few rows, one thing is shown at a time.
const WIDE: usize = 60;
/// Columns of what a cell is about.
const LABEL: usize = 16;
/// Columns between what stands beside each other.
const BETWEEN: usize = 2;

/// The focus, and on a small screen the thing that is shown.
#[derive(Debug, Default)]
pub struct ThenAndNow {
    chooser: Chooser,
    at: usize,
}

impl ThenAndNow {
    /// Takes an act.
    pub fn on(&mut self, act: &Act, ctx: &Ctx<'_>, view: &ThenAndNowView) -> Reaction {
        let count = count(view);
        let at = self.at.min(count.saturating_sub(1));
        if is_small(ctx) && count > 0 {
            match act.press() {
                Some(Press::Accept) if self.chooser == Chooser::default() && at + 1 < count => {
                    self.at = at + 1;
                    return Reaction::Handled;
                }
                Some(Press::Right) if at + 1 < count => {
                    self.at = at + 1;
                    return Reaction::Handled;
                }
                Some(Press::Left) if at > 0 => {
                    self.at = at - 1;
                    self.chooser = Chooser::default();
                    return Reaction::Handled;
                }
                Some(_) | None => {}
            }
        }
        self.chooser.on(act, ctx, &self.choices(ctx, view))
    }

    /// Draws the screen.
    pub fn draw(&self, ctx: &Ctx<'_>, view: &ThenAndNowView) -> Page {
        let mut page = Page::default();
        // On a small screen the beginning is said once.
        if !is_small(ctx) || self.at == 0 {
            page.text(&view.title, Role::Title, ctx.columns);
            page.text(&view.text, Role::Text, ctx.columns);
            page.gap();
        }
        if is_small(ctx) {
            self.draw_one(&mut page, ctx, view);
        } else {
            draw_all(&mut page, ctx, view);
        }
        page.gap();
        self.chooser.draw(&mut page, ctx, &self.choices(ctx, view));
        page
    }

    fn draw_one(&self, page: &mut Page, ctx: &Ctx<'_>, view: &ThenAndNowView) {
        let mut rows = view
            .blocks
            .iter()
            .flat_map(|block| block.rows.iter().map(move |row| (block, row)));
        let Some((block, row)) = rows.nth(self.at.min(count(view).saturating_sub(1))) else {
            return;
        };
        page.text(&block.title, Role::Group, ctx.columns);
        draw_name(page, ctx, row);
        let words = &ctx.words.visits;
        if row.change == Change::New {
            let pair = ctx.words.pair(&words.then, &words.not_yet);
            page.item("  ", Role::Text, &pair, Role::Text, ctx.columns);
        }
        for cell in &row.cells {
            if !cell.label.is_empty() {
                page.item("  ", Role::Text, &cell.label, Role::Quiet, ctx.columns);
            }
            let sides: &[_] = match row.change {
                Change::Same => {
                    page.item("  ", Role::Text, &cell.now, Role::Text, ctx.columns);
                    continue;
                }
                Change::Changed => &[(&words.then, &cell.then), (&words.now, &cell.now)],
                Change::New => &[(&words.now, &cell.now)],
                Change::Gone => &[(&words.then, &cell.then)],
            };
            let (mark, role) = match row.change {
                Change::Changed if cell.changed => ("≠ ", Role::Chosen),
                Change::Same | Change::Changed | Change::New | Change::Gone => ("  ", Role::Text),
            };
            for (name, said) in sides {
                page.item(mark, role, &ctx.words.pair(name, said), role, ctx.columns);
            }
        }
        if row.change == Change::Gone {
            let pair = ctx.words.pair(&words.now, &words.no_more);
            page.item("  ", Role::Text, &pair, Role::Text, ctx.columns);
        }
    }

    /// On a small screen the next thing comes first, until all were seen.
    fn choices(&self, ctx: &Ctx<'_>, view: &ThenAndNowView) -> Vec<Choice> {
        let count = count(view);
        let number = self.at.min(count.saturating_sub(1)) + 2;
        let next = (is_small(ctx) && number <= count).then(|| {
            let (number, count) = (number.to_string(), count.to_string());
            let values = [("number", number.as_str()), ("count", count.as_str())];
            // The screen itself takes the press.
            Choice::new(&fill(&ctx.words.visits.next, &values), Reaction::Handled)
        });
        let ways = view.ways.iter().enumerate();
        let ways = ways.map(|(number, way)| Choice::new(way, Reaction::Do(Intent::Choose(number))));
        next.into_iter().chain(ways).collect()
    }
}

fn is_small(ctx: &Ctx<'_>) -> bool {
    ctx.columns < WIDE
}

fn count(view: &ThenAndNowView) -> usize {
    view.blocks.iter().map(|block| block.rows.len()).sum()
}

/// The name of a thing, with what became of it.
fn draw_name(page: &mut Page, ctx: &Ctx<'_>, row: &BesideRow) {
    let role = role(row.change);
    let name = ctx.words.pair(&row.said, &row.name);
    let sign = format!("{} ", row.change.sign());
    page.item(&sign, role, &name, role, ctx.columns);
}

fn role(change: Change) -> Role {
    match change {
        Change::Same => Role::Text,
        Change::Changed | Change::New | Change::Gone => Role::Chosen,
    }
}

fn mark(cell: &BesideCell) -> &'static str {
    if cell.changed { "≠ " } else { "  " }
}

fn draw_all(page: &mut Page, ctx: &Ctx<'_>, view: &ThenAndNowView) {
    let side = ctx.columns.saturating_sub(2 + LABEL + 2 * BETWEEN) / 2;
    for (number, block) in view.blocks.iter().enumerate() {
        if number > 0 {
            page.gap();
        }
        page.text(&block.title, Role::Group, ctx.columns);
        beside(
            page,
            ("  ", Role::Text),
            ["", &view.then, &view.now],
            [Role::Quiet; 3],
            side,
        );
        for row in &block.rows {
            draw_name(page, ctx, row);
            for cell in &row.cells {
                draw_cell(page, ctx, row.change, cell, side);
            }
        }
    }
}

/// What is the same is said once, where now stands; what is new or gone has one side.
fn draw_cell(page: &mut Page, ctx: &Ctx<'_>, change: Change, cell: &BesideCell, side: usize) {
    let same = &ctx.words.visits.same;
    let texts = match change {
        Change::New => ["", &cell.now],
        Change::Gone => [&*cell.then, ""],
        Change::Same | Change::Changed if !cell.changed => [&*cell.then, &**same],
        Change::Same | Change::Changed => [&*cell.then, &cell.now],
    };
    let [then, now] = texts;
    let quiet = if cell.changed {
        Role::Text
    } else {
        Role::Quiet
    };
    let roles = [Role::Quiet, Role::Text, quiet];
    let mark = if change == Change::Changed {
        (mark(cell), Role::Chosen)
    } else {
        ("  ", Role::Text)
    };
    beside(page, mark, [&cell.label, then, now], roles, side);
}

/// Three texts beside each other, each wrapped in its own columns.
fn beside(
    page: &mut Page,
    (mark, mark_role): (&str, Role),
    texts: [&str; 3],
    roles: [Role; 3],
    side: usize,
) {
    let widths = [LABEL, side, side];
    let columns: Vec<Vec<String>> = texts
        .iter()
        .zip(widths)
        .map(|(text, width)| wrap(text, width))
        .collect();
    let rows = columns.iter().map(Vec::len).max().unwrap_or_default();
    for row in 0..rows {
        let first = if row == 0 { mark } else { "  " };
        let mut pieces = vec![(first.to_owned(), mark_role)];
        for ((column, columns_wide), role) in columns.iter().zip(widths).zip(roles) {
            let text = column.get(row).map_or("", String::as_str);
            let space = (columns_wide + BETWEEN).saturating_sub(width(text));
            pieces.push((format!("{text}{}", " ".repeat(space)), role));
        }
        if let Some((last, _)) = pieces.last_mut() {
            last.truncate(last.trim_end().len());
        }
        page.line(pieces);
    }
}
