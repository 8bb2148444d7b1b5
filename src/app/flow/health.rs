//! The health-word check as a person meets it: in a text while it is written, and on a paper before it is saved.
//!
//! Invariants:
//! - there are three ways past a word: other words, leaving it out, and "not about my health", which takes the word itself,
//!   typed; a face can offer fewer, never a fourth;
//! - one decision is about one word in one text, and ends with that text;
//! - looking changes nothing but whether the calm line was said.

use crate::app::flow::state::{Calm, Editing, Flow};
use crate::app::health::{Checked, HealthWish};
use crate::app::stage::Stage;
use crate::app::view::{
    FindingRow, FindingsView, HealthView, HeedView, LookView, MarkView, StageView,
};
use crate::core::answer::Answer;
use crate::core::ask::Written;
use crate::core::guide::Reader;
use crate::core::ids::QuestionId;
use crate::core::spoken::Spoken;
use crate::core::text;
use crate::core::words::{Lang, fill};
use crate::privacy::{self, Category, Decision, Language, Lexicon, LineKey, Open, Standing};

impl Flow {
    /// Looks at texts that are being written at a question.
    pub fn look(&mut self, question: &QuestionId, texts: &[Written]) -> Vec<LookView> {
        let crisis = texts
            .iter()
            .flat_map(|written| self.standing_in(written))
            .any(|one| is_crisis(&one));
        if crisis {
            self.calm = self.calm.begin();
        }
        self.looks(question, texts)
    }

    fn looks(&self, question: &QuestionId, texts: &[Written]) -> Vec<LookView> {
        let looks = texts.iter().map(|written| self.look_at(question, written));
        looks.collect()
    }

    fn look_at(&self, question: &QuestionId, written: &Written) -> LookView {
        let words = &self.words.health;
        let standing = self.standing_in(written);
        let mut marks = Vec::new();
        if standing.iter().any(|one| one.decision.is_none())
            && let Some(lexicon) = self.lexicon()
        {
            let open = undecided(&written.text, lexicon, &standing);
            marks = open.iter().map(|open| self.mark(open)).collect();
        }
        let mut rest = Vec::new();
        if marks.is_empty() {
            for decision in standing.iter().filter_map(|one| one.decision.as_ref()) {
                let taken = self.taken(decision);
                if !rest.contains(&taken) {
                    rest.push(taken);
                }
            }
        } else {
            rest.push(words.need_not.clone());
            rest.push(if self.is_shared(question, written) {
                words.goes_shared.clone()
            } else {
                words.goes_private.clone()
            });
        }
        LookView {
            text: written.clone(),
            marks,
            rest: rest.join(" "),
        }
    }

    fn mark(&self, open: &Open) -> MarkView {
        let crisis = open.finding.category == Category::Crisis && self.calm == Calm::Now;
        let place = &open.finding.span.bytes;
        MarkView {
            start: place.start,
            end: place.end,
            word: open.word().to_owned(),
            says: self.says(open),
            calm: crisis.then(|| self.words.health.calm.clone()),
        }
    }

    /// What the check saw in the answer that was just given.
    pub(super) fn heed(&self) -> Option<HeedView> {
        let (question, texts) = self.heed.as_ref()?;
        let mut looks = self.looks(question, texts);
        looks.retain(|look| !look.marks.is_empty());
        (!looks.is_empty()).then(|| HeedView {
            question: question.clone(),
            looks,
        })
    }

    /// Looks at an answer that is being given, so that both faces can say what is in it.
    pub(super) fn heed_answer(&mut self, question: &QuestionId, answer: &Answer) {
        let texts = answer.written();
        self.look(question, &texts);
        self.heed = Some((question.clone(), texts));
    }

    /// Does what is wanted of the check.
    pub(super) fn health(&mut self, wish: HealthWish) {
        match wish {
            HealthWish::Explain(question, written) => self.explain(question, written),
            HealthWish::Choose(number) => self.choose_finding(number),
            HealthWish::GoTo => self.go_to(),
            HealthWish::Reword(typed) => {
                let said = text::one_line(&typed);
                if said.is_empty() {
                    self.refusal = Some(self.words.refusal.empty.clone());
                } else {
                    self.decide(Decision::Reword(said));
                }
            }
            HealthWish::LeaveOut => self.decide(Decision::LeaveOut),
            HealthWish::NotHealth(typed) => {
                let Some(open) = self.current() else { return };
                if same(&typed, open.word()) {
                    self.decide(Decision::NotHealth);
                } else {
                    let sentence = &self.words.health.not_the_word;
                    self.refusal = Some(fill(sentence, &[("word", open.word())]));
                }
            }
        }
    }

