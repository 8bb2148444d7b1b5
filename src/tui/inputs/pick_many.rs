//! Several of a list, and entries of the person's own: space puts on and off, Enter goes on with what is chosen.

use crate::core::answer::{Answer, Choice, Own};
use crate::core::ask::{Offer, Reply, Written};
use crate::core::text::one_line;
use crate::core::words::fill;
use crate::tui::editor::Editor;
use crate::tui::inputs::focus::Focus;
use crate::tui::inputs::hint::hints;
use crate::tui::inputs::own::{Wrote, begin, write};
use crate::tui::inputs::row::{self, Row};
use crate::tui::inputs::{Ctx, Heard, Input};
use crate::tui::marks::Writing;
use crate::tui::page::Page;
use crate::tui::press::Press;
use crate::tui::theme::Role;

/// Several of a list.
///
/// The rows are: the offers, the own entries, and the row that adds one.
#[derive(Debug)]
pub(super) struct PickMany {
    offers: Vec<(Offer, bool)>,
    owns: Vec<(Own, bool)>,
    own: bool,
    at_most: Option<usize>,
    /// The key of the next own entry; a key is never given twice.
    next: u32,
    focus: Focus,
    /// The text field that is open on the focused row.
    writing: Option<Editor>,
}

impl PickMany {
    /// Opens the list, with what was chosen before.
    pub(super) fn open(
        offers: &[Offer],
        own: bool,
        at_most: Option<usize>,
        answer: Option<&Answer>,
    ) -> Self {
        let earlier: &[Choice] = match answer {
            Some(Answer::Many(choices)) => choices,
            Some(_) | None => &[],
        };
        let owns: Vec<(Own, bool)> = earlier
            .iter()
            .filter_map(|choice| match choice {
                Choice::Own(own) => Some((own.clone(), true)),
                Choice::Item(_) => None,
            })
            .collect();
        let chosen = |offer: &Offer| {
            earlier
                .iter()
                .any(|choice| matches!(choice, Choice::Item(id) if *id == offer.id))
        };
        Self {
            offers: offers
                .iter()
                .map(|offer| (offer.clone(), chosen(offer)))
                .collect(),
            own,
            at_most,
            next: owns.iter().map(|(own, _)| own.key).max().unwrap_or(0) + 1,
            owns,
            focus: Focus::default(),
            writing: None,
        }
    }

    fn count(&self) -> usize {
        self.offers.len() + self.owns.len() + usize::from(self.own)
    }

    /// The own entry on the focused row.
    fn own_row(&self) -> Option<usize> {
        let row = self.focus.at().checked_sub(self.offers.len())?;
        (row < self.owns.len()).then_some(row)
    }

    fn on_add_row(&self) -> bool {
        self.own && self.focus.at() == self.offers.len() + self.owns.len()
    }

    fn space(&mut self) -> Heard {
        let at = self.focus.at();
        if let Some((offer, chosen)) = self.offers.get_mut(at) {
            *chosen = !*chosen;
            if *chosen {
                let alone = offer.alone;
                self.make_room(at, alone);
            }
        } else if let Some(row) = self.own_row() {
            match self.owns.get_mut(row) {
                Some((own, true)) => self.writing = Some(Editor::line(&own.text)),
                Some((_, chosen)) => {
                    *chosen = true;
                    self.make_room(at, false);
                }
                None => {}
            }
        } else if self.on_add_row() {
            self.writing = Some(Editor::line(""));
        } else {
            return Heard::Ignored;
        }
        Heard::Handled
    }

    /// What does not go together with a row that was just put on, goes off.
    fn make_room(&mut self, row: usize, alone: bool) {
        for (number, (offer, chosen)) in self.offers.iter_mut().enumerate() {
            if number != row && (alone || offer.alone) {
                *chosen = false;
            }
        }
        if alone {
            for (_, chosen) in &mut self.owns {
                *chosen = false;
            }
        }
    }

    /// Closes the text field. An empty one leaves no entry.
    fn finish(&mut self) {
        let Some(editor) = self.writing.take() else {
            return;
        };
        let text = one_line(&editor.text());
        match self.own_row() {
            Some(row) if text.is_empty() => {
                self.owns.remove(row);
            }
            Some(row) => {
                if let Some((own, _)) = self.owns.get_mut(row) {
                    own.text = text;
                }
            }
            None if text.is_empty() => {}
            None => {
                let key = self.next;
                self.next += 1;
                // The new entry takes the place of the row that adds, so that the cursor is on it.
                self.owns.push((Own { key, text }, true));
                self.make_room(self.focus.at(), false);
            }
        }
    }

    fn reply(&self) -> Heard {
        let items = self.offers.iter().filter(|(_, chosen)| *chosen);
        let owns = self.owns.iter().filter(|(_, chosen)| *chosen);
        Heard::Reply(Reply::PickMany(
            items
                .map(|(offer, _)| Choice::Item(offer.id.clone()))
                .chain(owns.map(|(own, _)| Choice::Own(own.clone())))
                .collect(),
        ))
    }

