//! The face: what is shown, what lies over it, and what a key comes to.
//!
//! The innermost listener has a key first: what lies over the screen, then the screen, then the window on the page, then the
//! face. A face holds half-typed replies and places of reading, nothing else; what is wanted of the program it returns.

use std::sync::Arc;

use crossterm::event::{Event, KeyEvent, KeyEventKind};

use crate::app::intent::{FaceKind, Habit, HealthWish, Intent};
use crate::app::view::{HeedView, LookView, MapRow, StageView, View};
use crate::core::ask::Written;
use crate::core::ids::QuestionId;
use crate::core::text::cut;
use crate::core::words::{Lang, Words, fill};
use crate::tui::inputs::Ctx;
use crate::tui::keymap::Keys;
use crate::tui::keys::{self, Act, Binding, Context, Deed, Shown};
use crate::tui::marking::Marking;
use crate::tui::marks::{Marks, Writing};
use crate::tui::page::{Page, PageLine};
use crate::tui::port::Port;
use crate::tui::press::Press;
use crate::tui::screens::all::{Screens, same_moment};
use crate::tui::screens::help;
use crate::tui::screens::map::Map;
use crate::tui::screens::menu::Menu;
use crate::tui::screens::reaction::Reaction;
use crate::tui::screens::stopping::{Loses, Stopping};
use crate::tui::theme::Role;
use crate::tui::widgets::footer::{AT_MOST, footer};
use crate::tui::widgets::frame::{Frame, Layout};
use crate::tui::widgets::header::header;

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
enum Over {
    /// The menu.
    Menu(Menu),
    /// The map of steps.
    Map(Map),
    /// Help.
    Help,
    /// Explained words.
    Terms,
    /// Whether to stop, when only half-typed text would be lost.
    Stopping(Stopping),
}

/// The face.
#[derive(Debug)]
pub struct Face {
    view: View,
    screens: Screens,
    over: Option<Over>,
    port: Port,
    over_port: Port,
    layout: Layout,
    other: Option<Lang>,
    marking: Marking,
    keys: Arc<Keys>,
    away: Option<Box<Away>>,
}

