//! The face from hand-made views: every screen at every size, and key scripts through the loop.

mod marks;
mod scripts;
mod sizes;
mod views;

use crate::app::intent::FaceKind;
use crate::app::intent::Intent;
use crate::app::view::LookView;
use crate::app::view::MapRow;
use crate::app::view::StageView;
use crate::app::view::View;
use crate::content::library::Library;
use crate::core::ask::Written;
use crate::core::ids::QuestionId;
use crate::core::ids::StepId;
use crate::core::session::StepState;
use crate::core::words::Lang;
use crate::core::words::Words;
use crate::tui::face::Face;
use crate::tui::run::Colors;
use crate::tui::run::Door;
use crate::tui::run::Leave;
use crate::tui::run::Program;
use crate::tui::run::attend;
use crate::tui::terminal::Inbox;
use crate::tui::terminal::Message;
use crate::tui::tests::views::view;
use crate::tui::theme::Theme;
use crate::tui::widgets::frame::Layout;
use crossterm::event::Event;
use crossterm::event::KeyCode;
use crossterm::event::KeyEvent;
use crossterm::event::KeyModifiers;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::io;
use std::sync::Arc;

const SIZES: [(u16, u16); 5] = [(20, 6), (40, 12), (40, 15), (80, 24), (200, 60)];

fn words() -> Arc<Words> {
    let words = Library::built_in().words(&Lang::base());
    Arc::new(words.expect("the built-in words load"))
}

fn layout((width, height): (u16, u16)) -> Layout {
    Layout {
        width: usize::from(width),
        height: usize::from(height),
    }
}

/// What stands on the screen, row by row, and where the cursor is.
fn seen(face: &mut Face, words: &Words, size: (u16, u16)) -> (Vec<String>, (u16, u16)) {
    let area = Rect::new(0, 0, size.0, size.1);
    let mut buffer = Buffer::empty(area);
    let cursor = face.frame(words).paint(area, &mut buffer, Theme::plain());
    let row = |y: u16| (0..size.0).map(|x| buffer[(x, y)].symbol()).collect();
    ((0..size.1).map(row).collect(), (cursor.x, cursor.y))
}

fn key(name: &str) -> Event {
    let plain = |code| (code, KeyModifiers::NONE);
    let (code, modifiers) = match name {
        "up" => plain(KeyCode::Up),
        "down" => plain(KeyCode::Down),
        "right" => plain(KeyCode::Right),
        "enter" => plain(KeyCode::Enter),
        "esc" => plain(KeyCode::Esc),
        "space" => plain(KeyCode::Char(' ')),
        "end" => plain(KeyCode::End),
        "tab" => plain(KeyCode::Tab),
        name => match (name.strip_prefix('^'), name.strip_prefix('F')) {
            (Some(c), _) => (
                KeyCode::Char(c.chars().next().expect("a letter")),
                KeyModifiers::CONTROL,
            ),
            (None, Some(n)) => plain(KeyCode::F(n.parse().expect("a number"))),
            (None, None) => plain(KeyCode::Char(name.chars().next().expect("a letter"))),
        },
    };
    Event::Key(KeyEvent::new(code, modifiers))
}

/// Reads a key script: names with `*` and a number; `'text` types, with `_` for a space.
fn keys(script: &str) -> Vec<Event> {
    let mut events = Vec::new();
    for word in script.split_whitespace() {
        if let Some(typed) = word.strip_prefix('\'') {
            let typed = typed.replace('_', " ");
            events.extend(typed.chars().map(|c| {
                if c == ' ' {
                    key("space")
                } else {
                    key(&c.to_string())
                }
            }));
            continue;
        }
        let (name, times) = word.split_once('*').unwrap_or((word, "1"));
        events.extend(std::iter::repeat_n(
            key(name),
            times.parse().expect("a number"),
        ));
    }
    events
}

/// A program that shows its stages one after the other, and writes down what is wanted.
struct Script {
    stages: Vec<StageView>,
    wanted: Vec<Intent>,
    views: std::cell::Cell<usize>,
    looked: usize,
    words: Arc<Words>,
}

impl Script {
    fn new(stages: Vec<StageView>) -> Self {
        Self {
            stages,
            wanted: Vec::new(),
            views: std::cell::Cell::new(0),
            looked: 0,
            words: words(),
        }
    }
}

impl Program for Script {
    fn view(&self) -> View {
        self.views.set(self.views.get() + 1);
        let at = self.wanted.len().min(self.stages.len() - 1);
        view(self.stages[at].clone())
    }

    fn words(&self) -> Arc<Words> {
        self.words.clone()
    }

    fn other(&self) -> Option<Lang> {
        Some(Lang::new("en"))
    }

    fn map(&self) -> Vec<MapRow> {
        let row = |id: &str| MapRow {
            id: StepId::new(id),
            title: format!("Stap {id}"),
            topic: None,
            state: Some(StepState::Open),
            said: "nog niet begonnen".to_owned(),
        };
        vec![row("een"), row("twee")]
    }

    fn look(&mut self, _question: &QuestionId, texts: &[Written]) -> Vec<LookView> {
        self.looked += 1;
        texts.iter().map(views::look).collect()
    }

    fn send(&mut self, intent: Intent) -> Option<Leave> {
        let leave = [
            (Intent::Hide, Leave::Hide),
            (Intent::Stop, Leave::Exit),
            (Intent::Face(FaceKind::Plain), Leave::Plain),
        ]
        .into_iter()
        .find_map(|(known, leave)| (known == intent).then_some(leave));
        self.wanted.push(intent);
        leave
    }
}

struct NoDoor;

impl Door for NoDoor {
    fn suspend(&self) -> io::Result<()> {
        Ok(())
    }
    fn again(&self) -> io::Result<()> {
        Ok(())
    }
}

/// Runs a script of batches of keys; returns what was wanted, how it was left, and the last screen.
fn ran(stages: Vec<StageView>, batches: &[&str]) -> (Vec<Intent>, Leave, String) {
    let mut program = Script::new(stages);
    let inbox = Inbox::filled(batches.iter().map(|batch| Message::Events(keys(batch))));
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).expect("a test terminal opens");
    let leave = attend(&mut program, &mut terminal, &inbox, &NoDoor, Colors::None);
    (program.wanted, leave, terminal.backend().to_string())
}
