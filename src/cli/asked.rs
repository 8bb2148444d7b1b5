//! What several commands begin with: the question files in use, and how it is told that something cannot be read.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::app::failure::{Failure, Kind, ReadProblem};
use crate::app::host::{self, Surroundings};
use crate::content::library::Library;
use crate::content::report;
use crate::core::source::Diagnostics;
use crate::core::words::{Words, fill};

/// Where output goes; a broken pipe is a normal end.
pub(super) type Out<'a> = &'a mut dyn Write;

/// The question files: what is compiled in, with a folder of one's own over it.
pub(super) fn library(
    matches: &ArgMatches,
    words: &Words,
    surroundings: &Surroundings,
) -> Result<Library, Failure> {
    let folder = matches
        .get_one::<PathBuf>("questions")
        .or(surroundings.questions.as_ref());
    let Some(folder) = folder else {
        return Ok(Library::built_in());
    };
    let files =
        host::read_folder(folder).map_err(|(path, problem)| unreadable(words, &path, &problem))?;
    Ok(Library::with_own(
        folder.to_string_lossy().into_owned(),
        files,
    ))
}

pub(super) fn unreadable(words: &Words, path: &Path, problem: &ReadProblem) -> Failure {
    unreadable_as(words, path, problem.said(words))
}

/// As [`unreadable`], with a reason in words.
pub(super) fn unreadable_as(words: &Words, path: &Path, reason: &str) -> Failure {
    Failure::new(
        Kind::World,
        fill(
            &words.failure.unreadable,
            &[("path", &path.to_string_lossy()), ("reason", reason)],
        ),
    )
}

pub(super) fn told(found: &Diagnostics, library: &Library, words: &Words) -> Failure {
    Failure::new(
        Kind::Guide,
        report::report(found, &|path| library.text(path), words),
    )
}
