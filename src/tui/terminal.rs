//! The terminal itself: raw mode, the alternate screen, pasted text, signals. No other file of this face touches it.
//!
//! Promises:
//! - the terminal is given back on return, on an error, at a panic and at a signal, once, whatever way comes first;
//! - at a panic a fixed sentence and a place in the program are said, never what the panic carries;
//! - two threads wait, one for the terminal and one for signals; neither ever wakes without a reason;
//! - the terminal is read only while an event is wanted, so that nothing is taken from a face that comes after this one.

use std::cell::Cell;
use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::{MoveTo, Show};
use crossterm::event::{self, DisableBracketedPaste, EnableBracketedPaste, Event};
use crossterm::execute;
use crossterm::style::ResetColor;
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, SetTitle, disable_raw_mode,
    enable_raw_mode,
};

use crate::app::panics;
#[cfg(unix)]
use crate::app::signals::{self, Sign, Stops, Watch};

/// What comes into the inbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// Events of the terminal that came together.
    Events(Vec<Event>),
    /// The terminal is gone.
    End,
    /// The system asks the program to end: clear and leave.
    Hide,
    /// The system asks the program to stop for a moment.
    Suspend,
    /// The program goes on after it was stopped by the system.
    Resumed,
    /// Nothing came for a while.
    Quiet,
}

/// Where everything that happens arrives.
#[derive(Debug)]
pub struct Inbox {
    arrived: Receiver<Message>,
    wanted: Sender<()>,
    /// The terminal is being read; it is asked again only after its events came.
    asked: Cell<bool>,
    #[cfg(unix)]
    _signals: Option<Watch>,
}

impl Inbox {
    /// Opens the inbox on the terminal and on signals. Where a signal or a key asks to hide (`hides` says which key does), the
    /// screen is cleared before anything else happens, also while the program is busy.
    pub fn open(ours: &Ours, hides: impl Fn(&Event) -> bool + Send + 'static) -> io::Result<Self> {
        let (into, arrived) = channel();
        let (wanted, wants) = channel();
        #[cfg(unix)]
        let signals = Some(signs(ours.clone(), into.clone())?);
        let ours = ours.clone();
        thread::Builder::new()
            .name("terminal".to_owned())
            .spawn(move || read_terminal(&wants, &into, &ours, &hides))?;
        Ok(Self {
            arrived,
            wanted,
            asked: Cell::new(false),
            #[cfg(unix)]
            _signals: signals,
        })
    }

    /// An inbox in which everything lies already; tests use it as a script.
    pub fn filled(messages: impl IntoIterator<Item = Message>) -> Self {
        let (into, arrived) = channel();
        let (wanted, _) = channel();
        for message in messages {
            // The receiving end is right here.
            let _ = into.send(message);
        }
        Self {
            arrived,
            wanted,
            asked: Cell::new(false),
            #[cfg(unix)]
            _signals: None,
        }
    }

    /// Says that events of the terminal may come again; until then none are read.
    pub fn want(&self) {
        if !self.asked.replace(true) {
            // A reader that is gone has sent `End` before.
            let _ = self.wanted.send(());
        }
    }

    /// Waits for something to happen, no longer than that where a limit is given. Nothing when nothing did.
    pub fn wait(&self, within: Option<Duration>) -> Option<Message> {
        let arrived = match within {
            None => self.arrived.recv().unwrap_or(Message::End),
            Some(within) => match self.arrived.recv_timeout(within) {
                Ok(message) => message,
                Err(RecvTimeoutError::Timeout) => return None,
                Err(RecvTimeoutError::Disconnected) => Message::End,
            },
        };
        Some(self.noted(arrived))
    }

    /// Returns what waits already.
    pub fn next(&self) -> Option<Message> {
        self.arrived
            .try_recv()
            .ok()
            .map(|message| self.noted(message))
    }

    fn noted(&self, message: Message) -> Message {
        if matches!(message, Message::Events(_)) {
            self.asked.set(false);
        }
        message
    }
}

/// Reads the terminal, one batch for each time it is wanted. Everything that waits in it comes in one batch.
fn read_terminal(
    wants: &Receiver<()>,
    into: &Sender<Message>,
    ours: &Ours,
    hides: &dyn Fn(&Event) -> bool,
) {
    while wants.recv().is_ok() {
        let Ok(first) = event::read() else { break };
        let mut events = vec![first];
        while event::poll(Duration::ZERO).unwrap_or(false) {
            match event::read() {
                Ok(event) => events.push(event),
                Err(_) => break,
            }
        }
        if events.iter().any(hides) {
            ours.clear();
        }
        if into.send(Message::Events(events)).is_err() {
            return;
        }
    }
    // Nobody may be left to hear it.
    let _ = into.send(Message::End);
}

