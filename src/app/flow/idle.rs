//! When something was done last, and what came of the time since.

use crate::app::settings::LockAfter;
use crate::app::time::Moment;

/// When something was done last, and what came of the time since.
#[derive(Debug, Clone, Default)]
pub(super) struct Idle {
    /// How long nothing may be done.
    pub(super) after: LockAfter,
    /// When something was done last.
    pub(super) touched: Moment,
    /// The lock was announced.
    pub(super) announced: bool,
}
