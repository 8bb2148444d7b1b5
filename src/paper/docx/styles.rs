//! How it looks: one family, one color beside black, and the names of styles that every word processor knows.

use crate::paper::document::Meta;
use crate::paper::docx::columns::ALL;
use crate::paper::docx::edges::{NAMES, XML};
use crate::paper::docx::properties::language;
use crate::paper::markup::escape;

/// A style of paragraphs: its id, its name, what it is based on, its paragraph and its letters.
struct Style(
    &'static str,
    &'static str,
    &'static str,
    String,
    &'static str,
);

/// Styles that every word processor knows.
const KNOWN: [&str; 7] = [
    "Title",
    "Heading1",
    "Heading2",
    "ListBullet",
    "Signature",
    "Header",
    "Footer",
];
/// The color of headings and of the line below the heading of a table.
const HEAD: &str = "<w:color w:val=\"1F4257\"/>";
/// What is said beside something.
const SOFT: &str = "<w:color w:val=\"555555\"/>";

#[expect(clippy::too_many_lines, reason = "a table: one row for each style")]
fn paragraphs() -> Vec<Style> {
    let space =
        |before: u32, after: u32| format!("<w:spacing w:before=\"{before}\" w:after=\"{after}\"/>");
    let heading = |before, after, level| {
        format!(
            "<w:keepNext/><w:keepLines/>{}<w:outlineLvl w:val=\"{level}\"/>",
            space(before, after)
        )
    };
    let hanging = |indent: usize, after: u32| {
        format!(
            "<w:tabs><w:tab w:val=\"left\" w:pos=\"{indent}\"/></w:tabs>{}<w:ind w:left=\"{indent}\" w:hanging=\"{indent}\"/>",
            space(0, after)
        )
    };
    vec![
        Style(
            "Title",
            "Title",
            "Normal",
            format!("<w:keepNext/>{}", space(0, 200)),
            "<w:b/><w:bCs/><w:color w:val=\"1F4257\"/><w:sz w:val=\"40\"/><w:szCs w:val=\"40\"/>",
        ),
        Style(
            "Heading1",
            "heading 1",
            "Normal",
            heading(280, 80, 0),
            "<w:b/><w:bCs/><w:color w:val=\"1F4257\"/><w:sz w:val=\"25\"/><w:szCs w:val=\"25\"/>",
        ),
        Style(
            "Heading2",
            "heading 2",
            "Normal",
            heading(120, 40, 1),
            "<w:b/><w:bCs/><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>",
        ),
        Style(
            "ListBullet",
            "List Bullet",
            "Normal",
            format!(
                "<w:keepLines/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>{}",
                space(0, 40)
            ),
            "",
        ),
        Style(
            "Pair",
            "Pair",
            "Normal",
            format!("<w:keepLines/>{}", space(0, 40)),
            "",
        ),
        Style("Cell", "Cell", "Normal", space(50, 50), ""),
        Style(
            "CellHeading",
            "CellHeading",
            "Cell",
            "<w:keepNext/>".to_owned(),
            "<w:b/><w:bCs/>",
        ),
        Style(
            "Side",
            "Side",
            "Normal",
            format!("<w:keepNext/>{}", space(100, 20)),
            "<w:b/><w:bCs/><w:color w:val=\"555555\"/><w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>",
        ),
        Style("Sentence", "Sentence", "Normal", space(120, 80), ""),
        Style(
            "Gap",
            "Gap",
            "Normal",
            "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"160\" w:lineRule=\"exact\"/>"
                .to_owned(),
            "<w:sz w:val=\"8\"/><w:szCs w:val=\"8\"/>",
        ),
        Style("Weighed", "Weighed", "Normal", hanging(680, 40), ""),
        Style(
            "Signature",
            "Signature",
            "Normal",
            format!(
                "<w:keepNext/><w:keepLines/><w:tabs><w:tab w:val=\"left\" w:pos=\"2200\"/>\
                 <w:tab w:val=\"left\" w:leader=\"underscore\" w:pos=\"7200\"/></w:tabs>{}",
                space(360, 60)
            ),
            "",
        ),
        Style(
            "Mark",
            "Mark",
            "Normal",
            space(0, 160),
            "<w:b/><w:bCs/><w:color w:val=\"555555\"/>",
        ),
        Style(
            "Header",
            "header",
            "Normal",
            space(0, 0),
            "<w:b/><w:bCs/><w:color w:val=\"555555\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
        ),
        Style(
            "Footer",
            "footer",
            "Normal",
            format!(
                "<w:tabs><w:tab w:val=\"right\" w:pos=\"{ALL}\"/></w:tabs>{}",
                space(0, 0)
            ),
            "<w:color w:val=\"555555\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
        ),
    ]
}

