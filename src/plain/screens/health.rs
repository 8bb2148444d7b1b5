//! A health word to decide on: numbered ways, of which some need a second line.

use crate::app::intent::{HealthWish, Intent};
use crate::app::view::HealthView;
use crate::core::words::{Words, fill};
use crate::plain::choices;
use crate::plain::commands::told;
use crate::plain::numbers;
use crate::plain::page::Page;

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
    /// Something is wanted.
    Do(Intent),
    /// The way there.
    Go(Way),
    /// Nothing was typed.
    Nothing,
}

/// Prints the line, its word, what it tells, and the ways.
pub fn print(view: &HealthView, way: Way, words: &Words, page: &mut Page) {
    let said = &words.health;
    page.line(&said.title);
    page.under(&view.line);
    for text in &view.explain {
        page.line(text);
    }
    if let Some(calm) = &view.calm {
        page.line(calm);
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
            for (place, (label, _)) in ways(view, words).iter().enumerate() {
                page.item(place + 1, label);
            }
            page.line(&told(words, &screens.health, &[]));
        }
        Way::OwnWords => {
            if !view.ask.is_empty() {
                page.line(&view.ask);
            }
            page.line(&said.reword_keeps);
            page.line(&told(words, &screens.reword_type, &[]));
        }
        Way::Confirming => page.line(&fill(&said.type_word, &[("word", &view.word)])),
        Way::Sentences => {
            page.line(&view.ask);
            for (place, sentence) in view.rewordings.iter().enumerate() {
                page.item(place + 1, sentence);
            }
            page.line(&said.reword_keeps);
            page.line(&told(words, &screens.sentences, &[]));
        }
    }
}

/// The ways; the first three have the same number at every word.
fn ways(view: &HealthView, words: &Words) -> Vec<(String, Heard)> {
    let said = &words.health;
    let wish = |wish| Heard::Do(Intent::Health(wish));
    if view.private {
        return vec![(said.close.clone(), Heard::Do(Intent::Continue))];
    }
    let own = words.plain.screens.reword_own.clone();
    let mut ways = vec![
        (own, Heard::Go(Way::OwnWords)),
        (said.leave_out.clone(), wish(HealthWish::LeaveOut)),
        (said.not_health.clone(), Heard::Go(Way::Confirming)),
    ];
    if !view.rewordings.is_empty() {
        let choose = &words.plain.screens.reword_choose;
        ways.push((choose.clone(), Heard::Go(Way::Sentences)));
    }
    if let Some(question) = &view.question {
        let go_to = fill(&said.go_to, &[("question", question)]);
        ways.push((go_to, wish(HealthWish::GoTo)));
    }
    ways
}

/// Understands a line on this way.
pub fn hear(view: &HealthView, way: Way, words: &Words, line: &str) -> Result<Heard, String> {
    let line = line.trim();
    if line.is_empty() {
        return Ok(Heard::Nothing);
    }
    let unclear = || words.plain.unclear.number.clone();
    match way {
        Way::Choosing => {
            let mut ways = ways(view, words);
            let place = choices::one(line, ways.len(), words)?;
            if place < ways.len() {
                Ok(ways.swap_remove(place).1)
            } else {
                Err(unclear())
            }
        }
        // A number is a choice that is not offered here, and no words for a paper.
        Way::OwnWords if numbers::read(line).is_some() => {
            Err(told(words, &words.plain.screens.reword_type, &[]))
        }
        Way::OwnWords => Ok(Heard::Do(Intent::Health(HealthWish::Reword(
            line.to_owned(),
        )))),
        Way::Confirming => Ok(Heard::Do(Intent::Health(HealthWish::NotHealth(
            line.to_owned(),
        )))),
        Way::Sentences => {
            let place = choices::one(line, view.rewordings.len(), words)?;
            let sentence = view.rewordings.get(place).ok_or_else(unclear)?;
            Ok(Heard::Do(Intent::Health(HealthWish::Reword(
                sentence.clone(),
            ))))
        }
    }
}
