//! The papers of one person: what they say now, what the person made of the lines, what was decided at the check.

use std::collections::{BTreeMap, BTreeSet};

use crate::app::intent::Way;
use crate::core::answer::{Answer, Day, FieldAnswer};
use crate::core::guide::Paper;
use crate::core::ids::{ItemId, LineId, PaperId, QuestionId};
use crate::core::phrase::Phrase;
use crate::core::session::Session;
use crate::core::spoken::{Spoken, SpokenContent};
use crate::core::summary::{Selection, Summary};
use crate::core::words::{Lang, Words};
use crate::paper::{self, Document, Format, Private, Shared};
use crate::privacy::{
    self, Clearable, Cleared, Decision, Decisions, Level, Lexicon, LineKey, Open, Standing,
};

/// The papers of one person. Holds choices, never texts: what a paper says is computed from the answers.
#[derive(Debug, Clone, Default)]
pub struct Paperwork {
    selections: BTreeMap<Whose, Selection>,
    decisions: Decisions,
    due: Vec<PaperId>,
    at: usize,
    forms: Vec<&'static Format>,
}

/// A paper, and for whom it is where that was chosen.
pub type Whose = (PaperId, Option<ItemId>);

impl Paperwork {
    /// Begins with the papers that are made now; nothing when there is none. A calendar is offered later, when all days are known.
    pub fn begin(&mut self, session: &Session) -> bool {
        let calendar = |id: &PaperId| {
            let mut papers = session.guide().papers().iter();
            papers.any(|paper| paper.id == *id && paper.is_calendar())
        };
        self.due = Summary::due(session.guide(), session.walk());
        self.due.retain(|id| !calendar(id));
        self.forms.clear();
        self.at = 0;
        !self.due.is_empty()
    }

    /// Goes to the next paper; nothing when that was the last.
    pub fn go_on(&mut self) -> bool {
        self.at += 1;
        self.forms.clear();
        self.at < self.due.len()
    }

    /// Goes to the paper with this number among those made now.
    pub fn look(&mut self, session: &Session, number: usize) -> bool {
        self.due = Summary::due(session.guide(), session.walk());
        self.at = number;
        self.forms.clear();
        number < self.due.len()
    }

    /// The paper at hand, as the answers make it.
    pub fn summary(&self, session: &Session) -> Option<Summary> {
        let paper = self.paper(session)?;
        Some(Summary::of(session.guide(), session.walk(), paper))
    }

