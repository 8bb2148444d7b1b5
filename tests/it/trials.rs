//! Three whole journeys with invented answers, as trials of the makers: each ends in a sheet, read as an employer reads it.
//!
//! A first job after a long time away; a job that starts next month; half a year in a job, and it gets harder.

use std::collections::{BTreeMap, BTreeSet};

use weegwijzer::app::answers_file::{self, AnswersFile};
use weegwijzer::content::library::Library;
use weegwijzer::content::parse;
use weegwijzer::core::answer::Day;
use weegwijzer::core::source::Node;
use weegwijzer::core::words::Lang;
use weegwijzer::paper::format_of;
use weegwijzer::privacy::check;

use crate::support::health::lexicon;

/// Every journey by its name, such as `harder.nl`.
fn journeys() -> BTreeMap<String, String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/journeys");
    let files = std::fs::read_dir(folder).expect("the folder is there");
    let read = |entry: std::fs::DirEntry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(entry.path()).expect("it is text");
        (name.trim_end_matches(".yml").to_owned(), text)
    };
    files.flatten().map(read).collect()
}

fn sheet(name: &str, text: &str) -> String {
    let library = Library::built_in();
    let file = AnswersFile::new(parse::parse(name, text).expect("the answers parse"));
    let lang = file.lang().expect("the file names its language");
    let opened = answers_file::open(&library, &file, lang).expect("the guide opens");
    let today = Day::new(2026, 11, 22);
    let mut flow = answers_file::walk(&file, opened, library.langs(), today)
        .unwrap_or_else(|failure| panic!("{}", failure.message));
    let format = format_of("x.txt").expect("the format exists");
    let bytes = answers_file::sheet(&file, &mut flow, format)
        .unwrap_or_else(|failure| panic!("{}", failure.message));
    String::from_utf8(bytes).expect("text is UTF-8")
}

#[test]
fn every_situation_is_walked_in_every_language() {
    let names: BTreeSet<String> = journeys().into_keys().collect();
    let expected: BTreeSet<String> = ["first-job", "harder", "next-month"]
        .iter()
        .flat_map(|name| {
            let langs = Library::built_in().langs();
            langs.into_iter().map(move |lang| format!("{name}.{lang}"))
        })
        .collect();
    assert_eq!(names, expected);
}

#[test]
fn journey_sheet() {
    for (name, text) in journeys() {
        insta::assert_snapshot!(format!("journey-{name}"), sheet(&name, &text));
    }
}

#[test]
fn an_employer_reads_nothing_about_health_or_about_the_choice() {
    let lexicon = lexicon();
    for (name, text) in journeys() {
        let sheet = sheet(&name, &text);
        // Also what is only pointed at stays away.
        let found: Vec<String> = check(&sheet, &lexicon)
            .iter()
            .map(|finding| finding.rule.to_string())
            .collect();
        assert!(found.is_empty(), "{name}: {found:?}");
        assert!(!sheet.contains(['[', ']', '{', '}', '!']), "{name}");
        let answers = parse::parse(&name, &text).expect("it parses");
        let answers = answers.get("answers").expect("there are answers");
        for private in [
            "works-well",
            "told-how",
            "opening/manager",
            "request/manager",
            "if-asked",
            "arrange",
            "closing/manager",
        ] {
            let said = answers.get(private).and_then(Node::text);
            if let Some(said) = said {
                assert!(!sheet.contains(&said), "{name}: {private}");
            }
        }
    }
}

#[test]
fn a_sheet_says_what_is_needed_before_an_offer_and_what_is_agreed_after_it() {
    for (name, text) in journeys() {
        let sheet = sheet(&name, &text);
        let (_, lang) = name.split_once('.').expect("the language is named");
        let library = Library::built_in();
        let loaded = library
            .guide("openness", &Lang::new(lang))
            .expect("the guide loads");
        let title = |id: &str| {
            let blocks = loaded.guide.papers().iter().flat_map(|paper| &paper.blocks);
            let block = blocks.into_iter().find(|block| block.id.as_str() == id);
            block
                .and_then(|block| block.title.clone())
                .unwrap_or_else(|| panic!("{id} has a title"))
        };
        let before = name.starts_with("first-job");
        assert_eq!(sheet.contains(&*title("how-i-work")), before, "{name}");
        assert_eq!(sheet.contains(&*title("agreements")), !before, "{name}");
        // What may show more is left out until the person puts it on.
        assert!(!sheet.contains(&*title("busier")), "{name}");
    }
}
