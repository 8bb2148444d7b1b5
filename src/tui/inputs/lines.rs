//! Text of several lines: Enter goes on, a new line has a key of its own, and a pasted line end submits nothing.

use std::sync::Arc;

use crate::core::answer::Answer;
use crate::core::ask::Reply;
use crate::core::text::width;
use crate::core::words::fill;
use crate::tui::editor::Editor;
use crate::tui::inputs::hint::hints;
use crate::tui::inputs::row::HERE;
use crate::tui::inputs::{Ctx, Heard, Input};
use crate::tui::marks::Writing;
use crate::tui::page::Page;
use crate::tui::press::Press;
use crate::tui::theme::Role;

/// Text of several lines.
#[derive(Debug)]
pub(super) struct Lines {
    editor: Editor,
    example: Option<Arc<str>>,
}

impl Lines {
    /// Opens the field, with what stood in it before.
    pub(super) fn open(example: Option<&Arc<str>>, answer: Option<&Answer>) -> Self {
        let text = match answer {
            Some(Answer::Text(text)) => text.as_str(),
            Some(_) | None => "",
        };
        Self {
            editor: Editor::lines(text),
            example: example.cloned(),
        }
    }
}

impl Input for Lines {
    fn fit(&mut self, ctx: &Ctx<'_>) {
        self.editor
            .fit(ctx.columns.saturating_sub(width(HERE)).max(1));
    }

    fn on(&mut self, press: &Press) -> Heard {
        if *press == Press::Accept {
            Heard::Reply(Reply::Text(self.editor.text()))
        } else if self.editor.on(press) {
            Heard::Handled
        } else {
            Heard::Ignored
        }
    }

    fn writing(&self) -> Vec<Writing> {
        vec![self.editor.writing(true)]
    }

    fn draw(&self, ctx: &Ctx<'_>) -> Page {
        let mut page = Page::default();
        self.editor
            .draw(&mut page, (HERE, Role::Focus), ctx.columns, ctx.marks, true);
        if let Some(example) = self.example.as_ref().filter(|_| self.editor.is_empty()) {
            let said = fill(&ctx.words.asking.example, &[("example", example)]);
            page.text(&said, Role::Quiet, ctx.columns);
        }
        page
    }

    fn typing(&self) -> bool {
        true
    }

    fn hints(&self, ctx: &Ctx<'_>) -> Vec<(String, String)> {
        let words = &ctx.words.tui.inputs;
        hints([
            (&words.key_enter, &words.go_on),
            (&words.key_new_line, &words.new_line),
        ])
    }
}
