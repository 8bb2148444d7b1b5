//! Every shape as a table: what is typed, and what it comes to.

mod shapes;

use std::sync::Arc;

use proptest::prelude::*;

use crate::content::library::Library;
use crate::core::answer::{Answer, Blank, Choice, Own, Pole, Weights};
use crate::core::ask::{Ask, Reply};
use crate::core::ids::{FieldId, ItemId};
use crate::core::words::{Lang, Words};
use crate::plain::page::Page;
use crate::plain::prompts::tests::shapes::{
    compare, every_shape, form, grid, offers, pick, pick_many, rank, scale, slider, weigh,
};
use crate::plain::prompts::{Prompt, Telling, Understood, prompt, reply_of};

fn words() -> Words {
    Library::built_in()
        .words(&Lang::new("en"))
        .expect("the words load")
}

fn ids(numbers: &[usize]) -> Vec<ItemId> {
    numbers
        .iter()
        .map(|number| ItemId::new(&format!("i{number}")))
        .collect()
}

fn many(numbers: &[usize], own: &[&str]) -> Reply {
    let own = own.iter().zip(1..).map(|(text, key)| {
        Choice::Own(Own {
            key,
            text: (*text).to_owned(),
        })
    });
    Reply::PickMany(
        ids(numbers)
            .into_iter()
            .map(Choice::Item)
            .chain(own)
            .collect(),
    )
}

/// What each line came to: a reply, kept, nothing, or not understood.
#[derive(Debug, PartialEq)]
enum Came {
    To(Reply),
    Kept,
    Nothing,
    Unclear,
}

fn hear(prompt: &mut dyn Prompt, ask: &Ask, line: &str) -> Came {
    match prompt.hear(ask, &words(), line, &mut Page::default()) {
        Ok(Understood::Reply(reply)) => Came::To(reply),
        Ok(Understood::Kept) => Came::Kept,
        Ok(Understood::Nothing) => Came::Nothing,
        Err(unclear) => {
            assert!(!unclear.is_empty(), "{line:?} is refused without a word");
            Came::Unclear
        }
    }
}

/// Types lines into one prompt; the last one must come to what is expected.
fn check(ask: &Ask, answer: Option<&Answer>, lines: &[&str], expected: &Came) {
    let mut prompt = prompt(ask, answer);
    let mut came = Came::Nothing;
    for line in lines {
        came = hear(prompt.as_mut(), ask, line);
    }
    assert_eq!(&came, expected, "{lines:?}");
}

#[test]
fn an_empty_line_never_chooses() {
    let chooses = [
        pick(),
        pick_many(),
        scale(),
        slider(),
        rank(),
        weigh(),
        compare(),
        Ask::Day,
    ];
    for ask in chooses {
        check(&ask, None, &[""], &Came::Nothing);
        check(&ask, None, &["  "], &Came::Nothing);
    }
}

#[test]
fn one_is_picked_by_number_or_by_its_words() {
    for ask in [pick(), compare()] {
        for (line, expected) in [
            ("2", Came::To(Reply::Pick(ItemId::new("i2")))),
            (" 2. ", Came::To(Reply::Pick(ItemId::new("i2")))),
            ("item 1", Came::To(Reply::Pick(ItemId::new("i1")))),
            ("1 2", Came::Unclear),
            ("0", Came::Unclear),
            ("9", Came::Unclear),
            ("no idea", Came::Unclear),
        ] {
            check(&ask, None, &[line], &expected);
        }
    }
}

#[test]
fn several_are_picked_by_numbers_and_own_words() {
    let ask = pick_many();
    let before = Answer::Many(vec![
        Choice::Item(ItemId::new("i1")),
        Choice::Own(Own {
            key: 4,
            text: "mine".to_owned(),
        }),
    ]);
    for (lines, expected) in [
        (&["1 3 5"][..], many(&[1, 3, 5], &[])),
        (&["1,3, 5"], many(&[1, 3, 5], &[])),
        (&["3 3"], many(&[3], &[])),
        (&["0"], many(&[], &[])),
        (&["1 3 + my own"], many(&[1, 3], &["my own"])),
        (&["1 + 3"], many(&[1, 3], &[])),
        (&["+ one", "+ two", "2"], many(&[2], &["one", "two"])),
        (&["+ one", "- 31", "2"], many(&[2], &[])),
        (&["+ one", "0"], many(&[], &["one"])),
        (&["+ 4", "1"], many(&[1], &[])),
    ] {
        check(&ask, None, lines, &Came::To(expected));
    }
    for line in ["31", "0 1", "one", "- 31", "- x", "+", "1 +"] {
        check(&ask, None, &[line], &Came::Unclear);
    }
    let mut prompt = prompt(&ask, Some(&before));
    assert_eq!(hear(prompt.as_mut(), &ask, "- 1"), Came::Kept);
    assert_eq!(hear(prompt.as_mut(), &ask, "+ 2"), Came::Kept);
    assert_eq!(
        prompt.finish(&ask),
        Some(Reply::PickMany(vec![
            Choice::Item(ItemId::new("i2")),
            Choice::Own(Own {
                key: 4,
                text: "mine".to_owned()
            })
        ]))
    );
    let closed = Ask::PickMany {
        offers: offers(3),
        own: false,
        at_most: None,
    };
    check(&closed, None, &["+ mine"], &Came::Unclear);
}

