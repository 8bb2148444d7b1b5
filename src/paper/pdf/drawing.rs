//! Drawing: from pages to the bytes of a file; the only file that knows how a PDF is written.

use std::collections::BTreeMap;

use krilla::color::luma;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};

use crate::paper::document::{Meta, WriteError};
use crate::paper::pdf::fonts::Face;
use crate::paper::pdf::galley::Entry;
use crate::paper::pdf::lines::{Line, Tone};
use crate::paper::pdf::look::{PAPER_HEIGHT, PAPER_WIDTH, SIDE, TOP};
use crate::paper::pdf::pages::Page;
use crate::paper::pdf::shaping::Run;
use crate::paper::pdf::strip::{Fullness, Ink, Mark};
use crate::paper::pdf::tags::Tags;

/// How far the handles of a curve stand from its ends, to make a quarter of a circle.
const ROUND: f32 = 0.552_285;
/// The title of a document that has none, nor a heading.
const UNTITLED: &str = "–";
/// The edge of an open dot.
const EDGE: f32 = 0.7;

/// A document that is set: its pages, and what is known about it.
pub(super) struct Sheet<'a> {
    /// Its properties.
    pub(super) meta: &'a Meta,
    /// Its pages, with places from the left upper corner of the paper.
    pub(super) pages: Vec<Page>,
    /// Its table of contents.
    pub(super) entries: Vec<Entry>,
    /// Its tags.
    pub(super) tags: Tags,
}

/// Writes a document as a file.
pub(super) fn draw(sheet: Sheet<'_>) -> Result<Vec<u8>, WriteError> {
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|_| WriteError::Unfit)?;
    let mut file = Document::new_with(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    });
    let size = PageSettings::from_wh(PAPER_WIDTH, PAPER_HEIGHT).ok_or(WriteError::Unfit)?;
    let mut tags = sheet.tags;
    let mut fonts = BTreeMap::new();
    for page in &sheet.pages {
        let mut drawn = file.start_page_with(size.clone());
        let mut surface = drawn.surface();
        let mut marks: Vec<&Mark> = page.marks.iter().collect();
        // Drawn in the order in which it is read, for whoever reads the file without its tags.
        marks.sort_by_key(|mark| mark.tag);
        for mark in marks {
            let kind = match (mark.tag, &mark.ink) {
                (Some(_), _) => ContentTag::Span(SpanTag::empty()),
                (None, Ink::Text(_)) => artifact(ArtifactType::PaginationOther),
                (None, Ink::Rule(..) | Ink::Dot(..) | Ink::Nothing) => {
                    artifact(ArtifactType::Layout)
                }
            };
            let leaf = surface.start_tagged(kind);
            ink(&mut surface, mark, &mut fonts)?;
            surface.end_tagged();
            if let Some(tag) = mark.tag {
                tags.drawn(tag, leaf);
            }
        }
        surface.finish();
        drawn.finish();
    }
    file.set_metadata(properties(sheet.meta, &sheet.entries));
    file.set_outline(outline(&sheet.entries, &sheet.pages));
    file.set_tag_tree(tags.tree(&sheet.meta.lang));
    file.finish().map_err(|_| WriteError::Unfit)
}

fn artifact(kind: ArtifactType) -> ContentTag<'static> {
    ContentTag::Artifact(Artifact::with_kind(kind))
}

/// What a viewer shows about the file; nothing about the program that wrote it.
fn properties(meta: &Meta, entries: &[Entry]) -> Metadata {
    // A file without a title is against the standard; a title that was taken out leaves the first heading, or nothing.
    let mut texts = entries.iter().map(|entry| entry.text.as_str());
    let title = texts.find(|text| !text.trim().is_empty());
    let mut properties = Metadata::new()
        .title(title.unwrap_or(UNTITLED).to_owned())
        .language(meta.lang.clone())
        .authors(meta.name.iter().cloned().collect());
    let date = meta.date.and_then(|day| {
        let date = DateTime::new(u16::try_from(day.year()).ok()?);
        let date = date.month(u8::try_from(day.month()).ok()?);
        Some(date.day(u8::try_from(day.day()).ok()?))
    });
    if let Some(date) = date {
        properties = properties.creation_date(date);
    }
    properties
}

/// The table of contents beside the pages: what is deeper stands under what is less deep before it.
fn outline(entries: &[Entry], pages: &[Page]) -> Outline {
    let mut outline = Outline::new();
    let mut open: Vec<(u16, OutlineNode)> = Vec::new();
    let mut close = |open: &mut Vec<(u16, OutlineNode)>, depth: u16| {
        while open.last().is_some_and(|(last, _)| *last >= depth) {
            let Some((_, node)) = open.pop() else {
                return;
            };
            match open.last_mut() {
                Some((_, above)) => above.push_child(node),
                None => outline.push_child(node),
            }
        }
    };
    for (number, entry) in entries.iter().enumerate() {
        let found = pages.iter().enumerate().find_map(|(page, on)| {
            let at = on.entries.iter().find(|(entry, _)| *entry == number)?;
            Some(XyzDestination::new(page, Point::from_xy(SIDE, TOP + at.1)))
        });
        close(&mut open, entry.depth);
        if let Some(place) = found {
            open.push((entry.depth, OutlineNode::new(entry.text.clone(), place)));
        }
    }
    close(&mut open, 0);
    outline
}

