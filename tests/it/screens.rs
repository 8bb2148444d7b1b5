//! Every stage and every asking shape on the full screen, at four sizes: text, roles, and the cursor on the focused item.

use std::path::Path;

use weegwijzer::app::dossier::secret::Secret;
use weegwijzer::app::effect::{KeepProblem, OpenProblem, Outcome, Report, WriteProblem};
use weegwijzer::app::flow::Flow;
use weegwijzer::app::intent::{HealthWish, Intent};
use weegwijzer::app::stage::Aim;
use weegwijzer::app::view::{FindingsView, StageView};
use weegwijzer::content::library::Library;
use weegwijzer::core::answer::{Blank, Choice, Own};
use weegwijzer::core::ask::{Ask, Reply};
use weegwijzer::core::ids::{ItemId, QuestionId};
use weegwijzer::core::words::Lang;

use crate::support::said::pick;
use crate::support::screen::snapshot;
use crate::support::script::{begin, send};
use crate::support::walk::{begun, is_over, is_preview, is_question, past_the_welcome, until};

fn wish(wish: HealthWish) -> Intent {
    Intent::Health(wish)
}

#[test]
fn the_screens_before_the_first_question() {
    let (flow, host) = begin(Library::built_in(), "nl", Path::new("/home/test"));
    snapshot("welcome-1", &flow, &host, "");
    snapshot("welcome-2", &flow, &host, "enter");
    snapshot("welcome-3", &flow, &host, "enter enter");
    let (flow, host) = begin(Library::built_in(), "en", Path::new("/home/test"));
    snapshot("welcome-1-english", &flow, &host, "");
}

#[test]
fn every_asking_shape_has_its_screen() {
    let fixed = [
        ("route", pick("all")),
        ("ending", pick("plan")),
        ("quiz", pick("yes")),
        ("benefit", pick("yes")),
    ];
    let mut seen: Vec<&str> = Vec::new();
    let (mut flow, mut host) = begun("nl", Path::new("/home/test"));
    for (name, script) in [
        ("ask-pick", "down"),
        ("ask-form", "down enter"),
        ("ask-read", ""),
        ("ask-lines", "'een_zin"),
        ("ask-pick-many", "space down"),
        ("ask-rank", "space down"),
        ("ask-scale", "right"),
        ("ask-weigh", "2 down"),
        ("ask-compare", "right"),
        ("ask-grid", "right down"),
        ("ask-line", "'Ik_werk_graag"),
        ("ask-day", "'3-12"),
    ] {
        let is = |view: &StageView| match view {
            StageView::Asking(asking) => shape(&asking.ask) == name,
            _ => false,
        };
        until(&mut flow, &mut host, &is, &fixed);
        snapshot(name, &flow, &host, script);
        if name == "ask-grid" {
            // Help tells what speaks for and against the person and the moment that the cursor is on.
            snapshot("help-about", &flow, &host, "down space down*4 f1");
        }
        seen.push(name);
    }
    assert_eq!(seen.len(), 12, "a shape has no screen");
}

fn shape(ask: &Ask) -> &'static str {
    match ask {
        Ask::Pick { .. } => "ask-pick",
        Ask::PickMany { .. } => "ask-pick-many",
        Ask::Scale { .. } => "ask-scale",
        Ask::Rank { .. } => "ask-rank",
        Ask::Weigh { .. } => "ask-weigh",
        Ask::Form { .. } => "ask-form",
        Ask::Grid { .. } => "ask-grid",
        Ask::Compare { .. } => "ask-compare",
        Ask::Day => "ask-day",
        Ask::Line { .. } => "ask-line",
        Ask::Lines { .. } => "ask-lines",
        Ask::Read { .. } => "ask-read",
    }
}

#[test]
fn every_stage_has_its_screen() {
    let own = Reply::PickMany(vec![
        Choice::Item(ItemId::new("fixed-times")),
        Choice::Own(Own {
            key: 1,
            text: "Rust door mijn depressie".to_owned(),
        }),
    ]);
    let situation = Reply::Form(vec![
        ("phase".into(), "offer".to_owned()),
        ("work".into(), "bakkerij".to_owned()),
    ]);
    let fixed = [
        ("route", pick("sheet")),
        ("situation", situation),
        ("needs-short", own),
        ("ending", pick("both")),
    ];
    let (mut flow, mut host) = begun("nl", Path::new("/home/test"));
    until(&mut flow, &mut host, &is_question("ending"), &fixed);

    let mut changed = flow.clone();
    let fewer = Reply::PickMany(vec![Choice::Item(ItemId::new("early-start"))]);
    send(
        &mut changed,
        &mut host,
        Intent::Edit(QuestionId::new("needs-short")),
    );
    send(
        &mut changed,
        &mut host,
        Intent::Reply(QuestionId::new("needs-short"), fewer),
    );
    assert!(matches!(changed.view().stage, StageView::Consequence(_)));
    snapshot("consequence", &changed, &host, "");

    let mut gone = flow.clone();
    let needs = QuestionId::new("needs-short");
    send(&mut gone, &mut host, Intent::Edit(needs.clone()));
    let unknown = Reply::Blank(Blank::NotKnown);
    send(&mut gone, &mut host, Intent::Reply(needs, unknown));
    snapshot("consequence-no-answer", &gone, &host, "");
    send(&mut gone, &mut host, Intent::Speak(Lang::new("en")));
    snapshot("consequence-no-answer-english", &gone, &host, "");

    snapshot("menu", &flow, &host, "esc");
    snapshot("help", &flow, &host, "f1");
    snapshot("map", &flow, &host, "m");
    snapshot("review", &flow, &host, "r");
    snapshot("stopping", &flow, &host, "q");
    snapshot("refusal", &flow.clone(), &host, "f1 esc");

    until(&mut flow, &mut host, &is_preview, &fixed);
    snapshot("preview", &flow, &host, "down");
    send(&mut flow, &mut host, Intent::Continue);
    assert!(matches!(flow.view().stage, StageView::Findings(_)));
    while let StageView::Findings(FindingsView { left: 1.., .. }) = flow.view().stage {
        send(&mut flow, &mut host, wish(HealthWish::Choose(0)));
        send(&mut flow, &mut host, wish(HealthWish::LeaveOut));
    }
    send(&mut flow, &mut host, Intent::Continue);
    snapshot("whose", &flow, &host, "");
    let mut by_hand = flow.clone();
    send(&mut by_hand, &mut host, Intent::Choose(2));
    snapshot("by-hand", &by_hand, &host, "");
    send(&mut flow, &mut host, Intent::Choose(0));
    snapshot("forms", &flow, &host, "");
    let StageView::Asking(forms) = flow.view().stage else {
        panic!("the forms are asked")
    };
    let none = Reply::PickMany(Vec::new());
    send(&mut flow, &mut host, Intent::Reply(forms.id, none));
    snapshot("place", &flow, &host, "");
    send(
        &mut flow,
        &mut host,
        Intent::SaveAt("/no/such/folder/x.txt".to_owned()),
    );
    snapshot("place-no-folder", &flow, &host, "");
    send(&mut flow, &mut host, Intent::GoOn);
    snapshot("preview-private", &flow, &host, "");
    until(&mut flow, &mut host, &is_over, &fixed);
    snapshot("over", &flow, &host, "");
}

