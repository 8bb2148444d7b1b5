//! Something to know after an answer: go on, to a step it names, or back to the question.

use crate::app::intent::Intent;
use crate::app::view::NoticeView;
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
    pub fn on(&mut self, act: &Act, ctx: &Ctx<'_>, view: &NoticeView) -> Reaction {
        self.chooser.on(act, ctx, &choices(ctx, view))
    }

    /// Draws the screen.
    pub fn draw(&self, ctx: &Ctx<'_>, view: &NoticeView) -> Page {
        let mut page = Page::default();
        page.text(&ctx.words.notice.title, Role::Title, ctx.columns);
        page.text(&view.text, Role::Text, ctx.columns);
        page.gap();
        self.chooser.draw(&mut page, ctx, &choices(ctx, view));
        page
    }
}

fn choices(ctx: &Ctx<'_>, view: &NoticeView) -> Vec<Choice> {
    let words = &ctx.words.notice;
    let go_on = Choice::new(&words.go_on, Reaction::Do(Intent::Continue));
    let step =
        |(number, way): (usize, &String)| Choice::new(way, Reaction::Do(Intent::Choose(number)));
    let back = Choice::new(&words.back, Reaction::Do(Intent::Back));
    let steps = view.goes.iter().enumerate().map(step);
    std::iter::once(go_on).chain(steps).chain([back]).collect()
}
