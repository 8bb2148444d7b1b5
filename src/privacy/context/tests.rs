//! Small lists of groups and entries for the tests of this folder, and texts read with them.
//!
//! The groups are those of the shipped lists by name, with a few words in two languages. For tests only.

use std::ops::Range;

use crate::core::source::{Diagnostics, Node, Place, Value};
use crate::privacy::lexicon::Lexicon;
use crate::privacy::matching::fuzzy::Desk;
use crate::privacy::normalize::Reader;
use crate::privacy::page::Page;
use crate::privacy::profile::know;

const GROUPS: [(&str, &str, &str); 29] = [
    ("lifeless", "clause", "is werd was got kreeg zijn"),
    (
        "person",
        "clause",
        "ik i he zij jou vader mother diagnosis jeugd",
    ),
    ("article", "clause", "de het een the a our mijn"),
    ("onto", "clause", "na in after bij from"),
    ("listing", "clause", "en and"),
    ("turn", "near", "maar but omdat"),
    ("own", "near", "heb i-have"),
    ("first", "clause", "ik i we"),
    ("undergo", "clause", "kreeg got slik take was gehad niet"),
    ("helping", "clause", "heb have"),
    ("assist", "clause", "ook also can kan"),
    ("opens", "clause", "omdat because"),
    ("being", "clause", "was"),
    ("as", "clause", "als as"),
    ("trade", "clause", "portier officer"),
    ("of", "clause", "van of in"),
    ("my", "before", "mijn my"),
    ("with", "before", "met with"),
    ("bears", "before", "mijn my heb have after"),
    ("sick", "line", "dokter doctor"),
    ("tail", "near", "groep group"),
    (
        "doubtful",
        "clause",
        "opname rehab gereanimeerd stroke depressie",
    ),
    ("object", "clause", "me mij him"),
    ("people", "clause", "kinderen pupils"),
    ("crowd", "near", "klanten guests"),
    ("plain", "clause", "hiv"),
    ("takes", "near", "mg tablet"),
    ("attends", "clause", "ging went"),
    ("receives", "near", "uitkering"),
];

/// Reads the groups, as the program does.
pub(super) fn lexicon() -> Lexicon {
    lexicon_with(&[])
}

/// Reads the groups and entries of one word each: the category, the word, and whether it means nothing else.
pub(in crate::privacy) fn lexicon_with(entries: &[(&str, &str, bool)]) -> Lexicon {
    let groups = GROUPS.map(|(id, scope, words)| {
        let words = words.split(' ').map(|word| text(&word.replace('-', " ")));
        map(&[
            ("id", text(id)),
            ("scope", text(scope)),
            ("words", node(Value::List(words.collect()))),
        ])
    });
    let file = map(&[
        ("language", text("nl")),
        ("groups", node(Value::List(groups.to_vec()))),
    ]);
    let lists = entries.iter().map(|(category, word, clear)| {
        let entry = map(&[
            ("id", text(&format!("nl-{category}-{word}"))),
            ("terms", node(Value::List(vec![text(word)]))),
            ("clear", node(Value::Flag(*clear))),
            ("fuzzy", text("none")),
        ]);
        map(&[
            ("language", text("nl")),
            ("category", text(category)),
            ("entries", node(Value::List(vec![entry]))),
        ])
    });
    let files: Vec<Node> = std::iter::once(file).chain(lists).collect();
    Lexicon::read(&files, &mut Diagnostics::default())
}

/// Reads a text with them, and finds a word in it.
pub(super) fn page(lexicon: &Lexicon, text: &str, word: &str) -> (Page, Range<usize>) {
    let mut page = Page::default();
    Reader::of(text).read(&mut page);
    know(&mut page, lexicon, &mut Desk::default());
    let at = page
        .tokens
        .iter()
        .position(|token| page.of(token) == word.as_bytes())
        .expect("the word stands in the text");
    (page, at..at + 1)
}

fn node(value: Value) -> Node {
    Node {
        value,
        place: Place::start("a.yml"),
    }
}

fn text(text: &str) -> Node {
    node(Value::Text(text.to_owned().into()))
}

fn map(pairs: &[(&str, Node)]) -> Node {
    let pairs = pairs.iter();
    node(Value::Map(
        pairs
            .map(|(key, value)| (text(key), value.clone()))
            .collect(),
    ))
}
