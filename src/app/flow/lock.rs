//! Time without a key: a lock is announced, then it comes; any key before that puts it off.
//!
//! Only a program with an open dossier is locked: without a passphrase nothing could open it again. While it is locked nothing
//! of the content is in any view. It is still in memory, with what is half typed, so that the person goes on where they were.

use std::time::Duration;

use crate::app::effect::{Effect, Outcome, Report, Task};
use crate::app::flow::state::Flow;
use crate::app::intent::Intent;
use crate::app::settings::LockAfter;
use crate::app::stage::{Locked, Stage};
use crate::app::time::{Moment, Tick};
use crate::app::view::{AsideBody, AsideView, Can, Header, StageView, View};
use crate::core::words::fill;

/// How long before the lock it is announced.
const NOTICE: Duration = Duration::from_secs(30);

impl Flow {
    /// When the program wants to be told the time, at the latest. Whoever waits for something puts its moment here; the
    /// earliest counts, and without one nothing ever wakes.
    pub fn deadline(&self) -> Option<Moment> {
        let notice = |at: Moment| {
            if self.idle.announced {
                at
            } else {
                at.earlier(NOTICE)
            }
        };
        let minutes = [self.next_minute(), self.minute_at()];
        let moments = minutes.into_iter().chain([self.lock_at().map(notice)]);
        moments.flatten().min()
    }

    /// Takes the time. Says whether something else must be shown.
    pub fn tick(&mut self, tick: Tick) -> bool {
        let (Tick::Passed(now) | Tick::Touched(now)) = tick;
        self.practice.clock.told(now);
        let minute = self.pass_minute(tick);
        let locks = self.lock_at();
        if locks.is_some_and(|at| now >= at) {
            self.lock();
            return true;
        }
        match tick {
            Tick::Touched(_) => {
                self.idle.touched = now;
                std::mem::take(&mut self.idle.announced)
            }
            Tick::Passed(_) => {
                let soon = locks.is_some_and(|at| now >= at.earlier(NOTICE));
                let announced = soon && !std::mem::replace(&mut self.idle.announced, soon);
                let practised = self.shows_minutes() && self.practice.clock.show();
                announced || practised || minute
            }
        }
    }

    /// Says whether the program is locked.
    pub fn locked(&self) -> bool {
        matches!(self.stage, Stage::Locked(_))
    }

    /// When it is locked, if nothing is done.
    fn lock_at(&self) -> Option<Moment> {
        let after = self.idle.after.time()?;
        let can = self.kept.is_some() && !self.locked();
        can.then(|| self.idle.touched.later(after))
    }

    fn lock(&mut self) {
        self.idle.announced = false;
        self.message = None;
        self.refusal = None;
        let before = std::mem::replace(&mut self.stage, Stage::Welcome(0));
        self.stage = Stage::Locked(Box::new(Locked {
            before,
            warned: false,
        }));
    }

    /// What can be wanted of a locked program: to open it, to leave it, and what tells nothing.
    pub(super) fn act_locked(&mut self, intent: Intent) -> Vec<Effect> {
        self.refusal = None;
        match intent {
            Intent::Secret(secret) if secret.is_empty() => {
                self.refusal = Some(self.words.dossier.own_empty.clone());
                Vec::new()
            }
            Intent::Secret(secret) => vec![Effect::Dossier(Task::Prove(secret))],
            Intent::Stop => self.stop_locked(),
            Intent::Done(Outcome::Dossier(Report::Proved(right))) => {
                self.unlock(right);
                Vec::new()
            }
            Intent::Hide | Intent::Speak(_) | Intent::Face(_) | Intent::Done(_) => self.act(intent),
            Intent::Continue
            | Intent::Back
            | Intent::Reply(..)
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
            | Intent::Choose(_)
            | Intent::Copy
            | Intent::Habit(_)
            | Intent::Company(_) => Vec::new(),
        }
    }

    /// Leaves; asks once more where something is not on the disk, without showing what.
    fn stop_locked(&mut self) -> Vec<Effect> {
        let kept = self.is_kept();
        let Stage::Locked(locked) = &mut self.stage else {
            return Vec::new();
        };
        if kept || std::mem::replace(&mut locked.warned, true) {
            return vec![Effect::Exit];
        }
        self.refusal = Some(self.words.lock.unsaved.clone());
        Vec::new()
    }

    /// Whether it was the passphrase.
    fn unlock(&mut self, right: bool) {
        if !right {
            self.refusal = Some(self.words.dossier.wrong.clone());
            return;
        }
        if let Stage::Locked(locked) = std::mem::replace(&mut self.stage, Stage::Asking) {
            self.stage = locked.before;
        }
    }

    /// What is shown while it is locked: nothing of what was said, not even where.
    pub(super) fn locked_view(&self) -> View {
        let words = &self.words;
        View {
            header: Header {
                saved: words.lock.header.clone(),
                ..Header::default()
            },
            can: Can::default(),
            message: None,
            heed: None,
            offers: false,
            together: false,
            locks_soon: None,
            stage: StageView::Aside(AsideView {
                moment: "locked",
                title: words.lock.title.clone(),
                text: vec![words.lock.text.clone(), words.lock.memory.clone()],
                exact: Vec::new(),
                problem: self.refusal.clone(),
                start: 0,
                body: AsideBody::Secret {
                    label: words.dossier.field.clone(),
                },
            }),
        }
    }

    /// Waits longer before the lock, or for ever.
    pub(super) fn lock_later(&mut self) {
        self.idle.after = self.idle.after.next();
        let words = &self.words.lock;
        self.message = Some(match self.idle.after {
            LockAfter::Minutes(minutes) => fill(&words.after, &[("minutes", &minutes.to_string())]),
            LockAfter::Never => words.never.clone(),
        });
    }
}
