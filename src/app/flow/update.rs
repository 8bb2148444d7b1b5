//! What each intent does.

use crate::app::effect::{Effect, Opened, Outcome};
use crate::app::flow::state::{Editing, Flow, Goes};
use crate::app::intent::{Beside, Habit, Intent, LineWish};
use crate::app::stage::{Aside, AtCompany, Stage, Visiting};
use crate::core::answer::Answer;
use crate::core::ask::{Refusal, Reply};
use crate::core::ids::{QuestionId, StepId};
use crate::core::kept::Text;
use crate::core::session::{Session, Walk};
use crate::core::words::Lang;

/// How many screens stand before the first question.
pub(super) const WELCOMES: usize = 3;

impl Flow {
    /// Does what is wanted, and says what must be done outside. What was chosen to be kept is kept before anything else.
    pub fn update(&mut self, intent: Intent) -> Vec<Effect> {
        let chooses = chooses_habit(&intent).then(|| self.chosen());
        let mut effects = if self.locked() {
            self.act_locked(intent)
        } else if self.veiled() {
            self.act_veiled(intent)
        } else {
            self.act(intent)
        };
        if let Some(write) = chooses.and_then(|before| self.changed_habit(&before)) {
            effects.insert(0, write);
        }
        if let Some(task) = self.unkept() {
            effects.insert(0, Effect::Dossier(task));
        }
        effects
    }

    pub(super) fn act(&mut self, intent: Intent) -> Vec<Effect> {
        let in_check =
            matches!(self.stage, Stage::HealthCheck { .. }) || matches!(intent, Intent::Health(_));
        if !matches!(intent, Intent::Done(_)) {
            self.message = None;
            if !in_check {
                self.heed = None;
                self.calm = self.calm.pass();
            }
        }
        self.refusal = None;
        // Who goes back into a step is not told that it is done.
        self.step_done &= !matches!(
            intent,
            Intent::Back | Intent::Jump(_) | Intent::Undo | Intent::Edit(_)
        );
        self.guest.practises &= matches!(
            intent,
            Intent::Reply(..) | Intent::Choose(_) | Intent::Done(_)
        );
        self.practice.clock.show();
        match intent {
            Intent::Continue => return self.go_on(),
            Intent::Back => self.back(),
            Intent::Reply(question, reply) => self.reply(&question, reply),
            Intent::Jump(step) => self.jump(&step),
            Intent::Beside(Beside::Review) => self.review(),
            Intent::Beside(Beside::Rehearsal) => self.rehearse(),
            Intent::Edit(question) => self.edit(&question),
            Intent::SkipStep => self.skip_step(),
            Intent::Undo => self.undo(),
            Intent::Speak(lang) => return vec![self.speak(lang)],
            Intent::Face(kind) => {
                self.take_face(kind);
                self.leave_copying();
                return vec![Effect::Face(kind)];
            }
            Intent::Line(line, LineWish::Toggle) => {
                if let Some(session) = &self.session {
                    self.papers.toggle(session, &line);
                }
            }
            Intent::Line(line, LineWish::Soften) => {
                if let Some(session) = &self.session {
                    self.papers.soften(session, &line);
                }
            }
            Intent::Line(line, LineWish::Move(way)) => {
                if let Some(session) = &self.session {
                    self.papers.shift(session, &line, way);
                }
            }
            Intent::GoOn => self.next_paper(),
            Intent::Look(number) => {
                if let Some(session) = &self.session
                    && self.papers.look(session, number)
                {
                    self.came_from = Some(self.stage.clone());
                    self.stage = Stage::Preview;
                }
            }
            Intent::Health(wish) => self.health(wish),
            Intent::SaveAt(path) if matches!(self.stage, Stage::Aside(..)) => {
                return self.keep_at(&path);
            }
            Intent::SaveAt(path) => return self.save_at(&path, false),
            Intent::Keep => return self.keep(),
            Intent::Choose(way) => return self.choose(way),
            Intent::Secret(secret) => return self.secret(secret),
            Intent::Copy => self.copy(),
            Intent::Habit(Habit::Remember) => return self.remember(),
            Intent::Habit(Habit::LockLater) => self.lock_later(),
            Intent::Company(wish) => self.meet(wish),
            Intent::Hide => return vec![Effect::Hide],
            Intent::Stop => return self.stop(),
            Intent::Done(Outcome::Dossier(report)) => return self.reported(report),
            Intent::Done(outcome) => self.done(outcome),
        }
        Vec::new()
    }

