//! How many letters must be added, left out, changed or swapped with a neighbor to make one word of another.
//!
//! Counts up to [`FAR`] and no further. Knows no word.

/// What is too far to be counted.
pub(in crate::privacy) const FAR: usize = 3;
/// The most letters of a word that is compared.
const LONGEST: usize = 40;
/// One row of the table: for each beginning of the other word how far it is.
type Row = [u8; LONGEST + 2];

/// Counts the steps from one word to another; [`FAR`] for any number that is larger.
pub(in crate::privacy) fn distance(one: &[u8], other: &[u8]) -> usize {
    // What is the same at both ends needs no step.
    let same = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (
        one.get(same..).unwrap_or_default(),
        other.get(same..).unwrap_or_default(),
    );
    let ends = one.iter().rev().zip(other.iter().rev());
    let same = ends.take_while(|(a, b)| a == b).count();
    let (one, other) = (
        one.get(..one.len() - same).unwrap_or_default(),
        other.get(..other.len() - same).unwrap_or_default(),
    );
    let longest = one.len().max(other.len());
    if one.len().abs_diff(other.len()) >= FAR || longest > LONGEST {
        return FAR;
    }
    if one.is_empty() || other.is_empty() {
        return longest;
    }
    let mut before: Row = [0; LONGEST + 2];
    let mut above: Row = [0; LONGEST + 2];
    for (steps, cell) in (0..).zip(&mut above) {
        *cell = steps;
    }
    let mut last = None;
    for (letter, number) in one.iter().zip(1_u8..) {
        let row = next(*letter, number, last, other, &before, &above);
        if row
            .iter()
            .take(other.len() + 1)
            .all(|steps| usize::from(*steps) >= FAR)
        {
            return FAR;
        }
        before = above;
        above = row;
        last = Some(*letter);
    }
    above
        .get(other.len())
        .map_or(FAR, |steps| usize::from(*steps).min(FAR))
}

/// Makes the row of one more letter.
fn next(letter: u8, number: u8, last: Option<u8>, other: &[u8], before: &Row, above: &Row) -> Row {
    let mut row: Row = [0; LONGEST + 2];
    let mut left = number;
    if let Some(first) = row.first_mut() {
        *first = number;
    }
    let cells = row.iter_mut().skip(1).zip(above.windows(2));
    let letters = other.iter().enumerate();
    for ((cell, pair), (at, theirs)) in cells.zip(letters) {
        let [diagonal, up] = pair else { break };
        let mut steps = (left.min(*up) + 1).min(diagonal + u8::from(letter != *theirs));
        // Two neighbors that changed places count as one step.
        if let Some(previous) = at.checked_sub(1)
            && last == Some(*theirs)
            && other.get(previous) == Some(&letter)
            && let Some(two) = before.get(previous)
        {
            steps = steps.min(two + 1);
        }
        *cell = steps;
        left = steps;
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_counted_up_to_far() {
        for (one, other, steps) in [
            ("kliniek", "kliniek", 0),
            ("klniek", "kliniek", 1),
            ("kliniiek", "kliniek", 1),
            ("klineik", "kliniek", 1),
            ("klineek", "kliniek", 1),
            ("kilneik", "kliniek", 2),
            ("", "ab", 2),
            ("ab", "ba", 1),
            ("abc", "ca", 3),
            ("psychose", "kliniek", FAR),
            ("a", "abcdefgh", FAR),
        ] {
            assert_eq!(distance(one.as_bytes(), other.as_bytes()), steps, "{one}");
            assert_eq!(distance(other.as_bytes(), one.as_bytes()), steps, "{one}");
        }
    }

    #[test]
    fn steps_are_those_of_a_plain_count() {
        let words = [
            "depressie",
            "depresise",
            "derpessie",
            "depressies",
            "pressie",
            "expressie",
        ];
        for one in words {
            for other in words {
                let plain = strsim::osa_distance(one, other).min(FAR);
                assert_eq!(
                    distance(one.as_bytes(), other.as_bytes()),
                    plain,
                    "{one} {other}"
                );
            }
        }
    }
}
