//! The loop: print the moment, read a line, want something, do what must be done outside.
//!
//! Ends calmly when nothing comes any more, and quietly when nobody reads what is printed.

use std::io::{self, ErrorKind, Write};

use zeroize::Zeroizing;

use crate::app::flow::Flow;
use crate::app::host::{Host, Ran};
use crate::app::intent::{FaceKind, Intent};
use crate::app::time::Tick;
use crate::app::view::{AsideBody, StageView, View};
use crate::core::words::fill;
use crate::plain::face::{Face, Heard, Scene};
use crate::plain::lines::{Incoming, LONGEST, LineSource, Typing};
use crate::plain::page::Page;

/// How many empty lines push everything out of sight.
const OUT_OF_SIGHT: usize = 100;

/// Why the face was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leave {
    /// The person is done, or nothing comes any more.
    Exit,
    /// Hidden: nothing more may be printed.
    Hide,
    /// On in the face that fills the screen.
    Full,
}

/// Walks a person through the program, line by line.
pub fn run(
    flow: &mut Flow,
    host: &mut Host,
    input: &mut dyn LineSource,
    output: &mut dyn Write,
) -> io::Result<Leave> {
    match talk(flow, host, input, output) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(Leave::Exit),
        left => left,
    }
}

fn talk(
    flow: &mut Flow,
    host: &mut Host,
    input: &mut dyn LineSource,
    output: &mut dyn Write,
) -> io::Result<Leave> {
    let mut face = Face::default();
    let mut page = Page::default();
    with_scene(flow, |scene| face.show(scene, &mut page));
    loop {
        // Before it is asked for, so that not even the first letter is seen.
        input.show_typing(if asks_secret(&flow.view().stage) {
            Typing::Hidden
        } else {
            Typing::Shown
        });
        print(&page, output)?;
        page = Page::default();
        let until = flow.deadline();
        let came = input.next_within(until.map(|until| until.since(host.now())));
        match told_the_time(flow, host, &came) {
            Time::Soon => {
                page.line(&flow.words().plain.screens.locks_soon);
                continue;
            }
            // An empty line that keeps the program awake does nothing else.
            Time::Kept if came == Incoming::Line(String::new()) => {
                with_scene(flow, |scene| face.show(scene, &mut page));
                continue;
            }
            Time::Same | Time::Kept => {}
            Time::Locked => {
                out_of_sight(output)?;
                with_scene(flow, |scene| face.show(scene, &mut page));
                continue;
            }
        }
        let heard = match came {
            Incoming::Late => Heard::Stay,
            Incoming::Line(line) => {
                // It may be a passphrase, which is not left in memory.
                let line = Zeroizing::new(line);
                let mut said = Page::default();
                let heard = with_scene(flow, |scene| face.hear(scene, &line, &mut said));
                // A note about what was typed stands before what comes next.
                if heard == Heard::Stay {
                    look(flow, &mut face, &mut page);
                }
                page.append(&said);
                heard
            }
            Incoming::TooLong => {
                let limit = (LONGEST >> 10).to_string();
                page.line(&fill(
                    &flow.words().plain.unclear.too_long,
                    &[("limit", &limit)],
                ));
                Heard::Stay
            }
            Incoming::Interrupt => Heard::Do(Intent::Stop),
            Incoming::Hide => return Ok(leave(flow, Leave::Hide, output)),
            Incoming::End => return Ok(leave(flow, Leave::Exit, output)),
        };
        match heard {
            Heard::Stay => {}
            Heard::Show => with_scene(flow, |scene| face.show(scene, &mut page)),
            Heard::Do(intent) => {
                let was = flow.view();
                let did = intent.clone();
                if let Some(left) = act(flow, host, intent) {
                    return Ok(leave(flow, left, output));
                }
                if must_go(&was, &flow.view()) {
                    out_of_sight(output)?;
                }
                with_scene(flow, |scene| face.follow(&was, &did, scene, &mut page));
            }
        }
    }
}

