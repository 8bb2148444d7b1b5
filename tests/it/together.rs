//! Together with a coach: who sees what, coming and going, the cover.
//!
//! The canary: everything a person says at what they do alone has a word in it. While a coach sits there it is in no view, on no
//! map, on no screen, in no line and on no paper, whatever is wanted.

use std::path::Path;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::Host;
use weegwijzer::app::intent::{Beside, Intent, LineWish, Meet, Way};
use weegwijzer::app::stage::Aim;
use weegwijzer::app::view::{AsideBody, AskingView, StageView};
use weegwijzer::content::library::Library;
use weegwijzer::core::answer::{Answers, Choice};
use weegwijzer::core::ask::{Ask, Reply};
use weegwijzer::core::ids::{ItemId, QuestionId};
use weegwijzer::core::session::With;
use weegwijzer::paper::FORMATS;
use weegwijzer::tui::run::{Colors, Running, attend};
use weegwijzer::tui::terminal::Inbox;

use crate::parity::NoDoor;
use crate::screens::{pick, rows, snapshot};
use crate::support::dossier::{keep, moment};
use crate::support::keys::messages;
use crate::support::reading;
use crate::support::replies::{Dice, fitting};
use crate::support::script::{begin, send};
use crate::support::talk::{go_on, home, typed};

/// In everything that is said alone; in no guide and no word of the program.
pub(crate) const CANARY: &str = "kanarie";

fn started(lang: &str, home: &Path) -> (Flow, Host) {
    let (mut flow, mut host) = begin(Library::built_in(), lang, home);
    for _ in 0..3 {
        send(&mut flow, &mut host, Intent::Continue);
    }
    (flow, host)
}

pub(crate) fn begun_together(lang: &str, home: &Path) -> (Flow, Host) {
    let (mut flow, mut host) = begin(Library::built_in(), lang, home);
    flow.begin_together();
    for _ in 0..3 {
        send(&mut flow, &mut host, Intent::Continue);
    }
    (flow, host)
}

pub(crate) fn asked(flow: &Flow) -> AskingView {
    match flow.view().stage {
        StageView::Asking(view) => *view,
        other => panic!("no question: {other:?}"),
    }
}

fn reply(flow: &mut Flow, host: &mut Host, reply: Reply) {
    let id = asked(flow).id;
    send(flow, host, Intent::Reply(id, reply));
}

pub(crate) fn meet(flow: &mut Flow, host: &mut Host, wish: Meet) {
    send(flow, host, Intent::Company(wish));
}

/// A coach comes.
fn join(flow: &mut Flow, host: &mut Host) {
    meet(flow, host, Meet::Switch);
    assert_eq!(moment(flow), "join");
    send(flow, host, Intent::Choose(0));
    assert!(flow.view().together);
}

/// The coach goes.
fn part(flow: &mut Flow, host: &mut Host) {
    meet(flow, host, Meet::Switch);
    assert_eq!(moment(flow), "part");
    send(flow, host, Intent::Choose(0));
    assert!(!flow.view().together);
}

fn answers(flow: &Flow) -> Answers {
    flow.session().expect("a guide").answers().clone()
}

fn is_alone_topic(flow: &Flow, id: &QuestionId) -> bool {
    let session = flow.session().expect("a guide");
    session.guide().together().topic(id).is_some()
}

/// A reply; at what can be done alone one with the canary in it, wherever a text can stand.
pub(crate) fn said(flow: &Flow, view: &AskingView, dice: &mut Dice, secret: &mut Dice) -> Reply {
    match view.id.as_str() {
        "route" => return pick("all"),
        "ending" => return pick("both"),
        "benefit" | "card-wanted" => return pick("yes"),
        "told-before" => return pick("some"),
        "degree" => return pick("general"),
        "helpers" => {
            let both = ["coach", "relatives"].map(|id| Choice::Item(ItemId::new(id)));
            return Reply::PickMany(both.to_vec());
        }
        _ => {}
    }
    if !is_alone_topic(flow, &view.id) {
        return fitting(&view.ask, dice);
    }
    let texts = !matches!(view.ask, Ask::Pick { .. } | Ask::Read { .. });
    for _ in 0..200 {
        let reply = fitting(&view.ask, secret);
        if !texts || format!("{reply:?}").contains(CANARY) {
            return reply;
        }
    }
    panic!("{} takes no text", view.id);
}

