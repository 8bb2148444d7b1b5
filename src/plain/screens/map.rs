//! The map of steps, over whatever stands before the person.

use crate::app::intent::Intent;
use crate::app::view::MapRow;
use crate::core::words::{Words, fill};
use crate::plain::choices;
use crate::plain::commands::told;
use crate::plain::page::Page;

/// Prints the steps, numbered.
pub fn print(rows: &[MapRow], words: &Words, page: &mut Page) {
    page.line(&words.map.title);
    for (place, row) in rows.iter().enumerate() {
        page.item(
            place + 1,
            &if row.said.is_empty() {
                row.title.clone()
            } else {
                let values = [("title", &*row.title), ("said", &*row.said)];
                fill(&words.plain.screens.map_row, &values)
            },
        );
    }
    ask_now(words, page);
}

/// Prints what can be typed.
pub fn ask_now(words: &Words, page: &mut Page) {
    page.line(&told(words, &words.plain.screens.map, &[]));
}

/// A number goes to that step.
pub fn hear(rows: &[MapRow], words: &Words, line: &str) -> Result<Intent, String> {
    let place = choices::one(line, rows.len(), words)?;
    rows.get(place)
        .map(MapRow::wants)
        .ok_or_else(|| words.plain.unclear.number.clone())
}
