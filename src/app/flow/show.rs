//! The view of one moment.

use crate::app::flow::state::Flow;
use crate::app::flow::update::WELCOMES;
use crate::app::paperwork::Paperwork;
use crate::app::stage::Stage;
use crate::app::view::{
    AskingView, Can, ConsequenceView, Header, HealthView, MapRow, MistakeView, OverView, PlaceView,
    PreviewBlock, PreviewLine, PreviewView, ReviewRow, ReviewStep, ReviewView, StageView, TermView,
    View, WelcomeView,
};
use crate::core::answer::{Answer, Blank};
use crate::core::guide::Reader;
use crate::core::ids::QuestionId;
use crate::core::phrase::{Level, Phrase};
use crate::core::session::{Asked, Consequence, Session, StepState};
use crate::core::source::Diagnostics;
use crate::core::spoken::{Spoken, SpokenContent};
use crate::core::summary::{Content, SummaryLine};
use crate::core::text;
use crate::core::words::{Lang, fill};
use crate::paper;
use crate::privacy::{Category, Language};

/// From this many wishes that say something about a person, they can raise questions together.
const RAISES_QUESTIONS: usize = 2;

impl Flow {
    /// Returns what a face must show now.
    pub fn view(&self) -> View {
        if self.locked() {
            return self.locked_view();
        }
        View {
            header: self.header(),
            can: self.can(),
            message: self.message.clone(),
            locks_soon: self.idle.announced.then(|| self.words.lock.soon.clone()),
            offers: self.step_done && self.kept.is_none() && matches!(self.stage, Stage::Asking),
            stage: self.stage_view(),
        }
    }

    /// Returns the map of steps; empty while no guide is open, and while the program is locked.
    pub fn map(&self) -> Vec<MapRow> {
        if self.locked() {
            return Vec::new();
        }
        let words = &self.words.map;
        let said = |state: StepState| match state {
            StepState::Closed => &words.closed,
            StepState::Open => &words.open,
            StepState::Begun => &words.begun,
            StepState::Done => &words.done,
        };
        let row = |step: crate::core::session::StepView| {
            let minutes = fill(&words.minutes, &[("minutes", &step.minutes.to_string())]);
            let mut parts = vec![said(step.state).clone()];
            if step.here {
                parts.insert(0, words.here.clone());
            }
            if step.state != StepState::Done {
                parts.push(minutes);
            }
            MapRow {
                id: step.id,
                title: step.title.to_string(),
                state: step.state,
                said: parts.join(", "),
            }
        };
        self.session
            .as_ref()
            .map(|session| session.map().into_iter().map(row).collect())
            .unwrap_or_default()
    }

    fn header(&self) -> Header {
        let words = &self.words.common;
        let saved = if self.is_kept() {
            self.words.dossier.saved.clone()
        } else {
            words.not_saved.clone()
        };
        let Some(session) = &self.session else {
            return Header {
                saved,
                ..Header::default()
            };
        };
        let step = session
            .here()
            .and_then(|asked| asked.step.as_ref())
            .and_then(|id| session.guide().step(id));
        let asking = matches!(
            self.stage,
            Stage::Asking | Stage::Notice { .. } | Stage::Consequence { .. }
        );
        let place = match (&self.stage, step) {
            (Stage::Review, _) => self.words.review.title.clone(),
            (_, Some(step)) if asking => step.title.to_string(),
            _ => session.guide().title().to_string(),
        };
        let progress = session.progress();
        let left = if asking && step.is_some() && progress.minutes > 0 {
            fill(
                &words.minutes_left,
                &[("minutes", &progress.minutes.to_string())],
            )
        } else {
            String::new()
        };
        Header {
            place,
            saved,
            left,
            in_step: if asking { progress.in_step } else { 0 },
        }
    }

    fn can(&self) -> Can {
        let asking = matches!(self.stage, Stage::Asking);
        let session = self.session.as_ref();
        let step = session
            .and_then(Session::here)
            .and_then(|asked| asked.step.as_ref());
        let skippable = session
            .zip(step)
            .and_then(|(session, step)| session.guide().step(step))
            .is_some_and(|step| step.skippable);
        Can {
            back: !matches!(self.stage, Stage::Welcome(0)),
            undo: session.is_some_and(Session::can_undo),
            skip_step: asking && skippable,
            look_around: session.is_some(),
            keep: session.is_some(),
            lock: self.kept.is_some(),
        }
    }

