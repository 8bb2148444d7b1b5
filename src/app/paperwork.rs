//! The papers of one person: what they say now, what the person made of the lines, what was decided at the check.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::app::intent::Way;
use crate::core::ids::{LineId, PaperId};
use crate::core::session::Session;
use crate::core::spoken::Spoken;
use crate::core::summary::{Selection, Summary};
use crate::core::words::{Lang, Words};
use crate::paper::{self, Document, Private, Shared};
use crate::privacy::{self, Cleared, Decision, Decisions, Lexicon, Open};

/// The papers of one person. Holds choices, never texts: what a paper says is computed from the answers.
#[derive(Debug, Clone, Default)]
pub struct Paperwork {
    selections: BTreeMap<PaperId, Selection>,
    decisions: Decisions,
    due: Vec<PaperId>,
    at: usize,
}

impl Paperwork {
    /// Begins with the papers that are made now; nothing when there is none.
    pub fn begin(&mut self, session: &Session) -> bool {
        self.due = Summary::due(session.guide(), session.walk());
        self.at = 0;
        !self.due.is_empty()
    }

    /// Goes to the next paper; nothing when that was the last.
    pub fn go_on(&mut self) -> bool {
        self.at += 1;
        self.at < self.due.len()
    }

    /// Goes to the paper with this number among those made now.
    pub fn look(&mut self, session: &Session, number: usize) -> bool {
        self.due = Summary::due(session.guide(), session.walk());
        self.at = number;
        number < self.due.len()
    }

    /// The paper at hand, as the answers make it.
    pub fn summary(&self, session: &Session) -> Option<Summary> {
        let id = self.due.get(self.at)?;
        let paper = session
            .guide()
            .papers()
            .iter()
            .find(|paper| paper.id == *id)?;
        Some(Summary::of(session.guide(), session.walk(), paper))
    }

    /// What the person made of the lines of the paper at hand.
    pub fn selection(&self) -> Selection {
        self.due
            .get(self.at)
            .and_then(|id| self.selections.get(id))
            .cloned()
            .unwrap_or_default()
    }

    fn change(&mut self, change: impl FnOnce(&mut Selection)) {
        if let Some(id) = self.due.get(self.at) {
            change(self.selections.entry(id.clone()).or_default());
        }
    }

    /// Puts a line on the paper, or leaves it out.
    pub fn toggle(&mut self, line: &LineId) {
        self.change(|selection| {
            if !selection.switched.remove(line) {
                selection.switched.insert(line.clone());
            }
        });
    }

    /// Says a line in softer words, or in its own.
    pub fn soften(&mut self, line: &LineId) {
        self.change(|selection| {
            if !selection.softer.remove(line) {
                selection.softer.insert(line.clone());
            }
        });
    }

    /// Moves a line within its block.
    pub fn shift(&mut self, session: &Session, line: &LineId, way: Way) {
        let Some(summary) = self.summary(session) else {
            return;
        };
        let ordered = summary.ordered(&self.selection());
        let mut order: Vec<LineId> = Vec::new();
        for block in &ordered.blocks {
            let mut ids: Vec<LineId> = block.lines.iter().map(|line| line.id.clone()).collect();
            if let Some(at) = ids.iter().position(|id| id == line) {
                let to = match way {
                    Way::Up => at.checked_sub(1),
                    Way::Down => Some(at + 1).filter(|to| *to < ids.len()),
                };
                if let Some(to) = to {
                    ids.swap(at, to);
                }
            }
            order.append(&mut ids);
        }
        self.change(|selection| selection.order = order);
    }

    /// Takes over a selection, from an answers file.
    pub fn select(&mut self, selection: Selection) {
        self.change(|own| *own = selection);
    }

    /// What was made of the lines of each paper, and what was decided at the check.
    pub fn choices(&self) -> (&BTreeMap<PaperId, Selection>, &Decisions) {
        (&self.selections, &self.decisions)
    }

    /// Goes on with choices of another time.
    pub fn restore(selections: BTreeMap<PaperId, Selection>, decisions: Decisions) -> Self {
        Self {
            selections,
            decisions,
            ..Self::default()
        }
    }

    /// The paper at hand in words, with what was left out at the check left out, once everything is decided.
    pub fn spoken(&self, session: &Session, lang: &Lang, words: &Words) -> Option<Spoken> {
        let summary = self.summary(session)?.selected(&self.selection());
        Some(Spoken::of(&summary, lang, words))
    }

    /// Lets the paper at hand pass the check, or says what is open.
    pub fn clear(&self, spoken: &Spoken, lexicon: &Lexicon) -> Result<Cleared<Spoken>, Vec<Open>> {
        privacy::clear(spoken, &self.decisions, lexicon)
    }

    /// Remembers a decision, for the exact text it was taken on.
    pub fn decide(&mut self, text: &str, rule: &str, decision: Decision) {
        self.decisions.decide(text, rule, decision);
    }

    /// Composes the document to hand over, and looks at its composed text once more.
    pub fn shared(
        &self,
        spoken: &Spoken,
        lexicon: &Lexicon,
    ) -> Result<Document<Shared>, Vec<Open>> {
        self.clear(spoken, lexicon)
            .map(|cleared| paper::shared(&cleared))
    }

    /// Composes the document for the person alone.
    pub fn private(spoken: &Spoken, words: &Arc<Words>) -> Option<Document<Private>> {
        paper::private(spoken, words)
    }

    /// Titles of the papers that are made now.
    pub fn titles(session: &Session) -> Vec<String> {
        let due = Summary::due(session.guide(), session.walk());
        let papers = session.guide().papers().iter();
        papers
            .filter(|paper| due.contains(&paper.id))
            .map(|paper| paper.title.to_string())
            .collect()
    }
}
