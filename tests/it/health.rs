//! The health-word check on its own lists and on sentences with known answers.
//!
//! How much there is, sentences about the work, places on character borders, and the gate. That
//! every entry finds its own examples is a lint, which the shipped lists pass in `diagnostics`.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use serde::Deserialize;
use weegwijzer::content::{embedded, parse};
use weegwijzer::core::source::{Diagnostics, Node};
use weegwijzer::privacy::{
    Category, Cleared, Decision, Decisions, Finding, Language, Level, Lexicon, LineKey, check,
    clear, examine,
};

use crate::support::health::lexicon;

const SENTENCES: &str = include_str!("../data/health-dev.jsonl");
const FUNCTIONAL: &str = include_str!("../data/functional.yml");

/// The fewest entries and listed words of both languages together.
const ENTRIES: usize = 700;
const WORDS: usize = 6_000;
/// The fewest groups of rewordings in each language.
const GROUPS: usize = 60;

#[derive(Debug, Deserialize)]
struct Sentence {
    text: String,
}

fn nodes(found: &mut Diagnostics) -> Vec<Node> {
    let mut out = Vec::new();
    for path in embedded::paths("lang") {
        if path.contains("/health/") {
            let text = embedded::text(&path).expect("question files are UTF-8");
            match parse::parse(&path, text) {
                Ok(node) => out.push(node),
                Err(wrong) => found.append(wrong),
            }
        }
    }
    out
}

fn sentences() -> Vec<Sentence> {
    SENTENCES
        .lines()
        .map(|line| parse::typed("health-dev.jsonl", line).expect("every line is one sentence"))
        .collect()
}

fn stops(text: &str, lexicon: &Lexicon) -> Vec<Finding> {
    check(text, lexicon)
        .into_iter()
        .filter(|finding| finding.level == Level::Stop)
        .collect()
}

fn line(key: &str, text: &str) -> (LineKey, String) {
    (LineKey(key.to_owned()), text.to_owned())
}

#[test]
fn the_lists_are_read_without_a_complaint() {
    let mut found = Diagnostics::default();
    let lexicon = Lexicon::read(&nodes(&mut found), &mut found);
    let complaints: Vec<String> = found
        .sorted()
        .iter()
        .map(|one| format!("{} {} {:?}", one.place, one.code.id(), one.values))
        .collect();
    assert_eq!(complaints, Vec::<String>::new());
    let words: usize = lexicon
        .entries()
        .iter()
        .map(weegwijzer::privacy::Entry::size)
        .sum();
    println!(
        "{} entries, {words} words, {} forms",
        lexicon.entries().len(),
        lexicon.forms()
    );
    assert!(
        lexicon.entries().len() >= ENTRIES,
        "{} entries",
        lexicon.entries().len()
    );
    assert!(words >= WORDS, "{words} words");
}

#[test]
fn every_category_has_entries_in_both_languages() {
    let lexicon = lexicon();
    for language in [Language::Dutch, Language::English] {
        let found: BTreeSet<Category> = lexicon
            .entries()
            .iter()
            .filter(|entry| entry.language() == language)
            .map(weegwijzer::privacy::Entry::category)
            .collect();
        assert_eq!(
            found.into_iter().collect::<Vec<_>>(),
            Category::ALL,
            "{language:?}"
        );
    }
}

#[test]
fn there_is_enough_to_say_instead() {
    let lexicon = lexicon();
    for language in [Language::Dutch, Language::English] {
        let groups = lexicon
            .rewordings()
            .iter()
            .filter(|group| group.language == language)
            .count();
        assert!(groups >= GROUPS, "{language:?}: {groups} groups");
    }
}

