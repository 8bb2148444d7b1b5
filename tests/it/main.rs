//! The one test binary; each module says what belongs there.

mod content;
mod diagnostics;
mod language;
mod session;
mod sheet;
mod support;
mod tidy;
