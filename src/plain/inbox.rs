//! The one inbox of the running program: lines that are typed, and signals.
//!
//! Two threads fill it and both only wait: one reads a line when one is asked for, one waits for signals. A line is read
//! only on request, so that nothing is taken from a face that comes after this one.

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

#[cfg(unix)]
use crate::app::signals::{self, Sign, Stops, Watch};
use crate::plain::hiding::Hiding;
use crate::plain::lines::{Incoming, LineSource, Reading, Typing};

/// Lines and signals, in the order they come.
#[derive(Debug)]
pub struct Inbox {
    wanted: Sender<()>,
    arrived: Receiver<Incoming>,
    waiting: bool,
    #[cfg(unix)]
    hiding: Option<Hiding>,
    #[cfg(unix)]
    _signals: Watch,
}

impl Inbox {
    /// Opens the inbox on the standard input.
    pub fn open() -> io::Result<Self> {
        let (wanted, wants) = channel::<()>();
        let (lines, arrived) = channel();
        #[cfg(unix)]
        let signals = signs(lines.clone())?;
        thread::Builder::new()
            .name("lines".to_owned())
            .spawn(move || {
                while wants.recv().is_ok() {
                    let line = Reading::new(io::stdin().lock()).next_line();
                    if lines.send(line).is_err() {
                        break;
                    }
                }
            })?;
        Ok(Self {
            wanted,
            arrived,
            waiting: false,
            #[cfg(unix)]
            hiding: None,
            #[cfg(unix)]
            _signals: signals,
        })
    }
}

impl LineSource for Inbox {
    fn next_line(&mut self) -> Incoming {
        self.next_within(None)
    }

    fn next_within(&mut self, within: Option<Duration>) -> Incoming {
        // A signal may come while a line is being typed; that line is still waited for.
        if !self.waiting {
            self.waiting = self.wanted.send(()).is_ok();
        }
        let came = match within {
            None => self.arrived.recv().unwrap_or(Incoming::End),
            Some(within) => match self.arrived.recv_timeout(within) {
                Ok(came) => came,
                Err(RecvTimeoutError::Timeout) => Incoming::Late,
                Err(RecvTimeoutError::Disconnected) => Incoming::End,
            },
        };
        match &came {
            Incoming::Line(_) | Incoming::TooLong => self.waiting = false,
            Incoming::Interrupt | Incoming::Late | Incoming::Hide | Incoming::End => {}
        }
        came
    }

    #[cfg(unix)]
    fn show_typing(&mut self, typing: Typing) {
        match typing {
            Typing::Shown => self.hiding = None,
            Typing::Hidden if self.hiding.is_none() => self.hiding = Hiding::begin(),
            Typing::Hidden => {}
        }
    }
}

/// Signals become what comes in. A stop for a moment is the system's: there is nothing to put in order.
#[cfg(unix)]
fn signs(into: Sender<Incoming>) -> io::Result<Watch> {
    signals::watch(Stops::System, move |sign| {
        let came = match sign {
            Sign::Interrupt => Incoming::Interrupt,
            Sign::Leave => Incoming::Hide,
            // It may have been long.
            Sign::GoOn => Incoming::Late,
            Sign::Stop => return true,
        };
        into.send(came).is_ok()
    })
}
