//! A number on a scale; between two poles, which are never numbered for the person, seven places said in words.

use crate::core::answer::Answer;
use crate::core::ask::{Ask, Reply};
use crate::core::words::{Words, fill};
use crate::plain::choices;
use crate::plain::page::Page;
use crate::plain::prompts::prompt::{Prompt, Telling, Understood};

#[derive(Debug)]
pub(super) struct Scale;

/// Lowest, highest, and whether two poles stand there.
fn limits(ask: &Ask) -> (i64, i64, bool) {
    let Ask::Scale {
        lowest,
        highest,
        poles,
        ..
    } = ask
    else {
        return (0, 0, false);
    };
    (*lowest, *highest, *poles)
}

/// The places between two poles, from 1.
fn places(ask: &Ask) -> impl Iterator<Item = (usize, i64)> {
    let (lowest, highest, _) = limits(ask);
    (lowest..=highest)
        .enumerate()
        .map(|(place, number)| (place + 1, number))
}

impl Prompt for Scale {
    fn name(&self) -> &'static str {
        "scale"
    }

    fn body(&self, ask: &Ask, words: &Words, page: &mut Page) {
        let Ask::Scale {
            lowest,
            highest,
            low,
            high,
            poles,
        } = ask
        else {
            return;
        };
        if *poles {
            for (place, number) in places(ask) {
                for phrase in ask.said(&Answer::Number(number)) {
                    page.item(place, &words.say(&phrase));
                }
            }
            return;
        }
        for (number, text) in [(lowest, low), (highest, high)] {
            if !text.is_empty() {
                page.line(&fill(
                    &words.plain.how.end,
                    &[("number", &number.to_string()), ("text", text)],
                ));
            }
        }
    }

    fn ask_now(&self, ask: &Ask, words: &Words, _telling: Telling, page: &mut Page) {
        let (lowest, highest, poles) = limits(ask);
        if poles {
            page.line(&words.plain.how.pick);
        } else {
            page.line(&fill(
                &words.plain.how.scale,
                &[("low", &lowest.to_string()), ("high", &highest.to_string())],
            ));
        }
    }

    fn hear(
        &mut self,
        ask: &Ask,
        words: &Words,
        line: &str,
        _page: &mut Page,
    ) -> Result<Understood, String> {
        let line = line.trim();
        if line.is_empty() {
            return Ok(Understood::Nothing);
        }
        let (_, _, poles) = limits(ask);
        let number = if poles {
            let place = choices::one(line, places(ask).count(), words)?;
            places(ask).nth(place).map(|(_, number)| number)
        } else {
            line.trim_end_matches('.').parse().ok()
        };
        let number = number.ok_or_else(|| words.plain.unclear.number.clone())?;
        Ok(Understood::Reply(Reply::Scale(number)))
    }
}
