//! Whether to stop. The cursor stands on "no": what is lost does not come back.

use crate::tui::inputs::Ctx;
use crate::tui::keys::Act;
use crate::tui::page::Page;
use crate::tui::screens::chooser::{Choice, Chooser};
use crate::tui::screens::reaction::Reaction;
use crate::tui::theme::Role;

/// The focus.
#[derive(Debug)]
pub struct Stopping {
    chooser: Chooser,
}

impl Default for Stopping {
    fn default() -> Self {
        Self {
            chooser: Chooser::at(1),
        }
    }
}

impl Stopping {
    /// Takes an act; what yes and no do is for the one who asks.
    pub fn on(&mut self, act: &Act, ctx: &Ctx<'_>, yes: Reaction, no: Reaction) -> Reaction {
        self.chooser.on(act, ctx, &choices(ctx, yes, no))
    }

    /// Draws the screen; says so when something is half typed.
    pub fn draw(&self, ctx: &Ctx<'_>, half_typed: Option<&str>) -> Page {
        let mut page = Page::default();
        let words = &ctx.words.over;
        page.text(&words.stop_title, Role::Title, ctx.columns);
        page.text(&words.stop_text, Role::Text, ctx.columns);
        if let Some(text) = half_typed {
            page.text(text, Role::Text, ctx.columns);
        }
        page.gap();
        let choices = choices(ctx, Reaction::Ignored, Reaction::Ignored);
        self.chooser.draw(&mut page, ctx, &choices);
        page
    }
}

fn choices(ctx: &Ctx<'_>, yes: Reaction, no: Reaction) -> [Choice; 2] {
    let words = &ctx.words.over;
    [
        Choice::new(&words.stop_yes, yes),
        Choice::new(&words.stop_no, no),
    ]
}
