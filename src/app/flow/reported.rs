//! What a task with a dossier came to, and what follows from it.

use crate::app::effect::{
    Copy, Effect, KeepProblem, OpenProblem, Remember, Report, Unsealed, WriteProblem,
};
use crate::app::flow::guest::Guest;
use crate::app::flow::kept::{self, Kept, Rest, State, bare};
use crate::app::flow::state::Flow;
use crate::app::stage::{Aim, Aside, AtCompany, Placing, Stage, Target};
use crate::core::words::fill;

impl Flow {
    /// Goes on with what a task came to.
    pub(super) fn reported(&mut self, report: Report) -> Vec<Effect> {
        match report {
            Report::Invented(secret) => {
                if let Stage::Aside(Aside::Offered(target, _), _) = &self.stage {
                    let target = target.clone();
                    self.beside(Aside::Offered(target, secret));
                }
            }
            Report::Sticks(sticks) => {
                let sticks = sticks
                    .iter()
                    .map(|path| path.to_string_lossy().into_owned());
                self.found_sticks(sticks.collect());
            }
            Report::Kept(path) => self.was_kept(&path.to_string_lossy()),
            Report::NotKept(path, problem) => self.was_not_kept(&path.to_string_lossy(), problem),
            Report::Opened(unsealed) => return self.was_opened(*unsealed),
            Report::NotOpened {
                path,
                problem,
                backup,
            } => self.was_not_opened(&path.to_string_lossy(), problem, backup),
            Report::Proved(true) if matches!(self.stage, Stage::Aside(Aside::Prove, _)) => {
                return self.invent(Target::Change);
            }
            Report::Found(_) | Report::Proved(true) => {}
            Report::Proved(false) => self.refusal = Some(self.words.dossier.wrong.clone()),
            Report::Remembered(remembered) => self.was_remembered(remembered),
        }
        Vec::new()
    }

    fn was_kept(&mut self, path: &str) {
        if let Some(kept) = &mut self.kept {
            kept.forgot = false;
        }
        let Stage::Aside(at, _) = &self.stage else {
            // After an answer nothing is said: the header says it.
            return;
        };
        let words = &self.words.dossier;
        match at {
            Aside::Offered(Target::Change, _) | Aside::Again(Target::Change, _) => {
                self.message = Some(words.changed_phrase.clone());
                self.beside(Aside::Kept);
            }
            Aside::Place {
                placing: Placing::Moved,
                ..
            } => {
                self.message = Some(fill(&words.moved, &[("path", path)]));
                self.now_kept(path);
            }
            Aside::Offered(Target::New(_), _)
            | Aside::Again(Target::New(_), _)
            | Aside::Place { .. } => {
                self.now_kept(path);
            }
            Aside::Whose(_)
            | Aside::Sticks(..)
            | Aside::ByHand
            | Aside::LookAway(_)
            | Aside::Own(_)
            | Aside::Weak(..)
            | Aside::Kept
            | Aside::Trouble(..)
            | Aside::Unlock { .. }
            | Aside::Shut { .. }
            | Aside::Differs(_)
            | Aside::Settings(_)
            | Aside::Copying
            | Aside::Visit(_)
            | Aside::Company(_)
            | Aside::Prove => {}
        }
    }

    /// A dossier came to stand in a new place, with all that was said.
    fn now_kept(&mut self, path: &str) {
        let begun = Rest::begun(self.day());
        let rest = self.kept.take().map_or(begun, |kept| kept.rest);
        self.kept = Some(Kept {
            path: path.to_owned(),
            state: State::Saved,
            remembered: Remember::No,
            last: None,
            rest,
            forgot: false,
        });
        self.take_as_kept();
        self.beside(Aside::Kept);
    }

    /// What is said now stands in the dossier already.
    fn take_as_kept(&mut self) {
        let content = self.content();
        if let (Some(kept), Some(content)) = (&mut self.kept, content) {
            kept.last = Some(bare(content));
        }
    }

    fn was_not_kept(&mut self, path: &str, problem: KeepProblem) {
        let Stage::Aside(at, _) = &self.stage else {
            return self.trouble(path, problem);
        };
        let (secret, placing) = match at {
            Aside::Offered(Target::New(_), secret) => (secret.clone(), Placing::New),
            Aside::Again(Target::New(_), secret) => (Some(secret.clone()), Placing::New),
            Aside::Place {
                secret, placing, ..
            } => (secret.clone(), *placing),
            Aside::Whose(_)
            | Aside::Sticks(..)
            | Aside::ByHand
            | Aside::LookAway(_)
            | Aside::Offered(Target::Change, _)
            | Aside::Again(Target::Change, _)
            | Aside::Own(_)
            | Aside::Weak(..)
            | Aside::Kept
            | Aside::Trouble(..)
            | Aside::Unlock { .. }
            | Aside::Shut { .. }
            | Aside::Differs(_)
            | Aside::Settings(_)
            | Aside::Copying
            | Aside::Visit(_)
            | Aside::Company(_)
            | Aside::Prove => return self.trouble(path, problem),
        };
        self.beside(Aside::Place {
            typed: Some(path.to_owned()),
            secret,
            placing,
        });
        let words = &self.words;
        self.refusal = Some(if problem == KeepProblem::Disk(WriteProblem::Exists) {
            fill(&words.dossier.exists, &[("path", path)])
        } else {
            let reason = self.reason(problem);
            fill(&words.place.failed, &[("path", path), ("reason", reason)])
        });
    }

