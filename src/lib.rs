//! Weegwijzer: a decision aid for the terminal about openness at work. The rooms, in floor order.
//!
#![doc = include_str!("../ARCHITECTURE.md")]

pub mod core;

pub mod privacy;

pub mod content;

pub mod paper;

pub mod app;

pub mod plain;

#[cfg(feature = "tui")]
pub mod tui;

pub mod faces;

pub mod cli;
