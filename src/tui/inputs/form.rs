//! Named fields, one below the other: Enter goes to the next one, and at the last one goes on.

use std::collections::BTreeMap;

use crate::core::answer::Answer;
use crate::core::ask::{Field, Reply, Written};
use crate::tui::inputs::field::{Filled, Goes};
use crate::tui::inputs::hint::hints;
use crate::tui::inputs::row;
use crate::tui::inputs::{Ctx, Heard, Input};
use crate::tui::marks::Writing;
use crate::tui::page::Page;
use crate::tui::press::Press;

/// Named fields.
#[derive(Debug)]
pub(super) struct Form {
    fields: Vec<Filled>,
    at: usize,
}

impl Form {
    /// Opens the fields, with what stood in them before.
    pub(super) fn open(fields: &[Field], answer: Option<&Answer>) -> Self {
        let nothing = BTreeMap::new();
        let earlier = match answer {
            Some(Answer::Form(filled)) => filled,
            Some(_) | None => &nothing,
        };
        Self {
            fields: fields
                .iter()
                .map(|field| Filled::open(field, earlier.get(&field.id)))
                .collect(),
            at: 0,
        }
    }

    fn reply(&self) -> Heard {
        Heard::Reply(Reply::Form(self.fields.iter().map(Filled::value).collect()))
    }

    fn is_last(&self) -> bool {
        self.at + 1 >= self.fields.len()
    }
}

impl Input for Form {
    fn fit(&mut self, ctx: &Ctx<'_>) {
        for field in &mut self.fields {
            field.fit(ctx);
        }
    }

    fn on(&mut self, press: &Press) -> Heard {
        let Some(field) = self.fields.get_mut(self.at) else {
            return if *press == Press::Accept {
                self.reply()
            } else {
                Heard::Ignored
            };
        };
        match field.on(press) {
            Goes::Stays => Heard::Handled,
            Goes::Before if self.at > 0 => {
                self.at -= 1;
                Heard::Handled
            }
            Goes::After if !self.is_last() => {
                self.at += 1;
                Heard::Handled
            }
            Goes::After if *press == Press::Accept => self.reply(),
            Goes::Before | Goes::After | Goes::Nowhere => Heard::Ignored,
        }
    }

    fn seek(&mut self, text: &Written) {
        let field = self.fields.iter().position(|field| field.holds(text));
        self.at = field.unwrap_or(self.at);
    }

    fn writing(&self) -> Vec<Writing> {
        let fields = self.fields.iter().enumerate();
        fields
            .filter_map(|(number, field)| field.writing(number == self.at))
            .collect()
    }

    fn draw(&self, ctx: &Ctx<'_>) -> Page {
        let mut page = Page::default();
        for (number, field) in self.fields.iter().enumerate() {
            if number > 0 {
                row::gap(&mut page, ctx);
            }
            field.draw(&mut page, ctx, number == self.at);
        }
        page
    }

    fn typing(&self) -> bool {
        self.fields.get(self.at).is_some_and(Filled::typing)
    }

    fn hints(&self, ctx: &Ctx<'_>) -> Vec<(String, String)> {
        let words = &ctx.words.tui.inputs;
        let Some(field) = self.fields.get(self.at) else {
            return hints([(&words.key_enter, &words.go_on)]);
        };
        let enter = if self.is_last() {
            &words.go_on
        } else {
            &words.next_field
        };
        if !field.typing() {
            return hints([
                (&words.key_up_down, &words.choose),
                (&words.key_enter, &words.pick),
                (&words.key_tab, &words.next_field),
            ]);
        }
        let mut hints = hints([(&words.key_enter, enter)]);
        if field.can_copy() {
            hints.push((words.key_copy.clone(), words.copy.clone()));
        } else if field.has_slot() {
            hints.push((words.key_copy.clone(), words.to_slot.clone()));
        }
        hints
    }
}
