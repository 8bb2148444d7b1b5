//! The loop: wait, take everything that waits, draw once.
//!
//! Nothing wakes it but a person, a change of size, or a signal; and once, a moment after the last key in a text field, the check
//! that looks along. A terminal that is gone ends it without a word.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use crossterm::event::Event;
use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::layout::{Position, Rect};

use crate::app::failure::{Failure, Kind};
use crate::app::flow::Flow;
use crate::app::host::{Host, Ran};
use crate::app::intent::{FaceKind, Intent};
use crate::app::time::{Moment, Tick};
use crate::app::view::{LookView, MapRow, View};
use crate::core::ask::Written;
use crate::core::ids::QuestionId;
use crate::core::words::{Lang, Words};
use crate::tui::canvas::Canvas;
use crate::tui::face::{Face, Wish};
use crate::tui::keymap::Keys;
use crate::tui::terminal::{Guard, Inbox, Message, Ours};
use crate::tui::theme::Theme;
use crate::tui::widgets::frame::Layout;

/// How long nothing is typed before the check looks at a text.
const PAUSE: Duration = Duration::from_millis(700);

/// How the face is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leave {
    /// The program ends.
    Exit,
    /// The program ends at once; the terminal is clear, and nothing may be said.
    Hide,
    /// The other face goes on.
    Plain,
}

/// What a person or the terminal chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colors {
    /// The 16 of the terminal.
    Named,
    /// None (`NO_COLOR`).
    None,
}

/// The running program, as the loop knows it.
pub trait Program {
    /// What must be shown.
    fn view(&self) -> View;
    /// The words of the person's language.
    fn words(&self) -> Arc<Words>;
    /// The language that is offered.
    fn other(&self) -> Option<Lang>;
    /// The map of steps.
    fn map(&self) -> Vec<MapRow>;
    /// What the health-word check sees in texts that are written at a question.
    fn look(&mut self, question: &QuestionId, texts: &[Written]) -> Vec<LookView>;
    /// Does what is wanted. Returns how to leave, where that is what came of it.
    fn send(&mut self, intent: Intent) -> Option<Leave>;
    /// A text that must be put on the clipboard; once.
    fn clip(&mut self) -> Option<String> {
        None
    }
    /// The keys in use.
    fn keys(&self) -> Arc<Keys> {
        Arc::default()
    }
    /// What time it is.
    fn now(&self) -> Moment {
        Moment::START
    }
    /// When the program wants to know the time, also when nothing happens.
    fn deadline(&self) -> Option<Moment> {
        None
    }
    /// Tells the time. Says whether something else must be shown.
    fn tick(&mut self, _tick: Tick) -> bool {
        false
    }
}

/// The flow with its door to the outside.
#[derive(Debug)]
pub struct Running<'a> {
    flow: &'a mut Flow,
    host: &'a mut Host,
    keys: Arc<Keys>,
    clip: Option<String>,
}

impl<'a> Running<'a> {
    /// Puts a flow and its door together.
    pub fn new(flow: &'a mut Flow, host: &'a mut Host) -> Self {
        Self {
            flow,
            host,
            keys: Arc::default(),
            clip: None,
        }
    }

    /// Takes keys of the person's own.
    #[must_use]
    pub fn with_keys(self, keys: Arc<Keys>) -> Self {
        Self { keys, ..self }
    }
}

impl Program for Running<'_> {
    fn view(&self) -> View {
        self.flow.view()
    }

    fn words(&self) -> Arc<Words> {
        self.flow.words().clone()
    }

    fn other(&self) -> Option<Lang> {
        self.flow.other_lang()
    }

    fn map(&self) -> Vec<MapRow> {
        self.flow.map()
    }

    fn look(&mut self, question: &QuestionId, texts: &[Written]) -> Vec<LookView> {
        self.flow.look(question, texts)
    }

    fn send(&mut self, intent: Intent) -> Option<Leave> {
        let mut pending = vec![intent];
        while let Some(intent) = pending.pop() {
            for effect in self.flow.update(intent) {
                match self.host.run(effect) {
                    Ran::Outcome(outcome) => pending.push(Intent::Done(outcome)),
                    Ran::Clip(text) => self.clip = Some(text),
                    Ran::Face(FaceKind::Full) => {}
                    Ran::Face(FaceKind::Plain) => return Some(Leave::Plain),
                    Ran::Hide => return Some(Leave::Hide),
                    Ran::Exit => return Some(Leave::Exit),
                }
            }
        }
        None
    }

    fn clip(&mut self) -> Option<String> {
        self.clip.take()
    }

    fn keys(&self) -> Arc<Keys> {
        self.keys.clone()
    }

    fn now(&self) -> Moment {
        self.host.now()
    }

    fn deadline(&self) -> Option<Moment> {
        self.flow.deadline()
    }

    fn tick(&mut self, tick: Tick) -> bool {
        self.flow.tick(tick)
    }
}

