//! From question files to checked guides.

pub mod parse;
