//! What a paper says for this person: lines, each with the questions it came from.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::core::answer::{Answer, FieldAnswer};
use crate::core::ask::{Ask, Field, Offer};
use crate::core::guide::{Guide, Line, LineKind, Paper, Reader, Slot};
use crate::core::ids::{FieldId, LineId, PaperId, QuestionId};
use crate::core::phrase::{Level, Part, Phrase};
use crate::core::session::{Asked, Walk};
use crate::core::text::has_open_slot;

/// What stands on a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A sentence.
    Text(Vec<Phrase>),
    /// An agreement: who, what, when, how we notice. A part that stayed empty is nothing.
    Row([Option<Phrase>; 4]),
    /// Question and answer.
    Pair(Phrase, Vec<Phrase>),
    /// A line to sign on, with its label.
    Signature(Phrase),
}

/// A line of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryLine {
    /// Its name.
    pub id: LineId,
    /// What stands on it.
    pub content: Content,
    /// The questions it came from.
    pub from: Vec<QuestionId>,
    /// Our estimate of what it gives away, where it is a wish.
    pub level: Option<Level>,
    /// Another wording that gives less away.
    pub softer: Option<Arc<str>>,
    /// Left out until the person puts it on.
    pub starts_off: bool,
}

/// A block of lines under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryBlock {
    /// Its name.
    pub id: String,
    /// Its heading.
    pub title: Option<Arc<str>>,
    /// Its lines.
    pub lines: Vec<SummaryLine>,
}

/// A paper with this person's answers in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Which paper.
    pub paper: PaperId,
    /// Who it is for.
    pub reader: Reader,
    /// Its title.
    pub title: Arc<str>,
    /// The file name that is offered, without ending.
    pub file: Arc<str>,
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
                lines.push(SummaryLine {
                    id,
                    content: Content::Signature(Phrase::Text(label.clone())),
                    from: Vec::new(),
                    level: None,
                    softer: None,
                    starts_off: false,
                });
            }
            for line in &mut lines {
                line.starts_off = block.off;
            }
            if !lines.is_empty() {
                blocks.push(SummaryBlock {
                    id: block.id.clone(),
                    title: block.title.clone(),
                    lines,
                });
            }
        }
        Self {
            paper: paper.id.clone(),
            reader: paper.reader,
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

fn write(guide: &Guide, walk: &Walk, line: &Line, name: &str) -> Vec<SummaryLine> {
    match &line.kind {
        LineKind::Say(slots) => say(walk, slots, name).into_iter().collect(),
        LineKind::List { of, at_most } => walk
            .all(of)
            .flat_map(|asked| list(asked, name))
            .take(*at_most)
            .collect(),
        LineKind::Table { of } => walk.all(of).filter_map(|asked| row(asked, name)).collect(),
        LineKind::Said { of } => {
            let of = of.iter().flat_map(|(id, _)| walk.all(id));
            of.filter_map(|asked| said(guide, asked, name)).collect()
        }
    }
}

fn real(asked: &Asked) -> Option<&Answer> {
    asked
        .answer
        .as_ref()
        .filter(|answer| !matches!(answer, Answer::Blank(_) | Answer::Seen))
}

/// A sentence stands only when every answer in it does.
fn say(walk: &Walk, slots: &[Slot], name: &str) -> Option<SummaryLine> {
    let mut phrases = Vec::new();
    let mut from = Vec::new();
    for slot in slots {
        match slot {
            Slot::Text(text) => phrases.push(Phrase::text(text)),
            Slot::Answer { question, field } => {
                let asked = walk.find(question)?;
                let answer = real(asked)?;
                let mut said = match field {
                    Some(field) => vec![asked.ask.field(answer, field)?],
                    None => asked.ask.said(answer),
                };
                phrases.push(if said.len() == 1 {
                    said.pop()?
                } else {
                    Phrase::List(said)
                });
                from.push(asked.id.clone());
            }
        }
    }
    Some(SummaryLine {
        id: LineId::new(name),
        content: Content::Text(phrases),
        from,
        level: None,
        softer: None,
        starts_off: false,
    })
}

fn list(asked: &Asked, name: &str) -> Vec<SummaryLine> {
    let Some(answer) = real(asked) else {
        return Vec::new();
    };
    let line = |offer: Offer| {
        let item = offer.item.as_ref();
        let text = item
            .and_then(|item| item.say.clone())
            .map_or(offer.label.clone(), Phrase::Text);
        SummaryLine {
            id: LineId::new(&format!("{name}/{}", offer.id)),
            content: Content::Text(vec![text]),
            from: vec![asked.id.clone()],
            level: item.and_then(|item| item.level),
            softer: item.and_then(|item| item.softer.clone()),
            starts_off: false,
        }
    };
    asked
        .ask
        .chosen(answer, &asked.id)
        .into_iter()
        .filter(|offer| !offer.alone)
        .map(line)
        .collect()
}

/// A part with an open slot gives the general sentence: nothing half-filled reaches paper.
fn row(asked: &Asked, name: &str) -> Option<SummaryLine> {
    let (Ask::Form { fields }, Some(Answer::Form(filled))) = (&asked.ask, real(asked)) else {
        return None;
    };
    let part = |part: Part| {
        let id = FieldId::new(part.name());
        let typed = match filled.get(&id)? {
            FieldAnswer::Text(text) => text,
            FieldAnswer::Day(_) | FieldAnswer::One(_) => return None,
        };
        if !has_open_slot(typed) {
            return Some(Phrase::text(typed));
        }
        let field: Option<&Field> = fields.iter().find(|field| field.id == id);
        field
            .and_then(|field| field.general.clone())
            .map(Phrase::Text)
    };
    let cells = Part::ALL.map(part);
    let item = asked
        .each
        .as_ref()
        .map(|offer| offer.id.to_string())
        .unwrap_or_default();
    cells.iter().any(Option::is_some).then(|| SummaryLine {
        id: LineId::new(&format!("{name}/{item}")),
        content: Content::Row(cells),
        from: vec![asked.id.clone()],
        level: asked
            .each
            .as_ref()
            .and_then(|offer| offer.item.as_ref())
            .and_then(|item| item.level),
        softer: None,
        starts_off: false,
    })
}

fn said(guide: &Guide, asked: &Asked, name: &str) -> Option<SummaryLine> {
    let answer = real(asked)?;
    let question = guide.questions().get(asked.position)?;
    let label = match &asked.each {
        Some(offer) => offer.label.clone(),
        None => Phrase::Text(question.short.clone()),
    };
    Some(SummaryLine {
        id: LineId::new(&format!("{name}/{}", asked.id)),
        content: Content::Pair(label, asked.ask.said(answer)),
        from: vec![asked.id.clone()],
        level: None,
        softer: None,
        starts_off: false,
    })
}
