//! The pseudo-language: every word of the files is marked, so a letter that is not marked stands in the program.

use std::collections::BTreeMap;

use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::Host;
use weegwijzer::content::library::Library;
use weegwijzer::content::{embedded, parse, wording};
use weegwijzer::core::source::{Node, Value};
use weegwijzer::tui::run::Colors;

use crate::support::replies::Dice;
use crate::support::screen::{drawn, rows};
use crate::support::script::watched;

/// Marks a letter: the same width, easy to tell from an unmarked one.
fn mark_letter(c: char) -> char {
    let shift =
        |first: char, to: u32| char::from_u32(to + (u32::from(c) - u32::from(first))).unwrap_or(c);
    match c {
        'a'..='z' => shift('a', 0x0430),
        'A'..='Z' => shift('A', 0x0410),
        other => other,
    }
}

/// Marks a text; names in braces stay, since the program looks for them.
pub(crate) fn mark(text: &str) -> String {
    let mut inside = false;
    text.chars()
        .map(|c| {
            inside = if c == '{' { true } else { inside && c != '}' };
            if inside { c } else { mark_letter(c) }
        })
        .collect()
}

/// Writes located values as JSON, which is YAML.
fn json(node: &Node) -> String {
    let quoted = |text: &str| {
        format!(
            "\"{}\"",
            text.replace('\\', "\\\\")
                .replace('"', "\\\"")
                .replace('\n', "\\n")
        )
    };
    match &node.value {
        Value::Empty => "null".to_owned(),
        Value::Flag(flag) => flag.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Text(text) => quoted(text),
        Value::List(items) => format!(
            "[{}]",
            items.iter().map(json).collect::<Vec<_>>().join(", ")
        ),
        Value::Map(pairs) => {
            let pair = |(key, value): &(Node, Node)| {
                format!(
                    "{}: {}",
                    quoted(&key.text().unwrap_or_default()),
                    json(value)
                )
            };
            format!(
                "{{{}}}",
                pairs.iter().map(pair).collect::<Vec<_>>().join(", ")
            )
        }
    }
}

/// Marks every text of a file of which every value is words.
fn all_marked(node: &Node) -> Node {
    let value = match &node.value {
        Value::Text(text) => Value::Text(mark(text).into()),
        Value::List(items) => Value::List(items.iter().map(all_marked).collect()),
        Value::Map(pairs) => Value::Map(
            pairs
                .iter()
                .map(|(key, value)| (key.clone(), all_marked(value)))
                .collect(),
        ),
        other => other.clone(),
    };
    Node {
        value,
        place: node.place.clone(),
    }
}

/// Marks the sources of facts: they are shown, though they are the same in every language.
fn sources_marked(node: &Node) -> Node {
    let value = match &node.value {
        Value::List(items) => Value::List(items.iter().map(sources_marked).collect()),
        Value::Map(pairs) => {
            let pair = |(key, value): &(Node, Node)| match (key.text().as_deref(), value.text()) {
                (Some("name" | "called" | "in" | "law"), Some(text)) => (
                    key.clone(),
                    Node {
                        value: Value::Text(mark(&text).into()),
                        place: value.place.clone(),
                    },
                ),
                _ => (key.clone(), sources_marked(value)),
            };
            Value::Map(pairs.iter().map(pair).collect())
        }
        other => other.clone(),
    };
    Node {
        value,
        place: node.place.clone(),
    }
}

/// All question files with every word marked, laid over the Dutch ones.
pub(crate) fn library() -> Library {
    let mut files = BTreeMap::new();
    for path in embedded::paths("") {
        let is_ui = path == "lang/nl/ui.yml";
        let has_words = path.ends_with("/guide.yml")
            || path.ends_with("/rehearsal.yml")
            || path.starts_with("lists/")
            || path == "facts.yml"
            || path == "lang/nl/glossary.yml";
        if !is_ui && !has_words {
            continue;
        }
        let text = embedded::text(&path).expect("a shipped file is text");
        let node = parse::parse(&path, text).expect("a shipped file parses");
        let marked = if is_ui {
            all_marked(&node)
        } else if path == "facts.yml" {
            sources_marked(&wording::map_words(&node, &mark))
        } else {
            wording::map_words(&node, &mark)
        };
        files.insert(path, json(&marked));
    }
    Library::with_own("pseudo".to_owned(), files)
}

/// Returns the words with unmarked letters in a text.
pub(crate) fn unmarked(text: &str) -> Vec<String> {
    let words = text.split(|c: char| c.is_whitespace());
    let ends = [".txt", ".md", ".html", ".docx", ".pdf", ".ics"];
    words
        .filter(|word| {
            let mut bare = (*word).to_owned();
            for end in ends {
                bare = bare.replace(end, "");
            }
            bare.chars().any(|c| c.is_ascii_alphabetic())
        })
        .map(str::to_owned)
        .collect()
}

#[test]
fn the_marked_files_load_and_every_word_of_them_is_marked() {
    let library = library();
    let lang = weegwijzer::core::words::Lang::base();
    let words = library.words(&lang).expect("the marked words load");
    let loaded = library
        .guide("openness", &lang)
        .expect("the marked guide loads");
    assert!(unmarked(&words.welcome.first_text).is_empty());
    for question in loaded.guide.questions() {
        let ask = question.ask.replace("{item}", "");
        assert!(unmarked(&ask).is_empty(), "{ask}");
    }
}

/// Marks that stand for something and are no words: chosen, not chosen, a place on a scale, more below.
fn without_signs(text: &str) -> String {
    let signs = ["[x]", "(o)", "o", "x", "v"];
    let keep = |word: &&str| {
        let bare = word.trim_matches(|c: char| "-[]()#|>*".contains(c));
        let is_scale = word.chars().all(|c| "o-#x.|".contains(c));
        !signs.contains(word) && !signs.contains(&bare) && !is_scale
    };
    text.split_whitespace()
        .filter(keep)
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn with_every_word_marked_no_letter_of_the_program_is_on_any_screen() {
    let home = tempfile::tempdir().expect("a folder");
    let mut dice = Dice::without_letters(3);
    let mut found: Vec<String> = Vec::new();
    let mut look = |flow: &Flow, host: &Host| {
        for (size, script) in [
            ((80, 24), ""),
            ((80, 24), "esc"),
            ((80, 24), "f1"),
            ((200, 60), ""),
            ((40, 12), ""),
        ] {
            let (buffer, _) = drawn(
                &mut flow.clone(),
                &mut host.clone(),
                size,
                Colors::None,
                script,
            );
            let shown = rows(&buffer, &|cell| cell.symbol().to_owned()).join("\n");
            let shown = shown.replace(&*home.path().to_string_lossy(), "");
            // A long path is scrolled in its field, so its beginning can be out of sight.
            let is_place = matches!(
                flow.view().stage,
                weegwijzer::app::view::StageView::Place(_)
            );
            if !is_place {
                found.extend(unmarked(&without_signs(&shown)));
            }
        }
    };
    watched(
        library(),
        "nl",
        home.path(),
        &mut dice,
        ["openness", "all", "both"],
        &mut look,
    );
    found.sort();
    found.dedup();
    assert!(found.is_empty(), "{found:?}");
}
