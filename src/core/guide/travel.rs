//! Where a person's own text can end up: on a paper for someone else, or nowhere but with the person.
//!
//! Looks at what the author wrote, not at answers: a text that only some choices would put on a paper may be shared. It
//! errs on that side.

use crate::core::guide::paper::{LineKind, Reader, Slot};
use crate::core::guide::types::Guide;
use crate::core::ids::{FieldId, QuestionId};

impl Guide {
    /// Says whether a text that is written at this question, or in this field of its form, may stand on a paper for
    /// someone else.
    pub fn may_be_shared(&self, question: &QuestionId, field: Option<&FieldId>) -> bool {
        let base = question.base();
        let holds = |slot: &Slot| match slot {
            Slot::Answer {
                question: other,
                field: of,
            } => match of {
                Some(of) => *other == base && Some(of) == field,
                None => self.carries(other, &base),
            },
            Slot::Text(_) => false,
        };
        let shared = self
            .papers
            .iter()
            .filter(|paper| paper.reader == Reader::Shared);
        let mut lines = shared
            .flat_map(|paper| &paper.blocks)
            .flat_map(|block| &block.lines);
        lines.any(|line| match &line.kind {
            LineKind::Say { slots, .. } => slots.iter().any(&holds),
            LineKind::Day { on, slots } => holds(on) || slots.iter().any(&holds),
            LineKind::List { of, .. }
            | LineKind::Table { of }
            | LineKind::Grid { of }
            | LineKind::Weights { of } => self.carries(of, &base),
            LineKind::Sources => false,
            LineKind::Said { of } => of.iter().any(|(of, _)| {
                let each = self.question(of).and_then(|asked| asked.each.as_ref());
                let mut labels = each.iter().flat_map(|each| &each.of);
                self.carries(of, &base) || labels.any(|(id, _)| self.carries(id, &base))
            }),
        })
    }

    /// Says whether what is answered to one question can hold a text from another: itself, or one whose choices it offers.
    /// A question looks only backwards, so this ends.
    fn carries(&self, question: &QuestionId, from: &QuestionId) -> bool {
        question == from
            || self.question(question).is_some_and(|asked| {
                let offered = asked.kind.looks_at();
                offered.iter().any(|(id, _)| self.carries(id, from))
            })
    }
}
