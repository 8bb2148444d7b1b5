//! As much for as against: as many reasons and facts on both sides, and as long.

use std::collections::{BTreeMap, BTreeSet};

use weegwijzer::content::library::Loaded;
use weegwijzer::core::about::About;
use weegwijzer::core::answer::{Answer, Blank, FieldAnswer, Pole};
use weegwijzer::core::ask::Ask;
use weegwijzer::core::fact::Speaks;
use weegwijzer::core::kept::Text;
use weegwijzer::core::later::Later;
use weegwijzer::core::session::Session;
use weegwijzer::core::words::Lang;

use crate::texts::reading::{ask_of, openness, question};

/// By how much the mean length of one side may differ from that of the other.
const APART: f64 = 1.15;

fn mean<'a>(texts: impl IntoIterator<Item = &'a str>) -> f64 {
    let lengths: Vec<usize> = texts.into_iter().map(|text| text.chars().count()).collect();
    let total: usize = lengths.iter().sum();
    f64::from(u32::try_from(total).expect("texts are short"))
        / f64::from(u32::try_from(lengths.len().max(1)).expect("few"))
}

/// Says what is uneven between what speaks for and against one thing.
fn uneven(name: &str, pros: &[Text], cons: &[Text], each: usize) -> Option<String> {
    let ratio = mean(cons.iter().map(AsRef::as_ref)) / mean(pros.iter().map(AsRef::as_ref));
    let even = pros.len() == each && cons.len() == each && (1.0 / APART..=APART).contains(&ratio);
    (!even).then(|| format!("{name}: {} and {}, {ratio:.2}", pros.len(), cons.len()))
}

#[test]
fn every_person_every_moment_and_every_degree_has_as_much_for_as_against() {
    for (lang, _, loaded) in openness() {
        let plan = question(&loaded.guide, "plan").kind.items();
        let note = question(&loaded.guide, "uwv-note").about.as_ref();
        let note = note.and_then(Later::get);
        let abouts: Vec<(&str, About)> = plan
            .iter()
            .filter_map(|item| Some((item.id.as_str(), item.about.as_ref()?.get()?)))
            .collect();
        // Six people in the plan, and ten moments with never and not now.
        assert_eq!(abouts.len(), 6 + 12, "{lang}");
        let mut wrong: Vec<String> = abouts
            .iter()
            .zip([3; 6].iter().chain([2; 12].iter()))
            .filter_map(|((name, about), each)| uneven(name, &about.pros, &about.cons, *each))
            .collect();
        // The benefit office and the municipality stand apart, with as much.
        let note = note.expect("it has both sides");
        wrong.extend(uneven("uwv", &note.pros, &note.cons, 3));
        let compare = Session::begin(loaded.guide.clone());
        let Ask::Compare { columns, .. } = ask_of(&compare, "degree") else {
            panic!("the degrees are compared")
        };
        assert_eq!(columns.len(), 5);
        for column in columns {
            let [pros, cons, day] = column.cells.as_slice() else {
                panic!("for, against, a day")
            };
            let name = column.offer.id.as_str();
            wrong.extend(uneven(name, &sentences(pros), &sentences(cons), 3));
            let words = day.split_whitespace().count();
            if !(17..=24).contains(&words) || sentences(day).len() != 3 {
                wrong.push(format!("{name}: a day of {words} words"));
            }
        }
        assert!(wrong.is_empty(), "{lang}\n{}", wrong.join("\n"));
    }
}

fn sentences(text: &str) -> Vec<Text> {
    text.split_inclusive('.')
        .map(|sentence| Text::from(sentence.trim()))
        .filter(|sentence: &Text| !sentence.is_empty())
        .collect()
}

#[test]
fn considerations_for_and_against_are_as_long_in_every_situation() {
    for (lang, words, loaded) in openness() {
        for phase in ["applying", "working"] {
            let mut session = Session::begin(loaded.guide.clone());
            let field = FieldAnswer::One(phase.into());
            session.put(
                &"situation".into(),
                Answer::Form([("phase".into(), field)].into()),
            );
            let Ask::Weigh { columns, items, .. } = ask_of(&session, "weigh") else {
                panic!("it is weighed")
            };
            for column in &columns {
                let side = |pole: Pole| -> Vec<Text> {
                    items
                        .iter()
                        .filter(|item| item.column == column.id && item.pole == pole)
                        .map(|item| words.say(&item.label).into())
                        .collect()
                };
                let (pros, cons) = (side(Pole::For), side(Pole::Against));
                let found = uneven(column.id.as_str(), &pros, &cons, pros.len());
                assert_eq!(found, None, "{lang} {phase}");
            }
        }
    }
}

