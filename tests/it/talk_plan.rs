//! The plan of a talk: where it leads, what it leaves for later, its time, and the card that the person ticks.

use weegwijzer::app::intent::{Intent, LineWish, Meet};
use weegwijzer::app::time::Tick;
use weegwijzer::app::view::StageView;
use weegwijzer::core::answer::Choice;
use weegwijzer::core::ask::Reply;
use weegwijzer::core::ids::ItemId;

use crate::support::clock::at;
use crate::support::company::{CANARY, begun_together, meet, said};
use crate::support::moment::{asking, moment, preview, seen};
use crate::support::replies::Dice;
use crate::support::said::pick;
use crate::support::script::send;
use crate::support::talk::home;

#[test]
fn the_plan_of_45_minutes_leads_to_a_paper_a_date_and_a_card_that_the_person_ticks() {
    let home = home();
    let (mut flow, mut host) = begun_together("nl", home.path());
    assert_eq!(moment(&flow), "plan");
    flow.tick(Tick::Touched(at(100)));
    send(&mut flow, &mut host, Intent::Choose(0));
    assert_eq!(asking(&flow).id, "coach-rules".into());
    let mut ids = Vec::new();
    let mut dice = Dice::new(4);
    while !matches!(flow.view().stage, StageView::Over(_)) {
        let intent = match flow.view().stage {
            StageView::Asking(view) if view.id.as_str().starts_with(":who-") => {
                Intent::Reply(view.id.clone(), pick("together"))
            }
            StageView::Asking(view) => {
                ids.push(view.id.base().to_string());
                let reply = match view.id.as_str() {
                    "may-say" => Reply::PickMany(vec![Choice::Item(ItemId::new("needs"))]),
                    "next-time" => Reply::Form(vec![
                        ("me".into(), "Een zin oefenen".to_owned()),
                        ("day".into(), "2026-12-01".to_owned()),
                    ]),
                    _ => said(&flow, &view, &mut dice, &mut Dice::saying(8, CANARY)),
                };
                Intent::Reply(view.id.clone(), reply)
            }
            StageView::Preview(_) => Intent::GoOn,
            _ => Intent::Continue,
        };
        send(&mut flow, &mut host, intent);
    }
    let asked_for = |id: &str| ids.iter().filter(|other| *other == id).count();
    for (id, most) in [
        ("may-say", 1),
        ("works-well", 1),
        ("values", 1),
        ("plan", 1),
        ("ending", 1),
        ("next-time", 1),
    ] {
        assert_eq!(asked_for(id), most, "{id}: {ids:?}");
    }
    assert!(asked_for("agreement") <= 3);
    for id in [
        "weigh",
        "told-before",
        "date",
        "signals",
        "strengths",
        "self-think",
    ] {
        assert_eq!(asked_for(id), 0, "{id} is for another time");
    }
    let StageView::Over(over) = flow.view().stage else {
        panic!("the end")
    };
    assert!(
        over.text
            .iter()
            .any(|text| text.contains("Later, als je wilt")),
        "{over:?}"
    );
    let card = over
        .papers
        .iter()
        .position(|paper| paper.contains("Onze afspraken"));
    send(
        &mut flow,
        &mut host,
        Intent::Look(card.expect("there is a card")),
    );
    let view = preview(&flow);
    assert!(!view.private);
    let lines: Vec<_> = view.blocks.iter().flat_map(|block| &block.lines).collect();
    assert!(
        lines.len() >= 3 && lines.iter().all(|line| !line.on),
        "{lines:?}"
    );
    let first = lines[0].id.clone();
    send(&mut flow, &mut host, Intent::Line(first, LineWish::Toggle));
    assert!(
        preview(&flow)
            .text
            .iter()
            .any(|line| line.contains("Een zin oefenen"))
    );
    assert!(
        !preview(&flow)
            .text
            .iter()
            .any(|line| line.contains("Wat ik nodig heb"))
    );
}

#[test]
fn the_time_of_a_talk_is_shown_by_the_minute_and_can_be_hidden() {
    let home = home();
    let (mut flow, mut host) = begun_together("nl", home.path());
    assert_eq!(
        flow.deadline(),
        None,
        "nothing waits before a plan is chosen"
    );
    flow.tick(Tick::Touched(at(100)));
    send(&mut flow, &mut host, Intent::Choose(0));
    assert_eq!(flow.view().header.left, "0 van 45 minuten");
    assert_eq!(flow.deadline(), Some(at(160)));
    assert!(!flow.tick(Tick::Passed(at(159))));
    // What is done at that moment is not taken for something else.
    assert!(!flow.tick(Tick::Touched(at(161))));
    assert!(flow.tick(Tick::Passed(at(161))));
    assert_eq!(flow.view().header.left, "1 van 45 minuten");
    assert_eq!(flow.deadline(), Some(at(220)));
    assert!(flow.tick(Tick::Passed(at(100 + 17 * 60))));
    assert_eq!(flow.view().header.left, "17 van 45 minuten");
    meet(&mut flow, &mut host, Meet::Veil);
    assert_eq!(flow.deadline(), None, "nothing changes under the cover");
    send(&mut flow, &mut host, Intent::Continue);
    meet(&mut flow, &mut host, Meet::Plan);
    assert_eq!(moment(&flow), "running");
    send(&mut flow, &mut host, Intent::Choose(1));
    assert_eq!(flow.view().header.left, "");
    assert_eq!(flow.deadline(), None);
    meet(&mut flow, &mut host, Meet::Plan);
    assert!(!seen(&flow).contains("minuten voorbij"));
}

#[test]
fn three_times_twenty_minutes_each_walk_their_own_part() {
    let home = home();
    for (way, first, last) in [
        (1, "coach-rules", "card-wanted"),
        (2, "values", "card-wanted"),
        (3, "ending", "card-wanted"),
    ] {
        let (mut flow, mut host) = begun_together("nl", home.path());
        send(&mut flow, &mut host, Intent::Choose(way));
        assert_eq!(asking(&flow).id, first.into());
        let mut ids = Vec::new();
        let mut dice = Dice::new(4);
        while !matches!(flow.view().stage, StageView::Over(_)) {
            let intent = match flow.view().stage {
                StageView::Asking(view) => {
                    ids.push(view.id.to_string());
                    let reply = if view.id.as_str().starts_with(":who-") {
                        pick("together")
                    } else {
                        said(&flow, &view, &mut dice, &mut Dice::saying(8, CANARY))
                    };
                    Intent::Reply(view.id.clone(), reply)
                }
                StageView::Preview(_) => Intent::GoOn,
                _ => Intent::Continue,
            };
            send(&mut flow, &mut host, intent);
        }
        assert_eq!(ids.last().map(String::as_str), Some(last), "{ids:?}");
        assert!(ids.len() < 40, "{ids:?}");
    }
}
