//! Figures need a fact: a share or a larger number in a question that shows no fact is a figure without a source.
//!
//! Examples and agreements are full of times and numbers, and are nobody's figures.

use crate::content::lints::reading::Reading;
use crate::content::lints::shown::Shown;
use crate::content::lints::tokens::bare;
use crate::core::source::{Code, Diagnostics};

/// The settings in which the program itself speaks.
const SPOKEN: [&str; 11] = [
    "ask", "explain", "help", "body", "because", "say", "label", "note", "for", "against", "means",
];

/// Numbers without a fact behind them.
pub fn bare_numbers(shown: &Shown, reading: &Reading<'_>, found: &mut Diagnostics) {
    let backed = shown
        .question
        .as_ref()
        .is_some_and(|question| reading.backed.contains(question));
    let asked = shown.question.is_some() && !shown.place.file.ends_with("rehearsal.yml");
    let spoken = SPOKEN.contains(&shown.name.as_str()) && (asked || shown.name == "means");
    if backed || !spoken {
        return;
    }
    for word in shown.text.split_whitespace() {
        let number = bare(word);
        let figures = number.chars().filter(char::is_ascii_digit).count();
        let is_share = word.contains('%') && figures > 0;
        let known = reading.plain.numbers.iter().any(|one| one == number);
        if (is_share || figures >= 2) && !known {
            let values = vec![("name", word.to_owned())];
            found.add_with(Code::BareNumber, &shown.place, values);
        }
    }
}
