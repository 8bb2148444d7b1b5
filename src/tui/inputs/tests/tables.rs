//! Weights, forms and plans.

use crate::tui::keymap::Keys;
use std::collections::BTreeMap;

use super::{offers, opened, press, replies, shown, shows, words};
use crate::core::answer::{Answer, Cells, Own, OwnWeight, Pole, Weights};
use crate::core::ask::{Ask, Field, FieldAsk, GridColumn, Reply, WeighItem};
use crate::core::phrase::Phrase;
use crate::tui::inputs::{Ctx, Heard};
use crate::tui::marks::Marks;

fn own(key: u32, text: &str) -> Own {
    Own {
        key,
        text: text.to_owned(),
    }
}

fn weigh(own: bool, first: usize) -> Ask {
    let item = |id: &str| {
        let (column, rest) = id.split_at(1);
        WeighItem {
            id: id.into(),
            label: Phrase::text(id),
            column: column.into(),
            pole: if rest.starts_with('+') {
                Pole::For
            } else {
                Pole::Against
            },
        }
    };
    let ids = ["a+1", "a-1", "a+2", "a-2", "b+1", "b-1", "b+2", "b-2"];
    Ask::Weigh {
        columns: offers(&["a", "b"]),
        items: ids.into_iter().map(item).collect(),
        own,
        first,
    }
}

fn weights(given: &[(&str, u8)], own: Vec<OwnWeight>) -> Reply {
    Reply::Weigh(Weights {
        given: given
            .iter()
            .map(|(id, weight)| ((*id).into(), *weight))
            .collect(),
        own,
    })
}

#[test]
fn every_consideration_can_be_given_a_weight() {
    for (script, expected) in [
        ("enter enter", vec![]),
        ("'2 enter enter", vec![("a+1", 2)]),
        (
            "right*9 down '1 left enter enter",
            vec![("a+1", 3), ("a+2", 0)],
        ),
        ("space*2 enter enter", vec![("a+1", 2)]),
        ("space*4 enter enter", vec![("a+1", 0)]),
        (
            "'9 '3 tab '1 end '2 enter",
            vec![("a+1", 3), ("b+1", 1), ("b-2", 2)],
        ),
        ("tab tab '1 enter", vec![("a+1", 1)]),
        ("backtab '1 enter", vec![("b+1", 1)]),
    ] {
        replies(&weigh(false, 6), None, script, weights(&expected, vec![]));
    }
}

#[test]
fn no_option_is_passed_over() {
    let words = words();
    let mut input = opened(&weigh(false, 6), None, &words, 72, 24);
    assert_eq!(press(input.as_mut(), "'3 enter"), Heard::Handled);
    let page = shown(&input.draw(&Ctx {
        words: &words,
        keys: &Keys::default(),
        columns: 72,
        wide: 72,
        rows: 24,
        marks: Marks::NONE,
    }));
    assert!(page.starts_with("b: 2 van 2\n"), "{page}");
    assert_eq!(
        press(input.as_mut(), "enter"),
        Heard::Reply(weights(&[("a+1", 3)], vec![]))
    );
}

#[test]
fn both_options_look_the_same() {
    for (script, column, place) in [("", "a", 1), ("tab", "b", 2)] {
        let expected = format!(
            "{column}: {place} van 2\n\nVoor\n> [ ]   {column}+1            weegt niet <\n  [ ]   {column}+2\n\nTegen\n  [ ]   {column}-1\n  [ ]   {column}-2\n",
        );
        shows(&weigh(false, 6), None, script, 33, 24, &expected);
    }
}

#[test]
fn the_rest_is_shown_on_both_sides_of_both_options() {
    shows(
        &weigh(false, 1),
        None,
        "'3 end",
        72,
        6,
        "a: 1 van 2\nVoor\n  [***] a+1\nTegen\n  [ ]   a-1\n> Toon meer (2) <\n",
    );
    shows(
        &weigh(false, 1),
        None,
        "end enter '2 tab",
        72,
        6,
        "b: 2 van 2\nVoor\n> [ ]   b+1                                                   weegt niet <\n  [ ]   b+2\nTegen\n  [ ]   b-1\n  [ ]   b-2\n",
    );
    replies(
        &weigh(false, 1),
        None,
        "end enter '2 tab enter",
        weights(&[("a+2", 2)], vec![]),
    );
    let Reply::Weigh(earlier) = weights(&[("b-2", 1)], vec![]) else {
        return;
    };
    let earlier = Answer::Weights(earlier);
    shows(
        &weigh(false, 1),
        Some(&earlier),
        "tab end",
        40,
        6,
        "b: 2 van 2\nVoor\n  [ ]   b+1\n  [ ]   b+2\nTegen\n  [ ]   b-1\n> [*]   b-2             weegt een beetje <\n",
    );
}

