//! Strips: what is never cut between two pages, and the cells that make them.

use crate::paper::pdf::lines::{Line, Tone};
use crate::paper::pdf::tags::Tag;

/// What is drawn.
#[derive(Debug, Clone)]
pub(super) enum Ink {
    /// A line of text; its place is the left end of its baseline.
    Text(Line),
    /// A straight line to the right, with its length and thickness.
    Rule(f32, f32, Tone),
    /// A dot around its place, with its radius; full or open.
    Dot(f32, Fullness),
    /// Nothing, for a tag that would have nothing.
    Nothing,
}

/// Whether a dot is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fullness {
    /// Filled.
    Full,
    /// Only its edge.
    Open,
}

/// Something drawn at a place. What has no tag is not read aloud.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    /// Its tag.
    pub(super) tag: Option<Tag>,
    /// From the left.
    pub(super) x: f32,
    /// From the top.
    pub(super) y: f32,
    /// What is drawn.
    pub(super) ink: Ink,
}

/// A piece as wide as the text that stands on one page.
#[derive(Debug, Clone, Default)]
pub(super) struct Strip {
    /// White above it; none at the top of a page.
    pub(super) above: f32,
    /// Its height, without that white.
    pub(super) height: f32,
    /// What is in it, from its left upper corner.
    pub(super) marks: Vec<Mark>,
    /// It stands on the page of the strip after it.
    pub(super) tied: bool,
    /// The head that is repeated above it when it begins a page.
    pub(super) head: Option<usize>,
    /// It begins what has an entry in the table of contents.
    pub(super) entry: Option<usize>,
}

/// A line of a cell, with all that stands on its height.
#[derive(Debug, Clone, Default)]
pub(super) struct Band {
    /// White above it.
    pub(super) above: f32,
    /// Its height, without that white.
    pub(super) height: f32,
    /// What is in it, from its left upper corner.
    pub(super) marks: Vec<Mark>,
}

/// Lines below each other that begin at a place in the width of the text.
#[derive(Debug, Clone, Default)]
pub(super) struct Cell {
    /// From the left.
    pub(super) x: f32,
    /// Its lines.
    pub(super) bands: Vec<Band>,
}

/// The bands of a text: one for each line.
pub(super) fn bands(tag: Option<Tag>, lines: Vec<Line>) -> Vec<Band> {
    lines
        .into_iter()
        .map(|line| {
            let style = line.style;
            // Capitals stand in the middle of the height; they are two thirds of the size.
            let y = style.leading / 2.0 + style.size / 3.0;
            let mark = Mark {
                tag,
                x: 0.0,
                y,
                ink: Ink::Text(line),
            };
            Band {
                above: 0.0,
                height: style.leading,
                marks: vec![mark],
            }
        })
        .collect()
}

/// Sets cells beside each other: as one strip when that is at most so high, otherwise cut between lines. Then at least two
/// lines stay together at the begin and at the end.
pub(super) fn beside(cells: Vec<Cell>, most: f32) -> Vec<Strip> {
    let count = cells.iter().map(|cell| cell.bands.len()).max();
    let count = count.unwrap_or_default();
    let mut slices: Vec<Strip> = vec![Strip::default(); count];
    for cell in cells {
        for (slice, band) in slices.iter_mut().zip(cell.bands) {
            slice.height = slice.height.max(band.above + band.height);
            slice.marks.extend(band.marks.into_iter().map(|mark| Mark {
                x: mark.x + cell.x,
                y: mark.y + band.above,
                ..mark
            }));
        }
    }
    let height: f32 = slices.iter().map(|slice| slice.height).sum();
    if height <= most {
        return join(slices).into_iter().collect();
    }
    let end = slices.split_off(count.saturating_sub(2).max(2.min(count)));
    let middle = slices.split_off(2.min(slices.len()));
    let mut strips: Vec<Strip> = join(slices).into_iter().collect();
    strips.extend(middle);
    strips.extend(join(end));
    strips
}

/// Puts strips below each other into one.
pub(super) fn join(strips: Vec<Strip>) -> Option<Strip> {
    let mut strips = strips.into_iter();
    let mut whole = strips.next()?;
    for strip in strips {
        let y = whole.height + strip.above;
        let lower = strip.marks.into_iter().map(|mark| Mark {
            y: mark.y + y,
            ..mark
        });
        whole.marks.extend(lower);
        whole.height = y + strip.height;
        whole.tied = strip.tied;
    }
    Some(whole)
}
