//! PDF: one page of paper after another, tagged so that it can be read aloud.
//!
//! From a document to bytes: words are shaped ([`shaping`]), filled into lines ([`lines`]), set as strips of a galley
//! ([`galley`], and one file for each piece of a document), cut into pages ([`pages`]) and drawn ([`drawing`]).
//!
//! Invariants:
//! - the file keeps PDF/UA-1, held by the crate that writes it: what would break it is not written;
//! - every word is in the tree of tags once, in the order of the document; what is repeated is an artifact;
//! - a character without a letter in the fonts is an error, never an empty box;
//! - a strip is never cut: no line of text is lost or halved between two pages;
//! - no clock and no chance: the same document gives the same bytes.

mod blocks;
mod drawing;
mod fonts;
mod galley;
mod lines;
mod look;
mod margins;
mod pages;
mod shaping;
mod strip;
mod table;
mod tags;
mod weights;
mod writer;

#[cfg(test)]
mod tests;

pub(super) use writer::write;