/// Walks alone until a number of replies were given, or to the end.
fn alone(home: &Path, lang: &str, seed: u64, replies: usize) -> (Flow, Host) {
    let (mut flow, mut host) = started(lang, home);
    let (mut dice, mut secret) = (Dice::new(seed), Dice::saying(seed, CANARY));
    for _ in 0..replies {
        let intent = match flow.view().stage {
            StageView::Asking(view) => {
                let reply = said(&flow, &view, &mut dice, &mut secret);
                Intent::Reply(view.id.clone(), reply)
            }
            StageView::Preview(_) => Intent::GoOn,
            StageView::Over(_) => break,
            _ => Intent::Continue,
        };
        send(&mut flow, &mut host, intent);
    }
    (flow, host)
}

/// Everything that can be seen now.
pub(crate) fn seen(flow: &Flow) -> String {
    format!("{:?}\n{:?}", flow.view(), flow.map())
}

/// What was picked alone where no text can be typed, in words.
fn picked(lang: &str) -> [&'static str; 2] {
    if lang == "nl" {
        ["Ja, aan een paar mensen", "Met een algemene zin erbij"]
    } else {
        ["Yes, a few people", "With a general sentence added"]
    }
}

fn tells_nothing_alone(flow: &Flow, lang: &str, after: &str) {
    let seen = seen(flow);
    for word in picked(lang).into_iter().chain([CANARY]) {
        assert!(!seen.contains(word), "{word} after {after}:\n{seen}");
    }
}

/// Draws what there is now, at a size, and says whether the canary is there.
pub(crate) fn draws_nothing_alone(flow: &Flow, host: &Host, size: (u16, u16), keys: &str) {
    let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).expect("a test terminal");
    let inbox = Inbox::filled(messages(keys));
    let (mut flow, mut host) = (flow.clone(), host.clone());
    let mut running = Running::new(&mut flow, &mut host);
    attend(&mut running, &mut terminal, &inbox, &NoDoor, Colors::None);
    let drawn = rows(terminal.backend().buffer(), &|cell| {
        cell.symbol().to_owned()
    });
    assert!(!drawn.join("\n").contains(CANARY), "{}", drawn.join("\n"));
}

/// Something that can be wanted now, but for what shows what is done alone.
fn wanted(flow: &Flow, dice: &mut Dice) -> Intent {
    let steps = flow.session().expect("a guide").guide().steps();
    let any = match dice.below(15) {
        0 => Some(Intent::Back),
        1 => Some(Intent::Beside(Beside::Review)),
        2 => Some(Intent::Jump(steps[dice.below(steps.len())].id.clone())),
        3 => Some(Intent::Undo),
        4 => Some(Intent::SkipStep),
        5 => Some(Intent::Company(Meet::Plan)),
        6 => {
            let map = flow.map();
            (!map.is_empty()).then(|| map[dice.below(map.len())].wants())
        }
        7 => Some(Intent::Continue),
        8 => Some(Intent::Company(Meet::Switch)),
        9 => Some(Intent::Beside(Beside::Rehearsal)),
        _ => None,
    };
    if let Some(any) = any {
        return any;
    }
    match flow.view().stage {
        StageView::Asking(view) if view.id.as_str().starts_with(":who-") => {
            Intent::Reply(view.id.clone(), pick("alone"))
        }
        StageView::Asking(view) => Intent::Reply(view.id.clone(), fitting(&view.ask, dice)),
        StageView::Review(view) => {
            let rows: Vec<_> = view.steps.iter().flat_map(|step| &step.rows).collect();
            Intent::Edit(rows[dice.below(rows.len())].id.clone())
        }
        StageView::Preview(view) => {
            let mut lines = view.blocks.iter().flat_map(|block| &block.lines);
            match (dice.below(3), lines.next()) {
                (0, Some(line)) => Intent::Line(line.id.clone(), LineWish::Toggle),
                (1, Some(line)) => Intent::Line(line.id.clone(), LineWish::Move(Way::Down)),
                _ => Intent::GoOn,
            }
        }
        StageView::Over(view) => Intent::Look(dice.below(view.papers.len().max(1))),
        // The last of the ways stays together.
        StageView::Aside(view) => match view.body {
            AsideBody::Ways(ways) if view.moment == "plan" => {
                Intent::Choose(dice.below(ways.len()))
            }
            AsideBody::Ways(ways) => Intent::Choose(ways.len().saturating_sub(1)),
            AsideBody::Path { .. } | AsideBody::Secret { .. } => Intent::Back,
        },
        StageView::Findings(_) | StageView::HealthCheck(_) => Intent::Back,
        _ => Intent::Continue,
    }
}

