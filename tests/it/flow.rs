//! What a person is promised about moving around: back, review, change, language, stopping, and files.

use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::Host;
use weegwijzer::app::intent::{Beside, Intent};
use weegwijzer::app::view::{NoticeView, StageView};
use weegwijzer::content::library::Library;
use weegwijzer::core::answer::{Answer, Blank};
use weegwijzer::core::ask::Reply;
use weegwijzer::core::ids::{QuestionId, StepId};
use weegwijzer::core::words::Lang;

use crate::support::moment::{asking, reply};
use crate::support::said::{form, items, pick};
use crate::support::script::{begin, send};
use crate::support::walk::{begun, past_the_welcome, walk_to};

fn agreement(text: &str) -> Reply {
    Reply::Form(vec![("what".into(), text.to_owned())])
}

#[test]
fn a_change_is_shown_before_it_happens_and_what_it_sets_aside_comes_back() {
    let home = tempfile::tempdir().expect("a folder");
    let (mut flow, mut host) = begun("nl", home.path());
    let fixed = [
        ("route", pick("sheet")),
        ("situation", form(&[("phase", "working")])),
        ("needs-short", items(&["fixed-times", "early-start"])),
        ("agreement/fixed-times", agreement("een vast rooster")),
    ];
    walk_to(&mut flow, &mut host, "ending", &fixed);
    let needs = QuestionId::new("needs-short");
    send(&mut flow, &mut host, Intent::Edit(needs.clone()));
    send(
        &mut flow,
        &mut host,
        Intent::Reply(needs.clone(), items(&["early-start"])),
    );
    let StageView::Consequence(view) = flow.view().stage else {
        panic!("it is not shown")
    };
    assert_eq!(view.set_aside.len(), 1);
    assert!(view.set_aside[0].1.contains("een vast rooster"));
    let answers = flow.session().expect("a session").answers().clone();
    send(&mut flow, &mut host, Intent::Back);
    assert_eq!(
        flow.session().expect("a session").answers(),
        &answers,
        "no means no"
    );
    send(
        &mut flow,
        &mut host,
        Intent::Reply(needs.clone(), items(&["early-start"])),
    );
    send(&mut flow, &mut host, Intent::Continue);
    assert!(
        matches!(flow.view().stage, StageView::Review(_)),
        "back in the review, nothing new to ask"
    );
    let walked = |flow: &Flow| {
        flow.session()
            .expect("a session")
            .walk()
            .find(&"agreement/fixed-times".into())
            .is_some()
    };
    assert!(!walked(&flow));
    send(&mut flow, &mut host, Intent::Edit(needs.clone()));
    send(
        &mut flow,
        &mut host,
        Intent::Reply(needs, items(&["fixed-times", "early-start"])),
    );
    assert!(walked(&flow));
    assert!(
        matches!(flow.view().stage, StageView::Review(_)),
        "what came back is not asked again"
    );
}

#[test]
fn no_answer_takes_the_place_of_an_answer_unasked() {
    let home = tempfile::tempdir().expect("a folder");
    let (mut flow, mut host) = begun("nl", home.path());
    let fixed = [
        ("route", pick("sheet")),
        ("situation", form(&[("phase", "working")])),
        ("needs-short", items(&["fixed-times"])),
    ];
    walk_to(&mut flow, &mut host, "agreement/fixed-times", &fixed);
    let needs = QuestionId::new("needs-short");
    send(&mut flow, &mut host, Intent::Edit(needs.clone()));
    let answers = flow.session().expect("a session").answers().clone();
    for blank in [Blank::NotKnown, Blank::Skipped] {
        let wanted = Intent::Reply(needs.clone(), Reply::Blank(blank));
        send(&mut flow, &mut host, wanted.clone());
        let StageView::Consequence(view) = flow.view().stage else {
            panic!("{blank:?} is not asked")
        };
        assert!(view.replaces, "keeping it stands ready");
        assert_eq!(view.set_aside[0].0, "Wat jou helpt");
        assert_eq!(flow.session().expect("a session").answers(), &answers);
        send(&mut flow, &mut host, Intent::Back);
        assert_eq!(flow.session().expect("a session").answers(), &answers);
        send(&mut flow, &mut host, wanted);
        send(&mut flow, &mut host, Intent::Continue);
        assert_ne!(flow.session().expect("a session").answers(), &answers);
        send(&mut flow, &mut host, Intent::Undo);
        assert_eq!(flow.session().expect("a session").answers(), &answers);
        send(&mut flow, &mut host, Intent::Edit(needs.clone()));
    }
}

