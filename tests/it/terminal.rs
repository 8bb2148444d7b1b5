//! The real program in a real terminal: it starts, it is led by keys, and it gives the terminal back however it ends.

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long a slow machine may take for one step before the test counts as failed.
const PATIENCE: Duration = Duration::from_mins(1);

/// The program in a terminal of its own.
pub(crate) struct Program {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    bytes: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    raw: Vec<u8>,
    _master: Box<dyn MasterPty + Send>,
    home: Option<tempfile::TempDir>,
}

impl Program {
    fn start(args: &[&str]) -> Self {
        let home = tempfile::tempdir().expect("a home of its own");
        let mut started = Self::start_in(home.path(), args);
        started.home = Some(home);
        started
    }

    /// Starts the program with a home that stays.
    pub(crate) fn start_in(home: &Path, args: &[&str]) -> Self {
        let size = PtySize {
            rows: 24,
            cols: 80,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).expect("a terminal");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_weegwijzer"));
        command.env_clear();
        command.env("HOME", home);
        command.env("TERM", "xterm-256color");
        command.cwd(home);
        command.args(["--lang", "nl"]);
        command.args(args);
        let child = pair
            .slave
            .spawn_command(command)
            .expect("the program starts");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("its output");
        let (into, bytes) = channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if into.send(buffer[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let keys = pair.master.take_writer().expect("its input");
        let size = |number| NonZero::new(number).expect("not zero");
        let screen = vt100::Parser::new(size(24), size(80), 0);
        Self {
            child,
            keys,
            bytes,
            screen,
            raw: Vec::new(),
            _master: pair.master,
            home: None,
        }
    }

    fn take(&mut self, bytes: &[u8]) {
        self.screen.process(bytes);
        self.raw.extend_from_slice(bytes);
    }

    pub(crate) fn wait_for(&mut self, text: &str) {
        while !self.screen.screen().contents().contains(text) {
            match self.bytes.recv_timeout(PATIENCE) {
                Ok(bytes) => self.take(&bytes),
                Err(gone) => panic!(
                    "{text:?} does not come ({gone}):\n{}",
                    self.screen.screen().contents()
                ),
            }
        }
    }

    pub(crate) fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).expect("keys go in");
        self.keys.flush().expect("keys go in");
    }

    /// Waits for the end; returns the exit code.
    pub(crate) fn end(&mut self) -> u32 {
        while let Ok(bytes) = self.bytes.recv_timeout(PATIENCE) {
            self.take(&bytes);
        }
        self.child.wait().expect("it ends").exit_code()
    }

    /// Ends the program as if the power went, and returns everything that was shown.
    pub(crate) fn kill(mut self) -> Vec<u8> {
        self.signal("KILL");
        self.end();
        self.raw
    }

    fn signal(&self, name: &str) {
        let id = self.child.process_id().expect("it runs").to_string();
        // The shell knows `kill` itself, also where no such program is installed.
        let status = std::process::Command::new("sh")
            .args(["-c", &format!("kill -s {name} {id}")])
            .status();
        assert!(status.expect("a shell is there").success());
    }

    /// The alternate screen is left, the cursor shown, bracketed paste off.
    fn is_given_back(&self) {
        let screen = self.screen.screen();
        assert!(
            !screen.alternate_screen(),
            "the alternate screen was left on"
        );
        assert!(!screen.hide_cursor(), "the cursor was left hidden");
        assert!(!screen.bracketed_paste(), "bracketed paste was left on");
    }
}

const FIRST: &str = "Wat vertel je op je werk?";

#[test]
fn the_terminal_is_given_back_however_the_program_ends() {
    for end in ["\u{3}", "TERM", "HUP", "INT"] {
        let mut program = Program::start(&[]);
        program.wait_for(FIRST);
        assert!(program.screen.screen().alternate_screen());
        if end.len() == 1 {
            program.press(end);
        } else {
            program.signal(end);
        }
        assert_eq!(program.end(), 0, "{end:?}");
        program.is_given_back();
    }
}

#[test]
fn hiding_clears_the_screen_and_leaves_without_a_word() {
    let mut program = Program::start(&[]);
    program.wait_for(FIRST);
    program.press("\r\r\r");
    program.wait_for("Hoeveel tijd heb je nu?");
    program.press("\u{11}");
    assert_eq!(program.end(), 0);
    program.is_given_back();
    assert_eq!(program.screen.screen().contents().trim(), "");
    let raw = String::from_utf8_lossy(&program.raw).into_owned();
    assert!(raw.contains("\u{1b}[3J"), "the scrollback is cleared");
}

#[test]
fn line_by_line_no_escape_byte_reaches_the_terminal() {
    let mut program = Program::start(&["--plain"]);
    program.wait_for("Enter gaat verder.");
    program.press("\n\n\n");
    program.wait_for("Hoeveel tijd heb je nu?");
    program.press("1\n");
    program.wait_for("Waar sta je nu met werk?");
    program.press(":stop\n1\n");
    assert_eq!(program.end(), 0);
    assert!(!program.raw.contains(&0x1b));
}
