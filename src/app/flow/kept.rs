//! What is kept: the content of a dossier from the running session, and the session from the content of a dossier.
//!
//! Nothing that was kept is lost on the way: answers that the guide does not ask any more, remarks and earlier visits go back as they
//! came.

use std::collections::{BTreeMap, BTreeSet};

use crate::app::dossier::content::{
    Content, Decided, GuideMark, Lines, People, Practised, VERSION, Verdict, Visit,
};
use crate::app::dossier::edge::{Said, Saying};
use crate::app::effect::{Opened, Remember};
use crate::app::flow::practice::{Practice, Tried};
use crate::app::flow::visits;
use crate::app::paperwork::{Paperwork, Whose};
use crate::core::answer::Answers;
use crate::core::ids::{ItemId, LineId, PaperId, QuestionId, StepId};
use crate::core::session::{Company, Session, With};
use crate::core::summary::Selection;
use crate::core::words::listed;
use crate::privacy::{Decision, Decisions};

/// The dossier that is open, as far as the flow knows it.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    /// Where it is.
    pub(super) path: String,
    /// Whether all that was said is on the disk.
    pub(super) state: State,
    /// Whether its place is remembered on this computer.
    pub(super) remembered: Remember,
    /// What was handed out to be kept last, without the place in the guide.
    pub(super) last: Option<Content>,
    /// What came with it, and goes back as it came.
    pub(super) rest: Rest,
    /// A visit was forgotten, and what stands on the disk may still hold it.
    pub(super) forgot: bool,
}

/// Whether all that was said is on the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// It is.
    Saved,
    /// It is not: the last try went wrong, or the person goes on without.
    Unsaved,
}

/// What the running session does not hold.
#[derive(Debug, Clone, Default)]
pub(super) struct Rest {
    sayings: BTreeMap<String, Saying>,
    /// What the guide does not ask any more, or not all of; its words are those of then.
    gone: BTreeSet<String>,
    remarks: BTreeMap<String, String>,
    /// Earlier visits, the oldest first.
    pub(super) visits: Vec<Visit>,
    /// The day on which something was said last.
    pub(super) day: Option<String>,
}

impl Rest {
    /// What is there when keeping begins.
    pub(super) fn begun(day: Option<String>) -> Self {
        Self {
            day,
            ..Self::default()
        }
    }
}

/// How a question and its answer read now: the question in short, what was said.
pub(super) type Wording<'a> = &'a dyn Fn(&QuestionId) -> Option<(String, Vec<String>)>;

/// Makes the content of a dossier.
pub(super) fn content(
    session: &Session,
    opened: &Opened,
    papers: &Paperwork,
    rest: &Rest,
    wording: Wording<'_>,
) -> Content {
    let guide = session.guide();
    let saying = |id: &QuestionId, said: Said| {
        let before = || {
            let before = rest.sayings.get(id.as_str());
            before.map(|saying| (saying.asked.clone(), saying.said.clone()))
        };
        let as_it_was = rest.sayings.get(id.as_str());
        let as_it_was = as_it_was
            .filter(|saying| rest.gone.contains(id.as_str()) && saying.answer == said)
            .cloned();
        if let Some(saying) = as_it_was {
            return saying;
        }
        let (asked, words) = wording(id).or_else(before).unwrap_or_default();
        Saying {
            asked,
            said: words,
            answer: said,
        }
    };
    let (selections, decisions) = papers.choices();
    Content {
        version: VERSION,
        date: rest.day.clone(),
        people: people(session.company()),
        guide: GuideMark {
            id: guide.id().to_owned(),
            version: guide.version(),
            fingerprint: opened.fingerprint.clone(),
        },
        lang: opened.lang.as_str().to_owned(),
        at: session.here().map(|asked| asked.id.to_string()),
        answers: session
            .answers()
            .iter()
            .map(|(id, answer)| (id.to_string(), saying(id, Said::of(answer))))
            .collect(),
        opened: session.opened().iter().map(StepId::to_string).collect(),
        papers: selections
            .iter()
            .map(|(whose, selection)| (name(whose), lines(selection)))
            .collect(),
        decisions: decisions
            .iter()
            .map(|(text, rule, decision)| Decided {
                text: text.to_owned(),
                rule: rule.to_owned(),
                decision: verdict(decision),
            })
            .collect(),
        remarks: rest.remarks.clone(),
        practised: BTreeMap::new(),
        visits: rest.visits.clone(),
    }
}

/// What was practised, as it is kept.
pub(super) fn practised(practice: &Practice) -> BTreeMap<String, Vec<Practised>> {
    let tried = |one: &Tried| Practised {
        said: one.said.clone(),
        then: one.then.clone(),
    };
    let drafts = practice.drafts().iter();
    drafts
        .map(|(id, all)| (id.clone(), all.iter().map(tried).collect()))
        .collect()
}

/// Goes on with what was practised.
pub(super) fn practice(content: &Content) -> Practice {
    let tried = |one: &Practised| Tried {
        said: one.said.clone(),
        then: one.then.clone(),
    };
    let kept = content.practised.iter();
    Practice::restore(
        kept.map(|(id, all)| (id.clone(), all.iter().map(tried).collect()))
            .collect(),
    )
}

/// What was said, without the place in the guide and the day, which alone are no change.
pub(super) fn bare(content: Content) -> Content {
    Content {
        at: None,
        date: None,
        ..content
    }
}

