//! What is before a person at a moment, and what they do there.

use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::Host;
use weegwijzer::app::intent::{HealthWish, Intent};
use weegwijzer::app::view::{
    AsideBody, AsideView, AskingView, FindingsView, HealthView, LookView, PreviewView, StageView,
};
use weegwijzer::core::answer::Answers;
use weegwijzer::core::ask::{Reply, Written};
use weegwijzer::core::ids::QuestionId;

use crate::support::script::send;

/// Where the flow is beside the questions; nothing elsewhere.
pub(crate) fn moment(flow: &Flow) -> &'static str {
    match flow.view().stage {
        StageView::Aside(view) => view.moment,
        _ => "",
    }
}

pub(crate) fn asking(flow: &Flow) -> AskingView {
    match flow.view().stage {
        StageView::Asking(view) => *view,
        other => panic!("no question: {other:?}"),
    }
}

pub(crate) fn aside(flow: &Flow) -> AsideView {
    match flow.view().stage {
        StageView::Aside(view) => view,
        other => panic!("not beside the questions: {other:?}"),
    }
}

pub(crate) fn preview(flow: &Flow) -> PreviewView {
    match flow.view().stage {
        StageView::Preview(view) => *view,
        other => panic!("no paper: {other:?}"),
    }
}

/// The health words that were found.
pub(crate) fn listed(flow: &Flow) -> FindingsView {
    match flow.view().stage {
        StageView::Findings(view) => view,
        other => panic!("no list: {other:?}"),
    }
}

/// The health word that is before the person.
pub(crate) fn finding(flow: &Flow) -> HealthView {
    match flow.view().stage {
        StageView::HealthCheck(view) => *view,
        other => panic!("no finding: {other:?}"),
    }
}

pub(crate) fn answers(flow: &Flow) -> Answers {
    flow.session().expect("a guide").answers().clone()
}

/// Everything that can be seen now.
pub(crate) fn seen(flow: &Flow) -> String {
    format!("{:?}\n{:?}", flow.view(), flow.map())
}

/// The ways that are offered now.
pub(crate) fn ways(flow: &Flow) -> Vec<String> {
    match flow.view().stage {
        StageView::Aside(AsideView {
            body: AsideBody::Ways(ways),
            ..
        }) => ways,
        StageView::Over(view) => view.ways,
        StageView::Earlier(view) => view.ways,
        StageView::ThenAndNow(view) => view.ways,
        other => panic!("no ways: {other:?}"),
    }
}

/// Goes the way that is called so.
pub(crate) fn go(flow: &mut Flow, host: &mut Host, way: &str) {
    let ways = ways(flow);
    let number = ways.iter().position(|other| other == way);
    let number = number.unwrap_or_else(|| panic!("no way {way:?}: {ways:?}"));
    to(flow, host, Intent::Choose(number));
}

/// Replies to the question that is asked.
pub(crate) fn reply(flow: &mut Flow, host: &mut Host, reply: Reply) {
    let id = asking(flow).id;
    to(flow, host, Intent::Reply(id, reply));
}

/// As [`send`], where the program goes on.
pub(crate) fn to(flow: &mut Flow, host: &mut Host, intent: Intent) {
    assert!(send(flow, host, intent), "the program goes on");
}

/// Wants something at the health-word check.
pub(crate) fn wish(flow: &mut Flow, host: &mut Host, wish: HealthWish) {
    send(flow, host, Intent::Health(wish));
}

/// What is said of a text at a question.
pub(crate) fn look(flow: &mut Flow, question: &str, text: &str) -> LookView {
    let written = Written::plain(text);
    let mut looks = flow.look(&QuestionId::new(question), &[written]);
    looks.pop().expect("one text gives one look")
}
