//! One script, two faces: the same answers and the same bytes. Also with every word marked: no letter of the program's own.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;
use std::rc::Rc;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::Host;
use weegwijzer::app::view::StageView;
use weegwijzer::content::library::Library;
use weegwijzer::core::answer::Answers;
use weegwijzer::plain::{self, Incoming, LineSource};
use weegwijzer::tui::run::{Colors, Leave, Running, attend};
use weegwijzer::tui::terminal::Inbox;

use crate::pseudo;
use crate::support::keys::messages;
use crate::support::moment::answers;
use crate::support::reading;
use crate::support::replies::Dice;
use crate::support::screen::NoDoor;
use crate::support::script::{Script, random, random_guide, random_together};
use crate::support::talk::home;

/// The lines of a script, one after the other.
struct Lines(std::collections::VecDeque<String>);

impl LineSource for Lines {
    fn next_line(&mut self) -> Incoming {
        self.0.pop_front().map_or(Incoming::End, Incoming::Line)
    }
}

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

fn by_lines(library: Library, lang: &str, home: &Path, script: &Script) -> (Answers, String) {
    let (mut flow, mut host) = script.begin(library, lang, home);
    let mut paper = Paper::default();
    let mut lines = Lines(script.lines.clone().into());
    let left =
        plain::run(&mut flow, &mut host, &mut lines, &mut paper).expect("a paper can be written");
    assert_eq!(left, plain::Leave::Exit);
    let printed = String::from_utf8(paper.0.borrow().clone()).expect("text is printed");
    assert!(
        !printed.contains('\u{1b}'),
        "an escape character was printed"
    );
    (answers(&flow), printed)
}

/// Presses every key of a script; each comes alone, so that every moment is drawn.
fn press(flow: &mut Flow, host: &mut Host, script: &Script, size: (u16, u16)) -> Leave {
    let inbox = Inbox::filled(script.keys.iter().flat_map(|script| messages(script)));
    let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).expect("a test terminal");
    let mut running = Running::new(flow, host);
    attend(&mut running, &mut terminal, &inbox, &NoDoor, Colors::None)
}

fn by_keys(
    library: Library,
    lang: &str,
    home: &Path,
    script: &Script,
    size: (u16, u16),
) -> Answers {
    let (mut flow, mut host) = script.begin(library, lang, home);
    assert_eq!(press(&mut flow, &mut host, script, size), Leave::Exit);
    answers(&flow)
}

fn files(home: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(home).expect("the folder is there");
    entries
        .map(|entry| entry.expect("an entry").path())
        .map(|path| {
            (
                path.file_name()
                    .expect("a name")
                    .to_string_lossy()
                    .into_owned(),
                std::fs::read(&path).expect("a file"),
            )
        })
        .collect()
}

fn same(seed: u64, lang: &str, route: &str, ending: &str, size: (u16, u16)) {
    same_in("openness", seed, lang, [route, ending], size);
}

fn same_in(guide: &str, seed: u64, lang: &str, [route, ending]: [&str; 2], size: (u16, u16)) {
    let first = home();
    let script = random_guide(
        Library::built_in(),
        lang,
        first.path(),
        &mut Dice::new(seed),
        [guide, route, ending],
    );
    same_script(seed, lang, &first, &script, [route, ending], size);
}

/// Walks a script in both faces; what the flow alone made of it stands in the first folder.
fn same_script(
    seed: u64,
    lang: &str,
    first: &tempfile::TempDir,
    script: &Script,
    [route, ending]: [&str; 2],
    size: (u16, u16),
) {
    let (second, third) = (home(), home());
    let at_home = |text: &str, to: &Path| {
        text.replace(&*first.path().to_string_lossy(), &to.to_string_lossy())
    };
    let moved = Script {
        lines: script
            .lines
            .iter()
            .map(|line| at_home(line, second.path()))
            .collect(),
        ..script.clone()
    };
    let (lines, _) = by_lines(Library::built_in(), lang, second.path(), &moved);
    let screen = by_keys(Library::built_in(), lang, third.path(), script, size);
    let differing: Vec<_> = lines
        .iter()
        .filter(|(id, answer)| screen.get(id) != Some(answer))
        .map(|(id, answer)| (id, answer, screen.get(id)))
        .collect();
    assert!(
        differing.is_empty(),
        "seed {seed} {route}: line by line, and on the screen: {differing:#?}
lines go astray at {}
keys go astray at {}",
        astray(script, lang, false),
        astray(script, lang, true),
    );
    assert_eq!(lines, screen, "seed {seed} {route}");
    let written = files(second.path());
    assert_eq!(
        written,
        files(third.path()),
        "seed {seed} {route}: lines go astray at {}",
        astray(script, lang, false)
    );
    let places = script.views.iter();
    let places = places.filter(|view| matches!(view.stage, StageView::Place(_)));
    let papers = match ending {
        // A part of a talk can lead to a paper on which nothing stands yet.
        _ if script.plan.is_some() => places.count(),
        "both" => 2,
        "neither" | "nothing" => 0,
        _ => 1,
    };
    // Each paper is written in one form or several.
    assert!(written.len() >= papers, "seed {seed} {route} {ending}");
    assert_eq!(written.is_empty(), papers == 0, "seed {seed} {route}");
    assert_eq!(written, files(first.path()));
}

