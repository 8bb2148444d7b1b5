//! Languages: each is whole, says the same things with the same values, and nothing in it is left over.

use std::collections::BTreeSet;

use weegwijzer::content::library::Library;
use weegwijzer::content::lint;
use weegwijzer::content::parse::parse;
use weegwijzer::core::answer::Answer;
use weegwijzer::core::ask::{Ask, Refusal, Reply};
use weegwijzer::core::source::{Diagnostics, Node};
use weegwijzer::core::words::Lang;

/// A screen before the first question is read in one go.
const MOST_WORDS: usize = 60;

fn told(found: &Diagnostics) -> Vec<String> {
    found
        .sorted()
        .iter()
        .map(|one| format!("{} {:?} {:?}", one.place, one.code, one.values))
        .collect()
}

fn words_of(lang: &Lang) -> Node {
    let path = format!("lang/{lang}/ui.yml");
    let library = Library::built_in();
    let text = library.text(&path).expect("every language has its words");
    parse(&path, text).expect("the words are YAML")
}

/// Every text of a node, with the names of the settings it stands under.
fn texts(node: &Node, name: &str, all: &mut Vec<(String, String)>) {
    if let Some(text) = node.text() {
        all.push((name.to_owned(), text));
    }
    for (key, value) in node.pairs() {
        let inner = format!("{name}.{}", key.text().unwrap_or_default());
        texts(value, inner.trim_start_matches('.'), all);
    }
}

#[test]
fn every_language_has_the_same_words_with_the_same_values() {
    let library = Library::built_in();
    assert!(library.langs().len() >= 2);
    for lang in library.langs() {
        let mut found = Diagnostics::default();
        library.check_words(&lang, &mut found);
        assert!(found.is_empty(), "{lang}: {:#?}", told(&found));
    }
}

#[test]
fn nothing_is_missing_or_left_over_in_a_language() {
    let library = Library::built_in();
    for lang in library.langs() {
        let mut found = Diagnostics::default();
        lint::files(&library, &lang, &mut found);
        lint::glossary(&library, &lang, &mut found);
        for guide in library.guides() {
            match library.guide(&guide, &lang) {
                Ok(loaded) => found.append(loaded.wording),
                Err(more) => found.append(more),
            }
        }
        assert!(found.is_empty(), "{lang}: {:#?}", told(&found));
    }
}

#[test]
fn every_language_knows_every_sort_of_health_word() {
    let library = Library::built_in();
    let sorts = |lang: &Lang| -> BTreeSet<String> {
        let folder = format!("lang/{lang}/health/");
        let of_lang = library.paths().into_iter();
        of_lang
            .filter_map(|path| path.strip_prefix(&folder).map(str::to_owned))
            // Ordinary words that look like health words are those of one language.
            .filter(|name| name != "ordinary.yml")
            .collect()
    };
    let base = sorts(&Lang::base());
    assert!(base.len() > 5, "{base:?}");
    for lang in library.langs() {
        assert_eq!(sorts(&lang), base, "{lang}");
    }
}

#[test]
fn every_language_is_offered_by_the_others_under_its_own_name() {
    let library = Library::built_in();
    let names: Vec<(String, String)> = library
        .langs()
        .iter()
        .map(|lang| {
            let words = library.words(lang).expect("the words load").common;
            (words.language_name, words.other_language)
        })
        .collect();
    let own: BTreeSet<&String> = names.iter().map(|(own, _)| own).collect();
    assert_eq!(own.len(), names.len());
    for (name, other) in &names {
        assert!(
            own.contains(other) && other != name,
            "{name} offers {other}"
        );
    }
}

#[test]
fn a_welcome_is_read_in_one_go() {
    let library = Library::built_in();
    for lang in library.langs() {
        let welcome = library.words(&lang).expect("the words load").welcome;
        for (title, text) in [
            (welcome.first_title, welcome.first_text),
            (welcome.second_title, welcome.second_text),
            (welcome.third_title, welcome.third_text),
        ] {
            let count = title.split_whitespace().count() + text.split_whitespace().count();
            assert!(count <= MOST_WORDS, "{lang}: {count} words: {text}");
        }
    }
}

#[test]
fn the_program_does_not_shout_or_end_in_spaces() {
    for lang in Library::built_in().langs() {
        let mut all = Vec::new();
        texts(&words_of(&lang), "", &mut all);
        assert!(all.len() > 200);
        for (name, text) in all {
            // The help of the command line has lines of its own.
            let is_help = name == "cli.help";
            // It stands between two words.
            let joins = name == "plain.asking.or";
            // A sign of YAML is named where authors are told about it.
            let shouts = text.contains('!') && !name.starts_with("diagnosis.codes");
            assert!(!shouts, "{lang} {name}: {text}");
            assert!(
                is_help || joins || text.trim() == text,
                "{lang} {name}: {text:?}"
            );
            assert!(is_help || !text.contains("  "), "{lang} {name}: {text:?}");
        }
    }
}

#[test]
fn a_day_is_understood_with_the_name_of_its_month() {
    for lang in ["nl", "en"] {
        let words = Library::built_in().words(&Lang::new(lang));
        let words = words.expect("the built-in words load");
        for (typed, expected) in [
            ("20 december 2026", Ok("2026-12-20")),
            ("20 dec. 2026", Ok("2026-12-20")),
            ("December 20, 2026", Ok("2026-12-20")),
            ("3 Dec 2026", Ok("2026-12-03")),
            ("3-mrt-2026", Ok("2026-03-03")),
            ("March 3 2026", Ok("2026-03-03")),
            ("2026 mei 1", Ok("2026-05-01")),
            ("1.aug.2026", Ok("2026-08-01")),
            ("3-12-2026", Ok("2026-12-03")),
            ("3. 12. 2026", Ok("2026-12-03")),
            ("20 december", Err(Refusal::NoYear)),
            ("May 3", Err(Refusal::NoYear)),
            ("20 dec 26", Err(Refusal::NoYear)),
            ("31 juni 2026", Err(Refusal::BadDay)),
            ("december 2026", Err(Refusal::BadDay)),
            ("3 mei juni 2026", Err(Refusal::BadDay)),
            ("morgen", Err(Refusal::BadDay)),
        ] {
            let reply = Reply::Day(typed.to_owned());
            let heard = Ask::Day.hear(words.numbered(&Ask::Day, reply));
            let heard = heard.map(|answer| match answer {
                Answer::Day(day) => day.to_string(),
                other => panic!("{other:?}"),
            });
            assert_eq!(heard, expected.map(str::to_owned), "{lang} {typed}");
        }
    }
}
