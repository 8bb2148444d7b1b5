//! Options beside each other: here one after the other, each by the same aspects; then a number.

use crate::core::ask::{Ask, CompareColumn, Offer, Reply};
use crate::core::words::Words;
use crate::plain::choices;
use crate::plain::page::Page;
use crate::plain::prompts::prompt::{Prompt, Telling, Understood};

#[derive(Debug)]
pub(super) struct Compare;

fn columns(ask: &Ask) -> &[CompareColumn] {
    let Ask::Compare { columns, .. } = ask else {
        return &[];
    };
    columns
}

impl Prompt for Compare {
    fn name(&self) -> &'static str {
        "compare"
    }

    fn body(&self, ask: &Ask, words: &Words, page: &mut Page) {
        let Ask::Compare { columns, aspects } = ask else {
            return;
        };
        for (place, column) in columns.iter().enumerate() {
            page.item(place + 1, &choices::label(&column.offer, words));
            for (aspect, cell) in aspects.iter().zip(&column.cells) {
                page.under(&words.pair(aspect, cell));
            }
        }
    }

    fn ask_now(&self, _ask: &Ask, words: &Words, _telling: Telling, page: &mut Page) {
        page.line(&words.plain.how.pick);
    }

    fn hear(
        &mut self,
        ask: &Ask,
        words: &Words,
        line: &str,
        _page: &mut Page,
    ) -> Result<Understood, String> {
        if line.trim().is_empty() {
            return Ok(Understood::Nothing);
        }
        let offers: Vec<Offer> = columns(ask)
            .iter()
            .map(|column| column.offer.clone())
            .collect();
        let offer = choices::find(line, &offers, words)?;
        Ok(Understood::Reply(Reply::Pick(offer.id.clone())))
    }
}
