//! Lays a language over a guide, a list or the facts, by id, before they are read.
//!
//! A list of things in the base becomes a map by id in the overlay; things without an id count from 1. Only words can be laid over:
//! every setting in [`WORDS`]. A word that is missing falls back to the base and is reported; so is one that belongs to nothing.

use crate::core::source::{Code, Diagnostics, Node, Shape, Value, check_keys, wrong};

/// The settings that hold words. All others are the same in every language.
pub const WORDS: [&str; 39] = [
    "title",
    "gives",
    "ask",
    "short",
    "explain",
    "help",
    "label",
    "note",
    "say",
    "softer",
    "example",
    "low",
    "high",
    "left",
    "right",
    "because",
    "body",
    "text",
    "general",
    "otherwise",
    "who",
    "what",
    "when",
    "notice",
    "sure",
    "file",
    "means",
    "word",
    "signatures",
    "for",
    "against",
    "answer",
    "boundary",
    "to_work",
    "surprise",
    "pitfall",
    "author",
    "country",
    "how",
];

/// The settings that hold a list of texts; in an overlay they count from 1.
pub const TEXTS: [&str; 5] = ["signatures", "prompts", "for", "against", "text"];

/// Lays the words of an overlay over a base. The result has the structure of the base, and the places of whatever text it shows.
pub fn lay_over(base: &Node, overlay: &Node, found: &mut Diagnostics) -> Node {
    match (&base.value, &overlay.value) {
        (Value::Map(pairs), Value::Map(_)) => {
            check_keys(overlay, found);
            let merged = pairs
                .iter()
                .map(|(key, value)| (key.clone(), setting(key, value, overlay, found)))
                .collect();
            for (key, _) in overlay.pairs() {
                let name = key.text().unwrap_or_default();
                let known = base.get(&name);
                let is_name =
                    ["guide", "list", "version"].contains(&name.as_str()) && known.is_some();
                let translatable = known.is_some_and(|known| has_words(&name, known));
                if !is_name && !translatable {
                    let translatable = pairs.iter().filter_map(|(key, value)| {
                        key_text(key).filter(|name| has_words(name, value))
                    });
                    found.unknown(Code::StaleWording, &key.place, &name, translatable);
                }
            }
            Node {
                value: Value::Map(merged),
                place: base.place.clone(),
            }
        }
        (Value::List(items), Value::Map(entries)) => {
            check_keys(overlay, found);
            let names: Vec<String> = items
                .iter()
                .enumerate()
                .map(|(number, item)| name_of(item, number))
                .collect();
            for (key, _) in entries {
                let name = key.text().unwrap_or_default();
                if !names.contains(&name) {
                    found.unknown(
                        Code::StaleWording,
                        &key.place,
                        &name,
                        names.iter().map(String::as_str),
                    );
                }
            }
            let merged = items
                .iter()
                .zip(&names)
                .map(|(item, name)| {
                    if let Some(words) = overlay.get(name) {
                        return lay_over(item, words, found);
                    }
                    if matches!(item.value, Value::Text(_)) || needs_words(item) {
                        missing(name, overlay, found);
                    }
                    item.clone()
                })
                .collect();
            Node {
                value: Value::List(merged),
                place: base.place.clone(),
            }
        }
        (Value::Map(_) | Value::List(_), _) => {
            wrong(found, overlay, Shape::Map);
            base.clone()
        }
        (Value::Empty | Value::Flag(_) | Value::Number(_) | Value::Text(_), _) => overlay.clone(),
    }
}

fn setting(key: &Node, value: &Node, overlay: &Node, found: &mut Diagnostics) -> Node {
    let Some(name) = key.text() else {
        return value.clone();
    };
    if !has_words(&name, value) {
        return value.clone();
    }
    match overlay.get(&name) {
        Some(words) if name == "cells" => cells(value, words, found),
        Some(words) => lay_over(value, words, found),
        None => {
            missing(&name, overlay, found);
            value.clone()
        }
    }
}

/// The cells of a comparison are words under names of the author's own.
fn cells(base: &Node, overlay: &Node, found: &mut Diagnostics) -> Node {
    for (key, _) in overlay.pairs() {
        let name = key.text().unwrap_or_default();
        if base.get(&name).is_none() {
            found.unknown(
                Code::StaleWording,
                &key.place,
                &name,
                base.pairs().iter().filter_map(|(key, _)| key_text(key)),
            );
        }
    }
    let laid = base.pairs().iter().map(|(key, value)| {
        let name = key.text().unwrap_or_default();
        let words = overlay.get(&name).cloned().unwrap_or_else(|| {
            missing(&name, overlay, found);
            value.clone()
        });
        (key.clone(), words)
    });
    let laid = laid.collect();
    Node {
        value: Value::Map(laid),
        place: base.place.clone(),
    }
}

fn missing(name: &str, overlay: &Node, found: &mut Diagnostics) {
    found.add_with(
        Code::MissingWording,
        &overlay.place,
        vec![("name", name.to_owned())],
    );
}

