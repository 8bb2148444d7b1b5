//! What a guide is made of.

use serde::{Deserialize, Serialize};

use crate::core::about::About;
use crate::core::guide::kept_kind;
use crate::core::guide::paper::Paper;
use crate::core::guide::together::{Coach, Together};
use crate::core::ids::{ItemId, QuestionId, StepId, TermId};
use crate::core::kept::Text;
use crate::core::kinds::Kind;
use crate::core::later::Later;
use crate::core::rule::{Reference, Rule};
use crate::core::source::Place;

/// A way through the guide: one answer to the first question.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Way {
    /// The answer.
    pub id: ItemId,
    /// The steps on this way.
    pub steps: Vec<(StepId, Place)>,
}

/// A step: a few questions with one aim.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Step {
    /// Its name.
    pub id: StepId,
    /// Its title.
    pub title: Text,
    /// What the person has at its end.
    pub gives: Text,
    /// About how many minutes it takes.
    pub minutes: u32,
    /// May be skipped whole.
    pub skippable: bool,
    /// Makes the papers at its end.
    pub sheet: bool,
    /// Where it stands.
    pub place: Place,
}

/// Something to say after an answer, when a condition holds.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Remark {
    /// When.
    pub when: Rule,
    /// What.
    pub say: Text,
    /// The steps it names, to go to at once.
    pub goes: Vec<(StepId, Place)>,
}

/// A question is asked again for each thing chosen before.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Each {
    /// Chosen at these questions.
    pub of: Vec<(QuestionId, Place)>,
    /// Chosen another time, at these questions of the guide that this one follows.
    pub before: Vec<(QuestionId, Place)>,
    /// For so many at most.
    pub at_most: usize,
    /// Asked once, about this, while nothing is chosen there.
    pub otherwise: Option<Text>,
}

/// A question.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Question {
    /// Its name; for a repeated question without the thing.
    pub id: QuestionId,
    /// The step it belongs to; nothing for the question about the route.
    pub step: Option<StepId>,
    /// The question itself.
    pub ask: Text,
    /// Two or three words for the review and the map.
    pub short: Text,
    /// A sentence or two under the question.
    pub explain: Option<Text>,
    /// More, opened with a key.
    pub help: Text,
    /// Terms that are explained.
    pub terms: Vec<(TermId, Place)>,
    /// What speaks for and against what it is about, read on wish.
    pub about: Option<Later<About>>,
    /// What a coach can use here.
    pub coach: Option<Later<Coach>>,
    /// Asked only then.
    pub when: Rule,
    /// Offers all four kinds of no answer.
    pub sensitive: bool,
    /// Repeated for each of these.
    pub each: Option<Box<Each>>,
    /// Said after the answer; the person may go on.
    pub warn: Vec<Remark>,
    /// Why an answer cannot stand, and how to mend it.
    pub block: Vec<Remark>,
    /// What it means.
    #[serde(with = "kept_kind")]
    pub kind: Box<dyn Kind>,
    /// The field of the guide that this one follows, which its answer renews.
    pub renews: Option<Box<Reference>>,
    /// Where it stands.
    pub place: Place,
}

/// A checked guide.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Guide {
    pub(super) id: Text,
    pub(super) version: i64,
    pub(super) follows: Option<Text>,
    pub(super) title: Text,
    pub(super) ways: Vec<Way>,
    pub(super) steps: Vec<Step>,
    pub(super) questions: Vec<Question>,
    pub(super) papers: Vec<Paper>,
    pub(super) together: Together,
}

impl Guide {
    /// The name: that of its folder.
    pub fn id(&self) -> &str {
        &self.id
    }
    /// The version its authors gave it.
    pub fn version(&self) -> i64 {
        self.version
    }
    /// The guide whose answers of another time this one asks about.
    pub fn follows(&self) -> Option<&str> {
        self.follows.as_deref()
    }
    /// The title.
    pub fn title(&self) -> &Text {
        &self.title
    }
    /// The ways through the guide.
    pub fn ways(&self) -> &[Way] {
        &self.ways
    }
    /// The steps, in order.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }
    /// The questions, in order; the first asks for the route.
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }
    /// The papers.
    pub fn papers(&self) -> &[Paper] {
        &self.papers
    }
    /// What it says for a meeting with a coach.
    pub fn together(&self) -> &Together {
        &self.together
    }
    /// Finds a step.
    pub fn step(&self, id: &StepId) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == *id)
    }
    /// Finds a question, also by the name of one of its repetitions.
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        let base = id.base();
        self.questions.iter().find(|question| question.id == base)
    }
    /// The name by which a condition asks whether a coach sits there: `together: yes`. No question can have it.
    pub fn company() -> QuestionId {
        QuestionId::built("together")
    }
    /// The name by which an option asks what was chosen in a plan for the person its question is repeated for. No question can
    /// have it.
    pub fn item() -> QuestionId {
        QuestionId::built("item")
    }
    /// The name of the question about the route.
    pub fn route() -> QuestionId {
        QuestionId::built("route")
    }
}
