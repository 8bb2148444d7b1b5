//! Answers from a file: the same flow without a screen, for scripts and tests.
//!
//! The file is a map by question id (questions/README.md). Every answer goes through the flow as a reply, so what a face refuses
//! is refused here as well. All mistakes are told at once; no message quotes an answer.

use std::collections::{BTreeMap, BTreeSet};

use crate::app::effect::{Opened, Outcome};
use crate::app::failure::{Failure, Kind};
use crate::app::flow::{Dossiers, Flow, Start};
use crate::app::intent::Intent;
use crate::app::stage::Stage;
use crate::app::view::StageView;
use crate::content::library::Library;
use crate::core::answer::{Blank, Cells, Choice, Day, Own, OwnWeight, Pole, Weights};
use crate::core::ask::{Ask, Reply};
use crate::core::guide::{Paper, Reader};
use crate::core::ids::{FieldId, ItemId, LineId, QuestionId};
use crate::core::source::{Node, Value, nearest};
use crate::core::summary::{Selection, Summary};
use crate::core::words::{Lang, Words, fill};
use crate::paper::{Document, Format, Holds, Shared, WriteError};
use crate::privacy::Decision;

/// Answers as they stand in the file.
#[derive(Debug, Clone)]
pub struct AnswersFile {
    node: Node,
    /// Where the answer to each question stands among them.
    places: BTreeMap<String, usize>,
}

impl AnswersFile {
    /// Takes a parsed file.
    pub fn new(node: Node) -> Self {
        let mut file = Self {
            node,
            places: BTreeMap::new(),
        };
        let keys = file.answers().iter().enumerate().rev();
        // Of what stands there twice the first counts.
        let keys = keys.filter_map(|(place, (key, _))| Some((key.text()?, place)));
        file.places = keys.collect();
        file
    }

    /// The guide these answers are for, as far as the file says.
    pub fn guide(&self) -> Option<String> {
        self.node.get("guide").and_then(Node::text)
    }

    /// The language of the paper, as far as the file says.
    pub fn lang(&self) -> Option<Lang> {
        self.node
            .get("lang")
            .and_then(Node::text)
            .map(|lang| Lang::new(&lang))
    }

    fn answers(&self) -> &[(Node, Node)] {
        self.node
            .get("answers")
            .map(Node::pairs)
            .unwrap_or_default()
    }

    fn answer(&self, id: &QuestionId) -> Option<&Node> {
        let place = self.places.get(id.as_str())?;
        self.answers().get(*place).map(|(_, answer)| answer)
    }
}

/// Walks the guide with these answers, to its end.
pub fn walk(
    file: &AnswersFile,
    opened: Opened,
    langs: Vec<Lang>,
    today: Option<Day>,
) -> Result<Flow, Failure> {
    let words = opened.words.clone();
    let guide = opened.loaded.guide.clone();
    let start = Start {
        lang: opened.lang.clone(),
        words: words.clone(),
        langs,
        guide: guide.id().to_owned(),
        folder: String::new(),
        today,
        dossiers: Dossiers::default(),
    };
    let mut flow = Flow::start(start);
    flow.update(Intent::Done(Outcome::Loaded(Box::new(opened))));
    let mut wrong: Vec<String> = settings(file, &words);
    let refused = flow.give(|asked| given(file, &asked.id, &asked.ask));
    let asked = flow.session().map(|session| session.walk().asked());
    for asked in asked.unwrap_or_default() {
        let Some(node) = file.answer(&asked.id) else {
            continue;
        };
        if reply(&asked.ask, node).is_none() {
            wrong.push(misfit(&words, node, &asked.id, ""));
        } else if let Some(reason) = refused.get(&asked.id) {
            wrong.push(misfit(&words, node, &asked.id, reason));
        }
    }
    let used: BTreeSet<String> = asked
        .unwrap_or_default()
        .iter()
        .map(|asked| asked.id.to_string())
        .collect();
    to_the_end(&mut flow, file);
    let known: Vec<&str> = guide
        .questions()
        .iter()
        .map(|question| question.id.as_str())
        .collect();
    for (key, _) in file.answers() {
        let name = key.text().unwrap_or_default();
        if used.contains(&name) {
            continue;
        }
        let place = key.place.to_string();
        let question = guide.question(&QuestionId::new(&name));
        // What is asked in another language only is answered in a file for both.
        if question.is_some_and(|question| question.when.is_never()) {
            continue;
        }
        let sentence = if question.is_some() {
            fill(
                &words.answers.not_asked,
                &[("place", &place), ("name", &name)],
            )
        } else {
            let near = nearest(&name, known.iter().copied());
            let near = near
                .map(|near| fill(&words.answers.near, &[("name", &near)]))
                .unwrap_or_default();
            fill(
                &words.answers.unknown,
                &[("place", &place), ("name", &name), ("near", &near)],
            )
            .trim_end()
            .to_owned()
        };
        wrong.push(sentence);
    }
    if wrong.is_empty() {
        Ok(flow)
    } else {
        Err(Failure::new(Kind::Input, wrong.join("\n")))
    }
}

