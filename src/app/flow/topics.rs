//! What a person may rather do alone, topic by topic: asked about before its first question, opened from the map, left again.
//!
//! Nothing is chosen beforehand, and no topic is shown that was not asked about.

use crate::app::flow::company_view::{ALONE, TOGETHER};
use crate::app::flow::state::Flow;
use crate::app::stage::{Aside, AtCompany, Stage};
use crate::core::answer::Answer;
use crate::core::ask::Reply;
use crate::core::guide::Topic;
use crate::core::ids::{QuestionId, StepId};
use crate::core::session::{Asked, Session, With};

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
        let practises = std::mem::take(&mut self.guest.practises);
        self.set_topic(&topic, with);
        self.stage = Stage::Asking;
        match (after, with) {
            (Some(after), _) => self.proceed(&after),
            (None, With::Coach) => self.enter(&topic),
            (None, With::Alone) => {}
        }
        if with == With::Alone {
            self.message = Some(self.words.together.later_alone.clone());
        } else if practises {
            self.rehearse();
        }
    }

    /// The question the person is at, and its place in the guide.
    pub(super) fn stands_at(&self) -> Option<(QuestionId, usize)> {
        let here = self.session.as_ref()?.here()?;
        Some((here.id.clone(), here.position))
    }

    /// Back from a question to the one before it: where it was chosen in between how a topic is done, that is asked about once
    /// more. Says whether it is.
    pub(super) fn back_over_topic(&mut self, from: Option<(QuestionId, usize)>) -> bool {
        let (Some((from, at)), Some((to, _))) = (from, self.stands_at()) else {
            return false;
        };
        // Who came from elsewhere goes back there.
        self.next_in_talk(&to) == Some(from) && self.ask_again(&to, at)
    }

    /// Back from a topic that is asked about: to another that was asked about just before it. Says whether there is one.
    pub(super) fn back_before_topic(&mut self, topic: &str, after: &QuestionId) -> bool {
        let begins = self.topic_begins(topic, after);
        let before = begins.and_then(|begins| begins.checked_sub(1));
        before.is_some_and(|before| self.ask_again(after, before))
    }

    /// Asks about the last topic that begins behind a question, at this place or before it, if it was asked about already.
    fn ask_again(&mut self, after: &QuestionId, at: usize) -> bool {
        let topic = self.topic_chosen(after, at);
        let is_one = topic.is_some();
        if let Some(topic) = topic {
            let after = Some(after.clone());
            self.stage = Stage::Who { topic, after };
        }
        is_one
    }

    fn topic_chosen(&self, after: &QuestionId, at: usize) -> Option<String> {
        let session = self.session.as_ref().filter(|_| self.together())?;
        let chosen = session.company().topics.keys();
        let begun = chosen.filter_map(|topic| Some((self.topic_begins(topic, after)?, topic)));
        let before = begun.filter(|(begins, topic)| *begins <= at && self.in_talk(topic));
        before.max().map(|(_, topic)| topic.clone())
    }

    /// Where in the guide a topic begins; nothing if that is not behind this question.
    pub(super) fn topic_begins(&self, topic: &str, after: &QuestionId) -> Option<usize> {
        let session = self.session.as_ref()?;
        let walk = session.walk();
        let held = walk.held().iter();
        let held = held.filter(|held| held.topic == topic);
        let asked = walk.asked().iter().filter(|asked| {
            let of = session.guide().together().topic(&asked.id);
            of.is_some_and(|of| of.id == topic)
        });
        let places = held.map(|held| held.position);
        let first = places.chain(asked.map(|asked| asked.position)).min()?;
        (first > walk.find(after)?.position).then_some(first)
    }

    /// What is left for when the person is alone. Whether something was said there already is not for a coach.
    pub(super) fn topics_left(&self) -> Vec<&Topic> {
        let Some(session) = &self.session else {
            return Vec::new();
        };
        let company = session.company();
        let asked = session.walk().asked();
        let together = session.guide().together();
        let is_open = |topic: &Topic| {
            let of_topic = |asked: &&Asked| {
                let of = together.topic(&asked.id);
                of.is_some_and(|of| of.id == topic.id)
            };
            let mut of_topic = asked.iter().filter(of_topic);
            of_topic.any(|asked| asked.answer.is_none())
        };
        let topics = together.alone.iter();
        let alone =
            topics.filter(|topic| company.topics.get(topic.id.as_str()) == Some(&With::Alone));
        alone
            .filter(|topic| company.now == With::Coach || is_open(topic))
            .collect()
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
