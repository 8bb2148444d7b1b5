//! A few numbered ways to go on, each with its intent.

use crate::app::intent::Intent;
use crate::core::words::Words;
use crate::plain::choices;
use crate::plain::page::Page;

/// Ways, in the order of their numbers.
pub type Ways = Vec<(String, Intent)>;

/// Prints the ways, numbered.
pub fn print(ways: &Ways, page: &mut Page) {
    for (place, (label, _)) in ways.iter().enumerate() {
        page.item(place + 1, label);
    }
}

/// Finds the way a number stands for.
pub fn hear(ways: &Ways, line: &str, words: &Words) -> Result<Intent, String> {
    let place = choices::one(line, ways.len(), words)?;
    ways.get(place)
        .map(|(_, intent)| intent.clone())
        .ok_or_else(|| words.plain.unclear.number.clone())
}

/// As [`hear`], where the first way is yes and the second is no; those words are understood too.
pub fn hear_yes_no(ways: &Ways, line: &str, words: &Words) -> Result<Intent, String> {
    let typed = line.trim().to_lowercase();
    let is = |known: &[String]| known.contains(&typed);
    let screens = &words.plain.screens;
    if is(&screens.yes) {
        hear(ways, "1", words)
    } else if is(&screens.no) {
        hear(ways, "2", words)
    } else {
        hear(ways, line, words)
    }
}
