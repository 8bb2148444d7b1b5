//! From a remark to a step that it names, through that step, and back to the question.

use std::path::Path;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::Host;
use weegwijzer::app::intent::{Beside, Intent};
use weegwijzer::app::view::{NoticeView, StageView};
use weegwijzer::content::library::Library;
use weegwijzer::core::answer::Blank;
use weegwijzer::core::ask::{Ask, Reply};
use weegwijzer::core::ids::{QuestionId, StepId};
use weegwijzer::tui::run::{Colors, Running, attend};
use weegwijzer::tui::terminal::Inbox;

use crate::parity::NoDoor;
use crate::support::back::pick;
use crate::support::keys::messages;
use crate::support::script::{begin, send};
use crate::support::talk::go_on;

/// A question that is asked now, and its step.
fn here(flow: &Flow) -> (String, String) {
    let session = flow.session().expect("a guide is open");
    let asked = session.here().expect("a question is asked");
    let step = asked.step.as_ref().map_or("", StepId::as_str);
    (asked.id.as_str().to_owned(), step.to_owned())
}

/// Answers a question of the step about being sure with no, and stands at what is good to know about that.
fn unsure(question: &str) -> (Flow, Host, NoticeView) {
    let (mut flow, mut host) = begin(Library::built_in(), "nl", Path::new("/nowhere"));
    for _ in 0..3 {
        send(&mut flow, &mut host, Intent::Continue);
    }
    let answer = |flow: &mut Flow, host: &mut Host, id: &str, answer: &str| {
        send(flow, host, Intent::Reply(QuestionId::new(id), pick(answer)));
    };
    answer(&mut flow, &mut host, "route", "all");
    send(&mut flow, &mut host, Intent::Jump(StepId::new("sure")));
    send(&mut flow, &mut host, Intent::Beside(Beside::Review));
    send(&mut flow, &mut host, Intent::Back);
    while here(&flow).0 != question {
        let id = here(&flow).0;
        answer(&mut flow, &mut host, &id, "yes");
    }
    answer(&mut flow, &mut host, question, "no");
    let StageView::Notice(view) = flow.view().stage else {
        panic!("nothing is said");
    };
    (flow, host, view)
}

fn on(flow: &mut Flow, host: &mut Host) {
    let StageView::Asking(view) = flow.view().stage else {
        panic!("nothing is asked");
    };
    let reply = if matches!(view.ask, Ask::Read { .. }) {
        Reply::Read
    } else {
        Reply::Blank(Blank::Skipped)
    };
    send(flow, host, Intent::Reply(view.id, reply));
}

#[test]
fn every_no_but_the_last_leads_to_a_step_that_helps() {
    for (question, ways) in [
        (
            "sure-choice",
            &["Naar 'Hoe open, bij wie, wanneer', en daarna hier terug"] as &[&str],
        ),
        (
            "sure-facts",
            &["Naar 'Wat je moet weten', en daarna hier terug"],
        ),
        (
            "sure-values",
            &[
                "Naar 'Wat je belangrijk vindt', en daarna hier terug",
                "Naar 'Voor en tegen', en daarna hier terug",
            ],
        ),
        // The step that helps is the next but one.
        ("sure-support", &[]),
    ] {
        let (_, _, view) = unsure(question);
        assert_eq!(view.goes, ways, "{question}");
    }
}

#[test]
fn behind_the_step_the_way_leads_back_to_the_question() {
    let (mut flow, mut host, _) = unsure("sure-values");
    send(&mut flow, &mut host, Intent::Choose(1));
    assert_eq!(here(&flow).1, "weigh");
    let mut seen = 0;
    while here(&flow).1 == "weigh" {
        seen += 1;
        assert!(seen < 20, "the step does not end");
        on(&mut flow, &mut host);
    }
    assert_eq!(here(&flow).0, "sure-values");
    // Once back, the way is as it always is.
    send(
        &mut flow,
        &mut host,
        Intent::Reply(QuestionId::new("sure-values"), pick("yes")),
    );
    assert_eq!(here(&flow).0, "sure-support");
    send(&mut flow, &mut host, Intent::Back);
    assert_eq!(here(&flow).0, "sure-values");
}

#[test]
fn one_step_back_from_its_first_question_leads_back_too() {
    let (mut flow, mut host, _) = unsure("sure-facts");
    send(&mut flow, &mut host, Intent::Choose(0));
    let (first, _) = here(&flow);
    on(&mut flow, &mut host);
    send(&mut flow, &mut host, Intent::Back);
    assert_eq!(here(&flow).0, first);
    send(&mut flow, &mut host, Intent::Back);
    assert_eq!(here(&flow).0, "sure-facts");
}

#[test]
fn going_elsewhere_ends_it() {
    let (mut flow, mut host, _) = unsure("sure-facts");
    send(&mut flow, &mut host, Intent::Choose(0));
    send(&mut flow, &mut host, Intent::Jump(StepId::new("values")));
    while here(&flow).1 == "values" {
        on(&mut flow, &mut host);
    }
    assert_eq!(here(&flow).1, "weigh");
}

#[test]
fn a_change_from_the_review_comes_back_to_the_review_after_it() {
    let (mut flow, mut host, _) = unsure("sure-facts");
    send(&mut flow, &mut host, Intent::Continue);
    send(&mut flow, &mut host, Intent::Beside(Beside::Review));
    let question = QuestionId::new("sure-facts");
    send(&mut flow, &mut host, Intent::Edit(question.clone()));
    send(
        &mut flow,
        &mut host,
        Intent::Reply(question.clone(), pick("unsure")),
    );
    send(&mut flow, &mut host, Intent::Choose(0));
    while here(&flow).1 == "know" {
        on(&mut flow, &mut host);
    }
    assert_eq!(here(&flow).0, "sure-facts");
    send(&mut flow, &mut host, Intent::Reply(question, pick("yes")));
    assert!(matches!(flow.view().stage, StageView::Review(_)));
}

#[test]
fn both_faces_lead_there() {
    let (mut flow, mut host, _) = unsure("sure-values");
    let (_, text) = go_on(&mut flow, &mut host, &["3", "2"]);
    assert!(
        text.contains("2. Naar 'Voor en tegen', en daarna hier terug"),
        "{text}"
    );
    assert_eq!(here(&flow).1, "weigh");

    let (mut flow, mut host, _) = unsure("sure-values");
    let inbox = Inbox::filled(messages("down down enter"));
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).expect("a test terminal");
    let mut running = Running::new(&mut flow, &mut host);
    attend(&mut running, &mut terminal, &inbox, &NoDoor, Colors::None);
    assert_eq!(here(&flow).1, "weigh");
}
