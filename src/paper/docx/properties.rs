//! What a file tells about itself: its title, its language, the day that was handed in, and its author only by the name on it.

use crate::paper::document::Meta;
use crate::paper::docx::edges::XML;
use crate::paper::markup::escape;

/// Writes `docProps/core.xml`.
pub(super) fn core(meta: &Meta) -> String {
    let creator = meta
        .name
        .as_deref()
        .map(|name| format!("<dc:creator>{}</dc:creator>", escape(name)));
    let dates = meta.date.map(|date| {
        let stamp = |name: &str| {
            format!("<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{date}T00:00:00Z</dcterms:{name}>")
        };
        format!("{}{}", stamp("created"), stamp("modified"))
    });
    format!(
        "{XML}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title>{}{}<dc:language>{}</dc:language></cp:coreProperties>",
        escape(&meta.title),
        creator.unwrap_or_default(),
        dates.unwrap_or_default(),
        escape(&language(meta))
    )
}

/// The language with its country, as this format wants it.
pub(super) fn language(meta: &Meta) -> String {
    match meta.lang.as_str() {
        "nl" => "nl-NL".to_owned(),
        "en" => "en-GB".to_owned(),
        other => other.to_owned(),
    }
}
