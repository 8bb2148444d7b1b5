//! Practising the talk: the person answers first, drafts stay drafts and are not lost, and nothing ticks while nobody waits.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use weegwijzer::app::archive::Archive;
use weegwijzer::app::dossier::content::Practised;
use weegwijzer::app::dossier::secret::Secret;
use weegwijzer::app::effect::{Copy, Effect};
use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::Host;
use weegwijzer::app::intent::{Beside, FaceKind, Intent};
use weegwijzer::app::settings::{Settings, SettingsFile};
use weegwijzer::app::stage::Aim;
use weegwijzer::app::time::{Moment, Tick};
use weegwijzer::app::view::{AsideBody, AsideView, AskingView, StageView};
use weegwijzer::content::library::Library;
use weegwijzer::core::answer::{Answer, Blank};
use weegwijzer::core::ask::{Ask, Reply};
use weegwijzer::core::guide::Reader;
use weegwijzer::core::ids::{QuestionId, StepId};
use weegwijzer::core::rehearsal::{EmployerQuestion, MayAsk};
use weegwijzer::core::words::Lang;
use weegwijzer::tui::run::Colors;

use crate::screens::{drawn, snapshot};
use crate::support::dossier::{PASSPHRASE, keep, keep_in, moment};
use crate::support::keys::bytes;
use crate::support::pty::{Folders, Program, found_in};
use crate::support::script::{begin, send};
use crate::support::talk;

/// In every draft.
const DRAFT: &str = "conceptvogel";

fn home() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

fn to(flow: &mut Flow, host: &mut Host, intent: Intent) {
    assert!(send(flow, host, intent), "the program goes on");
}

fn asking(flow: &Flow) -> AskingView {
    match flow.view().stage {
        StageView::Asking(asking) => *asking,
        other => panic!("a question: {other:?}"),
    }
}

pub(crate) fn aside(flow: &Flow) -> AsideView {
    match flow.view().stage {
        StageView::Aside(aside) => aside,
        other => panic!("beside the questions: {other:?}"),
    }
}

fn reply(flow: &mut Flow, host: &mut Host, reply: Reply) {
    let id = asking(flow).id;
    to(flow, host, Intent::Reply(id, reply));
}

pub(crate) fn say(flow: &mut Flow, host: &mut Host, text: &str) {
    reply(flow, host, Reply::Text(text.to_owned()));
}

/// The way that reads like this.
pub(crate) fn choose(flow: &mut Flow, host: &mut Host, way: &str) {
    let AsideBody::Ways(ways) = aside(flow).body else {
        panic!("ways");
    };
    let number = ways.iter().position(|one| one == way);
    let number = number.unwrap_or_else(|| panic!("{way} among {ways:?}"));
    to(flow, host, Intent::Choose(number));
}

/// On the long route, at a question of the step in which practising is offered.
fn at_words(lang: &str, home: &Path) -> (Flow, Host) {
    let (mut flow, mut host) = begin(Library::built_in(), lang, home);
    for _ in 0..3 {
        to(&mut flow, &mut host, Intent::Continue);
    }
    reply(&mut flow, &mut host, Reply::Pick("all".into()));
    to(&mut flow, &mut host, Intent::Jump(StepId::new("words")));
    (flow, host)
}

/// Passes by every question until one.
fn pass_to(flow: &mut Flow, host: &mut Host, question: &str) {
    while asking(flow).id.as_str() != question {
        let pass = match asking(flow).ask {
            Ask::Read { .. } => Reply::Read,
            _ => Reply::Blank(Blank::Skipped),
        };
        reply(flow, host, pass);
    }
}

/// Practising has begun, at the first question, in the order of the author.
pub(crate) fn practising(lang: &str, home: &Path) -> (Flow, Host) {
    let (mut flow, mut host) = at_words(lang, home);
    to(&mut flow, &mut host, Intent::Beside(Beside::Rehearsal));
    assert_eq!(moment(&flow), "rehearsal-start");
    let in_order = flow.words().rehearsal.in_order.clone();
    choose(&mut flow, &mut host, &in_order);
    (flow, host)
}