    fn go_on(&mut self) -> Vec<Effect> {
        match self.stage.clone() {
            Stage::Welcome(number) if number + 1 < WELCOMES => {
                self.stage = Stage::Welcome(number + 1);
            }
            Stage::Welcome(_) if self.session.is_some() => self.stage = Stage::Asking,
            Stage::Welcome(_) => {
                return vec![Effect::Load {
                    guide: self.guide.clone(),
                    lang: self.lang.clone(),
                    built_in: false,
                }];
            }
            Stage::BadGuide(_) => {
                return vec![Effect::Load {
                    guide: self.turn.clone().unwrap_or_else(|| self.guide.clone()),
                    lang: self.lang.clone(),
                    built_in: true,
                }];
            }
            Stage::Consequence {
                question, answer, ..
            } => self.accept(&question, &answer, None),
            Stage::Notice { question, .. } => {
                self.proceed(&question);
                self.begin_where_offered(&question);
            }
            Stage::Review => self.leave_review(),
            Stage::Preview => {
                self.goes = Goes::ToFile;
                self.save();
            }
            Stage::Place {
                typed: Some(path),
                exists,
            } if !exists.is_empty() => return self.save_at(&path, true),
            Stage::Stopping(_) => return vec![Effect::Exit],
            Stage::HealthCheck { .. } => self.go_on_in_check(),
            Stage::Past(..) => self.leave_past(),
            Stage::Asking
            | Stage::Forms
            | Stage::Place { .. }
            | Stage::Aside(..)
            | Stage::Rehearsing(..)
            | Stage::Locked(_)
            | Stage::Veiled(_)
            | Stage::Who { .. }
            | Stage::Over => {}
        }
        Vec::new()
    }

    fn back(&mut self) {
        self.stage = match self.stage.clone() {
            Stage::Welcome(number) => Stage::Welcome(number.saturating_sub(1)),
            Stage::Asking if self.editing.is_some() => {
                self.leave_editing();
                return;
            }
            Stage::Asking if self.back_in_detour() => return,
            Stage::Asking => {
                let from = self.stands_at();
                if self.session.as_mut().is_some_and(Session::back) {
                    if self.back_over_topic(from) {
                        return;
                    }
                    Stage::Asking
                } else if !self.visits().is_empty() {
                    self.lay_over(Aside::Visit(Visiting::Return));
                    return;
                } else {
                    Stage::Welcome(WELCOMES - 1)
                }
            }
            Stage::Review => {
                self.leave_review();
                return;
            }
            Stage::Preview => self
                .came_from
                .take()
                .filter(|stage| matches!(stage, Stage::Over))
                .unwrap_or(Stage::Asking),
            Stage::Who {
                topic,
                after: Some(after),
            } if self.back_before_topic(&topic, &after) => return,
            Stage::Consequence { .. } | Stage::Notice { .. } | Stage::Who { .. } | Stage::Over => {
                Stage::Asking
            }
            Stage::HealthCheck { .. } => {
                self.back_in_check();
                return;
            }
            Stage::Forms => Stage::Preview,
            Stage::Place { exists, .. } if exists.is_empty() && self.is_calendar() => {
                Stage::Preview
            }
            Stage::Place { exists, .. } if exists.is_empty() => Stage::Forms,
            Stage::Place { typed, .. } => Stage::Place {
                typed,
                exists: Vec::new(),
            },
            Stage::BadGuide(_) if self.turn_back() => return,
            Stage::BadGuide(_) => Stage::Welcome(WELCOMES - 1),
            Stage::Aside(at, before) => Self::before(at, before),
            Stage::Rehearsing(at, before) => {
                self.back_in_rehearsal(&at, *before);
                return;
            }
            Stage::Past(_, before) | Stage::Stopping(before) => *before,
            covered @ (Stage::Locked(_) | Stage::Veiled(_)) => covered,
        };
    }

