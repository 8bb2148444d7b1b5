//! What was said at a look back and also holds in the plan: an author names the field that an answer renews.
//!
//! As with every change the person sees first what it would set aside, and decides.

use std::collections::BTreeMap;

use crate::app::flow::state::{Editing, Flow};
use crate::app::stage::Stage;
use crate::core::answer::{Answer, FieldAnswer};
use crate::core::ids::ItemId;
use crate::core::rule::Reference;
use crate::core::words::fill;

impl Flow {
    /// What the look back that is walked now renews in the plan.
    pub(super) fn renewals(&self) -> Vec<(Reference, ItemId)> {
        let Some(session) = &self.session else {
            return Vec::new();
        };
        let guide = session.guide();
        let asked = session.walk().asked().iter();
        asked
            .filter_map(|asked| {
                let renews = guide.question(&asked.id)?.renews.clone()?;
                match &asked.answer {
                    Some(Answer::One(id)) => Some((*renews, id.clone())),
                    Some(_) | None => None,
                }
            })
            .collect()
    }

    /// Puts it into the plan, in front of the review. What would set something else aside waits for a yes.
    pub(super) fn renew(&mut self, renewals: Vec<(Reference, ItemId)>) {
        for (of, id) in renewals {
            let Some(session) = &mut self.session else {
                return;
            };
            let (Some(asked), Some(field)) = (session.walk().find(&of.question), &of.field) else {
                continue;
            };
            let mut filled = match &asked.answer {
                Some(Answer::Form(filled)) => filled.clone(),
                Some(_) | None => BTreeMap::new(),
            };
            let now = FieldAnswer::One(id);
            if filled.get(field) == Some(&now) {
                continue;
            }
            filled.insert(field.clone(), now);
            let answer = Answer::Form(filled);
            let (consequence, walk) = session.trial(&of.question, &answer);
            if consequence.set_aside.is_empty() {
                session.put_tried(&of.question, answer, walk);
                self.message = self.said_anew(&of);
            } else {
                session.go(&of.question);
                self.editing = Some(Editing {
                    new: Vec::new(),
                    from: Stage::Review,
                    for_check: None,
                });
                self.stage = Stage::Consequence {
                    question: of.question,
                    answer,
                    consequence,
                };
                // One question at a time.
                return;
            }
        }
    }

    fn said_anew(&self, of: &Reference) -> Option<String> {
        let session = self.session.as_ref()?;
        let asked = session.walk().find(&of.question)?;
        let said = asked
            .ask
            .field(asked.answer.as_ref()?, of.field.as_ref()?)?;
        let before = self.message.as_deref().unwrap_or_default();
        let said = fill(
            &self.words.visits.renewed,
            &[("said", &self.words.say(&said))],
        );
        Some(format!("{before} {said}").trim_start().to_owned())
    }
}
