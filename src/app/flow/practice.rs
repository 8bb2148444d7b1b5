//! Practising the talk, as far as it has come: in which order, at which question, what was said so far, and the clock.
//!
//! What was said are drafts of the person's own. They are kept with the answers and go on no paper by themselves. It does not
//! know the questions themselves, only their names.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::app::time::Moment;
use crate::core::ids::QuestionId;

/// Every third time the employer reacts in a way that one does not expect.
const SURPRISES: usize = 3;

/// Where the shuffling begins. It is fixed, so that whoever practises the same comes by the same.
const SEED: u64 = 0x5EED;

const MINUTE: Duration = Duration::from_mins(1);

/// One time that a question was answered. What was said aloud is not known: the text is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Tried {
    /// The answer.
    pub(super) said: String,
    /// What was said to the reaction of the employer.
    pub(super) then: String,
}

/// In which order the questions come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Order {
    /// As their author put them.
    #[default]
    Written,
    /// Mixed.
    Shuffled,
}

/// Whether a clock is wanted, and since when it runs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Clock {
    pub(super) wanted: bool,
    from: Moment,
    /// The moment that is shown.
    shown: Moment,
    /// The last moment that was told.
    told: Moment,
}

impl Clock {
    fn minutes_at(self, now: Moment) -> u64 {
        now.since(self.from).as_secs() / MINUTE.as_secs()
    }

    /// Whole minutes since it runs.
    pub(super) fn minutes(self) -> u64 {
        self.minutes_at(self.shown)
    }

    /// When the next whole minute is over.
    pub(super) fn next_minute(self) -> Moment {
        let minutes = u32::try_from(self.minutes() + 1).unwrap_or(u32::MAX);
        self.from.later(MINUTE.saturating_mul(minutes))
    }

    /// It is this late; what is shown does not change yet.
    pub(super) fn told(&mut self, now: Moment) {
        self.told = now;
    }

    /// Shows what was told last. Says whether another minute is shown.
    pub(super) fn show(&mut self) -> bool {
        let before = self.minutes();
        self.shown = self.told;
        self.minutes() != before
    }

    fn begin(&mut self) {
        self.from = self.told;
        self.shown = self.told;
    }
}

/// How far it has come.
#[derive(Debug, Clone, Default)]
pub(super) struct Practice {
    /// The names of the questions, in the order in which they come.
    order: Vec<String>,
    at: usize,
    /// Which time the question is answered, from 0.
    turn: usize,
    drafts: BTreeMap<String, Vec<Tried>>,
    how: Order,
    round: u64,
    pub(super) clock: Clock,
    /// The question of the guide that the person came from.
    pub(super) home: Option<QuestionId>,
}

impl Practice {
    /// Goes on with what was kept.
    pub(super) fn restore(drafts: BTreeMap<String, Vec<Tried>>) -> Self {
        Self {
            drafts,
            ..Self::default()
        }
    }

    /// What was said so far, by question.
    pub(super) fn drafts(&self) -> &BTreeMap<String, Vec<Tried>> {
        &self.drafts
    }

    /// Begins a round at the first question.
    pub(super) fn begin(&mut self, all: &[String], how: Order) {
        self.how = how;
        self.round = 0;
        self.order = self.ordered(all);
        self.at = 0;
        self.clock.begin();
        self.take_turn();
    }

    /// Begins the round at this question; the others follow in their order.
    pub(super) fn begin_at(&mut self, all: &[String], number: usize) {
        self.begin(all, Order::Written);
        self.at = number.min(self.order.len().saturating_sub(1));
        self.take_turn();
    }

    /// Begins another round.
    pub(super) fn again_all(&mut self, all: &[String]) {
        self.round += 1;
        self.order = self.ordered(all);
        self.at = 0;
        self.take_turn();
    }

    fn ordered(&self, all: &[String]) -> Vec<String> {
        match self.how {
            Order::Written => all.to_vec(),
            Order::Shuffled => shuffled(all, SEED + self.round),
        }
    }

