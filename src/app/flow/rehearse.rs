//! Practising the talk with the questions of an employer: what each intent does there.
//!
//! Invariants:
//! - the person answers first; examples come after that, and none of them is chosen;
//! - what is said stays a draft; a sentence becomes an answer only after the person saw where it goes, and what it replaces;
//! - at every moment there is a way out, back to where the person was.

use std::sync::Arc;

use crate::app::face::FaceKind;
use crate::app::flow::rehearsal_ways::{AtCompare, AtStart};
use crate::app::flow::state::{Editing, Flow};
use crate::app::flow::update::blocked;
use crate::app::stage::{Rehearsing, Stage};
use crate::app::time::Moment;
use crate::core::answer::{Answer, Blank};
use crate::core::ask::{Ask, Refusal, Reply};
use crate::core::ids::QuestionId;
use crate::core::rehearsal::{EmployerQuestion, Rehearsal};
use crate::core::rule::Truth;
use crate::core::session::Session;
use crate::core::words::fill;

/// Characters of a draft at most.
const DRAFT_AT_MOST: usize = 500;

/// The answer with which a question of the guide begins it.
const YES: &str = "yes";

impl Flow {
    /// What can be practised with the guide.
    pub(super) fn rehearsal(&self) -> Option<&Arc<Rehearsal>> {
        self.opened.as_ref()?.loaded.rehearsal.as_ref()
    }

    /// Says whether practising can begin here.
    pub(super) fn can_rehearse(&self) -> bool {
        let here = matches!(
            self.stage,
            Stage::Asking | Stage::Notice { .. } | Stage::Review | Stage::Preview | Stage::Over
        );
        // Where nothing says with what it goes, it is for the person alone.
        let can = |all: &Arc<Rehearsal>| all.offer.is_some() || !self.together();
        here && self.session.is_some() && self.rehearsal().is_some_and(can)
    }

    /// The topic for which practising is held back from who sits there: it goes with the question that offers to practise.
    fn practice_held(&self) -> Option<String> {
        let (offer, _) = self.rehearsal()?.offer.as_ref()?;
        let session = self.session.as_ref()?;
        let together = session.guide().together();
        let topic = session.company().holds_back(together, offer)?;
        Some(topic.to_owned())
    }

    /// Says whether a change can be taken back here. In practising there is none.
    pub(super) fn can_undo(&self) -> bool {
        !matches!(self.stage, Stage::Rehearsing(..))
            && self.session.as_ref().is_some_and(Session::can_undo)
    }

    /// Begins, where it can. Where it is not agreed on that a coach sees it, that is asked first.
    pub(super) fn rehearse(&mut self) {
        if !self.can_rehearse() {
            return;
        }
        if let Some(topic) = self.practice_held() {
            self.topic(topic);
            self.guest.practises = true;
            return;
        }
        self.step_done = false;
        let here = self.session.as_ref().and_then(Session::here);
        self.practice.home = here.map(|asked| asked.id.clone());
        let before = std::mem::replace(&mut self.stage, Stage::Asking);
        self.stage = Stage::Rehearsing(Rehearsing::Start, Box::new(before));
    }

    /// Begins after a yes to the question of the guide that offers it.
    pub(super) fn begin_where_offered(&mut self, question: &QuestionId) {
        let offer = self.rehearsal().and_then(|all| all.offer.as_ref());
        let offers = offer.is_some_and(|(offer, _)| offer == question);
        let session = self.session.as_ref();
        let answer = session.and_then(|session| session.walk().answer(question));
        if offers && matches!(answer, Some(Answer::One(id)) if id.as_str() == YES) {
            self.rehearse();
        }
    }

    /// The question of the employer that the person is at.
    pub(super) fn employer_asks(&self) -> Option<&EmployerQuestion> {
        let at = self.practice.question()?;
        let all = &self.rehearsal()?.questions;
        all.iter().find(|question| question.id == at)
    }

    /// The questions that fit where the person is. What is not known leaves none out.
    pub(super) fn practised(&self) -> Vec<&EmployerQuestion> {
        let (Some(all), Some(session)) = (self.rehearsal(), &self.session) else {
            return Vec::new();
        };
        let walk = session.walk();
        let fits = |question: &&EmployerQuestion| question.when.truth(walk) != Truth::No;
        all.questions.iter().filter(fits).collect()
    }

    fn names(&self) -> Vec<String> {
        let all = self.practised().into_iter();
        all.map(|question| question.id.to_string()).collect()
    }

