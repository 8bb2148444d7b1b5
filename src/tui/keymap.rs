//! The keys that are in use: the table, with keys of the person's own in it.
//!
//! Promises:
//! - what a person sees (footer, help, menu, first screens) and what a key does come from the same rows;
//! - no key means two things, and keys that do not fit together change nothing: all stays as in the table;
//! - Esc opens the menu and Ctrl+C stops, whatever is chosen.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::app::settings::{Mistake, Mistakes, OwnKeys};
use crate::core::answer::Blank;
use crate::core::source::{Code, Diagnostics, Place};
use crate::core::words::Words;
use crate::tui::keys::{Act, BINDINGS, Binding, Context, Key, Name, Shown, plain_key};

/// What can be given other keys, by its name in a settings file.
const CHANGEABLE: [(&str, Act); 23] = [
    ("hide", Act::Hide),
    ("keep", Act::Keep),
    ("stop", Act::Stop),
    ("menu", Act::Menu),
    ("back", Act::Back),
    ("help", Act::Help),
    ("words", Act::Terms),
    ("map", Act::Map),
    ("review", Act::Review),
    ("undo", Act::Undo),
    ("skip-step", Act::SkipStep),
    ("unknown", Act::Blank(Blank::NotKnown)),
    ("skip", Act::Blank(Blank::Skipped)),
    ("not-now", Act::Blank(Blank::NotNow)),
    ("rather-not", Act::Blank(Blank::RatherNot)),
    ("coach", Act::Coach),
    ("together", Act::Company),
    ("plan", Act::Plan),
    ("cover", Act::Veil),
    ("language", Act::Language),
    ("line-by-line", Act::LineByLine),
    ("redraw", Act::Redraw),
    ("suspend", Act::Suspend),
];

/// The keys in use.
#[derive(Debug, Clone)]
pub struct Keys {
    rows: Vec<Binding>,
}

impl Default for Keys {
    fn default() -> Self {
        Self {
            rows: BINDINGS.to_vec(),
        }
    }
}

impl Keys {
    /// Puts keys of the person's own in the table. Where they do not fit, the table stays as it is.
    pub fn with(own: &[OwnKeys], mistakes: &mut Mistakes) -> Self {
        let before = mistakes.len();
        let mut keys = Self::default();
        let mut placed: Vec<(Key, &Act, &Place, &str)> = Vec::new();
        for one in own {
            let Some((_, act)) = CHANGEABLE.iter().find(|(name, _)| *name == one.act) else {
                let mut found = Diagnostics::default();
                let known = CHANGEABLE.iter().map(|(name, _)| *name);
                found.unknown(Code::UnknownSetting, &one.place, &one.act, known);
                let told = found.sorted().into_iter().cloned();
                mistakes.extend(told.map(Mistake::Written));
                continue;
            };
            let mut chosen = Vec::new();
            for (typed, place) in &one.keys {
                match read(typed) {
                    Some(key) => {
                        chosen.push(key);
                        placed.push((key, act, place, typed));
                    }
                    None => mistakes.push(Mistake::NoKey(place.clone(), typed.clone())),
                }
            }
            if !chosen.is_empty() {
                keys.put(act, &chosen);
            }
        }
        for (key, act, place, typed) in placed {
            if let Some(other) = keys.other_use(key, act) {
                let other = CHANGEABLE.iter().find(|(_, one)| one == other);
                let name = other.map(|(name, _)| *name);
                mistakes.push(Mistake::Taken(place.clone(), typed.to_owned(), name));
            }
        }
        if mistakes.len() > before {
            Self::default()
        } else {
            keys
        }
    }

    /// Finds what a key does in these contexts, the innermost first. A capital letter without a row of its own is its small one.
    pub fn find(&self, contexts: &[Context], event: &KeyEvent) -> Option<&Binding> {
        let key = plain_key(event);
        self.in_contexts(contexts, key).or_else(|| {
            let KeyCode::Char(c) = key.code else {
                return None;
            };
            let small = c.to_lowercase().next().filter(|small| *small != c)?;
            let code = KeyCode::Char(small);
            self.in_contexts(contexts, Key { code, ..key })
        })
    }

    /// Says whether an event is a key that hides wherever the person is.
    pub fn hides(&self, event: &Event) -> bool {
        let Event::Key(key) = event else { return false };
        let row = self.find(&[Context::Everywhere], key);
        key.kind != KeyEventKind::Release && row.is_some_and(|row| row.act == Act::Hide)
    }

