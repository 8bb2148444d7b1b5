//! Text and days, and something to read.

use std::sync::Arc;

use super::{opened, press, replies, shows, words};
use crate::core::answer::{Answer, Day};
use crate::core::ask::{Ask, Reply};
use crate::core::fact::Fact;
use crate::tui::inputs::Heard;

fn line() -> Ask {
    Ask::Line {
        offers: Vec::new(),
        example: Some("werk in een magazijn".into()),
        at_most: 200,
    }
}

fn lines() -> Ask {
    Ask::Lines {
        example: None,
        at_most: 200,
    }
}

fn text(text: &str) -> Reply {
    Reply::Text(text.to_owned())
}

#[test]
fn every_printable_key_is_text() {
    for (script, expected) in [
        ("'a?.e9 enter", "a?.e9"),
        ("'ab left 'x home 'y end 'z enter", "yaxbz"),
        ("'👩‍👩‍👧‍👦b left*2 delete enter", "b"),
        ("'日本 erase enter", "日"),
        ("'שלום enter", "שלום"),
        ("\"een~twee enter", "een twee"),
        ("enter", ""),
    ] {
        replies(&line(), None, script, text(expected));
    }
    replies(
        &line(),
        Some(&Answer::Text("oud".to_owned())),
        "'er enter",
        text("ouder"),
    );
}

#[test]
fn only_enter_submits_a_text_of_several_lines() {
    let words = words();
    let mut input = opened(&lines(), None, &words, 72, 24);
    assert_eq!(press(input.as_mut(), "\"een~twee~"), Heard::Handled);
    assert_eq!(press(input.as_mut(), "newline"), Heard::Handled);
    assert_eq!(
        press(input.as_mut(), "enter"),
        Heard::Reply(text("een\ntwee\n\n"))
    );
    replies(&lines(), None, "'a newline 'b up 'c enter", text("ac\nb"));
}

#[test]
fn an_example_stands_below_an_empty_field_only() {
    shows(
        &line(),
        None,
        "",
        24,
        24,
        "> ______________________ <\nBijvoorbeeld: werk in\neen magazijn\n",
    );
    shows(
        &line(),
        None,
        "'bakker",
        24,
        24,
        "> bakker________________ <\n",
    );
}

#[test]
fn a_day_goes_on_as_it_was_typed() {
    let earlier = Day::new(2026, 12, 3).map(Answer::Day);
    for (answer, script, expected) in [
        (None, "'3-12-2026 enter", "3-12-2026"),
        (None, "'morgen enter", "morgen"),
        (earlier.as_ref(), "enter", "3-12-2026"),
        (earlier.as_ref(), "clear '4-12-2026 enter", "4-12-2026"),
    ] {
        replies(&Ask::Day, answer, script, Reply::Day(expected.to_owned()));
    }
}

fn read() -> Ask {
    Ask::Read {
        body: "Een regel.\nNog een regel.".into(),
        facts: vec![Arc::new(Fact {
            id: "feit".into(),
            text: "Dit is zo.".into(),
            of_100: Some(23),
            speaks: None,
            law: None,
            only: None,
            who: "mensen".into(),
            country: "Nederland".into(),
            n: None,
            source: "Een blad, 2020".into(),
            brief: "Een blad, 2020".into(),
            sources: vec![],
            sure: "redelijk".into(),
            checked: "2026-01".into(),
        })],
    }
}

#[test]
fn a_fact_says_about_whom_from_where_and_how_sure() {
    shows(
        &read(),
        None,
        "down*3",
        40,
        10,
        "Een regel.\nNog een regel.\n\nDit is zo. <\n23 van elke 100\nOver: mensen\nBron: Een blad, 2020\nHoe zeker: redelijk\n",
    );
}

#[test]
fn a_share_is_a_picture_of_a_hundred_dots_where_there_is_room() {
    let mut expected = "Een regel.\nNog een regel.\n\nDit is zo.\n\n".to_owned();
    for row in 0..10 {
        let dots = match row {
            0 | 1 => "  o o o o o o o o o o\n",
            2 => "  o o o . . . . . . .\n",
            _ => "  . . . . . . . . . .\n",
        };
        expected.push_str(dots);
    }
    expected
        .push_str("23 van elke 100\nOver: mensen\nBron: Een blad, 2020\nHoe zeker: redelijk <\n");
    shows(&read(), None, "end", 40, 24, &expected);
}

#[test]
fn reading_ends_where_the_text_ends() {
    let words = words();
    let mut input = opened(&read(), None, &words, 40, 10);
    assert_eq!(press(input.as_mut(), "pagedown*9 down"), Heard::Ignored);
    assert_eq!(press(input.as_mut(), "up"), Heard::Handled);
    assert_eq!(press(input.as_mut(), "enter"), Heard::Reply(Reply::Read));
}
