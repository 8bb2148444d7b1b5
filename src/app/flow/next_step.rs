//! The next step of who comes back, with its day: what a calendar file would hold, and what is done then.
//!
//! It is said to the person alone. A day that stands by itself is no step.

use crate::app::flow::state::Flow;
use crate::core::answer::{Answer, Day, FieldAnswer};
use crate::core::ask::{Ask, Field};
use crate::core::guide::{LineKind, Slot};
use crate::core::ids::QuestionId;
use crate::core::session::{Asked, Session};
use crate::core::words::fill;

impl Flow {
    /// The next step and its day in a sentence; nothing while a coach sits there, and where none was chosen.
    pub(super) fn next_step(&self) -> Option<String> {
        let session = self.session.as_ref().filter(|_| !self.together())?;
        let (step, day) = days(session).iter().find_map(|id| {
            let asked = session.walk().find(id)?;
            step(asked)
        })?;
        let values = [
            ("step", step.trim_end_matches('.')),
            ("day", &self.words.day(day)),
        ];
        Some(fill(&self.words.visits.next_step, &values))
    }
}

/// The questions of which a day goes into a calendar, in order; where a guide makes no calendar, those with a day, the last first.
fn days(session: &Session) -> Vec<QuestionId> {
    let papers = session.guide().papers().iter();
    let lines = papers
        .flat_map(|paper| &paper.blocks)
        .flat_map(|block| &block.lines);
    let days: Vec<QuestionId> = lines
        .filter_map(|line| match &line.kind {
            LineKind::Day {
                on: Slot::Answer { question, .. },
                ..
            } => Some(question.clone()),
            LineKind::Day { .. }
            | LineKind::Say { .. }
            | LineKind::List { .. }
            | LineKind::Table { .. }
            | LineKind::Said { .. }
            | LineKind::Grid { .. }
            | LineKind::Weights { .. }
            | LineKind::Sources => None,
        })
        .collect();
    if !days.is_empty() {
        return days;
    }
    let asked = session.walk().asked().iter().rev();
    asked.map(|asked| asked.id.clone()).collect()
}

/// What is done, and on which day, where a form says both.
fn step(asked: &Asked) -> Option<(&str, Day)> {
    let (Ask::Form { fields }, Some(Answer::Form(filled))) = (&asked.ask, &asked.answer) else {
        return None;
    };
    let said = || {
        fields
            .iter()
            .filter_map(|field: &Field| filled.get(&field.id))
    };
    let day = said().find_map(|said| match said {
        FieldAnswer::Day(day) => Some(*day),
        FieldAnswer::Text(_) | FieldAnswer::One(_) => None,
    });
    let step = said().find_map(|said| match said {
        FieldAnswer::Text(text) => Some(text.as_str()),
        FieldAnswer::Day(_) | FieldAnswer::One(_) => None,
    });
    step.zip(day)
}
