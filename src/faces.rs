//! Which face speaks: the full screen or lines, and the change from one to the other midway.
//!
//! The flow goes from face to face with everything that was said; only half-typed replies stay behind.

use std::io::stdout;
#[cfg(feature = "tui")]
use std::io::{IsTerminal, stdin};
#[cfg(feature = "tui")]
use std::sync::Arc;

use crate::app::failure::{Failure, Kind};
use crate::app::flow::Flow;
use crate::app::host::Host;
use crate::app::intent::FaceKind;
#[cfg(feature = "tui")]
use crate::app::settings::Color;
use crate::app::settings::{Mistakes, Settings};
use crate::plain::{self, Inbox};
#[cfg(feature = "tui")]
use crate::tui::keymap::Keys;
#[cfg(feature = "tui")]
use crate::tui::run as tui;

/// How the full screen looks, and what its keys do.
#[derive(Debug)]
pub struct Look {
    #[cfg(feature = "tui")]
    colors: tui::Colors,
    #[cfg(feature = "tui")]
    keys: Arc<Keys>,
}

impl Look {
    /// Takes what a person chose. `no_color` is what the environment asks for; what was chosen holds over it.
    #[cfg(feature = "tui")]
    pub fn of(settings: &Settings, no_color: bool, mistakes: &mut Mistakes) -> Self {
        let colors = match settings.color {
            Some(Color::Yes) => tui::Colors::Named,
            None if !no_color => tui::Colors::Named,
            Some(Color::No) | None => tui::Colors::None,
        };
        Self {
            colors,
            keys: Arc::new(Keys::with(&settings.keys, mistakes)),
        }
    }

    /// Built without the full screen there is nothing to look at.
    #[cfg(not(feature = "tui"))]
    pub fn of(_settings: &Settings, _no_color: bool, _mistakes: &mut Mistakes) -> Self {
        Self {}
    }
}

/// Speaks with the person until they leave.
pub fn run(mut flow: Flow, mut host: Host, first: FaceKind, look: &Look) -> Result<(), Failure> {
    let mut face = first;
    loop {
        let next = match face {
            FaceKind::Plain => lines(&mut flow, &mut host)?,
            FaceKind::Full => screen(&mut flow, &mut host, look)?,
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
fn screen(flow: &mut Flow, host: &mut Host, look: &Look) -> Result<Option<FaceKind>, Failure> {
    if !(stdin().is_terminal() && stdout().is_terminal()) {
        return Ok(Some(FaceKind::Plain));
    }
    Ok(
        match tui::run(flow, host, look.colors, look.keys.clone())? {
            tui::Leave::Exit | tui::Leave::Hide => None,
            tui::Leave::Plain => Some(FaceKind::Plain),
        },
    )
}

/// Built without the full screen there is only the other face.
#[cfg(not(feature = "tui"))]
#[expect(
    clippy::unnecessary_wraps,
    reason = "the same face of the function as with the full screen"
)]
fn screen(_flow: &mut Flow, _host: &mut Host, _look: &Look) -> Result<Option<FaceKind>, Failure> {
    Ok(Some(FaceKind::Plain))
}
