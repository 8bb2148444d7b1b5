//! A guide of the person's own that cannot be read: every mistake with its place, and the way on.

use crate::app::intent::Intent;
use crate::app::view::MistakeView;
use crate::tui::inputs::Ctx;
use crate::tui::keys::Act;
use crate::tui::page::Page;
use crate::tui::screens::chooser::{Choice, Chooser};
use crate::tui::screens::reaction::Reaction;
use crate::tui::theme::Role;

/// The focus.
#[derive(Debug, Default)]
pub struct BadGuide {
    chooser: Chooser,
}

impl BadGuide {
    /// Takes an act.
    pub fn on(&mut self, act: &Act, ctx: &Ctx<'_>) -> Reaction {
        self.chooser.on(act, ctx, &choices(ctx))
    }

    /// Draws the screen. The way on stands above the mistakes, which can be many.
    pub fn draw(&self, ctx: &Ctx<'_>, mistakes: &[MistakeView]) -> Page {
        let mut page = Page::default();
        let words = &ctx.words.failure;
        page.text(&words.guide_title, Role::Title, ctx.columns);
        page.text(&words.guide_text, Role::Text, ctx.columns);
        page.gap();
        self.chooser.draw(&mut page, ctx, &choices(ctx));
        for mistake in mistakes {
            page.gap();
            let place = format!("{} {}", mistake.place, mistake.code);
            page.text(&place, Role::Group, ctx.columns);
            page.text(&mistake.says, Role::Text, ctx.columns);
            page.text(&mistake.fix, Role::Quiet, ctx.columns);
        }
        page
    }
}

fn choices(ctx: &Ctx<'_>) -> [Choice; 2] {
    let words = ctx.words;
    [
        Choice::new(&words.failure.guide_builtin, Reaction::Do(Intent::Continue)),
        Choice::new(&words.menu.stop, Reaction::Act(Act::Stop)),
    ]
}
