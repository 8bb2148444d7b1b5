//! What a paper says for this person: lines, each with the questions it came from. Answers that are not asked now are in no line.

mod line;
mod paper;
mod write;

pub use line::{Content, SummaryLine, Weighing};
pub use paper::{Selection, Summary, SummaryBlock};
