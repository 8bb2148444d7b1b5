//! Coming back to a dossier: what there is to do then, and the way from one guide of a person to another.
//!
//! What was said until then becomes a visit, which nothing here changes. A guide that follows another begins anew; the one it
//! follows goes on from its last visit.

use crate::app::dossier::content::Visit;
use crate::app::effect::{Backup, Effect, Opened, Task};
use crate::app::flow::kept::{self, bare};
use crate::app::flow::state::Flow;
use crate::app::flow::visits;
use crate::app::paperwork::Paperwork;
use crate::app::stage::{Aside, Past, Stage, Visiting};
use crate::core::guide::Guide;
use crate::core::ids::QuestionId;
use crate::core::session::Session;
use crate::core::words::fill;

/// A way for who comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AtReturn {
    /// Do what was left for when the person is alone: the topic with this number in the guide.
    Alone(usize),
    /// Go on where the person was.
    GoOn,
    /// See how it is going.
    Revisit,
    /// See the plan, and change it.
    Plan,
    /// The plan of then beside that of now.
    ThenAndNow(usize),
    /// Everything that was said.
    Said,
    /// Earlier visits.
    Earlier,
}

/// A way at an earlier visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AtEarlier {
    Back,
    ThenAndNow,
    Forget,
}

impl Flow {
    /// Begins with a dossier that was opened: where the person was, or what there is to do for who comes back.
    pub(super) fn come_back(&mut self) {
        let over = self.session.as_ref().is_some_and(is_over);
        self.stage = if over { Stage::Over } else { Stage::Asking };
        if self.is_finished() || !self.visits().is_empty() || !self.left_alone().is_empty() {
            self.lay_over(Aside::Visit(Visiting::Return));
        }
    }

    /// There is something to come back to: all was answered, or a paper came of it.
    fn is_finished(&self) -> bool {
        let session = self.session.as_ref();
        session.is_some_and(|session| is_over(session) || !Paperwork::titles(session).is_empty())
    }

    /// Earlier visits, the oldest first.
    pub(super) fn visits(&self) -> &[Visit] {
        self.kept.as_ref().map_or(&[], |kept| &kept.rest.visits)
    }

    /// The guide of the plan: the one that is followed, or this one.
    pub(super) fn plan_id(&self) -> Option<&str> {
        let guide = &self.opened.as_ref()?.loaded.guide;
        Some(guide.follows().unwrap_or_else(|| guide.id()))
    }

    /// The guide that looks back on the plan.
    fn follower(&self) -> Option<String> {
        let opened = self.opened.as_ref()?;
        let guide = &opened.loaded.guide;
        let own = guide.follows().map(|_| guide.id().to_owned());
        own.or_else(|| Some(opened.follower.as_ref()?.guide.clone()))
    }

    /// Says whether the plan is walked now, and not a look back on it.
    pub(super) fn is_at_plan(&self) -> bool {
        let opened = self.opened.as_ref();
        opened.is_some_and(|opened| opened.loaded.guide.follows().is_none())
    }

    /// The visit that the plan of now is put beside: the last one before it.
    pub(super) fn then(&self) -> Option<usize> {
        let id = self.plan_id()?;
        let visits = self.visits().iter().enumerate().rev();
        let mut plans = visits.filter(|(_, visit)| visit.guide.id == id);
        if !self.is_at_plan() {
            plans.next();
        }
        plans.next().map(|(number, _)| number)
    }

    /// Says whether changing can begin at this question when the person comes back to their plan: at what they said, not at how
    /// much time they had.
    pub(super) fn begins_change(&self, question: &QuestionId) -> bool {
        self.is_at_plan() && !self.visits().is_empty() && *question != Guide::route()
    }

    pub(super) fn ways_at_return(&self) -> Vec<AtReturn> {
        let mut ways = self.left_alone();
        ways.push(AtReturn::GoOn);
        if self.is_finished() && self.follower().is_some() {
            ways.push(AtReturn::Revisit);
        }
        ways.extend(self.ways_on());
        ways.push(if self.visits().is_empty() {
            AtReturn::Said
        } else {
            AtReturn::Earlier
        });
        ways
    }

