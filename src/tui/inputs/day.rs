//! A day, typed as people write it; whether it is one, the core says.

use crate::core::answer::{Answer, Day as Date};
use crate::core::ask::Reply;
use crate::tui::editor::Editor;
use crate::tui::inputs::hint::hints;
use crate::tui::inputs::row::HERE;
use crate::tui::inputs::{Ctx, Heard, Input};
use crate::tui::page::Page;
use crate::tui::press::Press;
use crate::tui::theme::Role;

/// A day.
#[derive(Debug)]
pub(super) struct Day {
    editor: Editor,
}

impl Day {
    /// Opens the field, with the day that stood in it before.
    pub(super) fn open(answer: Option<&Answer>) -> Self {
        let text = match answer {
            Some(Answer::Day(day)) => typed(*day),
            Some(_) | None => String::new(),
        };
        Self {
            editor: Editor::line(&text),
        }
    }
}

/// A day as a person would type it again.
pub(super) fn typed(day: Date) -> String {
    format!("{}-{}-{}", day.day(), day.month(), day.year())
}

impl Input for Day {
    fn on(&mut self, press: &Press) -> Heard {
        if *press == Press::Accept {
            Heard::Reply(Reply::Day(self.editor.text()))
        } else if self.editor.on(press) {
            Heard::Handled
        } else {
            Heard::Ignored
        }
    }

    fn draw(&self, ctx: &Ctx<'_>) -> Page {
        let mut page = Page::default();
        self.editor
            .draw(&mut page, (HERE, Role::Focus), ctx.columns, ctx.marks, true);
        page.text(&ctx.words.tui.inputs.day_example, Role::Quiet, ctx.columns);
        page
    }

    fn typing(&self) -> bool {
        true
    }

    fn hints(&self, ctx: &Ctx<'_>) -> Vec<(String, String)> {
        let words = &ctx.words.tui.inputs;
        hints([(&words.key_enter, &words.go_on)])
    }
}
