//! The plan of then beside that of now: for each person of the plan and each agreement what is the same, other, new or gone,
//! and how the agreements were judged; then what else was said otherwise.
//!
//! Both are read with the guide as it is now. What that does not know any more is shown in the words of then.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::app::dossier::content::Visit;
use crate::app::flow::judged::{self, Judged};
use crate::app::flow::state::Flow;
use crate::app::flow::visits;
use crate::app::view::{BesideBlock, BesideCell, BesideRow, Change, ThenAndNowView};
use crate::core::answer::{Answer, Cells};
use crate::core::ask::{Ask, Field, GridColumn, Offer};
use crate::core::guide::{Guide, Question};
use crate::core::ids::{ItemId, QuestionId};
use crate::core::kinds::Thing;
use crate::core::session::{Asked, Session};
use crate::core::words::{Visits, Words, fill};

/// What one side says of one thing: its name, and its cells.
type Side = (String, Texts);

/// A text for each cell; nothing where a cell is open.
type Texts = Vec<Option<String>>;

/// The things of one side, in order.
type Sides = Vec<(String, Side)>;

impl Flow {
    pub(super) fn then_and_now(&self, number: usize) -> Option<ThenAndNowView> {
        let opened = self.opened.as_ref()?;
        let words = &self.words.visits;
        let visits = self.visits();
        let visit = visits.get(number)?;
        let guide = opened.loaded.followed.as_ref();
        let guide = guide.unwrap_or(&opened.loaded.guide);
        let company = self.session.as_ref()?.company();
        let then = visits::session(visit, guide, company);
        let now = if self.is_at_plan() {
            self.session.clone()?
        } else {
            let last = visits::last_of(visits, guide.id())?;
            visits::session(last, guide, company)
        };
        let day = self.kept.as_ref().and_then(|kept| kept.rest.day.clone());
        let judged = self.judged(number);
        let mut blocks = blocks(
            guide,
            (&then, &judged.0),
            (&now, &judged.1),
            visit,
            &self.words,
        );
        blocks.push(BesideBlock {
            title: words.otherwise.clone(),
            rows: self.otherwise(&then, &now),
        });
        blocks.retain(|block| !block.rows.is_empty());
        let mut ways = vec![self.words.dossier.go_on.clone()];
        if self.is_at_plan() {
            ways.push(words.change.clone());
        }
        let on = |sentence: &str, date: &str| fill(sentence, &[("day", &self.visit_day(date))]);
        Some(ThenAndNowView {
            title: words.beside.clone(),
            text: self.beside_in_short(&blocks),
            then: on(&words.then_on, &visit.date),
            now: on(&words.now_on, &day.unwrap_or_default()),
            blocks,
            ways,
        })
    }

    /// How much is other. While a coach sits there this is about what is seen; nothing tells whether there is more.
    fn beside_in_short(&self, blocks: &[BesideBlock]) -> String {
        let words = &self.words.visits;
        let nothing_changed = if self.together() {
            &words.nothing_changed_here
        } else {
            &words.nothing_changed
        };
        summary(blocks, nothing_changed, words)
    }
}

fn summary(blocks: &[BesideBlock], nothing_changed: &str, words: &Visits) -> String {
    let rows = || blocks.iter().flat_map(|block| &block.rows);
    let count = |change: Change| {
        rows()
            .filter(|row| row.change == change)
            .count()
            .to_string()
    };
    if rows().next().is_none() {
        return words.nothing_beside.clone();
    }
    if rows().all(|row| row.change == Change::Same) {
        return nothing_changed.to_owned();
    }
    let values = [
        ("changed", &*count(Change::Changed)),
        ("new", &*count(Change::New)),
        ("gone", &*count(Change::Gone)),
        ("same", &*count(Change::Same)),
    ];
    fill(&words.count, &values)
}

/// The plans first, then the agreements.
fn blocks(
    guide: &Arc<Guide>,
    (then, judged_then): (&Session, &Judged),
    (now, judged_now): (&Session, &Judged),
    visit: &Visit,
    words: &Words,
) -> Vec<BesideBlock> {
    let mut blocks = Vec::new();
    for question in guide.questions() {
        if !question.kind.gives(Thing::Plan, None) {
            continue;
        }
        let (labels, before) = plan(question, then, words);
        let (newer, after) = plan(question, now, words);
        let labels = if newer.is_empty() { labels } else { newer };
        blocks.push(BesideBlock {
            title: question.short.to_string(),
            rows: rows(before, after, &labels, words),
        });
    }
    let (labels, before) = agreements(guide, then, judged_then, words);
    let (newer, after) = agreements(guide, now, judged_now, words);
    let labels = if newer.is_empty() { labels } else { newer };
    let mut rows = rows(before, after, &labels, words);
    rows.extend(gone(guide, then, visit, words));
    blocks.push(BesideBlock {
        title: words.visits.agreements.clone(),
        rows,
    });
    blocks
}

