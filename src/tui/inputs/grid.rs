//! A plan: for each row and column one choice. Space opens a cell, and so do left and right while nothing stands in it; in a
//! filled one they go through its choices. Enter goes on.

use crate::app::view::AboutWhat;
use crate::core::answer::Answer;
use crate::core::ask::{GridColumn, Offer, Reply};
use crate::core::text::one_line;
use crate::core::words::fill;
use crate::tui::editor::Editor;
use crate::tui::inputs::focus::Focus;
use crate::tui::inputs::hint::hints;
use crate::tui::inputs::own::{Wrote, begin, write};
use crate::tui::inputs::plan::{Plan, Spot};
use crate::tui::inputs::row::{self, Row};
use crate::tui::inputs::{Ctx, Heard, Input};
use crate::tui::marks::Writing;
use crate::tui::page::Page;
use crate::tui::press::Press;
use crate::tui::theme::Role;

/// Below this width one row of the plan is shown at a time.
const WIDE: usize = 60;
/// How far the choices of an open cell stand to the right.
const INDENT: usize = 4;

/// A plan.
#[derive(Debug)]
pub(super) struct Grid {
    plan: Plan,
    focus: Focus,
    /// The choices of the focused cell, while it is open. The row behind the offers empties the cell.
    choices: Option<Focus>,
    /// The text field that is open on the focused name.
    writing: Option<Editor>,
}

impl Grid {
    /// Opens the plan, with what stood in it before.
    pub(super) fn open(
        rows: &[Offer],
        columns: &[GridColumn],
        own: bool,
        answer: Option<&Answer>,
    ) -> Self {
        Self {
            plan: Plan::open(rows, columns, own, answer),
            focus: Focus::default(),
            choices: None,
            writing: None,
        }
    }

    fn spot(&self) -> Option<Spot> {
        self.plan.spots().get(self.focus.at()).copied()
    }

    /// How many offers a column has; the choice behind the last one is none.
    fn offers(&self, column: usize) -> usize {
        self.plan
            .column(column)
            .map_or(0, |column| column.offers.len())
    }

    /// Takes a press while a cell is open.
    fn on_choices(&mut self, press: &Press, row: usize, column: usize) -> Heard {
        let count = self.offers(column) + 1;
        let Some(choices) = &mut self.choices else {
            return Heard::Ignored;
        };
        if choices.on(press, count).is_some() || choices.on_digit(press, count).is_some() {
            return Heard::Handled;
        }
        match press {
            Press::Accept | Press::Typed(' ') => {
                let choice = choices.at();
                self.plan.choose(row, column, choice);
                self.choices = None;
                Heard::Handled
            }
            Press::Left | Press::Right | Press::Next | Press::Previous => {
                self.choices = None;
                Heard::Handled
            }
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
            | Press::Typed(_)
            | Press::Pasted(_) => Heard::Ignored,
        }
    }

    /// Takes a press on a cell that is closed.
    fn on_cell(&mut self, press: &Press, row: usize, column: usize) -> Heard {
        let none = self.offers(column);
        let now = self.plan.choice(row, column);
        let here = now.unwrap_or(none);
        match press {
            Press::Typed(' ') => self.choices = Some(Focus::on_row(now.unwrap_or_default())),
            // Nothing is chosen unseen.
            Press::Right | Press::Left if now.is_none() => self.choices = Some(Focus::default()),
            Press::Right => self.plan.choose(row, column, (here + 1) % (none + 1)),
            Press::Left => self.plan.choose(row, column, (here + none) % (none + 1)),
            Press::Erase | Press::Delete | Press::Clear => self.plan.choose(row, column, none),
            Press::Accept => return self.reply(),
            Press::Next | Press::Previous => return self.step_row(press),
            Press::Up
            | Press::Down
            | Press::Home
            | Press::End
            | Press::PageUp
            | Press::PageDown
            | Press::NewLine
            | Press::Copy
            | Press::Typed(_)
            | Press::Pasted(_) => return Heard::Ignored,
        }
        Heard::Handled
    }

    /// Takes a press on the name of an own row, or on the row that adds one.
    fn on_name(&mut self, press: &Press, own: Option<usize>) -> Heard {
        if let Some(field) = begin(press).filter(|_| own.is_none()) {
            self.writing = Some(field);
            return Heard::Handled;
        }
        match press {
            Press::Typed(' ') => self.writing = Some(self.name_field(own)),
            Press::Accept if own.is_none() => self.writing = Some(self.name_field(own)),
            Press::Accept => return self.reply(),
            Press::Next | Press::Previous => return self.step_row(press),
            Press::Up
            | Press::Down
            | Press::Left
            | Press::Right
            | Press::Home
            | Press::End
            | Press::PageUp
            | Press::PageDown
            | Press::Erase
            | Press::Delete
            | Press::Clear
            | Press::NewLine
            | Press::Copy
            | Press::Typed(_)
            | Press::Pasted(_) => return Heard::Ignored,
        }
        Heard::Handled
    }

