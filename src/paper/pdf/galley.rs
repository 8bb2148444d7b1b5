//! The galley: the strips of a document below each other, before they are cut into pages.

use crate::paper::document::WriteError;
use crate::paper::pdf::lines::{Line, Style, even_lines, lines};
use crate::paper::pdf::look::Look;
use crate::paper::pdf::shaping::Typesetter;
use crate::paper::pdf::strip::{Band, Strip, bands};
use crate::paper::pdf::tags::{Tag, Tags};

/// An entry of the table of contents: how deep, and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// Zero for the title.
    pub(super) depth: u16,
    /// What it says.
    pub(super) text: String,
}

/// The galley while it grows.
pub(super) struct Galley<'a> {
    /// Shapes the words.
    pub(super) setter: &'a mut Typesetter,
    /// The sizes.
    pub(super) look: Look,
    /// The tags so far.
    pub(super) tags: Tags,
    /// The strips so far.
    pub(super) strips: Vec<Strip>,
    /// The heads that are repeated on a new page.
    pub(super) heads: Vec<Strip>,
    /// The table of contents so far.
    pub(super) entries: Vec<Entry>,
    gap: f32,
}

impl<'a> Galley<'a> {
    /// Begins with nothing.
    pub(super) fn new(setter: &'a mut Typesetter, look: Look) -> Self {
        Self {
            setter,
            look,
            tags: Tags::default(),
            strips: Vec::new(),
            heads: Vec::new(),
            entries: Vec::new(),
            gap: 0.0,
        }
    }

    /// Breaks a text into lines.
    pub(super) fn lines(
        &mut self,
        text: &str,
        style: Style,
        width: f32,
    ) -> Result<Vec<Line>, WriteError> {
        lines(self.setter, text, style, width)
    }

    /// Sets a text as bands of a cell.
    pub(super) fn bands(
        &mut self,
        tag: Tag,
        text: &str,
        style: Style,
        width: f32,
    ) -> Result<Vec<Band>, WriteError> {
        Ok(bands(Some(tag), self.lines(text, style, width)?))
    }

    /// Sets a text as bands of a narrow cell, with lines of about the same width.
    pub(super) fn even_bands(
        &mut self,
        tag: Tag,
        text: &str,
        style: Style,
        width: f32,
    ) -> Result<Vec<Band>, WriteError> {
        let lines = even_lines(self.setter, text, style, width)?;
        Ok(bands(Some(tag), lines))
    }

    /// Leaves white before the next strip.
    pub(super) fn gap(&mut self, gap: f32) {
        self.gap = gap;
    }

    /// Puts strips at the end.
    pub(super) fn put(&mut self, strips: Vec<Strip>) {
        for mut strip in strips {
            strip.above += std::mem::take(&mut self.gap);
            self.strips.push(strip);
        }
    }

    /// Ties all strips from a number on to each other, and the last one to what follows.
    pub(super) fn tie(&mut self, from: usize) {
        for strip in self.strips.iter_mut().skip(from) {
            strip.tied = true;
        }
    }

    /// Ties all strips from a number on to each other, but not to what follows.
    pub(super) fn tie_together(&mut self, from: usize) {
        self.tie(from);
        if let Some(last) = self.strips.last_mut() {
            last.tied = false;
        }
    }
}
