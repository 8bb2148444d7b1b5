//! A terminal that does not show what is typed, for as long as a passphrase is typed.
//!
//! No byte is printed for it, so the promise that nothing steers the terminal holds. What was shown before is shown again when this
//! ends, also by a panic.

use std::io::stdin;

use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};

/// Hiding what is typed; ends when it is dropped.
#[derive(Debug)]
pub struct Hiding {
    before: Termios,
}

impl Hiding {
    /// Begins, where the standard input is a terminal.
    pub fn begin() -> Option<Self> {
        let before = tcgetattr(stdin()).ok()?;
        let mut hidden = before.clone();
        hidden.local_modes.remove(LocalModes::ECHO);
        // The end of the line is shown, so that the next line stands below.
        hidden.local_modes.insert(LocalModes::ECHONL);
        tcsetattr(stdin(), OptionalActions::Now, &hidden).ok()?;
        Some(Self { before })
    }
}

impl Drop for Hiding {
    fn drop(&mut self) {
        // A terminal that is gone shows nothing anyway.
        let _ = tcsetattr(stdin(), OptionalActions::Now, &self.before);
    }
}
