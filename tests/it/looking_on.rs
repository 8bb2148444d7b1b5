//! A coach who looks on: what is the person's own stays out of sight until they want it seen, and what was left for later is
//! found again.

use std::path::Path;

use weegwijzer::app::dossier::secret::Secret;
use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::Host;
use weegwijzer::app::intent::{Beside, Intent, Meet};
use weegwijzer::app::stage::Aim;
use weegwijzer::app::view::{OverView, PreviewView, StageView};
use weegwijzer::content::library::Library;
use weegwijzer::core::answer::Answer;
use weegwijzer::core::words::fill;
use weegwijzer::tui::run::Colors;

use crate::support::company::{CANARY, at_topic, begun_together, meet, said};
use crate::support::dossier::{PASSPHRASE, keep};
use crate::support::moment::{aside, asking, moment, ways};
use crate::support::replies::Dice;
use crate::support::said::pick;
use crate::support::screen::{drawn, rows};
use crate::support::script::{begin, send};
use crate::support::talk::{go_on, home};

const LANGS: [&str; 2] = ["nl", "en"];

fn screen(flow: &Flow, host: &Host, size: (u16, u16), keys: &str) -> (Flow, String) {
    let (mut flow, mut host) = (flow.clone(), host.clone());
    let (buffer, _) = drawn(&mut flow, &mut host, size, Colors::None, keys);
    let rows = rows(&buffer, &|cell| cell.symbol().to_owned());
    (flow, rows.join("\n"))
}

fn lines(flow: &Flow, host: &Host, script: &[&str]) -> (Flow, String) {
    let (mut flow, mut host) = (flow.clone(), host.clone());
    let (_, text) = go_on(&mut flow, &mut host, script);
    (flow, text)
}

/// Without what breaks lines.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Together, without a plan, at the first question.
fn together(lang: &str, home: &Path) -> (Flow, Host) {
    let (mut flow, mut host) = begun_together(lang, home);
    assert_eq!(moment(&flow), "plan");
    send(&mut flow, &mut host, Intent::Choose(4));
    (flow, host)
}

/// Walks on together, with every topic done together, and returns the papers on the way.
fn to_the_end(flow: &mut Flow, host: &mut Host) -> Vec<(Flow, PreviewView)> {
    let mut papers = Vec::new();
    let (mut dice, mut secret) = (Dice::new(4), Dice::saying(8, CANARY));
    for _ in 0..600 {
        let intent = match flow.view().stage {
            StageView::Over(_) => return papers,
            StageView::Asking(view) if view.id.as_str().starts_with(":who-") => {
                Intent::Reply(view.id.clone(), pick("together"))
            }
            StageView::Asking(view) => {
                let reply = said(flow, &view, &mut dice, &mut secret);
                Intent::Reply(view.id.clone(), reply)
            }
            StageView::Preview(view) => {
                papers.push((flow.clone(), *view));
                Intent::GoOn
            }
            _ => Intent::Continue,
        };
        send(flow, host, intent);
    }
    panic!("the end does not come: {:?}", flow.view().stage);
}

fn over(flow: &Flow) -> OverView {
    match flow.view().stage {
        StageView::Over(view) => view,
        other => panic!("not the end: {other:?}"),
    }
}

fn at(text: &str, part: &str) -> usize {
    let found = text.find(part);
    found.unwrap_or_else(|| panic!("{part} is not in:\n{text}"))
}

#[test]
fn a_passphrase_is_shown_only_after_the_coach_looked_away() {
    for lang in LANGS {
        let home = home();
        let place = home.path().join("mijn").to_string_lossy().into_owned();
        let (mut flow, mut host) = together(lang, home.path());
        let words = flow.words().dossier.clone();
        let mut here = flow.clone();
        let keys = |flow: &mut Flow, host: &mut Host| {
            send(flow, host, Intent::Keep);
            send(flow, host, Intent::Choose(0));
            send(flow, host, Intent::SaveAt(place.clone()));
        };
        keys(&mut flow, &mut host);
        assert_eq!(moment(&flow), "look-away");
        let view = aside(&flow);
        assert_eq!(view.text, std::slice::from_ref(&words.away_text));
        assert!(view.exact.is_empty());
        let offered = [&words.away_show, &words.phrase_own, &words.away_later];
        assert_eq!(ways(&flow), offered.map(Clone::clone));
        let (_, shown) = screen(&flow, &host, (80, 24), "");
        assert!(flat(&shown).contains(&words.away_text), "{shown}");
        for (way, at, phrase) in [(0, "offered", true), (1, "own", false), (2, "", false)] {
            let mut flow = flow.clone();
            send(&mut flow, &mut host, Intent::Choose(way));
            assert_eq!(moment(&flow), at, "{lang}");
            let has = matches!(flow.view().stage, StageView::Aside(view) if !view.exact.is_empty());
            assert_eq!(has, phrase, "{lang} {at}");
        }
        // Line by line alike.
        let save = if lang == "nl" { ":bewaar" } else { ":save" };
        let (_, text) = lines(&here, &host, &[save, "1", &place]);
        assert!(flat(&text).contains(&words.away_text), "{text}");
        assert!(!text.contains(&words.phrase_use), "{text}");
        let (_, text) = lines(&here, &host, &[save, "1", &place, "1"]);
        assert!(text.contains(&words.phrase_use), "{text}");
        // Alone it is shown at once.
        meet(&mut here, &mut host, Meet::Switch);
        send(&mut here, &mut host, Intent::Choose(1));
        keys(&mut here, &mut host);
        assert_eq!(moment(&here), "offered");
    }
}

