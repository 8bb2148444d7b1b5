//! The whole page: its head, and its landmarks around the blocks.

use crate::paper::document::{Meta, Plain};
use crate::paper::html::element::element;
use crate::paper::html::{blocks, style};
use crate::paper::markup::escape;

/// Nothing may be fetched or run, whatever stands in the text.
const NOTHING_FROM_OUTSIDE: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// Writes the page.
pub(in crate::paper) fn write(document: &Plain<'_>) -> Vec<u8> {
    let meta = document.meta;
    let mut lines = vec![
        "<!DOCTYPE html>".to_owned(),
        format!("<html lang=\"{}\">", escape(&meta.lang)),
        "<head>".to_owned(),
        "<meta charset=\"utf-8\">".to_owned(),
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{NOTHING_FROM_OUTSIDE}\">"),
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">".to_owned(),
        format!("<title>{}</title>", escape(&meta.title)),
    ];
    if let Some(name) = &meta.name {
        lines.push(format!(
            "<meta name=\"author\" content=\"{}\">",
            escape(name)
        ));
    }
    lines.extend([
        format!("<style>\n{}</style>", style::sheet(meta)),
        "</head>".to_owned(),
        "<body>".to_owned(),
        "<main>".to_owned(),
    ]);
    if let Some(mark) = &meta.mark {
        lines.push(format!("<p class=\"mark\">{}</p>", escape(mark)));
    }
    lines.push(element("h1", &meta.title));
    lines.extend(blocks::blocks(document.blocks));
    lines.push("</main>".to_owned());
    lines.extend(footer(meta));
    lines.extend(["</body>".to_owned(), "</html>".to_owned()]);
    let mut page = lines.join("\n");
    page.push('\n');
    page.into_bytes()
}

fn footer(meta: &Meta) -> Vec<String> {
    if meta.footer.is_empty() {
        return Vec::new();
    }
    let mut lines = vec!["<footer>".to_owned()];
    lines.extend(meta.footer.iter().map(|part| element("p", part)));
    lines.push("</footer>".to_owned());
    lines
}