#[test]
fn an_own_consideration_stands_on_its_side() {
    let entry = |key, column: &str, pole, weight| OwnWeight {
        own: own(key, "iets"),
        column: column.into(),
        pole,
        weight,
    };
    replies(
        &weigh(true, 6),
        None,
        "down*2 'iets enter '2 tab end space 'iets enter '3 enter",
        weights(
            &[],
            vec![entry(1, "a", Pole::For, 2), entry(2, "b", Pole::Against, 3)],
        ),
    );
    replies(
        &weigh(true, 6),
        None,
        "down*2 enter 'x enter space erase enter tab enter",
        weights(&[], vec![]),
    );
}

fn field(id: &str, ask: FieldAsk, copy: Option<&str>) -> Field {
    Field {
        id: id.into(),
        label: Phrase::text(id),
        ask,
        example: copy.map(|_| "om 9 uur".into()),
        copy: copy.map(Into::into),
        general: None,
    }
}

fn form() -> Ask {
    Ask::Form {
        fields: vec![
            field("fase", FieldAsk::Pick(offers(&["zoek", "werk"])), None),
            field("wat", FieldAsk::Line, Some("van [begin] tot [eind]")),
            field("dag", FieldAsk::Day, None),
        ],
    }
}

fn filled(values: [&str; 3]) -> Reply {
    let names = ["fase", "wat", "dag"];
    Reply::Form(
        names
            .into_iter()
            .zip(values)
            .map(|(id, value)| (id.into(), value.to_owned()))
            .collect(),
    )
}

#[test]
fn enter_walks_through_the_fields_and_goes_on_at_the_last() {
    for (script, expected) in [
        ("enter enter enter", ["zoek", "", ""]),
        (
            "down enter 'iets enter '3-12-2026 enter",
            ["werk", "iets", "3-12-2026"],
        ),
        ("down*2 enter enter enter", ["", "", ""]),
        ("tab tab enter", ["", "", ""]),
        (
            "space tab 'x tab backtab*2 space tab*2 enter",
            ["", "x", ""],
        ),
        ("down*3 'a down 'b up 'c down enter", ["", "ac", "b"]),
        ("'2 enter \"a~b enter enter", ["werk", "a b", ""]),
    ] {
        replies(&form(), None, script, filled(expected));
    }
    let earlier = Answer::Form(BTreeMap::from([(
        "fase".into(),
        crate::core::answer::FieldAnswer::One("werk".into()),
    )]));
    replies(
        &form(),
        Some(&earlier),
        "tab*2 enter",
        filled(["werk", "", ""]),
    );
}

#[test]
fn a_copied_example_is_filled_slot_by_slot() {
    for (script, expected) in [
        ("tab copy '9 copy '12 enter enter", "van 9 tot 12"),
        ("tab copy '9 enter enter", "van 9 tot [eind]"),
        ("tab copy end '! enter enter", "van [begin] tot [eind]!"),
        ("tab 'x copy enter enter", "x"),
    ] {
        replies(&form(), None, script, filled(["", expected, ""]));
    }
}

#[test]
fn a_form_shows_its_fields_and_what_helps_to_fill_them() {
    shows(
        &form(),
        None,
        "space",
        30,
        6,
        "fase\n> (o) zoek <\n  ( ) werk\n  ( ) nog geen keuze\nwat\n  ____________________________\n  Bijvoorbeeld: om 9 uur\ndag\n  ____________________________\n  Bijvoorbeeld: 3-12-2026\n",
    );
    shows(
        &form(),
        None,
        "tab copy",
        60,
        6,
        "fase\n  ( ) zoek\n  ( ) werk\n  ( ) nog geen keuze\nwat\n> van [begin] tot [eind]____________________________________ <\n  Vul in wat tussen [haken] staat. Laat je het open? Dan\n  komt er een algemene zin op papier.\ndag\n  __________________________________________________________\n  Bijvoorbeeld: 3-12-2026\n",
    );
}

#[test]
fn the_footer_says_what_the_keys_do_in_this_field() {
    let words = words();
    for (script, expected) in [
        ("", "↑↓ kiezen, Enter deze kiezen, Tab volgend vak"),
        ("tab", "Enter volgend vak, Ctrl+E voorbeeld"),
        ("tab copy", "Enter volgend vak, Ctrl+E naar de [haken]"),
        ("tab*2", "Enter verder"),
    ] {
        let mut input = opened(&form(), None, &words, 72, 24);
        press(input.as_mut(), script);
        let hints = input.hints(&Ctx {
            words: &words,
            keys: &Keys::default(),
            columns: 72,
            wide: 72,
            rows: 24,
            marks: Marks::NONE,
        });
        let said: Vec<String> = hints
            .iter()
            .map(|(key, word)| format!("{key} {word}"))
            .collect();
        assert_eq!(said.join(", "), expected, "{script}");
        assert_eq!(input.typing(), !script.is_empty(), "{script}");
    }
}

