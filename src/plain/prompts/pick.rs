//! One of several: a number.

use crate::core::ask::{Ask, Offer, Reply};
use crate::core::words::Words;
use crate::plain::choices;
use crate::plain::page::Page;
use crate::plain::prompts::prompt::{Prompt, Telling, Understood};

#[derive(Debug, Default)]
pub(super) struct Pick {
    part: usize,
}

fn offers(ask: &Ask) -> &[Offer] {
    let Ask::Pick { offers } = ask else {
        return &[];
    };
    offers
}

impl Prompt for Pick {
    fn name(&self) -> &'static str {
        "pick"
    }

    fn body(&self, ask: &Ask, words: &Words, page: &mut Page) {
        choices::print(offers(ask), self.part, words, &|_| false, page);
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
        let offer = choices::find(line, offers(ask), words)?;
        Ok(Understood::Reply(Reply::Pick(offer.id.clone())))
    }

    fn more(&mut self, ask: &Ask, words: &Words, page: &mut Page) -> bool {
        choices::next_part(offers(ask), &mut self.part, words, page)
    }
}
