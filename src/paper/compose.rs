//! From a paper in words to a document: sentences become lists and tables.

use std::marker::PhantomData;

use crate::core::answer::Day;
use crate::core::guide::Reader;
use crate::core::spoken::{Spoken, SpokenContent};
use crate::core::words::Words;
use crate::paper::document::{Block, Depth, Document, Meta, Pair, Private, Shared, Table};
use crate::paper::text;
use crate::privacy::Cleared;

/// Composes a document to hand over; only what the check cleared can be one.
pub fn shared(cleared: &Cleared<Spoken>, date: Option<Day>, words: &Words) -> Document<Shared> {
    compose(cleared.get(), date, words)
}

/// Composes a document for the person alone; nothing when the paper is not one.
pub fn private(spoken: &Spoken, date: Option<Day>, words: &Words) -> Option<Document<Private>> {
    (spoken.reader == Reader::Private).then(|| compose(spoken, date, words))
}

/// Marks documents that are only looked at: no effect takes one, so it cannot leave.
enum Looked {}

/// Returns the very text that would be written, to read it on the screen before anything is cleared or saved.
pub fn preview(spoken: &Spoken, date: Option<Day>, words: &Words) -> Vec<String> {
    let document: Document<Looked> = compose(spoken, date, words);
    let text = text::write(&document.plain());
    let text = String::from_utf8_lossy(&text).into_owned();
    text.lines().map(str::to_owned).collect()
}

fn compose<Kind>(spoken: &Spoken, date: Option<Day>, words: &Words) -> Document<Kind> {
    let mut blocks = Vec::new();
    for block in &spoken.blocks {
        if let Some(title) = &block.title {
            blocks.push(Block::Heading(Depth::One, title.clone()));
        }
        // Lines of one block stand together; the next block never joins them.
        let mut together: Option<Block> = None;
        for line in &block.lines {
            together = match (&line.content, together.take()) {
                (SpokenContent::Text(text), Some(Block::List(mut items))) => {
                    items.push(text.clone());
                    Some(Block::List(items))
                }
                (SpokenContent::Row(cells), Some(Block::Table(mut table))) => {
                    table.rows.push(cells.to_vec());
                    Some(Block::Table(table))
                }
                (SpokenContent::Pair(label, said), Some(Block::Pairs(mut pairs))) => {
                    pairs.push(pair(label, said));
                    Some(Block::Pairs(pairs))
                }
                (SpokenContent::Signature(label), Some(Block::Signatures(mut labels))) => {
                    labels.push(label.clone());
                    Some(Block::Signatures(labels))
                }
                (content, before) => {
                    blocks.extend(before);
                    Some(alone(content, block.title.is_some(), spoken))
                }
            };
        }
        blocks.extend(together);
    }
    let meta = Meta {
        lang: spoken.lang.to_string(),
        title: spoken.title.clone(),
        name: None,
        date,
        mark: (spoken.reader == Reader::Private).then(|| words.preview.name_line.clone()),
        footer: date.map(|date| words.day(date)).into_iter().collect(),
        page: words.formats.page.clone(),
    };
    Document {
        meta,
        blocks,
        kind: PhantomData,
    }
}

fn pair(label: &str, said: &[String]) -> Pair {
    Pair {
        label: label.to_owned(),
        said: said.to_vec(),
    }
}

/// A line that nothing of its kind stands before. A block with a heading is a list of things; one without is running text.
fn alone(content: &SpokenContent, listed: bool, spoken: &Spoken) -> Block {
    match content {
        SpokenContent::Text(text) if listed => Block::List(vec![text.clone()]),
        SpokenContent::Text(text) => Block::Paragraph(text.clone()),
        SpokenContent::Row(cells) => Block::Table(Table {
            head: spoken.parts.to_vec(),
            rows: vec![cells.to_vec()],
            row_headings: false,
        }),
        SpokenContent::Pair(label, said) => Block::Pairs(vec![pair(label, said)]),
        SpokenContent::Signature(label) => Block::Signatures(vec![label.clone()]),
    }
}
