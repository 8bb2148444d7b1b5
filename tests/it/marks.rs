//! The health-word check while a person writes: what is said, where a text goes, and what a decision holds for.

use std::path::Path;

use weegwijzer::app::effect::Effect;
use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::Host;
use weegwijzer::app::intent::{Beside, HealthWish, Intent};
use weegwijzer::app::view::{HealthView, LookView, StageView};
use weegwijzer::content::library::Library;
use weegwijzer::core::answer::Blank;
use weegwijzer::core::ask::{Reply, Written};
use weegwijzer::core::ids::{FieldId, QuestionId};
use weegwijzer::core::words::Lang;

use crate::support::moment::{asking, listed, reply};
use crate::support::said::{form, own};
use crate::support::script::{begin, send};
use crate::support::walk::{begun, is_preview, on_to, walk_to};

const HOME: &str = "/home/test";

fn finding(flow: &Flow) -> HealthView {
    match flow.view().stage {
        StageView::HealthCheck(view) => *view,
        other => panic!("no finding: {other:?}"),
    }
}

fn wish(flow: &mut Flow, host: &mut Host, wish: HealthWish) {
    send(flow, host, Intent::Health(wish));
}

fn sheet() -> (&'static str, Reply) {
    ("route", Reply::Pick("sheet".into()))
}

fn look(flow: &mut Flow, question: &str, text: &str) -> LookView {
    let written = Written::plain(text);
    let mut looks = flow.look(&QuestionId::new(question), &[written]);
    looks.pop().expect("one text gives one look")
}

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
    walk_to(&mut flow, &mut host, "works-well", &[sheet()]);
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
        walk_to(&mut flow, &mut host, "works-well", &[sheet()]);
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
    walk_to(&mut flow, &mut host, "works-well", &[sheet()]);
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
fn only_the_word_itself_typed_says_that_it_is_not_about_health() {
    let (mut flow, mut host) = begun("nl", Path::new(HOME));
    let id = QuestionId::new("needs-short");
    for typed in ["", " ", "ja", "mani", "manie2"] {
        let (mut flow, mut host) = (flow.clone(), host.clone());
        let text = Written::plain("Rust door mijn manie.");
        wish(&mut flow, &mut host, HealthWish::Explain(id.clone(), text));
        wish(
            &mut flow,
            &mut host,
            HealthWish::NotHealth(typed.to_owned()),
        );
        assert!(finding(&flow).refusal.is_some(), "{typed:?}");
        assert!(!flow.view().can.undo, "{typed:?}");
    }
    let marked = look(&mut flow, "needs-short", "Rust door mijn manie.");
    assert_eq!(marked.marks.len(), 1);
    wish(
        &mut flow,
        &mut host,
        HealthWish::Explain(id.clone(), Written::plain("Rust door mijn manie.")),
    );
    wish(
        &mut flow,
        &mut host,
        HealthWish::NotHealth(" MANIE ".to_owned()),
    );
    assert!(
        matches!(flow.view().stage, StageView::Asking(_)),
        "nothing is left"
    );
    assert!(
        look(&mut flow, "needs-short", "Rust door mijn manie.")
            .marks
            .is_empty()
    );
    // It holds for this very text, and for no other.
    assert_eq!(
        look(&mut flow, "needs-short", "Rust door een manie.")
            .marks
            .len(),
        1
    );
}

#[test]
fn one_decision_is_about_one_word_of_a_text() {
    let (mut flow, mut host) = begun("nl", Path::new(HOME));
    let id = QuestionId::new("needs-short");
    let text = "Rust door mijn depressie en mijn depressieve dagen.";
    let before = look(&mut flow, "needs-short", text);
    assert_eq!(before.marks.len(), 2, "{before:?}");
    wish(
        &mut flow,
        &mut host,
        HealthWish::Explain(id, Written::plain(text)),
    );
    wish(&mut flow, &mut host, HealthWish::Choose(0));
    let word = finding(&flow).word;
    wish(&mut flow, &mut host, HealthWish::NotHealth(word.clone()));
    let left: Vec<String> = listed(&flow)
        .rows
        .into_iter()
        .filter(|row| row.done.is_none())
        .map(|row| row.word)
        .collect();
    assert_eq!(left.len(), 1);
    assert_ne!(left[0].to_lowercase(), word.to_lowercase());
    // Choosing what was decided opens it again.
    wish(&mut flow, &mut host, HealthWish::Choose(0));
    assert_eq!(listed(&flow).left, 2);
}

