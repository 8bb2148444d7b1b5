//! Key scripts for every input: what comes of the presses, and what the person sees.

mod any;
mod guide;
mod lists;
mod places;
mod tables;
mod texts;

use crate::content::library::Library;
use crate::core::answer::Answer;
use crate::core::ask::{Ask, Offer, Reply};
use crate::core::phrase::Phrase;
use crate::core::words::{Lang, Words};
use crate::tui::inputs::{Ctx, Heard, Input, open};
use crate::tui::keymap::Keys;
use crate::tui::marks::Marks;
use crate::tui::page::Page;
use crate::tui::press::Press;

/// The program's Dutch words.
fn words() -> Words {
    Library::built_in()
        .words(&Lang::base())
        .expect("the built-in words load")
}

/// Reads a key script: names of keys with `*` and a number, `'text` for typed text and `"text` for pasted text, with `_` for
/// a space and `~` for a line end.
fn presses(script: &str) -> Vec<Press> {
    let mut presses = Vec::new();
    for word in script.split_whitespace() {
        if let Some(typed) = word.strip_prefix('\'') {
            presses.extend(typed.replace('_', " ").chars().map(Press::Typed));
            continue;
        }
        if let Some(pasted) = word.strip_prefix('"') {
            presses.push(Press::Pasted(pasted.replace('_', " ").replace('~', "\n")));
            continue;
        }
        let (name, times) = word.split_once('*').unwrap_or((word, "1"));
        let press = match name {
            "up" => Press::Up,
            "down" => Press::Down,
            "left" => Press::Left,
            "right" => Press::Right,
            "home" => Press::Home,
            "end" => Press::End,
            "pageup" => Press::PageUp,
            "pagedown" => Press::PageDown,
            "enter" => Press::Accept,
            "tab" => Press::Next,
            "backtab" => Press::Previous,
            "erase" => Press::Erase,
            "delete" => Press::Delete,
            "clear" => Press::Clear,
            "newline" => Press::NewLine,
            "copy" => Press::Copy,
            "space" => Press::Typed(' '),
            other => panic!("no key is called {other}"),
        };
        presses.extend(std::iter::repeat_n(press, times.parse().expect("a number")));
    }
    presses
}

/// Presses keys; returns what came of the last one.
fn press(input: &mut dyn Input, script: &str) -> Heard {
    let mut heard = Heard::Handled;
    for press in presses(script) {
        heard = input.on(&press);
    }
    heard
}

/// Opens an input as the face does.
fn opened(
    ask: &Ask,
    answer: Option<&Answer>,
    words: &Words,
    columns: usize,
    rows: usize,
) -> Box<dyn Input> {
    let mut input = open(ask, answer);
    input.fit(&Ctx {
        words,
        keys: &Keys::default(),
        columns,
        wide: columns,
        rows,
        marks: Marks::NONE,
    });
    input
}

/// The text of a page; the line of the cursor ends in `<`.
fn shown(page: &Page) -> String {
    let mut shown = String::new();
    for (number, line) in page.lines().iter().enumerate() {
        let text: String = line.pieces.iter().map(|(text, _)| text.as_str()).collect();
        shown.push_str(text.trim_end());
        if page.cursor().is_some_and(|(here, _)| here == number) {
            shown.push_str(" <");
        }
        shown.push('\n');
    }
    shown
}

/// Presses keys and holds what was replied.
fn replies(ask: &Ask, answer: Option<&Answer>, script: &str, expected: Reply) {
    let words = words();
    let mut input = opened(ask, answer, &words, 72, 24);
    assert_eq!(
        press(input.as_mut(), script),
        Heard::Reply(expected),
        "{script}"
    );
}

/// Presses keys and holds what stands on the page.
fn shows(
    ask: &Ask,
    answer: Option<&Answer>,
    script: &str,
    columns: usize,
    rows: usize,
    expected: &str,
) {
    let words = words();
    let mut input = opened(ask, answer, &words, columns, rows);
    press(input.as_mut(), script);
    let page = input.draw(&Ctx {
        words: &words,
        keys: &Keys::default(),
        columns,
        wide: columns,
        rows,
        marks: Marks::NONE,
    });
    assert_eq!(
        shown(&page),
        expected,
        "after {script:?}:\n{}",
        shown(&page)
    );
}

/// Things on offer with these names; a note behind `/`, `!` for one that excludes the others.
fn offers(names: &[&str]) -> Vec<Offer> {
    names
        .iter()
        .map(|name| {
            let (name, note) = name
                .split_once('/')
                .map_or((*name, None), |(name, note)| (name, Some(note)));
            let alone = name.starts_with('!');
            let name = name.trim_start_matches('!');
            Offer {
                note: note.map(Phrase::text),
                alone,
                ..Offer::plain(name.into(), Phrase::text(&name.replace('-', " ")))
            }
        })
        .collect()
}