/// What the loop asks of the terminal beside drawing.
pub trait Door {
    /// Stops the program for a moment.
    fn suspend(&self) -> io::Result<()>;
    /// Takes the terminal again after a stop from outside.
    fn again(&self) -> io::Result<()>;
    /// Puts a text on the clipboard.
    fn copy(&self, _text: &str) -> io::Result<()> {
        Ok(())
    }
}

impl Door for Guard {
    fn suspend(&self) -> io::Result<()> {
        Self::suspend(self)
    }

    fn again(&self) -> io::Result<()> {
        Self::again(self)
    }

    fn copy(&self, text: &str) -> io::Result<()> {
        Self::copy(self, text)
    }
}

/// Runs the face on the terminal until it is left.
pub fn run(
    flow: &mut Flow,
    host: &mut Host,
    colors: Colors,
    keys: Arc<Keys>,
) -> Result<Leave, Failure> {
    let no_terminal = flow.words().failure.no_terminal.clone();
    let failed = |_: io::Error| Failure::new(Kind::World, no_terminal.clone());
    let ours = Ours::default();
    let hiding = keys.clone();
    let inbox = Inbox::open(&ours, move |event| hiding.hides(event)).map_err(failed)?;
    let guard = Guard::take(&ours, flow.words().failure.panic.clone()).map_err(failed)?;
    let terminal = Terminal::new(Canvas::new(guard.out()));
    let mut terminal = terminal.map_err(failed)?;
    let mut program = Running::new(flow, host).with_keys(keys);
    let leave = attend(&mut program, &mut terminal, &inbox, &guard, colors);
    // The guard goes before what draws: whoever drops a terminal that is gone while it still counts as ours, prints and panics.
    if leave == Leave::Hide {
        guard.hide();
    } else {
        drop(guard);
    }
    Ok(leave)
}

/// Attends to what happens until the face is left. An error of the terminal means that it is gone.
pub fn attend<B: Backend>(
    program: &mut dyn Program,
    terminal: &mut Terminal<B>,
    inbox: &Inbox,
    door: &dyn Door,
    colors: Colors,
) -> Leave {
    let theme = match colors {
        Colors::Named => Theme::colored(),
        Colors::None => Theme::plain(),
    };
    let Ok(size) = terminal.size() else {
        return Leave::Exit;
    };
    let layout = Layout {
        width: usize::from(size.width),
        height: usize::from(size.height),
    };
    let face = Face::open(program.view(), &program.words(), program.other(), layout)
        .with_keys(program.keys());
    let mut turn = Turn {
        program,
        face,
        draw: true,
        clear: false,
        last: false,
    };
    loop {
        // `Terminal::clear` would ask the terminal for its cursor and wait for the answer; a resize to the same size asks nothing.
        if turn.clear {
            let size = terminal.size();
            let cleared =
                size.and_then(|size| terminal.resize(Rect::from((Position::ORIGIN, size))));
            if cleared.is_err() {
                return Leave::Exit;
            }
        }
        if turn.draw || turn.clear {
            let words = turn.program.words();
            let frame = turn.face.frame(&words);
            let drawn = terminal.draw(|screen| {
                let area = screen.area();
                let cursor = frame.paint(area, screen.buffer_mut(), theme);
                screen.set_cursor_position(cursor);
            });
            if drawn.is_err() {
                return Leave::Exit;
            }
        }
        (turn.draw, turn.clear) = (false, false);
        inbox.want();
        let now = turn.program.now();
        let late = turn.program.deadline().map(|until| until.since(now));
        let pause = turn.face.unlooked().then_some(PAUSE);
        let within = [late, pause].into_iter().flatten().min();
        let mut message = inbox.wait(within);
        if message.is_none() {
            turn.rest();
        }
        while let Some(arrived) = message {
            if let Some(leave) = turn.take(arrived, inbox, door) {
                return leave;
            }
            message = inbox.next();
        }
    }
}