#[test]
fn what_is_said_alone_is_in_no_view_on_no_screen_and_in_no_line_while_a_coach_sits_there() {
    let home = home();
    let sizes = [(20, 6), (40, 12), (80, 24), (200, 60)];
    for (seed, lang, replies) in [
        (1, "nl", 1000),
        (2, "en", 1000),
        (3, "nl", 40),
        (4, "nl", 70),
    ] {
        let (mut flow, mut host) = alone(home.path(), lang, seed, replies);
        assert!(format!("{:?}", answers(&flow)).contains(CANARY));
        join(&mut flow, &mut host);
        let mut dice = Dice::new(seed);
        for step in 0..150 {
            let intent = wanted(&flow, &mut dice);
            let before = flow.view().stage;
            let after = format!("{intent:?} at {before:?}");
            send(&mut flow, &mut host, intent);
            assert!(flow.view().together, "the coach was sent away by {after}");
            tells_nothing_alone(&flow, lang, &after);
            if step % 15 == 0 {
                for keys in ["", "f1", "m", "r", "f10", "esc"] {
                    draws_nothing_alone(&flow, &host, sizes[step / 15 % 4], keys);
                }
                let (_, text) = go_on(
                    &mut flow.clone(),
                    &mut host.clone(),
                    &[
                        ":?", ":woorden", ":kaart", ":terug", ":alles", ":coach", ":waarom",
                        ":plan",
                    ],
                );
                assert!(!text.contains(CANARY), "{text}");
            }
        }
    }
}