#[test]
fn going_on_alone_is_not_one_key_away_and_the_way_out_says_no() {
    for lang in LANGS {
        let home = home();
        let (mut flow, mut host) = begun_together(lang, home.path());
        at_topic(&mut flow, &mut host, "plan");
        let id = asking(&flow).id;
        send(&mut flow, &mut host, Intent::Reply(id, pick("alone")));
        let words = flow.words().together.clone();
        let row = flow.map().into_iter().find(|row| row.topic.is_some());
        let wants = row.expect("the topic is on the map").wants();
        for wish in [Intent::Company(Meet::Switch), wants] {
            let before = flow.clone();
            let mut flow = flow.clone();
            send(&mut flow, &mut host, wish);
            assert_eq!(moment(&flow), "part");
            let offered = ways(&flow);
            assert_eq!(offered.first(), Some(&words.part_no));
            assert_eq!(offered.last(), Some(&words.part_yes));
            for keys in ["enter", "esc"] {
                let (flow, shown) = screen(&flow, &host, (80, 24), keys);
                assert!(flow.view().together, "{lang} {keys}");
                assert_eq!(flow.view().stage, before.view().stage, "{keys}");
                assert!(!shown.contains(&flow.words().menu.title), "{shown}");
            }
            let (flow, _) = lines(&flow, &host, &["1"]);
            assert_eq!(flow.view().stage, before.view().stage);
        }
    }
}

#[test]
fn what_was_left_for_later_is_asked_about_again_on_the_way_back() {
    for lang in LANGS {
        for topic in ["past", "self-image", "plan", "talk-card"] {
            let home = home();
            let (mut flow, mut host) = begun_together(lang, home.path());
            at_topic(&mut flow, &mut host, topic);
            let who = asking(&flow);
            let before = {
                let mut flow = flow.clone();
                send(&mut flow, &mut host, Intent::Back);
                asking(&flow).id
            };
            let later = flow.words().together.later_alone.clone();
            for (way, says) in [("alone", Some(later)), ("together", None)] {
                let mut flow = flow.clone();
                let chosen = Intent::Reply(who.id.clone(), pick(way));
                send(&mut flow, &mut host, chosen);
                assert_eq!(flow.view().message, says, "{lang} {topic}");
                if !matches!(flow.view().stage, StageView::Asking(_)) {
                    continue;
                }
                let back = if lang == "nl" { ":terug" } else { ":back" };
                let (by_line, text) = lines(&flow, &host, &[back]);
                assert!(flat(&text).contains(&flat(&who.question)), "{text}");
                let (by_key, _) = screen(&flow, &host, (80, 24), "f4");
                send(&mut flow, &mut host, Intent::Back);
                for flow in [&flow, &by_line, &by_key] {
                    let again = asking(flow);
                    assert_eq!(again.id, who.id, "{lang} {topic} {way}");
                    assert_eq!(again.answer, Some(Answer::One(way.into())));
                }
                send(&mut flow, &mut host, Intent::Back);
                assert_eq!(asking(&flow).id, before, "{lang} {topic} {way}");
            }
        }
    }
}