#[test]
fn no_consideration_stands_there_twice() {
    for (lang, _, loaded) in openness() {
        let list = &loaded.shelf.lists["considerations"];
        let labels: BTreeSet<&str> = list.items.iter().map(|item| &*item.label).collect();
        assert_eq!(labels.len(), list.items.len(), "{lang}");
        assert!(labels.len() >= 40, "{lang}");
    }
}

/// The facts that a walk shows, by what they speak for.
fn facts_on_the_way(loaded: &Loaded, phase: &str) -> BTreeMap<Option<Speaks>, BTreeSet<String>> {
    let mut session = Session::begin(loaded.guide.clone());
    session.put(&"route".into(), Answer::One("all".into()));
    let field = FieldAnswer::One(phase.into());
    let form = [("phase".into(), field)].into();
    session.put(&"situation".into(), Answer::Form(form));
    session.put(&"benefit".into(), Answer::One("yes".into()));
    // Who has not chosen yet whom to tell what is shown all of it.
    for open in ["degree", "plan"] {
        session.put(&open.into(), Answer::Blank(Blank::Skipped));
    }
    session.put(&"quiz".into(), Answer::One("yes".into()));
    let mut shown: BTreeMap<Option<Speaks>, BTreeSet<String>> = BTreeMap::new();
    for asked in session.walk().asked() {
        let question = &loaded.guide.questions()[asked.position];
        for fact in question.kind.facts() {
            let ids = shown.entry(fact.speaks).or_default();
            ids.insert(fact.id.to_string());
        }
    }
    shown
}

#[test]
fn every_fact_is_shown_somewhere_and_only_in_the_language_where_it_holds() {
    for (lang, _, loaded) in openness() {
        let mut shown: BTreeSet<String> = BTreeSet::new();
        for phase in ["applying", "offer", "working"] {
            shown.extend(facts_on_the_way(&loaded, phase).into_values().flatten());
        }
        let all: BTreeSet<String> = (loaded.shelf.facts.iter())
            .map(|fact| fact.id.to_string())
            .collect();
        assert_eq!(shown, all, "{lang}");
        let foreign = (loaded.shelf.facts.iter()).filter(|fact| {
            fact.only
                .as_deref()
                .is_some_and(|only| only != lang.as_str())
        });
        assert_eq!(foreign.count(), 0, "{lang}");
        assert!(
            loaded.shelf.facts.iter().any(|fact| fact.law.is_some()),
            "{lang}"
        );
    }
}

#[test]
fn in_every_situation_as_many_facts_speak_for_telling_as_against_it() {
    for (lang, _, loaded) in openness() {
        for phase in [
            "looking",
            "applying",
            "interview",
            "offer",
            "started",
            "working",
            "harder",
            "ending",
        ] {
            let shown = facts_on_the_way(&loaded, phase);
            let count = |speaks: Speaks| shown.get(&Some(speaks)).map_or(0, BTreeSet::len);
            let (pros, cons) = (count(Speaks::For), count(Speaks::Against));
            assert!(pros > 3, "{lang} {phase}");
            // The figure about costs is asked with a worry that was shown before.
            assert!(
                pros.abs_diff(cons) <= 1,
                "{lang} {phase}: {pros} and {cons}"
            );
        }
    }
}

#[test]
fn a_figure_of_people_in_work_with_a_coach_says_so_and_stands_beside_one_about_hiring() {
    for (lang, _, loaded) in openness() {
        let mut seen = 0;
        for question in loaded.guide.questions() {
            let facts = question.kind.facts();
            let Some(young) = facts.iter().find(|fact| fact.id == "young-told-manager") else {
                continue;
            };
            seen += 1;
            assert!(
                facts.iter().any(|fact| fact.id == "managers-hesitate"),
                "{lang}"
            );
            assert!(young.who.contains("coach"), "{lang}: {}", young.who);
        }
        assert_eq!(seen, 1, "{lang}");
        let figures = loaded
            .shelf
            .facts
            .iter()
            .filter(|fact| fact.id.starts_with("young-"));
        for fact in figures {
            assert!(fact.who.contains("coach"), "{lang}: {}", fact.id);
        }
    }
}

#[test]
fn every_figure_says_of_how_many_people_it_is_or_that_this_was_not_found() {
    for (lang, _, loaded) in openness() {
        let (not_found, about) = if lang == Lang::base() {
            ("niet hoeveel mensen", "Ruim ")
        } else {
            ("not find how many", "Over ")
        };
        for fact in &loaded.shelf.facts {
            let counted = fact.n.is_some() || fact.who.starts_with(about);
            let said = fact.sure.contains(not_found);
            assert!(
                fact.of_100.is_none() || counted || said,
                "{lang}: {}",
                fact.id
            );
        }
    }
}
