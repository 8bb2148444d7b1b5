//! The end of a guide: look at a paper again, at everything that was said, or stop.

use crate::app::intent::{Beside, Intent};
use crate::app::view::OverView;
use crate::tui::inputs::Ctx;
use crate::tui::keys::Act;
use crate::tui::page::Page;
use crate::tui::screens::chooser::{Choice, Chooser};
use crate::tui::screens::reaction::Reaction;
use crate::tui::theme::Role;

/// The focus.
#[derive(Debug, Default)]
pub struct Over {
    chooser: Chooser,
}

impl Over {
    /// Takes an act.
    pub fn on(&mut self, act: &Act, ctx: &Ctx<'_>, view: &OverView) -> Reaction {
        self.chooser.on(act, ctx, &choices(ctx, view))
    }

    /// Draws the screen.
    pub fn draw(&self, ctx: &Ctx<'_>, view: &OverView) -> Page {
        let mut page = Page::default();
        page.text(&ctx.words.over.title, Role::Title, ctx.columns);
        for text in &view.text {
            page.text(text, Role::Text, ctx.columns);
        }
        page.gap();
        self.chooser.draw(&mut page, ctx, &choices(ctx, view));
        page
    }
}

fn choices(ctx: &Ctx<'_>, view: &OverView) -> Vec<Choice> {
    let words = ctx.words;
    let paper =
        |(number, said): (usize, &String)| Choice::new(said, Reaction::Do(Intent::Look(number)));
    let way =
        |(number, said): (usize, &String)| Choice::new(said, Reaction::Do(Intent::Choose(number)));
    let mut choices: Vec<Choice> = view.ways.iter().enumerate().map(way).collect();
    choices.extend(view.papers.iter().enumerate().map(paper));
    if view.rehearse {
        choices.push(Choice::new(
            &words.menu.rehearse,
            Reaction::Do(Intent::Beside(Beside::Rehearsal)),
        ));
    }
    choices.push(Choice::new(
        &words.menu.review,
        Reaction::Do(Intent::Beside(Beside::Review)),
    ));
    if view.keep {
        choices.push(Choice::new(&words.over.keep, Reaction::Do(Intent::Keep)));
    }
    choices.push(Choice::new(&words.menu.stop, Reaction::Act(Act::Stop)));
    choices
}