/// The rows of a plan that say something.
fn plan(question: &Question, session: &Session, words: &Words) -> (Vec<String>, Sides) {
    let Some(asked) = session.walk().find(&question.id) else {
        return (Vec::new(), Sides::new());
    };
    let (Ask::Grid { rows, columns, .. }, Some(Answer::Cells(cells))) = (&asked.ask, &asked.answer)
    else {
        return (Vec::new(), Sides::new());
    };
    let given = rows
        .iter()
        .map(|row| (row.id.clone(), row.id.to_string(), words.say(&row.label)));
    // A row of the person's own is the same row as long as it has the same name.
    let own = cells.own.iter();
    let own = own.map(|own| {
        let id = Cells::own_row(own);
        (id, format!("own {}", own.text), own.text.clone())
    });
    let side = |(id, key, name): (ItemId, String, String)| {
        let row = cells.cells.get(&id)?;
        let texts: Vec<Option<String>> = columns
            .iter()
            .map(|column| row.get(&column.id).map(|id| choice(column, id, words)))
            .collect();
        let said = texts.iter().any(Option::is_some);
        said.then_some((key, (name, texts)))
    };
    let labels = columns.iter().map(|column| column.label.to_string());
    (
        labels.collect(),
        given.chain(own).filter_map(side).collect(),
    )
}

fn choice(column: &GridColumn, id: &ItemId, words: &Words) -> String {
    let offer = column.offers.iter().find(|offer| offer.id == *id);
    offer.map_or_else(
        || words.visits.not_offered.clone(),
        |offer| words.say(&offer.label),
    )
}

/// The agreements there are, whichever question they were made at, and how they work.
fn agreements(
    guide: &Guide,
    session: &Session,
    judged: &Judged,
    words: &Words,
) -> (Vec<String>, Sides) {
    let mut labels = Vec::new();
    let mut sides = Sides::new();
    let kinds = guide.questions().iter();
    for question in kinds.filter(|question| question.kind.needs_each()) {
        for asked in session.walk().all(&question.id) {
            let Some((offer, names, mut texts)) = agreement(asked, words) else {
                continue;
            };
            labels = names;
            labels.push(words.visits.works.clone());
            texts.push(judged::said_of(judged, offer.id.as_str()));
            sides.push((offer.id.to_string(), (words.say(&offer.label), texts)));
        }
    }
    (labels, sides)
}

fn agreement<'a>(asked: &'a Asked, words: &Words) -> Option<(&'a Offer, Vec<String>, Texts)> {
    let offer = asked.each.as_ref()?;
    let answer = asked.answer.as_ref()?;
    let Ask::Form { fields } = &asked.ask else {
        return None;
    };
    let said = |field: &Field| {
        let said = asked.ask.field(answer, &field.id)?;
        Some(words.say(&said))
    };
    let texts: Vec<Option<String>> = fields.iter().map(said).collect();
    let names = fields.iter().map(|field| words.say(&field.label));
    let is_said = texts.iter().any(Option::is_some);
    is_said.then(|| (offer, names.collect(), texts))
}

/// Agreements of then about something that the guide does not know any more, in the words of then.
fn gone(guide: &Guide, then: &Session, visit: &Visit, words: &Words) -> Vec<BesideRow> {
    let is_agreement = |id: &QuestionId| {
        let question = guide.question(id);
        id.base() != *id && question.is_some_and(|question| question.kind.needs_each())
    };
    let mut rows = Vec::new();
    for (id, saying) in &visit.answers {
        let id = QuestionId::new(id);
        if is_agreement(&id) && then.walk().find(&id).is_none() && !saying.said.is_empty() {
            let said = saying.said.iter().map(|said| BesideCell {
                label: String::new(),
                then: said.clone(),
                now: words.visits.nothing.clone(),
                changed: true,
            });
            rows.push(BesideRow {
                name: saying.asked.clone(),
                change: Change::Gone,
                said: words.visits.gone.clone(),
                cells: said.collect(),
            });
        }
    }
    rows
}

/// Puts two sides beside each other: the order of now, then what is gone.
fn rows(before: Sides, after: Sides, labels: &[String], words: &Words) -> Vec<BesideRow> {
    let mut before: BTreeMap<String, (usize, Side)> = before
        .into_iter()
        .enumerate()
        .map(|(at, (key, side))| (key, (at, side)))
        .collect();
    let mut rows = Vec::new();
    for (key, (name, now)) in after {
        let then = before.remove(&key).map(|(_, (_, then))| then);
        rows.push(row(name, then.as_ref(), Some(&now), labels, words));
    }
    let mut gone: Vec<_> = before.into_values().collect();
    gone.sort_by_key(|(at, _)| *at);
    let gone = gone.into_iter();
    rows.extend(gone.map(|(_, (name, then))| row(name, Some(&then), None, labels, words)));
    rows
}

fn row(
    name: String,
    then: Option<&Texts>,
    now: Option<&Texts>,
    labels: &[String],
    words: &Words,
) -> BesideRow {
    let change = match (then, now) {
        (Some(then), Some(now)) if then == now => Change::Same,
        (Some(_), Some(_)) => Change::Changed,
        (None, _) => Change::New,
        (Some(_), None) => Change::Gone,
    };
    let at = |side: Option<&Texts>, number: usize| {
        let text = side.and_then(|side| side.get(number)?.clone());
        text.unwrap_or_else(|| words.visits.nothing.clone())
    };
    let cell = |(number, label): (usize, &String)| {
        let (then, now) = (at(then, number), at(now, number));
        BesideCell {
            label: label.clone(),
            changed: then != now,
            then,
            now,
        }
    };
    // What is open on both sides says nothing.
    let open = &words.visits.nothing;
    let cells = labels.iter().enumerate().map(cell);
    let cells = cells.filter(|cell| cell.then != *open || cell.now != *open);
    let said = match change {
        Change::Same => &words.visits.same,
        Change::Changed => &words.visits.changed,
        Change::New => &words.visits.new,
        Change::Gone => &words.visits.gone,
    };
    BesideRow {
        name,
        change,
        said: said.clone(),
        cells: cells.collect(),
    }
}
