//! The program's own words, typed: one struct for each area of `ui.yml`, so that a missing word is a compile or load error.
//!
//! A catalogue is one language. Values are put into sentences by name: [`fill()`]. No module here holds a sentence.

mod catalogue;
mod checking;
mod cli;
mod colophon;
mod days;
mod diagnostics;
mod dossier;
mod failures;
mod fill;
mod health;
mod inputs;
mod plain;
mod rehearsal;
mod safety;
mod say;
mod sayings;
mod screens;
mod together;
mod tui;
mod tui_screens;
mod visits;

pub use catalogue::{Lang, Words};
pub use checking::Checking;
pub use cli::Cli;
pub use colophon::{Colophon, Readability};
pub use diagnostics::{CodeWords, Diagnosis};
pub use dossier::Dossier;
pub use failures::{Answers, Failure};
pub use fill::fill;
pub use inputs::Inputs;
pub use plain::{CommandWords, Commands, How, Plain, PlainAsking, PlainScreens, Unclear};
pub use rehearsal::Rehearsal;
pub use safety::{Copying, Lock, Settings};
pub use say::listed;
pub use sayings::{Blanks, Calendar, Common, Formats, Phrase, Refusal};
pub use screens::{
    Asking, Consequence, Health, Help, Map, Menu, Notice, Over, Place, Preview, Review, Welcome,
};
pub use together::Together;
pub use tui::Tui;
pub use tui_screens::Screens;
pub use visits::Visits;
