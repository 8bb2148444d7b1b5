//! One file for each stage of the program, and for each thing that lies over it: its state, what a key does, how it looks.
//!
//! A screen holds a focus and half-typed text, nothing else; it is handed the view each time. What it wants it returns.

pub mod all;
pub mod aside;
pub mod asking;
pub mod bad_guide;
pub mod chooser;
pub mod coach;
pub mod consequence;
pub mod earlier;
pub mod findings;
pub mod half;
pub mod health_check;
pub mod help;
pub mod map;
pub mod menu;
pub mod notice;
pub mod over;
pub mod place;
pub mod preview;
pub mod reaction;
pub mod review;
pub mod stopping;
pub mod then_and_now;
pub mod veiled;
pub mod welcome;
