//! What was typed while practising: kept at once, lost by nothing, on no paper, and forgotten only sentence by sentence, after a yes.

use std::collections::BTreeMap;
use std::path::Path;

use weegwijzer::app::dossier::content::Practised;
use weegwijzer::app::effect::{Copy, Effect};
use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::Host;
use weegwijzer::app::intent::{Beside, Intent};
use weegwijzer::app::stage::Aim;
use weegwijzer::app::time::Tick;
use weegwijzer::app::view::StageView;
use weegwijzer::content::library::Library;
use weegwijzer::core::answer::{Answer, Blank};
use weegwijzer::core::ask::{Ask, Reply};
use weegwijzer::core::guide::Reader;
use weegwijzer::core::ids::StepId;
use weegwijzer::core::words::Lang;

use crate::support::back::{content, path};
use crate::support::dossier::{keep, look_at, unlock};
use crate::support::moment::{aside, asking, go, moment, reply, seen, to, ways};
use crate::support::practice::{DRAFT, practising, questions, say};
use crate::support::screen::snapshot;
use crate::support::script::{begin, send};
use crate::support::talk::{go_on, home, typed};
use crate::support::walk::begun;

#[test]
fn drafts_are_in_the_dossier_at_once_and_come_back_from_it() {
    let home = home();
    let (mut flow, mut host) = practising("nl", home.path());
    keep(&mut flow, &mut host, home.path());
    say(&mut flow, &mut host, DRAFT);
    let words = flow.words().rehearsal.clone();
    go(&mut flow, &mut host, &words.again);
    say(&mut flow, &mut host, "");
    let question = questions(&flow)[0].id.clone();
    // Hidden: nothing more is done.
    assert!(
        matches!(flow.update(Intent::Hide).as_slice(), [Effect::Hide]),
        "it is on the disk already"
    );
    drop(host);
    let tried = |said: &str| Practised {
        said: said.to_owned(),
        then: String::new(),
    };
    let expected = BTreeMap::from([(question.to_string(), vec![tried(DRAFT), tried("")])]);
    assert_eq!(content(home.path(), Copy::File).practised, expected);
    let (mut flow, mut host) = begin(Library::built_in(), "nl", home.path());
    look_at(&mut flow, &mut host, &path(home.path()), Aim::GoOn);
    unlock(&mut flow, &mut host);
    to(&mut flow, &mut host, Intent::Beside(Beside::Rehearsal));
    to(&mut flow, &mut host, Intent::Choose(0));
    say(&mut flow, &mut host, "De derde keer.");
    assert_eq!(
        asking(&flow).question,
        *questions(&flow)[0].surprise,
        "the times before count"
    );
    to(&mut flow, &mut host, Intent::Back);
    assert_eq!(
        asking(&flow).answer,
        Some(Answer::Text("De derde keer.".to_owned()))
    );
}

#[test]
fn drafts_are_not_lost_by_looking_around_and_the_lock_shows_none() {
    let home = home();
    let (mut flow, mut host) = practising("nl", home.path());
    keep(&mut flow, &mut host, home.path());
    say(&mut flow, &mut host, DRAFT);
    let before = flow.view();
    assert!(seen(&flow).contains(DRAFT));
    let late = |flow: &mut Flow| {
        let at = flow.deadline().expect("it is locked some time");
        flow.tick(Tick::Passed(at));
    };
    late(&mut flow);
    late(&mut flow);
    assert!(flow.locked());
    assert!(!seen(&flow).contains(DRAFT));
    unlock(&mut flow, &mut host);
    assert_eq!(flow.view(), before);
    to(&mut flow, &mut host, Intent::Beside(Beside::Review));
    assert!(matches!(flow.view().stage, StageView::Review(_)));
    to(&mut flow, &mut host, Intent::Back);
    assert_eq!(flow.view(), before);
    to(&mut flow, &mut host, Intent::Speak(Lang::new("en")));
    assert!(seen(&flow).contains(DRAFT));
    to(&mut flow, &mut host, Intent::Back);
    assert_eq!(
        asking(&flow).answer,
        Some(Answer::Text(DRAFT.to_owned())),
        "it can be changed"
    );
    assert!(!flow.view().can.undo, "no earlier answer is changed here");
    let answers = flow.session().expect("a guide").answers().clone();
    to(&mut flow, &mut host, Intent::Undo);
    assert_eq!(flow.session().expect("a guide").answers(), &answers);
}

