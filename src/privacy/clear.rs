//! The gate: lines with every stop decided by the person, and nothing else, become [`Cleared`].
//!
//! Invariants:
//! - only [`clear`] makes a [`Cleared`], and it looks once more at the very lines that go in;
//! - a decision holds for the exact text of its line and for one rule; when the text changes, it has lapsed;
//! - a reworded text is checked like any other; a hint never holds anything;
//! - nothing is changed that the person did not reword or leave out.

use crate::privacy::check::check;
use crate::privacy::finding::{Finding, Level};
use crate::privacy::lexicon::Lexicon;

/// How often a rewording may itself be reworded before the line counts as open.
const MOST_REWORDINGS: usize = 8;

/// Which line of a summary a text is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LineKey(pub String);

/// A stop that no one has decided on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// The line.
    pub line: LineKey,
    /// Its exact text; after a rewording, the new one.
    pub text: String,
    /// What was found in it.
    pub finding: Finding,
}

/// What the person does about one finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// Says the whole line in other words.
    Reword(String),
    /// Leaves the line out.
    LeaveOut,
    /// Says that this is not about health.
    NotHealth,
}

/// All decisions taken so far; each can be taken back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decisions {
    list: Vec<(String, String, Decision)>,
}

impl Decisions {
    /// Remembers a decision for the exact text of a line and one rule; a later one replaces it.
    pub fn decide(&mut self, text: &str, rule: &str, decision: Decision) {
        self.take_back(text, rule);
        self.list.push((text.to_owned(), rule.to_owned(), decision));
    }

    /// Forgets a decision.
    pub fn take_back(&mut self, text: &str, rule: &str) {
        self.list
            .retain(|(other, by, _)| other != text || by != rule);
    }

    /// Returns the decision for a text and a rule.
    pub fn on(&self, text: &str, rule: &str) -> Option<&Decision> {
        self.list
            .iter()
            .find(|(other, by, _)| other == text && by == rule)
            .map(|(_, _, decision)| decision)
    }

    /// Returns every decision with its text and rule, in the order they were taken.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str, &Decision)> {
        self.list
            .iter()
            .map(|(text, rule, decision)| (text.as_str(), rule.as_str(), decision))
    }
}

/// Something made of lines that can pass the gate.
pub trait Clearable: Sized {
    /// Returns every line that would reach paper: each with its key and its whole text.
    fn lines(&self) -> Vec<(LineKey, String)>;

    /// Returns the same with only these lines, in these words.
    #[must_use]
    fn with_lines(&self, lines: &[(LineKey, String)]) -> Self;
}

impl Clearable for Vec<(LineKey, String)> {
    fn lines(&self) -> Vec<(LineKey, String)> {
        self.clone()
    }

    fn with_lines(&self, lines: &[(LineKey, String)]) -> Self {
        lines.to_vec()
    }
}

/// Lines that passed the gate. There is no other way to hold one than [`clear`].
///
/// ```compile_fail
/// let lines = weegwijzer::privacy::Cleared { inner: Vec::new() };
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleared<T> {
    inner: T,
}

impl<T> Cleared<T> {
    /// Lends what was cleared; it cannot be changed without another pass.
    pub fn get(&self) -> &T {
        &self.inner
    }
}

/// Finds every stop in lines, as if nothing had been decided.
pub fn examine(lines: &[(LineKey, String)], lexicon: &Lexicon) -> Vec<Open> {
    lines
        .iter()
        .flat_map(|(line, text)| stops(line, text, lexicon))
        .collect()
}

/// Lets lines pass when every stop is decided; otherwise returns those that are open.
pub fn clear<T: Clearable>(
    summary: &T,
    decisions: &Decisions,
    lexicon: &Lexicon,
) -> Result<Cleared<T>, Vec<Open>> {
    let mut open = Vec::new();
    let mut kept = Vec::new();
    for (line, text) in summary.lines() {
        match settle(&line, text, decisions, lexicon) {
            Ok(Some(text)) => kept.push((line, text)),
            Ok(None) => {}
            Err(undecided) => open.extend(undecided),
        }
    }
    if !open.is_empty() {
        return Err(open);
    }
    // What comes out is looked at once more, whatever the summary made of the lines.
    let inner = summary.with_lines(&kept);
    let left: Vec<Open> = examine(&inner.lines(), lexicon)
        .into_iter()
        .filter(|one| decisions.on(&one.text, &one.finding.rule) != Some(&Decision::NotHealth))
        .collect();
    if left.is_empty() {
        Ok(Cleared { inner })
    } else {
        Err(left)
    }
}

fn stops(line: &LineKey, text: &str, lexicon: &Lexicon) -> Vec<Open> {
    check(text, lexicon)
        .into_iter()
        .filter(|finding| finding.level == Level::Stop)
        .map(|finding| Open {
            line: line.clone(),
            text: text.to_owned(),
            finding,
        })
        .collect()
}

/// Returns the text that a line ends up with, or nothing when it is left out.
fn settle(
    line: &LineKey,
    mut text: String,
    decisions: &Decisions,
    lexicon: &Lexicon,
) -> Result<Option<String>, Vec<Open>> {
    for _ in 0..MOST_REWORDINGS {
        let stops = stops(line, &text, lexicon);
        let taken: Vec<_> = stops
            .iter()
            .map(|open| decisions.on(&text, &open.finding.rule))
            .collect();
        if taken.contains(&Some(&Decision::LeaveOut)) {
            return Ok(None);
        }
        let reworded = taken.iter().find_map(|decision| match decision {
            Some(Decision::Reword(new)) => Some(new.clone()),
            Some(Decision::LeaveOut | Decision::NotHealth) | None => None,
        });
        if let Some(new) = reworded {
            text = new;
            continue;
        }
        let undecided: Vec<_> = stops
            .into_iter()
            .filter(|open| decisions.on(&text, &open.finding.rule).is_none())
            .collect();
        return if undecided.is_empty() {
            Ok(Some(text))
        } else {
            Err(undecided)
        };
    }
    Err(stops(line, &text, lexicon))
}
