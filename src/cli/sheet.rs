//! From an answers file to a sheet, without a screen.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::ArgMatches;

use crate::app::answers_file::{self, AnswersFile};
use crate::app::effect::{Outcome, WriteProblem};
use crate::app::failure::{Failure, Kind};
use crate::app::host::{self, Surroundings};
use crate::app::paperwork::Paperwork;
use crate::cli::asked::{library, told, unreadable};
use crate::content::{parse, report};
use crate::core::answer::Day;
use crate::core::words::{Lang, Words, fill};
use crate::paper::{FORMATS, Format};

/// Answers in, sheet out.
pub(super) fn sheet(
    inner: &ArgMatches,
    matches: &ArgMatches,
    lang: &Lang,
    words: &Arc<Words>,
    surroundings: &Surroundings,
) -> Result<u8, Failure> {
    let library = library(matches, words, surroundings)?.with_words(lang.clone(), words.clone());
    let path = |name: &str| inner.get_one::<PathBuf>(name).cloned().unwrap_or_default();
    let answers = path("answers");
    let text =
        host::read_text(&answers).map_err(|problem| unreadable(words, &answers, &problem))?;
    let name = answers
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let node = parse::parse(&name, &text).map_err(|found| {
        // The file holds answers: its lines are not shown.
        Failure::new(Kind::Input, report::report(&found, &|_| None, words))
    })?;
    let file = AnswersFile::new(node);
    let asked = inner.get_one::<String>("lang").or(matches.get_one("lang"));
    let lang = if asked.is_some() {
        lang.clone()
    } else {
        file.lang()
            .filter(|lang| library.langs().contains(lang))
            .unwrap_or_else(|| lang.clone())
    };
    let opened = answers_file::open(&library, &file, lang).map_err(|outcome| match outcome {
        Outcome::BadGuide(found) => told(&found, &library, words),
        Outcome::Loaded(_)
        | Outcome::Words(..)
        | Outcome::Written(_)
        | Outcome::NotWritten(..)
        | Outcome::Dossier(_)
        | Outcome::Settled(_) => Failure::new(Kind::Ours, String::new()),
    })?;
    let today = match inner.get_one::<String>("date") {
        Some(typed) => Some(Day::read(typed).ok_or_else(|| bad_date(words, typed))?),
        None => host::today(),
    };
    let lexicon = opened.lexicon.clone();
    let mut flow = answers_file::walk(&file, opened, library.langs(), today)?;
    let files = outputs(inner, words)?;
    for (_, path) in &files {
        if let Some(word) = Paperwork::stop_in_name(&path.to_string_lossy(), &lexicon) {
            let said = fill(&words.place.bad_name, &[("word", &word)]);
            return Err(Failure::new(Kind::Health, said));
        }
    }
    let replace = inner.get_flag("replace");
    let mut whole = Vec::new();
    for (format, path) in files {
        whole.push((answers_file::sheet(&file, &mut flow, format)?, path));
    }
    // Nothing is written when one of the files would be replaced unasked.
    if let Some((_, path)) = whole.iter().find(|(_, path)| !replace && path.exists()) {
        return Err(not_written(words, path, WriteProblem::Exists));
    }
    for (bytes, path) in &whole {
        host::write_whole(path, bytes, replace)
            .map_err(|problem| not_written(words, path, problem))?;
    }
    // The program ends here: the system takes all memory back at once, much sooner than piece by piece.
    std::mem::forget((flow, library));
    Ok(0)
}

fn bad_date(words: &Words, typed: &str) -> Failure {
    let values = [
        ("name", "--date"),
        ("value", typed),
        ("values", "2026-12-03"),
    ];
    Failure::new(Kind::Command, fill(&words.cli.bad_value, &values))
}

/// The files to write: one under the name that was given, several each with its own end.
fn outputs(inner: &ArgMatches, words: &Words) -> Result<Vec<(&'static Format, PathBuf)>, Failure> {
    let out = inner.get_one::<PathBuf>("out").cloned().unwrap_or_default();
    let named = |ending: &str| FORMATS.iter().find(|format| format.ending == ending);
    let asked: Vec<&'static Format> = inner
        .get_many::<String>("format")
        .into_iter()
        .flatten()
        .filter_map(|ending| named(ending))
        .collect();
    let ending = out
        .extension()
        .map(|end| end.to_string_lossy().to_lowercase());
    let own = ending.as_deref().and_then(named);
    match (asked.as_slice(), own) {
        ([], None) => {
            let endings = FORMATS
                .map(|format| format!(".{}", format.ending))
                .join(", ");
            Err(Failure::new(
                Kind::Command,
                fill(&words.place.unknown_format, &[("endings", &endings)]),
            ))
        }
        ([], Some(one)) => Ok(vec![(one, out)]),
        ([one], _) => Ok(vec![(*one, out)]),
        (several, own) => {
            let base = if own.is_some() {
                out.with_extension("")
            } else {
                out
            };
            let name = |format: &Format| {
                let mut name = base.clone().into_os_string();
                name.push(format!(".{}", format.ending));
                PathBuf::from(name)
            };
            Ok(several
                .iter()
                .map(|format| (*format, name(format)))
                .collect())
        }
    }
}

fn not_written(words: &Words, path: &Path, problem: WriteProblem) -> Failure {
    let place = &words.place;
    let path = path.to_string_lossy();
    let failed = |reason: &str| fill(&place.failed, &[("path", &path), ("reason", reason)]);
    let sentence = match problem {
        WriteProblem::NoFolder => fill(&place.no_folder, &[("path", &path)]),
        WriteProblem::Exists => fill(&place.exists, &[("path", &path)]),
        WriteProblem::NoLetter(letter) => words.no_letter(letter),
        WriteProblem::Full => failed(&place.full),
        WriteProblem::Denied => failed(&place.denied),
        WriteProblem::ReadOnly => failed(&place.read_only),
        WriteProblem::Other => failed(&place.other),
    };
    Failure::new(Kind::World, sentence)
}