#[test]
fn no_paper_in_any_form_tells_what_is_done_alone() {
    let home = home();
    let (mut flow, mut host) = alone(home.path(), "nl", 5, 1000);
    join(&mut flow, &mut host);
    while !matches!(flow.view().stage, StageView::Over(_)) {
        let intent = match flow.view().stage {
            StageView::Asking(view) if view.id.as_str().starts_with(":who-") => {
                Intent::Reply(view.id.clone(), pick("alone"))
            }
            StageView::Asking(view) => {
                let reply = match view.id.as_str() {
                    "ending" => pick("both"),
                    "card-wanted" => pick("yes"),
                    _ => fitting(&view.ask, &mut Dice::new(9)),
                };
                Intent::Reply(view.id.clone(), reply)
            }
            StageView::Preview(_) => Intent::GoOn,
            StageView::Aside(_) => Intent::Choose(0),
            _ => Intent::Continue,
        };
        send(&mut flow, &mut host, intent);
    }
    let StageView::Over(over) = flow.view().stage else {
        panic!("the end")
    };
    assert!(over.papers.len() >= 2, "{over:?}");
    for number in 0..over.papers.len() {
        send(&mut flow, &mut host, Intent::Look(number));
        let all_on = |flow: &Flow| match flow.view().stage {
            StageView::Preview(view) => {
                let mut lines = view.blocks.into_iter().flat_map(|block| block.lines);
                lines.find(|line| !line.on).map(|line| line.id)
            }
            _ => None,
        };
        while let Some(line) = all_on(&flow) {
            send(&mut flow, &mut host, Intent::Line(line, LineWish::Toggle));
        }
        send(&mut flow, &mut host, Intent::Continue);
        for way in ["mine", "forms", "place"] {
            let intent = match flow.view().stage {
                StageView::Aside(_) => Intent::Choose(0),
                StageView::Asking(view) => {
                    let forms = ["txt", "md", "html", "docx", "pdf"];
                    let forms = forms.map(|id| Choice::Item(ItemId::new(id)));
                    Intent::Reply(view.id.clone(), Reply::PickMany(forms.to_vec()))
                }
                StageView::Place(view) => Intent::SaveAt(view.path),
                StageView::Findings(_) => Intent::Back,
                other => panic!("{way}: {other:?}"),
            };
            send(&mut flow, &mut host, intent);
            if matches!(flow.view().stage, StageView::Over(_)) {
                break;
            }
        }
    }
    let mut written = 0;
    for entry in std::fs::read_dir(home.path()).expect("a folder") {
        let path = entry.expect("an entry").path();
        let ending = path
            .extension()
            .expect("an end")
            .to_string_lossy()
            .into_owned();
        assert!(
            FORMATS.iter().any(|format| format.ending == ending),
            "{path:?}"
        );
        let bytes = std::fs::read(&path).expect("a file");
        let text = reading::text(&ending, &bytes);
        assert!(!text.contains(CANARY), "{path:?}: {text}");
        written += 1;
    }
    assert!(written >= 11, "{written}");
}

#[test]
fn what_is_half_typed_alone_is_not_drawn_when_a_coach_comes_nor_under_the_cover() {
    let home = home();
    let (mut flow, host) = {
        let (mut flow, mut host) = started("nl", home.path());
        reply(&mut flow, &mut host, pick("all"));
        let dice = &mut Dice::new(3);
        while asked(&flow).id.as_str() != "told-how" {
            let view = asked(&flow);
            let given = said(&flow, &view, dice, &mut Dice::saying(1, CANARY));
            reply(&mut flow, &mut host, given);
        }
        (flow, host)
    };
    let shown = |keys: &str, flow: &mut Flow| {
        let mut terminal = Terminal::new(TestBackend::new(80, 24)).expect("a test terminal");
        let inbox = Inbox::filled(messages(keys));
        let mut host = host.clone();
        let mut running = Running::new(flow, &mut host);
        attend(&mut running, &mut terminal, &inbox, &NoDoor, Colors::None);
        rows(terminal.backend().buffer(), &|cell| {
            cell.symbol().to_owned()
        })
        .join("\n")
    };
    let typed = format!("'Een_{CANARY}_half");
    assert!(shown(&typed, &mut flow.clone()).contains(CANARY));
    assert!(!shown(&format!("{typed} ctrl-d"), &mut flow.clone()).contains(CANARY));
    // Uncovered, it is there again.
    assert!(shown(&format!("{typed} ctrl-d enter"), &mut flow.clone()).contains(CANARY));
    let together = shown(&format!("{typed} ctrl-t enter"), &mut flow);
    assert!(flow.view().together);
    assert!(!together.contains(CANARY), "{together}");
}

#[test]
fn coming_and_going_changes_no_answer_and_no_place() {
    let home = home();
    for replies in [3, 12, 30, 60, 1000] {
        let (mut flow, mut host) = alone(home.path(), "nl", 7, replies);
        let before = answers(&flow);
        join(&mut flow, &mut host);
        assert_eq!(answers(&flow), before);
        part(&mut flow, &mut host);
        assert_eq!(answers(&flow), before);
    }
    // No answer to either question leaves all as it was.
    let (mut flow, mut host) = alone(home.path(), "nl", 7, 12);
    let before = seen(&flow);
    meet(&mut flow, &mut host, Meet::Switch);
    send(&mut flow, &mut host, Intent::Choose(1));
    assert_eq!(seen(&flow), before);
    meet(&mut flow, &mut host, Meet::Switch);
    send(&mut flow, &mut host, Intent::Back);
    assert_eq!(seen(&flow), before);
}

