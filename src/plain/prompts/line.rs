//! One line of text, with sentences to choose from by number where the author gives some.

use crate::core::ask::{Ask, Offer, Reply};
use crate::core::words::{Words, fill};
use crate::plain::choices;
use crate::plain::numbers;
use crate::plain::page::Page;
use crate::plain::prompts::prompt::{Prompt, Telling, Understood};

#[derive(Debug)]
pub(super) struct Line;

fn offers(ask: &Ask) -> &[Offer] {
    let Ask::Line { offers, .. } = ask else {
        return &[];
    };
    offers
}

impl Prompt for Line {
    fn name(&self) -> &'static str {
        "line"
    }

    fn body(&self, ask: &Ask, words: &Words, page: &mut Page) {
        if let Ask::Line {
            example: Some(example),
            ..
        } = ask
        {
            page.line(&fill(&words.asking.example, &[("example", example)]));
        }
        choices::print(offers(ask), 0, words, &|_| false, page);
    }

    fn ask_now(&self, ask: &Ask, words: &Words, _telling: Telling, page: &mut Page) {
        let how = &words.plain.how;
        page.line(if offers(ask).is_empty() {
            &how.line
        } else {
            &how.line_or_number
        });
    }

    fn hear(
        &mut self,
        ask: &Ask,
        words: &Words,
        line: &str,
        _page: &mut Page,
    ) -> Result<Understood, String> {
        Ok(match line.trim() {
            "" => Understood::Nothing,
            // A number alone is no sentence.
            typed if !offers(ask).is_empty() && numbers::read(typed).is_some() => {
                let offer = choices::find(typed, offers(ask), words)?;
                Understood::Reply(Reply::Text(words.say(&offer.label)))
            }
            typed => Understood::Reply(Reply::Text(typed.to_owned())),
        })
    }

    fn takes_text(&self) -> bool {
        true
    }
}
