//! Papers as other programs see them: word processors, checkers, browsers, calendars. CONTRIBUTING.md says how to get these.
//!
//! Each test names what it needs, as `.ci/run` reads it: programs, and packages as `python3 with NAME` or `node with NAME`.

use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::support::papers::{Desk, all, astray};
use crate::support::reading::{text, words};

/// Puts all documents in a folder, for programs from outside.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    put(folder.path());
    folder
}

fn put(folder: &Path) {
    let desk = Desk::new();
    for (name, answers, lang, number) in all() {
        for (ending, bytes) in desk.made(&answers, lang, number).files {
            std::fs::write(folder.join(format!("{name}.{ending}")), bytes).expect("a file");
        }
    }
}

#[test]
#[ignore = "needs somebody who looks"]
fn every_paper_is_put_in_a_folder_to_look_at() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("papers");
    std::fs::create_dir_all(&folder).expect("a folder");
    put(&folder);
    println!("{}", folder.display());
}

/// The names of the documents that are read, not put in a calendar.
fn read() -> Vec<&'static str> {
    let names = all().into_iter().map(|(name, ..)| name);
    names.filter(|name| *name != "days").collect()
}

/// Runs a program that must be content; returns what it said.
fn run(program: &str, arguments: &[&str], folder: &Path) -> String {
    let output = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap_or_else(|error| panic!("{program}: {error}"));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let wrong = String::from_utf8_lossy(&output.stderr);
    let good = output.status.success();
    assert!(good, "{program} {arguments:?}: {said}{wrong}");
    said
}

/// Lets a word processor write its documents in another form, in the folder `converted`.
fn convert(to: &str, names: &[&str], folder: &Path) {
    // A house of its own: two of these programs cannot live in one.
    let house = folder.join("house").to_string_lossy().into_owned();
    let house = format!("-env:UserInstallation=file://{house}");
    let documents: Vec<String> = names.iter().map(|name| format!("{name}.docx")).collect();
    let mut arguments = vec![&*house, "--headless", "--convert-to", to];
    arguments.extend(["--outdir", "converted"]);
    arguments.extend(documents.iter().map(String::as_str));
    run("soffice", &arguments, folder);
}

