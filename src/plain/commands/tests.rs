//! What is a command and what is text, in every language.

use std::collections::BTreeMap;

use crate::content::library::Library;
use crate::core::words::{Lang, Words};
use crate::plain::commands::{COMMANDS, Command, Typed, bare, read, told, without_colon};

fn words(lang: &str) -> Words {
    Library::built_in()
        .words(&Lang::new(lang))
        .expect("the words load")
}

fn text(line: &str) -> Typed {
    Typed::Text(line.to_owned())
}

fn mistyped(typed: &str, near: Option<Command>) -> Typed {
    Typed::Mistyped(typed.to_owned(), near)
}

#[test]
fn commands_are_told_from_text() {
    let words = words("nl");
    for (line, expected) in [
        (":terug", Typed::Command(Command::Back)),
        ("  :Terug ", Typed::Command(Command::Back)),
        (":back", Typed::Command(Command::Back)),
        (":<", Typed::Command(Command::Back)),
        (":?", Typed::Command(Command::Help)),
        (":=", Typed::Command(Command::Again)),
        (":>", Typed::Command(Command::Next)),
        (":m", Typed::Command(Command::Map)),
        (":R", Typed::Command(Command::Review)),
        (":.", Typed::Command(Command::Hide)),
        (":q", Typed::Command(Command::Stop)),
        (":weet ik niet", Typed::Command(Command::Unknown)),
        (":weet-niet", Typed::Command(Command::Unknown)),
        (": overslaan", Typed::Command(Command::Skip)),
        (":bewaren", Typed::Command(Command::Save)),
        (":ongedaan maken", Typed::Command(Command::Undo)),
        (":teurg", mistyped(":teurg", Some(Command::Back))),
        (":qqqqqq", mistyped(":qqqqqq", None)),
        ("::terug", text(":terug")),
        ("terug", text("terug")),
        (":)", text(":)")),
        (":-(", text(":-(")),
        (":", text(":")),
        ("", text("")),
        ("1 3", text("1 3")),
    ] {
        assert_eq!(read(line, &words), expected, "{line:?}");
    }
}

#[test]
fn what_was_mistyped_is_said_back_in_short_and_without_a_control_character() {
    let line = format!(":\u{1b}[2J{}", "a".repeat(500));
    let Typed::Mistyped(typed, None) = read(&line, &words("nl")) else {
        panic!("{line:?} is no command");
    };
    assert!(typed.len() < 60 && !typed.contains('\u{1b}'), "{typed}");
}

#[test]
fn every_language_understands_the_same_words_and_none_means_two_things() {
    let mut first: Option<BTreeMap<String, &str>> = None;
    for lang in Library::built_in().langs() {
        let words = words(lang.as_str());
        let mut known = BTreeMap::new();
        for row in &COMMANDS {
            assert!(!row.about(&words).is_empty(), "{lang} {}", row.name);
            for word in &(row.words)(&words.plain.commands).typed {
                let before = known.insert(bare(word), row.name);
                assert_eq!(before, None, "{lang} {word} means two things");
            }
        }
        for row in &COMMANDS {
            if let Some(short) = row.short {
                assert!(
                    known.get(short).is_none_or(|name| *name == row.name),
                    "{lang} {short}"
                );
            }
        }
        match &first {
            None => first = Some(known),
            Some(first) => assert_eq!(*first, known, "{lang}"),
        }
    }
}

#[test]
fn every_command_stands_once_in_the_table() {
    for (place, row) in COMMANDS.iter().enumerate() {
        for other in COMMANDS.iter().skip(place + 1) {
            assert_ne!(row.command, other.command);
            assert_ne!(row.name, other.name);
            assert!(
                row.short.is_none() || row.short != other.short,
                "{}",
                row.name
            );
        }
    }
}

#[test]
fn sentences_name_commands_by_their_word() {
    let words = words("nl");
    assert_eq!(
        told(&words, "{back} of {next}: {path}", &[("path", "{hide}")]),
        ":terug of :klaar: {hide}"
    );
}

#[test]
fn a_command_without_its_colon_is_recognized() {
    let words = words("en");
    for (line, expected) in [
        ("Back", Some(Command::Back)),
        ("I don't know", Some(Command::Unknown)),
        ("whatever", None),
        ("", None),
    ] {
        assert_eq!(without_colon(line, &words), expected, "{line:?}");
    }
}