#[test]
fn stopping_asks_when_only_drafts_would_be_lost() {
    let home = home();
    let (mut flow, mut host) = begun("nl", home.path());
    to(&mut flow, &mut host, Intent::Beside(Beside::Rehearsal));
    assert!(matches!(
        flow.clone().update(Intent::Stop).as_slice(),
        [Effect::Exit]
    ));
    to(&mut flow, &mut host, Intent::Choose(0));
    say(&mut flow, &mut host, DRAFT);
    assert!(flow.update(Intent::Stop).is_empty());
    assert!(matches!(flow.view().stage, StageView::Stopping));
    to(&mut flow, &mut host, Intent::Back);
    assert_eq!(moment(&flow), "rehearsal-compare");
}

#[test]
fn a_draft_reaches_no_paper() {
    let home = home();
    let (mut flow, mut host) = practising("nl", home.path());
    for _ in 0..questions(&flow).len() {
        say(&mut flow, &mut host, &format!("{DRAFT} Ik werk graag."));
        to(&mut flow, &mut host, Intent::Choose(0));
    }
    to(&mut flow, &mut host, Intent::Choose(1));
    assert_eq!(asking(&flow).answer, None);
    to(&mut flow, &mut host, Intent::Jump(StepId::new("needs")));
    let mut papers = 0;
    for _ in 0..200 {
        let view = flow.view();
        assert!(!format!("{:?}", view.stage).contains(DRAFT), "{view:?}");
        match view.stage {
            StageView::Asking(asking) => {
                let given = match (asking.id.as_str(), &asking.ask) {
                    ("ending", _) => Reply::Pick("both".into()),
                    ("rehearse", _) => Reply::Pick("no".into()),
                    (_, Ask::Read { .. }) => Reply::Read,
                    (_, Ask::Line { .. } | Ask::Lines { .. }) => Reply::Text("Ja.".to_owned()),
                    _ => Reply::Blank(Blank::NotKnown),
                };
                reply(&mut flow, &mut host, given);
            }
            StageView::Preview(_) => {
                papers += 1;
                let session = flow.session().expect("a guide");
                let written = session.guide().papers().iter();
                assert!(written.clone().any(|paper| paper.reader == Reader::Shared));
                to(&mut flow, &mut host, Intent::GoOn);
            }
            StageView::Over(_) => {
                assert_eq!(papers, 2);
                return;
            }
            _ => to(&mut flow, &mut host, Intent::Continue),
        }
    }
    panic!("the end does not come");
}

/// Two questions answered, the second twice; back at the start of practising.
fn practised(lang: &str, home: &Path) -> (Flow, Host) {
    let (mut flow, mut host) = practising(lang, home);
    let words = flow.words().rehearsal.clone();
    say(&mut flow, &mut host, "De eerste zin.");
    go(&mut flow, &mut host, &words.next);
    say(&mut flow, &mut host, "De tweede zin.");
    go(&mut flow, &mut host, &words.again);
    say(&mut flow, &mut host, "De derde zin.");
    go(&mut flow, &mut host, &words.stop);
    send(&mut flow, &mut host, Intent::Beside(Beside::Rehearsal));
    (flow, host)
}