    fn stage_view(&self) -> StageView {
        let nothing = || {
            StageView::Over(OverView {
                text: Vec::new(),
                papers: Vec::new(),
            })
        };
        match &self.stage {
            Stage::Welcome(number) => StageView::Welcome(self.welcome(*number)),
            Stage::Stopping(_) => StageView::Stopping,
            Stage::BadGuide(found) => StageView::BadGuide(self.mistakes(found)),
            Stage::Notice { texts, .. } => StageView::Notice(texts.join("\n\n")),
            Stage::Asking => self
                .asking()
                .map_or_else(nothing, |view| StageView::Asking(Box::new(view))),
            Stage::Consequence { consequence, .. } => {
                StageView::Consequence(self.consequence(consequence))
            }
            Stage::Review => self.session.as_ref().map_or_else(nothing, |session| {
                StageView::Review(self.review_view(session))
            }),
            Stage::Preview => self
                .preview()
                .map_or_else(nothing, |view| StageView::Preview(Box::new(view))),
            Stage::HealthCheck => self
                .health()
                .map_or_else(nothing, |view| StageView::HealthCheck(Box::new(view))),
            Stage::Place { typed, exists } => {
                StageView::Place(self.place(typed.as_deref(), *exists))
            }
            Stage::Aside(at, _) => StageView::Aside(self.aside(at)),
            Stage::Locked(_) => self.locked_view().stage,
            Stage::Over => StageView::Over(self.over()),
        }
    }

    fn welcome(&self, number: usize) -> WelcomeView {
        let words = &self.words.welcome;
        let (title, text) = match number {
            0 => (&words.first_title, &words.first_text),
            1 => (&words.second_title, &words.second_text),
            _ => (&words.third_title, &words.third_text),
        };
        WelcomeView {
            number,
            all: WELCOMES,
            title: title.clone(),
            text: text.clone(),
            choices: number == 0,
            known: if number == 0 {
                self.known_ways()
            } else {
                Vec::new()
            },
            remember: (number == 0).then(|| self.remembers()).flatten(),
        }
    }

    fn mistakes(&self, found: &Diagnostics) -> Vec<MistakeView> {
        let view = |diagnostic: &crate::core::source::Diagnostic| {
            let (says, fix) = self.words.diagnosis.say(diagnostic);
            MistakeView {
                place: diagnostic.place.clone(),
                code: diagnostic.code.id(),
                says,
                fix,
            }
        };
        found.sorted().into_iter().map(view).collect()
    }

    fn asking(&self) -> Option<AskingView> {
        let session = self.session.as_ref()?;
        let asked = session.here()?;
        let question = session.guide().questions().get(asked.position)?;
        let first_of_step = session
            .walk()
            .asked()
            .iter()
            .find(|other| other.step == asked.step)
            .is_some_and(|first| first.id == asked.id);
        let step = asked.step.as_ref().and_then(|id| session.guide().step(id));
        let gives = step
            .filter(|_| first_of_step)
            .map(|step| fill(&self.words.asking.step_gives, &[("text", &step.gives)]));
        let item = asked
            .each
            .as_ref()
            .map(|offer| self.words.say(&offer.label))
            .unwrap_or_default();
        let with_item = |sentence: &str| fill(sentence, &[("item", &item)]);
        let blanks = if question.sensitive {
            Blank::ALL.to_vec()
        } else {
            vec![Blank::NotKnown, Blank::Skipped]
        };
        let terms = self.terms(
            &question
                .terms
                .iter()
                .map(|(id, _)| id.clone())
                .collect::<Vec<_>>(),
        );
        let reads = matches!(asked.ask, crate::core::ask::Ask::Read { .. });
        Some(AskingView {
            id: asked.id.clone(),
            gives,
            question: with_item(&question.ask),
            explain: question.explain.as_ref().map(|text| with_item(text)),
            help: with_item(&question.help),
            terms,
            ask: asked.ask.clone(),
            answer: asked.answer.clone(),
            refusal: self.refusal.clone(),
            blanks: if reads { Vec::new() } else { blanks },
        })
    }

    fn terms(&self, ids: &[crate::core::ids::TermId]) -> Vec<TermView> {
        let Some(opened) = &self.opened else {
            return Vec::new();
        };
        let all = opened.loaded.shelf.terms.iter();
        all.filter(|term| ids.contains(&term.id))
            .map(|term| TermView {
                word: term.word.to_string(),
                means: term.means.to_string(),
            })
            .collect()
    }

