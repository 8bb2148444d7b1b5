//! The commands as they are told: all of them, and the one that was perhaps meant.

use crate::core::text;
use crate::core::words::{Words, fill};
use crate::plain::commands::{self, COMMANDS, Command};
use crate::plain::page::Page;

/// Whether this program has the face that fills the screen.
pub const HAS_FULL: bool = cfg!(feature = "tui");

/// A word where a number is wanted may be a command without its colon.
pub fn perhaps_meant(line: &str, words: &Words, page: &mut Page) {
    if text::length(line) > 40 {
        return;
    }
    if let Some(command) = commands::without_colon(line, words) {
        page.line(&fill(
            &words.plain.unclear.near,
            &[("command", &commands::form(command, words))],
        ));
    }
}

/// Prints all commands.
pub fn list(words: &Words, page: &mut Page) {
    let asking = &words.plain.asking;
    page.line(&asking.commands);
    let here = |row: &&commands::Row| row.command != Command::Full || HAS_FULL;
    for row in COMMANDS.iter().filter(here) {
        let form = row.form(words);
        let about = row.about(words);
        page.line(&match row.short_form() {
            Some(short) => fill(
                &asking.command,
                &[("form", &form), ("short", &short), ("about", about)],
            ),
            None => fill(&asking.command_only, &[("form", &form), ("about", about)]),
        });
    }
}
