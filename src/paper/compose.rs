//! From a paper in words to a document: sentences become lists and tables.

use std::marker::PhantomData;

use crate::core::guide::Reader;
use crate::core::spoken::{Spoken, SpokenContent};
use crate::core::words::Words;
use crate::paper::document::{Block, Document, Private, Shared};
use crate::paper::format::FORMATS;
use crate::privacy::Cleared;

/// Composes a document to hand over; only what the check cleared can be one.
pub fn shared(cleared: &Cleared<Spoken>) -> Document<Shared> {
    compose(cleared.get(), None)
}

/// Composes a document for the person alone; nothing when the paper is not one.
pub fn private(spoken: &Spoken, words: &Words) -> Option<Document<Private>> {
    (spoken.reader == Reader::Private)
        .then(|| compose(spoken, Some(words.preview.name_line.clone())))
}

/// Marks documents that are only looked at: no effect takes one, so it cannot leave.
enum Looked {}

/// Returns the very text that would be written, to read it on the screen before anything is cleared or saved.
pub fn preview(spoken: &Spoken, words: &Words) -> Vec<String> {
    let mark = (spoken.reader == Reader::Private).then(|| words.preview.name_line.clone());
    let document: Document<Looked> = compose(spoken, mark);
    let [first, ..] = &FORMATS;
    let text = String::from_utf8_lossy(&first.write(&document)).into_owned();
    text.lines().map(str::to_owned).collect()
}

fn compose<Kind>(spoken: &Spoken, mark: Option<String>) -> Document<Kind> {
    let mut blocks = Vec::new();
    for block in &spoken.blocks {
        if let Some(title) = &block.title {
            blocks.push(Block::Heading(title.clone()));
        }
        // Lines of one block stand together; the next block never joins them.
        let mut together: Option<Block> = None;
        for line in &block.lines {
            together = match (&line.content, together.take()) {
                (SpokenContent::Text(text), Some(Block::List(mut items))) => {
                    items.push(text.clone());
                    Some(Block::List(items))
                }
                (SpokenContent::Row(cells), Some(Block::Table { head, mut rows })) => {
                    rows.push(cells.to_vec());
                    Some(Block::Table { head, rows })
                }
                (content, before) => {
                    blocks.extend(before);
                    Some(alone(content, block.title.is_some(), spoken))
                }
            };
        }
        blocks.extend(together);
    }
    Document {
        title: spoken.title.clone(),
        lang: spoken.lang.to_string(),
        mark,
        blocks,
        kind: PhantomData,
    }
}

/// A line that nothing of its kind stands before. A block with a heading is a list of things; one without is running text.
fn alone(content: &SpokenContent, listed: bool, spoken: &Spoken) -> Block {
    match content {
        SpokenContent::Text(text) if listed => Block::List(vec![text.clone()]),
        SpokenContent::Text(text) => Block::Paragraph(text.clone()),
        SpokenContent::Row(cells) => Block::Table {
            head: spoken.parts.to_vec(),
            rows: vec![cells.to_vec()],
        },
        SpokenContent::Pair(label, said) => Block::Pair(label.clone(), said.clone()),
        SpokenContent::Signature(label) => Block::Signature(label.clone()),
    }
}
