//! A health word to decide on: four numbered ways, of which two need a second line.

use crate::app::intent::Intent;
use crate::app::view::HealthView;
use crate::core::words::{Words, fill};
use crate::plain::choices;
use crate::plain::commands::told;
use crate::plain::page::Page;
use crate::privacy::Decision;

/// How far the decision has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Way {
    /// Which way.
    #[default]
    Choosing,
    /// The line in the person's own words.
    OwnWords,
    /// The word itself, to confirm that it is not about health.
    Confirming,
    /// One of the sentences on offer.
    Sentences,
}

/// What a line came to.
#[derive(Debug, Clone, PartialEq)]
pub enum Heard {
    /// A decision.
    Do(Intent),
    /// The way there.
    Go(Way),
    /// Nothing was typed.
    Nothing,
}

/// Prints the word, its line, what it tells, and the ways.
pub fn print(view: &HealthView, way: Way, words: &Words, page: &mut Page) {
    let said = &words.health;
    page.line(&said.title);
    page.line(&fill(&said.left, &[("count", &view.left.to_string())]));
    if let Some(calm) = &view.calm {
        page.line(calm);
    }
    page.line(&fill(
        &said.word,
        &[("word", &view.word), ("category", &view.category)],
    ));
    page.line(&said.in_line);
    page.under(&view.line);
    page.line(&said.explain);
    page.line(&said.why);
    if !view.ask.is_empty() {
        page.line(&view.ask);
    }
    page.gap();
    ask_now(view, way, words, page);
}

/// Prints what can be typed now.
pub fn ask_now(view: &HealthView, way: Way, words: &Words, page: &mut Page) {
    let said = &words.health;
    let screens = &words.plain.screens;
    if let Some(refusal) = &view.refusal {
        page.line(refusal);
    }
    match way {
        Way::Choosing => {
            page.item(1, &screens.reword_own);
            page.item(2, &said.leave_out);
            page.item(3, &said.not_health);
            if !view.rewordings.is_empty() {
                page.item(4, &screens.reword_choose);
            }
            page.line(&told(words, &screens.health, &[]));
        }
        Way::OwnWords => page.line(&told(words, &screens.reword_type, &[])),
        Way::Confirming => page.line(&fill(&said.type_word, &[("word", &view.word)])),
        Way::Sentences => {
            for (place, sentence) in view.rewordings.iter().enumerate() {
                page.item(place + 1, sentence);
            }
            page.line(&told(words, &screens.health, &[]));
        }
    }
}

/// Understands a line on this way.
pub fn hear(view: &HealthView, way: Way, words: &Words, line: &str) -> Result<Heard, String> {
    let line = line.trim();
    if line.is_empty() {
        return Ok(Heard::Nothing);
    }
    let decide = |decision| Heard::Do(Intent::Decide(decision));
    match way {
        Way::Choosing => {
            let high = if view.rewordings.is_empty() { 3 } else { 4 };
            let place = choices::one(line, high, words)?;
            // The number of each way stays the same at every word; the one that is not always there comes last.
            Ok(match place {
                0 => Heard::Go(Way::OwnWords),
                1 => decide(Decision::LeaveOut),
                2 => Heard::Go(Way::Confirming),
                _ => Heard::Go(Way::Sentences),
            })
        }
        Way::OwnWords => Ok(decide(Decision::Reword(line.to_owned()))),
        Way::Confirming if line.to_lowercase() == view.word.trim().to_lowercase() => {
            Ok(decide(Decision::NotHealth))
        }
        Way::Confirming => Err(fill(&words.health.not_the_word, &[("word", &view.word)])),
        Way::Sentences => {
            let place = choices::one(line, view.rewordings.len(), words)?;
            view.rewordings
                .get(place)
                .map(|sentence| decide(Decision::Reword(sentence.clone())))
                .ok_or_else(|| words.plain.unclear.number.clone())
        }
    }
}
