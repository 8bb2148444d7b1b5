//! Question files on the command line: what is wrong in them, and what a code means.

use std::path::PathBuf;

use clap::ArgMatches;

use crate::app::failure::{Failure, Kind};
use crate::app::host::{self, Surroundings};
use crate::app::readability;
use crate::cli::asked::{Out, library, told, unreadable};
use crate::content::library::Library;
use crate::content::lint;
use crate::core::source::nearest;
use crate::core::words::{Words, fill};

/// Everything that is wrong in the question files.
pub(super) fn lint_files(
    inner: &ArgMatches,
    matches: &ArgMatches,
    words: &Words,
    out: Out<'_>,
) -> Result<u8, Failure> {
    let library = match inner.get_one::<PathBuf>("path") {
        Some(folder) => {
            let files = host::read_folder(folder)
                .map_err(|(path, problem)| unreadable(words, &path, &problem))?;
            Library::with_own(folder.to_string_lossy().into_owned(), files)
        }
        None => library(matches, words, &Surroundings::default())?,
    };
    if inner.get_flag("readability") {
        let _ = readability::table(&library, words, out);
        return Ok(0);
    }
    let found = lint::lint(&library);
    if found.is_empty() {
        let _ = writeln!(out, "{}", words.diagnosis.none);
        return Ok(0);
    }
    let _ = write!(out, "{}", told(&found, &library, words).message);
    Ok(Kind::Guide.exit_code())
}

/// What a code means, and what to write instead.
pub(super) fn explain(inner: &ArgMatches, words: &Words, out: Out<'_>) -> Result<u8, Failure> {
    let code = inner
        .get_one::<String>("code")
        .map(|code| code.to_uppercase())
        .unwrap_or_default();
    if let Some(known) = words.diagnosis.codes.get(&code) {
        let _ = writeln!(
            out,
            "{code}: {}\n{}",
            open_names(&known.says),
            open_names(&known.fix)
        );
        Ok(0)
    } else {
        let near = nearest(&code, words.diagnosis.codes.keys().map(String::as_str));
        let near = near
            .map(|near| fill(&words.answers.near, &[("name", &near)]))
            .unwrap_or_default();
        Err(Failure::new(
            Kind::Command,
            fill(&words.cli.unknown_code, &[("name", &code), ("near", &near)])
                .trim_end()
                .to_owned(),
        ))
    }
}

/// A sentence without its values: an ellipsis stands where a value would.
fn open_names(sentence: &str) -> String {
    let pieces = sentence.split('{').enumerate();
    let shown = pieces.map(|(number, piece)| match piece.split_once('}') {
        Some((_, rest)) if number > 0 => format!("…{rest}"),
        Some(_) | None => piece.to_owned(),
    });
    shown.collect()
}
