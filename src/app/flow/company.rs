//! A coach comes or goes, who sees what, and the cover over the screen.
//!
//! Invariants:
//! - what a person does alone is held back by the walk, from which everything that is shown is computed; this only says who sits
//!   there;
//! - nothing is shown that was held back before without a question first;
//! - coming and going changes no answer.

use crate::app::effect::Effect;
use crate::app::flow::state::Flow;
use crate::app::intent::{Intent, Meet};
use crate::app::stage::{Aside, AtCompany, Stage};
use crate::core::ids::QuestionId;
use crate::core::session::With;

impl Flow {
    /// Begins with a coach who sits there.
    pub fn begin_together(&mut self) {
        self.guest.begins = true;
    }

    /// Says whether a coach sees the screen.
    pub(super) fn together(&self) -> bool {
        let session = self.session.as_ref();
        session.is_some_and(|session| session.company().now == With::Coach)
    }

    /// Says whether the guide can be walked with a coach.
    pub(super) fn can_meet(&self) -> bool {
        self.session.as_ref().is_some_and(|session| {
            let together = session.guide().together();
            !together.alone.is_empty() || !together.meetings.is_empty()
        })
    }

    /// Says whether nothing may be seen.
    pub(super) fn veiled(&self) -> bool {
        matches!(self.stage, Stage::Veiled(_))
    }

    /// What can be wanted while the screen is covered: to uncover it, to leave, and what tells nothing.
    pub(super) fn act_veiled(&mut self, intent: Intent) -> Vec<Effect> {
        match intent {
            Intent::Continue | Intent::Back | Intent::Choose(_) => {
                if let Stage::Veiled(before) = &self.stage {
                    self.stage = *before.clone();
                }
                Vec::new()
            }
            Intent::Hide | Intent::Stop | Intent::Speak(_) | Intent::Face(_) | Intent::Done(_) => {
                self.act(intent)
            }
            Intent::Reply(..)
            | Intent::Jump(_)
            | Intent::Beside(_)
            | Intent::Edit(_)
            | Intent::SkipStep
            | Intent::Undo
            | Intent::Line(..)
            | Intent::GoOn
            | Intent::Look(_)
            | Intent::Health(_)
            | Intent::SaveAt(_)
            | Intent::Keep
            | Intent::Secret(_)
            | Intent::Copy
            | Intent::Habit(_)
            | Intent::Company(_) => Vec::new(),
        }
    }

    pub(super) fn meet(&mut self, wish: Meet) {
        match wish {
            Meet::Veil if self.session.is_some() => {
                let here = std::mem::replace(&mut self.stage, Stage::Welcome(0));
                self.stage = Stage::Veiled(Box::new(here));
            }
            Meet::Switch if self.together() => self.beside(Aside::Company(AtCompany::Part(None))),
            Meet::Switch if self.can_meet() => self.beside(Aside::Company(AtCompany::Join)),
            Meet::Plan if self.has_plan() => self.beside(Aside::Company(AtCompany::Plan)),
            Meet::Topic(topic) if self.together() => self.topic(topic),
            Meet::Veil | Meet::Switch | Meet::Plan | Meet::Topic(_) => {}
        }
    }

    /// A guide was opened, and the program was begun together.
    pub(super) fn begin_meeting(&mut self) {
        if std::mem::take(&mut self.guest.begins) && self.can_meet() {
            self.come(With::Coach);
            if self.has_plan() {
                self.beside(Aside::Company(AtCompany::Plan));
            }
        }
    }

    /// Somebody comes or goes. Nothing of the moment before stays in sight.
    fn come(&mut self, with: With) {
        let Some(session) = &mut self.session else {
            return;
        };
        let mut company = session.company().clone();
        company.now = with;
        company.met |= with == With::Coach;
        session.meet(company);
        self.editing = None;
        self.came_from = None;
        self.heed = None;
        self.message = None;
        self.refusal = None;
        self.step_done = false;
        self.guest.topic = None;
        let before = std::mem::replace(&mut self.stage, Stage::Asking);
        let before = if let Stage::Aside(_, before) = before {
            *before
        } else {
            before
        };
        if matches!(before, Stage::Review | Stage::Over | Stage::Welcome(_)) {
            self.stage = before;
        }
    }

