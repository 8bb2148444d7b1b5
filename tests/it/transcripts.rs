//! Whole sessions in lines: what is typed and what is printed, through the real flow, to a written file.

use std::cell::RefCell;
use std::io::{self, Write};
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

use proptest::prelude::*;
use weegwijzer::app::flow::{Flow, Start};
use weegwijzer::app::host::Host;
use weegwijzer::content::library::Library;
use weegwijzer::core::text::width;
use weegwijzer::core::words::Lang;
use weegwijzer::plain::{Incoming, Leave, LineSource, Reading, run};

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
        let Some(line) = self.lines.next() else {
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
fn start(lang: &str, home: &Path) -> (Flow, Host) {
    let library = Library::built_in();
    let lang = Lang::new(lang);
    let words = library.words(&lang).expect("the words load");
    let flow = Flow::start(Start {
        lang,
        words: Arc::new(words),
        langs: library.langs(),
        guide: "openness".to_owned(),
        folder: String::new(),
    });
    (flow, Host::new(library, Some(home.to_owned())))
}

/// Walks a script on; returns how it ended, and the transcript.
fn go_on(flow: &mut Flow, host: &mut Host, script: &[&str]) -> (Leave, String) {
    let mut paper = Paper::default();
    let mut input = Script {
        lines: script.to_vec().into_iter(),
        paper: paper.clone(),
    };
    let left = run(flow, host, &mut input, &mut paper).expect("a paper can be written");
    let text = String::from_utf8(paper.0.borrow().clone()).expect("text is printed");
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
fn walk(lang: &str, home: &Path, script: &[&str]) -> (Leave, String) {
    let (mut flow, mut host) = start(lang, home);
    let (left, text) = go_on(&mut flow, &mut host, script);
    (left, text.replace(&*home.to_string_lossy(), "[home]"))
}

/// Walks past the three first screens and returns the program at its first question; it can be cloned.
fn at_the_first_question(lang: &str, home: &Path) -> (Flow, Host) {
    let (mut flow, mut host) = start(lang, home);
    go_on(&mut flow, &mut host, &["", "", ""]);
    (flow, host)
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
            "2 omhoog",
            "4 waarom",
            "4 zachter",
            ":lees",
            ":bewaar",
            ":bewaar",
            ":stop",
            "ja",
        ],
    );
    snapshot("short_route_nl", &text);
    assert_eq!(left, Leave::Exit);
    assert!(home.path().join("zo-werk-ik-goed.txt").exists());
}

#[test]
fn health_words_are_decided_on_before_an_english_sheet_is_written() {
    let home = home();
    let (left, text) = walk(
        "en",
        home.path(),
        &[
            "",
            "",
            "",
            "1",
            "6",
            "kitchen",
            ":skip",
            "+ Short days because of my depression",
            "+ My psychologist on Mondays",
            "- 76",
            "+ I take lithium at noon",
            "0",
            ":skipp",
            ":skip",
            ":skip",
            "",
            "1",
            "Sam",
            "",
            "",
            "2026-12-03",
            ":save",
            "",
            "9",
            "3",
            "other",
            "depression", // not about health, with the word typed
            "1",
            ":back",
            "1",
            "Still lithium",
            "I have a break at noon", // own words
            "",
            ":done",
            ":map",
            "",
            "1",
            ":back",
            ":review",
            "2",
            ":keep",
            "back",
            ":<",
            "^C",
            "2",
            "^C",
            "1",
        ],
    );
    snapshot("health_words_en", &text);
    assert_eq!(left, Leave::Exit);
    assert_eq!(std::fs::read_dir(home.path()).expect("a folder").count(), 0);
}

