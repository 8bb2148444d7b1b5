//! Coming back to a plan that was kept: what is offered, a look back on the agreements, the plan of then beside that of now, and
//! earlier visits that nothing changes and that the person can forget.

use std::path::Path;

use weegwijzer::app::effect::Copy;
use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::Host;
use weegwijzer::app::intent::Intent;
use weegwijzer::app::view::{Change, StageView, ThenAndNowView};
use weegwijzer::content::library::Library;
use weegwijzer::core::answer::Blank;
use weegwijzer::core::ask::Reply;
use weegwijzer::paper::FORMATS;

use crate::support::back::{
    change, changes, content, first, looks_back, made, made_home, opened, visits, words,
};
use crate::support::moment::{aside, asking, go, ways};
use crate::support::said::{form, items, pick};
use crate::support::script::send;
use crate::support::talk::home;
use crate::support::walk::{is_over, on_to};

fn back(home: &Path) -> (Flow, Host) {
    opened(Library::built_in(), "nl", home)
}

fn beside(flow: &Flow) -> ThenAndNowView {
    match flow.view().stage {
        StageView::ThenAndNow(view) => *view,
        other => panic!("not then beside now: {other:?}"),
    }
}

/// A look back to its end.
fn looked_back(home: &Path) -> (Flow, Host) {
    let (mut flow, mut host) = back(home);
    go(&mut flow, &mut host, &words("nl").revisit);
    on_to(&mut flow, &mut host, &looks_back(), &is_over);
    (flow, host)
}

/// The plan, changed after a look back, with then beside now before the person.
fn changed(home: &Path) -> (Flow, Host) {
    let (mut flow, mut host) = looked_back(home);
    go(&mut flow, &mut host, &words("nl").plan);
    change(&mut flow, &mut host, changes());
    (flow, host)
}

#[test]
fn who_comes_back_to_a_finished_path_can_go_on_look_back_or_see_what_was_said() {
    let home = made_home();
    let (flow, mut host) = back(home.path());
    let words = words("nl");
    assert_eq!(aside(&flow).moment, "return");
    assert!(aside(&flow).text[0].contains("3 december 2026"));
    assert_eq!(ways(&flow), [&*words.go_on, &words.revisit, &words.said]);
    let mut on = flow.clone();
    send(&mut on, &mut host, Intent::Choose(0));
    assert!(is_over(&on.view().stage));
    let mut said = flow.clone();
    send(&mut said, &mut host, Intent::Choose(2));
    assert!(matches!(said.view().stage, StageView::Review(_)));
    send(&mut said, &mut host, Intent::Back);
    assert!(is_over(&said.view().stage));
    // Looking writes nothing.
    drop(host);
    assert_eq!(
        content(home.path(), Copy::File).date.as_deref(),
        Some("2026-12-03")
    );
}

#[test]
fn a_look_back_asks_about_each_agreement_and_becomes_a_visit_of_its_own() {
    let home = made_home();
    let (mut flow, mut host) = back(home.path());
    go(&mut flow, &mut host, &words("nl").revisit);
    assert_eq!(asking(&flow).id.as_str(), "route");
    let mut asked = Vec::new();
    send(
        &mut flow,
        &mut host,
        Intent::Reply("route".into(), pick("quarter")),
    );
    for _ in 0..2 {
        let view = asking(&flow);
        asked.push((
            view.id.to_string(),
            view.question,
            view.explain.unwrap_or_default(),
        ));
        send(&mut flow, &mut host, Intent::Reply(view.id, pick("works")));
    }
    assert_eq!(asked[0].0, "works/fixed-times");
    assert!(
        asked[0].1.contains("Ik werk graag op vaste tijden."),
        "{asked:?}"
    );
    assert!(asked[0].2.contains("twee weken vooraf"), "{asked:?}");
    assert_eq!(asked[1].0, "works/short-breaks");
    on_to(&mut flow, &mut host, &looks_back(), &is_over);
    drop(host);
    let kept = content(home.path(), Copy::File);
    assert_eq!(kept.guide.id, "revisit");
    assert_eq!(kept.date.as_deref(), Some("2027-01-05"));
    assert_eq!(visits(&kept), [("2026-12-03", "openness")]);
    assert!(kept.answers.contains_key("works/fixed-times"));
}

