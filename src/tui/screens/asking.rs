//! A question: what its step gives, the question, its explanation, its input, and the kinds of no answer below it.

use crate::app::intent::Intent;
use crate::app::view::{AboutWhat, AskingView};
use crate::core::answer::Blank;
use crate::core::ask::Reply;
use crate::core::text::width;
use crate::tui::inputs::{Ctx, Heard};
use crate::tui::keys::{Act, Context};
use crate::tui::marks::Writing;
use crate::tui::page::{HERE, Page};
use crate::tui::press::Press;
use crate::tui::screens::half::{Half, Halves};
use crate::tui::screens::reaction::Reaction;
use crate::tui::theme::Role;
use crate::tui::widgets::items;

/// Columns between two kinds of no answer in one row.
const BETWEEN: usize = 2;

/// Half-typed replies, and which kind of no answer the cursor is on, if any.
#[derive(Debug, Default)]
pub struct Asking {
    halves: Halves,
    blank: Option<usize>,
    /// What was refused was changed since, so the refusal goes.
    mended: bool,
}

impl Asking {
    /// Shows a question; `fresh` when another one, or something else, was shown before.
    pub fn show(&mut self, ctx: &Ctx<'_>, view: &AskingView, fresh: bool) {
        if fresh {
            self.blank = None;
        }
        self.mended = false;
        self.halves.show(view, ctx);
        if let (true, Some(text), Some(half)) = (fresh, &view.seek, self.halves.get_mut(&view.id)) {
            half.seek(text);
        }
    }

    /// Looks at the window again after its size changed.
    pub fn fit(&mut self, ctx: &Ctx<'_>, view: &AskingView) {
        self.halves.fit(&view.id, ctx);
    }

    /// Half-typed replies.
    pub fn halves(&mut self) -> &mut Halves {
        &mut self.halves
    }

    /// Says whether something was typed that was not given yet.
    pub fn touched(&self) -> bool {
        self.halves.touched()
    }

    /// Says whether every printable key is text.
    pub fn typing(&self, view: &AskingView) -> bool {
        self.halves
            .get(&view.id)
            .is_some_and(|half| half.input().typing())
    }

    /// What the cursor points at, where something can be read about it on wish.
    pub fn points_at(&self, view: &AskingView) -> Vec<AboutWhat> {
        self.halves
            .get(&view.id)
            .map(|half| half.input().points_at())
            .unwrap_or_default()
    }

    /// The texts of the person's own that stand in the reply.
    pub fn writing(&self, view: &AskingView) -> Vec<Writing> {
        self.halves
            .get(&view.id)
            .map(Half::writing)
            .unwrap_or_default()
    }

    /// Says whether the cursor is on a kind of no answer.
    pub fn on_blanks(&self) -> bool {
        self.blank.is_some()
    }

    /// What the keys do here, for the footer. On a kind of no answer the table of keys says it.
    pub fn hints(&self, ctx: &Ctx<'_>, view: &AskingView) -> Option<Vec<(String, String)>> {
        if self.blank.is_some() {
            return None;
        }
        self.halves
            .get(&view.id)
            .map(|half| half.input().hints(ctx))
    }

    /// Takes an act.
    pub fn on(&mut self, act: &Act, view: &AskingView) -> Reaction {
        if let Act::Blank(blank) = act {
            return self.reply(view, Reply::Blank(*blank));
        }
        let Some(press) = act.press() else {
            return Reaction::Ignored;
        };
        if let Some(at) = self.blank
            && let Some(reaction) = self.on_blank(at, press, view)
        {
            return reaction;
        }
        let Some(half) = self.halves.get_mut(&view.id) else {
            return Reaction::Ignored;
        };
        match half.on(press) {
            Heard::Reply(reply) => self.reply(view, reply),
            Heard::Handled => {
                self.mended |= changes(press);
                Reaction::Handled
            }
            Heard::Ignored => {
                let down = matches!(press, Press::Down | Press::Next);
                if down && self.blank.is_none() && !view.blanks.is_empty() {
                    self.blank = Some(0);
                    Reaction::Handled
                } else {
                    Reaction::Ignored
                }
            }
        }
    }

