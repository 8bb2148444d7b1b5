//! Documents and their writers. Pure: a writer takes a document and gives bytes.
//!
//! Invariants:
//! - a [`Document`]`<Shared>` is composed only from what the health-word check cleared;
//! - a [`Document`]`<Private>` is composed from a paper for the person alone, and never becomes a shared one;
//! - the same document gives the same bytes.

mod clearing;
mod compose;
mod document;
mod format;
mod markdown;
mod text;

pub use clearing::settled_line;
pub use compose::{preview, private, shared};
pub use document::{Block, Document, Private, Shared};
pub use format::{FORMATS, Format, format_of};
