//! What was marked so far: in the question that is shown, and which words were marked where they were written.
//!
//! Knows when a text stands otherwise than it was looked at; when to look, the loop decides.

use std::collections::BTreeSet;

use crate::app::view::{HeedView, LookView};
use crate::core::ask::Written;
use crate::core::ids::QuestionId;
use crate::tui::marks::{Marks, Writing};

/// What was marked so far.
#[derive(Debug, Default)]
pub struct Marking {
    marks: Marks,
    /// What the marks are about: the question, its texts, and where the cursor was.
    looked: Option<(QuestionId, Vec<Writing>)>,
    /// Words that were marked where they were written, so that nothing is said about them once more.
    seen: BTreeSet<(QuestionId, String)>,
}

impl Marking {
    /// The marks of the question that is shown.
    pub fn marks(&self) -> &Marks {
        &self.marks
    }

    /// A question is shown; the marks of another one go.
    pub fn show(&mut self, question: &QuestionId) {
        if self.looked.as_ref().is_some_and(|(of, _)| of != question) {
            self.marks = Marks::default();
            self.looked = None;
        }
    }

    /// Says whether texts stand otherwise than they were looked at.
    pub fn is_stale(&self, question: &QuestionId, writing: &[Writing]) -> bool {
        let plain = |one: &Writing| (one.written.clone(), one.unfinished());
        match &self.looked {
            Some((of, looked)) => {
                of != question || !looked.iter().map(plain).eq(writing.iter().map(plain))
            }
            None => writing
                .iter()
                .any(|one| !one.written.text.trim().is_empty()),
        }
    }

    /// Takes what the check saw.
    pub fn mark(&mut self, question: QuestionId, writing: Vec<Writing>, looks: Vec<LookView>) {
        self.marks = Marks::of(looks, &writing);
        let words = self.marks.words().map(str::to_lowercase);
        let words = words.map(|word| (question.clone(), word));
        self.seen.extend(words);
        self.looked = Some((question, writing));
    }

    /// What there is to say about an answer that was given: nothing about words that were marked while they were written.
    pub fn heed<'a>(&self, heed: Option<&'a HeedView>) -> Option<&'a HeedView> {
        let heed = heed?;
        let mut marks = heed.looks.iter().flat_map(|look| &look.marks);
        let new = marks.any(|mark| {
            let word = (heed.question.clone(), mark.word.to_lowercase());
            !self.seen.contains(&word)
        });
        new.then_some(heed)
    }

    /// The text that is explained when somebody asks why: the one that has the cursor, else another one about which there is
    /// something to say.
    pub fn said(&self, mut writing: Vec<Writing>) -> Option<Written> {
        writing.retain(|one| !self.marks.says(&one.written.text).is_empty());
        writing.sort_by_key(|one| !one.focused);
        writing.into_iter().next().map(|one| one.written)
    }
}
