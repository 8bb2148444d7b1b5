//! The papers that tests look at: made from answers as a person would make them, in every format, with what they say in order.

use std::collections::BTreeMap;
use std::path::Path;

use weegwijzer::app::answers_file::{self, AnswersFile};
use weegwijzer::app::effect::{Effect, File, Opened, Outcome};
use weegwijzer::app::flow::Flow;
use weegwijzer::app::intent::{HealthWish, Intent};
use weegwijzer::app::opening;
use weegwijzer::app::view::StageView;
use weegwijzer::content::{embedded, library::Library, parse};
use weegwijzer::core::answer::{Choice, Day};
use weegwijzer::core::ask::{Ask, Reply};
use weegwijzer::core::words::Lang;
use weegwijzer::paper::{Block, Document, WriteError};
use weegwijzer::privacy::Decision;

use crate::support::reading::words;

/// One paper in every format: the bytes by ending, and its facts in order.
pub(crate) struct Paper {
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    pub(crate) facts: Vec<String>,
    /// How many of the facts stand at the foot of the page.
    pub(crate) foot: usize,
    pub(crate) name: String,
}

/// The guide in both languages, opened once: that takes longer than all the rest.
pub(crate) struct Desk {
    library: Library,
    opened: BTreeMap<&'static str, Opened>,
}

impl Desk {
    pub(crate) fn new() -> Self {
        let library = Library::built_in();
        let open = |lang| match opening::open(&library, "openness", Lang::new(lang)) {
            Outcome::Loaded(opened) => (lang, *opened),
            other => panic!("the guide opens: {other:?}"),
        };
        Self {
            opened: ["nl", "en"].map(open).into(),
            library,
        }
    }

    pub(crate) fn made(&self, answers: &str, lang: &str, number: usize) -> Paper {
        paper(&mut flow(self, answers, lang), number, &Decision::NotHealth)
    }
}

/// The flow at its end, with these answers.
pub(crate) fn flow(desk: &Desk, answers: &str, lang: &str) -> Flow {
    let file = AnswersFile::new(parse::parse("answers.yml", answers).expect("the answers parse"));
    let opened = desk.opened[lang].clone();
    let today = Day::new(2026, 11, 22);
    let mut flow =
        answers_file::walk(&file, opened, desk.library.langs(), today).expect("the answers fit");
    let format = weegwijzer::paper::format_of("x.txt").expect("a format");
    // Takes over which lines are put on, where the file says so; a health word is another test's business.
    if answers.contains("\nsheet:") {
        answers_file::sheet(&file, &mut flow, format).expect("the sheet is made");
    }
    flow
}

/// The paper of this number, saved in every form it can have; `decide` answers the health-word check.
pub(crate) fn paper(flow: &mut Flow, number: usize, decide: &Decision) -> Paper {
    flow.update(Intent::Look(number));
    let mut effects = flow.update(Intent::Continue);
    for _ in 0..200 {
        effects = match flow.view().stage {
            StageView::Findings(list) => {
                let next = list.rows.iter().position(|row| row.done.is_none());
                flow.update(next.map_or(Intent::Continue, |next| {
                    Intent::Health(HealthWish::Choose(next))
                }))
            }
            StageView::HealthCheck(view) => flow.update(Intent::Health(match decide {
                Decision::Reword(text) => HealthWish::Reword(text.clone()),
                Decision::LeaveOut => HealthWish::LeaveOut,
                Decision::NotHealth => HealthWish::NotHealth(view.word),
            })),
            StageView::Aside(_) => flow.update(Intent::Choose(0)),
            StageView::Asking(view) => {
                let Ask::PickMany { offers, .. } = &view.ask else {
                    panic!("the forms are asked")
                };
                let all = offers.iter().map(|offer| Choice::Item(offer.id.clone()));
                flow.update(Intent::Reply(
                    view.id.clone(),
                    Reply::PickMany(all.collect()),
                ))
            }
            StageView::Place(place) if effects.is_empty() => {
                flow.update(Intent::SaveAt(place.path))
            }
            _ => break,
        };
        if !effects.is_empty() {
            break;
        }
    }
    match effects.pop() {
        Some(Effect::WriteShared {
            document, files, ..
        }) => written(&document, &files),
        Some(Effect::WritePrivate {
            document, files, ..
        }) => written(&document, &files),
        other => panic!("nothing is written: {other:?}, {:?}", flow.view()),
    }
}