/// What was before the person when the program was locked.
#[derive(Debug)]
struct Away {
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
        if is_locked(&view.stage) && !is_locked(&self.view.stage) {
            self.put_away();
        } else if is_locked(&self.view.stage) && !is_locked(&view.stage) {
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
    fn writing(&self) -> Option<(&QuestionId, Vec<Writing>)> {
        if let StageView::Asking(view) = &self.view.stage {
            Some((&view.id, self.screens.writing(view)))
        } else {
            None
        }
    }

    /// What there is to say about the answer before this.
    fn heed(&self) -> Option<&HeedView> {
        let heed = self.view.heed.as_ref().filter(|_| !self.explains());
        self.marking.heed(heed)
    }

    /// The text that is explained when somebody asks why: one of this question, else one of the answer before.
    fn marked(&self) -> Option<(QuestionId, Written)> {
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

    /// Locked: everything half typed is put away, so that none of it can be drawn.
    fn put_away(&mut self) {
        let view = self.view.clone();
        let screens = std::mem::take(&mut self.screens);
        let port = std::mem::take(&mut self.port);
        self.away = Some(Box::new(Away {
            view,
            screens,
            port,
        }));
    }

    /// Not locked any more: the person is where they were.
    fn take_back(&mut self) {
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

    /// Takes an event of the terminal. Nothing when nothing changed.
    pub fn on(&mut self, event: &Event, words: &Words) -> Option<Wish> {
        match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => self.key(key, words),
            Event::Paste(text) if self.over.is_none() && self.typing() => {
                self.act(&Act::Press(Press::Pasted(text.clone())), words)
            }
            Event::Resize(width, height) => {
                self.layout = Layout {
                    width: usize::from(*width),
                    height: usize::from(*height),
                };
                let keys = self.keys.clone();
                let ctx = context(self.layout, words, &keys, Marks::NONE);
                self.screens.fit(&ctx, &self.view.stage);
                Some(Wish::Draw)
            }
            Event::Key(_)
            | Event::Paste(_)
            | Event::FocusGained
            | Event::FocusLost
            | Event::Mouse(_) => None,
        }
    }

    /// Makes the whole screen, and moves the window so that the cursor is in it.
    pub fn frame(&mut self, words: &Words) -> Frame {
        let layout = self.layout;
        let keys = self.keys.clone();
        let marks = self.marking.marks().clone();
        let ctx = context(layout, words, &keys, &marks);
        let page = self.page(&ctx);
        let rows = layout.body();
        let port = self.port_mut();
        port.settle(&page, rows);
        let port = *port;
        let first = port.first();
        let body: Vec<PageLine> = page
            .lines()
            .iter()
            .skip(first)
            .take(rows)
            .cloned()
            .collect();
        let cursor = match page.cursor() {
            // Also while something else is read, the cursor is on the focused thing as long as that is in sight.
            Some((line, column)) if !port.reading() || (first..first + rows).contains(&line) => {
                (line.saturating_sub(first), column)
            }
            Some(_) | None => (0, 0),
        };
        let more = &words.tui.screens;
        let above = (first > 0).then(|| more.more_above.clone());
        let below = (first + rows < page.len()).then(|| more.more_below.clone());
        // Where there are no rules, the marks stand behind the footer.
        let marks = match (layout.roomy(), &above, &below) {
            (true, ..) | (false, None, None) => 0,
            (false, Some(_), Some(_)) => 3,
            (false, ..) => 2,
        };
        let room = layout.width.saturating_sub(marks);
        Frame {
            layout,
            header: header(&self.view.header, words, layout.width),
            beside: self.beside(&ctx),
            footer: self.bottom(&ctx, room),
            above,
            below,
            body,
            cursor,
        }
    }

    fn key(&mut self, key: &KeyEvent, words: &Words) -> Option<Wish> {
        let typed = keys::typed(key).map(|c| Act::Press(Press::Typed(c)));
        if let Some(typed) = typed.as_ref().filter(|_| self.over.is_none()) {
            if self.typing() {
                return self.act(typed, words);
            }
            // Digits and the like: an input may know them. A letter that it does not know is a command.
            if !self.port.reading()
                && matches!(self.view.stage, StageView::Asking(_))
                && let Some(wish) = self.offer(typed, words)
            {
                return wish;
            }
        }
        let keys = self.keys.clone();
        let row = keys.find(&self.contexts(), key);
        let row = row.filter(|row| self.works(&row.act))?;
        self.act(&row.act, words)
    }

    fn act(&mut self, act: &Act, words: &Words) -> Option<Wish> {
        if self.over.is_none() && self.read_away(act, words) {
            return Some(Wish::Draw);
        }
        if let Some(wish) = self.offer(act, words) {
            return wish;
        }
        if let Act::Press(press) = act {
            let page = self.page(&context(
                self.layout,
                words,
                &self.keys,
                self.marking.marks(),
            ));
            let rows = self.layout.body();
            return self.port_mut().on(press, &page, rows).then_some(Wish::Draw);
        }
        self.own(act, words)
    }

    /// While lines are read away from the focused thing, keys move the window; the others bring the focused thing back first,
    /// so that nothing is chosen that is not seen. Says whether that was all.
    fn read_away(&mut self, act: &Act, words: &Words) -> bool {
        let (true, Act::Press(press)) = (self.port.reading(), act) else {
            return false;
        };
        let page = self.page(&context(
            self.layout,
            words,
            &self.keys,
            self.marking.marks(),
        ));
        if page.cursor().is_none() {
            return false;
        }
        if self.port.on(press, &page, self.layout.body()) {
            return true;
        }
        let typed = matches!(
            press,
            Press::Typed(_) | Press::Pasted(_) | Press::Erase | Press::Delete
        );
        self.port.come_back();
        !(typed && self.typing())
    }

    /// Offers an act to what lies over the screen, or else to the screen. Nothing when it was not for them.
    #[expect(
        clippy::option_option,
        reason = "nothing heard, nothing to do, and something to do are three things"
    )]
    fn offer(&mut self, act: &Act, words: &Words) -> Option<Option<Wish>> {
        let keys = self.keys.clone();
        let ctx = context(self.layout, words, &keys, Marks::NONE);
        let rows = self.menu_rows(&keys);
        let reaction = match &mut self.over {
            Some(Over::Menu(menu)) => menu.on(act, &ctx, &rows),
            Some(Over::Map(map)) => map.on(act, &ctx),
            Some(Over::Stopping(stopping)) => stopping.on(
                act,
                &ctx,
                &[Reaction::Act(Act::Stop), Reaction::Act(Act::Close)],
            ),
            Some(Over::Help | Over::Terms) => match act.press() {
                Some(Press::Accept) => Reaction::Act(Act::Close),
                Some(_) | None => Reaction::Ignored,
            },
            None => self.screens.on(act, &ctx, &self.view.stage),
        };
        match reaction {
            Reaction::Ignored => None,
            Reaction::Handled => {
                if *act == Act::Paper(Deed::Read) {
                    self.port = Port::default();
                }
                Some(Some(Wish::Draw))
            }
            Reaction::Do(intent) => Some(Some(self.wish(intent))),
            Reaction::Act(Act::Paper(deed)) => self.offer(&Act::Paper(deed), words),
            Reaction::Act(act) => Some(self.own(&act, words)),
        }
    }

