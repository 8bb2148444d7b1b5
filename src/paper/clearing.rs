//! How the health-word check sees a paper: every text of it as a line with a name, and the paper again with what passed.

use std::collections::BTreeMap;

use crate::core::spoken::{Spoken, SpokenBlock, SpokenContent, SpokenLine};
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
    let part = |number: usize| get(&key(line, number));
    let content = match &line.content {
        SpokenContent::Text(_) => SpokenContent::Text(part(0)?),
        SpokenContent::Signature(_) => SpokenContent::Signature(part(0)?),
        SpokenContent::Row(cells) => {
            let mut number = 0;
            let cells = cells.clone().map(|_| {
                number += 1;
                part(number - 1).unwrap_or_default()
            });
            if cells.iter().all(String::is_empty) {
                return None;
            }
            SpokenContent::Row(cells)
        }
        SpokenContent::Pair(_, said) => {
            let said: Vec<String> = (1..=said.len()).filter_map(part).collect();
            if said.is_empty() {
                return None;
            }
            SpokenContent::Pair(part(0)?, said)
        }
    };
    Some(SpokenLine {
        id: line.id.clone(),
        content,
        // What the check let pass holds no earlier words.
        pieces: Vec::new(),
    })
}
