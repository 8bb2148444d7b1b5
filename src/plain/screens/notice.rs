//! Something to know after an answer.

use crate::core::words::Words;
use crate::plain::commands::told;
use crate::plain::page::Page;

/// Prints it.
pub fn print(text: &str, words: &Words, page: &mut Page) {
    page.line(&words.notice.title);
    page.line(text);
    ask_now(words, page);
}

/// Prints what can be typed.
pub fn ask_now(words: &Words, page: &mut Page) {
    page.line(&told(words, &words.plain.screens.notice, &[]));
}
