//! From question files to checked guides.
//!
//! Every file knows where it came from; every mistake is reported with its place, all at once.

pub mod embedded;
pub mod library;
pub mod parse;
mod slips;
pub mod wording;
