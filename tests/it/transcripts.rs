//! Whole sessions in lines: what is typed and what is printed, through the real flow, to a written file.

use std::cell::RefCell;
use std::io::{self, Write};
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

use weegwijzer::app::flow::{Flow, Start};
use weegwijzer::app::host::Host;
use weegwijzer::content::library::Library;
use weegwijzer::core::words::Lang;
use weegwijzer::plain::{Incoming, Leave, LineSource, run};

/// What was printed and typed, in one text.
#[derive(Clone, Default)]
struct Paper(Rc<RefCell<Vec<u8>>>);

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
    lines: std::vec::IntoIter<&'a str>,
    paper: Paper,
}

impl LineSource for Script<'_> {
    fn next_line(&mut self) -> Incoming {
        match self.lines.next() {
            Some("^C") => Incoming::Interrupt,
            Some(line) => {
                let shown = format!("> {}\n", line.replace('\u{1b}', "ESC"));
                self.paper
                    .0
                    .borrow_mut()
                    .extend_from_slice(shown.as_bytes());
                Incoming::Line(line.to_owned())
            }
            None => Incoming::End,
        }
    }
}

/// Walks a script; returns how it ended, and the transcript.
fn walk(lang: &str, home: &Path, script: &[&str]) -> (Leave, String) {
    let library = Library::built_in();
    let lang = Lang::new(lang);
    let words = library.words(&lang).expect("the words load");
    let mut flow = Flow::start(Start {
        lang,
        words: Arc::new(words),
        langs: library.langs(),
        guide: "openness".to_owned(),
        folder: String::new(),
    });
    let mut host = Host::new(library, Some(home.to_owned()));
    let mut paper = Paper::default();
    let mut input = Script {
        lines: script.to_vec().into_iter(),
        paper: paper.clone(),
    };
    let left = run(&mut flow, &mut host, &mut input, &mut paper).expect("a paper can be written");
    let text = String::from_utf8(paper.0.borrow().clone()).expect("text is printed");
    assert!(
        !text.contains('\u{1b}'),
        "no escape character is ever printed"
    );
    let text = text.replace(&*home.to_string_lossy(), "[home]");
    (left, text)
}

fn home() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

fn snapshot(name: &str, text: &str) {
    insta::with_settings!({prepend_module_to_snapshot => false, omit_expression => true}, {
        insta::assert_snapshot!(name, text);
    });
}

#[test]
fn the_short_route_in_dutch_ends_with_a_written_sheet() {
    let home = home();
    let (left, text) = walk(
        "nl",
        home.path(),
        &[
            "",
            "",
            "",
            "1", // three screens, and the short way
            "2",
            "werk in een bakkerij", // where you are, what work
            "Het ging goed bij de bakker.",
            "Ik wist wat ik ging doen.",
            "",
            "+ Ik maak graag eerst een ding af.",
            "1 9", // own words, and two from the list
            "Mijn leidinggevende",
            "=",
            "twee",
            "=",
            "", // the first agreement
            ":overslaan",
            ":overslaan",
            "",  // the exceptions
            "1", // a sheet
            "Sam",
            "mijn leidinggevende",
            "2",
            "",
            "2",
            "1 omhoog",
            "2",
            ":lees",
            ":bewaar",
            ":klaar",
            ":stop",
            "ja",
        ],
    );
    snapshot("short_route_nl", &text);
    assert_eq!(left, Leave::Exit);
    assert!(home.path().join("zo-werk-ik-goed.txt").exists());
}