    /// What the face itself does.
    fn own(&mut self, act: &Act, words: &Words) -> Option<Wish> {
        let wish = match act {
            Act::Menu => self.lay_over(Over::Menu(Menu::default())),
            Act::Close => self.lift(),
            Act::GoOn => {
                self.over = None;
                return self.act(&Act::Press(Press::Accept), words);
            }
            Act::Back if self.over.is_some() => match self.over.take() {
                // In the menu "back" is what it says: back in the program.
                Some(Over::Menu(_)) => self.wish(Intent::Back),
                Some(Over::Map(_) | Over::Help | Over::Terms | Over::Stopping(_)) | None => {
                    Wish::Draw
                }
            },
            Act::Back => self.wish(Intent::Back),
            Act::Help if matches!(self.over, Some(Over::Help)) => self.lift(),
            Act::Help => self.lay_over(Over::Help),
            Act::Terms if matches!(self.over, Some(Over::Terms)) => self.lift(),
            Act::Terms => self.lay_over(Over::Terms),
            Act::Why => match self.marked() {
                Some((question, text)) => {
                    self.wish(Intent::Health(HealthWish::Explain(question, text)))
                }
                None => return None,
            },
            Act::Map if matches!(self.over, Some(Over::Map(_))) => self.lift(),
            Act::Map => Wish::Map,
            Act::Review => self.wish(Intent::Review),
            Act::Undo => self.wish(Intent::Undo),
            Act::SkipStep => self.wish(Intent::SkipStep),
            Act::Language => match self.other.clone() {
                Some(lang) => self.wish(Intent::Speak(lang)),
                None => return None,
            },
            Act::LineByLine => self.wish(Intent::Face(FaceKind::Plain)),
            Act::Redraw => Wish::Redraw,
            Act::Suspend => Wish::Suspend,
            Act::Keep => self.wish(Intent::Keep),
            Act::LockLater => self.wish(Intent::Habit(Habit::LockLater)),
            Act::Hide => Wish::Do(Intent::Hide),
            Act::Stop if matches!(self.over, Some(Over::Stopping(_))) => Wish::Leave,
            Act::Stop => self.wish(Intent::Stop),
            // From the menu to the screen below it.
            Act::Blank(_) if self.over.is_some() => {
                self.over = None;
                return self.act(act, words);
            }
            Act::Blank(_) | Act::Paper(_) | Act::Press(_) => return None,
        };
        Some(wish)
    }

