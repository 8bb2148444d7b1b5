//! Where the person is: forward, back, jump, undo, and how much is left.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::core::answer::{Answer, Answers, Blank};
use crate::core::before::Before;
use crate::core::guide::Guide;
use crate::core::ids::{QuestionId, StepId};
use crate::core::kept::Text;
use crate::core::session::change::{Consequence, consequence};
use crate::core::session::company::{Company, With};
use crate::core::session::walk::{Asked, Held, Scope, Walk};

/// One person's path. Cheap to ask: the walk is computed anew only when an answer changes.
#[derive(Debug, Clone)]
pub struct Session {
    guide: Arc<Guide>,
    answers: Answers,
    scope: Scope,
    walk: Walk,
    here: QuestionId,
    trail: Vec<QuestionId>,
    changes: Vec<(QuestionId, Option<Answer>)>,
}

/// How much is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Minutes, estimated from the questions that are open.
    pub minutes: u32,
    /// Open questions in this step, this one included.
    pub in_step: usize,
}

/// How far a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    /// Not on this route; can be opened.
    Closed,
    /// Nothing answered yet.
    Open,
    /// Some questions answered.
    Begun,
    /// All questions answered.
    Done,
    /// No question is asked here now.
    Empty,
}

/// A step as the map shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepView {
    /// The step.
    pub id: StepId,
    /// Its title.
    pub title: Text,
    /// How far it is.
    pub state: StepState,
    /// Its minutes.
    pub minutes: u32,
    /// Whether the person is in it.
    pub here: bool,
}

impl Session {
    /// Begins a guide.
    pub fn begin(guide: Arc<Guide>) -> Self {
        let mut session = Self {
            guide,
            answers: Answers::default(),
            scope: Scope::default(),
            walk: Walk::default(),
            here: Guide::route(),
            trail: Vec::new(),
            changes: Vec::new(),
        };
        session.renew();
        session
    }

    /// Begins a guide that follows another, of which this was chosen.
    pub fn begin_after(guide: Arc<Guide>, before: Before) -> Self {
        let mut session = Self::begin(guide);
        session.look_back(before);
        session
    }

    /// Takes what was chosen another time; it may read otherwise in another language.
    pub fn look_back(&mut self, before: Before) {
        self.scope.before = Arc::new(before);
        self.renew();
    }

    /// Goes on with what was said another time: at the question the person was at, or at the first that is open.
    pub fn resume(
        guide: Arc<Guide>,
        answers: Answers,
        opened: BTreeSet<StepId>,
        before: Before,
        at: Option<QuestionId>,
    ) -> Self {
        let mut session = Self::begin(guide);
        session.answers = answers;
        session.scope.opened = opened;
        session.scope.before = Arc::new(before);
        session.renew();
        let asked = session.walk.asked();
        let at = at.filter(|id| session.walk.find(id).is_some());
        let open = asked.iter().find(|asked| asked.answer.is_none());
        let here = at.or_else(|| open.or(asked.last()).map(|asked| asked.id.clone()));
        if let Some(here) = here {
            session.here = here;
        }
        session
    }

    fn renew(&mut self) {
        // The earlier walk makes room for the one that takes its place.
        self.walk = Walk::default();
        self.walk = Walk::of(&self.guide, &self.answers, &self.scope);
    }

    /// The guide.
    pub fn guide(&self) -> &Arc<Guide> {
        &self.guide
    }

    /// Goes on in another language: the same guide, the same answers.
    pub fn speak(&mut self, guide: Arc<Guide>) {
        self.guide = guide;
        self.renew();
    }

    /// The questions that are asked now.
    pub fn walk(&self) -> &Walk {
        &self.walk
    }

    /// Everything that was said, also what is set aside.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// The steps that were opened from the map.
    pub fn opened(&self) -> &BTreeSet<StepId> {
        &self.scope.opened
    }

    /// Who sits there, and what the person does alone.
    pub fn company(&self) -> &Company {
        &self.scope.company
    }

    /// Somebody comes or goes, or it was chosen how a topic is done. Every answer stays; the person is at the last question before
    /// where they were that is asked now. Changes of what is held back cannot be taken back by whoever sees the screen.
    pub fn meet(&mut self, company: Company) {
        let here = self
            .guide
            .question(&self.here)
            .map(|asked| asked.id.clone());
        let position = here.and_then(|here| self.position(&here));
        self.scope.company = company;
        self.renew();
        let walk = &self.walk;
        if walk.find(&self.here).is_none() {
            let before = walk
                .asked()
                .iter()
                .rfind(|asked| position.is_none_or(|position| asked.position <= position));
            if let Some(before) = before.or(walk.asked().first()) {
                self.here = before.id.clone();
            }
        }
        if self.scope.company.now == With::Coach {
            let (guide, company) = (self.guide.clone(), self.scope.company.clone());
            let held = |id: &QuestionId| company.holds_back(guide.together(), id).is_some();
            self.changes.retain(|(id, _)| !held(id));
            self.trail.retain(|id| !held(id));
        }
    }

