//! The health words that were found, numbered: each can be looked at, and a decision can be taken back.

use crate::app::intent::{HealthWish, Intent};
use crate::app::view::{FindingRow, FindingsView};
use crate::core::words::{Words, fill};
use crate::plain::choices;
use crate::plain::commands::told;
use crate::plain::page::Page;

/// Prints the list.
pub fn print(view: &FindingsView, words: &Words, page: &mut Page) {
    let said = &words.health;
    page.line(&said.title);
    page.line(&said.explain);
    if let Some(calm) = &view.calm {
        page.line(calm);
    }
    page.gap();
    for (place, row) in view.rows.iter().enumerate() {
        page.item(place + 1, &sentence(row, words));
    }
    page.gap();
    ask_now(view, words, page);
}

/// Prints what can be typed.
pub fn ask_now(view: &FindingsView, words: &Words, page: &mut Page) {
    let screens = &words.plain.screens;
    if view.left > 0 {
        let left = &words.health.left;
        page.line(&fill(left, &[("count", &view.left.to_string())]));
    } else {
        page.line(&words.health.none_left);
    }
    if view.saves {
        page.line(&words.health.limits);
    }
    page.line(&told(words, &screens.health_list, &[]));
    if view.rows.iter().any(|row| row.done.is_some()) {
        page.line(&screens.health_again);
    }
    if view.saves && view.left == 0 {
        page.line(&told(words, &screens.health_next, &[]));
    }
}

/// A number looks at a word, or takes a decision back.
pub fn hear(view: &FindingsView, words: &Words, line: &str) -> Result<Intent, String> {
    let place = choices::one(line, view.rows.len(), words)?;
    Ok(Intent::Health(HealthWish::Choose(place)))
}

fn sentence(row: &FindingRow, words: &Words) -> String {
    let screens = &words.plain.screens;
    let (sentence, done) = match &row.done {
        Some(done) => (&screens.health_done, done.as_str()),
        None => (&screens.health_open, ""),
    };
    fill(
        sentence,
        &[
            ("word", &row.word),
            ("category", &row.category),
            ("done", done),
            ("line", &row.line),
        ],
    )
}
