//! Reads papers: blocks of lines, each with its condition.

use crate::core::braces::Braces;
use crate::core::guide::paper::{Block, Line, LineKind, Paper, Reader, Role, Slot, slots};
use crate::core::ids::{FieldId, PaperId, QuestionId};
use crate::core::kept::Text;
use crate::core::rule::{self, Reference, Rule};
use crate::core::source::{Code, Diagnostics, Fields, Node};

/// The settings of which a line has exactly one.
const KINDS: [&str; 7] = ["say", "list", "table", "said", "grid", "weights", "sources"];

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
    let for_whom = fields.text("given_to", found).map(|name| {
        let (question, field) = split(&name);
        Reference {
            question,
            field,
            place: fields.place_of("given_to").clone(),
        }
    });
    let paper = Paper {
        id,
        reader,
        for_whom,
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
        id: fields.id(found).into(),
        title: fields.text("title", found).map(Text::from),
        when: when(&mut fields, found),
        off: fields.flag("off", found),
        foot: fields.flag("foot", found),
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
    let kind = kind(&mut fields, say, at_most, found);
    fields.done(found);
    // A setting that is empty or of the wrong kind was reported where it was read.
    let mut there = KINDS.iter().filter_map(|name| node.get(name));
    let (Some(value), None) = (there.next(), there.next()) else {
        found.needs_one(&node.place, &KINDS);
        return None;
    };
    Some(Line {
        when,
        kind: kind?,
        place: value.place.clone(),
    })
}

/// Takes every setting that says what a line is, and returns the first that does.
fn kind(
    fields: &mut Fields<'_>,
    say: Option<String>,
    at_most: usize,
    found: &mut Diagnostics,
) -> Option<LineKind> {
    let question = |fields: &mut Fields<'_>, name: &'static str, found: &mut Diagnostics| {
        fields.text(name, found).map(|id| QuestionId::new(&id))
    };
    let list = question(fields, "list", found).map(|of| LineKind::List { of, at_most });
    let table = question(fields, "table", found).map(|of| LineKind::Table { of });
    let grid = question(fields, "grid", found).map(|of| LineKind::Grid { of });
    let weights = question(fields, "weights", found).map(|of| LineKind::Weights { of });
    let said = fields.texts("said", found);
    let said = (!said.is_empty()).then(|| LineKind::Said {
        of: said
            .into_iter()
            .map(|(id, place)| (QuestionId::new(&id), place.clone()))
            .collect(),
    });
    let sources = fields.text("sources", found).map(|which| {
        if which != "shown" {
            found.unknown(
                Code::UnknownWord,
                fields.place_of("sources"),
                &which,
                ["shown"],
            );
        }
        LineKind::Sources
    });
    let say = say.map(|text| sentence(fields, &text, found));
    say.or(list)
        .or(table)
        .or(said)
        .or(grid)
        .or(weights)
        .or(sources)
}

/// A sentence can have a name before it, or stand on a day.
fn sentence(fields: &mut Fields<'_>, text: &str, found: &mut Diagnostics) -> LineKind {
    if let Some(name) = fields.text("day", found) {
        let (question, field) = split(&name);
        return LineKind::Day {
            on: Slot::Answer { question, field },
            slots: slots(text),
        };
    }
    let role = match fields.text("is", found).as_deref() {
        None => Role::Nothing,
        Some("name") => Role::Name,
        Some(other) => {
            found.unknown(Code::UnknownWord, fields.place_of("is"), other, ["name"]);
            Role::Nothing
        }
    };
    LineKind::Say {
        label: fields.text("label", found).map(Text::from),
        slots: slots(text),
        role,
    }
}

/// Splits the name of an answer: a question, or a field of a form.
fn split(name: &str) -> (QuestionId, Option<FieldId>) {
    match name.split_once('.') {
        Some((question, field)) => (QuestionId::new(question), Some(FieldId::new(field))),
        None => (QuestionId::new(name), None),
    }
}
