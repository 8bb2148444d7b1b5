//! The asking shapes, line by line: what is printed, and what a line means.
//!
//! One file for each shape. A prompt holds what was typed so far for one question, as ids and texts, so that the language can
//! change midway; it decides nothing about an answer.

mod compare;
mod day;
mod form;
mod grid;
mod line;
mod lines;
mod of;
mod pick;
mod pick_many;
mod prompt;
mod rank;
mod read;
mod replay;
mod scale;
mod weigh;

pub use of::prompt;
pub use prompt::{Prompt, Telling, Understood};
pub use replay::reply_of;

#[cfg(test)]
mod tests;
