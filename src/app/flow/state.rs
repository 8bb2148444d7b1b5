//! What the program knows at one moment.

use std::sync::Arc;

use crate::app::effect::Opened;
use crate::app::flow::guest::Guest;
use crate::app::flow::habits::Habits;
use crate::app::flow::idle::Idle;
use crate::app::flow::kept::Kept;
use crate::app::flow::practice::Practice;
use crate::app::flow::written::Written;
use crate::app::paperwork::Paperwork;
use crate::app::stage::Stage;
use crate::core::answer::Day;
use crate::core::ask::Written as Text;
use crate::core::ids::{QuestionId, StepId};
use crate::core::session::Session;
use crate::core::summary::Selection;
use crate::core::words::{Lang, Words};

/// What the program starts with; everything from outside is handed in here.
#[derive(Debug, Clone)]
pub struct Start {
    /// The language.
    pub lang: Lang,
    /// Its words.
    pub words: Arc<Words>,
    /// All languages there are.
    pub langs: Vec<Lang>,
    /// The guide to walk.
    pub guide: String,
    /// The folder that is offered for files, with its separator at the end.
    pub folder: String,
    /// Which day it is; stands on papers.
    pub today: Option<Day>,
    /// Where dossiers are.
    pub dossiers: Dossiers,
}

/// Where dossiers are.
#[derive(Debug, Clone, Default)]
pub struct Dossiers {
    /// The folder that is offered for a new one, with its separator at the end.
    pub folder: String,
    /// Those that are remembered on this computer.
    pub known: Vec<String>,
}

/// Changing one answer, with the questions that came anew because of it.
#[derive(Debug, Clone)]
pub(super) struct Editing {
    pub(super) new: Vec<QuestionId>,
    /// Where the person changes it from, and comes back to: the review, or a paper.
    pub(super) from: Stage,
    /// The health-word check led here because of this text, and is gone back to.
    pub(super) for_check: Option<Text>,
}

/// Being in a step that a remark named.
#[derive(Debug, Clone)]
pub(super) struct Detour {
    pub(super) step: StepId,
    /// What the remark was about, and what is gone back to.
    pub(super) question: QuestionId,
    /// What was being done before.
    pub(super) editing: Option<Editing>,
}

/// Whether the calm line with a number to call was said; it is said once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Calm {
    /// There was no reason yet.
    NotYet,
    /// At this moment.
    Now,
    /// Before this moment.
    Said,
}

impl Calm {
    /// There is a reason for it.
    pub(super) fn begin(self) -> Self {
        match self {
            Self::NotYet | Self::Now => Self::Now,
            Self::Said => Self::Said,
        }
    }

    /// Another moment comes.
    pub(super) fn pass(self) -> Self {
        match self {
            Self::NotYet => Self::NotYet,
            Self::Now | Self::Said => Self::Said,
        }
    }
}

/// Where a paper goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Goes {
    ToFile,
    ToClipboard,
}

/// The running program.
#[derive(Debug, Clone)]
pub struct Flow {
    pub(super) lang: Lang,
    pub(super) words: Arc<Words>,
    pub(super) langs: Vec<Lang>,
    pub(super) guide: String,
    pub(super) folder: String,
    pub(super) today: Option<Day>,
    pub(super) stage: Stage,
    pub(super) opened: Option<Opened>,
    pub(super) session: Option<Session>,
    pub(super) papers: Paperwork,
    pub(super) editing: Option<Editing>,
    /// A remark led to another step.
    pub(super) detour: Option<Detour>,
    pub(super) came_from: Option<Stage>,
    pub(super) refusal: Option<String>,
    pub(super) message: Option<String>,
    pub(super) idle: Idle,
    pub(super) habits: Habits,
    /// Practising the talk.
    pub(super) practice: Practice,
    /// Where a paper goes once the check is done.
    pub(super) goes: Goes,
    /// The texts of the answer that was just given, to be looked at.
    pub(super) heed: Option<(QuestionId, Vec<Text>)>,
    pub(super) calm: Calm,
    pub(super) dossiers: Dossiers,
    pub(super) kept: Option<Kept>,
    /// The folder for papers on a USB stick, with its separator at the end.
    pub(super) stick: Option<String>,
    /// The person said that this computer is theirs.
    pub(super) mine: bool,
    /// Keeping was chosen when stopping.
    pub(super) leaving: bool,
    /// A step was just done.
    pub(super) step_done: bool,
    /// The other guide that is gone to, while it is read.
    pub(super) turn: Option<String>,
    /// A coach who sits there, and the plan of the talk.
    pub(super) guest: Guest,
    /// Papers as they were written.
    pub(super) written: Vec<Written>,
}

impl Flow {
    /// Starts on the first screen. No guide is read yet.
    pub fn start(start: Start) -> Self {
        let Start {
            lang,
            words,
            langs,
            guide,
            folder,
            today,
            dossiers,
        } = start;
        Self {
            lang,
            words,
            langs,
            guide,
            folder,
            today,
            stage: Stage::Welcome(0),
            opened: None,
            session: None,
            papers: Paperwork::default(),
            editing: None,
            detour: None,
            came_from: None,
            refusal: None,
            message: None,
            idle: Idle::default(),
            habits: Habits::default(),
            practice: Practice::default(),
            goes: Goes::ToFile,
            heed: None,
            calm: Calm::NotYet,
            dossiers,
            kept: None,
            stick: None,
            mine: false,
            leaving: false,
            step_done: false,
            turn: None,
            guest: Guest::default(),
            written: Vec::new(),
        }
    }

    /// Which day it is, as handed in.
    pub fn today(&self) -> Option<Day> {
        self.today
    }

    /// The program's words in the person's language.
    pub fn words(&self) -> &Arc<Words> {
        &self.words
    }

    /// The person's language.
    pub fn lang(&self) -> &Lang {
        &self.lang
    }

    /// The language that is offered beside this one.
    pub fn other_lang(&self) -> Option<Lang> {
        let at = self
            .langs
            .iter()
            .position(|lang| *lang == self.lang)
            .unwrap_or_default();
        self.langs
            .get((at + 1) % self.langs.len().max(1))
            .filter(|lang| **lang != self.lang)
            .cloned()
    }

    /// The path of the person, once a guide is open.
    pub fn session(&self) -> Option<&Session> {
        self.session.as_ref()
    }

    /// Where the program is.
    pub fn stage(&self) -> &Stage {
        &self.stage
    }

    /// The papers of the person.
    pub fn papers(&self) -> &Paperwork {
        &self.papers
    }

    /// The papers, to take over a selection from an answers file.
    pub(in crate::app) fn papers_mut(&mut self) -> &mut Paperwork {
        &mut self.papers
    }

    /// Takes over what stands on the paper at hand, from an answers file.
    pub fn select(&mut self, selection: Selection) {
        if let Some(session) = &self.session {
            self.papers.select(session, selection);
        }
    }

    /// The guide that is open, with all that goes with it.
    pub fn opened(&self) -> Option<&Opened> {
        self.opened.as_ref()
    }
}
