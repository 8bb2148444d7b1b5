//! A weight for each consideration: one option at a time, each in the same look, its "for" above its "against".
//!
//! Nothing is added up and neither option comes before the other: Enter goes on only when every option has been in sight.

use std::collections::BTreeMap;

use crate::core::answer::{Answer, Own, OwnWeight, Pole, Weights};
use crate::core::ask::{Offer, Reply, WeighItem};
use crate::core::ids::ItemId;
use crate::core::text::one_line;
use crate::core::words::fill;
use crate::tui::editor::Editor;
use crate::tui::inputs::focus::{Focus, digit};
use crate::tui::inputs::hint::hints;
use crate::tui::inputs::own::{Wrote, write};
use crate::tui::inputs::row::{self, Row};
use crate::tui::inputs::{Ctx, Heard, Input};
use crate::tui::page::Page;
use crate::tui::press::Press;
use crate::tui::theme::Role;

/// The heaviest weight.
const HEAVIEST: u8 = 3;

/// What stands on a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spot {
    /// A consideration of the list.
    Item(usize),
    /// One of the person's own.
    Own(usize),
    /// Adds one of the person's own.
    Add(Pole),
    /// Shows the rest, on both sides of every option.
    More(usize),
}

/// An option on its own page.
#[derive(Debug, Clone)]
struct Side {
    option: Offer,
    focus: Focus,
    seen: bool,
}

