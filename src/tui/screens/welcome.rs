//! The screens before the first question; on the first one also the language, the face, and dossiers that are
//! remembered.

use crate::app::intent::{Habit, Intent};
use crate::app::view::WelcomeView;
use crate::core::words::fill;
use crate::tui::inputs::Ctx;
use crate::tui::keys::{Act, Context};
use crate::tui::page::Page;
use crate::tui::screens::chooser::{Choice, Chooser};
use crate::tui::screens::reaction::Reaction;
use crate::tui::theme::Role;

/// The focus.
#[derive(Debug, Default)]
pub struct Welcome {
    chooser: Chooser,
}

impl Welcome {
    /// Takes an act.
    pub fn on(&mut self, act: &Act, ctx: &Ctx<'_>, view: &WelcomeView) -> Reaction {
        self.chooser.on(act, ctx, &choices(ctx, view))
    }

    /// Draws the screen.
    pub fn draw(&self, ctx: &Ctx<'_>, view: &WelcomeView) -> Page {
        let mut page = Page::default();
        let words = ctx.words;
        let hide = ctx
            .keys
            .name_of(&Act::Hide, &[Context::Everywhere, Context::Outside], words);
        page.text(&view.title, Role::Title, ctx.columns);
        page.text(
            &fill(&view.text, &[("hide", &hide)]),
            Role::Text,
            ctx.columns,
        );
        page.gap();
        self.chooser.draw(&mut page, ctx, &choices(ctx, view));
        page.gap();
        let of = fill(
            &words.common.of,
            &[
                ("number", &(view.number + 1).to_string()),
                ("all", &view.all.to_string()),
            ],
        );
        page.text(&of, Role::Quiet, ctx.columns);
        page
    }
}

fn choices(ctx: &Ctx<'_>, view: &WelcomeView) -> Vec<Choice> {
    let words = ctx.words;
    let last = view.number + 1 == view.all;
    let go_on = if last {
        &words.welcome.begin
    } else {
        &words.menu.go_on
    };
    let mut choices = vec![Choice::new(go_on, Reaction::Do(Intent::Continue))];
    if view.choices {
        for (text, act) in [
            (&words.welcome.switch_language, Act::Language),
            (&words.welcome.face_plain, Act::LineByLine),
        ] {
            let key = ctx.keys.name_of(&act, &[Context::Welcome], words);
            choices.push(Choice::new(&format!("{text}  [{key}]"), Reaction::Act(act)));
        }
    }
    for (number, way) in view.known.iter().enumerate() {
        choices.push(Choice::new(way, Reaction::Do(Intent::Choose(number))));
    }
    if let Some(remember) = &view.remember {
        choices.push(Choice::new(
            remember,
            Reaction::Do(Intent::Habit(Habit::Remember)),
        ));
    }
    choices
}