    /// What is on the disk is not what was said any more, until it is tried again.
    fn trouble(&mut self, path: &str, problem: KeepProblem) {
        if let Some(kept) = &mut self.kept {
            kept.state = State::Unsaved;
        }
        self.beside(Aside::Trouble(path.to_owned(), problem));
    }

    /// Why it was not kept, and what helps.
    pub(super) fn reason(&self, problem: KeepProblem) -> &str {
        let (place, dossier) = (&self.words.place, &self.words.dossier);
        match problem {
            KeepProblem::Disk(WriteProblem::NoFolder) => &dossier.no_folder,
            KeepProblem::Disk(WriteProblem::Exists) | KeepProblem::Changed => &dossier.changed,
            KeepProblem::Disk(WriteProblem::Full) => &place.full,
            KeepProblem::Disk(WriteProblem::Denied) => &place.denied,
            KeepProblem::Disk(WriteProblem::ReadOnly) => &place.read_only,
            KeepProblem::Disk(WriteProblem::NoLetter(_) | WriteProblem::Other)
            | KeepProblem::NotOpen => &dossier.unreachable,
            KeepProblem::InUse => &dossier.in_use,
        }
    }

    fn was_opened(&mut self, unsealed: Unsealed) -> Vec<Effect> {
        let Stage::Aside(Aside::Unlock { copy, aim, .. }, _) = &self.stage else {
            return Vec::new();
        };
        let (copy, aim) = (*copy, *aim);
        let Unsealed {
            path,
            content,
            opened,
            remembered,
        } = unsealed;
        let (session, papers, rest) = kept::session(&content, &opened);
        self.practice = kept::practice(&content);
        let gone = kept::not_asked_any_more(&content, &opened, &session);
        self.lang = opened.lang.clone();
        self.words = opened.words.clone();
        opened.loaded.guide.id().clone_into(&mut self.guide);
        self.opened = Some(opened);
        self.session = Some(session);
        self.papers = papers;
        self.editing = None;
        self.kept = Some(Kept {
            path: path.to_string_lossy().into_owned(),
            state: State::Saved,
            remembered,
            last: None,
            rest,
            forgot: false,
        });
        // A previous copy takes the place of what is broken at once; a file is not written for being opened.
        if copy == Copy::File {
            self.take_as_kept();
        }
        self.guest = Guest {
            begins: self.guest.begins,
            ..Guest::default()
        };
        let met = self
            .session
            .as_ref()
            .is_some_and(|session| session.company().met);
        if std::mem::take(&mut self.guest.begins) && self.can_meet() {
            self.choose_in_company(AtCompany::Here(gone), 1);
        } else if met {
            // Nothing is shown, and nothing offered, before it is known who sits there.
            self.stage = Stage::Asking;
            self.beside(Aside::Company(AtCompany::Here(gone)));
        } else {
            self.come_back();
            if !gone.is_empty() {
                self.lay_over(Aside::Differs(gone));
            }
        }
        match aim {
            Aim::GoOn => Vec::new(),
            Aim::Change => self.invent(Target::Change),
        }
    }

    fn was_not_opened(&mut self, path: &str, problem: OpenProblem, backup: bool) {
        let Stage::Aside(
            Aside::Unlock {
                copy, aim, tried, ..
            },
            _,
        ) = &self.stage
        else {
            return;
        };
        let (copy, aim, tried) = (*copy, *aim, tried.clone());
        if problem == OpenProblem::WrongPassphrase {
            self.refusal = Some(self.words.dossier.wrong.clone());
            return;
        }
        self.beside(Aside::Shut {
            path: path.to_owned(),
            problem,
            backup: backup && copy == Copy::File,
            aim,
            tried,
        });
    }

    fn was_remembered(&mut self, remembered: Option<Remember>) {
        let words = &self.words.dossier;
        self.message = Some(match remembered {
            Some(Remember::Yes) => words.remembered.clone(),
            Some(Remember::No) => words.unremembered.clone(),
            None => words.not_remembered.clone(),
        });
        if let (Some(kept), Some(remembered)) = (&mut self.kept, remembered) {
            kept.remembered = remembered;
        }
    }
}