    fn explain(&mut self, question: QuestionId, written: Written) {
        // A face may still know of a text that was written alone.
        let session = self.session.as_ref();
        if session.is_some_and(|session| session.holds_back(&question)) {
            return;
        }
        let written = Written {
            text: settled(&written.text),
            ..written
        };
        let standing = self.standing_in(&written);
        let alone = matches!(standing.as_slice(), [one] if one.decision.is_none())
            || !self.is_shared(&question, &written);
        if standing.is_empty() {
            return;
        }
        let from = if let Stage::HealthCheck { from, .. } = &self.stage {
            from.clone()
        } else {
            Box::new(self.stage.clone())
        };
        self.stage = Stage::HealthCheck {
            of: Checked::Text(question, written),
            at: alone.then_some(0),
            from,
        };
    }

    fn choose_finding(&mut self, number: usize) {
        let Some(one) = self.standing().into_iter().nth(number) else {
            return;
        };
        let spoken = self.spoken();
        if let Stage::HealthCheck { of, at, .. } = &mut self.stage {
            if one.decision.is_none() {
                *at = Some(number);
            } else {
                let spoken = spoken.filter(|_| *of == Checked::Paper);
                self.papers.take_back(&one.open, spoken.as_ref());
            }
        }
    }

    /// To the question the line came from; from there back to the check.
    fn go_to(&mut self) {
        let target = self.current().and_then(|open| self.source(&open));
        if let (Some((question, written)), Some(session)) = (target, &mut self.session) {
            session.go(&question);
            self.editing = Some(Editing {
                new: Vec::new(),
                from: self.stage.clone(),
                for_check: Some(written),
            });
            self.stage = Stage::Asking;
        }
    }

    fn decide(&mut self, decision: Decision) {
        let Some(open) = self.current() else { return };
        // A text that stays with the person needs no way past.
        if self.is_private() {
            return;
        }
        let again = matches!(decision, Decision::Reword(_));
        if decision == Decision::Reword(open.text.clone()) {
            let sentence = &self.words.health.still;
            self.refusal = Some(fill(sentence, &[("word", open.word())]));
            return;
        }
        self.papers.decide(&open.text, &open.name(), decision);
        let standing = self.standing();
        let is_left = |one: &Standing| one.decision.is_none();
        let next = standing.iter().position(|one| {
            again && is_left(one) && one.open.line == open.line && one.open.text != open.text
        });
        if let Some(still) = next.and_then(|next| standing.get(next)) {
            let sentence = &self.words.health.still;
            self.refusal = Some(fill(sentence, &[("word", still.open.word())]));
        }
        let done = !standing.iter().any(is_left);
        if let Stage::HealthCheck { of, at, from } = &mut self.stage {
            *at = next;
            if done && matches!(of, Checked::Text(..)) {
                self.stage = (**from).clone();
            }
        }
    }

    /// Back from a finding to the list, and from the list to where the person was.
    pub(super) fn back_in_check(&mut self) {
        let many = self.standing().len() > 1 && !self.is_private();
        if let Stage::HealthCheck { of, at, from } = &mut self.stage {
            if at.is_some() && (many || *of == Checked::Paper) {
                *at = None;
            } else {
                self.stage = (**from).clone();
            }
        }
    }

    /// On from the check: to saving once nothing is left.
    pub(super) fn go_on_in_check(&mut self) {
        let Stage::HealthCheck { of, at, .. } = &self.stage else {
            return;
        };
        match (of, at) {
            (Checked::Text(..), _) => self.back_in_check(),
            (Checked::Paper, Some(_)) => {}
            (Checked::Paper, None) => {
                if self.standing().iter().all(|one| one.decision.is_some()) {
                    self.ask_place();
                }
            }
        }
    }

    /// Takes the last decision back.
    pub(super) fn undo_in_check(&mut self) {
        self.papers.take_back_last();
        if let Stage::HealthCheck { at, .. } = &mut self.stage {
            *at = None;
        }
    }

