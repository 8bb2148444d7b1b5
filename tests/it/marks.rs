//! The health-word check while a person writes: what is said, once and calmly, and where a text goes.

use std::path::Path;

use weegwijzer::app::effect::Effect;
use weegwijzer::app::intent::{HealthWish, Intent};
use weegwijzer::app::view::StageView;
use weegwijzer::content::library::Library;
use weegwijzer::core::ask::{Reply, Written};
use weegwijzer::core::ids::{FieldId, QuestionId};
use weegwijzer::core::words::Lang;

use crate::support::moment::{asking, finding, listed, look, reply, wish};
use crate::support::said::{own, pick};
use crate::support::script::{begin, send};
use crate::support::walk::{begun, is_preview, on_to, walk_to};

/// Nothing is written there.
const HOME: &str = "/home/test";

#[test]
fn a_text_says_whether_it_may_come_on_the_sheet_or_stays_with_the_person() {
    let (mut flow, _) = begun("nl", Path::new(HOME));
    let shared = flow.words().health.goes_shared.clone();
    let private = flow.words().health.goes_private.clone();
    for (question, field, expected) in [
        ("situation", Some("work"), &shared),
        ("about", Some("name"), &shared),
        ("about", Some("reader"), &shared),
        ("strengths", None, &shared),
        ("energy", None, &shared),
        ("needs-short", None, &shared),
        ("needs-harder", None, &shared),
        ("signals", None, &shared),
        ("agreement/early-start", Some("what"), &shared),
        ("date", Some("what"), &private),
        ("told-how", None, &private),
        ("works-well", None, &private),
        ("self-think", None, &private),
        ("weigh", None, &private),
        ("plan", None, &private),
        ("opening", None, &private),
        ("arrange", None, &private),
        ("next-step", Some("whom"), &private),
    ] {
        let written = Written {
            field: field.map(FieldId::new),
            text: "Rust door mijn autisme.".to_owned(),
        };
        let looks = flow.look(&QuestionId::new(question), &[written]);
        assert!(
            looks[0].says().ends_with(expected.as_str()),
            "{question}: {looks:?}"
        );
        assert_eq!(looks[0].marks.len(), 1, "{question}");
    }
}

#[test]
fn the_words_are_where_they_stand_and_a_clean_text_has_nothing() {
    let (mut flow, _) = begun("nl", Path::new(HOME));
    let text = "Één keer per dag lithium, en mijn depressieve buien.";
    let seen = look(&mut flow, "needs-short", text);
    let words: Vec<&str> = seen
        .marks
        .iter()
        .map(|mark| &text[mark.start..mark.end])
        .collect();
    assert!(
        matches!(words.as_slice(), ["lithium", second] if second.starts_with("depressieve")),
        "{words:?}"
    );
    assert!(
        seen.marks
            .iter()
            .zip(words)
            .all(|(mark, word)| mark.word == word)
    );
    let clean = look(&mut flow, "needs-short", "Ik word moe van drukke ruimtes.");
    assert!(clean.marks.is_empty() && clean.says().is_empty() && clean.calm().is_none());
}

#[test]
fn an_answer_that_is_given_is_said_something_about_once() {
    let (mut flow, mut host) = begun("nl", Path::new(HOME));
    walk_to(
        &mut flow,
        &mut host,
        "works-well",
        &[("route", pick("sheet"))],
    );
    let told = Reply::Text("Het ging goed na mijn therapie.".to_owned());
    reply(&mut flow, &mut host, told.clone());
    let heed = flow.view().heed.expect("there is something to say");
    assert_eq!(heed.question.as_str(), "works-well");
    assert!(heed.looks[0].says().contains("therapie"), "{heed:?}");
    // Going on, it is not said again; nor when the same answer is given once more.
    send(&mut flow, &mut host, Intent::Back);
    assert!(flow.view().heed.is_none());
    reply(&mut flow, &mut host, told);
    assert!(flow.view().heed.is_none());
}

