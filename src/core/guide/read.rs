//! From located values to a draft of a guide. Every mistake in the file is reported; references are checked afterwards.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::core::about::About;
use crate::core::braces::Braces;
use crate::core::guide::paper::Paper;
use crate::core::guide::read_paper;
use crate::core::guide::together::{Coach, Together};
use crate::core::guide::types::{Each, Question, Remark, Step, Way};
use crate::core::ids::{ItemId, QuestionId, StepId, TermId};
use crate::core::kept::Text;
use crate::core::kinds::{Domain, KINDS, Kind, OneOf};
use crate::core::later::Later;
use crate::core::list::{Item, read_items};
use crate::core::offers::{Offers, Shelf, references};
use crate::core::rule::{self, Rule};
use crate::core::source::{Code, Diagnostics, Fields, Node, Place, Value, is_id};

/// A guide as it stands in its file, before references are checked.
#[derive(Debug)]
pub struct Draft {
    pub(super) id: String,
    pub(super) version: i64,
    pub(super) follows: Option<String>,
    pub(super) title: Text,
    pub(super) ways: Vec<Way>,
    pub(super) steps: Vec<Step>,
    pub(super) questions: Vec<Question>,
    pub(super) papers: Vec<Paper>,
    pub(super) together: Together,
}

/// The longest question that is still read in one breath (plain-language rule: a sentence has 15 words at most).
const MOST_WORDS: usize = 15;

/// Reads a guide file.
pub fn read(node: &Node, shelf: &Shelf, found: &mut Diagnostics) -> Draft {
    let mut fields = Fields::of(node, found);
    let id = fields.needed_text("guide", found);
    if !id.is_empty() && !is_id(&id) {
        let values = vec![("name", id.clone())];
        found.add_with(Code::BadId, fields.place_of("guide"), values);
    }
    let version = fields.needed_number("version", 1..=1_000_000, found);
    let follows = fields.text("follows", found);
    let title: Text = fields.needed_text("title", found).into();
    let mut questions = Vec::new();
    let mut ways = Vec::new();
    if let Some(node) = fields.needed("routes", found) {
        let (question, read) = routes(node, found);
        questions.push(question);
        ways = read;
    }
    let mut steps = Vec::new();
    for node in fields.needed_list("steps", found) {
        steps.push(step(node, shelf, &mut questions, found));
    }
    let papers = read_paper::read_papers(fields.needed_list("papers", found), found);
    let together = Together::read(&mut fields, found);
    fields.done(found);
    Draft {
        id,
        version: version.unwrap_or(1),
        follows,
        title,
        ways,
        steps,
        questions,
        papers,
        together,
    }
}

/// The routes are the options of the first question, and each names its steps.
fn routes(node: &Node, found: &mut Diagnostics) -> (Question, Vec<Way>) {
    let mut fields = Fields::of(node, found);
    let ask = fields.needed_text("ask", found).into();
    let short = fields.needed_text("short", found).into();
    let explain = fields.text("explain", found).map(Text::from);
    let help = fields.needed_text("help", found).into();
    let mut ways = Vec::new();
    let mut items: Vec<Arc<Item>> = Vec::new();
    for node in fields.needed_list("ways", found) {
        // A way is an option with one setting more; the option is read by what all options are read by.
        let steps = Fields::of(node, found).needed_texts("steps", found);
        let option = Node {
            value: without_steps(node),
            place: node.place.clone(),
        };
        for item in read_items(std::slice::from_ref(&option), found) {
            ways.push(Way {
                id: item.id.clone(),
                steps: steps
                    .iter()
                    .map(|(id, place)| (StepId::new(id), (*place).clone()))
                    .collect(),
            });
            items.push(item);
        }
    }
    found.unique(items.iter().map(|item| (item.id.as_str(), &item.place)));
    fields.done(found);
    let question = Question {
        id: QuestionId::built("route"),
        step: None,
        ask,
        short,
        explain,
        help,
        terms: Vec::new(),
        about: None,
        coach: None,
        when: Rule::Always,
        sensitive: false,
        each: None,
        warn: Vec::new(),
        block: Vec::new(),
        kind: Box::new(OneOf::of(Offers::Here(items))),
        renews: None,
        place: node.place.clone(),
    };
    (question, ways)
}

