//! Paragraphs and runs: text in the style of its paragraph, in both directions.

use crate::paper::direction::{runs_from_right, stretches};
use crate::paper::markup::escape;

/// How a run looks beside its paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// As the paragraph.
    Plain,
    /// As a name of what follows it.
    Strong,
    /// As something said beside it.
    Quiet,
}

impl Look {
    fn style(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Strong => "<w:rStyle w:val=\"Strong\"/>",
            Self::Quiet => "<w:rStyle w:val=\"Quiet\"/>",
        }
    }
}

/// The runs of a text: one for each direction; line ends are breaks.
pub(super) fn runs(text: &str, look: Look) -> String {
    let mut runs = String::new();
    for (from_right, piece) in stretches(text) {
        let way = if from_right { "<w:rtl/>" } else { "" };
        let style = look.style();
        let properties = if style.is_empty() && way.is_empty() {
            String::new()
        } else {
            format!("<w:rPr>{style}{way}</w:rPr>")
        };
        let lines: Vec<String> = piece
            .split('\n')
            .map(|line| {
                if line.is_empty() {
                    String::new()
                } else {
                    format!("<w:t xml:space=\"preserve\">{}</w:t>", escape(line))
                }
            })
            .collect();
        runs.extend(["<w:r>", &properties, &lines.join("<w:br/>"), "</w:r>"]);
    }
    runs
}

/// A paragraph of this style around finished runs; `text` says which way it runs. Further properties stand in the order that the
/// format asks for: some before the direction, some behind it.
pub(super) fn paragraph(style: &str, more: [&str; 2], text: &str, runs: &str) -> String {
    let [before, behind] = more;
    let way = if runs_from_right(text) {
        "<w:bidi/>"
    } else {
        ""
    };
    let style = if style.is_empty() {
        String::new()
    } else {
        format!("<w:pStyle w:val=\"{style}\"/>")
    };
    let properties = format!("{style}{before}{way}{behind}");
    if properties.is_empty() {
        format!("<w:p>{runs}</w:p>")
    } else {
        format!("<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>")
    }
}

/// A paragraph of plain text.
pub(super) fn plain(style: &str, text: &str) -> String {
    paragraph(style, [""; 2], text, &runs(text, Look::Plain))
}