fn utf8(path: &Path) -> String {
    let text = std::fs::read_to_string(path);
    text.unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
#[ignore = "needs soffice, pdfinfo, pdftotext"]
fn a_word_processor_opens_every_document_and_reads_the_same_words() {
    let folder = folder();
    let folder = folder.path();
    convert("pdf", &read(), folder);
    for name in read() {
        let file = format!("converted/{name}.pdf");
        let seen = words(&run("pdftotext", &["-layout", &file, "-"], folder));
        let info = run("pdfinfo", &[&file], folder);
        let pages = info.lines().find_map(|line| line.strip_prefix("Pages:"));
        let pages = pages.and_then(|pages| pages.trim().parse::<u32>().ok());
        let most = match name {
            "short" | "normal" | "normal-en" => 1,
            "overfull" => 2,
            _ => 8,
        };
        assert!(pages.is_some_and(|pages| pages <= most), "{name}: {info}");
        // A line that is broken in a column is read across it, so here only every word counts.
        let bytes = std::fs::read(folder.join(format!("{name}.docx"))).expect("a file");
        for word in words(&text("docx", &bytes)) {
            assert!(seen.contains(&word) || !word.is_ascii(), "{name}: {word}");
        }
    }
}

/// Prints what stands in a word document, in its order.
const READ_DOCX: &str = "
import docx, sys
from docx.table import Table
d = docx.Document(sys.argv[1])
def told(place):
    for one in place.iter_inner_content():
        if isinstance(one, Table):
            for row in one.rows:
                for cell in row.cells:
                    told(cell)
        else:
            print(one.text)
told(d)
told(d.sections[0].first_page_footer)
";

/// Prints what stands in a web page, in its order.
const READ_HTML: &str = "
import sys
from html.parser import HTMLParser
class Reader(HTMLParser):
    quiet = 0
    def handle_starttag(self, tag, attributes):
        self.quiet += tag in ('head', 'svg')
    def handle_endtag(self, tag):
        self.quiet -= tag in ('head', 'svg')
    def handle_data(self, text):
        if not self.quiet: print(text)
Reader().feed(open(sys.argv[1], encoding='utf-8').read())
";

/// Prints what stands in a Markdown file, in its order.
const READ_MD: &str = "
import sys
from markdown_it import MarkdownIt
for token in MarkdownIt('commonmark').enable('table').parse(open(sys.argv[1], encoding='utf-8').read()):
    for one in token.children or []:
        print(one.content or ' ', end='')
    print()
";

#[test]
#[ignore = "needs soffice, pdfinfo, python3 with docx, python3 with markdown_it"]
fn independent_readers_find_the_same_facts_in_the_same_order_in_all_five_formats() {
    let desk = Desk::new();
    let folder = folder();
    let folder = folder.path();
    convert("txt:Text (encoded):UTF8", &read(), folder);
    for (name, answers, lang, number) in all() {
        if !read().contains(&name) {
            continue;
        }
        let paper = desk.made(&answers, lang, number);
        let facts = &paper.facts;
        let file = |ending: &str| format!("{name}.{ending}");
        let python = |script: &str, ending: &str| {
            run(
                "python3",
                &["-X", "utf8", "-c", script, &file(ending)],
                folder,
            )
        };
        let mut seen = vec![
            ("txt", utf8(&folder.join(file("txt")))),
            ("md", python(READ_MD, "md")),
            ("html", python(READ_HTML, "html")),
            ("docx", python(READ_DOCX, "docx")),
        ];
        if folder.join(file("pdf")).exists() {
            // In the order of the tags, as it is read aloud: what stands between quotation marks.
            let tree = run(
                "pdfinfo",
                &["-enc", "UTF-8", "-struct-text", &file("pdf")],
                folder,
            );
            let lines = tree
                .lines()
                .filter_map(|line| line.trim().strip_prefix('"'));
            let lines: Vec<&str> = lines.map(|line| line.trim_end_matches('"')).collect();
            seen.push(("pdf", lines.join("\n")));
        }
        for (ending, seen) in seen {
            let astray = astray(facts, &words(&seen));
            assert_eq!(astray, None, "{name}.{ending}: {seen}");
        }
        // This reader leaves out the foot of the page.
        let converted = words(&utf8(&folder.join(format!("converted/{name}.txt"))));
        let body = facts.split_at(facts.len() - paper.foot).0;
        assert_eq!(astray(body, &converted), None, "{name} in a word processor");
    }
}

#[test]
#[ignore = "needs python3 with docx"]
fn python_docx_reads_styles_tables_title_and_language() {
    let folder = folder();
    let script = "
import docx, sys
for name in sys.argv[1:]:
    d = docx.Document(name + '.docx')
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
    run(
        "python3",
        &[&["-c", script], &read()[..]].concat(),
        folder.path(),
    );
}

#[test]
#[ignore = "needs python3 with openxml_audit"]
fn a_validator_finds_no_fault_in_the_word_documents() {
    let folder = folder();
    for name in read() {
        let file = format!("{name}.docx");
        run("python3", &["-m", "openxml_audit", &file], folder.path());
    }
}

#[test]
#[ignore = "needs java, node with vnu-jar"]
fn the_html_checker_finds_no_error_and_warns_of_nothing() {
    let folder = folder();
    let jar = run("node", &["-p", "`${require('vnu-jar')}`"], folder.path());
    let pages: Vec<String> = read().iter().map(|name| format!("{name}.html")).collect();
    let mut arguments = vec!["-jar", jar.trim(), "--Werror"];
    arguments.extend(pages.iter().map(String::as_str));
    run("java", &arguments, folder.path());
}

/// Stands at the end of a page: looks at it, and writes below it what was found. `SOURCE` is the place of axe-core.
const LOOK: &str = "<script src=\"SOURCE\"></script><script>
axe.run(document).then(found => {
  const names = list => list.map(one => one.id + ': ' + one.nodes.map(node => node.html).join(' '));
  const dark = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const told = {dark, passed: found.passes.length, wrong: names(found.violations), open: names(found.incomplete)};
  document.body.textContent = '[[' + JSON.stringify(told) + ']]';
});
</script>";

#[test]
#[ignore = "needs chromium, node with axe-core"]
fn a_browser_finds_no_barrier_on_any_page_in_the_light_and_in_the_dark() {
    let folder = folder();
    let axe = "require.resolve('axe-core/axe.min.js')";
    let axe = run("node", &["-p", axe], folder.path());
    let look = LOOK.replace("SOURCE", &format!("file://{}", axe.trim()));
    for name in read() {
        let page = utf8(&folder.path().join(format!("{name}.html")));
        // The page itself lets nothing be run.
        let lines = page
            .lines()
            .filter(|line| !line.contains("Content-Security-Policy"));
        let page = lines.collect::<Vec<_>>().join("\n");
        let page = page.replace("</body>", &format!("{look}</body>"));
        std::fs::write(folder.path().join("looked-at.html"), page).expect("a file");
        for (scheme, setting) in [("dark", "0"), ("light", "1")] {
            let home = folder.path().join("home");
            let arguments = [
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--virtual-time-budget=30000",
                &format!("--user-data-dir={}", home.display()),
                &format!("--blink-settings=preferredColorScheme={setting}"),
                "--dump-dom",
                "looked-at.html",
            ];
            let shown = run("chromium", &arguments, folder.path());
            let (_, told) = shown.rsplit_once("[[").expect("it was looked at");
            let (told, _) = told.split_once("]]").expect("it was looked at");
            let good = format!("{{\"dark\":\"{scheme}\",\"passed\":");
            assert!(told.starts_with(&good), "{name} {scheme}: {told}");
            let nothing = "\"wrong\":[],\"open\":[]}";
            assert!(told.ends_with(nothing), "{name} {scheme}: {told}");
        }
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
    run("python3", &["-c", script], folder.path());
}
