//! A look back by who had no work: it begins with how it is now, asks about agreements only who has work, and what is said of it
//! also holds in the plan.

use std::path::Path;

use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::Host;
use weegwijzer::app::intent::Intent;
use weegwijzer::app::view::StageView;
use weegwijzer::content::library::Library;
use weegwijzer::core::answer::Blank;
use weegwijzer::core::ask::{Ask, Reply};

use crate::support::back::{first, made, made_home, opened, words};
use crate::support::moment::{answers, asking, go};
use crate::support::said::{form, pick};
use crate::support::script::send;
use crate::support::talk::home;
use crate::support::walk::{is_over, on_to, skip};

/// The plan of who looks for work.
fn looked_for_work(lang: &str, home: &Path) {
    let mut said = first();
    said.retain(|(id, _)| *id != "situation");
    said.push(("situation", form(&[("phase", "looking")])));
    made(Library::built_in(), lang, home, &said);
}

/// A look back after four weeks, at its second question.
fn looks_back(lang: &str, home: &Path) -> (Flow, Host) {
    let (mut flow, mut host) = opened(Library::built_in(), lang, home);
    go(&mut flow, &mut host, &words(lang).revisit);
    let why = Intent::Reply("route".into(), pick("all"));
    send(&mut flow, &mut host, why);
    (flow, host)
}

/// All that is asked from here on, when everything else is skipped.
fn asked(flow: &mut Flow, host: &mut Host) -> Vec<String> {
    let mut ids = Vec::new();
    while let StageView::Asking(view) = flow.view().stage {
        ids.push(view.id.to_string());
        skip(flow, host);
    }
    ids
}

fn is_about_work_itself(id: &String) -> bool {
    id.starts_with("works") || id == "kept" || id == "need-now"
}

#[test]
fn who_had_no_work_is_asked_first_how_it_is_now_and_who_had_is_not() {
    for lang in ["nl", "en"] {
        let home = home();
        looked_for_work(lang, home.path());
        let (flow, _host) = looks_back(lang, home.path());
        let view = asking(&flow);
        assert_eq!(view.id.as_str(), "work-now");
        let ask = ["Hoe is het nu met werk?", "How is it with work now?"];
        assert!(ask.contains(&&*view.question), "{}", view.question);
        assert!(view.help.len() > 20);
        let Ask::Pick { offers } = view.ask else {
            panic!("one of a list")
        };
        assert_eq!(offers.len(), 8);
    }
    let home = made_home();
    let (flow, _host) = looks_back("nl", home.path());
    assert_eq!(asking(&flow).id.as_str(), "had");
}

#[test]
fn how_agreements_work_is_asked_only_of_who_has_work() {
    for (now, has_work) in [("applying", false), ("started", true)] {
        let home = home();
        looked_for_work("nl", home.path());
        let (mut flow, mut host) = looks_back("nl", home.path());
        let reply = Intent::Reply("work-now".into(), pick(now));
        send(&mut flow, &mut host, reply);
        let ids = asked(&mut flow, &mut host);
        assert_eq!(ids.iter().any(is_about_work_itself), has_work, "{ids:?}");
        assert!(ids.iter().any(|id| id == "next-step"), "{ids:?}");
    }
}

#[test]
fn what_is_said_of_work_now_also_holds_in_the_plan_and_stands_beside_then() {
    let home = home();
    looked_for_work("nl", home.path());
    let (mut flow, mut host) = looks_back("nl", home.path());
    on_to(
        &mut flow,
        &mut host,
        &[("work-now", pick("started"))],
        &is_over,
    );
    go(&mut flow, &mut host, &words("nl").plan);
    // What it would set aside is said first.
    if matches!(flow.view().stage, StageView::Consequence(_)) {
        send(&mut flow, &mut host, Intent::Continue);
    } else {
        let said = flow.view().message.expect("what was renewed");
        assert!(said.contains("Ik ben net begonnen"), "{said}");
    }
    while let StageView::Asking(view) = flow.view().stage {
        let skip = Reply::Blank(Blank::Skipped);
        send(&mut flow, &mut host, Intent::Reply(view.id, skip));
    }
    assert!(matches!(flow.view().stage, StageView::Review(_)));
    let situation = format!("{:?}", answers(&flow).get(&"situation".into()));
    assert!(situation.contains("started"), "{situation}");
    send(&mut flow, &mut host, Intent::Back);
    let StageView::ThenAndNow(view) = flow.view().stage else {
        panic!("then beside now: {:?}", flow.view().stage)
    };
    let seen = format!("{view:?}");
    assert!(
        seen.contains("Ik zoek werk") && seen.contains("Ik ben net begonnen"),
        "{seen}"
    );
}