#[test]
fn a_step_with_something_held_back_is_not_done_and_the_end_names_it() {
    for lang in LANGS {
        let home = home();
        let (mut flow, mut host) = together(lang, home.path());
        let words = flow.words().clone();
        let mut dice = Dice::new(4);
        let mut named = false;
        while !matches!(flow.view().stage, StageView::Over(_)) {
            let intent = match flow.view().stage {
                StageView::Asking(view) if view.id.as_str().starts_with(":who-") => {
                    Intent::Reply(view.id.clone(), pick("alone"))
                }
                StageView::Asking(view) => {
                    let reply = said(&flow, &view, &mut dice, &mut Dice::saying(8, CANARY));
                    Intent::Reply(view.id.clone(), reply)
                }
                StageView::Preview(_) => Intent::GoOn,
                _ => Intent::Continue,
            };
            send(&mut flow, &mut host, intent);
            let session = flow.session().expect("a guide");
            let held = session.walk().held().to_vec();
            for row in flow.map().iter().filter(|row| row.topic.is_none()) {
                let is_held = held.iter().any(|held| held.step.as_ref() == Some(&row.id));
                assert!(!is_held || !row.said.contains(&words.map.done), "{row:?}");
                named |= row.said.contains(&words.together.map_alone);
            }
        }
        assert!(named, "{lang}");
        let text = over(&flow).text.join("\n");
        let together = flow.session().expect("a guide").guide().together().clone();
        for topic in together.alone.iter().filter(|topic| {
            let company = flow.session().expect("a guide").company();
            company.topics.contains_key(topic.id.as_str())
        }) {
            assert!(text.contains(&*topic.label), "{}: {text}", topic.label);
        }
    }
}

#[test]
fn who_comes_back_alone_is_first_offered_what_they_kept_for_themselves() {
    for lang in LANGS {
        let home = home();
        let (mut flow, mut host) = begun_together(lang, home.path());
        at_topic(&mut flow, &mut host, "plan");
        let id = asking(&flow).id;
        send(&mut flow, &mut host, Intent::Reply(id, pick("alone")));
        let guide = flow.session().expect("a guide").guide().clone();
        let topic = guide.together().alone.iter().find(|one| one.id == "plan");
        let label = topic.expect("there is such a topic").label.clone();
        let said = fill(&flow.words().visits.alone, &[("topic", &label)]);
        keep(&mut flow, &mut host, home.path());
        drop((flow, host));
        let path = home.path().join("mijn.weegwijzer");
        let (mut flow, mut host) = begin(Library::built_in(), lang, home.path());
        let look = flow.begin_with(&path.to_string_lossy(), Aim::GoOn);
        drop(host.run(look));
        let secret = Intent::Secret(Secret::new(PASSPHRASE));
        send(&mut flow, &mut host, secret);
        assert_eq!(moment(&flow), "who-is-here");
        assert!(!format!("{:?}", flow.view()).contains(&said));
        let mut coach = flow.clone();
        send(&mut coach, &mut host, Intent::Choose(1));
        assert!(!format!("{:?}", coach.view()).contains(&said));
        let (_, text) = lines(&flow, &host, &["1"]);
        assert!(flat(&text).contains(&said), "{text}");
        send(&mut flow, &mut host, Intent::Choose(0));
        assert_eq!(moment(&flow), "return");
        let at = ways(&flow).iter().position(|way| *way == said);
        let at = at.unwrap_or_else(|| panic!("{said} among {:?}", ways(&flow)));
        let go_on = flow.words().visits.go_on.clone();
        assert!(Some(at) < ways(&flow).iter().position(|way| *way == go_on));
        send(&mut flow, &mut host, Intent::Choose(at));
        let here = asking(&flow);
        assert_eq!(here.answer, None);
        let of = guide.together().topic(&here.id);
        assert_eq!(of.map(|topic| &*topic.id), Some("plan"), "{lang}");
        assert!(!flow.view().together);
    }
}

#[test]
fn a_private_paper_says_that_a_coach_looks_on_and_going_on_comes_first() {
    for lang in LANGS {
        let home = home();
        let (mut flow, mut host) = together(lang, home.path());
        let words = flow.words().clone();
        let papers = to_the_end(&mut flow, &mut host);
        let (at_paper, view) = papers
            .iter()
            .find(|(_, view)| view.private)
            .expect("there is a plan");
        let title = fill(&words.preview.title_watched, &[("title", &view.paper)]);
        assert_eq!(view.title, title);
        let (_, shown) = screen(at_paper, &host, (80, 400), "");
        assert!(!shown.contains(&words.preview.title_private), "{shown}");
        let save = at(&shown, &words.preview.write_private);
        assert!(at(&shown, &words.preview.go_on) < save, "{shown}");
        let (_, text) = lines(at_paper, &host, &[]);
        assert!(flat(&text).contains(&title), "{text}");
        let (next, save) = if lang == "nl" {
            (":klaar", ":bewaar")
        } else {
            (":done", ":save")
        };
        assert!(text.rfind(next) < text.rfind(save), "{text}");
        // Alone it is as it was.
        let mut alone = at_paper.clone();
        meet(&mut alone, &mut host, Meet::Switch);
        send(&mut alone, &mut host, Intent::Choose(1));
        assert!(!format!("{:?}", alone.view()).contains(&title));
    }
}

