//! What became of a paper since it was written: whether an answer that stands on it changed, or another came onto it.
//!
//! Only answers are remembered, and only while the program runs. While a coach sits there nothing is said of a paper that was
//! written alone: what is different may be what is held back.

use crate::app::flow::state::Flow;
use crate::app::flow::written::{Lines, Written};
use crate::core::guide::{Paper, Reader};
use crate::core::ids::{LineId, QuestionId};
use crate::core::kinds::Thing;
use crate::core::session::{Session, With};
use crate::core::summary::Summary;

impl Flow {
    /// The paper at hand was written.
    pub(super) fn remember_written(&mut self) {
        let Some(session) = &self.session else { return };
        let Some(summary) = self.papers.summary(session) else {
            return;
        };
        let selection = self.papers.selection(session);
        let left_out = summary.lines().filter(|line| !selection.shows(line));
        let left_out: Vec<LineId> = left_out.map(|line| line.id.clone()).collect();
        let written = Written {
            paper: summary.paper.clone(),
            with: session.company().now,
            lines: lines(session, &summary, &left_out),
            left_out,
        };
        self.written.retain(|other| other.paper != written.paper);
        self.written.push(written);
    }

    /// The papers that are made now, each with whether it is other than it was written.
    pub(super) fn papers_now(&self) -> Vec<(&Paper, bool)> {
        let Some(session) = &self.session else {
            return Vec::new();
        };
        let due = Summary::due(session.guide(), session.walk());
        let papers = session.guide().papers().iter();
        papers
            .filter(|paper| due.contains(&paper.id))
            .map(|paper| (paper, self.changed_since_written(session, paper)))
            .collect()
    }

    fn changed_since_written(&self, session: &Session, paper: &Paper) -> bool {
        let mut all = self.written.iter();
        let Some(written) = all.find(|written| written.paper == paper.id) else {
            return false;
        };
        let with = session.company().now;
        if with != With::Alone && with != written.with {
            return false;
        }
        let summary = Summary::of(session.guide(), session.walk(), paper);
        lines(session, &summary, &written.left_out) != written.lines
    }

    /// What the end says about the plan and the sheet when they changed since they were written.
    pub(super) fn says_what_changed(&self) -> Vec<String> {
        let words = &self.words.over;
        let questions = self.session.iter();
        let mut questions = questions.flat_map(|session| session.guide().questions());
        let plans = questions.any(|question| question.kind.gives(Thing::Plan, None));
        let papers = self.papers_now().into_iter();
        let changed = papers.filter(|(_, changed)| *changed);
        let changed = changed.filter(|(paper, _)| !paper.is_calendar() && !paper.is_card());
        changed
            .filter_map(|(paper, _)| match paper.reader {
                Reader::Private => plans.then(|| words.plan_changed.clone()),
                Reader::Shared => Some(words.sheet_changed.clone()),
            })
            .collect()
    }
}

fn lines(session: &Session, summary: &Summary, left_out: &[LineId]) -> Lines {
    let answer = |id: &QuestionId| (id.clone(), session.walk().answer(id).cloned());
    let lines = summary.lines().filter(|line| !left_out.contains(&line.id));
    lines
        .map(|line| (line.id.clone(), line.from.iter().map(answer).collect()))
        .collect()
}
