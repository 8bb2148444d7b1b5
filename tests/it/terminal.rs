//! The real program in a real terminal: it starts, it is led by keys, and it gives the terminal back however it ends.

use std::sync::Arc;

use ratatui::Terminal;
use weegwijzer::app::intent::Intent;
use weegwijzer::app::view::{LookView, MapRow, View};
use weegwijzer::content::library::Library;
use weegwijzer::core::ask::Written;
use weegwijzer::core::ids::QuestionId;
use weegwijzer::core::words::{Lang, Words};
use weegwijzer::tui::canvas::Canvas;
use weegwijzer::tui::keymap::Keys;
use weegwijzer::tui::run::{Colors, Leave, Program as Shown, attend};
use weegwijzer::tui::terminal::{Guard, Inbox, Ours};

use crate::support::pty::{Folders, Program, WEEGWIJZER, closed, signal};
use crate::support::script::begin;

const FIRST: &str = "Wat vertel je op je werk?";
const QUESTION: &str = "Hoeveel tijd heb je nu?";
const HIDE: &str = "\u{11}";

#[test]
fn the_terminal_is_given_back_however_the_program_ends() {
    for end in ["\u{3}", HIDE, ".", "TERM", "HUP", "INT", "QUIT"] {
        let folders = Folders::new();
        let mut program = Program::start(&folders, &[]);
        program.wait_for(FIRST);
        assert!(program.screen.screen().alternate_screen());
        if end.len() == 1 {
            program.press(end);
        } else {
            program.signal(end);
        }
        assert_eq!(program.end(), 0, "{end:?}");
        program.is_given_back();
        assert_eq!(folders.files(), [], "{end:?}");
    }
}

#[test]
fn hiding_clears_the_screen_and_leaves_without_a_word() {
    for end in [HIDE, ".", "\u{1b}", "TERM", "HUP", "INT", "QUIT"] {
        let folders = Folders::new();
        let mut program = Program::start(&folders, &[]);
        program.wait_for(FIRST);
        program.press("\r\r\r");
        program.wait_for(QUESTION);
        match end {
            "\u{1b}" => {
                program.press(end);
                program.wait_for("Verbergen en sluiten");
                program.press(".");
            }
            _ if end.len() == 1 => program.press(end),
            _ => program.signal(end),
        }
        assert_eq!(program.end(), 0, "{end:?}");
        program.is_given_back();
        assert_eq!(program.everything().trim(), "", "{end:?}");
        let raw = String::from_utf8_lossy(&program.raw).into_owned();
        assert!(
            raw.contains("\u{1b}[3J"),
            "{end:?}: the scrollback is cleared"
        );
        assert!(
            raw.contains("\u{1b}]0;\u{7}"),
            "{end:?}: the title is reset"
        );
    }
}

#[test]
fn hiding_leaves_nothing_in_sight_of_what_the_other_face_said() {
    for hide in [HIDE, ".", "TERM"] {
        let folders = Folders::new();
        let mut program = Program::start(&folders, &["--plain"]);
        program.wait_for("Enter gaat verder.");
        program.press("\n\n\n");
        program.wait_for(QUESTION);
        program.press(":volledig\n");
        program.wait_until("the full screen", vt100::Screen::alternate_screen);
        program.wait_for(QUESTION);
        if hide.len() == 1 {
            program.press(hide);
        } else {
            program.signal(hide);
        }
        assert_eq!(program.end(), 0, "{hide:?}");
        program.is_given_back();
        assert_eq!(program.everything().trim(), "", "{hide:?}");
    }
}

#[test]
fn what_a_settings_file_says_holds_and_what_is_wrong_in_it_is_told() {
    let settings = "language: en\nkeys:\n  hide: [ctrl+x, \"!\"]\n";
    for (more, hide) in [("", "\u{18}"), ("", "!"), ("face: big\n", "\u{18}")] {
        let folders = Folders::new();
        folders.settings(&format!("{settings}{more}"));
        let before = folders.files();
        let mut program = Program::run(folders.command(WEEGWIJZER), (80, 24));
        if !more.is_empty() {
            program.wait_for("There is a mistake in your settings");
            program.wait_for("settings.yml:4:7: `big`");
            program.press("\r");
        }
        program.wait_for("What do you tell at work?");
        program.press("\r\r");
        program.wait_for("Ctrl+X clears");
        // The key of the table does nothing any more.
        program.press(HIDE);
        program.press(hide);
        assert_eq!(program.end(), 0, "{hide:?}");
        assert_eq!(program.everything().trim(), "");
        assert_eq!(folders.files(), before, "the file is left as it is");
    }
}

