//! What a paper says, as its author wrote it: blocks of lines, each with its condition.

use std::sync::Arc;

use crate::core::braces::Braces;
use crate::core::ids::{FieldId, PaperId, QuestionId};
use crate::core::rule::{self, Rule};
use crate::core::source::{Code, Diagnostics, Fields, Node, Place};

/// Who a paper is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// Someone the person chose; it passes the health-word check.
    Shared,
    /// Only the person.
    Private,
}

/// A paper.
#[derive(Debug, Clone)]
pub struct Paper {
    /// Its name.
    pub id: PaperId,
    /// Who it is for.
    pub reader: Reader,
    /// Its title.
    pub title: Arc<str>,
    /// The file name that is offered, without ending.
    pub file: Arc<str>,
    /// Made only then.
    pub when: Rule,
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
    /// Where it stands.
    pub place: Place,
}

/// A block of lines under one heading.
#[derive(Debug, Clone)]
pub struct Block {
    /// Its name.
    pub id: String,
    /// Its heading.
    pub title: Option<Arc<str>>,
    /// Stands there only then.
    pub when: Rule,
    /// Its lines.
    pub lines: Vec<Line>,
    /// Its lines are left out until the person puts them on.
    pub off: bool,
    /// Who signs here; labels of the signature lines.
    pub signatures: Vec<Arc<str>>,
    /// Where it stands.
    pub place: Place,
}

/// A line, or a rule that makes several.
#[derive(Debug, Clone)]
pub struct Line {
    /// Stands there only then.
    pub when: Rule,
    /// What it says.
    pub kind: LineKind,
    /// Where it says it, in the file of the language it is said in.
    pub place: Place,
}

/// What a line says.
#[derive(Debug, Clone)]
pub enum LineKind {
    /// A sentence, with answers in it.
    Say(Vec<Slot>),
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
}

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq)]
pub enum Slot {
    /// Words of the author.
    Text(String),
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
            pieces.push(Slot::Text(before.to_owned()));
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
        pieces.push(Slot::Text(rest.to_owned()));
    }
    pieces
}

/// Reads the papers of a guide.
pub(super) fn read_papers(nodes: &[Node], found: &mut Diagnostics) -> Vec<Paper> {
    nodes.iter().map(|node| read_paper(node, found)).collect()
}

fn when(fields: &mut Fields<'_>, found: &mut Diagnostics) -> Rule {
    fields
        .node("when", found)
        .map_or(Rule::Always, |node| rule::read(node, found))
}

fn read_paper(node: &Node, found: &mut Diagnostics) -> Paper {
    let mut fields = Fields::of(node, found);
    let id = PaperId::new(&fields.id(found));
    let reader = match fields.needed_text("reader", found).as_str() {
        "shared" | "" => Reader::Shared,
        "private" => Reader::Private,
        other => {
            let place = fields.place_of("reader");
            found.unknown(Code::UnknownWord, place, other, ["shared", "private"]);
            Reader::Shared
        }
    };
    let paper = Paper {
        id,
        reader,
        title: fields.needed_text("title", found).into(),
        file: fields.needed_text("file", found).into(),
        when: when(&mut fields, found),
        blocks: fields
            .needed_list("blocks", found)
            .iter()
            .map(|node| read_block(node, found))
            .collect(),
        place: node.place.clone(),
    };
    fields.done(found);
    paper
}

fn read_block(node: &Node, found: &mut Diagnostics) -> Block {
    let mut fields = Fields::of(node, found);
    let block = Block {
        id: fields.id(found),
        title: fields.text("title", found).map(Arc::from),
        when: when(&mut fields, found),
        off: fields.flag("off", found),
        lines: fields
            .list("lines", found)
            .iter()
            .filter_map(|node| read_line(node, found))
            .collect(),
        signatures: fields
            .texts("signatures", found)
            .into_iter()
            .map(|(text, _)| text.into())
            .collect(),
        place: node.place.clone(),
    };
    fields.done(found);
    if node.get("lines").is_none() && node.get("signatures").is_none() {
        found.add_with(
            Code::MissingSetting,
            &node.place,
            vec![("name", "lines".to_owned())],
        );
    }
    block
}

fn read_line(node: &Node, found: &mut Diagnostics) -> Option<Line> {
    let mut fields = Fields::of(node, found);
    let when = when(&mut fields, found);
    // Only a list can be long.
    let at_most = if fields.has("list") {
        fields
            .number("at_most", 1..=50, found)
            .and_then(|number| usize::try_from(number).ok())
            .unwrap_or(usize::MAX)
    } else {
        usize::MAX
    };
    let say = fields.text("say", found);
    let open = say.as_deref().and_then(|text| Braces::of(text).open);
    if let Some(open) = open {
        let values = vec![("name", open.to_owned())];
        found.add_with(Code::OpenBrace, fields.place_of("say"), values);
    }
    let list = fields.text("list", found);
    let table = fields.text("table", found);
    let said = fields.texts("said", found);
    fields.done(found);
    let names = ["say", "list", "table", "said"];
    let mut there = names.iter().filter_map(|name| node.get(name));
    let (Some(value), None) = (there.next(), there.next()) else {
        found.needs_one(&node.place, &names);
        return None;
    };
    let kind = match (say, list, table, said.is_empty()) {
        (Some(say), None, None, true) => LineKind::Say(slots(&say)),
        (None, Some(list), None, true) => LineKind::List {
            of: QuestionId::new(&list),
            at_most,
        },
        (None, None, Some(table), true) => LineKind::Table {
            of: QuestionId::new(&table),
        },
        (None, None, None, false) => LineKind::Said {
            of: said
                .into_iter()
                .map(|(id, place)| (QuestionId::new(&id), place.clone()))
                .collect(),
        },
        // Empty, or of the wrong kind; reported where it was read.
        _ => return None,
    };
    Some(Line {
        when,
        kind,
        place: value.place.clone(),
    })
}
