//! A coach in a test: who comes, goes and sits there, and what the person says alone with a canary in it.

use std::path::Path;

use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::Host;
use weegwijzer::app::intent::{Intent, Meet};
use weegwijzer::app::view::{AskingView, StageView};
use weegwijzer::content::library::Library;
use weegwijzer::core::answer::Choice;
use weegwijzer::core::ask::{Ask, Reply};
use weegwijzer::core::ids::{ItemId, QuestionId};
use weegwijzer::tui::run::Colors;

use crate::support::moment::{moment, seen};
use crate::support::replies::{Dice, fitting};
use crate::support::said::pick;
use crate::support::screen::{drawn, rows};
use crate::support::script::{begin, send};
use crate::support::walk::{begun, past_the_welcome};

/// In everything that is said alone; in no guide and no word of the program.
pub(crate) const CANARY: &str = "kanarie";

/// With a coach from the first screen, at the first moment after the welcome.
pub(crate) fn begun_together(lang: &str, home: &Path) -> (Flow, Host) {
    let (mut flow, mut host) = begin(Library::built_in(), lang, home);
    flow.begin_together();
    past_the_welcome(&mut flow, &mut host);
    (flow, host)
}

pub(crate) fn meet(flow: &mut Flow, host: &mut Host, wish: Meet) {
    send(flow, host, Intent::Company(wish));
}

/// A coach comes.
pub(crate) fn join(flow: &mut Flow, host: &mut Host) {
    meet(flow, host, Meet::Switch);
    assert_eq!(moment(flow), "join");
    send(flow, host, Intent::Choose(0));
    assert!(flow.view().together);
}

/// The coach goes.
pub(crate) fn part(flow: &mut Flow, host: &mut Host) {
    meet(flow, host, Meet::Switch);
    assert_eq!(moment(flow), "part");
    send(flow, host, Intent::Choose(1));
    assert!(!flow.view().together);
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
pub(crate) fn alone(home: &Path, lang: &str, seed: u64, replies: usize) -> (Flow, Host) {
    let (mut flow, mut host) = begun(lang, home);
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

/// What was picked alone where no text can be typed, in words.
fn picked(lang: &str) -> [&'static str; 2] {
    if lang == "nl" {
        ["Ja, aan een paar mensen", "Met een algemene zin erbij"]
    } else {
        ["Yes, a few people", "With a general sentence added"]
    }
}

/// Nothing of it is in the view or on the map.
pub(crate) fn tells_nothing_alone(flow: &Flow, lang: &str, after: &str) {
    let seen = seen(flow);
    for word in picked(lang).into_iter().chain([CANARY]) {
        assert!(!seen.contains(word), "{word} after {after}:\n{seen}");
    }
}

/// Draws what there is now, at a size, and says whether the canary is there.
pub(crate) fn draws_nothing_alone(flow: &Flow, host: &Host, size: (u16, u16), keys: &str) {
    let (mut flow, mut host) = (flow.clone(), host.clone());
    let (buffer, _) = drawn(&mut flow, &mut host, size, Colors::None, keys);
    let drawn = rows(&buffer, &|cell| cell.symbol().to_owned()).join("\n");
    assert!(!drawn.contains(CANARY), "{drawn}");
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
