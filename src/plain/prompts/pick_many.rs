//! Several things: numbers, and entries of the person's own.
//!
//! Numbers alone are the whole choice from the list and go on at once. `+` and `-` change what stands and stay here. An
//! entry of the person's own goes away only when the person takes it away.

use crate::core::answer::{Answer, Choice, Own};
use crate::core::ask::{Ask, Offer, Reply, Written};
use crate::core::ids::ItemId;
use crate::core::text;
use crate::core::words::{Words, fill};
use crate::plain::choices;
use crate::plain::commands::told;
use crate::plain::numbers;
use crate::plain::page::Page;
use crate::plain::prompts::prompt::{Prompt, Telling, Understood};

#[derive(Debug, Default)]
pub(super) struct PickMany {
    items: Vec<ItemId>,
    own: Vec<Own>,
    part: usize,
}

/// What the question offers, and whether own entries and how many things are allowed.
fn parts(ask: &Ask) -> (&[Offer], bool, Option<usize>) {
    let Ask::PickMany {
        offers,
        own,
        at_most,
    } = ask
    else {
        return (&[], false, None);
    };
    (offers, *own, *at_most)
}

impl PickMany {
    pub(super) fn from(answer: Option<&Answer>) -> Self {
        let mut prompt = Self::default();
        if let Some(Answer::Many(choices)) = answer {
            for choice in choices {
                match choice {
                    Choice::Item(id) => prompt.items.push(id.clone()),
                    Choice::Own(own) => prompt.own.push(own.clone()),
                }
            }
        }
        prompt
    }

    fn is_empty(&self) -> bool {
        self.items.is_empty() && self.own.is_empty()
    }

    fn reply(&self, offers: &[Offer]) -> Reply {
        let items = self
            .items
            .iter()
            .filter(|id| offers.iter().any(|offer| offer.id == **id))
            .cloned()
            .map(Choice::Item);
        Reply::PickMany(
            items
                .chain(self.own.iter().cloned().map(Choice::Own))
                .collect(),
        )
    }

    fn add_own(&mut self, typed: &str) {
        let key = self.own.iter().map(|own| own.key).max().unwrap_or(0) + 1;
        self.own.push(Own {
            key,
            text: text::one_line(typed),
        });
    }

    fn add(&mut self, offers: &[Offer], places: &[usize]) {
        for offer in places.iter().filter_map(|place| offers.get(*place)) {
            if !self.items.contains(&offer.id) {
                self.items.push(offer.id.clone());
            }
        }
    }

    /// Prints what stands, with its numbers.
    fn standing(&self, ask: &Ask, words: &Words, page: &mut Page) {
        let (offers, _, at_most) = parts(ask);
        let chosen: Vec<(usize, &Offer)> = offers
            .iter()
            .enumerate()
            .filter(|(_, offer)| self.items.contains(&offer.id))
            .collect();
        let count = (chosen.len() + self.own.len()).to_string();
        page.line(&match at_most {
            Some(at_most) => fill(
                &words.asking.chosen_of,
                &[("count", &count), ("at_most", &at_most.to_string())],
            ),
            None => fill(&words.asking.chosen, &[("count", &count)]),
        });
        for (place, offer) in chosen {
            page.item(place + 1, &choices::label(offer, words));
        }
        self.own_entries(offers, words, page);
    }

    fn own_entries(&self, offers: &[Offer], words: &Words, page: &mut Page) {
        for (place, own) in self.own.iter().enumerate() {
            page.item(
                offers.len() + place + 1,
                &fill(&words.plain.asking.own, &[("text", &own.text)]),
            );
        }
    }

    fn plus(&mut self, ask: &Ask, words: &Words, typed: &str) -> Result<(), String> {
        let (offers, own, _) = parts(ask);
        if numbers::read(typed).is_some() {
            let places = choices::several(typed, offers.len(), words)?;
            self.add(offers, &places);
        } else if !own {
            return Err(words.plain.unclear.no_own.clone());
        } else if text::one_line(typed).is_empty() {
            return Err(words.plain.how.own_first.clone());
        } else {
            self.add_own(typed);
        }
        Ok(())
    }

