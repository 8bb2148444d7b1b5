//! The face that speaks in lines: for screen readers, braille displays, simple terminals and pipes.
//!
//! Invariants:
//! - no escape character is ever printed, whatever a person or a file says; no boxes, no bars, no line wider than 72;
//! - the important words stand first, and the question stands before everything else;
//! - an empty line never chooses: it goes on where there is only something to read, and elsewhere says what can be typed;
//! - half-typed replies live here and nowhere else; answers live in the flow, and so does what comes next.

pub mod asking;
pub mod choices;
pub mod command_list;
pub mod commands;
pub mod face;
#[cfg(unix)]
pub mod hiding;
pub mod inbox;
pub mod lines;
pub mod numbers;
pub mod page;
pub mod prompts;
pub mod run;
pub mod screens;
pub mod stages;

pub use inbox::Inbox;
pub use lines::{Incoming, LineSource, Reading};
pub use run::{Leave, run};
