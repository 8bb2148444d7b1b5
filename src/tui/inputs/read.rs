//! Something to read: a text and its facts, each with where it comes from and how sure we are.

use std::sync::Arc;

use crate::core::ask::Reply;
use crate::core::fact::Fact;
use crate::core::kept::Text;
use crate::core::words::fill;
use crate::tui::inputs::hint::hints;
use crate::tui::inputs::row;
use crate::tui::inputs::scroll::Scroll;
use crate::tui::inputs::{Ctx, Heard, Input};
use crate::tui::page::Page;
use crate::tui::press::Press;
use crate::tui::theme::Role;

/// Windows with fewer rows get no picture of a hundred dots.
const FOR_PICTURE: usize = 20;

/// Something to read.
#[derive(Debug)]
pub(super) struct Read {
    body: Text,
    facts: Vec<Arc<Fact>>,
    scroll: Scroll,
}

impl Read {
    /// Opens the text at its beginning.
    pub(super) fn open(body: &Text, facts: &[Arc<Fact>]) -> Self {
        Self {
            body: body.clone(),
            facts: facts.to_vec(),
            scroll: Scroll::default(),
        }
    }

    fn text(&self, ctx: &Ctx<'_>) -> Page {
        let mut page = Page::default();
        if !self.body.is_empty() {
            page.text(&self.body, Role::Text, ctx.columns);
        }
        for fact in &self.facts {
            if !page.is_empty() {
                page.gap();
            }
            draw_fact(&mut page, ctx, fact);
        }
        if page.is_empty() {
            page.gap();
        }
        page
    }
}

fn draw_fact(page: &mut Page, ctx: &Ctx<'_>, fact: &Fact) {
    let words = &ctx.words.asking;
    page.text(&fact.text, Role::Text, ctx.columns);
    if let Some(count) = fact.of_100 {
        if ctx.rows >= FOR_PICTURE {
            row::gap(page, ctx);
            draw_hundred(page, usize::from(count));
        }
        let said = fill(&words.of_100, &[("count", &count.to_string())]);
        page.text(&said, Role::Text, ctx.columns);
    }
    for said in [
        fill(&words.who, &[("who", &fact.who)]),
        fill(&words.source, &[("source", &fact.source)]),
        fill(&words.sure, &[("sure", &fact.sure)]),
    ] {
        page.text(&said, Role::Quiet, ctx.columns);
    }
}

/// A hundred dots, ten by ten; `count` of them are filled.
fn draw_hundred(page: &mut Page, count: usize) {
    for row in 0..10 {
        let filled = count.saturating_sub(row * 10).min(10);
        let dots = ["o "].repeat(filled).concat();
        let open = [". "].repeat(10 - filled).concat();
        page.line([
            ("  ".to_owned(), Role::Text),
            (dots, Role::Chosen),
            (open.trim_end().to_owned(), Role::Quiet),
        ]);
    }
}

impl Input for Read {
    fn fit(&mut self, ctx: &Ctx<'_>) {
        self.scroll.fit(self.text(ctx).len(), ctx.rows);
    }

    fn on(&mut self, press: &Press) -> Heard {
        if *press == Press::Accept {
            return Heard::Reply(Reply::Read);
        }
        self.scroll.on(press).unwrap_or(Heard::Ignored)
    }

    fn draw(&self, ctx: &Ctx<'_>) -> Page {
        self.scroll.put(&self.text(ctx), 0)
    }

    fn typing(&self) -> bool {
        false
    }

    fn hints(&self, ctx: &Ctx<'_>) -> Vec<(String, String)> {
        let words = &ctx.words.tui.inputs;
        hints([
            (&words.key_up_down, &words.read),
            (&words.key_enter, &words.go_on),
        ])
    }
}
