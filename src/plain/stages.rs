//! Which screen belongs to which stage that is no question: printing it, what can be typed there, and what a line means.

use crate::app::intent::Intent;
use crate::app::view::StageView;
use crate::core::words::{Lang, Words};
use crate::plain::page::Page;
use crate::plain::screens::health::Way;
use crate::plain::screens::{
    aside, bad_guide, consequence, earlier, findings, health, notice, over, place, preview, review,
    stopping, then_and_now, veiled, ways, welcome,
};

/// What a line at a stage came to.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// Something is wanted of the program.
    Do(Intent),
    /// One step further on the way to a decision.
    Go(Way),
    /// Nothing was typed, or nothing that means anything: say what can be typed.
    Nothing,
    /// All was said.
    Done,
}

/// Prints a stage; a question prints itself.
pub fn print(stage: &StageView, way: Way, other: Option<&Lang>, words: &Words, page: &mut Page) {
    match stage {
        StageView::Asking(_) => return,
        StageView::Welcome(view) => return welcome::print(view, other, words, page),
        StageView::Notice(view) => return notice::print(view, words, page),
        StageView::Review(view) => return review::print(view, words, page),
        StageView::Preview(view) => return preview::print(view, words, page),
        StageView::Findings(view) => return findings::print(view, words, page),
        StageView::HealthCheck(view) => return health::print(view, way, words, page),
        StageView::Place(view) => return place::print(view, words, page),
        StageView::Aside(view) => return aside::print(view, words, page),
        StageView::Consequence(view) => consequence::print(view, words, page),
        StageView::Earlier(view) => earlier::print(view, words, page),
        StageView::ThenAndNow(view) => then_and_now::print(view, words, page),
        StageView::BadGuide(mistakes) => bad_guide::print(mistakes, words, page),
        StageView::Over(view) => over::print(view, words, page),
        StageView::Stopping => stopping::print(words, page),
        StageView::Veiled => veiled::print(words, page),
    }
    ask_now(stage, way, words, page);
}

/// Prints what can be typed at a stage.
pub fn ask_now(stage: &StageView, way: Way, words: &Words, page: &mut Page) {
    match stage {
        StageView::Asking(_) => {}
        StageView::Welcome(_) => welcome::ask_now(page, words),
        StageView::Notice(view) => notice::ask_now(view, words, page),
        StageView::Review(_) => review::ask_now(words, page),
        StageView::Preview(view) => {
            page.line(&words.plain.screens.preview);
            preview::ask_now(view, words, page);
        }
        StageView::Findings(view) => findings::ask_now(view, words, page),
        StageView::HealthCheck(view) => health::ask_now(view, way, words, page),
        StageView::Place(view) => place::ask_now(view, words, page),
        StageView::Aside(view) => aside::ask_now(view, words, page),
        StageView::Veiled => veiled::ask_now(words, page),
        StageView::Consequence(_)
        | StageView::Earlier(_)
        | StageView::ThenAndNow(_)
        | StageView::BadGuide(_)
        | StageView::Over(_)
        | StageView::Stopping => {
            ways::print(&ways_of(stage, words), page);
            page.line(&words.plain.screens.choose);
        }
    }
}

/// The numbered ways of a stage that has nothing but those.
fn ways_of(stage: &StageView, words: &Words) -> ways::Ways {
    match stage {
        StageView::Consequence(_) => consequence::ways(words),
        StageView::BadGuide(_) => bad_guide::ways(words),
        StageView::Over(view) => over::ways(view, words),
        StageView::Stopping => stopping::ways(words),
        StageView::Earlier(view) => earlier::ways(&view.ways),
        StageView::ThenAndNow(view) => earlier::ways(&view.ways),
        StageView::Asking(_)
        | StageView::Welcome(_)
        | StageView::Notice(_)
        | StageView::Review(_)
        | StageView::Preview(_)
        | StageView::Findings(_)
        | StageView::HealthCheck(_)
        | StageView::Place(_)
        | StageView::Aside(_)
        | StageView::Veiled => ways::Ways::new(),
    }
}

/// Understands a line at a stage, or says in words why not.
pub fn hear(
    stage: &StageView,
    way: Way,
    other: Option<&Lang>,
    words: &Words,
    line: &str,
    page: &mut Page,
) -> Result<Said, String> {
    let nothing = line.trim().is_empty();
    let wanted = match stage {
        StageView::Welcome(view) => welcome::hear(view, other, words, line)?,
        StageView::Notice(_) | StageView::Veiled if nothing => Intent::Continue,
        StageView::Notice(view) if !view.goes.is_empty() => notice::hear(view, words, line)?,
        StageView::HealthCheck(view) => {
            return Ok(match health::hear(view, way, words, line)? {
                health::Heard::Do(intent) => Said::Do(intent),
                health::Heard::Go(way) => Said::Go(way),
                health::Heard::Nothing => Said::Nothing,
            });
        }
        StageView::Asking(_) | StageView::Notice(_) | StageView::Veiled => {
            return Ok(Said::Nothing);
        }
        // Nowhere else does an empty line choose anything.
        StageView::Consequence(_)
        | StageView::Review(_)
        | StageView::Preview(_)
        | StageView::Findings(_)
        | StageView::Place(_)
        | StageView::Aside(_)
        | StageView::Earlier(_)
        | StageView::ThenAndNow(_)
        | StageView::BadGuide(_)
        | StageView::Over(_)
        | StageView::Stopping
            if nothing =>
        {
            return Ok(Said::Nothing);
        }
        StageView::Consequence(_) | StageView::Stopping => {
            ways::hear_yes_no(&ways_of(stage, words), line, words)?
        }
        StageView::BadGuide(_)
        | StageView::Earlier(_)
        | StageView::ThenAndNow(_)
        | StageView::Over(_) => ways::hear(&ways_of(stage, words), line, words)?,
        StageView::Review(view) => review::hear(view, words, line)?,
        StageView::Findings(view) => findings::hear(view, words, line)?,
        StageView::Place(view) => place::hear(view, words, line)?,
        StageView::Aside(view) => aside::hear(view, words, line)?,
        StageView::Preview(view) => match preview::hear(view, words, line, page)? {
            Some(intent) => intent,
            None => return Ok(Said::Done),
        },
    };
    Ok(Said::Do(wanted))
}
