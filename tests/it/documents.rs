//! Finished papers: golden documents in every format, the same facts in all, nothing in them that should not be there.
//!
//! `papers/` holds made-up answers: a short sheet, an overfull one; the normal one and the plan come from the shipped example.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use weegwijzer::app::answers_file::{self, AnswersFile};
use weegwijzer::app::effect::{Effect, File, Opened, Outcome};
use weegwijzer::app::flow::Flow;
use weegwijzer::app::host;
use weegwijzer::app::intent::{HealthWish, Intent};
use weegwijzer::app::view::StageView;
use weegwijzer::content::{embedded, library::Library, parse};
use weegwijzer::core::answer::{Choice, Day};
use weegwijzer::core::ask::{Ask, Reply};
use weegwijzer::core::words::Lang;
use weegwijzer::paper::{Block, Document, WriteError};
use weegwijzer::privacy::{self, Decision, Level};

use crate::support::pdf::Pdf;
use crate::support::reading::{part, parts, properties, text, words};

/// One paper in every format: the bytes by ending, and its facts in order.
struct Paper {
    files: BTreeMap<String, Vec<u8>>,
    facts: Vec<String>,
    name: String,
}

/// The guide in both languages, opened once: that takes longer than all the rest.
struct Desk {
    library: Library,
    opened: BTreeMap<&'static str, Opened>,
}

impl Desk {
    fn new() -> Self {
        let library = Library::built_in();
        let open = |lang| match host::open(&library, "openness", Lang::new(lang)) {
            Outcome::Loaded(opened) => (lang, *opened),
            other => panic!("the guide opens: {other:?}"),
        };
        Self {
            opened: ["nl", "en"].map(open).into(),
            library,
        }
    }

    fn made(&self, answers: &str, lang: &str, number: usize) -> Paper {
        paper(&mut flow(self, answers, lang), number, &Decision::NotHealth)
    }
}

fn flow(desk: &Desk, answers: &str, lang: &str) -> Flow {
    let file = AnswersFile::new(parse::parse("answers.yml", answers).expect("the answers parse"));
    let opened = desk.opened[lang].clone();
    let today = Day::new(2026, 11, 22);
    let mut flow =
        answers_file::walk(&file, opened, desk.library.langs(), today).expect("the answers fit");
    let format = weegwijzer::paper::format_of("x.txt").expect("a format");
    // Takes over which lines are put on, where the file says so; a health word is another test's business.
    if answers.contains("\nsheet:") {
        answers_file::sheet(&file, &mut flow, format).expect("the sheet is made");
    }
    flow
}

/// The paper of this number, saved in every form it can have; `decide` answers the health-word check.
fn paper(flow: &mut Flow, number: usize, decide: &Decision) -> Paper {
    flow.update(Intent::Look(number));
    let mut effects = flow.update(Intent::Continue);
    for _ in 0..200 {
        effects = match flow.view().stage {
            StageView::Findings(list) => {
                let next = list.rows.iter().position(|row| row.done.is_none());
                flow.update(next.map_or(Intent::Continue, |next| {
                    Intent::Health(HealthWish::Choose(next))
                }))
            }
            StageView::HealthCheck(view) => flow.update(Intent::Health(match decide {
                Decision::Reword(text) => HealthWish::Reword(text.clone()),
                Decision::LeaveOut => HealthWish::LeaveOut,
                Decision::NotHealth => HealthWish::NotHealth(view.word),
            })),
            StageView::Aside(_) => flow.update(Intent::Choose(0)),
            StageView::Asking(view) => {
                let Ask::PickMany { offers, .. } = &view.ask else {
                    panic!("the forms are asked")
                };
                let all = offers.iter().map(|offer| Choice::Item(offer.id.clone()));
                flow.update(Intent::Reply(
                    view.id.clone(),
                    Reply::PickMany(all.collect()),
                ))
            }
            StageView::Place(place) if effects.is_empty() => {
                flow.update(Intent::SaveAt(place.path))
            }
            _ => break,
        };
        if !effects.is_empty() {
            break;
        }
    }
    match effects.pop() {
        Some(Effect::WriteShared {
            document, files, ..
        }) => written(&document, &files),
        Some(Effect::WritePrivate {
            document, files, ..
        }) => written(&document, &files),
        other => panic!("nothing is written: {other:?}, {:?}", flow.view()),
    }
}

