//! A line of text, or several: every printable key is text, Enter goes on, and a pasted line end submits nothing. Where more
//! lines may be typed, a new line has a key of its own.

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

/// A line of text, or several.
#[derive(Debug)]
pub(super) struct Text {
    editor: Editor,
    example: Option<Arc<str>>,
    several: bool,
}

impl Text {
    /// Opens a field of one line, with what stood in it before.
    pub(super) fn line(example: Option<&Arc<str>>, answer: Option<&Answer>) -> Self {
        Self {
            editor: Editor::line(typed(answer)),
            example: example.cloned(),
            several: false,
        }
    }

    /// Opens a field of several lines, with what stood in it before.
    pub(super) fn lines(example: Option<&Arc<str>>, answer: Option<&Answer>) -> Self {
        Self {
            editor: Editor::lines(typed(answer)),
            example: example.cloned(),
            several: true,
        }
    }
}

fn typed(answer: Option<&Answer>) -> &str {
    match answer {
        Some(Answer::Text(text)) => text.as_str(),
        Some(_) | None => "",
    }
}

impl Input for Text {
    fn fit(&mut self, ctx: &Ctx<'_>) {
        if self.several {
            self.editor
                .fit(ctx.columns.saturating_sub(width(HERE)).max(1));
        }
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
        let new_line = (&words.key_new_line, &words.new_line);
        let keys = self.several.then_some(new_line);
        hints(std::iter::once((&words.key_enter, &words.go_on)).chain(keys))
    }
}