#[test]
fn a_terminal_that_is_closed_ends_the_program_quietly() {
    for args in [&[][..], &["--plain"]] {
        let folders = Folders::new();
        let mut command = folders.command(WEEGWIJZER);
        command.args(["--lang", "nl"]);
        command.args(args);
        assert_eq!(closed(command, FIRST), 0, "{args:?}");
        assert_eq!(folders.files(), []);
    }
}

#[test]
fn line_by_line_a_signal_pushes_everything_out_of_sight_and_says_nothing() {
    for end in ["TERM", "HUP", "QUIT", ":verberg\n", ":.\n"] {
        let folders = Folders::new();
        let mut program = Program::start(&folders, &["--plain"]);
        program.wait_for("Enter gaat verder.");
        if end.starts_with(':') {
            program.press(end);
        } else {
            program.signal(end);
        }
        assert_eq!(program.end(), 0, "{end:?}");
        assert_eq!(program.screen.screen().contents().trim(), "", "{end:?}");
        assert!(!program.raw.contains(&0x1b));
        program.is_given_back();
    }
}

/// The program under a shell that can stop and continue it; also returns its process.
fn under_a_shell(folders: &Folders) -> (Program, u32) {
    let mut command = folders.command("/bin/sh");
    command.args(["-i"]);
    command.env("PS1", "ready> ");
    let mut shell = Program::run(command, (80, 24));
    shell.wait_for("ready>");
    // Its own process says its number before it becomes the program.
    shell.press(&format!(
        "sh -c 'echo number $$.; exec {WEEGWIJZER} --lang nl'\r"
    ));
    shell.wait_for(FIRST);
    let raw = String::from_utf8_lossy(&shell.raw).into_owned();
    let said = raw.rsplit("number ").next().expect("it is said");
    let number = said
        .split('.')
        .next()
        .and_then(|number| number.parse().ok());
    (shell, number.expect("a number"))
}

#[test]
fn a_stop_gives_the_terminal_back_and_going_on_takes_it_again() {
    let folders = Folders::new();
    let (mut shell, number) = under_a_shell(&folders);
    shell.press("\r");
    shell.wait_for("Wat dit niet kan");
    for stop in ["\u{1a}", "TSTP"] {
        // The old prompt comes back with the old screen; keys that come before the new one are lost with the stop.
        shell.press_from_here(if stop.len() == 1 { stop } else { "" });
        if stop.len() > 1 {
            signal(number, stop);
        }
        shell.wait_until("the shell", |screen| !screen.alternate_screen());
        shell.wait_for_new("ready>");
        let screen = shell.screen.screen();
        assert!(
            !screen.hide_cursor() && !screen.bracketed_paste(),
            "{stop:?}"
        );
        assert!(!screen.contents().contains("Wat dit niet kan"), "{stop:?}");
        shell.press("fg\r");
        shell.wait_for("Wat dit niet kan");
        assert!(shell.screen.screen().alternate_screen(), "{stop:?}");
    }
    // Stopped by force it cannot put anything in order; going on, it draws everything anew.
    shell.press_from_here("");
    signal(number, "STOP");
    shell.wait_for_new("ready>");
    // The terminal was left as it was, and makes no line end of Enter now.
    shell.press("fg\n");
    shell.wait_until("a screen of its own", |screen| {
        let shown = screen.contents();
        shown.contains("Wat dit niet kan") && !shown.contains("ready>")
    });
    shell.press_from_here("\u{3}");
    shell.wait_for_new("ready>");
    shell.press("exit\r");
    assert_eq!(shell.end(), 0);
}

#[test]
fn where_nobody_could_make_it_go_on_it_does_not_stop() {
    let folders = Folders::new();
    let mut program = Program::start(&folders, &[]);
    program.wait_for(FIRST);
    program.press("\u{1a}\r");
    program.wait_for("Wat dit niet kan");
    program.signal("TSTP");
    program.press("\r");
    program.wait_for("Terug, stoppen, verbergen");
    program.press("\u{3}");
    assert_eq!(program.end(), 0);
}

/// What a person typed, as a panic could carry it.
const TYPED: &str = "kanarie-in-een-fout";
/// Set in the process that goes wrong.
const GOES_WRONG: &str = "WEEGWIJZER_TEST_GOES_WRONG";

/// Shows a first screen with a text of the person's on it; the first thing that is wanted never comes to an end, or it goes
/// wrong.
struct Wrong(View, Arc<Words>, Fault);

#[derive(Clone, Copy, PartialEq)]
enum Fault {
    Panics,
    IsBusy,
}

