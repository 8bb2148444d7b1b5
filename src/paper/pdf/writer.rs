//! The writer: a document set in the look that fits it, and drawn.

use crate::paper::document::{Plain, WriteError};
use crate::paper::pdf::blocks::{blocks, title};
use crate::paper::pdf::drawing::{Sheet, draw};
use crate::paper::pdf::galley::Galley;
use crate::paper::pdf::look::{LOOKS, Look, SIDE, TOP};
use crate::paper::pdf::margins::Margins;
use crate::paper::pdf::pages::pages;
use crate::paper::pdf::shaping::Typesetter;
use crate::paper::pdf::strip::Mark;

pub(in crate::paper) fn write(document: &Plain<'_>) -> Result<Vec<u8>, WriteError> {
    draw(best(document)?)
}

/// A longer document is read on a screen, or in parts; it is not set tighter to save a page.
const FEW_PAGES: usize = 2;

/// Sets a document as roomy as it can be. It is set tighter only to come to one page, or to two.
pub(super) fn best<'a>(document: &Plain<'a>) -> Result<Sheet<'a>, WriteError> {
    let mut setter = Typesetter::new(&document.meta.lang);
    let [roomy, tighter @ ..] = LOOKS;
    let mut best = set(document, &mut setter, roomy)?;
    for look in tighter {
        if best.pages.len() == 1 {
            break;
        }
        let other = set(document, &mut setter, look)?;
        if other.pages.len() < best.pages.len() && other.pages.len() <= FEW_PAGES {
            best = other;
        }
    }
    Ok(best)
}

fn set<'a>(
    document: &Plain<'a>,
    setter: &mut Typesetter,
    look: Look,
) -> Result<Sheet<'a>, WriteError> {
    let meta = document.meta;
    let mut galley = Galley::new(setter, look);
    let mut margins = Margins::begin(&mut galley, meta)?;
    title(&mut galley, &meta.title)?;
    blocks(&mut galley, document.blocks)?;
    margins.end(&mut galley, meta)?;
    let mut pages = pages(&galley.strips, &galley.heads, margins.room());
    let count = pages.len();
    for (number, page) in pages.iter_mut().enumerate() {
        for mark in &mut page.marks {
            mark.x += SIDE;
            mark.y += TOP;
        }
        let around: Vec<Mark> = margins.page(&mut galley, meta, number + 1, count)?;
        page.marks.extend(around);
    }
    Ok(Sheet {
        meta,
        pages,
        entries: galley.entries,
        tags: galley.tags,
    })
}
