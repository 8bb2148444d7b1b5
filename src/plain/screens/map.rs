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
            &fill(
                &words.plain.screens.map_row,
                &[("title", &row.title), ("said", &row.said)],
            ),
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
        .map(|row| Intent::Jump(row.id.clone()))
        .ok_or_else(|| words.plain.unclear.number.clone())
}
