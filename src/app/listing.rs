//! The health words as people read them, and the list of ordinary words as it stands in its file.

use std::collections::BTreeSet;
use std::io::{self, Write};

use crate::core::words::{Words, fill};
use crate::privacy::{Category, Language, Lexicon, listing};

/// The columns of a file with many words.
const COLUMNS: usize = 140;

/// Writes every entry with its terms, their forms and its phrases, and how many there are.
pub fn list(lexicon: &Lexicon, words: &Words, out: &mut dyn Write) -> io::Result<()> {
    for category in Category::ALL {
        for language in [Language::Dutch, Language::English] {
            let entries = lexicon
                .entries()
                .iter()
                .filter(|entry| entry.category() == category && entry.language() == language);
            for entry in entries {
                writeln!(
                    out,
                    "{} ({}, {})",
                    entry.id(),
                    category.id(),
                    entry.level().id()
                )?;
                for listed in listing::terms(entry) {
                    let others: Vec<&str> = listed
                        .forms
                        .iter()
                        .map(String::as_str)
                        .filter(|form| *form != listed.term)
                        .collect();
                    if others.is_empty() {
                        writeln!(out, "  {}", listed.term)?;
                    } else {
                        writeln!(out, "  {}: {}", listed.term, others.join(", "))?;
                    }
                }
                for phrase in entry.phrases() {
                    writeln!(out, "  \"{phrase}\"")?;
                }
            }
        }
    }
    let size: usize = lexicon
        .entries()
        .iter()
        .map(crate::privacy::Entry::size)
        .sum();
    let counts = [
        ("entries", &*lexicon.entries().len().to_string()),
        ("words", &size.to_string()),
        ("forms", &lexicon.forms().to_string()),
    ];
    writeln!(out, "\n{}", fill(&words.checking.listing, &counts))
}

/// Writes the file of ordinary words.
pub fn ordinary(found: &BTreeSet<String>, words: &Words, out: &mut dyn Write) -> io::Result<()> {
    for line in words.checking.ordinary.lines() {
        writeln!(out, "{}", format!("# {line}").trim_end())?;
    }
    writeln!(out, "language: nl\nordinary: >-")?;
    let mut line = String::new();
    for word in found {
        if !line.is_empty() && line.len() + word.len() + 3 > COLUMNS {
            writeln!(out, " {line}")?;
            line.clear();
        }
        line.push(' ');
        line.push_str(word);
    }
    if !line.is_empty() {
        writeln!(out, " {line}")?;
    }
    Ok(())
}
