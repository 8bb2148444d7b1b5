//! Which marks stay while a text changes, and which words are not finished.

use crate::app::view::{LookView, MarkView};
use crate::core::ask::Written;
use crate::tui::marks::{Marks, Writing};

const TEXT: &str = "één depressie, één lithium.";

fn look() -> LookView {
    let mark = |word: &str| {
        let start = TEXT.find(word).expect("the word is there");
        MarkView {
            start,
            end: start + word.len(),
            word: word.to_owned(),
            says: word.to_uppercase(),
            calm: None,
        }
    };
    LookView {
        text: Written::plain(TEXT),
        marks: vec![mark("depressie"), mark("lithium")],
        rest: "REST".to_owned(),
    }
}

fn writing(text: &str, cursor: usize) -> Writing {
    Writing {
        written: Written::plain(text),
        cursor: Some(cursor),
        focused: true,
    }
}

#[test]
fn a_mark_stays_while_the_text_around_its_word_changes() {
    let marks = Marks::of(vec![look()], &[]);
    for (text, left) in [
        (TEXT, &["depressie", "lithium"][..]),
        (
            "één depressie, één lithium. En meer",
            &["depressie", "lithium"],
        ),
        ("twee depressie, één lithium.", &["depressie", "lithium"]),
        (
            "één depressie, met veel één lithium.",
            &["depressie", "lithium"],
        ),
        ("één depressief, één lithium.", &["lithium"]),
        ("één depresie, één lithium.", &["lithium"]),
        (
            "één manisch-depressie, één lithium.",
            &["depressie", "lithium"],
        ),
        ("één Xdepressie, één lithium.", &["lithium"]),
        ("één depressie", &["depressie"]),
        ("één", &[]),
        ("", &[]),
        ("iets heel anders", &[]),
    ] {
        let found = marks.on(text);
        let words: Vec<&str> = found
            .into_iter()
            .filter_map(|range| text.get(range))
            .collect();
        assert_eq!(words, left, "{text:?}");
        assert_eq!(marks.says(text).is_empty(), left.is_empty(), "{text:?}");
    }
}

#[test]
fn a_word_that_is_not_finished_is_not_marked() {
    for (cursor, left) in [
        (TEXT.len(), &["depressie", "lithium"][..]),
        (TEXT.len() - 1, &["depressie"]),
        (TEXT.len() - 3, &["depressie"]),
        (8, &["lithium"]),
        (0, &["depressie", "lithium"]),
    ] {
        let marks = Marks::of(vec![look()], &[writing(TEXT, cursor)]);
        assert_eq!(marks.words().collect::<Vec<_>>(), left, "{cursor}");
        let says = marks.says(TEXT).concat();
        assert_eq!(
            says.contains("LITHIUM"),
            left.contains(&"lithium"),
            "{says}"
        );
    }
    for (text, cursor, word) in [
        ("", 0, None),
        ("a ", 2, None),
        ("a b", 3, Some(2..3)),
        ("é-ok", 2, Some(0..5)),
        (" b", 1, None),
    ] {
        assert_eq!(writing(text, cursor).unfinished(), word, "{text:?}");
    }
}
