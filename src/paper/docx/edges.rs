//! What stands around the text: the page, its foot with the number of the page, and the mark at its head.

use crate::paper::document::Meta;
use crate::paper::docx::columns::ALL;
use crate::paper::docx::text::{Look, paragraph, plain, runs};

/// The first line of every part.
pub(super) const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// The names of the languages that parts are written in.
pub(super) const NAMES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// The page: A4, its margins, and which foot stands where. The first page has feet of its own, without a number.
pub(super) fn section() -> String {
    let across = (11906 - ALL) / 2;
    format!(
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header\"/><w:headerReference w:type=\"first\" r:id=\"headerFirst\"/>\
         <w:footerReference w:type=\"default\" r:id=\"footer\"/><w:footerReference w:type=\"first\" r:id=\"footerFirst\"/>\
         <w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"{across}\" w:bottom=\"1134\" w:left=\"{across}\" \
         w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/><w:titlePg/></w:sectPr>"
    )
}

/// The head of a page. The mark stands in the text of the first page; every other page has it here.
pub(super) fn header(meta: &Meta, first: bool) -> String {
    let mark = meta.mark.as_deref().filter(|_| !first).unwrap_or_default();
    format!("{XML}<w:hdr {NAMES}>{}</w:hdr>", plain("Header", mark))
}

/// The foot of a page: its parts, and the number of every page but the first.
pub(super) fn footer(meta: &Meta, first: bool) -> String {
    let text = meta.footer.join(" \u{00B7} ");
    let mut line = runs(&text, Look::Plain);
    if !first {
        line.push_str("<w:r><w:tab/></w:r>");
        line.push_str(&number(&meta.page));
    }
    format!(
        "{XML}<w:ftr {NAMES}>{}</w:ftr>",
        paragraph("Footer", [""; 2], &text, &line)
    )
}

/// The words around page numbers, with fields in their places.
fn number(words: &str) -> String {
    let (before, rest) = words.split_once("{page}").unwrap_or((words, ""));
    let (between, after) = rest.split_once("{pages}").unwrap_or((rest, ""));
    let field = |name: &str| {
        format!("<w:fldSimple w:instr=\" {name} \"><w:r><w:t>2</w:t></w:r></w:fldSimple>")
    };
    format!(
        "{}{}{}{}{}",
        runs(before, Look::Plain),
        field("PAGE"),
        runs(between, Look::Plain),
        field("NUMPAGES"),
        runs(after, Look::Plain)
    )
}
