//! How the web page looks: one family, one color beside black, much white; the same on paper, in the dark and in grey.

use crate::paper::document::Meta;

/// What holds for every page. Dots and lines are drawn, not backgrounds: browsers print no backgrounds.
const SHEET: &str = include_str!("page.css");
/// Stands in it for the mark above each printed page but the first, which has it in its text.
const MARK: &str = "'MARK'";
/// Stands in it for the number below each printed page but the first.
const NUMBER: &str = "'NUMBER'";

/// The style sheet, with what stands at the edge of printed pages.
pub(super) fn sheet(meta: &Meta) -> String {
    let mark = meta.mark.as_deref().unwrap_or_default();
    SHEET
        .replace(MARK, &quote(mark))
        .replace(NUMBER, &number(&meta.page))
}

/// A text as a string of the style language.
fn quote(text: &str) -> String {
    let mut quoted = String::from("'");
    for c in text.chars() {
        // Everything but letters and digits could end the string, or the element around it.
        if c.is_alphanumeric() || c == ' ' {
            quoted.push(c);
        } else if !c.is_control() {
            quoted.extend([format!("\\{:06x}", u32::from(c))]);
        }
    }
    quoted.push('\'');
    quoted
}

/// The words around page numbers, with the counters of the style language in their places.
fn number(words: &str) -> String {
    let (before, rest) = words.split_once("{page}").unwrap_or((words, ""));
    let (between, after) = rest.split_once("{pages}").unwrap_or((rest, ""));
    format!(
        "{} counter(page) {} counter(pages) {}",
        quote(before),
        quote(between),
        quote(after)
    )
}

#[cfg(test)]
mod tests {
    use super::{number, quote};

    #[test]
    fn nothing_ends_a_string_or_the_element_around_it() {
        assert_eq!(
            quote("a'</style>"),
            "'a\\000027\\00003c\\00002fstyle\\00003e'"
        );
        assert_eq!(
            number("Page {page} of {pages}"),
            "'Page ' counter(page) ' of ' counter(pages) ''"
        );
    }
}
