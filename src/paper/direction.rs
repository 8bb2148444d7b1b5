//! Which way a text runs: names come from anywhere, also in letters that are written from right to left.
//!
//! Knows the blocks of letters, not the whole algorithm: whoever shows the text does that.

use std::ops::RangeInclusive;

/// Hebrew, Arabic, Syriac, Thaana, N'Ko and their kin; their forms for old systems; their kin beyond the first plane.
const FROM_RIGHT: [RangeInclusive<char>; 4] = [
    '\u{0590}'..='\u{08FF}',
    '\u{FB1D}'..='\u{FDFF}',
    '\u{FE70}'..='\u{FEFC}',
    '\u{10800}'..='\u{10FFF}',
];
/// The last of them: Adlam, Mende Kikakui, Arabic mathematical letters.
const FROM_RIGHT_TOO: RangeInclusive<char> = '\u{1E800}'..='\u{1EFFF}';

fn is_from_right(c: char) -> bool {
    FROM_RIGHT.iter().any(|block| block.contains(&c)) || FROM_RIGHT_TOO.contains(&c)
}

/// Says whether any letter of the text is written from right to left.
pub(super) fn has_from_right(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(is_from_right)
}

/// Says whether the text as a whole runs from right to left: its first letter does.
pub(super) fn runs_from_right(text: &str) -> bool {
    text.chars()
        .find(|c| c.is_alphabetic())
        .is_some_and(is_from_right)
}

/// Splits a text where its direction changes. What has no direction goes with the letters before it, except at the border of
/// letters from the right: there it stays outside.
pub(super) fn stretches(text: &str) -> Vec<(bool, String)> {
    if !has_from_right(text) {
        let whole = (!text.is_empty()).then(|| (false, text.to_owned()));
        return whole.into_iter().collect();
    }
    let mut all: Vec<(bool, String)> = Vec::new();
    let mut waiting = String::new();
    let mut put = |from_right: bool, piece: &str| match all.last_mut() {
        Some((last, so_far)) if *last == from_right => so_far.push_str(piece),
        Some(_) | None if piece.is_empty() => {}
        Some(_) | None => all.push((from_right, piece.to_owned())),
    };
    let mut inside = false;
    for c in text.chars() {
        if is_from_right(c) {
            put(inside, &waiting);
            waiting.clear();
            put(true, &c.to_string());
            inside = true;
        } else if c.is_alphanumeric() {
            put(false, &waiting);
            waiting.clear();
            put(false, &c.to_string());
            inside = false;
        } else {
            waiting.push(c);
        }
    }
    put(false, &waiting);
    all
}

#[cfg(test)]
mod tests {
    use super::{runs_from_right, stretches};

    #[test]
    fn a_text_is_split_where_its_direction_changes() {
        for (text, expected) in [
            ("Sam", vec![(false, "Sam")]),
            ("محمد", vec![(true, "محمد")]),
            (
                "Ik heet محمد علي.",
                vec![(false, "Ik heet "), (true, "محمد علي"), (false, ".")],
            ),
            ("", vec![]),
            ("...", vec![(false, "...")]),
        ] {
            let found = stretches(text);
            let found: Vec<(bool, &str)> =
                found.iter().map(|(way, text)| (*way, &**text)).collect();
            assert_eq!(found, expected, "{text}");
        }
        assert!(runs_from_right("محمد (Sam)"));
        assert!(!runs_from_right("Sam (محمد)"));
    }
}