/// What the file says to a question; where it says nothing that fits, the question is skipped.
fn given(file: &AnswersFile, id: &QuestionId, ask: &Ask) -> Reply {
    let nothing = if matches!(ask, Ask::Read { .. }) {
        Reply::Read
    } else {
        Reply::Blank(Blank::Skipped)
    };
    file.answer(id)
        .and_then(|node| reply(ask, node))
        .unwrap_or(nothing)
}

/// Goes on from the last question, as a person would.
fn to_the_end(flow: &mut Flow, file: &AnswersFile) {
    let mut refused = false;
    // One question, what is good to know about it, and a few papers; the limit holds even where one leads back to itself.
    for _ in 0..100 {
        let intent = match flow.view().stage {
            StageView::Asking(view) if refused => {
                Intent::Reply(view.id, Reply::Blank(Blank::Skipped))
            }
            StageView::Asking(view) => {
                let reply = given(file, &view.id, &view.ask);
                Intent::Reply(view.id, reply)
            }
            StageView::Consequence(_) | StageView::Notice(_) => Intent::Continue,
            StageView::Preview(_) => Intent::GoOn,
            StageView::Welcome(_)
            | StageView::Review(_)
            | StageView::Findings(_)
            | StageView::HealthCheck(_)
            | StageView::Place(_)
            | StageView::Aside(_)
            | StageView::Earlier(_)
            | StageView::ThenAndNow(_)
            | StageView::BadGuide(_)
            | StageView::Over(_)
            | StageView::Veiled
            | StageView::Stopping => return,
        };
        flow.update(intent);
        refused = matches!(flow.view().stage, StageView::Asking(view) if view.refusal.is_some());
    }
}

/// Makes the shared paper of a walked guide that this format holds, as bytes: the sheet, or its days for a calendar.
pub fn sheet(file: &AnswersFile, flow: &mut Flow, format: &Format) -> Result<Vec<u8>, Failure> {
    let words = flow.words().clone();
    let calendar = format.holds == Holds::Days;
    let no_paper = || Failure::new(Kind::Input, words.answers.no_paper.clone());
    let number = flow.session().and_then(|session| {
        let due = Summary::due(session.guide(), session.walk());
        let fits =
            |paper: &Paper| paper.reader == Reader::Shared && paper.is_calendar() == calendar;
        due.iter().position(|id| {
            let mut papers = session.guide().papers().iter();
            papers.any(|paper| paper.id == *id && fits(paper))
        })
    });
    flow.update(Intent::Look(number.ok_or_else(no_paper)?));
    if !matches!(flow.stage(), Stage::Preview) {
        return Err(no_paper());
    }
    if !calendar {
        select(file, flow, &words)?;
    }
    let document = document(flow, &words)?;
    format.write(&document).map_err(|error| match error {
        WriteError::NoLetter(letter) => Failure::new(Kind::Input, words.no_letter(letter)),
        WriteError::Unfit => Failure::new(
            Kind::Ours,
            fill(&words.failure.ours, &[("reason", &words.place.other)]),
        ),
    })
}

fn document(flow: &Flow, words: &Words) -> Result<Document<Shared>, Failure> {
    let lost = || Failure::new(Kind::Ours, words.answers.no_paper.clone());
    let session = flow.session().ok_or_else(lost)?;
    let opened = flow.opened().ok_or_else(lost)?;
    let spoken = flow
        .papers()
        .spoken(session, flow.lang(), words)
        .ok_or_else(lost)?;
    flow.papers()
        .shared(&spoken, &opened.lexicon, flow.today(), words)
        .map_err(|open| {
            let tell = |one: &crate::privacy::Open| {
                let word = one
                    .text
                    .get(one.finding.span.bytes.clone())
                    .unwrap_or_default();
                let category = words.health.category(one.finding.category.id());
                fill(
                    &words.answers.health,
                    &[
                        ("line", &one.text),
                        ("word", word),
                        ("category", category),
                        ("rule", &one.finding.rule),
                    ],
                )
            };
            Failure::new(
                Kind::Health,
                open.iter().map(tell).collect::<Vec<_>>().join("\n"),
            )
        })
}