    /// From a preview to saving: a shared paper passes the check first.
    pub(super) fn save(&mut self) {
        let Some(spoken) = self.spoken() else { return };
        if spoken.reader == Reader::Private || self.open_on_paper().is_empty() {
            self.ask_place();
        } else {
            self.check_paper();
        }
    }

    /// To the list of what was found on the paper at hand.
    pub(super) fn check_paper(&mut self) {
        if self.open_on_paper().iter().any(is_crisis) {
            self.calm = self.calm.begin();
        }
        self.stage = Stage::HealthCheck {
            of: Checked::Paper,
            at: None,
            from: Box::new(Stage::Preview),
        };
    }

    /// Back from a question that the check led to: to what is left there, or to the paper.
    pub(super) fn back_to_check(&mut self) {
        self.stage = Stage::Preview;
        if !self.open_on_paper().is_empty() {
            self.check_paper();
        }
    }

    fn lexicon(&self) -> Option<&Lexicon> {
        self.opened.as_ref().map(|opened| &*opened.lexicon)
    }

    fn spoken(&self) -> Option<Spoken> {
        let session = self.session.as_ref()?;
        self.papers.spoken(session, &self.lang, &self.words)
    }

    fn is_shared(&self, question: &QuestionId, written: &Written) -> bool {
        self.session.as_ref().is_none_or(|session| {
            let guide = session.guide();
            guide.may_be_shared(question, written.field.as_ref())
        })
    }

    /// Says whether what is looked at stays with the person.
    fn is_private(&self) -> bool {
        matches!(
            &self.stage,
            Stage::HealthCheck { of: Checked::Text(question, written), .. }
                if !self.is_shared(question, written)
        )
    }

    fn standing_in(&self, written: &Written) -> Vec<Standing> {
        let text = settled(&written.text);
        self.lexicon()
            .map(|lexicon| self.papers.standing_in(&text, lexicon))
            .unwrap_or_default()
    }

    fn on_paper(&self) -> Vec<Standing> {
        self.spoken()
            .filter(|spoken| spoken.reader == Reader::Shared)
            .zip(self.lexicon())
            .map(|(spoken, lexicon)| self.papers.standing(&spoken, lexicon))
            .unwrap_or_default()
    }

    fn open_on_paper(&self) -> Vec<Standing> {
        let mut standing = self.on_paper();
        standing.retain(|one| one.decision.is_none());
        standing
    }

    /// Everything that was found where the person is looking, with what was decided.
    fn standing(&self) -> Vec<Standing> {
        let Stage::HealthCheck { of, .. } = &self.stage else {
            return Vec::new();
        };
        match of {
            Checked::Paper => self.on_paper(),
            Checked::Text(_, written) => self.standing_in(written),
        }
    }

    /// The finding that is looked at, as long as nothing was decided about it.
    fn current(&self) -> Option<Open> {
        self.at_among(&self.standing())
    }

    fn at_among(&self, standing: &[Standing]) -> Option<Open> {
        let Stage::HealthCheck { at: Some(at), .. } = &self.stage else {
            return None;
        };
        let one = standing.get(*at)?;
        one.decision.is_none().then(|| one.open.clone())
    }

    /// The text in which a word that stands on paper was written, and the question it was written at.
    fn source(&self, open: &Open) -> Option<(QuestionId, Written)> {
        let session = self.session.as_ref()?;
        let asked = session.walk().asked().iter();
        let mut written = asked.flat_map(|asked| {
            let answer = asked.answer.as_ref();
            let texts = answer.map(Answer::written).unwrap_or_default();
            texts.into_iter().map(|text| (asked.id.clone(), text))
        });
        written.find(|(question, written)| {
            open.text.contains(&written.text)
                && written.text.contains(open.word())
                && self.is_shared(question, written)
        })
    }

    fn says(&self, open: &Open) -> String {
        let words = &self.words.health;
        let category = words.category(open.finding.category.id());
        fill(
            &words.says,
            &[("word", open.word()), ("category", category)],
        )
    }

    fn taken(&self, decision: &Decision) -> String {
        let words = &self.words.health;
        match decision {
            Decision::Reword(new) => fill(&words.taken_reword, &[("text", new)]),
            Decision::LeaveOut => words.taken_leave_out.clone(),
            Decision::NotHealth => words.taken_not_health.clone(),
        }
    }

