//! From the nodes of the health-word files to entries, with every mistake collected.
//!
//! Knows the settings of an entry and their words. Every entry comes out usable, whatever was wrong with it.

use crate::core::source::{Code, Diagnostics, Fields, Node, Place};
use crate::privacy::context::Contexts;
use crate::privacy::entry::{Compound, Entry, Inflect, Language, Term};
use crate::privacy::finding::{Category, Level};
use crate::privacy::normalize::words;
use crate::privacy::pattern::{Fault, Pattern};
use crate::privacy::rule::{Form, Groups, Proof, Rule};

/// The most letters of an abbreviation that might be an ordinary word in small letters.
const LONGEST_ABBREVIATION: usize = 4;

/// How many words may stand between parts of a phrase that come in any order.
const TIED: &str = " [4] ";

/// What a file says for all its entries.
struct Defaults {
    language: Language,
    category: Category,
    rewording: String,
    unless: Groups,
    clear: bool,
}

/// Reads the language that every file names.
pub(super) fn language(fields: &mut Fields<'_>, found: &mut Diagnostics) -> Language {
    choice(
        fields,
        "language",
        &[("nl", Language::Dutch), ("en", Language::English)],
        Language::Dutch,
        found,
    )
}

/// Reads the entries of one file.
pub(super) fn entries(node: &Node, contexts: &Contexts, found: &mut Diagnostics) -> Vec<Entry> {
    let mut fields = Fields::of(node, found);
    let language = language(&mut fields, found);
    let categories: Vec<_> = Category::ALL
        .iter()
        .map(|category| (category.id(), *category))
        .collect();
    let category = choice(
        &mut fields,
        "category",
        &categories,
        Category::Diagnosis,
        found,
    );
    let rewording = fields.text("reword", found).unwrap_or_default();
    let unless = groups(&mut fields, "unless", contexts, found);
    let clear = fields.flag("clear", found);
    let defaults = Defaults {
        language,
        category,
        rewording,
        unless,
        clear,
    };
    let list = fields.needed_list("entries", found);
    fields.done(found);
    list.iter()
        .map(|node| entry(node, &defaults, contexts, found))
        .collect()
}

fn entry(node: &Node, defaults: &Defaults, contexts: &Contexts, found: &mut Diagnostics) -> Entry {
    let mut fields = Fields::of(node, found);
    let id = fields.id(found);
    let terms = fields.texts("terms", found);
    let endings = fields.texts("endings", found);
    let phrases = patterns(&mut fields, "phrases", contexts, found);
    let mut written: Vec<String> = phrases.iter().map(|(text, _)| text.clone()).collect();
    written.dedup();
    if terms.is_empty() && endings.is_empty() && phrases.is_empty() {
        found.add_with(
            Code::BadHealthWord,
            fields.place(),
            vec![("name", id.clone())],
        );
    }
    let unless = if node.get("unless").is_some() {
        groups(&mut fields, "unless", contexts, found)
    } else {
        defaults.unless.clone()
    };
    let clear = fields.flag("clear", found);
    let clear = clear || defaults.clear && node.get("clear").is_none();
    let fuzzy = [("auto", true), ("none", false)];
    let compound = [
        ("any", Compound::Any),
        ("head", Compound::Head),
        ("modifier", Compound::Modifier),
        ("tail", Compound::Tail),
        ("none", Compound::None),
    ];
    let inflect = [
        ("auto", Inflect::Auto),
        ("verb", Inflect::Verb),
        ("none", Inflect::None),
    ];
    let form = [
        ("any", Form::Any),
        ("capital", Form::Capital),
        ("upper", Form::Upper),
    ];
    let proofs = Proof::NAMES.map(|(name, proof)| (name, Some(proof)));
    let rule = Rule {
        id: id.into(),
        category: defaults.category,
        level: choice(
            &mut fields,
            "level",
            &[("stop", Level::Stop), ("hint", Level::Hint)],
            Level::Stop,
            found,
        ),
        rewording: fields
            .text("reword", found)
            .unwrap_or_else(|| defaults.rewording.clone())
            .into(),
        form: choice(&mut fields, "form", &form, Form::Any, found),
        clear,
        proof: choice(&mut fields, "check", &proofs, None, found),
        needs: groups(&mut fields, "needs", contexts, found),
        unless,
    };
    let entry = Entry {
        rule,
        language: defaults.language,
        terms: terms
            .iter()
            .filter_map(|(text, place)| term(text, place, found))
            .collect(),
        endings: endings.iter().flat_map(|(text, _)| words(text)).collect(),
        phrases: phrases.into_iter().map(|(_, pattern)| pattern).collect(),
        written,
        inflect: choice(&mut fields, "inflect", &inflect, Inflect::Auto, found),
        compound: choice(&mut fields, "compound", &compound, Compound::Any, found),
        fuzzy: choice(&mut fields, "fuzzy", &fuzzy, true, found),
        not: patterns(&mut fields, "not", contexts, found)
            .into_iter()
            .map(|(_, pattern)| pattern)
            .collect(),
        hits: examples(&mut fields, "hits", found),
        clean: examples(&mut fields, "clean", found),
        place: node.place.clone(),
    };
    // Empty until someone who knows the field has looked; the check itself does not use it.
    fields.node("reviewed", &mut Diagnostics::default());
    fields.done(found);
    entry
}

