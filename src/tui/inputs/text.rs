//! A line of text, or several: every printable key is text, Enter goes on, and a pasted line end submits nothing. Where more
//! lines may be typed, a new line has a key of its own. Below a field of one line there can be sentences to choose from; one that
//! is chosen comes into the field, and takes nothing away that was typed.

use crate::core::answer::Answer;
use crate::core::ask::{Offer, Reply};
use crate::core::kept;
use crate::core::phrase::Phrase;
use crate::core::text::width;
use crate::core::words::fill;
use crate::tui::editor::Editor;
use crate::tui::inputs::hint::hints;
use crate::tui::inputs::row::{self, AWAY, HERE, Row};
use crate::tui::inputs::{Ctx, Heard, Input};
use crate::tui::marks::Writing;
use crate::tui::page::Page;
use crate::tui::press::Press;
use crate::tui::theme::Role;

/// A line of text, or several.
#[derive(Debug)]
pub(super) struct Text {
    editor: Editor,
    example: Option<kept::Text>,
    sentences: Vec<kept::Text>,
    /// The sentence that has the cursor; nothing while it stands in the field.
    at: Option<usize>,
    several: bool,
}

impl Text {
    /// Opens a field of one line, with what stood in it before.
    pub(super) fn line(
        example: Option<&kept::Text>,
        offers: &[Offer],
        answer: Option<&Answer>,
    ) -> Self {
        let sentence = |offer: &Offer| {
            if let Phrase::Text(text) = &offer.label {
                Some(text.clone())
            } else {
                None
            }
        };
        Self {
            editor: Editor::line(typed(answer)),
            example: example.cloned(),
            sentences: offers.iter().filter_map(sentence).collect(),
            at: None,
            several: false,
        }
    }

    /// Opens a field of several lines, with what stood in it before.
    pub(super) fn lines(example: Option<&kept::Text>, answer: Option<&Answer>) -> Self {
        Self {
            editor: Editor::lines(typed(answer)),
            example: example.cloned(),
            sentences: Vec::new(),
            at: None,
            several: true,
        }
    }
}

impl Text {
    /// Takes a press among the sentences; nothing when it is for the field.
    fn choose(&mut self, press: &Press) -> Option<Heard> {
        let last = self.sentences.len().checked_sub(1)?;
        match (press, self.at) {
            (Press::Down, None) => self.at = Some(0),
            (Press::Down, Some(at)) if at < last => self.at = Some(at + 1),
            (Press::Down, Some(_)) => return Some(Heard::Ignored),
            (Press::Up, Some(at)) => self.at = at.checked_sub(1),
            (Press::Accept, Some(at)) => self.take(at),
            (_, Some(_)) => {
                self.at = None;
                return None;
            }
            (_, None) => return None,
        }
        Some(Heard::Handled)
    }

    /// Brings a sentence into the field: in the place of another one, behind what the person typed.
    fn take(&mut self, at: usize) {
        self.at = None;
        let Some(sentence) = self.sentences.get(at) else {
            return;
        };
        let typed = self.editor.text();
        let typed = typed.trim();
        let offered = self.sentences.iter().any(|other| **other == *typed);
        self.editor = if typed.is_empty() || offered {
            Editor::line(sentence)
        } else {
            Editor::line(&format!("{typed} {sentence}"))
        };
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
        if let Some(heard) = self.choose(press) {
            heard
        } else if *press == Press::Accept {
            Heard::Reply(Reply::Text(self.editor.text()))
        } else if self.editor.on(press) {
            Heard::Handled
        } else {
            Heard::Ignored
        }
    }

    fn writing(&self) -> Vec<Writing> {
        vec![self.editor.writing(self.at.is_none())]
    }

    fn draw(&self, ctx: &Ctx<'_>) -> Page {
        let mut page = Page::default();
        let here = self.at.is_none();
        let mark = if here {
            (HERE, Role::Focus)
        } else {
            (AWAY, Role::Text)
        };
        self.editor
            .draw(&mut page, mark, ctx.columns, ctx.marks, here);
        if let Some(example) = self.example.as_ref().filter(|_| self.editor.is_empty()) {
            let said = fill(&ctx.words.asking.example, &[("example", example)]);
            page.text(&said, Role::Quiet, ctx.columns);
        }
        if !self.sentences.is_empty() {
            row::gap(&mut page, ctx);
            page.text(&ctx.words.asking.sentences, Role::Quiet, ctx.columns);
        }
        for (number, sentence) in self.sentences.iter().enumerate() {
            Row {
                focused: self.at == Some(number),
                label: sentence,
                ..Row::default()
            }
            .draw(&mut page, ctx.columns);
        }
        page
    }

    fn typing(&self) -> bool {
        true
    }

    fn hints(&self, ctx: &Ctx<'_>) -> Vec<(String, String)> {
        let words = &ctx.words.tui.inputs;
        let enter = match self.at {
            Some(_) => (&words.key_enter, &words.take),
            None => (&words.key_enter, &words.go_on),
        };
        let new_line = (&words.key_new_line, &words.new_line);
        let sentence = (&words.key_up_down, &words.sentence);
        let keys = self.several.then_some(new_line).into_iter();
        let keys = keys.chain((!self.sentences.is_empty()).then_some(sentence));
        hints(std::iter::once(enter).chain(keys))
    }
}
