//! What is known by a number: citizen and health service numbers, birth dates, shares of disability, names of clinicians.
//!
//! A number counts when its own check holds, or when its own word stands near it; the words come from the lists. Knows
//! arithmetic and the shape of dates and names, no word.

use std::ops::Range;

use crate::privacy::context::{Contexts, Text};
use crate::privacy::entry::{Entry, Hit, Proof};
use crate::privacy::normalize::{Case, Gap, Token};

/// The groups of words that the checks ask for.
pub(super) const GROUPS: [&str; 4] = ["month", "percent", "range", "title"];
/// How far a number may stand from its word.
const NEAR: usize = 4;
/// How far a date, share or name may stand from its word.
const FAR: usize = 8;
/// The fewest digits of a number that is known by its word alone.
const FEWEST_DIGITS: usize = 4;

/// Adds what the checks find in a whole text.
pub(super) fn find(text: &Text<'_>, entries: &[Entry], contexts: &Contexts, out: &mut Vec<Hit>) {
    let tokens = text.tokens;
    let runs = runs(tokens);
    let numbered = tokens
        .iter()
        .any(|token| token.text.bytes().any(|byte| byte.is_ascii_digit()));
    let named = tokens
        .iter()
        .any(|token| token.case == Case::Capital && token.gap != Gap::Sentence);
    if !numbered && !named {
        return;
    }
    let dates = if numbered {
        dates(text, contexts)
    } else {
        Vec::new()
    };
    let shares = if numbered {
        shares(text, contexts)
    } else {
        Vec::new()
    };
    for (number, entry) in entries.iter().enumerate() {
        let Some(proof) = entry.proof else { continue };
        let found = match proof {
            Proof::Bsn => numbers(tokens, entry, &runs, Some(is_bsn)),
            Proof::Nhs => numbers(tokens, entry, &runs, Some(is_nhs)),
            Proof::Record => numbers(tokens, entry, &runs, None),
            Proof::Insurance => insurance(tokens),
            Proof::Birth => dates
                .iter()
                .filter(|date| beside(tokens, entry, date, FAR).is_some())
                .cloned()
                .collect(),
            Proof::Share => shares
                .iter()
                .filter_map(|share| {
                    beside(tokens, entry, share, FAR).map(|word| widest(share, &word))
                })
                .collect(),
            Proof::Clinician => names(text, entry, contexts),
        };
        out.extend(found.into_iter().map(|range| Hit::sure(number, range)));
    }
}

/// Stretches of digits that may be one number, written with dots, spaces or hyphens.
fn runs(tokens: &[Token]) -> Vec<(Range<usize>, String)> {
    let mut runs: Vec<(Range<usize>, String)> = Vec::new();
    for (at, token) in tokens
        .iter()
        .enumerate()
        .filter(|(_, token)| token.is_number())
    {
        match runs.last_mut() {
            Some((range, digits))
                if range.end == at && matches!(token.gap, Gap::Dot | Gap::Hyphen | Gap::Space) =>
            {
                range.end = at + 1;
                digits.push_str(&token.text);
            }
            _ => runs.push((at..at + 1, token.text.clone())),
        }
    }
    runs
}

fn numbers(
    tokens: &[Token],
    entry: &Entry,
    runs: &[(Range<usize>, String)],
    holds: Option<fn(&str) -> bool>,
) -> Vec<Range<usize>> {
    let known = |range: &Range<usize>, digits: &str| {
        holds.is_some_and(|holds| holds(digits))
            || (digits.len() >= FEWEST_DIGITS && beside(tokens, entry, range, NEAR).is_some())
    };
    runs.iter()
        .filter(|(range, digits)| known(range, digits))
        .map(|(range, _)| range.clone())
        .collect()
}

/// The 11-test: nine digits, weighed 9 to 2 and minus 1.
fn is_bsn(digits: &str) -> bool {
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    digits.len() == weights.len()
        && digits.bytes().any(|digit| digit != b'0')
        && weighed(digits, &weights) % 11 == 0
}