/// Walks to the paper with a word in the sentence about work, on which the person decided while writing it.
fn decided_while_writing(decision: HealthWish) -> (Flow, Host) {
    let (mut flow, mut host) = begun("nl", Path::new(HOME));
    let text = "een kliniek, met mijn depressie";
    walk_to(&mut flow, &mut host, "situation", &[sheet()]);
    let field = FieldId::new("work");
    let written = Written::of_field(&field, &format!(" {text} "));
    let id = QuestionId::new("situation");
    wish(&mut flow, &mut host, HealthWish::Explain(id, written));
    if let StageView::Findings(view) = flow.view().stage {
        let at = view.rows.iter().position(|row| row.word == "depressie");
        wish(
            &mut flow,
            &mut host,
            HealthWish::Choose(at.expect("the word is there")),
        );
    }
    wish(&mut flow, &mut host, decision);
    if !matches!(flow.view().stage, StageView::Asking(_)) {
        send(&mut flow, &mut host, Intent::Continue);
    }
    reply(
        &mut flow,
        &mut host,
        form(&[("phase", "looking"), ("work", text)]),
    );
    on_to(
        &mut flow,
        &mut host,
        &[
            ("needs-short", own("Ik werk graag rustig.")),
            ("ending", Reply::Pick("both".into())),
        ],
        &is_preview,
    );
    (flow, host)
}

fn preview_text(flow: &Flow) -> String {
    let StageView::Preview(view) = flow.view().stage else {
        panic!("no preview")
    };
    view.text.join("\n")
}

#[test]
fn a_decision_taken_while_writing_holds_for_the_sentence_the_answer_stands_in() {
    for (decision, stands, gone) in [
        (
            HealthWish::NotHealth("depressie".to_owned()),
            Some("met mijn depressie"),
            None,
        ),
        (
            HealthWish::Reword("een rustige winkel".to_owned()),
            Some("Werk: een rustige winkel"),
            Some("depressie"),
        ),
        (HealthWish::LeaveOut, None, Some("depressie")),
    ] {
        let case = format!("{decision:?}");
        let (mut flow, mut host) = decided_while_writing(decision);
        send(&mut flow, &mut host, Intent::Continue);
        if let StageView::Findings(view) = flow.view().stage {
            let open: Vec<_> = view.rows.iter().filter(|row| row.done.is_none()).collect();
            assert!(
                open.iter().all(|row| row.word != "depressie"),
                "{case}: {open:?}"
            );
            send(&mut flow, &mut host, Intent::Back);
        } else {
            assert!(matches!(flow.view().stage, StageView::Aside(_)), "{case}");
            send(&mut flow, &mut host, Intent::Back);
        }
        let text = preview_text(&flow);
        assert!(
            stands.is_none_or(|stands| text.contains(stands)),
            "{case}: {text}"
        );
        assert!(
            gone.is_none_or(|gone| !text.contains(gone)),
            "{case}: {text}"
        );
        // The person's own words stay with the answers.
        let answers = flow.session().expect("a session").answers();
        let answer = answers
            .get(&QuestionId::new("situation"))
            .expect("an answer");
        assert!(answer.written()[0].text.contains("depressie"), "{case}");
    }
}

#[test]
fn a_decision_lapses_when_the_answer_changes() {
    let (mut flow, mut host) = decided_while_writing(HealthWish::NotHealth("depressie".to_owned()));
    send(&mut flow, &mut host, Intent::Beside(Beside::Review));
    send(
        &mut flow,
        &mut host,
        Intent::Edit(QuestionId::new("situation")),
    );
    reply(
        &mut flow,
        &mut host,
        form(&[
            ("phase", "looking"),
            ("work", "een winkel, met mijn depressie"),
        ]),
    );
    send(&mut flow, &mut host, Intent::Back);
    assert!(matches!(flow.view().stage, StageView::Preview(_)));
    send(&mut flow, &mut host, Intent::Continue);
    let open = listed(&flow).rows;
    assert!(
        open.iter()
            .any(|row| row.word == "depressie" && row.done.is_none()),
        "{open:?}"
    );
}

