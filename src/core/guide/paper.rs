//! What a paper says, as its author wrote it: blocks of lines, each with its condition.

use serde::{Deserialize, Serialize};

use crate::core::ids::{FieldId, PaperId, QuestionId};
use crate::core::kept::Text;
use crate::core::rule::{Reference, Rule};
use crate::core::source::Place;

/// Who a paper is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reader {
    /// Someone the person chose; it passes the health-word check.
    Shared,
    /// Only the person.
    Private,
}

/// A paper.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Paper {
    /// Its name.
    pub id: PaperId,
    /// Who it is for.
    pub reader: Reader,
    /// Its title.
    pub title: Text,
    /// The file name that is offered, without ending.
    pub file: Text,
    /// Made only then.
    pub when: Rule,
    /// The choice that says for whom it is; for each, the person makes an own selection of lines.
    pub for_whom: Option<Reference>,
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
    /// Where it stands.
    pub place: Place,
}

impl Paper {
    /// Says whether it holds days for a calendar, and nothing else.
    pub fn is_calendar(&self) -> bool {
        let mut lines = self.blocks.iter().flat_map(|block| &block.lines).peekable();
        lines.peek().is_some()
            && lines.all(|line| matches!(line.kind, LineKind::Day { .. }))
            && self.blocks.iter().all(|block| block.signatures.is_empty())
    }

    /// Says whether it is handed over and nothing is on it until the person puts it there: what two who sit together agreed on.
    pub fn is_card(&self) -> bool {
        self.reader == Reader::Shared
            && !self.blocks.is_empty()
            && self.blocks.iter().all(|block| block.off)
    }
}

/// What a line is for the whole paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    /// Nothing more than a line.
    Nothing,
    /// Holds the person's name; the properties of a file name it as the author.
    Name,
}

/// A block of lines under one heading.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Block {
    /// Its name.
    pub id: Text,
    /// Its heading.
    pub title: Option<Text>,
    /// Stands there only then.
    pub when: Rule,
    /// Its lines.
    pub lines: Vec<Line>,
    /// Its lines are left out until the person puts them on.
    pub off: bool,
    /// Stands at the foot of every page.
    pub foot: bool,
    /// Who signs here; labels of the signature lines.
    pub signatures: Vec<Text>,
    /// Where it stands.
    pub place: Place,
}

/// A line, or a rule that makes several.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Line {
    /// Stands there only then.
    pub when: Rule,
    /// What it says.
    pub kind: LineKind,
    /// Where it says it, in the file of the language it is said in.
    pub place: Place,
}

/// What a line says.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub enum LineKind {
    /// A sentence, with answers in it.
    Say {
        /// Stands before it, as its name.
        label: Option<Text>,
        /// The sentence.
        slots: Vec<Slot>,
        /// What it is for the whole paper.
        role: Role,
    },
    /// One line for each thing chosen.
    List {
        /// Chosen here.
        of: QuestionId,
        /// So many at most.
        at_most: usize,
    },
    /// A row for each agreement.
    Table {
        /// The repeated question.
        of: QuestionId,
    },
    /// Question and answer.
    Said {
        /// These questions.
        of: Vec<(QuestionId, Place)>,
    },
    /// A row for each person of a plan.
    Grid {
        /// The plan.
        of: QuestionId,
    },
    /// What weighs, as a picture.
    Weights {
        /// The question where it was weighed.
        of: QuestionId,
    },
    /// Something on a day, for a calendar.
    Day {
        /// The answer with the day.
        on: Slot,
        /// What it says there.
        slots: Vec<Slot>,
    },
    /// The facts that were shown, each with its source.
    Sources,
}

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub enum Slot {
    /// Words of the author.
    Text(Text),
    /// An answer.
    Answer {
        /// Whose.
        question: QuestionId,
        /// Which field of a form.
        field: Option<FieldId>,
    },
}

/// Splits a sentence into words and answers; `{question}` and `{question.field}` are answers.
pub fn slots(text: &str) -> Vec<Slot> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, behind)) = after.split_once('}') else {
            break;
        };
        if !before.is_empty() {
            pieces.push(Slot::Text(before.into()));
        }
        let (question, field) = name
            .split_once('.')
            .map_or((name, None), |(question, field)| {
                (question, Some(FieldId::new(field)))
            });
        pieces.push(Slot::Answer {
            question: QuestionId::new(question),
            field,
        });
        rest = behind;
    }
    if !rest.is_empty() {
        pieces.push(Slot::Text(rest.into()));
    }
    pieces
}
