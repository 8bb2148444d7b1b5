//! The stages that are no question, line by line: what is printed, and which intent a line is.
//!
//! One file for each. None of them keeps anything but how far a choice in two steps has come.

pub mod aside;
pub mod bad_guide;
pub mod consequence;
pub mod earlier;
pub mod findings;
pub mod health;
pub mod map;
pub mod notice;
pub mod over;
pub mod place;
pub mod preview;
pub mod review;
pub mod stopping;
pub mod then_and_now;
pub mod veiled;
pub mod ways;
pub mod welcome;
