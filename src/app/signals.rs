//! Signals of the system, told to a face as what they mean; and stopping for a moment.
//!
//! One thread waits, and never wakes without a reason. SIGHUP has a handler of its own even where it came in ignored: without
//! it crossterm would spin on a terminal that is gone (crossterm issue 793). It does not know what a face makes of a signal.

#[cfg(unix)]
use std::io;
#[cfg(unix)]
use std::thread;

#[cfg(unix)]
use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
#[cfg(unix)]
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};

/// What a signal means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// The terminal is closed, or the system asks the program to end: clear and leave.
    Leave,
    /// Ctrl+C, where the terminal makes a signal of it.
    Interrupt,
    /// Stop for a moment; only told to who asked for it.
    Stop,
    /// The program goes on after it was stopped.
    GoOn,
}

/// Who handles a request to stop for a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stops {
    /// The system: nothing has to be put in order first.
    System,
    /// The face, which is told.
    Face,
}

/// The watch on signals; it ends when this is dropped.
#[cfg(unix)]
#[derive(Debug)]
pub struct Watch {
    handle: signal_hook::iterator::Handle,
}

#[cfg(unix)]
impl Drop for Watch {
    fn drop(&mut self) {
        self.handle.close();
    }
}

/// Watches signals until the watch is dropped or `tell` says that nobody listens any more.
#[cfg(unix)]
pub fn watch(stops: Stops, tell: impl Fn(Sign) -> bool + Send + 'static) -> io::Result<Watch> {
    let mut wanted = vec![SIGTERM, SIGHUP, SIGQUIT, SIGINT, SIGCONT];
    if stops == Stops::Face {
        wanted.push(SIGTSTP);
    }
    let mut signals = signal_hook::iterator::Signals::new(wanted)?;
    let handle = signals.handle();
    thread::Builder::new()
        .name("signals".to_owned())
        .spawn(move || {
            for signal in signals.forever() {
                let sign = match signal {
                    SIGINT => Sign::Interrupt,
                    SIGTSTP => Sign::Stop,
                    SIGCONT => Sign::GoOn,
                    _ => Sign::Leave,
                };
                if !tell(sign) {
                    break;
                }
            }
        })?;
    Ok(Watch { handle })
}

/// Says whether somebody could make the program go on after a stop. A shell with job control gives its programs a group of
/// their own; where there is none, a stopped program would stay so for ever.
#[cfg(unix)]
pub fn can_stop() -> bool {
    getsid(None).is_ok_and(|session| session != getpgrp())
}

/// Stops the program, with what was started together with it, as Ctrl+Z does. Comes back when the program goes on.
#[cfg(unix)]
pub fn stop() -> io::Result<()> {
    Ok(kill_current_process_group(Signal::STOP)?)
}