    fn name_field(&self, own: Option<usize>) -> Editor {
        let filled = self.plan.filled();
        let text = own.and_then(|own| filled.own.get(own));
        Editor::line(text.map_or("", |own| &own.text))
    }

    fn reply(&self) -> Heard {
        Heard::Reply(Reply::Grid(self.plan.filled()))
    }

    /// To the first place of the next row, or of the row before.
    fn step_row(&mut self, press: &Press) -> Heard {
        let spots = self.plan.spots();
        let here = self.focus.at();
        let row = spots.get(here).copied().and_then(row_of);
        let begins = |at: &usize| {
            let before = at.checked_sub(1).and_then(|at| spots.get(at));
            before.is_none_or(|before| spots.get(*at).copied().and_then(row_of) != row_of(*before))
        };
        let other = |at: &usize| spots.get(*at).copied().and_then(row_of) != row;
        let to = if *press == Press::Next {
            (here..spots.len()).find(|at| other(at) && begins(at))
        } else {
            (0..here).rev().find(|at| other(at) && begins(at))
        };
        let Some(to) = to else {
            return Heard::Ignored;
        };
        self.focus = Focus::on_row(to);
        Heard::Handled
    }

    /// Closes the text field. A row without a name does not stay.
    fn finish(&mut self) {
        let Some(text) = self.writing.take().map(|editor| one_line(&editor.text())) else {
            return;
        };
        match self.spot() {
            Some(Spot::Name(_, own)) => self.plan.rename(own, text),
            // The new row takes the place of the row that adds, so that the cursor is on it.
            Some(Spot::Add) if !text.is_empty() => self.plan.add(text),
            Some(Spot::Add | Spot::Cell(..)) | None => {}
        }
    }

    fn draw_spot(&self, page: &mut Page, ctx: &Ctx<'_>, spot: Spot, focused: bool) {
        let (label, mark, chosen) = match spot {
            Spot::Add => (ctx.words.asking.own_row.clone(), "[+]", false),
            Spot::Name(row, _) => (self.plan.name(ctx.words, row), "", false),
            Spot::Cell(row, column) => {
                let Some(heading) = self.plan.column(column) else {
                    return;
                };
                let choice = self.plan.choice(row, column);
                let said = choice
                    .and_then(|choice| heading.offers.get(choice))
                    .map_or_else(
                        || self.empty(ctx, row, column),
                        |offer| ctx.words.say(&offer.label),
                    );
                let label = fill(
                    &ctx.words.tui.inputs.cell,
                    &[("column", &heading.label), ("choice", &said)],
                );
                (label, "", choice.is_some())
            }
        };
        if let Some(editor) = self.writing.as_ref().filter(|_| focused) {
            let mark = row::mark(true, mark);
            return editor.draw(page, (&mark, Role::Focus), ctx.columns, ctx.marks, true);
        }
        let open = self.choices.filter(|_| focused);
        Row {
            // While the cell is open, the cursor stands among its choices.
            focused: focused && open.is_none(),
            chosen,
            mark,
            label: &label,
            marks: matches!(spot, Spot::Name(..)).then_some(ctx.marks),
            ..Row::default()
        }
        .draw(page, ctx.columns);
        if let (Spot::Cell(row, column), Some(choices)) = (spot, open) {
            self.draw_choices(page, ctx, (row, column), choices);
        }
    }

    /// How an empty cell reads.
    fn empty(&self, ctx: &Ctx<'_>, row: usize, column: usize) -> String {
        let words = &ctx.words.asking;
        if self.plan.is_settled(row, column) {
            words.settled_cell.clone()
        } else {
            words.open_cell.clone()
        }
    }

    fn draw_choices(
        &self,
        page: &mut Page,
        ctx: &Ctx<'_>,
        (row, column): (usize, usize),
        choices: Focus,
    ) {
        let Some(heading) = self.plan.column(column) else {
            return;
        };
        let now = self.plan.choice(row, column);
        let open = ctx.words.asking.open_cell.clone();
        let offers = heading
            .offers
            .iter()
            .map(|offer| (ctx.words.say(&offer.label), row::note(ctx.words, offer)))
            .chain([(open, None)]);
        for (number, (label, note)) in offers.enumerate() {
            let picked = now == Some(number);
            Row {
                indent: INDENT,
                focused: choices.at() == number,
                chosen: picked,
                mark: if picked { "(o)" } else { "( )" },
                label: &label,
                note,
                ..Row::default()
            }
            .draw(page, ctx.columns);
        }
    }
}

