//! The cover: nothing of the person's, and one way on.

use crate::app::intent::Intent;
use crate::tui::inputs::Ctx;
use crate::tui::keys::Act;
use crate::tui::page::Page;
use crate::tui::screens::chooser::{Choice, Chooser};
use crate::tui::screens::reaction::Reaction;
use crate::tui::theme::Role;

/// Takes an act.
pub fn on(act: &Act, ctx: &Ctx<'_>) -> Reaction {
    Chooser::default().on(act, ctx, &choices(ctx))
}

/// Draws the screen.
pub fn draw(ctx: &Ctx<'_>) -> Page {
    let words = &ctx.words.together;
    let mut page = Page::default();
    page.text(&words.veiled_title, Role::Title, ctx.columns);
    page.text(&words.veiled_text, Role::Text, ctx.columns);
    page.gap();
    Chooser::default().draw(&mut page, ctx, &choices(ctx));
    page
}

fn choices(ctx: &Ctx<'_>) -> [Choice; 1] {
    let go_on = &ctx.words.together.veiled_on;
    [Choice::new(go_on, Reaction::Do(Intent::Continue))]
}
