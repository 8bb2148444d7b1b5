//! Where the program is.

use crate::app::dossier::secret::Secret;
use crate::app::effect::{Copy, KeepProblem, OpenProblem};
use crate::app::health::Checked;
use crate::app::settings::Mistakes;
use crate::core::answer::Answer;
use crate::core::ids::{QuestionId, StepId};
use crate::core::session::Consequence;
use crate::core::source::Diagnostics;

/// Where the program is. What a stage shows beside this is computed from the session.
#[derive(Debug, Clone)]
pub enum Stage {
    /// One of the screens before the first question.
    Welcome(usize),
    /// A question.
    Asking,
    /// An answer that would set others aside waits for a yes.
    Consequence {
        /// The question.
        question: QuestionId,
        /// The answer that waits.
        answer: Answer,
        /// What it would do.
        consequence: Consequence,
    },
    /// Something to know; the answer stands already.
    Notice {
        /// The question it is about.
        question: QuestionId,
        /// What to know, one after the other.
        texts: Vec<String>,
        /// The steps it names, to go to at once.
        goes: Vec<StepId>,
    },
    /// Everything that was said.
    Review,
    /// How a topic is done: together, or alone later.
    Who {
        /// The topic.
        topic: String,
        /// The question behind which it was come to; nothing where it was chosen on the map.
        after: Option<QuestionId>,
    },
    /// A paper, before it is saved.
    Preview,
    /// Health words to decide on.
    HealthCheck {
        /// Where they stand.
        of: Checked,
        /// The one that is looked at, by its number in the list; nothing in the list itself.
        at: Option<usize>,
        /// Where the person was before.
        from: Box<Stage>,
    },
    /// In which forms a paper goes into files.
    Forms,
    /// Where files go; the path waits when there are files of that name.
    Place {
        /// What was typed last.
        typed: Option<String>,
        /// The files that would be replaced, which is asked; none while nothing is asked.
        exists: Vec<String>,
    },
    /// Something beside the questions; where the program was before.
    Aside(Aside, Box<Stage>),
    /// Practising the talk; where the program was before.
    Rehearsing(Rehearsing, Box<Stage>),
    /// What was at another time; where the program was before.
    Past(Past, Box<Stage>),
    /// A guide that cannot be read.
    BadGuide(Diagnostics),
    /// The end of the guide.
    Over,
    /// Whether to stop; where the program was before.
    Stopping(Box<Stage>),
    /// Nothing can be seen for a moment; where the program was before.
    Veiled(Box<Stage>),
    /// Locked, until the passphrase is typed.
    Locked(Box<Locked>),
}

/// A program that is locked.
#[derive(Debug, Clone)]
pub struct Locked {
    /// Where it was.
    pub before: Stage,
    /// It was said that something is not kept, and would be lost.
    pub warned: bool,
}

/// Something beside the questions: a dossier, or whose computer this is.
#[derive(Debug, Clone)]
pub enum Aside {
    /// Whose computer this is, before something is written.
    Whose(Purpose),
    /// On which USB stick; those there are.
    Sticks(Purpose, Vec<String>),
    /// A paper, to copy it by hand.
    ByHand,
    /// Where a dossier goes.
    Place {
        /// What was typed last, or is offered.
        typed: Option<String>,
        /// The passphrase, when it was chosen before the place turned out not to do.
        secret: Option<Secret>,
        /// What happens there.
        placing: Placing,
    },
    /// A passphrase is about to be shown, and a coach sits there.
    LookAway(Target),
    /// A passphrase that was made up; nothing while it is made, and where none can be made.
    Offered(Target, Option<Secret>),
    /// A passphrase of the person's own.
    Own(Target),
    /// One that can be guessed.
    Weak(Target, Secret),
    /// The same once more.
    Again(Target, Secret),
    /// Where the dossier is, and what can be done with it.
    Kept,
    /// It was not kept.
    Trouble(String, KeepProblem),
    /// The passphrase of a dossier, to open it.
    Unlock {
        /// Where it is.
        path: String,
        /// The file, or its backup.
        copy: Copy,
        /// What it is opened for.
        aim: Aim,
        /// What was typed, while it is tried.
        tried: Option<Secret>,
    },
    /// A dossier that does not open.
    Shut {
        /// Where it is.
        path: String,
        /// Why.
        problem: OpenProblem,
        /// Whether there is a previous copy.
        backup: bool,
        /// What it was opened for.
        aim: Aim,
        /// What was typed.
        tried: Option<Secret>,
    },
    /// Answers that are not asked any more: the question, and what was said.
    Differs(Vec<(String, String)>),
    /// The passphrase that is in use, before it is changed.
    Prove,
    /// Mistakes in a settings file.
    Settings(Mistakes),
    /// Whether a paper goes on the clipboard.
    Copying,
    /// Coming back to what was kept.
    Visit(Visiting),
    /// Something about a coach who sits there.
    Company(AtCompany),
}

/// Coming back to a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visiting {
    /// What there is to do.
    Return,
    /// Earlier visits.
    List,
    /// Whether the visit with this number is forgotten.
    Forget(usize),
}

/// What was at another time, to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Past {
    /// The visit with this number.
    Earlier(usize),
    /// The plan of the visit with this number beside the plan of now.
    ThenAndNow(usize),
}

/// A moment of practising the talk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rehearsing {
    /// Before the questions: in which order they come.
    Start,
    /// Which question is practised.
    Pick,
    /// What was typed.
    Drafts,
    /// Whether the draft with this number in that list is forgotten.
    Forget(usize),
    /// A question of the employer.
    Asked,
    /// A reaction of the employer that one does not expect.
    Surprised,
    /// Examples beside what was said.
    Compare,
    /// The law, and what else there is to know about the question.
    Law,
    /// At which question of the guide a sentence goes.
    Lines,
    /// The sentence, before it goes there.
    Line(QuestionId),
    /// All questions were asked.
    Done,
}

/// What is asked about a coach who sits there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AtCompany {
    /// Whether to go on together.
    Join,
    /// Whether to go on alone; at a topic that is done alone, where it was chosen.
    Part(Option<String>),
    /// A topic was done alone: whether to go on together; with the question that comes next.
    Again(Option<QuestionId>),
    /// Who sits there, when a dossier that was walked together is opened; with the answers that are not asked any more.
    Here(Vec<(String, String)>),
    /// The plan of the talk.
    Plan,
}

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A paper.
    Paper,
    /// A dossier.
    Dossier(Placing),
}

/// How a dossier comes to a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placing {
    /// It is made there.
    New,
    /// It goes on there.
    Moved,
}

/// What a passphrase is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A new dossier, here.
    New(String),
    /// The open one.
    Change,
}

/// What a dossier is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// To go on.
    GoOn,
    /// To change its passphrase.
    Change,
}
