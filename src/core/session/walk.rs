//! The questions that are asked, in order, with what is on offer at each and what was said.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::core::answer::{Answer, Answers, Cells};
use crate::core::ask::{Ask, Offer};
use crate::core::before::Before;
use crate::core::guide::{Guide, Question};
use crate::core::ids::{ItemId, QuestionId, StepId};
use crate::core::phrase::Phrase;
use crate::core::rule::{Known, Sight};
use crate::core::scene::Scene;
use crate::core::session::company::{Company, With};
use crate::core::source::Place;

/// A question that is asked.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Its name; for a repeated question with the thing.
    pub id: QuestionId,
    /// Its position in the guide.
    pub position: usize,
    /// The step it belongs to; nothing for the question about the route.
    pub step: Option<StepId>,
    /// The thing it is repeated for.
    pub each: Option<Offer>,
    /// How it is put now.
    pub ask: Ask,
    /// What was said, as far as it still holds.
    pub answer: Option<Answer>,
}

/// What a walk covers, beside what was said.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Scope {
    /// Steps that were opened from the map.
    pub opened: BTreeSet<StepId>,
    /// Who sits there.
    pub company: Company,
    /// What was chosen another time, at the guide that this one follows.
    pub before: Arc<Before>,
}

/// A question that would be asked if the person was alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Its topic.
    pub topic: String,
    /// Its position in the guide.
    pub position: usize,
    /// The step it belongs to.
    pub step: Option<StepId>,
}

/// All questions that are asked now.
#[derive(Debug, Clone, Default)]
pub struct Walk {
    /// Whether a coach sits there, for conditions.
    company: Option<Answer>,
    held: Vec<Held>,
    asked: Vec<Asked>,
    places: BTreeMap<QuestionId, Vec<usize>>,
    steps: Vec<StepId>,
    before: Arc<Before>,
}

impl Walk {
    /// Computes which questions are asked: those of the steps on the route or opened, whose condition holds, without those that
    /// the person does alone while a coach sits there.
    pub fn of(guide: &Guide, answers: &Answers, scope: &Scope) -> Self {
        Self::filled(guide, answers, scope, &mut |_| None)
    }

    /// As [`of`](Self::of), where a question to which nothing was said gets what `reply` says to it as soon as it is asked, so
    /// that all that depends on it is known behind it.
    pub fn filled(
        guide: &Guide,
        answers: &Answers,
        scope: &Scope,
        reply: &mut dyn FnMut(&Asked) -> Option<Answer>,
    ) -> Self {
        let company = &scope.company;
        let mut walk = Self {
            before: scope.before.clone(),
            company: Some(sits_there(company.now)),
            ..Self::default()
        };
        let numbered: Vec<(usize, &Question)> = guide.questions().iter().enumerate().collect();
        for run in numbered.chunk_by(|(_, one), (_, next)| go_together(one, next)) {
            let Some((_, first)) = run.first() else {
                continue;
            };
            match &first.step {
                Some(step) if !walk.steps.contains(step) => continue,
                Some(_) | None => {}
            }
            for each in walk.repetitions(first) {
                for (position, question) in run {
                    if walk.asks(guide, (*position, question), answers, company) {
                        walk.add(question, *position, each.clone(), answers, reply);
                    }
                }
            }
            if first.step.is_none() {
                walk.steps = steps(guide, walk.answer(&first.id), &scope.opened);
            }
        }
        walk
    }

    /// Says whether a question is asked here; one that the person does alone is held back, and that is remembered.
    fn asks(
        &mut self,
        guide: &Guide,
        (position, question): (usize, &Question),
        answers: &Answers,
        company: &Company,
    ) -> bool {
        if !question.when.holds(self) && !self.was_agreed(question, answers, company) {
            return false;
        }
        let Some(topic) = company.holds_back(guide.together(), &question.id) else {
            return true;
        };
        if !self.held.iter().any(|held| held.position == position) {
            self.held.push(Held {
                topic: topic.to_owned(),
                position,
                step: question.step.clone(),
            });
        }
        false
    }

    /// Says whether a question that is asked only together was answered then: what was agreed holds when the person is alone again;
    /// what was left open is not asked of them alone.
    fn was_agreed(&mut self, question: &Question, answers: &Answers, company: &Company) -> bool {
        let answered = answers
            .get(&question.id)
            .is_some_and(|answer| !matches!(answer, Answer::Blank(_) | Answer::Seen));
        if !answered || !company.met || company.now == With::Coach {
            return false;
        }
        let now = self.company.replace(sits_there(With::Coach));
        let holds = question.when.holds(self);
        self.company = now;
        holds
    }

    /// The row of a plan for the person that a question is repeated for.
    fn planned(&self, question: &Question, person: &Offer) -> Option<Answer> {
        let plans = question.each.iter().flat_map(|each| &each.of);
        let mut plans = plans.filter_map(|(id, _)| self.find(id));
        plans.find_map(|asked| {
            let Some(Answer::Cells(cells)) = &asked.answer else {
                return None;
            };
            let row = cells.row_of(&person.id, &asked.id)?;
            let filled = cells.cells.get(&row)?.clone();
            Some(Answer::Cells(Cells {
                cells: BTreeMap::from([(row, filled)]),
                own: cells.own.clone(),
            }))
        })
    }

