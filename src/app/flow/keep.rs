//! Keeping what was said, and everything that is beside the questions: what each intent does there.

use crate::app::dossier::content::Content;
use crate::app::dossier::secret::Secret;
use crate::app::dossier::strength::{Strength, strength};
use crate::app::effect::{Backup, Copy, Effect, Remember, Task};
use crate::app::flow::kept::{self, Rest, State, bare};
use crate::app::flow::state::{Flow, Goes};
use crate::app::stage::{Aim, Aside, Placing, Purpose, Stage, Target, Visiting};
use crate::core::guide::Guide;
use crate::core::ids::QuestionId;
use crate::core::session::{Session, Walk};

/// How the name of a dossier ends.
pub const ENDING: &str = ".weegwijzer";

impl Flow {
    /// Begins with a dossier instead of the first screen. The task says whether there is one; its report goes back in.
    pub fn begin_with(&mut self, path: &str, aim: Aim) -> Effect {
        self.beside(Aside::Unlock {
            path: path.to_owned(),
            copy: Copy::File,
            aim,
            tried: None,
        });
        Effect::Dossier(Task::Look(path.to_owned()))
    }

    /// Says whether all that was said is on the disk.
    pub(super) fn is_kept(&self) -> bool {
        let saved = |kept: &kept::Kept| kept.state == State::Saved;
        self.kept.as_ref().is_some_and(saved)
    }

    /// Goes beside the questions; from there back to where the person is now.
    pub(super) fn beside(&mut self, at: Aside) {
        let here = std::mem::replace(&mut self.stage, Stage::Welcome(0));
        let before = if let Stage::Aside(_, before) = here {
            before
        } else {
            Box::new(here)
        };
        self.stage = Stage::Aside(at, before);
    }

    /// Goes beside what is shown, and from there back to it.
    pub(super) fn lay_over(&mut self, at: Aside) {
        let here = std::mem::replace(&mut self.stage, Stage::Welcome(0));
        self.stage = Stage::Aside(at, Box::new(here));
    }

    /// The day, as it is kept.
    pub(super) fn day(&self) -> Option<String> {
        self.today.map(|day| day.to_string())
    }

    /// Back to the questions.
    pub(super) fn leave_aside(&mut self) {
        if let Stage::Aside(_, before) = &self.stage {
            self.stage = *before.clone();
        }
    }

    /// What is said now, as it is kept.
    pub(super) fn content(&self) -> Option<Content> {
        let session = self.session.as_ref()?;
        // In the dossier, what is held back now reads as it does when the person is alone.
        let all = session.alone();
        let wording = |id: &QuestionId| self.wording(session, &all, id);
        let rest = self.kept.as_ref().map(|kept| kept.rest.clone());
        Some(Content {
            practised: kept::practised(&self.practice),
            ..kept::content(
                session,
                self.opened.as_ref()?,
                &self.papers,
                &rest.unwrap_or_else(|| Rest::begun(self.day())),
                &wording,
            )
        })
    }

    fn wording(
        &self,
        session: &Session,
        all: &Walk,
        id: &QuestionId,
    ) -> Option<(String, Vec<String>)> {
        if let Some(asked) = all.find(id) {
            return Some((self.short(session, asked), self.said(asked)));
        }
        let guide: &Guide = session.guide();
        let short = guide.question(id)?.short.to_string();
        Some((short, Vec::new()))
    }

    /// What must be kept now, because it changed. The place in the guide alone is no change.
    pub(super) fn unkept(&mut self) -> Option<Task> {
        if !self.is_kept() {
            return None;
        }
        let mut content = self.content()?;
        let today = self.day();
        let bare = bare(content.clone());
        let kept = self.kept.as_mut()?;
        match &kept.last {
            Some(last) if *last == bare => return None,
            Some(_) => {
                content.date.clone_from(&today);
                kept.rest.day = today;
            }
            // What is tried once more was said before.
            None => {}
        }
        kept.last = Some(bare);
        Some(Task::Keep {
            content: Box::new(content),
            backup: if kept.forgot {
                Backup::Same
            } else {
                Backup::Previous
            },
        })
    }

    /// Keeping is wanted: where, when there is no dossier; else where it is.
    pub(super) fn keep(&mut self) -> Vec<Effect> {
        if self.session.is_none() || matches!(self.stage, Stage::Aside(..)) {
            return Vec::new();
        }
        self.step_done = false;
        self.leaving = false;
        if let Stage::Stopping(before) = &self.stage {
            self.stage = *before.clone();
            self.leaving = true;
        }
        match self.kept.as_ref().map(|kept| kept.state) {
            None => return self.place_for(Purpose::Dossier(Placing::New)),
            Some(State::Saved) => self.beside(Aside::Kept),
            Some(State::Unsaved) => return self.try_again(),
        }
        Vec::new()
    }

