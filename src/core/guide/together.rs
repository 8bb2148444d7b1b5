//! What a guide says for a meeting with a coach: prompts beside a question, what a person may rather do alone, plans of a meeting.
//!
//! Prompts are questions to ask, never answers. What may be done alone is only named here; the person is asked each time,
//! without a preset.

use serde::{Deserialize, Serialize};

use crate::core::ids::{ItemId, QuestionId, StepId};
use crate::core::kept::Text;
use crate::core::source::{Code, Diagnostics, Fields, Node, Place};

/// What a coach can use at a question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Coach {
    /// Questions to ask: two or three.
    pub prompts: Vec<Text>,
    /// What to mind oneself.
    pub pitfall: Text,
}

/// How few and how many prompts a coach can use at one question.
const PROMPTS: std::ops::RangeInclusive<usize> = 2..=3;

impl Coach {
    /// Reads the value of `coach`, which may be absent.
    pub(super) fn read(fields: &mut Fields<'_>, found: &mut Diagnostics) -> Option<Self> {
        let node = fields.node("coach", found)?;
        let mut inner = Fields::of(node, found);
        let prompts: Vec<Text> = inner
            .needed_texts("prompts", found)
            .into_iter()
            .map(|(text, _)| text.into())
            .collect();
        if !prompts.is_empty() && !PROMPTS.contains(&prompts.len()) {
            let values = vec![
                ("number", prompts.len().to_string()),
                ("low", PROMPTS.start().to_string()),
                ("high", PROMPTS.end().to_string()),
            ];
            found.add_with(Code::OutOfRange, inner.place_of("prompts"), values);
        }
        let coach = Self {
            prompts,
            pitfall: inner.needed_text("pitfall", found).into(),
        };
        inner.done(found);
        Some(coach)
    }
}

/// Something that a person may rather do alone: at its first question they are asked whether.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Topic {
    /// Its name.
    pub id: Text,
    /// What it is about, in a few words.
    pub label: Text,
    /// The questions it holds.
    pub questions: Vec<(QuestionId, Place)>,
    /// Where it stands.
    pub place: Place,
}

/// A part of a sitting.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct MeetingPart {
    /// Its name.
    pub id: Text,
    /// What it is about, in a few words.
    pub label: Text,
    /// How many minutes it takes.
    pub minutes: u32,
    /// The steps it walks; nothing for a part that is only spoken.
    pub steps: Vec<(StepId, Place)>,
    /// Of those steps only these questions, where the time is short; nothing for all.
    pub questions: Vec<(QuestionId, Place)>,
    /// A repeated question is asked so often at most.
    pub at_most: Option<usize>,
    /// Where it stands.
    pub place: Place,
}

/// One time of sitting together.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Sitting {
    /// Its name.
    pub id: Text,
    /// Its title.
    pub label: Text,
    /// Its parts, in order.
    pub parts: Vec<MeetingPart>,
    /// Where it stands.
    pub place: Place,
}

impl Sitting {
    /// How many minutes it takes.
    pub fn minutes(&self) -> u32 {
        self.parts.iter().map(|part| part.minutes).sum()
    }
}

/// A plan for walking the guide together, at once or in several sittings.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Meeting {
    /// Its name.
    pub id: Text,
    /// How it reads.
    pub label: Text,
    /// The route it takes.
    pub route: (ItemId, Place),
    /// The sittings, in order.
    pub sittings: Vec<Sitting>,
    /// Steps the person may do at home.
    pub homework: Vec<(StepId, Place)>,
    /// Where it stands.
    pub place: Place,
}

/// What a guide says for a meeting with a coach.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Together {
    /// What a person may rather do alone.
    pub alone: Vec<Topic>,
    /// Plans of a meeting.
    pub meetings: Vec<Meeting>,
}

impl Together {
    /// Reads the value of `together`, which may be absent.
    pub(super) fn read(fields: &mut Fields<'_>, found: &mut Diagnostics) -> Self {
        let Some(node) = fields.node("together", found) else {
            return Self::default();
        };
        let mut inner = Fields::of(node, found);
        let alone = inner.list("alone", found);
        let alone = alone.iter().map(|node| topic(node, found)).collect();
        let meetings = inner.list("meetings", found);
        let meetings = meetings.iter().map(|node| meeting(node, found)).collect();
        inner.done(found);
        Self { alone, meetings }
    }

    /// Finds the topic of a question that a person may rather do alone.
    pub fn topic(&self, question: &QuestionId) -> Option<&Topic> {
        let base = question.base();
        self.alone
            .iter()
            .find(|topic| topic.questions.iter().any(|(id, _)| *id == base))
    }
}

fn topic(node: &Node, found: &mut Diagnostics) -> Topic {
    let mut fields = Fields::of(node, found);
    let topic = Topic {
        id: fields.id(found).into(),
        label: fields.needed_text("label", found).into(),
        questions: questions(fields.needed_texts("questions", found)),
        place: node.place.clone(),
    };
    fields.done(found);
    topic
}

fn meeting(node: &Node, found: &mut Diagnostics) -> Meeting {
    let mut fields = Fields::of(node, found);
    let meeting = Meeting {
        id: fields.id(found).into(),
        label: fields.needed_text("label", found).into(),
        route: (
            ItemId::new(&fields.needed_text("route", found)),
            fields.place_of("route").clone(),
        ),
        sittings: fields
            .needed_list("sittings", found)
            .iter()
            .map(|node| sitting(node, found))
            .collect(),
        homework: steps(fields.texts("homework", found)),
        place: node.place.clone(),
    };
    fields.done(found);
    meeting
}

fn sitting(node: &Node, found: &mut Diagnostics) -> Sitting {
    let mut fields = Fields::of(node, found);
    let sitting = Sitting {
        id: fields.id(found).into(),
        label: fields.needed_text("label", found).into(),
        parts: fields
            .needed_list("parts", found)
            .iter()
            .map(|node| part(node, found))
            .collect(),
        place: node.place.clone(),
    };
    fields.done(found);
    sitting
}

fn part(node: &Node, found: &mut Diagnostics) -> MeetingPart {
    let mut fields = Fields::of(node, found);
    let part = MeetingPart {
        id: fields.id(found).into(),
        label: fields.needed_text("label", found).into(),
        minutes: fields
            .needed_number("minutes", 1..=60, found)
            .and_then(|number| u32::try_from(number).ok())
            .unwrap_or(1),
        steps: steps(fields.texts("steps", found)),
        questions: questions(fields.texts("questions", found)),
        at_most: fields
            .number("at_most", 1..=50, found)
            .and_then(|number| usize::try_from(number).ok()),
        place: node.place.clone(),
    };
    fields.done(found);
    part
}

fn questions(texts: Vec<(String, &Place)>) -> Vec<(QuestionId, Place)> {
    texts
        .into_iter()
        .map(|(id, place)| (QuestionId::new(&id), place.clone()))
        .collect()
}

fn steps(texts: Vec<(String, &Place)>) -> Vec<(StepId, Place)> {
    texts
        .into_iter()
        .map(|(id, place)| (StepId::new(&id), place.clone()))
        .collect()
}
