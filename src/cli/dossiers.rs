//! Dossiers on the command line: which are remembered, and taking one away.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::ArgMatches;

use crate::app::archive::{Archive, Unforgotten};
use crate::app::disk::System;
use crate::app::effect::{KeepProblem, WriteProblem};
use crate::app::failure::{Failure, Kind};
use crate::app::host::Surroundings;
use crate::app::shelf::Shelf;
use crate::core::words::{Words, fill};

/// A path on the command line is meant from where the person stands, not from home.
pub(super) fn place(inner: &ArgMatches) -> String {
    let path = inner
        .get_one::<PathBuf>("file")
        .cloned()
        .unwrap_or_default();
    std::path::absolute(&path)
        .unwrap_or(path)
        .to_string_lossy()
        .into_owned()
}

/// Takes a dossier away, and says what that does not do.
pub(super) fn forget(
    inner: &ArgMatches,
    words: &Words,
    surroundings: &Surroundings,
    out: &mut dyn Write,
) -> Result<u8, Failure> {
    let path = PathBuf::from(place(inner));
    let shelf = Shelf::new(surroundings.settings.clone());
    let gone = Archive::new(Arc::new(System), None).forget(&path);
    let gone = gone.map_err(|why| not_forgotten(words, &path, &why))?;
    // A list that cannot be written keeps a place where nothing is any more.
    let _ = shelf.remember(&System, &path, false);
    for path in gone {
        let sentence = fill(&words.cli.forgotten, &[("path", &path.to_string_lossy())]);
        let _ = writeln!(out, "{sentence}");
    }
    let _ = writeln!(out, "{}", words.cli.forgotten_rest);
    Ok(0)
}

fn not_forgotten(words: &Words, path: &Path, why: &Unforgotten) -> Failure {
    let dossier = &words.dossier;
    let with = |sentence: &str, path: &Path| fill(sentence, &[("path", &path.to_string_lossy())]);
    match why {
        Unforgotten::Missing => Failure::new(Kind::World, with(&dossier.missing, path)),
        Unforgotten::NotOurs => Failure::new(Kind::Input, with(&dossier.not_ours, path)),
        Unforgotten::Kept(path, problem) => {
            let reason = match problem {
                KeepProblem::InUse => with(&dossier.open_in_use, path),
                KeepProblem::Disk(WriteProblem::Denied | WriteProblem::ReadOnly) => {
                    words.cli.not_yours.clone()
                }
                KeepProblem::Disk(_) | KeepProblem::Changed | KeepProblem::NotOpen => {
                    words.cli.try_again.clone()
                }
            };
            let sentence = with(&words.cli.not_forgotten, path);
            let sentence = fill(&sentence, &[("reason", &reason)]);
            Failure::new(Kind::World, sentence)
        }
    }
}

/// Says which dossiers are remembered on this computer.
pub(super) fn known(
    words: &Words,
    surroundings: &Surroundings,
    out: &mut dyn Write,
) -> Result<u8, Failure> {
    let known = Shelf::new(surroundings.settings.clone()).known(&System);
    if known.is_empty() {
        return Err(Failure::new(Kind::Command, words.cli.none_known.clone()));
    }
    let _ = writeln!(out, "{}", words.cli.known);
    for path in known {
        let _ = writeln!(out, "{}", path.to_string_lossy());
    }
    Ok(0)
}