    fn wish(&mut self, intent: Intent) -> Wish {
        self.over = None;
        self.screens.sent(&intent, &self.view.stage);
        Wish::Do(intent)
    }

    fn lay_over(&mut self, over: Over) -> Wish {
        self.over = Some(over);
        self.over_port = Port::default();
        Wish::Draw
    }

    fn lift(&mut self) -> Wish {
        self.over = None;
        Wish::Draw
    }

    fn port_mut(&mut self) -> &mut Port {
        if self.over.is_some() {
            &mut self.over_port
        } else {
            &mut self.port
        }
    }

    fn typing(&self) -> bool {
        self.screens.typing(&self.view.stage)
    }

    /// The contexts of keys that hold now, the innermost first.
    fn contexts(&self) -> Vec<Context> {
        let mut contexts = match &self.over {
            Some(Over::Menu(_)) => {
                let mut contexts = vec![Context::Menu, Context::List];
                if matches!(self.view.stage, StageView::Asking(_)) {
                    contexts.extend([Context::Choosing, Context::Asking]);
                }
                contexts
            }
            Some(Over::Map(_) | Over::Stopping(_)) => vec![Context::Over, Context::List],
            Some(Over::Help | Over::Terms) => vec![Context::Over, Context::Text],
            None => {
                let mut contexts = self.screens.contexts(&self.view.stage);
                if self.port.reading() {
                    contexts.insert(0, Context::Text);
                }
                contexts
            }
        };
        if self.over.is_some() || !self.typing() {
            contexts.push(Context::Outside);
        }
        contexts.push(Context::Everywhere);
        contexts
    }

