//! Where a file goes.

use crate::app::intent::Intent;
use crate::app::view::PlaceView;
use crate::core::words::Words;
use crate::plain::commands::told;
use crate::plain::page::Page;
use crate::plain::screens::ways::{self, Ways};

/// Replace the file that is there, or give another name.
pub fn ways(words: &Words) -> Ways {
    vec![
        (words.place.overwrite.clone(), Intent::Continue),
        (words.place.other_name.clone(), Intent::Back),
    ]
}

/// Prints what saving means and what can be typed.
pub fn print(view: &PlaceView, words: &Words, page: &mut Page) {
    page.line(&words.place.title);
    if view.exists.is_none() {
        for explain in &view.explain {
            page.line(explain);
        }
        page.gap();
    }
    ask_now(view, words, page);
}

/// Prints what went wrong, and what can be typed.
pub fn ask_now(view: &PlaceView, words: &Words, page: &mut Page) {
    if let Some(problem) = &view.problem {
        page.line(problem);
    }
    if let Some(exists) = &view.exists {
        page.line(exists);
        ways::print(&ways(words), page);
        page.line(&words.plain.screens.choose);
        return;
    }
    page.line(&told(
        words,
        &words.plain.screens.place,
        &[("path", &view.path)],
    ));
}

/// A path, or one of the two ways when a file of that name is there.
pub fn hear(view: &PlaceView, words: &Words, line: &str) -> Result<Intent, String> {
    if view.exists.is_some() {
        return ways::hear_yes_no(&ways(words), line, words);
    }
    Ok(Intent::SaveAt(line.trim().to_owned()))
}