/// Signals become messages.
#[cfg(unix)]
fn signs(ours: Ours, into: Sender<Message>) -> io::Result<Watch> {
    signals::watch(Stops::Face, move |sign| {
        let message = match sign {
            Sign::Leave | Sign::Interrupt => {
                ours.clear();
                Message::Hide
            }
            Sign::Stop => Message::Suspend,
            Sign::GoOn => Message::Resumed,
        };
        into.send(message).is_ok()
    })
}

/// Whether the terminal is ours. Whoever gives it back or clears it does so once.
#[derive(Debug, Clone, Default)]
pub struct Ours(Arc<AtomicBool>);

impl Ours {
    fn is(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }

    /// Lets go of it; says whether it was ours until now.
    fn let_go(&self) -> bool {
        self.0.swap(false, Ordering::SeqCst)
    }

    /// Clears everything a person could see or scroll back to, and gives the terminal back.
    fn clear(&self) {
        if self.let_go() {
            // Where the terminal is gone there is nothing to clear and nobody to tell.
            let _ = execute!(
                io::stdout(),
                ResetColor,
                Clear(ClearType::All),
                DisableBracketedPaste,
                Show,
                LeaveAlternateScreen,
                Clear(ClearType::All),
                Clear(ClearType::Purge),
                MoveTo(0, 0),
                SetTitle("")
            );
            let _ = disable_raw_mode();
        }
    }
}

/// The terminal in our hands; letting go of it gives it back.
#[derive(Debug)]
pub struct Guard {
    ours: Ours,
}

impl Guard {
    /// Takes the terminal. `sentence` is what is said at a panic.
    pub fn take(ours: &Ours, sentence: String) -> io::Result<Self> {
        let at_panic = ours.clone();
        panics::hush(sentence, move || {
            if at_panic.let_go() {
                give_back();
            }
        });
        let guard = Self { ours: ours.clone() };
        guard.enter()?;
        Ok(guard)
    }

    /// A way to write to the terminal. What is written after the terminal was given back is dropped.
    pub fn out(&self) -> Out {
        Out {
            ours: self.ours.clone(),
        }
    }

    /// Clears everything a person could see or scroll back to, and gives the terminal back.
    pub fn hide(self) {
        self.ours.clear();
    }

    /// Gives the terminal back and stops, as Ctrl+Z does in other programs; takes it again when the program goes on. Where
    /// nobody could make it go on (no shell above it), nothing stops.
    pub fn suspend(&self) -> io::Result<()> {
        #[cfg(unix)]
        if signals::can_stop() {
            if self.ours.let_go() {
                give_back();
            }
            signals::stop()?;
            self.enter()?;
        }
        Ok(())
    }

    /// Puts a text on the clipboard, as far as the terminal can (OSC 52). No answer is waited for: many terminals give none.
    pub fn copy(&self, text: &str) -> io::Result<()> {
        if self.ours.is() {
            execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text))?;
        }
        Ok(())
    }

    /// Takes the terminal again after the program was stopped from outside: others may have changed it.
    pub fn again(&self) -> io::Result<()> {
        if self.ours.is() {
            disable_raw_mode()?;
            self.enter()?;
        }
        Ok(())
    }

    fn enter(&self) -> io::Result<()> {
        self.ours.0.store(true, Ordering::SeqCst);
        let entered = enable_raw_mode().and_then(|()| {
            execute!(
                io::stdout(),
                EnterAlternateScreen,
                EnableBracketedPaste,
                Clear(ClearType::All)
            )
        });
        if entered.is_err() && self.ours.let_go() {
            give_back();
        }
        entered
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        if self.ours.let_go() {
            give_back();
        }
    }
}

/// Gives the terminal back as far as it is still there. Errors have nowhere to go: the terminal is where they would be said.
fn give_back() {
    let _ = execute!(
        io::stdout(),
        ResetColor,
        DisableBracketedPaste,
        Show,
        LeaveAlternateScreen
    );
    let _ = disable_raw_mode();
}

/// Writes to the terminal as long as it is ours, so that nothing of a screen is shown after leaving.
#[derive(Debug)]
pub struct Out {
    ours: Ours,
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.ours.is() {
            io::stdout().write(bytes)
        } else {
            Ok(bytes.len())
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.ours.is() {
            io::stdout().flush()
        } else {
            Ok(())
        }
    }
}
