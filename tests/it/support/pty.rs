//! A program in a real terminal, with folders of its own: what is typed, what stands on the screen and above it, what is written.

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long a slow machine may take for one step before the test counts as failed.
const PATIENCE: Duration = Duration::from_mins(3);
/// The longest pause between two pieces of one screen: they wait for nobody but this reader.
const PIECES: Duration = Duration::from_millis(80);
/// How much of what went by is kept.
const SCROLLBACK: usize = 10_000;

/// The program as it was built for the tests.
pub(crate) const WEEGWIJZER: &str = env!("CARGO_BIN_EXE_weegwijzer");

/// Folders that hold everything a program could write of itself.
pub(crate) struct Folders(tempfile::TempDir);

impl Folders {
    pub(crate) fn new() -> Self {
        let root = tempfile::tempdir().expect("a folder");
        let folders = Self(root);
        for name in ["home", "here", "tmp"] {
            std::fs::create_dir(folders.0.path().join(name)).expect("a folder");
        }
        folders
    }

    pub(crate) fn home(&self) -> PathBuf {
        self.0.path().join("home")
    }

    /// A command that knows no other folders, and nothing of the surroundings of the test.
    pub(crate) fn command(&self, program: &str) -> CommandBuilder {
        let mut command = CommandBuilder::new(program);
        command.env_clear();
        command.env("HOME", self.home());
        command.env("TMPDIR", self.0.path().join("tmp"));
        command.env("TERM", "xterm-256color");
        command.cwd(self.0.path().join("here"));
        command
    }

    /// Every file in the folders, with what is in it.
    pub(crate) fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut files = Vec::new();
        let mut pending = vec![self.0.path().to_owned()];
        while let Some(folder) = pending.pop() {
            for entry in std::fs::read_dir(&folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    pending.push(path);
                } else {
                    let bytes = std::fs::read(&path).expect("a file");
                    files.push((path, bytes));
                }
            }
        }
        files.sort();
        files
    }

    /// Writes a settings file.
    pub(crate) fn settings(&self, text: &str) {
        let folder = self.home().join(".config/weegwijzer");
        std::fs::create_dir_all(&folder).expect("a folder");
        std::fs::write(folder.join("settings.yml"), text).expect("a file");
    }
}

/// A program that runs in a terminal.
pub(crate) struct Program {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    bytes: Receiver<Vec<u8>>,
    pub(crate) screen: vt100::Parser,
    /// Everything that came.
    pub(crate) raw: Vec<u8>,
    /// How much had come when it was looked last.
    here: usize,
    master: Box<dyn MasterPty + Send>,
    /// How the terminal was set before.
    before: String,
}

impl Program {
    /// Starts the program in Dutch.
    pub(crate) fn start(folders: &Folders, args: &[&str]) -> Self {
        let mut command = folders.command(WEEGWIJZER);
        command.args(["--lang", "nl"]);
        command.args(args);
        Self::run(command, (80, 24))
    }

    /// Starts the program with a home that stays.
    pub(crate) fn start_in(home: &Path, args: &[&str]) -> Self {
        let mut command = CommandBuilder::new(WEEGWIJZER);
        command.env_clear();
        command.env("HOME", home);
        command.env("TERM", "xterm-256color");
        command.cwd(home);
        command.args(["--lang", "nl"]);
        command.args(args);
        Self::run(command, (80, 24))
    }

    /// Starts any program.
    pub(crate) fn run(command: CommandBuilder, (cols, rows): (u16, u16)) -> Self {
        let size = PtySize {
            rows,
            cols,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).expect("a terminal");
        let before = format!("{:?}", pair.master.get_termios());
        let child = pair.slave.spawn_command(command);
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
        let size = |number| NonZero::new(number).expect("not zero");
        Self {
            child: child.expect("the program starts"),
            keys: pair.master.take_writer().expect("its input"),
            bytes,
            screen: vt100::Parser::new(size(rows), size(cols), SCROLLBACK),
            raw: Vec::new(),
            here: 0,
            master: pair.master,
            before,
        }
    }

    fn take(&mut self, bytes: &[u8]) {
        self.screen.process(bytes);
        self.raw.extend_from_slice(bytes);
    }

    pub(crate) fn wait_for(&mut self, text: &str) {
        self.wait_until(text, |screen| screen.contents().contains(text));
    }

    pub(crate) fn wait_until(&mut self, what: &str, holds: impl Fn(&vt100::Screen) -> bool) {
        while !holds(self.screen.screen()) {
            match self.bytes.recv_timeout(PATIENCE) {
                Ok(bytes) => self.take(&bytes),
                Err(gone) => panic!(
                    "{what:?} does not come ({gone}):\n{}",
                    self.screen.screen().contents()
                ),
            }
        }
    }

    /// Takes what still comes of a screen that is being drawn: a large one comes in pieces.
    pub(crate) fn settle(&mut self) {
        while let Ok(bytes) = self.bytes.recv_timeout(PIECES) {
            self.take(&bytes);
        }
    }

