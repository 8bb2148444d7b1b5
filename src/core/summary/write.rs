//! From an author's line and the answers of a walk to lines on paper.

use crate::core::answer::{Answer, Cells, FieldAnswer, Pole};
use crate::core::ask::{Ask, Field, Offer};
use crate::core::guide::{Guide, Line, LineKind, Slot};
use crate::core::ids::{FieldId, ItemId, LineId, QuestionId};
use crate::core::phrase::{Part, Phrase};
use crate::core::session::{Asked, Walk};
use crate::core::summary::line::{Content, SummaryLine, Weighing};
use crate::core::text::has_open_slot;

/// Writes the lines that one line of the author makes; none when an answer in it is missing.
pub(super) fn write(guide: &Guide, walk: &Walk, line: &Line, name: &str) -> Vec<SummaryLine> {
    match &line.kind {
        LineKind::Say { label, slots, role } => {
            let Some((phrases, from)) = say(walk, slots) else {
                return Vec::new();
            };
            let content = match label {
                Some(label) => Content::Pair(Phrase::Text(label.clone()), vec![joined(phrases)]),
                None => Content::Text(phrases),
            };
            let line = SummaryLine::plain(LineId::new(name), content, from);
            vec![SummaryLine {
                role: *role,
                ..line
            }]
        }
        LineKind::List { of, at_most } => walk
            .all(of)
            .flat_map(|asked| list(asked, name))
            .take(*at_most)
            .collect(),
        LineKind::Table { of } => walk.all(of).filter_map(|asked| row(asked, name)).collect(),
        LineKind::Said { of } => {
            let all: Vec<&Asked> = of.iter().flat_map(|(id, _)| walk.all(id)).collect();
            let said = |asked: &Asked, several| said(guide, asked, several, name);
            let lines = by_thing(&all).into_iter();
            lines
                .filter_map(|(asked, several)| said(asked, several))
                .collect()
        }
        LineKind::Grid { of } => walk.all(of).flat_map(|asked| grid(asked, name)).collect(),
        LineKind::Weights { of } => walk
            .all(of)
            .filter_map(|asked| weights(asked, name))
            .collect(),
        LineKind::Day { on, slots } => day(walk, on, slots, name).into_iter().collect(),
        LineKind::Sources => sources(guide, walk, name),
    }
}

fn real(asked: &Asked) -> Option<&Answer> {
    asked
        .answer
        .as_ref()
        .filter(|answer| !matches!(answer, Answer::Blank(_) | Answer::Seen))
}

/// A sentence stands only when every answer in it does. Returns what it says, and where that came from.
fn say(walk: &Walk, slots: &[Slot]) -> Option<(Vec<Phrase>, Vec<QuestionId>)> {
    let mut phrases = Vec::new();
    let mut from = Vec::new();
    for slot in slots {
        match slot {
            Slot::Text(text) => phrases.push(Phrase::Text(text.clone())),
            Slot::Answer { question, field } => {
                let asked = walk.find(question)?;
                let answer = real(asked)?;
                let said = match field {
                    Some(field) => vec![asked.ask.field(answer, field)?],
                    None => asked.ask.said(answer),
                };
                phrases.push(joined(said));
                from.push(asked.id.clone());
            }
        }
    }
    Some((phrases, from))
}

/// One phrase as it is, several as a list.
fn joined(mut phrases: Vec<Phrase>) -> Phrase {
    match (phrases.pop(), phrases.is_empty()) {
        (Some(only), true) => only,
        (last, _) => {
            phrases.extend(last);
            Phrase::List(phrases)
        }
    }
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
        let id = LineId::new(&format!("{name}/{}", offer.id));
        let from = vec![asked.id.clone()];
        SummaryLine {
            level: item.and_then(|item| item.level),
            softer: item.and_then(|item| item.softer.clone()),
            ..SummaryLine::plain(id, Content::Text(vec![text]), from)
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
        let id = FieldId::built(part.name());
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
    let id = LineId::new(&format!("{name}/{item}"));
    let author = asked.each.as_ref().and_then(|offer| offer.item.as_ref());
    cells.iter().any(Option::is_some).then(|| SummaryLine {
        level: author.and_then(|item| item.level),
        ..SummaryLine::plain(id, Content::Row(cells), vec![asked.id.clone()])
    })
}

/// Whether one thing is said of what a question is repeated for, or several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Several {
    No,
    Yes,
}

/// Puts together what several questions say of one thing, at the place where the thing is named first.
fn by_thing<'a>(all: &[&'a Asked]) -> Vec<(&'a Asked, Several)> {
    let thing = |asked: &Asked| asked.each.as_ref().map(|offer| offer.id.clone());
    let of = |asked: &Asked| {
        let same = |other: &&&Asked| thing(other).is_some() && thing(other) == thing(asked);
        all.iter().filter(same).copied().collect::<Vec<_>>()
    };
    let mut ordered: Vec<(&Asked, Several)> = Vec::new();
    for asked in all {
        let together = of(asked);
        let several = together
            .iter()
            .any(|other| other.position != asked.position);
        let group = if several { together } else { vec![*asked] };
        for asked in group {
            if !ordered.iter().any(|(other, _)| other.id == asked.id) {
                let several = if several { Several::Yes } else { Several::No };
                ordered.push((asked, several));
            }
        }
    }
    ordered
}