/// Considerations and their weights.
#[derive(Debug)]
pub(super) struct Weigh {
    sides: Vec<Side>,
    at: usize,
    items: Vec<WeighItem>,
    own: bool,
    first: usize,
    /// The rest is shown as well.
    all: bool,
    given: BTreeMap<ItemId, u8>,
    owns: Vec<OwnWeight>,
    /// The key of the next own entry; a key is never given twice.
    next: u32,
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
        let mut weights = match answer {
            Some(Answer::Weights(weights)) => weights.clone(),
            Some(_) | None => Weights::default(),
        };
        weights
            .own
            .retain(|entry| columns.iter().any(|column| column.id == entry.column));
        let mut sides: Vec<Side> = columns
            .iter()
            .map(|option| Side {
                option: option.clone(),
                focus: Focus::default(),
                seen: false,
            })
            .collect();
        if let Some(side) = sides.first_mut() {
            side.seen = true;
        }
        let next = weights.own.iter().map(|entry| entry.own.key).max();
        let mut weigh = Self {
            sides,
            at: 0,
            items: items.to_vec(),
            own,
            first,
            all: false,
            given: weights.given,
            owns: weights.own,
            next: next.unwrap_or(0) + 1,
            writing: None,
        };
        weigh.all = weigh.weighed_out_of_sight();
        weigh
    }

    /// Says whether an earlier weight would stand in a row that is not shown at first.
    fn weighed_out_of_sight(&self) -> bool {
        let shown: Vec<Spot> = (0..self.sides.len())
            .flat_map(|side| self.spots_of(side))
            .collect();
        self.items.iter().enumerate().any(|(number, item)| {
            self.given.contains_key(&item.id) && !shown.contains(&Spot::Item(number))
        })
    }

    /// The rows of an option, from top to bottom.
    fn spots_of(&self, side: usize) -> Vec<Spot> {
        let Some(option) = self.sides.get(side).map(|side| &side.option.id) else {
            return Vec::new();
        };
        let mut spots = Vec::new();
        let mut hidden = 0;
        for pole in [Pole::For, Pole::Against] {
            let items: Vec<Spot> = self
                .items
                .iter()
                .enumerate()
                .filter(|(_, item)| item.column == *option && item.pole == pole)
                .map(|(number, _)| Spot::Item(number))
                .collect();
            let shown = if self.all { items.len() } else { self.first };
            hidden += items.len().saturating_sub(shown);
            spots.extend(items.into_iter().take(shown));
            let owns = self.owns.iter().enumerate();
            spots.extend(
                owns.filter(|(_, entry)| entry.column == *option && entry.pole == pole)
                    .map(|(number, _)| Spot::Own(number)),
            );
            if self.own {
                spots.push(Spot::Add(pole));
            }
        }
        if hidden > 0 {
            spots.push(Spot::More(hidden));
        }
        spots
    }

    fn spots(&self) -> Vec<Spot> {
        self.spots_of(self.at)
    }

    fn row(&self) -> usize {
        self.sides.get(self.at).map_or(0, |side| side.focus.at())
    }

    fn spot(&self) -> Option<Spot> {
        self.spots().get(self.row()).copied()
    }

    fn put(&mut self, row: usize) {
        if let Some(side) = self.sides.get_mut(self.at) {
            side.focus = Focus::on_row(row);
        }
    }

    fn move_by(&mut self, press: &Press) -> Option<Heard> {
        let count = self.spots().len();
        self.sides.get_mut(self.at)?.focus.on(press, count)
    }

    fn pole_of(&self, spot: Spot) -> Option<Pole> {
        match spot {
            Spot::Item(number) => self.items.get(number).map(|item| item.pole),
            Spot::Own(number) => self.owns.get(number).map(|entry| entry.pole),
            Spot::Add(pole) => Some(pole),
            Spot::More(_) => None,
        }
    }

    fn weight(&self, spot: Spot) -> Option<u8> {
        match spot {
            Spot::Item(number) => {
                let id = &self.items.get(number)?.id;
                Some(self.given.get(id).copied().unwrap_or_default())
            }
            Spot::Own(number) => self.owns.get(number).map(|entry| entry.weight),
            Spot::Add(_) | Spot::More(_) => None,
        }
    }

    /// Gives the focused row the weight that `of` makes of its own.
    fn reweigh(&mut self, of: impl Fn(u8) -> u8) -> Heard {
        let Some((spot, weight)) = self
            .spot()
            .and_then(|spot| Some((spot, self.weight(spot)?)))
        else {
            return Heard::Ignored;
        };
        let weight = of(weight).min(HEAVIEST);
        match spot {
            Spot::Item(number) => {
                if let Some(item) = self.items.get(number) {
                    self.given.insert(item.id.clone(), weight);
                }
            }
            Spot::Own(number) => {
                if let Some(entry) = self.owns.get_mut(number) {
                    entry.weight = weight;
                }
            }
            Spot::Add(_) | Spot::More(_) => {}
        }
        Heard::Handled
    }

    /// Goes to an option; behind the last one comes the first.
    fn to(&mut self, side: usize) -> Heard {
        let Some(side) = side.checked_rem(self.sides.len()) else {
            return Heard::Ignored;
        };
        self.at = side;
        if let Some(side) = self.sides.get_mut(side) {
            side.seen = true;
        }
        Heard::Handled
    }

    /// Shows the rest; the cursor goes to the first consideration that was out of sight.
    fn show_all(&mut self) -> Heard {
        let before = self.spots();
        self.all = true;
        for side in &mut self.sides {
            side.focus = Focus::default();
        }
        let new = self.spots().iter().position(|spot| !before.contains(spot));
        self.put(new.unwrap_or_default());
        Heard::Handled
    }

    fn act(&mut self, press: &Press) -> Heard {
        match self.spot() {
            Some(Spot::Add(_)) => self.writing = Some(Editor::line("")),
            Some(Spot::More(_)) => return self.show_all(),
            Some(Spot::Own(number)) if *press != Press::Accept => {
                let text = self.owns.get(number).map(|entry| entry.own.text.clone());
                self.writing = text.map(|text| Editor::line(&text));
            }
            Some(Spot::Item(_)) if *press != Press::Accept => {
                return self.reweigh(|weight| (weight + 1) % (HEAVIEST + 1));
            }
            Some(Spot::Own(_) | Spot::Item(_)) | None => return self.go_on(),
        }
        Heard::Handled
    }

    /// Replies, or first shows an option that was not in sight.
    fn go_on(&mut self) -> Heard {
        if let Some(side) = self.sides.iter().position(|side| !side.seen) {
            return self.to(side);
        }
        Heard::Reply(Reply::Weigh(Weights {
            given: self.given.clone(),
            own: self.owns.clone(),
        }))
    }

    /// Closes the text field. An empty one leaves no entry.
    fn finish(&mut self) {
        let Some(text) = self.writing.take().map(|editor| one_line(&editor.text())) else {
            return;
        };
        match self.spot() {
            Some(Spot::Own(number)) if text.is_empty() => {
                self.owns.remove(number);
            }
            Some(Spot::Own(number)) => {
                if let Some(entry) = self.owns.get_mut(number) {
                    entry.own.text = text;
                }
            }
            Some(Spot::Add(pole)) if !text.is_empty() => {
                let Some(side) = self.sides.get(self.at) else {
                    return;
                };
                // The new entry takes the place of the row that adds, so that the cursor is on it.
                self.owns.push(OwnWeight {
                    own: Own {
                        key: self.next,
                        text,
                    },
                    column: side.option.id.clone(),
                    pole,
                    weight: 0,
                });
                self.next += 1;
            }
            Some(Spot::Add(_) | Spot::Item(_) | Spot::More(_)) | None => {}
        }
    }

    fn draw_spot(&self, page: &mut Page, ctx: &Ctx<'_>, spot: Spot, focused: bool) {
        let label = match spot {
            Spot::Item(number) => self
                .items
                .get(number)
                .map(|item| ctx.words.say(&item.label)),
            Spot::Own(number) => self.owns.get(number).map(|entry| entry.own.text.clone()),
            Spot::Add(_) => Some(ctx.words.asking.own.clone()),
            Spot::More(count) => Some(fill(
                &ctx.words.asking.more,
                &[("count", &count.to_string())],
            )),
        };
        let weight = self.weight(spot);
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
            return editor.draw(page, (&mark, Role::Focus), ctx.columns, true);
        }
        Row {
            focused,
            chosen: weight.is_some_and(|weight| weight > 0),
            mark,
            label: &label.unwrap_or_default(),
            note: weight
                .filter(|_| focused)
                .map(|weight| ctx.words.weight(weight).to_owned()),
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
                    self.move_by(&press);
                }
            }
            return Heard::Handled;
        }
        if let Some(heard) = self.move_by(press) {
            return heard;
        }
        match press {
            Press::Accept | Press::Typed(' ') => self.act(press),
            Press::Left => self.reweigh(|weight| weight.saturating_sub(1)),
            Press::Right => self.reweigh(|weight| weight.saturating_add(1)),
            Press::Next => self.to(self.at + 1),
            Press::Previous => self.to(self.at + self.sides.len().saturating_sub(1)),
            Press::Typed(_) => digit(press)
                .and_then(|digit| u8::try_from(digit).ok())
                .filter(|digit| *digit <= HEAVIEST)
                .map_or(Heard::Ignored, |digit| self.reweigh(|_| digit)),
            Press::Up
            | Press::Down
            | Press::Home
            | Press::End
            | Press::PageUp
            | Press::PageDown
            | Press::Erase
            | Press::Delete
            | Press::NewLine
            | Press::Copy
            | Press::Pasted(_) => Heard::Ignored,
        }
    }

    fn draw(&self, ctx: &Ctx<'_>) -> Page {
        let mut page = Page::default();
        let Some(side) = self.sides.get(self.at) else {
            return page;
        };
        let words = &ctx.words.tui.inputs;
        let heading = fill(
            &words.heading,
            &[
                ("option", &ctx.words.say(&side.option.label)),
                ("number", &(self.at + 1).to_string()),
                ("all", &self.sides.len().to_string()),
            ],
        );
        page.text(&heading, Role::Title, ctx.columns);
        let mut above = None;
        for (number, spot) in self.spots().into_iter().enumerate() {
            let pole = self.pole_of(spot);
            if number == 0 || pole != above {
                row::gap(&mut page, ctx);
                match pole {
                    Some(Pole::For) => page.text(&words.in_favor, Role::Group, ctx.columns),
                    Some(Pole::Against) => page.text(&words.against, Role::Group, ctx.columns),
                    None => {}
                }
            }
            above = pole;
            self.draw_spot(&mut page, ctx, spot, number == self.row());
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
        let unseen = self.sides.iter().any(|side| !side.seen);
        let go_on = if unseen {
            &words.other_option
        } else {
            &words.go_on
        };
        match self.spot() {
            Some(Spot::Add(_)) => hints([
                (&words.key_up_down, &words.choose),
                (&words.key_enter, &words.add),
                (&words.key_tab, &words.other_option),
            ]),
            Some(Spot::More(_)) => hints([
                (&words.key_up_down, &words.choose),
                (&words.key_enter, &words.more),
                (&words.key_tab, &words.other_option),
            ]),
            Some(Spot::Own(_)) => hints([
                (&words.key_weight, &words.weight),
                (&words.key_space, &words.change),
                (&words.key_tab, &words.other_option),
                (&words.key_enter, go_on),
            ]),
            Some(Spot::Item(_)) | None => hints([
                (&words.key_up_down, &words.choose),
                (&words.key_weight, &words.weight),
                (&words.key_tab, &words.other_option),
                (&words.key_enter, go_on),
            ]),
        }
    }
}
