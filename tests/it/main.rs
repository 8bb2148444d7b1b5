//! The one test binary; each module says what belongs there.

mod content;
mod health;
mod lines;
mod pseudo;
mod session;
mod sheet;
mod support;
mod tidy;
mod transcripts;
