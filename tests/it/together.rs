//! Together with a coach: coming and going, what is agreed on, the topics, the cover, and how it is seen.

use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::Host;
use weegwijzer::app::intent::{Beside, Intent, Meet};
use weegwijzer::app::stage::Aim;
use weegwijzer::app::view::StageView;
use weegwijzer::content::library::Library;
use weegwijzer::core::answer::Choice;
use weegwijzer::core::ask::Reply;
use weegwijzer::core::ids::ItemId;
use weegwijzer::core::session::With;

use crate::support::back::path;
use crate::support::company::{
    CANARY, alone, at_topic, begun_together, join, meet, part, said, tells_nothing_alone,
};
use crate::support::dossier::{keep, look_at, unlock};
use crate::support::moment::{answers, asking, moment, reply, seen};
use crate::support::replies::Dice;
use crate::support::said::pick;
use crate::support::screen::snapshot;
use crate::support::script::{begin, send};
use crate::support::talk::{go_on, home, start, typed};
use crate::support::walk::begun;

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
    let (mut flow, mut host) = begun("nl", home.path());
    reply(&mut flow, &mut host, pick("all"));
    reply(&mut flow, &mut host, Reply::Form(Vec::new()));
    let here = asking(&flow).id;
    join(&mut flow, &mut host);
    assert_eq!(asking(&flow).id, "coach-rules".into());
    assert!(asking(&flow).coach.is_some());
    let rules = vec![("writes".into(), "Een verslag.".to_owned())];
    reply(&mut flow, &mut host, Reply::Form(rules));
    reply(&mut flow, &mut host, Reply::Read);
    reply(&mut flow, &mut host, pick("nothing"));
    let may = Choice::Item(ItemId::new("has-coach"));
    reply(&mut flow, &mut host, Reply::PickMany(vec![may]));
    reply(&mut flow, &mut host, Reply::PickMany(Vec::new()));
    reply(&mut flow, &mut host, Reply::Day("2027-01-04".to_owned()));
    assert_eq!(asking(&flow).id, here);
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
    assert!(asking(&flow).coach.is_none());
    join(&mut flow, &mut host);
    assert_eq!(asking(&flow).id, here);
}

#[test]
fn each_topic_is_asked_about_before_its_first_question_and_done_as_was_chosen() {
    let home = home();
    for topic in ["past", "self-image", "plan", "talk-card"] {
        let (mut flow, mut host) = begun_together("nl", home.path());
        at_topic(&mut flow, &mut host, topic);
        let view = asking(&flow);
        assert_eq!(view.answer, None, "nothing is chosen beforehand");
        assert!(view.blanks.is_empty());
        let topic_of = |flow: &Flow| {
            let id = asking(flow).id;
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
        send(&mut stays, &mut host, Intent::Choose(0));
        assert!(stays.view().together);
        send(&mut flow, &mut host, Intent::Choose(2));
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

    let path = path(home.path());
    let opened = |together: bool| {
        let (mut flow, mut host) = begin(Library::built_in(), "nl", home.path());
        if together {
            flow.begin_together();
        }
        look_at(&mut flow, &mut host, &path, Aim::GoOn);
        unlock(&mut flow, &mut host);
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
        let (mut flow, mut host) = begun(lang, home.path());
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
fn a_talk_line_by_line() {
    for (lang, name, script) in [
        (
            "nl",
            "together_nl",
            "|  |  | 1 | :coach | een verslag |  |  |  | 1 | :gesprek | 1 | 2 | 1 | :overslaan | :afdekken |  | :kaart | :terug | \
             :alleen | 1 | :alleen | 2 | :samen | 1 | :gesprek | 2 | :stop | 1",
        ),
        (
            "en",
            "together_en",
            "|  |  | 1 | :coach | a report |  |  |  | 1 | :meeting | 1 | 2 | 1 | :skip | :cover |  | :map | :back | \
             :alone | 1 | :alone | 2 | :together | 1 | :meeting | 2 | :stop | 1",
        ),
    ] {
        let home = home();
        let (mut flow, mut host) = start(lang, home.path());
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
        let (mut flow, mut host) = begun("nl", home.path());
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
