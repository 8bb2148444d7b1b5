//! What the shipped texts promise: every explained word within reach, help and calm where they belong, nothing about health.

mod balance;
mod reading;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use weegwijzer::content::library::Library;
use weegwijzer::content::lints::terms;
use weegwijzer::core::ask::Ask;
use weegwijzer::core::guide::{LineKind, Reader, Sitting, Slot};
use weegwijzer::core::ids::QuestionId;
use weegwijzer::core::later::Later;
use weegwijzer::core::list::Item;
use weegwijzer::core::rehearsal::MayAsk;
use weegwijzer::core::session::Session;
use weegwijzer::core::words::Lang;
use weegwijzer::privacy::{Level, check};

use crate::support::health::lexicon;
use crate::texts::reading::{ask_of, every_guide, guides, openness, shown, walk};

/// Question, explanation and text of a screen, without the choices.
const MOST_WORDS: usize = 60;

#[test]
fn every_term_of_the_glossary_can_be_opened_where_it_is_read() {
    let mut missing: BTreeSet<String> = BTreeSet::new();
    let mut seen: BTreeMap<String, BTreeSet<QuestionId>> = BTreeMap::new();
    for (lang, words, loaded) in every_guide() {
        let forms = terms::forms(&loaded.shelf.terms);
        let mut read: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for way in loaded.guide.ways() {
            for seed in 0..8 {
                walk(&loaded, way.id.as_str(), seed, &mut |asked, question| {
                    let guide = loaded.guide.id().to_owned();
                    seen.entry(guide).or_default().insert(asked.id.base());
                    if question.step.is_none() {
                        return;
                    }
                    for text in shown(asked, question, &words) {
                        let found = read
                            .entry(text)
                            .or_insert_with_key(|text| terms::within(text, &forms));
                        for term in found.iter() {
                            if !question.terms.iter().any(|(id, _)| id.as_str() == *term) {
                                missing.insert(format!("{lang} {} {term}", question.id));
                            }
                        }
                    }
                });
            }
        }
    }
    for (guide, ids) in seen {
        let loaded = Library::built_in().guide(&guide, &Lang::base());
        let count = loaded.expect("it loads").guide.questions().len();
        assert!(
            ids.len() * 10 >= count * 8,
            "{guide}: {} of {count}",
            ids.len()
        );
    }
    let missing: Vec<String> = missing.into_iter().collect();
    assert!(missing.is_empty(), "\n{}", missing.join("\n"));
}

#[test]
fn the_glossary_explains_sixty_terms_and_more() {
    for (lang, _, loaded) in openness() {
        assert!(loaded.shelf.terms.len() >= 60, "{lang}");
        let words: BTreeSet<&str> = loaded.shelf.terms.iter().map(|term| &*term.word).collect();
        assert_eq!(
            words.len(),
            loaded.shelf.terms.len(),
            "{lang}: a word twice"
        );
    }
}

