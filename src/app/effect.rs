//! What the outside must do, and what it came to.

use std::path::PathBuf;
use std::sync::Arc;

use crate::app::face::FaceKind;
use crate::content::library::Loaded;
use crate::core::source::Diagnostics;
use crate::core::words::{Lang, Words};
use crate::paper::{Document, Format, Private, Shared};
use crate::privacy::Lexicon;

/// One form of a document, and where it goes.
#[derive(Debug, Clone, PartialEq)]
pub struct File {
    /// As what.
    pub format: &'static Format,
    /// Where, as typed.
    pub path: String,
}

/// What must be done outside. The program itself does none of it.
#[derive(Debug, Clone)]
pub enum Effect {
    /// Read a guide, with the words of its language, and the health words.
    Load {
        /// The guide.
        guide: String,
        /// The language.
        lang: Lang,
        /// From what is compiled in, passing by an own folder that cannot be used.
        built_in: bool,
    },
    /// Read the program's own words in another language; no guide is open yet.
    Words(Lang),
    /// Write a paper for someone else. Only the check makes such a document.
    WriteShared {
        /// The document.
        document: Box<Document<Shared>>,
        /// As what, and where.
        files: Vec<File>,
        /// Whether files there may be replaced.
        replace: bool,
    },
    /// Write a paper for the person alone.
    WritePrivate {
        /// The document.
        document: Box<Document<Private>>,
        /// As what, and where.
        files: Vec<File>,
        /// Whether files there may be replaced.
        replace: bool,
    },
    /// Go on in the other face.
    Face(FaceKind),
    /// Clear the screen and leave, without a word.
    Hide,
    /// Leave.
    Exit,
}

/// What an effect came to.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// A guide was read.
    Loaded(Box<Opened>),
    /// A guide cannot be read.
    BadGuide(Diagnostics),
    /// Words were read.
    Words(Lang, Arc<Words>),
    /// Files were written; their full paths.
    Written(Vec<PathBuf>),
    /// Not all files were written; these are why.
    NotWritten(Vec<PathBuf>, WriteProblem),
}

/// A guide with all that goes with it in one language.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The language.
    pub lang: Lang,
    /// The program's own words.
    pub words: Arc<Words>,
    /// The guide, with lists, facts and terms.
    pub loaded: Loaded,
    /// The health words.
    pub lexicon: Arc<Lexicon>,
}

impl PartialEq for Outcome {
    /// Outcomes are compared only in tests of intents, by their kind and path.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Written(a), Self::Written(b)) => a == b,
            (Self::NotWritten(a, x), Self::NotWritten(b, y)) => a == b && x == y,
            (Self::Loaded(_), Self::Loaded(_)) | (Self::BadGuide(_), Self::BadGuide(_)) => true,
            (Self::Words(a, _), Self::Words(b, _)) => a == b,
            (
                Self::Loaded(_)
                | Self::BadGuide(_)
                | Self::Words(..)
                | Self::Written(_)
                | Self::NotWritten(..),
                _,
            ) => false,
        }
    }
}

/// Why a file was not written. Nothing half-written stays behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WriteProblem {
    /// The folder does not exist.
    NoFolder,
    /// A file of that name exists, and replacing was not asked for.
    Exists,
    /// No space left.
    Full,
    /// Not allowed.
    Denied,
    /// A read-only place.
    ReadOnly,
    /// The format has no letter for this character.
    NoLetter(char),
    /// Anything else.
    Other,
}
