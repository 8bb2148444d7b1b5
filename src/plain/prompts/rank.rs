//! The most important ones, in order: numbers in the order that fits.

use crate::core::ask::{Ask, Offer, Reply};
use crate::core::words::{Words, fill};
use crate::plain::choices;
use crate::plain::page::Page;
use crate::plain::prompts::prompt::{Prompt, Telling, Understood};

#[derive(Debug, Default)]
pub(super) struct Rank {
    part: usize,
}

fn offers(ask: &Ask) -> (&[Offer], usize) {
    let Ask::Rank { offers, top } = ask else {
        return (&[], 0);
    };
    (offers, *top)
}

impl Prompt for Rank {
    fn name(&self) -> &'static str {
        "rank"
    }

    fn body(&self, ask: &Ask, words: &Words, page: &mut Page) {
        choices::print(offers(ask).0, self.part, words, &|_| false, page);
    }

    fn ask_now(&self, ask: &Ask, words: &Words, telling: Telling, page: &mut Page) {
        let sentence = match telling {
            Telling::Full => &words.plain.how.rank_first,
            Telling::Short => &words.plain.how.rank,
        };
        page.line(&fill(sentence, &[("top", &offers(ask).1.to_string())]));
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
        let (offers, _) = offers(ask);
        let places = choices::several(line, offers.len(), words)?;
        let ids = places
            .iter()
            .filter_map(|place| offers.get(*place))
            .map(|offer| offer.id.clone())
            .collect();
        Ok(Understood::Reply(Reply::Rank(ids)))
    }

    fn more(&mut self, ask: &Ask, words: &Words, page: &mut Page) -> bool {
        choices::next_part(offers(ask).0, &mut self.part, words, page)
    }
}
