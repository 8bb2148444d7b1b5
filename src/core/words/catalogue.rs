//! The catalogue of one language.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::core::kept::Text;
use crate::core::words::checking::Checking;
use crate::core::words::cli::Cli;
use crate::core::words::colophon::Colophon;
use crate::core::words::diagnostics::Diagnosis;
use crate::core::words::dossier::Dossier;
use crate::core::words::failures::{Answers, Failure};
use crate::core::words::plain::Plain;
use crate::core::words::rehearsal::Rehearsal;
use crate::core::words::safety::{Copying, Lock, Settings};
use crate::core::words::sayings::{Blanks, Calendar, Common, Formats, Phrase, Refusal};
use crate::core::words::screens::{
    Asking, Consequence, Forms, Health, Help, Map, Menu, Notice, Over, Place, Preview, Review,
    Welcome,
};
use crate::core::words::together::Together;
use crate::core::words::tui::Tui;
use crate::core::words::visits::Visits;

/// A language: the name of its folder, such as `nl`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lang(Text);

impl Lang {
    /// Names a language by its folder.
    pub fn new(folder: &str) -> Self {
        Self(folder.into())
    }

    /// The language in which guides are written.
    pub fn base() -> Self {
        Self(Text::built("nl"))
    }

    /// Returns the folder.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// All words of the program in one language. Read from `ui.yml`; a word too few or too many is an error.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Words of every screen.
    pub common: Common,
    /// The screens before the first question.
    pub welcome: Welcome,
    /// The four kinds of no answer.
    pub blanks: Blanks,
    /// Small words that answers are said with.
    pub phrase: Phrase,
    /// Why a reply cannot stand.
    pub refusal: Refusal,
    /// Words around a question.
    pub asking: Asking,
    /// Before a change that touches other answers.
    pub consequence: Consequence,
    /// Something to know after an answer.
    pub notice: Notice,
    /// The map of steps.
    pub map: Map,
    /// Everything that was said.
    pub review: Review,
    /// Help and terms.
    pub help: Help,
    /// The menu.
    pub menu: Menu,
    /// Choosing lines and reading a paper.
    pub preview: Preview,
    /// The health-word check.
    pub health: Health,
    /// In which forms a paper goes into files.
    pub forms: Forms,
    /// Checking a text from the command line.
    pub checking: Checking,
    /// Where a file goes.
    pub place: Place,
    /// Keeping answers in a dossier.
    pub dossier: Dossier,
    /// Coming back another time.
    pub visits: Visits,
    /// The lock.
    pub lock: Lock,
    /// What is the same at every start.
    pub settings: Settings,
    /// A paper on the clipboard.
    pub copying: Copying,
    /// Practising the talk.
    pub rehearsal: Rehearsal,
    /// Together with a coach.
    pub together: Together,
    /// The end, and stopping.
    pub over: Over,
    /// What does not work.
    pub failure: Failure,
    /// Mistakes in an answers file.
    pub answers: Answers,
    /// Months.
    pub calendar: Calendar,
    /// File formats.
    pub formats: Formats,
    /// The command line.
    pub cli: Cli,
    /// What the program says about itself, and about its sources.
    pub colophon: Colophon,
    /// Mistakes in question files.
    pub diagnosis: Diagnosis,
    /// The face that fills the screen.
    pub tui: Tui,
    /// The face that speaks in lines.
    pub plain: Plain,
}
