//! Where a person is, and what they are told, when they go back or are led elsewhere: nothing stays from a moment that is past,
//! and no key pressed once too often answers a question.

use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::Host;
use weegwijzer::app::intent::Intent;
use weegwijzer::app::view::StageView;
use weegwijzer::content::library::Library;
use weegwijzer::core::ids::StepId;
use weegwijzer::core::words::{Lang, Words};
use weegwijzer::tui::run::Colors;

use crate::support::company::begun_together;
use crate::support::moment::asking;
use crate::support::said::pick;
use crate::support::screen::drawn;
use crate::support::script::{begin_guide, send};
use crate::support::talk::{go_on, home};
use crate::support::walk::{begun, past_the_welcome, skip};

fn words(lang: &str) -> Words {
    let words = Library::built_in().words(&Lang::new(lang));
    words.expect("the words load")
}

/// A guide whose first two questions are each one of a list.
fn at_the_first(lang: &str, home: &std::path::Path) -> (Flow, Host) {
    let (mut flow, mut host) = begin_guide(Library::built_in(), lang, home, "revisit");
    past_the_welcome(&mut flow, &mut host);
    (flow, host)
}

#[test]
fn enter_pressed_once_too_often_answers_no_question_in_either_face() {
    for lang in ["nl", "en"] {
        let home = home();
        let (mut flow, mut host) = at_the_first(lang, home.path());
        let keys = "down*2 enter enter enter";
        let screen = drawn(&mut flow, &mut host, (80, 24), Colors::None, keys);
        assert_eq!(asking(&flow).id.as_str(), "kept");
        assert_eq!(asking(&flow).answer, None);
        let says = &words(lang).tui.inputs.pick_first;
        assert!(format!("{screen:?}").contains(says.as_str()), "{screen:?}");
        let (mut flow, mut host) = at_the_first(lang, home.path());
        go_on(&mut flow, &mut host, &["3", "", ""]);
        assert_eq!(asking(&flow).id.as_str(), "kept");
        assert_eq!(asking(&flow).answer, None);
    }
}

#[test]
fn that_a_step_is_done_is_not_said_to_who_goes_back_into_it() {
    let home = home();
    let (mut flow, mut host) = begun("nl", home.path());
    let route = Intent::Reply("route".into(), pick("all"));
    send(&mut flow, &mut host, route);
    for _ in 0..40 {
        if flow.view().offers {
            break;
        }
        skip(&mut flow, &mut host);
    }
    assert!(flow.view().offers, "a step was done");
    send(&mut flow, &mut host, Intent::Back);
    assert!(!flow.view().offers);
}

#[test]
fn on_a_way_aside_the_map_says_where_it_leads_back_and_goes_there() {
    for lang in ["nl", "en"] {
        let home = home();
        let (mut flow, mut host) = begun(lang, home.path());
        send(
            &mut flow,
            &mut host,
            Intent::Reply("route".into(), pick("all")),
        );
        send(&mut flow, &mut host, Intent::Jump(StepId::new("sure")));
        let id = asking(&flow).id;
        send(&mut flow, &mut host, Intent::Reply(id.clone(), pick("no")));
        let says = words(lang).map.leads_back;
        let told = |flow: &Flow| -> Vec<String> {
            let rows = flow
                .map()
                .into_iter()
                .filter(|row| row.said.contains(&says));
            rows.map(|row| row.id.to_string()).collect()
        };
        assert!(told(&flow).is_empty());
        send(&mut flow, &mut host, Intent::Choose(0));
        assert!(matches!(flow.view().stage, StageView::Asking(_)));
        assert_ne!(asking(&flow).id, id);
        assert_eq!(told(&flow), ["sure"]);
        send(&mut flow, &mut host, Intent::Jump(StepId::new("sure")));
        assert_eq!(asking(&flow).id, id);
        assert!(told(&flow).is_empty());
    }
}

#[test]
fn a_topic_that_begins_here_does_not_seem_to_lead_to_another_step() {
    let home = home();
    let (mut flow, mut host) = begun_together("nl", home.path());
    send(
        &mut flow,
        &mut host,
        Intent::Reply("route".into(), pick("weigh")),
    );
    for _ in 0..80 {
        match flow.view().stage {
            StageView::Asking(view) if view.id.as_str() == "ending" => break,
            StageView::Asking(view) if view.id.as_str().starts_with(":who-") => {
                send(&mut flow, &mut host, Intent::Reply(view.id, pick("alone")));
            }
            _ => skip(&mut flow, &mut host),
        }
    }
    let place = flow.view().header.place;
    send(
        &mut flow,
        &mut host,
        Intent::Reply("ending".into(), pick("both")),
    );
    assert_eq!(asking(&flow).id.as_str(), ":who-talk-card");
    assert_eq!(flow.view().header.place, place);
    let who = Intent::Reply(":who-talk-card".into(), pick("together"));
    send(&mut flow, &mut host, who);
    assert_eq!(asking(&flow).id.as_str(), "if-asked");
    assert_eq!(flow.view().header.place, place);
}
