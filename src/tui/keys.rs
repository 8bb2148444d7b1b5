//! Every key of the full-screen face, in one table.
//!
//! The table drives what a key does, the footer, the menu, the help and the list in the README; nothing else knows a key.
//! The name of a key is a word, so that a language can give it another.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use self::Act::Press as P;
use self::Context as C;
use self::Shown::{Footer, Help, Menu, Nowhere};
use crate::core::answer::Blank;
use crate::core::words::{Words, fill};
use crate::tui::press::Press;
use KeyCode as K;

/// How terminals report `AltGr`, with which people type characters.
const ALTGR: KeyModifiers = KeyModifiers::CONTROL.union(KeyModifiers::ALT);

/// Where a key works. A face is in several at once, the innermost first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// Always.
    Everywhere,
    /// Where no text is typed: letters are commands.
    Outside,
    /// Where something is chosen from a list.
    List,
    /// At a question whether more may be seen, or all may be lost: the way out says no.
    Doubt,
    /// Before the first question.
    Welcome,
    /// At a question.
    Asking,
    /// At a question, where no text is typed.
    Choosing,
    /// At lines of a paper.
    Preview,
    /// At a paper as its reader sees it.
    Reading,
    /// At a paper that is only for the person, around both: Enter saves nothing there.
    Private,
    /// At a health word.
    HealthCheck,
    /// At the name of a file.
    Place,
    /// At a passphrase.
    Secret,
    /// In the menu.
    Menu,
    /// Above a screen that waits below: map, help, words.
    Over,
    /// Where there is text to read and nothing to choose.
    Text,
}

/// What a key does.
#[derive(Debug, Clone, PartialEq)]
pub enum Act {
    /// Goes to what the cursor is on.
    Press(Press),
    /// Opens the menu.
    Menu,
    /// Closes what lies over the screen.
    Close,
    /// Goes on, from the menu.
    GoOn,
    /// Goes back.
    Back,
    /// Opens the help.
    Help,
    /// Opens the explained words.
    Terms,
    /// Explains the health words of a text.
    Why,
    /// Opens the map of steps.
    Map,
    /// Shows everything that was said.
    Review,
    /// Practises the talk.
    Rehearse,
    /// Takes the last change back.
    Undo,
    /// Skips the whole step.
    SkipStep,
    /// Gives no answer.
    Blank(Blank),
    /// Goes on in the next language.
    Language,
    /// Goes on line by line.
    LineByLine,
    /// Does something with a paper.
    Paper(Deed),
    /// Draws the screen anew.
    Redraw,
    /// Gives the terminal back for a moment.
    Suspend,
    /// Keeps what was said.
    Keep,
    /// Waits longer before the lock.
    LockLater,
    /// Shows prompts for a coach.
    Coach,
    /// Goes on with a coach, or alone.
    Company,
    /// Shows the plan of the talk.
    Plan,
    /// Covers the screen.
    Veil,
    /// Clears the screen and leaves.
    Hide,
    /// Stops.
    Stop,
}

/// What can be done with a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Puts a line on it, or leaves it out.
    Toggle,
    /// Moves a line up.
    Raise,
    /// Moves a line down.
    Lower,
    /// Says a line more softly.
    Soften,
    /// Shows it as its reader sees it, or its lines.
    Read,
    /// Puts it on the clipboard.
    Copy,
    /// Chooses another reader.
    ForWhom,
    /// Goes to saving it.
    Save,
    /// Goes on without saving it.
    WithoutSaving,
}

impl Act {
    /// The press, where it is one.
    pub fn press(&self) -> Option<&Press> {
        if let Self::Press(press) = self {
            Some(press)
        } else {
            None
        }
    }
}

/// Where a key is shown, beside the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// In the footer.
    Footer,
    /// In the menu.
    Menu,
    /// In the help alone.
    Help,
    /// Nowhere: another name of a key that is shown.
    Nowhere,
}

/// A key, with what is held down with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// The key.
    pub code: KeyCode,
    /// What is held down.
    pub modifiers: KeyModifiers,
}

/// How a key is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Name {
    /// The words know it by this name.
    Known(&'static str),
    /// It is called after itself: a letter, F with a number, Ctrl with a letter.
    Own,
}

/// One row of the table.
#[derive(Debug, Clone)]
pub struct Binding {
    /// Where it works.
    pub context: Context,
    /// The key.
    pub key: Key,
    /// What it does.
    pub act: Act,
    /// How the key is called.
    pub name: Name,
    /// What it does, in words.
    pub word: fn(&Words) -> &str,
    /// Where it is shown.
    pub shown: Shown,
}

