//! Health words on the command line: what a text tells, which words are known, which ordinary words look like one.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::app::checking::{self, BadLine, Speaker};
use crate::app::failure::{Failure, Kind, ReadProblem};
use crate::app::host::{self, Surroundings};
use crate::app::listing;
use crate::app::opening;
use crate::cli::asked::{Out, library, told, unreadable, unreadable_as};
use crate::content::dictionary::{self, Affixes};
use crate::content::library::Library;
use crate::core::text::clean;
use crate::core::words::{Lang, Words, fill};
use crate::privacy::{Language, Lexicon, guard};

/// The health words in use.
fn lexicon(library: &Library, words: &Words) -> Result<Lexicon, Failure> {
    opening::lexicon(library).map_err(|found| told(&found, library, words))
}

/// What a text tells about health.
pub(super) fn check_text(
    inner: &ArgMatches,
    matches: &ArgMatches,
    lang: &Lang,
    words: &Words,
    surroundings: &Surroundings,
    out: Out<'_>,
) -> Result<u8, Failure> {
    let lexicon = lexicon(&library(matches, words, surroundings)?, words)?;
    let path = inner
        .get_one::<PathBuf>("file")
        .filter(|path| path.as_os_str() != "-");
    let refused = |problem: ReadProblem| {
        let input = PathBuf::from(&words.checking.input);
        let reason = match problem {
            ReadProblem::NotText => &words.checking.not_text,
            ReadProblem::Missing | ReadProblem::Denied | ReadProblem::TooLarge => {
                problem.said(words)
            }
        };
        unreadable_as(words, path.unwrap_or(&input), reason)
    };
    let bytes = host::read_input(path.map(PathBuf::as_path)).map_err(refused)?;
    let mut out = std::io::BufWriter::new(out);
    // Whoever reads the output may stop reading; that is no failure.
    if inner.get_flag("jsonl") {
        let text = host::text_of(bytes).map_err(refused)?;
        if let Ok(Err(BadLine(line))) = checking::answer(&lexicon, &text, &mut out) {
            let values = [("line", &*line.to_string())];
            let message = fill(&words.checking.bad_line, &values);
            return Err(Failure::new(Kind::Input, message));
        }
        return Ok(0);
    }
    let name = path.and_then(|path| path.file_name());
    let name = name.map(|name| clean(&name.to_string_lossy()).into_owned());
    let given = checking::given(bytes, name.as_deref()).map_err(refused)?;
    let file = name.unwrap_or_else(|| words.checking.input.clone());
    let speaker = Speaker {
        lexicon: &lexicon,
        words,
        language: if *lang == Lang::base() {
            Language::Dutch
        } else {
            Language::English
        },
    };
    let stops = checking::show(speaker, &file, &given, &mut out).unwrap_or(false);
    Ok(if stops { Kind::Health.exit_code() } else { 0 })
}

/// Every health word, or the ordinary words of dictionaries that look like one.
pub(super) fn lexicon_words(
    inner: &ArgMatches,
    matches: &ArgMatches,
    words: &Words,
    surroundings: &Surroundings,
    out: Out<'_>,
) -> Result<u8, Failure> {
    let library = library(matches, words, surroundings)?;
    let lexicon = opening::read_lexicon(&library).map_err(|found| told(&found, &library, words))?;
    let mut out = std::io::BufWriter::new(out);
    let Some(("guard", guarded)) = inner.subcommand() else {
        let _ = listing::list(&lexicon, words, &mut out);
        return Ok(0);
    };
    let mut all = BTreeSet::new();
    for path in guarded
        .get_many::<PathBuf>("dictionary")
        .into_iter()
        .flatten()
    {
        all.extend(dictionary(path, words)?);
    }
    let found = guard::ordinary(lexicon, all.iter().map(String::as_str));
    let _ = listing::ordinary(&found, words, &mut out);
    Ok(0)
}

/// Reads a dictionary: a plain list, or `NAME.dic` with `NAME.aff` beside it.
fn dictionary(path: &Path, words: &Words) -> Result<BTreeSet<String>, Failure> {
    let read = |path: &Path| {
        let read = host::read_input(Some(path)).and_then(host::text_of);
        read.map_err(|problem| unreadable(words, path, &problem))
    };
    let text = read(path)?;
    if path.extension().is_some_and(|ending| ending == "dic") {
        let affixes = read(&path.with_extension("aff"))?;
        return Ok(Affixes::read(&affixes).words(&text));
    }
    Ok(dictionary::plain(&text))
}
