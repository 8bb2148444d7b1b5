//! The plan of a talk: its parts, its time, and what is left for later.
//!
//! A plan leads from question to question; it takes none away. What it leaves out can be opened from the map, and what was
//! answered before still counts.

use std::time::Duration;

use crate::app::face::FaceKind;
use crate::app::flow::aside::ways;
use crate::app::flow::guest::{Clock, Talk};
use crate::app::flow::state::Flow;
use crate::app::stage::Stage;
use crate::app::time::{Moment, Tick};
use crate::app::view::AsideView;
use crate::core::answer::Answer;
use crate::core::guide::{Guide, Meeting, MeetingPart, Sitting};
use crate::core::ids::{QuestionId, StepId};
use crate::core::session::{Asked, Session};
use crate::core::words::fill;

/// How often the time that is shown changes.
const MINUTE: Duration = Duration::from_mins(1);

impl Flow {
    /// Says whether there is a plan, or one to choose.
    pub(super) fn has_plan(&self) -> bool {
        self.together() && !self.meetings().is_empty()
    }

    fn meetings(&self) -> &[Meeting] {
        let session = self.session.as_ref();
        session
            .map(|session| session.guide().together().meetings.as_slice())
            .unwrap_or_default()
    }

    /// The plan that is followed now: together only.
    fn talk(&self) -> Option<(&Talk, &Meeting, &Sitting)> {
        let talk = self.guest.talk.as_ref().filter(|_| self.together())?;
        let meeting = self.meetings().get(talk.meeting)?;
        Some((talk, meeting, meeting.sittings.get(talk.sitting)?))
    }

    /// The sittings that can be chosen, with how each reads.
    fn sittings(&self) -> Vec<(usize, usize, String)> {
        let mut all = Vec::new();
        for (number, meeting) in self.meetings().iter().enumerate() {
            for (sitting, one) in meeting.sittings.iter().enumerate() {
                let label = if meeting.sittings.len() == 1 {
                    meeting.label.to_string()
                } else {
                    let values = [("meeting", &*meeting.label), ("sitting", &*one.label)];
                    fill(&self.words.together.plan_sitting, &values)
                };
                all.push((number, sitting, label));
            }
        }
        all
    }

    pub(super) fn choose_plan(&mut self, way: usize) {
        if self.talk().is_some() {
            self.leave_aside();
            match (way, &mut self.guest.talk) {
                (1, Some(talk)) => {
                    talk.clock = match talk.clock {
                        Clock::Shown => Clock::Hidden,
                        Clock::Hidden => Clock::Shown,
                    };
                }
                (2, talk) => *talk = None,
                _ => {}
            }
            return;
        }
        let chosen = self.sittings().into_iter().nth(way);
        self.leave_aside();
        if let Some((meeting, sitting, _)) = chosen {
            self.begin_talk(meeting, sitting);
        }
    }

    fn begin_talk(&mut self, meeting: usize, sitting: usize) {
        let now = self.idle.touched;
        self.guest.talk = Some(Talk {
            meeting,
            sitting,
            since: now,
            now,
            clock: Clock::Shown,
        });
        let Some((_, plan, sitting)) = self.talk() else {
            return;
        };
        let route = plan.route.0.clone();
        let parts = sitting.parts.clone();
        let Some(session) = &mut self.session else {
            return;
        };
        if session.walk().answer(&Guide::route()).is_none() {
            session.put(&Guide::route(), Answer::One(route));
        }
        for (step, _) in parts.iter().flat_map(|part| &part.steps) {
            session.open(step);
        }
        let session = &*session;
        let of_plan: Vec<&Asked> = session
            .walk()
            .asked()
            .iter()
            .filter(|asked| covers(session, &parts, asked))
            .collect();
        let open = of_plan.iter().find(|asked| asked.answer.is_none());
        let target = open.or(of_plan.first()).map(|asked| asked.id.clone());
        if let (Some(target), Some(session)) = (target, &mut self.session) {
            self.guest.then = None;
            session.go(&target);
            self.stage = Stage::Asking;
        }
    }

    /// The question after this one: the next of the plan, where one is followed.
    pub(super) fn next_in_talk(&self, question: &QuestionId) -> Option<QuestionId> {
        let session = self.session.as_ref()?;
        let next = |wanted: &dyn Fn(&&Asked) -> bool| {
            let after = session.all_after(question).iter();
            after.clone().find(wanted).map(|asked| asked.id.clone())
        };
        let Some((_, _, sitting)) = self.talk() else {
            return next(&|_| true);
        };
        let here = session.walk().find(question);
        // Who went elsewhere from the map walks that step to its end.
        let elsewhere = here.filter(|here| !covers(session, &sitting.parts, here));
        next(&|asked| {
            covers(session, &sitting.parts, asked)
                || elsewhere.is_some_and(|here| here.step.is_some() && here.step == asked.step)
        })
    }

    /// Says whether a topic is for this talk; without a plan every topic is.
    pub(super) fn in_talk(&self, topic: &str) -> bool {
        let (Some((_, _, sitting)), Some(session)) = (self.talk(), &self.session) else {
            return true;
        };
        let topic = self.topic_named(topic);
        topic.is_some_and(|topic| {
            topic.questions.iter().any(|(id, _)| {
                let step = session
                    .guide()
                    .question(id)
                    .and_then(|one| one.step.clone());
                let mut parts = sitting.parts.iter();
                parts.any(|part| holds(part, id, step.as_ref()))
            })
        })
    }

    /// How much time has passed, where it is shown.
    pub(super) fn clock(&self) -> Option<String> {
        let (talk, _, sitting) = self.talk()?;
        (talk.clock == Clock::Shown).then(|| time(&self.words.together.clock, talk, sitting))
    }

