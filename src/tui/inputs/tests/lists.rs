//! Lists: one, several, in order.

use super::{offers, opened, press, replies, shows, words};
use crate::core::answer::{Answer, Choice, Own};
use crate::core::ask::{Ask, Reply};
use crate::tui::inputs::Heard;

fn own(key: u32, text: &str) -> Choice {
    Choice::Own(Own {
        key,
        text: text.to_owned(),
    })
}

fn item(id: &str) -> Choice {
    Choice::Item(id.into())
}

fn pick() -> Ask {
    Ask::Pick {
        offers: offers(&["een", "twee/noot", "drie"]),
    }
}

fn many(at_most: Option<usize>) -> Ask {
    Ask::PickMany {
        offers: offers(&["een", "twee", "!geen"]),
        own: true,
        at_most,
    }
}

#[test]
fn enter_picks_the_item_that_has_the_cursor() {
    for (script, expected) in [
        ("space enter", "een"),
        ("enter space enter", "een"),
        ("down up enter", "een"),
        ("down enter", "twee"),
        ("down*9 enter", "drie"),
        ("end enter", "drie"),
        ("end up home enter", "een"),
        ("pagedown enter", "drie"),
        ("'2 enter", "twee"),
        ("'1 enter", "een"),
    ] {
        replies(&pick(), None, script, Reply::Pick(expected.into()));
    }
    let earlier = Answer::One("twee".into());
    replies(&pick(), Some(&earlier), "enter", Reply::Pick("twee".into()));
}

#[test]
fn enter_alone_picks_nothing_and_says_what_does() {
    let words = words();
    for script in ["enter", "enter*9", "'9 enter"] {
        let mut input = opened(&pick(), None, &words, 72, 24);
        assert_eq!(press(input.as_mut(), script), Heard::Handled, "{script}");
    }
    shows(
        &pick(),
        None,
        "enter",
        72,
        24,
        "> ( ) een <\n      Kies eerst: met een pijl, de spatiebalk of een cijfer.\n  ( ) twee                                                          noot\n  ( ) drie\n",
    );
    shows(
        &pick(),
        None,
        "enter space",
        72,
        24,
        "> (o) een <\n  ( ) twee                                                          noot\n  ( ) drie\n",
    );
}

#[test]
fn a_step_past_the_edge_is_left_to_the_screen() {
    let words = words();
    for (script, expected) in [
        ("up", Heard::Ignored),
        ("end down", Heard::Ignored),
        ("down", Heard::Handled),
        ("'x", Heard::Ignored),
        ("tab", Heard::Ignored),
        ("\"tekst", Heard::Ignored),
    ] {
        let mut input = opened(&pick(), None, &words, 72, 24);
        assert_eq!(press(input.as_mut(), script), expected, "{script}");
    }
}

#[test]
fn an_earlier_pick_is_shown_and_nothing_else_is() {
    shows(
        &pick(),
        None,
        "",
        24,
        24,
        "> ( ) een <\n  ( ) twee          noot\n  ( ) drie\n",
    );
    shows(
        &pick(),
        Some(&Answer::One("twee".into())),
        "",
        14,
        24,
        "  ( ) een\n> (o) twee <\n      noot\n  ( ) drie\n",
    );
}

#[test]
fn a_heading_stands_where_its_group_begins() {
    let mut offers = offers(&["een", "twee", "drie"]);
    for (offer, group) in offers.iter_mut().zip(["Tijd", "Tijd", "Plek"]) {
        offer.group = Some(group.into());
    }
    let ask = Ask::Pick { offers };
    for (rows, gap) in [(24, "\n"), (6, "")] {
        let expected = format!("Tijd\n  ( ) een\n> ( ) twee <\n{gap}Plek\n  ( ) drie\n");
        shows(&ask, None, "down", 40, rows, &expected);
    }
}

#[test]
fn space_puts_on_and_off_and_enter_goes_on() {
    for (script, expected) in [
        ("enter", vec![]),
        ("space down space enter", vec![item("een"), item("twee")]),
        ("space*2 enter", vec![]),
        ("space down*2 space enter", vec![item("geen")]),
        ("end up space up space enter", vec![item("twee")]),
        (
            "end enter 'iets_anders enter enter",
            vec![own(1, "iets anders")],
        ),
        ("end 'ut enter enter", vec![own(1, "ut")]),
        (
            "end space 'a enter end space 'b enter enter",
            vec![own(1, "a"), own(2, "b")],
        ),
        ("end enter enter up*2 space enter", vec![item("twee")]),
        ("end enter 'a up space enter", vec![item("geen")]),
        (
            "end enter 'a up*2 space enter",
            vec![item("twee"), own(1, "a")],
        ),
        (
            "end enter 'a enter space erase 'b enter enter",
            vec![own(1, "b")],
        ),
        ("end enter 'a enter space erase enter up enter", vec![]),
        ("end enter \"een~twee enter enter", vec![own(1, "een twee")]),
        (
            "end enter 'a enter up space down space enter",
            vec![own(1, "a")],
        ),
    ] {
        replies(&many(None), None, script, Reply::PickMany(expected));
    }
}

#[test]
fn a_key_of_an_own_entry_is_never_given_twice() {
    let earlier = Answer::Many(vec![item("een"), own(4, "oud")]);
    replies(
        &many(None),
        Some(&earlier),
        "enter",
        Reply::PickMany(vec![item("een"), own(4, "oud")]),
    );
    replies(
        &many(None),
        Some(&earlier),
        "end up space erase*3 enter enter 'nieuw enter enter",
        Reply::PickMany(vec![item("een"), own(5, "nieuw")]),
    );
}

#[test]
fn the_list_says_how_many_are_chosen() {
    shows(
        &many(Some(2)),
        None,
        "space end enter 'x",
        30,
        24,
        "  [x] een\n  [ ] twee\n  [ ] geen\n> [+] x_______________________ <\nGekozen: 1 van hoogstens 2\n",
    );
    shows(
        &many(None),
        None,
        "end enter 'x enter",
        30,
        24,
        "  [ ] een\n  [ ] twee\n  [ ] geen\n> [x] x <\n  [+] Zelf iets toevoegen\nGekozen: 1\n",
    );
}

#[test]
fn letters_are_text_only_while_an_own_entry_is_written() {
    let words = words();
    let mut input = opened(&many(None), None, &words, 72, 24);
    assert!(!input.typing());
    assert_eq!(press(input.as_mut(), "'?"), Heard::Ignored);
    assert_eq!(press(input.as_mut(), "end 'u"), Heard::Handled);
    assert!(input.typing());
    press(input.as_mut(), "clear enter");
    assert_eq!(press(input.as_mut(), "'."), Heard::Ignored);
    press(input.as_mut(), "end enter");
    assert!(input.typing());
    assert_eq!(press(input.as_mut(), "'?"), Heard::Handled);
    press(input.as_mut(), "enter");
    assert!(!input.typing());
}
