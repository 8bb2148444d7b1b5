//! Practising the talk: the person answers first and compares after that, and nothing ticks while nobody waits.

use weegwijzer::app::flow::Flow;
use weegwijzer::app::intent::{Beside, FaceKind, Intent};
use weegwijzer::app::settings::{Settings, SettingsFile};
use weegwijzer::app::time::Tick;
use weegwijzer::app::view::{AsideBody, StageView};
use weegwijzer::content::library::Library;
use weegwijzer::core::answer::{Answer, Blank};
use weegwijzer::core::ask::{Ask, Reply};
use weegwijzer::core::ids::{QuestionId, StepId};
use weegwijzer::core::rehearsal::MayAsk;

use crate::support::clock::at;
use crate::support::moment::{aside, asking, go, moment, reply, seen, to};
use crate::support::practice::{at_words, practising, questions, say};
use crate::support::said::form;
use crate::support::talk::home;
use crate::support::walk::{begun, past_the_welcome, walk_to};

#[test]
fn it_is_offered_after_its_step_and_in_the_menu_and_at_the_end() {
    let home = home();
    let (flow, mut host) = at_words("nl", home.path());
    assert!(flow.view().can.rehearse, "in the menu");
    let mut ends = Vec::new();
    for answer in ["yes", "no"] {
        let mut flow = flow.clone();
        walk_to(&mut flow, &mut host, "rehearse", &[]);
        reply(&mut flow, &mut host, Reply::Pick(answer.into()));
        if answer == "yes" {
            assert_eq!(moment(&flow), "rehearsal-start");
            let leave = flow.words().rehearsal.leave.clone();
            go(&mut flow, &mut host, &leave);
        }
        ends.push(flow.view());
    }
    assert_eq!(ends[0].stage, ends[1].stage, "a no leads to the same place");
    let mut flow = flow;
    for _ in 0..200 {
        match flow.view().stage {
            StageView::Asking(asking) => {
                let pass = match asking.ask {
                    Ask::Read { .. } => Reply::Read,
                    _ => Reply::Blank(Blank::Skipped),
                };
                reply(&mut flow, &mut host, pass);
            }
            StageView::Over(over) => {
                assert!(over.rehearse);
                to(&mut flow, &mut host, Intent::Beside(Beside::Rehearsal));
                to(&mut flow, &mut host, Intent::Back);
                assert!(matches!(flow.view().stage, StageView::Over(_)));
                return;
            }
            _ => to(&mut flow, &mut host, Intent::Continue),
        }
    }
    panic!("the end does not come: {:?}", flow.view().stage);
}

#[test]
fn a_guide_without_a_rehearsal_offers_none() {
    let home = home();
    let (mut flow, mut host) =
        crate::support::script::begin_guide(Library::built_in(), "nl", home.path(), "coach");
    past_the_welcome(&mut flow, &mut host);
    let before = flow.view();
    assert!(!before.can.rehearse);
    to(&mut flow, &mut host, Intent::Beside(Beside::Rehearsal));
    assert_eq!(flow.view(), before);
}