#[test]
fn the_long_way_to_an_own_plan_in_dutch() {
    let home = home();
    let (left, text) = walk(
        "nl",
        home.path(),
        &[
            "",
            "",
            "",
            "alles",
            "2",
            "", // applying
            ":?",
            ":woorden",
            "een gesprek",
            "morgen",
            "3-12-2026",
            "1 2",
            "2",  // alone and a coach do not go together
            "ja", // benefit
            "",
            "1", // earlier: with nobody
            "1 3 + goed luisteren",
            "2",
            "Als ik weet wat ik ga doen.",
            ":?",
            "En als het rustig is.",
            "", // own words
            "1 3",
            "2",
            "0",
            "0",
            "0",
            "0",
            "0",
            "0",
            "+ stil leren",
            ":klaar",
            "2 1", // most important
            ":klaar",
            ":klaar", // agreements left empty
            "3 1 2",  // values
            "4",
            "8",
            "1",
            "7",
            "6", // places between two poles
            "",
            ":nuniet",
            ":lieverniet",
            "4=2 7 = 3",
            "99=1",
            "4=4",
            "zwaar",
            "",
            "+ Mijn zus weet het ook",
            "3",
            "2",
            ":meer",
            "30=1",
            ":klaar",
            "1", // hurts most
            "",
            "2", // exceptions, degree
            "2",
            "7",
            "1",
            "",
            "",
            "",
            "1",
            ":terug",
            "-",
            "1",
            "",
            ":klaar", // plan
            "",
            ":stapoverslaan", // what you should know
            "Ik werk graag rustig.",
            "",
            "Kan dat?",
            ":overslaan",
            ":weetniet",
            "4",
            "1 2",
            "",
            "2",
            "",
            "1",
            "1",
            "1",
            "2",
            "::een dubbele punt",
            "eerste regel",
            "tweede regel",
            ":wis",
            "nieuwe regel",
            "",
            "1 2",
            "",
            ":lees",
            ":bewaar",
            "plan.doc",
            "niet/hier/plan.txt",
            "plan.md",
            "oefenen",
            "",
            "",
            "1-2-2027",
            ":alles",
            ":>",
            "1",
            ":klaar",
            ":taal",
            ":hide",
        ],
    );
    snapshot("own_plan_nl", &text);
    assert_eq!(left, Leave::Hide);
}

#[test]
fn an_own_guide_with_mistakes_is_said_and_passed_by() {
    let home = home();
    let files = [(
        "openness/guide.yml".to_owned(),
        "guide: openness\nversion: een\n".to_owned(),
    )];
    let (mut flow, _) = start("nl", home.path());
    let library = Library::with_own("/eigen".to_owned(), files.into_iter().collect());
    let mut host = Host::new(library, None);
    let (_, text) = go_on(&mut flow, &mut host, &["", "", "", "", ":uitleg", "1"]);
    for said in ["openness/guide.yml:2:10: Q014", "Hoeveel tijd heb je nu?"] {
        assert!(text.contains(said), "{text}");
    }
}

/// What was printed after the line that was typed last.
fn last(text: &str) -> &str {
    text.rsplit_once("> ").map_or(text, |(_, last)| last)
}

#[test]
fn what_is_half_typed_stays_when_something_else_is_looked_at() {
    let home = home();
    let (flow, host) = at_the_first_question("nl", home.path());
    let at_lines = ["1", ":overslaan", "eerste regel"];
    for looked_at in [
        &[":uitleg"][..],
        &[":weer"],
        &[":woorden"],
        &[":onzin"],
        &[":opdrachten"],
        &[":kaart", ":terug"],
        &[":alles", ":terug"],
        &[":terug", ":houden"],
        &[":taal", ":taal"],
        &["^C", "2"],
        &[":taal"],
    ] {
        let mut script = at_lines.to_vec();
        script.extend(looked_at);
        script.extend(["tweede regel", "", ":terug"]);
        let (_, text) = go_on(&mut flow.clone(), &mut host.clone(), &script);
        let said = last(&text);
        assert!(
            said.contains("   eerste regel\n   tweede regel\n"),
            "{looked_at:?}: {said}"
        );
    }
}

#[test]
fn a_form_half_through_goes_on_where_it_was() {
    let home = home();
    let (flow, host) = at_the_first_question("en", home.path());
    for looked_at in [
        &[":help"][..],
        &[":map", ":back"],
        &[":review", ":back"],
        &["^C", "no"],
    ] {
        let mut script = vec!["1", "2"];
        script.extend(looked_at);
        script.extend(["a kitchen", ":back", ":again"]);
        let (_, text) = go_on(&mut flow.clone(), &mut host.clone(), &script);
        let said = last(&text);
        assert!(
            said.contains("I am applying for jobs") && said.contains("a kitchen"),
            "{looked_at:?}: {said}"
        );
    }
}