#[test]
fn what_is_agreed_on_is_asked_first_and_then_the_person_is_where_they_were() {
    let home = home();
    let (mut flow, mut host) = started("nl", home.path());
    reply(&mut flow, &mut host, pick("all"));
    reply(&mut flow, &mut host, Reply::Form(Vec::new()));
    let here = asked(&flow).id;
    join(&mut flow, &mut host);
    assert_eq!(asked(&flow).id, "coach-rules".into());
    assert!(asked(&flow).coach.is_some());
    let rules = vec![("writes".into(), "Een verslag.".to_owned())];
    reply(&mut flow, &mut host, Reply::Form(rules));
    reply(&mut flow, &mut host, Reply::Read);
    reply(&mut flow, &mut host, pick("nothing"));
    let may = Choice::Item(ItemId::new("has-coach"));
    reply(&mut flow, &mut host, Reply::PickMany(vec![may]));
    reply(&mut flow, &mut host, Reply::PickMany(Vec::new()));
    reply(&mut flow, &mut host, Reply::Day("2027-01-04".to_owned()));
    assert_eq!(asked(&flow).id, here);
    // Alone again, what was agreed stands; what was left open is not asked.
    part(&mut flow, &mut host);
    let walk = flow.session().expect("a guide").walk().clone();
    for (id, is_asked) in [
        ("coach-rules", true),
        ("may-say", true),
        ("may-until", true),
        ("who-chooses", false),
        ("next-time", false),
    ] {
        assert_eq!(walk.find(&id.into()).is_some(), is_asked, "{id}");
    }
    // A coach who is there asks it only once.
    assert!(asked(&flow).coach.is_none());
    join(&mut flow, &mut host);
    assert_eq!(asked(&flow).id, here);
}

/// Together, at the question whether a topic is done together.
pub(crate) fn at_topic(flow: &mut Flow, host: &mut Host, topic: &str) {
    let mut dice = Dice::new(11);
    for _ in 0..200 {
        let intent = match flow.view().stage {
            StageView::Asking(view) if view.id.as_str() == format!(":who-{topic}") => return,
            StageView::Asking(view) if view.id.as_str().starts_with(":who-") => {
                Intent::Reply(view.id.clone(), pick("alone"))
            }
            StageView::Asking(view) => {
                let reply = said(flow, &view, &mut dice, &mut Dice::saying(1, CANARY));
                Intent::Reply(view.id.clone(), reply)
            }
            StageView::Preview(_) => Intent::GoOn,
            StageView::Aside(view) if view.moment == "plan" => Intent::Choose(4),
            _ => Intent::Continue,
        };
        send(flow, host, intent);
    }
    panic!("{topic} is not asked about");
}

#[test]
fn each_topic_is_asked_about_before_its_first_question_and_done_as_was_chosen() {
    let home = home();
    for topic in ["past", "self-image", "plan", "talk-card"] {
        let (mut flow, mut host) = begun_together("nl", home.path());
        at_topic(&mut flow, &mut host, topic);
        let view = asked(&flow);
        assert_eq!(view.answer, None, "nothing is chosen beforehand");
        assert!(view.blanks.is_empty());
        let topic_of = |flow: &Flow| {
            let id = asked(flow).id;
            let together = flow.session().expect("a guide").guide().together().clone();
            together.topic(&id).map(|topic| topic.id.clone())
        };
        let mut shared = flow.clone();
        reply(&mut shared, &mut host, pick("together"));
        assert_eq!(topic_of(&shared).as_deref(), Some(topic));
        reply(&mut flow, &mut host, pick("alone"));
        if let StageView::Asking(_) = flow.view().stage {
            assert_ne!(topic_of(&flow).as_deref(), Some(topic));
        }
        // From the map it is opened alone, after a question; and the coach is asked back behind it.
        let row = flow
            .map()
            .into_iter()
            .find(|row| row.topic.as_deref() == Some(topic));
        send(
            &mut flow,
            &mut host,
            row.expect("the topic is on the map").wants(),
        );
        assert_eq!(moment(&flow), "part");
        let mut stays = flow.clone();
        send(&mut stays, &mut host, Intent::Choose(2));
        assert!(stays.view().together);
        send(&mut flow, &mut host, Intent::Choose(0));
        assert!(!flow.view().together);
        assert_eq!(topic_of(&flow).as_deref(), Some(topic));
        let mut dice = Dice::saying(1, CANARY);
        loop {
            let intent = match flow.view().stage {
                StageView::Asking(view) => {
                    let given = said(&flow, &view, &mut Dice::new(1), &mut dice);
                    Intent::Reply(view.id.clone(), given)
                }
                StageView::Notice(_) => Intent::Continue,
                _ => break,
            };
            send(&mut flow, &mut host, intent);
        }
        assert_eq!(moment(&flow), "again-together");
        assert!(!seen(&flow).contains(CANARY), "{}", seen(&flow));
        send(&mut flow, &mut host, Intent::Choose(0));
        assert!(flow.view().together);
        tells_nothing_alone(&flow, "nl", topic);
    }
}

