//! Something to know after an answer: go on, or back to the question.

use crate::app::intent::Intent;
use crate::tui::inputs::Ctx;
use crate::tui::keys::Act;
use crate::tui::page::Page;
use crate::tui::screens::chooser::{Choice, Chooser};
use crate::tui::screens::reaction::Reaction;
use crate::tui::theme::Role;

/// The focus.
#[derive(Debug, Default)]
pub struct Notice {
    chooser: Chooser,
}

impl Notice {
    /// Takes an act.
    pub fn on(&mut self, act: &Act, ctx: &Ctx<'_>) -> Reaction {
        self.chooser.on(act, ctx, &choices(ctx))
    }

    /// Draws the screen.
    pub fn draw(&self, ctx: &Ctx<'_>, text: &str) -> Page {
        let mut page = Page::default();
        page.text(&ctx.words.notice.title, Role::Title, ctx.columns);
        page.text(text, Role::Text, ctx.columns);
        page.gap();
        self.chooser.draw(&mut page, ctx, &choices(ctx));
        page
    }
}

fn choices(ctx: &Ctx<'_>) -> [Choice; 2] {
    let words = &ctx.words.notice;
    [
        Choice::new(&words.go_on, Reaction::Do(Intent::Continue)),
        Choice::new(&words.back, Reaction::Do(Intent::Back)),
    ]
}
