//! Content there and back: any answer, any text, and any bytes.

use proptest::prelude::*;

use super::*;
use crate::app::dossier::edge::Said;
use crate::core::answer::{
    Answer, Blank, Cells, Choice, Day, FieldAnswer, Own, OwnWeight, Pole, Weights,
};
use crate::core::ids::{FieldId, ItemId};

fn id() -> impl Strategy<Value = ItemId> {
    "[a-z][a-z0-9-]{0,12}".prop_map(|text| ItemId::new(&text))
}

fn own() -> impl Strategy<Value = Own> {
    (1..9u32, any::<String>()).prop_map(|(key, text)| Own { key, text })
}

fn day() -> impl Strategy<Value = Day> {
    (1900..2200i16, 1..13i8, 1..29i8)
        .prop_filter_map("a day", |(year, month, day)| Day::new(year, month, day))
}

fn weights() -> impl Strategy<Value = Weights> {
    let entry =
        (own(), id(), any::<bool>(), 0..4u8).prop_map(|(own, column, is_for, weight)| OwnWeight {
            own,
            column,
            pole: if is_for { Pole::For } else { Pole::Against },
            weight,
        });
    (
        prop::collection::btree_map(id(), 0..4u8, 0..6),
        prop::collection::vec(entry, 0..3),
    )
        .prop_map(|(given, own)| Weights { given, own })
}

fn answer() -> impl Strategy<Value = Answer> {
    let field = prop_oneof![
        any::<String>().prop_map(FieldAnswer::Text),
        day().prop_map(FieldAnswer::Day),
        id().prop_map(FieldAnswer::One),
    ];
    let cells =
        prop::collection::btree_map(id(), prop::collection::btree_map(id(), id(), 0..3), 0..4);
    prop_oneof![
        prop::sample::select(Blank::ALL.to_vec()).prop_map(Answer::Blank),
        id().prop_map(Answer::One),
        prop::collection::vec(
            prop_oneof![id().prop_map(Choice::Item), own().prop_map(Choice::Own)],
            0..5
        )
        .prop_map(Answer::Many),
        any::<i64>().prop_map(Answer::Number),
        weights().prop_map(Answer::Weights),
        any::<String>().prop_map(Answer::Text),
        day().prop_map(Answer::Day),
        prop::collection::btree_map(
            "[a-z]{1,6}".prop_map(|text| FieldId::new(&text)),
            field,
            0..4
        )
        .prop_map(Answer::Form),
        (cells, prop::collection::vec(own(), 0..3))
            .prop_map(|(cells, own)| Answer::Cells(Cells { cells, own })),
        Just(Answer::Seen),
    ]
}

fn content(answers: &[(String, Answer)]) -> Content {
    let saying = |answer: &Answer| Saying {
        asked: "Vraag".to_owned(),
        said: vec!["Iets".to_owned()],
        answer: Said::of(answer),
    };
    Content {
        version: VERSION,
        date: Some("2026-12-03".to_owned()),
        guide: GuideMark {
            id: "openness".to_owned(),
            version: 1,
            fingerprint: "0".to_owned(),
        },
        lang: "nl".to_owned(),
        at: None,
        answers: answers
            .iter()
            .map(|(id, answer)| (id.clone(), saying(answer)))
            .collect(),
        opened: Vec::new(),
        papers: BTreeMap::new(),
        decisions: Vec::new(),
        remarks: BTreeMap::new(),
        practised: BTreeMap::new(),
        visits: Vec::new(),
        people: None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_answer_comes_back_as_it_was(answer in answer()) {
        prop_assert_eq!(Said::of(&answer).answer(), Some(answer));
    }

    #[test]
    fn everything_that_is_kept_is_read_as_it_was(answers in prop::collection::vec((any::<String>(), answer()), 0..8)) {
        let kept = content(&answers);
        prop_assert_eq!(Content::read(&kept.print()), Ok(kept));
    }

    #[test]
    fn no_bytes_bring_the_reader_down(bytes in prop::collection::vec(any::<u8>(), 0..200), at in 0..400usize) {
        prop_assert!(Content::read(&bytes).is_err());
        // The same within something that is nearly right.
        let mut kept = content(&[("a".to_owned(), Answer::Text("b".to_owned()))]).print().to_vec();
        let at = at.min(kept.len());
        kept.splice(at..at, bytes);
        let _ = Content::read(&kept);
    }
}

#[test]
fn what_is_wrong_is_told_apart_and_nothing_of_it_is_quoted() {
    let kept = content(&[("a".to_owned(), Answer::Text("geheim".to_owned()))]);
    let text = String::from_utf8(kept.print().to_vec()).expect("text");
    for (from, to, why) in [
        (
            "\"version\": 2,\n  \"date\"",
            "\"version\": 3,\n  \"date\"",
            Unusable::Newer,
        ),
        (
            "\"version\": 2,\n  \"date\"",
            "\"version\": 0,\n  \"date\"",
            Unusable::Malformed,
        ),
        ("\"lang\"", "\"long\"", Unusable::Malformed),
        (
            "{\n        \"text\": \"geheim\"\n      }",
            "{\"day\": \"geheim\"}",
            Unusable::Malformed,
        ),
        (
            "{\n        \"text\": \"geheim\"\n      }",
            "{\"blank\": \"geheim\"}",
            Unusable::Malformed,
        ),
        (
            "{\n        \"text\": \"geheim\"\n      }",
            "{\"geheim\": 1}",
            Unusable::Malformed,
        ),
    ] {
        assert!(text.contains(from), "{from}: {text}");
        let why_not = Content::read(text.replacen(from, to, 1).as_bytes());
        assert_eq!(why_not, Err(why), "{to}");
        assert!(!format!("{why_not:?}").contains("geheim"));
    }
}

#[test]
fn a_form_of_later_is_known_as_such_whatever_else_it_holds() {
    assert_eq!(
        Content::read(b"{\"version\": 7, \"something\": [1, 2]}"),
        Err(Unusable::Newer)
    );
}

#[test]
fn a_visit_can_be_forgotten() {
    let mut kept = content(&[]);
    let visit = |date: &str| Visit {
        date: date.to_owned(),
        guide: kept.guide.clone(),
        answers: BTreeMap::new(),
        opened: vec!["values".to_owned()],
        papers: BTreeMap::new(),
        decisions: Vec::new(),
        remarks: BTreeMap::new(),
    };
    let (first, second) = (visit("2026-12-03"), visit("2027-03-01"));
    kept.visits = vec![first, second.clone()];
    assert_eq!(Content::read(&kept.print()), Ok(kept.clone()));
    kept.forget_visit(0);
    kept.forget_visit(5);
    assert_eq!(kept.visits, vec![second]);
}