    /// The things a question is repeated for; one `None` for an ordinary question, and where there is nothing to repeat it for
    /// and its author says what it is about then.
    fn repetitions(&self, question: &Question) -> Vec<Option<Offer>> {
        let Some(each) = &question.each else {
            return vec![None];
        };
        let mut things: Vec<Offer> = Vec::new();
        let now = each.of.iter().flat_map(|(id, _)| self.chosen(id));
        let before = each.before.iter();
        let before = before.flat_map(|(id, _)| self.before.chosen(id).to_vec());
        for offer in now.chain(before) {
            if !offer.alone && !things.iter().any(|other| other.id == offer.id) {
                things.push(offer);
            }
        }
        if things.is_empty() && each.otherwise.is_some() {
            return vec![None];
        }
        things.truncate(each.at_most);
        things.into_iter().map(Some).collect()
    }

    fn add(
        &mut self,
        question: &Question,
        position: usize,
        each: Option<Offer>,
        answers: &Answers,
        reply: &mut dyn FnMut(&Asked) -> Option<Answer>,
    ) {
        let id = each.as_ref().map_or_else(
            || question.id.clone(),
            |offer| question.id.for_item(&offer.id),
        );
        let ask = question.kind.ask(&Scenery {
            walk: self,
            each: each.as_ref(),
            planned: each
                .as_ref()
                .and_then(|thing| self.planned(question, thing)),
        });
        if is_void(&ask) {
            return;
        }
        let place = self.asked.len();
        self.places.entry(id.base()).or_default().push(place);
        if id.base() != id {
            self.places.entry(id.clone()).or_default().push(place);
        }
        let mut asked = Asked {
            id,
            position,
            step: question.step.clone(),
            each,
            ask,
            answer: None,
        };
        asked.answer = match answers.get(&asked.id) {
            Some(answer) => asked.ask.keep(answer),
            None => reply(&asked).and_then(|answer| asked.ask.keep(&answer)),
        };
        self.asked.push(asked);
    }

    /// The questions, in order.
    pub fn asked(&self) -> &[Asked] {
        &self.asked
    }

    /// The questions that are held back, because the person does them alone or was not asked yet.
    pub fn held(&self) -> &[Held] {
        &self.held
    }

    /// The steps that are walked.
    pub fn steps(&self) -> &[StepId] {
        &self.steps
    }

    /// Finds a question that is asked.
    pub fn find(&self, id: &QuestionId) -> Option<&Asked> {
        self.places
            .get(id)?
            .first()
            .and_then(|place| self.asked.get(*place))
    }

    /// Finds all repetitions of a question, or the question itself.
    pub fn all(&self, base: &QuestionId) -> impl Iterator<Item = &Asked> {
        self.places
            .get(base)
            .into_iter()
            .flatten()
            .filter_map(|place| self.asked.get(*place))
    }

    /// Returns what was said to a question that is asked.
    pub fn answer(&self, id: &QuestionId) -> Option<&Answer> {
        self.find(id)?.answer.as_ref()
    }
}

/// Says whether questions that follow each other are repeated for the same things: then they are asked together, thing by thing.
fn go_together(one: &Question, next: &Question) -> bool {
    let things = |question: &Question| {
        let each = question.each.as_ref()?;
        let named = |all: &[(QuestionId, Place)]| -> Vec<QuestionId> {
            all.iter().map(|(id, _)| id.clone()).collect()
        };
        Some((named(&each.of), named(&each.before), each.at_most))
    };
    one.step == next.step && things(one).is_some() && things(one) == things(next)
}

/// Who sits there, as conditions see it.
fn sits_there(with: With) -> Answer {
    Answer::One(ItemId::built(match with {
        With::Alone => "no",
        With::Coach => "yes",
    }))
}

/// A choice from nothing is no question: it is not asked.
fn is_void(ask: &Ask) -> bool {
    match ask {
        Ask::Pick { offers } | Ask::Rank { offers, .. } => offers.is_empty(),
        Ask::PickMany { offers, own, .. } => offers.is_empty() && !own,
        Ask::Weigh { items, own, .. } => items.is_empty() && !own,
        Ask::Compare { columns, .. } => columns.is_empty(),
        Ask::Form { fields } => fields.is_empty(),
        Ask::Grid { rows, own, .. } => rows.is_empty() && !own,
        Ask::Scale { .. } | Ask::Day | Ask::Line { .. } | Ask::Lines { .. } | Ask::Read { .. } => {
            false
        }
    }
}