    /// The question in short; for a repeated question with the thing it is about.
    pub(super) fn short(&self, session: &Session, asked: &Asked) -> String {
        let short = session
            .guide()
            .questions()
            .get(asked.position)
            .map(|question| question.short.to_string())
            .unwrap_or_default();
        match &asked.each {
            Some(offer) => self.words.say(&Phrase::Pair(
                Box::new(Phrase::text(&short)),
                Box::new(offer.label.clone()),
            )),
            None => short,
        }
    }

    pub(super) fn said(&self, asked: &Asked) -> Vec<String> {
        let said = asked
            .answer
            .as_ref()
            .map(|answer| asked.ask.said(answer))
            .unwrap_or_default();
        said.iter().map(|phrase| self.words.say(phrase)).collect()
    }

    fn consequence(&self, consequence: &Consequence) -> ConsequenceView {
        let Some(session) = &self.session else {
            return ConsequenceView {
                set_aside: Vec::new(),
                new: 0,
            };
        };
        let row = |id: &QuestionId| {
            session
                .walk()
                .find(id)
                .map(|asked| (self.short(session, asked), self.said(asked).join(", ")))
        };
        ConsequenceView {
            set_aside: consequence.set_aside.iter().filter_map(row).collect(),
            new: consequence.new.len(),
        }
    }

    fn review_view(&self, session: &Session) -> ReviewView {
        let mut steps: Vec<ReviewStep> = Vec::new();
        let mut here = None;
        for asked in session.walk().asked() {
            if matches!(asked.ask, crate::core::ask::Ask::Read { .. }) {
                continue;
            }
            let title = match asked.step.as_ref().and_then(|id| session.guide().step(id)) {
                Some(step) => step.title.to_string(),
                None => session.guide().title().to_string(),
            };
            if here != Some(asked.step.clone()) {
                steps.push(ReviewStep {
                    title,
                    rows: Vec::new(),
                });
                here = Some(asked.step.clone());
            }
            let open = vec![self.words.review.open.clone()];
            let row = ReviewRow {
                id: asked.id.clone(),
                short: self.short(session, asked),
                said: if asked.answer.is_some() {
                    self.said(asked)
                } else {
                    open
                },
                blank: matches!(asked.answer, None | Some(Answer::Blank(_))),
            };
            if let Some(step) = steps.last_mut() {
                step.rows.push(row);
            }
        }
        ReviewView { steps }
    }

    /// The paper at hand as it would be written: with the decisions of the check in it, once all are taken.
    pub(super) fn resolved(&self, spoken: Spoken) -> Spoken {
        if spoken.reader == Reader::Private {
            return spoken;
        }
        match self
            .opened
            .as_ref()
            .map(|opened| self.papers.clear(&spoken, &opened.lexicon))
        {
            Some(Ok(cleared)) => cleared.get().clone(),
            Some(Err(_)) | None => spoken,
        }
    }

    fn preview(&self) -> Option<PreviewView> {
        let session = self.session.as_ref()?;
        let words = &self.words.preview;
        let selection = self.papers.selection();
        let summary = self.papers.summary(session)?;
        let private = summary.reader == Reader::Private;
        let ordered = summary.ordered(&selection);
        let all = Spoken::of(&ordered, &self.lang, &self.words);
        let spoken = self.papers.spoken(session, &self.lang, &self.words)?;
        let blocks = ordered
            .blocks
            .iter()
            .zip(&all.blocks)
            .map(|(block, said)| PreviewBlock {
                title: said.title.clone().unwrap_or_default(),
                lines: block
                    .lines
                    .iter()
                    .zip(&said.lines)
                    .map(|(line, said)| PreviewLine {
                        id: line.id.clone(),
                        texts: texts(&said.content),
                        on: selection.shows(line),
                        level: line
                            .level
                            .filter(|_| !private)
                            .map(|level| self.words.say(&Phrase::Level(level)))
                            .unwrap_or_default(),
                        why: self.why(session, line),
                        softer: line
                            .softer
                            .as_ref()
                            .map(|_| selection.softer.contains(&line.id)),
                    })
                    .collect(),
            });
        let mut explain = if private {
            vec![words.explain_private.clone()]
        } else {
            vec![words.telling.clone(), words.explain_shared.clone()]
        };
        let telling: usize = summary
            .selected(&selection)
            .lines()
            .filter(|line| {
                matches!(line.level, Some(Level::Guess)) && !matches!(line.content, Content::Row(_))
            })
            .count();
        if !private && telling >= RAISES_QUESTIONS {
            explain.push(fill(
                &words.raises_questions,
                &[("count", &telling.to_string())],
            ));
        }
        if spoken.blocks.is_empty() {
            explain.push(words.empty.clone());
        }
        Some(PreviewView {
            title: if private {
                words.title_private.clone()
            } else {
                words.title_shared.clone()
            },
            explain,
            paper: spoken.title.clone(),
            private,
            blocks: blocks.collect(),
            text: paper::preview(&self.resolved(spoken), &self.words),
        })
    }

