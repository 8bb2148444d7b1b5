//! A few choices below a text: the body of every small screen.

use crate::tui::inputs::Ctx;
use crate::tui::keys::Act;
use crate::tui::page::Page;
use crate::tui::press::Press;
use crate::tui::screens::reaction::Reaction;
use crate::tui::widgets::items;

/// One choice, and what it does.
#[derive(Debug, Clone)]
pub struct Choice {
    /// How it reads.
    pub text: String,
    /// What it does.
    pub does: Reaction,
}

impl Choice {
    /// Makes a choice.
    pub fn new(text: &str, does: Reaction) -> Self {
        Self {
            text: text.to_owned(),
            does,
        }
    }
}

/// Which choice the cursor is on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Chooser {
    at: usize,
}

impl Chooser {
    /// Puts the cursor on a choice.
    pub fn at(number: usize) -> Self {
        Self { at: number }
    }

    /// Takes an act.
    pub fn on(&mut self, act: &Act, ctx: &Ctx<'_>, choices: &[Choice]) -> Reaction {
        let Act::Press(press) = act else {
            return Reaction::Ignored;
        };
        let at = self.focus(choices);
        if *press == Press::Accept {
            return choices
                .get(at)
                .map_or(Reaction::Ignored, |choice| choice.does.clone());
        }
        match items::moved(at, choices.len(), press, ctx) {
            Some(to) => {
                self.at = to;
                Reaction::Handled
            }
            None => Reaction::Ignored,
        }
    }

    /// Draws the choices below what stands on the page.
    pub fn draw(self, page: &mut Page, ctx: &Ctx<'_>, choices: &[Choice]) {
        page.end_head();
        let texts = choices.iter().map(|choice| choice.text.as_str());
        items::list(page, ctx, texts, self.focus(choices));
    }

    /// The focus, also when there are fewer choices than there were.
    fn focus(self, choices: &[Choice]) -> usize {
        self.at.min(choices.len().saturating_sub(1))
    }
}