    /// The rows of the table that work now.
    fn rows<'a>(&self, keys: &'a Keys) -> Vec<&'a Binding> {
        let mut rows = keys.rows(&self.contexts());
        rows.retain(|row| self.works(&row.act));
        rows
    }

    fn menu_rows<'a>(&self, keys: &'a Keys) -> Vec<&'a Binding> {
        let mut rows = self.rows(keys);
        rows.retain(|row| row.shown == Shown::Menu);
        rows
    }

    /// Says whether an act would do something now.
    fn works(&self, act: &Act) -> bool {
        let can = self.view.can;
        let stage = &self.view.stage;
        match act {
            Act::Back => can.back || self.over.is_some(),
            Act::Terms => !self.screens.explained(stage).terms.is_empty(),
            Act::Why => self.marked().is_some(),
            Act::Map | Act::Review => can.look_around,
            Act::Undo => can.undo,
            // A paper has a key of its own for saving; here it is what was said that is kept.
            Act::Keep => can.keep && !matches!(stage, StageView::Aside(_)),
            Act::SkipStep => can.skip_step,
            Act::LockLater => can.lock,
            Act::Blank(blank) => {
                matches!(stage, StageView::Asking(view) if view.blanks.contains(blank))
            }
            Act::Language => self.other.is_some(),
            Act::Paper(Deed::Soften) => self.screens.can_soften(stage),
            Act::Paper(Deed::ForWhom) => {
                matches!(stage, StageView::Preview(view) if view.for_whom.is_some())
            }
            Act::Paper(_)
            | Act::Press(_)
            | Act::Menu
            | Act::Close
            | Act::GoOn
            | Act::Help
            | Act::LineByLine
            | Act::Redraw
            | Act::Suspend
            | Act::Hide
            | Act::Stop => true,
        }
    }

    fn page(&self, ctx: &Ctx<'_>) -> Page {
        let explained = self.screens.explained(&self.view.stage);
        match &self.over {
            Some(Over::Menu(menu)) => menu.draw(ctx, &self.menu_rows(ctx.keys)),
            Some(Over::Map(map)) => map.draw(ctx),
            Some(Over::Help) => help::help(ctx.words, ctx.columns, &explained, &self.help_rows()),
            Some(Over::Terms) => help::terms(ctx.words, ctx.columns, explained.terms),
            Some(Over::Stopping(stopping)) => {
                let half = &ctx.words.tui.screens.half_typed;
                stopping.draw(ctx, Loses::HalfTyped, Some(half))
            }
            None => self.screens.draw(ctx, &self.view, self.heed()),
        }
    }

    /// The keys of the screen itself, whatever lies over it.
    fn help_rows(&self) -> Vec<&Binding> {
        let mut contexts = self.screens.contexts(&self.view.stage);
        if !self.typing() {
            contexts.push(Context::Outside);
        }
        contexts.push(Context::Everywhere);
        let mut rows = self.keys.rows(&contexts);
        rows.retain(|row| self.works(&row.act));
        rows
    }

    /// The last line: the keys, or that the program will be locked.
    fn bottom(&self, ctx: &Ctx<'_>, room: usize) -> PageLine {
        let margin = usize::from(self.layout.margin() > 0);
        match &self.view.locks_soon {
            Some(soon) => PageLine {
                pieces: vec![
                    (" ".repeat(margin), Role::Text),
                    (cut(soon, room.saturating_sub(margin)), Role::Notice),
                ],
            },
            None => footer(&self.hints(ctx), margin, room),
        }
    }

    fn hints(&self, ctx: &Ctx<'_>) -> Vec<(String, String)> {
        let mut hints = Vec::new();
        if self.over.is_none() && !self.port.reading() {
            hints = self
                .screens
                .hints(ctx, &self.view.stage)
                .unwrap_or_default();
            hints.truncate(AT_MOST - 1);
        }
        let mut rows = self.rows(ctx.keys);
        rows.retain(|row| row.shown == Shown::Footer);
        // The way out of what lies over the screen, or to the menu, stands last.
        rows.sort_by_key(|row| matches!(row.act, Act::Close | Act::Menu));
        let shown = rows.iter();
        hints.extend(shown.map(|row| {
            let word = (row.word)(ctx.words);
            (row.key_name(ctx.words), word.to_owned())
        }));
        if self.over.is_none() && self.works(&Act::Why) {
            let contexts = [Context::Everywhere, Context::Outside];
            let key = ctx.keys.name_of(&Act::Why, &contexts, ctx.words);
            hints.insert(0, (key, ctx.words.tui.screens.why.clone()));
        }
        hints
    }

    /// What stands beside a wide screen. Where it is too long, its last line says which key shows all of it.
    fn beside(&self, ctx: &Ctx<'_>) -> Vec<PageLine> {
        let Some(columns) = self.layout.beside() else {
            return Vec::new();
        };
        let explained = self.screens.explained(&self.view.stage);
        let page = help::beside(ctx.words, columns, &explained, &self.help_rows());
        let mut lines = page.lines().to_vec();
        let rows = self.layout.body();
        if lines.len() > rows {
            lines.truncate(rows.saturating_sub(1));
            let contexts = [Context::Everywhere, Context::Outside];
            let key = ctx.keys.name_of(&Act::Help, &contexts, ctx.words);
            let more = fill(&ctx.words.tui.screens.more_help, &[("key", &key)]);
            lines.push(PageLine {
                pieces: vec![(more, Role::Key)],
            });
        }
        lines
    }
}

/// Says whether a stage is the lock.
fn is_locked(stage: &StageView) -> bool {
    matches!(stage, StageView::Aside(view) if view.moment == "locked")
}

fn context<'a>(layout: Layout, words: &'a Words, keys: &'a Keys, marks: &'a Marks) -> Ctx<'a> {
    Ctx {
        words,
        keys,
        columns: layout.columns(),
        rows: layout.height,
        marks,
    }
}
