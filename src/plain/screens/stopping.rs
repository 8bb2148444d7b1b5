//! Whether to stop.

use crate::app::intent::Intent;
use crate::core::words::Words;
use crate::plain::page::Page;
use crate::plain::screens::ways::Ways;

/// Yes, no, or first keep what was said.
pub fn ways(words: &Words) -> Ways {
    vec![
        (words.over.stop_yes.clone(), Intent::Continue),
        (words.over.stop_no.clone(), Intent::Back),
        (words.dossier.stop_save.clone(), Intent::Keep),
    ]
}

/// Prints what stopping loses.
pub fn print(words: &Words, page: &mut Page) {
    page.line(&words.over.stop_title);
    page.line(&words.over.stop_text);
}
