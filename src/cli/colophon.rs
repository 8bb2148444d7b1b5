//! What the program says about itself on the command line, and every fact with its source.

use clap::ArgMatches;

use crate::app::colophon::{self, Told};
use crate::app::failure::{Failure, Kind};
use crate::app::host::{self, Surroundings};
use crate::app::sources;
use crate::cli::asked::{Out, library, told};
use crate::content::library::Library;
use crate::core::answer::Day;
use crate::core::colophon::Colophon;
use crate::core::fact::Fact;
use crate::core::source::Diagnostics;
use crate::core::words::{Lang, Words, fill};

/// Who made it, who paid, how the content was chosen, how old it is; or the points of its makers.
pub(super) fn about(
    inner: &ArgMatches,
    matches: &ArgMatches,
    lang: &Lang,
    words: &Words,
    surroundings: &Surroundings,
    out: Out<'_>,
) -> Result<u8, Failure> {
    let library = library(matches, words, surroundings)?;
    let today = match inner.get_one::<String>("date") {
        Some(typed) => Some(Day::read(typed).ok_or_else(|| bad_date(words, typed))?),
        None => host::today(),
    };
    let (colophon, facts) = read(&library, lang, words)?;
    let about = Told {
        colophon: &colophon,
        facts: &facts,
        words,
        today,
        version: env!("CARGO_PKG_VERSION"),
    };
    let mut out = std::io::BufWriter::new(out);
    // Whoever reads the output may stop reading; that is no failure.
    let _ = if inner.get_flag("criteria") {
        colophon::criteria(about, &mut out)
    } else {
        colophon::tell(about, &mut out)
    };
    Ok(0)
}

/// Every fact with its source.
pub(super) fn list_sources(
    matches: &ArgMatches,
    lang: &Lang,
    words: &Words,
    surroundings: &Surroundings,
    out: Out<'_>,
) -> Result<u8, Failure> {
    let library = library(matches, words, surroundings)?;
    let (_, facts) = read(&library, lang, words)?;
    let _ = sources::list(&facts, words, &mut std::io::BufWriter::new(out));
    Ok(0)
}

fn read(
    library: &Library,
    lang: &Lang,
    words: &Words,
) -> Result<(Colophon, Vec<std::sync::Arc<Fact>>), Failure> {
    let mut found = Diagnostics::default();
    // Words that are missing in a language are the business of `lint`; here those of the base stand in for them.
    let mut wording = Diagnostics::default();
    let colophon = library.colophon(lang, &mut found, &mut wording);
    let shelf = library.shelf(lang, &mut found, &mut wording);
    match colophon {
        Some(colophon) if found.is_empty() => Ok((colophon, shelf.facts)),
        Some(_) | None => Err(told(&found, library, words)),
    }
}

fn bad_date(words: &Words, typed: &str) -> Failure {
    let values = [
        ("name", "--date"),
        ("value", typed),
        ("values", "2026-12-03"),
    ];
    Failure::new(Kind::Command, fill(&words.cli.bad_value, &values))
}
