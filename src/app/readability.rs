//! How the texts read, as a table: each file of each language, and every language on the whole.

use std::io::{self, Write};

use crate::content::library::Library;
use crate::content::lints::readability::{Measure, measure};
use crate::core::text::{width, wrap};
use crate::core::words::Words;

/// The columns of a line.
const COLUMNS: usize = 72;

/// Writes the table.
pub fn table(library: &Library, words: &Words, out: &mut dyn Write) -> io::Result<()> {
    let own = &words.colophon.readability;
    for lang in library.langs() {
        let measures = measure(library, &lang);
        let names: Vec<usize> = measures.iter().map(|one| width(&one.file)).collect();
        let first = names.into_iter().max().unwrap_or_default();
        let heads = [&own.sentences, &own.mean, &own.longest, &own.hard];
        write!(out, "{:<first$}", own.file)?;
        for head in heads {
            write!(out, "  {head}")?;
        }
        writeln!(out)?;
        let last = measures.len().saturating_sub(1);
        for (number, one) in measures.iter().enumerate() {
            let name = if number == last {
                format!("{} ({})", own.all, one.file)
            } else {
                one.file.clone()
            };
            write!(out, "{name:<first$}")?;
            for (head, value) in heads.iter().zip(values(one)) {
                write!(out, "  {value:>room$}", room = width(head))?;
            }
            writeln!(out)?;
        }
        writeln!(out)?;
    }
    for line in wrap(&own.note, COLUMNS) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

fn values(one: &Measure) -> [String; 4] {
    let tenths = |number: usize| format!("{}.{}", number / 10, number % 10);
    [
        one.sentences.to_string(),
        tenths(one.mean()),
        one.longest.to_string(),
        tenths(one.share()),
    ]
}
