//! The view of one moment.

use crate::app::flow::forms::{self, FORMS};
use crate::app::flow::state::Flow;
use crate::app::flow::update::WELCOMES;
use crate::app::stage::{Past, Stage};
use crate::app::view::{
    AboutView, AboutWhat, AskingView, Can, ConsequenceView, Header, MistakeView, OverView,
    PlaceView, ReviewRow, ReviewStep, ReviewView, StageView, TermView, View, WelcomeView,
};
use crate::core::about::About;
use crate::core::answer::{Answer, Blank};
use crate::core::ask::{Ask, Offer};
use crate::core::guide::{Paper, Question, Reader};
use crate::core::ids::QuestionId;
use crate::core::kept::Text;
use crate::core::later::Later;
use crate::core::phrase::Phrase;
use crate::core::session::{Asked, Consequence, Session};
use crate::core::source::Diagnostics;
use crate::core::words::{fill, listed};

impl Flow {
    /// Returns what a face must show now.
    pub fn view(&self) -> View {
        if self.locked() {
            return self.locked_view();
        }
        if self.veiled() {
            return self.veiled_view();
        }
        View {
            header: self.header(),
            can: self.can(),
            message: self.message.clone(),
            locks_soon: self.idle.announced.then(|| self.words.lock.soon.clone()),
            heed: self.heed(),
            together: self.together(),
            offers: self.step_done && self.kept.is_none() && matches!(self.stage, Stage::Asking),
            stage: self.stage_view(),
        }
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
        let of_topic = self.step_asked_about();
        let place = match (&self.stage, step) {
            (Stage::Who { .. }, _) if of_topic.is_some() => of_topic.unwrap_or_default(),
            (Stage::Review, _) => self.words.review.title.clone(),
            (Stage::Rehearsing(..), _) => self.words.rehearsal.title.clone(),
            (_, Some(step)) if asking => step.title.to_string(),
            _ => session.guide().title().to_string(),
        };
        let place = if self.together() {
            fill(&self.words.together.place, &[("place", &place)])
        } else {
            place
        };
        let progress = session.progress();
        let left = if let Some(clock) = self.clock() {
            clock
        } else if self.guest.talk.is_some() && self.together() {
            String::new()
        } else if asking && step.is_some() && progress.minutes > 0 {
            match progress.minutes {
                1 => words.minute_left.clone(),
                minutes => fill(&words.minutes_left, &[("minutes", &minutes.to_string())]),
            }
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
            undo: if matches!(self.stage, Stage::HealthCheck { .. }) {
                self.papers.has_decided()
            } else {
                self.can_undo()
            },
            skip_step: asking && skippable,
            look_around: session.is_some(),
            // Beside the questions something is done already; in practising it is what was said that is kept.
            keep: session.is_some() && !matches!(self.stage, Stage::Aside(..)),
            lock: self.kept.is_some(),
            rehearse: self.can_rehearse(),
            join: self.can_meet() && !self.together(),
            part: self.together(),
            plan: self.has_plan(),
            veil: session.is_some(),
        }
    }

