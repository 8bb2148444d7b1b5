//! What a person, or the outside, can want.

use crate::app::dossier::secret::Secret;
use crate::app::effect::Outcome;
pub use crate::app::face::{FaceKind, Way};
pub use crate::app::health::HealthWish;
use crate::core::ask::Reply;
use crate::core::ids::{LineId, QuestionId, StepId};
use crate::core::words::Lang;

/// What is wanted. One type for both faces; what the letters and lines mean is the faces' business.
#[derive(Debug, Clone, PartialEq)]
pub enum Intent {
    /// Go on: next welcome screen, yes to a consequence, past a notice, from a preview to saving, yes to replacing a file.
    Continue,
    /// Back, wherever the person is.
    Back,
    /// A reply to the question that is shown.
    Reply(QuestionId, Reply),
    /// Into a step, from the map.
    Jump(StepId),
    /// To something that can be looked at or done beside the questions.
    Beside(Beside),
    /// Change one answer, and come back to the review or the paper.
    Edit(QuestionId),
    /// Skip the whole step.
    SkipStep,
    /// Take the last change back.
    Undo,
    /// Go on in another language.
    Speak(Lang),
    /// Go on in the other face.
    Face(FaceKind),
    /// Something about a line of the paper.
    Line(LineId, LineWish),
    /// From a preview past saving.
    GoOn,
    /// From the end to the preview of the paper with this number.
    Look(usize),
    /// Something of the health-word check.
    Health(HealthWish),
    /// Save here; a path as typed.
    SaveAt(String),
    /// Keep what was said, to go on another time; or see where it is kept.
    Keep,
    /// The way with this number, of those that are offered.
    Choose(usize),
    /// A passphrase, as typed.
    Secret(Secret),
    /// Put the paper that is shown on the clipboard.
    Copy,
    /// Something that is the same at every start.
    Habit(Habit),
    /// Something about a coach who sits there, or about who sees what.
    Company(Meet),
    /// Hide: clear and leave at once.
    Hide,
    /// Stop; asks once when something would be lost.
    Stop,
    /// What an effect came to.
    Done(Outcome),
}

/// What lies beside the questions, and is come back from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// Everything that was said.
    Review,
    /// Practising the talk.
    Rehearsal,
}

/// What can be wanted of a line of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineWish {
    /// Put it on the paper, or leave it out.
    Toggle,
    /// Move it within its block.
    Move(Way),
    /// Say it in softer words, or in its own.
    Soften,
}

/// What can be wanted while somebody else is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meet {
    /// Go on together, or alone; asks first.
    Switch,
    /// Into a topic that is done alone or together, from the map.
    Topic(String),
    /// The plan of the talk.
    Plan,
    /// Nothing may be seen for a moment.
    Veil,
}

/// What can be wanted of what is the same at every start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Habit {
    /// Remember on this computer what is chosen before the first question, or forget it.
    Remember,
    /// Wait longer before the program is locked.
    LockLater,
}