fn written<Kind>(document: &Document<Kind>, files: &[File]) -> Paper {
    let bytes = |file: &File| {
        let ending = file.format.ending;
        match file.format.write(document) {
            Ok(bytes) => Some((ending.to_owned(), bytes)),
            Err(WriteError::NoLetter(_)) if ending == "pdf" => None,
            Err(error) => panic!("{ending}: {error:?}"),
        }
    };
    Paper {
        files: files.iter().filter_map(bytes).collect(),
        facts: facts(document),
        name: files
            .first()
            .map(|file| file.path.clone())
            .unwrap_or_default(),
    }
}

/// What a document says, in order. Headings of columns are left out: one format says them at each row, another once.
fn facts<Kind>(document: &Document<Kind>) -> Vec<String> {
    let meta = document.meta();
    let mut facts: Vec<String> = meta.mark.iter().cloned().collect();
    facts.push(meta.title.clone());
    for block in document.blocks() {
        match block {
            Block::Heading(_, text) | Block::Paragraph(text) => facts.push(text.clone()),
            Block::List(items) | Block::Signatures(items) => facts.extend(items.iter().cloned()),
            Block::Table(table) => facts.extend(table.rows.iter().flatten().cloned()),
            Block::Pairs(pairs) => {
                for pair in pairs {
                    facts.push(pair.label.clone());
                    facts.extend(pair.said.iter().cloned());
                }
            }
            Block::Weights(columns) => {
                for column in columns {
                    facts.push(column.label.clone());
                    for side in &column.sides {
                        facts.push(side.label.clone());
                        if side.items.is_empty() {
                            facts.push(side.nothing.clone());
                        }
                        for item in &side.items {
                            facts.push(item.text.clone());
                            facts.push(item.said.clone());
                        }
                    }
                }
            }
        }
    }
    facts.extend(meta.footer.iter().cloned());
    if !document.days().is_empty() {
        // A calendar holds these alone.
        facts = document
            .days()
            .iter()
            .map(|event| event.title.clone())
            .collect();
    }
    facts.retain(|fact| !fact.is_empty());
    facts
}

/// The papers that are looked at: name, answers, language, number of the paper.
fn all() -> Vec<(&'static str, String, &'static str, usize)> {
    let example = embedded::text("openness/example.answers.yml").expect("the example is shipped");
    let own = |name: &str| {
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/it/papers/{name}.yml"));
        std::fs::read_to_string(path).expect("the answers are there")
    };
    vec![
        ("short", own("short"), "nl", 0),
        ("normal", example.to_owned(), "nl", 0),
        ("normal-en", example.to_owned(), "en", 0),
        ("overfull", own("overfull"), "nl", 0),
        ("plan", example.to_owned(), "nl", 1),
        ("plan-en", example.to_owned(), "en", 1),
        ("days", example.to_owned(), "nl", 2),
    ]
}

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
            let mut from = 0;
            for fact in &paper.facts {
                let wanted = words(fact);
                let at = found[from..]
                    .windows(wanted.len().max(1))
                    .position(|window| window == wanted);
                match at {
                    Some(at) => from += at + wanted.len(),
                    None => assert!(
                        wanted.is_empty(),
                        "{name}.{ending}: {fact:?} is not behind what is before it"
                    ),
                }
            }
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
    flow.update(Intent::Toggle(name));
    flow.update(Intent::GoOn);
    let left_out = paper(&mut flow, 0, &Decision::NotHealth);
    for (ending, bytes) in left_out.files {
        assert!(!text(&ending, &bytes).contains("Łukasz"), "{ending}");
        assert!(!properties(&ending, &bytes).contains("Łukasz"), "{ending}");
    }
}

#[test]
fn names_from_anywhere_are_whole_in_every_format() {
    let desk = Desk::new();
    let (_, answers, ..) = all().swap_remove(0);
    let paper = desk.made(&answers, "nl", 0);
    for (ending, bytes) in &paper.files {
        assert!(
            text(ending, bytes).contains("Łukasz Nguyễn محمد 王"),
            "{ending}"
        );
    }
    assert!(text_of(&paper.files["html"]).contains("dir=\"auto\""));
    let document = part(&paper.files["docx"], "word/document.xml");
    assert!(document.contains("<w:rPr><w:rtl/></w:rPr><w:t xml:space=\"preserve\">محمد</w:t>"));
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
                    flow.update(Intent::Toggle(line.id.clone()));
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

/// Where the documents are put for programs from outside, and for people who look at them.
fn folder() -> PathBuf {
    let desk = Desk::new();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("documents");
    std::fs::create_dir_all(&folder).expect("a folder");
    for (name, answers, lang, number) in all() {
        for (ending, bytes) in desk.made(&answers, lang, number).files {
            std::fs::write(folder.join(format!("{name}.{ending}")), bytes).expect("a file");
        }
    }
    folder
}

fn run(program: &str, arguments: &[&str], folder: &Path) -> String {
    let output = std::process::Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap_or_else(|error| panic!("{program}: {error}"));
    let all = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&all).into_owned();
    assert!(output.status.success(), "{program} {arguments:?}: {said}");
    said
}