#[test]
fn a_line_that_is_not_understood_changes_nothing() {
    let ask = pick_many();
    let mut prompt = prompt(&ask, None);
    assert_eq!(hear(prompt.as_mut(), &ask, "+ 4"), Came::Kept);
    assert_eq!(hear(prompt.as_mut(), &ask, "1 2 + 99"), Came::Unclear);
    assert_eq!(prompt.finish(&ask), Some(many(&[4], &[])));
}

#[test]
fn a_place_on_a_scale_is_a_number() {
    for (ask, line, expected) in [
        (scale(), "7", Came::To(Reply::Scale(7))),
        (scale(), "0", Came::To(Reply::Scale(0))),
        (scale(), "99", Came::To(Reply::Scale(99))),
        (scale(), "much", Came::Unclear),
        (slider(), "1", Came::To(Reply::Scale(-3))),
        (slider(), "4", Came::To(Reply::Scale(0))),
        (slider(), "7", Came::To(Reply::Scale(3))),
        (slider(), "8", Came::Unclear),
        (slider(), "0", Came::Unclear),
    ] {
        check(&ask, None, &[line], &expected);
    }
}

#[test]
fn order_is_the_order_in_which_numbers_are_typed() {
    for (line, expected) in [
        ("3 1 5", Came::To(Reply::Rank(ids(&[3, 1, 5])))),
        ("2, 1, 2", Came::To(Reply::Rank(ids(&[2, 1])))),
        ("1 6", Came::Unclear),
        ("first", Came::Unclear),
    ] {
        check(&rank(), None, &[line], &expected);
    }
}

#[test]
fn weights_are_typed_in_any_way_and_kept_until_the_person_is_done() {
    let ask = weigh();
    // Numbers: a 1, c 2, d 3, e 4 are shown at first; b is 5.
    for (lines, expected) in [
        (&["1=2"][..], vec![("a", 2)]),
        (&["1=2 2=3"], vec![("a", 2), ("c", 3)]),
        (&["1 = 2, 5=1"], vec![("a", 2), ("b", 1)]),
        (&["1=2", "1=0"], vec![]),
        (&["1=2", "- 1"], vec![]),
        (&["1=2", "3=4", "9=1", "nothing", "4"], vec![("a", 2)]),
        (&["1=2 9=1"], vec![]),
        (&[], vec![]),
    ] {
        let mut prompt = prompt(&ask, None);
        for line in lines {
            hear(prompt.as_mut(), &ask, line);
        }
        let given = expected
            .iter()
            .map(|(id, weight)| (ItemId::new(id), *weight))
            .collect();
        let expected = Reply::Weigh(Weights {
            given,
            own: Vec::new(),
        });
        assert_eq!(prompt.finish(&ask), Some(expected), "{lines:?}");
    }
}

#[test]
fn a_consideration_of_ones_own_is_asked_for_its_place_and_its_weight() {
    let ask = weigh();
    let mut prompt = prompt(&ask, None);
    for (line, expected) in [
        ("+", Came::Unclear),
        ("+ mine", Came::Kept),
        ("5", Came::Unclear),
        ("3", Came::Kept),
        ("4", Came::Unclear),
        ("2", Came::Kept),
        ("6=1", Came::Kept),
    ] {
        assert_eq!(hear(prompt.as_mut(), &ask, line), expected, "{line}");
    }
    let Some(Reply::Weigh(weights)) = prompt.finish(&ask) else {
        panic!("weights are the reply");
    };
    let own = weights.own.first().expect("one own entry");
    assert_eq!(
        (
            own.own.text.as_str(),
            own.column.as_str(),
            own.pole,
            own.weight
        ),
        ("mine", "silent", Pole::For, 1)
    );
}

