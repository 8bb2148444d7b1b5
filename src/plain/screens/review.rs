//! Everything that was said, numbered through all steps.

use crate::app::intent::Intent;
use crate::app::view::{ReviewRow, ReviewView};
use crate::core::words::{Words, fill};
use crate::plain::choices;
use crate::plain::commands::told;
use crate::plain::page::Page;

fn rows(view: &ReviewView) -> Vec<&ReviewRow> {
    view.steps.iter().flat_map(|step| &step.rows).collect()
}

/// Prints every step with its answers. A text of several lines stands below its question.
pub fn print(view: &ReviewView, words: &Words, page: &mut Page) {
    page.line(&words.review.title);
    page.line(&words.review.explain);
    let mut number = 0;
    for step in &view.steps {
        page.gap();
        page.line(&step.title);
        for row in &step.rows {
            number += 1;
            let alone = match row.said.as_slice() {
                [] => Some(words.review.open.as_str()),
                [said] if !said.contains('\n') => Some(said.as_str()),
                _ => None,
            };
            let said = alone.unwrap_or_default();
            let line = fill(
                &words.plain.screens.review_row,
                &[("short", &row.short), ("said", said)],
            );
            page.item(number, line.trim_end());
            if alone.is_none() {
                for said in &row.said {
                    page.under(said);
                }
            }
        }
    }
    page.gap();
    ask_now(words, page);
}

/// Prints what can be typed.
pub fn ask_now(words: &Words, page: &mut Page) {
    page.line(&told(words, &words.plain.screens.review, &[]));
}

/// A number changes that answer.
pub fn hear(view: &ReviewView, words: &Words, line: &str) -> Result<Intent, String> {
    let rows = rows(view);
    let place = choices::one(line, rows.len(), words)?;
    rows.get(place)
        .map(|row| Intent::Edit(row.id.clone()))
        .ok_or_else(|| words.plain.unclear.number.clone())
}