    /// Before a paper is written, behind the check: whose computer, in which forms, where.
    pub(super) fn ask_place(&mut self) {
        if self.goes == Goes::ToClipboard {
            self.ask_copy();
        } else if self.mine {
            self.place_in(Purpose::Paper, None);
        } else {
            self.beside(Aside::Whose(Purpose::Paper));
        }
    }

    fn place_for(&mut self, purpose: Purpose) -> Vec<Effect> {
        if self.mine {
            self.place_in(purpose, None);
        } else {
            self.beside(Aside::Whose(purpose));
        }
        Vec::new()
    }

    /// Asks for folder and name; `folder` is offered in place of the usual one.
    fn place_in(&mut self, purpose: Purpose, folder: Option<&str>) {
        match purpose {
            // A calendar has one form; for a document the forms are asked.
            Purpose::Paper => {
                self.stick = folder.map(|folder| joined(folder, ""));
                self.stage = if self.is_calendar() {
                    Stage::Place {
                        typed: None,
                        exists: Vec::new(),
                    }
                } else {
                    Stage::Forms
                };
            }
            Purpose::Dossier(placing) => {
                let name = format!("{}{ENDING}", self.words.dossier.name);
                self.beside(Aside::Place {
                    typed: folder.map(|folder| joined(folder, &name)),
                    secret: None,
                    placing,
                });
            }
        }
    }

    /// The USB sticks that were found: the only one is taken, of several one is chosen.
    pub(super) fn found_sticks(&mut self, sticks: Vec<String>) {
        let Stage::Aside(Aside::Whose(purpose) | Aside::Sticks(purpose, _), _) = &self.stage else {
            return;
        };
        let purpose = *purpose;
        match sticks.as_slice() {
            [stick] => self.place_in(purpose, Some(stick)),
            _ => self.beside(Aside::Sticks(purpose, sticks)),
        }
    }

    /// A folder and a name for a dossier.
    pub(super) fn keep_at(&mut self, path: &str) -> Vec<Effect> {
        let Stage::Aside(
            Aside::Place {
                secret, placing, ..
            },
            _,
        ) = &self.stage
        else {
            return Vec::new();
        };
        let (secret, placing) = (secret.clone(), *placing);
        let path = path.trim();
        let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
        let place = |typed: &str| Aside::Place {
            typed: Some(typed.to_owned()),
            secret: secret.clone(),
            placing,
        };
        if name.is_empty() {
            self.beside(place(path));
            self.refusal = Some(self.words.dossier.needs_name.clone());
            return Vec::new();
        }
        let path = if name.ends_with(ENDING) {
            path.to_owned()
        } else {
            format!("{path}{ENDING}")
        };
        self.beside(place(&path));
        let Some(content) = self.content().map(Box::new) else {
            return Vec::new();
        };
        match (placing, secret) {
            (Placing::Moved, _) => vec![Effect::Dossier(Task::Move { path, content })],
            (Placing::New, Some(secret)) => self.make(Target::New(path), secret),
            (Placing::New, None) => self.invent(Target::New(path)),
        }
    }

    /// Makes a passphrase up; where a coach sits there, after they looked away.
    pub(super) fn invent(&mut self, target: Target) -> Vec<Effect> {
        if self.together() {
            self.beside(Aside::LookAway(target));
            return Vec::new();
        }
        self.show_invented(target)
    }

    fn show_invented(&mut self, target: Target) -> Vec<Effect> {
        self.beside(Aside::Offered(target, None));
        vec![Effect::Dossier(Task::Invent(self.lang.clone()))]
    }

    /// The passphrase is chosen.
    fn make(&mut self, target: Target, secret: Secret) -> Vec<Effect> {
        let Some(content) = self.content().map(Box::new) else {
            return Vec::new();
        };
        vec![Effect::Dossier(match target {
            Target::New(path) => Task::Make {
                path,
                secret,
                content,
            },
            Target::Change => Task::Reseal { secret, content },
        })]
    }

    /// Tries once more to keep what was not kept.
    fn try_again(&mut self) -> Vec<Effect> {
        if let Some(kept) = &mut self.kept {
            kept.state = State::Saved;
            kept.last = None;
        }
        Vec::new()
    }