#[test]
fn nothing_is_seen_under_the_cover_and_enter_goes_on() {
    let home = home();
    let (mut flow, mut host) = alone(home.path(), "nl", 5, 30);
    let before = flow.view();
    meet(&mut flow, &mut host, Meet::Veil);
    let guide = flow.session().expect("a guide").guide().clone();
    let covered = seen(&flow);
    assert_eq!(flow.view().stage, StageView::Veiled);
    assert!(!covered.contains(CANARY) && !covered.contains(&**guide.title()));
    for intent in [
        Intent::Beside(Beside::Review),
        Intent::Undo,
        Intent::SkipStep,
        Intent::Keep,
        Intent::Company(Meet::Veil),
        Intent::Copy,
    ] {
        send(&mut flow, &mut host, intent);
        assert_eq!(seen(&flow), covered);
    }
    send(&mut flow, &mut host, Intent::Continue);
    assert_eq!(flow.view().stage, before.stage);
}

#[test]
fn a_dossier_keeps_what_is_done_alone_and_asks_who_sits_there_before_it_shows_anything() {
    let home = home();
    let (mut flow, mut host) = alone(home.path(), "nl", 6, 1000);
    join(&mut flow, &mut host);
    send(&mut flow, &mut host, Intent::Jump("openness".into()));
    at_topic(&mut flow, &mut host, "plan");
    reply(&mut flow, &mut host, pick("alone"));
    let before = answers(&flow);
    keep(&mut flow, &mut host, home.path());
    drop(host);

    let path = std::fs::read_dir(home.path()).expect("a folder");
    let mut paths = path.map(|entry| entry.expect("an entry").path());
    let path = paths.find(|path| path.extension().is_some_and(|end| end == "weegwijzer"));
    let path = path.expect("a dossier").to_string_lossy().into_owned();
    let opened = |together: bool| {
        let (mut flow, mut host) = begin(Library::built_in(), "nl", home.path());
        if together {
            flow.begin_together();
        }
        let look = flow.begin_with(&path, Aim::GoOn);
        drop(host.run(look));
        send(
            &mut flow,
            &mut host,
            Intent::Secret(weegwijzer::app::dossier::secret::Secret::new(
                crate::support::dossier::PASSPHRASE,
            )),
        );
        (flow, host)
    };
    let (mut flow, mut host) = opened(false);
    assert_eq!(moment(&flow), "who-is-here");
    tells_nothing_alone(&flow, "nl", "opening");
    let mut coach = flow.clone();
    send(&mut coach, &mut host, Intent::Choose(1));
    tells_nothing_alone(&coach, "nl", "the coach is here");
    send(&mut flow, &mut host, Intent::Choose(0));
    assert!(!flow.view().together);
    assert_eq!(answers(&flow), before);
    let company = flow.session().expect("a guide").company().clone();
    assert_eq!(company.topics.get("plan"), Some(&With::Alone));
    drop((flow, host, coach));
    let (flow, _host) = opened(true);
    assert!(flow.view().together);
    assert_eq!(moment(&flow), "plan");
    tells_nothing_alone(&flow, "nl", "opening together");
}

