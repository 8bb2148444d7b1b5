//! The ways on while the talk is practised: before the questions, and at the examples. Which there are is computed each time.

use crate::app::flow::practice::Order;
use crate::app::flow::state::Flow;
use crate::core::ask::Ask;
use crate::core::rehearsal::EmployerQuestion;
use crate::core::session::Asked;

/// A way before the questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AtStart {
    /// Go on where it was left.
    Resume,
    /// All questions, in this order.
    All(Order),
    /// One question, and from there.
    Pick,
    /// What was typed, to forget it.
    Drafts,
    /// With a clock, or without.
    Clock,
    /// Not now.
    Leave,
}

/// A way at the examples.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AtCompare {
    /// The next question.
    Next,
    /// The same question once more.
    Again,
    /// The own sentence becomes an answer.
    Line,
    /// What the law says, and what else there is to know.
    Law,
    /// No more.
    Leave,
}

impl Flow {
    /// The questions of the guide where a sentence can go: those for one line in the step that offers to practise, as far as
    /// they are asked.
    pub(super) fn lines_of_plan(&self) -> Vec<&Asked> {
        let offer = self.rehearsal().and_then(|all| all.offer.as_ref());
        let (Some((offer, _)), Some(session)) = (offer, &self.session) else {
            return Vec::new();
        };
        let walk = session.walk();
        let step = walk.find(offer).and_then(|asked| asked.step.as_ref());
        let is_line = |asked: &&Asked| {
            matches!(asked.ask, Ask::Line { .. }) && step.is_some() && asked.step.as_ref() == step
        };
        walk.asked().iter().filter(is_line).collect()
    }

    /// The sentence that can become an answer: what was typed last.
    pub(super) fn own_sentence(&self) -> Option<&str> {
        let tried = self.practice.now()?;
        let typed = [&tried.then, &tried.said].into_iter();
        typed.map(String::as_str).find(|text| !text.is_empty())
    }

    /// The ways before the questions, in their order.
    pub(super) fn ways_at_start(&self) -> Vec<AtStart> {
        let begun = self.practice.place().filter(|(number, _)| *number > 1);
        let resume = begun.map(|_| AtStart::Resume);
        let rest = [
            AtStart::All(Order::Written),
            AtStart::All(Order::Shuffled),
            AtStart::Pick,
        ];
        let drafts = self.has_drafts().then_some(AtStart::Drafts);
        let last = [AtStart::Clock, AtStart::Leave];
        resume
            .into_iter()
            .chain(rest)
            .chain(drafts)
            .chain(last)
            .collect()
    }

    /// The ways at the examples, in their order.
    pub(super) fn ways_at_compare(&self) -> Vec<AtCompare> {
        let line = self.own_sentence().is_some() && !self.lines_of_plan().is_empty();
        let law = self
            .employer_asks()
            .is_some_and(|question| !question.facts.is_empty() || self.card_of(question).is_some());
        let ways = [
            (true, AtCompare::Next),
            (true, AtCompare::Again),
            (line, AtCompare::Line),
            (law, AtCompare::Law),
            (true, AtCompare::Leave),
        ];
        let ways = ways.into_iter().filter(|(open, _)| *open);
        ways.map(|(_, way)| way).collect()
    }

    /// The question of the guide that says more, where it is asked now.
    pub(super) fn card_of(&self, question: &EmployerQuestion) -> Option<&Asked> {
        let (card, _) = question.card.as_ref()?;
        self.session.as_ref()?.walk().find(card)
    }
}
