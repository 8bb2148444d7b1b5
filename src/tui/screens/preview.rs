//! A paper before it is saved: choosing and ordering its lines, or reading it as its reader will.

use crate::app::intent::{Intent, LineWish, Way};
use crate::app::view::{PreviewLine, PreviewView};
use crate::core::ids::LineId;
use crate::core::text::width;
use crate::tui::inputs::Ctx;
use crate::tui::keys::{Act, Context, Deed};
use crate::tui::page::Page;
use crate::tui::press::Press;
use crate::tui::screens::reaction::Reaction;
use crate::tui::theme::Role;
use crate::tui::widgets::items;

/// Columns between a line and what it gives away, where both stand in one row.
const BETWEEN: usize = 2;

/// Where the cursor is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
enum Focus {
    /// On the first line.
    #[default]
    First,
    /// On a line, wherever it moves to.
    Line(LineId),
    /// On one of the ways on, below the lines.
    Way(usize),
}

/// The focus, and whether the paper is read.
#[derive(Debug, Default)]
pub struct Preview {
    focus: Focus,
    reading: bool,
}

impl Preview {
    /// The contexts of keys that hold here, the innermost first.
    pub fn contexts(&self, view: &PreviewView) -> Vec<Context> {
        let here = if self.reading {
            Context::Reading
        } else {
            Context::Preview
        };
        contexts(view, here)
    }

    /// Says whether the focused line has another wording.
    pub fn can_soften(&self, view: &PreviewView) -> bool {
        self.line(view).is_some_and(|line| line.softer.is_some())
    }

    /// Takes an act.
    pub fn on(&mut self, act: &Act, ctx: &Ctx<'_>, view: &PreviewView) -> Reaction {
        if let Act::Paper(deed) = act {
            return self.deed(*deed, view);
        }
        match act.press() {
            Some(Press::Accept) if self.reading => on_enter(view),
            Some(press) if !self.reading => self.press(press, ctx, view),
            Some(_) | None => Reaction::Ignored,
        }
    }

    fn deed(&mut self, deed: Deed, view: &PreviewView) -> Reaction {
        let way = match deed {
            Deed::Read => {
                self.reading = !self.reading;
                return Reaction::Handled;
            }
            Deed::Save => return Reaction::Do(Intent::Continue),
            Deed::WithoutSaving => return Reaction::Do(Intent::GoOn),
            Deed::Copy => return Reaction::Do(Intent::Copy),
            Deed::ForWhom => {
                return match &view.for_whom {
                    Some((question, _)) => Reaction::Do(Intent::Edit(question.clone())),
                    None => Reaction::Ignored,
                };
            }
            Deed::Toggle | Deed::Soften | Deed::Raise | Deed::Lower if self.reading => {
                return Reaction::Ignored;
            }
            Deed::Toggle => return self.with_line(view, LineWish::Toggle),
            Deed::Soften if self.can_soften(view) => return self.with_line(view, LineWish::Soften),
            Deed::Soften => return Reaction::Ignored,
            Deed::Raise => Way::Up,
            Deed::Lower => Way::Down,
        };
        self.with_line(view, LineWish::Move(way))
    }

    /// Draws the screen.
    pub fn draw(&self, ctx: &Ctx<'_>, view: &PreviewView) -> Page {
        let mut page = Page::default();
        page.text(&view.title, Role::Title, ctx.columns);
        if self.reading {
            page.gap();
            for line in &view.text {
                page.text(line, Role::Text, ctx.columns);
            }
            return page;
        }
        for text in &view.explain {
            page.text(text, Role::Text, ctx.columns);
        }
        if view.card {
            page.text(&ctx.words.preview.explain_card, Role::Text, ctx.columns);
        }
        page.end_head();
        if let Some((_, said)) = &view.for_whom {
            page.text(said, Role::Quiet, ctx.columns);
        }
        let at = self.at(view);
        let mut number = 0;
        for block in &view.blocks {
            page.gap();
            if !block.title.is_empty() {
                page.text(&block.title, Role::Group, ctx.columns);
            }
            for line in &block.lines {
                draw_line(&mut page, ctx, line, number == at);
                number += 1;
            }
        }
        page.gap();
        for way in ways(ctx, view) {
            items::item(&mut page, ctx, &way.0, number == at);
            number += 1;
        }
        page
    }

    fn press(&mut self, press: &Press, ctx: &Ctx<'_>, view: &PreviewView) -> Reaction {
        let at = self.at(view);
        let lines = lines(view).count();
        let ways = ways(ctx, view);
        if *press == Press::Accept {
            let way = at
                .checked_sub(lines)
                .and_then(|way| ways.into_iter().nth(way));
            return match way {
                Some((_, does)) => does,
                None => on_enter(view),
            };
        }
        match items::moved(at, lines + ways.len(), press, ctx) {
            Some(to) => {
                self.focus = match lines_at(view, to) {
                    Some(line) => Focus::Line(line.id.clone()),
                    None => Focus::Way(to.saturating_sub(lines)),
                };
                Reaction::Handled
            }
            None => Reaction::Ignored,
        }
    }

