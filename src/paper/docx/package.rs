//! The package: the parts of the document, each under its name, in one compressed file. The only file that names the zip crate.

use std::borrow::Cow;
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::paper::document::Plain;
use crate::paper::docx::edges::XML;
use crate::paper::docx::{body, edges, properties, styles};

/// Why a document cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// It is no Word document, or a broken one, or it is locked with a password.
    NotWord,
    /// It unpacks to more than a letter or a CV ever is: 64 MB, or two million elements.
    TooLarge,
}

/// What the parts are.
const TYPES: [(&str, &str); 11] = [
    (
        "/docProps/core.xml",
        "vnd.openxmlformats-package.core-properties",
    ),
    (
        "/word/document.xml",
        "vnd.openxmlformats-officedocument.wordprocessingml.document.main",
    ),
    (
        "/word/styles.xml",
        "vnd.openxmlformats-officedocument.wordprocessingml.styles",
    ),
    (
        "/word/numbering.xml",
        "vnd.openxmlformats-officedocument.wordprocessingml.numbering",
    ),
    (
        "/word/settings.xml",
        "vnd.openxmlformats-officedocument.wordprocessingml.settings",
    ),
    (
        "/word/header.xml",
        "vnd.openxmlformats-officedocument.wordprocessingml.header",
    ),
    (
        "/word/header-first.xml",
        "vnd.openxmlformats-officedocument.wordprocessingml.header",
    ),
    (
        "/word/footer.xml",
        "vnd.openxmlformats-officedocument.wordprocessingml.footer",
    ),
    (
        "/word/footer-first.xml",
        "vnd.openxmlformats-officedocument.wordprocessingml.footer",
    ),
    (
        "/word/fonts.xml",
        "vnd.openxmlformats-officedocument.wordprocessingml.fontTable",
    ),
    ("/word/theme.xml", "vnd.openxmlformats-officedocument.theme"),
];
/// What the text refers to.
const OF_TEXT: [(&str, &str, &str); 9] = [
    ("styles", "styles", "styles.xml"),
    ("numbering", "numbering", "numbering.xml"),
    ("settings", "settings", "settings.xml"),
    ("fonts", "fontTable", "fonts.xml"),
    ("theme", "theme", "theme.xml"),
    ("header", "header", "header.xml"),
    ("headerFirst", "header", "header-first.xml"),
    ("footer", "footer", "footer.xml"),
    ("footerFirst", "footer", "footer-first.xml"),
];
/// The bytes of a part from which on it is compressed: setting that up takes some hundreds of kilobytes of memory, more than a
/// paper of usual length is worth.
const WORTH_IT: usize = 64 * 1024;
/// The colors and fonts on offer to whoever changes the document: those that are in it.
const THEME: &str = include_str!("theme.xml");
/// The language of relations between parts, and what it begins with.
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Writes the document.
pub(in crate::paper) fn write(document: &Plain<'_>) -> Vec<u8> {
    let meta = document.meta;
    let parts = [
        ("[Content_Types].xml", types()),
        ("_rels/.rels", relations_of_package()),
        ("docProps/core.xml", properties::core(meta)),
        ("word/document.xml", body::document(document)),
        ("word/_rels/document.xml.rels", relations_of_text()),
        ("word/styles.xml", styles::styles(meta)),
        ("word/numbering.xml", styles::numbering()),
        ("word/settings.xml", styles::settings(meta)),
        ("word/fonts.xml", styles::fonts()),
        ("word/theme.xml", THEME.trim_end().to_owned()),
        ("word/header.xml", edges::header(meta, false)),
        ("word/header-first.xml", edges::header(meta, true)),
        ("word/footer.xml", edges::footer(meta, false)),
        ("word/footer-first.xml", edges::footer(meta, true)),
    ];
    packed(&parts)
}

/// Puts the parts into one file, each under its name.
pub(super) fn packed(parts: &[(&str, String)]) -> Vec<u8> {
    let stored = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default());
    let deflated = stored.compression_method(CompressionMethod::Deflated);
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        let options = if part.len() < WORTH_IT {
            stored
        } else {
            deflated
        };
        package
            .start_file(*name, options)
            .and_then(|()| Ok(package.write_all(part.as_bytes())?))
            .expect("a package in memory takes every part");
    }
    package
        .finish()
        .expect("a package in memory can be closed")
        .into_inner()
}

/// Takes every wanted part out of a package that somebody made, by its name; all of them together at most so many bytes.
pub(super) fn unpacked(
    bytes: &[u8],
    most: usize,
    wanted: impl Fn(&str) -> bool,
) -> Result<Vec<(String, Vec<u8>)>, Unread> {
    let mut package = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unread::NotWord)?;
    let names = package.file_names().flatten();
    let mut names: Vec<String> = names
        .filter(|name| wanted(name))
        .map(Cow::into_owned)
        .collect();
    names.sort_unstable();
    let mut parts = Vec::new();
    let mut left = most;
    for name in names {
        let part = package.by_name(&name).map_err(|_| Unread::NotWord)?;
        let mut unpacked = Vec::new();
        // What a package says of its sizes need not be true.
        let limit = u64::try_from(left).unwrap_or(u64::MAX).saturating_add(1);
        let read = part.take(limit).read_to_end(&mut unpacked);
        read.map_err(|_| Unread::NotWord)?;
        left = left.checked_sub(unpacked.len()).ok_or(Unread::TooLarge)?;
        parts.push((name, unpacked));
    }
    Ok(parts)
}

fn types() -> String {
    let parts = TYPES.iter().map(|(part, kind)| {
        format!("<Override PartName=\"{part}\" ContentType=\"application/{kind}+xml\"/>")
    });
    format!(
        "{XML}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>{}</Types>",
        parts.collect::<String>()
    )
}

fn relations_of_package() -> String {
    format!(
        "{XML}<Relationships xmlns=\"{RELATIONS}\">\
         <Relationship Id=\"document\" Type=\"{OFFICE}/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"core\" Type=\"{RELATIONS}/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>"
    )
}

fn relations_of_text() -> String {
    let all = OF_TEXT.iter().map(|(id, kind, target)| {
        format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
    });
    format!(
        "{XML}<Relationships xmlns=\"{RELATIONS}\">{}</Relationships>",
        all.collect::<String>()
    )
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use zip::{CompressionMethod, ZipArchive};

    use super::{WORTH_IT, packed};

    #[test]
    fn a_part_comes_back_as_it_was_and_a_long_one_is_compressed() {
        let parts = [
            ("short.xml", "één".to_owned()),
            ("long.xml", "één".repeat(WORTH_IT)),
        ];
        let bytes = packed(&parts);
        assert!(bytes.len() < WORTH_IT);
        let mut package = ZipArchive::new(Cursor::new(bytes)).expect("a package");
        for ((name, text), method) in parts
            .iter()
            .zip([CompressionMethod::Stored, CompressionMethod::Deflated])
        {
            let mut part = package.by_name(name).expect("every part is there");
            assert_eq!(part.compression(), method, "{name}");
            let mut read = String::new();
            part.read_to_string(&mut read).expect("it is text");
            assert!(read == *text, "{name}");
        }
    }
}
