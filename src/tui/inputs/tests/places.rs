//! Order, scales and comparisons.

use super::{offers, opened, press, replies, shows, words};
use crate::core::answer::{Answer, Choice};
use crate::core::ask::{Ask, CompareColumn, Offer, Reply};
use crate::core::ids::ItemId;
use crate::core::phrase::Phrase;
use crate::tui::inputs::{Ctx, Heard};
use crate::tui::keymap::Keys;
use crate::tui::marks::Marks;

fn rank() -> Ask {
    Ask::Rank {
        offers: offers(&["een", "twee", "drie"]),
        top: 2,
    }
}

#[test]
fn the_order_is_the_order_of_picking_until_it_is_changed() {
    for (script, expected) in [
        ("enter", vec![]),
        ("down space up space enter", vec!["twee", "een"]),
        ("down space up space left enter", vec!["een", "twee"]),
        ("space down space '+ enter", vec!["twee", "een"]),
        ("space down space up right enter", vec!["twee", "een"]),
        ("space right left '- enter", vec!["een"]),
        (
            "space down space down space enter",
            vec!["een", "twee", "drie"],
        ),
        ("space down space up space enter", vec!["twee"]),
    ] {
        let ids: Vec<ItemId> = expected.into_iter().map(ItemId::new).collect();
        replies(&rank(), None, script, Reply::Rank(ids));
    }
}

#[test]
fn the_order_is_shown_in_the_list_and_below_it() {
    let earlier = Answer::Many(vec![Choice::Item("drie".into())]);
    shows(
        &rank(),
        Some(&earlier),
        "space",
        30,
        24,
        "> [2] een <\n  [ ] twee\n  [1] drie\nGekozen: 2 van hoogstens 2\n  1. drie\n  2. een\n",
    );
}

fn scale(lowest: i64, highest: i64, poles: bool) -> Ask {
    Ask::Scale {
        lowest,
        highest,
        low: "niets".into(),
        high: "heel veel".into(),
        poles,
    }
}

#[test]
fn a_scale_has_no_place_until_the_person_moves() {
    let words = words();
    for poles in [false, true] {
        let mut input = opened(&scale(0, 10, poles), None, &words, 72, 24);
        assert_eq!(press(input.as_mut(), "enter"), Heard::Handled);
        let ctx = Ctx {
            words: &words,
            keys: &Keys::default(),
            columns: 72,
            wide: 72,
            rows: 24,
            marks: Marks::NONE,
        };
        let page = super::shown(&input.draw(&ctx));
        assert!(page.contains(&words.tui.inputs.place_first), "{page}");
        press(input.as_mut(), "right");
        let page = super::shown(&input.draw(&ctx));
        assert!(!page.contains(&words.tui.inputs.place_first), "{page}");
    }
    for (lowest, highest, poles, script, expected) in [
        (0, 10, false, "right enter", 0),
        (0, 10, false, "left enter", 10),
        (0, 10, false, "right*4 enter", 3),
        (0, 10, false, "down*4 up enter", 2),
        (0, 10, false, "'7 enter", 7),
        (0, 10, false, "'10 enter", 10),
        (0, 10, false, "'79 enter", 9),
        (0, 10, false, "'1 right '0 enter", 0),
        (0, 10, false, "end enter", 10),
        (-3, 3, true, "right enter", 0),
        (-3, 3, true, "left enter", 0),
        (-3, 3, true, "left*3 enter", -2),
        (-3, 3, true, "right*9 enter", 3),
    ] {
        replies(
            &scale(lowest, highest, poles),
            None,
            script,
            Reply::Scale(expected),
        );
    }
    replies(
        &scale(0, 10, false),
        Some(&Answer::Number(5)),
        "enter",
        Reply::Scale(5),
    );
}

#[test]
fn numbers_stand_in_a_row_or_a_column() {
    shows(
        &scale(1, 4, false),
        Some(&Answer::Number(2)),
        "",
        60,
        6,
        "niets                                              heel veel\n 1                 [2]                 3                  4 <\n",
    );
    shows(
        &scale(1, 3, false),
        None,
        "'3",
        30,
        24,
        "  ( ) 1                  niets\n  ( ) 2\n> (o) 3              heel veel <\n",
    );
}

#[test]
fn poles_have_places_and_no_numbers() {
    shows(
        &scale(-2, 2, true),
        None,
        "",
        24,
        6,
        "niets       heel veel\no----o----|----o----o <\n       midden\n",
    );
    shows(
        &scale(-2, 2, true),
        None,
        "left*2",
        24,
        6,
        "niets       heel veel\no----#----|----o----o <\n       midden\neen beetje “niets”\n",
    );
    shows(
        &scale(-2, 2, true),
        None,
        "right",
        16,
        6,
        "  ( ) vooral\n      “niets”\n  ( ) een beetje\n      “niets”\n> (o) in het <\n      midden\n  ( ) een beetje\n      “heel\n      veel”\n  ( ) vooral\n      “heel\n      veel”\n",
    );
}

fn compare(count: usize) -> Ask {
    let names = ["niets", "iets", "alles"];
    Ask::Compare {
        columns: names
            .iter()
            .take(count)
            .map(|name| CompareColumn {
                offer: Offer::plain((*name).into(), Phrase::text(name)),
                cells: vec![
                    format!("voor {name}").into(),
                    format!("tegen {name}").into(),
                ],
            })
            .collect(),
        aspects: vec!["Voor".into(), "Tegen".into()],
    }
}

#[test]
fn enter_picks_the_option_that_has_the_cursor() {
    for (script, expected) in [
        ("space enter", "niets"),
        ("enter*3 space enter", "niets"),
        ("'1 enter", "niets"),
        ("right enter", "iets"),
        ("right*5 enter", "alles"),
        ("right left enter", "niets"),
        ("down*3 right down enter", "iets"),
        ("'3 enter", "alles"),
        ("tab enter", "iets"),
    ] {
        replies(&compare(3), None, script, Reply::Pick(expected.into()));
    }
}

#[test]
fn enter_alone_picks_no_option_and_says_what_does() {
    let words = words();
    for script in ["enter", "enter*9", "down*3 enter"] {
        let mut input = opened(&compare(3), None, &words, 72, 24);
        assert_eq!(press(input.as_mut(), script), Heard::Handled, "{script}");
    }
}

#[test]
fn options_stand_side_by_side_where_there_is_room() {
    shows(
        &compare(2),
        None,
        "right",
        50,
        6,
        "  ( ) niets               > ( ) iets <\nVoor\nvoor niets                voor iets\nTegen\ntegen niets               tegen iets\n",
    );
    shows(
        &compare(3),
        Some(&Answer::One("iets".into())),
        "down*3",
        50,
        6,
        "> (o) iets\n  2 van 3\nVoor\nvoor iets <\nTegen\ntegen iets\n",
    );
}
