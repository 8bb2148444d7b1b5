//! The health-word check on any text, from the command line: for a person, or a line of JSON for a program.
//!
//! Shows the line a word stands in, never more than fits on it, and nothing that could steer a terminal. Decides nothing and
//! keeps nothing.

use std::collections::BTreeSet;
use std::io::{self, Write};

use serde::{Deserialize, Serialize};

use crate::app::checking::pieces::{Counted, Piece, pieces};
use crate::app::failure::ReadProblem;
use crate::core::text::{clean, cut, cut_start, width};
use crate::core::words::{Words, fill};
use crate::paper::Unread;
use crate::privacy::{Category, Finding, Language, Level, Lexicon, check};

mod pieces;

/// The columns of a line that is shown, and how many of them come before the word.
const COLUMNS: usize = 72;
const BEFORE: usize = 36;
/// How many bytes of its line are looked at on each side of a word: more than fit, and not a whole text without line ends.
const LOOKED_AT: usize = 160;
/// What stands before a line that is shown.
const INDENT: &str = "    ";

/// What somebody gives to be checked.
#[derive(Debug)]
pub struct Given(Vec<Piece>);

/// What is needed to speak of a text.
#[derive(Debug, Clone, Copy)]
pub struct Speaker<'a> {
    /// The health words.
    pub lexicon: &'a Lexicon,
    /// The words of the person's language.
    pub words: &'a Words,
    /// The language of the rewordings.
    pub language: Language,
}

/// What somebody gives to be checked: a plain text or a Word document, and its name; the name of a file is checked as well.
///
/// # Errors
///
/// When it is no text, or a Word document that cannot be read or is too large.
pub fn given(bytes: Vec<u8>, name: Option<&str>) -> Result<Given, ReadProblem> {
    let pieces = pieces(bytes, name).map_err(|unread| match unread {
        Unread::NotWord => ReadProblem::NotText,
        Unread::TooLarge => ReadProblem::TooLarge,
    })?;
    Ok(Given(pieces))
}

/// Shows what a text tells about health; says whether anything must be looked at.
pub fn show(
    speaker: Speaker<'_>,
    file: &str,
    Given(pieces): &Given,
    out: &mut dyn Write,
) -> io::Result<bool> {
    let words = &speaker.words.checking;
    let mut asked = BTreeSet::new();
    let found: Vec<(&Piece, Vec<Finding>)> = pieces
        .iter()
        .map(|piece| (piece, check(&piece.text, speaker.lexicon)))
        .collect();
    for (piece, found) in &found {
        let mut counted = Counted::of(piece);
        for finding in found {
            let place = counted.place(finding.span.bytes.start, speaker.words);
            one(
                speaker,
                (file, &place),
                &piece.text,
                finding,
                &mut asked,
                out,
            )?;
        }
    }
    let found: Vec<&Finding> = found.iter().flat_map(|(_, found)| found).collect();
    let stops = found
        .iter()
        .filter(|finding| finding.level == Level::Stop)
        .count();
    if found.is_empty() {
        writeln!(out, "{}", words.nothing)?;
    } else {
        let hints = found.len() - stops;
        let counts = [
            ("stops", &*stops.to_string()),
            ("hints", &hints.to_string()),
        ];
        writeln!(out, "{}", fill(&words.found, &counts))?;
    }
    if stops > 0 {
        writeln!(out, "{}", speaker.words.health.employer)?;
    }
    writeln!(out, "{}", words.limits)?;
    if found
        .iter()
        .any(|finding| finding.category == Category::Crisis && finding.level == Level::Stop)
    {
        writeln!(out, "\n{}", speaker.words.health.calm)?;
    }
    Ok(stops > 0)
}

/// Shows one finding: where, which kind, the line with a mark under the word, and what to ask oneself unless it was asked.
fn one<'a>(
    speaker: Speaker<'_>,
    (file, place): (&str, &str),
    text: &str,
    finding: &'a Finding,
    asked: &mut BTreeSet<&'a str>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let words = &speaker.words.checking;
    let sentence = match finding.level {
        Level::Stop => &words.stop,
        Level::Hint => &words.hint,
    };
    let kind = speaker.words.health.category(finding.category.id());
    let values = [("file", file), ("place", place), ("kind", kind)];
    writeln!(out, "{}", fill(sentence, &values))?;
    let (shown, mark) = marked(text, finding);
    writeln!(out, "{INDENT}{shown}\n{INDENT}{mark}")?;
    if finding.level == Level::Stop
        && asked.insert(&finding.rewording)
        && let Some(rewording) = speaker
            .lexicon
            .rewording(&finding.rewording, speaker.language)
    {
        writeln!(
            out,
            "{INDENT}{}",
            fill(&words.ask, &[("ask", &rewording.ask)])
        )?;
    }
    writeln!(out)
}

