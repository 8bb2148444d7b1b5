//! Every question of the shipped guide, answered with the keys alone.

use super::{opened, press, words};
use crate::content::library::Library;
use crate::core::answer::Answer;
use crate::core::ask::Ask;
use crate::core::session::Session;
use crate::core::words::{Lang, Words};
use crate::tui::inputs::Heard;

/// Presses keys at a question, and hears the reply.
fn answered(ask: &Ask, earlier: Option<&Answer>, script: &str, words: &Words) -> Answer {
    let mut input = opened(ask, earlier, words, 72, 20);
    match press(input.as_mut(), script) {
        Heard::Reply(reply) => ask.hear(reply).expect("the reply fits the question"),
        other @ (Heard::Ignored | Heard::Handled) => panic!("{script:?} gave {other:?} at {ask:?}"),
    }
}

/// Keys that say something, and keys that go on with what is there.
fn scripts(ask: &Ask) -> (String, String) {
    let (says, goes_on) = match ask {
        Ask::Pick { .. } => ("end enter", "enter"),
        Ask::PickMany { own: true, .. } => ("space end enter 'iets_eigens enter enter", "enter"),
        Ask::PickMany { own: false, .. } => ("space enter", "enter"),
        Ask::Scale { .. } => ("right*2 enter", "enter"),
        Ask::Rank { .. } => ("space down space up right enter", "enter"),
        Ask::Weigh { .. } => (
            "'2 down right*3 end enter '1 tab space end up enter 'eigen enter '3 enter",
            "enter enter",
        ),
        Ask::Form { fields } => {
            let says = " copy 'iets enter".repeat(fields.len());
            let days = "tab ".repeat(fields.len().saturating_sub(1)) + "enter";
            return (says.replace("'iets", "'3-12-2026"), days);
        }
        Ask::Grid { .. } => (
            "right enter down right enter down space down enter end enter 'buur enter down right enter enter",
            "enter",
        ),
        Ask::Compare { .. } => ("right*2 down*3 enter", "enter"),
        Ask::Day => ("'3-12-2026 enter", "enter"),
        Ask::Line { .. } | Ask::Lines { .. } => ("'een_zin enter", "enter"),
        Ask::Read { .. } => ("down*2 enter", "enter"),
    };
    (says.to_owned(), goes_on.to_owned())
}

#[test]
fn every_question_can_be_answered_and_keeps_its_answer() {
    let words = words();
    let loaded = Library::built_in()
        .guide("openness", &Lang::base())
        .expect("the built-in guide loads");
    let mut session = Session::begin(loaded.guide);
    let mut at = session.here().cloned();
    let mut count = 0;
    while let Some(asked) = at {
        count += 1;
        let (says, goes_on) = scripts(&asked.ask);
        let answer = answered(&asked.ask, None, &says, &words);
        let again = answered(&asked.ask, Some(&answer), &goes_on, &words);
        assert_eq!(again, answer, "{}", asked.id);
        session.put(&asked.id, answer);
        at = session.after(&asked.id).cloned();
    }
    assert!(count > 50, "only {count} questions were asked");
}
