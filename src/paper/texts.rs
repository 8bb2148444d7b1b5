//! Every text of a finished document, so that it can be looked at once more before it leaves.

use crate::paper::document::{Block, Document, WeightColumn};

impl<Kind> Document<Kind> {
    /// Returns every text that a reader can come upon: in the blocks, around them, and in the properties of a file.
    pub fn texts(&self) -> Vec<&str> {
        let meta = &self.meta;
        let mut texts: Vec<&str> = vec![&meta.title];
        texts.extend(meta.name.iter().map(String::as_str));
        texts.extend(meta.mark.iter().map(String::as_str));
        texts.extend(self.blocks.iter().flat_map(of_block));
        texts.extend(meta.footer.iter().map(String::as_str));
        texts.extend(self.days.iter().map(|event| event.title.as_str()));
        texts
    }
}

fn of_block(block: &Block) -> Vec<&str> {
    match block {
        Block::Heading(_, text) | Block::Paragraph(text) => vec![text],
        Block::List(items) | Block::Signatures(items) => items.iter().map(String::as_str).collect(),
        Block::Table(table) => {
            let cells = table.rows.iter().flatten();
            table.head.iter().chain(cells).map(String::as_str).collect()
        }
        Block::Pairs(pairs) => pairs
            .iter()
            .flat_map(|pair| std::iter::once(&pair.label).chain(&pair.said))
            .map(String::as_str)
            .collect(),
        Block::Weights(columns) => columns.iter().flat_map(of_column).collect(),
    }
}

fn of_column(column: &WeightColumn) -> Vec<&str> {
    let mut texts: Vec<&str> = vec![&column.label];
    for side in &column.sides {
        texts.push(&side.label);
        if side.items.is_empty() {
            texts.push(&side.nothing);
        }
        for item in &side.items {
            texts.extend([item.text.as_str(), item.said.as_str()]);
        }
    }
    texts
}