#[test]
fn no_sentence_about_the_work_ever_stops() {
    let lexicon = lexicon();
    let sentences: BTreeMap<String, Vec<String>> =
        parse::typed("functional.yml", FUNCTIONAL).expect("the sentences are lists by language");
    let mut wrong = Vec::new();
    for (language, sentences) in &sentences {
        assert!(sentences.len() >= 100, "{language}: {}", sentences.len());
        for text in sentences {
            wrong.extend(
                stops(text, &lexicon)
                    .iter()
                    .map(|finding| format!("{text} is stopped by {}", finding.rule)),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn adding_an_empty_list_changes_no_finding() {
    let mut found = Diagnostics::default();
    let mut files = nodes(&mut found);
    files.push(
        parse::parse(
            "own/health/diagnosis.yml",
            "language: nl\ncategory: diagnosis\nentries: []\n",
        )
        .expect("an empty list is YAML"),
    );
    let (built_in, own) = (lexicon(), Lexicon::read(&files, &mut found));
    for sentence in sentences() {
        assert_eq!(
            check(&sentence.text, &built_in),
            check(&sentence.text, &own),
            "{}",
            sentence.text
        );
    }
}

#[test]
fn a_stop_holds_the_gate_until_it_is_decided() {
    let lexicon = lexicon();
    let lines = vec![
        line("a", "Ik heb autisme."),
        line("b", "Ik werk graag met een lijst."),
    ];
    let open = examine(&lines, &lexicon);
    assert_eq!(open.len(), 1);
    assert_eq!(
        clear(&lines, &Decisions::default(), &lexicon).expect_err("one stop is open"),
        open
    );
    let (text, rule) = (open[0].text.clone(), open[0].finding.rule.to_string());
    let after = |decision| {
        let mut decisions = Decisions::default();
        decisions.decide(&text, &rule, decision);
        clear(&lines, &decisions, &lexicon).map(|cleared: Cleared<_>| cleared.get().clone())
    };
    assert_eq!(after(Decision::NotHealth), Ok(lines.clone()));
    assert_eq!(after(Decision::LeaveOut), Ok(lines[1..].to_vec()));
    assert_eq!(
        after(Decision::Reword("Ik werk graag op een stille plek.".into())),
        Ok(vec![
            line("a", "Ik werk graag op een stille plek."),
            lines[1].clone()
        ])
    );
    // A rewording is checked like any other text, and a cycle of rewordings stays open.
    let again = after(Decision::Reword("Ik heb een psychose gehad.".into()))
        .expect_err("the new text names a condition");
    assert_eq!(again[0].text, "Ik heb een psychose gehad.");
    assert!(after(Decision::Reword(text.clone())).is_err());
}

#[test]
fn a_decision_lapses_when_the_text_changes() {
    let lexicon = lexicon();
    let text = "Ik heb autisme.";
    let rule = stops(text, &lexicon)[0].rule.to_string();
    let mut decisions = Decisions::default();
    decisions.decide(text, &rule, Decision::NotHealth);
    assert!(clear(&vec![line("a", text)], &decisions, &lexicon).is_ok());
    assert!(
        clear(
            &vec![line("a", "Ik heb dus autisme.")],
            &decisions,
            &lexicon
        )
        .is_err()
    );
    decisions.take_back(text, &rule);
    assert!(clear(&vec![line("a", text)], &decisions, &lexicon).is_err());
}

#[test]
fn a_hint_never_holds_the_gate() {
    let lexicon = lexicon();
    let lines = vec![line("a", "Ik ben hooggevoelig.")];
    assert!(
        check(&lines[0].1, &lexicon)
            .iter()
            .any(|finding| finding.level == Level::Hint)
    );
    assert!(clear(&lines, &Decisions::default(), &lexicon).is_ok());
}

#[test]
fn places_lie_on_character_borders_and_adding_a_sentence_hides_no_stop() {
    let lexicon = lexicon();
    let known = sentences();
    let text = proptest::collection::vec(
        prop_oneof![
            Just("é".to_owned()),
            Just("\u{1F600} ".to_owned()),
            "[a-zA-Z '’.,()-]{0,12}",
            Just("depressie ".to_owned())
        ],
        0..12,
    );
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 200,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    runner
        .run(
            &(text, 0..known.len(), 0..known.len()),
            |(parts, one, other)| {
                let noise = parts.concat();
                for finding in check(&noise, &lexicon) {
                    let (bytes, chars) = (finding.span.bytes, finding.span.chars);
                    prop_assert!(
                        noise.is_char_boundary(bytes.start) && noise.is_char_boundary(bytes.end)
                    );
                    prop_assert_eq!(
                        noise
                            .get(..bytes.start)
                            .map_or(0, |before| before.chars().count()),
                        chars.start
                    );
                    prop_assert_eq!(
                        noise.get(bytes).map_or(0, |words| words.chars().count()),
                        chars.len()
                    );
                }
                let first = known[one].text.trim_end_matches('.').to_owned() + ".";
                let both = format!("{first} {}", known[other].text);
                let after = stops(&both, &lexicon);
                for stop in stops(&first, &lexicon) {
                    prop_assert!(
                        after.contains(&stop),
                        "{} hides a stop of {}",
                        known[other].text,
                        first
                    );
                }
                Ok(())
            },
        )
        .expect("no text breaks the promise");
}

/// In a few words on a form nothing else can tell who it is about.
#[test]
fn a_few_words_on_a_form_are_about_who_fills_it_in() {
    let lexicon = lexicon();
    for text in [
        "depressie",
        "Sam Depressie",
        "Last van Borderline",
        "gevoelig voor depressie",
        "opname in 2019",
        "verslaving",
        "afgekeurd",
        "IBS, need to be near a toilet",
    ] {
        assert!(!stops(text, &lexicon).is_empty(), "{text}");
    }
    for text in ["opname van meters", "rehab of a mill", "MS Office"] {
        assert!(stops(text, &lexicon).is_empty(), "{text}");
    }
}
