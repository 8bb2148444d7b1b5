//! Names in braces: where a text leaves room for something else, as in `{item}`.

/// What a text has between braces.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Braces<'a> {
    /// The names, in order.
    pub names: Vec<&'a str>,
    /// What follows a brace that is not closed.
    pub open: Option<&'a str>,
}

impl<'a> Braces<'a> {
    /// Looks for names in a text.
    pub fn of(text: &'a str) -> Self {
        let mut found = Self::default();
        let mut rest = text;
        while let Some((_, after)) = rest.split_once('{') {
            match after.split_once('}') {
                Some((name, behind)) if !name.contains('{') => {
                    found.names.push(name);
                    rest = behind;
                }
                Some(_) | None => {
                    found.open = Some(after);
                    return found;
                }
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::Braces;

    #[test]
    fn names_are_found_and_an_open_brace_is_seen() {
        for (text, names, open) in [
            ("", vec![], None),
            ("niets", vec![], None),
            ("{a} en {b.c}.", vec!["a", "b.c"], None),
            ("{a en {b}", vec![], Some("a en {b}")),
            ("{a} {", vec!["a"], Some("")),
            ("a } b", vec![], None),
        ] {
            assert_eq!(Braces::of(text), Braces { names, open }, "{text:?}");
        }
    }
}
