//! A document: a title and blocks, without any look.

use std::marker::PhantomData;

/// Marks documents that may be handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shared {}
/// Marks documents for the person alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Private {}

/// A piece of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(String),
    /// A sentence of its own.
    Paragraph(String),
    /// A list.
    List(Vec<String>),
    /// A table: the head, then rows. Cells that stayed open are empty.
    Table {
        /// Headings of the columns.
        head: Vec<String>,
        /// Rows.
        rows: Vec<Vec<String>>,
    },
    /// A name and what belongs to it.
    Pair(String, Vec<String>),
    /// A line to sign on.
    Signature(String),
}

/// A document. How it may leave the program is part of its type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document<Kind> {
    pub(super) title: String,
    pub(super) lang: String,
    pub(super) mark: Option<String>,
    pub(super) blocks: Vec<Block>,
    pub(super) kind: PhantomData<Kind>,
}

impl<Kind> Document<Kind> {
    /// The title.
    pub fn title(&self) -> &str {
        &self.title
    }
    /// The language of its words.
    pub fn lang(&self) -> &str {
        &self.lang
    }
    /// What stands on every page, such as "only for me".
    pub fn mark(&self) -> Option<&str> {
        self.mark.as_deref()
    }
    /// Its blocks.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }
}

/// What every writer sees of a document.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plain<'a> {
    pub(super) title: &'a str,
    pub(super) mark: Option<&'a str>,
    pub(super) blocks: &'a [Block],
}
