//! An earlier visit, to read.

use crate::app::intent::Intent;
use crate::app::view::EarlierView;
use crate::core::words::Words;
use crate::plain::page::Page;
use crate::plain::screens::ways::Ways;

/// What can be done, numbered.
pub fn ways(ways: &[String]) -> Ways {
    let ways = ways.iter().enumerate();
    ways.map(|(number, way)| (way.clone(), Intent::Choose(number)))
        .collect()
}

/// Prints what was said, step by step.
pub fn print(view: &EarlierView, words: &Words, page: &mut Page) {
    page.line(&view.title);
    page.line(&view.text);
    for step in &view.steps {
        page.gap();
        if !step.title.is_empty() {
            page.line(&step.title);
        }
        for (asked, said) in &step.rows {
            match said.as_slice() {
                [said] if !said.contains('\n') => {
                    page.line(&words.pair(asked, said));
                }
                _ => {
                    page.line(asked);
                    for said in said {
                        page.under(said);
                    }
                }
            }
        }
    }
    page.gap();
}