    fn with_line(&mut self, view: &PreviewView, wish: LineWish) -> Reaction {
        match self.line(view) {
            Some(line) => {
                let id = line.id.clone();
                self.focus = Focus::Line(id.clone());
                Reaction::Do(Intent::Line(id, wish))
            }
            None => Reaction::Ignored,
        }
    }

    fn line<'a>(&self, view: &'a PreviewView) -> Option<&'a PreviewLine> {
        lines_at(view, self.at(view))
    }

    fn at(&self, view: &PreviewView) -> usize {
        match &self.focus {
            Focus::First => 0,
            Focus::Line(id) => lines(view)
                .position(|line| line.id == *id)
                .unwrap_or_default(),
            Focus::Way(way) => lines(view).count() + way,
        }
    }
}

fn lines(view: &PreviewView) -> impl Iterator<Item = &PreviewLine> {
    view.blocks.iter().flat_map(|block| &block.lines)
}

fn lines_at(view: &PreviewView, at: usize) -> Option<&PreviewLine> {
    lines(view).nth(at)
}

/// What Enter does: the first way on. What is only for the person is saved when they choose that, never by going on.
fn on_enter(view: &PreviewView) -> Reaction {
    Reaction::Do(if view.private {
        Intent::GoOn
    } else {
        Intent::Continue
    })
}

fn contexts(view: &PreviewView, here: Context) -> Vec<Context> {
    let private = view.private.then_some(Context::Private);
    private.into_iter().chain([here]).collect()
}

/// The ways on, each with its key.
fn ways(ctx: &Ctx<'_>, view: &PreviewView) -> Vec<(String, Reaction)> {
    let words = &ctx.words.preview;
    let write = if view.private {
        &words.write_private
    } else {
        &words.write_shared
    };
    let keyed = |text: &str, act: &Act| {
        let contexts = contexts(view, Context::Preview);
        let key = ctx.keys.name_of(act, &contexts, ctx.words);
        format!("{text}  [{key}]")
    };
    let enter = Act::Press(Press::Accept);
    let mut ways = if view.private {
        vec![
            (keyed(&words.go_on, &enter), Reaction::Do(Intent::GoOn)),
            (
                keyed(write, &Act::Paper(Deed::Save)),
                Reaction::Do(Intent::Continue),
            ),
        ]
    } else {
        vec![
            (keyed(write, &enter), Reaction::Do(Intent::Continue)),
            (
                keyed(&words.go_on, &Act::Paper(Deed::WithoutSaving)),
                Reaction::Do(Intent::GoOn),
            ),
        ]
    };
    ways.extend([
        (
            keyed(&words.read, &Act::Paper(Deed::Read)),
            Reaction::Act(Act::Paper(Deed::Read)),
        ),
        (
            keyed(&ctx.words.copying.act, &Act::Paper(Deed::Copy)),
            Reaction::Do(Intent::Copy),
        ),
    ]);
    if let Some((question, _)) = &view.for_whom {
        ways.push((
            keyed(&words.other_reader, &Act::Paper(Deed::ForWhom)),
            Reaction::Do(Intent::Edit(question.clone())),
        ));
    }
    ways
}

/// One line with its box; what it gives away beside it or below, and where it came from when the cursor is on it.
fn draw_line(page: &mut Page, ctx: &Ctx<'_>, line: &PreviewLine, focused: bool) {
    let (mark, role) = items::mark(focused);
    let mark = format!("{mark}{} ", if line.on { "[x]" } else { "[ ]" });
    let indent = " ".repeat(width(&mark));
    let first = page.len();
    let [text, more @ ..] = line.texts.as_slice() else {
        return;
    };
    let used = width(&mark) + width(text) + BETWEEN + width(&line.level);
    let beside = !line.level.is_empty() && more.is_empty() && used <= ctx.columns;
    if beside {
        page.line([
            (mark.clone(), role),
            (text.clone(), role),
            (" ".repeat(ctx.columns - used + BETWEEN), Role::Text),
            (line.level.clone(), Role::Quiet),
        ]);
    } else {
        page.item(&mark, role, text, role, ctx.columns);
    }
    for text in more {
        page.item(&indent, Role::Text, text, role, ctx.columns);
    }
    let mut below = |text: &str| {
        page.item(&indent, Role::Text, text, Role::Quiet, ctx.columns);
    };
    if !beside && !line.level.is_empty() {
        below(&line.level);
    }
    if focused {
        below(&line.why);
        let words = &ctx.words.preview;
        let soften = Act::Paper(Deed::Soften);
        let key = ctx.keys.name_of(&soften, &[Context::Preview], ctx.words);
        match line.softer {
            Some(false) => below(&format!("{}  [{key}]", words.softer)),
            Some(true) => below(&format!("{}  [{key}]", words.not_softer)),
            None => {}
        }
        page.put_cursor(first, items::FOCUS_COLUMN);
    }
}
