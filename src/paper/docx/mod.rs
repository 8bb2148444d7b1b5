//! A Word document, to change and to print: real styles, a language, a title, and no trace of where it was made.
//!
//! The same document gives the same bytes: nothing here knows the time, and the package carries the oldest date it can.

mod body;
mod columns;
mod edges;
mod package;
mod properties;
mod reading;
mod styles;
mod text;

pub use package::Unread;
pub(super) use package::write;
pub use reading::{WordPart, Written, may_be_word, read_word};