    /// The question the person is at.
    pub(super) fn question(&self) -> Option<&str> {
        self.order.get(self.at).map(String::as_str)
    }

    /// The number of the question, from 1, and how many there are. Nothing before a round and behind its end.
    pub(super) fn place(&self) -> Option<(usize, usize)> {
        self.question().map(|_| (self.at + 1, self.order.len()))
    }

    /// Whether this is the last question of the round.
    pub(super) fn is_last(&self) -> bool {
        self.at + 1 >= self.order.len()
    }

    /// On to the next question. Says whether there is one.
    pub(super) fn next(&mut self) -> bool {
        self.at = (self.at + 1).min(self.order.len());
        self.take_turn();
        self.question().is_some()
    }

    /// Back to what was said last at the question before. Says whether there is one.
    pub(super) fn back(&mut self) -> bool {
        let Some(before) = self.at.checked_sub(1) else {
            return false;
        };
        self.at = before;
        self.turn = self.times().saturating_sub(1);
        true
    }

    /// The same question once more.
    pub(super) fn take_turn(&mut self) {
        self.turn = self.times();
    }

    fn times(&self) -> usize {
        self.question()
            .and_then(|question| self.drafts.get(question))
            .map_or(0, Vec::len)
    }

    /// Which time it is, from 0.
    pub(super) fn turn(&self) -> usize {
        self.turn
    }

    /// Whether the employer reacts this time in a way that one does not expect.
    pub(super) fn surprises(&self) -> bool {
        (self.turn + 1).is_multiple_of(SURPRISES)
    }

    fn tried(&self, turn: usize) -> Option<&Tried> {
        self.drafts.get(self.question()?)?.get(turn)
    }

    /// What was said this time.
    pub(super) fn now(&self) -> Option<&Tried> {
        self.tried(self.turn)
    }

    /// What was typed the last time before this one.
    pub(super) fn before(&self) -> Option<&str> {
        let earlier = (0..self.turn).rev().filter_map(|turn| self.tried(turn));
        let mut typed = earlier.map(|tried| tried.said.as_str());
        typed.find(|said| !said.is_empty())
    }

    /// Takes what was said.
    pub(super) fn say(&mut self, text: &str) {
        if let Some(tried) = self.place_for_now() {
            text.clone_into(&mut tried.said);
        }
    }

    /// Takes what was said to the reaction.
    pub(super) fn say_then(&mut self, text: &str) {
        if let Some(tried) = self.place_for_now() {
            text.clone_into(&mut tried.then);
        }
    }

    /// This time nothing was said.
    pub(super) fn unsay(&mut self) {
        let turn = self.turn;
        if let Some(question) = self.order.get(self.at)
            && let Some(all) = self.drafts.get_mut(question)
        {
            all.truncate(turn);
            if all.is_empty() {
                let question = question.clone();
                self.drafts.remove(&question);
            }
        }
    }

    /// Forgets one time that a question was answered.
    pub(super) fn forget(&mut self, question: &str, turn: usize) {
        let Some(all) = self.drafts.get_mut(question) else {
            return;
        };
        if turn < all.len() {
            all.remove(turn);
        }
        if all.is_empty() {
            self.drafts.remove(question);
        }
        // Whoever goes on there answers anew.
        if self.question() == Some(question) {
            self.take_turn();
        }
    }

    fn place_for_now(&mut self) -> Option<&mut Tried> {
        let question = self.order.get(self.at)?.clone();
        let all = self.drafts.entry(question).or_default();
        if all.len() <= self.turn {
            all.push(Tried::default());
            self.turn = all.len() - 1;
        }
        all.get_mut(self.turn)
    }
}