    fn reply(&mut self, question: &QuestionId, reply: Reply) {
        let session = self.session.as_ref();
        let asked = session.and_then(|session| session.walk().find(question));
        let reply = match asked {
            Some(asked) => self.words.numbered(&asked.ask, reply),
            None => reply,
        };
        if matches!(self.stage, Stage::Forms) {
            self.choose_forms(reply);
            return;
        }
        if matches!(self.stage, Stage::Rehearsing(..)) {
            self.reply_in_rehearsal(question, reply);
            return;
        }
        if matches!(self.stage, Stage::Who { .. }) {
            self.choose_who(reply);
            return;
        }
        self.step_done = false;
        let Some(session) = &self.session else { return };
        let Some(asked) = session.walk().find(question) else {
            return;
        };
        let answer = match asked.ask.hear(reply) {
            Ok(answer) => answer,
            Err(refusal) => {
                self.refusal = Some(self.words.refusal(&refusal));
                return;
            }
        };
        if let Some(reason) = blocked(session, question, &answer) {
            self.refusal = Some(self.words.refusal(&Refusal::Blocked(reason)));
            return;
        }
        let given = session.answers().get(question) == Some(&answer);
        if given && session.walk().answer(question) == Some(&answer) {
            // Said again: nothing else changes.
            self.accept(question, &answer, None);
            return;
        }
        let (mut consequence, walk) = session.trial(question, &answer);
        if replaces(session.walk(), question, &answer) {
            consequence.set_aside.insert(0, question.clone());
        }
        if consequence.set_aside.is_empty() {
            self.accept(question, &answer, Some(walk));
        } else {
            self.stage = Stage::Consequence {
                question: question.clone(),
                answer,
                consequence,
            };
        }
    }

    /// Puts an answer, tells what is good to know about it, and goes on.
    /// `walk` is the one it leads to, where that was computed just before.
    fn accept(&mut self, question: &QuestionId, answer: &Answer, walk: Option<Walk>) {
        let Some(session) = &mut self.session else {
            return;
        };
        if let Some(editing) = &mut self.editing {
            editing
                .new
                .extend(session.consequence(question, answer).new);
        }
        // An answer given again is no change; it must not stand in the way of taking back the last real one.
        let changed = session.walk().answer(question) != Some(answer);
        if changed {
            match walk {
                Some(walk) => session.put_tried(question, answer.clone(), walk),
                None => session.put(question, answer.clone()),
            }
        }
        let (texts, goes) = remarks(session, question, answer);
        if texts.is_empty() {
            self.proceed(question);
            self.begin_where_offered(question);
        } else {
            self.stage = Stage::Notice {
                question: question.clone(),
                texts,
                goes,
            };
        }
        if changed {
            self.heed_answer(question, answer);
        }
    }

