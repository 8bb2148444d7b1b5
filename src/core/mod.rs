//! What it means: questions, answers, rules, the path of one person through a guide.
//!
//! Pure: no clock, disk, environment, randomness or screen.

pub mod source;
