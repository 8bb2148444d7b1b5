//! Any path through the guide keeps its promises: reply, change, back, jump, skip and undo in any order.

use std::sync::Arc;

use proptest::prelude::*;
use weegwijzer::content::library::Library;
use weegwijzer::core::answer::{Answer, Blank};
use weegwijzer::core::ask::Ask;
use weegwijzer::core::guide::Guide;
use weegwijzer::core::session::Session;
use weegwijzer::core::spoken::Spoken;
use weegwijzer::core::summary::Summary;
use weegwijzer::core::words::{Lang, Words};

use crate::support::replies::{Dice, fitting};

fn guide() -> (Arc<Guide>, Words) {
    let library = Library::built_in();
    let lang = Lang::base();
    (
        library
            .guide("openness", &lang)
            .expect("the guide loads")
            .guide,
        library.words(&lang).expect("the words load"),
    )
}

/// One random act; returns whether an answer was put.
fn act(session: &mut Session, dice: &mut Dice) -> bool {
    match dice.below(12) {
        0 => drop(session.back()),
        1 => {
            let steps = session.guide().steps();
            let step = steps[dice.below(steps.len())].id.clone();
            session.jump(&step);
        }
        2 => drop(session.undo()),
        3 => {
            // A change of something said before.
            let answered: Vec<_> = session
                .walk()
                .asked()
                .iter()
                .filter(|asked| asked.answer.is_some())
                .map(|asked| asked.id.clone())
                .collect();
            if !answered.is_empty() {
                session.go(&answered[dice.below(answered.len())]);
            }
            return put(session, dice);
        }
        4 => {
            if let Some(last) = session.skip_step() {
                session.go(&last);
            }
        }
        _ => return put(session, dice),
    }
    false
}

fn put(session: &mut Session, dice: &mut Dice) -> bool {
    let Some(asked) = session.here().cloned() else {
        return false;
    };
    let reply = fitting(&asked.ask, dice);
    let answer = asked
        .ask
        .hear(reply)
        .unwrap_or(Answer::Blank(Blank::Skipped));
    session.put(&asked.id, answer);
    if let Some(next) = session.after(&asked.id).map(|next| next.id.clone()) {
        session.go(&next);
    }
    true
}

/// Exactly the questions of the walked steps whose condition holds are asked; a repeated one for each thing chosen.
fn asked_are_those_whose_rule_holds(session: &Session) {
    let walk = session.walk();
    for question in session.guide().questions() {
        let on_path = question
            .step
            .as_ref()
            .is_none_or(|step| walk.steps().contains(step));
        let holds = on_path && question.when.holds(walk);
        let count = walk.all(&question.id).count();
        match &question.each {
            _ if !holds => assert_eq!(
                count, 0,
                "{} is asked though its rule does not hold",
                question.id
            ),
            Some(each) => {
                let mut things: Vec<_> = each
                    .of
                    .iter()
                    .flat_map(|(id, _)| walk.chosen(id))
                    .filter(|offer| !offer.alone)
                    .map(|offer| offer.id)
                    .collect();
                things.sort();
                things.dedup();
                assert_eq!(
                    count,
                    things
                        .len()
                        .min(each.at_most)
                        .max(usize::from(each.otherwise.is_some())),
                    "{} is repeated for each thing",
                    question.id
                );
            }
            None if count == 0 => assert!(
                choice_from_nothing(session, question),
                "{} is not asked though its rule holds",
                question.id
            ),
            None => assert_eq!(count, 1, "{}", question.id),
        }
    }
}

/// The only other reason not to ask: there is nothing to choose from.
fn choice_from_nothing(session: &Session, question: &weegwijzer::core::guide::Question) -> bool {
    let from = question.kind.looks_at();
    !from.is_empty() && question.kind.items().is_empty() && {
        let things = from
            .iter()
            .flat_map(|(id, _)| session.walk().chosen(id))
            .count();
        things == 0 || from.len() > 1
    }
}

fn texts_of(answer: &Answer) -> Vec<String> {
    let debug = format!("{answer:?}");
    debug
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.starts_with("eigen"))
        .map(str::to_owned)
        .collect()
}