#[test]
fn what_a_change_sets_aside_is_said_first_and_needs_a_yes() {
    let home = home();
    let (_, text) = walk(
        "en",
        home.path(),
        &[
            "",
            "",
            "",
            "2",
            ":done",
            ":done",
            "1",
            "no",
            "",
            "2",
            "It went well.",
            "",
            ":review",
            "6",
            "1",
            "",
            "maybe",
            ":done",
            "no",
            ":review",
            "6",
            "1",
            "yes",
            ":undo",
        ],
    );
    snapshot("consequence_en", &text);
}

#[test]
fn a_file_that_is_there_is_replaced_only_after_a_yes() {
    let home = home();
    let plan = home.path().join("mijn-eigen-plan.txt");
    std::fs::write(&plan, "old").expect("a file can be written");
    let mut script = vec!["", "", "", "1"];
    script.extend([":overslaan"; 3]);
    script.extend([
        "",
        "2",
        ":overslaan",
        "Ik ga even naar buiten.",
        "",
        ":overslaan",
        ":bewaar",
    ]);
    let (_, text) = walk(
        "nl",
        home.path(),
        &[&script[..], &[":bewaar", "", "nee", ":klaar"]].concat(),
    );
    assert_eq!(
        std::fs::read_to_string(&plan).expect("it is there"),
        "old",
        "{text}"
    );
    let (_, text) = walk(
        "nl",
        home.path(),
        &[&script[..], &[":bewaar", "1"]].concat(),
    );
    snapshot("replace_nl", &text);
    assert_ne!(std::fs::read_to_string(&plan).expect("it is there"), "old");
}

#[test]
fn nothing_that_is_typed_can_steer_the_terminal() {
    let home = home();
    let (left, text) = walk(
        "nl",
        home.path(),
        &[
            "",
            "",
            "",
            "1",
            "\u{1b}[2J",
            "2",
            "\u{1b}]0;titel\u{7} magazijn",
            "een \u{9b}31m tekst",
            "",
            "+ rood \u{1b}[31m",
            "0",
            ":\u{1b}c",
            ":overslaan",
            "",
            "1",
            "\u{1b}naam",
            "",
            "",
            "",
            "\u{1b}",
            ":lees",
            ":alles",
            ":kaart",
            ":terug",
            ":terug",
            ":bewaar",
            "\u{1b}[2J.txt",
        ],
    );
    assert_eq!(left, Leave::Exit);
    assert!(text.contains("[2J.txt"), "{text}");
}

#[test]
fn hiding_pushes_everything_out_of_sight_and_says_nothing() {
    let home = home();
    let (left, text) = walk("nl", home.path(), &["", ":."]);
    assert_eq!(left, Leave::Hide);
    assert!(text.ends_with(&format!("> :.\n{}", "\n".repeat(100))));
}

#[test]
fn the_full_screen_is_one_line_away() {
    let home = home();
    for script in [&["2"][..], &["", ":volledig"]] {
        let (left, _) = walk("nl", home.path(), script);
        assert_eq!(
            left,
            if cfg!(feature = "tui") {
                Leave::Full
            } else {
                Leave::Exit
            }
        );
    }
}

#[test]
fn the_end_of_the_input_ends_calmly_everywhere() {
    let home = home();
    let (flow, host) = at_the_first_question("en", home.path());
    let script = [
        "1",
        "2",
        "kitchen",
        "It went well.",
        "",
        "1 2",
        ":next",
        ":next",
        "",
        "1",
        ":next",
        ":save",
    ];
    for typed in 0..=script.len() {
        let (left, text) = go_on(&mut flow.clone(), &mut host.clone(), &script[..typed]);
        assert_eq!(left, Leave::Exit);
        assert!(text.ends_with("Goodbye.\n"), "{text}");
    }
    assert_eq!(std::fs::read_dir(home.path()).expect("a folder").count(), 0);
}