impl Binding {
    /// Returns the name of the key in words.
    pub fn key_name(&self, words: &Words) -> String {
        let screens = &words.tui.screens;
        match self.name {
            Name::Known(name) => screens.keys.get(name).cloned().unwrap_or_default(),
            Name::Own => {
                if let KeyCode::F(number) = self.key.code {
                    fill(&screens.key_f, &[("number", &number.to_string())])
                } else if self.key.modifiers.contains(KeyModifiers::CONTROL) {
                    let letter = self.key.code.to_string().to_uppercase();
                    fill(&screens.key_ctrl, &[("letter", &letter)])
                } else {
                    self.key.code.to_string()
                }
            }
        }
    }
}

/// Returns the character a key types, if it types one.
pub fn typed(event: &KeyEvent) -> Option<char> {
    let KeyCode::Char(c) = event.code else {
        return None;
    };
    let held = event.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT);
    // AltGr arrives as both at once.
    (held.is_empty() || held == ALTGR).then_some(c)
}

/// Terminals differ in whether they report the shift of a capital letter or a question mark, and the Tab of Shift+Tab.
pub fn plain_key(event: &KeyEvent) -> Key {
    let modifiers = event.modifiers & ALTGR;
    let code = if let KeyCode::Char(c) = event.code
        && modifiers.contains(KeyModifiers::CONTROL)
    {
        KeyCode::Char(c.to_ascii_lowercase())
    } else {
        event.code
    };
    Key { code, modifiers }
}

const fn on(
    context: Context,
    key: Key,
    act: Act,
    name: &'static str,
    word: fn(&Words) -> &str,
    shown: Shown,
) -> Binding {
    Binding {
        context,
        key,
        act,
        name: Name::Known(name),
        word,
        shown,
    }
}

const fn key(code: KeyCode) -> Key {
    Key {
        code,
        modifiers: KeyModifiers::NONE,
    }
}
const fn ch(c: char) -> Key {
    key(KeyCode::Char(c))
}
const fn f(number: u8) -> Key {
    key(KeyCode::F(number))
}
const fn ctrl(c: char) -> Key {
    Key {
        code: KeyCode::Char(c),
        modifiers: KeyModifiers::CONTROL,
    }
}
const fn alt(code: KeyCode) -> Key {
    Key {
        code,
        modifiers: KeyModifiers::ALT,
    }
}

