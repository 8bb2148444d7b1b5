//! The way from a remark to a step that it names, through that step, and back to the question that the remark was about.
//!
//! Wherever the person goes by another way meanwhile, the detour is over. It is never kept with the answers.

use crate::app::flow::state::{Detour, Flow};
use crate::app::stage::Stage;
use crate::app::view::NoticeView;
use crate::core::ids::{QuestionId, StepId};
use crate::core::session::Session;
use crate::core::words::fill;

impl Flow {
    /// What is good to know, and the steps it names.
    pub(super) fn notice(&self, texts: &[String], goes: &[StepId]) -> NoticeView {
        let guide = self.session.as_ref().map(Session::guide);
        let titles = goes.iter().filter_map(|id| Some(&guide?.step(id)?.title));
        NoticeView {
            text: texts.join("\n\n"),
            goes: titles
                .map(|step| fill(&self.words.notice.goes, &[("step", step)]))
                .collect(),
        }
    }

    /// Goes into a step that a remark names.
    pub(super) fn begin_detour(&mut self, way: usize) {
        let Stage::Notice { question, goes, .. } = &self.stage else {
            return;
        };
        let (question, step) = (question.clone(), goes.get(way).cloned());
        let Some(step) = step else { return };
        let editing = self.editing.clone();
        self.jump(&step);
        if matches!(self.stage, Stage::Asking) {
            self.detour = Some(Detour {
                step,
                question,
                editing,
            });
        }
    }

    /// Behind the last question of the step, the way leads back; says whether it did.
    pub(super) fn ends_detour(&mut self, next: Option<&QuestionId>) -> bool {
        let step = self.detour.as_ref().map(|detour| &detour.step);
        let next = next.and_then(|next| self.step_asked(next));
        step.is_some() && next != step && self.end_detour()
    }

    /// One question back within the step, or out of it; says whether there was a detour.
    pub(super) fn back_in_detour(&mut self) -> bool {
        let (Some(detour), Some(session)) = (&self.detour, &mut self.session) else {
            return false;
        };
        let asked = session.walk().asked();
        let here = session.here().map(|asked| &asked.id);
        let at = asked.iter().position(|asked| Some(&asked.id) == here);
        let before = at.and_then(|at| asked.get(at.checked_sub(1)?));
        let before = before.filter(|asked| asked.step.as_ref() == Some(&detour.step));
        match before.map(|asked| asked.id.clone()) {
            Some(before) => {
                session.go(&before);
                true
            }
            None => self.end_detour(),
        }
    }

    /// Says whether a detour leads back to this step.
    pub(super) fn leads_back_to(&self, step: &StepId) -> bool {
        let detour = self.detour.as_ref();
        let back = detour.and_then(|detour| self.step_asked(&detour.question));
        back == Some(step)
    }

    fn step_asked(&self, question: &QuestionId) -> Option<&StepId> {
        let session = self.session.as_ref()?;
        session.walk().find(question)?.step.as_ref()
    }

    /// Goes back to the question it began at, if that is still asked.
    pub(super) fn end_detour(&mut self) -> bool {
        let (Some(detour), Some(session)) = (self.detour.take(), &mut self.session) else {
            return false;
        };
        let asked = session.walk().find(&detour.question).is_some();
        if asked {
            session.go(&detour.question);
            self.editing = detour.editing;
            self.stage = Stage::Asking;
        }
        asked
    }
}
