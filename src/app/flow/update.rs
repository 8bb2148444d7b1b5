//! What each intent does.

use crate::app::effect::{Effect, Opened, Outcome, WriteProblem};
use crate::app::flow::state::{Editing, Flow};
use crate::app::intent::Intent;
use crate::app::paperwork::Paperwork;
use crate::app::stage::Stage;
use crate::core::answer::Answer;
use crate::core::ask::{Refusal, Reply};
use crate::core::guide::Reader;
use crate::core::ids::{QuestionId, StepId};
use crate::core::session::Session;
use crate::core::words::{Lang, fill};
use crate::paper::{FORMATS, format_of};
use crate::privacy::{self, Decision, Open};

/// How many screens stand before the first question.
pub(super) const WELCOMES: usize = 3;

impl Flow {
    /// Does what is wanted, and says what must be done outside. What was chosen to be kept is kept before anything else.
    pub fn update(&mut self, intent: Intent) -> Vec<Effect> {
        let chooses = chooses_habit(&intent).then(|| self.chosen());
        let mut effects = if self.locked() {
            self.act_locked(intent)
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
        if !matches!(intent, Intent::Done(_)) {
            self.message = None;
        }
        self.refusal = None;
        match intent {
            Intent::Continue => return self.go_on(),
            Intent::Back => self.back(),
            Intent::Reply(question, reply) => self.reply(&question, reply),
            Intent::Jump(step) => self.jump(&step),
            Intent::Review => self.review(),
            Intent::Edit(question) => self.edit(&question),
            Intent::SkipStep => self.skip_step(),
            Intent::Undo => self.undo(),
            Intent::Speak(lang) => return vec![self.speak(lang)],
            Intent::Face(kind) => {
                self.take_face(kind);
                self.leave_copying();
                return vec![Effect::Face(kind)];
            }
            Intent::Toggle(line) => self.papers.toggle(&line),
            Intent::Soften(line) => self.papers.soften(&line),
            Intent::Move(line, way) => {
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
            Intent::Decide(decision) => self.decide(&decision),
            Intent::SaveAt(path) if matches!(self.stage, Stage::Aside(..)) => {
                return self.keep_at(&path);
            }
            Intent::SaveAt(path) => return self.save_at(&path, false),
            Intent::Keep => return self.keep(),
            Intent::Choose(way) => return self.choose(way),
            Intent::Secret(secret) => return self.secret(secret),
            Intent::Copy => self.copy(),
            Intent::Remember => return self.remember(),
            Intent::LockLater => self.lock_later(),
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
                    guide: self.guide.clone(),
                    lang: self.lang.clone(),
                    built_in: true,
                }];
            }
            Stage::Consequence {
                question, answer, ..
            } => self.accept(&question, &answer),
            Stage::Notice { question, .. } => self.proceed(&question),
            Stage::Review => self.leave_review(),
            Stage::Preview => self.save(),
            Stage::Place {
                typed: Some(path),
                exists: true,
            } => return self.save_at(&path, true),
            Stage::Stopping(_) => return vec![Effect::Exit],
            Stage::Asking
            | Stage::HealthCheck
            | Stage::Place { .. }
            | Stage::Aside(..)
            | Stage::Locked(_)
            | Stage::Over => {}
        }
        Vec::new()
    }

    fn back(&mut self) {
        self.stage = match self.stage.clone() {
            Stage::Welcome(number) => Stage::Welcome(number.saturating_sub(1)),
            Stage::Asking if self.editing.is_some() => {
                self.editing = None;
                Stage::Review
            }
            Stage::Asking => {
                let went = self.session.as_mut().is_some_and(Session::back);
                if went {
                    Stage::Asking
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
            Stage::Consequence { .. } | Stage::Notice { .. } | Stage::Over => Stage::Asking,
            Stage::HealthCheck | Stage::Place { exists: false, .. } => Stage::Preview,
            Stage::Place {
                typed,
                exists: true,
            } => Stage::Place {
                typed,
                exists: false,
            },
            Stage::BadGuide(_) => Stage::Welcome(WELCOMES - 1),
            Stage::Aside(at, before) => Self::before(at, before),
            Stage::Stopping(before) => *before,
            locked @ Stage::Locked(_) => locked,
        };
    }

    fn reply(&mut self, question: &QuestionId, reply: Reply) {
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
        let consequence = session.consequence(question, &answer);
        if consequence.set_aside.is_empty() {
            self.accept(question, &answer);
        } else {
            self.stage = Stage::Consequence {
                question: question.clone(),
                answer,
                consequence,
            };
        }
    }

    /// Puts an answer, tells what is good to know about it, and goes on.
    fn accept(&mut self, question: &QuestionId, answer: &Answer) {
        let Some(session) = &mut self.session else {
            return;
        };
        if let Some(editing) = &mut self.editing {
            editing
                .new
                .extend(session.consequence(question, answer).new);
        }
        // An answer given again is no change; it must not stand in the way of taking back the last real one.
        if session.walk().answer(question) != Some(answer) {
            session.put(question, answer.clone());
        }
        let texts = remarks(session, question, answer);
        if texts.is_empty() {
            self.proceed(question);
        } else {
            self.stage = Stage::Notice {
                question: question.clone(),
                texts,
            };
        }
    }

    /// Goes on behind a question: to what came anew, back to the review, to the papers, or to the next question.
    fn proceed(&mut self, question: &QuestionId) {
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
                self.editing = None;
                self.stage = Stage::Review;
            }
            return;
        }
        let guide = session.guide().clone();
        let step_of =
            |id: &QuestionId| session.walk().find(id).and_then(|asked| asked.step.clone());
        let here = step_of(question);
        let next = session.after(question).map(|asked| asked.id.clone());
        let makes_paper = here
            .as_ref()
            .and_then(|step| guide.step(step))
            .is_some_and(|step| step.sheet);
        let leaves = next.as_ref().and_then(step_of) != here;
        self.step_done = leaves && here.is_some();
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

    fn jump(&mut self, step: &StepId) {
        if let Some(session) = &mut self.session {
            if session.jump(step) {
                self.editing = None;
                self.stage = Stage::Asking;
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
            Some(stage @ (Stage::Over | Stage::Preview)) => stage,
            Some(_) | None => Stage::Asking,
        };
    }

    fn edit(&mut self, question: &QuestionId) {
        if let Some(session) = &mut self.session
            && session.walk().find(question).is_some()
        {
            session.go(question);
            self.editing = Some(Editing::default());
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
        if self.session.as_mut().and_then(Session::undo).is_some() {
            self.editing = None;
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

    /// From a preview to saving: a shared paper passes the check first.
    fn save(&mut self) {
        match self.open_findings() {
            Some(open) if !open.is_empty() => self.stage = Stage::HealthCheck,
            Some(_) => self.ask_place(),
            None => {}
        }
    }

    /// What is open at the check; nothing open for a paper for the person alone.
    pub(super) fn open_findings(&self) -> Option<Vec<Open>> {
        let session = self.session.as_ref()?;
        let opened = self.opened.as_ref()?;
        let spoken = self.papers.spoken(session, &self.lang, &self.words)?;
        if spoken.reader == Reader::Private {
            return Some(Vec::new());
        }
        Some(
            self.papers
                .clear(&spoken, &opened.lexicon)
                .err()
                .unwrap_or_default(),
        )
    }

    fn decide(&mut self, decision: &Decision) {
        let Some(open) = self
            .open_findings()
            .and_then(|open| open.into_iter().next())
        else {
            return;
        };
        if let Decision::Reword(text) = decision
            && text.trim().is_empty()
        {
            self.refusal = Some(self.words.refusal.empty.clone());
            return;
        }
        let again = matches!(decision, Decision::Reword(_));
        self.papers
            .decide(&open.text, &open.finding.rule, decision.clone());
        let left = self.open_findings().unwrap_or_default();
        if again && left.iter().any(|other| other.line == open.line) {
            self.refusal = Some(self.words.health.still.clone());
        }
        if left.is_empty() {
            self.ask_place();
        }
    }

    fn save_at(&mut self, path: &str, replace: bool) -> Vec<Effect> {
        let path = path.trim().to_owned();
        self.stage = Stage::Place {
            typed: Some(path.clone()),
            exists: false,
        };
        let Some(format) = format_of(&path) else {
            let endings: Vec<String> = FORMATS
                .iter()
                .map(|format| format!(".{}", format.ending))
                .collect();
            self.refusal = Some(fill(
                &self.words.place.unknown_format,
                &[("endings", &endings.join(", "))],
            ));
            return Vec::new();
        };
        let (Some(session), Some(opened)) = (&self.session, &self.opened) else {
            return Vec::new();
        };
        let Some(spoken) = self.papers.spoken(session, &self.lang, &self.words) else {
            return Vec::new();
        };
        if spoken.reader == Reader::Private {
            let document = Paperwork::private(&spoken, &self.words);
            return document
                .map(|document| Effect::WritePrivate {
                    document: Box::new(document),
                    format,
                    path,
                    replace,
                })
                .into_iter()
                .collect();
        }
        // The name of the file is read by the other as well.
        let name = path.rsplit(['/', '\\']).next().unwrap_or(&path);
        if let Some(finding) = privacy::check(name, &opened.lexicon)
            .into_iter()
            .find(|finding| finding.level == privacy::Level::Stop)
        {
            let word = name.get(finding.span.bytes).unwrap_or_default();
            self.refusal = Some(fill(&self.words.place.bad_name, &[("word", word)]));
            return Vec::new();
        }
        if let Ok(document) = self.papers.shared(&spoken, &opened.lexicon) {
            vec![Effect::WriteShared {
                document: Box::new(document),
                format,
                path,
                replace,
            }]
        } else {
            self.stage = Stage::HealthCheck;
            Vec::new()
        }
    }

    pub(super) fn next_paper(&mut self) {
        if self
            .came_from
            .take()
            .is_some_and(|stage| matches!(stage, Stage::Over))
        {
            self.stage = Stage::Over;
            return;
        }
        if self.papers.go_on() {
            self.stage = Stage::Preview;
            return;
        }
        let Some(session) = &mut self.session else {
            return;
        };
        let sheet: Option<StepId> = session
            .guide()
            .steps()
            .iter()
            .find(|step| step.sheet)
            .map(|step| step.id.clone());
        let asked = session.walk().asked();
        let last = asked.iter().rposition(|asked| asked.step == sheet);
        let next = last
            .and_then(|last| asked.get(last + 1))
            .map(|asked| asked.id.clone());
        match next {
            Some(next) => {
                session.go(&next);
                self.stage = Stage::Asking;
            }
            None => self.stage = Stage::Over,
        }
    }

    /// Asks once when something would be lost; the second time it leaves. Nothing is lost that is kept.
    fn stop(&mut self) -> Vec<Effect> {
        let nothing_said = self
            .session
            .as_ref()
            .is_none_or(|session| session.answers().is_empty());
        if nothing_said || self.is_kept() || matches!(self.stage, Stage::Stopping(_)) {
            return vec![Effect::Exit];
        }
        self.stage = Stage::Stopping(Box::new(self.stage.clone()));
        Vec::new()
    }

    fn done(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Loaded(opened) => self.open(*opened),
            Outcome::BadGuide(found) => self.stage = Stage::BadGuide(found),
            Outcome::Words(lang, words) => {
                self.lang = lang;
                self.words = words;
            }
            Outcome::Written(path) => {
                self.message = Some(fill(
                    &self.words.place.written,
                    &[("path", &path.to_string_lossy())],
                ));
                self.next_paper();
            }
            Outcome::NotWritten(path, problem) => {
                self.not_written(&path.to_string_lossy(), problem);
            }
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
            Some(session) => session.speak(guide),
            None => self.session = Some(Session::begin(guide)),
        }
        if matches!(self.stage, Stage::Welcome(_) | Stage::BadGuide(_)) {
            self.stage = Stage::Asking;
        }
    }

    fn not_written(&mut self, path: &str, problem: WriteProblem) {
        let typed = if let Stage::Place { typed, .. } = &self.stage {
            typed.clone()
        } else {
            None
        };
        self.stage = Stage::Place {
            typed,
            exists: problem == WriteProblem::Exists,
        };
        let words = &self.words.place;
        let reason = match problem {
            WriteProblem::Exists => return,
            WriteProblem::NoFolder => {
                self.refusal = Some(fill(&words.no_folder, &[("path", path)]));
                return;
            }
            WriteProblem::Full => &words.full,
            WriteProblem::Denied => &words.denied,
            WriteProblem::ReadOnly => &words.read_only,
            WriteProblem::Other => &words.other,
        };
        self.refusal = Some(fill(&words.failed, &[("path", path), ("reason", reason)]));
    }
}

/// Says whether an intent can change a choice that may be remembered.
fn chooses_habit(intent: &Intent) -> bool {
    matches!(
        intent,
        Intent::Face(_) | Intent::LockLater | Intent::Done(Outcome::Words(..) | Outcome::Loaded(_))
    )
}

/// The author's reason why this answer cannot stand, if one holds.
fn blocked(
    session: &Session,
    question: &QuestionId,
    answer: &Answer,
) -> Option<std::sync::Arc<str>> {
    let rules = &session.guide().question(question)?.block;
    if rules.is_empty() || matches!(answer, Answer::Blank(_)) {
        return None;
    }
    let walk = session.walk_with(question, answer);
    rules
        .iter()
        .find(|remark| remark.when.holds(&walk))
        .map(|remark| remark.say.clone())
}

/// What is good to know about an answer that stands.
fn remarks(session: &Session, question: &QuestionId, answer: &Answer) -> Vec<String> {
    let Some(author) = session.guide().question(question) else {
        return Vec::new();
    };
    if matches!(answer, Answer::Blank(_)) {
        return Vec::new();
    }
    let warnings = author
        .warn
        .iter()
        .filter(|remark| remark.when.holds(session.walk()))
        .map(|remark| remark.say.to_string());
    warnings
        .chain(author.kind.afterwards(answer).map(|text| text.to_string()))
        .collect()
}