    /// Draws the question.
    pub fn draw(&self, ctx: &Ctx<'_>, view: &AskingView) -> Page {
        let mut page = Page::default();
        let roomy = ctx.rows >= 10;
        if let Some(gives) = &view.gives {
            page.text(gives, Role::Quiet, ctx.columns);
            if roomy {
                page.gap();
            }
        }
        page.text(&view.question, Role::Title, ctx.columns);
        if let Some(explain) = &view.explain {
            page.text(explain, Role::Text, ctx.columns);
        }
        if roomy {
            page.gap();
        }
        if let Some(refusal) = view.refusal.as_ref().filter(|_| !self.mended) {
            page.item("! ", Role::Notice, refusal, Role::Notice, ctx.columns);
        }
        page.end_head();
        let at = self.blank.filter(|_| !view.blanks.is_empty());
        if let Some(half) = self.halves.get(&view.id) {
            let input = half.input().draw(ctx);
            page.append(if at.is_some() { input.left() } else { input });
        }
        if !view.blanks.is_empty() {
            if roomy {
                page.gap();
            }
            draw_blanks(&mut page, ctx, &view.blanks, at);
        }
        page
    }

    /// A press while the cursor is on a kind of no answer. Nothing where the input has it: typing goes on where it stopped.
    fn on_blank(&mut self, at: usize, press: &Press, view: &AskingView) -> Option<Reaction> {
        let last = view.blanks.len().saturating_sub(1);
        let to = match press {
            Press::Accept => {
                let blank = *view.blanks.get(at)?;
                return Some(self.reply(view, Reply::Blank(blank)));
            }
            Press::Up | Press::Left | Press::Previous => at.checked_sub(1),
            Press::Down | Press::Right | Press::Next if at < last => Some(at + 1),
            Press::Home | Press::PageUp => None,
            Press::Typed(_) | Press::Pasted(_) | Press::Erase | Press::Delete | Press::Clear => {
                if !self.typing(view) {
                    return Some(Reaction::Ignored);
                }
                self.blank = None;
                return None;
            }
            Press::Down
            | Press::Right
            | Press::Next
            | Press::End
            | Press::PageDown
            | Press::NewLine
            | Press::Copy => return Some(Reaction::Ignored),
        };
        self.blank = to;
        Some(Reaction::Handled)
    }

    fn reply(&mut self, view: &AskingView, reply: Reply) -> Reaction {
        self.halves.sent(&view.id, &reply);
        Reaction::Do(Intent::Reply(view.id.clone(), reply))
    }
}

/// Says whether a press that an input took can have changed the reply; the others only move.
fn changes(press: &Press) -> bool {
    match press {
        Press::Left
        | Press::Right
        | Press::Accept
        | Press::Erase
        | Press::Delete
        | Press::Clear
        | Press::NewLine
        | Press::Copy
        | Press::Typed(_)
        | Press::Pasted(_) => true,
        Press::Up
        | Press::Down
        | Press::Home
        | Press::End
        | Press::PageUp
        | Press::PageDown
        | Press::Next
        | Press::Previous => false,
    }
}

/// The kinds of no answer, each with its key: beside each other where there is room, else one below the other.
fn draw_blanks(page: &mut Page, ctx: &Ctx<'_>, blanks: &[Blank], at: Option<usize>) {
    let words = ctx.words;
    let texts: Vec<String> = blanks
        .iter()
        .map(|blank| {
            let contexts = [Context::Asking, Context::Choosing];
            let key = ctx.keys.name_of(&Act::Blank(*blank), &contexts, words);
            format!("{key} {}", words.blank(*blank))
        })
        .collect();
    let wide: usize = texts
        .iter()
        .map(|text| HERE.len() + width(text) + BETWEEN)
        .sum();
    if wide > ctx.columns + BETWEEN {
        for (number, text) in texts.iter().enumerate() {
            items::item(page, ctx, text, at == Some(number));
        }
        return;
    }
    let mut pieces = Vec::new();
    let mut cursor = None;
    let mut column = 0;
    for (number, text) in texts.into_iter().enumerate() {
        let (mark, role) = items::mark(at == Some(number));
        if at == Some(number) {
            cursor = Some(column + items::FOCUS_COLUMN);
        }
        column += HERE.len() + width(&text) + BETWEEN;
        pieces.push((mark.to_owned(), role));
        pieces.push((text, role));
        pieces.push((" ".repeat(BETWEEN), Role::Text));
    }
    let line = page.len();
    page.line(pieces);
    if let Some(column) = cursor {
        page.put_cursor(line, column);
    }
}