/// Finds the first question at which a face is somewhere else than the flow alone; for the message of a failure. Once astray
/// a face stays astray, so half of the moments can be left out at each look.
fn astray(script: &Script, lang: &str, keys: bool) -> String {
    let questions: Vec<usize> = (0..script.views.len())
        .filter(|at| matches!(script.views[*at].stage, StageView::Asking(_)))
        .collect();
    let at = questions.partition_point(|at| is_there(script, *at, lang, keys));
    match questions.get(at) {
        Some(at) => {
            let (lines, keys) = script.given[*at];
            let before = (script.lines.get(..lines), script.keys.get(..keys));
            let last = (
                before.0.and_then(<[_]>::last),
                before.1.and_then(<[_]>::last),
            );
            format!("{:?} after {last:?}", script.views[*at].header)
        }
        None => "no question".to_owned(),
    }
}

fn is_there(script: &Script, at: usize, lang: &str, keys: bool) -> bool {
    let StageView::Asking(expected) = &script.views[at].stage else {
        return true;
    };
    let (lines_before, keys_before) = script.given[at];
    let home = home();
    let (mut flow, mut host) = script.begin(Library::built_in(), lang, home.path());
    if keys {
        let part = Script {
            keys: script.keys[..keys_before].to_vec(),
            ..script.clone()
        };
        press(&mut flow, &mut host, &part, (80, 24));
    } else {
        let mut lines = Lines(script.lines[..lines_before].to_vec().into());
        let _ = plain::run(&mut flow, &mut host, &mut lines, &mut Paper::default());
    }
    if expected.id.as_str().starts_with(':') {
        return true;
    }
    let here = flow.session().and_then(|session| session.here());
    here.is_some_and(|asked| asked.id == expected.id)
}

#[test]
fn both_faces_make_the_same_answers_and_the_same_bytes() {
    for (seed, lang, route, ending, size) in [
        (1, "nl", "sheet", "sheet", (80, 24)),
        (2, "nl", "weigh", "both", (80, 24)),
        (3, "nl", "all", "both", (80, 24)),
        (4, "en", "all", "plan", (100, 30)),
        (5, "en", "weigh", "sheet", (80, 24)),
        (6, "nl", "all", "neither", (200, 60)),
        (7, "en", "sheet", "both", (120, 40)),
    ] {
        same(seed, lang, route, ending, size);
    }
}

#[test]
fn looking_back_and_the_check_of_a_coach_are_the_same_in_both_faces() {
    for (guide, seed, lang, route, ending) in [
        ("revisit", 21, "nl", "all", "note"),
        ("revisit", 22, "en", "talk", "note"),
        ("revisit", 23, "nl", "quarter", "nothing"),
        ("coach", 24, "en", "first", "note"),
        ("coach", 25, "nl", "next", "nothing"),
    ] {
        same_in(guide, seed, lang, [route, ending], (80, 24));
    }
}

