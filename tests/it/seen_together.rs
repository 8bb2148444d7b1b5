//! What a coach may not see: a person made a plan alone, practised, kept it, looked back and changed it; then a coach sits there.
//!
//! Every text at what can be done alone has the name of its topic in it. While the coach is there none of them is in the view, on
//! the map, on a screen of any size or in a line: at no question, no paper, no earlier visit, not then beside now, not in what was
//! practised, nor in anything that lies over the screen. The walk is made by dice; which places it came to is asked for.

use std::collections::BTreeSet;
use std::path::Path;

use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::Host;
use weegwijzer::app::intent::{Beside, Intent, LineWish, Meet};
use weegwijzer::app::stage::Aim;
use weegwijzer::app::view::{AsideBody, AskingView, StageView};
use weegwijzer::content::library::Library;
use weegwijzer::core::answer::{Blank, Day};
use weegwijzer::core::ask::{Ask, Reply};
use weegwijzer::core::words::{Lang, Words};

use crate::support::back::{first, looks_back, path, plan};
use crate::support::company::{CANARY, draws_nothing_alone};
use crate::support::dossier::{keep, look_at, unlock};
use crate::support::moment::{go, moment, seen, ways};
use crate::support::replies::{Dice, fitting};
use crate::support::said::{form, pick};
use crate::support::script::{begin_on, send};
use crate::support::talk::{go_on, home};
use crate::support::walk::{is_over, on_to, past_the_welcome};

/// What is said at each topic, and in practising.
const SECRETS: [(&str, &str); 4] = [
    ("past", "kanarievroeger"),
    ("self-image", "kanariezelf"),
    ("plan", "kanarieplan"),
    ("talk-card", "kanariezin"),
];
const PRACTISED: &str = "kanarieoefening";
const CHANGED: &str = "kanarieanders";

const SIZES: [(u16, u16); 4] = [(80, 24), (40, 12), (20, 6), (200, 60)];

/// What lies over a screen: nothing, help, map, review, words, prompts, menu.
const OVERLAYS: [&str; 7] = ["", "f1", "f2", "f3", "f9", "f10", "esc"];

fn words(lang: &str) -> Words {
    let words = Library::built_in().words(&Lang::new(lang));
    words.expect("the words load")
}

fn topic(flow: &Flow, view: &AskingView) -> Option<String> {
    let together = flow.session()?.guide().together();
    together.topic(&view.id).map(|topic| topic.id.to_string())
}

/// A reply with a text, where one can be typed.
fn secret(ask: &Ask, dice: &mut Dice, word: &str) -> Reply {
    for _ in 0..200 {
        let reply = fitting(ask, dice);
        let typed = !matches!(
            ask,
            Ask::Pick { .. } | Ask::Compare { .. } | Ask::Read { .. }
        );
        let said = !matches!(reply, Reply::Blank(_));
        if said && (!typed || format!("{reply:?}").contains(word)) {
            return reply;
        }
    }
    panic!("no text in {ask:?}");
}

/// What is said alone: the fixed replies, secrets at each topic; the rest is skipped.
fn say_alone(flow: &mut Flow, host: &mut Host) {
    let mut dice = SECRETS.map(|(id, word)| (id, word, Dice::saying(7, word)));
    let mut fixed = first();
    fixed.extend([
        ("told-before", pick("some")),
        ("degree", pick("general")),
        ("rehearse", pick("no")),
        ("situation", form(&[("phase", "applying")])),
        (
            "plan",
            plan(&[("manager", "none", "not-now")], SECRETS[2].1),
        ),
    ]);
    while !is_over(&flow.view().stage) {
        let intent = match flow.view().stage {
            StageView::Asking(view) => {
                let given = fixed.iter().rev().find(|(id, _)| *id == view.id.as_str());
                let topic = topic(flow, &view);
                let dice = dice
                    .iter_mut()
                    .find(|(id, ..)| Some(*id) == topic.as_deref());
                let reply = match (given, dice) {
                    (Some((_, reply)), _) => reply.clone(),
                    (None, Some((_, word, dice))) => secret(&view.ask, dice, word),
                    (None, None) if matches!(view.ask, Ask::Read { .. }) => Reply::Read,
                    (None, None) => Reply::Blank(Blank::Skipped),
                };
                Intent::Reply(view.id.clone(), reply)
            }
            StageView::Preview(_) => Intent::GoOn,
            _ => Intent::Continue,
        };
        send(flow, host, intent);
    }
}

