//! The texts that a person can read in a question file or in the words of the program, each with its setting and its place.

use crate::content::wording::{TEXTS, WORDS};
use crate::core::source::{Node, Place, Value};

/// A text that a person can read.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// The text.
    pub text: String,
    /// The setting it stands under, such as `help`.
    pub name: String,
    /// The question it belongs to, if any.
    pub question: Option<String>,
    /// Where it stands.
    pub place: Place,
}

/// Where one is while reading a file.
#[derive(Debug, Clone, Copy)]
struct Here<'a> {
    name: &'a str,
    in_texts: bool,
    question: Option<&'a str>,
    counts: bool,
}

/// Returns every text of a file in one language. Things that hold in another language only are left out; so is all the rest
/// when the file stands in another language than the one asked for, as `others` says.
pub fn shown(node: &Node, lang: &str, others: bool) -> Vec<Shown> {
    let mut found = Vec::new();
    let here = Here {
        name: "",
        in_texts: false,
        question: None,
        counts: !others,
    };
    gather(node, lang, here, &mut found);
    found
}

/// The parts of the words of the program that are for who writes question files, or types commands.
const FOR_AUTHORS: [&str; 3] = ["checking", "cli", "diagnosis"];

/// Returns every text of the words of the program that a person reads in a walk.
pub fn said(node: &Node) -> Vec<Shown> {
    let mut found = Vec::new();
    if let Value::Map(parts) = &node.value {
        for (part, value) in parts {
            let part = part.text().unwrap_or_default();
            if !FOR_AUTHORS.contains(&part.as_str()) {
                every(&part, value, &mut found);
            }
        }
    }
    found
}

fn every(name: &str, node: &Node, found: &mut Vec<Shown>) {
    match &node.value {
        // A single letter is a key.
        Value::Text(text) if text.chars().nth(1).is_none() => {}
        Value::Text(text) => found.push(Shown {
            text: text.to_string(),
            name: name.to_owned(),
            question: None,
            place: node.place.clone(),
        }),
        Value::Map(pairs) => {
            for (key, value) in pairs {
                every(&key.text().unwrap_or_default(), value, found);
            }
        }
        Value::List(items) => {
            for item in items {
                every(name, item, found);
            }
        }
        Value::Empty | Value::Flag(_) | Value::Number(_) => {}
    }
}

fn gather(node: &Node, lang: &str, here: Here<'_>, found: &mut Vec<Shown>) {
    let only = node.get("only").and_then(Node::text);
    let here = Here {
        counts: only.map_or(here.counts, |only| only == lang),
        ..here
    };
    match &node.value {
        Value::Text(text) => {
            let is_words = here.in_texts || here.name == "cells" || WORDS.contains(&here.name);
            // Names of people and organisations are nobody's choice of words.
            if is_words && here.counts && here.name != "author" {
                found.push(Shown {
                    text: text.to_string(),
                    name: here.name.to_owned(),
                    question: here.question.map(str::to_owned),
                    place: node.place.clone(),
                });
            }
        }
        Value::Map(pairs) => {
            for (key, value) in pairs {
                let key = key.text().unwrap_or_default();
                // In an overlay a list of texts counts from 1, and questions stand under their names.
                let inside = here.in_texts || here.name == "cells";
                let inner = Here {
                    name: if inside { here.name } else { &key },
                    in_texts: inside && here.in_texts
                        || TEXTS.contains(&key.as_str()) && !matches!(value.value, Value::Text(_)),
                    question: if here.name == "questions" {
                        Some(&key)
                    } else {
                        here.question
                    },
                    ..here
                };
                gather(value, lang, inner, found);
            }
        }
        Value::List(items) => {
            for item in items {
                let id = item.get("id").and_then(Node::text);
                let question = match &id {
                    Some(id) if here.name == "questions" => Some(id.as_str()),
                    Some(_) | None => here.question,
                };
                let inner = Here {
                    name: if here.name == "questions" {
                        ""
                    } else {
                        here.name
                    },
                    question,
                    ..here
                };
                gather(item, lang, inner, found);
            }
        }
        Value::Empty | Value::Flag(_) | Value::Number(_) => {}
    }
}