#[test]
fn another_kind_of_no_answer_is_not_asked_about() {
    let home = tempfile::tempdir().expect("a folder");
    let (mut flow, mut host) = begun("nl", home.path());
    walk_to(&mut flow, &mut host, "ending", &[("route", pick("sheet"))]);
    let needs = QuestionId::new("needs-short");
    send(&mut flow, &mut host, Intent::Edit(needs.clone()));
    let wanted = Intent::Reply(needs.clone(), Reply::Blank(Blank::NotKnown));
    send(&mut flow, &mut host, wanted);
    assert!(!matches!(flow.view().stage, StageView::Consequence(_)));
    let session = flow.session().expect("a session");
    let said = session.answers().get(&needs);
    assert_eq!(said, Some(&Answer::Blank(Blank::NotKnown)));
}

#[test]
fn after_a_change_only_what_is_newly_needed_is_asked() {
    let home = tempfile::tempdir().expect("a folder");
    let (mut flow, mut host) = begun("nl", home.path());
    walk_to(
        &mut flow,
        &mut host,
        "ending",
        &[
            ("route", pick("sheet")),
            ("situation", form(&[("phase", "working")])),
            ("needs-short", items(&["fixed-times"])),
        ],
    );
    let needs = QuestionId::new("needs-short");
    send(&mut flow, &mut host, Intent::Beside(Beside::Review));
    send(&mut flow, &mut host, Intent::Edit(needs.clone()));
    send(
        &mut flow,
        &mut host,
        Intent::Reply(needs, items(&["fixed-times", "early-start"])),
    );
    assert_eq!(asking(&flow).id.as_str(), "agreement/early-start");
    reply(&mut flow, &mut host, agreement("om half acht"));
    assert!(matches!(flow.view().stage, StageView::Review(_)));
}

#[test]
fn back_leads_to_the_first_screen_and_loses_nothing() {
    let home = tempfile::tempdir().expect("a folder");
    let (mut flow, mut host) = begun("nl", home.path());
    walk_to(
        &mut flow,
        &mut host,
        "strengths",
        &[("route", pick("all")), ("benefit", pick("yes"))],
    );
    let answers = flow.session().expect("a session").answers().clone();
    for _ in 0..60 {
        send(&mut flow, &mut host, Intent::Back);
    }
    assert!(matches!(flow.view().stage, StageView::Welcome(view) if view.number == 0));
    past_the_welcome(&mut flow, &mut host);
    assert_eq!(flow.session().expect("a session").answers(), &answers);
}

#[test]
fn the_language_changes_midway_and_every_answer_stays() {
    let home = tempfile::tempdir().expect("a folder");
    let (mut flow, mut host) = begun("nl", home.path());
    walk_to(
        &mut flow,
        &mut host,
        "ending",
        &[
            ("route", pick("sheet")),
            ("needs-short", items(&["fixed-times"])),
        ],
    );
    let answers = flow.session().expect("a session").answers().clone();
    let before = asking(&flow);
    send(&mut flow, &mut host, Intent::Speak(Lang::new("en")));
    let after = asking(&flow);
    assert_eq!(before.id, after.id);
    assert_ne!(before.question, after.question);
    assert_eq!(flow.session().expect("a session").answers(), &answers);
    reply(&mut flow, &mut host, pick("sheet"));
    walk_to_preview(&mut flow, &mut host);
    let StageView::Preview(view) = flow.view().stage else {
        panic!("no preview")
    };
    assert!(
        view.text
            .iter()
            .any(|line| line.contains("I like to work fixed hours.")),
        "{:?}",
        view.text
    );
}