/// Practises one question and leaves.
fn practise(flow: &mut Flow, host: &mut Host) {
    send(flow, host, Intent::Beside(Beside::Rehearsal));
    assert_eq!(moment(flow), "rehearsal-start");
    send(flow, host, Intent::Choose(0));
    let StageView::Asking(view) = flow.view().stage else {
        panic!("a question of an employer")
    };
    let said = Reply::Text(PRACTISED.to_owned());
    send(flow, host, Intent::Reply(view.id, said));
    let StageView::Aside(view) = flow.view().stage else {
        panic!("examples")
    };
    assert!(format!("{view:?}").contains(PRACTISED));
    let AsideBody::Ways(ways) = view.body else {
        panic!("ways on")
    };
    send(flow, host, Intent::Choose(ways.len() - 1));
}

fn library() -> Library {
    Library::built_in()
}

/// A plan that was made alone, looked back on and changed; before the person stands then beside now.
fn changed_alone(lang: &str, home: &Path) -> (Flow, Host) {
    let day = Day::new(2026, 12, 3);
    let (mut flow, mut host) = begin_on(library(), lang, home, "openness", day);
    past_the_welcome(&mut flow, &mut host);
    say_alone(&mut flow, &mut host);
    practise(&mut flow, &mut host);
    keep(&mut flow, &mut host, home);
    drop((flow, host));
    let (mut flow, mut host) = opened(lang, home, false);
    let words = words(lang);
    go(&mut flow, &mut host, &words.visits.revisit);
    on_to(&mut flow, &mut host, &looks_back(), &is_over);
    go(&mut flow, &mut host, &words.visits.plan);
    send(&mut flow, &mut host, Intent::Edit("plan".into()));
    let changed = plan(&[("hr", "none", "never")], CHANGED);
    send(&mut flow, &mut host, Intent::Reply("plan".into(), changed));
    while !matches!(flow.view().stage, StageView::Review(_)) {
        let intent = match flow.view().stage {
            StageView::Asking(view) => Intent::Reply(view.id, Reply::Blank(Blank::Skipped)),
            _ => Intent::Continue,
        };
        send(&mut flow, &mut host, intent);
    }
    send(&mut flow, &mut host, Intent::Back);
    (flow, host)
}

/// What was kept, opened another day.
fn opened(lang: &str, home: &Path, together: bool) -> (Flow, Host) {
    let day = Day::new(2027, 1, 5);
    let (mut flow, mut host) = begin_on(library(), lang, home, "openness", day);
    if together {
        flow.begin_together();
    }
    look_at(&mut flow, &mut host, &path(home), Aim::GoOn);
    unlock(&mut flow, &mut host);
    (flow, host)
}

/// What the place is called where the person is.
fn name(flow: &Flow) -> String {
    match flow.view().stage {
        StageView::Asking(view) if view.id.as_str().starts_with(":who-") => "who".to_owned(),
        StageView::Asking(view) => format!("asking {}", view.id.base()),
        StageView::Aside(view) => view.moment.to_owned(),
        StageView::Preview(view) => format!("paper {}", view.paper),
        StageView::Earlier(view) => format!("earlier {}", view.number),
        StageView::Welcome(_) => "welcome".to_owned(),
        StageView::Consequence(_) => "consequence".to_owned(),
        StageView::Notice(_) => "notice".to_owned(),
        StageView::Review(_) => "review".to_owned(),
        StageView::Findings(_) => "findings".to_owned(),
        StageView::HealthCheck(_) => "health".to_owned(),
        StageView::Place(_) => "place".to_owned(),
        StageView::ThenAndNow(_) => "then and now".to_owned(),
        StageView::BadGuide(_) => "bad guide".to_owned(),
        StageView::Over(_) => "over".to_owned(),
        StageView::Veiled => "veiled".to_owned(),
        StageView::Stopping => "stopping".to_owned(),
    }
}