/// The steps of the chosen way and those opened from the map, in the order of the guide. Who does not choose a way walks the
/// first, which is the shortest.
fn steps(guide: &Guide, route: Option<&Answer>, opened: &BTreeSet<StepId>) -> Vec<StepId> {
    let way = match route {
        None => None,
        Some(Answer::One(id)) => guide.ways().iter().find(|way| way.id == *id),
        Some(_) => guide.ways().first(),
    };
    let on_way = |step: &StepId| way.is_some_and(|way| way.steps.iter().any(|(id, _)| id == step));
    guide
        .steps()
        .iter()
        .map(|step| step.id.clone())
        .filter(|step| on_way(step) || (route.is_some() && opened.contains(step)))
        .collect()
}

impl Sight for Walk {
    fn known(&self, question: &QuestionId) -> Known<'_> {
        if *question == Guide::company() {
            let company = self.company.as_ref();
            return company.map_or(Known::NotAsked, Known::Given);
        }
        if let Some(question) = question.of_another_time() {
            let said = self.before.said(&question);
            return said.map_or(Known::NotAsked, Known::Given);
        }
        let mut known = Known::NotAsked;
        for asked in self.all(question) {
            match (&asked.answer, known) {
                // Of a question that is repeated, an answer counts before a repetition that was skipped.
                (Some(Answer::Blank(_)) | None, Known::Given(_)) => {}
                (Some(blank @ Answer::Blank(_)), Known::NotAsked | Known::Open) => {
                    known = Known::Given(blank);
                }
                (Some(answer), _) => return Known::Given(answer),
                (None, Known::NotAsked | Known::Open) => known = Known::Open,
            }
        }
        known
    }

    fn told(&self, question: &QuestionId) -> Vec<ItemId> {
        match self.find(question).map(|asked| (&asked.ask, &asked.answer)) {
            Some((ask, Some(Answer::Cells(cells)))) => ask.told(cells),
            Some(_) | None => Vec::new(),
        }
    }

    fn has_tag(&self, question: &QuestionId, item: &ItemId, tag: &str) -> bool {
        self.chosen(question).iter().any(|offer| {
            offer.id == *item
                && offer
                    .item
                    .as_ref()
                    .is_some_and(|item| item.tags.iter().any(|own| own == tag))
        })
    }
}

impl Walk {
    /// Returns what was chosen at a question.
    pub fn chosen(&self, question: &QuestionId) -> Vec<Offer> {
        self.all(question)
            .filter_map(|asked| {
                asked
                    .answer
                    .as_ref()
                    .map(|answer| asked.ask.chosen(answer, &asked.id))
            })
            .flatten()
            .collect()
    }

    /// Returns what was chosen and said here, for a guide that follows this one: at a repeated question the things it was answered
    /// for, each with what was said.
    pub fn as_before(&self) -> Before {
        let bases: BTreeSet<QuestionId> = self.asked.iter().map(|asked| asked.id.base()).collect();
        let chosen = bases.into_iter().map(|base| {
            let said = self.all(&base).filter_map(Asked::as_said).collect();
            let repeated = self.all(&base).any(|asked| asked.each.is_some());
            let chosen = if repeated { said } else { self.chosen(&base) };
            (base, chosen)
        });
        let said = self.asked.iter();
        let said = said.filter_map(|asked| Some((asked.id.clone(), asked.answer.clone()?)));
        Before::new(chosen, said)
    }
}

impl Asked {
    /// The thing a question is repeated for, with what was said about it; nothing where nothing was said.
    fn as_said(&self) -> Option<Offer> {
        let answer = self.answer.as_ref()?;
        if matches!(answer, Answer::Blank(_) | Answer::Seen) {
            return None;
        }
        let said = self.ask.said(answer);
        (!said.is_empty()).then_some(())?;
        Some(Offer {
            note: Some(Phrase::List(said)),
            ..self.each.clone()?
        })
    }
}

/// The walk so far, seen by a question that is put.
struct Scenery<'a> {
    walk: &'a Walk,
    each: Option<&'a Offer>,
    planned: Option<Answer>,
}

impl Sight for Scenery<'_> {
    fn known(&self, question: &QuestionId) -> Known<'_> {
        if *question == Guide::item() {
            let planned = self.planned.as_ref();
            return planned.map_or(Known::NotAsked, Known::Given);
        }
        self.walk.known(question)
    }
    fn told(&self, question: &QuestionId) -> Vec<ItemId> {
        match &self.planned {
            Some(Answer::Cells(row)) if *question == Guide::item() => {
                row.cells.keys().cloned().collect()
            }
            Some(_) | None => self.walk.told(question),
        }
    }
    fn has_tag(&self, question: &QuestionId, item: &ItemId, tag: &str) -> bool {
        self.walk.has_tag(question, item, tag)
    }
}

impl Scene for Scenery<'_> {
    fn chosen(&self, question: &QuestionId) -> Vec<Offer> {
        self.walk.chosen(question)
    }
    fn before(&self, question: &QuestionId) -> Vec<Offer> {
        self.walk.before.chosen(question).to_vec()
    }
    fn each(&self) -> Option<&Offer> {
        self.each
    }
    fn sight(&self) -> &dyn Sight {
        self
    }
}
