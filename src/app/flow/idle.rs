//! Time without a key: a lock is announced, then it comes; any key before that puts it off.
//!
//! Only a program with an open dossier is locked: without a passphrase nothing could open it again.

use std::time::Duration;

use crate::app::flow::state::Flow;
use crate::app::settings::LockAfter;
use crate::app::time::{Moment, Tick};

/// How long before the lock it is announced.
pub const NOTICE: Duration = Duration::from_secs(30);

/// When something was done last, and what came of the time since.
#[derive(Debug, Clone, Default)]
pub(super) struct Idle {
    after: LockAfter,
    touched: Moment,
    announced: bool,
}

impl Flow {
    /// When the program wants to be told the time, at the latest. Whoever waits for something puts its moment here; the
    /// earliest counts, and without one nothing ever wakes.
    pub fn deadline(&self) -> Option<Moment> {
        let idle = self.lock_at().map(|at| {
            if self.idle.announced {
                at
            } else {
                at.earlier(NOTICE)
            }
        });
        [idle].into_iter().flatten().min()
    }

    /// Takes the time. Says whether something else must be shown.
    pub fn tick(&mut self, tick: Tick) -> bool {
        let (Tick::Passed(now) | Tick::Touched(now)) = tick;
        let locks = self.lock_at();
        if locks.is_some_and(|at| now >= at) {
            self.lock(now);
            return true;
        }
        match tick {
            Tick::Touched(_) => {
                self.idle.touched = now;
                std::mem::take(&mut self.idle.announced)
            }
            Tick::Passed(_) => {
                let soon = locks.is_some_and(|at| now >= at.earlier(NOTICE));
                soon && !std::mem::replace(&mut self.idle.announced, soon)
            }
        }
    }

    /// When it is locked, if nothing is done.
    fn lock_at(&self) -> Option<Moment> {
        None
    }

    /// Says whether the program is locked.
    pub fn locked(&self) -> bool {
        false
    }

    fn lock(&mut self, now: Moment) {
        self.idle = Idle {
            touched: now,
            announced: false,
            ..self.idle.clone()
        };
    }
}
