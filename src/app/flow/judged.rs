//! How agreements were judged when the person looked back: what was said of each, in the words of then.
//!
//! The guide that looks back need not be at hand. What a coach who sits there may not see is left out.

use std::collections::BTreeMap;

use crate::app::dossier::content::Visit;
use crate::app::dossier::edge::{Said, Saying};
use crate::app::flow::earlier::is_seen;
use crate::app::flow::state::Flow;
use crate::core::session::Session;
use crate::core::words::listed;

/// What was said of each agreement, by the thing it is about.
pub(super) type Judged = BTreeMap<String, Saying>;

impl Flow {
    /// What was said of the agreements before the visit with this number, and what was said of them last. Where both are the
    /// same they read the same, whatever language they were said in.
    pub(super) fn judged(&self, number: usize) -> (Judged, Judged) {
        let visits = self.visits();
        let (before, since) = visits.split_at(number.min(visits.len()));
        let looked_back = |visits: &[Visit]| {
            let mut visits = visits.iter().rev();
            let last = visits.find(|visit| Some(visit.guide.id.as_str()) != self.plan_id());
            last.map(|visit| self.judgements(&visit.answers))
        };
        let running = if self.is_at_plan() {
            None
        } else {
            let content = self.content();
            content.map(|content| self.judgements(&content.answers))
        };
        let mut then = looked_back(before).unwrap_or_default();
        let now = running.or_else(|| looked_back(since));
        let now = now.unwrap_or_else(|| then.clone());
        for (thing, saying) in &mut then {
            if let Some(same) = now.get(thing).filter(|now| now.answer == saying.answer) {
                saying.clone_from(same);
            }
        }
        for thing in now.keys() {
            then.entry(thing.clone()).or_insert_with(|| Saying {
                asked: String::new(),
                said: vec![self.words.visits.not_asked_yet.clone()],
                answer: Said::Seen,
            });
        }
        (then, now)
    }

    fn judgements(&self, answers: &BTreeMap<String, Saying>) -> Judged {
        let guide = self.opened.as_ref().map(|opened| &opened.loaded.guide);
        let company = self.session.as_ref().map(Session::company);
        let of = |(id, saying): (&String, &Saying)| {
            let (_, thing) = id.split_once('/')?;
            let said = !matches!(saying.answer, Said::Blank(_) | Said::Seen);
            let seen = is_seen(id, guide, company?);
            (said && seen && !saying.said.is_empty()).then(|| (thing.to_owned(), saying.clone()))
        };
        answers.iter().filter_map(of).collect()
    }
}

/// What was said of one agreement.
pub(super) fn said_of(judged: &Judged, thing: &str) -> Option<String> {
    judged.get(thing).map(|saying| listed(&saying.said))
}