    fn why(&self, session: &Session, line: &SummaryLine) -> String {
        let words = &self.words.preview;
        let questions: Vec<String> = line
            .from
            .iter()
            .filter_map(|id| session.walk().find(id))
            .map(|asked| self.short(session, asked))
            .collect();
        if questions.is_empty() {
            words.why_program.clone()
        } else {
            fill(&words.why, &[("questions", &questions.join(", "))])
        }
    }

    fn health(&self) -> Option<HealthView> {
        let open = self.open_findings()?;
        let first = open.first()?;
        let finding = &first.finding;
        let words = &self.words.health;
        let language = if self.lang == Lang::base() {
            Language::Dutch
        } else {
            Language::English
        };
        let group = self
            .opened
            .as_ref()
            .and_then(|opened| opened.lexicon.rewording(&finding.rewording, language));
        Some(HealthView {
            line: first.text.clone(),
            word: first
                .text
                .get(finding.span.bytes.clone())
                .unwrap_or_default()
                .to_owned(),
            start: finding.span.chars.start,
            end: finding.span.chars.end,
            category: words.category(finding.category.id()).to_owned(),
            ask: group.map(|group| group.ask.clone()).unwrap_or_default(),
            rewordings: group.map(|group| group.say.clone()).unwrap_or_default(),
            left: open.len(),
            calm: (finding.category == Category::Crisis).then(|| words.calm.clone()),
            refusal: self.refusal.clone(),
        })
    }

    fn place(&self, typed: Option<&str>, exists: bool) -> PlaceView {
        let words = &self.words.place;
        let spoken = self
            .session
            .as_ref()
            .and_then(|session| self.papers.spoken(session, &self.lang, &self.words));
        let private = spoken
            .as_ref()
            .is_some_and(|spoken| spoken.reader == Reader::Private);
        let file = spoken.map(|spoken| spoken.file).unwrap_or_default();
        let [first, ..] = &paper::FORMATS;
        let path = typed.map_or_else(
            || format!("{}{file}.{}", self.folder, first.ending),
            str::to_owned,
        );
        let mut explain = vec![if private {
            words.explain_private.clone()
        } else {
            words.explain.clone()
        }];
        if !private {
            explain.push(self.words.health.limits.clone());
        }
        explain.push(words.formats.clone());
        let exists = exists.then(|| fill(&words.exists, &[("path", &path)]));
        PlaceView {
            explain,
            path,
            exists,
            problem: self.refusal.clone(),
        }
    }

    fn over(&self) -> OverView {
        let papers = self
            .session
            .as_ref()
            .map(Paperwork::titles)
            .unwrap_or_default();
        let words = &self.words.over;
        let mut text = vec![words.text.clone()];
        let asked = self.session.as_ref().map(|session| session.walk().asked());
        let open = asked
            .unwrap_or_default()
            .iter()
            .filter(|asked| asked.answer.is_none())
            .count();
        if open > 0 {
            text.push(fill(&words.open, &[("count", &open.to_string())]));
        } else if papers.is_empty() {
            text.insert(0, words.no_paper.clone());
        }
        OverView { text, papers }
    }
}

/// The texts of a line, one below the other; the open parts of an agreement are left out.
fn texts(content: &SpokenContent) -> Vec<String> {
    let all = content.texts().into_iter().filter(|text| !text.is_empty());
    match content {
        SpokenContent::Pair(label, said) => vec![format!("{label}: {}", said.join(", "))],
        SpokenContent::Text(_) | SpokenContent::Signature(_) | SpokenContent::Row(_) => {
            all.map(text::one_line).collect()
        }
    }
}
