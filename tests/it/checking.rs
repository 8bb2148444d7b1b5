//! The command `check`: what it says of a letter or a CV, of what is not seen in a Word file, and of what it cannot read.

use std::io::{Cursor, Write};
use std::path::Path;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::support::command::command;

const LETTER: &str = "Beste mevrouw,\n\nNa een depressie werk ik weer graag. Ik was opgenomen in de kliniek.\nIk slik nog lithium.\n\n\
    Ik begin liever om tien uur.\n";

/// Puts a file into a folder and checks it; the folder is not in what was said.
fn checked(name: &str, bytes: &[u8], before: &[&str], behind: &[&str]) -> (u8, String) {
    let home = tempfile::tempdir().expect("a folder");
    let path = home.path().join(name);
    std::fs::write(&path, bytes).expect("it is written");
    let path = path.to_string_lossy();
    let (code, said) = command(&[before, &["check", &path], behind].concat());
    (
        code,
        said.replace(
            &*path,
            Path::new("/folder").join(name).to_string_lossy().as_ref(),
        ),
    )
}

/// A Word file with these parts, each with the text of its only paragraph.
fn word(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, body) in parts {
        package
            .start_file(*name, SimpleFileOptions::default())
            .expect("a part begins");
        let xml = format!(
            "<w:part xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
             xmlns:dc=\"http://purl.org/dc/elements/1.1/\">{body}</w:part>"
        );
        package
            .write_all(xml.as_bytes())
            .expect("a part is written");
    }
    package.finish().expect("a package").into_inner()
}

#[test]
fn a_letter_is_shown_where_it_tells_about_health_and_one_without_is_clean() {
    for (lang, name) in [("nl", "check"), ("en", "check-en")] {
        let (code, said) = checked("brief.txt", LETTER.as_bytes(), &["--lang", lang], &[]);
        assert_eq!(code, 3);
        insta::assert_snapshot!(name, said);
    }
    let clean = "Ik werk graag in de ochtend, op een stille plek.";
    let (code, said) = checked("brief.md", clean.as_bytes(), &[], &[]);
    assert_eq!(code, 0);
    assert!(
        said.starts_with("Geen woorden over gezondheid gevonden.\n"),
        "{said}"
    );
}

#[test]
fn what_is_not_seen_in_a_word_file_and_its_name_are_shown_too() {
    let run = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let body = format!(
        "{}<w:p><w:del><w:r><w:delText>Ik heb ADHD.</w:delText></w:r></w:del><w:r><w:t>Ik werk graag.</w:t></w:r></w:p>{}",
        run("Beste mevrouw,"),
        run("Ik was opgenomen in de kliniek.")
    );
    let parts = [
        (
            "docProps/core.xml",
            "<dc:title>Brief na burn-out</dc:title>".to_owned(),
        ),
        ("word/document.xml", body),
        ("word/header1.xml", run("Mijn autisme")),
        ("word/footnotes.xml", run("In 2019 had ik een psychose.")),
        ("word/diagrams/data1.xml", run("Van opname naar werk")),
        ("word/comments.xml", run("Moet mijn depressie hierin?")),
    ];
    let parts: Vec<(&str, &str)> = parts.iter().map(|(name, part)| (*name, &**part)).collect();
    for (lang, name) in [("nl", "check-word"), ("en", "check-word-en")] {
        let (code, said) = checked("ptss.docx", &word(&parts), &["--lang", lang], &[]);
        assert_eq!(code, 3);
        insta::assert_snapshot!(name, said);
    }
}

#[test]
fn what_cannot_be_read_is_told_with_what_to_do() {
    for bytes in [
        &b"\xd0\xcf\x11\xe0\xa1\xb1"[..],
        b"PK\x03\x04 no",
        &word(&[("other.xml", "")]),
    ] {
        let (code, said) = checked("brief.docx", bytes, &[], &[]);
        assert_eq!(code, 5);
        assert_eq!(
            said.trim_end(),
            "Dit bestand is niet te lezen: /folder/brief.docx. Nodig is gewone tekst (.txt of .md) of een Word-bestand (.docx) zonder wachtwoord."
        );
    }
    assert_eq!(command(&["check", "/nowhere/brief.txt"]).0, 5);
}

#[test]
fn programs_get_a_line_of_json_for_a_line_of_json() {
    let lines = "{\"id\": 7, \"text\": \"Één keer depressie gehad.\"}\n\n{\"id\": \"b\", \"text\": \"Ik begin om tien uur.\"}\n";
    let (code, said) = checked("lines.jsonl", lines.as_bytes(), &[], &["--jsonl"]);
    assert_eq!(code, 0);
    let answers: Vec<&str> = said.lines().collect();
    let [leak, clean] = answers[..] else {
        panic!("{said}")
    };
    let leak: serde_json::Value = serde_json::from_str(leak).expect("JSON");
    assert_eq!((&leak["id"], &leak["leak"]), (&7.into(), &true.into()));
    let span = &leak["spans"][0];
    assert_eq!((&span["start"], &span["end"]), (&9.into(), &18.into()));
    assert_eq!(
        (&span["category"], &span["level"]),
        (&"diagnosis".into(), &"stop".into())
    );
    assert!(span["rule"].as_str().is_some_and(|rule| !rule.is_empty()));
    assert_eq!(clean, "{\"id\":\"b\",\"leak\":false,\"spans\":[]}");
    let (code, said) = checked(
        "lines.jsonl",
        b"{\"id\": 1, \"text\": \"a\"}\nniets\n",
        &[],
        &["--jsonl"],
    );
    assert_eq!(code, 1);
    assert!(
        said.contains("Regel 2 van de invoer is niet te lezen."),
        "{said}"
    );
}
