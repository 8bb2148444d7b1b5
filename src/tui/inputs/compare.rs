//! Options side by side, every aspect of every option in the same look; left and right choose, Enter picks; not before an option
//! was looked at or pointed at.

use crate::core::answer::Answer;
use crate::core::ask::{CompareColumn, Reply};
use crate::core::ids::ItemId;
use crate::core::kept::Text;
use crate::core::text::{width, wrap};
use crate::core::words::fill;
use crate::tui::inputs::focus::digit;
use crate::tui::inputs::hint::hints;
use crate::tui::inputs::row;
use crate::tui::inputs::scroll::Scroll;
use crate::tui::inputs::{Ctx, Heard, Input};
use crate::tui::page::Page;
use crate::tui::press::Press;
use crate::tui::theme::Role;

/// The fewest columns in which an option stands beside another.
const NARROWEST: usize = 20;
/// Columns between two options.
const BETWEEN: usize = 2;

/// Options side by side, or one at a time where there is no room.
#[derive(Debug)]
pub(super) struct Compare {
    columns: Vec<CompareColumn>,
    aspects: Vec<Text>,
    earlier: Option<ItemId>,
    at: usize,
    /// The person looked at another option or pointed at this one, or it stands as it was answered.
    touched: bool,
    /// Enter was pressed before that.
    early: bool,
    scroll: Scroll,
    /// For each option how many lines there are to read, and the rows of the window.
    lines: Vec<usize>,
    rows: usize,
}

impl Compare {
    /// Opens the comparison at what was picked before.
    pub(super) fn open(
        columns: &[CompareColumn],
        aspects: &[Text],
        answer: Option<&Answer>,
    ) -> Self {
        let earlier = match answer {
            Some(Answer::One(id)) => Some(id.clone()),
            Some(_) | None => None,
        };
        let at = columns
            .iter()
            .position(|column| Some(&column.offer.id) == earlier.as_ref());
        Self {
            columns: columns.to_vec(),
            aspects: aspects.to_vec(),
            earlier,
            at: at.unwrap_or_default(),
            touched: at.is_some(),
            early: false,
            scroll: Scroll::default(),
            lines: Vec::new(),
            rows: 0,
        }
    }

    fn to(&mut self, at: Option<usize>) -> Heard {
        let Some(at) = at.filter(|at| *at < self.columns.len()) else {
            return Heard::Ignored;
        };
        self.at = at;
        self.touched = true;
        self.early = false;
        self.scroll = Scroll::default();
        if let Some(lines) = self.lines.get(at) {
            self.scroll.fit(*lines, self.rows);
        }
        Heard::Handled
    }

    /// How wide one option is when all stand side by side, if they can.
    fn beside(&self, columns: usize) -> Option<usize> {
        let count = self.columns.len();
        let gaps = BETWEEN * count.saturating_sub(1);
        let room = columns.checked_sub(gaps)?.checked_div(count)?;
        (room >= NARROWEST && count > 1).then_some(room)
    }

    fn label(&self, ctx: &Ctx<'_>, at: usize) -> (String, Role) {
        let Some(column) = self.columns.get(at) else {
            return (String::new(), Role::Text);
        };
        let chosen = self.earlier.as_ref() == Some(&column.offer.id);
        let mark = row::mark(at == self.at, if chosen { "(o)" } else { "( )" });
        let label = ctx.words.say(&column.offer.label);
        (format!("{mark}{label}"), row::role(at == self.at, chosen))
    }

    fn say_early(&self, page: &mut Page, ctx: &Ctx<'_>) {
        if self.early {
            let hint = &ctx.words.tui.inputs.look_first;
            page.text(hint, Role::Notice, ctx.columns);
        }
    }

    fn cell(&self, at: usize, aspect: usize) -> &str {
        self.columns
            .get(at)
            .and_then(|column| column.cells.get(aspect))
            .map_or("", |cell| cell)
    }

    fn text(&self, ctx: &Ctx<'_>, at: usize) -> Page {
        match self.beside(ctx.wide) {
            Some(room) => self.all(ctx, room),
            None => self.one(ctx, at),
        }
    }

