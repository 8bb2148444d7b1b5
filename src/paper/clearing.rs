//! How the health-word check sees a paper: every text of it as a line with a name, and the paper again with what passed.

use std::collections::BTreeMap;

use crate::core::spoken::{Spoken, SpokenBlock, SpokenLine};
use crate::privacy::{Clearable, LineKey};

/// The line with the title.
const TITLE: &str = "title";
/// The line with the file name.
const FILE: &str = "file";

impl Clearable for Spoken {
    fn lines(&self) -> Vec<(LineKey, String)> {
        let mut lines = vec![
            (LineKey(TITLE.to_owned()), self.title.clone()),
            (LineKey(FILE.to_owned()), self.file.clone()),
        ];
        for (number, block) in self.blocks.iter().enumerate() {
            if let Some(title) = &block.title {
                lines.push((block_key(number), title.clone()));
            }
            for line in &block.lines {
                for (part, text) in line.content.texts().into_iter().enumerate() {
                    lines.push((key(line, part), text.to_owned()));
                }
            }
        }
        lines
    }

    fn with_lines(&self, lines: &[(LineKey, String)]) -> Self {
        let kept: BTreeMap<&LineKey, &String> =
            lines.iter().map(|(key, text)| (key, text)).collect();
        let get = |key: &LineKey| kept.get(key).map(|text| (*text).clone());
        let blocks = self
            .blocks
            .iter()
            .enumerate()
            .map(|(number, block)| SpokenBlock {
                title: block.title.as_ref().and_then(|_| get(&block_key(number))),
                lines: block
                    .lines
                    .iter()
                    .filter_map(|line| with(line, &get))
                    .collect(),
                foot: block.foot,
            });
        Self {
            title: get(&LineKey(TITLE.to_owned())).unwrap_or_default(),
            file: get(&LineKey(FILE.to_owned())).unwrap_or_default(),
            blocks: blocks.filter(|block| !block.lines.is_empty()).collect(),
            ..self.clone()
        }
    }
}

fn block_key(number: usize) -> LineKey {
    LineKey(format!("block {number}"))
}

fn key(line: &SpokenLine, part: usize) -> LineKey {
    LineKey(format!("{} {part}", line.id))
}

/// Returns a line in the words that were decided on, by its keys; nothing when it is left out.
pub fn settled_line(
    line: &SpokenLine,
    texts: &BTreeMap<LineKey, Option<String>>,
) -> Option<SpokenLine> {
    with(line, &|key| texts.get(key).cloned().flatten())
}

/// A sentence that is left out takes its line with it; a part of an agreement leaves its cell empty.
fn with(line: &SpokenLine, get: &dyn Fn(&LineKey) -> Option<String>) -> Option<SpokenLine> {
    let mut parts = 0..;
    let next = || parts.next().and_then(|part| get(&key(line, part)));
    Some(SpokenLine {
        id: line.id.clone(),
        content: line.content.with_texts(next)?,
        role: line.role,
        // What the check let pass holds no earlier words.
        pieces: Vec::new(),
    })
}
