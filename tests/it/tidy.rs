//! The house tests: what every file of this program promises, held by reading the sources.
//!
//! A rule without a test is advice. Each file here holds one family of rules; [`sources`] reads, the others judge.

mod circles;
mod floors;
mod forbidden;
mod forgotten;
mod lockfile;
mod manners;
mod sentences;
mod sources;
mod table;