    /// Returns the rows that hold in these contexts, the innermost first, without those whose key means something else further
    /// in.
    pub fn rows(&self, contexts: &[Context]) -> Vec<&Binding> {
        let mut rows: Vec<&Binding> = Vec::new();
        for context in contexts {
            for row in self.rows.iter().filter(|row| row.context == *context) {
                if !rows.iter().any(|other| other.key == row.key) {
                    rows.push(row);
                }
            }
        }
        rows
    }

    /// Returns the name of the first key that does something in these contexts; nothing where there is none.
    pub fn name_of(&self, act: &Act, contexts: &[Context], words: &Words) -> String {
        contexts
            .iter()
            .flat_map(|context| self.rows.iter().filter(move |row| row.context == *context))
            .find(|row| row.act == *act)
            .map(|row| row.key_name(words))
            .unwrap_or_default()
    }

    fn in_contexts(&self, contexts: &[Context], key: Key) -> Option<&Binding> {
        contexts.iter().find_map(|context| {
            self.rows
                .iter()
                .find(|row| row.context == *context && row.key == key)
        })
    }

    /// Gives an act other keys. In a text field only keys that type nothing are commands, so those go where the table has such
    /// a key, and letters where it has a letter; where no letter is chosen, the first key stands in the menu as well.
    fn put(&mut self, act: &Act, chosen: &[Key]) {
        let (letters, commands): (Vec<Key>, Vec<Key>) = chosen.iter().partition(|key| types(**key));
        let menu = if letters.is_empty() {
            commands.get(..1).unwrap_or_default()
        } else {
            &letters
        };
        let mut done: Vec<Context> = Vec::new();
        let mut rows = Vec::new();
        for row in std::mem::take(&mut self.rows) {
            if row.act != *act {
                rows.push(row);
            } else if is_fixed(row.key) {
                // What always works stays beside the new keys, and goes on being what the footer says.
                rows.push(row.clone());
                rows.extend(chosen.iter().map(|key| Binding {
                    context: if types(*key) {
                        Context::Outside
                    } else {
                        row.context
                    },
                    key: *key,
                    name: Name::Own,
                    shown: Shown::Help,
                    ..row.clone()
                }));
            } else if !done.contains(&row.context) {
                done.push(row.context);
                let with = if types(row.key) { menu } else { &commands };
                rows.extend(with.iter().enumerate().map(|(number, key)| Binding {
                    key: *key,
                    name: Name::Own,
                    // One row in the menu is enough.
                    shown: if number == 0 {
                        row.shown
                    } else {
                        Shown::Nowhere
                    },
                    ..row.clone()
                }));
            }
        }
        self.rows = rows;
    }

    /// What a key of this act does besides, if it does.
    fn other_use(&self, key: Key, act: &Act) -> Option<&Act> {
        let mut rows = self.rows.iter();
        let other = rows.find(|row| row.key == key && row.act != *act);
        other.map(|row| &row.act)
    }
}

/// Reads the name of a key: `f5`, `ctrl+x`, or a sign. Nothing for a key that cannot be chosen.
fn read(typed: &str) -> Option<Key> {
    let name = typed.trim().to_lowercase();
    let plain = |code| Key {
        code,
        modifiers: KeyModifiers::NONE,
    };
    if let Some(number) = name.strip_prefix('f').and_then(|rest| rest.parse().ok()) {
        return (1..=12)
            .contains(&number)
            .then(|| plain(KeyCode::F(number)));
    }
    let mut signs = name.chars();
    if let (Some(c), None) = (signs.next(), signs.next()) {
        return (!c.is_whitespace() && !c.is_control()).then(|| plain(KeyCode::Char(c)));
    }
    let mut letter = name
        .strip_prefix("ctrl+")
        .or_else(|| name.strip_prefix("ctrl-"))?
        .chars();
    let (Some(c), None) = (letter.next(), letter.next()) else {
        return None;
    };
    // For a terminal Ctrl with one of these is Backspace, Tab, and twice Enter.
    let is_own = c.is_ascii_lowercase() && !"hijm".contains(c);
    is_own.then_some(Key {
        code: KeyCode::Char(c),
        modifiers: KeyModifiers::CONTROL,
    })
}

/// Says whether a key types something.
fn types(key: Key) -> bool {
    matches!(key.code, KeyCode::Char(_)) && key.modifiers.is_empty()
}

/// The ways out that nobody can lose.
fn is_fixed(key: Key) -> bool {
    key.code == KeyCode::Esc
        || key.code == KeyCode::Char('c') && key.modifiers == KeyModifiers::CONTROL
}

#[cfg(test)]
mod tests;
