//! What a key comes to: the innermost listener has it first.

use crossterm::event::{Event, KeyEvent, KeyEventKind};

use crate::app::intent::{Beside, FaceKind, Habit, HealthWish, Intent, Meet};
use crate::app::view::StageView;
use crate::core::ask::Ask;
use crate::core::words::Words;
use crate::tui::face::state::{Face, Over, Wish, context};
use crate::tui::keys::{self, Act, Context, Deed};
use crate::tui::marks::Marks;
use crate::tui::port::Port;
use crate::tui::press::Press;
use crate::tui::screens::menu::Menu;
use crate::tui::screens::reaction::Reaction;
use crate::tui::widgets::frame::Layout;

impl Face {
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

    pub(super) fn key(&mut self, key: &KeyEvent, words: &Words) -> Option<Wish> {
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

    pub(super) fn act(&mut self, act: &Act, words: &Words) -> Option<Wish> {
        if *act == Act::Press(Press::Accept) && self.reads() {
            self.settle(words);
            if self.reads_on() {
                return self.act(&Act::Press(Press::PageDown), words);
            }
        }
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

    /// Says whether a text is read here, and nothing is answered.
    fn reads(&self) -> bool {
        let stage = &self.view.stage;
        self.over.is_none()
            && matches!(stage, StageView::Asking(view) if matches!(view.ask, Ask::Read { .. }))
    }

    /// Says whether the end of a text to read was never in sight: Enter goes on to that first.
    pub(super) fn reads_on(&self) -> bool {
        self.reads() && self.port.has_unseen()
    }

    /// Moves the window as drawing would: several keys may come before anything is drawn.
    fn settle(&mut self, words: &Words) {
        let marks = self.marking.marks();
        let page = self.page(&context(self.layout, words, &self.keys, marks));
        self.port.settle(&page, self.layout.body());
    }

    /// While lines are read away from the focused thing, keys move the window; the others bring the focused thing back first,
    /// so that nothing is chosen that is not seen. Says whether that was all.
    pub(super) fn read_away(&mut self, act: &Act, words: &Words) -> bool {
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
            Press::Typed(_) | Press::Pasted(_) | Press::Erase | Press::Delete | Press::Clear
        );
        self.port.come_back();
        !(typed && self.typing())
    }

    /// Offers an act to what lies over the screen, or else to the screen. Nothing when it was not for them.
    #[expect(
        clippy::option_option,
        reason = "nothing heard, nothing to do, and something to do are three things"
    )]
    pub(super) fn offer(&mut self, act: &Act, words: &Words) -> Option<Option<Wish>> {
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
            Some(Over::Help | Over::Terms | Over::Coach) => match act.press() {
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
    pub(super) fn own(&mut self, act: &Act, words: &Words) -> Option<Wish> {
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
                Some(Over::Map(_) | Over::Help | Over::Terms | Over::Coach | Over::Stopping(_))
                | None => Wish::Draw,
            },
            Act::Back => self.wish(Intent::Back),
            Act::Help if matches!(self.over, Some(Over::Help)) => self.lift(),
            Act::Help => self.lay_over(Over::Help),
            Act::Terms if matches!(self.over, Some(Over::Terms)) => self.lift(),
            Act::Terms => self.lay_over(Over::Terms),
            Act::Coach if matches!(self.over, Some(Over::Coach)) || self.shows_prompts(words) => {
                self.lift()
            }
            Act::Coach => self.lay_over(Over::Coach),
            Act::Company => self.wish(Intent::Company(Meet::Switch)),
            Act::Plan => self.wish(Intent::Company(Meet::Plan)),
            Act::Veil => self.wish(Intent::Company(Meet::Veil)),
            Act::Why => match self.marked() {
                Some((question, text)) => {
                    self.wish(Intent::Health(HealthWish::Explain(question, text)))
                }
                None => return None,
            },
            Act::Map if matches!(self.over, Some(Over::Map(_))) => self.lift(),
            Act::Map => Wish::Map,
            Act::Review => self.wish(Intent::Beside(Beside::Review)),
            Act::Rehearse => self.wish(Intent::Beside(Beside::Rehearsal)),
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

    pub(super) fn wish(&mut self, intent: Intent) -> Wish {
        self.over = None;
        self.screens.sent(&intent, &self.view.stage);
        Wish::Do(intent)
    }

    pub(super) fn lay_over(&mut self, over: Over) -> Wish {
        self.over = Some(over);
        self.over_port = Port::default();
        Wish::Draw
    }

    pub(super) fn lift(&mut self) -> Wish {
        self.over = None;
        Wish::Draw
    }

    pub(super) fn port_mut(&mut self) -> &mut Port {
        if self.over.is_some() {
            &mut self.over_port
        } else {
            &mut self.port
        }
    }

    pub(super) fn typing(&self) -> bool {
        self.screens.typing(&self.view.stage)
    }

    /// The contexts of keys that hold now, the innermost first.
    pub(super) fn contexts(&self) -> Vec<Context> {
        let mut contexts = match &self.over {
            Some(Over::Menu(_)) => {
                let mut contexts = vec![Context::Menu, Context::List];
                if matches!(self.view.stage, StageView::Asking(_)) {
                    contexts.extend([Context::Choosing, Context::Asking]);
                }
                contexts
            }
            Some(Over::Map(_) | Over::Stopping(_)) => vec![Context::Over, Context::List],
            Some(Over::Help | Over::Terms | Over::Coach) => vec![Context::Over, Context::Text],
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
}
