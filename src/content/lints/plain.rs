//! What makes a text of one language hard or unkind, as its authors listed it in `plain.yml`.

use crate::content::lints::tokens::words;
use crate::core::source::{Diagnostics, Fields, Node};

/// A word or phrase with what could stand instead.
#[derive(Debug, Clone, PartialEq)]
pub struct Better {
    /// As it is listed.
    pub listed: String,
    /// The same in words.
    pub phrase: Vec<String>,
    /// What could stand instead.
    pub better: String,
}

/// How a sentence looks in which nobody does anything.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Passive {
    /// The verbs it is made with.
    pub with: Vec<String>,
    /// How the other verb begins.
    pub begin: Vec<String>,
    /// How the other verb ends.
    pub end: Vec<String>,
    /// Words that look like such a verb.
    pub not: Vec<String>,
}

/// The rules of one language.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plain {
    /// The most words of a sentence.
    pub most: usize,
    /// The most words that sentences of a file have on the whole.
    pub mean: usize,
    /// Hard words.
    pub hard: Vec<Better>,
    /// Words that hurt.
    pub stigma: Vec<Better>,
    /// Words that press.
    pub leading: Vec<Better>,
    /// How a question asks for a diagnosis.
    pub diagnosis: Vec<Better>,
    /// Formal words for “you”.
    pub formal: Vec<String>,
    /// Words that say no.
    pub negatives: Vec<String>,
    /// Names in capitals that need no explanation.
    pub names: Vec<String>,
    /// Numbers that need no fact, such as those to call.
    pub numbers: Vec<String>,
    /// Sentences in which nobody does anything.
    pub passive: Passive,
}

impl Plain {
    /// Reads `plain.yml`.
    pub fn read(node: &Node, found: &mut Diagnostics) -> Self {
        let mut fields = Fields::of(node, found);
        fields.needed_text("language", found);
        let number = |name, fields: &mut Fields<'_>, found: &mut Diagnostics| {
            fields
                .needed_number(name, 1..=100, found)
                .and_then(|number| usize::try_from(number).ok())
                .unwrap_or(usize::MAX)
        };
        let plain = Self {
            most: number("most_words", &mut fields, found),
            mean: number("mean_words", &mut fields, found),
            hard: better("hard", &mut fields, found),
            stigma: better("stigma", &mut fields, found),
            leading: better("leading", &mut fields, found),
            diagnosis: better("diagnosis", &mut fields, found),
            formal: list("formal", &mut fields, found),
            negatives: list("negatives", &mut fields, found),
            names: list("names", &mut fields, found),
            numbers: list("numbers", &mut fields, found),
            passive: fields
                .node("passive", found)
                .map(|node| passive(node, found))
                .unwrap_or_default(),
        };
        fields.done(found);
        plain
    }
}

fn list(name: &'static str, fields: &mut Fields<'_>, found: &mut Diagnostics) -> Vec<String> {
    let texts = fields.texts(name, found);
    texts.into_iter().map(|(text, _)| text).collect()
}

/// A list of words, or words with what could stand instead.
fn better(name: &'static str, fields: &mut Fields<'_>, found: &mut Diagnostics) -> Vec<Better> {
    let Some(node) = fields.node(name, found) else {
        return Vec::new();
    };
    let one = |listed: String, better: String| Better {
        phrase: words(&listed),
        listed,
        better,
    };
    if node.items().is_empty() {
        // A mapping: the word, and what could stand instead.
        Fields::of(node, found);
        let pairs = node.pairs().iter();
        return pairs
            .filter_map(|(key, value)| Some(one(key.text()?, value.text().unwrap_or_default())))
            .collect();
    }
    let texts = fields.texts(name, found).into_iter();
    texts.map(|(text, _)| one(text, String::new())).collect()
}

fn passive(node: &Node, found: &mut Diagnostics) -> Passive {
    let mut fields = Fields::of(node, found);
    let passive = Passive {
        with: list("with", &mut fields, found),
        begin: list("begin", &mut fields, found),
        end: list("end", &mut fields, found),
        not: list("not", &mut fields, found),
    };
    fields.done(found);
    passive
}