/// The same things in another order, which is the same for the same seed.
fn shuffled(all: &[String], seed: u64) -> Vec<String> {
    let mut state = seed;
    let mut below = |limit: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap_or_default() % limit.max(1)
    };
    let mut rest = all.to_vec();
    let mut order = Vec::with_capacity(rest.len());
    while !rest.is_empty() {
        order.push(rest.remove(below(rest.len())));
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Vec<String> {
        ["a", "b", "c", "d", "e"].map(str::to_owned).to_vec()
    }

    fn walked(practice: &mut Practice) -> String {
        let mut walked = String::new();
        while let Some(question) = practice.question() {
            walked.push_str(question);
            practice.next();
        }
        walked
    }

    #[test]
    fn every_question_comes_once_in_a_round_and_shuffled_always_the_same() {
        let mut practice = Practice::default();
        practice.begin(&names(), Order::Written);
        assert_eq!(walked(&mut practice), "abcde");
        practice.begin(&names(), Order::Shuffled);
        let first = walked(&mut practice);
        practice.again_all(&names());
        let second = walked(&mut practice);
        assert_ne!(first, "abcde");
        assert_ne!(first, second);
        let mut letters: Vec<char> = second.chars().collect();
        letters.sort_unstable();
        assert_eq!(letters, ['a', 'b', 'c', 'd', 'e']);
        practice.begin(&names(), Order::Shuffled);
        assert_eq!(walked(&mut practice), first);
        practice.begin_at(&names(), 3);
        assert_eq!(walked(&mut practice), "de");
    }

    #[test]
    fn the_third_time_surprises_and_each_time_keeps_what_was_said() {
        let mut practice = Practice::default();
        practice.begin(&names(), Order::Written);
        let mut surprises = Vec::new();
        for said in ["een", "", "drie", "vier"] {
            practice.take_turn();
            surprises.push(practice.surprises());
            practice.say(said);
        }
        assert_eq!(surprises, [false, false, true, false]);
        assert_eq!(practice.before(), Some("drie"));
        let said = practice.drafts().values().flatten();
        let said: Vec<&str> = said.map(|tried| tried.said.as_str()).collect();
        assert_eq!(said, ["een", "", "drie", "vier"]);
    }

    #[test]
    fn going_back_to_a_question_changes_what_was_said_there_and_adds_no_time() {
        let mut practice = Practice::default();
        practice.begin(&names(), Order::Written);
        assert!(!practice.back());
        practice.say("een");
        practice.next();
        assert!(practice.back());
        assert_eq!(practice.now().map(|tried| tried.said.as_str()), Some("een"));
        practice.say("anders");
        assert_eq!(practice.drafts().get("a").map(Vec::len), Some(1));
        practice.unsay();
        assert!(practice.drafts().is_empty());
    }

    #[test]
    fn one_time_is_forgotten_and_the_others_stay() {
        let mut practice = Practice::default();
        practice.begin(&names(), Order::Written);
        for said in ["een", "twee", "drie"] {
            practice.take_turn();
            practice.say(said);
        }
        practice.forget("a", 1);
        practice.forget("a", 9);
        practice.forget("b", 0);
        let said = practice.drafts().values().flatten();
        let said: Vec<&str> = said.map(|tried| tried.said.as_str()).collect();
        assert_eq!(said, ["een", "drie"]);
        assert_eq!((practice.turn(), practice.now()), (2, None));
        practice.forget("a", 0);
        practice.forget("a", 0);
        assert!(practice.drafts().is_empty());
    }

    #[test]
    fn the_clock_shows_whole_minutes_and_changes_when_it_is_told_to_show() {
        let at = |seconds| Moment::at(Duration::from_secs(seconds));
        let mut practice = Practice::default();
        practice.clock.told(at(100));
        practice.begin(&names(), Order::Written);
        assert_eq!(practice.clock.next_minute(), at(160));
        practice.clock.told(at(159));
        assert!(!practice.clock.show());
        practice.clock.told(at(161));
        assert_eq!(practice.clock.minutes(), 0);
        assert!(practice.clock.show());
        assert_eq!(practice.clock.minutes(), 1);
        assert_eq!(practice.clock.next_minute(), at(220));
    }
}
