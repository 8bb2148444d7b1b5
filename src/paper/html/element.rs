//! One element around a text.

use crate::paper::direction::has_from_right;
use crate::paper::markup::escape;

/// One element around a text: line ends are breaks, and a text that runs the other way says so.
pub(super) fn element(tag: &str, text: &str) -> String {
    let (name, _) = tag.split_once(' ').unwrap_or((tag, ""));
    let way = if has_from_right(text) {
        " dir=\"auto\""
    } else {
        ""
    };
    format!("<{tag}{way}>{}</{name}>", inline(text))
}

/// A text with its line ends as breaks.
pub(super) fn inline(text: &str) -> String {
    escape(text).replace('\n', "<br>")
}