    /// What was left for when the person is alone, once they are.
    fn left_alone(&self) -> Vec<AtReturn> {
        let (Some(session), false) = (&self.session, self.together()) else {
            return Vec::new();
        };
        let left = self.topics_left();
        let all = session.guide().together().alone.iter().enumerate();
        all.filter(|(_, topic)| left.iter().any(|left| left.id == topic.id))
            .map(|(number, _)| AtReturn::Alone(number))
            .collect()
    }

    /// The ways at the end of a guide that lead to another time.
    pub(super) fn ways_on(&self) -> Vec<AtReturn> {
        let id = self.plan_id();
        let plan = id.and_then(|id| visits::last_of(self.visits(), id));
        let plan = plan.filter(|_| !self.is_at_plan()).map(|_| AtReturn::Plan);
        plan.into_iter()
            .chain(self.then().map(AtReturn::ThenAndNow))
            .collect()
    }

    pub(super) fn choose_at_visit(&mut self, at: Visiting, way: usize) -> Vec<Effect> {
        match at {
            Visiting::Return => {
                let way = self.ways_at_return().get(way).copied();
                return way.map_or_else(Vec::new, |way| self.go_from_return(way));
            }
            Visiting::List => {
                let count = self.visits().len();
                match count.checked_sub(way + 1) {
                    Some(number) => self.see(Past::Earlier(number)),
                    None if way == count => self.leave_aside(),
                    None => {}
                }
            }
            Visiting::Forget(_) if way == 0 => self.leave_aside(),
            Visiting::Forget(number) if way == 1 => return self.forget(number),
            Visiting::Forget(_) => {}
        }
        Vec::new()
    }

    /// Goes the way with this number at the end of a guide.
    pub(super) fn choose_at_end(&mut self, way: usize) -> Vec<Effect> {
        let way = self.ways_on().get(way).copied();
        way.map_or_else(Vec::new, |way| self.go_from_return(way))
    }

    fn go_from_return(&mut self, way: AtReturn) -> Vec<Effect> {
        match way {
            AtReturn::Alone(number) => {
                let topic = self.topic_at(number).map(|topic| topic.id.clone());
                self.leave_aside();
                if let Some(topic) = topic {
                    self.enter(&topic);
                }
            }
            AtReturn::GoOn => self.leave_aside(),
            AtReturn::Revisit => {
                let guide = self.follower();
                return guide.map_or_else(Vec::new, |guide| self.turn_to(guide));
            }
            AtReturn::Plan => {
                let guide = self.plan_id().map(str::to_owned);
                return guide.map_or_else(Vec::new, |guide| self.turn_to(guide));
            }
            AtReturn::ThenAndNow(then) => self.see(Past::ThenAndNow(then)),
            AtReturn::Said => {
                self.leave_aside();
                self.editing = None;
                self.came_from = Some(self.stage.clone());
                self.stage = Stage::Review;
            }
            AtReturn::Earlier => self.lay_over(Aside::Visit(Visiting::List)),
        }
        Vec::new()
    }

    fn see(&mut self, past: Past) {
        self.stage = Stage::Past(past, Box::new(self.stage.clone()));
    }

    /// The ways at an earlier visit, in their order.
    pub(super) fn ways_at_earlier(&self, number: usize) -> Vec<AtEarlier> {
        let visit = self.visits().get(number);
        let is_plan = visit.is_some_and(|visit| Some(visit.guide.id.as_str()) == self.plan_id());
        let is_then = self.then().is_some_and(|then| number <= then);
        let beside = (is_plan && is_then).then_some(AtEarlier::ThenAndNow);
        let ways = [AtEarlier::Back].into_iter().chain(beside);
        ways.chain([AtEarlier::Forget]).collect()
    }

    /// The way with this number, at what was at another time.
    pub(super) fn choose_at_past(&mut self, past: Past, way: usize) -> Vec<Effect> {
        match past {
            Past::Earlier(number) => match self.ways_at_earlier(number).get(way) {
                Some(AtEarlier::Back) => self.leave_past(),
                Some(AtEarlier::ThenAndNow) => self.see(Past::ThenAndNow(number)),
                Some(AtEarlier::Forget) => {
                    self.lay_over(Aside::Visit(Visiting::Forget(number)));
                }
                None => {}
            },
            Past::ThenAndNow(_) if way == 0 => self.leave_past(),
            Past::ThenAndNow(_) if way == 1 && self.is_at_plan() => {
                self.editing = None;
                self.came_from = Some(self.stage.clone());
                self.stage = Stage::Review;
            }
            Past::ThenAndNow(_) => {}
        }
        Vec::new()
    }