/// Something that can be wanted now, but for what sends the coach away or does together what was done alone.
fn wanted(flow: &Flow, dice: &mut Dice) -> Intent {
    let steps = flow.session().expect("a guide").guide().steps();
    let any = match dice.below(18) {
        0 => Some(Intent::Back),
        1 => Some(Intent::Beside(Beside::Review)),
        2 => Some(Intent::Jump(steps[dice.below(steps.len())].id.clone())),
        3 => Some(Intent::Beside(Beside::Rehearsal)),
        4 => Some(Intent::Company(Meet::Plan)),
        5 => {
            let map = flow.map();
            (!map.is_empty()).then(|| map[dice.below(map.len())].wants())
        }
        6 => Some(Intent::Company(Meet::Switch)),
        7 => Some(Intent::Company(Meet::Veil)),
        8 => Some(Intent::Undo),
        _ => None,
    };
    if let Some(any) = any {
        return any;
    }
    match flow.view().stage {
        StageView::Asking(view) if view.id.as_str().starts_with(":who-") => {
            Intent::Reply(view.id.clone(), pick("alone"))
        }
        StageView::Asking(view) => {
            let reply = match view.id.as_str() {
                "ending" => pick("both"),
                "card-wanted" => pick("yes"),
                _ => fitting(&view.ask, dice),
            };
            Intent::Reply(view.id.clone(), reply)
        }
        StageView::Review(view) => {
            let rows: Vec<_> = view.steps.iter().flat_map(|step| &step.rows).collect();
            Intent::Edit(rows[dice.below(rows.len())].id.clone())
        }
        StageView::Preview(view) => {
            let lines: Vec<_> = view.blocks.iter().flat_map(|block| &block.lines).collect();
            if lines.is_empty() || dice.below(2) == 0 {
                Intent::GoOn
            } else {
                Intent::Line(lines[dice.below(lines.len())].id.clone(), LineWish::Toggle)
            }
        }
        StageView::Over(view) => {
            let papers = view.papers.len();
            let way = dice.below(papers + view.ways.len());
            if way < papers {
                Intent::Look(way)
            } else {
                Intent::Choose(way - papers)
            }
        }
        StageView::Earlier(view) => Intent::Choose(dice.below(view.ways.len())),
        StageView::ThenAndNow(view) => Intent::Choose(dice.below(view.ways.len())),
        StageView::Aside(view) => match view.body {
            // The first leaves an earlier visit, and stays together.
            AsideBody::Ways(_) if view.moment == "forget" => Intent::Choose(0),
            AsideBody::Ways(_) if view.moment == "part" => Intent::Choose(0),
            AsideBody::Ways(ways) => Intent::Choose(dice.below(ways.len())),
            AsideBody::Path { .. } | AsideBody::Secret { .. } => Intent::Back,
        },
        StageView::Findings(_) | StageView::HealthCheck(_) | StageView::Stopping => Intent::Back,
        _ => Intent::Continue,
    }
}

/// Nothing of what was said alone is there, in either face, whatever lies over it.
fn shows_nothing_alone(flow: &Flow, host: &Host, sizes: &[(u16, u16)], after: &str) {
    for &size in sizes {
        for keys in OVERLAYS {
            draws_nothing_alone(flow, host, size, keys);
        }
    }
    let script = [
        ":?", ":woorden", ":kaart", ":terug", ":alles", ":terug", ":coach", ":waarom", ":plan",
    ];
    let (_, text) = go_on(&mut flow.clone(), &mut host.clone(), &script);
    assert!(!text.contains(CANARY), "after {after}: {text}");
}

/// Looks at the place where the person is.
fn look(flow: &Flow, host: &Host, after: &str, came_to: &mut BTreeSet<String>) {
    let veiled = flow.view().stage == StageView::Veiled;
    assert!(flow.view().together || veiled, "alone after {after}");
    let seen = seen(flow);
    assert!(!seen.contains(CANARY), "after {after}: {seen}");
    let name = name(flow);
    // Each place is looked at at every size; of the many questions each at one of them.
    let turn = came_to.len() % SIZES.len();
    let sizes = if name.starts_with("asking") {
        &SIZES[turn..=turn]
    } else {
        &SIZES[..]
    };
    if came_to.insert(name) {
        shows_nothing_alone(flow, host, sizes, after);
    }
}

