//! What a PDF promises, read from its pages before they are drawn, and from its bytes after.

use crate::core::answer::Day;
use crate::paper::document::{
    Block, Depth, Meta, Pair, Plain, Table, Weighed, WeightColumn, WeightSide, WriteError,
};
use crate::paper::pdf::drawing::Sheet;
use crate::paper::pdf::fonts::Weight;
use crate::paper::pdf::lines::{Line, Style, Tone, lines};
use crate::paper::pdf::look::{FOOT, MEASURE, PAPER_HEIGHT, SIDE};
use crate::paper::pdf::pages::Page;
use crate::paper::pdf::shaping::Typesetter;
use crate::paper::pdf::strip::{Ink, Mark};
use crate::paper::pdf::tags::Role;
use crate::paper::pdf::writer::best;
use crate::paper::text;

fn meta(title: &str) -> Meta {
    Meta {
        lang: "nl".to_owned(),
        title: title.to_owned(),
        name: Some("Sam Łukasz Nguyễn".to_owned()),
        date: Day::new(2026, 12, 3),
        mark: None,
        footer: vec![
            "3 december 2026".to_owned(),
            "We bekijken dit weer op 4 januari 2027.".to_owned(),
        ],
        page: "Bladzijde {page} van {pages}".to_owned(),
    }
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn agreements(count: usize) -> Block {
    let row = |number: usize| {
        let what = format!("maakt elke keer rooster {number}, twee weken vooraf");
        vec![
            "Mijn leidinggevende".to_owned(),
            what,
            "elke maand".to_owned(),
            if number == 1 {
                String::new()
            } else {
                format!("Ik ben op tijd, ook keer {number}.")
            },
        ]
    };
    Block::Table(Table {
        head: texts(&["Wie", "Wat", "Wanneer", "Zo merken we het"]),
        rows: (1..=count).map(row).collect(),
        row_headings: false,
    })
}

/// A sheet with so many agreements.
fn sheet(count: usize) -> (Meta, Vec<Block>) {
    let pair = |label: &str, said: &[&str]| Pair {
        label: label.to_owned(),
        said: texts(said),
    };
    let blocks = vec![
        Block::Pairs(vec![
            pair("Naam", &["Sam Łukasz Nguyễn"]),
            pair(
                "Voor",
                &["mijn leidinggevende", "de collega die mij inwerkt"],
            ),
        ]),
        Block::Heading(Depth::One, "Dit breng ik mee".to_owned()),
        Block::List(texts(&[
            "Ik werk zorgvuldig.",
            "Ik weet veel van gereedschap.",
        ])),
        Block::Heading(Depth::One, "Onze werkafspraken".to_owned()),
        agreements(count),
        Block::Heading(Depth::Two, "Akkoord".to_owned()),
        Block::Paragraph("Wij hebben dit samen besproken.".to_owned()),
        Block::Signatures(texts(&["Besproken op", "Medewerker", "Leidinggevende"])),
    ];
    (meta("Zo werk ik goed"), blocks)
}

fn weights() -> Block {
    let side = |label: &str, items: &[(&str, u8)]| WeightSide {
        label: label.to_owned(),
        items: items
            .iter()
            .map(|(text, weight)| Weighed {
                text: (*text).to_owned(),
                weight: *weight,
                said: format!("weegt {weight}"),
            })
            .collect(),
        nothing: "Hier weegt niets.".to_owned(),
    };
    let column = |label: &str, first: WeightSide, second: WeightSide| WeightColumn {
        label: label.to_owned(),
        sides: [first, second],
    };
    Block::Weights(vec![
        column(
            "Iets vertellen",
            side(
                "Voor",
                &[
                    ("Dan kan ik om iets vragen dat mij helpt bij het werk.", 3),
                    ("Dan kan ik mezelf zijn.", 1),
                ],
            ),
            side("Tegen", &[("Het wordt misschien doorverteld.", 2)]),
        ),
        column(
            "Niets vertellen",
            side("Voor", &[("Ik laat eerst zien wat ik kan.", 3)]),
            side("Tegen", &[]),
        ),
    ])
}

/// A plan for the person alone.
fn plan() -> (Meta, Vec<Block>) {
    let mut meta = meta("Mijn eigen plan");
    meta.mark = Some("Alleen voor mij".to_owned());
    let grid = Table {
        head: texts(&["Wie", "Hoe open", "Wanneer"]),
        rows: vec![
            texts(&["Leidinggevende", "Wat ik nodig heb", "bij het aanbod"]),
            texts(&["Collega’s", "Niets", "nog niet"]),
        ],
        row_headings: true,
    };
    let blocks = vec![
        Block::Heading(Depth::One, "Dit regel ik zelf".to_owned()),
        Block::Paragraph("Ik ga elke pauze naar buiten.\nIk leg mijn spullen klaar.".to_owned()),
        Block::Heading(Depth::One, "Dit weegt voor mij".to_owned()),
        weights(),
        Block::Heading(Depth::One, "Wie hoort wat".to_owned()),
        Block::Table(grid),
    ];
    (meta, blocks)
}

fn plain<'a>(meta: &'a Meta, blocks: &'a [Block]) -> Plain<'a> {
    Plain {
        meta,
        blocks,
        days: &[],
    }
}

fn set((meta, blocks): &(Meta, Vec<Block>)) -> Sheet<'_> {
    best(&plain(meta, blocks)).expect("every letter of the sample is in the fonts")
}