impl Shown for Wrong {
    fn view(&self) -> View {
        View {
            message: Some(TYPED.to_owned()),
            ..self.0.clone()
        }
    }
    fn words(&self) -> Arc<Words> {
        self.1.clone()
    }
    fn other(&self) -> Option<Lang> {
        None
    }
    fn map(&self) -> Vec<MapRow> {
        Vec::new()
    }
    fn look(&mut self, _: &QuestionId, _: &[Written]) -> Vec<LookView> {
        Vec::new()
    }
    fn send(&mut self, _: Intent) -> Option<Leave> {
        match self.2 {
            Fault::Panics => panic!("{TYPED}"),
            Fault::IsBusy => loop {
                std::thread::park();
            },
        }
    }
}

fn goes_wrong(fault: Fault) {
    let home = std::path::Path::new("/home/test");
    let (flow, _) = begin(Library::built_in(), "nl", home);
    let ours = Ours::default();
    let keys = Keys::default();
    let inbox = Inbox::open(&ours, move |event| keys.hides(event)).expect("a terminal");
    let guard = Guard::take(&ours, flow.words().failure.panic.clone()).expect("a terminal");
    let mut terminal = Terminal::new(Canvas::new(guard.out())).expect("a terminal");
    let mut program = Wrong(flow.view(), flow.words().clone(), fault);
    attend(&mut program, &mut terminal, &inbox, &guard, Colors::None);
}

/// Starts this test once more in a terminal, where it goes wrong.
fn once_more(folders: &Folders, name: &str) -> Program {
    let itself = std::env::current_exe().expect("this test");
    let mut command = folders.command(&itself.to_string_lossy());
    command.args(["--exact", name, "--nocapture"]);
    command.env(GOES_WRONG, "1");
    let mut program = Program::run(command, (80, 24));
    program.wait_for(TYPED);
    program.press("\r");
    program
}

#[test]
fn a_crash_gives_the_terminal_back_and_says_nothing_of_what_was_typed() {
    if std::env::var_os(GOES_WRONG).is_some() {
        return goes_wrong(Fault::Panics);
    }
    let folders = Folders::new();
    let name = "terminal::a_crash_gives_the_terminal_back_and_says_nothing_of_what_was_typed";
    let mut program = once_more(&folders, name);
    assert_ne!(program.end(), 0);
    program.is_given_back();
    let all = program.everything();
    assert!(!all.contains(TYPED), "{all}");
    let version = concat!("weegwijzer ", env!("CARGO_PKG_VERSION"), " ");
    for said in ["Er ging iets mis", "Meld het", version, "terminal.rs:"] {
        assert!(all.contains(said), "{said}: {all}");
    }
    assert_eq!(folders.files(), []);
}

#[test]
fn hiding_does_not_wait_for_a_program_that_is_busy() {
    if std::env::var_os(GOES_WRONG).is_some() {
        return goes_wrong(Fault::IsBusy);
    }
    for hide in [HIDE, "TERM"] {
        let folders = Folders::new();
        let name = "terminal::hiding_does_not_wait_for_a_program_that_is_busy";
        let mut program = once_more(&folders, name);
        if hide.len() == 1 {
            program.press(hide);
        } else {
            program.signal(hide);
        }
        program.wait_until("an empty screen", |screen| !screen.alternate_screen());
        program.is_given_back();
        assert!(!program.everything().contains(TYPED), "{hide:?}");
    }
}

#[test]
fn nothing_of_its_memory_is_ever_written_down() {
    let folders = Folders::new();
    let mut program = Program::start(&folders, &[]);
    program.wait_for(FIRST);
    let id = program.id();
    let limits = std::fs::read_to_string(format!("/proc/{id}/limits")).expect("Linux says it");
    let core = limits.lines().find(|line| line.contains("core file size"));
    let numbers: Vec<&str> = core.expect("there is a limit").split_whitespace().collect();
    assert_eq!(numbers[4..6], ["0", "0"], "{numbers:?}");
    program.signal("ABRT");
    assert_ne!(program.end(), 0);
    assert_eq!(folders.files(), [], "no core file");
}

#[test]
fn line_by_line_no_escape_byte_reaches_the_terminal() {
    let folders = Folders::new();
    let mut program = Program::start(&folders, &["--plain"]);
    program.wait_for("Enter gaat verder.");
    program.press("\n\n\n");
    program.wait_for(QUESTION);
    program.press("1\n");
    program.wait_for("Waar sta je nu met werk?");
    program.press(":stop\n1\n");
    assert_eq!(program.end(), 0);
    assert!(!program.raw.contains(&0x1b));
}