fn written<Kind>(document: &Document<Kind>, files: &[File]) -> Paper {
    let bytes = |file: &File| {
        let ending = file.format.ending;
        match file.format.write(document) {
            Ok(bytes) => Some((ending.to_owned(), bytes)),
            Err(WriteError::NoLetter(_)) if ending == "pdf" => None,
            Err(error) => panic!("{ending}: {error:?}"),
        }
    };
    Paper {
        files: files.iter().filter_map(bytes).collect(),
        facts: facts(document),
        foot: document.meta().footer.len(),
        name: files
            .first()
            .map(|file| file.path.clone())
            .unwrap_or_default(),
    }
}

/// What a document says, in order. Headings of columns are left out: one format says them at each row, another once.
fn facts<Kind>(document: &Document<Kind>) -> Vec<String> {
    let meta = document.meta();
    let mut facts: Vec<String> = meta.mark.iter().cloned().collect();
    facts.push(meta.title.clone());
    for block in document.blocks() {
        match block {
            Block::Heading(_, text) | Block::Paragraph(text) => facts.push(text.clone()),
            Block::List(items) | Block::Signatures(items) => facts.extend(items.iter().cloned()),
            Block::Table(table) => facts.extend(table.rows.iter().flatten().cloned()),
            Block::Pairs(pairs) => {
                for pair in pairs {
                    facts.push(pair.label.clone());
                    facts.extend(pair.said.iter().cloned());
                }
            }
            Block::Weights(columns) => {
                for column in columns {
                    facts.push(column.label.clone());
                    for side in &column.sides {
                        facts.push(side.label.clone());
                        if side.items.is_empty() {
                            facts.push(side.nothing.clone());
                        }
                        for item in &side.items {
                            facts.push(item.text.clone());
                            facts.push(item.said.clone());
                        }
                    }
                }
            }
        }
    }
    facts.extend(meta.footer.iter().cloned());
    if !document.days().is_empty() {
        // A calendar holds these alone.
        facts = document
            .days()
            .iter()
            .map(|event| event.title.clone())
            .collect();
    }
    facts.retain(|fact| !fact.is_empty());
    facts
}

/// The papers that are looked at: name, answers, language, number of the paper.
pub(crate) fn all() -> Vec<(&'static str, String, &'static str, usize)> {
    let example = embedded::text("openness/example.answers.yml").expect("the example is shipped");
    let own = |name: &str| {
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/it/papers/{name}.yml"));
        std::fs::read_to_string(path).expect("the answers are there")
    };
    vec![
        ("short", own("short"), "nl", 0),
        ("normal", example.to_owned(), "nl", 0),
        ("normal-en", example.to_owned(), "en", 0),
        ("overfull", own("overfull"), "nl", 0),
        ("plan", example.to_owned(), "nl", 1),
        ("plan-en", example.to_owned(), "en", 1),
        ("days", example.to_owned(), "nl", 2),
    ]
}

/// Says which fact does not stand behind those before it, if there is one.
pub(crate) fn astray<'a>(facts: &'a [String], read: &[String]) -> Option<&'a String> {
    let mut from = 0;
    facts.iter().find(|fact| {
        let wanted = words(fact);
        let at = read[from..]
            .windows(wanted.len().max(1))
            .position(|window| window == wanted);
        from += at.unwrap_or_default() + wanted.len();
        at.is_none() && !wanted.is_empty()
    })
}
