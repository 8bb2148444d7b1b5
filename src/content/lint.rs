//! Everything that is wrong in the question files of a library, all at once.
//!
//! Stricter than loading: wording that is missing or belongs to nothing is a mistake here, a language must be whole, and every
//! file of a kind that the program knows is read, also when no guide uses it.

use crate::content::health;
use crate::content::library::{Library, list_name, rehearsal_path};
use crate::content::lints::all;
use crate::core::fact::read_terms;
use crate::core::source::{Code, Diagnostics, Node, Place};
use crate::core::words::Lang;

/// Reads every file of a library and returns all mistakes.
pub fn lint(library: &Library) -> Diagnostics {
    let mut found = Diagnostics::default();
    for lang in library.langs() {
        library.check_words(&lang, &mut found);
        files(library, &lang, &mut found);
        glossary(library, &lang, &mut found);
        let mut wording = Diagnostics::default();
        library.colophon(&lang, &mut found, &mut wording);
        found.append(wording);
        all::all(library, &lang, &|_| true, &mut found);
        for guide in library.guides() {
            match library.guide(&guide, &lang) {
                Ok(loaded) => found.append(loaded.wording),
                Err(more) => found.append(more),
            }
        }
    }
    health(library, &mut found);
    found
}

/// Every language beside that of the guides has its own words for each guide, for the lists and for the facts.
pub fn files(library: &Library, lang: &Lang, found: &mut Diagnostics) {
    let mut names = vec!["glossary.yml".to_owned()];
    if *lang != Lang::base() {
        names.extend(["lists.yml", "facts.yml", "about.yml"].map(str::to_owned));
        let guides = library.guides();
        let rehearsed = |guide: &String| library.text(&rehearsal_path(guide)).is_some();
        if guides.iter().any(rehearsed) {
            names.push("rehearsal.yml".to_owned());
        }
        names.extend(guides.iter().map(|guide| format!("{guide}.yml")));
    }
    for name in names {
        let path = format!("lang/{lang}/{name}");
        if library.text(&path).is_none() {
            let values = vec![("name", path.clone())];
            found.add_with(Code::MissingFile, &Place::start(&path), values);
        }
    }
}

/// A glossary stands whole in each language, so it explains the same terms.
pub fn glossary(library: &Library, lang: &Lang, found: &mut Diagnostics) {
    let read = |lang: &Lang, found: &mut Diagnostics| {
        let node = library.parsed(&format!("lang/{lang}/glossary.yml"), found)?;
        let terms = read_terms(&node, found);
        Some((node, terms))
    };
    // What is wrong in the base is told where the base itself is looked at.
    let base = read(&Lang::base(), &mut Diagnostics::default());
    let (Some((_, base)), Some((node, terms))) = (base, read(lang, found)) else {
        return;
    };
    for term in &base {
        if !terms.iter().any(|other| other.id == term.id) {
            let values = vec![("name", term.id.to_string())];
            found.add_with(Code::MissingWording, &node.place, values);
        }
    }
    for (term, place) in terms.iter().zip(places(&node)) {
        if !base.iter().any(|other| other.id == term.id) {
            let known = base.iter().map(|term| term.id.as_str());
            found.unknown(Code::StaleWording, place, term.id.as_str(), known);
        }
    }
}

fn places(glossary: &Node) -> impl Iterator<Item = &Place> {
    glossary
        .get("terms")
        .into_iter()
        .flat_map(Node::items)
        .map(|item| &item.place)
}

/// Tests the health words of all languages together, as the check uses them, also on the sentences of the lists.
pub fn health(library: &Library, found: &mut Diagnostics) {
    let files: Vec<Node> = library
        .health_files(found)
        .into_iter()
        .map(|(_, node)| node)
        .collect();
    health::test(&files, &work(library), found);
}

/// Returns the sentences of all lists that can go to paper, in every language.
pub fn work(library: &Library) -> Vec<(String, Place)> {
    let mut sentences = Vec::new();
    // What cannot be read is told where guides are looked at.
    let mut told = Diagnostics::default();
    let overlays: Vec<Node> = library
        .langs()
        .iter()
        .filter_map(|lang| library.parsed(&format!("lang/{lang}/lists.yml"), &mut told))
        .collect();
    for path in library.paths() {
        let Some(name) = list_name(&path) else {
            continue;
        };
        let Some(list) = library.parsed(&path, &mut told) else {
            continue;
        };
        let own = health::sentences(&list);
        if own.is_empty() {
            continue;
        }
        sentences.extend(own);
        for words in overlays.iter().filter_map(|overlay| overlay.get(name)) {
            sentences.extend(health::sentences(words));
        }
    }
    sentences
}
