//! PDF: the sheet and the plan of the example, as files that other programs read.

use std::path::{Path, PathBuf};
use std::process::Command;

use weegwijzer::app::answers_file::{self, AnswersFile};
use weegwijzer::app::flow::Flow;
use weegwijzer::app::intent::Intent;
use weegwijzer::app::paperwork::Paperwork;
use weegwijzer::content::{embedded, library::Library, parse};
use weegwijzer::core::answer::Day;
use weegwijzer::core::guide::Reader;
use weegwijzer::core::summary::Summary;
use weegwijzer::core::words::Lang;
use weegwijzer::paper::{Format, format_of};

use crate::support::pdf::Pdf;

/// A few answers on the shortest way.
const FEW: &str = "\
guide: openness
answers:
  route: sheet
  situation: {phase: looking, work: tuinman}
  needs-short: [fixed-times, in-writing]
  ending: sheet
";

/// The example that is shipped.
fn example() -> &'static str {
    embedded::text("openness/example.answers.yml").expect("the example is shipped")
}

/// The example with long answers: too much for one page.
fn much() -> String {
    let mut text = example().to_owned();
    for what in [
        "maakt een rooster, twee weken vooraf",
        "regelt voor mij een vaste plek achter in het magazijn",
        "mailt wat ik doe en wanneer het af is",
        "praten een kwartier over het werk",
        "bekijken samen deze afspraken",
    ] {
        assert!(text.contains(what), "{what} is not in the example");
        let more = "Als er iets verandert hoor ik dat een dag eerder, en dan kijken wij samen of het nog past bij het werk en bij elkaar.";
        text = text.replace(what, &format!("{what}. {more}"));
    }
    text.replace("name: Sam,", "name: Łukasz Nguyễn-Şahin,")
}

/// Goes through the guide with these answers.
fn walked(text: &str, lang: &str) -> (AnswersFile, Flow) {
    let library = Library::built_in();
    let file = AnswersFile::new(parse::parse("test.yml", text).expect("the answers parse"));
    let opened = answers_file::open(&library, &file, Lang::new(lang)).expect("the guide opens");
    let today = Day::new(2026, 12, 3);
    let flow = answers_file::walk(&file, opened, library.langs(), today).expect("it fits");
    (file, flow)
}

fn format(ending: &str) -> &'static Format {
    format_of(&format!("x.{ending}")).expect("the format exists")
}

/// A document as PDF, and as text to compare with.
struct Both {
    name: String,
    pdf: Vec<u8>,
    text: String,
}

fn sheet(name: &str, file: &AnswersFile, flow: &mut Flow) -> Both {
    let mut made =
        |ending: &str| answers_file::sheet(file, flow, format(ending)).expect("the sheet is made");
    Both {
        name: name.to_owned(),
        pdf: made("pdf"),
        text: String::from_utf8(made("txt")).expect("text is UTF-8"),
    }
}

/// The plan for the person alone.
fn plan(name: &str, flow: &mut Flow) -> Both {
    let session = flow.session().expect("it is walked");
    let papers = session.guide().papers();
    let number = Summary::due(session.guide(), session.walk())
        .iter()
        .position(|id| {
            let mut papers = papers.iter();
            papers.any(|paper| paper.id == *id && paper.reader == Reader::Private)
        })
        .expect("there is a plan");
    flow.update(Intent::Look(number));
    let session = flow.session().expect("it is walked");
    let spoken = flow.papers().spoken(session, flow.lang(), flow.words());
    let spoken = spoken.expect("the plan can be said");
    let document = Paperwork::private(&spoken, flow.today(), flow.words()).expect("it is private");
    let made = |ending: &str| format(ending).write(&document).expect("the plan is made");
    Both {
        name: name.to_owned(),
        pdf: made("pdf"),
        text: String::from_utf8(made("txt")).expect("text is UTF-8"),
    }
}

/// Every document that other programs look at.
fn documents() -> Vec<Both> {
    let mut all = Vec::new();
    for (name, lang, text) in [
        ("short", "nl", FEW.to_owned()),
        ("normal", "nl", example().to_owned()),
        ("english", "en", example().to_owned()),
        ("much", "nl", much()),
    ] {
        let (file, mut flow) = walked(&text, lang);
        all.push(sheet(name, &file, &mut flow));
        if name != "short" && name != "much" {
            all.push(plan(&format!("plan-{name}"), &mut flow));
        }
    }
    all
}

/// Puts all documents in a folder.
fn written(folder: &Path) -> Vec<(PathBuf, String)> {
    documents()
        .into_iter()
        .map(|both| {
            let path = folder.join(format!("{}.pdf", both.name));
            std::fs::write(&path, both.pdf).expect("a test can write in its own folder");
            (path, both.text)
        })
        .collect()
}

/// Runs a program and returns what it said; it must be content.
fn run(program: &str, before: &[&str], path: &Path, after: &[&str]) -> String {
    let output = Command::new(program)
        .args(before)
        .arg(path)
        .args(after)
        .output()
        .expect("the program of this ignored test is there");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let wrong = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "{program} {}: {said}{wrong}",
        path.display()
    );
    said
}

fn pages(pdf: &[u8]) -> usize {
    Pdf::new(pdf).pages()
}

