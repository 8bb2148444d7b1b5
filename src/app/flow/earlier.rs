//! The view of coming back, and of earlier visits.
//!
//! A visit is shown in the words in which it was kept, so that it reads as it did, whatever became of the questions since.

use std::sync::Arc;

use crate::app::dossier::content::Visit;
use crate::app::dossier::edge::Said;
use crate::app::flow::revisit::{AtEarlier, AtReturn};
use crate::app::flow::state::Flow;
use crate::app::flow::visits;
use crate::app::stage::Visiting;
use crate::app::view::{AsideBody, AsideView, EarlierStep, EarlierView};
use crate::core::answer::Day;
use crate::core::guide::Guide;
use crate::core::ids::QuestionId;
use crate::core::session::{Company, With};
use crate::core::words::fill;

impl Flow {
    /// A day of a visit in words.
    pub(super) fn visit_day(&self, date: &str) -> String {
        Day::read(date).map_or_else(
            || self.words.visits.no_day.clone(),
            |day| self.words.day(day),
        )
    }

    pub(super) fn visit_aside(&self, at: Visiting) -> AsideView {
        let words = &self.words.visits;
        match at {
            Visiting::Return => {
                let day = self.kept.as_ref().and_then(|kept| kept.rest.day.as_deref());
                let text = day.map_or_else(
                    || words.text.clone(),
                    |day| fill(&words.text_of, &[("day", &self.visit_day(day))]),
                );
                let ways = self.ways_at_return();
                aside(
                    "return",
                    &words.title,
                    [text].into_iter().chain(self.next_step()).collect(),
                    ways.iter().map(|way| self.way_said(*way)).collect(),
                )
            }
            Visiting::List => {
                let visits = self.visits().iter().rev();
                let rows = visits.map(|visit| self.visit_title(visit));
                let back = self.words.menu.back.clone();
                aside(
                    "visits",
                    &words.list_title,
                    vec![words.list_text.clone()],
                    rows.chain([back]).collect(),
                )
            }
            Visiting::Forget(number) => {
                let visit = self.visits().get(number);
                let title = visit.map(|visit| self.visit_title(visit));
                let mut text = vec![
                    title.unwrap_or_default(),
                    words.forget_text.clone(),
                    words.forget_copies.clone(),
                ];
                if !self.is_at_plan() && self.is_last_plan(visit) {
                    text.push(words.forget_looked_at.clone());
                }
                aside(
                    "forget",
                    &words.forget_title,
                    text,
                    vec![words.forget_no.clone(), words.forget_yes.clone()],
                )
            }
        }
    }

    fn is_last_plan(&self, visit: Option<&Visit>) -> bool {
        let last = self
            .plan_id()
            .and_then(|id| visits::last_of(self.visits(), id));
        last.is_some() && last == visit
    }

    pub(super) fn way_said(&self, way: AtReturn) -> String {
        let words = &self.words.visits;
        match way {
            AtReturn::Alone(number) => {
                let topic = self.topic_at(number).map(|topic| &*topic.label);
                fill(&words.alone, &[("topic", topic.unwrap_or_default())])
            }
            AtReturn::GoOn => words.go_on.clone(),
            AtReturn::Revisit => words.revisit.clone(),
            AtReturn::Plan => words.plan.clone(),
            AtReturn::ThenAndNow(_) => words.beside.clone(),
            AtReturn::Said => words.said.clone(),
            AtReturn::Earlier => words.earlier.clone(),
        }
    }

    /// What the end of a guide says about another time, when what was said is kept.
    pub(super) fn says_at_end(&self) -> Option<String> {
        self.kept.as_ref()?;
        let words = &self.words.visits;
        if self.is_at_plan() {
            let follower = &self.opened.as_ref()?.follower;
            follower.as_ref().map(|_| words.later.clone())
        } else {
            self.ways_on()
                .contains(&AtReturn::Plan)
                .then(|| words.changes.clone())
        }
    }

    /// The day of a visit, and what it was about.
    pub(super) fn visit_title(&self, visit: &Visit) -> String {
        let day = self.visit_day(&visit.date);
        let route = visit.answers.get(Guide::route().as_str());
        let route = route.and_then(|saying| saying.said.first());
        let about = self
            .guide_of(visit)
            .map(|guide| guide.title().to_string())
            .into_iter()
            .chain(route.cloned())
            .collect::<Vec<_>>()
            .join(", ");
        if about.is_empty() {
            return day;
        }
        fill(&self.words.visits.row, &[("day", &day), ("about", &about)])
    }