    /// Goes on behind a question: to what came anew, back to the review, to the papers, or to the next question.
    pub(super) fn proceed(&mut self, question: &QuestionId) {
        self.stage = Stage::Asking;
        let Some(session) = &mut self.session else {
            return;
        };
        if let Some(editing) = &mut self.editing {
            let open = |id: &&QuestionId| {
                session
                    .walk()
                    .find(id)
                    .is_some_and(|asked| asked.answer.is_none())
            };
            if let Some(new) = editing.new.iter().find(open).cloned() {
                session.go(&new);
            } else {
                self.leave_editing();
            }
            return;
        }
        let guide = session.guide().clone();
        let next = self.next_in_talk(question);
        if self.leaves_topic(next.as_ref()) || self.ends_detour(next.as_ref()) {
            return;
        }
        if let Some(topic) = self.topic_before(Some(question), next.as_ref()) {
            let after = Some(question.clone());
            self.stage = Stage::Who { topic, after };
            return;
        }
        let Some(session) = &mut self.session else {
            return;
        };
        let step_of =
            |id: &QuestionId| session.walk().find(id).and_then(|asked| asked.step.clone());
        let here = step_of(question);
        let makes_paper = here
            .as_ref()
            .and_then(|step| guide.step(step))
            .is_some_and(|step| step.sheet);
        let leaves = next.as_ref().and_then(step_of) != here;
        self.step_done = leaves && here.is_some();
        // What is agreed on first is done: back to where the person was when the coach came.
        let then = self.guest.then.take_if(|_| leaves);
        if let Some(then) = then.filter(|then| session.walk().find(then).is_some()) {
            session.go(&then);
            return;
        }
        if makes_paper && leaves && self.papers.begin(session) {
            self.came_from = None;
            self.stage = Stage::Preview;
            return;
        }
        match next {
            Some(next) => session.go(&next),
            None => self.stage = Stage::Over,
        }
    }

    /// An answer was changed from the review, or from the health-word check, and that is gone back to.
    fn leave_editing(&mut self) {
        match self.editing.take() {
            Some(Editing {
                for_check: Some(_), ..
            }) => self.back_to_check(),
            Some(Editing { from, .. }) => self.stage = from,
            None => self.stage = Stage::Review,
        }
    }

    pub(super) fn jump(&mut self, step: &StepId) {
        if self.leads_back_to(step) && self.end_detour() {
            return;
        }
        self.detour = None;
        if let Some(session) = &mut self.session {
            let jumped = session.jump(step);
            if let Some(topic) = self.topic_in(step) {
                self.editing = None;
                self.stage = Stage::Who { topic, after: None };
            } else if jumped {
                self.editing = None;
                self.stage = Stage::Asking;
            } else if let Some(topic) = self.topic_alone_in(step) {
                self.beside(Aside::Company(AtCompany::Part(Some(topic))));
            } else {
                self.message = Some(self.words.map.first_answer.clone());
            }
        }
    }

    fn review(&mut self) {
        if self.session.is_some() && !matches!(self.stage, Stage::Review) {
            self.editing = None;
            self.came_from = Some(self.stage.clone());
            self.stage = Stage::Review;
        }
    }

    /// The review was opened from somewhere, and goes back there. What was computed for a moment that is past is not gone back to.
    fn leave_review(&mut self) {
        self.stage = match self.came_from.take() {
            Some(
                stage @ (Stage::Over | Stage::Preview | Stage::Rehearsing(..) | Stage::Past(..)),
            ) => stage,
            Some(_) | None => Stage::Asking,
        };
    }

    fn edit(&mut self, question: &QuestionId) {
        if let Some(session) = &mut self.session
            && session.walk().find(question).is_some()
        {
            session.go(question);
            let from = if matches!(self.stage, Stage::Preview) {
                Stage::Preview
            } else {
                Stage::Review
            };
            self.editing = Some(Editing {
                new: Vec::new(),
                from,
                for_check: None,
            });
            self.stage = Stage::Asking;
        }
    }

    fn skip_step(&mut self) {
        if matches!(self.stage, Stage::Asking)
            && let Some(last) = self.session.as_mut().and_then(Session::skip_step)
        {
            self.editing = None;
            self.proceed(&last);
        }
    }

    fn undo(&mut self) {
        if matches!(self.stage, Stage::HealthCheck { .. }) {
            return self.undo_in_check();
        }
        if self.can_undo() && self.session.as_mut().and_then(Session::undo).is_some() {
            self.editing = None;
            self.detour = None;
            self.stage = Stage::Asking;
        }
    }

    fn speak(&mut self, lang: Lang) -> Effect {
        if self.session.is_some() {
            Effect::Load {
                guide: self.guide.clone(),
                lang,
                built_in: false,
            }
        } else {
            Effect::Words(lang)
        }
    }

