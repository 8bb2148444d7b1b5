//! What a person may rather do alone, topic by topic: asked about before its first question, opened from the map, left again.
//!
//! Nothing is chosen beforehand, and no topic is shown that was not asked about.

use crate::app::flow::company_view::{ALONE, TOGETHER};
use crate::app::flow::state::Flow;
use crate::app::stage::{Aside, AtCompany, Stage};
use crate::core::answer::Answer;
use crate::core::ask::Reply;
use crate::core::ids::{QuestionId, StepId};
use crate::core::session::{Session, With};

impl Flow {
    /// A topic from the map: one that is done alone is opened alone; one that is not is asked about, also once more.
    pub(super) fn topic(&mut self, topic: String) {
        let company = self.session.as_ref().map(Session::company);
        let how = company.and_then(|company| company.topics.get(&topic));
        if how == Some(&With::Alone) {
            self.beside(Aside::Company(AtCompany::Part(Some(topic))));
        } else {
            self.editing = None;
            self.stage = Stage::Who { topic, after: None };
        }
    }

    /// Goes to the first open question of a topic, or its first.
    pub(super) fn enter(&mut self, topic: &str) {
        let Some(session) = &mut self.session else {
            return;
        };
        let guide = session.guide().clone();
        let mut topics = guide.together().alone.iter();
        let Some(topic) = topics.find(|one| one.id == topic) else {
            return;
        };
        let is_asked = |session: &Session| {
            let mut questions = topic.questions.iter();
            questions.any(|(id, _)| session.walk().find(id).is_some())
        };
        if !is_asked(session) {
            let steps = topic.questions.iter();
            let steps = steps.filter_map(|(id, _)| guide.question(id)?.step.clone());
            for step in steps {
                session.open(&step);
            }
        }
        let questions = topic.questions.iter();
        let asked: Vec<_> = questions
            .filter_map(|(id, _)| session.walk().find(id))
            .collect();
        let open = asked.iter().find(|asked| asked.answer.is_none());
        if let Some(target) = open.or(asked.first()).map(|asked| asked.id.clone()) {
            session.go(&target);
            self.editing = None;
            self.stage = Stage::Asking;
        }
    }

    /// How a topic is done was chosen.
    pub(super) fn choose_who(&mut self, reply: Reply) {
        let Stage::Who { topic, after } = self.stage.clone() else {
            return;
        };
        let with = match self.who_ask().hear(reply) {
            Ok(Answer::One(id)) if id.as_str() == TOGETHER => With::Coach,
            Ok(Answer::One(id)) if id.as_str() == ALONE => With::Alone,
            Ok(_) => return,
            Err(refusal) => {
                self.refusal = Some(self.words.refusal(&refusal));
                return;
            }
        };
        self.set_topic(&topic, with);
        self.stage = Stage::Asking;
        match (after, with) {
            (Some(after), _) => self.proceed(&after),
            (None, With::Coach) => self.enter(&topic),
            (None, With::Alone) => {}
        }
    }

    pub(super) fn set_topic(&mut self, topic: &str, with: With) {
        if let Some(session) = &mut self.session {
            let mut company = session.company().clone();
            company.topics.insert(topic.to_owned(), with);
            session.meet(company);
        }
    }

    /// The topic that is asked about before the next question, if one is.
    pub(super) fn topic_before(
        &self,
        after: Option<&QuestionId>,
        next: Option<&QuestionId>,
    ) -> Option<String> {
        let session = self.session.as_ref()?;
        let topic = session.unasked_topic(after, next)?;
        self.in_talk(topic).then(|| topic.to_owned())
    }

    /// Says whether the next question leaves a topic that the person went to alone; then it is asked whether to go on together.
    pub(super) fn leaves_topic(&mut self, next: Option<&QuestionId>) -> bool {
        let (Some(topic), Some(session)) = (&self.guest.topic, &self.session) else {
            return false;
        };
        let together = session.guide().together();
        let of_next = next.and_then(|id| together.topic(id));
        if of_next.is_some_and(|one| one.id == *topic) {
            return false;
        }
        self.heed = None;
        self.guest.topic = None;
        self.stage = Stage::Asking;
        self.beside(Aside::Company(AtCompany::Again(next.cloned())));
        true
    }

    /// The topic of a step that is to be asked about before the question the person came to there.
    pub(super) fn topic_in(&self, step: &StepId) -> Option<String> {
        let session = self.session.as_ref()?;
        let here = session.here();
        let in_step = here.is_some_and(|here| here.step.as_ref() == Some(step));
        let at = here.map(|here| here.position);
        let of_step = session.walk().held().iter();
        let mut of_step = of_step.filter(|held| held.step.as_ref() == Some(step));
        let before = |position: usize| !in_step || at.is_none_or(|at| position < at);
        let topic =
            of_step.find(|held| before(held.position) && session.company().asks_about(&held.topic));
        topic.map(|held| held.topic.clone())
    }

    /// The topic of a step that is done alone, where nothing else is left in the step.
    pub(super) fn topic_alone_in(&self, step: &StepId) -> Option<String> {
        let mut held = self.session.as_ref()?.walk().held().iter();
        let topic = held.find(|held| held.step.as_ref() == Some(step));
        topic.map(|held| held.topic.clone())
    }
}