    /// The guide of a visit, where it is at hand.
    fn guide_of(&self, visit: &Visit) -> Option<&Arc<Guide>> {
        let loaded = &self.opened.as_ref()?.loaded;
        let mut guides = [Some(&loaded.guide), loaded.followed.as_ref()]
            .into_iter()
            .flatten();
        guides.find(|guide| guide.id() == visit.guide.id)
    }

    pub(super) fn earlier(&self, number: usize) -> Option<EarlierView> {
        let visit = self.visits().get(number)?;
        let words = &self.words.visits;
        let guide = self.guide_of(visit);
        let follower = self.opened.as_ref()?.follower.as_ref();
        let follower = follower.filter(|follower| follower.guide == visit.guide.id);
        let order = follower.map_or(&[][..], |follower| &follower.questions);
        let say = |way: &AtEarlier| match way {
            AtEarlier::Back => self.words.menu.back.clone(),
            AtEarlier::ThenAndNow => words.beside.clone(),
            AtEarlier::Forget => words.forget.clone(),
        };
        Some(EarlierView {
            number,
            title: self.visit_title(visit),
            text: words.earlier_text.clone(),
            steps: steps(
                visit,
                guide,
                order,
                &words.not_asked,
                self.session.as_ref()?.company(),
            ),
            ways: self.ways_at_earlier(number).iter().map(say).collect(),
        })
    }
}

/// What was said, step by step as far as the guide still knows it; the rest behind it. Where the guide is not at hand the order
/// of its questions does.
fn steps(
    visit: &Visit,
    guide: Option<&Arc<Guide>>,
    order: &[String],
    not_asked: &str,
    company: &Company,
) -> Vec<EarlierStep> {
    let said = visit.answers.iter();
    let mut rows: Vec<_> = said
        // What was passed by or only read says nothing.
        .filter(|(id, saying)| {
            let nothing = matches!(saying.answer, Said::Blank(_) | Said::Seen);
            !nothing && !saying.said.is_empty() && is_seen(id, guide, company)
        })
        .map(|(id, saying)| {
            let asked = if saying.asked.is_empty() {
                id
            } else {
                &saying.asked
            };
            (
                guide.map_or_else(|| ordered(order, id), |guide| place(guide, id)),
                asked.clone(),
                saying.said.clone(),
            )
        })
        .collect();
    rows.sort_by_key(|(place, ..)| place.map_or(usize::MAX, |(position, _)| position));
    let mut steps: Vec<EarlierStep> = Vec::new();
    for (place, asked, said) in rows {
        let title = match (place, guide) {
            (Some((_, title)), _) => title,
            (None, Some(_)) => not_asked,
            (None, None) => "",
        };
        if steps.last().is_none_or(|step| step.title != title) {
            steps.push(EarlierStep {
                title: title.to_owned(),
                rows: Vec::new(),
            });
        }
        if let Some(step) = steps.last_mut() {
            step.rows.push((asked, said));
        }
    }
    steps
}

/// Says whether whoever sits there may see what was said. While a coach sits there, what the guide does not know any more is not
/// seen: it may have been done alone.
pub(super) fn is_seen(id: &str, guide: Option<&Arc<Guide>>, company: &Company) -> bool {
    let known = guide.and_then(|guide| Some((guide, guide.question(&QuestionId::new(id))?)));
    match known {
        Some((guide, question)) => company.holds_back(guide.together(), &question.id).is_none(),
        None => company.now == With::Alone,
    }
}

/// Where a question stands in an order, without a title.
fn ordered(order: &[String], id: &str) -> Option<(usize, &'static str)> {
    let base = QuestionId::new(id).base();
    let position = order.iter().position(|other| *other == base.as_str());
    position.map(|position| (position, ""))
}

/// Where a question stands in a guide, and the title over it.
fn place<'a>(guide: &'a Guide, id: &str) -> Option<(usize, &'a str)> {
    let question = guide.question(&QuestionId::new(id))?;
    let mut all = guide.questions().iter();
    let position = all.position(|other| other.id == question.id)?;
    let step = question.step.as_ref().and_then(|id| guide.step(id));
    let title = step.map_or_else(|| guide.title(), |step| &step.title);
    Some((position, title))
}

fn aside(moment: &'static str, title: &str, text: Vec<String>, ways: Vec<String>) -> AsideView {
    AsideView {
        moment,
        title: title.to_owned(),
        text,
        exact: Vec::new(),
        problem: None,
        start: 0,
        body: AsideBody::Ways(ways),
    }
}
