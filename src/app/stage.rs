//! Where the program is.

use crate::app::health::Checked;
use crate::core::answer::Answer;
use crate::core::ids::QuestionId;
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
    },
    /// Everything that was said.
    Review,
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
    /// A guide that cannot be read.
    BadGuide(Diagnostics),
    /// The end of the guide.
    Over,
    /// Whether to stop; where the program was before.
    Stopping(Box<Stage>),
}