/// The row of the plan on which a place stands; nothing for the row that adds.
fn row_of(spot: Spot) -> Option<usize> {
    match spot {
        Spot::Cell(row, _) | Spot::Name(row, _) => Some(row),
        Spot::Add => None,
    }
}

impl Input for Grid {
    fn on(&mut self, press: &Press) -> Heard {
        if let Some(editor) = &mut self.writing {
            match write(editor, press) {
                Wrote::Open(heard) => return heard,
                Wrote::Done => self.finish(),
                Wrote::DoneAnd(press) => {
                    self.finish();
                    self.focus.on(&press, self.plan.spots().len());
                }
            }
            return Heard::Handled;
        }
        let spot = self.spot();
        if let (Some(Spot::Cell(row, column)), true) = (spot, self.choices.is_some()) {
            return self.on_choices(press, row, column);
        }
        if let Some(heard) = self.focus.on(press, self.plan.spots().len()) {
            return heard;
        }
        match spot {
            Some(Spot::Cell(row, column)) => self.on_cell(press, row, column),
            Some(Spot::Name(_, own)) => self.on_name(press, Some(own)),
            Some(Spot::Add) => self.on_name(press, None),
            None if *press == Press::Accept => self.reply(),
            None => Heard::Ignored,
        }
    }

    fn writing(&self) -> Vec<Writing> {
        let here = match self.spot() {
            Some(Spot::Name(_, own)) => Some(own),
            Some(Spot::Cell(..) | Spot::Add) | None => None,
        };
        let filled = self.plan.filled();
        let owns = filled.own.iter().enumerate();
        let closed = owns
            .filter(|(row, _)| self.writing.is_none() || Some(*row) != here)
            .map(|(row, own)| Writing::closed(&own.text, Some(row) == here));
        let open = self.writing.iter().map(|editor| editor.writing(true));
        closed.chain(open).collect()
    }

    fn draw(&self, ctx: &Ctx<'_>) -> Page {
        let mut page = Page::default();
        let spots = self.plan.spots();
        let here = self.spot().and_then(row_of);
        let mut above = None;
        for (number, spot) in spots.into_iter().enumerate() {
            let row = row_of(spot);
            if ctx.columns < WIDE && row.is_some() && row != here {
                continue;
            }
            if row != above && !page.is_empty() {
                row::gap(&mut page, ctx);
            }
            // An own row shows its name in a place of its own.
            if let (Some(row), Spot::Cell(_, 0)) = (row, spot)
                && above != Some(row)
            {
                page.text(&self.plan.name(ctx.words, row), Role::Group, ctx.columns);
            }
            if let (Some(row), true) = (row.filter(|_| row != above), ctx.columns < WIDE) {
                let place = fill(
                    &ctx.words.common.of,
                    &[
                        ("number", &(row + 1).to_string()),
                        ("all", &self.plan.len().to_string()),
                    ],
                );
                page.text(&place, Role::Quiet, ctx.columns);
            }
            above = row;
            self.draw_spot(&mut page, ctx, spot, number == self.focus.at());
        }
        page
    }

    fn points_at(&self) -> Vec<AboutWhat> {
        let Some(Spot::Cell(row, column)) = self.spot() else {
            return Vec::new();
        };
        let mut at: Vec<AboutWhat> = self
            .plan
            .row_id(row)
            .map(AboutWhat::Row)
            .into_iter()
            .collect();
        let choice = self
            .choices
            .map(Focus::at)
            .or_else(|| self.plan.choice(row, column));
        if let Some(heading) = self.plan.column(column)
            && let Some(offer) = choice.and_then(|choice| heading.offers.get(choice))
        {
            at.push(AboutWhat::Choice {
                column: heading.id.clone(),
                choice: offer.id.clone(),
            });
        }
        at
    }

    fn typing(&self) -> bool {
        self.writing.is_some()
    }

    fn hints(&self, ctx: &Ctx<'_>) -> Vec<(String, String)> {
        let words = &ctx.words.tui.inputs;
        if self.writing.is_some() {
            return hints([(&words.key_enter, &words.done)]);
        }
        if self.choices.is_some() {
            return hints([
                (&words.key_up_down, &words.choose),
                (&words.key_enter, &words.pick),
            ]);
        }
        match self.spot() {
            Some(Spot::Add) => hints([
                (&words.key_up_down, &words.choose),
                (&words.key_letters, &words.write),
                (&words.key_enter, &words.add),
            ]),
            Some(Spot::Name(..)) => hints([
                (&words.key_up_down, &words.choose),
                (&words.key_space, &words.change),
                (&words.key_enter, &words.go_on),
            ]),
            Some(Spot::Cell(..)) | None => hints([
                (&words.key_up_down, &words.choose),
                (&words.key_space, &words.open),
                (&words.key_enter, &words.go_on),
                (&words.key_tab, &words.next_row),
            ]),
        }
    }
}