/// Takes over which lines are left out, softer or in another order, and what is not about health.
fn select(file: &AnswersFile, flow: &mut Flow, words: &Words) -> Result<(), Failure> {
    let summary = flow
        .session()
        .and_then(|session| flow.papers().summary(session));
    let known: BTreeSet<LineId> = summary
        .iter()
        .flat_map(Summary::lines)
        .map(|line| line.id.clone())
        .collect();
    let mut wrong = Vec::new();
    let mut lines = |name: &str| -> Vec<LineId> {
        let nodes = file
            .node
            .get("sheet")
            .and_then(|sheet| sheet.get(name))
            .map(Node::items)
            .unwrap_or_default();
        let mut ids = Vec::new();
        for node in nodes {
            let id = LineId::new(&node.text().unwrap_or_default());
            if known.contains(&id) {
                ids.push(id);
            } else {
                wrong.push(fill(
                    &words.answers.line_unknown,
                    &[("place", &node.place.to_string()), ("name", id.as_str())],
                ));
            }
        }
        ids
    };
    let leave_out = lines("leave_out");
    let put_on = lines("put_on");
    let starts_off = |id: &LineId| {
        summary
            .iter()
            .flat_map(Summary::lines)
            .any(|line| line.id == *id && line.starts_off)
    };
    let switched = leave_out
        .into_iter()
        .filter(|id| !starts_off(id))
        .chain(put_on.into_iter().filter(starts_off))
        .collect();
    let selection = Selection {
        switched,
        softer: lines("softer").into_iter().collect(),
        order: lines("order"),
    };
    if !wrong.is_empty() {
        return Err(Failure::new(Kind::Input, wrong.join("\n")));
    }
    flow.select(selection);
    for node in file
        .node
        .get("not_health")
        .map(Node::items)
        .unwrap_or_default()
    {
        let text = |name: &str| node.get(name).and_then(Node::text).unwrap_or_default();
        flow.papers_mut()
            .decide(&text("text"), &text("rule"), Decision::NotHealth);
    }
    Ok(())
}

/// Reports settings of the file itself that do not exist.
fn settings(file: &AnswersFile, words: &Words) -> Vec<String> {
    const KNOWN: [&str; 5] = ["guide", "lang", "answers", "sheet", "not_health"];
    let mut wrong = Vec::new();
    for (key, _) in file.node.pairs() {
        let name = key.text().unwrap_or_default();
        if !KNOWN.contains(&name.as_str()) {
            let near = nearest(&name, KNOWN)
                .map(|near| fill(&words.answers.near, &[("name", &near)]))
                .unwrap_or_default();
            wrong.push(fill(
                &words.answers.unknown,
                &[
                    ("place", &key.place.to_string()),
                    ("name", &name),
                    ("near", &near),
                ],
            ));
        }
    }
    wrong
}

fn misfit(words: &Words, node: &Node, id: &QuestionId, reason: &str) -> String {
    fill(
        &words.answers.wrong,
        &[
            ("place", &node.place.to_string()),
            ("name", id.as_str()),
            ("reason", reason),
        ],
    )
    .trim_end()
    .to_owned()
}