#[test]
fn a_screen_is_read_in_one_go() {
    let mut long = BTreeSet::new();
    for (lang, _, loaded) in every_guide() {
        for way in loaded.guide.ways() {
            walk(&loaded, way.id.as_str(), 1, &mut |asked, question| {
                let body = match &asked.ask {
                    Ask::Read { body, .. } => body.as_ref(),
                    _ => "",
                };
                let explain = question.explain.as_deref().unwrap_or_default();
                let text = format!("{} {explain} {body}", question.ask);
                let count = text.split_whitespace().count();
                if count > MOST_WORDS {
                    long.insert(format!("{lang} {}: {count} words", question.id));
                }
            });
        }
    }
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn every_question_has_two_or_three_prompts_for_a_coach_and_a_pitfall() {
    // The guide for the coach has nobody beside it.
    let followed = ["openness", "revisit"]
        .into_iter()
        .flat_map(|id| guides(Some(id)));
    for (lang, _, loaded) in followed {
        for question in &loaded.guide.questions()[1..] {
            let coach = question.coach.as_ref().and_then(Later::get);
            let coach = coach.unwrap_or_else(|| panic!("{lang} {}: no prompts", question.id));
            assert!((2..=3).contains(&coach.prompts.len()));
            let asks = coach.prompts.iter().filter(|prompt| prompt.ends_with('?'));
            assert!(asks.count() > 0, "{lang} {}", question.id);
            assert!(!coach.pitfall.contains('?'), "{lang} {}", question.id);
        }
    }
}

#[test]
fn a_meeting_keeps_its_time_and_leaves_the_rest_as_homework() {
    for (lang, _, loaded) in openness() {
        let meetings = &loaded.guide.together().meetings;
        let minutes: Vec<Vec<u32>> = meetings
            .iter()
            .map(|meeting| meeting.sittings.iter().map(Sitting::minutes).collect())
            .collect();
        assert_eq!(minutes, [vec![45], vec![20, 20, 20]], "{lang}");
        for meeting in meetings {
            let home: Vec<&str> = meeting.homework.iter().map(|(id, _)| id.as_str()).collect();
            assert_eq!(home, ["bring", "weigh", "know", "words"], "{lang}");
        }
    }
}

#[test]
fn past_self_image_plan_and_talk_card_may_be_done_alone() {
    for (lang, _, loaded) in openness() {
        let together = loaded.guide.together();
        let topics: Vec<&str> = together
            .alone
            .iter()
            .map(|topic| topic.id.as_str())
            .collect();
        assert_eq!(
            topics,
            ["past", "self-image", "plan", "talk-card"],
            "{lang}"
        );
        // What is announced as heavy, or offers to stay silent, is one of them, or is agreed with the coach.
        for question in loaded.guide.questions().iter().filter(|one| one.sensitive) {
            let alone = together.topic(&question.id).is_some();
            assert!(
                alone || question.id.as_str() == "coach-says",
                "{}",
                question.id
            );
        }
    }
}

#[test]
fn the_questions_of_an_employer_are_many_and_each_ends_otherwise() {
    for (lang, _, loaded) in openness() {
        let rehearsal = loaded
            .rehearsal
            .as_ref()
            .expect("there is something to practise");
        assert_eq!(rehearsal.questions.len(), 15, "{lang}");
        let not = |wanted: MayAsk| {
            let questions = rehearsal.questions.iter();
            questions.filter(move |one| one.may_ask == wanted).count()
        };
        assert_eq!((not(MayAsk::No), not(MayAsk::Later)), (2, 1), "{lang}");
        let surprises: BTreeSet<&str> = rehearsal
            .questions
            .iter()
            .map(|one| &*one.surprise)
            .collect();
        assert_eq!(surprises.len(), 15, "{lang}");
    }
}

#[test]
fn looking_back_and_the_check_of_a_coach_make_nothing_to_hand_over() {
    for (lang, _, loaded) in every_guide() {
        let papers = loaded.guide.papers().iter();
        let shared = papers
            .filter(|paper| paper.reader == Reader::Shared && !paper.is_calendar())
            .count();
        let expected = if loaded.guide.id() == "openness" {
            2
        } else {
            0
        };
        assert_eq!(shared, expected, "{lang} {}", loaded.guide.id());
    }
}

#[test]
fn the_exceptions_of_the_law_stand_on_every_route_that_is_about_telling() {
    for (lang, _, loaded) in every_guide() {
        for way in loaded.guide.ways() {
            let mut told = false;
            walk(&loaded, way.id.as_str(), 3, &mut |_, question| {
                told |= question.id.as_str().starts_with("exceptions");
            });
            let about_telling = match (loaded.guide.id(), way.id.as_str()) {
                ("coach", _) => false,
                (_, _) => true,
            };
            assert_eq!(
                told,
                about_telling,
                "{lang} {} {}",
                loaded.guide.id(),
                way.id
            );
        }
    }
}

#[test]
fn a_number_to_call_stands_where_it_may_be_heavy() {
    for (lang, _, loaded) in openness() {
        for id in ["told-note", "self-note"] {
            let Ask::Read { body, .. } = ask_of(&Session::begin(loaded.guide.clone()), id) else {
                panic!("it is read")
            };
            // Small: behind what the screen is about.
            assert!(
                body.contains("113") && !body.starts_with("113"),
                "{lang} {id}: {body}"
            );
            let samaritans = body.contains("116 123");
            assert_eq!(samaritans, lang != Lang::base(), "{lang} {id}");
        }
    }
}

#[test]
fn a_wish_that_may_make_someone_guess_can_be_said_more_softly() {
    let level_two = |item: &Arc<Item>| item.tags.iter().any(|tag| tag == "level-2");
    for (lang, _, loaded) in openness() {
        for name in ["needs", "signals"] {
            for item in &loaded.shelf.lists[name].items {
                assert_eq!(item.softer.is_some(), level_two(item), "{lang} {}", item.id);
                let level = item.level.map(|level| level as u8);
                assert!(name == "needs" || level >= Some(1), "{lang} {}", item.id);
            }
        }
    }
}

#[test]
fn nothing_the_program_can_put_on_the_sheet_tells_about_health() {
    let lexicon = lexicon();
    let mut told = Vec::new();
    for (lang, _, loaded) in openness() {
        let mut texts: Vec<String> = Vec::new();
        for name in ["needs", "signals", "strengths", "energy"] {
            for item in &loaded.shelf.lists[name].items {
                texts.push(item.label.to_string());
                texts.extend(item.say.iter().chain(&item.softer).map(ToString::to_string));
                let parts = item.agreement.as_ref().and_then(Later::get);
                texts.extend(parts.iter().flat_map(BTreeMap::values).flat_map(|part| {
                    let others = part.example.iter().chain(&part.general);
                    others.chain([&part.text]).map(ToString::to_string)
                }));
            }
        }
        let sheet = (loaded.guide.papers().iter()).find(|paper| paper.reader == Reader::Shared);
        let sheet = sheet.expect("there is a sheet");
        texts.extend([sheet.title.to_string(), sheet.file.to_string()]);
        for line in sheet.blocks.iter().flat_map(|block| &block.lines) {
            if let LineKind::Say { label, slots, .. } = &line.kind {
                texts.extend(label.iter().map(ToString::to_string));
                texts.extend(slots.iter().filter_map(|slot| match slot {
                    Slot::Text(text) => Some(text.to_string()),
                    Slot::Answer { .. } => None,
                }));
            }
        }
        texts.extend(
            sheet
                .blocks
                .iter()
                .filter_map(|block| block.title.as_ref())
                .map(ToString::to_string),
        );
        for text in texts {
            for finding in check(&text, &lexicon) {
                if finding.level == Level::Stop {
                    told.push(format!("{lang}: {text}"));
                }
            }
        }
    }
    assert!(told.is_empty(), "\n{}", told.join("\n"));
}

#[test]
fn no_question_of_the_program_holds_a_word_about_health() {
    let lexicon = lexicon();
    for (lang, _, loaded) in every_guide() {
        // What is only read, and sentences that are right or not, ask nothing of the person.
        let asked = loaded
            .guide
            .questions()
            .iter()
            .filter(|question| question.kind.facts().is_empty() && !question.when.is_never());
        for question in asked {
            let found: Vec<String> = check(&question.ask, &lexicon)
                .iter()
                .filter(|finding| finding.level == Level::Stop)
                .map(|finding| finding.rule.to_string())
                .collect();
            assert!(found.is_empty(), "{lang} {}: {found:?}", question.id);
        }
    }
}