/// The line around a word, cut on both sides to what fits, and the marks that stand under the word.
fn marked(text: &str, finding: &Finding) -> (String, String) {
    let (start, end) = (finding.span.bytes.start, finding.span.bytes.end);
    let near = text.floor_char_boundary(start.saturating_sub(LOOKED_AT))
        ..text.ceil_char_boundary(end.saturating_add(LOOKED_AT));
    let before = text.get(near.start..start).unwrap_or_default();
    let before = clean(before.rsplit('\n').next().unwrap_or_default());
    let word = text.get(start..end).unwrap_or_default();
    let word = clean(word.split('\n').next().unwrap_or_default());
    // A word that goes on in the next line is shown with its first part.
    let after = text.get(start..near.end).unwrap_or_default();
    let after = clean(after.split('\n').next().unwrap_or_default());
    let after = after.strip_prefix(&*word).unwrap_or_default();
    let before = cut_start(before.trim_start(), BEFORE);
    let margin = width(&before);
    let left = COLUMNS.saturating_sub(margin);
    let word = cut(&word, left);
    let marks = width(&word);
    let after = cut(after.trim_end(), left.saturating_sub(marks));
    let mark = [" ".repeat(margin), "^".repeat(marks.max(1))].concat();
    ([before, word, after].concat(), mark)
}

/// A line of input: a text with its id.
#[derive(Debug, Deserialize)]
struct Asked {
    id: serde_json::Value,
    text: String,
}

/// A line of output.
#[derive(Debug, Serialize)]
struct Answered {
    id: serde_json::Value,
    leak: bool,
    spans: Vec<Marked>,
}

/// One finding; places count characters (code points), the end is not in it.
#[derive(Debug, Serialize)]
struct Marked {
    start: usize,
    end: usize,
    category: &'static str,
    level: &'static str,
    rule: String,
}

/// A line of input that cannot be read, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadLine(pub usize);

/// Answers each line of JSON with a line of JSON.
pub fn answer(
    lexicon: &Lexicon,
    input: &str,
    out: &mut dyn Write,
) -> io::Result<Result<(), BadLine>> {
    for (number, line) in input
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
    {
        let Ok(asked) = serde_json::from_str::<Asked>(line) else {
            return Ok(Err(BadLine(number + 1)));
        };
        let found = check(&asked.text, lexicon);
        let answered = Answered {
            id: asked.id,
            leak: found.iter().any(|finding| finding.level == Level::Stop),
            spans: found.iter().map(marked_up).collect(),
        };
        serde_json::to_writer(&mut *out, &answered)?;
        writeln!(out)?;
    }
    Ok(Ok(()))
}

fn marked_up(finding: &Finding) -> Marked {
    Marked {
        start: finding.span.chars.start,
        end: finding.span.chars.end,
        category: finding.category.id(),
        level: finding.level.id(),
        rule: finding.rule.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::privacy::Span;

    fn shown(text: &str, word: &str) -> (String, String) {
        let start = text.find(word).expect("the word stands in the text");
        let end = start + word.len();
        let finding = Finding {
            span: Span {
                chars: 0..0,
                bytes: start..end,
            },
            category: Category::Diagnosis,
            level: Level::Stop,
            rule: "x".into(),
            rewording: "".into(),
        };
        marked(text, &finding)
    }

    #[test]
    fn a_line_is_shown_around_its_word_and_never_wider_than_it_may_be() {
        let one_line = format!("{} kliniek {}", "é b ".repeat(500), "ç d ".repeat(500));
        let (line, mark) = shown(&one_line, "kliniek");
        assert!(line.starts_with('…') && line.ends_with('…'), "{line}");
        assert!(width(&line) <= COLUMNS, "{line}");
        assert_eq!(mark.trim_start(), "^^^^^^^");
        let (line, mark) = shown("een\nin de kliniek hier\ntwee", "kliniek");
        assert_eq!((&*line, &*mark), ("in de kliniek hier", "      ^^^^^^^"));
    }
}
