//! The pieces of a document, each set below the one before: title, headings, text, lists, pairs, room to sign.

use std::num::NonZeroU16;

use crate::paper::document::{Block, Depth, Pair, WriteError};
use crate::paper::pdf::galley::{Entry, Galley};
use crate::paper::pdf::lines::Tone;
use crate::paper::pdf::look::{FIRM, HAIR, MEASURE};
use crate::paper::pdf::shaping::printed;
use crate::paper::pdf::strip::{Band, Cell, Ink, Mark, Strip, bands, beside, join};
use crate::paper::pdf::table::table;
use crate::paper::pdf::tags::Role;
use crate::paper::pdf::weights::weights;

/// The mark of a thing in a list.
const BULLET: &str = "•";
/// Names of pairs take at most this part of the width.
const NAMES: f32 = 0.34;
/// White between a name and what belongs to it.
const BESIDE_NAME: f32 = 14.0;
/// So many lines of a thing in a list stay on one page; a longer one is cut.
const WHOLE: f32 = 6.0;
/// So many pairs stay on one page.
const TOGETHER: usize = 8;
/// White between two places to sign.
const BESIDE_SIGN: f32 = 28.0;

/// Sets the title.
pub(super) fn title(galley: &mut Galley<'_>, text: &str) -> Result<(), WriteError> {
    let style = galley.look.title();
    let tag = galley.tags.top(Role::Title);
    let lines = galley.even_bands(tag, text, style, MEASURE)?;
    let Some(mut strip) = whole(Cell {
        x: 0.0,
        bands: lines,
    }) else {
        return Ok(());
    };
    strip.height += galley.look.middle;
    strip.marks.push(Mark {
        tag: None,
        x: 0.0,
        y: strip.height,
        ink: Ink::Rule(MEASURE, FIRM, Tone::Black),
    });
    enter(galley, &mut strip, 0, text);
    galley.put(vec![strip]);
    Ok(())
}

/// Sets the blocks.
pub(super) fn blocks(galley: &mut Galley<'_>, blocks: &[Block]) -> Result<(), WriteError> {
    let mut before: Option<&Block> = None;
    for block in blocks {
        let look = galley.look;
        galley.gap(match (before, block) {
            (Some(Block::Heading(..)), Block::Table(_) | Block::Weights(_)) => look.small * 2.0,
            (Some(Block::Heading(..)), _) => look.small,
            (_, Block::Heading(Depth::One, _)) => look.large,
            (None, _) => look.large * 0.8,
            (Some(_), _) => look.middle,
        });
        before = Some(block);
        match block {
            Block::Heading(depth, text) => heading(galley, *depth, text)?,
            Block::Paragraph(text) => paragraph(galley, text)?,
            Block::List(items) => list(galley, items)?,
            Block::Table(rows) => table(galley, rows)?,
            Block::Pairs(named) => pairs(galley, named)?,
            Block::Weights(columns) => weights(galley, columns)?,
            Block::Signatures(labels) => signatures(galley, labels)?,
        }
    }
    Ok(())
}

fn heading(galley: &mut Galley<'_>, depth: Depth, text: &str) -> Result<(), WriteError> {
    // A heading that says nothing leads nowhere, and is against the standard.
    if printed(text).trim().is_empty() {
        return Ok(());
    }
    let (level, style) = match depth {
        Depth::One => (NonZeroU16::MIN, galley.look.heading()),
        Depth::Two => (NonZeroU16::MIN.saturating_add(1), galley.look.name()),
    };
    let tag = galley.tags.top(Role::Heading(level, text.to_owned()));
    let lines = galley.even_bands(tag, text, style, MEASURE)?;
    if let Some(mut strip) = whole(Cell {
        x: 0.0,
        bands: lines,
    }) {
        strip.tied = true;
        enter(galley, &mut strip, level.get(), text);
        galley.put(vec![strip]);
    }
    Ok(())
}

/// Notes a strip in the table of contents.
fn enter(galley: &mut Galley<'_>, strip: &mut Strip, depth: u16, text: &str) {
    strip.entry = Some(galley.entries.len());
    galley.entries.push(Entry {
        depth,
        text: text.to_owned(),
    });
}

/// A cell as one strip, however high.
fn whole(cell: Cell) -> Option<Strip> {
    join(beside(vec![cell], f32::MAX))
}

