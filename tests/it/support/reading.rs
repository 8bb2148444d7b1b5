//! Small readers of their own for every format a paper is written in: what a person would read, from the top to the bottom.

use std::io::{Cursor, Read};

use crate::support::pdf::Pdf;

/// The text that a reader comes upon; lines where the format has paragraphs.
pub(crate) fn text(ending: &str, bytes: &[u8]) -> String {
    match ending {
        "html" => html(utf8(bytes)),
        "docx" => docx(bytes),
        "ics" => ics(utf8(bytes)),
        "pdf" => pdf(bytes),
        _ => utf8(bytes).to_owned(),
    }
}

/// What a file tells about itself beside its text.
pub(crate) fn properties(ending: &str, bytes: &[u8]) -> String {
    match ending {
        "html" => {
            let page = utf8(bytes);
            let head = page.split("<style>").next().unwrap_or_default();
            unescape(&head.replace('<', "\n<"))
        }
        "docx" => part(bytes, "docProps/core.xml"),
        "pdf" => Pdf::new(bytes).properties(),
        _ => String::new(),
    }
}

/// The words and numbers of a text, in order.
pub(crate) fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn utf8(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("text is UTF-8")
}

/// One part of a package.
pub(crate) fn part(bytes: &[u8], name: &str) -> String {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut text = String::new();
    package
        .by_name(name)
        .unwrap_or_else(|_| panic!("{name} is in the package"))
        .read_to_string(&mut text)
        .expect("a part is text");
    text
}

/// The names of all parts of a package.
pub(crate) fn parts(bytes: &[u8]) -> Vec<String> {
    let package = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    package
        .file_names()
        .map(|name| name.expect("a name is text").into_owned())
        .collect()
}

fn unescape(text: &str) -> String {
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// Calls back for every tag, and collects the text between them.
fn untagged(markup: &str, tag: &mut dyn FnMut(&str) -> &'static str) -> String {
    let mut text = String::new();
    let mut rest = markup;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(&unescape(before));
        let (name, behind) = after.split_once('>').expect("a tag is closed");
        text.push_str(tag(name));
        rest = behind;
    }
    text + &unescape(rest)
}

fn html(page: &str) -> String {
    let (_, body) = page.split_once("<body>").expect("a body");
    let text = untagged(&body.replace('\n', " "), &mut |tag| {
        let name = tag.trim_start_matches('/').split(' ').next();
        match name.unwrap_or_default() {
            "span" | "circle" | "svg" => "",
            "br" => " ",
            _ => "\n",
        }
    });
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

fn docx(bytes: &[u8]) -> String {
    let paragraphs = |part: &str| {
        let (_, body) = part.split_once("<w:").expect("a part");
        untagged(&format!("<w:{body}"), &mut |tag| match tag {
            "/w:p" => "\n",
            "w:tab/" | "w:br/" => " ",
            _ => "",
        })
    };
    let body = paragraphs(&part(bytes, "word/document.xml"));
    format!(
        "{body}{}",
        paragraphs(&part(bytes, "word/footer-first.xml"))
    )
}

fn ics(file: &str) -> String {
    let unfolded = file.replace("\r\n ", "");
    let summaries = unfolded.split("\r\n").filter_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.starts_with("SUMMARY").then_some(value)
    });
    let plain = |value: &str| {
        value
            .replace("\\n", " ")
            .replace("\\,", ",")
            .replace("\\;", ";")
            .replace("\\\\", "\\")
    };
    summaries.map(plain).collect::<Vec<_>>().join("\n")
}

fn pdf(bytes: &[u8]) -> String {
    let told = Pdf::new(bytes).told().into_iter();
    told.map(|(_, text)| text).collect::<Vec<_>>().join("\n")
}