#[test]
fn every_question_is_answered_first_and_compared_after_that() {
    for lang in ["nl", "en"] {
        let home = home();
        let (mut flow, mut host) = practising(lang, home.path());
        let words = flow.words().clone();
        for question in questions(&flow) {
            assert!(asking(&flow).question.contains(&*question.ask));
            let before = seen(&flow);
            for text in [
                &question.answer,
                &question.boundary,
                &question.to_work,
                &question.because,
            ] {
                assert!(!before.contains(&**text), "{lang} {}: {text}", question.id);
            }
            say(&mut flow, &mut host, "Zo doe ik dat.");
            let after = aside(&flow);
            assert_eq!(after.moment, "rehearsal-compare");
            let all = [after.text.clone(), after.exact.clone()]
                .concat()
                .join("\n");
            for text in [
                "Zo doe ik dat.",
                &question.answer,
                &question.boundary,
                &question.to_work,
                &question.because,
            ] {
                assert!(all.contains(text), "{lang} {}: {text}", question.id);
            }
            let marked = |sentence: &str| all.contains(&sentence.replace("{because}", ""));
            let not = marked(&words.rehearsal.may_not);
            let later = marked(&words.rehearsal.may_later);
            assert_eq!(
                (not, later),
                (
                    question.may_ask == MayAsk::No,
                    question.may_ask == MayAsk::Later
                ),
                "{lang} {}",
                question.id
            );
            if question.may_ask != MayAsk::Yes {
                let before = flow.view();
                go(&mut flow, &mut host, &words.rehearsal.law);
                let Ask::Read { facts, .. } = asking(&flow).ask else {
                    panic!("the law card");
                };
                assert!(question.facts.iter().all(|fact| facts.contains(fact)));
                reply(&mut flow, &mut host, Reply::Read);
                assert_eq!(flow.view(), before);
            }
            let next = [&words.rehearsal.next, &words.rehearsal.last];
            to(&mut flow, &mut host, Intent::Choose(0));
            assert!(next.iter().all(|next| !next.is_empty()));
        }
        assert_eq!(moment(&flow), "rehearsal-done");
        go(&mut flow, &mut host, &words.rehearsal.done);
        assert_eq!(asking(&flow).id.as_str(), "opening");
    }
}

#[test]
fn who_applies_practises_other_questions_than_who_works_there() {
    let home = home();
    let count = |phase: &str| {
        let (mut flow, mut host) = begun("nl", home.path());
        reply(&mut flow, &mut host, Reply::Pick("all".into()));
        let situation = ("situation", form(&[("phase", phase)]));
        walk_to(&mut flow, &mut host, "strengths", &[situation]);
        to(&mut flow, &mut host, Intent::Beside(Beside::Rehearsal));
        let pick = flow.words().rehearsal.pick.clone();
        go(&mut flow, &mut host, &pick);
        let AsideBody::Ways(ways) = aside(&flow).body else {
            panic!("ways")
        };
        ways
    };
    let applies = count("applying");
    let works = count("working");
    assert_eq!([applies.len(), works.len()], [10, 10]);
    let [healthy, need, now] = ["gezond", "Wat heb je nodig", "nu pas"]
        .map(|part| [&applies, &works].map(|all| all.iter().any(|ask| ask.contains(part))));
    assert_eq!(
        [healthy, need, now],
        [[true, false], [true, true], [false, true]]
    );
}

#[test]
fn the_third_time_the_employer_reacts_and_one_may_say_it_aloud() {
    let home = home();
    let (mut flow, mut host) = practising("nl", home.path());
    let first = questions(&flow).remove(0);
    let words = flow.words().rehearsal.clone();
    say(&mut flow, &mut host, "");
    assert!(aside(&flow).text.contains(&words.aloud));
    go(&mut flow, &mut host, &words.again);
    say(&mut flow, &mut host, "De tweede zin.");
    go(&mut flow, &mut host, &words.again);
    say(&mut flow, &mut host, "De derde zin.");
    assert_eq!(asking(&flow).question, *first.surprise);
    say(&mut flow, &mut host, "En dan dit.");
    let text = aside(&flow).text.join("\n");
    for said in ["De derde zin.", &*first.surprise, "En dan dit."] {
        assert!(text.contains(said), "{said}: {text}");
    }
    go(&mut flow, &mut host, &words.again);
    say(&mut flow, &mut host, "De vierde zin.");
    assert!(aside(&flow).text.join("\n").contains("De derde zin."));
}

#[test]
fn skipping_goes_on_and_not_knowing_shows_examples() {
    let home = home();
    let (mut flow, mut host) = practising("nl", home.path());
    let questions = questions(&flow);
    reply(&mut flow, &mut host, Reply::Blank(Blank::Skipped));
    assert!(asking(&flow).question.contains(&*questions[1].ask));
    reply(&mut flow, &mut host, Reply::Blank(Blank::NotKnown));
    let unknown = flow.words().rehearsal.unknown.clone();
    assert!(aside(&flow).text.contains(&unknown));
    to(&mut flow, &mut host, Intent::Back);
    assert!(asking(&flow).question.contains(&*questions[1].ask));
    to(&mut flow, &mut host, Intent::Back);
    assert!(asking(&flow).question.contains(&*questions[0].ask));
    to(&mut flow, &mut host, Intent::Back);
    assert_eq!(moment(&flow), "rehearsal-start");
    to(&mut flow, &mut host, Intent::Back);
    assert_eq!(asking(&flow).id.as_str(), "opening");
}

