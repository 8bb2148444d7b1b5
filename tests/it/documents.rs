//! Finished papers: golden documents in every format, the same facts in all, nothing in them that should not be there.
//!
//! `papers/` holds made-up answers: a short sheet, an overfull one; the normal one and the plan come from the shipped example.

use weegwijzer::app::intent::{Intent, LineWish};
use weegwijzer::app::view::StageView;
use weegwijzer::core::text::clean;
use weegwijzer::paper::{WordPart, read_word};
use weegwijzer::privacy::{self, Decision, Level};

use crate::support::papers::{Desk, all, astray, flow, paper};
use crate::support::pdf::Pdf;
use crate::support::reading::{part, parts, properties, text, words};

#[test]
fn golden_documents() {
    let desk = Desk::new();
    for (name, answers, lang, number) in all() {
        for (ending, bytes) in desk.made(&answers, lang, number).files {
            let shown = match ending.as_str() {
                "docx" => {
                    let document = part(&bytes, "word/document.xml")
                        .replace("<w:p>", "\n<w:p>")
                        .replace("<w:tr>", "\n<w:tr>")
                        .replace("<w:sectPr>", "\n<w:sectPr>");
                    let core = part(&bytes, "docProps/core.xml");
                    format!("{document}\n\n{core}\n")
                }
                // As it is read aloud: kinds of tags, then the text.
                "pdf" => {
                    let told = Pdf::new(&bytes).told().into_iter();
                    let lines = told.map(|(kinds, text)| format!("{}: {text}\n", kinds.join(" ")));
                    lines.collect()
                }
                // The style sheet stands in the program as it is.
                "html" => {
                    let page = text_of(&bytes);
                    let (head, rest) = page.split_once("<style>").expect("a style");
                    let (_, rest) = rest.split_once("</style>").expect("a style");
                    format!("{head}<style></style>{rest}")
                }
                _ => text_of(&bytes).replace('\r', ""),
            };
            insta::assert_snapshot!(format!("{name}-{ending}"), shown);
        }
    }
}

fn text_of(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("text is UTF-8")
}

/// All that a file holds, also what no reader shows.
fn inside(ending: &str, bytes: &[u8]) -> String {
    if ending == "pdf" {
        let raw = String::from_utf8_lossy(bytes);
        return format!(
            "{}\n{}\n{raw}",
            text(ending, bytes),
            properties(ending, bytes)
        );
    }
    text_of(bytes)
}

#[test]
fn the_same_facts_stand_in_the_same_order_in_every_format() {
    let desk = Desk::new();
    for (name, answers, lang, number) in all() {
        let paper = desk.made(&answers, lang, number);
        let mut whole: Option<Vec<String>> = None;
        for (ending, bytes) in &paper.files {
            let found = words(&text(ending, bytes));
            let astray = astray(&paper.facts, &found);
            assert_eq!(
                astray, None,
                "{name}.{ending}: not behind what is before it"
            );
            // Plain text says the headings of columns at each row; the others say exactly the same words.
            if ending != "txt" && ending != "ics" {
                match &whole {
                    Some(whole) => assert_eq!(whole, &found, "{name}.{ending}"),
                    None => whole = Some(found),
                }
            }
        }
    }
}

#[test]
fn a_fact_that_is_lost_or_in_another_place_is_told() {
    let facts = ["Ik werk hier", "Mijn wens", "2027"].map(str::to_owned);
    for (read, expected) in [
        ("Ik werk hier. Mijn wens: rust. 2027", None),
        ("Ik werk hier. 2027. Mijn wens: rust", Some("2027")),
        ("Mijn wens. Ik werk hier. 2027", Some("Mijn wens")),
        ("Ik werk. Mijn wens. 2027", Some("Ik werk hier")),
    ] {
        let found = astray(&facts, &words(read));
        assert_eq!(found.map(String::as_str), expected, "{read}");
    }
}

