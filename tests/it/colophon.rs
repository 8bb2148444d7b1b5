//! What the program says about itself: how old it is, with a warning; every fact with its source; and no claim that is not true.

use weegwijzer::app::colophon::{self, COLUMNS, Told};
use weegwijzer::app::sources;
use weegwijzer::content::embedded;
use weegwijzer::content::library::Library;
use weegwijzer::core::answer::Day;
use weegwijzer::core::colophon::State;
use weegwijzer::core::source::Diagnostics;
use weegwijzer::core::text::width;
use weegwijzer::core::words::Lang;

/// What is written about the program on a day, and its points, in one language.
fn told(lang: &Lang, day: &str) -> [String; 3] {
    let library = Library::built_in();
    let words = library.words(lang).expect("the words load");
    let mut found = Diagnostics::default();
    let mut wording = Diagnostics::default();
    let colophon = library
        .colophon(lang, &mut found, &mut wording)
        .expect("it is there");
    let shelf = library.shelf(lang, &mut found, &mut wording);
    assert!(found.is_empty() && wording.is_empty());
    let told = Told {
        colophon: &colophon,
        facts: &shelf.facts,
        words: &words,
        today: Day::read(day),
        version: "1.0.0",
    };
    let mut all = [Vec::new(), Vec::new(), Vec::new()];
    let [about, points, facts] = &mut all;
    colophon::tell(told, about).expect("memory takes it");
    colophon::criteria(told, points).expect("memory takes it");
    sources::list(&shelf.facts, &words, facts).expect("memory takes it");
    all.map(|bytes| String::from_utf8(bytes).expect("it is text"))
}

#[test]
fn what_the_program_says_about_itself() {
    for lang in Library::built_in().langs() {
        let [about, points, _] = told(&lang, "2026-12-01");
        insta::assert_snapshot!(format!("about-{lang}"), about);
        insta::assert_snapshot!(format!("criteria-{lang}"), points);
    }
}

#[test]
fn content_that_was_not_looked_through_in_time_is_told_as_old() {
    for lang in Library::built_in().langs() {
        let late = Library::built_in()
            .words(&lang)
            .expect("the words load")
            .colophon
            .late;
        // The end of the sentence may stand on the next line.
        let begin = late.split(' ').next().expect("it has words").to_owned();
        for (day, old) in [
            ("2026-11-22", false),
            ("2027-05-22", false),
            ("2027-05-23", true),
            ("2030-01-01", true),
        ] {
            let [about, _, _] = told(&lang, day);
            assert_eq!(about.contains(&begin), old, "{lang} {day}");
        }
    }
}

#[test]
fn lines_fit_and_every_fact_is_listed_with_a_source_and_a_day() {
    for lang in Library::built_in().langs() {
        let all = told(&lang, "2026-12-01");
        for line in all.iter().flat_map(|text| text.lines()) {
            assert!(width(line) <= COLUMNS, "{lang}: {line}");
            assert!(!line.contains('\u{1b}'), "{lang}: {line}");
        }
        let [_, _, facts] = all;
        let library = Library::built_in();
        let mut quiet = Diagnostics::default();
        let shelf = library.shelf(&lang, &mut quiet, &mut Diagnostics::default());
        for fact in &shelf.facts {
            assert!(
                facts.contains(&format!("[{}]", fact.id)),
                "{lang} {}",
                fact.id
            );
            assert!(!fact.sources.is_empty() && fact.checked_on().is_some());
            for source in &fact.sources {
                let whole = source.called.is_some() && source.address.is_some();
                assert!(whole, "{lang} {}: {}", fact.id, source.whole());
            }
        }
    }
}

#[test]
fn nowhere_is_it_said_that_a_list_is_met_as_a_whole() {
    for path in embedded::paths("") {
        let text = embedded::text(&path).unwrap_or_default().to_lowercase();
        for claim in ["meets ipdas", "voldoet aan ipdas", "ipdas-certified"] {
            assert!(!text.contains(claim), "{path}");
        }
    }
    let mut found = Diagnostics::default();
    let colophon = Library::built_in()
        .colophon(&Lang::base(), &mut found, &mut Diagnostics::default())
        .expect("it is there");
    let points = colophon
        .criteria
        .groups
        .iter()
        .flat_map(|group| &group.points);
    let open: Vec<&str> = points
        .filter(|point| point.state == State::NotYet)
        .map(|point| point.id.as_str())
        .collect();
    // What only others can do is not done: asking, reading and trying out by people from outside.
    for id in ["k12", "k13", "k14", "k15", "k16", "k17", "k22"] {
        assert!(open.contains(&id), "{id}");
    }
}
