//! What is known by a number: citizen and health service numbers, birth dates, shares of disability, names of clinicians.
//!
//! A number counts when its own check holds, or when its own word stands near it; the words come from the lists. Knows
//! arithmetic and the shape of dates and names, no word. Looks only at pages that have a digit, or a word for a clinician.

use std::ops::Range;

use crate::core::packed::{Pack, Unpack};
use crate::privacy::context::Contexts;
use crate::privacy::entry::{Entry, Hit};
use crate::privacy::group::GroupId;
use crate::privacy::key::{Key, Table};
use crate::privacy::page::{Case, Gap, Marks, Page};
use crate::privacy::pattern::Pattern;
use crate::privacy::pattern::places::Places;
use crate::privacy::rule::Proof;

/// The groups of words that the checks ask for.
pub(super) const GROUPS: [&str; 4] = ["month", "percent", "range", "title"];
/// How far a number may stand from its word.
const NEAR: usize = 6;
/// How far a date, share or name may stand from its word.
const FAR: usize = 8;
/// The fewest digits of a number that is known by its word alone.
const FEWEST_DIGITS: usize = 4;
/// The most words of a name.
const LONGEST_NAME: usize = 5;
/// The most tokens of one number.
const MOST_TOKENS: usize = 10;

/// Small words inside a name.
const SMALL: [&[u8]; 10] = [
    b"de", b"van", b"der", b"den", b"ter", b"ten", b"von", b"el", b"la", b"le",
];

/// The entries with a check by number, and the words that belong to their numbers.
#[derive(Debug, Default)]
pub(super) struct Proofs {
    entries: Vec<(usize, Proof)>,
    /// The words, each owned by its entry.
    places: Places,
    words: Table<u32>,
    month: Option<GroupId>,
    percent: Option<GroupId>,
    range: Option<GroupId>,
    title: Option<GroupId>,
}

impl Proofs {
    /// Makes the table.
    pub(super) fn of(entries: &[Entry], contexts: &Contexts) -> Self {
        let mut proofs = Self::default().with_groups(contexts);
        let mut keys = Vec::new();
        for (number, entry) in entries.iter().enumerate() {
            let Some(proof) = entry.rule.proof else {
                continue;
            };
            proofs.entries.push((number, proof));
            let terms = entry.terms.iter();
            let terms = terms
                .filter_map(|term| Pattern::read(&term.words.join(" "), &|_| None).ok())
                .collect::<Vec<_>>();
            for pattern in terms.iter().chain(&entry.phrases) {
                let written = proofs.places.write(pattern);
                let place = proofs.places.add(number, None, written);
                let starts = pattern.sought().starts().into_iter().flatten();
                keys.extend(starts.map(|key| (key, place)));
            }
        }
        proofs.words = Table::with_room(keys.len());
        for (key, place) in keys {
            proofs.words.add_once(key, place);
        }
        proofs
    }

    /// Finds the groups that the checks ask for.
    fn with_groups(self, contexts: &Contexts) -> Self {
        let [month, percent, range, title] = GROUPS.map(|name| contexts.named(name));
        Self {
            month,
            percent,
            range,
            title,
            ..self
        }
    }

    /// Writes the table.
    pub(super) fn pack(&self, to: &mut Pack) {
        to.all(self.entries.iter(), |to, (entry, proof)| {
            to.number(*entry);
            to.one_of(&Proof::NAMES.map(|(_, proof)| proof), proof);
        });
        self.places.pack(to);
        self.words.pack(to);
    }

    /// Reads the table.
    pub(super) fn unpack(from: &mut Unpack, contexts: &Contexts) -> Option<Self> {
        let proofs = Self {
            entries: from.all(|from| {
                let entry = from.number()?;
                let proof = from.one_of(&Proof::NAMES.map(|(_, proof)| proof))?;
                Some((entry, proof))
            })?,
            places: Places::unpack(from)?,
            words: Table::unpack(from)?,
            ..Self::default()
        };
        Some(proofs.with_groups(contexts))
    }

    /// Returns every key with which a word that belongs to a number may begin.
    pub(super) fn keys(&self) -> impl Iterator<Item = Key> {
        self.words.keys()
    }

    /// Returns the words that belong to a number and may begin with this one.
    pub(super) fn begun_by(&self, key: Key) -> impl Iterator<Item = u32> {
        self.words.get(key)
    }

    /// Adds what the checks find on a page.
    pub(super) fn find(&self, page: &Page, contexts: &Contexts, out: &mut Vec<Hit>) {
        if page.figures.is_empty() && page.proofs.is_empty() {
            return;
        }
        let runs = numbers(page);
        let codes = codes(page);
        let birthdays = self.dates(page, contexts);
        let percentages = self.shares(page, contexts);
        for (number, proof) in &self.entries {
            let words = Words {
                places: &self.places,
                entry: *number,
            };
            let found = match proof {
                Proof::Bsn => valid(page, words, &runs, Some(is_bsn)),
                Proof::Nhs => valid(page, words, &runs, Some(is_nhs)),
                Proof::Record => {
                    let mut found = valid(page, words, &runs, None);
                    found.extend(valid(page, words, &codes, None));
                    found
                }
                Proof::Insurance => insurance(page),
                Proof::Birth => birthdays
                    .iter()
                    .filter(|date| beside(page, words, date, FAR).is_some())
                    .cloned()
                    .collect(),
                Proof::Share => percentages
                    .iter()
                    .filter_map(|share| {
                        beside(page, words, share, FAR).map(|word| widest(share, &word))
                    })
                    .collect(),
                Proof::Clinician => self.names(page, words, contexts),
            };
            out.extend(found.into_iter().map(|range| Hit::sure(*number, range)));
        }
    }