#[test]
fn without_an_earlier_visit_a_look_back_asks_in_general() {
    let home = home();
    let (mut flow, mut host) =
        crate::support::script::begin_guide(Library::built_in(), "nl", home.path(), "revisit");
    let mut seen = Vec::new();
    for _ in 0..60 {
        match flow.view().stage {
            StageView::Asking(view) => {
                seen.push(view.id.to_string());
                let reply = if view.id.as_str() == "route" {
                    pick("all")
                } else if view.blanks.is_empty() {
                    Reply::Read
                } else {
                    Reply::Blank(Blank::Skipped)
                };
                send(&mut flow, &mut host, Intent::Reply(view.id, reply));
            }
            StageView::Over(view) => {
                assert!(view.ways.is_empty());
                break;
            }
            _ => {
                send(&mut flow, &mut host, Intent::Continue);
            }
        }
    }
    assert!(seen.iter().any(|id| id == "kept"), "{seen:?}");
    assert!(!seen.iter().any(|id| id.starts_with("works/")), "{seen:?}");
}

#[test]
fn after_a_look_back_the_plan_can_be_changed_and_then_stands_beside_now() {
    let home = made_home();
    let (mut flow, mut host) = looked_back(home.path());
    assert_eq!(ways(&flow), [&*words("nl").plan]);
    go(&mut flow, &mut host, &words("nl").plan);
    change(&mut flow, &mut host, changes());
    let view = beside(&flow);
    assert!(view.then.contains("3 december 2026"), "{view:?}");
    assert!(view.now.contains("5 januari 2027"), "{view:?}");
    let rows = view.blocks.iter().flat_map(|block| &block.rows);
    let rows: Vec<(&str, Change)> = rows.map(|row| (row.name.as_str(), row.change)).collect();
    assert_eq!(
        rows,
        [
            ("Leidinggevende", Change::Changed),
            ("HR", Change::New),
            ("de portier", Change::Same),
            ("Collega's", Change::Gone),
            // Whether it works was not said before.
            ("Ik werk graag op vaste tijden.", Change::Changed),
            ("Ik werk het best met korte pauzes.", Change::Changed),
        ]
    );
    send(&mut flow, &mut host, Intent::Choose(0));
    assert!(is_over(&flow.view().stage));
    let StageView::Over(over) = flow.view().stage else {
        panic!("the end")
    };
    assert_eq!(over.papers.len(), 2, "a new sheet can be made: {over:?}");
    drop(host);
    let kept = content(home.path(), Copy::File);
    assert_eq!(kept.guide.id, "openness");
    assert_eq!(
        visits(&kept),
        [("2026-12-03", "openness"), ("2027-01-05", "revisit")]
    );
    // What was then is as it was.
    let then = &kept.visits[0].answers["agreement/short-breaks"];
    assert_eq!(then.said.len(), 2);
    assert!(!format!("{then:?}").contains("buiten"));
    // Coming back once more, then beside now is still there.
    let (mut flow, mut host) = back(home.path());
    let words = words("nl");
    assert_eq!(
        ways(&flow),
        [&*words.go_on, &words.revisit, &words.beside, &words.earlier]
    );
    go(&mut flow, &mut host, &words.beside);
    assert_eq!(beside(&flow).blocks, view.blocks);
}

