//! No sentence for a person in Rust: every word a person reads comes from the language folders.

use crate::tidy::sources::{Literal, Source, program, source};

/// Attributes whose texts are for programmers.
const FOR_PROGRAMMERS: [&str; 9] = [
    "allow",
    "cfg",
    "cfg_attr",
    "deprecated",
    "doc",
    "expect",
    "ignore",
    "must_use",
    "serde",
];
/// Calls whose text is a reason why something cannot happen.
const REASONS: [&str; 7] = [
    "expect(",
    "panic!(",
    "unreachable!(",
    "assert!(",
    "debug_assert!(",
    "env!(",
    "concat!(",
];

/// Texts with words that no person reads as a sentence: file, text, and why.
const ALLOWED: [(&str, &str, &str); 6] = [
    (
        "src/content/parse.rs",
        "a value",
        "the YAML crate asks what is expected; its errors are never shown",
    ),
    (
        "src/paper/docx/styles.rs",
        "List Bullet",
        "the name by which every word processor knows this style",
    ),
    (
        "src/app/dossier/envelope.rs",
        "weegwijzer dossier ",
        "the first line of a file, the same in every language",
    ),
    (
        "src/app/dossier/envelope.rs",
        "-----BEGIN AGE ENCRYPTED FILE-----",
        "a line of the age format",
    ),
    (
        "src/app/dossier/envelope.rs",
        "-----END AGE ENCRYPTED FILE-----",
        "a line of the age format",
    ),
    (
        "src/app/listing.rs",
        "language: nlnordinary: >-",
        "the head of a question file that a command makes",
    ),
];

/// Says whether a text looks like prose: two words, with one space between.
fn is_prose(text: &str) -> bool {
    let is_word = |part: &str| {
        let bare = part.trim_matches(|c: char| ".,:;?!()“”‘’'\"…".contains(c));
        !bare.is_empty() && bare.chars().all(char::is_alphabetic)
    };
    let parts: Vec<&str> = text.split(' ').collect();
    parts
        .windows(2)
        .any(|pair| pair.iter().all(|part| is_word(part)) && pair.concat().len() > 4)
}

fn is_excused(literal: &Literal) -> bool {
    let attribute = literal
        .attribute
        .as_deref()
        .is_some_and(|name| FOR_PROGRAMMERS.contains(&name) || name.starts_with("clippy"));
    let before = literal.before.trim_end();
    attribute || REASONS.iter().any(|reason| before.ends_with(reason))
}

fn prose(source: &Source) -> Vec<(usize, String)> {
    source
        .literals
        .iter()
        .filter(|literal| is_prose(&literal.text) && !is_excused(literal))
        .map(|literal| (literal.line, literal.text.clone()))
        .collect()
}

#[test]
fn no_sentence_for_a_person_stands_in_the_program() {
    let mut complaints = Vec::new();
    let mut used = [false; ALLOWED.len()];
    for source in &program() {
        for (line, text) in prose(source) {
            let allowed = ALLOWED
                .iter()
                .position(|(path, allowed, _)| *path == source.path && *allowed == text);
            match allowed {
                Some(row) => used[row] = true,
                None => complaints.push(format!("{}:{line}: {text:?}", source.path)),
            }
        }
    }
    for (row, used) in ALLOWED.iter().zip(used) {
        if !used {
            complaints.push(format!(
                "{}: {:?} is allowed, but is not there",
                row.0, row.1
            ));
        }
    }
    assert!(
        complaints.is_empty(),
        "these words belong in questions/lang:\n{}",
        complaints.join("\n")
    );
}

#[test]
fn prose_is_told_from_names_and_signs() {
    for (code, seen) in [
        ("fn f() { g(\"Not saved yet.\") }", true),
        ("fn f() { g(\"not saved\") }", true),
        ("fn f() { g(\"{count} questions left\") }", true),
        ("fn f() { format!(\"{a}: {b} – {c}\") }", false),
        ("fn f() { g(\"lang/nl/ui.yml\") }", false),
        ("fn f() { x.expect(\"the list has an item\") }", false),
        (
            "fn f() {\n    x.expect(\n        \"the list has an item\",\n    )\n}",
            false,
        ),
        (
            "#[expect(dead_code, reason = \"not used yet\")]\nfn f() {}",
            false,
        ),
        ("#[error(\"it went wrong\")]\nstruct S;", true),
        ("/// Says it went wrong.\nfn f() {}", false),
        (
            "#[cfg(test)]\nmod tests {\n    const A: &str = \"een twee\";\n}",
            false,
        ),
    ] {
        let source = source("src/core/a.rs".to_owned(), code.to_owned());
        assert_eq!(!prose(&source).is_empty(), seen, "{code}");
    }
}