#[test]
fn the_screens_of_a_talk() {
    let home = home();
    for (lang, ending) in [("nl", ""), ("en", "-english")] {
        let shot = |name: &str, flow: &Flow, host: &Host, keys: &str| {
            snapshot(&format!("{name}{ending}"), flow, host, keys);
        };
        let (mut flow, mut host) = started(lang, home.path());
        meet(&mut flow, &mut host, Meet::Switch);
        shot("together-join", &flow, &host, "");
        let (mut flow, mut host) = begun_together(lang, home.path());
        shot("together-plan", &flow, &host, "");
        send(&mut flow, &mut host, Intent::Choose(0));
        shot("together-first", &flow, &host, "");
        shot("together-coach", &flow, &host, "f10");
        shot("together-running", &flow, &host, "esc g");
        shot("together-menu", &flow, &host, "esc");
        shot("together-cover", &flow, &host, "ctrl-d");
        shot("together-part", &flow, &host, "ctrl-t");
        at_topic(&mut flow, &mut host, "plan");
        shot("together-who", &flow, &host, "");
        reply(&mut flow, &mut host, pick("alone"));
        shot("together-map", &flow, &host, "f2");
        let row = flow.map().into_iter().find(|row| row.topic.is_some());
        send(
            &mut flow,
            &mut host,
            row.expect("the topic is on the map").wants(),
        );
        shot("together-open", &flow, &host, "");
    }
}

#[test]
fn a_word_that_had_its_note_alone_is_not_explained_to_a_coach() {
    let home = home();
    let script = format!(
        " |  |  | 3 | :overslaan | :overslaan | :overslaan | :overslaan |  | 2 | {CANARY} door mijn depressie |  | \
         :samen | 1 | :waarom | :kaart | :terug | :alles | :stop | 1"
    );
    let (mut flow, mut host) = crate::support::talk::start("nl", home.path());
    let (_, text) = go_on(&mut flow, &mut host, &typed(&script));
    let (before, after) = text.split_once("> :samen").expect("a coach comes");
    assert!(
        before.contains("depressie") && flow.view().together,
        "{text}"
    );
    assert!(!after.contains(CANARY), "{after}");
}

#[test]
fn a_talk_line_by_line() {
    for (lang, name, script) in [
        (
            "nl",
            "together_nl",
            "|  |  | 1 | :coach | een verslag |  |  |  | 1 | :gesprek | 1 | 2 | 1 | :overslaan | :afdekken |  | :kaart | :terug | \
             :alleen | 2 | :alleen | 1 | :samen | 1 | :gesprek | 2 | :stop | 1",
        ),
        (
            "en",
            "together_en",
            "|  |  | 1 | :coach | a report |  |  |  | 1 | :meeting | 1 | 2 | 1 | :skip | :cover |  | :map | :back | \
             :alone | 2 | :alone | 1 | :together | 1 | :meeting | 2 | :stop | 1",
        ),
    ] {
        let home = home();
        let (mut flow, mut host) = crate::support::talk::start(lang, home.path());
        flow.begin_together();
        let (_, text) = go_on(&mut flow, &mut host, &typed(script));
        insta::with_settings!({omit_expression => true}, {
            insta::assert_snapshot!(name, text);
        });
    }
}

#[test]
fn with_a_coach_no_computer_is_taken_for_the_persons_own() {
    for together in [false, true] {
        let home = home();
        let (mut flow, mut host) = started("nl", home.path());
        if together {
            join(&mut flow, &mut host);
        }
        send(&mut flow, &mut host, Intent::Keep);
        let StageView::Aside(view) = flow.view().stage else {
            panic!("whose computer")
        };
        assert_eq!(view.moment, "whose");
        assert_eq!(view.start, usize::from(together));
    }
}