    fn calm_line(&self, standing: &[Standing]) -> Option<String> {
        let now = self.calm == Calm::Now && standing.iter().any(is_crisis);
        now.then(|| self.words.health.calm.clone())
    }

    /// The list, or the finding that is looked at.
    pub(super) fn health_view(&self) -> StageView {
        let standing = self.standing();
        let left = standing.iter().filter(|one| one.decision.is_none()).count();
        match (self.at_among(&standing), &self.stage) {
            (Some(open), Stage::HealthCheck { of, .. }) => {
                StageView::HealthCheck(Box::new(self.finding_view(&open, of, left, &standing)))
            }
            (_, stage) => StageView::Findings(FindingsView {
                rows: standing.iter().map(|one| self.row(one)).collect(),
                left,
                saves: matches!(
                    stage,
                    Stage::HealthCheck {
                        of: Checked::Paper,
                        ..
                    }
                ),
                calm: self.calm_line(&standing),
            }),
        }
    }

    fn row(&self, one: &Standing) -> FindingRow {
        FindingRow {
            word: one.open.word().to_owned(),
            category: self
                .words
                .health
                .category(one.open.finding.category.id())
                .to_owned(),
            line: text::one_line(&one.open.text),
            done: one.decision.as_ref().map(|decision| self.taken(decision)),
        }
    }

    fn finding_view(
        &self,
        open: &Open,
        of: &Checked,
        left: usize,
        standing: &[Standing],
    ) -> HealthView {
        let words = &self.words.health;
        let language = if self.lang == Lang::base() {
            Language::Dutch
        } else {
            Language::English
        };
        let group = self
            .lexicon()
            .and_then(|lexicon| lexicon.rewording(&open.finding.rewording, language));
        let private = self.is_private();
        let concludes = |open: &Open| {
            let text = words.concludes.of(open.finding.category.id());
            text.unwrap_or_default().to_owned()
        };
        let mut explain = Vec::new();
        if private {
            for Standing { open, .. } in standing {
                explain.push(self.says(open));
                // Nobody else reads it: at words about a crisis the number to call is all there is to add.
                if open.finding.category != Category::Crisis {
                    explain.push(concludes(open));
                }
            }
            explain.push(words.nothing_to_do.clone());
        } else {
            explain.push(format!("{} {}", self.says(open), words.need_not));
            explain.push(concludes(open));
            explain.push(format!("{} {}", words.employer, words.may_not));
        }
        let question = match of {
            Checked::Paper => self.source(open),
            Checked::Text(..) => None,
        };
        let short = question
            .zip(self.session.as_ref())
            .and_then(|(id, session)| {
                let asked = session.walk().find(&id.0)?;
                Some(self.short(session, asked))
            });
        HealthView {
            line: open.text.clone(),
            word: open.word().to_owned(),
            start: open.finding.span.chars.start,
            end: open.finding.span.chars.end,
            explain,
            private,
            ask: group.map_or_else(String::new, |group| group.ask.to_string()),
            rewordings: group
                .filter(|_| !private)
                .map(|group| group.say.iter().map(ToString::to_string).collect())
                .unwrap_or_default(),
            question: short,
            left,
            calm: self.calm_line(standing),
            refusal: self.refusal.clone(),
        }
    }
}

/// A text as it will be given: what a field holds may have spaces around it.
fn settled(typed: &str) -> String {
    text::clean(typed).trim().to_owned()
}

/// The word as typed: capitals and spaces around it do not matter.
fn same(typed: &str, word: &str) -> bool {
    let plain = |text: &str| text::one_line(text).to_lowercase();
    plain(typed) == plain(word)
}

fn is_crisis(one: &Standing) -> bool {
    one.decision.is_none() && one.open.finding.category == Category::Crisis
}

/// The words that nothing was decided about, at their places in the text as it is written.
fn undecided(written: &str, lexicon: &Lexicon, standing: &[Standing]) -> Vec<Open> {
    let line = (LineKey(String::new()), written.to_owned());
    let mut found = privacy::examine(&[line], lexicon);
    found.retain(|open| {
        let mut decided = standing.iter().filter(|one| one.decision.is_some());
        !decided.any(|one| one.open.name() == open.name())
    });
    found
}
