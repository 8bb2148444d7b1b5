//! What a change would set aside, before it happens.

use crate::app::intent::Intent;
use crate::app::view::ConsequenceView;
use crate::core::words::{Words, fill};
use crate::plain::page::Page;
use crate::plain::screens::ways::Ways;

/// Yes, or no.
pub fn ways(words: &Words) -> Ways {
    vec![
        (words.consequence.yes.clone(), Intent::Continue),
        (words.consequence.no.clone(), Intent::Back),
    ]
}

/// Prints what would be set aside, and what would come.
pub fn print(view: &ConsequenceView, words: &Words, page: &mut Page) {
    let said = &words.consequence;
    page.line(view.title(words));
    page.line(&said.set_aside);
    for (short, answer) in &view.set_aside {
        page.under(&words.pair(short, answer));
    }
    page.line(view.comes_back(words));
    if view.new > 0 {
        page.line(&fill(&said.new, &[("count", &view.new.to_string())]));
    }
}
