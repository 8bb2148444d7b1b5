//! Manners of every file: its size, its first line, its name, and what a title page holds.

use crate::tidy::sources::{Source, entries, program, sources};

/// No file is longer than this, without its tests.
const MOST_LINES: usize = 600;
/// A file of tests is read from one place on, and may be longer.
const MOST_TEST_LINES: usize = 900;
/// A file longer than this is worth a look.
pub(super) const MANY_LINES: usize = 300;
/// Names that say nothing.
const DRAWERS: [&str; 9] = [
    "utils", "util", "helpers", "helper", "common", "misc", "manager", "handler", "handlers",
];
/// What may stand at the top level beside hidden files of tools; `target` is where the compiler writes.
const TOP: [&str; 13] = [
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "README.nl.md",
    "questions",
    "src",
    "target",
    "tests",
];

fn everything() -> Vec<Source> {
    let mut all = sources("src");
    all.extend(sources("tests"));
    all
}

fn check(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

#[test]
fn no_file_is_long() {
    let long: Vec<String> = everything()
        .iter()
        .map(|source| {
            (
                source,
                if source.is_test() {
                    MOST_TEST_LINES
                } else {
                    MOST_LINES
                },
            )
        })
        .filter(|(source, most)| source.lines > *most)
        .map(|(source, most)| format!("{}: {} lines, at most {most}", source.path, source.lines))
        .collect();
    check(&long);
}

#[test]
fn every_file_opens_with_its_purpose() {
    let silent: Vec<String> = everything()
        .iter()
        .filter(|source| {
            let first = source.text.lines().next().unwrap_or_default();
            first
                .strip_prefix("//! ")
                .is_none_or(|purpose| purpose.split_whitespace().count() < 2)
        })
        .map(|source| format!("{}: the first line is no `//! purpose`", source.path))
        .collect();
    check(&silent);
}

#[test]
fn no_file_is_a_drawer() {
    let drawers: Vec<String> = everything()
        .iter()
        .filter(|source| {
            source
                .path
                .trim_end_matches(".rs")
                .split('/')
                .any(|part| DRAWERS.contains(&part))
        })
        .map(|source| format!("{}: name it after what is in it", source.path))
        .collect();
    check(&drawers);
}

/// A title page holds its purpose, `mod` lines, what it passes on, and the list of rows where there is one.
#[test]
fn a_title_page_holds_no_logic() {
    let mut complaints = Vec::new();
    for source in program().iter().filter(|source| source.is_title_page()) {
        for word in ["fn ", "struct ", "enum ", "trait ", "impl ", "static "] {
            let found = source.code.lines().any(|line| {
                line.trim_start_matches("pub ")
                    .trim_start()
                    .starts_with(word)
            });
            if found {
                complaints.push(format!(
                    "{}: `{word}` belongs in a file of its own",
                    source.path
                ));
            }
        }
    }
    check(&complaints);
}

#[test]
fn tests_are_named_by_behavior() {
    let named: Vec<String> = everything()
        .iter()
        .flat_map(|source| {
            let lines = source.text.lines().enumerate();
            lines
                .filter(|(_, line)| line.trim_start().starts_with(concat!("fn ", "test_")))
                .map(|(number, _)| format!("{}:{}: say what happens", source.path, number + 1))
                .collect::<Vec<_>>()
        })
        .collect();
    check(&named);
}

#[test]
fn the_top_level_is_the_map() {
    let stray: Vec<String> = entries("")
        .into_iter()
        .filter(|name| !name.starts_with('.') && !TOP.contains(&name.as_str()))
        .collect();
    check(&stray);
}

#[test]
fn the_house_is_described() {
    let names = entries("");
    for page in ["ARCHITECTURE.md", "CHANGELOG.md"] {
        assert!(names.iter().any(|name| name == page), "{page} is missing");
    }
}