#[test]
fn the_sheet_is_one_page_until_there_is_too_much_and_always_the_same_file() {
    let (file, mut flow) = walked(example(), "nl");
    let normal = sheet("normal", &file, &mut flow);
    assert_eq!(pages(&normal.pdf), 1);
    assert!(sheet("again", &file, &mut flow).pdf == normal.pdf);
    let plan = plan("plan", &mut flow);
    assert!((2..=8).contains(&pages(&plan.pdf)), "{}", pages(&plan.pdf));
    let (file, mut flow) = walked(&much(), "nl");
    let much = sheet("much", &file, &mut flow).pdf;
    assert_eq!(pages(&much), 2);
    let properties = Pdf::new(&much).properties();
    assert!(
        properties.contains("Author: Łukasz Nguyễn-Şahin"),
        "{properties}"
    );
    assert!(properties.contains("Lang: nl"), "{properties}");
}

#[test]
fn a_name_without_letters_in_the_fonts_is_refused_by_name() {
    let text = FEW.replace("tuinman", "tuinman bij محمد");
    let (file, mut flow) = walked(&text, "nl");
    let made = answers_file::sheet(&file, &mut flow, format("pdf"));
    let failure = made.expect_err("there is no letter");
    assert!(failure.message.contains('م'), "{}", failure.message);
    assert!(failure.message.contains("U+0645"), "{}", failure.message);
    assert_eq!(failure.kind.exit_code(), 1);
}

#[test]
#[ignore = "needs qpdf, pdfinfo, pdffonts"]
fn other_programs_read_the_files() {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, _) in written(folder.path()) {
        run("qpdf", &["--check"], &path, &[]);
        let info = run("pdfinfo", &[], &path, &[]);
        for line in [
            "Tagged:          yes",
            "Page size:       595.276 x 841.89 pts (A4)",
        ] {
            assert!(info.contains(line), "{path:?}: {info}");
        }
        assert!(
            !info.contains("Producer") && !info.contains("Creator"),
            "{info}"
        );
        let fonts = run("pdffonts", &[], &path, &[]);
        for font in fonts.lines().skip(2) {
            // Embedded, subset, with a map to Unicode; a subset has a name of six letters before its own.
            assert!(font.contains("yes yes yes"), "{font}");
            assert_eq!(font.find('+'), Some(6), "{font}");
        }
    }
}

#[test]
#[ignore = "needs pdftotext"]
fn other_programs_find_the_same_words_in_the_same_order() {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, text) in written(folder.path()) {
        let read = run("pdftotext", &["-raw", "-enc", "UTF-8"], &path, &["-"]);
        let (told, read) = (words(&text), words(&read));
        let (left, right) = out_of_order(&told, &read);
        // A text says the names of columns in each row; a PDF says them, and what stands around it, on each page.
        // Behind a dash or a slash a line may end, and then one word is two, or the reader takes the dash away.
        let all = read.concat().replace('-', "");
        let is_there = |word: &&String| all.contains(&word.replace('-', ""));
        let lost: Vec<&String> = left.iter().filter(|word| !is_there(word)).collect();
        assert!(lost.is_empty(), "{path:?} lost {lost:?}");
        let pdf = std::fs::read(&path).expect("it was written a moment ago");
        assert!(right.len() <= 20 * pages(&pdf), "{path:?}: {right:?}");
    }
}

/// The words of each list that are not in the longest list of words that both have in the same order.
fn out_of_order(one: &[String], other: &[String]) -> (Vec<String>, Vec<String>) {
    let mut longest = vec![vec![0_usize; other.len() + 1]; one.len() + 1];
    for a in (0..one.len()).rev() {
        for b in (0..other.len()).rev() {
            longest[a][b] = if one[a] == other[b] {
                longest[a + 1][b + 1] + 1
            } else {
                longest[a + 1][b].max(longest[a][b + 1])
            };
        }
    }
    let (mut a, mut b) = (0, 0);
    let (mut left, mut right) = (Vec::new(), Vec::new());
    while a < one.len() && b < other.len() {
        if one[a] == other[b] {
            (a, b) = (a + 1, b + 1);
        } else if longest[a + 1][b] >= longest[a][b + 1] {
            left.push(one[a].clone());
            a += 1;
        } else {
            right.push(other[b].clone());
            b += 1;
        }
    }
    left.extend_from_slice(&one[a..]);
    right.extend_from_slice(&other[b..]);
    (left, right)
}

/// Words without the marks that formats write differently.
fn words(text: &str) -> Vec<String> {
    let words = text.split_whitespace();
    let words = words.map(|word| {
        word.trim_matches(|c| matches!(c, ':' | '-' | '•' | '_' | '='))
            .to_owned()
    });
    words.filter(|word| !word.is_empty()).collect()
}

#[test]
#[ignore = "needs outloud, python3 with page"]
fn checkers_of_accessible_files_have_nothing_to_say() {
    const CHECK: &str = "import page, sys
report = page.validate_pdf(sys.argv[1], profile='ua1')
print([failure.message for failure in report.failures])
sys.exit(0 if report.is_compliant else 1)";
    let folder = tempfile::tempdir().expect("a folder");
    for (path, _) in written(folder.path()) {
        run("python3", &["-c", CHECK], &path, &[]);
        run("outloud", &[], &path, &[]);
    }
}