    fn paper<'a>(&self, session: &'a Session) -> Option<&'a Paper> {
        let id = self.due.get(self.at)?;
        session
            .guide()
            .papers()
            .iter()
            .find(|paper| paper.id == *id)
    }

    /// Says whether the paper at hand is a card of what was agreed on.
    pub fn is_card(&self, session: &Session) -> bool {
        self.paper(session).is_some_and(Paper::is_card)
    }

    /// The question that says for whom the paper at hand is, and what was chosen there, in words not yet said.
    pub fn for_whom(&self, session: &Session) -> Option<(QuestionId, Option<Phrase>)> {
        let of = self.paper(session)?.for_whom.as_ref()?;
        let asked = session.walk().find(&of.question)?;
        let answer = asked.answer.as_ref();
        let said = answer.and_then(|answer| match &of.field {
            Some(field) => asked.ask.field(answer, field),
            None => asked.ask.said(answer).pop(),
        });
        Some((asked.id.clone(), said))
    }

    fn whose(&self, session: &Session) -> Option<Whose> {
        let paper = self.paper(session)?;
        let chosen = paper.for_whom.as_ref().and_then(|of| {
            match (session.walk().answer(&of.question)?, &of.field) {
                (Answer::One(id), None) => Some(id.clone()),
                (Answer::Form(filled), Some(field)) => match filled.get(field)? {
                    FieldAnswer::One(id) => Some(id.clone()),
                    FieldAnswer::Text(_) | FieldAnswer::Day(_) => None,
                },
                _ => None,
            }
        });
        Some((paper.id.clone(), chosen))
    }

    /// What the person made of the lines of the paper at hand, for its reader. For another reader it begins with what was left
    /// out for anyone left out, and with nothing more put on: what one may read is not given to the next unasked.
    pub fn selection(&self, session: &Session) -> Selection {
        let Some(whose) = self.whose(session) else {
            return Selection::default();
        };
        if let Some(own) = self.selections.get(&whose) {
            return own.clone();
        }
        let summary = self.summary(session);
        let starts_off = |id: &LineId| {
            let mut lines = summary.iter().flat_map(Summary::lines);
            lines.any(|line| line.id == *id && line.starts_off)
        };
        let mut selection = Selection::default();
        for ((paper, _), other) in &self.selections {
            if *paper == whose.0 {
                let left_out = other.switched.iter().filter(|id| !starts_off(id));
                selection.switched.extend(left_out.cloned());
                selection.softer.extend(other.softer.iter().cloned());
                selection.order.clone_from(&other.order);
            }
        }
        selection
    }

    fn change(&mut self, session: &Session, change: impl FnOnce(&mut Selection)) {
        if let Some(whose) = self.whose(session) {
            let mut selection = self.selection(session);
            change(&mut selection);
            self.selections.insert(whose, selection);
        }
    }

    /// Puts a line on the paper, or leaves it out.
    pub fn toggle(&mut self, session: &Session, line: &LineId) {
        self.change(session, |selection| {
            if !selection.switched.remove(line) {
                selection.switched.insert(line.clone());
            }
        });
    }

    /// Says a line in softer words, or in its own.
    pub fn soften(&mut self, session: &Session, line: &LineId) {
        self.change(session, |selection| {
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
        let ordered = summary.ordered(&self.selection(session));
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
        self.change(session, |selection| selection.order = order);
    }

    /// Takes over a selection, from an answers file.
    pub fn select(&mut self, session: &Session, selection: Selection) {
        self.change(session, |own| *own = selection);
    }

    /// The forms that were chosen for the paper at hand.
    pub fn forms(&self) -> &[&'static Format] {
        &self.forms
    }

    /// Remembers the forms that were chosen.
    pub fn choose_forms(&mut self, forms: Vec<&'static Format>) {
        self.forms = forms;
    }

    /// What was made of the lines of each paper, and what was decided at the check.
    pub fn choices(&self) -> (&BTreeMap<Whose, Selection>, &Decisions) {
        (&self.selections, &self.decisions)
    }

    /// Goes on with choices of another time.
    pub fn restore(selections: BTreeMap<Whose, Selection>, decisions: Decisions) -> Self {
        Self {
            selections,
            decisions,
            ..Self::default()
        }
    }

    /// The paper at hand in words, with what was left out at the check left out, once everything is decided.
    pub fn spoken(&self, session: &Session, lang: &Lang, words: &Words) -> Option<Spoken> {
        let summary = self.summary(session)?.selected(&self.selection(session));
        Some(Spoken::of(&summary, lang, words))
    }

    /// Lets the paper at hand pass the check, or says what is open.
    pub fn clear(&self, spoken: &Spoken, lexicon: &Lexicon) -> Result<Cleared<Spoken>, Vec<Open>> {
        privacy::clear(spoken, &self.inherited(spoken, lexicon), lexicon)
    }

    /// Every stop on the paper at hand, with what was decided about it.
    pub fn standing(&self, spoken: &Spoken, lexicon: &Lexicon) -> Vec<Standing> {
        let decisions = self.inherited(spoken, lexicon);
        privacy::standing(&spoken.lines(), &decisions, lexicon)
    }

    /// Every stop in a text that was written, with what was decided about it.
    pub fn standing_in(&self, text: &str, lexicon: &Lexicon) -> Vec<Standing> {
        let line = (LineKey(String::new()), text.to_owned());
        privacy::standing(&[line], &self.decisions, lexicon)
    }

    /// The words in which each text of the paper at hand would be written; nothing for one that is left out.
    pub fn settled(&self, spoken: &Spoken, lexicon: &Lexicon) -> Vec<(LineKey, Option<String>)> {
        let decisions = self.inherited(spoken, lexicon);
        privacy::settled(&spoken.lines(), &decisions, lexicon)
    }

    /// Remembers a decision, for the exact text it was taken on.
    pub fn decide(&mut self, text: &str, rule: &str, decision: Decision) {
        self.decisions.decide(text, rule, decision);
    }

    /// Takes a decision back, also one that was taken on an answer within the line.
    pub fn take_back(&mut self, open: &Open, spoken: Option<&Spoken>) {
        let lines = spoken.iter().flat_map(|spoken| &spoken.blocks);
        let pieces = lines
            .flat_map(|block| &block.lines)
            .filter(|line| line.content.texts().contains(&open.text.as_str()))
            .flat_map(|line| line.pieces.iter().map(String::as_str));
        for text in pieces.chain([open.text.as_str()]) {
            self.decisions.take_back(text, &open.name());
            self.decisions.take_back(text, &open.finding.rule);
        }
    }

    /// Takes the last decision back. Says whether there was one.
    pub fn take_back_last(&mut self) -> bool {
        self.decisions.take_back_last()
    }

    /// Says whether something was decided at the check.
    pub fn has_decided(&self) -> bool {
        !self.decisions.is_empty()
    }

    /// All decisions, and those that were taken on an answer while it was written and hold for the sentence it stands in:
    /// for what was found within that answer, and nowhere else in the sentence.
    fn inherited(&self, spoken: &Spoken, lexicon: &Lexicon) -> Decisions {
        let mut all = self.decisions.clone();
        if all.is_empty() {
            return all;
        }
        for line in spoken.blocks.iter().flat_map(|block| &block.lines) {
            let (SpokenContent::Text(text), true) = (&line.content, line.pieces.len() > 1) else {
                continue;
            };
            let found = privacy::examine(&[(LineKey(String::new()), text.clone())], lexicon);
            let mut start = 0;
            for piece in &line.pieces {
                let range = start..start + piece.len();
                start = range.end;
                // A sentence that was trimmed on its way to paper has its pieces in other places.
                if text.get(range.clone()) != Some(piece) {
                    break;
                }
                let within = |open: &Open| {
                    let place = &open.finding.span.bytes;
                    range.start <= place.start && place.end <= range.end
                };
                for open in found.iter().filter(|open| within(open)) {
                    let name = open.name();
                    let alone = found
                        .iter()
                        .all(|other| other.name() != name || within(other));
                    let taken = self.decisions.on(piece, &name);
                    match taken.filter(|_| alone) {
                        Some(Decision::Reword(new)) => {
                            let mut said = text.clone();
                            said.replace_range(range.clone(), new);
                            all.decide(text, &name, Decision::Reword(said));
                        }
                        Some(taken) => all.decide(text, &name, taken.clone()),
                        None => {}
                    }
                }
            }
        }
        all
    }

    /// Composes the document to hand over, and looks at its composed text once more.
    pub fn shared(
        &self,
        spoken: &Spoken,
        lexicon: &Lexicon,
        date: Option<Day>,
        words: &Words,
    ) -> Result<Document<Shared>, Vec<Open>> {
        let cleared = self.clear(spoken, lexicon)?;
        let document = paper::shared(&cleared, date, words);
        let passed: BTreeSet<String> = cleared
            .get()
            .lines()
            .into_iter()
            .map(|(_, text)| text)
            .collect();
        // What only came into being when the document was composed was never looked at.
        let composed = document
            .texts()
            .into_iter()
            .filter(|text| !passed.contains(*text));
        let lines: Vec<(LineKey, String)> = composed
            .map(|text| (LineKey(text.to_owned()), text.to_owned()))
            .collect();
        let stops = privacy::examine(&lines, lexicon);
        if stops.is_empty() {
            Ok(document)
        } else {
            Err(stops)
        }
    }

    /// The health word in the name of a file, if one is there: its reader sees the name as well.
    pub fn stop_in_name(path: &str, lexicon: &Lexicon) -> Option<String> {
        // Where a backslash divides nothing, what stands before it is a part of the name.
        const BETWEEN: &[char] = if cfg!(windows) { &['/', '\\'] } else { &['/'] };
        let name = path.rsplit(BETWEEN).next().unwrap_or(path);
        let stops = privacy::check(name, lexicon)
            .into_iter()
            .find(|finding| finding.level == Level::Stop);
        stops.map(|finding| name.get(finding.span.bytes).unwrap_or_default().to_owned())
    }

    /// Composes the document for the person alone.
    pub fn private(spoken: &Spoken, date: Option<Day>, words: &Words) -> Option<Document<Private>> {
        paper::private(spoken, date, words)
    }

    /// The papers that are made now: titles, and whether each is a calendar.
    pub fn titles(session: &Session) -> Vec<(String, bool)> {
        let due = Summary::due(session.guide(), session.walk());
        let papers = session.guide().papers().iter();
        papers
            .filter(|paper| due.contains(&paper.id))
            .map(|paper| (paper.title.to_string(), paper.is_calendar()))
            .collect()
    }
}