    /// Back to where what was at another time was looked at from.
    pub(super) fn leave_past(&mut self) {
        if let Stage::Past(_, before) = &self.stage {
            self.stage = *before.clone();
        }
    }

    /// Forgets a visit: the file and its previous copy are written without it.
    fn forget(&mut self, number: usize) -> Vec<Effect> {
        let (Some(mut content), Some(kept)) = (self.content(), &mut self.kept) else {
            return Vec::new();
        };
        content.forget_visit(number);
        kept.rest.visits.clone_from(&content.visits);
        kept.forgot = true;
        // Nothing was said, so the day stays.
        kept.last = Some(bare(content.clone()));
        // Back past the visit that is gone.
        self.leave_aside();
        self.leave_past();
        if self.visits().is_empty() {
            self.leave_aside();
        }
        self.look_back();
        self.message = Some(self.words.visits.forgotten.clone());
        vec![Effect::Dossier(Task::Keep {
            content: Box::new(content),
            backup: Backup::Same,
        })]
    }

    /// What is asked of another time follows the visits, and the language.
    pub(super) fn look_back(&mut self) {
        let before = self
            .opened
            .as_ref()
            .map(|opened| visits::before(self.visits(), opened));
        if let (Some(session), Some(before)) = (&mut self.session, before) {
            session.look_back(before);
        }
    }

    /// Reads another guide, to go on there.
    fn turn_to(&mut self, guide: String) -> Vec<Effect> {
        self.turn = Some(guide.clone());
        vec![Effect::Load {
            guide,
            lang: self.lang.clone(),
            built_in: false,
        }]
    }

    /// The other guide was read: what was said until now becomes a visit.
    pub(super) fn turned(&mut self, opened: Opened) {
        self.turn = None;
        let today = self.day();
        let renewals = self.renewals();
        let (Some(content), Some(kept)) = (self.content(), &mut self.kept) else {
            return;
        };
        let guide = opened.loaded.guide.clone();
        let mut all = std::mem::take(&mut kept.rest.visits);
        let begins = guide.follows().is_some();
        let is_said = !content.answers.is_empty();
        // Who turned here by mistake and said nothing goes back as if nothing was.
        let again = (!is_said && !begins).then(|| all.pop_if(|visit| visit.guide.id == guide.id()));
        if is_said {
            all.push(visits::visit(content));
        }
        let again = again.flatten();
        let is_new = again.is_none();
        let last = visits::last_of(&all, guide.id()).filter(|_| !begins);
        let from = again.or_else(|| last.cloned());
        let day = from.as_ref().map(|visit| visit.date.clone());
        let mut content = visits::content(from, all, &opened);
        if is_new {
            content.date = today;
        }
        let (mut session, papers, rest) = kept::session(&content, &opened);
        let gone = kept::not_asked_any_more(&content, &opened, &session);
        if let Some(before) = &self.session {
            session.meet(before.company().clone());
        }
        kept.rest = rest;
        if !is_new {
            // It is written as it was, with its day.
            kept.last = None;
        }
        self.papers = papers;
        self.editing = None;
        self.came_from = None;
        self.session = Some(session);
        guide.id().clone_into(&mut self.guide);
        self.opened = Some(opened);
        self.stage = Stage::Asking;
        if begins {
            return;
        }
        let words = &self.words.visits;
        self.message = Some(fill(
            &words.changing,
            &[("day", &self.visit_day(&day.unwrap_or_default()))],
        ));
        let over = Box::new(Stage::Over);
        let then = self.then();
        self.came_from = Some(then.map_or(Stage::Over, |then| {
            Stage::Past(Past::ThenAndNow(then), over)
        }));
        self.stage = Stage::Review;
        self.renew(renewals);
        if !gone.is_empty() {
            self.lay_over(Aside::Differs(gone));
        }
    }

    /// Back from another guide that cannot be read: to where the person was.
    pub(super) fn turn_back(&mut self) -> bool {
        let turned = self.turn.take().is_some();
        if turned {
            self.come_back();
        }
        turned
    }
}

/// Says whether all is answered.
fn is_over(session: &Session) -> bool {
    let asked = session.walk().asked();
    !asked.is_empty() && asked.iter().all(|asked| asked.answer.is_some())
}
