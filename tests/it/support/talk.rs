//! Talking with the program in lines: a script in, a transcript out; every printed line is looked at.

use std::cell::RefCell;
use std::io::{self, Write};
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

use weegwijzer::app::flow::{Dossiers, Flow, Start};
use weegwijzer::app::host::Host;
use weegwijzer::content::library::Library;
use weegwijzer::core::answer::Day;
use weegwijzer::core::text::width;
use weegwijzer::core::words::Lang;
use weegwijzer::plain::{Incoming, Leave, LineSource, run};

use crate::support::script::host;

/// What was printed and typed, in one text.
#[derive(Clone, Default)]
pub(crate) struct Paper(Rc<RefCell<Vec<u8>>>);

impl Write for Paper {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Lines of a script, which are put on the paper as they are typed.
struct Script<'a> {
    lines: std::slice::Iter<'a, &'a str>,
    paper: Paper,
}

impl LineSource for Script<'_> {
    fn next_line(&mut self) -> Incoming {
        let Some(&line) = self.lines.next() else {
            return Incoming::End;
        };
        let shown = format!("> {}\n", line.replace(char::is_control, "?"));
        self.paper
            .0
            .borrow_mut()
            .extend_from_slice(shown.as_bytes());
        if line == "^C" {
            return Incoming::Interrupt;
        }
        Incoming::Line(line.to_owned())
    }
}

/// The program before its first screen.
pub(crate) fn start(lang: &str, home: &Path) -> (Flow, Host) {
    start_guide("openness", lang, home)
}

fn start_guide(guide: &str, lang: &str, home: &Path) -> (Flow, Host) {
    let library = Library::built_in();
    let lang = Lang::new(lang);
    let words = library.words(&lang).expect("the words load");
    let flow = Flow::start(Start {
        lang,
        words: Arc::new(words),
        langs: library.langs(),
        guide: guide.to_owned(),
        folder: String::new(),
        today: Day::new(2026, 11, 22),
        dossiers: Dossiers {
            folder: format!("{}/", home.to_string_lossy()),
            known: Vec::new(),
        },
    });
    (flow, host(library, home))
}

/// Walks a script on; returns how it ended, and the transcript.
pub(crate) fn go_on(flow: &mut Flow, host: &mut Host, script: &[&str]) -> (Leave, String) {
    let mut paper = Paper::default();
    let mut input = Script {
        lines: script.iter(),
        paper: paper.clone(),
    };
    let left = run(flow, host, &mut input, &mut paper).expect("a paper can be written");
    let text = paper.text();
    for line in text.lines().filter(|line| !line.starts_with("> ")) {
        assert!(
            !line.contains(char::is_control),
            "{line:?} could steer a terminal"
        );
        assert!(width(line) <= 72, "{line:?} is too wide");
    }
    (left, text)
}

/// Walks a script from the first screen.
pub(crate) fn walk(lang: &str, home: &Path, script: &[&str]) -> (Leave, String) {
    walk_guide("openness", lang, home, script)
}

/// As [`walk`], with another guide.
pub(crate) fn walk_guide(guide: &str, lang: &str, home: &Path, script: &[&str]) -> (Leave, String) {
    let (mut flow, mut host) = start_guide(guide, lang, home);
    let (left, text) = go_on(&mut flow, &mut host, script);
    (left, text.replace(&*home.to_string_lossy(), "[home]"))
}

/// Walks past the three first screens and returns the program at its first question; it can be cloned.
pub(crate) fn at_the_first_question(lang: &str, home: &Path) -> (Flow, Host) {
    let (mut flow, mut host) = start(lang, home);
    go_on(&mut flow, &mut host, &["", "", ""]);
    (flow, host)
}

/// A temporary folder with a short path, so that lines with it break in the same places everywhere.
pub(crate) fn home() -> tempfile::TempDir {
    let short = Path::new("/tmp");
    if short.is_dir() {
        tempfile::tempdir_in(short).expect("a temporary folder")
    } else {
        tempfile::tempdir().expect("a temporary folder")
    }
}

/// The lines of a script: what stands between bars, each without the spaces around it.
pub(crate) fn typed(script: &str) -> Vec<&str> {
    script.split('|').map(str::trim).collect()
}

/// What was printed after the line that was typed last.
pub(crate) fn last(text: &str) -> &str {
    text.rsplit_once("> ").map_or(text, |(_, last)| last)
}

impl Paper {
    /// All that stands on it.
    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.0.borrow().clone()).expect("text is printed")
    }
}

/// Says whether nothing was written.
#[expect(clippy::disallowed_methods, reason = "tests look at their own folder")]
pub(crate) fn is_empty(folder: &Path) -> bool {
    std::fs::read_dir(folder).expect("a folder").count() == 0
}

/// Writes a file before a talk.
#[expect(clippy::disallowed_methods, reason = "tests write in their own folder")]
pub(crate) fn put(path: &Path, text: &str) {
    std::fs::write(path, text).expect("a file can be written");
}

/// Reads a file after a talk.
#[expect(clippy::disallowed_methods, reason = "tests read in their own folder")]
pub(crate) fn look(path: &Path) -> String {
    std::fs::read_to_string(path).expect("it is there")
}
