//! Circles: inside a folder no two modules name each other, not even in a round of several.
//!
//! A title page does not count: it only lists and passes on. A name it passes on counts as the module that it comes from.

use std::collections::{BTreeMap, BTreeSet};

use crate::tidy::sources::{Source, program, source};

/// For each folder the graph of its direct children.
type Graph = BTreeMap<String, BTreeSet<String>>;

/// Draws who names whom in one folder, such as `core` or `core::words`.
fn graph(folder: &[&str], sources: &[Source]) -> Graph {
    let children: BTreeSet<&str> = sources
        .iter()
        .filter_map(|source| child(folder, &source.module()))
        .collect();
    let passed_on = sources
        .iter()
        .find(|source| source.is_title_page() && source.module() == folder)
        .map(|page| passed_on(page, folder))
        .unwrap_or_default();
    let mut graph: Graph = children
        .iter()
        .map(|child| ((*child).to_owned(), BTreeSet::new()))
        .collect();
    for source in sources {
        let module = source.module();
        let Some(from) = child(folder, &module) else {
            continue;
        };
        for path in source.names() {
            let path: Vec<&str> = path.iter().map(String::as_str).collect();
            let Some(name) = child(folder, &path) else {
                continue;
            };
            let to = if children.contains(name) {
                name
            } else if let Some(origin) = passed_on.get(name) {
                origin
            } else {
                continue;
            };
            if to != from {
                graph
                    .entry(from.to_owned())
                    .or_default()
                    .insert(to.to_owned());
            }
        }
    }
    graph
}

/// The part of a path right below a folder.
fn child<'a>(folder: &[&str], path: &[&'a str]) -> Option<&'a str> {
    (path.len() > folder.len() && path.starts_with(folder))
        .then(|| path.get(folder.len()).copied())
        .flatten()
}

/// What a title page passes on: name and module of origin.
fn passed_on(page: &Source, folder: &[&str]) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    for statement in page.code.split(';') {
        let Some((_, rest)) = statement.split_once("pub use ") else {
            continue;
        };
        // Written from the page's own point of view: `pub use check::{a, b}` is the same as from the root of the crate.
        let whole = format!("use crate::{}::{};", folder.join("::"), rest.trim());
        let read = source("src/page.rs".to_owned(), whole);
        for path in read.names() {
            if let (Some(origin), Some(name)) = (path.get(folder.len()), path.last()) {
                names.insert(name.clone(), origin.clone());
            }
        }
    }
    names
}

/// Finds one circle for each module that is in one, as `a > b > a`.
fn circles(graph: &Graph) -> Vec<String> {
    let mut found: BTreeSet<Vec<String>> = BTreeSet::new();
    for start in graph.keys() {
        if let Some(mut circle) = way_back(graph, start) {
            // The same circle begins with the same name, wherever it was found.
            let first = circle
                .iter()
                .enumerate()
                .min_by_key(|(_, name)| (*name).clone())
                .map_or(0, |(place, _)| place);
            circle.rotate_left(first);
            found.insert(circle);
        }
    }
    found
        .into_iter()
        .map(|circle| {
            let first = circle.first().cloned().unwrap_or_default();
            format!("{} > {first}", circle.join(" > "))
        })
        .collect()
}

/// The shortest way from a module back to itself.
fn way_back(graph: &Graph, start: &str) -> Option<Vec<String>> {
    let mut ways = std::collections::VecDeque::from([vec![start.to_owned()]]);
    let mut seen = BTreeSet::new();
    while let Some(way) = ways.pop_front() {
        for next in graph.get(way.last()?)? {
            if next == start {
                return Some(way);
            }
            if seen.insert(next.clone()) {
                let mut longer = way.clone();
                longer.push(next.clone());
                ways.push_back(longer);
            }
        }
    }
    None
}

/// Every folder with modules in it: rooms and folders inside rooms.
fn folders(sources: &[Source]) -> BTreeSet<Vec<String>> {
    sources
        .iter()
        .map(|source| {
            let mut module = source.module();
            if !source.is_title_page() {
                module.pop();
            }
            module.into_iter().map(str::to_owned).collect::<Vec<_>>()
        })
        .filter(|folder| !folder.is_empty())
        .collect()
}

/// All circles of the program, each with its folder.
pub(super) fn all(sources: &[Source]) -> Vec<String> {
    let mut all = Vec::new();
    for folder in folders(sources) {
        let folder: Vec<&str> = folder.iter().map(String::as_str).collect();
        let found = circles(&graph(&folder, sources));
        all.extend(
            found
                .into_iter()
                .map(|circle| format!("{}: {circle}", folder.join("::"))),
        );
    }
    all
}

#[test]
fn no_two_modules_name_each_other() {
    let found = all(&program());
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn names_are_not_taken_by_the_handful() {
    let taken: Vec<String> = program()
        .iter()
        .flat_map(|source| {
            let globs = source
                .names()
                .into_iter()
                .filter(|path| path.last().is_some_and(|name| name == "*"));
            globs
                .map(|path| format!("{} takes {}", source.path, path.join("::")))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(
        taken.is_empty(),
        "a glob can hide a circle:\n{}",
        taken.join("\n")
    );
}

#[test]
fn a_circle_is_seen_directly_through_a_group_and_through_a_title_page() {
    let page = (
        "src/room/mod.rs",
        "mod a;\nmod b;\nmod c;\npub use b::{B, X as Y};\n",
    );
    for (files, expected) in [
        (
            vec![
                ("src/room/a.rs", "use crate::room::b::B;"),
                ("src/room/b.rs", "use crate::room::{a::A};"),
            ],
            vec!["room: a > b > a"],
        ),
        (
            vec![
                page,
                ("src/room/a.rs", "use crate::room::B;"),
                ("src/room/b.rs", "use super::a::A;"),
            ],
            vec!["room: a > b > a"],
        ),
        (
            vec![
                ("src/room/a.rs", "use crate::room::b::B;"),
                ("src/room/b.rs", "fn f() { crate::room::c::g() }"),
                ("src/room/c/d.rs", "use crate::room::a::A;"),
            ],
            vec!["room: a > b > c > a"],
        ),
        (
            vec![
                ("src/room/c/d.rs", "use crate::room::c::e::E;"),
                ("src/room/c/e.rs", "use crate::room::c::d::D;"),
            ],
            vec!["room::c: d > e > d"],
        ),
        (
            vec![
                page,
                ("src/room/a.rs", "use crate::room::B;"),
                (
                    "src/room/b.rs",
                    "/// [`crate::room::a::A`]\nuse crate::other::a::A;",
                ),
            ],
            vec![],
        ),
    ] {
        let sources: Vec<Source> = files
            .iter()
            .map(|(path, code)| source((*path).to_owned(), (*code).to_owned()))
            .collect();
        assert_eq!(all(&sources), expected, "{files:?}");
    }
}
