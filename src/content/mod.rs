//! From question files to checked guides.
//!
//! Every file knows where it came from; every mistake is reported with its place, all at once.

mod added;
pub mod catalogue;
pub mod dictionary;
pub mod embedded;
pub mod fingerprint;
pub mod health;
pub mod library;
pub mod lint;
pub mod lints;
pub mod parse;
pub mod quick;
pub mod report;
mod signs;
mod slips;
mod typed;
pub mod wording;
