//! Every fact with its sources, in lines of 72 columns: first what speaks for telling, then what speaks against it, then the rest.

use std::io::{self, Write};
use std::sync::Arc;

use crate::core::answer::Day;
use crate::core::fact::{Fact, Source, Speaks};
use crate::core::text::{width, wrap};
use crate::core::words::{Words, fill};

/// The columns of a line.
const COLUMNS: usize = 72;

/// Writes every fact.
pub fn list(facts: &[Arc<Fact>], words: &Words, out: &mut dyn Write) -> io::Result<()> {
    let own = &words.colophon;
    writeln!(out, "{}", own.sources)?;
    writeln!(out, "{}", "=".repeat(width(&own.sources)))?;
    for (title, speaks) in [
        (&own.in_favor, Some(Speaks::For)),
        (&own.against, Some(Speaks::Against)),
        (&own.neutral, Some(Speaks::Neutral)),
        (&own.law, None),
    ] {
        let these: Vec<&Arc<Fact>> = facts.iter().filter(|fact| fact.speaks == speaks).collect();
        let title = fill(title, &[("count", &these.len().to_string())]);
        writeln!(out)?;
        lines(&title, 0, out)?;
        writeln!(out, "{}", "-".repeat(width(&title).min(COLUMNS)))?;
        for fact in these {
            writeln!(out)?;
            one(fact, words, out)?;
        }
    }
    Ok(())
}

fn one(fact: &Fact, words: &Words, out: &mut dyn Write) -> io::Result<()> {
    let own = &words.colophon;
    lines(&fact.text, 0, out)?;
    let mut said = Vec::new();
    said.extend(
        fact.of_100
            .map(|count| fill(&words.asking.of_100, &[("count", &count.to_string())])),
    );
    said.push(fill(&words.asking.who, &[("who", &fact.who)]));
    said.push(fill(&own.country, &[("country", &fact.country)]));
    said.extend(
        fact.n
            .map(|number| fill(&own.number, &[("number", &number.to_string())])),
    );
    said.extend(
        fact.law
            .as_ref()
            .map(|law| fill(&own.rests_on, &[("law", law)])),
    );
    for source in &fact.sources {
        said.push(fill(&words.asking.source, &[("source", &whole(source))]));
    }
    said.push(fill(&words.asking.sure, &[("sure", &fact.sure)]));
    let checked = Day::read(&fact.checked).map(|day| words.day(day));
    said.extend(checked.map(|day| fill(&own.checked, &[("day", &day)])));
    said.push(format!("[{}]", fact.id));
    for text in said {
        lines(&text, 2, out)?;
    }
    Ok(())
}

/// A source with its title and its address; the address stands last.
fn whole(source: &Source) -> String {
    let said = source.whole();
    match &source.address {
        Some(address) => format!("{said}. {address}"),
        None => said,
    }
}

fn lines(text: &str, margin: usize, out: &mut dyn Write) -> io::Result<()> {
    let before = " ".repeat(margin);
    for line in wrap(text, COLUMNS - margin) {
        writeln!(out, "{before}{line}")?;
    }
    Ok(())
}
