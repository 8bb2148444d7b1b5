//! Moments of a running program. The program itself has no clock: what time it is, is told to it.
//!
//! A loop asks the flow for its next deadline, waits no longer than that, and tells what time it is. Nothing ticks: without a
//! deadline nothing wakes.

use std::time::Duration;

/// A moment, as the time since the program began.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(Duration);

impl Moment {
    /// The beginning of the program.
    pub const START: Self = Self(Duration::ZERO);

    /// The moment so long after the beginning.
    pub fn at(since_start: Duration) -> Self {
        Self(since_start)
    }

    /// The moment so much later.
    #[must_use]
    pub fn later(self, by: Duration) -> Self {
        Self(self.0.saturating_add(by))
    }

    /// The moment so much earlier, though not before the beginning.
    #[must_use]
    pub fn earlier(self, by: Duration) -> Self {
        Self(self.0.saturating_sub(by))
    }

    /// How long ago an earlier moment was; nothing for a later one.
    pub fn since(self, earlier: Self) -> Duration {
        self.0.saturating_sub(earlier.0)
    }
}

/// What is told about the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tick {
    /// It is this late.
    Passed(Moment),
    /// It is this late, and the person just did something.
    Touched(Moment),
}