    fn draw_owns(&self, page: &mut Page, ctx: &Ctx<'_>) {
        let first = self.offers.len();
        let add = self
            .own
            .then_some((ctx.words.asking.own.as_str(), "[+]", false));
        let rows = self
            .owns
            .iter()
            .map(|(own, chosen)| {
                let mark = if *chosen { "[x]" } else { "[ ]" };
                (own.text.as_str(), mark, *chosen)
            })
            .chain(add);
        for (number, (label, mark, chosen)) in rows.enumerate() {
            let focused = first + number == self.focus.at();
            match &self.writing {
                Some(editor) if focused => {
                    let mark = row::mark(true, mark);
                    editor.draw(page, (&mark, Role::Focus), ctx.columns, ctx.marks, true);
                }
                Some(_) | None => Row {
                    focused,
                    chosen,
                    mark,
                    label,
                    marks: Some(ctx.marks),
                    ..Row::default()
                }
                .draw(page, ctx.columns),
            }
        }
    }
}

impl Input for PickMany {
    fn on(&mut self, press: &Press) -> Heard {
        if let Some(editor) = &mut self.writing {
            match write(editor, press) {
                Wrote::Open(heard) => return heard,
                Wrote::Done => self.finish(),
                Wrote::DoneAnd(press) => {
                    self.finish();
                    self.focus.on(&press, self.count());
                }
            }
            return Heard::Handled;
        }
        if let Some(heard) = self.focus.on(press, self.count()) {
            return heard;
        }
        if let Some(field) = begin(press).filter(|_| self.on_add_row()) {
            self.writing = Some(field);
            return Heard::Handled;
        }
        if *press == Press::Typed(' ') {
            return self.space();
        }
        if *press != Press::Accept {
            return Heard::Ignored;
        }
        if self.on_add_row() {
            return self.space();
        }
        self.reply()
    }

    fn seek(&mut self, text: &Written) {
        let row = self.owns.iter().position(|(own, _)| own.text == text.text);
        if let Some(row) = row {
            self.focus = Focus::on_row(self.offers.len() + row);
        }
    }

    fn writing(&self) -> Vec<Writing> {
        let here = self.own_row();
        let owns = self.owns.iter().enumerate();
        let closed = owns
            .filter(|(row, _)| self.writing.is_none() || Some(*row) != here)
            .map(|(row, (own, _))| Writing::closed(&own.text, Some(row) == here));
        let open = self.writing.iter().map(|editor| editor.writing(true));
        closed.chain(open).collect()
    }

    fn draw(&self, ctx: &Ctx<'_>) -> Page {
        let mut page = Page::default();
        let mut above = None;
        for (number, (offer, chosen)) in self.offers.iter().enumerate() {
            row::heading(&mut page, ctx, offer, above);
            above = Some(offer);
            let focused = number == self.focus.at();
            Row {
                focused,
                chosen: *chosen,
                mark: if *chosen { "[x]" } else { "[ ]" },
                label: &ctx.words.say(&offer.label),
                note: row::note(ctx.words, offer),
                below: row::softer(ctx.words, offer).filter(|_| focused),
                ..Row::default()
            }
            .draw(&mut page, ctx.columns);
        }
        self.draw_owns(&mut page, ctx);
        let chosen = self.offers.iter().filter(|(_, chosen)| *chosen).count()
            + self.owns.iter().filter(|(_, chosen)| *chosen).count();
        let (count, asking) = (chosen.to_string(), &ctx.words.asking);
        let said = match self.at_most {
            Some(at_most) => fill(
                &asking.chosen_of,
                &[("count", &count), ("at_most", &at_most.to_string())],
            ),
            None => fill(&asking.chosen, &[("count", &count)]),
        };
        page.text(&said, Role::Quiet, ctx.columns);
        page
    }

    fn typing(&self) -> bool {
        self.writing.is_some()
    }

    fn hints(&self, ctx: &Ctx<'_>) -> Vec<(String, String)> {
        let words = &ctx.words.tui.inputs;
        if self.writing.is_some() {
            return hints([(&words.key_enter, &words.done)]);
        }
        if self.on_add_row() {
            return hints([
                (&words.key_up_down, &words.choose),
                (&words.key_letters, &words.write),
                (&words.key_enter, &words.add),
            ]);
        }
        let space = match self.own_row().and_then(|row| self.owns.get(row)) {
            Some((_, true)) => &words.change,
            Some((_, false)) | None => &words.toggle,
        };
        hints([
            (&words.key_up_down, &words.choose),
            (&words.key_space, space),
            (&words.key_enter, &words.go_on),
        ])
    }
}