    /// Full dates, in figures or with the name of the month.
    fn dates(&self, page: &Page, contexts: &Contexts) -> Vec<Range<usize>> {
        let figure = |at: usize, low: u32, high: u32| {
            page.has(at, Marks::DIGIT) && {
                let letters = page.letters(&(at..at + 1));
                let digits = letters.iter().take_while(|c| c.is_ascii_digit()).count();
                let number = letters
                    .iter()
                    .take(digits.min(5))
                    .fold(0, |number, digit| number * 10 + u32::from(digit - b'0'));
                digits > 0 && letters.len() - digits <= 2 && (low..=high).contains(&number)
            }
        };
        let joined = |at: usize| {
            matches!(
                page.gap(at),
                Some(Gap::Dot | Gap::Hyphen | Gap::Mark | Gap::Space)
            )
        };
        let month = |at: usize| contexts.end_at(self.month, page, at).is_some();
        let year = |at: usize| figure(at, 1900, 2100);
        let mut found = Vec::new();
        let starts = page.figures.iter().flat_map(|at| {
            let before = at.checked_sub(1).filter(|before| month(*before));
            [before, Some(*at).filter(|at| figure(*at, 1, 2100))]
        });
        for at in starts.flatten() {
            let near = |other: usize| page.same_sentence(at, other);
            let in_figures = joined(at + 1) && joined(at + 2) && figure(at + 1, 1, 31);
            if in_figures
                && ((figure(at, 1, 31) && (year(at + 2) || figure(at + 2, 0, 99)))
                    || (year(at) && figure(at + 2, 1, 31)))
            {
                found.push(at..at + 3);
            } else if figure(at, 1, 31) && near(at + 1) && month(at + 1) {
                let long = near(at + 2) && year(at + 2);
                found.push(at..if long { at + 3 } else { at + 2 });
            } else if figure(at, 1, 31) && near(at + 3) && month(at + 2) && year(at + 3) {
                found.push(at..at + 4);
            } else if month(at) && near(at + 2) && figure(at + 1, 1, 31) && year(at + 2) {
                found.push(at..at + 3);
            }
        }
        found
    }

    /// Percentages, and ranges of them.
    fn shares(&self, page: &Page, contexts: &Contexts) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        for at in page
            .figures
            .iter()
            .copied()
            .filter(|at| page.is_number(*at))
        {
            let near = |other: usize| page.same_sentence(at, other);
            let mut end = at + 1;
            if near(end)
                && page.is_number(end)
                && matches!(page.gap(end), Some(Gap::Hyphen | Gap::Mark | Gap::Clause))
            {
                end += 1;
            } else if near(end + 1)
                && page.is_number(end + 1)
                && contexts.end_at(self.range, page, end).is_some()
            {
                end += 2;
            }
            if near(end)
                && let Some(end) = contexts.end_at(self.percent, page, end)
            {
                found.push(at..end);
            }
        }
        found
    }

    /// Names after a title or right after the word for a clinician, in a sentence that has such a word.
    fn names(&self, page: &Page, words: Words<'_>, contexts: &Contexts) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        if page.proofs.is_empty() {
            return found;
        }
        for at in 0..page.tokens.len() {
            // A name has a capital: without one near, there is nothing to look up.
            if !Self::may_name(page, at)
                || !(at + 1..at + LONGEST_NAME).any(|next| {
                    page.tokens
                        .get(next)
                        .is_some_and(|token| token.case == Case::Capital)
                })
            {
                continue;
            }
            if let Some(end) = contexts.end_at(self.title, page, at)
                && let Some(name) = name(page, end)
                && beside(page, words, &(at..name), FAR).is_some()
            {
                found.push(at..name);
            }
            if let Some(end) = word_at(page, words, at) {
                let start = contexts.end_of_whose(page, end);
                found.extend(name(page, start).map(|name| start..name));
            }
        }
        found
    }

    /// Says whether a token may be a title or a word for a clinician.
    fn may_name(page: &Page, at: usize) -> bool {
        page.has(at, Marks::PROOF.or(Marks::STARTS))
    }
}