#[test]
fn with_a_coach_both_faces_make_the_same_answers_and_the_same_bytes() {
    for (seed, lang, plan, route, ending, size) in [
        (31, "nl", 0, "weigh", "both", (80, 24)),
        (32, "en", 1, "weigh", "neither", (100, 30)),
        (33, "nl", 3, "weigh", "sheet", (80, 24)),
        (34, "en", 4, "all", "both", (80, 24)),
        (35, "nl", 4, "all", "plan", (200, 60)),
    ] {
        let first = home();
        let walk = ["openness", route, ending];
        let dice = &mut Dice::new(seed);
        let script = random_together(lang, first.path(), dice, walk, plan);
        let who = script
            .views
            .iter()
            .filter(|view| matches!(&view.stage, StageView::Asking(asking) if asking.id.as_str().starts_with(":who-")));
        assert_eq!(
            who.count() > 0,
            plan != 1 && plan != 3,
            "{seed}: who sees what is asked"
        );
        assert!(script.views[4..].iter().all(|view| view.together));
        same_script(seed, lang, &first, &script, [route, ending], size);
    }
}

#[test]
fn random_scripts_make_the_same_bytes_in_both_faces() {
    for seed in 100..109 {
        let route = ["sheet", "weigh", "all"][usize::try_from(seed % 3).expect("small")];
        same(
            seed,
            ["nl", "en"][usize::try_from(seed % 2).expect("small")],
            route,
            "both",
            (80, 24),
        );
    }
}

/// A text that is reworded where it is written, one that is left out before saving, and one that is said to be no health.
#[test]
fn the_health_word_check_comes_to_the_same_in_both_faces() {
    let lines = "|  |  | 1 | :skip | :skip | :skip | + Rust door mijn depressie | :why | 1 | Ik werk graag rustig \
                 | + Mijn maandag bij de psycholoog | + Mijn baas is autist | :next \
                 |  | 1 | Sam |  |  |  | :save | 2 | 2 | 3 | 3 | fout | autist | :next | 1 | 0 | :save \
                 | :stop | 1";
    let keys = "enter enter enter space enter f6 f6 f6 \
                end enter 'Rust_door_mijn_depressie enter pause ctrl-g \
                end up*2 backspace*40 'Ik_werk_graag_rustig enter \
                end enter 'Mijn_maandag_bij_de_psycholoog enter end enter 'Mijn_baas_is_autist enter enter \
                enter home enter 'Sam enter down*5 enter down*4 enter enter \
                enter enter end up*2 enter enter end up 'fout enter backspace*4 'autist enter \
                enter enter enter enter ctrl-c ctrl-c";
    for lang in ["nl", "en"] {
        let (first, second) = (home(), home());
        let script = Script {
            lines: lines
                .split('|')
                .map(|line| line.trim().to_owned())
                .collect(),
            keys: vec![keys.to_owned()],
            guide: "openness".to_owned(),
            ..Script::default()
        };
        let (answers, _) = by_lines(Library::built_in(), lang, first.path(), &script);
        let screen = by_keys(Library::built_in(), lang, second.path(), &script, (80, 24));
        assert_eq!(answers, screen, "{lang}");
        let written = files(first.path());
        assert_eq!(written, files(second.path()), "{lang}");
        let bytes: Vec<u8> = written.into_values().flatten().collect();
        let text = String::from_utf8(bytes).expect("plain text");
        for (said, stands) in [
            ("Ik werk graag rustig", true),
            ("Mijn baas is autist", true),
            ("depressie", false),
            ("psycholoog", false),
        ] {
            assert_eq!(text.contains(said), stands, "{lang} {said}: {text}");
        }
    }
}

#[test]
fn with_every_word_marked_no_letter_of_the_program_is_shown_printed_or_written() {
    let first = home();
    let mut dice = Dice::without_letters(11);
    let script = random(
        pseudo::library(),
        "nl",
        first.path(),
        &mut dice,
        "all",
        "both",
    );
    let second = home();
    // Commands are words as well.
    let marked = |line: &String| {
        if line.starts_with(':') {
            pseudo::mark(line)
        } else {
            line.clone()
        }
    };
    let script = Script {
        lines: script.lines.iter().map(marked).collect(),
        ..script
    };
    let (_, printed) = by_lines(pseudo::library(), "nl", second.path(), &script);
    let place = |text: &str| {
        text.replace(&*first.path().to_string_lossy(), "")
            .replace(&*second.path().to_string_lossy(), "")
    };
    let found = pseudo::unmarked(&place(&printed));
    assert!(found.is_empty(), "line by line: {found:?}");
    for (name, text) in files(first.path()) {
        let ending = name.rsplit('.').next().expect("an ending");
        let found = pseudo::unmarked(&reading::text(ending, &text));
        assert!(found.is_empty(), "{name}: {found:?}");
        assert!(pseudo::unmarked(&name).is_empty(), "{name}");
    }
}