    /// Says whether a question is held back from who sits there now.
    pub fn holds_back(&self, question: &QuestionId) -> bool {
        let together = self.guide.together();
        let held = self.scope.company.holds_back(together, question);
        held.is_some()
    }

    /// The walk there would be if the person was alone.
    pub fn alone(&self) -> Walk {
        let mut scope = self.scope.clone();
        scope.company.now = With::Alone;
        Walk::of(&self.guide, &self.answers, &scope)
    }

    /// The first topic that the person was not asked about, behind one question and before another.
    pub fn unasked_topic(
        &self,
        after: Option<&QuestionId>,
        before: Option<&QuestionId>,
    ) -> Option<&str> {
        let after = after.and_then(|id| self.position(&id.base()));
        let before = before.and_then(|id| self.position(&id.base()));
        let between = |held: &&Held| {
            after.is_none_or(|after| held.position > after)
                && before.is_none_or(|before| held.position < before)
                && self.scope.company.asks_about(&held.topic)
        };
        let mut held = self.walk.held().iter();
        held.find(between).map(|held| held.topic.as_str())
    }

    fn position(&self, base: &QuestionId) -> Option<usize> {
        let mut questions = self.guide.questions().iter();
        questions.position(|question| question.id == *base)
    }

    /// Opens a step that is not on the route.
    pub fn open(&mut self, step: &StepId) {
        if !self.walk.steps().contains(step) {
            self.scope.opened.insert(step.clone());
            self.renew();
        }
    }

    /// The question the person is at.
    pub fn here(&self) -> Option<&Asked> {
        self.walk
            .find(&self.here)
            .or_else(|| self.walk.asked().last())
    }

    /// Computes what a change would do.
    pub fn consequence(&self, question: &QuestionId, answer: &Answer) -> Consequence {
        self.trial(question, answer).0
    }

    /// Says which walk there would be with this answer, for remarks that look at it.
    pub fn walk_with(&self, question: &QuestionId, answer: &Answer) -> Walk {
        self.trial(question, answer).1
    }

    /// Computes what a change would do, and the walk there would be.
    pub fn trial(&self, question: &QuestionId, answer: &Answer) -> (Consequence, Walk) {
        consequence(
            &self.guide,
            &self.answers,
            &self.scope,
            &self.walk,
            question,
            answer,
        )
    }

    /// Puts an answer. The earlier one can be brought back with [`Session::undo`].
    pub fn put(&mut self, question: &QuestionId, answer: Answer) {
        let earlier = self.answers.put(question, Some(answer));
        self.changes.push((question.clone(), earlier));
        self.renew();
    }

    /// Puts an answer of which it was computed to which walk it leads: that of [`Session::trial`], with nothing changed since.
    pub fn put_tried(&mut self, question: &QuestionId, answer: Answer, walk: Walk) {
        let earlier = self.answers.put(question, Some(answer));
        self.changes.push((question.clone(), earlier));
        self.walk = walk;
    }

    /// Puts many answers at once, or takes them away; none of this is a change that can be taken back.
    pub fn put_all(&mut self, answers: Vec<(QuestionId, Option<Answer>)>) {
        for (question, answer) in answers {
            self.answers.put(&question, answer);
        }
        self.renew();
    }

    /// Answers every question to which nothing was said with what is said to it, as far as something is; none of this is a
    /// change that can be taken back.
    pub fn fill(&mut self, reply: &dyn Fn(&Asked) -> Option<Answer>) {
        self.walk = Walk::default();
        let mut given = Vec::new();
        self.walk = Walk::filled(&self.guide, &self.answers, &self.scope, &mut |asked| {
            let answer = reply(asked)?;
            given.push((asked.id.clone(), answer.clone()));
            Some(answer)
        });
        for (question, answer) in given {
            self.answers.put(&question, Some(answer));
        }
    }

    /// Takes the last change back, and goes to its question.
    pub fn undo(&mut self) -> Option<QuestionId> {
        let (question, earlier) = self.changes.pop()?;
        self.answers.put(&question, earlier);
        self.renew();
        self.trail.retain(|id| *id != question);
        self.here = question.clone();
        Some(question)
    }

    /// Says whether there is a change to take back.
    pub fn can_undo(&self) -> bool {
        !self.changes.is_empty()
    }

    /// Returns the question after this one.
    pub fn after(&self, question: &QuestionId) -> Option<&Asked> {
        self.all_after(question).first()
    }