fn said(guide: &Guide, asked: &Asked, several: Several, name: &str) -> Option<SummaryLine> {
    let answer = real(asked)?;
    let question = guide.questions().get(asked.position)?;
    let short = Phrase::Text(question.short.clone());
    let label = match (&asked.each, several) {
        (Some(offer), Several::Yes) => Phrase::List(vec![offer.label.clone(), short]),
        (Some(offer), Several::No) => offer.label.clone(),
        (None, Several::Yes | Several::No) => short,
    };
    let id = LineId::new(&format!("{name}/{}", asked.id));
    let content = Content::Pair(label, asked.ask.said(answer));
    Some(SummaryLine::plain(id, content, vec![asked.id.clone()]))
}

/// A row for each person of the plan that something stands at.
fn grid(asked: &Asked, name: &str) -> Vec<SummaryLine> {
    let (Ask::Grid { rows, columns, .. }, Some(Answer::Cells(cells))) = (&asked.ask, real(asked))
    else {
        return Vec::new();
    };
    let labels = columns
        .iter()
        .map(|column| Phrase::Text(column.label.clone()));
    let head: Vec<Phrase> = std::iter::once(Phrase::Part(Part::Who))
        .chain(labels)
        .collect();
    let own = cells
        .own
        .iter()
        .map(|own| (Cells::own_row(own), Phrase::text(&own.text)));
    let all = rows
        .iter()
        .map(|row| (row.id.clone(), row.label.clone()))
        .chain(own);
    let line = |(row, label): (ItemId, Phrase)| {
        let filled = cells.cells.get(&row).filter(|filled| !filled.is_empty())?;
        let cell = |column: &crate::core::ask::GridColumn| {
            let choice = filled.get(&column.id)?;
            let offer = column.offers.iter().find(|offer| offer.id == *choice)?;
            Some(offer.label.clone())
        };
        let cells = std::iter::once(Some(label)).chain(columns.iter().map(cell));
        Some(SummaryLine::plain(
            LineId::new(&format!("{name}/{row}")),
            Content::Cells(head.clone(), cells.collect()),
            vec![asked.id.clone()],
        ))
    };
    all.filter_map(line).collect()
}

/// What weighs, the heaviest first; what weighs nothing is left out, an option never is.
fn weights(asked: &Asked, name: &str) -> Option<SummaryLine> {
    let (Ask::Weigh { columns, items, .. }, Some(Answer::Weights(given))) =
        (&asked.ask, real(asked))
    else {
        return None;
    };
    let side = |column: &ItemId, pole: Pole| {
        let listed = items
            .iter()
            .filter(|item| item.column == *column && item.pole == pole)
            .filter_map(|item| Some((item.label.clone(), *given.given.get(&item.id)?)));
        let own = given
            .own
            .iter()
            .filter(|entry| entry.column == *column && entry.pole == pole)
            .map(|entry| (Phrase::text(&entry.own.text), entry.weight));
        let mut all: Vec<(Phrase, u8)> = listed
            .chain(own)
            .filter(|(_, weight)| *weight > 0)
            .collect();
        all.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
        all
    };
    let weighing = |column: &Offer| Weighing {
        label: column.label.clone(),
        in_favor: side(&column.id, Pole::For),
        against: side(&column.id, Pole::Against),
    };
    let columns: Vec<Weighing> = columns.iter().map(weighing).collect();
    let nothing = |column: &Weighing| column.in_favor.is_empty() && column.against.is_empty();
    if columns.iter().all(nothing) {
        return None;
    }
    let (id, from) = (LineId::new(name), vec![asked.id.clone()]);
    Some(SummaryLine::plain(id, Content::Weights(columns), from))
}

fn day(walk: &Walk, on: &Slot, slots: &[Slot], name: &str) -> Option<SummaryLine> {
    let Slot::Answer { question, field } = on else {
        return None;
    };
    let asked = walk.find(question)?;
    let day = match (real(asked)?, field) {
        (Answer::Day(day), None) => *day,
        (Answer::Form(filled), Some(field)) => match filled.get(field)? {
            FieldAnswer::Day(day) => *day,
            FieldAnswer::Text(_) | FieldAnswer::One(_) => return None,
        },
        _ => return None,
    };
    let (phrases, mut from) = say(walk, slots)?;
    from.push(asked.id.clone());
    let id = LineId::new(name);
    Some(SummaryLine::plain(id, Content::Day(day, phrases), from))
}

/// Every fact that was shown, once, where it was shown first.
fn sources(guide: &Guide, walk: &Walk, name: &str) -> Vec<SummaryLine> {
    let mut lines: Vec<SummaryLine> = Vec::new();
    for asked in walk.asked() {
        if matches!(asked.answer, None | Some(Answer::Blank(_))) {
            continue;
        }
        let question = guide.questions().get(asked.position);
        for fact in question
            .map(|question| question.kind.facts())
            .unwrap_or_default()
        {
            let id = LineId::new(&format!("{name}/{}", fact.id));
            if !lines.iter().any(|line| line.id == id) {
                let from = vec![asked.id.clone()];
                lines.push(SummaryLine::plain(id, Content::Fact(fact), from));
            }
        }
    }
    lines
}