fn term(text: &str, place: &Place, found: &mut Diagnostics) -> Option<Term> {
    let words = words(text);
    if words.is_empty() {
        found.add_with(Code::BadHealthWord, place, vec![("name", text.to_owned())]);
        return None;
    }
    let short = words.len() == 1 && text.chars().count() <= LONGEST_ABBREVIATION;
    Some(Term {
        words,
        capitals: short && text.chars().all(char::is_uppercase),
    })
}

fn patterns(
    fields: &mut Fields<'_>,
    name: &'static str,
    contexts: &Contexts,
    found: &mut Diagnostics,
) -> Vec<(String, Pattern)> {
    let mut patterns = Vec::new();
    for (text, place) in fields.texts(name, found) {
        for order in orders(&text) {
            match Pattern::read(&order, &|group| contexts.texts(group)) {
                Ok(pattern) => patterns.push((text.clone(), pattern)),
                Err(Fault::UnknownGroup(group)) => {
                    found.unknown(Code::UnknownGroup, place, &group, contexts.names());
                }
                Err(Fault::Empty | Fault::OpenStart) => {
                    found.add_with(Code::BadHealthWord, place, vec![("name", text.clone())]);
                }
            }
        }
    }
    patterns
}

/// Writes a phrase in every order of the parts that `&` ties together: a Dutch verb moves through its sentence.
fn orders(text: &str) -> Vec<String> {
    let parts: Vec<&str> = text.split(" & ").collect();
    let mut orders: Vec<Vec<&str>> = vec![Vec::new()];
    for part in parts {
        orders = orders
            .iter()
            .flat_map(|order| {
                (0..=order.len()).map(move |at| {
                    let (before, after) = order.split_at(at);
                    [before, &[part], after].concat()
                })
            })
            .collect();
    }
    orders.iter().map(|order| order.join(TIED)).collect()
}

fn groups(
    fields: &mut Fields<'_>,
    name: &'static str,
    contexts: &Contexts,
    found: &mut Diagnostics,
) -> Groups {
    let texts = fields.texts(name, found);
    for (text, place) in &texts {
        if !contexts.knows(text) {
            found.unknown(Code::UnknownGroup, place, text, contexts.names());
        }
    }
    Groups::of(texts.iter().filter_map(|(text, _)| contexts.named(text)))
}

fn examples(fields: &mut Fields<'_>, name: &'static str, found: &mut Diagnostics) -> Vec<String> {
    fields.needed(name, found);
    fields
        .texts(name, found)
        .into_iter()
        .map(|(text, _)| text)
        .collect()
}

fn choice<T: Copy>(
    fields: &mut Fields<'_>,
    name: &'static str,
    known: &[(&str, T)],
    absent: T,
    found: &mut Diagnostics,
) -> T {
    let Some(node) = fields.node(name, found) else {
        return absent;
    };
    let text = node.text().unwrap_or_default();
    if let Some((_, value)) = known.iter().find(|(word, _)| *word == text) {
        return *value;
    }
    found.unknown(
        Code::UnknownWord,
        &node.place,
        &text,
        known.iter().map(|(word, _)| *word),
    );
    absent
}
