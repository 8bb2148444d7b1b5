//! Half-typed replies, by question: going back, looking around and a refusal keep what was typed.
//!
//! A reply that was accepted ends its half-typed form. What is kept lives as long as the face, and no longer.

use std::collections::BTreeMap;

use crate::app::view::AskingView;
use crate::core::answer::{Answer, Blank};
use crate::core::ask::{Ask, Reply, Written};
use crate::core::ids::QuestionId;
use crate::core::words::Words;
use crate::tui::inputs::{Ctx, Heard, Input, open};
use crate::tui::marks::Writing;
use crate::tui::press::Press;

/// How often Enter is tried to get a reply out of an input whose question changed: it may have a field open within.
const TRIES: usize = 3;

/// A half-typed reply, and what it was opened on.
#[derive(Debug)]
pub struct Half {
    ask: Ask,
    answer: Option<Answer>,
    input: Box<dyn Input>,
    touched: bool,
}

impl Half {
    fn open(view: &AskingView) -> Self {
        Self {
            ask: view.ask.clone(),
            answer: view.answer.clone(),
            input: open(&view.ask, view.answer.as_ref()),
            touched: false,
        }
    }

    /// Takes a press.
    pub fn on(&mut self, press: &Press) -> Heard {
        let heard = self.input.on(press);
        let edits = matches!(
            press,
            Press::Typed(_)
                | Press::Pasted(_)
                | Press::Erase
                | Press::Delete
                | Press::Clear
                | Press::Copy
        );
        self.touched |= edits && heard == Heard::Handled;
        heard
    }

    /// The input.
    pub fn input(&self) -> &dyn Input {
        self.input.as_ref()
    }

    /// Puts the cursor on a text that stands in it.
    pub fn seek(&mut self, text: &Written) {
        self.input.seek(text);
    }

    /// The texts of the person's own that stand in it.
    pub fn writing(&self) -> Vec<Writing> {
        self.input.writing()
    }

    /// Opens an input on a question that reads otherwise than before, with what was typed. What does not fit the
    /// question any more is gone; it could not be given as a reply either.
    fn carried(mut self, view: &AskingView, words: &Words) -> Self {
        for _ in 0..TRIES {
            let answer = match self.input.on(&Press::Accept) {
                Heard::Reply(Reply::Text(text)) => Some(Answer::Text(text)),
                Heard::Reply(reply) => self.ask.hear(words.numbered(&self.ask, reply)).ok(),
                Heard::Handled => continue,
                Heard::Ignored => None,
            };
            let Some(answer) = answer else { break };
            return Self {
                input: open(&view.ask, Some(&answer)),
                touched: true,
                ..Self::open(view)
            };
        }
        Self::open(view)
    }
}

/// All half-typed replies.
#[derive(Debug, Default)]
pub struct Halves {
    kept: BTreeMap<QuestionId, Half>,
    waiting: Option<(QuestionId, Option<Blank>)>,
}

impl Halves {
    /// Makes sure that the question that is shown has its input.
    pub fn show(&mut self, view: &AskingView, ctx: &Ctx<'_>) {
        let mut half = match self.kept.remove(&view.id) {
            Some(half) if half.ask == view.ask && half.answer == view.answer => half,
            Some(half) if half.answer == view.answer && half.touched => {
                half.carried(view, ctx.words)
            }
            Some(_) | None => Half::open(view),
        };
        half.input.fit(ctx);
        self.kept.insert(view.id.clone(), half);
    }

    /// Looks at the window again after its size changed.
    pub fn fit(&mut self, id: &QuestionId, ctx: &Ctx<'_>) {
        if let Some(half) = self.kept.get_mut(id) {
            half.input.fit(ctx);
        }
    }

    /// The half-typed reply to a question that is shown.
    pub fn get(&self, id: &QuestionId) -> Option<&Half> {
        self.kept.get(id)
    }

    /// The same, to change it.
    pub fn get_mut(&mut self, id: &QuestionId) -> Option<&mut Half> {
        self.kept.get_mut(id)
    }

    /// Says whether something was typed that was not given yet.
    pub fn touched(&self) -> bool {
        self.kept.values().any(|half| half.touched)
    }

    /// A reply is on its way.
    pub fn sent(&mut self, id: &QuestionId, reply: &Reply) {
        let blank = match reply {
            Reply::Blank(blank) => Some(*blank),
            Reply::Pick(_)
            | Reply::PickMany(_)
            | Reply::Scale(_)
            | Reply::Rank(_)
            | Reply::Weigh(_)
            | Reply::Form(_)
            | Reply::Grid(_)
            | Reply::Day(_)
            | Reply::Text(_)
            | Reply::Read => None,
        };
        self.waiting = Some((id.clone(), blank));
    }

    /// The reply that was on its way was not accepted.
    pub fn refused(&mut self) {
        self.waiting = None;
    }

    /// The reply that was on its way was accepted. What was typed beside "skip" and the like stays for another time.
    pub fn accepted(&mut self) {
        match self.waiting.take() {
            Some((id, Some(blank))) => {
                if let Some(half) = self.kept.get_mut(&id).filter(|half| half.touched) {
                    half.answer = Some(Answer::Blank(blank));
                } else {
                    self.kept.remove(&id);
                }
            }
            Some((id, None)) => {
                self.kept.remove(&id);
            }
            None => {}
        }
    }
}
