//! Help, explained words and keys: text to read, over a screen or beside it.

use crate::app::view::{AboutView, TermView};
use crate::core::text::width;
use crate::core::words::Words;
use crate::tui::keys::{Binding, Shown};
use crate::tui::page::Page;
use crate::tui::theme::Role;

/// What is explained about the screen below.
#[derive(Debug, Clone, Default)]
pub struct Explained<'a> {
    /// The help of a question.
    pub help: &'a str,
    /// What speaks for and against what the cursor points at.
    pub about: Vec<&'a AboutView>,
    /// Its terms.
    pub terms: &'a [TermView],
}

/// Draws the help: what is explained, the words, the keys that work.
pub fn help(words: &Words, columns: usize, explained: &Explained<'_>, rows: &[&Binding]) -> Page {
    let mut page = Page::default();
    page.text(&words.help.title, Role::Title, columns);
    if explained.help.is_empty() {
        page.text(&words.help.no_help, Role::Text, columns);
    } else {
        page.text(explained.help, Role::Text, columns);
    }
    draw_about(&mut page, columns, &explained.about);
    if !explained.terms.is_empty() {
        page.gap();
        draw_terms(&mut page, words, columns, explained.terms);
    }
    page.gap();
    keys(&mut page, words, columns, rows);
    page
}

/// Draws the explained words alone.
pub fn terms(words: &Words, columns: usize, terms: &[TermView]) -> Page {
    let mut page = Page::default();
    draw_terms(&mut page, words, columns, terms);
    page
}

/// Draws what stands beside a wide screen: help and words where there are any, else the keys.
pub fn beside(words: &Words, columns: usize, explained: &Explained<'_>, rows: &[&Binding]) -> Page {
    let mut page = Page::default();
    if explained.help.is_empty() && explained.terms.is_empty() {
        keys(&mut page, words, columns, rows);
        return page;
    }
    if !explained.help.is_empty() {
        page.text(&words.help.title, Role::Title, columns);
        page.text(explained.help, Role::Text, columns);
    }
    draw_about(&mut page, columns, &explained.about);
    if !explained.terms.is_empty() {
        if !page.is_empty() {
            page.gap();
        }
        draw_terms(&mut page, words, columns, explained.terms);
    }
    page
}

/// What speaks for and against stands in one way for both: neither first in another colour, nor longer.
fn draw_about(page: &mut Page, columns: usize, about: &[&AboutView]) {
    for one in about {
        page.gap();
        if !one.title.is_empty() {
            page.text(&one.title, Role::Group, columns);
        }
        for text in &one.texts {
            page.text(text, Role::Text, columns);
        }
    }
}

fn draw_terms(page: &mut Page, words: &Words, columns: usize, terms: &[TermView]) {
    page.text(&words.help.terms, Role::Title, columns);
    for term in terms {
        page.text(&term.word, Role::Group, columns);
        page.item("  ", Role::Text, &term.means, Role::Text, columns);
    }
}

fn keys(page: &mut Page, words: &Words, columns: usize, rows: &[&Binding]) {
    page.text(&words.help.keys, Role::Title, columns);
    let shown = |row: &&&Binding| row.shown != Shown::Nowhere;
    let widest = rows
        .iter()
        .filter(shown)
        .map(|row| width(&row.key_name(words)))
        .max()
        .unwrap_or_default();
    let room = if columns < 40 { 0 } else { widest };
    for row in rows.iter().filter(shown) {
        let name = row.key_name(words);
        let pad = " ".repeat(room.saturating_sub(width(&name)) + 2);
        page.item(
            &format!("{name}{pad}"),
            Role::Key,
            (row.word)(words),
            Role::Text,
            columns,
        );
    }
    page.gap();
    page.text(&words.tui.screens.in_text, Role::Quiet, columns);
}
