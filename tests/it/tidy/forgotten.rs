//! Nothing forgotten: every file in a folder of things is listed, every row has its words, every test file is run.

use std::collections::BTreeSet;

use weegwijzer::content::library::Library;
use weegwijzer::core::kinds::KINDS;
use weegwijzer::core::source::Code;
use weegwijzer::paper::FORMATS;

use crate::tidy::sources::{entries, files, read, sources};

fn stems(folder: &str, ending: &str) -> BTreeSet<String> {
    entries(folder)
        .iter()
        .filter_map(|name| name.strip_suffix(ending))
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_question_kind_has_its_file_and_its_row() {
    let mut files = stems("src/core/kinds", ".rs");
    files.remove("mod");
    files.remove("kind");
    let rows: BTreeSet<String> = KINDS.iter().map(|row| row.name.to_owned()).collect();
    assert_eq!(files, rows);
}

#[test]
fn every_writer_is_a_format_with_a_name_in_each_language() {
    let writers: BTreeSet<String> = sources("src/paper")
        .iter()
        .filter(|source| source.code.contains(") fn write(") && !source.is_title_page())
        .filter_map(|source| source.module().get(1).map(|name| (*name).to_owned()))
        .collect();
    let format = read("src/paper/format.rs");
    for writer in &writers {
        assert!(
            format.contains(&format!("{writer}::write")),
            "{writer} is in no row"
        );
    }
    assert_eq!(writers.len(), FORMATS.len());
    let library = Library::built_in();
    for lang in library.langs() {
        let words = library.words(&lang).expect("the built-in words load");
        for format in &FORMATS {
            assert!(
                !(format.name)(&words).is_empty(),
                "{lang} {}",
                format.ending
            );
        }
    }
}

#[test]
fn every_code_has_its_words_in_each_language_and_no_word_is_left_over() {
    let library = Library::built_in();
    let codes: BTreeSet<String> = Code::ALL.iter().map(|code| code.id()).collect();
    assert_eq!(
        codes.len(),
        Code::ALL.len(),
        "a code stands twice in Code::ALL"
    );
    for lang in library.langs() {
        let words = library.words(&lang).expect("the built-in words load");
        let said: BTreeSet<String> = words.diagnosis.codes.keys().cloned().collect();
        assert_eq!(said, codes, "{lang}");
    }
}

#[test]
fn every_test_file_is_run() {
    let main = read("tests/it/main.rs");
    let mut modules = stems("tests/it", ".rs");
    modules.remove("main");
    let folders = entries("tests/it").into_iter().filter(|name| {
        files(&format!("tests/it/{name}")).contains(&format!("tests/it/{name}/mod.rs"))
    });
    modules.extend(folders);
    for module in modules {
        assert!(
            main.contains(&format!("mod {module};")),
            "{module} is not in tests/it/main.rs"
        );
    }
}

#[test]
fn every_snapshot_belongs_to_a_test() {
    let main = read("tests/it/main.rs");
    let tests: Vec<String> = sources("tests")
        .into_iter()
        .map(|source| source.text)
        .collect();
    let mut left = Vec::new();
    for path in files("tests/it") {
        let Some(name) = path
            .rsplit('/')
            .next()
            .filter(|name| name.strip_suffix(".snap").is_some())
        else {
            assert!(
                !path.ends_with(".snap.new"),
                "{path}: look at it, then accept or mend"
            );
            continue;
        };
        let module = name.split("__").nth(1).unwrap_or_default();
        let of_module = name.starts_with("it__") && main.contains(&format!("mod {module};"));
        // The same moment in another language is named after it.
        let stem = name.trim_end_matches(".snap");
        let mut ends = ["-english", "-nl", "-en"].iter();
        let bare = ends.find_map(|end| stem.strip_suffix(end));
        let stem = bare.map_or_else(|| stem.to_owned(), |bare| format!("\"{bare}"));
        if !of_module && !tests.iter().any(|text| text.contains(&stem)) {
            left.push(path);
        }
    }
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn every_mistake_has_its_message_and_every_message_its_mistake() {
    let mistakes = stems("tests/it/bad", ".yml");
    let messages: BTreeSet<String> = entries("tests/it/snapshots")
        .iter()
        .filter_map(|name| name.strip_prefix("it__diagnostics__message@"))
        .filter_map(|name| name.strip_suffix(".snap"))
        .map(str::to_owned)
        .collect();
    assert_eq!(mistakes, messages);
}
