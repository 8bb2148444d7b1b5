//! The cover: nothing of the person's.

use crate::core::words::Words;
use crate::plain::page::Page;

/// Prints that nothing can be seen.
pub fn print(words: &Words, page: &mut Page) {
    page.line(&words.together.veiled_title);
    page.line(&words.together.veiled_text);
}

/// Prints what can be typed.
pub fn ask_now(words: &Words, page: &mut Page) {
    page.line(&words.plain.screens.enter);
}