/// Modulus 11 over nine digits, weighed 10 to 2; the tenth is the check. No number begins with 0.
fn is_nhs(digits: &str) -> bool {
    let check = i32::from(digits.bytes().last().unwrap_or(b'0') - b'0');
    let rest = 11 - weighed(digits, &[10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
    digits.len() == 10 && !digits.starts_with('0') && rest % 11 == check && rest != 10
}

fn weighed(digits: &str, weights: &[i32]) -> i32 {
    digits
        .bytes()
        .zip(weights)
        .map(|(digit, weight)| i32::from(digit - b'0') * weight)
        .sum()
}

/// Two letters, six digits, one letter A to D, in one piece or in pieces.
fn insurance(tokens: &[Token]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for start in 0..tokens.len() {
        let mut whole = String::new();
        for end in start..tokens.len().min(start + 5) {
            let Some(token) = tokens
                .get(end)
                .filter(|token| end == start || token.gap.joins())
            else {
                break;
            };
            whole.push_str(&token.text);
            let shape: String = whole
                .chars()
                .map(|c| if c.is_ascii_digit() { '9' } else { 'a' })
                .collect();
            if shape == "aa999999a" && whole.ends_with(['a', 'b', 'c', 'd']) {
                found.push(start..end + 1);
            }
        }
    }
    found
}

/// Full dates, in figures or with the name of the month.
fn dates(text: &Text<'_>, contexts: &Contexts) -> Vec<Range<usize>> {
    let tokens = text.tokens;
    let figure = |at: usize, low: u32, high: u32| {
        tokens.get(at).is_some_and(|token| {
            let digits: String = token
                .text
                .chars()
                .take_while(char::is_ascii_digit)
                .collect();
            let tail = token.text.len() - digits.len();
            tail <= 2
                && digits
                    .parse()
                    .is_ok_and(|number: u32| (low..=high).contains(&number))
        })
    };
    let joined = |at: usize| {
        tokens.get(at).is_some_and(|token| {
            matches!(token.gap, Gap::Dot | Gap::Hyphen | Gap::Mark | Gap::Space)
        })
    };
    let month = |at: usize| contexts.is_word("month", text, at).is_some();
    let year = |at: usize| figure(at, 1900, 2100);
    let mut found = Vec::new();
    for at in (0..tokens.len()).filter(|at| month(*at) || figure(*at, 1, 2100)) {
        let in_figures = joined(at + 1) && joined(at + 2) && figure(at + 1, 1, 31);
        if in_figures
            && ((figure(at, 1, 31) && (year(at + 2) || figure(at + 2, 0, 99)))
                || (year(at) && figure(at + 2, 1, 31)))
        {
            found.push(at..at + 3);
        } else if figure(at, 1, 31) && month(at + 1) {
            found.push(at..if year(at + 2) { at + 3 } else { at + 2 });
        } else if figure(at, 1, 31) && month(at + 2) && year(at + 3) {
            found.push(at..at + 4);
        } else if month(at) && figure(at + 1, 1, 31) && year(at + 2) {
            found.push(at..at + 3);
        }
    }
    found
}

/// Percentages, and ranges of them.
fn shares(text: &Text<'_>, contexts: &Contexts) -> Vec<Range<usize>> {
    let tokens = text.tokens;
    let number = |at: usize| tokens.get(at).is_some_and(Token::is_number);
    let mut found = Vec::new();
    for at in (0..tokens.len()).filter(|at| number(*at)) {
        let mut end = at + 1;
        if number(end)
            && tokens
                .get(end)
                .is_some_and(|token| matches!(token.gap, Gap::Hyphen | Gap::Mark | Gap::Clause))
        {
            end += 1;
        } else if contexts.is_word("range", text, end).is_some() && number(end + 1) {
            end += 2;
        }
        if let Some(end) = contexts.is_word("percent", text, end) {
            found.push(at..end);
        }
    }
    found
}

/// Names after a title or right after the word for a clinician, in a sentence that has such a word.
fn names(text: &Text<'_>, entry: &Entry, contexts: &Contexts) -> Vec<Range<usize>> {
    let tokens = text.tokens;
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        // A name has a capital: without one near, there is nothing to look up.
        if !(at + 1..at + 5).any(|next| {
            tokens
                .get(next)
                .is_some_and(|token| token.case == Case::Capital)
        }) {
            continue;
        }
        if let Some(end) = contexts.is_word("title", text, at)
            && let Some(name) = name(tokens, end)
            && beside(tokens, entry, &(at..name), FAR).is_some()
        {
            found.push(at..name);
        }
        if let Some(end) = word_at(tokens, entry, at)
            && let Some(name) = name(tokens, end)
        {
            found.push(end..name);
        }
    }
    found
}

/// Returns the end of a name that begins here: one to three capitalized words, perhaps with small ones between.
fn name(tokens: &[Token], start: usize) -> Option<usize> {
    let mut end = start;
    let mut named = None;
    while let Some(token) = tokens
        .get(end)
        .filter(|token| token.gap <= Gap::Space || (token.gap == Gap::Sentence && end == start))
    {
        let small = matches!(
            token.text.as_str(),
            "de" | "van" | "der" | "den" | "ter" | "ten" | "von" | "el" | "la" | "le"
        );
        if token.case == Case::Lower && !small || token.is_number() || end - start > 4 {
            break;
        }
        end += 1;
        if token.case == Case::Capital {
            named = Some(end);
        }
    }
    named
}

/// Finds a word of an entry in the same sentence, at most so many words away.
fn beside(
    tokens: &[Token],
    entry: &Entry,
    range: &Range<usize>,
    far: usize,
) -> Option<Range<usize>> {
    let sentence = tokens.get(range.start)?.sentence;
    let from = range.start.saturating_sub(far);
    (from..(range.end + far).min(tokens.len()))
        .filter(|at| {
            tokens
                .get(*at)
                .is_some_and(|token| token.sentence == sentence)
        })
        .filter_map(|at| word_at(tokens, entry, at).map(|end| at..end))
        .min_by_key(|word| word.start.abs_diff(range.start))
}

fn word_at(tokens: &[Token], entry: &Entry, at: usize) -> Option<usize> {
    entry
        .terms
        .iter()
        .filter(|term| {
            term.words.iter().enumerate().all(|(n, word)| {
                tokens
                    .get(at + n)
                    .is_some_and(|token| token.spellings().any(|one| one == word))
            })
        })
        .map(|term| at + term.words.len())
        .chain(
            entry
                .phrases
                .iter()
                .filter_map(|phrase| phrase.at(tokens, at).map(|(_, end)| end)),
        )
        .max()
}

fn widest(a: &Range<usize>, b: &Range<usize>) -> Range<usize> {
    a.start.min(b.start)..a.end.max(b.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_citizen_number_passes_the_eleven_test() {
        for (digits, valid) in [
            ("987654329", true),
            ("111222333", true),
            ("123456782", true),
            ("123456789", false),
            ("000000000", false),
            ("12345678", false),
        ] {
            assert_eq!(is_bsn(digits), valid, "{digits}");
        }
    }

    #[test]
    fn a_health_service_number_passes_modulus_eleven() {
        for (digits, valid) in [
            ("9434765919", true),
            ("4505577104", true),
            ("9434765918", false),
            ("0123456789", false),
            ("943476591", false),
        ] {
            assert_eq!(is_nhs(digits), valid, "{digits}");
        }
    }
}