#[test]
fn the_order_is_chosen_and_shuffling_is_the_same_for_everybody() {
    let home = home();
    let order = |way: &dyn Fn(&Flow) -> String| {
        let (mut flow, mut host) = at_words("nl", home.path());
        to(&mut flow, &mut host, Intent::Beside(Beside::Rehearsal));
        let way = way(&flow);
        go(&mut flow, &mut host, &way);
        let mut order = Vec::new();
        while moment(&flow) != "rehearsal-done" {
            order.push(asking(&flow).question);
            reply(&mut flow, &mut host, Reply::Blank(Blank::Skipped));
        }
        order
    };
    let written = order(&|flow| flow.words().rehearsal.in_order.clone());
    let shuffled = order(&|flow| flow.words().rehearsal.shuffled.clone());
    assert_eq!(
        shuffled,
        order(&|flow| flow.words().rehearsal.shuffled.clone())
    );
    assert_ne!(written, shuffled);
    let sorted = |mut order: Vec<String>| {
        order.sort();
        order
    };
    assert_eq!(sorted(written.clone()), sorted(shuffled));
    let (mut flow, mut host) = at_words("nl", home.path());
    to(&mut flow, &mut host, Intent::Beside(Beside::Rehearsal));
    let pick = flow.words().rehearsal.pick.clone();
    go(&mut flow, &mut host, &pick);
    to(&mut flow, &mut host, Intent::Choose(5));
    assert_eq!(asking(&flow).question, written[5]);
    // Left and come back to: it goes on there.
    to(&mut flow, &mut host, Intent::Jump(StepId::new("needs")));
    to(&mut flow, &mut host, Intent::Beside(Beside::Rehearsal));
    to(&mut flow, &mut host, Intent::Choose(0));
    assert_eq!(asking(&flow).question, written[5]);
}

#[test]
fn a_sentence_goes_into_the_plan_after_a_look_at_what_it_replaces() {
    let home = home();
    let (mut flow, mut host) = practising("nl", home.path());
    let words = flow.words().rehearsal.clone();
    say(&mut flow, &mut host, "Ik begin met mijn werk.");
    let answers = flow.session().expect("a guide").answers().clone();
    go(&mut flow, &mut host, &words.to_plan);
    assert_eq!(moment(&flow), "rehearsal-lines");
    to(&mut flow, &mut host, Intent::Choose(0));
    let view = asking(&flow);
    assert_eq!(
        view.answer,
        Some(Answer::Text("Ik begin met mijn werk.".to_owned()))
    );
    assert_eq!(flow.session().expect("a guide").answers(), &answers);
    // Back leaves all as it is.
    let mut back = flow.clone();
    to(&mut back, &mut host, Intent::Back);
    to(&mut back, &mut host, Intent::Back);
    assert_eq!(moment(&back), "rehearsal-compare");
    assert_eq!(back.session().expect("a guide").answers(), &answers);
    say(&mut flow, &mut host, "Ik begin met mijn werk, graag.");
    let opening = QuestionId::new("opening");
    let said = |flow: &Flow| {
        let session = flow.session().expect("a guide");
        session.walk().answer(&opening).cloned()
    };
    let text = |text: &str| Some(Answer::Text(text.to_owned()));
    assert_eq!(said(&flow), text("Ik begin met mijn werk, graag."));
    assert!(flow.view().message.is_some(), "it is said where it is now");
    assert_eq!(moment(&flow), "rehearsal-compare");
    // What would be replaced is shown first.
    to(&mut flow, &mut host, Intent::Choose(0));
    say(&mut flow, &mut host, "Een andere zin.");
    go(&mut flow, &mut host, &words.to_plan);
    to(&mut flow, &mut host, Intent::Choose(0));
    let explain = asking(&flow).explain.expect("an explanation");
    assert!(
        explain.contains("Ik begin met mijn werk, graag."),
        "{explain}"
    );
    say(&mut flow, &mut host, &"lang ".repeat(60));
    assert!(asking(&flow).refusal.is_some(), "too long for a line");
    assert_eq!(said(&flow), text("Ik begin met mijn werk, graag."));
    say(&mut flow, &mut host, "Een andere zin.");
    assert_eq!(said(&flow), text("Een andere zin."));
}