fn walks_with_a_coach(flow: &mut Flow, host: &mut Host, seed: u64, came_to: &mut BTreeSet<String>) {
    let mut dice = Dice::new(seed);
    let mut after = "the beginning".to_owned();
    for _ in 0..150 {
        look(flow, host, &after, came_to);
        let intent = wanted(flow, &mut dice);
        after = format!("{intent:?} at {:?}", flow.view().stage);
        send(flow, host, intent);
    }
}

/// Every earlier visit, and what can be seen and wanted there.
fn history_with_a_coach(flow: &mut Flow, host: &mut Host, came_to: &mut BTreeSet<String>) {
    // Without a plan.
    send(flow, host, Intent::Choose(4));
    assert_eq!(moment(flow), "return");
    look(flow, host, "coming back", came_to);
    let last = ways(flow).len() - 1;
    send(flow, host, Intent::Choose(last));
    assert_eq!(moment(flow), "visits");
    let count = ways(flow).len() - 1;
    assert!(count >= 2, "{:?}", ways(flow));
    for visit in 0..count {
        look(flow, host, "the list", came_to);
        send(flow, host, Intent::Choose(visit));
        let count = ways(flow).len();
        for way in 1..count {
            look(flow, host, "an earlier visit", came_to);
            let before = flow.clone();
            send(flow, host, Intent::Choose(way));
            look(flow, host, "a way at an earlier visit", came_to);
            *flow = before;
        }
        send(flow, host, Intent::Back);
    }
    send(flow, host, Intent::Back);
}

#[test]
fn a_coach_sees_nothing_of_what_was_said_alone_practised_kept_and_changed() {
    for (lang, seed) in [("nl", 3), ("en", 4)] {
        let home = home();
        let (flow, mut host) = changed_alone(lang, home.path());
        // It is all there while the person is alone.
        let mut alone = flow.clone();
        assert!(seen(&alone).contains(CHANGED) && seen(&alone).contains("kanarieplan"));
        send(&mut alone, &mut host, Intent::Beside(Beside::Review));
        for (_, word) in SECRETS {
            let changed = word == "kanarieplan";
            assert!(
                seen(&alone).contains(word) || changed,
                "{word}: {}",
                seen(&alone)
            );
        }
        assert!(seen(&alone).contains(CHANGED));

        let mut came_to = BTreeSet::new();
        let mut joined = flow;
        send(&mut joined, &mut host, Intent::Company(Meet::Switch));
        assert_eq!(moment(&joined), "join");
        send(&mut joined, &mut host, Intent::Choose(0));
        walks_with_a_coach(&mut joined, &mut host, seed, &mut came_to);
        drop((alone, joined, host));
        let (mut flow, mut host) = opened(lang, home.path(), true);
        assert_eq!(moment(&flow), "plan");
        look(&flow, &host, "opening", &mut came_to);
        history_with_a_coach(&mut flow, &mut host, &mut came_to);
        walks_with_a_coach(&mut flow, &mut host, seed + 10, &mut came_to);
        let card = format!("paper {}", card_title(&flow));
        let places = [
            "plan",
            "running",
            "part",
            "return",
            "visits",
            "forget",
            "then and now",
            "review",
            "over",
            "veiled",
            "who",
            "asking coach-rules",
            "asking next-time",
            "earlier 0",
            "earlier 1",
            &card,
        ];
        // Dice may take long to come everywhere.
        for round in 2..=8 {
            if places.iter().all(|place| came_to.contains(*place)) {
                break;
            }
            walks_with_a_coach(&mut flow, &mut host, seed + 10 * round, &mut came_to);
        }
        for place in places {
            assert!(came_to.contains(place), "{lang} {place}: {came_to:?}");
        }
        let practised = came_to.iter().any(|place| place.starts_with("rehearsal"));
        assert!(
            !practised,
            "what is practised goes with what is said in the talk"
        );
    }
}

fn card_title(flow: &Flow) -> String {
    let guide = flow.session().expect("a guide").guide().clone();
    let mut papers = guide.papers().iter();
    let card = papers.find(|paper| paper.id.as_str() == "coach-card");
    card.expect("there is a card").title.to_string()
}