/// Stretches of digits that may be one number, written with dots, spaces or hyphens.
fn numbers(page: &Page) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in page
        .figures
        .iter()
        .copied()
        .filter(|at| page.is_number(*at))
    {
        let joins = matches!(page.gap(at), Some(Gap::Dot | Gap::Hyphen | Gap::Space));
        match runs.last_mut() {
            Some(range) if range.end == at && joins => range.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

/// Numbers with letters in them (`RX448812`).
fn codes(page: &Page) -> Vec<Range<usize>> {
    let digits = |at: usize| {
        let letters = page.letters(&(at..at + 1)).iter();
        letters.filter(|letter| letter.is_ascii_digit()).count()
    };
    page.figures
        .iter()
        .copied()
        .filter(|at| !page.is_number(*at) && digits(*at) >= FEWEST_DIGITS)
        .map(|at| at..at + 1)
        .collect()
}

/// The runs, or parts of them, whose own check holds, and those that stand beside their word.
fn valid(
    page: &Page,
    words: Words<'_>,
    runs: &[Range<usize>],
    holds: Option<fn(&[u8]) -> bool>,
) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for run in runs {
        if page.letters(run).len() >= FEWEST_DIGITS && beside(page, words, run, NEAR).is_some() {
            found.push(run.clone());
        }
        let Some(holds) = holds else { continue };
        for start in run.clone() {
            let ends = start + 1..=run.end.min(start + MOST_TOKENS);
            found.extend(
                ends.map(|end| start..end)
                    .filter(|part| holds(page.letters(part))),
            );
        }
    }
    found
}

/// The 11-test: nine digits, weighed 9 to 2 and minus 1.
fn is_bsn(digits: &[u8]) -> bool {
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    digits.len() == weights.len()
        && digits.iter().any(|digit| *digit != b'0')
        && weighed(digits, &weights) % 11 == 0
}

/// Modulus 11 over nine digits, weighed 10 to 2; the tenth is the check. No number begins with 0.
fn is_nhs(digits: &[u8]) -> bool {
    let check = i32::from(digits.last().map_or(0, |digit| digit - b'0'));
    let rest = 11 - weighed(digits, &[10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
    digits.len() == 10 && digits.first() != Some(&b'0') && rest % 11 == check && rest != 10
}

fn weighed(digits: &[u8], weights: &[i32]) -> i32 {
    digits
        .iter()
        .zip(weights)
        .map(|(digit, weight)| i32::from(digit - b'0') * weight)
        .sum()
}

/// Two letters, six digits, one letter A to D, in one piece or in pieces.
fn insurance(page: &Page) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let begins = |at: &usize| match page.letters(&(*at..at + 1)) {
        [one, two, rest @ ..] => {
            one.is_ascii_lowercase()
                && two.is_ascii_lowercase()
                && rest.first().is_none_or(u8::is_ascii_digit)
        }
        _ => false,
    };
    let starts = page
        .figures
        .iter()
        .flat_map(|at| [at.checked_sub(1), Some(*at)])
        .flatten();
    for start in starts.filter(begins) {
        for end in start..page.tokens.len().min(start + 5) {
            if end > start && !page.gap(end).is_some_and(Gap::joins) {
                break;
            }
            let range = start..end + 1;
            let is_one = match page.letters(&range) {
                [one, two, digits @ .., last] if digits.len() == 6 => {
                    one.is_ascii_lowercase()
                        && two.is_ascii_lowercase()
                        && digits.iter().all(u8::is_ascii_digit)
                        && matches!(last, b'a'..=b'd')
                }
                _ => false,
            };
            if is_one {
                found.push(range);
            }
        }
    }
    found
}

/// Returns the end of a name that begins here: one to three capitalized words, perhaps with small ones between.
fn name(page: &Page, start: usize) -> Option<usize> {
    let mut end = start;
    let mut named = None;
    while let Some(token) = page.tokens.get(end) {
        let follows = match token.gap {
            Gap::Dot | Gap::Hyphen | Gap::Space | Gap::Mark => true,
            Gap::Clause => end == start,
            Gap::Line | Gap::Sentence => false,
        };
        let small = || SMALL.contains(&page.letters(&(end..end + 1)));
        let ends = page.is_number(end) || end - start >= LONGEST_NAME;
        if !follows || ends || token.case == Case::Lower && !small() {
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
fn beside(page: &Page, words: Words<'_>, range: &Range<usize>, far: usize) -> Option<Range<usize>> {
    let near = range.start.saturating_sub(far)..range.end + far;
    page.proofs
        .iter()
        .copied()
        .filter(|at| near.contains(at) && page.same_sentence(*at, range.start))
        .filter_map(|at| word_at(page, words, at).map(|end| at..end))
        .min_by_key(|word| word.start.abs_diff(range.start))
}

/// The words of one entry that belong to its number.
#[derive(Debug, Clone, Copy)]
struct Words<'a> {
    places: &'a Places,
    entry: usize,
}

/// Returns the end of the longest word of an entry that begins at a token.
fn word_at(page: &Page, words: Words<'_>, at: usize) -> Option<usize> {
    if !page.has(at, Marks::PROOF) {
        return None;
    }
    page.list(page.word(at)?.proofs)
        .iter()
        .filter_map(|place| words.places.get(*place))
        .filter(|place| place.owner() == words.entry)
        .filter_map(|place| place.pattern().at(page, at))
        .map(|(_, end)| end)
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
            assert_eq!(is_bsn(digits.as_bytes()), valid, "{digits}");
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
            assert_eq!(is_nhs(digits.as_bytes()), valid, "{digits}");
        }
    }
}