#[test]
fn the_same_answers_and_the_same_day_give_the_same_bytes() {
    let desk = Desk::new();
    for (name, answers, lang, number) in all() {
        let (first, second) = (
            desk.made(&answers, lang, number),
            desk.made(&answers, lang, number),
        );
        assert!(first.files == second.files, "{name}");
    }
}

#[test]
fn no_file_tells_where_it_was_made_or_hints_at_health() {
    let desk = Desk::new();
    for (name, answers, lang, number) in all() {
        let is_private = name.starts_with("plan");
        for (ending, bytes) in desk.made(&answers, lang, number).files {
            let inside: Vec<(String, String)> = if ending == "docx" {
                let names = parts(&bytes).into_iter();
                names
                    .map(|part_name| (part_name.clone(), part(&bytes, &part_name)))
                    .collect()
            } else {
                vec![(ending.clone(), inside(&ending, &bytes))]
            };
            for (part, content) in inside {
                let content = content.to_lowercase();
                for word in ["weegwijzer", "rustc", "linux", "generator"] {
                    assert!(!content.contains(word), "{name} {part}: {word}");
                }
                for word in ["diagnos", "gezondheid", "psych", "ziek", "health"] {
                    // What the person chose for their own plan may say it.
                    assert!(
                        is_private || !content.contains(word),
                        "{name} {part}: {word}"
                    );
                }
            }
            assert!(
                !properties(&ending, &bytes)
                    .to_lowercase()
                    .contains("weegwijzer"),
                "{name}.{ending}"
            );
        }
    }
}

#[test]
fn the_author_in_the_properties_is_the_name_on_the_paper_and_nobody_else() {
    let desk = Desk::new();
    let (_, answers, ..) = all().swap_remove(0);
    let with = desk.made(&answers, "nl", 0);
    let without = desk.made(
        &answers.replace("name: \"Łukasz Nguyễn محمد 王\", ", ""),
        "nl",
        0,
    );
    for ending in ["html", "docx"] {
        let named = properties(ending, &with.files[ending]);
        assert!(named.contains("Łukasz Nguyễn محمد 王"), "{ending}: {named}");
        let unnamed = properties(ending, &without.files[ending]);
        assert!(
            !unnamed.contains("creator") && !unnamed.contains("author"),
            "{ending}: {unnamed}"
        );
    }
    // A name that the person leaves out of the sheet is in no property either.
    let mut flow = flow(&desk, &answers, "nl");
    flow.update(Intent::Look(0));
    let StageView::Preview(view) = flow.view().stage else {
        panic!("no preview")
    };
    let name = view.blocks[0].lines[0].id.clone();
    flow.update(Intent::Line(name, LineWish::Toggle));
    flow.update(Intent::GoOn);
    let left_out = paper(&mut flow, 0, &Decision::NotHealth);
    for (ending, bytes) in left_out.files {
        assert!(!text(&ending, &bytes).contains("Łukasz"), "{ending}");
        assert!(!properties(&ending, &bytes).contains("Łukasz"), "{ending}");
    }
}

#[test]
fn names_from_anywhere_are_whole_in_every_format_or_refused_by_pdf() {
    let desk = Desk::new();
    let (_, answers, ..) = all().swap_remove(0);
    for (name, in_pdf) in [
        ("Łukasz Nguyễn", true),
        ("Ştefan Ġużè Čapek", true),
        ("Ελένη Їжак", true),
        // Marks that stand apart from their letter are put on it when it is typed.
        ("Nguye\u{302}\u{303}n", true),
        ("Łukasz Nguyễn محمد 王", false),
        ("محمد علي", false),
        ("שרה כהן", false),
        ("王芳", false),
        ("Zoë 👩🏽\u{200D}🌾", false),
    ] {
        let answers = answers.replace("Łukasz Nguyễn محمد 王", name);
        let paper = desk.made(&answers, "nl", 0);
        let shown = clean(name);
        for (ending, bytes) in &paper.files {
            let text = text(ending, bytes);
            assert!(text.contains(&*shown), "{name} in {ending}: {text}");
        }
        assert_eq!(paper.files.contains_key("pdf"), in_pdf, "{name}");
    }
    let paper = desk.made(&answers, "nl", 0);
    assert!(text_of(&paper.files["html"]).contains("dir=\"auto\""));
    let document = part(&paper.files["docx"], "word/document.xml");
    assert!(document.contains("<w:rPr><w:rtl/></w:rPr><w:t xml:space=\"preserve\">محمد</w:t>"));
}