/// From a preview to where its file goes, on a computer of one's own.
fn to_place(flow: &mut Flow, host: &mut Host) {
    send(flow, host, Intent::Continue);
    if matches!(flow.view().stage, StageView::Aside(_)) {
        send(flow, host, Intent::Choose(0));
    }
}

fn walk_to_preview(flow: &mut Flow, host: &mut Host) {
    while !matches!(flow.view().stage, StageView::Preview(_)) {
        reply(flow, host, Reply::Blank(Blank::Skipped));
    }
}

#[test]
fn stopping_asks_once_when_something_would_be_lost() {
    let home = tempfile::tempdir().expect("a folder");
    let (mut flow, mut host) = begun("nl", home.path());
    assert!(
        !send(&mut flow.clone(), &mut host, Intent::Stop),
        "nothing was said: it just stops"
    );
    reply(&mut flow, &mut host, pick("all"));
    assert!(send(&mut flow, &mut host, Intent::Stop));
    assert!(matches!(flow.view().stage, StageView::Stopping));
    send(&mut flow, &mut host, Intent::Back);
    assert!(matches!(flow.view().stage, StageView::Asking(_)));
    send(&mut flow, &mut host, Intent::Stop);
    assert!(
        !send(&mut flow, &mut host, Intent::Stop),
        "the second time it leaves"
    );
}

#[test]
fn a_file_is_asked_for_made_whole_and_never_replaced_in_silence() {
    let home = tempfile::tempdir().expect("a folder");
    let (mut flow, mut host) = begun("nl", home.path());
    walk_to(
        &mut flow,
        &mut host,
        "ending",
        &[
            ("route", pick("sheet")),
            ("needs-short", items(&["fixed-times"])),
        ],
    );
    reply(&mut flow, &mut host, pick("sheet"));
    walk_to_preview(&mut flow, &mut host);
    to_place(&mut flow, &mut host);
    reply(&mut flow, &mut host, items(&["txt"]));
    let place = |flow: &Flow| match flow.view().stage {
        StageView::Place(view) => view,
        other => panic!("no place: {other:?}"),
    };
    assert!(
        std::fs::read_dir(home.path())
            .expect("a folder")
            .next()
            .is_none(),
        "nothing is written unasked"
    );
    let path = home.path().join("blad.txt").to_string_lossy().into_owned();
    for wrong in [
        home.path().join("no/x.txt"),
        home.path().join("x.doc"),
        home.path().join("mijn-adhd.txt"),
    ] {
        send(
            &mut flow,
            &mut host,
            Intent::SaveAt(wrong.to_string_lossy().into_owned()),
        );
        assert!(place(&flow).problem.is_some(), "{wrong:?}");
    }
    std::fs::write(&path, "van iemand anders").expect("a file");
    send(&mut flow, &mut host, Intent::SaveAt(path.clone()));
    assert!(place(&flow).exists.is_some());
    assert_eq!(
        std::fs::read_to_string(&path).expect("a file"),
        "van iemand anders"
    );
    send(&mut flow, &mut host, Intent::Back);
    assert!(place(&flow).exists.is_none());
    send(&mut flow, &mut host, Intent::SaveAt(path.clone()));
    send(&mut flow, &mut host, Intent::Continue);
    assert!(
        flow.view()
            .message
            .is_some_and(|message| message.contains("blad.txt"))
    );
    assert!(
        std::fs::read_to_string(&path)
            .expect("a file")
            .contains("Ik werk graag op vaste tijden.")
    );
    assert_eq!(
        std::fs::read_dir(home.path()).expect("a folder").count(),
        1,
        "no other file is left"
    );
}

