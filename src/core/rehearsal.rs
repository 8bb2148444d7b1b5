//! Practising the talk: what an employer may ask, with answers to hold one's own beside.
//!
//! Every question comes with a short answer, a boundary, a way back to the work, and a reaction that surprises. Whether it may
//! be asked is said afterwards, with the facts behind it. Nothing here is an answer to choose.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::core::fact::Fact;
use crate::core::guide::Guide;
use crate::core::ids::QuestionId;
use crate::core::kept::Text;
use crate::core::offers::{Shelf, facts};
use crate::core::rule::{self, Rule};
use crate::core::source::{Code, Diagnostics, Fields, Node, Place};

/// Whether an employer may ask something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum MayAsk {
    /// At any time.
    Yes,
    /// At no time.
    No,
    /// Not when someone applies, but later.
    Later,
}

/// A question of an employer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct EmployerQuestion {
    /// Its name.
    pub id: Text,
    /// The question.
    pub ask: Text,
    /// Whether it may be asked.
    pub may_ask: MayAsk,
    /// Why, in a sentence or two.
    pub because: Text,
    /// The facts behind that.
    pub facts: Vec<Arc<Fact>>,
    /// A short answer.
    pub answer: Text,
    /// An answer that sets a boundary.
    pub boundary: Text,
    /// A line that goes back to the work.
    pub to_work: Text,
    /// How the employer may react the third time, which one does not expect.
    pub surprise: Text,
    /// For whom it is one to practise: who applies is asked other things than who works there.
    pub when: Rule,
    /// The question of the guide that says more about it, from the employer's side.
    pub card: Option<(QuestionId, Place)>,
}

/// The questions to practise with one guide.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Rehearsal {
    /// The question of the guide that offers it: after a yes it begins. What is said in practising can go to the lines of text
    /// in the step of this question.
    pub offer: Option<(QuestionId, Place)>,
    /// The questions, in order.
    pub questions: Vec<EmployerQuestion>,
}

impl Rehearsal {
    /// Reads a rehearsal file.
    pub fn read(node: &Node, shelf: &Shelf, found: &mut Diagnostics) -> Self {
        let mut fields = Fields::of(node, found);
        fields.needed_text("rehearsal", found);
        let offer = named(&mut fields, "offer", found);
        let nodes = fields.needed_list("questions", found);
        let questions: Vec<EmployerQuestion> = nodes
            .iter()
            .map(|node| question(node, shelf, found))
            .collect();
        fields.done(found);
        let ids = questions.iter().map(|question| question.id.as_str());
        found.unique(ids.zip(nodes.iter().map(|node| &node.place)));
        Self { offer, questions }
    }

    /// The conditions that name questions of the guide.
    pub fn conditions(&self) -> impl Iterator<Item = &Rule> {
        self.questions.iter().map(|question| &question.when)
    }

    /// Reports questions that the guide does not have.
    pub fn check(&self, guide: &Guide, found: &mut Diagnostics) {
        let cards = self
            .questions
            .iter()
            .filter_map(|question| question.card.as_ref());
        for (question, place) in self.offer.iter().chain(cards) {
            if guide.question(question).is_none() {
                let known = guide.questions().iter().map(|known| known.id.as_str());
                found.unknown(Code::UnknownQuestion, place, question.as_str(), known);
            }
        }
    }
}

/// A question of the guide, and where it is named.
fn named(
    fields: &mut Fields<'_>,
    setting: &'static str,
    found: &mut Diagnostics,
) -> Option<(QuestionId, Place)> {
    let id = fields.text(setting, found)?;
    Some((QuestionId::new(&id), fields.place_of(setting).clone()))
}

fn question(node: &Node, shelf: &Shelf, found: &mut Diagnostics) -> EmployerQuestion {
    let mut fields = Fields::of(node, found);
    let id = fields.id(found);
    let ask = fields.needed_text("ask", found).into();
    let may_ask = match fields.needed_text("may_ask", found).as_str() {
        "yes" | "" => MayAsk::Yes,
        "no" => MayAsk::No,
        "later" => MayAsk::Later,
        other => {
            let place = fields.place_of("may_ask");
            found.unknown(Code::UnknownWord, place, other, ["yes", "no", "later"]);
            MayAsk::Yes
        }
    };
    // What may not be asked is a rule, and a rule stands on a fact.
    if may_ask != MayAsk::Yes {
        fields.needed("facts", found);
    }
    let question = EmployerQuestion {
        id: id.into(),
        ask,
        may_ask,
        because: fields.needed_text("because", found).into(),
        facts: facts(&mut fields, shelf, found),
        answer: fields.needed_text("answer", found).into(),
        boundary: fields.needed_text("boundary", found).into(),
        to_work: fields.needed_text("to_work", found).into(),
        surprise: fields.needed_text("surprise", found).into(),
        when: fields
            .node("when", found)
            .map_or(Rule::Always, |node| rule::read(node, found)),
        card: named(&mut fields, "card", found),
    };
    fields.done(found);
    question
}