/// Nothing that is not asked now is in a summary.
fn nothing_set_aside_is_on_paper(session: &Session, words: &Words) {
    let mut aside: Vec<String> = Vec::new();
    let mut standing: Vec<String> = Vec::new();
    for (id, answer) in session.answers().iter() {
        match session.walk().answer(id) {
            None => aside.extend(texts_of(answer)),
            Some(kept) => standing.extend(texts_of(kept)),
        }
    }
    aside.retain(|text| !standing.contains(text));
    for paper in session.guide().papers() {
        let summary = Summary::of(session.guide(), session.walk(), paper);
        let spoken = format!("{:?}", Spoken::of(&summary, &Lang::base(), words));
        for text in &aside {
            assert!(
                !spoken.contains(text),
                "{text} was set aside and stands on {}",
                paper.id
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_path_asks_exactly_what_holds_and_writes_nothing_set_aside(seed in any::<u64>()) {
        let (guide, words) = guide();
        let mut session = Session::begin(guide);
        let mut dice = Dice::new(seed);
        for _ in 0..60 {
            act(&mut session, &mut dice);
            prop_assert!(session.here().is_some());
        }
        asked_are_those_whose_rule_holds(&session);
        nothing_set_aside_is_on_paper(&session, &words);
    }

    #[test]
    fn undo_restores_every_answer_and_what_was_set_aside_comes_back(seed in any::<u64>()) {
        let (guide, _) = guide();
        let mut session = Session::begin(guide);
        let mut dice = Dice::new(seed);
        for _ in 0..40 {
            let before = session.answers().clone();
            let walk: Vec<_> = session.walk().asked().iter().map(|asked| (asked.id.clone(), asked.answer.clone())).collect();
            if put(&mut session, &mut dice) {
                session.undo();
                prop_assert_eq!(session.answers(), &before);
                let after: Vec<_> = session.walk().asked().iter().map(|asked| (asked.id.clone(), asked.answer.clone())).collect();
                prop_assert_eq!(after, walk);
                act(&mut session, &mut dice);
            }
        }
    }

    #[test]
    fn a_consequence_says_beforehand_exactly_what_the_change_does(seed in any::<u64>()) {
        let (guide, _) = guide();
        let mut session = Session::begin(guide);
        let mut dice = Dice::new(seed);
        for _ in 0..50 {
            let Some(asked) = session.here().cloned() else { break };
            let answer = asked.ask.hear(fitting(&asked.ask, &mut dice)).unwrap_or(Answer::Blank(Blank::Skipped));
            let told = session.consequence(&asked.id, &answer);
            let before = session.walk().clone();
            session.put(&asked.id, answer);
            for earlier in before.asked() {
                let counts = earlier.answer.as_ref().is_some_and(|answer| !matches!(answer, Answer::Blank(_) | Answer::Seen));
                let changed = earlier.id != asked.id && counts && session.walk().answer(&earlier.id) != earlier.answer.as_ref();
                prop_assert_eq!(changed, told.set_aside.contains(&earlier.id), "{}", earlier.id);
            }
            act(&mut session, &mut dice);
        }
    }
}

#[test]
fn the_short_route_reaches_a_sheet_in_twelve_screens() {
    let (guide, _) = guide();
    for (route, limit) in [("sheet", 12), ("weigh", 60), ("all", 110)] {
        let mut session = Session::begin(guide.clone());
        let mut screens = 1;
        let mut chosen = 0;
        loop {
            let asked = session.here().expect("a question").clone();
            let step = asked
                .step
                .as_ref()
                .and_then(|id| session.guide().step(id))
                .is_some_and(|step| step.sheet);
            let answer = match (asked.id.as_str(), &asked.ask) {
                ("route", _) => Answer::One(route.into()),
                ("ending", _) => Answer::One("sheet".into()),
                ("situation", Ask::Form { fields }) => {
                    let field = &fields[0];
                    Answer::Form(
                        [(
                            field.id.clone(),
                            weegwijzer::core::answer::FieldAnswer::One("applying".into()),
                        )]
                        .into(),
                    )
                }
                (id, Ask::PickMany { offers, .. }) if id.starts_with("needs-") && chosen < 3 => {
                    let take = if id == "needs-short" { 3 } else { 1 };
                    chosen += take;
                    Answer::Many(
                        offers
                            .iter()
                            .take(take)
                            .map(|offer| weegwijzer::core::answer::Choice::Item(offer.id.clone()))
                            .collect(),
                    )
                }
                (_, Ask::Rank { offers, top }) => Answer::Many(
                    offers
                        .iter()
                        .take(*top)
                        .map(|offer| weegwijzer::core::answer::Choice::Item(offer.id.clone()))
                        .collect(),
                ),
                (_, Ask::Read { .. }) => Answer::Seen,
                _ => Answer::Blank(Blank::Skipped),
            };
            session.put(&asked.id, answer);
            screens += 1;
            let next = session.after(&asked.id).cloned();
            match next {
                Some(next) if !(step && next.step != asked.step) => session.go(&next.id),
                // The next screen is the preview, and it is counted already.
                _ => break,
            }
        }
        println!("{route}: {screens} screens");
        assert!(
            screens <= limit,
            "{route} takes {screens} screens, {limit} at most"
        );
    }
}
