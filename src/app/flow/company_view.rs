//! The view of what is asked about a coach who sits there.

use crate::app::flow::aside::ways;
use crate::app::flow::state::Flow;
use crate::app::stage::{AtCompany, Stage};
use crate::app::view::{AsideView, AskingView, Can, CoachView, Header, StageView, View};
use crate::core::answer::Answer;
use crate::core::ask::{Ask, Offer};
use crate::core::guide::{Question, Topic};
use crate::core::ids::{ItemId, QuestionId};
use crate::core::phrase::Phrase;
use crate::core::session::With;
use crate::core::words::fill;

/// The two answers to how a topic is done.
pub(super) const TOGETHER: &str = "together";
pub(super) const ALONE: &str = "alone";

impl Flow {
    /// A topic of the guide.
    pub(super) fn topic_named(&self, topic: &str) -> Option<&Topic> {
        let together = self.session.as_ref()?.guide().together();
        together.alone.iter().find(|one| one.id == topic)
    }

    /// The topic of the guide with this number.
    pub(super) fn topic_at(&self, number: usize) -> Option<&Topic> {
        let together = self.session.as_ref()?.guide().together();
        together.alone.get(number)
    }

    /// The title of the step in which a topic begins that is asked about: a topic can be in more than one step, and one that
    /// begins here does not seem to lead elsewhere.
    pub(super) fn step_asked_about(&self) -> Option<String> {
        let Stage::Who { topic, after } = &self.stage else {
            return None;
        };
        let session = self.session.as_ref()?;
        let guide = session.guide();
        let behind = after
            .as_ref()
            .and_then(|after| self.topic_begins(topic, after));
        let here = session.here().and_then(|asked| asked.step.clone());
        let mut held = session.walk().held().iter();
        let in_here = held.find(|held| held.topic == *topic && held.step == here);
        let position = behind.or(in_here.map(|held| held.position));
        let begins = position.and_then(|position| guide.questions().get(position));
        let first = || {
            let (first, _) = self.topic_named(topic)?.questions.first()?;
            guide.question(first)
        };
        let step = begins.or_else(first)?.step.as_ref()?;
        Some(guide.step(step)?.title.to_string())
    }

    fn topic_label(&self, topic: &str) -> String {
        let topic = self.topic_named(topic);
        topic
            .map(|topic| topic.label.to_string())
            .unwrap_or_default()
    }

    /// What a coach who sits there can use at a question.
    pub(super) fn coach_view(&self, question: &Question) -> Option<CoachView> {
        let coach = question.coach.as_ref().filter(|_| self.together())?.get()?;
        Some(CoachView {
            prompts: coach.prompts.iter().map(ToString::to_string).collect(),
            pitfall: coach.pitfall.to_string(),
        })
    }

    /// Alone later, or together: put in the shape of any other question, so that nothing is chosen beforehand. Alone stands
    /// first: where a key is pressed once too often, nothing is shown that was not meant to be.
    pub(super) fn who_ask(&self) -> Ask {
        let words = &self.words.together;
        let offer = |id: &str, label: &str| Offer::plain(ItemId::new(id), Phrase::text(label));
        Ask::Pick {
            offers: vec![
                offer(ALONE, &words.who_alone),
                offer(TOGETHER, &words.who_together),
            ],
        }
    }

    pub(super) fn who_view(&self, topic: &str) -> AskingView {
        let words = &self.words.together;
        let label = self.topic_label(topic);
        AskingView {
            id: QuestionId::new(&format!(":who-{topic}")),
            gives: None,
            question: fill(&words.who_ask, &[("topic", &label)]),
            explain: Some(words.who_explain.clone()),
            help: words.who_help.clone(),
            about: Vec::new(),
            terms: Vec::new(),
            seek: None,
            ask: self.who_ask(),
            answer: self.chosen_for(topic),
            refusal: self.refusal.clone(),
            aloud: false,
            blanks: Vec::new(),
            coach: None,
        }
    }

    /// What was chosen for a topic before, where something was.
    fn chosen_for(&self, topic: &str) -> Option<Answer> {
        let company = self.session.as_ref()?.company();
        let id = match company.topics.get(topic)? {
            With::Alone => ALONE,
            With::Coach => TOGETHER,
        };
        Some(Answer::One(ItemId::new(id)))
    }

    pub(super) fn company_view(&self, at: &AtCompany) -> AsideView {
        let words = &self.words.together;
        match at {
            AtCompany::Join => {
                let session = self.session.as_ref();
                let topics = session.map(|session| &session.guide().together().alone);
                let topics: Vec<&str> = topics
                    .into_iter()
                    .flatten()
                    .map(|topic| &*topic.label)
                    .collect();
                let asked = fill(&words.join_topics, &[("topics", &topics.join("; "))]);
                let mut text = vec![&words.join_text];
                if !topics.is_empty() {
                    text.push(&asked);
                }
                ways(
                    "join",
                    &words.join_title,
                    text,
                    [&words.join_yes, &words.join_no],
                )
            }
            // Staying together stands first: a key too many shows nothing.
            AtCompany::Part(None) => ways(
                "part",
                &words.part_title,
                [&words.part_text],
                [&words.part_no, &words.part_yes],
            ),
            AtCompany::Part(Some(topic)) => ways(
                "part",
                &self.topic_label(topic),
                [&words.part_text],
                [&words.part_no, &words.open_together, &words.part_yes],
            ),
            AtCompany::Again(_) => ways(
                "again-together",
                &words.again_title,
                [&words.again_text],
                [&words.again_yes, &words.again_no],
            ),
            AtCompany::Here(_) => ways(
                "who-is-here",
                &words.here_title,
                [&words.here_text],
                [&words.here_alone, &words.here_together],
            ),
            AtCompany::Plan => self.plan_view(),
        }
    }

    /// What is shown while the screen is covered: nothing of what was said, not even where.
    pub(super) fn veiled_view(&self) -> View {
        View {
            header: Header::default(),
            can: Can::default(),
            message: None,
            heed: None,
            offers: false,
            together: false,
            locks_soon: self.idle.announced.then(|| self.words.lock.soon.clone()),
            stage: StageView::Veiled,
        }
    }
}