#[test]
fn where_its_step_is_not_walked_no_sentence_goes_anywhere() {
    let home = home();
    let (mut flow, mut host) = begun("nl", home.path());
    reply(&mut flow, &mut host, Reply::Pick("sheet".into()));
    to(&mut flow, &mut host, Intent::Beside(Beside::Rehearsal));
    to(&mut flow, &mut host, Intent::Choose(0));
    say(&mut flow, &mut host, "Een zin.");
    let AsideBody::Ways(ways) = aside(&flow).body else {
        panic!("ways");
    };
    assert!(!ways.contains(&flow.words().rehearsal.to_plan));
}

#[test]
fn the_check_looks_along_and_stops_nothing() {
    let home = home();
    let (mut flow, mut host) = practising("nl", home.path());
    say(&mut flow, &mut host, "Ik had een burn-out.");
    let view = flow.view();
    assert_eq!(moment(&flow), "rehearsal-compare", "it stops nothing");
    let heed = view.heed.expect("it is said");
    let says = heed.looks[0].says();
    assert!(says.contains("burn-out"), "{says}");
    let words = flow.words().health.clone();
    assert!(says.contains(&words.goes_private), "{says}");
    let explain = weegwijzer::app::intent::HealthWish::Explain(
        heed.question.clone(),
        heed.looks[0].text.clone(),
    );
    to(&mut flow, &mut host, Intent::Health(explain));
    assert!(matches!(flow.view().stage, StageView::HealthCheck(view) if view.private));
    to(&mut flow, &mut host, Intent::Back);
    assert_eq!(moment(&flow), "rehearsal-compare");
    to(&mut flow, &mut host, Intent::Choose(0));
    assert_eq!(flow.view().heed, None);
}

#[test]
fn a_clock_runs_only_if_it_is_wanted_and_where_it_is_seen() {
    let home = home();
    let (mut flow, mut host) = at_words("nl", home.path());
    flow.tick(Tick::Touched(at(100)));
    to(&mut flow, &mut host, Intent::Beside(Beside::Rehearsal));
    let words = flow.words().rehearsal.clone();
    let gives = |flow: &Flow| asking(flow).gives.expect("which question it is");
    let shows = |flow: &Flow, minutes: u64| {
        let clock = words.clock.replace("{minutes}", &minutes.to_string());
        gives(flow).ends_with(&clock)
    };
    {
        let (mut flow, mut host) = (flow.clone(), host.clone());
        go(&mut flow, &mut host, &words.in_order);
        assert_eq!(flow.deadline(), None);
        assert!(!flow.tick(Tick::Passed(at(400))));
        assert!(!gives(&flow).contains('4'));
    }
    go(&mut flow, &mut host, &words.clock_off);
    assert_eq!(flow.deadline(), None, "it does not run yet");
    go(&mut flow, &mut host, &words.in_order);
    assert!(shows(&flow, 0));
    assert_eq!(flow.deadline(), Some(at(160)));
    assert!(!flow.tick(Tick::Passed(at(159))));
    assert!(
        !flow.tick(Tick::Touched(at(161))),
        "a key is never swallowed"
    );
    assert_eq!(flow.deadline(), Some(at(160)), "it is shown at once");
    assert!(flow.tick(Tick::Passed(at(161))));
    assert!(shows(&flow, 1));
    assert_eq!(flow.deadline(), Some(at(220)));
    say(&mut flow, &mut host, "Ja.");
    assert_eq!(flow.deadline(), None, "examples are read without haste");
    flow.tick(Tick::Touched(at(300)));
    to(&mut flow, &mut host, Intent::Choose(0));
    assert!(shows(&flow, 3));
    flow.settle(
        Settings::default(),
        SettingsFile::None,
        Vec::new(),
        FaceKind::Plain,
    );
    assert_eq!(flow.deadline(), None, "printed lines do not change");
}