fn grid(own: bool) -> Ask {
    let column = |id: &str, names: &[&str]| GridColumn {
        id: id.into(),
        label: id.into(),
        offers: offers(names),
    };
    Ask::Grid {
        rows: offers(&["baas", "collega"]),
        columns: vec![column("wat", &["niets", "iets"]), column("wie", &["ik"])],
        own,
    }
}

fn cells(filled: &[(&str, &str, &str)], own: Vec<Own>) -> Reply {
    let mut cells = Cells {
        own,
        ..Cells::default()
    };
    for (row, column, choice) in filled {
        cells
            .cells
            .entry((*row).into())
            .or_default()
            .insert((*column).into(), (*choice).into());
    }
    Reply::Grid(cells)
}

#[test]
fn a_cell_is_filled_changed_and_emptied() {
    for (script, expected) in [
        ("enter", vec![]),
        ("space down enter enter", vec![("baas", "wat", "iets")]),
        (
            "space space down space space enter",
            vec![("baas", "wat", "niets"), ("baas", "wie", "ik")],
        ),
        ("space enter right enter", vec![("baas", "wat", "iets")]),
        ("space enter right*2 enter", vec![]),
        ("right enter space end enter enter", vec![]),
        ("right enter erase enter", vec![]),
        ("right enter clear enter", vec![]),
        ("tab right enter enter", vec![("collega", "wat", "niets")]),
        (
            "end right enter tab backtab right enter enter",
            vec![("baas", "wat", "niets"), ("collega", "wie", "ik")],
        ),
        ("space left enter", vec![]),
    ] {
        replies(&grid(false), None, script, cells(&expected, vec![]));
    }
}

#[test]
fn left_and_right_choose_nothing_unseen() {
    for side in ["right", "left"] {
        let open = format!("{side} enter enter");
        let chosen = vec![("baas", "wat", "niets")];
        replies(&grid(false), None, &open, cells(&chosen, vec![]));
        let looked = format!("{side} {side} enter");
        replies(&grid(false), None, &looked, cells(&[], vec![]));
    }
}

#[test]
fn the_footer_of_a_plan_says_how_to_go_on() {
    let words = words();
    for (script, expected) in [
        ("", "↑↓ kiezen, spatie openen, Enter verder, Tab volgende"),
        ("end", "↑↓ kiezen, a-z typen, Enter toevoegen"),
    ] {
        let mut input = opened(&grid(true), None, &words, 72, 24);
        press(input.as_mut(), script);
        let hints = input.hints(&Ctx {
            words: &words,
            keys: &Keys::default(),
            columns: 72,
            wide: 72,
            rows: 24,
            marks: Marks::NONE,
        });
        let said: Vec<String> = hints
            .iter()
            .map(|(key, word)| format!("{key} {word}"))
            .collect();
        assert_eq!(said.join(", "), expected, "{script}");
    }
}

#[test]
fn a_row_of_ones_own_has_cells_as_well() {
    for (script, filled, owns) in [
        (
            "end 'buur enter down right enter enter",
            vec![("own-1", "wat", "niets")],
            vec![own(1, "buur")],
        ),
        (
            "end enter 'x enter down right enter up space erase enter up enter",
            vec![],
            vec![],
        ),
        (
            "end enter 'x enter space 'y enter enter",
            vec![],
            vec![own(1, "xy")],
        ),
        ("end enter enter up enter", vec![], vec![]),
    ] {
        replies(&grid(true), None, script, cells(&filled, owns));
    }
}

#[test]
fn a_plan_stands_whole_or_one_row_at_a_time() {
    shows(
        &grid(true),
        None,
        "right enter down space",
        60,
        6,
        "baas\n  wat: niets\n  wie: nog geen keuze\n    > ( ) ik <\n      ( ) nog geen keuze\ncollega\n  wat: nog geen keuze\n  wie: nog geen keuze\n  [+] Iemand toevoegen\n",
    );
    shows(
        &grid(true),
        None,
        "tab down",
        40,
        24,
        "collega\n2 van 2\n  wat: nog geen keuze\n> wie: nog geen keuze <\n\n  [+] Iemand toevoegen\n",
    );
    shows(
        &grid(true),
        None,
        "end enter 'buur enter",
        40,
        6,
        "3 van 3\n> buur <\n  wat: nog geen keuze\n  wie: nog geen keuze\n  [+] Iemand toevoegen\n",
    );
}
