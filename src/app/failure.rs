//! What goes wrong on the way in or out, and whose it is.

use crate::core::words::Words;

/// Whose fault it is; decides the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// What was handed in: answers, a damaged file.
    Input,
    /// The command line.
    Command,
    /// A health word that was not decided on.
    Health,
    /// A question file.
    Guide,
    /// The disk, the terminal.
    World,
    /// Ours.
    Ours,
}

impl Kind {
    /// The exit code of the program.
    pub fn exit_code(self) -> u8 {
        match self {
            Self::Input => 1,
            Self::Command => 2,
            Self::Health => 3,
            Self::Guide => 4,
            Self::World => 5,
            Self::Ours => 70,
        }
    }
}

/// Something that ends the program, in words of the person's language.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{message}")]
pub struct Failure {
    /// Whose fault.
    pub kind: Kind,
    /// What, where, what to do; several lines where several things are wrong.
    pub message: String,
}

impl Failure {
    /// Makes a failure of a finished sentence.
    pub fn new(kind: Kind, message: String) -> Self {
        Self { kind, message }
    }
}

impl ReadProblem {
    /// Says it in words.
    pub fn said<'a>(&self, words: &'a Words) -> &'a str {
        let failure = &words.failure;
        match self {
            Self::Missing => &failure.missing,
            Self::Denied => &failure.denied,
            Self::NotText => &failure.not_text,
            Self::TooLarge => &failure.too_large,
        }
    }
}

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq)]
pub enum ReadProblem {
    /// It is not there.
    Missing,
    /// Not allowed.
    Denied,
    /// Not UTF-8 text.
    NotText,
    /// Larger than any file of ours.
    TooLarge,
}
