//! What the outside must do, and what it came to.

use std::path::PathBuf;
use std::sync::Arc;

use crate::app::dossier::content::Content;
use crate::app::dossier::secret::Secret;
use crate::app::face::FaceKind;
use crate::app::settings::Settings;
use crate::content::library::{Follower, Loaded};
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
    /// Do something with a dossier.
    Dossier(Task),
    /// Put the text of a paper for someone else on the clipboard. Only the check makes such a document.
    CopyShared(Box<Document<Shared>>),
    /// Put the text of a paper for the person alone on the clipboard.
    CopyPrivate(Box<Document<Private>>),
    /// Write what a person wants at every start; nothing takes the file away.
    Settings(Option<Settings>),
    /// Go on in the other face.
    Face(FaceKind),
    /// Clear the screen and leave, without a word.
    Hide,
    /// Leave.
    Exit,
}

/// What must be done with a dossier. At most one is open.
#[derive(Debug, Clone)]
pub enum Task {
    /// Make up a passphrase from the words of a language.
    Invent(Lang),
    /// Look which USB sticks there are.
    Sticks,
    /// Make a new dossier and open it.
    Make {
        /// Where, as typed.
        path: String,
        /// The passphrase.
        secret: Secret,
        /// What is kept.
        content: Box<Content>,
    },
    /// Keep this in the dossier that is open.
    Keep {
        /// What is kept.
        content: Box<Content>,
        /// What becomes of the backup.
        backup: Backup,
    },
    /// Go on keeping in another place, with the same passphrase.
    Move {
        /// Where, as typed.
        path: String,
        /// What is kept.
        content: Box<Content>,
    },
    /// Seal the open dossier, and its backup, with another passphrase.
    Reseal {
        /// The passphrase.
        secret: Secret,
        /// What is kept.
        content: Box<Content>,
    },
    /// Look whether there is a dossier that could be opened.
    Look(String),
    /// Open a dossier.
    Open {
        /// Where, as typed.
        path: String,
        /// The passphrase.
        secret: Secret,
        /// The file, or its backup.
        copy: Copy,
    },
    /// Say whether this is the passphrase of the open dossier. Nothing is written.
    Prove(Secret),
    /// Remember on this computer where the open dossier is, or forget that.
    Remember(Remember),
}

/// Which copy of a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copy {
    /// The file.
    File,
    /// The previous copy.
    Backup,
}

/// What becomes of the backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backup {
    /// It is the copy before this one.
    Previous,
    /// It is the same as this one: something was forgotten, or the passphrase changed.
    Same,
}

/// Whether the place of a dossier is remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remember {
    /// It is.
    Yes,
    /// It is not.
    No,
}

/// What a task with a dossier came to.
#[derive(Debug, Clone)]
pub enum Report {
    /// A passphrase was made up; nothing where there are no words or no chance.
    Invented(Option<Secret>),
    /// The USB sticks there are.
    Sticks(Vec<PathBuf>),
    /// It is on the disk, here.
    Kept(PathBuf),
    /// It is not.
    NotKept(PathBuf, KeepProblem),
    /// There is a dossier here.
    Found(PathBuf),
    /// A dossier was opened.
    Opened(Box<Unsealed>),
    /// A dossier was not opened.
    NotOpened {
        /// Where it is, or should be.
        path: PathBuf,
        /// Why.
        problem: OpenProblem,
        /// Whether there is a previous copy that could be tried.
        backup: bool,
    },
    /// Whether it was the passphrase.
    Proved(bool),
    /// Whether the place is remembered now; nothing where that did not work.
    Remembered(Option<Remember>),
}

/// A dossier that was opened, with its guide.
#[derive(Debug, Clone)]
pub struct Unsealed {
    /// Where it is.
    pub path: PathBuf,
    /// What was kept.
    pub content: Content,
    /// The guide as it is now.
    pub opened: Opened,
    /// Whether its place is remembered on this computer.
    pub remembered: Remember,
}

/// Why a dossier was not kept. What is in memory is untouched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeepProblem {
    /// The disk.
    Disk(WriteProblem),
    /// The file is gone, or another than was left there.
    Changed,
    /// Another program of ours has it open.
    InUse,
    /// No dossier is open; this cannot be.
    NotOpen,
}

/// Why a dossier was not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenProblem {
    /// It is not there.
    Missing,
    /// Not allowed.
    Denied,
    /// The disk gives no answer.
    Unreadable,
    /// It is no dossier.
    NotOurs,
    /// A later program made it.
    Newer,
    /// It is broken.
    Damaged,
    /// The passphrase is another one.
    WrongPassphrase,
    /// Another program of ours has it open.
    InUse,
    /// Its guide is not here.
    NoGuide,
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
    /// What a task with a dossier came to.
    Dossier(Report),
    /// What became of a settings file.
    Settled(Settled),
}

/// What became of a settings file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settled {
    /// It was written.
    Written(PathBuf),
    /// It was taken away.
    Gone(PathBuf),
    /// Neither could be done.
    Failed(PathBuf),
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
    /// Changes with every change of the guide.
    pub fingerprint: String,
    /// The same of the guide that it follows, where it follows one.
    pub followed: Option<String>,
    /// The guide that follows it, where there is one.
    pub follower: Option<Follower>,
}

impl PartialEq for Outcome {
    /// Outcomes are compared only in tests of intents, by their kind and path.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Written(a), Self::Written(b)) => a == b,
            (Self::NotWritten(a, x), Self::NotWritten(b, y)) => a == b && x == y,
            (Self::Loaded(_), Self::Loaded(_)) | (Self::BadGuide(_), Self::BadGuide(_)) => true,
            (Self::Words(a, _), Self::Words(b, _)) => a == b,
            (Self::Settled(a), Self::Settled(b)) => a == b,
            (Self::Dossier(a), Self::Dossier(b)) => {
                std::mem::discriminant(a) == std::mem::discriminant(b)
            }
            (
                Self::Loaded(_)
                | Self::BadGuide(_)
                | Self::Words(..)
                | Self::Written(_)
                | Self::NotWritten(..)
                | Self::Dossier(_)
                | Self::Settled(_),
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
