//! Numbers as people type them.
//!
//! Knows nothing of what the numbers stand for.

/// Reads a line of numbers, with spaces or commas between them; nothing when anything else stands in it.
pub fn read(line: &str) -> Option<Vec<usize>> {
    let numbers: Vec<usize> = line
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';'))
        .filter(|part| !part.is_empty())
        .map(one)
        .collect::<Option<_>>()?;
    (!numbers.is_empty()).then_some(numbers)
}

/// Reads one number; a dot behind it does no harm.
pub fn one(text: &str) -> Option<usize> {
    let digits = text.trim().trim_end_matches(['.', ')']);
    if !digits.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_type_them() {
        for (line, expected) in [
            ("1 3 5", Some(vec![1, 3, 5])),
            (" 1,3, 5 ", Some(vec![1, 3, 5])),
            ("2.", Some(vec![2])),
            ("2)", Some(vec![2])),
            ("0", Some(vec![0])),
            ("", None),
            ("een", None),
            ("1 x", None),
            ("-1", None),
            ("99999999999999999999999", None),
        ] {
            assert_eq!(read(line), expected, "{line:?}");
        }
    }
}
