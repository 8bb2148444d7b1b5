//! What the flow knows of a coach who sits there, beside who sees what, which the session knows.

use crate::app::time::Moment;
use crate::core::ids::QuestionId;

/// A coach who sits there.
#[derive(Debug, Clone, Default)]
pub(super) struct Guest {
    /// The program was begun together; holds as soon as a guide is open.
    pub(super) begins: bool,
    /// A topic the person went to alone, until it is done.
    pub(super) topic: Option<String>,
    /// Where the person was when a coach came: gone back to when what is agreed on first is done.
    pub(super) then: Option<QuestionId>,
    /// Practising is wanted, and it is asked first who sees it.
    pub(super) practises: bool,
    /// The plan of the talk.
    pub(super) talk: Option<Talk>,
}

/// A talk with a plan.
#[derive(Debug, Clone, Copy)]
pub(super) struct Talk {
    /// Which plan, by its number in the guide.
    pub(super) meeting: usize,
    /// Which sitting of it.
    pub(super) sitting: usize,
    /// When it began.
    pub(super) since: Moment,
    /// What time it was when it was last looked at.
    pub(super) now: Moment,
    /// Whether the time is shown.
    pub(super) clock: Clock,
}

/// Whether the time is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Clock {
    Shown,
    Hidden,
}

impl Talk {
    /// Whole minutes since it began.
    pub(super) fn minutes(&self) -> u64 {
        self.now.since(self.since).as_secs() / 60
    }
}
