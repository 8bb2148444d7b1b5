//! Putting values into sentences, by name.

/// Puts values in place of `{name}`. A name without a value stays as it stands; a value is never looked into again.
pub fn fill(sentence: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        match after.split_once('}') {
            Some((name, behind)) if !name.contains('{') => {
                if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
                    filled.push_str(value);
                } else {
                    filled.push('{');
                    filled.push_str(name);
                    filled.push('}');
                }
                rest = behind;
            }
            Some(_) | None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn values_are_put_in_by_name_and_not_looked_into() {
        for (sentence, values, expected) in [
            ("{a} van {b}", vec![("a", "1"), ("b", "2")], "1 van 2"),
            ("{a}", vec![("a", "{b}"), ("b", "2")], "{b}"),
            ("{c} en {", vec![("a", "1")], "{c} en {"),
            ("geen", vec![], "geen"),
        ] {
            assert_eq!(fill(sentence, &values), expected);
        }
    }
}
