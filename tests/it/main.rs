//! The one test binary; each module says what belongs there.

mod content;
mod diagnostics;
mod health;
mod language;
mod lines;
mod parity;
mod pseudo;
mod screens;
mod session;
mod sheet;
mod support;
mod tidy;
mod transcripts;
