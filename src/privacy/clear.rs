//! The gate: lines with every stop decided by the person, and nothing else, become [`Cleared`].
//!
//! Invariants:
//! - only [`clear`] makes a [`Cleared`], and it looks once more at the very lines that go in;
//! - a decision holds for the exact text of its line and for one word that one rule found; when the text changes, it has
//!   lapsed;
//! - a reworded text is checked like any other; a hint never holds anything;
//! - nothing is changed that the person did not reword or leave out.

use std::collections::BTreeSet;

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

impl Open {
    /// Returns the word.
    pub fn word(&self) -> &str {
        let range = self.finding.span.bytes.clone();
        self.text.get(range).unwrap_or_default()
    }

    /// Returns the name by which a decision knows this finding within its text: the rule, and the word it found, so that
    /// one decision never covers another word of the same kind.
    pub fn name(&self) -> String {
        format!("{}#{}", self.finding.rule, self.word().to_lowercase())
    }
}

/// A stop, with what the person decided about it, if anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The stop.
    pub open: Open,
    /// The decision.
    pub decision: Option<Decision>,
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
    /// Remembers a decision for the exact text of a line and one rule, or one finding by its [name](Open::name); a later one
    /// replaces it.
    pub fn decide(&mut self, text: &str, rule: &str, decision: Decision) {
        self.take_back(text, rule);
        self.list.push((text.to_owned(), rule.to_owned(), decision));
    }

    /// Forgets a decision.
    pub fn take_back(&mut self, text: &str, rule: &str) {
        self.list
            .retain(|(other, by, _)| other != text || by != rule);
    }

    /// Forgets the decision that was taken last. Says whether there was one.
    pub fn take_back_last(&mut self) -> bool {
        self.list.pop().is_some()
    }

    /// Says whether nothing was decided.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Returns the decision about a finding.
    pub fn about(&self, open: &Open) -> Option<&Decision> {
        self.on(&open.text, &open.name())
            .or_else(|| self.on(&open.text, &open.finding.rule))
    }

    /// Returns the decision for a text and a rule, or the name of a finding.
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
    // What comes out is looked at once more, whatever the summary made of the lines. The check is pure: a text that it has
    // just let through needs no second look.
    let inner = summary.with_lines(&kept);
    let passed: BTreeSet<&str> = kept.iter().map(|(_, text)| text.as_str()).collect();
    let lines = inner.lines().into_iter();
    let left: Vec<Open> = lines
        .filter(|(_, text)| !passed.contains(text.as_str()))
        .flat_map(|(line, text)| stops(&line, &text, lexicon))
        .filter(|one| decisions.about(one) != Some(&Decision::NotHealth))
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

/// Returns every stop in lines, with what was decided about it. Of a line that was left out or reworded, only that decision
/// counts, and the stops that its new words hold.
pub fn standing(
    lines: &[(LineKey, String)],
    decisions: &Decisions,
    lexicon: &Lexicon,
) -> Vec<Standing> {
    lines
        .iter()
        .flat_map(|(line, text)| standing_on(line, text, decisions, lexicon))
        .collect()
}

fn standing_on(
    line: &LineKey,
    text: &str,
    decisions: &Decisions,
    lexicon: &Lexicon,
) -> Vec<Standing> {
    let mut text = text.to_owned();
    let mut reworded: Option<Standing> = None;
    for _ in 0..MOST_REWORDINGS {
        let mut here: Vec<Standing> = stops(line, &text, lexicon)
            .into_iter()
            .map(|open| Standing {
                decision: decisions.about(&open).cloned(),
                open,
            })
            .collect();
        let whole = here.iter().position(|one| match one.decision {
            Some(Decision::LeaveOut | Decision::Reword(_)) => true,
            Some(Decision::NotHealth) | None => false,
        });
        let Some(whole) = whole.map(|at| here.swap_remove(at)) else {
            // Other words that hold stops of their own are looked at themselves, and no longer what they replaced.
            here.extend(reworded.filter(|_| here.is_empty()));
            return here;
        };
        let new = match &whole.decision {
            Some(Decision::Reword(new)) => new.clone(),
            Some(Decision::LeaveOut | Decision::NotHealth) | None => return vec![whole],
        };
        reworded = Some(whole);
        text = new;
    }
    // Words that lead back to themselves settle nothing.
    let open = stops(line, &text, lexicon).into_iter();
    open.map(|open| Standing {
        open,
        decision: None,
    })
    .collect()
}

/// Returns the words in which each line would stand on paper; nothing for one that is left out, its own words for one with
/// an open stop.
pub fn settled(
    lines: &[(LineKey, String)],
    decisions: &Decisions,
    lexicon: &Lexicon,
) -> Vec<(LineKey, Option<String>)> {
    let words = |(line, text): &(LineKey, String)| {
        let settled = settle(line, text.clone(), decisions, lexicon);
        (line.clone(), settled.unwrap_or_else(|_| Some(text.clone())))
    };
    lines.iter().map(words).collect()
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
        let taken: Vec<_> = stops.iter().map(|open| decisions.about(open)).collect();
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
            .filter(|open| decisions.about(open).is_none())
            .collect();
        return if undecided.is_empty() {
            Ok(Some(text))
        } else {
            Err(undecided)
        };
    }
    Err(stops(line, &text, lexicon))
}
