//! A guide of the person's own that cannot be read.

use crate::app::intent::Intent;
use crate::app::view::MistakeView;
use crate::core::words::{Words, fill};
use crate::plain::page::Page;
use crate::plain::screens::ways::Ways;

/// On with the built-in questions, or stop.
pub fn ways(words: &Words) -> Ways {
    vec![
        (words.failure.guide_builtin.clone(), Intent::Continue),
        (words.menu.stop.clone(), Intent::Stop),
    ]
}

/// Prints every mistake with its place.
pub fn print(mistakes: &[MistakeView], words: &Words, page: &mut Page) {
    page.line(&words.failure.guide_title);
    page.line(&words.failure.guide_text);
    for mistake in mistakes {
        page.line(&fill(
            &words.plain.screens.mistake,
            &[
                ("place", &mistake.place.to_string()),
                ("code", &mistake.code),
                ("says", &mistake.says),
                ("fix", &mistake.fix),
            ],
        ));
    }
    page.gap();
}
