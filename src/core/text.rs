//! Graphemes, columns and wrapping; the only file that counts columns.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Returns how many columns a text takes in a terminal.
pub fn width(text: &str) -> usize {
    if is_plain(text) {
        return text.len();
    }
    UnicodeWidthStr::width(text)
}

/// Says whether every character is a plain letter or sign, one byte and one column wide.
fn is_plain(text: &str) -> bool {
    is_all(text, |byte| matches!(byte, b' '..=b'~'))
}

/// Says whether all bytes of a text are such; asks many at once, which a processor does much faster than one by one.
fn is_all(text: &str, such: impl Fn(u8) -> bool) -> bool {
    let (many, rest) = text.as_bytes().as_chunks::<32>();
    let all = |bytes: &[u8]| bytes.iter().fold(true, |all, byte| all & such(*byte));
    many.iter().all(|bytes| all(bytes)) && all(rest)
}

/// Returns how many characters a person sees (grapheme clusters).
pub fn length(text: &str) -> usize {
    text.graphemes(true).count()
}

/// Splits a text into the characters a person sees.
pub fn graphemes(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.graphemes(true)
}

/// Brings typed or pasted text into one form: composed characters (NFC), `\n` for every line end, a space for a tab, and
/// no control characters, so that nothing typed can steer a terminal.
pub fn clean(typed: &str) -> Cow<'_, str> {
    // Plain letters are in that form already, and so is most of what has others.
    let stays = |c: char| c == '\n' || !is_unwanted(c);
    if is_all(typed, |byte| matches!(byte, b' '..=b'~' | b'\n'))
        || typed.chars().all(stays) && is_nfc_quick(typed.chars()) == IsNormalized::Yes
    {
        return Cow::Borrowed(typed);
    }
    let unified = typed
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .replace('\t', " ");
    unified.nfc().filter(|c| stays(*c)).collect()
}

/// As [`clean`], with every line end as a space.
pub fn one_line(typed: &str) -> String {
    clean(typed)
        .split('\n')
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Begins a sentence with words that stand elsewhere in the middle of one.
pub fn capitalized(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(characters).collect()
    })
}

/// Control characters, and the marks that turn the direction of text around unseen.
fn is_unwanted(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{2028}' | '\u{2029}')
}

/// Breaks a text into lines of at most `columns`; line ends in the text stay. A word that is too long is broken between
/// the characters a person sees. Never returns nothing: an empty text is one empty line.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(1);
    let mut lines = Vec::new();
    for line in text.split('\n') {
        let options = textwrap::Options::new(columns)
            .break_words(false)
            .word_separator(textwrap::WordSeparator::AsciiSpace)
            .word_splitter(textwrap::WordSplitter::NoHyphenation);
        for part in textwrap::wrap(line, options) {
            if width(&part) <= columns {
                lines.push(part.into_owned());
            } else {
                break_word(&part, columns, &mut lines);
            }
        }
    }
    lines
}

fn break_word(word: &str, columns: usize, lines: &mut Vec<String>) {
    let mut line = String::new();
    for grapheme in graphemes(word) {
        if !line.is_empty() && width(&line) + width(grapheme) > columns {
            lines.push(std::mem::take(&mut line));
        }
        line.push_str(grapheme);
    }
    lines.push(line);
}

/// Says whether a text takes at most so many columns; no character takes more of them than it has bytes.
fn fits(text: &str, columns: usize) -> bool {
    text.len() <= columns || width(text) <= columns
}

/// Cuts a text to at most `columns`, with `…` at the end when something was cut.
pub fn cut(text: &str, columns: usize) -> String {
    if fits(text, columns) {
        return text.to_owned();
    }
    if columns == 0 {
        return String::new();
    }
    // Plain up to and with the letter behind it: so no accent belongs to what is kept.
    if text.get(..columns).is_some_and(is_plain) {
        return [text.get(..columns - 1).unwrap_or_default(), "…"].concat();
    }
    let mut kept = String::new();
    let mut used = 1;
    for grapheme in graphemes(text) {
        used += width(grapheme);
        if used > columns {
            break;
        }
        kept.push_str(grapheme);
    }
    kept.push('…');
    kept
}

/// Cuts a text to its last columns, at most `columns`, with `…` before them when something was cut.
pub fn cut_start(text: &str, columns: usize) -> String {
    if fits(text, columns) {
        return text.to_owned();
    }
    if columns == 0 {
        return String::new();
    }
    let rest = (text.len() + 1).saturating_sub(columns);
    if let Some(kept) = text.get(rest..).filter(|kept| is_plain(kept)) {
        return ["…", kept].concat();
    }
    let mut kept = Vec::with_capacity(columns);
    let mut used = 1;
    for grapheme in graphemes(text).rev() {
        used += width(grapheme);
        if used > columns {
            break;
        }
        kept.push(grapheme);
    }
    kept.push("…");
    kept.into_iter().rev().collect()
}

/// Says whether an open slot in square brackets is left in a text.
pub fn has_open_slot(text: &str) -> bool {
    text.split_once('[').is_some_and(|(_, rest)| {
        rest.split_once(']')
            .is_some_and(|(slot, _)| !slot.is_empty() && !slot.contains('['))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapping_keeps_every_character_and_every_width() {
        for (text, columns, expected) in [
            ("een twee drie", 8, vec!["een twee", "drie"]),
            ("een\n\ntwee", 8, vec!["een", "", "twee"]),
            ("", 8, vec![""]),
            ("abcdefghij", 4, vec!["abcd", "efgh", "ij"]),
            ("日本語です", 4, vec!["日本", "語で", "す"]),
            ("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 2, vec!["👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"]),
        ] {
            assert_eq!(wrap(text, columns), expected, "{text:?}");
        }
    }

    #[test]
    fn typed_text_cannot_steer_a_terminal() {
        assert_eq!(clean("a\u{1b}[2Jb\r\nc\td\u{202E}e\u{7f}"), "a[2Jb\nc de");
        assert_eq!(one_line(" a \n\n b\r\n"), "a b");
        assert_eq!(clean("e\u{301}"), "é");
    }

    #[test]
    fn an_open_slot_is_seen() {
        for (text, open) in [
            ("van [begin] tot 5", true),
            ("van 9 tot 5", false),
            ("[]", false),
            ("a ] b [ c", false),
        ] {
            assert_eq!(has_open_slot(text), open, "{text:?}");
        }
    }

    #[test]
    fn cutting_says_that_it_cut() {
        for (text, columns, expected) in [
            ("werk", 4, "werk"),
            ("werken", 4, "wer…"),
            ("日本語", 4, "日…"),
            ("a", 0, ""),
            ("ae\u{301}n", 2, "a…"),
            ("wae\u{301}n", 3, "wa…"),
            ("waen\u{301}", 4, "waen\u{301}"),
        ] {
            assert_eq!(cut(text, columns), expected, "{text:?}");
        }
        for (text, columns, expected) in [
            ("werk", 4, "werk"),
            ("werken", 4, "…ken"),
            ("één werk", 4, "…erk"),
            ("日本語", 4, "…語"),
            ("a", 0, ""),
        ] {
            assert_eq!(cut_start(text, columns), expected, "{text:?}");
        }
    }
}
