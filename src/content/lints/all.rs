//! All rules over all files of a language.

use std::collections::BTreeSet;
use std::path::Path;

use crate::content::library::Library;
use crate::content::lints::plain::Plain;
use crate::content::lints::reading::{Reading, Rule};
use crate::content::lints::shown::{Shown, said, shown};
use crate::content::lints::{balance, facts, numbers, sentences, terms, words};
use crate::core::offers::Shelf;
use crate::core::source::{Diagnostics, Node};
use crate::core::words::Lang;

/// The rules about one text.
pub const RULES: [Rule; 11] = [
    sentences::long,
    sentences::passive,
    sentences::negatives,
    sentences::shouting,
    words::hard,
    words::stigma,
    words::leading,
    words::diagnosis,
    words::address,
    words::abbreviations,
    numbers::bare_numbers,
];

/// Reads the lists of a language, when it has them.
pub fn plain_of(library: &Library, lang: &Lang, found: &mut Diagnostics) -> Option<Plain> {
    let node = library.parsed(&format!("lang/{lang}/plain.yml"), found)?;
    Some(Plain::read(&node, found))
}

/// A file as it was parsed, with the texts that a person can read in it.
#[derive(Debug, Clone)]
pub struct Read {
    /// The file.
    pub path: String,
    /// As it was parsed.
    pub node: Node,
    /// Its texts.
    pub texts: Vec<Shown>,
}

/// Reads the files of a language that `wanted` names.
pub fn files(
    library: &Library,
    lang: &Lang,
    wanted: &dyn Fn(&str) -> bool,
    found: &mut Diagnostics,
) -> Vec<Read> {
    let mut files = Vec::new();
    for path in library.paths() {
        let others = *lang != Lang::base() && !path.starts_with("lang/");
        if !is_text(&path, lang) || !wanted(&path) {
            continue;
        }
        if let Some(node) = library.parsed(&path, found) {
            let texts = if is_program(&path) {
                said(&node)
            } else {
                shown(&node, lang.as_str(), others)
            };
            files.push(Read { path, node, texts });
        }
    }
    files
}

/// Says whether a file has the words of the program itself.
fn is_program(path: &str) -> bool {
    path.ends_with("/ui.yml")
}

/// Says whether a file has words of this language that a person reads on the screen or on paper.
fn is_text(path: &str, lang: &Lang) -> bool {
    let Some(inside) = path.strip_prefix("lang/") else {
        // What holds in one language only stands in that language.
        let is_base =
            *lang == Lang::base() && Path::new(path).extension().is_some_and(|end| end == "yml");
        return (is_base && !path.ends_with(".answers.yml")) || path == "facts.yml";
    };
    let own = inside.strip_prefix(&format!("{lang}/"));
    own.is_some_and(|own| !own.contains('/') && !["passphrase.yml", "plain.yml"].contains(&own))
}

/// Looks at every file of a language that `wanted` names.
pub fn all(library: &Library, lang: &Lang, wanted: &dyn Fn(&str) -> bool, found: &mut Diagnostics) {
    // What cannot be read is told where guides are looked at.
    let mut unread = Diagnostics::default();
    let shelf = library.shelf(lang, &mut unread, &mut Diagnostics::default());
    let backed = backed(library, &mut unread);
    let explained = explained(&shelf);
    let plain = plain_of(library, lang, found);
    for Read { path, node, texts } in files(library, lang, wanted, &mut unread) {
        if let Some(plain) = &plain {
            let reading = Reading {
                plain,
                explained: &explained,
                backed: &backed,
            };
            for text in &texts {
                for rule in RULES {
                    rule(text, &reading, found);
                }
            }
            sentences::on_the_whole(&texts, &reading, found);
        }
        if !is_program(&path) {
            balance::sides(&node, found);
        }
    }
    for (name, list) in &shelf.lists {
        if wanted(&words_of(lang, &format!("lists/{name}.yml"), "lists.yml")) {
            balance::considerations(list, found);
        }
    }
    if wanted("facts.yml") {
        facts::even(&shelf.facts, "facts.yml", found);
    }
    for guide in library.guides() {
        let path = format!("{guide}/guide.yml");
        let words = words_of(lang, &path, &format!("{guide}.yml"));
        if !wanted(&path) && !wanted(&words) {
            continue;
        }
        let (Some(base), Some(laid)) = (
            library.parsed(&path, &mut unread),
            library.parsed(&words, &mut unread),
        ) else {
            continue;
        };
        if wanted(&path) {
            facts::shown_together(&base, &shelf.facts, found);
        }
        if wanted(&words) {
            terms::openable(&base, &laid, lang.as_str(), &shelf.terms, found);
        }
    }
}

/// Where the words of a file stand in a language.
fn words_of(lang: &Lang, base: &str, overlay: &str) -> String {
    if *lang == Lang::base() {
        base.to_owned()
    } else {
        format!("lang/{lang}/{overlay}")
    }
}

/// The questions of all guides that show facts.
fn backed(library: &Library, found: &mut Diagnostics) -> BTreeSet<String> {
    let mut backed = BTreeSet::new();
    for guide in library.guides() {
        let node = library.parsed(&format!("{guide}/guide.yml"), found);
        let steps = node.iter().filter_map(|node| node.get("steps"));
        for step in steps.flat_map(Node::items) {
            let questions = step.get("questions").into_iter().flat_map(Node::items);
            let with = questions.filter(|question| question.get("facts").is_some());
            backed.extend(with.filter_map(|question| question.get("id").and_then(Node::text)));
        }
    }
    backed
}

fn explained(shelf: &Shelf) -> BTreeSet<String> {
    let terms = shelf.terms.iter();
    terms
        .flat_map(|term| {
            std::iter::once(term.word.to_string()).chain(term.also.iter().map(ToString::to_string))
        })
        .flat_map(|form| {
            let parts: Vec<String> = form
                .split(|sign: char| sign.is_whitespace() || sign == '/')
                .map(str::to_lowercase)
                .collect();
            parts
        })
        .collect()
}