fn without_steps(node: &Node) -> Value {
    match &node.value {
        Value::Map(pairs) => Value::Map(
            pairs
                .iter()
                .filter(|(key, _)| key.text().as_deref() != Some("steps"))
                .cloned()
                .collect(),
        ),
        Value::Empty | Value::Flag(_) | Value::Number(_) | Value::Text(_) | Value::List(_) => {
            node.value.clone()
        }
    }
}

fn step(
    node: &Node,
    shelf: &Shelf,
    questions: &mut Vec<Question>,
    found: &mut Diagnostics,
) -> Step {
    let mut fields = Fields::of(node, found);
    let step = Step {
        id: StepId::new(&fields.id(found)),
        title: fields.needed_text("title", found).into(),
        gives: fields.needed_text("gives", found).into(),
        minutes: fields
            .needed_number("minutes", 1..=60, found)
            .and_then(|number| u32::try_from(number).ok())
            .unwrap_or(1),
        skippable: fields.flag("skippable", found),
        sheet: fields.flag("sheet", found),
        place: node.place.clone(),
    };
    for node in fields.needed_list("questions", found) {
        questions.push(question(node, &step.id, shelf, found));
    }
    fields.done(found);
    step
}

fn question(node: &Node, step: &StepId, shelf: &Shelf, found: &mut Diagnostics) -> Question {
    let mut fields = Fields::of(node, found);
    let id = QuestionId::new(&fields.id(found));
    let name = fields.needed_text("kind", found);
    let ask = fields.needed_text("ask", found).into();
    let short = fields.needed_text("short", found).into();
    let explain = fields.text("explain", found).map(Text::from);
    let help = fields.needed_text("help", found).into();
    let terms = fields
        .texts("terms", found)
        .into_iter()
        .map(|(id, place)| (TermId::new(&id), place.clone()))
        .collect();
    let about = About::read(&mut fields, found).map(Later::read);
    let coach = Coach::read(&mut fields, found).map(Later::read);
    let when = fields
        .node("when", found)
        .map_or(Rule::Always, |node| rule::read(node, found));
    let when = if only_elsewhere(node, shelf) {
        Rule::never()
    } else {
        when
    };
    let sensitive = fields.flag("sensitive", found);
    let each = each(&mut fields, found);
    let renews = fields
        .text("renews", found)
        .map(|name| Box::new(rule::reference(&name, fields.place_of("renews"))));
    let filled: &[&str] = match &each {
        None => &[],
        Some(each) if each.before.is_empty() => &["item"],
        Some(_) => &["item", "said"],
    };
    for name in ["ask", "explain", "help"] {
        braces(node.get(name), filled, found);
    }
    length(node.get("ask"), found);
    let warn = remarks("warn", &mut fields, found);
    let block = remarks("block", &mut fields, found);
    let kind = if let Some(row) = KINDS.iter().find(|row| row.name == name) {
        let kind = (row.read)(&mut fields, shelf, found);
        fields.done(found);
        kind
    } else {
        if !name.is_empty() {
            let known = KINDS.iter().map(|row| row.name);
            found.unknown(Code::UnknownKind, fields.place_of("kind"), &name, known);
        }
        // Which other settings there may be depends on the kind; complaining about them would only mislead.
        Box::new(OneOf::of(Offers::Here(Vec::new()))) as Box<dyn Kind>
    };
    Question {
        id,
        step: Some(step.clone()),
        ask,
        short,
        explain,
        help,
        terms,
        about,
        coach,
        when,
        sensitive,
        each: each.map(Box::new),
        warn,
        block,
        kind,
        renews,
        place: node.place.clone(),
    }
}

/// Says whether a question is about facts that all hold in another language only: then there is nothing to ask.
fn only_elsewhere(node: &Node, shelf: &Shelf) -> bool {
    let named: Vec<String> = node
        .get("facts")
        .map(|facts| match facts.items() {
            [] => facts.text().into_iter().collect(),
            items => items.iter().filter_map(Node::text).collect(),
        })
        .unwrap_or_default();
    !named.is_empty() && named.iter().all(|id| shelf.is_elsewhere(id))
}