/// Says whether a setting holds words, itself or somewhere inside. `when` is a word in an agreement and a condition elsewhere;
/// a condition is always a mapping without `text`.
fn has_words(name: &str, value: &Node) -> bool {
    match &value.value {
        Value::Text(text) => WORDS.contains(&name) && !is_answers(text),
        Value::Number(_) | Value::Flag(_) => WORDS.contains(&name),
        Value::Map(_) if name == "when" => value.get("text").is_some(),
        Value::Map(_) if name == "cells" => true,
        Value::List(items) if TEXTS.contains(&name) => !items.is_empty(),
        Value::Map(_) | Value::List(_) => needs_words(value),
        Value::Empty => false,
    }
}

/// Says whether a text is answers alone: they are the same in every language.
fn is_answers(text: &str) -> bool {
    let mut pieces = text.trim().split('{');
    pieces.next() == Some("")
        && pieces.all(|piece| {
            piece
                .split_once('}')
                .is_some_and(|(_, after)| after.trim().is_empty())
        })
}

fn needs_words(value: &Node) -> bool {
    match &value.value {
        // What holds in one language only stands in that language.
        Value::Map(_) if value.get("only").is_some() => false,
        Value::Map(pairs) => pairs
            .iter()
            .any(|(key, value)| key.text().is_some_and(|name| has_words(&name, value))),
        Value::List(items) => items.iter().any(needs_words),
        Value::Empty | Value::Flag(_) | Value::Number(_) | Value::Text(_) => false,
    }
}

fn name_of(item: &Node, number: usize) -> String {
    item.get("id")
        .and_then(Node::text)
        .unwrap_or_else(|| (number + 1).to_string())
}

fn key_text(key: &Node) -> Option<&str> {
    match &key.value {
        Value::Text(text) => Some(text),
        Value::Empty | Value::Flag(_) | Value::Number(_) | Value::List(_) | Value::Map(_) => None,
    }
}

/// Changes every word of a base or overlay, for the pseudo-language in which tests look for words that stand in the program.
pub fn map_words(node: &Node, change: &dyn Fn(&str) -> String) -> Node {
    let value = match &node.value {
        Value::Map(pairs) => Value::Map(
            pairs
                .iter()
                .map(|(key, value)| {
                    let name = key.text().unwrap_or_default();
                    let changed = match &value.value {
                        Value::Text(text) if WORDS.contains(&name.as_str()) => Node {
                            value: Value::Text(change(text).into()),
                            place: value.place.clone(),
                        },
                        Value::Map(cells) if name == "cells" => {
                            let texts = cells.iter().map(|(key, cell)| {
                                let text =
                                    Value::Text(change(&cell.reading().unwrap_or_default()).into());
                                (
                                    key.clone(),
                                    Node {
                                        value: text,
                                        place: cell.place.clone(),
                                    },
                                )
                            });
                            Node {
                                value: Value::Map(texts.collect()),
                                place: value.place.clone(),
                            }
                        }
                        Value::List(items) if TEXTS.contains(&name.as_str()) => {
                            let texts = items.iter().map(|item| Node {
                                value: Value::Text(
                                    change(&item.reading().unwrap_or_default()).into(),
                                ),
                                place: item.place.clone(),
                            });
                            Node {
                                value: Value::List(texts.collect()),
                                place: value.place.clone(),
                            }
                        }
                        Value::Empty
                        | Value::Flag(_)
                        | Value::Number(_)
                        | Value::Text(_)
                        | Value::List(_)
                        | Value::Map(_) => map_words(value, change),
                    };
                    (key.clone(), changed)
                })
                .collect(),
        ),
        Value::List(items) => {
            Value::List(items.iter().map(|item| map_words(item, change)).collect())
        }
        Value::Empty | Value::Flag(_) | Value::Number(_) | Value::Text(_) => node.value.clone(),
    };
    Node {
        value,
        place: node.place.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::parse::parse;

    #[test]
    fn a_list_of_texts_is_laid_over_by_number_and_none_may_be_missing() {
        let base =
            "coach: {prompts: [een, twee], pitfall: drie}\nabout: {for: [vier], against: vijf}\n";
        let whole = "coach: {prompts: {1: one, 2: two}, pitfall: three}\nabout: {for: {1: four}, against: five}\n";
        let missing = whole.replace(", 2: two", "");
        let left_over = whole.replace("2: two", "2: two, 3: six");
        for (overlay, codes) in [
            (whole, vec![]),
            (missing.as_str(), vec![Code::MissingWording]),
            (left_over.as_str(), vec![Code::StaleWording]),
        ] {
            let mut found = Diagnostics::default();
            let base = parse("base.yml", base).expect("it parses");
            let overlay = parse("over.yml", overlay).expect("it parses");
            lay_over(&base, &overlay, &mut found);
            let told: Vec<Code> = found.sorted().iter().map(|one| one.code).collect();
            assert_eq!(told, codes);
        }
    }
}
