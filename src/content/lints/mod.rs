//! Rules that hold texts plain, kind and even; one file for each kind of rule, and the lists of words as data of each language.
//!
//! - A rule sees a text with its place and its setting; it knows no guide and no person.
//! - What is a mistake is listed in `lang/<code>/plain.yml`; a language without that file has no such rules.

pub mod all;
pub mod balance;
pub mod facts;
pub mod numbers;
pub mod plain;
pub mod readability;
pub mod reading;
pub mod sentences;
pub mod shown;
pub mod terms;
pub mod tokens;
pub mod words;