/// The table. Within a context the more important first. One row is one line, so that it reads as a table.
#[rustfmt::skip]
pub const BINDINGS: &[Binding] = &[
    // Lists, texts, and what lies over a screen.
    on(C::List, key(K::Up), P(Press::Up), "up-down", |w| &w.tui.screens.choose, Footer),
    on(C::List, key(K::Enter), P(Press::Accept), "enter", |w| &w.tui.screens.go_on, Footer),
    on(C::Doubt, key(K::Esc), Act::Back, "esc", |w| &w.menu.back, Footer),
    on(C::Text, key(K::Up), P(Press::Up), "up-down", |w| &w.tui.screens.read_on, Footer),
    on(C::Menu, key(K::Esc), Act::Close, "esc", |w| &w.tui.screens.close, Footer),
    on(C::Menu, ch('v'), Act::GoOn, "v", |w| &w.menu.go_on, Menu),
    on(C::Over, key(K::Esc), Act::Close, "esc", |w| &w.tui.screens.close, Footer),
    // A paper.
    on(C::Private, key(K::Enter), P(Press::Accept), "enter", |w| &w.tui.screens.go_on, Footer),
    on(C::Preview, ch(' '), Act::Paper(Deed::Toggle), "space", |w| &w.tui.screens.switch, Footer),
    on(C::Preview, key(K::Enter), P(Press::Accept), "enter", |w| &w.tui.screens.save, Footer),
    on(C::Preview, ch('l'), Act::Paper(Deed::Read), "l", |w| &w.preview.read, Footer),
    on(C::Preview, key(K::Up), P(Press::Up), "up-down", |w| &w.tui.screens.choose, Help),
    on(C::Preview, ch('-'), Act::Paper(Deed::Raise), "minus", |w| &w.tui.screens.higher, Help),
    on(C::Preview, ch('+'), Act::Paper(Deed::Lower), "plus", |w| &w.tui.screens.lower, Help),
    on(C::Preview, ch('='), Act::Paper(Deed::Lower), "plus", |w| &w.tui.screens.lower, Nowhere),
    on(C::Preview, ch('K'), Act::Paper(Deed::Raise), "minus", |w| &w.tui.screens.higher, Nowhere),
    on(C::Preview, ch('J'), Act::Paper(Deed::Lower), "plus", |w| &w.tui.screens.lower, Nowhere),
    on(C::Preview, ch('z'), Act::Paper(Deed::Soften), "z", |w| &w.preview.softer, Help),
    on(C::Preview, ch('v'), Act::Paper(Deed::ForWhom), "v", |w| &w.preview.other_reader, Help),
    on(C::Preview, ch('s'), Act::Paper(Deed::Save), "s", |w| &w.tui.screens.save, Help),
    on(C::Preview, ch('g'), Act::Paper(Deed::WithoutSaving), "g", |w| &w.preview.go_on, Help),
    on(C::Preview, ch('c'), Act::Paper(Deed::Copy), "c", |w| &w.copying.act, Help),
    on(C::Reading, ch('l'), Act::Paper(Deed::Read), "l", |w| &w.preview.choose, Footer),
    on(C::Reading, key(K::Up), P(Press::Up), "up-down", |w| &w.tui.screens.read_on, Footer),
    on(C::Reading, key(K::Enter), P(Press::Accept), "enter", |w| &w.tui.screens.save, Footer),
    on(C::Reading, ch('s'), Act::Paper(Deed::Save), "s", |w| &w.tui.screens.save, Help),
    on(C::Reading, ch('g'), Act::Paper(Deed::WithoutSaving), "g", |w| &w.preview.go_on, Help),
    on(C::Reading, ch('c'), Act::Paper(Deed::Copy), "c", |w| &w.copying.act, Help),
    // Health words, and the name of a file.
    on(C::HealthCheck, key(K::Up), P(Press::Up), "up-down", |w| &w.tui.screens.choose, Footer),
    on(C::HealthCheck, key(K::Enter), P(Press::Accept), "enter", |w| &w.tui.screens.go_on, Footer),
    on(C::HealthCheck, f(4), Act::Back, "f4", |w| &w.menu.back, Footer),
    on(C::Place, key(K::Enter), P(Press::Accept), "enter", |w| &w.tui.screens.save, Footer),
    on(C::Place, f(4), Act::Back, "f4", |w| &w.menu.back, Footer),
    on(C::Secret, key(K::Enter), P(Press::Accept), "enter", |w| &w.tui.screens.go_on, Footer),
    on(C::Secret, f(4), Act::Back, "f4", |w| &w.menu.back, Footer),
    // A question: the kinds of no answer.
    on(C::Choosing, ch('d'), Act::Blank(Blank::NotKnown), "d", |w| &w.blanks.unknown, Menu),
    on(C::Choosing, ch('s'), Act::Blank(Blank::Skipped), "s", |w| &w.blanks.skip, Menu),
    on(C::Choosing, ch('n'), Act::Blank(Blank::NotNow), "n", |w| &w.blanks.not_now, Menu),
    on(C::Choosing, ch('l'), Act::Blank(Blank::RatherNot), "l", |w| &w.blanks.rather_not, Menu),
    on(C::Asking, f(5), Act::Blank(Blank::NotKnown), "f5", |w| &w.blanks.unknown, Help),
    on(C::Asking, f(6), Act::Blank(Blank::Skipped), "f6", |w| &w.blanks.skip, Help),
    on(C::Asking, f(7), Act::Blank(Blank::NotNow), "f7", |w| &w.blanks.not_now, Help),
    on(C::Asking, f(8), Act::Blank(Blank::RatherNot), "f8", |w| &w.blanks.rather_not, Help),
    // Letters, where no text is typed.
    on(C::Outside, ch('b'), Act::Back, "b", |w| &w.menu.back, Menu),
    on(C::Outside, ch('?'), Act::Help, "question", |w| &w.menu.explain, Menu),
    on(C::Outside, ch('w'), Act::Terms, "w", |w| &w.menu.terms, Menu),
    on(C::Outside, ch('m'), Act::Map, "m", |w| &w.menu.map, Menu),
    on(C::Outside, ch('r'), Act::Review, "r", |w| &w.menu.review, Menu),
    on(C::Outside, ch('u'), Act::Undo, "u", |w| &w.menu.undo, Menu),
    on(C::Menu, ch('f'), Act::Rehearse, "f", |w| &w.menu.rehearse, Menu),
    on(C::Menu, ch('h'), Act::Why, "h", |w| &w.menu.why, Menu),
    on(C::Outside, ch('a'), Act::Company, "a", |w| &w.together.switch, Menu),
    on(C::Outside, ch('c'), Act::Coach, "c", |w| &w.together.coach, Menu),
    on(C::Outside, ch('g'), Act::Plan, "g", |w| &w.together.meeting, Menu),
    on(C::Menu, ch('z'), Act::Veil, "z", |w| &w.together.veil, Menu),
    on(C::Menu, ch('x'), Act::SkipStep, "x", |w| &w.menu.skip_step, Menu),
    on(C::Menu, ch('t'), Act::Language, "t", |w| &w.menu.language, Menu),
    on(C::Menu, ch('p'), Act::LineByLine, "p", |w| &w.menu.face, Menu),
    on(C::Menu, ch('o'), Act::LockLater, "o", |w| &w.menu.lock, Menu),
    on(C::Welcome, ch('t'), Act::Language, "t", |w| &w.menu.language, Help),
    on(C::Welcome, ch('p'), Act::LineByLine, "p", |w| &w.menu.face, Help),
    on(C::Outside, ch('k'), Act::Keep, "k", |w| &w.menu.keep, Menu),
    on(C::Outside, ch('.'), Act::Hide, "dot", |w| &w.menu.hide, Menu),
    on(C::Outside, ch('q'), Act::Stop, "q", |w| &w.menu.stop, Menu),
    on(C::Outside, ch('e'), P(Press::Copy), "e", |w| &w.asking.copy, Nowhere),
    // Everywhere, in a text field too.
    on(C::Everywhere, key(K::Esc), Act::Menu, "esc", |w| &w.tui.screens.menu, Footer),
    on(C::Everywhere, f(1), Act::Help, "f1", |w| &w.menu.explain, Help),
    on(C::Everywhere, f(2), Act::Map, "f2", |w| &w.menu.map, Help),
    on(C::Everywhere, f(3), Act::Review, "f3", |w| &w.menu.review, Help),
    on(C::Everywhere, f(4), Act::Back, "f4", |w| &w.menu.back, Help),
    on(C::Everywhere, f(9), Act::Terms, "f9", |w| &w.menu.terms, Help),
    on(C::Everywhere, f(10), Act::Coach, "f10", |w| &w.together.coach, Footer),
    on(C::Everywhere, ctrl('t'), Act::Company, "ctrl-t", |w| &w.together.switch, Help),
    on(C::Everywhere, ctrl('d'), Act::Veil, "ctrl-d", |w| &w.together.veil, Footer),
    on(C::Everywhere, ctrl('g'), Act::Why, "ctrl-g", |w| &w.menu.why, Help),
    on(C::Everywhere, ctrl('e'), P(Press::Copy), "ctrl-e", |w| &w.asking.copy, Help),
    on(C::Everywhere, ctrl('s'), Act::Keep, "ctrl-s", |w| &w.menu.keep, Help),
    on(C::Everywhere, ctrl('q'), Act::Hide, "ctrl-q", |w| &w.menu.hide, Help),
    on(C::Everywhere, ctrl('c'), Act::Stop, "ctrl-c", |w| &w.menu.stop, Help),
    on(C::Everywhere, ctrl('l'), Act::Redraw, "ctrl-l", |w| &w.tui.screens.redraw, Help),
    on(C::Everywhere, ctrl('z'), Act::Suspend, "ctrl-z", |w| &w.tui.screens.suspend, Help),
    on(C::Everywhere, key(K::Up), P(Press::Up), "up-down", |w| &w.tui.screens.choose, Nowhere),
    on(C::Everywhere, key(K::Down), P(Press::Down), "up-down", |w| &w.tui.screens.choose, Nowhere),
    on(C::Everywhere, key(K::Left), P(Press::Left), "left-right", |w| &w.tui.screens.choose, Nowhere),
    on(C::Everywhere, key(K::Right), P(Press::Right), "left-right", |w| &w.tui.screens.choose, Nowhere),
    on(C::Everywhere, key(K::Home), P(Press::Home), "home-end", |w| &w.tui.screens.ends, Help),
    on(C::Everywhere, key(K::End), P(Press::End), "home-end", |w| &w.tui.screens.ends, Nowhere),
    on(C::Everywhere, key(K::PageUp), P(Press::PageUp), "page", |w| &w.tui.screens.page, Help),
    on(C::Everywhere, key(K::PageDown), P(Press::PageDown), "page", |w| &w.tui.screens.page, Nowhere),
    on(C::Everywhere, key(K::Enter), P(Press::Accept), "enter", |w| &w.tui.screens.go_on, Nowhere),
    on(C::Everywhere, key(K::Tab), P(Press::Next), "tab", |w| &w.tui.screens.field, Help),
    on(C::Everywhere, key(K::BackTab), P(Press::Previous), "tab", |w| &w.tui.screens.field, Nowhere),
    on(C::Everywhere, key(K::Backspace), P(Press::Erase), "erase", |w| &w.tui.screens.erase, Help),
    on(C::Everywhere, ctrl('h'), P(Press::Erase), "erase", |w| &w.tui.screens.erase, Nowhere),
    on(C::Everywhere, key(K::Delete), P(Press::Delete), "erase", |w| &w.tui.screens.erase, Nowhere),
    on(C::Everywhere, ctrl('u'), P(Press::Clear), "ctrl-u", |w| &w.tui.screens.clear, Help),
    on(C::Everywhere, alt(K::Enter), P(Press::NewLine), "alt-enter", |w| &w.tui.screens.new_line, Help),
    on(C::Everywhere, ctrl('j'), P(Press::NewLine), "alt-enter", |w| &w.tui.screens.new_line, Nowhere),
];

#[cfg(test)]
mod tests;
