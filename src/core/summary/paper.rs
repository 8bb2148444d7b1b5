//! A paper with one person's answers in it, and what the person made of its lines.

use std::collections::BTreeSet;

use crate::core::guide::{Guide, Paper, Reader};
use crate::core::ids::{LineId, PaperId};
use crate::core::kept::Text;
use crate::core::phrase::{Level, Phrase};
use crate::core::session::Walk;
use crate::core::summary::line::{Content, SummaryLine};
use crate::core::summary::write::write;

/// A block of lines under one heading.
#[derive(Debug, Clone, PartialEq)]
pub struct SummaryBlock {
    /// Its name.
    pub id: String,
    /// Its heading.
    pub title: Option<Text>,
    /// Its lines.
    pub lines: Vec<SummaryLine>,
    /// Stands at the foot of every page.
    pub foot: bool,
}

/// A paper with this person's answers in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// Which paper.
    pub paper: PaperId,
    /// Who it is for.
    pub reader: Reader,
    /// Holds days for a calendar, and nothing else.
    pub calendar: bool,
    /// Its title.
    pub title: Text,
    /// The file name that is offered, without ending.
    pub file: Text,
    /// Its blocks; none is empty.
    pub blocks: Vec<SummaryBlock>,
}

/// What the person made of the lines: which are switched, in which order, which in softer words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// Left out though it starts on, or put on though it starts off.
    pub switched: BTreeSet<LineId>,
    /// In softer words.
    pub softer: BTreeSet<LineId>,
    /// The order, as far as it was changed; other lines follow in their own order.
    pub order: Vec<LineId>,
}

impl Selection {
    /// Says whether a line stands on the paper.
    pub fn shows(&self, line: &SummaryLine) -> bool {
        line.starts_off == self.switched.contains(&line.id)
    }
}

impl Summary {
    /// Writes a paper with the answers of a walk. Answers that are not asked now are not in the walk, so in no line.
    pub fn of(guide: &Guide, walk: &Walk, paper: &Paper) -> Self {
        let mut blocks = Vec::new();
        for block in paper.blocks.iter().filter(|block| block.when.holds(walk)) {
            let mut lines: Vec<SummaryLine> = Vec::new();
            for (number, line) in block
                .lines
                .iter()
                .enumerate()
                .filter(|(_, line)| line.when.holds(walk))
            {
                let name = format!("{}/{}", block.id, number + 1);
                lines.extend(write(guide, walk, line, &name));
            }
            for (number, label) in block.signatures.iter().enumerate() {
                let id = LineId::new(&format!("{}/sign-{}", block.id, number + 1));
                let content = Content::Signature(Phrase::Text(label.clone()));
                lines.push(SummaryLine::plain(id, content, Vec::new()));
            }
            for line in &mut lines {
                line.starts_off = block.off;
            }
            if !lines.is_empty() {
                blocks.push(SummaryBlock {
                    id: block.id.to_string(),
                    title: block.title.clone(),
                    lines,
                    foot: block.foot,
                });
            }
        }
        Self {
            paper: paper.id.clone(),
            reader: paper.reader,
            calendar: paper.is_calendar(),
            title: paper.title.clone(),
            file: paper.file.clone(),
            blocks,
        }
    }

    /// Returns the papers that are made now, in the order of the guide.
    pub fn due(guide: &Guide, walk: &Walk) -> Vec<PaperId> {
        guide
            .papers()
            .iter()
            .filter(|paper| paper.when.holds(walk))
            .map(|paper| paper.id.clone())
            .collect()
    }

    /// Applies what the person made of the lines. Blocks stay in their order; a block without lines vanishes.
    #[must_use]
    pub fn selected(&self, selection: &Selection) -> Self {
        let mut chosen = self.ordered(selection);
        for block in &mut chosen.blocks {
            block.lines.retain(|line| selection.shows(line));
        }
        chosen.blocks.retain(|block| {
            block
                .lines
                .iter()
                .any(|line| !matches!(line.content, Content::Signature(_)))
                || block.lines.len() > 1
        });
        chosen
    }

    /// Applies order and wording only, so that lines left out can be shown as left out.
    #[must_use]
    pub fn ordered(&self, selection: &Selection) -> Self {
        let mut summary = self.clone();
        for block in &mut summary.blocks {
            let place = |line: &SummaryLine| selection.order.iter().position(|id| *id == line.id);
            // A stable sort: lines without a place of their own keep theirs behind the placed ones.
            if block.lines.iter().any(|line| place(line).is_some()) {
                block
                    .lines
                    .sort_by_key(|line| place(line).unwrap_or(usize::MAX));
            }
            for line in &mut block.lines {
                if let (true, Some(softer)) = (selection.softer.contains(&line.id), &line.softer) {
                    line.content = Content::Text(vec![Phrase::Text(softer.clone())]);
                    line.level = Some(Level::Energy);
                }
            }
        }
        summary
    }

    /// All lines, in order.
    pub fn lines(&self) -> impl Iterator<Item = &SummaryLine> {
        self.blocks.iter().flat_map(|block| &block.lines)
    }
}