    /// How an answer to an employer is asked.
    pub(super) fn draft_ask() -> Ask {
        Ask::Line {
            offers: Vec::new(),
            example: None,
            at_most: DRAFT_AT_MOST,
        }
    }

    pub(super) fn to(&mut self, to: Rehearsing) {
        if let Stage::Rehearsing(at, _) = &mut self.stage {
            *at = to;
        }
    }

    /// Back to where the person was.
    fn leave_rehearsal(&mut self) {
        if let Stage::Rehearsing(_, before) = &self.stage {
            self.stage = *before.clone();
        }
        if let (Some(home), Some(session)) = (self.practice.home.take(), &mut self.session) {
            session.go(&home);
        }
    }

    /// On to the next question, or behind the last one.
    fn next_question(&mut self) {
        let more = self.practice.next();
        self.to(if more {
            Rehearsing::Asked
        } else {
            Rehearsing::Done
        });
    }

    /// One of the ways that were offered, by its number.
    pub(super) fn choose_in_rehearsal(&mut self, way: usize) {
        let Stage::Rehearsing(at, _) = &self.stage else {
            return;
        };
        match (at.clone(), way) {
            (Rehearsing::Start, way) => self.choose_at_start(way),
            (Rehearsing::Pick, number) => {
                let names = self.names();
                if number < names.len() {
                    self.practice.begin_at(&names, number);
                    self.to(Rehearsing::Asked);
                }
            }
            (Rehearsing::Compare, way) => self.choose_at_compare(way),
            (Rehearsing::Lines, number) => {
                let lines = self.lines_of_plan();
                if let Some(line) = lines.get(number).map(|asked| asked.id.clone()) {
                    self.to(Rehearsing::Line(line));
                }
            }
            (Rehearsing::Drafts, number) => self.choose_draft(number),
            (Rehearsing::Forget(number), way) => self.choose_to_forget(number, way),
            (Rehearsing::Done, 0) => self.leave_rehearsal(),
            (Rehearsing::Done, 1) => {
                let names = self.names();
                self.practice.again_all(&names);
                self.to(Rehearsing::Asked);
            }
            (
                Rehearsing::Asked
                | Rehearsing::Surprised
                | Rehearsing::Law
                | Rehearsing::Line(_)
                | Rehearsing::Done,
                _,
            ) => {}
        }
    }

    fn choose_at_start(&mut self, way: usize) {
        match self.ways_at_start().get(way) {
            Some(AtStart::Resume) => self.to(Rehearsing::Asked),
            Some(AtStart::All(order)) => {
                let (names, order) = (self.names(), *order);
                self.practice.begin(&names, order);
                self.to(Rehearsing::Asked);
            }
            Some(AtStart::Pick) => self.to(Rehearsing::Pick),
            Some(AtStart::Drafts) => self.to(Rehearsing::Drafts),
            Some(AtStart::Clock) => {
                self.practice.clock.wanted = !self.practice.clock.wanted;
            }
            Some(AtStart::Leave) => self.leave_rehearsal(),
            None => {}
        }
    }

    fn choose_at_compare(&mut self, way: usize) {
        match self.ways_at_compare().get(way) {
            Some(AtCompare::Next) => self.next_question(),
            Some(AtCompare::Again) => {
                self.practice.take_turn();
                self.to(Rehearsing::Asked);
            }
            Some(AtCompare::Line) => self.to(Rehearsing::Lines),
            Some(AtCompare::Law) => self.to(Rehearsing::Law),
            Some(AtCompare::Leave) => self.leave_rehearsal(),
            None => {}
        }
    }

    /// One step back; from the first question to the start, from there to where the person was.
    pub(super) fn back_in_rehearsal(&mut self, at: &Rehearsing, before: Stage) {
        let to = match at {
            Rehearsing::Start => {
                self.stage = before;
                self.leave_rehearsal();
                return;
            }
            Rehearsing::Asked if self.practice.back() => Rehearsing::Asked,
            Rehearsing::Compare if self.practice.surprises() && self.practice.now().is_some() => {
                Rehearsing::Surprised
            }
            Rehearsing::Done if self.practice.back() => Rehearsing::Compare,
            Rehearsing::Pick | Rehearsing::Drafts | Rehearsing::Asked | Rehearsing::Done => {
                Rehearsing::Start
            }
            Rehearsing::Forget(_) => Rehearsing::Drafts,
            Rehearsing::Surprised | Rehearsing::Compare => Rehearsing::Asked,
            Rehearsing::Law | Rehearsing::Lines => Rehearsing::Compare,
            Rehearsing::Line(_) => Rehearsing::Lines,
        };
        self.to(to);
    }

