//! File formats: one row for each writer.

use crate::core::words::Words;
use crate::paper::document::{Document, Plain, WriteError};
use crate::paper::{calendar, docx, html, markdown, pdf, text};

/// What of a document a format holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Its blocks: something to read.
    Blocks,
    /// Its days: something for a calendar.
    Days,
}

/// A file format.
#[derive(Clone, Copy)]
pub struct Format {
    /// The end of the file name, without the dot; also its name on the command line.
    pub ending: &'static str,
    /// Its name in the person's language.
    pub name: fn(&Words) -> &str,
    /// What of a document it holds.
    pub holds: Holds,
    /// Writes any document: what may leave, and how, is decided by the document's type before.
    write: fn(&Plain<'_>) -> Result<Vec<u8>, WriteError>,
}

/// Every format; the first is the one that is shown on the screen and offered.
pub const FORMATS: [Format; 6] = [
    Format {
        ending: "txt",
        name: |words| &words.formats.txt,
        holds: Holds::Blocks,
        write: |document| Ok(text::write(document)),
    },
    Format {
        ending: "md",
        name: |words| &words.formats.md,
        holds: Holds::Blocks,
        write: |document| Ok(markdown::write(document)),
    },
    Format {
        ending: "html",
        name: |words| &words.formats.html,
        holds: Holds::Blocks,
        write: |document| Ok(html::write(document)),
    },
    Format {
        ending: "docx",
        name: |words| &words.formats.docx,
        holds: Holds::Blocks,
        write: |document| Ok(docx::write(document)),
    },
    Format {
        ending: "pdf",
        name: |words| &words.formats.pdf,
        holds: Holds::Blocks,
        write: pdf::write,
    },
    Format {
        ending: "ics",
        name: |words| &words.formats.ics,
        holds: Holds::Days,
        write: |document| Ok(calendar::write(document)),
    },
];

impl Format {
    /// Writes a document.
    pub fn write<Kind>(&self, document: &Document<Kind>) -> Result<Vec<u8>, WriteError> {
        (self.write)(&document.plain())
    }
}

impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        self.ending == other.ending
    }
}

impl std::fmt::Debug for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Format")
            .field("ending", &self.ending)
            .finish_non_exhaustive()
    }
}

/// Finds the format for the end of a file name.
pub fn format_of(path: &str) -> Option<&'static Format> {
    let (_, ending) = path.rsplit_once('.')?;
    FORMATS
        .iter()
        .find(|format| format.ending.eq_ignore_ascii_case(ending))
}
