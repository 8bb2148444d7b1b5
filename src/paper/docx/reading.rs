//! The text of a Word document that somebody wrote: what is seen in it, and what is not and goes along all the same.
//!
//! Reads paragraphs and nothing of their looks. A document from anywhere is taken: what is broken, too large or no Word document
//! is refused, whatever it holds.

use roxmltree::{Document, Error, Node, ParsingOptions};

use crate::paper::docx::package::{Unread, unpacked};

/// With what every package begins.
const PACKAGE: &[u8] = b"PK\x03\x04";
/// The most bytes that are unpacked of one document.
const MOST_BYTES: usize = 64 * 1024 * 1024;
/// The most nodes of one part.
const MOST_NODES: u32 = 2_000_000;

/// A part of a document in which something is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WordPart {
    /// In the text itself.
    Body,
    /// Above or below each page.
    Edges,
    /// In a note at the foot of a page or at the end.
    Notes,
    /// In a drawing, or in what is told about a picture to those who cannot see it.
    Pictures,
    /// In a comment beside the text.
    Comments,
    /// Taken out while changes were tracked: not seen, but still in the file.
    Removed,
    /// In the properties of the file, such as its title.
    Properties,
}

/// The paragraphs of one part of a document, those without text left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// In which part they stand.
    pub part: WordPart,
    /// What they say, in the order of the document.
    pub paragraphs: Vec<String>,
}

/// Says whether bytes may be a Word document.
pub fn may_be_word(bytes: &[u8]) -> bool {
    bytes.starts_with(PACKAGE)
}

/// Reads what is written in a Word document, part by part.
///
/// # Errors
///
/// See [`Unread`].
pub fn read_word(bytes: &[u8]) -> Result<Vec<Written>, Unread> {
    let parts = unpacked(bytes, MOST_BYTES, |name| part_of(name).is_some())?;
    let mut all: Vec<(WordPart, String)> = Vec::new();
    for (name, part) in &parts {
        let text = std::str::from_utf8(part).map_err(|_| Unread::NotWord)?;
        let options = ParsingOptions {
            nodes_limit: MOST_NODES,
            ..ParsingOptions::default()
        };
        let xml = Document::parse_with_options(text, options);
        let xml = xml.map_err(|error| {
            if error == Error::NodesLimitReached {
                Unread::TooLarge
            } else {
                Unread::NotWord
            }
        })?;
        match part_of(name) {
            Some(WordPart::Properties) => all.extend(properties(&xml)),
            Some(part) => all.extend(paragraphs(&xml, part)),
            None => {}
        }
    }
    let has_body = parts
        .iter()
        .any(|(name, _)| part_of(name) == Some(WordPart::Body));
    if !has_body {
        return Err(Unread::NotWord);
    }
    all.retain(|(_, text)| !text.trim().is_empty());
    all.sort_by_key(|(part, _)| *part);
    let parts = all.chunk_by(|(one, _), (other, _)| one == other);
    let written = parts.filter_map(|parts| {
        let (part, _) = parts.first()?;
        Some(Written {
            part: *part,
            paragraphs: parts
                .iter()
                .map(|(_, text)| text.trim().to_owned())
                .collect(),
        })
    });
    Ok(written.collect())
}

/// Which part of the document a file of the package holds; nothing for one without text.
fn part_of(name: &str) -> Option<WordPart> {
    if name == "docProps/core.xml" {
        return Some(WordPart::Properties);
    }
    let part = name.strip_prefix("word/")?.strip_suffix(".xml")?;
    let kind = part.trim_end_matches(|c: char| c.is_ascii_digit());
    match kind.split('-').next()? {
        "document" => Some(WordPart::Body),
        "header" | "footer" => Some(WordPart::Edges),
        "footnotes" | "endnotes" => Some(WordPart::Notes),
        "comments" => Some(WordPart::Comments),
        "charts/chart" | "diagrams/data" => Some(WordPart::Pictures),
        _ => None,
    }
}

/// What the properties of a file say; who made it and when says nothing about health.
fn properties(xml: &Document<'_>) -> Vec<(WordPart, String)> {
    const TOLD: [&str; 5] = ["title", "subject", "keywords", "description", "category"];
    let told = xml.root_element().children();
    told.filter(|node| TOLD.contains(&node.tag_name().name()))
        .filter_map(|node| Some((WordPart::Properties, node.text()?.to_owned())))
        .collect()
}

/// What is told about a picture to those who cannot see it.
fn described<'a>(picture: &Node<'a, 'a>) -> impl Iterator<Item = (WordPart, String)> + use<'a> {
    let told = ["title", "descr"].map(|name| picture.attribute(name));
    let told = told.into_iter().flatten();
    told.map(|text| (WordPart::Pictures, text.to_owned()))
}

/// A step through a part: into an element, or out of a paragraph.
enum Step<'a> {
    Into(Node<'a, 'a>),
    OutOfParagraph,
}