#[test]
fn the_calm_line_is_said_once_and_is_on_no_paper() {
    for (lang, numbers, text) in [
        (
            "nl",
            ["113", "0800-0113", "113.nl"],
            "Dat was na mijn zelfmoordpoging.",
        ),
        (
            "en",
            ["Samaritans", "116 123", "999"],
            "That was after my suicide attempt.",
        ),
    ] {
        let (mut flow, mut host) = begun(lang, Path::new(HOME));
        walk_to(
            &mut flow,
            &mut host,
            "works-well",
            &[("route", pick("sheet"))],
        );
        assert!(
            look(&mut flow, "works-well", "Ik was opgelucht.")
                .calm()
                .is_none()
        );
        let calm = look(&mut flow, "works-well", text).calm().cloned();
        let calm = calm.expect("the line is said");
        assert!(numbers.iter().all(|number| calm.contains(number)), "{calm}");
        // It stays while the person is there, and is not said again after that.
        assert!(look(&mut flow, "works-well", text).calm().is_some());
        reply(&mut flow, &mut host, Reply::Text(text.to_owned()));
        let heed = flow.view().heed.expect("the word was seen");
        assert!(heed.looks.iter().all(|look| look.calm().is_none()));
        assert!(look(&mut flow, "needs-short", text).calm().is_none());
        on_to(
            &mut flow,
            &mut host,
            &[
                ("needs-short", own(text)),
                ("ending", Reply::Pick("sheet".into())),
            ],
            &is_preview,
        );
        send(&mut flow, &mut host, Intent::Continue);
        assert!(listed(&flow).calm.is_none());
        let StageView::Preview(view) = ({
            send(&mut flow, &mut host, Intent::Back);
            flow.view().stage
        }) else {
            panic!("no preview")
        };
        assert!(!view.text.concat().contains(numbers[1]));
    }
}

#[test]
fn a_text_that_stays_with_the_person_is_explained_and_needs_no_way_past() {
    let (mut flow, mut host) = begun("nl", Path::new(HOME));
    walk_to(
        &mut flow,
        &mut host,
        "works-well",
        &[("route", pick("sheet"))],
    );
    let id = QuestionId::new("works-well");
    let text = Written::plain("Ik nam lithium, en had autisme.");
    wish(&mut flow, &mut host, HealthWish::Explain(id, text.clone()));
    let view = finding(&flow);
    assert!(view.private && view.rewordings.is_empty() && view.question.is_none());
    assert!(
        view.explain.concat().contains("lithium"),
        "every word is explained"
    );
    wish(&mut flow, &mut host, HealthWish::NotHealth(view.word));
    wish(&mut flow, &mut host, HealthWish::LeaveOut);
    assert!(!flow.view().can.undo, "nothing was decided");
    send(&mut flow, &mut host, Intent::Continue);
    assert_eq!(asking(&flow).id.as_str(), "works-well");
    assert!(!look(&mut flow, "works-well", &text.text).marks.is_empty());
}

#[test]
fn the_health_words_are_not_read_on_the_way_to_the_first_screens() {
    let broken = [(
        "lang/nl/health/own.yml".to_owned(),
        "language: nl\ncategory: onzin\nentries: []\n".to_owned(),
    )];
    let library = Library::with_own("own".to_owned(), broken.into());
    let (mut flow, mut host) = begin(library, "nl", Path::new(HOME));
    for _ in 0..2 {
        assert!(matches!(flow.view().stage, StageView::Welcome(_)));
        assert!(
            flow.update(Intent::Continue).is_empty(),
            "nothing is wanted outside"
        );
    }
    let words = flow.update(Intent::Speak(Lang::new("en")));
    assert!(matches!(words.as_slice(), [Effect::Words(_)]));
    // A mistake in a list of one's own is shown when the lists are needed.
    send(&mut flow, &mut host, Intent::Continue);
    assert!(matches!(flow.view().stage, StageView::BadGuide(_)));
}
