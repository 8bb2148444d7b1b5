//! One of a list: up and down move, Enter picks the item that has the cursor.
//!
//! On a list that was not touched Enter picks nothing and says so: a key pressed once too often at the question before is no
//! answer to this one. An arrow, a digit or the space bar makes the item that has the cursor the person's choice.

use crate::core::answer::Answer;
use crate::core::ask::{Offer, Reply};
use crate::core::ids::ItemId;
use crate::tui::inputs::focus::Focus;
use crate::tui::inputs::hint::hints;
use crate::tui::inputs::row::{self, Row};
use crate::tui::inputs::{Ctx, Heard, Input};
use crate::tui::page::Page;
use crate::tui::press::Press;

/// One of a list.
#[derive(Debug)]
pub(super) struct Pick {
    offers: Vec<Offer>,
    earlier: Option<ItemId>,
    focus: Focus,
    /// The person moved, or the list stands as it was answered.
    touched: bool,
    /// The space bar was pressed here.
    pointed: bool,
    /// Enter was pressed before any of this.
    early: bool,
}

impl Pick {
    /// Opens the list, with the cursor on what was picked before.
    pub(super) fn open(offers: &[Offer], answer: Option<&Answer>) -> Self {
        let earlier = match answer {
            Some(Answer::One(id)) => Some(id.clone()),
            Some(_) | None => None,
        };
        let at = offers
            .iter()
            .position(|offer| Some(&offer.id) == earlier.as_ref());
        Self {
            offers: offers.to_vec(),
            earlier,
            focus: Focus::on_row(at.unwrap_or_default()),
            touched: at.is_some(),
            pointed: false,
            early: false,
        }
    }
}

impl Input for Pick {
    fn on(&mut self, press: &Press) -> Heard {
        let count = self.offers.len();
        let moved = self.focus.on(press, count);
        let moved = moved.or_else(|| self.focus.on_digit(press, count));
        let space = || (*press == Press::Typed(' ')).then_some(Heard::Handled);
        if let Some(heard) = moved.or_else(space) {
            self.touched = true;
            self.pointed = *press == Press::Typed(' ');
            self.early = false;
            return heard;
        }
        match self.offers.get(self.focus.at()) {
            Some(offer) if *press == Press::Accept && self.touched => {
                Heard::Reply(Reply::Pick(offer.id.clone()))
            }
            Some(_) if *press == Press::Accept => {
                self.early = true;
                Heard::Handled
            }
            Some(_) | None => Heard::Ignored,
        }
    }

    fn draw(&self, ctx: &Ctx<'_>) -> Page {
        let mut page = Page::default();
        let mut above = None;
        for (number, offer) in self.offers.iter().enumerate() {
            row::heading(&mut page, ctx, offer, above);
            above = Some(offer);
            let focused = number == self.focus.at();
            let chosen = if self.pointed {
                focused
            } else {
                self.earlier.as_ref() == Some(&offer.id)
            };
            Row {
                focused,
                chosen,
                mark: if chosen { "(o)" } else { "( )" },
                label: &ctx.words.say(&offer.label),
                note: row::note(ctx.words, offer),
                below: if focused && self.early {
                    Some(ctx.words.tui.inputs.pick_first.clone())
                } else {
                    row::softer(ctx.words, offer).filter(|_| focused)
                },
                ..Row::default()
            }
            .draw(&mut page, ctx.columns);
        }
        page
    }

    fn typing(&self) -> bool {
        false
    }

    fn hints(&self, ctx: &Ctx<'_>) -> Vec<(String, String)> {
        let words = &ctx.words.tui.inputs;
        let enter = (&words.key_enter, &words.pick);
        let space = (&words.key_space, &words.pick);
        hints([
            (&words.key_up_down, &words.choose),
            if self.touched { enter } else { space },
        ])
    }
}
