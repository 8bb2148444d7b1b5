//! Which face speaks: the full screen or lines, and the change from one to the other midway.
//!
//! The flow goes from face to face with everything that was said; only half-typed replies stay behind.

#[cfg(feature = "tui")]
use std::io::{IsTerminal, stdin};
use std::io::{Write, stdout};

use crate::app::failure::{Failure, Kind};
use crate::app::flow::Flow;
use crate::app::host::Host;
use crate::app::intent::FaceKind;
use crate::plain::{self, Inbox};
#[cfg(feature = "tui")]
use crate::tui::run as tui;

/// Speaks with the person until they leave. `colors` is false where the person asked for none.
pub fn run(mut flow: Flow, mut host: Host, first: FaceKind, colors: bool) -> Result<(), Failure> {
    quiet_panics(&flow);
    let mut face = first;
    loop {
        let next = match face {
            FaceKind::Plain => lines(&mut flow, &mut host)?,
            FaceKind::Full => screen(&mut flow, &mut host, colors)?,
        };
        match next {
            Some(next) => face = next,
            None => return Ok(()),
        }
    }
}

fn lines(flow: &mut Flow, host: &mut Host) -> Result<Option<FaceKind>, Failure> {
    let world = |flow: &Flow| Failure::new(Kind::World, flow.words().failure.no_terminal.clone());
    let mut inbox = Inbox::open().map_err(|_| world(flow))?;
    let left = plain::run(flow, host, &mut inbox, &mut stdout()).map_err(|_| world(flow))?;
    Ok(match left {
        plain::Leave::Exit | plain::Leave::Hide => None,
        plain::Leave::Full => Some(FaceKind::Full),
    })
}

#[cfg(feature = "tui")]
fn screen(flow: &mut Flow, host: &mut Host, colors: bool) -> Result<Option<FaceKind>, Failure> {
    if !(stdin().is_terminal() && stdout().is_terminal()) {
        return Ok(Some(FaceKind::Plain));
    }
    let colors = if colors {
        tui::Colors::Named
    } else {
        tui::Colors::None
    };
    Ok(match tui::run(flow, host, colors)? {
        tui::Leave::Exit | tui::Leave::Hide => None,
        tui::Leave::Plain => Some(FaceKind::Plain),
    })
}

/// Built without the full screen there is only the other face.
#[cfg(not(feature = "tui"))]
#[expect(
    clippy::unnecessary_wraps,
    reason = "the same face of the function as with the full screen"
)]
fn screen(_flow: &mut Flow, _host: &mut Host, _colors: bool) -> Result<Option<FaceKind>, Failure> {
    Ok(Some(FaceKind::Plain))
}

/// A panic message can hold what a person typed, so it is never shown: only a fixed sentence and the place in the program.
fn quiet_panics(flow: &Flow) {
    let sentence = flow.words().failure.panic.clone();
    std::panic::set_hook(Box::new(move |info| {
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        let _ = writeln!(std::io::stderr(), "{sentence} {place}");
    }));
}
