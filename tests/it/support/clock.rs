//! A clock that stands where a test puts it.

use std::time::Duration;

use weegwijzer::app::time::Moment;

/// So many seconds after it began.
pub(crate) fn at(seconds: u64) -> Moment {
    Moment::at(Duration::from_secs(seconds))
}
