//! What every prompt can do.

use std::fmt::Debug;

use crate::app::view::AboutWhat;
use crate::core::ask::{Ask, Reply, Written};
use crate::core::words::Words;
use crate::plain::page::Page;

/// What a line came to.
#[derive(Debug, Clone, PartialEq)]
pub enum Understood {
    /// A whole reply.
    Reply(Reply),
    /// Kept; what comes next is printed.
    Kept,
    /// Nothing was typed: say what can be.
    Nothing,
}

/// How much is told about answering.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Telling {
    /// Everything: at the first question of a shape, and whenever it is unclear.
    Full,
    /// In short.
    Short,
}

/// A question that waits for lines. The question itself is handed in each time: it can change its language.
pub trait Prompt: Debug {
    /// The name of the shape; how it is answered is told in full once for each name.
    fn name(&self) -> &'static str;

    /// Prints what is on offer, with what stands.
    fn body(&self, _ask: &Ask, _words: &Words, _page: &mut Page) {}

    /// Prints what can be typed now.
    fn ask_now(&self, ask: &Ask, words: &Words, telling: Telling, page: &mut Page);

    /// Understands a line, or says in words why not.
    fn hear(
        &mut self,
        ask: &Ask,
        words: &Words,
        line: &str,
        page: &mut Page,
    ) -> Result<Understood, String>;

    /// Takes what stands as the reply, where there is something like that.
    fn finish(&mut self, _ask: &Ask) -> Option<Reply> {
        None
    }

    /// The texts of the person's own in it so far.
    fn written(&self, _ask: &Ask) -> Vec<Written> {
        Vec::new()
    }

    /// One step back within this question; nothing when it stands at its beginning.
    fn back(&mut self, _ask: &Ask) -> bool {
        false
    }

    /// Prints what is left of a long list; nothing when it is short.
    fn more(&mut self, _ask: &Ask, _words: &Words, _page: &mut Page) -> bool {
        false
    }

    /// What is asked about now, where something can be read about it on wish.
    fn points_at(&self, _ask: &Ask) -> Vec<AboutWhat> {
        Vec::new()
    }

    /// Any line is text here, so a word is never taken for a command without its colon.
    fn takes_text(&self) -> bool {
        false
    }
}
