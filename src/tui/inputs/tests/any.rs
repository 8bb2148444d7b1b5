//! Whatever is pressed: nothing breaks, the cursor stays on the page, no line is too wide, and every reply fits its question.

use crate::tui::keymap::Keys;
use proptest::prelude::*;

use super::{offers, opened, words};
use crate::core::answer::Pole;
use crate::core::ask::{
    Ask, CompareColumn, Field, FieldAsk, GridColumn, Offer, Refusal, WeighItem,
};
use crate::core::phrase::{Level, Phrase};
use crate::core::text::{length, width};
use crate::tui::inputs::{Ctx, Heard};
use crate::tui::marks::Marks;
use crate::tui::press::Press;

fn long() -> Vec<Offer> {
    let mut offers = offers(&[
        "een",
        "twee-drie-vier-vijf-zes/een noot van enkele woorden",
        "!geen",
        "日本語",
    ]);
    if let Some(offer) = offers.first_mut() {
        offer.note = Some(Phrase::Level(Level::Energy));
    }
    offers
}

fn asks() -> Vec<Ask> {
    let item = |number: usize| WeighItem {
        id: format!("item-{number}").as_str().into(),
        label: Phrase::text("een overweging van een paar woorden"),
        column: if number.is_multiple_of(2) { "a" } else { "b" }.into(),
        pole: if number % 4 < 2 {
            Pole::For
        } else {
            Pole::Against
        },
    };
    let field = |id: &str, ask| Field {
        id: id.into(),
        label: Phrase::text("hoe heet dit veld"),
        ask,
        example: Some("een voorbeeld".into()),
        copy: Some("van [begin] tot [eind]".into()),
        general: None,
    };
    let scale = |lowest, highest, poles| Ask::Scale {
        lowest,
        highest,
        low: "helemaal niet".into(),
        high: "heel veel en nog meer".into(),
        poles,
    };
    vec![
        Ask::Pick { offers: long() },
        Ask::Pick { offers: vec![] },
        Ask::PickMany {
            offers: long(),
            own: true,
            at_most: Some(2),
        },
        Ask::Rank {
            offers: long(),
            top: 3,
        },
        scale(0, 10, false),
        scale(-3, 3, true),
        Ask::Weigh {
            columns: offers(&["a", "b"]),
            items: (0..12).map(item).collect(),
            own: true,
            first: 2,
        },
        Ask::Form {
            fields: vec![
                field("een", FieldAsk::Line),
                field("twee", FieldAsk::Pick(long())),
                field("drie", FieldAsk::Day),
            ],
        },
        Ask::Grid {
            rows: long(),
            columns: vec![
                GridColumn {
                    id: "wat".into(),
                    label: "wat vertel je".into(),
                    offers: long(),
                },
                GridColumn {
                    id: "wie".into(),
                    label: "wie".into(),
                    offers: long(),
                },
            ],
            own: true,
        },
        Ask::Compare {
            columns: long()
                .into_iter()
                .map(|offer| CompareColumn {
                    offer,
                    cells: vec!["een dag op het werk".into()],
                })
                .collect(),
            aspects: vec!["hoe een dag eruitziet".into(), "zonder tekst".into()],
        },
        Ask::Day,
        Ask::Line {
            offers: Vec::new(),
            example: Some("een voorbeeld van werk".into()),
            at_most: 20,
        },
        Ask::Lines {
            example: None,
            at_most: 20,
        },
        Ask::Read {
            body: "een tekst\nvan twee regels".into(),
            facts: vec![],
        },
    ]
}

fn any_press() -> impl Strategy<Value = Press> {
    let key = prop::sample::select(vec![
        Press::Up,
        Press::Down,
        Press::Left,
        Press::Right,
        Press::Home,
        Press::End,
        Press::PageUp,
        Press::PageDown,
        Press::Accept,
        Press::Next,
        Press::Previous,
        Press::Erase,
        Press::Delete,
        Press::NewLine,
        Press::Copy,
        Press::Typed(' '),
        Press::Typed('3'),
    ]);
    prop_oneof![
        8 => key,
        1 => any::<char>().prop_map(Press::Typed),
        1 => "[a-z \n\r日👩\u{200d}\u{301}]{0,30}".prop_map(Press::Pasted),
    ]
}

proptest! {
    #[test]
    fn nothing_pressed_breaks_an_input(
        presses in prop::collection::vec(any_press(), 0..60),
        columns in 16_usize..=72,
        rows in 4_usize..40,
    ) {
        let words = words();
        let ctx = Ctx { words: &words, keys: &Keys::default(), columns, wide: columns, rows, marks: Marks::NONE };
        for ask in asks() {
            let mut input = opened(&ask, None, &words, columns, rows);
            for press in &presses {
                let typing = input.typing();
                let heard = input.on(press);
                if typing && matches!(press, Press::Typed(_) | Press::Pasted(_)) {
                    prop_assert_eq!(&heard, &Heard::Handled);
                }
                if let Heard::Reply(reply) = heard {
                    prop_assert_eq!(press, &Press::Accept);
                    if let Err(refusal) = ask.hear(reply) {
                        let ours = matches!(refusal, Refusal::WrongShape | Refusal::NotOffered | Refusal::OutOfRange { .. });
                        prop_assert!(!ours, "{:?}: {:?}", ask, refusal);
                    }
                }
            }
            let page = input.draw(&ctx);
            let empty = matches!(&ask, Ask::Pick { offers } if offers.is_empty());
            prop_assert_eq!(page.cursor().is_none(), empty);
            if let Some((line, column)) = page.cursor() {
                prop_assert!(line < page.len() && column < columns, "{:?}", page);
            }
            for line in page.lines() {
                let text: String = line.pieces.iter().map(|(text, _)| text.as_str()).collect();
                let fits = width(&text) <= columns || line.pieces.iter().any(|(text, _)| length(text) == 1);
                prop_assert!(fits, "{text:?} in {columns}");
            }
            prop_assert!(input.hints(&ctx).len() <= 4);
        }
    }
}
