//! A weight for each consideration: one option at a time, each in the same look, its "for" above its "against".
//!
//! Nothing is added up and neither option comes before the other: Enter goes on only when every option has been in sight.

use crate::core::answer::{Answer, Pole};
use crate::core::ask::{Offer, Reply, WeighItem};
use crate::core::text::one_line;
use crate::core::words::fill;
use crate::tui::editor::Editor;
use crate::tui::inputs::focus::digit;
use crate::tui::inputs::hint::hints;
use crate::tui::inputs::own::{Wrote, begin, write};
use crate::tui::inputs::row::{self, Row};
use crate::tui::inputs::weighing::{HEAVIEST, Spot, Weighing};
use crate::tui::inputs::{Ctx, Heard, Input};
use crate::tui::marks::Writing;
use crate::tui::page::Page;
use crate::tui::press::Press;
use crate::tui::theme::Role;

/// Considerations to weigh.
#[derive(Debug)]
pub(super) struct Weigh {
    weighing: Weighing,
    /// The text field that is open on the focused row.
    writing: Option<Editor>,
}

impl Weigh {
    /// Opens the considerations, with the weights of before.
    pub(super) fn open(
        columns: &[Offer],
        items: &[WeighItem],
        own: bool,
        first: usize,
        answer: Option<&Answer>,
    ) -> Self {
        Self {
            weighing: Weighing::open(columns, items, own, first, answer),
            writing: None,
        }
    }

    fn act(&mut self, press: &Press) -> Heard {
        match self.weighing.spot() {
            Some(Spot::Add(_)) => self.writing = Some(Editor::line("")),
            Some(Spot::More(_)) => return self.weighing.show_all(),
            Some(Spot::Own(number)) if *press != Press::Accept => {
                self.writing = self.weighing.own_text(number).map(Editor::line);
            }
            Some(Spot::Item(_)) if *press != Press::Accept => {
                return self
                    .weighing
                    .reweigh(|weight| (weight + 1) % (HEAVIEST + 1));
            }
            Some(Spot::Own(_) | Spot::Item(_)) | None => return self.go_on(),
        }
        Heard::Handled
    }

    /// Replies, or first shows an option that was not in sight.
    fn go_on(&mut self) -> Heard {
        if let Some(side) = self.weighing.unseen() {
            return self.weighing.to(side);
        }
        Heard::Reply(Reply::Weigh(self.weighing.weights()))
    }

    /// Closes the text field.
    fn finish(&mut self) {
        if let Some(editor) = self.writing.take() {
            self.weighing.write(one_line(&editor.text()));
        }
    }

    fn draw_spot(&self, page: &mut Page, ctx: &Ctx<'_>, spot: Spot, focused: bool) {
        let weight = self.weighing.weight(spot);
        let mark = match (spot, weight) {
            (Spot::More(_), _) => "",
            (Spot::Add(_), _) | (_, None) => "[+]  ",
            (_, Some(0)) => "[ ]  ",
            (_, Some(1)) => "[*]  ",
            (_, Some(2)) => "[**] ",
            (_, Some(_)) => "[***]",
        };
        if let Some(editor) = self.writing.as_ref().filter(|_| focused) {
            let mark = row::mark(true, mark);
            return editor.draw(page, (&mark, Role::Focus), ctx.columns, ctx.marks, true);
        }
        Row {
            focused,
            chosen: weight.is_some_and(|weight| weight > 0),
            mark,
            label: &self.weighing.label(ctx.words, spot),
            note: weight
                .filter(|_| focused)
                .map(|weight| ctx.words.weight(weight).to_owned()),
            marks: matches!(spot, Spot::Own(_)).then_some(ctx.marks),
            ..Row::default()
        }
        .draw(page, ctx.columns);
    }
}