#[test]
fn what_was_said_now_changes_nothing_that_was_said_then() {
    let home = made_home();
    drop(changed(home.path()));
    let before = content(home.path(), Copy::File).visits;
    let (mut flow, mut host) = back(home.path());
    let words = words("nl");
    go(&mut flow, &mut host, &words.earlier);
    assert_eq!(
        ways(&flow).len(),
        3,
        "two visits, and back: {:?}",
        ways(&flow)
    );
    assert!(ways(&flow)[0].starts_with("5 januari 2027"));
    send(&mut flow, &mut host, Intent::Choose(1));
    let StageView::Earlier(view) = flow.view().stage else {
        panic!("an earlier visit")
    };
    assert!(view.title.starts_with("3 december 2026"), "{}", view.title);
    let said = format!("{:?}", view.steps);
    assert!(
        said.contains("twee weken vooraf") && said.contains("de portier"),
        "{said}"
    );
    // Nothing that changes an answer does anything here.
    for intent in [
        Intent::Reply("route".into(), pick("sheet")),
        Intent::Undo,
        Intent::SkipStep,
        Intent::Continue,
        Intent::Back,
        Intent::Back,
    ] {
        send(&mut flow, &mut host, intent);
    }
    drop(host);
    assert_eq!(content(home.path(), Copy::File).visits, before);
}

#[test]
fn a_visit_is_forgotten_only_after_a_yes_and_then_in_the_file_and_its_previous_copy() {
    let home = made_home();
    drop(changed(home.path()));
    let (mut flow, mut host) = back(home.path());
    let words = words("nl");
    go(&mut flow, &mut host, &words.earlier);
    send(&mut flow, &mut host, Intent::Choose(1));
    go(&mut flow, &mut host, &words.forget);
    assert_eq!(aside(&flow).moment, "forget");
    go(&mut flow, &mut host, &words.forget_no);
    assert!(matches!(flow.view().stage, StageView::Earlier(_)));
    go(&mut flow, &mut host, &words.forget);
    go(&mut flow, &mut host, &words.forget_yes);
    assert_eq!(aside(&flow).moment, "visits");
    assert_eq!(flow.view().message.as_deref(), Some(&*words.forgotten));
    drop(host);
    for copy in [Copy::File, Copy::Backup] {
        let kept = content(home.path(), copy);
        assert_eq!(visits(&kept), [("2027-01-05", "revisit")]);
        assert_eq!(kept.guide.id, "openness");
        assert_eq!(kept.date.as_deref(), Some("2027-01-05"), "nothing was said");
    }
}

#[test]
fn who_turns_to_a_look_back_by_mistake_goes_back_as_if_nothing_was() {
    let home = made_home();
    let before = content(home.path(), Copy::File);
    let (mut flow, mut host) = back(home.path());
    let words = words("nl");
    go(&mut flow, &mut host, &words.revisit);
    send(&mut flow, &mut host, Intent::Back);
    assert_eq!(aside(&flow).moment, "return");
    go(&mut flow, &mut host, &words.plan);
    drop(host);
    let after = content(home.path(), Copy::File);
    assert_eq!(after.answers, before.answers);
    assert!(after.visits.is_empty());
    assert_eq!(after.date, before.date);
}

