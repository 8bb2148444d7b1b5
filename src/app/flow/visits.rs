//! Earlier visits: from what is kept now to a visit, and back to something that can be asked and looked at.
//!
//! A visit is never changed. What is asked about it is computed from it with the guide as it is now.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::app::dossier::content::{Content, GuideMark, VERSION, Visit};
use crate::app::effect::Opened;
use crate::core::answer::Answers;
use crate::core::before::Before;
use crate::core::guide::Guide;
use crate::core::ids::{QuestionId, StepId};
use crate::core::session::{Company, Session, With};

/// What is kept now becomes a visit.
pub(super) fn visit(content: Content) -> Visit {
    Visit {
        date: content.date.unwrap_or_default(),
        guide: content.guide,
        answers: content.answers,
        opened: content.opened,
        papers: content.papers,
        decisions: content.decisions,
        remarks: content.remarks,
    }
}

/// A visit to go on from, with those before it; without one, a beginning.
pub(super) fn content(from: Option<Visit>, visits: Vec<Visit>, opened: &Opened) -> Content {
    let guide = GuideMark {
        id: opened.loaded.guide.id().to_owned(),
        version: opened.loaded.guide.version(),
        fingerprint: opened.fingerprint.clone(),
    };
    let from = from.unwrap_or_else(|| Visit {
        date: String::new(),
        guide,
        answers: BTreeMap::new(),
        opened: Vec::new(),
        papers: BTreeMap::new(),
        decisions: Vec::new(),
        remarks: BTreeMap::new(),
    });
    Content {
        version: VERSION,
        date: Some(from.date).filter(|date| !date.is_empty()),
        guide: from.guide,
        lang: opened.lang.as_str().to_owned(),
        at: None,
        answers: from.answers,
        opened: from.opened,
        papers: from.papers,
        decisions: from.decisions,
        remarks: from.remarks,
        // What was practised belongs to no visit; whoever keeps this adds it.
        practised: BTreeMap::new(),
        // Who sits there now, the running session says.
        people: None,
        visits,
    }
}

/// The last visit at which a guide was walked.
pub(super) fn last_of<'a>(visits: &'a [Visit], guide: &str) -> Option<&'a Visit> {
    visits.iter().rev().find(|visit| visit.guide.id == guide)
}

/// The path of a visit, in the guide as it is now, as far as whoever sits there may see it.
pub(super) fn session(visit: &Visit, guide: &Arc<Guide>, company: &Company) -> Session {
    let mut answers = Answers::default();
    for (id, saying) in &visit.answers {
        answers.put(&QuestionId::new(id), saying.answer.answer());
    }
    let opened: BTreeSet<StepId> = visit.opened.iter().map(|id| StepId::new(id)).collect();
    let mut session = Session::resume(guide.clone(), answers, opened, Before::default(), None);
    session.meet(company.clone());
    session
}

/// What was chosen at the last visit of the guide that this one follows; nothing where there was none. What a person may want to
/// do alone is never taken over: it would be in sight when a coach comes to sit there.
pub(super) fn before(visits: &[Visit], opened: &Opened) -> Before {
    let followed = opened.loaded.followed.as_ref();
    followed
        .and_then(|guide| Some((guide, last_of(visits, guide.id())?)))
        .map(|(guide, visit)| {
            let seen_by_all = Company {
                now: With::Coach,
                ..Company::default()
            };
            session(visit, guide, &seen_by_all).walk().as_before()
        })
        .unwrap_or_default()
}
