//! A document: what is known about it as a whole, and blocks, without any look.
//!
//! All words are in here, also those of the footer and the page numbers: a writer adds none of its own.
//! A text can hold line breaks (`\n`) and any character of Unicode, also ones that are written from right to left.

use std::marker::PhantomData;

use crate::core::answer::Day;

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

/// A consideration with its weight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weighed {
    /// The consideration.
    pub text: String,
    /// How much it weighs for the person, 1 to 3.
    pub weight: u8,
    /// The same in words: "weighs heavily". Stands beside any picture of the weight, so that no writer needs one.
    pub said: String,
}

/// What speaks for an option, or against it; the heaviest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeightSide {
    /// "For", or "against".
    pub label: String,
    /// The considerations; none where nothing weighs.
    pub items: Vec<Weighed>,
    /// What stands where nothing weighs.
    pub nothing: String,
}

/// An option with both its sides. All options of a block are equal in place, size and detail; nothing is added up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeightColumn {
    /// The option.
    pub label: String,
    /// For, then against.
    pub sides: [WeightSide; 2],
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

/// A document. How it may leave the program is part of its type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document<Kind> {
    pub(super) meta: Meta,
    pub(super) blocks: Vec<Block>,
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
    /// What writers see of it.
    pub(super) fn plain(&self) -> Plain<'_> {
        Plain {
            meta: &self.meta,
            blocks: &self.blocks,
        }
    }
}

/// What every writer sees of a document.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plain<'a> {
    pub(super) meta: &'a Meta,
    pub(super) blocks: &'a [Block],
}

/// Why a writer cannot write a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WriteError {
    /// No letter of the document's fonts for this character.
    NoLetter(char),
    /// The format cannot hold the document, for another reason.
    Unfit,
}
