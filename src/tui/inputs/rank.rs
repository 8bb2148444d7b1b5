//! The most important ones, in order: space picks, left and right move a picked one up and down in the order.

use crate::core::answer::{Answer, Choice};
use crate::core::ask::{Offer, Reply};
use crate::core::ids::ItemId;
use crate::core::words::fill;
use crate::tui::inputs::focus::Focus;
use crate::tui::inputs::hint::hints;
use crate::tui::inputs::row::{self, Row};
use crate::tui::inputs::{Ctx, Heard, Input};
use crate::tui::page::Page;
use crate::tui::press::Press;
use crate::tui::theme::Role;

/// Things in order.
#[derive(Debug)]
pub(super) struct Rank {
    offers: Vec<Offer>,
    top: usize,
    /// What is picked, the most important first.
    order: Vec<ItemId>,
    focus: Focus,
}

impl Rank {
    /// Opens the list, with the order of before.
    pub(super) fn open(offers: &[Offer], top: usize, answer: Option<&Answer>) -> Self {
        let earlier: &[Choice] = match answer {
            Some(Answer::Many(choices)) => choices,
            Some(_) | None => &[],
        };
        let order = earlier
            .iter()
            .filter_map(|choice| match choice {
                Choice::Item(id) => Some(id.clone()),
                Choice::Own(_) => None,
            })
            .collect();
        Self {
            offers: offers.to_vec(),
            top,
            order,
            focus: Focus::default(),
        }
    }

    fn place(&self, id: &ItemId) -> Option<usize> {
        self.order.iter().position(|picked| picked == id)
    }

    fn focused(&self) -> Option<&Offer> {
        self.offers.get(self.focus.at())
    }

    fn toggle(&mut self) -> Heard {
        let Some(id) = self.focused().map(|offer| offer.id.clone()) else {
            return Heard::Ignored;
        };
        if let Some(place) = self.place(&id) {
            self.order.remove(place);
        } else {
            self.order.push(id);
        }
        Heard::Handled
    }

    /// Moves the focused item in the order, if it is picked.
    fn shift(&mut self, to: impl Fn(usize) -> Option<usize>) -> Heard {
        let place = self.focused().and_then(|offer| self.place(&offer.id));
        if let Some(place) = place
            && let Some(to) = to(place).filter(|to| *to < self.order.len())
        {
            self.order.swap(place, to);
        }
        Heard::Handled
    }
}

impl Input for Rank {
    fn on(&mut self, press: &Press) -> Heard {
        if let Some(heard) = self.focus.on(press, self.offers.len()) {
            return heard;
        }
        match press {
            Press::Typed(' ') => self.toggle(),
            Press::Left | Press::Typed('+') => self.shift(|place| place.checked_sub(1)),
            Press::Right | Press::Typed('-') => self.shift(|place| place.checked_add(1)),
            Press::Accept => Heard::Reply(Reply::Rank(self.order.clone())),
            Press::Up
            | Press::Down
            | Press::Home
            | Press::End
            | Press::PageUp
            | Press::PageDown
            | Press::Next
            | Press::Previous
            | Press::Erase
            | Press::Delete
            | Press::Clear
            | Press::NewLine
            | Press::Copy
            | Press::Typed(_)
            | Press::Pasted(_) => Heard::Ignored,
        }
    }

    fn draw(&self, ctx: &Ctx<'_>) -> Page {
        let mut page = Page::default();
        let mut above = None;
        for (number, offer) in self.offers.iter().enumerate() {
            row::heading(&mut page, ctx, offer, above);
            above = Some(offer);
            let focused = number == self.focus.at();
            let place = self.place(&offer.id);
            let mark = place.map_or_else(|| "[ ]".to_owned(), |place| format!("[{}]", place + 1));
            Row {
                focused,
                chosen: place.is_some(),
                mark: &mark,
                label: &ctx.words.say(&offer.label),
                note: row::note(ctx.words, offer),
                below: row::softer(ctx.words, offer).filter(|_| focused),
                ..Row::default()
            }
            .draw(&mut page, ctx.columns);
        }
        let said = fill(
            &ctx.words.asking.chosen_of,
            &[
                ("count", &self.order.len().to_string()),
                ("at_most", &self.top.to_string()),
            ],
        );
        page.text(&said, Role::Quiet, ctx.columns);
        for (place, id) in self.order.iter().enumerate() {
            if let Some(offer) = self.offers.iter().find(|offer| offer.id == *id) {
                let number = fill(
                    &ctx.words.asking.position,
                    &[("number", &(place + 1).to_string())],
                );
                let label = ctx.words.say(&offer.label);
                page.item(
                    &format!("  {number} "),
                    Role::Quiet,
                    &label,
                    Role::Quiet,
                    ctx.columns,
                );
            }
        }
        page
    }

    fn typing(&self) -> bool {
        false
    }

    fn hints(&self, ctx: &Ctx<'_>) -> Vec<(String, String)> {
        let words = &ctx.words.tui.inputs;
        let mut hints = hints([
            (&words.key_up_down, &words.choose),
            (&words.key_space, &words.toggle),
            (&words.key_enter, &words.go_on),
        ]);
        let picked = self
            .focused()
            .is_some_and(|offer| self.place(&offer.id).is_some());
        if picked && self.order.len() > 1 {
            hints.insert(2, (words.key_left_right.clone(), words.order.clone()));
        }
        hints
    }
}
