//! The one inbox of the running program: lines that are typed, and signals.
//!
//! Two threads fill it and both only wait: one reads a line when one is asked for, one waits for signals. A line is read
//! only on request, so that nothing is taken from a face that comes after this one.

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

#[cfg(unix)]
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
    signals: signal_hook::iterator::Handle,
}

impl Inbox {
    /// Opens the inbox on the standard input.
    pub fn open() -> io::Result<Self> {
        let (wanted, wants) = channel::<()>();
        let (lines, arrived) = channel();
        #[cfg(unix)]
        let signals = watch(lines.clone())?;
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
            signals,
        })
    }
}

impl LineSource for Inbox {
    fn next_line(&mut self) -> Incoming {
        // A signal may come while a line is being typed; that line is still waited for.
        if !self.waiting {
            self.waiting = self.wanted.send(()).is_ok();
        }
        let came = self.arrived.recv().unwrap_or(Incoming::End);
        match &came {
            Incoming::Line(_) | Incoming::TooLong => self.waiting = false,
            Incoming::Interrupt | Incoming::End => {}
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

#[cfg(unix)]
impl Drop for Inbox {
    fn drop(&mut self) {
        self.signals.close();
    }
}

/// Waits for signals: Ctrl+C asks, the others end.
#[cfg(unix)]
fn watch(into: Sender<Incoming>) -> io::Result<signal_hook::iterator::Handle> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGINT, SIGTERM, SIGHUP])?;
    let handle = signals.handle();
    thread::Builder::new()
        .name("signals".to_owned())
        .spawn(move || {
            for signal in signals.forever() {
                let came = if signal == SIGINT {
                    Incoming::Interrupt
                } else {
                    Incoming::End
                };
                if into.send(came).is_err() {
                    break;
                }
            }
        })?;
    Ok(handle)
}