/// Whether something that was done is still to be acted on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Touch {
    /// It is.
    Open,
    /// It did what it was for.
    Spent,
}

/// One turn of the loop: everything that waited, before one drawing.
struct Turn<'a> {
    program: &'a mut dyn Program,
    face: Face,
    draw: bool,
    clear: bool,
    /// Nothing else came together with what is attended to.
    last: bool,
}

impl Turn<'_> {
    fn take(&mut self, message: Message, inbox: &Inbox, door: &dyn Door) -> Option<Leave> {
        let events = match message {
            Message::Events(events) => events,
            Message::End => return Some(Leave::Exit),
            Message::Hide => return Some(Leave::Hide),
            Message::Suspend => return self.fulfill(Wish::Suspend, inbox, door),
            Message::Quiet => {
                self.rest();
                return None;
            }
            Message::Resumed => {
                self.clear = true;
                // It may have been long.
                self.passed();
                return door.again().is_err().then_some(Leave::Exit);
            }
        };
        let count = events.len();
        for (number, event) in events.into_iter().enumerate() {
            self.last = number + 1 == count;
            if self.touched(&event) == Touch::Spent {
                continue;
            }
            let words = self.program.words();
            let leave = match self.face.on(&event, &words) {
                None => None,
                Some(wish) => {
                    self.draw = true;
                    self.fulfill(wish, inbox, door)
                }
            };
            if leave.is_some() {
                return leave;
            }
        }
        None
    }

    /// For a while nothing was done.
    fn rest(&mut self) {
        if self.face.unlooked() {
            self.look();
        }
        self.passed();
    }

    /// Lets the check look at what is typed.
    fn look(&mut self) {
        if let Some((question, texts)) = self.face.texts() {
            let looks = self.program.look(&question, &texts);
            self.face.mark(question, looks);
            self.draw = true;
        }
    }

    /// Nothing was done, and it became late.
    fn passed(&mut self) {
        let now = self.program.now();
        if self.program.tick(Tick::Passed(now)) {
            self.refresh();
        }
    }

    /// Something was done. Where that only keeps the program awake, it does nothing else; what is typed into a text is typed.
    fn touched(&mut self, event: &Event) -> Touch {
        if !matches!(event, Event::Key(_) | Event::Paste(_)) {
            return Touch::Open;
        }
        let now = self.program.now();
        if !self.program.tick(Tick::Touched(now)) {
            return Touch::Open;
        }
        let typed = self.face.types(event);
        let same = self.refresh();
        if same && typed {
            Touch::Open
        } else {
            Touch::Spent
        }
    }

    /// Shows what became of the time. Says whether the person is still at the same thing.
    fn refresh(&mut self) -> bool {
        self.draw = true;
        let words = self.program.words();
        self.face
            .refresh(self.program.view(), &words, self.program.other())
    }

    fn fulfill(&mut self, wish: Wish, inbox: &Inbox, door: &dyn Door) -> Option<Leave> {
        match wish {
            Wish::Draw => None,
            Wish::Leave => Some(Leave::Exit),
            Wish::Redraw => {
                self.clear = true;
                None
            }
            Wish::Map => {
                self.face.show_map(self.program.map());
                None
            }
            Wish::Suspend => {
                self.clear = true;
                door.suspend().is_err().then_some(Leave::Exit)
            }
            Wish::Do(intent) => {
                let stops = intent == Intent::Stop;
                // Sealing and slow sticks take a moment; hiding must not wait for them. What the other face is to read is left.
                if self.last && !matches!(intent, Intent::Face(_)) {
                    inbox.want();
                }
                let explained = self.face.explains();
                let leave = self.program.send(intent);
                // The program knows nothing of what is half typed.
                if stops && leave == Some(Leave::Exit) && self.face.keeps_half_typed() {
                    return None;
                }
                if let Some(text) = self.program.clip()
                    && door.copy(&text).is_err()
                {
                    return Some(Leave::Exit);
                }
                if leave.is_none() {
                    let words = self.program.words();
                    self.face
                        .show(self.program.view(), &words, self.program.other());
                    // What was decided shows at once in the text it was about.
                    if explained {
                        self.look();
                    }
                }
                leave
            }
        }
    }
}
