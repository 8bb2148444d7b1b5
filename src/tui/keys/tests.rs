//! The table agrees with itself: every row is reached, has its words, and stands where it says.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::*;
use crate::content::library::Library;
use crate::core::words::Lang;
use crate::tui::keymap::Keys;

#[test]
fn every_row_has_its_words_in_every_language() {
    let library = Library::built_in();
    for lang in library.langs() {
        let words = library.words(&lang).expect("the built-in words load");
        for row in BINDINGS {
            assert!(!row.key_name(&words).is_empty(), "{lang} {row:?}");
            assert!(!(row.word)(&words).is_empty(), "{lang} {row:?}");
        }
        let named = words.tui.screens.keys.keys();
        let unused: Vec<&String> = named
            .filter(|name| {
                !BINDINGS
                    .iter()
                    .any(|row| matches!(row.name, Name::Known(known) if known == *name))
            })
            .collect();
        assert!(unused.is_empty(), "{lang} {unused:?}");
    }
}

#[test]
fn every_row_is_what_its_key_does_in_its_context() {
    for row in BINDINGS {
        let event = KeyEvent::new(row.key.code, row.key.modifiers);
        let keys = Keys::default();
        let found = keys
            .find(&[row.context], &event)
            .expect("the key of a row is found");
        assert_eq!(found.act, row.act, "{row:?}");
    }
}

#[test]
fn terminals_that_tell_keys_otherwise_mean_the_same() {
    let contexts = [Context::Preview, Context::Outside, Context::Everywhere];
    let none = KeyModifiers::NONE;
    for (code, modifiers, act) in [
        (KeyCode::Char('?'), KeyModifiers::SHIFT, Act::Help),
        (KeyCode::Char('B'), KeyModifiers::SHIFT, Act::Back),
        (KeyCode::Char('B'), none, Act::Back),
        (
            KeyCode::Char('J'),
            KeyModifiers::SHIFT,
            Act::Paper(Deed::Lower),
        ),
        (KeyCode::BackTab, KeyModifiers::SHIFT, P(Press::Previous)),
        (
            KeyCode::Char('Q'),
            KeyModifiers::CONTROL | KeyModifiers::SHIFT,
            Act::Hide,
        ),
    ] {
        let keys = Keys::default();
        let found = keys
            .find(&contexts, &KeyEvent::new(code, modifiers))
            .map(|row| &row.act);
        assert_eq!(found, Some(&act), "{code:?} {modifiers:?}");
    }
}

#[test]
fn in_a_text_field_no_printable_key_is_a_command() {
    for context in [
        Context::Asking,
        Context::Place,
        Context::HealthCheck,
        Context::Everywhere,
    ] {
        for row in BINDINGS.iter().filter(|row| row.context == context) {
            let printable =
                matches!(row.key.code, KeyCode::Char(_)) && row.key.modifiers.is_empty();
            assert!(!printable, "{row:?}");
        }
    }
}

#[test]
fn a_key_that_types_is_told_from_a_command() {
    let altgr = KeyModifiers::CONTROL | KeyModifiers::ALT;
    for (modifiers, expected) in [
        (KeyModifiers::NONE, Some('e')),
        (KeyModifiers::SHIFT, Some('e')),
        (altgr, Some('e')),
        (KeyModifiers::CONTROL, None),
        (KeyModifiers::ALT, None),
    ] {
        let event = KeyEvent::new(KeyCode::Char('e'), modifiers);
        assert_eq!(typed(&event), expected, "{modifiers:?}");
    }
}

#[test]
fn the_words_of_a_language_are_at_hand() {
    let words = Library::built_in()
        .words(&Lang::base())
        .expect("the built-in words load");
    let hide = Keys::default().name_of(&Act::Hide, &[Context::Everywhere], &words);
    assert_eq!(hide, "Ctrl+Q");
}

#[test]
fn no_two_ways_of_the_menu_have_the_same_key() {
    let in_menu = |row: &&Binding| {
        row.shown == Menu && matches!(row.context, Context::Menu | Context::Outside)
    };
    let mut taken: Vec<Key> = Vec::new();
    for row in BINDINGS.iter().filter(in_menu) {
        assert!(!taken.contains(&row.key), "{row:?}");
        taken.push(row.key);
    }
}
