//! The end of the guide.

use crate::app::intent::{Beside, Intent};
use crate::app::view::OverView;
use crate::core::words::Words;
use crate::plain::page::Page;
use crate::plain::screens::ways::Ways;

/// The ways to another time, the papers once more, everything that was said, and stopping.
pub fn ways(view: &OverView, words: &Words) -> Ways {
    let papers = view
        .papers
        .iter()
        .enumerate()
        .map(|(place, said)| (said.clone(), Intent::Look(place)));
    let rehearsal = view.rehearse.then(|| {
        let said = words.menu.rehearse.clone();
        (said, Intent::Beside(Beside::Rehearsal))
    });
    let ways = view
        .ways
        .iter()
        .enumerate()
        .map(|(place, said)| (said.clone(), Intent::Choose(place)));
    let review = (words.menu.review.clone(), Intent::Beside(Beside::Review));
    let keep = view.keep.then(|| (words.over.keep.clone(), Intent::Keep));
    ways.chain(papers)
        .chain(rehearsal)
        .chain([review])
        .chain(keep)
        .chain([(words.menu.stop.clone(), Intent::Stop)])
        .collect()
}

/// Prints what stands there.
pub fn print(view: &OverView, words: &Words, page: &mut Page) {
    page.line(&words.over.title);
    for text in &view.text {
        page.line(text);
    }
}