#[test]
fn the_end_says_what_is_open_and_never_what_was_not_chosen() {
    let home = tempfile::tempdir().expect("a folder");
    let (mut flow, mut host) = begun("nl", home.path());
    reply(&mut flow, &mut host, pick("weigh"));
    send(&mut flow, &mut host, Intent::Jump(StepId::new("now")));
    while let StageView::Asking(_) = flow.view().stage {
        reply(&mut flow, &mut host, Reply::Blank(Blank::Skipped));
    }
    let StageView::Over(view) = flow.view().stage else {
        panic!("not the end")
    };
    let words = flow.words();
    assert!(!view.text.contains(&words.over.no_paper));
    assert_eq!(view.text.len(), 2);
}

#[test]
fn my_own_plan_is_an_ending_of_its_own_and_saved_only_by_itself() {
    let home = tempfile::tempdir().expect("a folder");
    let (mut flow, mut host) = begun("nl", home.path());
    let fixed = [
        ("route", pick("sheet")),
        ("needs-short", items(&["fixed-times"])),
        ("ending", pick("plan")),
        (
            "if-asked",
            Reply::Text("Daar vertel ik liever niets over.".to_owned()),
        ),
    ];
    walk_to(&mut flow, &mut host, "arrange", &fixed);
    reply(
        &mut flow,
        &mut host,
        Reply::Text("Ik neem mijn medicijnen op tijd.".to_owned()),
    );
    walk_to_preview(&mut flow, &mut host);
    let StageView::Preview(view) = flow.view().stage else {
        panic!("no preview")
    };
    assert!(view.private);
    assert!(
        view.text.iter().any(|line| line.contains("medicijnen")),
        "the person's own words stay"
    );
    to_place(&mut flow, &mut host);
    send(
        &mut flow,
        &mut host,
        Intent::SaveAt(home.path().join("plan.md").to_string_lossy().into_owned()),
    );
    let text = std::fs::read_to_string(home.path().join("plan.md")).expect("the plan is written");
    assert!(text.starts_with("*Alleen voor mij*"), "{text}");
}

#[test]
fn a_block_says_how_to_mend_it_and_a_warning_lets_the_person_go_on() {
    let guide = "
guide: openness
version: 1
title: Proef
routes:
  {ask: Welke weg?, short: Weg, help: Kies., ways: [{id: only, label: Deze, steps: [one]}]}
steps:
  - id: one
    title: Een
    gives: Iets.
    minutes: 1
    sheet: true
    questions:
      - id: sure
        kind: scale
        ask: Hoe zeker?
        short: Zeker
        help: Kies.
        lowest: 0
        highest: 10
        low: niet
        high: heel
        block: [{when: {at_least: {of: sure, number: 9}}, say: Kies een getal onder de 9.}]
        warn: [{when: {at_least: {of: sure, number: 5}}, say: Dat is al heel zeker.}]
papers:
  - {id: sheet, reader: shared, title: Blad, file: blad, blocks: [{id: a, lines: [{say: '{sure}'}]}]}
";
    let files = [("openness/guide.yml".to_owned(), guide.to_owned())].into();
    let library = Library::with_own("own".to_owned(), files);
    let home = tempfile::tempdir().expect("a folder");
    let (mut flow, mut host) = begin(library, "nl", home.path());
    past_the_welcome(&mut flow, &mut host);
    reply(&mut flow, &mut host, pick("only"));
    reply(&mut flow, &mut host, Reply::Scale(9));
    assert_eq!(
        asking(&flow).refusal.as_deref(),
        Some("Kies een getal onder de 9.")
    );
    reply(&mut flow, &mut host, Reply::Scale(6));
    assert_eq!(
        flow.view().stage,
        StageView::Notice(NoticeView {
            text: "Dat is al heel zeker.".to_owned(),
            goes: Vec::new(),
        })
    );
    send(&mut flow, &mut host, Intent::Continue);
    assert!(matches!(flow.view().stage, StageView::Preview(_)));
}
