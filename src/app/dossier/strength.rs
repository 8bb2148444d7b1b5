//! How strong a passphrase of the person's own is: an honest guess, on the careful side.
//!
//! It is looked at as whoever guesses does: words from a list, names with a year, rows of the keyboard, the same again. It does
//! not know the person, so what others know about them counts as much as anything else.

/// How strong a passphrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Can be guessed by anyone who tries.
    Weak,
    /// Can be guessed with much time and money.
    Fair,
    /// Cannot be guessed.
    Strong,
}

/// From so many bits it is not weak any more.
const FAIR: u32 = 45;
/// From so many bits it is strong. A guess costs a second each, so this is far out of reach.
const STRONG: u32 = 65;

/// What a word counts, in tenths of a bit: one of some two thousand that people think of.
const WORD: u32 = 110;
/// What a long word counts: it is one of more.
const LONG_WORD: u32 = 135;
/// What a letter that belongs to no word counts.
const LETTER: u32 = 45;
/// What a digit counts.
const DIGIT: u32 = 33;
/// What a sign counts.
const SIGN: u32 = 40;
/// What follows from what stands before it counts.
const MORE: u32 = 10;

/// Rows in which people press keys one after the other.
const ROWS: [&str; 6] = [
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "azertyuiop",
];

/// Guesses how strong a passphrase is.
pub fn strength(passphrase: &str) -> Strength {
    match bits(passphrase) {
        0..FAIR => Strength::Weak,
        FAIR..STRONG => Strength::Fair,
        STRONG.. => Strength::Strong,
    }
}

fn bits(passphrase: &str) -> u32 {
    let mut seen: Vec<String> = Vec::new();
    let mut tenths = 0;
    for part in parts(passphrase) {
        let small = part.to_lowercase();
        tenths += if seen.contains(&small) {
            MORE
        } else {
            let capital = part.chars().skip(1).any(char::is_uppercase);
            worth(&small) + if capital { MORE } else { 0 }
        };
        seen.push(small);
    }
    tenths / 10
}

/// Runs of letters, of digits, and single signs. A single space between words is what everyone does, so it counts nothing.
fn parts(passphrase: &str) -> Vec<String> {
    let sort = |c: char| {
        if c.is_alphabetic() {
            0
        } else if c.is_numeric() {
            1
        } else {
            2
        }
    };
    let mut parts: Vec<String> = Vec::new();
    let mut before = None;
    for c in passphrase.chars() {
        let now = sort(c);
        match parts.last_mut() {
            Some(part) if before == Some(now) && now != 2 => part.push(c),
            Some(_) | None if c != ' ' => parts.push(c.to_string()),
            Some(_) | None => {}
        }
        before = Some(now);
    }
    parts
}

fn worth(part: &str) -> u32 {
    let letters = u32::try_from(part.chars().count()).unwrap_or(u32::MAX);
    let first = part.chars().next().unwrap_or(' ');
    let single = if first.is_alphabetic() {
        LETTER
    } else if first.is_numeric() {
        DIGIT
    } else {
        return SIGN;
    };
    let by_letter = single.saturating_mul(letters);
    let known = if is_row(part) {
        single + MORE
    } else if first.is_numeric() {
        // A year, or a day and a month: people put those.
        if letters == 4 { 70 } else { by_letter }
    } else if is_wordlike(part) {
        if letters > 8 { LONG_WORD } else { WORD }
    } else {
        by_letter
    };
    known.min(by_letter)
}

/// The same sign again and again, or keys in a row, there or back.
fn is_row(part: &str) -> bool {
    let back: String = part.chars().rev().collect();
    let mut signs = part.chars();
    let first = signs.next();
    part.chars().count() > 2
        && (signs.all(|sign| Some(sign) == first)
            || ROWS
                .iter()
                .any(|row| row.contains(part) || row.contains(&back)))
}

/// Words can be spoken: no more than four consonants stand together, and there is a vowel.
fn is_wordlike(part: &str) -> bool {
    let is_vowel = |c: char| "aeiouyàáâäèéêëìíîïòóôöùúûü".contains(c);
    let runs = part.split(is_vowel).map(|run| run.chars().count());
    part.chars().any(is_vowel) && runs.max().unwrap_or_default() <= 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_is_judged_as_who_guesses_would() {
        for (passphrase, expected) in [
            ("", Strength::Weak),
            ("wachtwoord", Strength::Weak),
            ("Welkom01", Strength::Weak),
            ("qwertyuiop", Strength::Weak),
            ("1234567890123", Strength::Weak),
            ("aaaaaaaaaaaaaaaaaaaaaaaa", Strength::Weak),
            ("Sanne1986", Strength::Weak),
            ("tuin tuin tuin tuin tuin tuin tuin", Strength::Weak),
            ("mijn hond heet Bram", Strength::Weak),
            ("beek tuin lamp wolk fiets", Strength::Fair),
            ("paard-batterij-nietje-correct", Strength::Fair),
            ("beek tuin lamp wolk fiets ezel kaas", Strength::Strong),
            ("xk3vq8wt2zrm7phd", Strength::Strong),
        ] {
            assert_eq!(
                strength(passphrase),
                expected,
                "{passphrase}: {}",
                bits(passphrase)
            );
        }
    }
}
