//! Text within HTML and XML: whatever a person typed is text, and never a mark of the language.

/// Escapes a text for content and for attributes in double quotes. Characters that XML cannot hold are left out.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\n' | '\t' => escaped.push(c),
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => {}
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn nothing_typed_is_a_mark() {
        for (typed, expected) in [
            ("<b>a & b</b>", "&lt;b&gt;a &amp; b&lt;/b&gt;"),
            ("\"'", "&quot;&#39;"),
            ("a\u{0}\u{1b}b\u{FFFF}", "ab"),
            ("Łukasz, 王", "Łukasz, 王"),
        ] {
            assert_eq!(escape(typed), expected);
        }
    }
}