/// What the time did.
enum Time {
    /// Nothing.
    Same,
    /// It will lock the program soon.
    Soon,
    /// What came kept the program from being locked.
    Kept,
    /// It locked the program; what came is dropped.
    Locked,
}

fn told_the_time(flow: &mut Flow, host: &Host, came: &Incoming) -> Time {
    let (tick, otherwise) = match came {
        Incoming::Line(_) | Incoming::TooLong => (Tick::Touched(host.now()), Time::Kept),
        Incoming::Late => (Tick::Passed(host.now()), Time::Soon),
        Incoming::Interrupt | Incoming::Hide | Incoming::End => return Time::Same,
    };
    match flow.tick(tick) {
        false => Time::Same,
        true if flow.locked() => Time::Locked,
        true => otherwise,
    }
}

fn out_of_sight(output: &mut dyn Write) -> io::Result<()> {
    output.write_all("\n".repeat(OUT_OF_SIGHT).as_bytes())?;
    output.flush()
}

/// Lets the check look at what was typed, and prints what there is to say.
fn look(flow: &mut Flow, face: &mut Face, page: &mut Page) {
    if let Some((question, texts)) = face.unlooked(&flow.view()) {
        let looks = flow.look(&question, &texts);
        face.heed(&question, &looks, flow.words(), page);
    }
}

/// Does what is wanted, and what follows from it outside, until nothing is left to do.
fn act(flow: &mut Flow, host: &mut Host, intent: Intent) -> Option<Leave> {
    let mut effects = flow.update(intent);
    while !effects.is_empty() {
        for effect in std::mem::take(&mut effects) {
            match host.run(effect) {
                Ran::Outcome(outcome) => effects.extend(flow.update(Intent::Done(outcome))),
                Ran::Face(FaceKind::Full) => return Some(Leave::Full),
                // Line by line nothing is copied: no escape byte is ever printed.
                Ran::Clip(_) | Ran::Face(FaceKind::Plain) => {}
                Ran::Hide => return Some(Leave::Hide),
                Ran::Exit => return Some(Leave::Exit),
            }
        }
    }
    None
}

fn with_scene<T>(flow: &Flow, look: impl FnOnce(Scene<'_>) -> T) -> T {
    let view = flow.view();
    let map = flow.map();
    let other = flow.other_lang();
    look(Scene {
        view: &view,
        words: flow.words(),
        other: other.as_ref(),
        map: &map,
    })
}

/// Says goodbye; hiding says nothing at all. Where the terminal is gone there is nothing to clear and nobody to tell.
fn leave(flow: &Flow, left: Leave, output: &mut dyn Write) -> Leave {
    match left {
        Leave::Hide => {
            let _ = out_of_sight(output);
        }
        Leave::Exit => {
            let mut page = Page::default();
            page.gap();
            page.line(&flow.words().over.bye);
            let _ = print(&page, output);
        }
        Leave::Full => {}
    }
    left
}

/// Says whether what is typed next is not to be seen.
fn asks_secret(stage: &StageView) -> bool {
    matches!(stage, StageView::Aside(view) if matches!(view.body, AsideBody::Secret { .. }))
}

/// Says whether what was printed before must go out of sight: a passphrase, what a coach who came may not see, and all of it when
/// the screen is covered.
fn must_go(was: &View, now: &View) -> bool {
    let secret = shows_secret(&was.stage) && !shows_secret(&now.stage);
    let covered = now.stage == StageView::Veiled && was.stage != StageView::Veiled;
    let joined = now.together && !was.together && was.can.look_around;
    secret || covered || joined
}

/// Says whether a passphrase stands before the person.
fn shows_secret(stage: &StageView) -> bool {
    matches!(stage, StageView::Aside(view) if view.moment == "offered" && !view.exact.is_empty())
}

fn print(page: &Page, output: &mut dyn Write) -> io::Result<()> {
    output.write_all(page.as_str().as_bytes())?;
    output.flush()
}
