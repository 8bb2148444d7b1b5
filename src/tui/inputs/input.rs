//! What every input must do.

use std::fmt;

use crate::app::view::AboutWhat;
use crate::core::ask::{Reply, Written};
use crate::core::words::Words;
use crate::tui::keymap::Keys;
use crate::tui::marks::{Marks, Writing};
use crate::tui::page::Page;
use crate::tui::press::Press;

/// What drawing may look at. Passed first, never stored.
#[derive(Debug, Clone, Copy)]
pub struct Ctx<'a> {
    /// The program's words.
    pub words: &'a Words,
    /// The keys in use.
    pub keys: &'a Keys,
    /// Columns of the text column, at most 72.
    pub columns: usize,
    /// Columns of what needs more than a text does: on a wide screen all of them, else as many as a text has.
    pub wide: usize,
    /// Rows of the window; an input may choose a shorter form on a small one (under 10).
    pub rows: usize,
    /// What the check saw in the texts of this question.
    pub marks: &'a Marks,
}

/// What came of a press.
#[derive(Debug, Clone, PartialEq)]
pub enum Heard {
    /// Not for this input: the screen, then the program, may have it.
    Ignored,
    /// Taken.
    Handled,
    /// The reply is ready.
    Reply(Reply),
}

/// A half-typed reply.
pub trait Input: fmt::Debug {
    /// Looks at the window: called when the input opens and when size or language change. An input keeps at most numbers of it,
    /// such as how many rows its text has, so that up, down and a page down go as far as a person sees. Without it every
    /// input works, a little less exactly.
    fn fit(&mut self, _ctx: &Ctx<'_>) {}
    /// Takes a press.
    fn on(&mut self, press: &Press) -> Heard;
    /// Puts the cursor on a text that stands in it.
    fn seek(&mut self, _text: &Written) {}
    /// The texts of the person's own that stand in it.
    fn writing(&self) -> Vec<Writing> {
        Vec::new()
    }
    /// Draws itself, with the cursor on the focused item.
    fn draw(&self, ctx: &Ctx<'_>) -> Page;
    /// What the cursor points at, where something can be read about it on wish.
    fn points_at(&self) -> Vec<AboutWhat> {
        Vec::new()
    }
    /// Every printable key is text now.
    fn typing(&self) -> bool;
    /// Words for the footer: what the keys do here, as pairs of key and word, the most important first.
    fn hints(&self, ctx: &Ctx<'_>) -> Vec<(String, String)>;
}