    /// Returns all questions after this one.
    pub fn all_after(&self, question: &QuestionId) -> &[Asked] {
        let asked = self.walk.asked();
        let at = asked.iter().position(|asked| asked.id == *question);
        at.and_then(|at| asked.get(at + 1..)).unwrap_or_default()
    }

    /// Goes to a question that is asked, and remembers where the person came from.
    pub fn go(&mut self, question: &QuestionId) {
        if self.walk.find(question).is_some() && self.here != *question {
            self.trail.push(self.here.clone());
            self.here = question.clone();
        }
    }

    /// Goes back to where the person came from, or to the question before; nothing before the first.
    pub fn back(&mut self) -> bool {
        while let Some(question) = self.trail.pop() {
            if self.walk.find(&question).is_some() && question != self.here {
                self.here = question;
                return true;
            }
        }
        let at = self
            .walk
            .asked()
            .iter()
            .position(|asked| asked.id == self.here);
        match at
            .and_then(|at| at.checked_sub(1))
            .and_then(|at| self.walk.asked().get(at))
        {
            Some(before) => {
                self.here = before.id.clone();
                true
            }
            None => false,
        }
    }

    /// Goes into a step, opening it where it is not on the route: to its first open question, or its first.
    pub fn jump(&mut self, step: &StepId) -> bool {
        if self.guide.step(step).is_none() || self.walk.answer(&Guide::route()).is_none() {
            return false;
        }
        self.open(step);
        let of_step: Vec<&Asked> = self
            .walk
            .asked()
            .iter()
            .filter(|asked| asked.step.as_ref() == Some(step))
            .collect();
        let target = of_step
            .iter()
            .find(|asked| asked.answer.is_none())
            .or_else(|| of_step.first())
            .map(|asked| asked.id.clone());
        match target {
            Some(target) => {
                self.go(&target);
                true
            }
            None => false,
        }
    }

    /// Skips every open question of the step the person is in, where its author allows it; returns the question to go on from.
    pub fn skip_step(&mut self) -> Option<QuestionId> {
        let step = self.here()?.step.clone()?;
        if !self.guide.step(&step)?.skippable {
            return None;
        }
        // Skipping can bring no new questions that would stay open: a condition on a skipped answer does not hold. A `not` can
        // hold, so it is repeated until nothing is open.
        while let Some(open) = self
            .walk
            .asked()
            .iter()
            .find(|asked| asked.step.as_ref() == Some(&step) && asked.answer.is_none())
        {
            let id = open.id.clone();
            self.put(&id, Answer::Blank(Blank::Skipped));
        }
        self.walk
            .asked()
            .iter()
            .rev()
            .find(|asked| asked.step.as_ref() == Some(&step))
            .map(|asked| asked.id.clone())
    }

    /// Estimates how much is left.
    pub fn progress(&self) -> Progress {
        let mut minutes = 0;
        for step in self
            .guide
            .steps()
            .iter()
            .filter(|step| self.walk.steps().contains(&step.id))
        {
            let of_step = || {
                self.walk
                    .asked()
                    .iter()
                    .filter(|asked| asked.step.as_ref() == Some(&step.id))
            };
            let all = u32::try_from(of_step().count()).unwrap_or(u32::MAX).max(1);
            let open = u32::try_from(of_step().filter(|asked| asked.answer.is_none()).count())
                .unwrap_or(u32::MAX);
            minutes += (step.minutes * open).div_ceil(all);
        }
        let step = self.here().and_then(|asked| asked.step.clone());
        let in_step = self
            .walk
            .asked()
            .iter()
            .filter(|asked| asked.step == step && asked.answer.is_none())
            .count();
        Progress { minutes, in_step }
    }

    /// Returns the steps as the map shows them.
    pub fn map(&self) -> Vec<StepView> {
        let here = self.here().and_then(|asked| asked.step.clone());
        let view = |step: &crate::core::guide::Step| {
            let of_step: Vec<&Asked> = self
                .walk
                .asked()
                .iter()
                .filter(|asked| asked.step.as_ref() == Some(&step.id))
                .collect();
            let answered = of_step
                .iter()
                .filter(|asked| asked.answer.is_some())
                .count();
            let state = if !self.walk.steps().contains(&step.id) {
                StepState::Closed
            } else if of_step.is_empty() {
                StepState::Empty
            } else if answered == 0 {
                StepState::Open
            } else if answered < of_step.len() {
                StepState::Begun
            } else {
                StepState::Done
            };
            StepView {
                id: step.id.clone(),
                title: step.title.clone(),
                state,
                minutes: step.minutes,
                here: here.as_ref() == Some(&step.id),
            }
        };
        self.guide.steps().iter().map(view).collect()
    }
}
