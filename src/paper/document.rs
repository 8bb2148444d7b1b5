//! A document: what is known about it as a whole, and blocks, without any look.
//!
//! All words are in here, also those of the footer and the page numbers: a writer adds none of its own.
//! A text can hold line breaks (`\n`) and any character of Unicode, also ones that are written from right to left.

use std::marker::PhantomData;

use crate::core::answer::Day;
pub use crate::core::spoken::{Weighed, WeightColumn, WeightSide};

/// Marks documents that may be handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shared {}
/// Marks documents for the person alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Private {}

/// What is known about a document as a whole: its properties, and what stands around every page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Meta {
    /// The language of its words, such as `nl`.
    pub lang: String,
    /// The title; stands above the blocks, and in the properties.
    pub title: String,
    /// The person's name, only where it stands on the paper; the author in the properties.
    pub name: Option<String>,
    /// The day it was made, handed in; the date in the properties.
    pub date: Option<Day>,
    /// What stands on every page of a document for the person alone: "only for me".
    pub mark: Option<String>,
    /// What stands at the foot of every page, one text for each thing: the date, when it is looked at again.
    pub footer: Vec<String>,
    /// "Page {page} of {pages}", for page two and on.
    pub page: String,
}

/// How deep a heading stands under the title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// The heading of a block.
    One,
    /// A heading within a block.
    Two,
}

/// A name and what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The name, without a colon.
    pub label: String,
    /// One text, or several; never none.
    pub said: Vec<String>,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Headings of the columns.
    pub head: Vec<String>,
    /// Rows, each as long as the head. Cells that stayed open are empty.
    pub rows: Vec<Vec<String>>,
    /// The first cell of each row is the heading of the row.
    pub row_headings: bool,
}

/// A piece of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(Depth, String),
    /// A sentence of its own.
    Paragraph(String),
    /// A list.
    List(Vec<String>),
    /// A table.
    Table(Table),
    /// Names and what belongs to them.
    Pairs(Vec<Pair>),
    /// What weighs, as data: a writer may draw it.
    Weights(Vec<WeightColumn>),
    /// Lines to sign on, with their labels.
    Signatures(Vec<String>),
}

/// Something on a day. It stands among the blocks as well, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The day.
    pub day: Day,
    /// What it says in the calendar.
    pub title: String,
}

/// A document. How it may leave the program is part of its type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document<Kind> {
    pub(super) meta: Meta,
    pub(super) blocks: Vec<Block>,
    pub(super) days: Vec<Event>,
    pub(super) kind: PhantomData<Kind>,
}

impl<Kind> Document<Kind> {
    /// What is known about it as a whole.
    pub fn meta(&self) -> &Meta {
        &self.meta
    }
    /// Its blocks.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }
    /// Its days, for a calendar.
    pub fn days(&self) -> &[Event] {
        &self.days
    }
    /// What writers see of it.
    pub(super) fn plain(&self) -> Plain<'_> {
        Plain {
            meta: &self.meta,
            blocks: &self.blocks,
            days: &self.days,
        }
    }
}

/// What every writer sees of a document.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plain<'a> {
    pub(super) meta: &'a Meta,
    pub(super) blocks: &'a [Block],
    pub(super) days: &'a [Event],
}

/// Why a writer cannot write a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WriteError {
    /// No letter of the document's fonts for this character.
    NoLetter(char),
    /// The format cannot hold the document, for another reason.
    Unfit,
}
