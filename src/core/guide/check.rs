//! From a draft to a guide: ids, references, order, conditions, routes. Reports all that is wrong.

use std::collections::BTreeMap;

use crate::core::guide::paper::{LineKind, Slot};
use crate::core::guide::read::Draft;
use crate::core::guide::together::Meeting;
use crate::core::guide::types::{Guide, Question};
use crate::core::ids::{FieldId, QuestionId, StepId};
use crate::core::kept::Text;
use crate::core::kinds::{Domain, Thing};
use crate::core::offers::Shelf;
use crate::core::rule::{Reference, Rule};
use crate::core::source::{Code, Diagnostics, Place};

mod rules;

/// Checks a draft. A guide exists only when nothing was found, here or before. `followed` is the guide it follows; what it asks
/// of that is not looked at without it. `elsewhere` are conditions on its questions in what goes with it.
pub fn check<'a>(
    draft: Draft,
    followed: Option<&Guide>,
    elsewhere: impl Iterator<Item = &'a Rule>,
    shelf: &Shelf,
    mut found: Diagnostics,
) -> Result<Guide, Diagnostics> {
    let mut checker = Checker {
        draft: &draft,
        followed,
        positions: draft.positions(),
        person: None,
        found: Diagnostics::default(),
    };
    checker.ids();
    checker.routes();
    for (position, question) in draft.questions.iter().enumerate() {
        checker.question(position, question, shelf);
    }
    checker.papers();
    checker.together();
    checker.follows();
    for rule in elsewhere {
        checker.rule(rule, None);
    }
    found.append(checker.found);
    if !found.is_empty() {
        return Err(found);
    }
    let Draft {
        id,
        version,
        follows,
        title,
        ways,
        steps,
        questions,
        papers,
        together,
    } = draft;
    Ok(Guide {
        id: id.into(),
        version,
        follows: follows.map(Text::from),
        title,
        ways,
        steps,
        questions,
        papers,
        together,
    })
}

struct Checker<'a> {
    draft: &'a Draft,
    followed: Option<&'a Guide>,
    positions: BTreeMap<&'a QuestionId, usize>,
    /// What options can ask of the person their question is repeated for.
    person: Option<Domain>,
    found: Diagnostics,
}

