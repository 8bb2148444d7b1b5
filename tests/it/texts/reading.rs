//! Reading the texts as a person meets them: every text of a question, the explained words in it, and a walk past all.

use std::sync::Arc;

use weegwijzer::content::library::{Library, Loaded};
use weegwijzer::core::about::About;
use weegwijzer::core::answer::{Answer, Blank, Choice};
use weegwijzer::core::ask::{Ask, FieldAsk, Offer};
use weegwijzer::core::fact::Fact;
use weegwijzer::core::guide::{Guide, Question};
use weegwijzer::core::ids::QuestionId;
use weegwijzer::core::later::Later;
use weegwijzer::core::session::{Asked, Session};
use weegwijzer::core::words::{Lang, Words};

use crate::support::replies::{Dice, fitting};

/// Every text that a question shows.
pub(super) fn shown(asked: &Asked, question: &Question, words: &Words) -> Vec<String> {
    let mut texts = vec![question.ask.to_string(), question.help.to_string()];
    texts.extend(question.explain.iter().map(ToString::to_string));
    texts.extend(question.warn.iter().map(|remark| remark.say.to_string()));
    let whole = question.about.as_ref().and_then(Later::get);
    texts.extend(whole.iter().flat_map(about));
    let offer = |offer: &Offer, texts: &mut Vec<String>| {
        texts.push(words.say(&offer.label));
        texts.extend(offer.group.iter().map(ToString::to_string));
        let note = offer.item.as_ref().and_then(|item| item.note.as_ref());
        texts.extend(note.map(ToString::to_string));
        let on_wish = offer
            .item
            .as_ref()
            .and_then(|item| item.about.as_ref()?.get());
        texts.extend(on_wish.iter().flat_map(about));
    };
    let show = |offers: &[Offer], texts: &mut Vec<String>| {
        for one in offers {
            offer(one, texts);
        }
    };
    match &asked.ask {
        Ask::Pick { offers } | Ask::PickMany { offers, .. } | Ask::Rank { offers, .. } => {
            show(offers, &mut texts);
        }
        Ask::Weigh { columns, items, .. } => {
            show(columns, &mut texts);
            texts.extend(items.iter().map(|item| words.say(&item.label)));
        }
        Ask::Form { fields } => {
            for field in fields {
                texts.push(words.say(&field.label));
                let more = [&field.example, &field.copy, &field.general];
                texts.extend(more.into_iter().flatten().map(ToString::to_string));
                if let FieldAsk::Pick(offers) = &field.ask {
                    show(offers, &mut texts);
                }
            }
        }
        Ask::Grid { rows, columns, .. } => {
            show(rows, &mut texts);
            for column in columns {
                texts.push(column.label.to_string());
                show(&column.offers, &mut texts);
            }
        }
        Ask::Compare { columns, aspects } => {
            texts.extend(aspects.iter().map(ToString::to_string));
            for column in columns {
                offer(&column.offer, &mut texts);
                texts.extend(column.cells.iter().map(ToString::to_string));
            }
        }
        Ask::Read { body, facts } => {
            texts.push(body.to_string());
            texts.extend(facts.iter().flat_map(fact));
        }
        Ask::Scale { low, high, .. } => texts.extend([low.to_string(), high.to_string()]),
        Ask::Line {
            example, offers, ..
        } => {
            texts.extend(example.iter().map(ToString::to_string));
            for one in offers {
                offer(one, &mut texts);
            }
        }
        Ask::Lines { example, .. } => {
            texts.extend(example.iter().map(ToString::to_string));
        }
        Ask::Day => {}
    }
    texts
}

fn about(about: &About) -> Vec<String> {
    let texts = about.pros.iter().chain(&about.cons).chain(&about.note);
    texts.map(ToString::to_string).collect()
}

fn fact(fact: &Arc<Fact>) -> Vec<String> {
    [&fact.text, &fact.who, &fact.sure, &fact.source]
        .map(ToString::to_string)
        .to_vec()
}

/// Walks a guide with replies of dice, and shows every question that is asked.
pub(super) fn walk(loaded: &Loaded, way: &str, seed: u64, look: &mut dyn FnMut(&Asked, &Question)) {
    let mut dice = Dice::new(seed);
    let mut session = Session::begin(loaded.guide.clone());
    for _ in 0..300 {
        let asked = session.here().expect("a question").clone();
        let question = &loaded.guide.questions()[asked.position];
        look(&asked, question);
        let many = |ids: &[&str]| {
            let choices = ids.iter().map(|id| Choice::Item((*id).into()));
            Answer::Many(choices.collect())
        };
        let answer = match asked.id.as_str() {
            "route" => Answer::One(way.into()),
            "benefit" | "quiz" => Answer::One("yes".into()),
            "helpers" => many(&["coach", "relatives"]),
            "told-before" => Answer::One("some".into()),
            "ending" => Answer::One("both".into()),
            "had" => Answer::One("had".into()),
            _ => asked
                .ask
                .hear(fitting(&asked.ask, &mut dice))
                .unwrap_or(Answer::Blank(Blank::Skipped)),
        };
        session.put(&asked.id, answer);
        match session.after(&asked.id).cloned() {
            Some(next) => session.go(&next.id),
            None => return,
        }
    }
}

/// Every guide in every language, or one of them.
pub(super) fn guides(only: Option<&str>) -> Vec<(Lang, Words, Loaded)> {
    let library = Library::built_in();
    let mut all = Vec::new();
    for lang in library.langs() {
        for id in library.guides() {
            if only.is_some_and(|only| only != id) {
                continue;
            }
            let words = library.words(&lang).expect("the words load");
            let loaded = library.guide(&id, &lang).expect("the guide loads");
            all.push((lang.clone(), words, loaded));
        }
    }
    all
}

pub(super) fn every_guide() -> Vec<(Lang, Words, Loaded)> {
    guides(None)
}

pub(super) fn openness() -> Vec<(Lang, Words, Loaded)> {
    guides(Some("openness"))
}

/// A question of a guide.
pub(super) fn question<'a>(guide: &'a Guide, id: &str) -> &'a Question {
    guide
        .question(&QuestionId::new(id))
        .expect("the question is there")
}

/// How a question is put on the long route, with nothing said before it.
pub(super) fn ask_of(session: &Session, id: &str) -> Ask {
    let mut session = session.clone();
    session.put(&"route".into(), Answer::One("all".into()));
    session
        .walk()
        .find(&QuestionId::new(id))
        .expect("it is asked")
        .ask
        .clone()
}
