//! The health-word check: what an employer could learn about someone's health from a text.
//!
//! One question decides: would an employer learn from this text that the person, or someone near, has or had a condition,
//! a treatment or a status? What works, what is hard in a task or a place, and what is needed, is never stopped.
//!
//! Invariants:
//! - negation, family and past are no excuse: a word that names a condition stops, whatever stands around it, unless the
//!   words around it make it somebody's work or another thing altogether;
//! - what surrounds a word counts only within its own sentence and line, so a text that is added elsewhere hides nothing;
//! - [`Cleared`] is made by [`clear()`] alone, and only while no stop is open;
//! - nothing is remembered, logged or written; every place is given in characters and in bytes, on character borders.

mod check;
mod clear;
mod context;
mod entry;
mod finding;
mod forms;
mod group;
pub mod guard;
mod initials;
mod key;
mod lexicon;
mod likely;
pub mod listing;
mod matching;
mod normalize;
mod numbers;
mod page;
mod pattern;
mod profile;
mod reading;
mod rewording;
mod rule;
mod shared;
mod sign;

pub use check::check;
pub use clear::{
    Clearable, Cleared, Decision, Decisions, LineKey, Open, Standing, clear, examine, settled,
    standing,
};
pub use entry::{Entry, Language};
pub use finding::{Category, Finding, Level, Span};
pub use lexicon::Lexicon;
pub use rewording::Rewording;