#[test]
fn a_word_file_of_ours_is_read_back_with_every_word_it_shows() {
    let desk = Desk::new();
    for (_, answers, ..) in all() {
        let paper = desk.made(&answers, "nl", 0);
        let bytes = &paper.files["docx"];
        let written = read_word(bytes).expect("it is a Word file");
        let of = |part: WordPart| {
            let written = written.iter().find(|one| one.part == part);
            written.map_or_else(String::new, |one| one.paragraphs.join("\n"))
        };
        let body = words(&of(WordPart::Body));
        let all = words(&text("docx", bytes));
        let (seen, foot) = all.split_at(body.len());
        assert_eq!(seen, body);
        let edges = words(&of(WordPart::Edges));
        assert!(foot.iter().all(|word| edges.contains(word)), "{foot:?}");
        assert!(properties("docx", bytes).contains(&of(WordPart::Properties)));
    }
}

/// A word of health wherever a person can type something that reaches a sheet.
const CANARIES: &str = "\
guide: openness
answers:
  route: all
  situation: {phase: working, work: bakker met schizofrenie}
  strengths: [careful, {own: Ik kom uit een depressie.}]
  energy: [{own: Mijn therapie}]
  needs-hours: [fixed-times, {own: Ik heb borderline en wil rust.}]
  top-needs: [fixed-times]
  agreement/fixed-times: {who: Mijn psychiater, what: geeft lithium, when: na mijn opname, notice: Ik heb geen psychose.}
  signals: [{own: Dan word ik manisch.}]
  ending: sheet
  about: {name: Sam Depressie, reader: manager, again: 2027-01-04}
  next-step: {what: bellen met de ggz, day: 2026-12-03}
";

#[test]
fn the_check_covers_every_string_of_the_finished_file() {
    let desk = Desk::new();
    let lexicon = flow(&desk, CANARIES, "nl")
        .opened()
        .expect("a guide")
        .lexicon
        .clone();
    let canaries = [
        "schizofrenie",
        "depressie",
        "therapie",
        "borderline",
        "psychiater",
        "lithium",
        "opname",
        "psychose",
        "manisch",
        "ggz",
    ];
    // Everything is put on, also what starts left out.
    for number in [0, 1] {
        let mut flow = flow(&desk, CANARIES, "nl");
        flow.update(Intent::Look(number));
        if let StageView::Preview(view) = flow.view().stage {
            for line in view.blocks.iter().flat_map(|block| &block.lines) {
                if !line.on {
                    flow.update(Intent::Line(line.id.clone(), LineWish::Toggle));
                }
            }
        }
        flow.update(Intent::GoOn);
        let paper = paper(&mut flow, number, &Decision::LeaveOut);
        for (ending, bytes) in &paper.files {
            let all = [
                text(ending, bytes),
                properties(ending, bytes),
                paper.name.clone(),
            ]
            .join("\n");
            let inside = if ending == "docx" {
                parts(bytes)
                    .iter()
                    .map(|name| part(bytes, name))
                    .collect::<String>()
            } else {
                inside(ending, bytes)
            };
            for canary in canaries {
                assert!(
                    !inside.to_lowercase().contains(canary),
                    "{ending}: {canary}"
                );
            }
            for line in all.lines() {
                let stops: Vec<_> = privacy::check(line, &lexicon)
                    .into_iter()
                    .filter(|finding| finding.level == Level::Stop)
                    .collect();
                assert!(stops.is_empty(), "{ending}: {line:?} {stops:?}");
            }
        }
    }
}