impl Checker<'_> {
    fn ids(&mut self) {
        let draft = self.draft;
        let steps = draft
            .steps
            .iter()
            .map(|step| (step.id.as_str(), &step.place));
        let papers = draft
            .papers
            .iter()
            .map(|paper| (paper.id.as_str(), &paper.place));
        let questions = draft
            .questions
            .iter()
            .map(|question| (question.id.as_str(), &question.place));
        self.found.unique(steps);
        // Conditions know who sits there, and whom a question is about, by names that no question can have.
        let names = [Guide::company(), Guide::item()];
        let first = draft.questions.first().map(|question| &question.place);
        let reserved = names
            .iter()
            .filter_map(|name| Some((name.as_str(), first?)));
        self.found.unique(reserved.chain(questions));
        self.found.unique(papers);
        for paper in &draft.papers {
            self.found.unique(
                paper
                    .blocks
                    .iter()
                    .map(|block| (block.id.as_str(), &block.place)),
            );
        }
    }

    fn routes(&mut self) {
        let draft = self.draft;
        let mut sheets = draft.steps.iter().filter(|step| step.sheet);
        let sheet = sheets.next();
        if let (None, Some(first)) = (sheet, draft.steps.first()) {
            self.found.add(Code::NoSheet, &first.place);
        }
        if let Some(first) = sheet {
            for second in sheets {
                let values = vec![("name", second.id.to_string())];
                (self.found).add_related(Code::SecondSheet, &second.place, values, &first.place);
            }
        }
        for way in &draft.ways {
            for (id, place) in &way.steps {
                self.step(id, place);
            }
            if let (Some(sheet), Some((_, place))) = (sheet, way.steps.first())
                && !way.steps.iter().any(|(id, _)| *id == sheet.id)
            {
                let values = vec![("name", way.id.to_string()), ("step", sheet.id.to_string())];
                (self.found).add_related(Code::RouteWithoutSheet, place, values, &sheet.place);
            }
        }
        // A way without steps is told already, and may be where the others belong.
        let whole = draft.ways.iter().all(|way| !way.steps.is_empty());
        for step in &draft.steps {
            if whole
                && !draft.ways.is_empty()
                && !draft
                    .ways
                    .iter()
                    .any(|way| way.steps.iter().any(|(id, _)| *id == step.id))
            {
                self.found.add_with(
                    Code::UnusedStep,
                    &step.place,
                    vec![("name", step.id.to_string())],
                );
            }
        }
    }

    /// A step that is named must be there.
    fn step(&mut self, id: &StepId, place: &Place) {
        let draft = self.draft;
        if !draft.steps.iter().any(|step| step.id == *id) {
            self.found
                .unknown(Code::UnknownStep, place, id.as_str(), draft.step_names());
        }
    }

    fn question(&mut self, position: usize, question: &Question, shelf: &Shelf) {
        self.rule(&question.when, Some(position));
        for remark in question.warn.iter().chain(&question.block) {
            self.rule(&remark.when, Some(position + 1));
            for (step, place) in &remark.goes {
                self.step(step, place);
            }
        }
        self.person = self.person_of(question);
        for item in question.kind.items() {
            self.rule(&item.when, Some(position));
        }
        self.person = None;
        for (earlier, place) in question.kind.looks_at() {
            self.choices(&earlier, &place, Some(position));
        }
        if let Some(each) = &question.each {
            for (earlier, place) in &each.of {
                self.choices(earlier, place, Some(position));
            }
        }
        if question.kind.needs_each() {
            self.agreement(question);
        }
        for (term, place) in &question.terms {
            if !shelf.terms.iter().any(|known| known.id == *term) {
                self.found.unknown(
                    Code::UnknownTerm,
                    place,
                    term.as_str(),
                    shelf.terms.iter().map(|term| term.id.as_str()),
                );
            }
        }
    }

    /// The columns of the plan whose people a question is repeated for.
    fn person_of(&self, question: &Question) -> Option<Domain> {
        let plans = question.each.iter().flat_map(|each| &each.of);
        let mut plans = plans.filter_map(|(id, _)| self.positions.get(id));
        plans.find_map(
            |position| match self.draft.questions.get(*position)?.kind.domain() {
                plan @ Domain::Plan { .. } => Some(plan),
                Domain::One(_)
                | Domain::Many(_)
                | Domain::Chosen { .. }
                | Domain::Number(..)
                | Domain::Form(_)
                | Domain::Open
                | Domain::Nothing => None,
            },
        )
    }

    /// An agreement needs something to be about, and every listed thing needs a text to start from.
    fn agreement(&mut self, question: &Question) {
        let Some(each) = &question.each else {
            let values = vec![("name", "for_each".to_owned())];
            self.found
                .add_with(Code::MissingSetting, &question.place, values);
            return;
        };
        if each.of.is_empty() {
            return;
        }
        let sources = self.sources(each.of.iter().map(|(id, _)| id.clone()).collect());
        let without: Vec<_> = sources
            .iter()
            .filter_map(|source| {
                let mut items = source.kind.items().into_iter();
                items.find(|item| item.agreement.is_none())
            })
            .collect();
        for item in without {
            let values = vec![
                ("name", item.id.to_string()),
                ("question", question.id.to_string()),
            ];
            (self.found).add_related(Code::NoAgreement, &item.place, values, &question.place);
        }
    }

    /// A reference to things chosen earlier.
    fn choices(&mut self, earlier: &QuestionId, place: &Place, before: Option<usize>) {
        let Some(question) = self.earlier(earlier, place, before) else {
            return;
        };
        match question.kind.domain() {
            Domain::One(_) | Domain::Many(_) | Domain::Chosen { .. } | Domain::Plan { .. } => {}
            Domain::Number(..) | Domain::Form(_) | Domain::Open | Domain::Nothing => {
                self.found.add_with(
                    Code::NotRepeatable,
                    place,
                    vec![("name", earlier.to_string())],
                );
            }
        }
    }

    /// Finds a question that stands before a position, or complains.
    fn earlier(
        &mut self,
        id: &QuestionId,
        place: &Place,
        before: Option<usize>,
    ) -> Option<&Question> {
        let draft = self.draft;
        let Some(position) = self.positions.get(id).copied() else {
            let known: Vec<&str> = self.positions.keys().map(|id| id.as_str()).collect();
            self.found
                .unknown(Code::UnknownQuestion, place, id.as_str(), known);
            return None;
        };
        let question = draft.questions.get(position)?;
        if before.is_some_and(|before| position >= before) {
            self.found.add_related(
                Code::ForwardReference,
                place,
                vec![("name", id.to_string())],
                &question.place,
            );
            return None;
        }
        Some(question)
    }

    fn papers(&mut self) {
        let draft = self.draft;
        for paper in &draft.papers {
            self.rule(&paper.when, None);
            if let Some(of) = &paper.for_whom {
                self.for_whom(of);
            }
            for block in &paper.blocks {
                self.rule(&block.when, None);
                for line in &block.lines {
                    self.rule(&line.when, None);
                    self.line(&line.kind, &line.place);
                }
            }
        }
    }

    /// The answers in a sentence.
    fn slots(&mut self, slots: &[Slot], place: &Place) {
        for slot in slots {
            if let Slot::Answer { question, field } = slot {
                let of = Reference {
                    question: question.clone(),
                    field: field.clone(),
                    place: place.clone(),
                };
                match self.domain(&of, None) {
                    Some(Domain::Nothing) => self.mismatch(&of),
                    Some(domain) => {
                        self.field(&of, &domain, true);
                    }
                    None => {}
                }
            }
        }
    }

    /// A line that shows an answer as something other than text needs a question that gives it.
    fn gives(&mut self, of: &QuestionId, field: Option<&FieldId>, thing: Thing, place: &Place) {
        let gives = self
            .earlier(of, place, None)
            .map(|question| question.kind.gives(thing, field));
        if gives == Some(false) {
            let values = vec![("name", of.to_string()), ("kind", thing.kind().to_owned())];
            self.found.add_with(Code::WrongKind, place, values);
        }
    }

    /// Readers are told apart by what is chosen in one place.
    fn for_whom(&mut self, of: &Reference) {
        match self.domain(of, None) {
            None | Some(Domain::One(_)) => {}
            Some(domain @ Domain::Form(_)) => {
                self.field(of, &domain, false);
            }
            Some(
                Domain::Many(_)
                | Domain::Chosen { .. }
                | Domain::Number(..)
                | Domain::Plan { .. }
                | Domain::Open
                | Domain::Nothing,
            ) => self.mismatch(of),
        }
    }

    fn line(&mut self, kind: &LineKind, place: &Place) {
        match kind {
            LineKind::Say { slots, .. } => self.slots(slots, place),
            LineKind::Day { on, slots } => {
                self.slots(std::slice::from_ref(on), place);
                self.slots(slots, place);
                if let Slot::Answer { question, field } = on {
                    self.gives(question, field.as_ref(), Thing::Day, place);
                }
            }
            LineKind::Grid { of } => self.gives(of, None, Thing::Plan, place),
            LineKind::Weights { of } => self.gives(of, None, Thing::Weights, place),
            LineKind::Sources => {}
            LineKind::List { of, .. } => self.choices(of, place, None),
            LineKind::Table { of } => {
                if let Some(question) = self.earlier(of, place, None)
                    && !question.kind.needs_each()
                {
                    self.found.add_with(
                        Code::NotAnAgreement,
                        place,
                        vec![("name", of.to_string())],
                    );
                }
            }
            LineKind::Said { of } => {
                for (id, place) in of {
                    let _ = self.earlier(id, place, None);
                }
            }
        }
    }

    /// What is asked of another time must be there to choose in the guide that this one follows.
    fn follows(&mut self) {
        let draft = self.draft;
        let of_kinds = draft.questions.iter().flat_map(|question| {
            let each = question.each.iter().flat_map(|each| each.before.clone());
            question.kind.looks_before().into_iter().chain(each)
        });
        for question in &draft.questions {
            self.renews(question);
        }
        for (id, place) in of_kinds {
            let Some(question) = self.of_followed(&id, &place) else {
                continue;
            };
            let gives = match question.kind.domain() {
                Domain::One(_) | Domain::Many(_) | Domain::Chosen { .. } | Domain::Plan { .. } => {
                    true
                }
                Domain::Number(..) | Domain::Form(_) | Domain::Open | Domain::Nothing => {
                    question.each.is_some()
                }
            };
            if !gives {
                let values = vec![("name", id.to_string())];
                self.found.add_with(Code::NotRepeatable, &place, values);
            }
        }
    }

    /// What an answer renews must be a field that can hold each choice there is.
    fn renews(&mut self, question: &Question) {
        let Some(of) = &question.renews else { return };
        let Some(renewed) = self.of_followed(&of.question, &of.place) else {
            return;
        };
        let (from, to) = (question.kind.domain(), renewed.kind.domain());
        let fits = if let (Domain::One(ids), Domain::Form(fields)) = (&from, &to) {
            let field = fields.iter().find(|(id, _)| Some(id) == of.field.as_ref());
            let held = field.and_then(|(_, held)| held.as_ref());
            held.is_some_and(|held| ids.iter().all(|id| held.contains(id)))
        } else {
            false
        };
        if !fits || renewed.each.is_some() || question.each.is_some() {
            self.mismatch(of);
        }
    }

    /// Finds a question of the guide that this one follows, or complains.
    fn of_followed(&mut self, id: &QuestionId, place: &Place) -> Option<&Question> {
        if self.draft.follows.is_none() {
            let values = vec![("name", "follows".to_owned())];
            self.found.add_with(Code::MissingSetting, place, values);
            return None;
        }
        let followed = self.followed?;
        let question = followed.question(id).filter(|other| other.id == *id);
        if question.is_none() {
            let known = followed.questions().iter().map(|other| other.id.as_str());
            self.found
                .unknown(Code::UnknownQuestion, place, id.as_str(), known);
        }
        question
    }

    /// What may be done alone is done alone once; a plan of a meeting walks what there is.
    fn together(&mut self) {
        let draft = self.draft;
        let together = &draft.together;
        let topics = together.alone.iter();
        self.found
            .unique(topics.map(|topic| (topic.id.as_str(), &topic.place)));
        let alone = together.alone.iter().flat_map(|topic| &topic.questions);
        self.found
            .unique(alone.map(|(id, place)| (id.as_str(), place)));
        for (id, place) in together.alone.iter().flat_map(|topic| &topic.questions) {
            let _ = self.earlier(id, place, None);
        }
        let meetings = together.meetings.iter();
        self.found
            .unique(meetings.map(|meeting| (meeting.id.as_str(), &meeting.place)));
        for meeting in &together.meetings {
            self.meeting(meeting);
        }
    }

    fn meeting(&mut self, meeting: &Meeting) {
        let draft = self.draft;
        let (route, place) = &meeting.route;
        if !route.as_str().is_empty() && !draft.ways.iter().any(|way| way.id == *route) {
            let known = draft.ways.iter().map(|way| way.id.as_str());
            self.found
                .unknown(Code::UnknownOption, place, route.as_str(), known);
        }
        let sittings = meeting.sittings.iter();
        self.found
            .unique(sittings.map(|sitting| (sitting.id.as_str(), &sitting.place)));
        let parts = || meeting.sittings.iter().flat_map(|sitting| &sitting.parts);
        self.found
            .unique(parts().map(|part| (part.id.as_str(), &part.place)));
        let steps = parts().flat_map(|part| &part.steps);
        for (id, place) in steps.chain(&meeting.homework) {
            self.step(id, place);
        }
        for (id, place) in parts().flat_map(|part| &part.questions) {
            let _ = self.earlier(id, place, None);
        }
    }
}