#[test]
fn a_form_is_filled_field_by_field() {
    let reply = |pairs: &[(&str, &str)]| {
        Came::To(Reply::Form(
            pairs
                .iter()
                .map(|(id, value)| (FieldId::new(id), (*value).to_owned()))
                .collect(),
        ))
    };
    for (lines, expected) in [
        (
            &["me", "3-12-2026", "2"][..],
            reply(&[("who", "me"), ("day", "3-12-2026"), ("where", "i2")]),
        ),
        (&["", "", ""], reply(&[])),
        (&["-", "morgen", "", "item 1"], reply(&[("where", "i1")])),
        (&["=", "9", "5", "", ""], reply(&[("who", "from 9 to 5")])),
        (
            &["=", "9", "", "", ""],
            reply(&[("who", "from 9 to [end]")]),
        ),
        (&["me", "=", "", ""], reply(&[("who", "me")])),
    ] {
        check(&form(), None, lines, &expected);
    }
    check(&form(), None, &["me", "", "3"], &Came::Unclear);
    check(&form(), None, &[&"a".repeat(300)], &Came::Unclear);
}

#[test]
fn a_form_keeps_earlier_values_and_goes_back_field_by_field() {
    let ask = form();
    let answer = ask
        .hear(Reply::Form(vec![
            (FieldId::new("who"), "me".to_owned()),
            (FieldId::new("day"), "3-12-2026".to_owned()),
        ]))
        .expect("the form is filled");
    let mut prompt = prompt(&ask, Some(&answer));
    assert!(!prompt.back(&ask));
    assert_eq!(hear(prompt.as_mut(), &ask, ""), Came::Kept);
    assert_eq!(hear(prompt.as_mut(), &ask, "-"), Came::Kept);
    assert!(prompt.back(&ask));
    assert_eq!(hear(prompt.as_mut(), &ask, "4-12-2026"), Came::Kept);
    assert_eq!(
        hear(prompt.as_mut(), &ask, "1"),
        Came::To(Reply::Form(vec![
            (FieldId::new("who"), "me".to_owned()),
            (FieldId::new("day"), "4-12-2026".to_owned()),
            (FieldId::new("where"), "i1".to_owned()),
        ]))
    );
}

#[test]
fn a_plan_is_filled_cell_by_cell() {
    let cells = |came: Came| match came {
        Came::To(Reply::Grid(cells)) => cells
            .cells
            .iter()
            .flat_map(|(row, filled)| {
                filled
                    .iter()
                    .map(move |(column, choice)| format!("{row} {column} {choice}"))
            })
            .collect::<Vec<_>>(),
        other @ (Came::To(_) | Came::Kept | Came::Nothing | Came::Unclear) => {
            panic!("{other:?} is no plan")
        }
    };
    for (own, lines, expected) in [
        (
            false,
            &["1", "2", "", "1"][..],
            vec!["r1 c1 i1", "r1 c2 i2", "r2 c2 i1"],
        ),
        (true, &["1", "", "", "", ""], vec!["r1 c1 i1"]),
        (
            true,
            &["", "", "", "", "+ aunt", "2", "", ""],
            vec!["own-1 c1 i2"],
        ),
        (
            true,
            &["", "", "", "", "aunt", "x", "9", "2", "1", ""],
            vec!["own-1 c1 i2", "own-1 c2 i1"],
        ),
    ] {
        let ask = grid(own);
        let mut prompt = prompt(&ask, None);
        let mut came = Came::Nothing;
        for line in lines {
            came = hear(prompt.as_mut(), &ask, line);
        }
        assert_eq!(cells(came), expected, "{lines:?}");
    }
}

#[test]
fn a_plan_passes_over_what_needs_no_choice() {
    let mut ask = grid(false);
    if let Ask::Grid { columns, .. } = &mut ask {
        columns[0].offers[1].alone = true;
    }
    let mut prompt = prompt(&ask, None);
    // Nothing in the first row, so its second column is not asked; back leads to where that was said.
    assert_eq!(hear(prompt.as_mut(), &ask, "2"), Came::Kept);
    assert!(prompt.back(&ask));
    assert_eq!(hear(prompt.as_mut(), &ask, "2"), Came::Kept);
    assert_eq!(hear(prompt.as_mut(), &ask, "1"), Came::Kept);
    let Came::To(Reply::Grid(cells)) = hear(prompt.as_mut(), &ask, "2") else {
        panic!("the plan is done");
    };
    let said = |row: &str, column: &str| {
        let chosen = cells
            .cells
            .get(&ItemId::new(row))?
            .get(&ItemId::new(column))?;
        Some(chosen.as_str().to_owned())
    };
    assert_eq!(said("r1", "c1").as_deref(), Some("i2"));
    assert_eq!(said("r1", "c2"), None);
    assert_eq!(said("r2", "c1").as_deref(), Some("i1"));
    assert_eq!(said("r2", "c2").as_deref(), Some("i2"));
}