    /// One of the ways that were offered, by its number.
    pub(super) fn choose(&mut self, way: usize) -> Vec<Effect> {
        if let Stage::Welcome(_) = self.stage {
            let known = self.dossiers.known.get(way).cloned();
            let known = known.filter(|_| self.session.is_none());
            let begun = known.map(|path| self.begin_with(&path, Aim::GoOn));
            return begun.into_iter().collect();
        }
        if matches!(self.stage, Stage::Rehearsing(..)) {
            self.choose_in_rehearsal(way);
            return Vec::new();
        }
        if matches!(self.stage, Stage::Notice { .. }) {
            self.begin_detour(way);
            return Vec::new();
        }
        if let Stage::Over = self.stage {
            return self.choose_at_end(way);
        }
        if let Stage::Past(past, _) = self.stage {
            return self.choose_at_past(past, way);
        }
        let Stage::Aside(at, _) = &self.stage else {
            return Vec::new();
        };
        match (at.clone(), way) {
            (Aside::Whose(purpose), 0) => {
                self.mine = true;
                self.place_in(purpose, None);
            }
            (Aside::Whose(_), 1) => return vec![Effect::Dossier(Task::Sticks)],
            (Aside::Whose(Purpose::Paper), 2) => self.beside(Aside::ByHand),
            (Aside::Sticks(purpose, sticks), way) => {
                return self.choose_stick(purpose, &sticks, way);
            }
            (Aside::ByHand, 0) => {
                self.leave_aside();
                self.next_paper();
            }
            (Aside::Offered(target, Some(secret)), 0) => return self.make(target, secret),
            (Aside::Offered(target, Some(_)), 1) | (Aside::LookAway(target), 0) => {
                return self.show_invented(target);
            }
            (Aside::LookAway(target), 1)
            | (Aside::Offered(target, Some(_)), 2)
            | (Aside::Offered(target, None) | Aside::Weak(target, _), 0) => {
                self.beside(Aside::Own(target));
            }
            (Aside::Weak(target, secret), 1) => self.beside(Aside::Again(target, secret)),
            (Aside::Kept, way) => return self.choose_at_kept(way),
            (Aside::Visit(at), way) => return self.choose_at_visit(at, way),
            (Aside::Trouble(..), way) => return self.choose_in_trouble(way),
            (
                Aside::Shut {
                    path,
                    backup,
                    aim,
                    tried,
                    ..
                },
                way,
            ) => return self.choose_at_shut(&path, backup, aim, tried, way),
            (Aside::Copying, 1) => return self.copy_now(),
            (Aside::Company(at), way) => self.choose_in_company(at, way),
            (Aside::LookAway(_), 2)
            | (Aside::Differs(_) | Aside::Settings(_) | Aside::Copying, 0) => self.leave_aside(),
            (
                Aside::Whose(_)
                | Aside::ByHand
                | Aside::Place { .. }
                | Aside::LookAway(_)
                | Aside::Offered(..)
                | Aside::Own(_)
                | Aside::Weak(..)
                | Aside::Again(..)
                | Aside::Unlock { .. }
                | Aside::Differs(_)
                | Aside::Settings(_)
                | Aside::Copying
                | Aside::Prove,
                _,
            ) => {}
        }
        Vec::new()
    }

    fn choose_stick(&mut self, purpose: Purpose, sticks: &[String], way: usize) -> Vec<Effect> {
        match (sticks.get(way), way.checked_sub(sticks.len())) {
            (Some(stick), _) => self.place_in(purpose, Some(stick)),
            (None, Some(0)) => return vec![Effect::Dossier(Task::Sticks)],
            (None, Some(1)) => self.place_in(purpose, Some("")),
            (None, _) => {}
        }
        Vec::new()
    }

    /// The ways at a dossier that is kept, in their order.
    pub(super) fn ways_at_kept(&self) -> Vec<AtKept> {
        let remember = match self.kept.as_ref().map(|kept| kept.remembered) {
            Some(Remember::Yes) => AtKept::Remember(Remember::No),
            Some(Remember::No) | None => AtKept::Remember(Remember::Yes),
        };
        let stop = self.leaving.then_some(AtKept::Stop);
        let earlier = (!self.visits().is_empty()).then_some(AtKept::Earlier);
        let rest = [AtKept::Phrase, AtKept::Elsewhere, remember];
        let first = stop.into_iter().chain([AtKept::GoOn]).chain(earlier);
        first.chain(rest).collect()
    }

    fn choose_at_kept(&mut self, way: usize) -> Vec<Effect> {
        match self.ways_at_kept().get(way) {
            Some(AtKept::Stop) => return vec![Effect::Exit],
            Some(AtKept::GoOn) => self.leave_aside(),
            Some(AtKept::Earlier) => self.lay_over(Aside::Visit(Visiting::List)),
            Some(AtKept::Phrase) => self.beside(Aside::Prove),
            Some(AtKept::Elsewhere) => return self.place_for(Purpose::Dossier(Placing::Moved)),
            Some(AtKept::Remember(remember)) => {
                return vec![Effect::Dossier(Task::Remember(*remember))];
            }
            None => {}
        }
        Vec::new()
    }