fn ink(
    surface: &mut Surface<'_>,
    mark: &Mark,
    fonts: &mut BTreeMap<Face, Font>,
) -> Result<(), WriteError> {
    match &mark.ink {
        Ink::Text(line) => text(surface, mark, line, fonts),
        Ink::Rule(length, thickness, tone) => {
            let rule = Rect::from_xywh(mark.x, mark.y - thickness / 2.0, *length, *thickness);
            surface.set_fill(Some(fill(*tone)));
            if let Some(path) = rule.and_then(rectangle) {
                surface.draw_path(&path);
            }
            Ok(())
        }
        Ink::Dot(radius, fullness) => {
            match fullness {
                Fullness::Full => surface.set_fill(Some(fill(Tone::Black))),
                Fullness::Open => {
                    surface.set_fill(None);
                    surface.set_stroke(Some(Stroke {
                        paint: shade(Tone::Gray).into(),
                        width: EDGE,
                        ..Stroke::default()
                    }));
                }
            }
            let inner = match fullness {
                Fullness::Full => *radius,
                Fullness::Open => radius - EDGE / 2.0,
            };
            if let Some(path) = circle(mark.x, mark.y, inner) {
                surface.draw_path(&path);
            }
            surface.set_stroke(None);
            Ok(())
        }
        Ink::Nothing => Ok(()),
    }
}

fn text(
    surface: &mut Surface<'_>,
    mark: &Mark,
    line: &Line,
    fonts: &mut BTreeMap<Face, Font>,
) -> Result<(), WriteError> {
    surface.set_fill(Some(fill(line.style.tone)));
    let mut x = mark.x;
    for run in runs(line) {
        let font = if let Some(font) = fonts.get(&run.face) {
            font.clone()
        } else {
            let font = Font::new(run.face.bytes().into(), 0).ok_or(WriteError::Unfit)?;
            fonts.insert(run.face, font.clone());
            font
        };
        let size = line.style.size * run.face.scale();
        let start = Point::from_xy(x, mark.y);
        surface.draw_glyphs(start, &run.glyphs, font, &run.text, size, false);
        x += run.advance() * line.style.size;
    }
    Ok(())
}

/// The words of a line as few runs: those that stand in one font become one.
fn runs(line: &Line) -> Vec<Run> {
    let mut joined: Vec<Run> = Vec::new();
    for run in line.words.iter().flat_map(|word| &word.runs) {
        let same = joined.last_mut().filter(|last| last.face == run.face);
        let from = same.as_ref().map_or(0, |last| last.text.len());
        let glyphs = run.glyphs.iter().map(|glyph| {
            let range = glyph.text_range.start + from..glyph.text_range.end + from;
            KrillaGlyph::new(
                GlyphId::new(glyph.glyph_id.to_u32()),
                glyph.x_advance,
                glyph.x_offset,
                glyph.y_offset,
                glyph.y_advance,
                range,
                None,
            )
        });
        if let Some(last) = same {
            last.glyphs.extend(glyphs);
            last.text.push_str(&run.text);
        } else {
            joined.push(Run {
                face: run.face,
                text: run.text.clone(),
                glyphs: glyphs.collect(),
            });
        }
    }
    joined
}

fn shade(tone: Tone) -> luma::Color {
    match tone {
        Tone::Black => luma::Color::black(),
        // Seven to one on white.
        Tone::Gray => luma::Color::new(85),
        Tone::Light => luma::Color::new(165),
    }
}

fn fill(tone: Tone) -> Fill {
    Fill {
        paint: shade(tone).into(),
        opacity: NormalizedF32::ONE,
        rule: krilla::paint::FillRule::NonZero,
    }
}

fn rectangle(rect: Rect) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.push_rect(rect);
    path.finish()
}

fn circle(x: f32, y: f32, radius: f32) -> Option<Path> {
    let handle = radius * ROUND;
    let mut path = PathBuilder::new();
    path.move_to(x + radius, y);
    path.cubic_to(
        x + radius,
        y + handle,
        x + handle,
        y + radius,
        x,
        y + radius,
    );
    path.cubic_to(
        x - handle,
        y + radius,
        x - radius,
        y + handle,
        x - radius,
        y,
    );
    path.cubic_to(
        x - radius,
        y - handle,
        x - handle,
        y - radius,
        x,
        y - radius,
    );
    path.cubic_to(
        x + handle,
        y - radius,
        x + radius,
        y - handle,
        x + radius,
        y,
    );
    path.close();
    path.finish()
}