    fn minus(&mut self, ask: &Ask, words: &Words, typed: &str) -> Result<(), String> {
        let (offers, _, _) = parts(ask);
        let places = choices::several(typed, offers.len() + self.own.len(), words)?;
        let gone: Vec<u32> = places
            .iter()
            .filter_map(|place| self.own.get(place.checked_sub(offers.len())?))
            .map(|own| own.key)
            .collect();
        self.own.retain(|own| !gone.contains(&own.key));
        for offer in places.iter().filter_map(|place| offers.get(*place)) {
            self.items.retain(|id| *id != offer.id);
        }
        Ok(())
    }
}

/// Says whether one of the offers excludes all others: it says what 0 would say.
fn names_none(offers: &[Offer]) -> bool {
    offers.iter().any(|offer| offer.alone)
}

impl Prompt for PickMany {
    fn name(&self) -> &'static str {
        "pick_many"
    }

    fn body(&self, ask: &Ask, words: &Words, page: &mut Page) {
        let (offers, _, _) = parts(ask);
        let chosen = |offer: &Offer| self.items.contains(&offer.id);
        choices::print(offers, self.part, words, &chosen, page);
        self.own_entries(offers, words, page);
    }

    fn ask_now(&self, ask: &Ask, words: &Words, telling: Telling, page: &mut Page) {
        let (offers, own, at_most) = parts(ask);
        let how = &words.plain.how;
        let mut said = Vec::new();
        match telling {
            Telling::Full => {
                if names_none(offers) {
                    said.push(how.many_first_named.clone());
                } else if !offers.is_empty() {
                    said.push(how.many_first.clone());
                }
                if own {
                    said.push(how.own_first.clone());
                }
            }
            Telling::Short => {
                if !self.is_empty() {
                    said.push(told(words, &how.many_on, &[]));
                } else if names_none(offers) {
                    said.push(how.many_named.clone());
                } else if !offers.is_empty() {
                    said.push(how.many.clone());
                }
                if own {
                    said.push(how.own.clone());
                }
            }
        }
        if let Some(at_most) = at_most {
            said.push(fill(&how.at_most, &[("at_most", &at_most.to_string())]));
        }
        if choices::parts(offers).len() > 1 {
            said.push(how.add.clone());
        }
        page.line(&said.join(" "));
    }

    fn hear(
        &mut self,
        ask: &Ask,
        words: &Words,
        line: &str,
        page: &mut Page,
    ) -> Result<Understood, String> {
        let (offers, _, _) = parts(ask);
        let line = line.trim();
        if line.is_empty() {
            if !self.is_empty() {
                self.standing(ask, words, page);
            }
            return Ok(Understood::Nothing);
        }
        if let Some(typed) = line.strip_prefix('-') {
            self.minus(ask, words, typed)?;
            self.standing(ask, words, page);
            page.line(&told(words, &words.plain.how.many_on, &[]));
            return Ok(Understood::Kept);
        }
        let (chosen, added) = match line.split_once('+') {
            Some((chosen, added)) => (chosen.trim(), Some(added)),
            None => (line, None),
        };
        if chosen.is_empty() {
            self.plus(ask, words, added.unwrap_or_default())?;
            self.standing(ask, words, page);
            page.line(&told(words, &words.plain.how.many_on, &[]));
            return Ok(Understood::Kept);
        }
        let none = numbers::read(chosen).is_some_and(|numbers| numbers == [0]);
        let places = if none {
            Vec::new()
        } else {
            choices::several(chosen, offers.len() + self.own.len(), words)?
        };
        let before = std::mem::take(&mut self.items);
        self.add(offers, &places);
        if let Some(added) = added
            && let Err(unclear) = self.plus(ask, words, added)
        {
            self.items = before;
            return Err(unclear);
        }
        Ok(Understood::Reply(self.reply(offers)))
    }

    fn finish(&mut self, ask: &Ask) -> Option<Reply> {
        (!self.is_empty()).then(|| self.reply(parts(ask).0))
    }

    fn written(&self, _ask: &Ask) -> Vec<Written> {
        let own = self.own.iter();
        own.map(|own| Written::plain(&own.text)).collect()
    }

    fn more(&mut self, ask: &Ask, words: &Words, page: &mut Page) -> bool {
        choices::next_part(parts(ask).0, &mut self.part, words, page)
    }
}
