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
mod pdf;
mod text;

pub use compose::{preview, private, shared};
pub use document::{
    Block, Depth, Document, Meta, Pair, Private, Shared, Table, Weighed, WeightColumn, WeightSide,
    WriteError,
};
pub use format::{FORMATS, Format, format_of};
