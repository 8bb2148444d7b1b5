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

/// What stopping loses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loses {
    /// Answers that are not kept.
    Answers,
    /// Only what is half typed.
    HalfTyped,
}

impl Default for Stopping {
    fn default() -> Self {
        Self {
            chooser: Chooser::at(1),
        }
    }
}

impl Stopping {
    /// Takes an act; what yes, no, and where it is offered "save first" do, is for the one who asks.
    pub fn on(&mut self, act: &Act, ctx: &Ctx<'_>, does: &[Reaction]) -> Reaction {
        self.chooser.on(act, ctx, &choices(ctx, does))
    }

    /// Draws the screen; says so when something is half typed.
    pub fn draw(&self, ctx: &Ctx<'_>, loses: Loses, half_typed: Option<&str>) -> Page {
        let mut page = Page::default();
        let words = &ctx.words.over;
        page.text(&words.stop_title, Role::Title, ctx.columns);
        let ways = match loses {
            Loses::Answers => {
                page.text(&words.stop_text, Role::Text, ctx.columns);
                3
            }
            Loses::HalfTyped => 2,
        };
        if let Some(text) = half_typed {
            page.text(text, Role::Text, ctx.columns);
        }
        page.gap();
        let nothing = vec![Reaction::Ignored; ways];
        self.chooser.draw(&mut page, ctx, &choices(ctx, &nothing));
        page
    }
}

fn choices(ctx: &Ctx<'_>, does: &[Reaction]) -> Vec<Choice> {
    let words = &ctx.words.over;
    let texts = [
        &words.stop_yes,
        &words.stop_no,
        &ctx.words.dossier.stop_save,
    ];
    texts
        .into_iter()
        .zip(does)
        .map(|(text, does)| Choice::new(text, does.clone()))
        .collect()
}