/// The paragraphs of a part, and what was taken out of them.
fn paragraphs(xml: &Document<'_>, part: WordPart) -> Vec<(WordPart, String)> {
    let mut found = Vec::new();
    // A text box holds paragraphs within a paragraph.
    let mut open: Vec<(String, String)> = vec![Default::default()];
    let mut steps = vec![Step::Into(xml.root())];
    while let Some(step) = steps.pop() {
        let (Step::Into(node), Some((text, removed))) = (&step, open.last_mut()) else {
            let (text, removed) = open.pop().unwrap_or_default();
            found.extend([(part, text), (WordPart::Removed, removed)]);
            continue;
        };
        let in_run = || {
            node.parent()
                .is_some_and(|parent| parent.tag_name().name() == "r")
        };
        match node.tag_name().name() {
            // The same once more: a drawing for old programs, and text where it stood before it was moved.
            "Fallback" | "moveFrom" => continue,
            "p" => {
                open.push(Default::default());
                steps.push(Step::OutOfParagraph);
            }
            "t" => text.push_str(node.text().unwrap_or_default()),
            "delText" => removed.push_str(node.text().unwrap_or_default()),
            "tab" if in_run() => text.push('\t'),
            "br" | "cr" if !text.ends_with('\n') => text.push('\n'),
            "noBreakHyphen" => text.push('-'),
            "docPr" => found.extend(described(node)),
            _ => {}
        }
        steps.extend(node.children().rev().map(Step::Into));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::docx::package::packed;

    const SPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
        xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
        xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";

    fn document(body: &str) -> (&'static str, String) {
        (
            "word/document.xml",
            format!("<w:document {SPACES}><w:body>{body}</w:body></w:document>"),
        )
    }

    fn read(parts: &[(&str, String)]) -> Result<Vec<(WordPart, String)>, Unread> {
        let written = read_word(&packed(parts))?;
        let flat = written
            .into_iter()
            .map(|one| (one.part, one.paragraphs.join("|")));
        Ok(flat.collect())
    }

    #[test]
    fn what_is_seen_and_what_is_not_are_both_read() {
        let body = "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>Ik werk </w:t></w:r><w:r><w:t>graag.</w:t></w:r></w:p>\
            <w:p/><w:tbl><w:tr><w:tc><w:p><w:r><w:t>2019</w:t><w:tab/><w:t>bakker</w:t><w:br/><w:br/><w:t>twee</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
            <w:p><w:del><w:r><w:delText>met moeite</w:delText></w:r></w:del><w:ins><w:r><w:t>met plezier</w:t></w:r></w:ins>\
            <w:moveFrom><w:r><w:t>weg</w:t></w:r></w:moveFrom></w:p>\
            <w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>kader</w:t></w:r></w:p></w:txbxContent></mc:Choice>\
            <mc:Fallback><w:p><w:r><w:t>kader</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent><w:t>omheen</w:t></w:r></w:p>\
            <w:p><w:r><w:docPr id=\"1\" name=\"Foto\" descr=\"Ik achter de kassa\"/></w:r></w:p>";
        let one = |part: &str, text: &str| {
            format!("<w:{part} {SPACES}><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:{part}>")
        };
        let parts = [
            (
                "docProps/core.xml",
                format!(
                    "<p {SPACES}><dc:title>Brief &amp; cv</dc:title><dc:creator>A. Bakker</dc:creator></p>"
                ),
            ),
            document(body),
            ("word/header2.xml", one("hdr", "boven")),
            ("word/footer-first.xml", one("ftr", "onder")),
            ("word/endnotes.xml", one("endnotes", "noot")),
            ("word/comments.xml", one("comments", "opmerking")),
            ("word/diagrams/data1.xml", one("dataModel", "tekening")),
            ("word/diagrams/drawing1.xml", one("drawing", "tekening")),
            ("word/styles.xml", one("styles", "niets")),
        ];
        let expected = [
            (
                WordPart::Body,
                "Ik werk graag.|2019\tbakker\ntwee|met plezier|kader|omheen",
            ),
            (WordPart::Edges, "onder|boven"),
            (WordPart::Notes, "noot"),
            (WordPart::Pictures, "tekening|Ik achter de kassa"),
            (WordPart::Comments, "opmerking"),
            (WordPart::Removed, "met moeite"),
            (WordPart::Properties, "Brief & cv"),
        ];
        let expected = expected.map(|(part, text)| (part, text.to_owned()));
        assert_eq!(read(&parts), Ok(expected.to_vec()));
    }

    #[test]
    fn what_is_no_document_is_refused_and_nothing_breaks_the_reader() {
        let text = document("<w:p><w:r><w:t>Ik werk graag.</w:t></w:r></w:p>");
        let other = ("word/other.xml", text.1.clone());
        assert_eq!(read(&[other]), Err(Unread::NotWord));
        let entities =
            "<!DOCTYPE w [<!ENTITY a \"aaaa\">]><w:p xmlns:w=\"w\"><w:r><w:t>&a;</w:t></w:r></w:p>";
        assert_eq!(
            read(&[("word/document.xml", entities.to_owned())]),
            Err(Unread::NotWord)
        );
        assert_eq!(read_word(b""), Err(Unread::NotWord));
        let deep = 200_000;
        let deep = document(&format!(
            "{}<w:t>diep</w:t>{}",
            "<w:p>".repeat(deep),
            "</w:p>".repeat(deep)
        ));
        assert_eq!(read(&[deep]), Ok(vec![(WordPart::Body, "diep".to_owned())]));
        let whole = packed(&[text]);
        for at in 0..whole.len() {
            // Cut off, or with one byte that is another: an answer or a refusal, never a panic.
            drop(read_word(whole.get(..at).unwrap_or_default()));
            let mut other = whole.clone();
            other
                .iter_mut()
                .skip(at)
                .take(1)
                .for_each(|byte| *byte ^= 0xff);
            drop(read_word(&other));
        }
    }

    #[test]
    fn a_document_that_unpacks_to_too_much_is_refused() {
        let bytes = packed(&[document(&" ".repeat(300_000))]);
        assert!(bytes.len() < 10_000);
        assert_eq!(unpacked(&bytes, 100_000, |_| true), Err(Unread::TooLarge));
        assert!(unpacked(&bytes, 400_000, |_| true).is_ok());
    }
}
