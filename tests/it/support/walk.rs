//! Walks to a moment: past the first screens, and on until something is there.

use std::path::Path;

use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::Host;
use weegwijzer::app::intent::Intent;
use weegwijzer::app::view::StageView;
use weegwijzer::content::library::Library;
use weegwijzer::core::answer::Blank;
use weegwijzer::core::ask::{Ask, Reply};

use crate::support::replies::{Dice, fitting};
use crate::support::script::{begin, send};

/// At the first question of the guide that the program comes with.
pub(crate) fn begun(lang: &str, home: &Path) -> (Flow, Host) {
    let (mut flow, mut host) = begin(Library::built_in(), lang, home);
    past_the_welcome(&mut flow, &mut host);
    (flow, host)
}

/// Goes on from the first screen to the first question.
pub(crate) fn past_the_welcome(flow: &mut Flow, host: &mut Host) {
    for _ in 0..3 {
        send(flow, host, Intent::Continue);
    }
}

/// Goes on until something is there; what has no fixed reply is skipped.
pub(crate) fn on_to(
    flow: &mut Flow,
    host: &mut Host,
    fixed: &[(&str, Reply)],
    there: &dyn Fn(&StageView) -> bool,
) {
    for _ in 0..400 {
        let stage = flow.view().stage;
        if there(&stage) {
            return;
        }
        let intent = match stage {
            StageView::Asking(view) => {
                let given = fixed.iter().find(|(id, _)| *id == view.id.as_str());
                let skip = if matches!(view.ask, Ask::Read { .. }) {
                    Reply::Read
                } else {
                    Reply::Blank(Blank::Skipped)
                };
                Intent::Reply(view.id, given.map_or(skip, |(_, reply)| reply.clone()))
            }
            StageView::Preview(_) => Intent::GoOn,
            _ => Intent::Continue,
        };
        send(flow, host, intent);
    }
    panic!("the walk does not come there");
}

/// As [`on_to`], to a question.
pub(crate) fn walk_to(flow: &mut Flow, host: &mut Host, stop: &str, fixed: &[(&str, Reply)]) {
    on_to(flow, host, fixed, &is_question(stop));
}

/// As [`on_to`]; what has no fixed reply is answered by dice.
pub(crate) fn until(
    flow: &mut Flow,
    host: &mut Host,
    stop: &dyn Fn(&StageView) -> bool,
    fixed: &[(&str, Reply)],
) {
    let mut dice = Dice::new(5);
    for _ in 0..300 {
        let view = flow.view().stage;
        if stop(&view) {
            return;
        }
        let intent = match view {
            StageView::Asking(asking) => {
                let given = fixed
                    .iter()
                    .find(|(id, _)| *id == asking.id.as_str())
                    .map(|(_, reply)| reply.clone());
                Intent::Reply(
                    asking.id.clone(),
                    given.unwrap_or_else(|| fitting(&asking.ask, &mut dice)),
                )
            }
            StageView::Preview(_) => Intent::GoOn,
            _ => Intent::Continue,
        };
        send(flow, host, intent);
    }
    panic!("the walk does not come there");
}

/// Skips the question that stands there, whatever it is.
pub(crate) fn skip(flow: &mut Flow, host: &mut Host) {
    let StageView::Asking(view) = flow.view().stage else {
        send(flow, host, Intent::Continue);
        return;
    };
    let reply = match view.ask {
        Ask::Read { .. } => Reply::Read,
        _ => Reply::Blank(Blank::Skipped),
    };
    send(flow, host, Intent::Reply(view.id, reply));
}

/// Says whether a question is there.
pub(crate) fn is_question(id: &str) -> impl Fn(&StageView) -> bool {
    move |stage| matches!(stage, StageView::Asking(view) if view.id.as_str() == id)
}

/// Says whether a paper is there.
pub(crate) fn is_preview(stage: &StageView) -> bool {
    matches!(stage, StageView::Preview(_))
}

/// Says whether the end is there.
pub(crate) fn is_over(stage: &StageView) -> bool {
    matches!(stage, StageView::Over(_))
}