/// At the list before saving, with a word in an own wish.
fn at_the_gate() -> (Flow, Host) {
    let (mut flow, mut host) = begun("nl", Path::new(HOME));
    on_to(
        &mut flow,
        &mut host,
        &[
            sheet(),
            ("needs-short", own("Rust door mijn depressie")),
            ("ending", Reply::Pick("sheet".into())),
        ],
        &is_preview,
    );
    send(&mut flow, &mut host, Intent::Continue);
    assert_eq!(listed(&flow).left, 1);
    (flow, host)
}

#[test]
fn from_a_finding_one_goes_to_its_question_and_comes_back_to_the_check() {
    let (mut flow, mut host) = at_the_gate();
    wish(&mut flow, &mut host, HealthWish::Choose(0));
    assert!(finding(&flow).question.is_some());
    wish(&mut flow, &mut host, HealthWish::GoTo);
    let view = asking(&flow);
    assert_eq!(view.id.as_str(), "needs-short");
    assert_eq!(view.seek, Some(Written::plain("Rust door mijn depressie")));
    // Back without a change: the word is still to be decided on.
    let mut unchanged = flow.clone();
    send(&mut unchanged, &mut host, Intent::Back);
    assert_eq!(listed(&unchanged).left, 1);
    reply(&mut flow, &mut host, own("Ik werk graag rustig"));
    while let StageView::Asking(_) | StageView::Consequence(_) = flow.view().stage {
        if matches!(flow.view().stage, StageView::Asking(_)) {
            reply(&mut flow, &mut host, Reply::Blank(Blank::Skipped));
        } else {
            send(&mut flow, &mut host, Intent::Continue);
        }
    }
    assert!(
        matches!(flow.view().stage, StageView::Preview(_)),
        "{:?}",
        flow.view().stage
    );
    assert!(preview_text(&flow).contains("Ik werk graag rustig"));
}

#[test]
fn a_decision_can_be_taken_back_and_what_was_left_out_is_seen_to_be() {
    let (mut flow, mut host) = at_the_gate();
    for decision in [
        HealthWish::LeaveOut,
        HealthWish::Reword("Ik werk graag rustig.".to_owned()),
        HealthWish::NotHealth("depressie".to_owned()),
    ] {
        let can = flow.view().can.undo;
        assert!(!can, "nothing is decided yet");
        wish(&mut flow, &mut host, HealthWish::Choose(0));
        wish(&mut flow, &mut host, decision);
        assert_eq!(listed(&flow).left, 0);
        assert!(listed(&flow).rows[0].done.is_some());
        assert!(flow.view().can.undo);
        send(&mut flow, &mut host, Intent::Undo);
        assert_eq!(listed(&flow).left, 1);
    }
    wish(&mut flow, &mut host, HealthWish::Choose(0));
    wish(&mut flow, &mut host, HealthWish::LeaveOut);
    send(&mut flow, &mut host, Intent::Back);
    let StageView::Preview(view) = flow.view().stage else {
        panic!("no preview")
    };
    let mut lines = view.blocks.iter().flat_map(|block| &block.lines);
    let note = flow.words().health.left_out_note.clone();
    assert!(lines.any(|line| line.level == note), "{view:?}");
    assert!(!view.text.concat().contains("depressie"));
}

#[test]
fn other_words_that_hold_such_a_word_too_do_not_do() {
    let (mut flow, mut host) = at_the_gate();
    wish(&mut flow, &mut host, HealthWish::Choose(0));
    for (said, word) in [
        ("", None),
        ("Rust door mijn depressie", Some("depressie")),
        ("Rust door mijn autisme", Some("autisme")),
        ("Rust door mijn depressie", Some("depressie")),
    ] {
        wish(&mut flow, &mut host, HealthWish::Reword(said.to_owned()));
        let view = finding(&flow);
        assert!(view.refusal.is_some(), "{said:?}");
        assert!(word.is_none_or(|word| view.word == word), "{view:?}");
    }
    // Words that lead in a circle leave it open.
    send(&mut flow, &mut host, Intent::Back);
    assert!(listed(&flow).left > 0);
    send(&mut flow, &mut host, Intent::Continue);
    assert!(matches!(flow.view().stage, StageView::Findings(_)));
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
