//! What a face holds: what it shows, what lies over it, half-typed replies and places of reading.

use std::sync::Arc;

use crossterm::event::Event;

use crate::app::intent::Intent;
use crate::app::view::{HeedView, LookView, MapRow, StageView, View};
use crate::core::ask::Written;
use crate::core::ids::QuestionId;
use crate::core::words::{Lang, Words};
use crate::tui::inputs::Ctx;
use crate::tui::keymap::Keys;
use crate::tui::keys::{self};
use crate::tui::marking::Marking;
use crate::tui::marks::{Marks, Writing};
use crate::tui::port::Port;
use crate::tui::screens::all::{Screens, same_moment};
use crate::tui::screens::map::Map;
use crate::tui::screens::menu::Menu;
use crate::tui::screens::stopping::Stopping;
use crate::tui::widgets::frame::Layout;

/// What must be done after an event.
#[derive(Debug, Clone, PartialEq)]
pub enum Wish {
    /// Draw anew.
    Draw,
    /// The program must do this.
    Do(Intent),
    /// The map of steps is wanted.
    Map,
    /// Draw everything anew, as if nothing stood on the terminal.
    Redraw,
    /// Give the terminal back for a moment.
    Suspend,
    /// Leave; what was half typed is given up.
    Leave,
}

/// What lies over the screen.
#[derive(Debug)]
pub(super) enum Over {
    /// The menu.
    Menu(Menu),
    /// The map of steps.
    Map(Map),
    /// Help.
    Help,
    /// Explained words.
    Terms,
    /// Prompts for a coach.
    Coach,
    /// Whether to stop, when only half-typed text would be lost.
    Stopping(Stopping),
}

/// The face.
#[derive(Debug)]
pub struct Face {
    pub(super) view: View,
    pub(super) screens: Screens,
    pub(super) over: Option<Over>,
    pub(super) port: Port,
    pub(super) over_port: Port,
    pub(super) layout: Layout,
    pub(super) other: Option<Lang>,
    pub(super) marking: Marking,
    pub(super) keys: Arc<Keys>,
    pub(super) away: Option<Box<Away>>,
}

/// What was before the person when the program was locked.
#[derive(Debug)]
pub(super) struct Away {
    view: View,
    screens: Screens,
    port: Port,
}

impl Face {
    /// Opens the face on a view. `other` is the language that is offered.
    pub fn open(view: View, words: &Words, other: Option<Lang>, layout: Layout) -> Self {
        let mut screens = Screens::default();
        let keys = Arc::default();
        screens.show(
            &context(layout, words, &keys, Marks::NONE),
            None,
            &view.stage,
        );
        Self {
            view,
            screens,
            over: None,
            port: Port::default(),
            over_port: Port::default(),
            layout,
            other,
            keys,
            away: None,
            marking: Marking::default(),
        }
    }

    /// Takes keys of the person's own.
    #[must_use]
    pub fn with_keys(self, keys: Arc<Keys>) -> Self {
        Self { keys, ..self }
    }

    /// Shows what the program shows now; what lay over the screen goes.
    pub fn show(&mut self, view: View, words: &Words, other: Option<Lang>) {
        if is_covered(&view.stage) && !is_covered(&self.view.stage) {
            self.put_away();
        } else if is_covered(&self.view.stage) && !is_covered(&view.stage) {
            self.take_back();
        }
        let before = std::mem::replace(&mut self.view, view);
        let keys = self.keys.clone();
        let ctx = context(self.layout, words, &keys, Marks::NONE);
        if self
            .screens
            .show(&ctx, Some(&before.stage), &self.view.stage)
        {
            self.port = Port::default();
        }
        self.other = other;
        self.over = None;
        if let StageView::Asking(view) = &self.view.stage {
            self.marking.show(&view.id);
        }
    }

    /// Says whether there is text that the check did not look at as it stands now.
    pub fn unlooked(&self) -> bool {
        let writing = self.writing().filter(|_| self.over.is_none());
        writing.is_some_and(|(question, writing)| self.marking.is_stale(question, &writing))
    }