/// Reads the value of one answer in the form of its asking shape; nothing when it has another form.
pub fn reply(ask: &Ask, node: &Node) -> Option<Reply> {
    if let Some(blank) = node.get("blank").and_then(Node::text) {
        return Blank::ALL
            .into_iter()
            .find(|known| known.name() == blank)
            .map(Reply::Blank);
    }
    match ask {
        Ask::Pick { .. } | Ask::Compare { .. } => Some(Reply::Pick(ItemId::new(&node.text()?))),
        Ask::PickMany { .. } => list(node)?
            .iter()
            .enumerate()
            .map(|(number, node)| choice(node, number))
            .collect::<Option<_>>()
            .map(Reply::PickMany),
        Ask::Scale { .. } => number(node).map(Reply::Scale),
        Ask::Rank { .. } => list(node)?
            .iter()
            .map(|node| node.text().map(|id| ItemId::new(&id)))
            .collect::<Option<_>>()
            .map(Reply::Rank),
        Ask::Weigh { .. } => weights(node).map(Reply::Weigh),
        Ask::Form { .. } => {
            let pairs = map(node)?;
            let field =
                |(key, value): &(Node, Node)| Some((FieldId::new(&key.text()?), value.text()?));
            pairs
                .iter()
                .map(field)
                .collect::<Option<_>>()
                .map(Reply::Form)
        }
        Ask::Grid { .. } => cells(node).map(Reply::Grid),
        Ask::Day => Some(Reply::Day(node.text()?)),
        Ask::Line { .. } | Ask::Lines { .. } => Some(Reply::Text(node.text()?)),
        Ask::Read { .. } => Some(Reply::Read),
    }
}

fn list(node: &Node) -> Option<&[Node]> {
    matches!(node.value, Value::List(_)).then(|| node.items())
}

fn map(node: &Node) -> Option<&[(Node, Node)]> {
    matches!(node.value, Value::Map(_)).then(|| node.pairs())
}

/// Own entries are numbered in the order of the file.
fn choice(node: &Node, number: usize) -> Option<Choice> {
    match node.get("own") {
        Some(own) => Some(Choice::Own(Own {
            key: u32::try_from(number + 1).ok()?,
            text: own.text()?,
        })),
        None => Some(Choice::Item(ItemId::new(&node.text()?))),
    }
}

fn weight(node: &Node) -> Option<u8> {
    // A weight beyond the scale is refused by the question, with its limits.
    number(node).map(|number| u8::try_from(number).unwrap_or(u8::MAX))
}

fn number(node: &Node) -> Option<i64> {
    if let Value::Number(number) = node.value {
        Some(number)
    } else {
        None
    }
}

fn weights(node: &Node) -> Option<Weights> {
    let mut weights = Weights::default();
    for (key, value) in map(node)? {
        let name = key.text()?;
        if name != "own" {
            weights.given.insert(ItemId::new(&name), weight(value)?);
            continue;
        }
        for (number, entry) in list(value)?.iter().enumerate() {
            let text = |name: &str| entry.get(name).and_then(Node::text);
            weights.own.push(OwnWeight {
                own: Own {
                    key: u32::try_from(number + 1).ok()?,
                    text: text("text")?,
                },
                column: ItemId::new(&text("column")?),
                pole: match text("pole")?.as_str() {
                    "for" => Pole::For,
                    "against" => Pole::Against,
                    _ => return None,
                },
                weight: weight(entry.get("weight")?)?,
            });
        }
    }
    Some(weights)
}

fn cells(node: &Node) -> Option<Cells> {
    let row = |node: &Node| -> Option<_> {
        let cell = |(column, choice): &(Node, Node)| {
            Some((ItemId::new(&column.text()?), ItemId::new(&choice.text()?)))
        };
        map(node)?.iter().map(cell).collect::<Option<_>>()
    };
    let mut cells = Cells::default();
    for (key, value) in map(node)? {
        let name = key.text()?;
        if name != "own" {
            cells.cells.insert(ItemId::new(&name), row(value)?);
            continue;
        }
        for (number, entry) in list(value)?.iter().enumerate() {
            let own = Own {
                key: u32::try_from(number + 1).ok()?,
                text: entry.get("text").and_then(Node::text)?,
            };
            if let Some(filled) = entry.get("cells") {
                cells.cells.insert(Cells::own_row(&own), row(filled)?);
            }
            cells.own.push(own);
        }
    }
    Some(cells)
}

/// Opens the guide of an answers file.
pub fn open(library: &Library, file: &AnswersFile, lang: Lang) -> Result<Opened, Outcome> {
    let guide = file.guide().unwrap_or_else(|| "openness".to_owned());
    match crate::app::opening::open(library, &guide, lang) {
        Outcome::Loaded(opened) => Ok(*opened),
        other @ (Outcome::BadGuide(_)
        | Outcome::Words(..)
        | Outcome::Written(_)
        | Outcome::NotWritten(..)
        | Outcome::Dossier(_)
        | Outcome::Settled(_)) => Err(other),
    }
}