    fn choose_in_trouble(&mut self, way: usize) -> Vec<Effect> {
        match way {
            0 => {
                self.leave_aside();
                return self.try_again();
            }
            1 => return self.place_for(Purpose::Dossier(Placing::Moved)),
            2 => self.leave_aside(),
            _ => {}
        }
        Vec::new()
    }

    fn choose_at_shut(
        &mut self,
        path: &str,
        backup: bool,
        aim: Aim,
        tried: Option<Secret>,
        way: usize,
    ) -> Vec<Effect> {
        let path = path.to_owned();
        match (backup, way) {
            (true, 0) => {
                self.beside(Aside::Unlock {
                    path,
                    copy: Copy::Backup,
                    aim,
                    tried: None,
                });
                // The passphrase was typed for the file; its previous copy has the same.
                return tried.map_or_else(Vec::new, |secret| self.secret(secret));
            }
            (true, 1) | (false, 0) => return vec![self.begin_with(&path, aim)],
            (true, 2) | (false, 1) => self.stage = Stage::Welcome(0),
            (true | false, _) => {}
        }
        Vec::new()
    }

    /// A passphrase was typed.
    pub(super) fn secret(&mut self, secret: Secret) -> Vec<Effect> {
        let Stage::Aside(at, _) = &self.stage else {
            return Vec::new();
        };
        if secret.is_empty() {
            self.refusal = Some(self.words.dossier.own_empty.clone());
            return Vec::new();
        }
        match at.clone() {
            Aside::Own(target) if strength(secret.text()) == Strength::Weak => {
                self.beside(Aside::Weak(target, secret));
            }
            Aside::Own(target) => self.beside(Aside::Again(target, secret)),
            Aside::Again(target, first) if first == secret => return self.make(target, secret),
            Aside::Again(..) => self.refusal = Some(self.words.dossier.again_not.clone()),
            Aside::Unlock {
                path, copy, aim, ..
            } => {
                self.beside(Aside::Unlock {
                    path: path.clone(),
                    copy,
                    aim,
                    tried: Some(secret.clone()),
                });
                return vec![Effect::Dossier(Task::Open { path, secret, copy })];
            }
            Aside::Prove => return vec![Effect::Dossier(Task::Prove(secret))],
            Aside::Whose(_)
            | Aside::Sticks(..)
            | Aside::ByHand
            | Aside::Place { .. }
            | Aside::LookAway(_)
            | Aside::Offered(..)
            | Aside::Weak(..)
            | Aside::Kept
            | Aside::Trouble(..)
            | Aside::Shut { .. }
            | Aside::Differs(_)
            | Aside::Settings(_)
            | Aside::Visit(_)
            | Aside::Copying
            | Aside::Company(_) => {}
        }
        Vec::new()
    }

    /// One step back, or back to where the person was.
    pub(super) fn before(at: Aside, before: Box<Stage>) -> Stage {
        let aside = match at {
            Aside::Sticks(purpose, _) => Aside::Whose(purpose),
            Aside::ByHand => Aside::Whose(Purpose::Paper),
            Aside::Weak(target, _) | Aside::Again(target, _) => Aside::Own(target),
            Aside::LookAway(Target::New(path))
            | Aside::Offered(Target::New(path), _)
            | Aside::Own(Target::New(path)) => Aside::Place {
                typed: Some(path),
                secret: None,
                placing: Placing::New,
            },
            Aside::LookAway(Target::Change)
            | Aside::Offered(Target::Change, _)
            | Aside::Own(Target::Change)
            | Aside::Prove => Aside::Kept,
            Aside::Whose(_)
            | Aside::Place { .. }
            | Aside::Kept
            | Aside::Trouble(..)
            | Aside::Unlock { .. }
            | Aside::Shut { .. }
            | Aside::Differs(_)
            | Aside::Settings(_)
            | Aside::Visit(_)
            | Aside::Copying
            | Aside::Company(_) => return *before,
        };
        Stage::Aside(aside, before)
    }
}

/// A way at a dossier that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AtKept {
    /// Leave the program.
    Stop,
    /// Go on with the questions.
    GoOn,
    /// Look at earlier visits.
    Earlier,
    /// Choose another passphrase.
    Phrase,
    /// Go on keeping elsewhere.
    Elsewhere,
    /// Remember where it is, or not.
    Remember(Remember),
}

/// A folder and a name; without a folder the name alone.
fn joined(folder: &str, name: &str) -> String {
    let ends = folder.is_empty() || folder.ends_with(['/', '\\']);
    let between = match (ends, folder.contains('\\')) {
        (true, _) => "",
        (false, true) => "\\",
        (false, false) => "/",
    };
    format!("{folder}{between}{name}")
}