#[test]
fn stopping_is_asked_once() {
    let home = home();
    let (flow, host) = at_the_first_question("en", home.path());
    for (script, stops) in [
        (&["1", ":stop", "1"][..], true),
        (&["1", ":q", ":q"], true),
        (&["1", "^C", "^C"], true),
        (&["^C"], true),
        (&["1", ":stop", "no", ":again"], false),
        (&["1", ":stop", "", ":back", ":again"], false),
    ] {
        let (_, text) = go_on(&mut flow.clone(), &mut host.clone(), script);
        let said = last(&text);
        assert_eq!(
            !said.contains("Where are you now"),
            stops,
            "{script:?}: {said}"
        );
    }
}

#[test]
fn commands_that_mean_nothing_here_say_so() {
    let home = home();
    let (flow, host) = at_the_first_question("en", home.path());
    for command in [
        ":keep",
        ":next",
        ":more",
        ":notnow",
        ":undo",
        ":skipstep",
        ":read",
        ":save",
    ] {
        let (_, text) = go_on(&mut flow.clone(), &mut host.clone(), &[command]);
        assert!(
            last(&text).contains("does nothing here."),
            "{command}: {text}"
        );
    }
}

/// A reader that is gone.
struct Gone(io::ErrorKind);

impl Write for Gone {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn it_ends_quietly_when_nobody_reads() {
    let home = home();
    let (mut flow, mut host) = start("nl", home.path());
    let mut end = |kind| {
        run(
            &mut flow,
            &mut host,
            &mut Reading::new(&b""[..]),
            &mut Gone(kind),
        )
    };
    assert_eq!(end(io::ErrorKind::BrokenPipe).ok(), Some(Leave::Exit));
    assert!(end(io::ErrorKind::StorageFull).is_err());
}

#[test]
fn a_line_that_is_far_too_long_is_refused_and_nothing_is_lost() {
    let home = home();
    let (mut flow, mut host) = at_the_first_question("en", home.path());
    let mut bytes = vec![b'a'; 2 << 20];
    bytes.extend_from_slice(b"\n1\n");
    let mut paper = Paper::default();
    run(
        &mut flow,
        &mut host,
        &mut Reading::new(&bytes[..]),
        &mut paper,
    )
    .expect("it can be written");
    let text = String::from_utf8(paper.0.borrow().clone()).expect("text is printed");
    assert!(
        text.contains("This line is too long.") && text.contains("Where are you now"),
        "{text}"
    );
}

/// Lines as a person could type them, and as nobody would.
fn any_line() -> impl Strategy<Value = String> {
    let known = [
        "",
        "",
        "1",
        "2",
        "3",
        "1 2",
        "0",
        "+ iets",
        "- 1",
        "4=2",
        "=",
        "ja",
        "nee",
        "1 omhoog",
        "2 zachter",
        ":terug",
        ":klaar",
        ":overslaan",
        ":weetniet",
        ":lieverniet",
        ":kaart",
        ":alles",
        ":weer",
        ":meer",
        ":houden",
        ":herstel",
        ":stapoverslaan",
        ":uitleg",
        ":wis",
        ":lees",
        ":bewaar",
        ":taal",
        "^C",
        "Ik heb een depressie.",
        "depressie",
    ];
    prop_oneof![
        6 => proptest::sample::select(known.to_vec()).prop_map(str::to_owned),
        1 => "\\PC{0,30}",
        1 => any::<String>().prop_map(|line| line.replace('\n', " ")),
        1 => "[0-9 =+-]{0,8}",
    ]
}

#[test]
fn no_lines_bring_the_program_down_or_steer_the_terminal() {
    let home = home();
    let (flow, host) = at_the_first_question("nl", home.path());
    let config = ProptestConfig {
        cases: 24,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    proptest!(config, |(lines in proptest::collection::vec(any_line(), 0..60))| {
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        // `go_on` looks at every line that is printed.
        go_on(&mut flow.clone(), &mut host.clone(), &lines);
    });
}