fn border(name: &str, size: u8, color: &str) -> String {
    format!("<w:{name} w:val=\"single\" w:sz=\"{size}\" w:space=\"0\" w:color=\"{color}\"/>")
}

/// Tables: hairlines between rows alone, and one for things that stand side by side.
fn tables() -> String {
    let margins = "<w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"160\" w:type=\"dxa\"/></w:tblCellMar>";
    format!(
        "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>\
         <w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>{margins}</w:tblPr></w:style>\
         <w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:basedOn w:val=\"TableNormal\"/>\
         <w:tblPr><w:tblBorders>{}{}</w:tblBorders></w:tblPr>\
         <w:tblStylePr w:type=\"firstRow\"><w:rPr>{HEAD}</w:rPr><w:tcPr><w:tcBorders>{}</w:tcBorders></w:tcPr></w:tblStylePr></w:style>\
         <w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"SideBySide\"><w:name w:val=\"Side by Side\"/>\
         <w:basedOn w:val=\"TableNormal\"/><w:tblPr/></w:style>",
        border("bottom", 4, "8C8C8C"),
        border("insideH", 4, "8C8C8C"),
        border("bottom", 8, "1F4257"),
    )
}

/// Writes `word/styles.xml`.
pub(super) fn styles(meta: &Meta) -> String {
    let lang = escape(&language(meta));
    let style = |Style(id, name, based_on, paragraph, letters): Style| {
        let custom = if KNOWN.contains(&id) {
            ""
        } else {
            " w:customStyle=\"1\""
        };
        let next = if id.starts_with("Heading") || id == "Title" {
            "<w:next w:val=\"Normal\"/>"
        } else {
            ""
        };
        format!(
            "<w:style w:type=\"paragraph\"{custom} w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"{based_on}\"/>\
             {next}<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
        )
    };
    let paragraphs: String = paragraphs().into_iter().map(style).collect();
    format!(
        "{XML}<w:styles {NAMES}><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:eastAsia=\"Calibri\" w:cs=\"Arial\"/>\
         <w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/><w:lang w:val=\"{lang}\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/>\
         </w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"80\" w:line=\"264\" w:lineRule=\"auto\"/></w:pPr>\
         </w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>\
         <w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/></w:style>\
         <w:style w:type=\"character\" w:styleId=\"Strong\"><w:name w:val=\"Strong\"/><w:qFormat/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>\
         <w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"Quiet\"><w:name w:val=\"Quiet\"/><w:rPr>{SOFT}</w:rPr></w:style>\
         {paragraphs}{}</w:styles>",
        tables()
    )
}

/// Writes `word/numbering.xml`: one kind of list, with a bullet.
pub(super) fn numbering() -> String {
    format!(
        "{XML}<w:numbering {NAMES}><w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"singleLevel\"/>\
         <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:pStyle w:val=\"ListBullet\"/>\
         <w:lvlText w:val=\"\u{2022}\"/><w:lvlJc w:val=\"left\"/>\
         <w:pPr><w:ind w:left=\"284\" w:hanging=\"284\"/></w:pPr></w:lvl></w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
    )
}

/// Writes `word/fonts.xml`: what the fonts are like, for a computer that does not have them.
pub(super) fn fonts() -> String {
    let font = |name: &str| {
        format!(
            "<w:font w:name=\"{name}\"><w:family w:val=\"swiss\"/><w:pitch w:val=\"variable\"/></w:font>"
        )
    };
    format!(
        "{XML}<w:fonts {NAMES}>{}{}</w:fonts>",
        font("Calibri"),
        font("Arial")
    )
}

/// Writes `word/settings.xml`. Whoever changes the document leaves no name in it: word processors take their own away again.
pub(super) fn settings(meta: &Meta) -> String {
    let lang = escape(&language(meta));
    let keep = if meta.name.is_some() {
        ""
    } else {
        "<w:removePersonalInformation/>"
    };
    format!(
        "{XML}<w:settings {NAMES}>{keep}<w:defaultTabStop w:val=\"709\"/><w:characterSpacingControl w:val=\"doNotCompress\"/>\
         <w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>\
         <w:themeFontLang w:val=\"{lang}\"/></w:settings>"
    )
}
