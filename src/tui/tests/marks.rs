//! When a text is looked at while it is written, what is marked then, and what the key that explains does.

use crate::app::intent::{HealthWish, Intent};
use crate::core::ask::{Ask, Field, FieldAsk, Offer, Written};
use crate::core::ids::{FieldId, ItemId, QuestionId};
use crate::core::phrase::Phrase;
use crate::tui::run::{Colors, attend};
use crate::tui::terminal::{Inbox, Message};
use crate::tui::tests::views::{ask_stage, line};
use crate::tui::tests::{NoDoor, Script, keys};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

/// Runs a script in which `pause` is a while without a key. Returns what was wanted, how often was looked, and the screen.
fn ran(ask: Ask, script: &str) -> (Vec<Intent>, usize, String) {
    let mut program = Script::new(vec![ask_stage("woorden", ask)]);
    let inbox = Inbox::filled(script.split_whitespace().map(|word| match word {
        "pause" => Message::Quiet,
        word => Message::Events(keys(word)),
    }));
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).expect("a test terminal opens");
    attend(&mut program, &mut terminal, &inbox, &NoDoor, Colors::None);
    (
        program.wanted,
        program.looked,
        terminal.backend().to_string(),
    )
}

#[test]
fn a_word_is_marked_after_a_pause_and_never_while_it_is_unfinished() {
    let many = || Ask::PickMany {
        offers: Vec::new(),
        own: true,
        at_most: None,
    };
    for (ask, script, marked) in [
        (line(), "'veel_stress_ pause", true),
        (line(), "'veel_stress. pause", true),
        (line(), "'veel_stress_", false),
        (line(), "'veel_stress pause", false),
        (line(), "'stress pause ' pause", false),
        (line(), "'stress_x pause '_en_meer", true),
        (line(), "'stress_x pause right '_en", true),
        (line(), "'rust_ pause", false),
        (many(), "enter 'stress pause", false),
        (many(), "enter 'stress enter", false),
        (many(), "enter 'stress enter pause", true),
    ] {
        let (_, _, screen) = ran(ask, script);
        let shown = screen.contains("noemt een klacht") && screen.contains('~');
        assert_eq!(shown, marked, "{script}\n{screen}");
        assert_eq!(screen.contains("Ctrl+G"), marked, "{script}\n{screen}");
    }
}

#[test]
fn every_shape_with_text_of_the_person_s_own_is_marked() {
    let column = Offer::plain(ItemId::new("tell"), Phrase::text("Vertellen"));
    let field = Field {
        id: FieldId::new("work"),
        label: Phrase::text("Werk"),
        ask: FieldAsk::Line,
        example: None,
        copy: None,
        general: None,
    };
    let typed = "'veel_stress_ pause";
    let added = "enter 'veel_stress enter pause";
    for (ask, script) in [
        (line(), typed),
        (
            Ask::Lines {
                example: None,
                at_most: 200,
            },
            typed,
        ),
        (
            Ask::Form {
                fields: vec![field],
            },
            typed,
        ),
        (
            Ask::PickMany {
                offers: Vec::new(),
                own: true,
                at_most: None,
            },
            added,
        ),
        (
            Ask::Weigh {
                columns: vec![column],
                items: Vec::new(),
                own: true,
                first: 6,
            },
            added,
        ),
        (
            Ask::Grid {
                rows: Vec::new(),
                columns: Vec::new(),
                own: true,
            },
            added,
        ),
    ] {
        let (_, _, screen) = ran(ask.clone(), script);
        let shown = screen.contains("~ ") && screen.contains("noemt een klacht");
        assert!(shown, "{ask:?}\n{screen}");
        let (wanted, ..) = ran(ask.clone(), &format!("{script} ^g"));
        assert_eq!(wanted.len(), 1, "{ask:?}");
    }
}

#[test]
fn one_key_explains_and_does_nothing_where_there_is_nothing_to_explain() {
    let explain = |text: &str| {
        Intent::Health(HealthWish::Explain(
            QuestionId::new("woorden"),
            Written::plain(text),
        ))
    };
    for (script, wanted) in [
        ("'stress_ pause ^g", vec![explain("stress ")]),
        ("'stress_ pause esc h", vec![explain("stress ")]),
        ("'stress_ ^g", vec![]),
        ("'rust_ pause ^g", vec![]),
    ] {
        assert_eq!(ran(line(), script).0, wanted, "{script}");
    }
}

#[test]
fn nothing_is_looked_at_twice_and_nothing_where_nothing_is_typed() {
    for (script, looked) in [
        ("pause pause", 0),
        ("'a_ pause", 1),
        ("'a_ pause pause pause", 1),
        ("'a_ pause 'b pause pause", 2),
        ("'a_ pause esc pause esc", 1),
    ] {
        assert_eq!(ran(line(), script).1, looked, "{script}");
    }
}