/// The texts of a page with their places, in the order in which they are read; first what is not read.
fn said(page: &Page) -> Vec<(&Mark, String)> {
    let mut marks: Vec<&Mark> = page.marks.iter().collect();
    marks.sort_by_key(|mark| mark.tag);
    let texts = marks.into_iter().filter_map(|mark| match &mark.ink {
        Ink::Text(line) => Some((mark, line.text().trim_end().to_owned())),
        Ink::Rule(..) | Ink::Dot(..) | Ink::Nothing => None,
    });
    texts.collect()
}

/// All that is read aloud, as words in their order.
fn words(sheet: &Sheet<'_>) -> Vec<String> {
    let pages = sheet.pages.iter();
    let read = pages.flat_map(|page| {
        said(page)
            .into_iter()
            .filter(|(mark, _)| mark.tag.is_some())
    });
    let text: Vec<String> = read.map(|(_, text)| text).collect();
    text.join(" ")
        .split_whitespace()
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_word_of_the_document_is_read_once_and_in_its_order() {
    for sample in [sheet(2), sheet(6), sheet(40), plan()] {
        let sheet = set(&sample);
        let read = words(&sheet);
        // The text writer says names of columns in each row, and draws lines; what is left must come in the same order.
        let plain = plain(&sample.0, &sample.1);
        let told = String::from_utf8(text::write(&plain)).expect("text is UTF-8");
        let mut rest = told.split_whitespace();
        let mut told_words: Vec<String> = rest.by_ref().map(bare).collect();
        told_words.retain(|word| !word.is_empty());
        let mut told = told_words.iter();
        let heads: Vec<String> = heads(&sample.1);
        for word in read.iter().map(|word| bare(word)) {
            if word.is_empty() || heads.contains(&word) {
                continue;
            }
            assert!(told.any(|said| *said == word), "{word} is out of order");
        }
    }
}

/// A word without the marks that formats write differently.
fn bare(word: &str) -> String {
    word.trim_matches(|c| matches!(c, ':' | '-' | '•' | '_' | '='))
        .to_owned()
}

/// The words of the names of columns: a table says them once, a text in each row.
fn heads(blocks: &[Block]) -> Vec<String> {
    let mut heads = Vec::new();
    for block in blocks {
        if let Block::Table(table) = block {
            heads.extend(table.head.iter().flat_map(|name| name.split(' ')).map(bare));
        }
    }
    heads
}

#[test]
fn a_normal_sheet_is_one_page_and_a_full_one_goes_on() {
    for (agreements, pages) in [(1, 1), (6, 1), (9, 1), (24, 2), (60, 4)] {
        assert_eq!(set(&sheet(agreements)).pages.len(), pages, "{agreements}");
    }
}

#[test]
fn nothing_stands_outside_the_margins() {
    let mut long = plan();
    long.1.push(Block::Paragraph("w".repeat(600)));
    long.1.push(Block::List(vec!["lang woord ".repeat(700)]));
    let mut wide = sheet(3);
    wide.1.push(Block::Table(Table {
        head: texts(&["Wie", "Wat"]),
        rows: vec![texts(&[
            "Aansprakelijkheidswaardevaststelling".repeat(4).as_str(),
            "x",
        ])],
        row_headings: true,
    }));
    for sample in [sheet(60), plan(), long, wide] {
        for page in set(&sample).pages {
            for mark in &page.marks {
                let width = match &mark.ink {
                    Ink::Text(line) => line.width(),
                    Ink::Rule(length, ..) => *length,
                    Ink::Dot(radius, _) => *radius,
                    Ink::Nothing => 0.0,
                };
                assert!(mark.x >= SIDE - 0.1, "{mark:?}");
                assert!(mark.x + width <= SIDE + MEASURE + 0.1, "{mark:?}");
                assert!(mark.y < PAPER_HEIGHT - FOOT, "{mark:?}");
            }
        }
    }
}

#[test]
fn lines_of_text_never_lie_over_each_other() {
    for sample in [sheet(60), plan()] {
        for page in set(&sample).pages {
            let mut placed: Vec<(f32, f32, f32)> = Vec::new();
            for mark in &page.marks {
                if let Ink::Text(line) = &mark.ink {
                    let (from, to) = (mark.x, mark.x + line.width());
                    let near = placed.iter().find(|(y, left, right)| {
                        (y - mark.y).abs() < line.style.size * 0.9 && from < *right && *left < to
                    });
                    assert!(near.is_none(), "{} over {near:?}", line.text());
                    placed.push((mark.y, from, to));
                }
            }
        }
    }
}

#[test]
fn the_head_of_a_table_stands_on_each_page_and_is_read_once() {
    let sample = sheet(60);
    let sheet = set(&sample);
    let mut read = 0;
    for page in &sheet.pages {
        let heads: Vec<bool> = said(page)
            .iter()
            .filter(|(_, text)| text == "Zo merken we het")
            .map(|(mark, _)| mark.tag.is_some())
            .collect();
        assert_eq!(heads.len(), 1);
        read += heads.iter().filter(|read| **read).count();
    }
    assert_eq!(read, 1);
}

#[test]
fn a_heading_is_never_the_last_on_a_page() {
    for count in 1..40 {
        let mut sample = sheet(1);
        let more = (0..count).map(|number| format!("Regel {number}."));
        sample.1.insert(1, Block::List(more.collect()));
        let sheet = set(&sample);
        for page in &sheet.pages {
            let said = said(page);
            let foot = |mark: &Mark| mark.y > PAPER_HEIGHT - FOOT - 20.0;
            let low = said
                .iter()
                .filter(|(mark, _)| !foot(mark))
                .max_by(|one, other| one.0.y.total_cmp(&other.0.y));
            let (mark, text) = low.expect("no page is empty");
            let last = mark
                .tag
                .map(|tag| sheet.tags.roles(tag))
                .unwrap_or_default();
            assert!(
                !last
                    .iter()
                    .any(|role| matches!(role, Role::Heading(..) | Role::Title)),
                "{count}: {text}"
            );
        }
    }
}

#[test]
fn the_mark_and_the_foot_stand_on_every_page_and_are_read_once() {
    let mut sample = plan();
    sample.1.push(agreements(40));
    let sheet = set(&sample);
    assert!(sheet.pages.len() > 1);
    for wanted in ["Alleen voor mij", "3 december 2026"] {
        let mut read = 0;
        for page in &sheet.pages {
            let said = said(page);
            let found: Vec<_> = said.iter().filter(|(_, text)| text == wanted).collect();
            assert_eq!(found.len(), 1, "{wanted}");
            read += found.iter().filter(|(mark, _)| mark.tag.is_some()).count();
        }
        assert_eq!(read, 1, "{wanted}");
    }
    let numbered: Vec<bool> = sheet
        .pages
        .iter()
        .map(|page| {
            said(page)
                .iter()
                .any(|(_, text)| text.starts_with("Bladzijde"))
        })
        .collect();
    assert_eq!(numbered.first(), Some(&false), "page one has no number");
    assert!(numbered.iter().skip(1).all(|numbered| *numbered));
}

#[test]
fn each_piece_is_tagged_as_what_it_is() {
    let sample = plan();
    let sheet = set(&sample);
    let page = sheet.pages.first().expect("there is a page");
    let said = said(page);
    for (text, expected) in [
        ("Alleen voor mij", vec![Role::Paragraph]),
        ("Mijn eigen plan", vec![Role::Title]),
        (
            "Wie",
            vec![Role::Table, Role::Head, Role::Row, Role::ColumnHeading],
        ),
        (
            "Leidinggevende",
            vec![Role::Table, Role::Rows, Role::Row, Role::RowHeading],
        ),
        (
            "Niets",
            vec![Role::Table, Role::Rows, Role::Row, Role::Cell],
        ),
        ("Niets vertellen", vec![Role::Group, Role::Paragraph]),
        (
            "Dan kan ik mezelf zijn. (weegt\u{A0}1)",
            vec![Role::Group, Role::Pairs, Role::Item, Role::Body],
        ),
    ] {
        let found = said.iter().find(|(_, said)| said == text);
        let (mark, _) = found.unwrap_or_else(|| panic!("{text} is not on the page"));
        let tag = mark.tag.expect("what is read has a tag");
        assert_eq!(sheet.tags.roles(tag), expected, "{text}");
    }
}

#[test]
fn the_same_document_gives_the_same_bytes_and_says_nothing_about_its_maker() {
    for sample in [sheet(6), sheet(30), plan()] {
        let document = plain(&sample.0, &sample.1);
        let bytes = super::write(&document).expect("the sample can be written");
        assert_eq!(Ok(&bytes), super::write(&document).as_ref());
        assert!(bytes.starts_with(b"%PDF-1.7"));
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        for word in ["weegwijzer", "krilla", "/producer", "/creator "] {
            assert!(!text.contains(word), "{word}");
        }
        assert!(text.contains("/marked true"));
        assert!(text.contains("<pdfuaid:part>1</pdfuaid:part>"));
    }
}

#[test]
fn a_character_without_a_letter_is_named_and_never_a_box() {
    for (name, lacking) in [
        ("Sam", None),
        ("Łukasz Żółć", None),
        ("Nguyễn Thị Phượng", None),
        ("Ελένη", None),
        ("Олена Їжак", None),
        ("Şükrü İğde", None),
        ("e\u{301}e\u{323}\u{302}", None),
        ("a\u{AD}b\u{200B}c\u{200D}d", None),
        ("2 ½ € 10 – “zo” …", None),
        ("محمد", Some('م')),
        ("Sam محمد", Some('م')),
        ("王芳", Some('王')),
        ("שרה", Some('ש')),
        ("fijn 👍", Some('👍')),
        ("a\u{202E}b", None),
    ] {
        let blocks = [Block::Paragraph(name.to_owned())];
        let meta = meta("Zo werk ik goed");
        let written = super::write(&plain(&meta, &blocks));
        let error = written.err();
        assert_eq!(error, lacking.map(WriteError::NoLetter), "{name}");
    }
}

#[test]
fn what_could_break_the_file_does_not() {
    let empty = meta("");
    let blocks = [
        Block::Heading(Depth::One, String::new()),
        Block::Paragraph(String::new()),
        Block::List(Vec::new()),
        Block::Signatures(Vec::new()),
        Block::Pairs(Vec::new()),
        Block::Weights(Vec::new()),
        agreements(0),
        Block::Heading(Depth::Two, "Alleen een kop".to_owned()),
    ];
    for count in 0..=blocks.len() {
        let written = super::write(&plain(&empty, blocks.get(..count).unwrap_or_default()));
        assert!(written.is_ok(), "{count}: {written:?}");
    }
}

#[test]
fn lines_break_where_words_may_and_never_within_a_character() {
    let style = Style {
        weight: Weight::Regular,
        size: 10.0,
        leading: 14.0,
        tone: Tone::Black,
    };
    let mut setter = Typesetter::new("nl");
    for (text, width, expected) in [
        ("een twee drie", 45.0, vec!["een twee", "drie"]),
        ("een\n\ntwee", 45.0, vec!["een", "", "twee"]),
        ("zelf-hulp", 30.0, vec!["zelf-", "hulp"]),
        ("10\u{A0}uur nu", 40.0, vec!["10\u{A0}uur", "nu"]),
        ("", 45.0, vec![]),
    ] {
        let set = lines(&mut setter, text, style, width).expect("these letters are in the fonts");
        let set: Vec<String> = set
            .iter()
            .map(|line| line.text().trim_end().to_owned())
            .collect();
        assert_eq!(set, expected, "{text:?}");
    }
    let set = lines(&mut setter, "een\ntwee", style, 45.0).expect("these letters are in the fonts");
    let read: String = set.iter().map(Line::text).collect();
    assert_eq!(
        read, "een twee",
        "words on both sides of a line end stay two"
    );
    let word = "e\u{323}\u{302}\u{301}".repeat(30);
    let set = lines(&mut setter, &word, style, 40.0).expect("these letters are in the fonts");
    assert!(set.len() > 3);
    for line in set {
        assert!(line.width() <= 40.0);
        assert!(!line.text().starts_with('\u{301}'));
    }
}