    /// Goes on together: what is agreed on first is asked first, then the person is where they were.
    pub(super) fn join(&mut self) {
        let Some(session) = &self.session else { return };
        let before = session.walk().clone();
        let asked_about = session
            .here()
            .and_then(|asked| session.guide().together().topic(&asked.id))
            .map(|topic| topic.id.clone());
        self.come(With::Coach);
        let Some(session) = &mut self.session else {
            return;
        };
        let here = session.here().map(|asked| asked.id.clone());
        let new = session.walk().asked().iter().find(|asked| {
            before.find(&asked.id).is_none() && asked.answer.is_none() && asked.step.is_some()
        });
        let first = new.map(|asked| (asked.id.clone(), asked.position));
        let at = session.here().map(|asked| asked.position);
        if let Some((first, position)) = first
            && at.is_some_and(|at| position < at)
        {
            session.go(&first);
            self.guest.then = here;
            self.stage = Stage::Asking;
        } else if let Some(topic) = asked_about
            && matches!(self.stage, Stage::Asking)
            && session.company().asks_about(&topic)
        {
            let topic = topic.to_string();
            self.stage = Stage::Who { topic, after: here };
        }
    }

    /// Goes on alone; into a topic, where one was chosen.
    pub(super) fn part(&mut self, topic: Option<String>) {
        // Who would rather do alone what was just asked about, goes there.
        let asked_about = if let Stage::Aside(_, before) = &self.stage
            && let Stage::Who { topic, .. } = &**before
        {
            Some(topic.clone())
        } else {
            None
        };
        let topic = topic.or(asked_about);
        self.come(With::Alone);
        if let Some(topic) = topic {
            self.enter(&topic);
            self.guest.topic = Some(topic);
        }
    }

    pub(super) fn choose_in_company(&mut self, at: AtCompany, way: usize) {
        let practises = std::mem::take(&mut self.guest.practises) && way > 0;
        match (at, way) {
            (AtCompany::Join, 0) => self.join(),
            (AtCompany::Part(topic @ None), 1) | (AtCompany::Part(topic @ Some(_)), 2) => {
                self.part(topic);
            }
            (AtCompany::Part(Some(topic)), 1) => {
                self.leave_aside();
                self.set_topic(&topic, With::Coach);
                self.enter(&topic);
            }
            (AtCompany::Again(next), 0) => {
                self.come(With::Coach);
                self.go_to_next(next.as_ref());
            }
            (AtCompany::Again(next), 1) => {
                self.leave_aside();
                self.go_to_next(next.as_ref());
            }
            (AtCompany::Here(gone), 0) => {
                self.come(With::Alone);
                self.come_back();
                if !gone.is_empty() {
                    self.lay_over(Aside::Differs(gone));
                }
            }
            (AtCompany::Here(gone), 1) => {
                self.come(With::Coach);
                self.come_back();
                if self.has_plan() {
                    self.lay_over(Aside::Company(AtCompany::Plan));
                }
                if !gone.is_empty() {
                    self.message = Some(self.words.together.differs_later.clone());
                }
            }
            (AtCompany::Plan, way) => self.choose_plan(way),
            (
                AtCompany::Join | AtCompany::Part(_) | AtCompany::Again(_) | AtCompany::Here(_),
                _,
            ) => self.leave_aside(),
        }
        if practises {
            self.rehearse();
        }
    }

    fn go_to_next(&mut self, next: Option<&QuestionId>) {
        let topic = self.topic_before(self.here().as_ref(), next);
        let Some(session) = &mut self.session else {
            return;
        };
        match (topic, next) {
            (Some(topic), _) => {
                let after = session.here().map(|asked| asked.id.clone());
                self.stage = Stage::Who { topic, after };
            }
            (None, Some(next)) => {
                session.go(next);
                self.stage = Stage::Asking;
            }
            (None, None) => self.stage = Stage::Over,
        }
    }

    fn here(&self) -> Option<QuestionId> {
        let here = self.session.as_ref()?.here()?;
        Some(here.id.clone())
    }
}