    fn stage_view(&self) -> StageView {
        let nothing = || {
            StageView::Over(OverView {
                text: Vec::new(),
                papers: Vec::new(),
                rehearse: false,
                ways: Vec::new(),
                keep: false,
            })
        };
        match &self.stage {
            Stage::Welcome(number) => StageView::Welcome(self.welcome(*number)),
            Stage::Stopping(_) => StageView::Stopping,
            Stage::BadGuide(found) => StageView::BadGuide(self.mistakes(found)),
            Stage::Notice { texts, goes, .. } => StageView::Notice(self.notice(texts, goes)),
            Stage::Asking => self
                .asking()
                .map_or_else(nothing, |view| StageView::Asking(Box::new(view))),
            Stage::Consequence {
                question,
                consequence,
                ..
            } => StageView::Consequence(self.consequence(question, consequence)),
            Stage::Review => self.session.as_ref().map_or_else(nothing, |session| {
                StageView::Review(self.review_view(session))
            }),
            Stage::Preview => self
                .preview()
                .map_or_else(nothing, |view| StageView::Preview(Box::new(view))),
            Stage::HealthCheck { .. } => self.health_view(),
            Stage::Forms => StageView::Asking(Box::new(self.forms())),
            Stage::Place { typed, exists } => {
                StageView::Place(self.place(typed.as_deref(), exists))
            }
            Stage::Aside(at, _) => StageView::Aside(self.aside(at)),
            Stage::Rehearsing(at, _) => self.rehearsing(at),
            Stage::Past(Past::Earlier(number), _) => self
                .earlier(*number)
                .map_or_else(nothing, |view| StageView::Earlier(Box::new(view))),
            Stage::Past(Past::ThenAndNow(number), _) => self
                .then_and_now(*number)
                .map_or_else(nothing, |view| StageView::ThenAndNow(Box::new(view))),
            Stage::Who { topic, .. } => StageView::Asking(Box::new(self.who_view(topic))),
            Stage::Locked(_) => self.locked_view().stage,
            Stage::Veiled(_) => StageView::Veiled,
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
        let with_item = |sentence: &str| self.about_thing(sentence, question, asked);
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
        let reads = matches!(asked.ask, Ask::Read { .. });
        Some(AskingView {
            id: asked.id.clone(),
            gives,
            question: with_item(&question.ask),
            explain: question.explain.as_ref().map(|text| with_item(text)),
            help: with_item(&question.help),
            about: self.about(question, &asked.ask),
            terms,
            seek: self
                .editing
                .as_ref()
                .and_then(|editing| editing.for_check.clone()),
            ask: asked.ask.clone(),
            answer: asked.answer.clone(),
            refusal: self.refusal.clone(),
            aloud: false,
            blanks: if reads { Vec::new() } else { blanks },
            coach: self.coach_view(question),
        })
    }

    /// A sentence of a question that is repeated, about the thing it is asked for now.
    pub(super) fn about_thing(&self, sentence: &str, question: &Question, asked: &Asked) -> String {
        let thing = asked.each.as_ref();
        let item = thing
            .map(|offer| self.words.say(&offer.label))
            .or_else(|| Some(question.each.as_ref()?.otherwise.as_deref()?.to_owned()))
            .unwrap_or_default();
        let said = thing.and_then(|offer| offer.note.as_ref());
        let said = said.map(|said| self.words.say(said)).unwrap_or_default();
        fill(sentence, &[("item", &item), ("said", &said)])
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

    /// What speaks for and against the question and what is on offer in it, where an author wrote it.
    fn about(&self, question: &Question, ask: &Ask) -> Vec<AboutView> {
        let mut views: Vec<AboutView> = Vec::new();
        if let Some(about) = question.about.as_ref().and_then(Later::get) {
            views.push(self.about_view(AboutWhat::Whole, String::new(), &about));
        }
        let of = |offer: &Offer| offer.item.as_ref()?.about.as_ref()?.get();
        if let Ask::Grid { rows, columns, .. } = ask {
            let rows = rows.iter().map(|row| (AboutWhat::Row(row.id.clone()), row));
            let choices = columns.iter().flat_map(|column| {
                column.offers.iter().map(|offer| {
                    let what = AboutWhat::Choice {
                        column: column.id.clone(),
                        choice: offer.id.clone(),
                    };
                    (what, offer)
                })
            });
            for (what, offer) in rows.chain(choices) {
                if let Some(about) = of(offer) {
                    views.push(self.about_view(what, self.words.say(&offer.label), &about));
                }
            }
        }
        views
    }

    fn about_view(&self, what: AboutWhat, title: String, about: &About) -> AboutView {
        let words = &self.words.help;
        let side = |sentence: &str, texts: &[Text]| fill(sentence, &[("text", &texts.join(" "))]);
        let mut texts = vec![
            side(&words.pros, &about.pros),
            side(&words.cons, &about.cons),
        ];
        texts.extend(about.note.as_ref().map(ToString::to_string));
        AboutView { what, title, texts }
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

    fn consequence(&self, question: &QuestionId, consequence: &Consequence) -> ConsequenceView {
        let Some(session) = &self.session else {
            return ConsequenceView {
                set_aside: Vec::new(),
                new: 0,
                replaces: false,
            };
        };
        let row = |id: &QuestionId| {
            session
                .walk()
                .find(id)
                .map(|asked| (self.short(session, asked), listed(&self.said(asked))))
        };
        ConsequenceView {
            set_aside: consequence.set_aside.iter().filter_map(row).collect(),
            new: consequence.new.len(),
            replaces: consequence.set_aside.contains(question),
        }
    }

    fn review_view(&self, session: &Session) -> ReviewView {
        let mut steps: Vec<ReviewStep> = Vec::new();
        let mut here = None;
        for asked in session.walk().asked() {
            if matches!(asked.ask, Ask::Read { .. }) {
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
        let mut rows = steps.iter().flat_map(|step| &step.rows);
        let start = rows.position(|row| self.begins_change(&row.id));
        ReviewView {
            start: start.unwrap_or_default(),
            steps,
        }
    }

    /// The one question of the program's own: it is put in the shape of any other.
    fn forms(&self) -> AskingView {
        let words = &self.words.forms;
        AskingView {
            id: QuestionId::new(FORMS),
            gives: None,
            question: words.ask.clone(),
            explain: Some(words.explain.clone()),
            help: words.help.clone(),
            terms: Vec::new(),
            about: Vec::new(),
            seek: None,
            ask: forms::ask(&self.words),
            answer: forms::answer(self.papers.forms()),
            refusal: self.refusal.clone(),
            aloud: false,
            blanks: Vec::new(),
            coach: None,
        }
    }

    fn place(&self, typed: Option<&str>, exists: &[String]) -> PlaceView {
        let words = &self.words.place;
        let spoken = self
            .session
            .as_ref()
            .and_then(|session| self.papers.spoken(session, &self.lang, &self.words));
        let private = spoken
            .as_ref()
            .is_some_and(|spoken| spoken.reader == Reader::Private);
        let forms = forms::of(&self.papers, spoken.as_ref());
        let file = spoken.map(|spoken| spoken.file).unwrap_or_default();
        let folder = self.stick.as_ref().unwrap_or(&self.folder);
        let path = typed.map_or_else(
            || match forms.as_slice() {
                [one] => format!("{folder}{file}.{}", one.ending),
                _ => format!("{folder}{file}"),
            },
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
        if forms.len() > 1 {
            let endings = [("endings", &*forms::endings(&forms))];
            explain.push(fill(&words.several, &endings));
        } else {
            explain.push(words.formats.clone());
        }
        let exists =
            (!exists.is_empty()).then(|| fill(&words.exists, &[("path", &exists.join(", "))]));
        PlaceView {
            explain,
            path,
            exists,
            problem: self.refusal.clone(),
        }
    }

    fn over(&self) -> OverView {
        let papers = self.papers_now();
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
        text.extend(self.says_at_end());
        text.extend(self.left_after_talk());
        text.extend(self.says_what_changed());
        let again = |(paper, changed): (&Paper, bool)| {
            let way = match (paper.is_calendar(), changed) {
                (true, _) => &words.calendar,
                (false, true) => &words.again_changed,
                (false, false) => &words.again,
            };
            fill(way, &[("title", &paper.title)])
        };
        OverView {
            text,
            papers: papers.into_iter().map(again).collect(),
            rehearse: self.can_rehearse(),
            ways: self
                .ways_on()
                .iter()
                .map(|way| self.way_said(*way))
                .collect(),
            keep: self.kept.is_none()
                && self
                    .session
                    .as_ref()
                    .is_some_and(|session| !session.answers().is_empty()),
        }
    }
}