#[test]
#[ignore = "needs soffice and pdftotext"]
fn a_word_processor_opens_every_document_and_reads_the_same_words() {
    let desk = Desk::new();
    let folder = folder();
    for (name, answers, lang, number) in all() {
        let paper = desk.made(&answers, lang, number);
        let Some(bytes) = paper.files.get("docx") else {
            continue;
        };
        run(
            "soffice",
            &["--headless", "--convert-to", "pdf", &format!("{name}.docx")],
            &folder,
        );
        let read = run(
            "pdftotext",
            &["-layout", &format!("{name}.pdf"), "-"],
            &folder,
        );
        let read = words(&read);
        let pages: usize = run("pdfinfo", &[&format!("{name}.pdf")], &folder)
            .lines()
            .find_map(|line| line.strip_prefix("Pages:"))
            .and_then(|pages| pages.trim().parse().ok())
            .expect("a number of pages");
        let most = match name {
            "short" | "normal" | "normal-en" => 1,
            "overfull" => 2,
            _ => 6,
        };
        assert!(pages <= most, "{name}: {pages} pages");
        // A line that is broken in a column is read across it, so here only every word counts.
        for word in words(&text("docx", bytes)) {
            assert!(read.contains(&word) || !word.is_ascii(), "{name}: {word}");
        }
    }
}

#[test]
#[ignore = "needs python3 with docx"]
fn python_docx_reads_styles_tables_title_and_language() {
    let folder = folder();
    let script = "
import docx, sys
for name in sys.argv[1:]:
    d = docx.Document(name)
    styles = [p.style.name for p in d.paragraphs]
    assert 'Title' in styles and 'Heading 1' in styles, styles
    assert d.core_properties.title, name
    assert d.core_properties.language in ('nl-NL', 'nl', 'en', 'en-GB'), d.core_properties.language
    assert d.core_properties.last_modified_by == '', name
    for t in d.tables:
        for r in t.rows:
            assert all(c.text.strip() for c in r.cells[:1]), name
    print(name, len(d.paragraphs), len(d.tables), d.core_properties.author)
";
    let documents = ["short.docx", "normal.docx", "overfull.docx", "plan.docx"];
    run(
        "python3",
        &[&["-c", script], &documents[..]].concat(),
        &folder,
    );
}

#[test]
#[ignore = "needs python3 with openxml_audit"]
fn a_validator_finds_no_fault_in_the_word_documents() {
    let folder = folder();
    for name in ["short", "normal", "overfull", "plan"] {
        run(
            "python3",
            &["-m", "openxml_audit", &format!("{name}.docx")],
            &folder,
        );
    }
}

#[test]
#[ignore = "needs java and vnu.jar in the folder that VNU names"]
fn the_html_checker_finds_no_error() {
    let folder = folder();
    let jar = std::env::var("VNU").expect("VNU names the jar");
    for name in ["short", "normal", "overfull", "plan"] {
        run("java", &["-jar", &jar, &format!("{name}.html")], &folder);
    }
}

#[test]
#[ignore = "needs python3 with icalendar"]
fn a_calendar_program_reads_the_days() {
    let folder = folder();
    let script = "
import icalendar
c = icalendar.Calendar.from_ical(open('days.ics', 'rb').read())
e = [(str(x['summary']), x.decoded('dtstart').isoformat()) for x in c.walk('VEVENT')]
assert e == [('Mijn volgende stap', '2026-12-03'), ('Weer kijken', '2027-01-04')], e
assert not c.errors and all(not x.errors for x in c.walk('VEVENT'))
assert all(x['uid'] and x['dtstamp'] for x in c.walk('VEVENT'))
";
    run("python3", &["-c", script], &folder);
}
