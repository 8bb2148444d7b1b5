//! What is done alone is unseen by a coach, whatever is wanted.
//!
//! The canary: everything a person says at what they do alone has a word in it. While a coach sits there it is in no view, on no
//! map, on no screen, in no line and on no paper.

use weegwijzer::app::flow::Flow;
use weegwijzer::app::intent::{Beside, Intent, LineWish, Meet, Way};
use weegwijzer::app::view::{AsideBody, StageView};
use weegwijzer::core::answer::Choice;
use weegwijzer::core::ask::Reply;
use weegwijzer::core::ids::ItemId;
use weegwijzer::paper::FORMATS;
use weegwijzer::tui::run::Colors;

use crate::support::company::{
    CANARY, alone, draws_nothing_alone, join, said, tells_nothing_alone,
};
use crate::support::moment::{answers, asking, reply};
use crate::support::reading;
use crate::support::replies::{Dice, fitting};
use crate::support::said::pick;
use crate::support::screen::{drawn, rows};
use crate::support::script::send;
use crate::support::talk::{go_on, home, start, typed};
use crate::support::walk::begun;

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
        // The last of the ways stays together; where it is asked whether to go on alone, the first does.
        StageView::Aside(view) => match view.body {
            AsideBody::Ways(ways) if view.moment == "plan" => {
                Intent::Choose(dice.below(ways.len()))
            }
            AsideBody::Ways(_) if view.moment == "part" => Intent::Choose(0),
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
        let (mut flow, mut host) = begun("nl", home.path());
        reply(&mut flow, &mut host, pick("all"));
        let dice = &mut Dice::new(3);
        while asking(&flow).id.as_str() != "told-how" {
            let view = asking(&flow);
            let given = said(&flow, &view, dice, &mut Dice::saying(1, CANARY));
            reply(&mut flow, &mut host, given);
        }
        (flow, host)
    };
    let shown = |keys: &str, flow: &mut Flow| {
        let (buffer, _) = drawn(flow, &mut host.clone(), (80, 24), Colors::None, keys);
        rows(&buffer, &|cell| cell.symbol().to_owned()).join(
            "
",
        )
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
fn a_word_that_had_its_note_alone_is_not_explained_to_a_coach() {
    let home = home();
    let script = format!(
        " |  |  | 3 | :overslaan | :overslaan | :overslaan | :overslaan |  | 2 | {CANARY} door mijn depressie |  | \
         :samen | 1 | :waarom | :kaart | :terug | :alles | :stop | 1"
    );
    let (mut flow, mut host) = start("nl", home.path());
    let (_, text) = go_on(&mut flow, &mut host, &typed(&script));
    let (before, after) = text.split_once("> :samen").expect("a coach comes");
    assert!(
        before.contains("depressie") && flow.view().together,
        "{text}"
    );
    assert!(!after.contains(CANARY), "{after}");
}
