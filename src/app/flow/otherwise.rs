//! What else was said otherwise than then: every answer that is neither in a plan nor in an agreement, where it differs.
//!
//! What is the same is not named, and neither is which way was walked: that is about time, not about the person.

use std::collections::BTreeMap;

use crate::app::flow::state::Flow;
use crate::app::view::{BesideCell, BesideRow, Change};
use crate::core::answer::Answer;
use crate::core::ask::Ask;
use crate::core::guide::Guide;
use crate::core::ids::QuestionId;
use crate::core::kinds::Thing;
use crate::core::session::{Asked, Session};
use crate::core::words::listed;

/// What a question is called, and what was said to it, each under what it is about.
type Side = (String, Vec<(String, String)>);

impl Flow {
    /// What differs, in the order of the guide; what is not said any more comes last.
    pub(super) fn otherwise(&self, then: &Session, now: &Session) -> Vec<BesideRow> {
        let before = self.all_said(then);
        let after = self.all_said(now);
        let then: BTreeMap<&QuestionId, &Side> =
            before.iter().map(|(id, side)| (id, side)).collect();
        let now: BTreeMap<&QuestionId, &Side> = after.iter().map(|(id, side)| (id, side)).collect();
        let gone = before.iter().filter(|(id, _)| !now.contains_key(id));
        let all = after.iter().chain(gone);
        all.filter_map(|(id, _)| self.differs(then.get(id).copied(), now.get(id).copied()))
            .collect()
    }

    fn all_said(&self, session: &Session) -> Vec<(QuestionId, Side)> {
        let asked = session.walk().asked().iter();
        let asked = asked.filter(|asked| stands_here(session.guide(), asked));
        asked
            .filter_map(|asked| Some((asked.id.clone(), self.side(session, asked)?)))
            .collect()
    }

    fn side(&self, session: &Session, asked: &Asked) -> Option<Side> {
        let answer = asked.answer.as_ref()?;
        if matches!(answer, Answer::Blank(_) | Answer::Seen) {
            return None;
        }
        let texts = if let Ask::Form { fields } = &asked.ask {
            let said = fields.iter().filter_map(|field| {
                let said = asked.ask.field(answer, &field.id)?;
                Some((self.words.say(&field.label), self.words.say(&said)))
            });
            said.collect()
        } else {
            vec![(String::new(), listed(&self.said(asked)))]
        };
        let said = texts.iter().any(|(_, said)| !said.is_empty());
        said.then(|| (self.short(session, asked), texts))
    }

    fn differs(&self, then: Option<&Side>, now: Option<&Side>) -> Option<BesideRow> {
        let words = &self.words.visits;
        let (name, _) = now.or(then)?;
        let sides = (then.map(|(_, texts)| texts), now.map(|(_, texts)| texts));
        let (change, said) = match sides {
            (Some(then), Some(now)) if then == now => return None,
            (Some(_), Some(_)) => (Change::Changed, &words.changed),
            (None, _) => (Change::New, &words.new),
            (Some(_), None) => (Change::Gone, &words.gone),
        };
        let nothing = Vec::new();
        let (then, now) = (sides.0.unwrap_or(&nothing), sides.1.unwrap_or(&nothing));
        let labels = now.iter().map(|(label, _)| label);
        let left = then.iter().map(|(label, _)| label);
        let left = left.filter(|label| now.iter().all(|(other, _)| other != *label));
        let at = |side: &[(String, String)], label: &String| {
            let said = side.iter().find(|(other, _)| other == label);
            said.map_or_else(|| words.nothing.clone(), |(_, said)| said.clone())
        };
        let cell = |label: &String| {
            let (then, now) = (at(then, label), at(now, label));
            BesideCell {
                label: label.clone(),
                changed: then != now,
                then,
                now,
            }
        };
        // What is the same in a form is not what differs.
        let cells = labels.chain(left).map(cell).filter(|cell| cell.changed);
        Some(BesideRow {
            name: name.clone(),
            change,
            said: said.clone(),
            cells: cells.collect(),
        })
    }
}

/// Says whether a question is neither about the way that is walked, nor in a plan or an agreement.
fn stands_here(guide: &Guide, asked: &Asked) -> bool {
    let question = guide.questions().get(asked.position);
    asked.id != Guide::route()
        && question.is_some_and(|question| {
            !question.kind.gives(Thing::Plan, None) && !question.kind.needs_each()
        })
}
