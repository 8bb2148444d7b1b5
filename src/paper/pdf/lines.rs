//! Lines: words filled into a width.
//!
//! Lines break where Unicode allows it (UAX 14). A word that is wider than a line is broken between the characters a person
//! sees. Lines are ragged at the right: even gaps between words read easier than even edges.

use std::rc::Rc;

use unicode_linebreak::{BreakOpportunity, linebreaks};

use crate::core::text::graphemes;
use crate::paper::document::WriteError;
use crate::paper::pdf::fonts::Weight;
use crate::paper::pdf::shaping::{Typesetter, Word, printed};

/// How often the width is halved to find the one that makes lines even.
const HALVINGS: usize = 6;

/// How dark something is, in black and white.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    /// Text.
    Black,
    /// What stands around a text; readable still.
    Gray,
    /// Thin lines.
    Light,
}

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    /// The weight of its letters.
    pub(super) weight: Weight,
    /// The size of its letters, in points.
    pub(super) size: f32,
    /// From one line to the next, in points.
    pub(super) leading: f32,
    /// How dark it is.
    pub(super) tone: Tone,
}

/// A line of words.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// How it is set.
    pub(super) style: Style,
    /// Its words.
    pub(super) words: Vec<Rc<Word>>,
}

impl Line {
    /// How wide it is, in points.
    pub(super) fn width(&self) -> f32 {
        let before = self.words.iter().rev().skip(1);
        let before = before.map(|word| word.advance).sum::<f32>();
        let last = self.words.last().map_or(0.0, |word| word.width);
        (before + last) * self.style.size
    }

    /// What it says.
    #[cfg(test)]
    pub(super) fn text(&self) -> String {
        self.words.iter().flat_map(|word| word.text()).collect()
    }
}

/// Breaks a text into lines of at most a width; line ends in the text stay. An empty text has no lines.
pub(super) fn lines(
    setter: &mut Typesetter,
    text: &str,
    style: Style,
    width: f32,
) -> Result<Vec<Line>, WriteError> {
    let text = heard(&printed(text));
    let words = set(setter, &text, style)?;
    fill(setter, &words, style, width)
}

/// A word that was set, what it says, and whether the line ends behind it.
type Set<'a> = (Rc<Word>, &'a str, bool);

/// Sets the words of a text, for lines of any width.
fn set<'a>(
    setter: &mut Typesetter,
    text: &'a str,
    style: Style,
) -> Result<Vec<Set<'a>>, WriteError> {
    pieces(text)
        .map(|(piece, ends)| Ok((setter.word(piece, style.weight)?, piece, ends)))
        .collect()
}

/// Fills words into lines of at most a width.
fn fill(
    setter: &mut Typesetter,
    words: &[Set<'_>],
    style: Style,
    width: f32,
) -> Result<Vec<Line>, WriteError> {
    let mut lines = Vec::new();
    let mut line = Filling {
        width: width / style.size,
        used: 0.0,
        words: Vec::new(),
    };
    for (word, piece, ends) in words {
        if word.width <= line.width {
            lines.extend(line.put(Rc::clone(word)));
        } else {
            for part in parts(setter, piece, style.weight, line.width)? {
                lines.extend(line.put(part));
            }
        }
        if *ends {
            lines.push(line.take());
        }
    }
    let lines = lines.into_iter().map(|words| Line { style, words });
    Ok(lines.collect())
}

/// As [`lines`], in as many lines, but of about the same width: no line of one short word below a full one.
pub(super) fn even_lines(
    setter: &mut Typesetter,
    text: &str,
    style: Style,
    width: f32,
) -> Result<Vec<Line>, WriteError> {
    let text = heard(&printed(text));
    let words = set(setter, &text, style)?;
    let mut best = fill(setter, &words, style, width)?;
    if best.len() < 2 {
        return Ok(best);
    }
    let (mut narrow, mut wide) = (0.0, width);
    for _ in 0..HALVINGS {
        let middle = f32::midpoint(narrow, wide);
        let tried = fill(setter, &words, style, middle)?;
        if tried.len() == best.len() {
            best = tried;
            wide = middle;
        } else {
            narrow = middle;
        }
    }
    Ok(best)
}

/// How wide a text would be in one line, and how wide its widest word is.
pub(super) fn widths(
    setter: &mut Typesetter,
    text: &str,
    style: Style,
) -> Result<(f32, f32), WriteError> {
    let mut word: f32 = 0.0;
    let text = printed(text);
    for (piece, _) in pieces(&text) {
        word = word.max(setter.word(piece, style.weight)?.width * style.size);
    }
    let text = heard(&text);
    let words = set(setter, &text, style)?;
    let whole = fill(setter, &words, style, f32::MAX)?;
    let whole = whole.iter().map(Line::width).fold(0.0, f32::max);
    Ok((whole, word))
}

/// A line end is seen; a space before it is heard, too, and keeps the words on both sides apart when they are copied.
fn heard(text: &str) -> String {
    let mut heard = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        match line.strip_suffix('\n') {
            Some(before) if !before.is_empty() => heard.extend([before, " \n"]),
            Some(_) | None => heard.push_str(line),
        }
    }
    heard
}

/// The pieces of a text between the places where it may break, and whether the line ends there.
fn pieces(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let mut start = 0;
    linebreaks(text).map(move |(end, opportunity)| {
        let piece = text.get(start..end).unwrap_or_default();
        start = end;
        let ends = opportunity == BreakOpportunity::Mandatory;
        (piece.trim_end_matches('\n'), ends)
    })
}

/// A word that is too wide, in parts that are not.
fn parts(
    setter: &mut Typesetter,
    word: &str,
    weight: Weight,
    width: f32,
) -> Result<Vec<Rc<Word>>, WriteError> {
    let mut parts = Vec::new();
    let mut part = String::new();
    for grapheme in graphemes(word) {
        let longer = format!("{part}{grapheme}");
        if !part.is_empty() && setter.word(&longer, weight)?.width > width {
            parts.push(setter.word(&part, weight)?);
            grapheme.clone_into(&mut part);
        } else {
            part = longer;
        }
    }
    parts.push(setter.word(&part, weight)?);
    Ok(parts)
}

/// A line that is being filled. Widths are in parts of the font size.
struct Filling {
    width: f32,
    used: f32,
    words: Vec<Rc<Word>>,
}

impl Filling {
    /// Puts a word in the line, or in the next one; then returns the full line.
    fn put(&mut self, word: Rc<Word>) -> Option<Vec<Rc<Word>>> {
        // Sums of fractions: a text that just fits still fits when it is measured in another order.
        let full = !self.words.is_empty() && self.used + word.width > self.width + 0.001;
        let line = full.then(|| self.take());
        self.used += word.advance;
        self.words.push(word);
        line
    }

    fn take(&mut self) -> Vec<Rc<Word>> {
        self.used = 0.0;
        std::mem::take(&mut self.words)
    }
}
