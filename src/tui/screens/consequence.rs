//! What a change would set aside, before it happens: yes or no.

use crate::app::intent::Intent;
use crate::app::view::ConsequenceView;
use crate::core::words::fill;
use crate::tui::inputs::Ctx;
use crate::tui::keys::Act;
use crate::tui::page::Page;
use crate::tui::screens::chooser::{Choice, Chooser};
use crate::tui::screens::reaction::Reaction;
use crate::tui::theme::Role;

/// The focus.
#[derive(Debug, Default)]
pub struct Consequence {
    chooser: Chooser,
}

impl Consequence {
    /// Opens it; where an answer would go, the cursor is on keeping it.
    pub fn open(view: &ConsequenceView) -> Self {
        Self {
            chooser: Chooser::at(usize::from(view.replaces)),
        }
    }

    /// Takes an act.
    pub fn on(&mut self, act: &Act, ctx: &Ctx<'_>) -> Reaction {
        self.chooser.on(act, ctx, &choices(ctx))
    }

    /// Draws the screen.
    pub fn draw(&self, ctx: &Ctx<'_>, view: &ConsequenceView) -> Page {
        let mut page = Page::default();
        let words = &ctx.words.consequence;
        page.text(view.title(ctx.words), Role::Title, ctx.columns);
        if !view.set_aside.is_empty() {
            page.text(&words.set_aside, Role::Text, ctx.columns);
            for (short, said) in &view.set_aside {
                let pair = ctx.words.pair(short, said);
                page.item("- ", Role::Quiet, &pair, Role::Text, ctx.columns);
            }
            page.text(view.comes_back(ctx.words), Role::Text, ctx.columns);
        }
        if view.new > 0 {
            let new = fill(&words.new, &[("count", &view.new.to_string())]);
            page.text(&new, Role::Text, ctx.columns);
        }
        page.gap();
        self.chooser.draw(&mut page, ctx, &choices(ctx));
        page
    }
}

fn choices(ctx: &Ctx<'_>) -> [Choice; 2] {
    let words = &ctx.words.consequence;
    [
        Choice::new(&words.yes, Reaction::Do(Intent::Continue)),
        Choice::new(&words.no, Reaction::Do(Intent::Back)),
    ]
}