fn questions(flow: &Flow) -> Vec<EmployerQuestion> {
    let rehearsal = &flow.opened().expect("a guide").loaded.rehearsal;
    rehearsal.as_ref().expect("a rehearsal").questions.clone()
}

/// Everything that stands before the person.
fn seen(flow: &Flow) -> String {
    format!("{:?}", flow.view())
}

#[test]
fn it_is_offered_after_its_step_and_in_the_menu_and_at_the_end() {
    let home = home();
    let (flow, mut host) = at_words("nl", home.path());
    assert!(flow.view().can.rehearse, "in the menu");
    let mut ends = Vec::new();
    for answer in ["yes", "no"] {
        let mut flow = flow.clone();
        pass_to(&mut flow, &mut host, "rehearse");
        reply(&mut flow, &mut host, Reply::Pick(answer.into()));
        if answer == "yes" {
            assert_eq!(moment(&flow), "rehearsal-start");
            let leave = flow.words().rehearsal.leave.clone();
            choose(&mut flow, &mut host, &leave);
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
    for _ in 0..3 {
        to(&mut flow, &mut host, Intent::Continue);
    }
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
                choose(&mut flow, &mut host, &words.rehearsal.law);
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
        choose(&mut flow, &mut host, &words.rehearsal.done);
        assert_eq!(asking(&flow).id.as_str(), "opening");
    }
}

#[test]
fn the_third_time_the_employer_reacts_and_one_may_say_it_aloud() {
    let home = home();
    let (mut flow, mut host) = practising("nl", home.path());
    let first = questions(&flow).remove(0);
    let words = flow.words().rehearsal.clone();
    say(&mut flow, &mut host, "");
    assert!(aside(&flow).text.contains(&words.aloud));
    choose(&mut flow, &mut host, &words.again);
    say(&mut flow, &mut host, "De tweede zin.");
    choose(&mut flow, &mut host, &words.again);
    say(&mut flow, &mut host, "De derde zin.");
    assert_eq!(asking(&flow).question, *first.surprise);
    say(&mut flow, &mut host, "En dan dit.");
    let text = aside(&flow).text.join("\n");
    for said in ["De derde zin.", &*first.surprise, "En dan dit."] {
        assert!(text.contains(said), "{said}: {text}");
    }
    choose(&mut flow, &mut host, &words.again);
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
        choose(&mut flow, &mut host, &way);
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
    choose(&mut flow, &mut host, &pick);
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
    choose(&mut flow, &mut host, &words.to_plan);
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
    choose(&mut flow, &mut host, &words.to_plan);
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
    let (mut flow, mut host) = begin(Library::built_in(), "nl", home.path());
    for _ in 0..3 {
        to(&mut flow, &mut host, Intent::Continue);
    }
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

/// What is kept in a dossier of practising.
fn kept(home: &Path) -> BTreeMap<String, Vec<Practised>> {
    let mut archive =
        Archive::new(std::sync::Arc::new(weegwijzer::app::disk::System), None).with_work(2);
    let path = home.join("mijn.weegwijzer");
    let content = archive.open(&path, &Secret::new(PASSPHRASE), Copy::File);
    content.expect("it opens").practised
}

#[test]
fn drafts_are_in_the_dossier_at_once_and_come_back_from_it() {
    let home = home();
    let (mut flow, mut host) = practising("nl", home.path());
    keep(&mut flow, &mut host, home.path());
    say(&mut flow, &mut host, DRAFT);
    let words = flow.words().rehearsal.clone();
    choose(&mut flow, &mut host, &words.again);
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
    let expected = BTreeMap::from([(question, vec![tried(DRAFT), tried("")])]);
    assert_eq!(kept(home.path()), expected);
    let (mut flow, mut host) = begin(Library::built_in(), "nl", home.path());
    let path = home.path().join("mijn.weegwijzer");
    let effect = flow.begin_with(&path.to_string_lossy(), Aim::GoOn);
    let weegwijzer::app::host::Ran::Outcome(found) = host.run(effect) else {
        panic!("it is looked for");
    };
    to(&mut flow, &mut host, Intent::Done(found));
    to(
        &mut flow,
        &mut host,
        Intent::Secret(Secret::new(PASSPHRASE)),
    );
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
    to(
        &mut flow,
        &mut host,
        Intent::Secret(Secret::new(PASSPHRASE)),
    );
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
    let (mut flow, mut host) = begin(Library::built_in(), "nl", home.path());
    for _ in 0..3 {
        to(&mut flow, &mut host, Intent::Continue);
    }
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

fn at(seconds: u64) -> Moment {
    Moment::at(Duration::from_secs(seconds))
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
        choose(&mut flow, &mut host, &words.in_order);
        assert_eq!(flow.deadline(), None);
        assert!(!flow.tick(Tick::Passed(at(400))));
        assert!(!gives(&flow).contains('4'));
    }
    choose(&mut flow, &mut host, &words.clock_off);
    assert_eq!(flow.deadline(), None, "it does not run yet");
    choose(&mut flow, &mut host, &words.in_order);
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

#[test]
fn every_moment_of_it_is_seen_at_every_size_in_both_languages() {
    for lang in ["nl", "en"] {
        let (mut flow, mut host) = practising(lang, Path::new("/home/test"));
        let words = flow.words().rehearsal.clone();
        let shot = |name: &str, flow: &Flow, host: &Host| {
            snapshot(&format!("{name}-{lang}"), flow, host, "");
        };
        let said = match lang {
            "nl" => "Ik zorgde voor mezelf, na een burn-out.",
            _ => "I took care of myself, after a burn-out.",
        };
        to(&mut flow, &mut host, Intent::Back);
        shot("rehearsal-start", &flow, &host);
        choose(&mut flow, &mut host, &words.in_order);
        shot("rehearsal-asked", &flow, &host);
        say(&mut flow, &mut host, said);
        shot("rehearsal-heeded", &flow, &host);
        to(&mut flow, &mut host, Intent::Choose(0));
        say(&mut flow, &mut host, "Prima.");
        shot("rehearsal-not-allowed", &flow, &host);
        choose(&mut flow, &mut host, &words.law);
        shot("rehearsal-law", &flow, &host);
        reply(&mut flow, &mut host, Reply::Read);
        for _ in 0..2 {
            choose(&mut flow, &mut host, &words.again);
            say(&mut flow, &mut host, "Prima.");
        }
        shot("rehearsal-surprised", &flow, &host);
        say(&mut flow, &mut host, "Ja.");
        shot("rehearsal-third", &flow, &host);
        choose(&mut flow, &mut host, &words.to_plan);
        shot("rehearsal-lines", &flow, &host);
        to(&mut flow, &mut host, Intent::Choose(0));
        shot("rehearsal-line", &flow, &host);
        to(&mut flow, &mut host, Intent::Back);
        to(&mut flow, &mut host, Intent::Back);
        while moment(&flow) == "rehearsal-compare" {
            to(&mut flow, &mut host, Intent::Choose(0));
            if moment(&flow).is_empty() {
                reply(&mut flow, &mut host, Reply::Blank(Blank::NotKnown));
            }
        }
        shot("rehearsal-done", &flow, &host);
    }
}

#[test]
fn line_by_line_in_both_languages() {
    for (lang, script) in [
        (
            "nl",
            ":oefenen | 4 | 1 | :weer | :uitleg | | 1 | :lieverniet | Ik heb een psycholoog. | :waarom | :terug | 2 | \
             Dat is privé. | :weer | 2 | Prima. | Nee hoor. | :terug | :houden | 3 | 1 | :houden | 4 | | 1 | \
             :overslaan | :weetniet | :terug | | 5 | :stop | ja",
        ),
        (
            "en",
            ":practise | 3 | 9 | Later. | 4 | | 1 | Because I can. | 2 | | 2 | Once more. | | 1 | 1 | :stop | 1",
        ),
    ] {
        let home = talk::home();
        let (mut flow, mut host) = at_words(lang, home.path());
        let (_, text) = talk::go_on(&mut flow, &mut host, &talk::typed(script));
        insta::with_settings!({omit_expression => true}, {
            insta::assert_snapshot!(format!("rehearsal_{lang}"), text);
        });
    }
}

#[test]
fn both_faces_practise_alike() {
    let home = home();
    let (flow, host) = at_words("nl", home.path());
    for (keys, lines) in [
        ("esc f enter 'Ja_graag. enter", ":oefenen | 1 | Ja graag."),
        (
            "esc f down enter 'Ja. enter enter enter enter f6 f5",
            ":oefenen | 2 | Ja. | 1 |  | 1 | :overslaan | :weetniet",
        ),
        (
            "esc f down*2 enter down*4 enter 'Een. enter down enter 'Twee. enter down enter 'Drie. enter 'Vier. enter \
             down*2 enter down enter enter f4 f4",
            ":oefenen | 3 | 5 | Een. | 2 | Twee. | 2 | Drie. | Vier. | 3 | 2 | :houden | :terug | :terug",
        ),
        (
            "esc f down*3 enter up*3 enter f4",
            ":oefenen | 4 | 1 | :terug",
        ),
    ] {
        for size in [(20, 6), (80, 24)] {
            let (mut by_keys, mut door) = (flow.clone(), host.clone());
            drawn(&mut by_keys, &mut door, size, Colors::None, keys);
            let (mut by_lines, mut door) = (flow.clone(), host.clone());
            talk::go_on(&mut by_lines, &mut door, &talk::typed(lines));
            assert_ne!(by_keys.view(), flow.view(), "{keys}");
            assert_eq!(by_keys.view(), by_lines.view(), "{keys} at {size:?}");
        }
    }
}

/// In a real terminal: from the first screen to a draft that is sealed, hidden, and there again.
#[test]
fn in_a_terminal_a_draft_is_kept_hidden_and_found_again() {
    let folders = Folders::new();
    let words = Library::built_in()
        .words(&Lang::base())
        .expect("the words load");
    let (dossier, rehearsal) = (&words.dossier, &words.rehearsal);
    let question = "Waarom werkte je een tijd niet?";
    let mut program = Program::start(&folders, &[]);
    for (sign, keys) in [
        (&*words.welcome.first_title, bytes("enter")),
        (&words.welcome.second_title, bytes("enter")),
        (&words.welcome.third_title, bytes("enter")),
        ("Hoeveel tijd heb je nu?", bytes("enter")),
        ("Waar sta je nu", bytes("esc")),
        (&words.menu.rehearse, bytes("f")),
        (&rehearsal.in_order, bytes("enter")),
        (question, format!("{DRAFT}\r")),
    ] {
        program.wait_for(sign);
        program.press(&keys);
    }
    program.wait_for(&rehearsal.again);
    keep_in(&mut program, dossier);
    for (sign, keys) in [
        (&*rehearsal.again, bytes("down enter")),
        (&rehearsal.explain, format!("tweede {DRAFT}\r")),
    ] {
        program.wait_for(sign);
        program.press(&keys);
    }
    program.wait_for(&format!("tweede {DRAFT}"));
    program.wait_for(&rehearsal.again);
    program.press("\u{11}");
    assert_eq!(program.end(), 0);
    assert!(!program.everything().contains(DRAFT));
    assert_eq!(
        found_in(&folders.files(), DRAFT, &[]),
        Vec::<std::path::PathBuf>::new(),
        "it is sealed"
    );
    let file = folders.home().join("weegwijzer/mijn-antwoorden.weegwijzer");
    let mut program = Program::start(&folders, &["open", &file.to_string_lossy(), "--plain"]);
    program.wait_for("Wachtzin:");
    program.press(&format!("{PASSPHRASE}\n"));
    program.wait_for("Waar sta je nu");
    program.press(":oefenen\n1\n");
    program.wait_for_new(question);
    program.press_from_here("derde\n");
    program.wait_for_new("De werkgever zegt niets en wacht.");
    program.press_from_here("\n");
    program.wait_for_new(&rehearsal.examples);
    program.press_from_here(":terug\n:terug\n:terug\n");
    program.wait_for_new(&rehearsal.in_order);
    program.press(":stop\n");
    assert_eq!(program.end(), 0);
}