impl Input for Weigh {
    fn on(&mut self, press: &Press) -> Heard {
        if let Some(editor) = &mut self.writing {
            match write(editor, press) {
                Wrote::Open(heard) => return heard,
                Wrote::Done => self.finish(),
                Wrote::DoneAnd(press) => {
                    self.finish();
                    self.weighing.move_by(&press);
                }
            }
            return Heard::Handled;
        }
        if let Some(heard) = self.weighing.move_by(press) {
            return heard;
        }
        if let (Some(Spot::Add(_)), Some(field)) = (self.weighing.spot(), begin(press)) {
            self.writing = Some(field);
            return Heard::Handled;
        }
        match press {
            Press::Accept | Press::Typed(' ') => self.act(press),
            Press::Left => self.weighing.reweigh(|weight| weight.saturating_sub(1)),
            Press::Right => self.weighing.reweigh(|weight| weight.saturating_add(1)),
            Press::Next | Press::Previous => self.weighing.step(press),
            Press::Typed(_) => digit(press)
                .and_then(|digit| u8::try_from(digit).ok())
                .filter(|digit| *digit <= HEAVIEST)
                .map_or(Heard::Ignored, |digit| self.weighing.reweigh(|_| digit)),
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

    fn writing(&self) -> Vec<Writing> {
        let here = match self.weighing.spot() {
            Some(Spot::Own(number)) => Some(number),
            Some(Spot::Item(_) | Spot::Add(_) | Spot::More(_)) | None => None,
        };
        let weights = self.weighing.weights();
        let owns = weights.own.iter().enumerate();
        let closed = owns
            .filter(|(number, _)| self.writing.is_none() || Some(*number) != here)
            .map(|(number, entry)| Writing::closed(&entry.own.text, Some(number) == here));
        let open = self.writing.iter().map(|editor| editor.writing(true));
        closed.chain(open).collect()
    }

    fn draw(&self, ctx: &Ctx<'_>) -> Page {
        let mut page = Page::default();
        let Some((option, number, all)) = self.weighing.side(ctx.words) else {
            return page;
        };
        let words = &ctx.words.tui.inputs;
        let heading = fill(
            &words.heading,
            &[
                ("option", &option),
                ("number", &number.to_string()),
                ("all", &all.to_string()),
            ],
        );
        page.text(&heading, Role::Title, ctx.columns);
        let mut above = None;
        for (number, spot) in self.weighing.spots().into_iter().enumerate() {
            let pole = self.weighing.pole_of(spot);
            if number == 0 || pole != above {
                row::gap(&mut page, ctx);
                match pole {
                    Some(Pole::For) => page.text(&words.in_favor, Role::Group, ctx.columns),
                    Some(Pole::Against) => page.text(&words.against, Role::Group, ctx.columns),
                    None => {}
                }
            }
            above = pole;
            self.draw_spot(&mut page, ctx, spot, number == self.weighing.row());
        }
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
        // Enter and Tab go to the same option until every option has been in sight.
        let (other, go_on) = match self.weighing.unseen() {
            Some(_) => (&words.key_enter, None),
            None => (&words.key_tab, Some(&words.go_on)),
        };
        let mut said = match self.weighing.spot() {
            Some(Spot::Add(_)) => {
                return hints([
                    (&words.key_letters, &words.write),
                    (&words.key_enter, &words.add),
                    (&words.key_tab, &words.other_option),
                ]);
            }
            Some(Spot::More(_)) => {
                return hints([
                    (&words.key_up_down, &words.choose),
                    (&words.key_enter, &words.more),
                    (&words.key_tab, &words.other_option),
                ]);
            }
            Some(Spot::Own(_)) => hints([
                (&words.key_weight, &words.weight),
                (&words.key_space, &words.change),
                (other, &words.other_option),
            ]),
            Some(Spot::Item(_)) | None => hints([
                (&words.key_up_down, &words.choose),
                (&words.key_weight, &words.weight),
                (other, &words.other_option),
            ]),
        };
        said.extend(go_on.map(|word| (words.key_enter.clone(), word.clone())));
        said
    }
}