    /// The texts that stand in the question, for the check to look at.
    pub fn texts(&self) -> Option<(QuestionId, Vec<Written>)> {
        let (question, writing) = self.writing()?;
        let texts = writing.into_iter().map(|one| one.written).collect();
        Some((question.clone(), texts))
    }

    /// Shows what the check saw.
    pub fn mark(&mut self, question: QuestionId, looks: Vec<LookView>) {
        if let Some((_, writing)) = self.writing() {
            self.marking.mark(question, writing, looks);
        }
    }

    /// Says whether a health word is explained.
    pub fn explains(&self) -> bool {
        let stage = &self.view.stage;
        matches!(stage, StageView::HealthCheck(_) | StageView::Findings(_))
    }

    /// The texts of the person's own that stand in the question.
    pub(super) fn writing(&self) -> Option<(&QuestionId, Vec<Writing>)> {
        if let StageView::Asking(view) = &self.view.stage {
            Some((&view.id, self.screens.writing(view)))
        } else {
            None
        }
    }

    /// What there is to say about the answer before this.
    pub(super) fn heed(&self) -> Option<&HeedView> {
        let heed = self.view.heed.as_ref().filter(|_| !self.explains());
        self.marking.heed(heed)
    }

    /// The text that is explained when somebody asks why: one of this question, else one of the answer before.
    pub(super) fn marked(&self) -> Option<(QuestionId, Written)> {
        let here = self.writing().and_then(|(question, writing)| {
            let said = self.marking.said(writing)?;
            Some((question.clone(), said))
        });
        here.or_else(|| {
            let heed = self.heed()?;
            let look = heed.looks.first()?;
            Some((heed.question.clone(), look.text.clone()))
        })
    }

    /// Locked or covered: everything half typed is put away, so that none of it can be drawn.
    pub(super) fn put_away(&mut self) {
        let view = self.view.clone();
        let screens = std::mem::take(&mut self.screens);
        let port = std::mem::take(&mut self.port);
        self.away = Some(Box::new(Away {
            view,
            screens,
            port,
        }));
    }

    /// Not locked or covered any more: the person is where they were.
    pub(super) fn take_back(&mut self) {
        if let Some(away) = self.away.take() {
            let Away {
                view,
                screens,
                port,
            } = *away;
            self.view = view;
            self.screens = screens;
            self.port = port;
        }
    }

    /// Shows what became of the time: where the stage is the same, what lies over it stays. Says whether it is the same.
    pub fn refresh(&mut self, view: View, words: &Words, other: Option<Lang>) -> bool {
        let same = same_moment(&self.view.stage, &view.stage);
        if same {
            self.view = view;
        } else {
            self.show(view, words, other);
        }
        same
    }

    /// Says whether an event is text that goes into a text.
    pub fn types(&self, event: &Event) -> bool {
        let is_text = match event {
            Event::Key(key) => keys::typed(key).is_some(),
            Event::Paste(_) => true,
            Event::Resize(..) | Event::FocusGained | Event::FocusLost | Event::Mouse(_) => false,
        };
        is_text && self.over.is_none() && self.typing()
    }

    /// Shows the map.
    pub fn show_map(&mut self, rows: Vec<MapRow>) {
        self.lay_over(Over::Map(Map::open(rows)));
    }

    /// Asks whether to leave what is half typed, where the program itself has nothing to lose.
    /// Says whether it asks.
    pub fn keeps_half_typed(&mut self) -> bool {
        let asks = self.screens.touched() && !matches!(self.view.stage, StageView::Stopping);
        if asks {
            self.lay_over(Over::Stopping(Stopping::default()));
        }
        asks
    }
}

/// Says whether a stage is the lock, or the cover.
fn is_covered(stage: &StageView) -> bool {
    let is_locked = matches!(stage, StageView::Aside(view) if view.moment == "locked");
    is_locked || *stage == StageView::Veiled
}

pub(super) fn context<'a>(
    layout: Layout,
    words: &'a Words,
    keys: &'a Keys,
    marks: &'a Marks,
) -> Ctx<'a> {
    Ctx {
        words,
        keys,
        columns: layout.columns(),
        wide: layout.wide(),
        rows: layout.height,
        marks,
    }
}
