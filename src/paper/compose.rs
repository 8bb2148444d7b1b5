//! From a paper in words to a document: sentences become lists and tables.

use std::marker::PhantomData;

use crate::core::answer::Day;
use crate::core::guide::{Reader, Role};
use crate::core::spoken::{Spoken, SpokenContent};
use crate::core::words::Words;
use crate::paper::document::{Block, Depth, Document, Event, Meta, Pair, Private, Shared, Table};
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
    let mut footer: Vec<String> = date.map(|date| words.day(date)).into_iter().collect();
    for block in &spoken.blocks {
        if block.foot {
            let texts = block.lines.iter().flat_map(|line| line.content.texts());
            footer.extend(texts.map(str::to_owned));
            continue;
        }
        if let Some(title) = &block.title {
            blocks.push(Block::Heading(Depth::One, title.clone()));
        }
        // Lines of one block stand together; the next block never joins them.
        let mut together: Option<Block> = None;
        for line in &block.lines {
            let piece = piece(&line.content, block.title.is_some(), spoken);
            together = match together.take() {
                None => Some(piece),
                Some(before) => match join(before, piece) {
                    Joined::One(one) => Some(one),
                    Joined::Two(before, piece) => {
                        blocks.push(before);
                        Some(piece)
                    }
                },
            };
        }
        blocks.extend(together);
    }
    let lines = || spoken.blocks.iter().flat_map(|block| &block.lines);
    let name = lines()
        .find(|line| line.role == Role::Name)
        .and_then(|line| match &line.content {
            SpokenContent::Pair(_, said) => Some(said.join(" ")),
            SpokenContent::Text(text) => Some(text.clone()),
            SpokenContent::Row(_)
            | SpokenContent::Cells(..)
            | SpokenContent::Weights(_)
            | SpokenContent::Day(..)
            | SpokenContent::Signature(_) => None,
        });
    let mut days: Vec<Event> = Vec::new();
    for line in lines() {
        if let SpokenContent::Day(day, _, title) = &line.content {
            let event = Event {
                day: *day,
                title: title.clone(),
            };
            if !days.contains(&event) {
                days.push(event);
            }
        }
    }
    let meta = Meta {
        lang: spoken.lang.to_string(),
        title: spoken.title.clone(),
        name,
        date,
        mark: (spoken.reader == Reader::Private).then(|| words.preview.name_line.clone()),
        footer,
        page: words.formats.page.clone(),
    };
    Document {
        meta,
        blocks,
        days,
        kind: PhantomData,
    }
}

/// The block that one line makes alone. A block with a heading is a list of things; one without is running text.
fn piece(content: &SpokenContent, listed: bool, spoken: &Spoken) -> Block {
    let pair = |label: &str, said: Vec<String>| {
        Block::Pairs(vec![Pair {
            label: label.to_owned(),
            said,
        }])
    };
    match content {
        SpokenContent::Text(text) if listed => Block::List(vec![text.clone()]),
        SpokenContent::Text(text) => Block::Paragraph(text.clone()),
        SpokenContent::Row(cells) => Block::Table(Table {
            head: spoken.parts.to_vec(),
            rows: vec![cells.to_vec()],
            row_headings: false,
        }),
        SpokenContent::Cells(head, cells) => Block::Table(Table {
            head: head.clone(),
            rows: vec![cells.clone()],
            row_headings: true,
        }),
        SpokenContent::Weights(columns) => Block::Weights(columns.clone()),
        SpokenContent::Pair(label, said) => pair(label, said.clone()),
        SpokenContent::Day(_, day, text) => pair(day, vec![text.clone()]),
        SpokenContent::Signature(label) => Block::Signatures(vec![label.clone()]),
    }
}

/// What two neighbors come to.
enum Joined {
    /// They are of one kind.
    One(Block),
    /// They are not.
    Two(Block, Block),
}

fn join(before: Block, after: Block) -> Joined {
    Joined::One(match (before, after) {
        (Block::List(mut all), Block::List(more)) => {
            all.extend(more);
            Block::List(all)
        }
        (Block::Table(mut table), Block::Table(more)) if table.head == more.head => {
            table.rows.extend(more.rows);
            Block::Table(table)
        }
        (Block::Pairs(mut all), Block::Pairs(more)) => {
            all.extend(more);
            Block::Pairs(all)
        }
        (Block::Signatures(mut all), Block::Signatures(more)) => {
            all.extend(more);
            Block::Signatures(all)
        }
        (before, after) => return Joined::Two(before, after),
    })
}