#[test]
fn the_card_has_words_of_its_own_in_both_faces() {
    for lang in LANGS {
        let home = home();
        let (mut flow, mut host) = together(lang, home.path());
        let words = flow.words().clone();
        to_the_end(&mut flow, &mut host);
        for number in 0..over(&flow).papers.len() {
            let mut flow = flow.clone();
            send(&mut flow, &mut host, Intent::Look(number));
            let StageView::Preview(view) = flow.view().stage else {
                panic!("a paper")
            };
            let (_, shown) = screen(&flow, &host, (80, 24), "");
            let (_, text) = lines(&flow, &host, &[]);
            let card = view.paper == "Onze afspraken" || view.paper == "What we agreed";
            assert_eq!(view.card, card, "{lang} {}", view.paper);
            for (text, explain) in [
                (flat(&shown), &words.preview.explain_card),
                (flat(&text), &words.plain.screens.preview_card),
            ] {
                assert_eq!(text.contains(explain), card, "{text}");
                assert_eq!(text.contains(&words.preview.title_card), card, "{text}");
                let foreign = text.contains(&words.preview.telling);
                assert!(!card || !foreign && !text.contains(&words.preview.empty));
            }
        }
    }
}

#[test]
fn at_the_end_saving_is_offered_while_nothing_is_kept() {
    for lang in LANGS {
        let home = home();
        let (mut flow, mut host) = together(lang, home.path());
        let words = flow.words().clone();
        to_the_end(&mut flow, &mut host);
        let (_, shown) = screen(&flow, &host, (80, 60), "");
        let (_, text) = lines(&flow, &host, &[]);
        for text in [&shown, &text] {
            let keep = at(text, &words.over.keep);
            assert!(at(text, &words.menu.review) < keep, "{text}");
            let stop = text.rfind(&words.menu.stop);
            assert!(stop.is_some_and(|stop| keep < stop), "{text}");
        }
        let (by_key, _) = screen(&flow, &host, (80, 60), "end up enter");
        assert_eq!(moment(&by_key), "whose");
        let item = text.lines().find(|line| line.contains(&words.over.keep));
        let item = item.expect("it is a way").trim_start();
        let number: String = item.chars().take_while(char::is_ascii_digit).collect();
        let (by_line, _) = lines(&flow, &host, &[&number]);
        assert_eq!(moment(&by_line), "whose");
        keep(&mut flow, &mut host, home.path());
        assert!(!over(&flow).keep);
    }
}

#[test]
fn practising_is_offered_together_after_it_was_agreed_on() {
    for lang in LANGS {
        let home = home();
        let (mut flow, mut host) = together(lang, home.path());
        let id = asking(&flow).id;
        send(&mut flow, &mut host, Intent::Reply(id, pick("all")));
        assert!(flow.view().can.rehearse, "the menu offers it");
        send(&mut flow, &mut host, Intent::Beside(Beside::Rehearsal));
        let who = asking(&flow).id;
        assert!(who.as_str().starts_with(":who-"), "{who}");
        let mut later = flow.clone();
        let alone = Intent::Reply(who.clone(), pick("alone"));
        send(&mut later, &mut host, alone);
        send(&mut later, &mut host, Intent::Beside(Beside::Rehearsal));
        assert_eq!(moment(&later), "part");
        let mut now = flow.clone();
        send(&mut now, &mut host, Intent::Reply(who, pick("together")));
        send(&mut later, &mut host, Intent::Choose(1));
        let says = flow.words().rehearsal.together.clone();
        for flow in [&now, &later] {
            assert_eq!(moment(flow), "rehearsal-start", "{lang}");
            assert!(aside(flow).text.contains(&says), "{lang}");
            let (_, shown) = screen(flow, &host, (80, 24), "");
            let (_, text) = lines(flow, &host, &[]);
            assert!(flat(&shown).contains(&says) && flat(&text).contains(&says));
        }
        // Alone nobody reads it out.
        send(&mut later, &mut host, Intent::Back);
        meet(&mut later, &mut host, Meet::Switch);
        send(&mut later, &mut host, Intent::Choose(1));
        send(&mut later, &mut host, Intent::Beside(Beside::Rehearsal));
        assert_eq!(moment(&later), "rehearsal-start");
        assert!(!aside(&later).text.contains(&says));
    }
}