    /// When the time that is shown changes. Line by line nothing changes by itself.
    pub(super) fn minute_at(&self) -> Option<Moment> {
        let (talk, ..) = self.talk()?;
        let still = self.habits.face == Some(FaceKind::Plain) || self.veiled() || self.locked();
        let shown = talk.clock == Clock::Shown && !still;
        let minutes = u32::try_from(talk.minutes()).unwrap_or(u32::MAX);
        shown.then(|| talk.since.later(MINUTE * minutes.saturating_add(1)))
    }

    /// Takes the time. Says whether another minute must be shown.
    pub(super) fn pass_minute(&mut self, tick: Tick) -> bool {
        let next = self.minute_at();
        let Some(talk) = &mut self.guest.talk else {
            return false;
        };
        match (tick, next) {
            (Tick::Passed(now), Some(next)) if now >= next => {
                talk.now = now;
                true
            }
            // Something is done: the loop wakes once more at once, and shows the minute then.
            (Tick::Touched(_) | Tick::Passed(_), Some(_)) => false,
            (Tick::Touched(now) | Tick::Passed(now), None) => {
                talk.now = now;
                false
            }
        }
    }

    /// The plan that is followed, or the plans there are.
    pub(super) fn plan_view(&self) -> AsideView {
        let words = &self.words.together;
        let Some((talk, meeting, sitting)) = self.talk() else {
            let sittings: Vec<String> = self.sittings().into_iter().map(|(.., say)| say).collect();
            return ways(
                "plan",
                &words.plan_title,
                [&words.plan_text],
                sittings.iter().chain([&words.plan_without]),
            );
        };
        let mut text = Vec::new();
        let clock = match talk.clock {
            Clock::Shown => {
                text.push(time(&words.running_time, talk, sitting));
                &words.clock_hide
            }
            Clock::Hidden => &words.clock_show,
        };
        text.extend(self.left_for_later(Some(meeting)));
        let parts = sitting.parts.iter();
        AsideView {
            exact: parts.map(|part| self.part_view(sitting, part)).collect(),
            ..ways(
                "running",
                &words.running_title,
                &text,
                [&words.running_on, clock, &words.running_stop],
            )
        }
    }

    /// A part of the plan: how long, and whether it is done or the person is in it.
    fn part_view(&self, sitting: &Sitting, part: &MeetingPart) -> String {
        let words = &self.words.together;
        let minutes = part.minutes.to_string();
        let values = [("label", &*part.label), ("minutes", &*minutes)];
        let said = fill(&words.part, &values);
        let Some(session) = &self.session else {
            return said;
        };
        let one = std::slice::from_ref(part);
        let is_in = |part: &MeetingPart| {
            let one = std::slice::from_ref(part);
            session
                .here()
                .is_some_and(|here| covers(session, one, here))
        };
        // What two parts hold belongs to the first of them.
        let now = sitting.parts.iter().find(|part| is_in(part));
        let asked = session.walk().asked().iter();
        let of_part = asked.filter(|asked| covers(session, one, asked));
        let answers: Vec<bool> = of_part.map(|asked| asked.answer.is_some()).collect();
        if now.is_some_and(|now| now.id == part.id) {
            fill(&words.part_now, &[("part", &said)])
        } else if !answers.is_empty() && answers.iter().all(|answered| *answered) {
            fill(&words.part_done, &[("part", &said)])
        } else {
            said
        }
    }

    /// What is left for home, for when the person is alone, and for the next time.
    pub(super) fn left_after_talk(&self) -> Vec<String> {
        let Some((talk, meeting, _)) = self.talk() else {
            return self.left_for_later(None).into_iter().collect();
        };
        let next = meeting.sittings.get(talk.sitting + 1);
        let sentence = &self.words.together.next_sitting;
        let next = next.map(|next| fill(sentence, &[("sitting", &next.label)]));
        self.left_for_later(Some(meeting))
            .into_iter()
            .chain(next)
            .collect()
    }

    /// What the plan leaves for home, and what is left for when the person is alone.
    fn left_for_later(&self, meeting: Option<&Meeting>) -> Option<String> {
        let session = self.session.as_ref()?;
        let homework = meeting.into_iter().flat_map(|meeting| &meeting.homework);
        let steps = homework
            .filter_map(|(id, _)| session.guide().step(id))
            .map(|step| &*step.title);
        let alone = self.topics_left();
        let steps: Vec<&str> = steps
            .chain(alone.iter().map(|topic| &*topic.label))
            .collect();
        let sentence = &self.words.together.homework;
        (!steps.is_empty()).then(|| fill(sentence, &[("steps", &steps.join("; "))]))
    }
}

/// Says whether a question belongs to a part of a plan.
fn holds(part: &MeetingPart, question: &QuestionId, step: Option<&StepId>) -> bool {
    let base = question.base();
    step.is_some_and(|step| part.steps.iter().any(|(id, _)| id == step))
        && (part.questions.is_empty() || part.questions.iter().any(|(id, _)| *id == base))
}

/// Says whether the parts hold a question that is asked, also how often they ask a repeated one.
fn covers(session: &Session, parts: &[MeetingPart], asked: &Asked) -> bool {
    parts.iter().any(|part| {
        holds(part, &asked.id, asked.step.as_ref())
            && part.at_most.is_none_or(|most| {
                let base = asked.id.base();
                let mut same = session.walk().all(&base);
                asked.each.is_none()
                    || same
                        .position(|one| one.id == asked.id)
                        .is_some_and(|at| at < most)
            })
    })
}

/// The time that went by, in a sentence.
fn time(sentence: &str, talk: &Talk, sitting: &Sitting) -> String {
    let values = [
        ("spent", &*talk.minutes().to_string()),
        ("all", &*sitting.minutes().to_string()),
    ];
    fill(sentence, &values)
}