    fn all(&self, ctx: &Ctx<'_>, room: usize) -> Page {
        let mut page = Page::default();
        let heads: Vec<(String, Role)> = (0..self.columns.len())
            .map(|at| self.label(ctx, at))
            .collect();
        draw_beside(&mut page, &heads, room);
        self.say_early(&mut page, ctx);
        for (number, aspect) in self.aspects.iter().enumerate() {
            row::gap(&mut page, ctx);
            page.text(aspect, Role::Group, ctx.columns);
            let cells: Vec<(String, Role)> = (0..self.columns.len())
                .map(|at| (self.cell(at, number).to_owned(), Role::Text))
                .collect();
            draw_beside(&mut page, &cells, room);
        }
        page
    }

    fn one(&self, ctx: &Ctx<'_>, at: usize) -> Page {
        let mut page = Page::default();
        let (label, role) = self.label(ctx, at);
        page.text(&label, role, ctx.columns);
        self.say_early(&mut page, ctx);
        let place = fill(
            &ctx.words.common.of,
            &[
                ("number", &(at + 1).to_string()),
                ("all", &self.columns.len().to_string()),
            ],
        );
        page.item("  ", Role::Text, &place, Role::Quiet, ctx.columns);
        for (number, aspect) in self.aspects.iter().enumerate() {
            row::gap(&mut page, ctx);
            page.text(aspect, Role::Group, ctx.columns);
            page.text(self.cell(at, number), Role::Text, ctx.columns);
        }
        page
    }
}

/// Draws texts side by side, each wrapped to its own width.
fn draw_beside(page: &mut Page, texts: &[(String, Role)], room: usize) {
    let wrapped: Vec<(Vec<String>, Role)> = texts
        .iter()
        .map(|(text, role)| (wrap(text, room), *role))
        .collect();
    let lines = wrapped.iter().map(|(lines, _)| lines.len()).max();
    for number in 0..lines.unwrap_or_default() {
        let mut pieces = Vec::new();
        for (at, (lines, role)) in wrapped.iter().enumerate() {
            let text = lines.get(number).map_or("", String::as_str);
            let gap = if at + 1 < wrapped.len() {
                (room + BETWEEN).saturating_sub(width(text))
            } else {
                0
            };
            pieces.push((text.to_owned(), *role));
            pieces.push((" ".repeat(gap), Role::Text));
        }
        page.line(pieces);
    }
}

impl Input for Compare {
    fn fit(&mut self, ctx: &Ctx<'_>) {
        self.rows = ctx.rows;
        self.lines = (0..self.columns.len())
            .map(|at| self.text(ctx, at).len())
            .collect();
        if let Some(lines) = self.lines.get(self.at) {
            self.scroll.fit(*lines, self.rows);
        }
    }

    fn on(&mut self, press: &Press) -> Heard {
        if let Some(heard) = self.scroll.on(press) {
            self.early = false;
            return heard;
        }
        match press {
            Press::Left | Press::Previous => self.to(self.at.checked_sub(1)),
            Press::Right | Press::Next => self.to(self.at.checked_add(1)),
            Press::Typed(' ') => self.to(Some(self.at)),
            Press::Typed(_) => self.to(digit(press).and_then(|digit| digit.checked_sub(1))),
            Press::Accept => match self.columns.get(self.at) {
                Some(column) if self.touched => Heard::Reply(Reply::Pick(column.offer.id.clone())),
                Some(_) => {
                    self.early = true;
                    Heard::Handled
                }
                None => Heard::Ignored,
            },
            Press::Up
            | Press::Down
            | Press::Home
            | Press::End
            | Press::PageUp
            | Press::PageDown
            | Press::Erase
            | Press::Delete
            | Press::Clear
            | Press::NewLine
            | Press::Copy
            | Press::Pasted(_) => Heard::Ignored,
        }
    }

    fn draw(&self, ctx: &Ctx<'_>) -> Page {
        let column = self
            .beside(ctx.columns)
            .map_or(0, |room| self.at * (room + BETWEEN));
        self.scroll.put(&self.text(ctx, self.at), column)
    }

    fn typing(&self) -> bool {
        false
    }

    fn hints(&self, ctx: &Ctx<'_>) -> Vec<(String, String)> {
        let words = &ctx.words.tui.inputs;
        hints([
            (&words.key_left_right, &words.other_option),
            (&words.key_up_down, &words.read),
            if self.touched {
                (&words.key_enter, &words.pick)
            } else {
                (&words.key_space, &words.pick)
            },
        ])
    }
}