fn paragraph(galley: &mut Galley<'_>, text: &str) -> Result<(), WriteError> {
    let style = galley.look.text();
    let tag = galley.tags.top(Role::Paragraph);
    let lines = galley.bands(tag, text, style, MEASURE)?;
    let cell = Cell {
        x: 0.0,
        bands: lines,
    };
    galley.put(beside(vec![cell], style.leading * 3.0));
    Ok(())
}

fn list(galley: &mut Galley<'_>, items: &[String]) -> Result<(), WriteError> {
    let style = galley.look.text();
    let indent = style.size * 1.25;
    let list = galley.tags.top(Role::List);
    for (number, text) in items.iter().enumerate() {
        if number > 0 {
            galley.gap(galley.look.small);
        }
        let item = galley.tags.under(list, Role::Item);
        let label = galley.tags.under(item, Role::Label);
        let body = galley.tags.under(item, Role::Body);
        let mark = Cell {
            x: 0.0,
            bands: galley.bands(label, BULLET, style, indent)?,
        };
        let text = Cell {
            x: indent,
            bands: galley.bands(body, text, style, MEASURE - indent)?,
        };
        galley.put(beside(vec![mark, text], style.leading * WHOLE));
    }
    Ok(())
}

fn pairs(galley: &mut Galley<'_>, pairs: &[Pair]) -> Result<(), WriteError> {
    let (name, text) = (galley.look.name(), galley.look.text());
    let mut widest: f32 = 0.0;
    for pair in pairs {
        for line in galley.lines(&pair.label, name, MEASURE * NAMES)? {
            widest = widest.max(line.width());
        }
    }
    let x = widest + BESIDE_NAME;
    let all = galley.tags.top(Role::Pairs);
    let from = galley.strips.len();
    for (number, pair) in pairs.iter().enumerate() {
        if number > 0 {
            galley.gap(galley.look.small);
        }
        let item = galley.tags.under(all, Role::Item);
        let label = galley.tags.under(item, Role::Label);
        let body = galley.tags.under(item, Role::Body);
        // The same width as above: a name that just fits is not broken for a rounded fraction.
        let label = galley.bands(label, &pair.label, name, MEASURE * NAMES)?;
        let mut said: Vec<Band> = Vec::new();
        for (place, one) in pair.said.iter().enumerate() {
            let tag = if pair.said.len() > 1 {
                galley.tags.under(body, Role::Paragraph)
            } else {
                body
            };
            let mut lines = galley.bands(tag, one, text, MEASURE - x)?;
            if let Some(first) = lines.first_mut().filter(|_| place > 0) {
                first.above = galley.look.small;
            }
            said.extend(lines);
        }
        let cells = vec![
            Cell {
                x: 0.0,
                bands: label,
            },
            Cell { x, bands: said },
        ];
        galley.put(beside(cells, text.leading * 4.0));
    }
    if pairs.len() <= TOGETHER {
        galley.tie_together(from);
    }
    Ok(())
}

/// Room above a line, its label below it; two beside each other, or three.
fn signatures(galley: &mut Galley<'_>, labels: &[String]) -> Result<(), WriteError> {
    // What is signed stands on the page of the signatures: its last lines do, when it is text.
    if let Some(before) = galley
        .strips
        .last_mut()
        .filter(|strip| strip.head.is_none())
    {
        before.tied = true;
    }
    let from = galley.strips.len();
    let (count, gaps) = if labels.len() == 3 {
        (3, 2.0)
    } else {
        (2, 1.0)
    };
    let width = (MEASURE - BESIDE_SIGN * gaps) / (gaps + 1.0);
    let room = galley.look.signing;
    for some in labels.chunks(count) {
        let mut cells = Vec::new();
        let mut rules = Vec::new();
        let mut x = 0.0;
        for label in some {
            let tag = galley.tags.top(Role::Paragraph);
            let style = galley.look.label();
            let lines = galley.lines(label, style, width)?;
            let mut lines = bands(Some(tag), lines);
            if let Some(first) = lines.first_mut() {
                first.above = room + 3.0;
            }
            cells.push(Cell { x, bands: lines });
            rules.push(Mark {
                tag: None,
                x,
                y: room,
                ink: Ink::Rule(width, HAIR, Tone::Black),
            });
            x += width + BESIDE_SIGN;
        }
        if let Some(mut strip) = join(beside(cells, f32::MAX)) {
            strip.marks.extend(rules);
            galley.put(vec![strip]);
        }
    }
    galley.tie_together(from);
    Ok(())
}