    /// A reply to the question that is shown.
    pub(super) fn reply_in_rehearsal(&mut self, question: &QuestionId, reply: Reply) {
        let Stage::Rehearsing(at, _) = &self.stage else {
            return;
        };
        let at = at.clone();
        if self.rehearsed_id(&at).as_ref() != Some(question) {
            return;
        }
        match at {
            Rehearsing::Asked | Rehearsing::Surprised => self.say(question, &at, reply),
            Rehearsing::Law => self.to(Rehearsing::Compare),
            Rehearsing::Line(line) => self.put_line(&line, reply),
            Rehearsing::Start
            | Rehearsing::Pick
            | Rehearsing::Drafts
            | Rehearsing::Forget(_)
            | Rehearsing::Compare
            | Rehearsing::Lines
            | Rehearsing::Done => {}
        }
    }

    fn say(&mut self, question: &QuestionId, at: &Rehearsing, reply: Reply) {
        let text = match reply {
            Reply::Blank(Blank::Skipped) => return self.next_question(),
            Reply::Blank(_) => {
                if *at == Rehearsing::Asked {
                    self.practice.unsay();
                }
                return self.to(Rehearsing::Compare);
            }
            // Said aloud.
            Reply::Text(typed) if typed.trim().is_empty() => String::new(),
            reply @ (Reply::Pick(_)
            | Reply::PickMany(_)
            | Reply::Scale(_)
            | Reply::Rank(_)
            | Reply::Weigh(_)
            | Reply::Form(_)
            | Reply::Grid(_)
            | Reply::Day(_)
            | Reply::Text(_)
            | Reply::Read) => match Self::draft_ask().hear(reply) {
                Ok(Answer::Text(text)) => text,
                Ok(_) => return,
                Err(refusal) => {
                    self.refusal = Some(self.words.refusal(&refusal));
                    return;
                }
            },
        };
        if *at == Rehearsing::Surprised {
            self.practice.say_then(&text);
            self.to(Rehearsing::Compare);
        } else {
            self.practice.say(&text);
            let surprises = self.practice.surprises();
            self.to(if surprises {
                Rehearsing::Surprised
            } else {
                Rehearsing::Compare
            });
        }
        if !text.is_empty() {
            self.heed_answer(question, &Answer::Text(text));
        }
    }

    /// The sentence becomes an answer. Where that would set something aside, the question itself is gone to, which says so.
    fn put_line(&mut self, line: &QuestionId, reply: Reply) {
        let Some(session) = &mut self.session else {
            return;
        };
        let Some(asked) = session.walk().find(line) else {
            return;
        };
        let answer = match asked.ask.hear(reply) {
            Ok(answer) => answer,
            Err(refusal) => {
                self.refusal = Some(self.words.refusal(&refusal));
                return;
            }
        };
        if let Some(reason) = blocked(session, line, &answer) {
            self.refusal = Some(self.words.refusal(&Refusal::Blocked(reason)));
            return;
        }
        self.to(Rehearsing::Compare);
        let Some(session) = &mut self.session else {
            return;
        };
        if !session.consequence(line, &answer).set_aside.is_empty() {
            session.go(line);
            self.editing = Some(Editing {
                new: Vec::new(),
                from: std::mem::replace(&mut self.stage, Stage::Asking),
                for_check: None,
            });
            return;
        }
        if session.walk().answer(line) != Some(&answer) {
            session.put(line, answer.clone());
        }
        if let Answer::Text(text) = &answer {
            let placed = &self.words.rehearsal.placed;
            self.message = Some(fill(placed, &[("text", text)]));
        }
        self.heed_answer(line, &answer);
    }

    /// Says whether minutes are shown now, which change while nothing is done.
    pub(super) fn shows_minutes(&self) -> bool {
        let asks = matches!(
            self.stage,
            Stage::Rehearsing(Rehearsing::Asked | Rehearsing::Surprised, _)
        );
        asks && self.practice.clock.wanted
    }

    /// When another minute is to be shown. Lines that were printed do not change, so there nothing wakes for it.
    pub(super) fn next_minute(&self) -> Option<Moment> {
        let changes = self.habits.face != Some(FaceKind::Plain);
        let shown = changes && self.shows_minutes();
        shown.then(|| self.practice.clock.next_minute())
    }
}