#[test]
fn text_is_taken_as_it_is_typed() {
    let line = Ask::Line {
        offers: Vec::new(),
        example: None,
        at_most: 20,
    };
    let lines = Ask::Lines {
        example: None,
        at_most: 20,
    };
    let text = |text: &str| Came::To(Reply::Text(text.to_owned()));
    check(&line, None, &[" one two "], &text("one two"));
    check(&line, None, &[""], &Came::Nothing);
    check(&lines, None, &["one", " two", ""], &text("one\n two"));
    check(&lines, None, &["", "one"], &Came::Kept);
    check(
        &Ask::Day,
        None,
        &["3-12-2026"],
        &Came::To(Reply::Day("3-12-2026".to_owned())),
    );
}

#[test]
fn reading_goes_on_with_enter_alone() {
    let ask = Ask::Read {
        body: "text".into(),
        facts: Vec::new(),
    };
    check(&ask, None, &[""], &Came::To(Reply::Read));
    check(&ask, None, &["hm"], &Came::Nothing);
}

#[test]
fn a_long_list_is_said_in_parts_and_begins_again_behind_the_last() {
    let ask = pick_many();
    let words = words();
    let mut prompt = prompt(&ask, None);
    let mut page = Page::default();
    prompt.body(&ask, &words, &mut page);
    assert!(page.as_str().contains("15. Item 15\n") && !page.as_str().contains("Item 16"));
    let mut page = Page::default();
    assert!(prompt.more(&ask, &words, &mut page));
    assert!(page.as_str().contains("16. Item 16\n") && page.as_str().contains("30. Item 30"));
    let mut page = Page::default();
    assert!(prompt.more(&ask, &words, &mut page));
    assert!(page.as_str().contains("1. Item 1\n"));
}

#[test]
fn an_earlier_answer_can_be_given_again() {
    for (ask, reply) in [
        (pick(), Reply::Pick(ItemId::new("i2"))),
        (pick_many(), many(&[1, 3], &["mine"])),
        (slider(), Reply::Scale(-2)),
        (rank(), Reply::Rank(ids(&[3, 1]))),
        (
            form(),
            Reply::Form(vec![
                (FieldId::new("day"), "3-12-2026".to_owned()),
                (FieldId::new("where"), "i2".to_owned()),
            ]),
        ),
        (compare(), Reply::Pick(ItemId::new("i1"))),
        (Ask::Day, Reply::Day("2026-12-03".to_owned())),
        (pick(), Reply::Blank(Blank::NotNow)),
    ] {
        let answer = ask.hear(reply).expect("the reply can stand");
        let again = ask.hear(reply_of(&ask, &answer)).expect("it stands again");
        assert_eq!(answer, again);
    }
}

fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9 ,;=+.-]{0,12}",
        "[+-] ?\\PC{0,20}",
        "\\PC{0,40}",
        any::<String>(),
        Just(String::new()),
        Just("=".to_owned()),
        Just("-".to_owned()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_line_brings_a_prompt_down_or_prints_a_control_character(
        lines in proptest::collection::vec((line(), 0..6_u8), 1..12)
    ) {
        let words = Arc::new(words());
        for ask in every_shape() {
            let mut prompt = prompt(&ask, None);
            for (line, act) in &lines {
                let mut page = Page::default();
                if let Err(unclear) = prompt.hear(&ask, &words, line, &mut page) {
                    page.line(&unclear);
                }
                match act {
                    0 => drop(prompt.back(&ask)),
                    1 => drop(prompt.more(&ask, &words, &mut page)),
                    2 => drop(prompt.finish(&ask)),
                    _ => {}
                }
                prompt.body(&ask, &words, &mut page);
                prompt.ask_now(&ask, &words, Telling::Full, &mut page);
                prompt.ask_now(&ask, &words, Telling::Short, &mut page);
                prop_assert!(!page.as_str().chars().any(|c| c.is_control() && c != '\n'));
            }
        }
    }
}

#[test]
fn a_list_that_names_none_itself_says_nothing_of_0() {
    let words = words();
    for named in [false, true] {
        let mut offers = offers(3);
        if let Some(last) = offers.last_mut() {
            last.alone = named;
        }
        let ask = Ask::PickMany {
            offers,
            own: false,
            at_most: None,
        };
        for telling in [Telling::Full, Telling::Short] {
            let mut page = Page::default();
            prompt(&ask, None).ask_now(&ask, &words, telling, &mut page);
            let said = page.as_str();
            assert_eq!(said.contains(" 0 "), !named, "{said}");
        }
    }
}
