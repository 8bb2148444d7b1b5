//! An earlier visit, to read. Nothing in it can be changed; the ways on stand below it.

use crate::app::intent::Intent;
use crate::app::view::EarlierView;
use crate::tui::inputs::Ctx;
use crate::tui::keys::Act;
use crate::tui::page::Page;
use crate::tui::screens::chooser::{Choice, Chooser};
use crate::tui::screens::reaction::Reaction;
use crate::tui::theme::Role;

/// The focus.
#[derive(Debug, Default)]
pub struct Earlier {
    chooser: Chooser,
}

impl Earlier {
    /// Takes an act.
    pub fn on(&mut self, act: &Act, ctx: &Ctx<'_>, view: &EarlierView) -> Reaction {
        self.chooser.on(act, ctx, &choices(view))
    }

    /// Draws the screen.
    pub fn draw(&self, ctx: &Ctx<'_>, view: &EarlierView) -> Page {
        let mut page = Page::default();
        page.text(&view.title, Role::Title, ctx.columns);
        page.text(&view.text, Role::Text, ctx.columns);
        for step in &view.steps {
            page.gap();
            if !step.title.is_empty() {
                page.text(&step.title, Role::Group, ctx.columns);
            }
            for (asked, said) in &step.rows {
                draw_row(&mut page, ctx, asked, said);
            }
        }
        page.gap();
        self.chooser.draw(&mut page, ctx, &choices(view));
        page
    }
}

/// One thing said stands behind the question; several stand below it.
fn draw_row(page: &mut Page, ctx: &Ctx<'_>, asked: &str, said: &[String]) {
    if let [said] = said {
        let pair = ctx.words.pair(asked, said);
        page.item("  ", Role::Text, &pair, Role::Text, ctx.columns);
        return;
    }
    page.item("  ", Role::Text, asked, Role::Text, ctx.columns);
    for said in said {
        page.item("    - ", Role::Quiet, said, Role::Text, ctx.columns);
    }
}

fn choices(view: &EarlierView) -> Vec<Choice> {
    let ways = view.ways.iter().enumerate();
    ways.map(|(number, way)| Choice::new(way, Reaction::Do(Intent::Choose(number))))
        .collect()
}