    /// Waits until a text comes behind what was there when keys were pressed with [`Program::press_from_here`].
    pub(crate) fn wait_for_new(&mut self, text: &str) {
        let wanted = text.split_whitespace().collect::<String>();
        loop {
            // Lines are broken where they are full, so spaces do not count.
            let new = String::from_utf8_lossy(&self.raw[self.here..]).into_owned();
            if new.split_whitespace().collect::<String>().contains(&wanted) {
                return;
            }
            match self.bytes.recv_timeout(PATIENCE) {
                Ok(bytes) => self.take(&bytes),
                Err(gone) => panic!("{text:?} does not come ({gone}):\n{new}"),
            }
        }
    }

    /// Presses keys; what comes from here on is new.
    pub(crate) fn press_from_here(&mut self, keys: &str) {
        self.here = self.raw.len();
        self.press(keys);
    }

    /// What stands on the screen.
    pub(crate) fn in_sight(&mut self) -> String {
        self.screen.screen_mut().set_scrollback(0);
        self.screen.screen().contents()
    }

    pub(crate) fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).expect("keys go in");
        self.keys.flush().expect("keys go in");
    }

    /// Waits for the end; returns the exit code.
    pub(crate) fn end(&mut self) -> u32 {
        loop {
            match self.bytes.recv_timeout(PATIENCE) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => {
                    panic!("it does not end:\n{}", self.screen.screen().contents())
                }
            }
        }
        self.child.wait().expect("it ends").exit_code()
    }

    /// Ends the program as if the power went, and returns everything that was shown.
    pub(crate) fn kill(mut self) -> Vec<u8> {
        self.signal("KILL");
        self.end();
        std::mem::take(&mut self.raw)
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.process_id().expect("it runs")
    }

    pub(crate) fn signal(&self, name: &str) {
        signal(self.id(), name);
    }

    /// Everything that can be seen or scrolled back to.
    pub(crate) fn everything(&mut self) -> String {
        let (rows, _) = self.screen.screen().size();
        let mut all = Vec::new();
        let mut back = SCROLLBACK;
        loop {
            self.screen.screen_mut().set_scrollback(back);
            all.push(self.screen.screen().contents());
            let now = self.screen.screen().scrollback();
            if now == 0 {
                break;
            }
            back = now.saturating_sub(usize::from(rows.get()));
        }
        all.join("\n")
    }

    /// The terminal is as it was: no alternate screen, the cursor shown, nothing switched on, its settings the same.
    pub(crate) fn is_given_back(&self) {
        let screen = self.screen.screen();
        assert!(
            !screen.alternate_screen(),
            "the alternate screen was left on"
        );
        assert!(!screen.hide_cursor(), "the cursor was left hidden");
        assert!(!screen.bracketed_paste(), "bracketed paste was left on");
        // Its settings come back right behind the last bytes; where it goes on running, that takes a moment.
        let now = || format!("{:?}", self.master.get_termios());
        let until = Instant::now() + PATIENCE;
        while now() != self.before && Instant::now() < until {
            std::thread::yield_now();
        }
        assert_eq!(now(), self.before);
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // Where a test goes wrong, its program goes with it.
        let _ = self.child.kill();
    }
}

/// Starts a program, waits until a text stands on its screen, and closes the terminal; returns how it ended.
pub(crate) fn closed(command: CommandBuilder, text: &str) -> u32 {
    let pair = native_pty_system()
        .openpty(PtySize::default())
        .expect("a terminal");
    let mut child = pair.slave.spawn_command(command).expect("it starts");
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().expect("its output");
    let size = |number| NonZero::new(number).expect("not zero");
    let mut screen = vt100::Parser::new(size(24), size(80), 0);
    let mut buffer = [0; 4096];
    while !screen.screen().contents().contains(text) {
        let count = reader.read(&mut buffer).expect("it runs");
        screen.process(&buffer[..count]);
    }
    // With the last hold on it the terminal is gone.
    drop((reader, pair.master));
    child.wait().expect("it ends").exit_code()
}

pub(crate) fn signal(id: u32, name: &str) {
    // The shell knows `kill` itself, also where no such program is installed.
    let status = std::process::Command::new("sh")
        .args(["-c", &format!("kill -s {name} {id}")])
        .status();
    assert!(status.expect("a shell is there").success());
}

/// What is found of a text in files, without those that may hold it.
pub(crate) fn found_in(files: &[(PathBuf, Vec<u8>)], text: &str, but: &[&Path]) -> Vec<PathBuf> {
    let holds = |bytes: &[u8]| {
        bytes
            .windows(text.len())
            .any(|window| window == text.as_bytes())
    };
    files
        .iter()
        .filter(|(path, bytes)| {
            let named = path.to_string_lossy().contains(text);
            named || holds(bytes) && !but.contains(&path.as_path())
        })
        .map(|(path, _)| path.clone())
        .collect()
}
