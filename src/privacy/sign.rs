//! What a single character is, and how it is folded: case and accents vanish.
//!
//! The first 128 characters stand in tables, because every letter of every text passes here.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What one of the first 128 characters is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Lower,
    Upper,
    Digit,
    Percent,
    Apostrophe,
    Space,
    Newline,
    Dot,
    Dash,
    Clause,
    Bracket,
    Parenthesis,
    Ending,
    Star,
    Other,
}

const SIGNS: [Sign; 128] = signs();

#[expect(
    clippy::indexing_slicing,
    reason = "the loop ends at the length of the table, and the compiler runs it"
)]
const fn signs() -> [Sign; 128] {
    let mut all = [Sign::Other; 128];
    let mut at = 0;
    while at < 128 {
        #[expect(clippy::cast_possible_truncation, reason = "at most 127")]
        let byte = at as u8;
        all[at] = match byte {
            b'a'..=b'z' => Sign::Lower,
            b'A'..=b'Z' => Sign::Upper,
            b'0'..=b'9' => Sign::Digit,
            b'%' => Sign::Percent,
            b'\'' | b'`' => Sign::Apostrophe,
            b'\n' => Sign::Newline,
            b' ' | b'\t' | b'\r' | 0x0b | 0x0c => Sign::Space,
            b'.' => Sign::Dot,
            b'-' | b'_' => Sign::Dash,
            b',' | b';' | b':' | b'"' => Sign::Clause,
            b'(' | b')' => Sign::Parenthesis,
            b'[' | b']' => Sign::Bracket,
            b'!' | b'?' => Sign::Ending,
            b'*' => Sign::Star,
            _ => Sign::Other,
        };
        at += 1;
    }
    all
}

/// The folded letter of a plain letter or digit; 0 for everything else.
const PLAIN: [u8; 256] = plain();

#[expect(
    clippy::indexing_slicing,
    reason = "the loop ends before the length of the table, and the compiler runs it"
)]
const fn plain() -> [u8; 256] {
    let mut all = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            all[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    all
}

pub(super) fn plain_letter(byte: u8) -> u8 {
    PLAIN.get(usize::from(byte)).copied().unwrap_or_default()
}

pub(super) fn sign(byte: u8) -> Option<Sign> {
    SIGNS.get(usize::from(byte)).copied()
}

pub(super) fn sign_of(c: char) -> Sign {
    match c {
        '’' | '‘' | 'ʼ' | '´' | '′' => Sign::Apostrophe,
        '\u{a0}' | '\u{2028}' | '\u{2029}' => Sign::Space,
        '‐' | '‑' | '‒' | '−' => Sign::Dash,
        '—' | '–' | '“' | '”' => Sign::Clause,
        '…' => Sign::Ending,
        _ if c.is_whitespace() => Sign::Space,
        _ if c.is_alphanumeric() => Sign::Lower,
        _ => Sign::Other,
    }
}

/// Says whether a character shows nothing of its own: an accent, or an invisible one.
pub(super) fn is_silent(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'
    ) || is_combining_mark(c)
}

/// Folds a character that is not one of the first 128; accents vanish.
pub(super) fn fold(c: char, out: &mut Vec<u8>) {
    let mut push = |c: char| {
        let mut bytes = [0; 4];
        out.extend_from_slice(c.encode_utf8(&mut bytes).as_bytes());
    };
    match c {
        'œ' | 'Œ' => "oe".chars().for_each(push),
        'æ' | 'Æ' => "ae".chars().for_each(push),
        'ø' | 'Ø' => push('o'),
        'ß' => "ss".chars().for_each(push),
        _ => {
            let mut none = true;
            for c in std::iter::once(c)
                .nfkd()
                .filter(|c| !is_combining_mark(*c))
                .flat_map(char::to_lowercase)
                .filter(|c| c.is_alphanumeric())
            {
                push(c);
                none = false;
            }
            if none {
                push(c);
            }
        }
    }
}
