//! The map of steps, as far as it is for who sees it now.

use crate::app::flow::state::Flow;
use crate::app::view::MapRow;
use crate::core::guide::Topic;
use crate::core::ids::StepId;
use crate::core::kinds::Domain;
use crate::core::session::{Session, StepState, StepView, With};
use crate::core::words::fill;

/// What is held back in a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Held {
    /// It is done alone, later.
    Alone,
    /// It was not asked about yet.
    Unasked,
}

impl Flow {
    /// Returns the map of steps; empty while no guide is open, and while nothing may be seen.
    pub fn map(&self) -> Vec<MapRow> {
        if self.locked() || self.veiled() {
            return Vec::new();
        }
        let Some(session) = &self.session else {
            return Vec::new();
        };
        let steps = session.map().into_iter();
        let mut rows: Vec<MapRow> = steps
            .filter_map(|step| self.step_row(session, step))
            .collect();
        rows.extend(self.topic_rows(session));
        rows
    }

    fn step_row(&self, session: &Session, step: StepView) -> Option<MapRow> {
        let words = &self.words.map;
        let bare = |id: StepId, title: &str| MapRow {
            id,
            title: title.to_owned(),
            topic: None,
            state: None,
            said: String::new(),
        };
        if is_held(session, &step.id) {
            return Some(bare(step.id, &step.title));
        }
        // What is held back is not done, for who sees it now.
        let held = held_in(session, &step.id).filter(|_| step.state == StepState::Done);
        let state = held.map_or(step.state, |_| StepState::Begun);
        let said = match state {
            StepState::Begun if held == Some(Held::Alone) => &self.words.together.map_alone,
            StepState::Closed => &words.closed,
            StepState::Open => &words.open,
            StepState::Begun => &words.begun,
            StepState::Done => &words.done,
            // Nothing can be done there now.
            StepState::Empty => return None,
        };
        let mut parts = vec![said.clone()];
        if self.leads_back_to(&step.id) {
            parts.push(words.leads_back.clone());
        }
        if step.here {
            parts.insert(0, words.here.clone());
        }
        if step.state != StepState::Done && held != Some(Held::Alone) {
            let minutes = step.minutes.to_string();
            parts.push(fill(&words.minutes, &[("minutes", &minutes)]));
        }
        Some(MapRow {
            state: Some(state),
            said: parts.join(", "),
            ..bare(step.id, &step.title)
        })
    }

    /// The topics that the person was asked about, to change how they are done, or to go there alone.
    fn topic_rows(&self, session: &Session) -> Vec<MapRow> {
        if !self.together() {
            return Vec::new();
        }
        let words = &self.words.together;
        let guide = session.guide();
        let row = |topic: &Topic| {
            let said = match session.company().topics.get(topic.id.as_str())? {
                With::Alone => &words.map_alone,
                With::Coach => &words.map_together,
            };
            let mut questions = topic.questions.iter();
            let step = questions.find_map(|(id, _)| guide.question(id)?.step.clone())?;
            Some(MapRow {
                id: step,
                title: fill(&words.map_topic, &[("topic", &topic.label)]),
                topic: Some(topic.id.to_string()),
                state: None,
                said: said.clone(),
            })
        };
        guide.together().alone.iter().filter_map(row).collect()
    }
}

/// Says what is held back in a step, if anything is.
fn held_in(session: &Session, step: &StepId) -> Option<Held> {
    let topics = &session.company().topics;
    let held = session.walk().held().iter();
    let held = held.filter(|held| held.step.as_ref() == Some(step));
    let alone = held.map(|held| topics.get(&held.topic) == Some(&With::Alone));
    alone
        .max()
        .map(|alone| if alone { Held::Alone } else { Held::Unasked })
}

/// Says whether all there is to answer in a step is held back: then only its title is for who sees it now, whether it was
/// opened or not.
fn is_held(session: &Session, step: &StepId) -> bool {
    let guide = session.guide();
    let of_step = guide.questions().iter();
    let mut to_answer = of_step
        .filter(|question| question.step.as_ref() == Some(step))
        .filter(|question| !matches!(question.kind.domain(), Domain::Nothing))
        .peekable();
    let company = session.company();
    let held = |id| company.holds_back(guide.together(), id).is_some();
    to_answer.peek().is_some() && to_answer.all(|question| held(&question.id))
}