/// `{item}` is the thing a question is repeated for, `{said}` what was said about it another time; nothing else is filled in.
fn braces(text: Option<&Node>, filled: &[&str], found: &mut Diagnostics) {
    let Some(node) = text else { return };
    let text = node.text().unwrap_or_default();
    let braces = Braces::of(&text);
    for name in braces.names {
        if !filled.contains(&name) {
            let known = filled.iter().copied();
            found.unknown(Code::UnknownPlaceholder, &node.place, name, known);
        }
    }
    if let Some(open) = braces.open {
        let values = vec![("name", open.to_owned())];
        found.add_with(Code::OpenBrace, &node.place, values);
    }
}

fn length(ask: Option<&Node>, found: &mut Diagnostics) {
    let Some(node) = ask else { return };
    let words = node.text().unwrap_or_default().split_whitespace().count();
    if words > MOST_WORDS {
        let values = vec![
            ("number", words.to_string()),
            ("high", MOST_WORDS.to_string()),
        ];
        found.add_with(Code::TooLong, &node.place, values);
    }
}

fn each(fields: &mut Fields<'_>, found: &mut Diagnostics) -> Option<Each> {
    let node = fields.node("for_each", found)?;
    let limit = |fields: &mut Fields<'_>, found: &mut Diagnostics| {
        fields
            .number("at_most", 1..=50, found)
            .and_then(|number| usize::try_from(number).ok())
            .unwrap_or(usize::MAX)
    };
    if !matches!(node.value, Value::Map(_)) {
        let of = references(node, "for_each", found);
        // `at_most` also belongs to kinds; one that has it says its limit of repetitions within `for_each`.
        return Some(Each {
            of,
            before: Vec::new(),
            at_most: limit(fields, found),
            otherwise: None,
        });
    }
    let mut inner = Fields::of(node, found);
    let mut these = |name: &'static str, found: &mut Diagnostics| {
        let node = inner.node(name, found);
        node.map(|node| references(node, name, found))
            .unwrap_or_default()
    };
    let (of, before) = (these("of", found), these("before", found));
    if inner.has("of") == inner.has("before") {
        found.needs_one(inner.place(), &["of", "before"]);
    }
    let otherwise = inner.text("otherwise", found).map(Text::from);
    let at_most = if inner.has("of") {
        limit(&mut inner, found)
    } else {
        limit(fields, found)
    };
    inner.done(found);
    Some(Each {
        of,
        before,
        at_most,
        otherwise,
    })
}

fn remarks(name: &'static str, fields: &mut Fields<'_>, found: &mut Diagnostics) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for node in fields.list(name, found) {
        let mut inner = Fields::of(node, found);
        let when = inner
            .needed("when", found)
            .map_or(Rule::Always, |node| rule::read(node, found));
        remarks.push(Remark {
            when,
            say: inner.needed_text("say", found).into(),
            goes: if name == "warn" {
                goes(&mut inner, found)
            } else {
                Vec::new()
            },
        });
        inner.done(found);
    }
    remarks
}

/// The steps a remark leads to. An answer that cannot stand leads nowhere but to another one.
fn goes(fields: &mut Fields<'_>, found: &mut Diagnostics) -> Vec<(StepId, Place)> {
    let steps = fields.texts("goes", found).into_iter();
    steps
        .map(|(id, place)| (StepId::new(&id), place.clone()))
        .collect()
}

impl Draft {
    /// The names of the steps, for near names in complaints.
    pub(super) fn step_names(&self) -> Vec<&str> {
        self.steps.iter().map(|step| step.id.as_str()).collect()
    }

    /// The questions by name, with their position.
    pub(super) fn positions(&self) -> BTreeMap<&QuestionId, usize> {
        self.questions
            .iter()
            .enumerate()
            .map(|(position, question)| (&question.id, position))
            .collect()
    }

    /// The ids a question can be answered with, as far as the file says them.
    pub(super) fn ids(&self, question: &QuestionId, depth: usize) -> Option<Vec<ItemId>> {
        match self
            .questions
            .iter()
            .find(|other| other.id == *question)?
            .kind
            .domain()
        {
            Domain::One(ids) | Domain::Many(ids) => Some(ids),
            Domain::Chosen { from, .. } if depth < 8 => {
                let mut all = Vec::new();
                for earlier in from {
                    all.extend(self.ids(&earlier, depth + 1)?);
                }
                Some(all)
            }
            Domain::Plan { rows, .. } => Some(rows),
            Domain::Chosen { .. }
            | Domain::Number(..)
            | Domain::Form(_)
            | Domain::Open
            | Domain::Nothing => None,
        }
    }
}