#[test]
fn a_notice_and_a_guide_that_cannot_be_read_have_their_screens() {
    let level_two: Vec<Choice> = ["looks-along", "call-with-my-yes"]
        .into_iter()
        .map(|id| Choice::Item(ItemId::new(id)))
        .collect();
    let fixed = [
        ("route", pick("sheet")),
        ("needs-short", Reply::PickMany(level_two)),
    ];
    let (mut flow, mut host) = begun("nl", Path::new("/home/test"));
    until(
        &mut flow,
        &mut host,
        &|view| matches!(view, StageView::Notice(_)),
        &fixed,
    );
    snapshot("notice", &flow, &host, "");

    let broken = [(
        "openness/guide.yml".to_owned(),
        "guide: openness\nversoin: 1\n".to_owned(),
    )]
    .into();
    let library = Library::with_own("/home/test/own".to_owned(), broken);
    let (mut flow, mut host) = begin(library, "nl", Path::new("/home/test"));
    past_the_welcome(&mut flow, &mut host);
    snapshot("bad-guide", &flow, &host, "");
}

#[test]
fn every_screen_of_a_dossier_is_drawn() {
    let path = "/home/sam/weegwijzer/mijn-antwoorden.weegwijzer";
    let secret = || Secret::new("tuin beek lamp wolk fiets ezel kaas");
    let report = |flow: &mut Flow, report| flow.update(Intent::Done(Outcome::Dossier(report)));
    let (mut flow, mut host) = begun("nl", Path::new("/home/test"));
    until(
        &mut flow,
        &mut host,
        &is_question("situation"),
        &[("route", pick("sheet"))],
    );
    let shown = |name: &str, flow: &Flow, keys: &str| snapshot(name, flow, &host, keys);

    flow.update(Intent::Keep);
    flow.update(Intent::Choose(1));
    report(&mut flow, Report::Sticks(Vec::new()));
    shown("dossier-no-stick", &flow, "");
    flow.update(Intent::Back);
    flow.update(Intent::Choose(0));
    shown("dossier-place", &flow, "");
    flow.update(Intent::SaveAt(path.to_owned()));
    report(&mut flow, Report::Invented(Some(secret())));
    shown("dossier-offered", &flow, "");
    let mut own = flow.clone();
    own.update(Intent::Choose(2));
    shown("dossier-own", &own, "'tuin_beek");
    own.update(Intent::Secret(Secret::new("Welkom01")));
    shown("dossier-weak", &own, "");
    own.update(Intent::Choose(1));
    own.update(Intent::Secret(Secret::new("Welkom02")));
    shown("dossier-again", &own, "");
    let taken = KeepProblem::Disk(WriteProblem::Exists);
    let mut exists = flow.clone();
    report(&mut exists, Report::NotKept(path.into(), taken));
    shown("dossier-exists", &exists, "");
    flow.update(Intent::Choose(0));
    report(&mut flow, Report::Kept(path.into()));
    shown("dossier-kept", &flow, "");
    flow.update(Intent::Choose(0));
    for (name, problem) in [
        (
            "dossier-stick-pulled",
            KeepProblem::Disk(WriteProblem::NoFolder),
        ),
        ("dossier-full", KeepProblem::Disk(WriteProblem::Full)),
        ("dossier-changed", KeepProblem::Changed),
    ] {
        let mut trouble = flow.clone();
        report(&mut trouble, Report::NotKept(path.into(), problem));
        shown(name, &trouble, "");
    }

    let (mut flow, _) = begun("nl", Path::new("/home/test"));
    flow.begin_with(path, Aim::GoOn);
    shown("dossier-unlock", &flow, "'tuin");
    let not_opened = |problem, backup| Report::NotOpened {
        path: path.into(),
        problem,
        backup,
    };
    report(&mut flow, not_opened(OpenProblem::WrongPassphrase, false));
    shown("dossier-wrong", &flow, "");
    report(&mut flow, not_opened(OpenProblem::Damaged, true));
    shown("dossier-damaged", &flow, "");
}
