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
    stood: Option<Stood>,
}

/// A day that stood in a field before: it is shown in words, as everywhere else, and goes on as numbers when nothing was typed.
#[derive(Debug)]
pub(super) struct Stood {
    day: Date,
    said: String,
}

impl Stood {
    /// Takes a day.
    pub(super) fn new(day: Date) -> Self {
        let said = format!("{}-{}-{}", day.day(), day.month(), day.year());
        Self { day, said }
    }

    /// As it reads now.
    pub(super) fn said(&self) -> &str {
        &self.said
    }

    /// Shows it in words; what the person typed over it stays.
    pub(super) fn show(&mut self, editor: &mut Editor, ctx: &Ctx<'_>) {
        if editor.text() == self.said {
            self.said = ctx.words.day(self.day);
            *editor = Editor::line(&self.said);
        }
    }

    /// What a text in the field means: the day itself where nothing was typed.
    pub(super) fn typed(&self, text: String) -> String {
        if text == self.said {
            Self::new(self.day).said
        } else {
            text
        }
    }
}

impl Day {
    /// Opens the field, with the day that stood in it before.
    pub(super) fn open(answer: Option<&Answer>) -> Self {
        let stood = match answer {
            Some(Answer::Day(day)) => Some(Stood::new(*day)),
            Some(_) | None => None,
        };
        Self {
            editor: Editor::line(stood.as_ref().map_or("", Stood::said)),
            stood,
        }
    }
}

impl Input for Day {
    fn fit(&mut self, ctx: &Ctx<'_>) {
        if let Some(stood) = &mut self.stood {
            stood.show(&mut self.editor, ctx);
        }
    }

    fn on(&mut self, press: &Press) -> Heard {
        if *press == Press::Accept {
            let text = self.editor.text();
            let typed = self.stood.as_ref().map(|stood| stood.typed(text.clone()));
            Heard::Reply(Reply::Day(typed.unwrap_or(text)))
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
