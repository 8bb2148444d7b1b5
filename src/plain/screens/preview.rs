//! A paper before it is saved: its lines, numbered through all blocks, each on or off; and its very text.

use crate::app::intent::{Intent, LineWish, Way};
use crate::app::view::{PreviewLine, PreviewView};
use crate::core::ids::LineId;
use crate::core::words::{Words, fill};
use crate::plain::choices;
use crate::plain::commands::told;
use crate::plain::page::Page;

fn lines(view: &PreviewView) -> Vec<&PreviewLine> {
    view.blocks.iter().flat_map(|block| &block.lines).collect()
}

fn text(line: &PreviewLine, words: &Words) -> String {
    let screens = &words.plain.screens;
    let mut text = line.texts.join("; ");
    let mut notes: Vec<&str> = Vec::new();
    if !line.level.is_empty() {
        notes.push(&line.level);
    }
    match line.softer {
        Some(true) => notes.push(&screens.softer_now),
        Some(false) => notes.push(&screens.softer_possible),
        None => {}
    }
    if !notes.is_empty() {
        text = fill(
            &words.plain.asking.with_note,
            &[("label", &text), ("note", &notes.join(", "))],
        );
    }
    let sentence = if line.on { &screens.on } else { &screens.off };
    fill(sentence, &[("text", &text)])
}

/// Prints the paper as lines to choose from.
pub fn print(view: &PreviewView, words: &Words, page: &mut Page) {
    page.line(&view.title);
    for explain in &view.explain {
        page.line(explain);
    }
    if view.card {
        page.line(&words.plain.screens.preview_card);
    }
    if let Some((_, said)) = &view.for_whom {
        page.line(said);
    }
    page.gap();
    page.line(&view.paper);
    let mut number = 0;
    for block in &view.blocks {
        if !block.title.is_empty() {
            page.gap();
            page.line(&block.title);
        }
        for line in &block.lines {
            number += 1;
            page.item(number, &text(line, words));
        }
    }
    page.gap();
    page.line(&words.plain.screens.preview);
    ask_now(view, words, page);
}

/// Prints the commands of this screen.
pub fn ask_now(view: &PreviewView, words: &Words, page: &mut Page) {
    let screens = &words.plain.screens;
    let commands = if view.private {
        &screens.preview_private
    } else {
        &screens.preview_commands
    };
    page.line(&told(words, commands, &[]));
    if view.for_whom.is_some() {
        page.line(&told(words, &screens.preview_reader, &[]));
    }
}

/// The line that an intent changes.
pub fn changed(did: &Intent) -> Option<&LineId> {
    if let Intent::Line(id, _) = did {
        Some(id)
    } else {
        None
    }
}

/// Prints the line that was changed, with its number; or that it stays where it is.
pub fn print_change(
    before: &PreviewView,
    now: &PreviewView,
    id: &LineId,
    words: &Words,
    page: &mut Page,
) {
    if before == now {
        page.line(&words.plain.screens.not_moved);
    }
    for (place, line) in lines(now).into_iter().enumerate() {
        if line.id == *id {
            page.item(place + 1, &text(line, words));
        }
    }
}

/// Prints the very text that would be written.
pub fn read(view: &PreviewView, words: &Words, page: &mut Page) {
    page.line(&words.plain.screens.text_begins);
    page.gap();
    for line in &view.text {
        page.line(line);
    }
    page.gap();
    page.line(&words.plain.screens.text_ends);
    ask_now(view, words, page);
}

/// A number switches a line on or off; a number with a word behind it moves it, softens it, or says where it came from.
/// Nothing is wanted of the program when the answer was printed already.
pub fn hear(
    view: &PreviewView,
    words: &Words,
    line: &str,
    page: &mut Page,
) -> Result<Option<Intent>, String> {
    let screens = &words.plain.screens;
    let lines = lines(view);
    let (number, word) = line
        .trim()
        .split_once(char::is_whitespace)
        .unwrap_or((line.trim(), ""));
    let place = choices::one(number, lines.len(), words)?;
    let Some(found) = lines.get(place) else {
        return Err(words.plain.unclear.number.clone());
    };
    let id = found.id.clone();
    let word = word.trim().to_lowercase();
    let is = |known: &[String]| known.contains(&word);
    Ok(if word.is_empty() {
        Some(Intent::Line(id, LineWish::Toggle))
    } else if is(&screens.up) {
        Some(Intent::Line(id, LineWish::Move(Way::Up)))
    } else if is(&screens.down) {
        Some(Intent::Line(id, LineWish::Move(Way::Down)))
    } else if is(&screens.softer) {
        if found.softer.is_none() {
            return Err(screens.no_softer.clone());
        }
        Some(Intent::Line(id, LineWish::Soften))
    } else if is(&screens.why) {
        page.item(place + 1, &text(found, words));
        page.under(&found.why);
        None
    } else {
        return Err(screens.preview.clone());
    })
}