/// Who sat there, where a coach did.
fn people(company: &Company) -> Option<People> {
    let topics = company.topics.iter();
    company.met.then(|| People {
        alone: topics
            .map(|(topic, with)| (topic.clone(), *with == With::Alone))
            .collect(),
    })
}

/// Until the person says who sits there now, nothing is shown that is done alone.
fn company(people: &People) -> Company {
    let with = |alone: bool| if alone { With::Alone } else { With::Coach };
    let topics = people.alone.iter();
    Company {
        now: With::Coach,
        met: true,
        topics: topics
            .map(|(topic, alone)| (topic.clone(), with(*alone)))
            .collect(),
    }
}

/// The name of a paper in a dossier: its id, and behind a stroke for whom it is. No id has a stroke.
fn name(whose: &Whose) -> String {
    match whose {
        (paper, Some(reader)) => format!("{paper}/{reader}"),
        (paper, None) => paper.to_string(),
    }
}

fn whose(name: &str) -> Whose {
    match name.split_once('/') {
        Some((paper, reader)) => (PaperId::new(paper), Some(ItemId::new(reader))),
        None => (PaperId::new(name), None),
    }
}

fn lines(selection: &Selection) -> Lines {
    let texts = |ids: &mut dyn Iterator<Item = &LineId>| ids.map(LineId::to_string).collect();
    Lines {
        switched: texts(&mut selection.switched.iter()),
        softer: texts(&mut selection.softer.iter()),
        order: texts(&mut selection.order.iter()),
    }
}

fn verdict(decision: &Decision) -> Verdict {
    match decision {
        Decision::Reword(text) => Verdict::Reword(text.clone()),
        Decision::LeaveOut => Verdict::LeaveOut,
        Decision::NotHealth => Verdict::NotHealth,
    }
}

/// Goes on where a dossier ends.
pub(super) fn session(content: &Content, opened: &Opened) -> (Session, Paperwork, Rest) {
    let mut answers = Answers::default();
    for (id, saying) in &content.answers {
        answers.put(&QuestionId::new(id), saying.answer.answer());
    }
    let steps: BTreeSet<StepId> = content.opened.iter().map(|id| StepId::new(id)).collect();
    let at = content.at.as_ref().map(|id| QuestionId::new(id));
    let before = visits::before(&content.visits, opened);
    let mut session = Session::resume(opened.loaded.guide.clone(), answers, steps, before, at);
    if let Some(people) = &content.people {
        session.meet(company(people));
    }
    let mut decisions = Decisions::default();
    for decided in &content.decisions {
        let decision = match &decided.decision {
            Verdict::Reword(text) => Decision::Reword(text.clone()),
            Verdict::LeaveOut => Decision::LeaveOut,
            Verdict::NotHealth => Decision::NotHealth,
        };
        decisions.decide(&decided.text, &decided.rule, decision);
    }
    let selections = content.papers.iter().map(|(id, lines)| {
        let ids = |texts: &[String]| texts.iter().map(|id| LineId::new(id)).collect::<Vec<_>>();
        let selection = Selection {
            switched: ids(&lines.switched).into_iter().collect(),
            softer: ids(&lines.softer).into_iter().collect(),
            order: ids(&lines.order),
        };
        (whose(id), selection)
    });
    let papers = Paperwork::restore(selections.collect(), decisions);
    let other = is_other(content, opened);
    let rest = Rest {
        gone: content
            .answers
            .iter()
            .filter(|(id, saying)| is_gone(&session, &QuestionId::new(id), saying, other))
            .map(|(id, _)| id.clone())
            .collect(),
        sayings: content.answers.clone(),
        remarks: content.remarks.clone(),
        visits: content.visits.clone(),
        day: content.date.clone(),
    };
    (session, papers, rest)
}

/// The answers that the guide does not ask any more, or not all of: the question, and what was said. They are kept.
pub(super) fn not_asked_any_more(
    content: &Content,
    opened: &Opened,
    session: &Session,
) -> Vec<(String, String)> {
    if !is_other(content, opened) {
        return Vec::new();
    }
    content
        .answers
        .iter()
        .filter(|(id, saying)| is_gone(session, &QuestionId::new(id), saying, true))
        .map(|(id, saying)| {
            let name = if saying.asked.is_empty() {
                id
            } else {
                &saying.asked
            };
            (name.clone(), listed(&saying.said))
        })
        .collect()
}

/// Says whether the guide is another than it was; also the one it follows, since what was chosen there is asked about.
fn is_other(content: &Content, opened: &Opened) -> bool {
    let followed = opened.loaded.followed.as_ref();
    let looked_at = followed.and_then(|guide| visits::last_of(&content.visits, guide.id()));
    let looked_at = looked_at.map(|visit| &visit.guide.fingerprint);
    content.guide.fingerprint != opened.fingerprint
        || (looked_at.is_some() && looked_at != opened.followed.as_ref())
}

/// Says whether the guide does not ask this any more, or not all of it. An answer that is said in words counted when it was kept;
/// a question that is repeated can go with the thing it was about.
fn is_gone(session: &Session, id: &QuestionId, saying: &Saying, other: bool) -> bool {
    if session.guide().question(id).is_none() {
        return true;
    }
    match session.walk().find(id) {
        // It was about nobody; now the question is asked about each.
        Some(asked) if asked.id != *id => !saying.said.is_empty(),
        None => id.base() != *id && !saying.said.is_empty(),
        Some(asked) => {
            let given = session.answers().get(id);
            other && given.is_some_and(|given| asked.ask.keep(given).as_ref() != Some(given))
        }
    }
}
