//! What a person decides about a health word: for which word and which text it holds, when it lapses, and how it is taken back.

use std::path::Path;

use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::Host;
use weegwijzer::app::intent::{Beside, HealthWish, Intent};
use weegwijzer::app::view::StageView;
use weegwijzer::core::answer::Blank;
use weegwijzer::core::ask::{Reply, Written};
use weegwijzer::core::ids::{FieldId, QuestionId};

use crate::support::moment::{asking, finding, listed, look, reply, wish};
use crate::support::said::{form, own, pick};
use crate::support::script::send;
use crate::support::walk::{begun, is_preview, on_to, walk_to};

/// Nothing is written there.
const HOME: &str = "/home/test";

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
    walk_to(
        &mut flow,
        &mut host,
        "situation",
        &[("route", pick("sheet"))],
    );
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
            ("route", pick("sheet")),
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
