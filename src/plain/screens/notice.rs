//! Something to know after an answer, with the steps it names by number.

use crate::app::intent::Intent;
use crate::app::view::NoticeView;
use crate::core::words::Words;
use crate::plain::choices;
use crate::plain::commands::told;
use crate::plain::page::Page;

/// Prints it.
pub fn print(view: &NoticeView, words: &Words, page: &mut Page) {
    page.line(&words.notice.title);
    page.line(&view.text);
    for (number, way) in view.goes.iter().enumerate() {
        page.item(number + 1, way);
    }
    ask_now(view, words, page);
}

/// Prints what can be typed.
pub fn ask_now(view: &NoticeView, words: &Words, page: &mut Page) {
    page.line(&told(words, &words.plain.screens.notice, &[]));
    if !view.goes.is_empty() {
        page.line(&words.plain.screens.notice_goes);
    }
}

/// Understands the number of a step.
pub fn hear(view: &NoticeView, words: &Words, line: &str) -> Result<Intent, String> {
    choices::one(line, view.goes.len(), words).map(Intent::Choose)
}
