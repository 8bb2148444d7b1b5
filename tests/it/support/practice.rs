//! Practising a talk in a test: come to, begun, and a sentence said.

use std::path::Path;

use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::Host;
use weegwijzer::app::intent::{Beside, Intent};
use weegwijzer::core::ask::Reply;
use weegwijzer::core::ids::StepId;
use weegwijzer::core::rehearsal::EmployerQuestion;

use crate::support::moment::{go, moment, reply, to};
use crate::support::walk::begun;

/// In every draft.
pub(crate) const DRAFT: &str = "conceptvogel";

/// Gives a sentence as the reply.
pub(crate) fn say(flow: &mut Flow, host: &mut Host, text: &str) {
    reply(flow, host, Reply::Text(text.to_owned()));
}

/// On the long route, at a question of the step in which practising is offered.
pub(crate) fn at_words(lang: &str, home: &Path) -> (Flow, Host) {
    let (mut flow, mut host) = begun(lang, home);
    reply(&mut flow, &mut host, Reply::Pick("all".into()));
    to(&mut flow, &mut host, Intent::Jump(StepId::new("words")));
    (flow, host)
}

/// Practising has begun, at the first question, in the order of the author.
pub(crate) fn practising(lang: &str, home: &Path) -> (Flow, Host) {
    let (mut flow, mut host) = at_words(lang, home);
    to(&mut flow, &mut host, Intent::Beside(Beside::Rehearsal));
    assert_eq!(moment(&flow), "rehearsal-start");
    let in_order = flow.words().rehearsal.in_order.clone();
    go(&mut flow, &mut host, &in_order);
    (flow, host)
}

/// The questions of an employer, in the order of the author.
pub(crate) fn questions(flow: &Flow) -> Vec<EmployerQuestion> {
    let rehearsal = &flow.opened().expect("a guide").loaded.rehearsal;
    rehearsal.as_ref().expect("a rehearsal").questions.clone()
}
