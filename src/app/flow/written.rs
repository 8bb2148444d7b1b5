//! A paper as it was written: its lines, and the answers each came from.
//!
//! Holds answers, so it is never written itself and ends with the program.

use crate::core::answer::Answer;
use crate::core::ids::{LineId, PaperId, QuestionId};
use crate::core::session::With;

/// The lines of a paper, each with the answers it came from.
pub(super) type Lines = Vec<(LineId, Vec<(QuestionId, Option<Answer>)>)>;

/// A paper as it was written.
#[derive(Debug, Clone)]
pub(super) struct Written {
    /// Which paper.
    pub(super) paper: PaperId,
    /// Who sat there then.
    pub(super) with: With,
    /// What stood on it.
    pub(super) lines: Lines,
    /// Lines that could have stood on it and did not.
    pub(super) left_out: Vec<LineId>,
}
