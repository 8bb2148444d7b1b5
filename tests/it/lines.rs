//! The face that speaks in lines: what stays when one looks around, what ends it, and what can never be printed.

use std::io::{self, Write};

use proptest::prelude::*;
use weegwijzer::app::host::Host;
use weegwijzer::content::library::Library;
use weegwijzer::plain::{Leave, Reading, run};

use crate::support::talk::{
    Paper, at_the_first_question, go_on, home, is_empty, last, start, typed, walk,
};

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
    for said in ["openness/guide.yml:2:10: Q", "Hoeveel tijd heb je nu?"] {
        assert!(text.contains(said), "{text}");
    }
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
        script.extend(["3", "a kitchen", ":back", ":again"]);
        let (_, text) = go_on(&mut flow.clone(), &mut host.clone(), &script);
        let said = last(&text);
        assert!(
            said.contains("I am applying for jobs") && said.contains("a kitchen"),
            "{looked_at:?}: {said}"
        );
    }
}

#[test]
fn nothing_that_is_typed_can_steer_the_terminal() {
    let home = home();
    let (left, text) = walk(
        "nl",
        home.path(),
        &typed(
            "|  |  | 1 | \u{1b}[2J | 2 | 3 | \u{1b}]0;titel\u{7} magazijn | een \u{9b}31m tekst |  | \
             + rood \u{1b}[31m | 0 | :\u{1b}c | :overslaan |  | 1 | \u{1b}naam |  |  |  | \u{1b} | \
             :lees | :alles | :kaart | :terug | :terug | :bewaar | 1 | \u{1b}[2J.txt",
        ),
    );
    assert_eq!(left, Leave::Exit);
    assert!(text.contains("[2J.txt"), "{text}");
}

#[test]
fn hiding_pushes_everything_out_of_sight_and_says_nothing() {
    let home = home();
    let (left, text) = walk("nl", home.path(), &typed(":."));
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
    assert!(is_empty(home.path()));
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
    let text = paper.text();
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
