//! Documents and their writers. Pure: a writer takes a document and gives bytes; a reader takes the bytes of a Word document that
//! somebody wrote and gives its text.
//!
//! Invariants:
//! - a [`Document`]`<Shared>` is composed only from what the health-word check cleared;
//! - a [`Document`]`<Private>` is composed from a paper for the person alone, and never becomes a shared one;
//! - the same document gives the same bytes.

mod calendar;
mod clearing;
mod compose;
mod direction;
mod document;
mod docx;
mod format;
mod html;
mod markdown;
mod markup;
mod pdf;
mod text;
mod texts;

pub use clearing::settled_line;
pub use compose::{preview, private, shared};
pub use document::{
    Block, Depth, Document, Event, Meta, Pair, Private, Shared, Table, Weighed, WeightColumn,
    WeightSide, WriteError,
};
pub use docx::{Unread, WordPart, Written, may_be_word, read_word};
pub use format::{FORMATS, Format, Holds, format_of};