#[test]
fn one_sentence_is_forgotten_after_a_yes_and_the_others_stay() {
    let home = home();
    let (mut flow, mut host) = practised("nl", home.path());
    let words = flow.words().clone();
    go(&mut flow, &mut host, &words.rehearsal.drafts);
    let all = ways(&flow);
    assert_eq!(all.len(), 4, "three sentences, and back: {all:?}");
    for (row, said) in all
        .iter()
        .zip(["eerste", "tweede", "derde", &words.menu.back])
    {
        assert!(row.contains(said), "{said}: {row}");
    }
    // A no leaves it.
    send(&mut flow, &mut host, Intent::Choose(1));
    assert_eq!(moment(&flow), "rehearsal-forget");
    assert!(aside(&flow).text[0].contains("De tweede zin."));
    go(&mut flow, &mut host, &words.rehearsal.forget_no);
    assert_eq!(ways(&flow), all);
    // So does going back.
    send(&mut flow, &mut host, Intent::Choose(1));
    send(&mut flow, &mut host, Intent::Back);
    assert_eq!(ways(&flow), all);
    // A yes does not.
    send(&mut flow, &mut host, Intent::Choose(1));
    go(&mut flow, &mut host, &words.rehearsal.forget_yes);
    assert_eq!(
        flow.view().message.as_ref(),
        Some(&words.rehearsal.forgotten)
    );
    let left = ways(&flow);
    assert_eq!(left, [&*all[0], &*all[2], &*all[3]]);
    // Without a sentence there is no list, and nothing to forget.
    for _ in 0..2 {
        send(&mut flow, &mut host, Intent::Choose(0));
        go(&mut flow, &mut host, &words.rehearsal.forget_yes);
    }
    assert_eq!(moment(&flow), "rehearsal-start");
    assert!(!ways(&flow).contains(&words.rehearsal.drafts));
    // Going on there, the question is answered anew.
    send(&mut flow, &mut host, Intent::Choose(0));
    say(&mut flow, &mut host, "Opnieuw.");
    assert!(!format!("{:?}", aside(&flow)).contains("zin."));
}

#[test]
fn what_is_forgotten_is_in_no_file_and_in_no_previous_copy() {
    let home = home();
    let (mut flow, mut host) = practised("nl", home.path());
    let words = flow.words().rehearsal.clone();
    send(&mut flow, &mut host, Intent::Back);
    keep(&mut flow, &mut host, home.path());
    let said = |copy| format!("{:?}", content(home.path(), copy).practised);
    send(&mut flow, &mut host, Intent::Beside(Beside::Rehearsal));
    go(&mut flow, &mut host, &words.drafts);
    send(&mut flow, &mut host, Intent::Choose(0));
    go(&mut flow, &mut host, &words.forget_yes);
    drop((flow, host));
    for copy in [Copy::File, Copy::Backup] {
        let said = said(copy);
        assert!(
            !said.contains("De eerste zin.") && said.contains("De derde zin."),
            "{said}"
        );
    }
}

#[test]
fn the_screens_of_forgetting_a_sentence() {
    for (lang, end) in [("nl", ""), ("en", "-english")] {
        let home = home();
        let (mut flow, mut host) = practised(lang, home.path());
        let words = flow.words().rehearsal.clone();
        go(&mut flow, &mut host, &words.drafts);
        snapshot(&format!("rehearsal-drafts{end}"), &flow, &host, "");
        send(&mut flow, &mut host, Intent::Choose(0));
        snapshot(&format!("rehearsal-forget{end}"), &flow, &host, "");
    }
}

#[test]
fn line_by_line_a_sentence_is_forgotten_by_its_number() {
    for lang in ["nl", "en"] {
        let home = home();
        let (mut flow, mut host) = practised(lang, home.path());
        let words = flow.words().rehearsal.clone();
        let place = ways(&flow).iter().position(|way| *way == words.drafts);
        let place = (place.expect("it is offered") + 1).to_string();
        let script = format!("{place} | 2 | 2 | 3");
        let (_, text) = go_on(&mut flow, &mut host, &typed(&script));
        let (_, after) = text.split_once(&words.forgotten).expect("it is forgotten");
        assert!(
            !after.contains("De tweede zin.") && after.contains("De derde zin."),
            "{text}"
        );
        assert_eq!(moment(&flow), "rehearsal-start", "{text}");
    }
}