    /// Asks once when something would be lost; the second time it leaves. Nothing is lost that is kept.
    fn stop(&mut self) -> Vec<Effect> {
        let nothing_said = self
            .session
            .as_ref()
            .is_none_or(|session| session.answers().is_empty())
            && self.practice.drafts().is_empty();
        if nothing_said || self.is_kept() || matches!(self.stage, Stage::Stopping(_)) {
            return vec![Effect::Exit];
        }
        self.stage = Stage::Stopping(Box::new(self.stage.clone()));
        Vec::new()
    }

    fn done(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Loaded(opened) if self.turn.as_deref() == Some(opened.loaded.guide.id()) => {
                self.turned(*opened);
            }
            Outcome::Loaded(opened) => self.open(*opened),
            Outcome::BadGuide(found) => self.stage = Stage::BadGuide(found),
            Outcome::Words(lang, words) => {
                self.lang = lang;
                self.words = words;
            }
            Outcome::Written(paths) => self.written(&paths),
            Outcome::NotWritten(paths, problem) => self.not_written(&paths, problem),
            Outcome::Settled(settled) => self.was_settled(&settled),
            Outcome::Dossier(_) => {}
        }
    }

    fn open(&mut self, opened: Opened) {
        let guide = opened.loaded.guide.clone();
        self.lang = opened.lang.clone();
        self.words = opened.words.clone();
        self.opened = Some(opened);
        match &mut self.session {
            Some(session) => {
                session.speak(guide);
                self.look_back();
            }
            None => self.session = Some(Session::begin(guide)),
        }
        if matches!(self.stage, Stage::Welcome(_) | Stage::BadGuide(_)) {
            self.stage = Stage::Asking;
            self.begin_meeting();
        }
    }
}

/// Says whether an intent can change a choice that may be remembered.
fn chooses_habit(intent: &Intent) -> bool {
    matches!(
        intent,
        Intent::Face(_)
            | Intent::Habit(Habit::LockLater)
            | Intent::Done(Outcome::Words(..) | Outcome::Loaded(_))
    )
}

/// The author's reason why this answer cannot stand, if one holds.
pub(super) fn blocked(session: &Session, question: &QuestionId, answer: &Answer) -> Option<Text> {
    let rules = &session.guide().question(question)?.block;
    if rules.is_empty() || matches!(answer, Answer::Blank(_)) {
        return None;
    }
    let trial;
    let walk = if session.answers().get(question) == Some(answer) {
        session.walk()
    } else {
        trial = session.walk_with(question, answer);
        &trial
    };
    rules
        .iter()
        .find(|remark| remark.when.holds(walk))
        .map(|remark| remark.say.clone())
}

/// Says whether a kind of no answer would take the place of something that was said.
fn replaces(walk: &Walk, question: &QuestionId, answer: &Answer) -> bool {
    let said = walk.answer(question);
    let said = said.is_some_and(|said| !matches!(said, Answer::Blank(_) | Answer::Seen));
    said && matches!(answer, Answer::Blank(_))
}

/// What is good to know about an answer that stands, and the steps that it names.
fn remarks(
    session: &Session,
    question: &QuestionId,
    answer: &Answer,
) -> (Vec<String>, Vec<StepId>) {
    let author = session.guide().question(question);
    let Some(author) = author.filter(|_| !matches!(answer, Answer::Blank(_))) else {
        return (Vec::new(), Vec::new());
    };
    let held = author.warn.iter();
    let held: Vec<_> = held
        .filter(|remark| remark.when.holds(session.walk()))
        .collect();
    let texts = held.iter().map(|remark| remark.say.to_string());
    let after = author.kind.afterwards(answer);
    let texts = texts.chain(after.map(|text| text.to_string())).collect();
    let goes = held.iter().flat_map(|remark| &remark.goes);
    (texts, goes.map(|(step, _)| step.clone()).collect())
}