#[test]
fn a_guide_that_changed_since_names_what_is_not_asked_any_more_and_loses_nothing() {
    let home = made_home();
    let built_in = Library::built_in();
    drop(looked_back(home.path()));
    let kept = content(home.path(), Copy::File);
    // The wish of the first agreement is gone, under another name.
    let lists = built_in.text("lists/needs.yml").expect("it is built in");
    let lists = lists.replace("id: fixed-times\n", "id: other-times\n");
    let english = built_in.text("lang/en/lists.yml").expect("it is built in");
    let english = english.replace("fixed-times:", "other-times:");
    let other = || {
        let files = [
            ("lists/needs.yml".to_owned(), lists.clone()),
            ("lang/en/lists.yml".to_owned(), english.clone()),
        ];
        Library::with_own("own".to_owned(), files.into())
    };
    let (mut flow, mut host) = opened(other(), "nl", home.path());
    // The look back asked about an agreement that is not there any more.
    assert_eq!(aside(&flow).moment, "differs");
    assert!(
        aside(&flow)
            .exact
            .iter()
            .any(|row| row.contains("vaste tijden"))
    );
    send(&mut flow, &mut host, Intent::Choose(0));
    assert_eq!(aside(&flow).moment, "return");
    go(&mut flow, &mut host, &words("nl").plan);
    assert_eq!(aside(&flow).moment, "differs");
    let gone = aside(&flow).exact.join("\n");
    assert!(gone.contains("twee weken vooraf"), "{gone}");
    send(&mut flow, &mut host, Intent::Choose(0));
    change(&mut flow, &mut host, Vec::new());
    let rows: Vec<_> = beside(&flow)
        .blocks
        .iter()
        .flat_map(|block| block.rows.clone())
        .collect();
    let row = rows.iter().find(|row| row.change == Change::Gone);
    let row = format!("{:?}", row.expect("the agreement of then"));
    assert!(row.contains("twee weken vooraf"), "{row}");
    drop(host);
    let after = content(home.path(), Copy::File);
    assert_eq!(after.visits[0], kept.visits[0]);
    assert_eq!(after.visits[1].answers, kept.answers);
    assert_eq!(
        after.answers["agreement/fixed-times"].answer,
        kept.visits[0].answers["agreement/fixed-times"].answer
    );
}

#[test]
fn what_was_said_another_time_is_on_no_paper_for_somebody_else() {
    const CANARY: &str = "kanarievogel";
    let home = home();
    let mut said = first();
    said.retain(|(id, _)| *id != "agreement/short-breaks");
    let then = form(&[("who", CANARY), ("what", CANARY), ("when", CANARY)]);
    said.push(("agreement/short-breaks", then));
    made(Library::built_in(), "nl", home.path(), &said);
    let (mut flow, mut host) = back(home.path());
    go(&mut flow, &mut host, &words("nl").revisit);
    let text = || Reply::Text(CANARY.to_owned());
    let mut looks = looks_back();
    looks.extend([("change", text()), ("need-now", text())]);
    on_to(&mut flow, &mut host, &looks, &is_over);
    go(&mut flow, &mut host, &words("nl").plan);
    change(&mut flow, &mut host, changes());
    assert!(
        format!("{:?}", beside(&flow)).contains(CANARY),
        "it is with the person"
    );
    send(&mut flow, &mut host, Intent::Choose(0));
    send(&mut flow, &mut host, Intent::Look(0));
    let StageView::Preview(view) = flow.view().stage else {
        panic!("a paper: {:?}", flow.view().stage)
    };
    assert!(!view.private);
    assert!(!format!("{view:?}").contains(CANARY), "{view:?}");
    send(&mut flow, &mut host, Intent::Continue);
    if matches!(flow.view().stage, StageView::Aside(_)) {
        send(&mut flow, &mut host, Intent::Choose(0));
    }
    let endings: Vec<&str> = FORMATS
        .iter()
        .map(|format| format.ending)
        .filter(|ending| *ending != "ics")
        .collect();
    let id = asking(&flow).id;
    send(&mut flow, &mut host, Intent::Reply(id, items(&endings)));
    let StageView::Place(place) = flow.view().stage else {
        panic!("a place: {:?}", flow.view().stage)
    };
    send(&mut flow, &mut host, Intent::SaveAt(place.path));
    let mut seen = 0;
    for entry in std::fs::read_dir(home.path()).expect("a folder").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let ending = name.rsplit('.').next().expect("an ending");
        if endings.contains(&ending) {
            let bytes = std::fs::read(entry.path()).expect("a file");
            let text = crate::support::reading::text(ending, &bytes);
            assert!(text.contains("buiten"), "{name}: {text}");
            assert!(!text.contains(CANARY), "{name}: {text}");
            seen += 1;
        }
    }
    assert_eq!(seen, endings.len());
}
