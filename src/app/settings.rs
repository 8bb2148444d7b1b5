//! What a person wants at every start, as it stands in a settings file: face, language, color, keys, lock time; nothing else.
//!
//! Promises:
//! - a mistake is told with its place, all at once, and everything else in the file still holds;
//! - what is written is read back as the same;
//! - an answer, a file name or a day never stands in it.

use std::fmt::Write;
use std::time::Duration;

use crate::app::face::FaceKind;
use crate::app::failure::ReadProblem;
use crate::core::source::{
    Code, Diagnostic, Diagnostics, Fields, Node, Place, Shape, Value, check_keys, number_of,
    texts_of, wrong,
};
use crate::core::words::Lang;

/// The shortest and the longest time before the program is locked, in minutes.
const LOCK_MINUTES: std::ops::RangeInclusive<i64> = 1..=240;

/// After how long without a key a program with an open dossier is locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LockAfter {
    /// After so many minutes.
    Minutes(u16),
    /// Never.
    Never,
}

impl Default for LockAfter {
    fn default() -> Self {
        Self::Minutes(10)
    }
}

impl LockAfter {
    /// How long that is.
    pub fn time(self) -> Option<Duration> {
        match self {
            Self::Minutes(minutes) => Some(Duration::from_secs(u64::from(minutes) * 60)),
            Self::Never => None,
        }
    }

    /// The next one of those that are offered: longer each time, then never, then from the beginning.
    #[must_use]
    pub fn next(self) -> Self {
        const OFFERED: [u16; 3] = [10, 20, 60];
        match self {
            Self::Minutes(minutes) => OFFERED
                .into_iter()
                .find(|offered| *offered > minutes)
                .map_or(Self::Never, Self::Minutes),
            Self::Never => Self::default(),
        }
    }
}

/// Whether the screen has colors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Color {
    /// It has.
    Yes,
    /// It has none.
    No,
}

/// Keys of the person's own for one act, as written.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnKeys {
    /// What they do.
    pub act: String,
    /// Where that stands.
    pub place: Place,
    /// The keys, each with its place.
    pub keys: Vec<(String, Place)>,
}

/// What a person wants at every start. What they did not say is chosen anew each time.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Settings {
    /// Which face.
    pub face: Option<FaceKind>,
    /// Which language.
    pub lang: Option<Lang>,
    /// Colors or none.
    pub color: Option<Color>,
    /// Keys of the person's own.
    pub keys: Vec<OwnKeys>,
    /// When to lock.
    pub lock: LockAfter,
}

/// Whether there is a settings file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SettingsFile {
    /// There is no place for one.
    #[default]
    Nowhere,
    /// There is none.
    None,
    /// There is one, as this program writes it.
    Ours,
    /// There is one that the person wrote.
    Own,
}

/// A mistake in a settings file.
#[derive(Debug, Clone, PartialEq)]
pub enum Mistake {
    /// The whole file cannot be read; its path.
    Unreadable(String, ReadProblem),
    /// One of those that any file of ours can have.
    Written(Diagnostic),
    /// No key that can be chosen has this name.
    NoKey(Place, String),
    /// The key does something else already; by its name in this file, where it has one.
    Taken(Place, String, Option<&'static str>),
}

impl Mistake {
    /// Where it is; nothing for the whole file.
    pub fn place(&self) -> Option<&Place> {
        match self {
            Self::Unreadable(..) => None,
            Self::Written(diagnostic) => Some(&diagnostic.place),
            Self::NoKey(place, _) | Self::Taken(place, ..) => Some(place),
        }
    }
}

/// All mistakes in a settings file.
pub type Mistakes = Vec<Mistake>;

impl Settings {
    /// Reads the file. `langs` are the languages there are.
    pub fn read(node: &Node, langs: &[Lang], mistakes: &mut Mistakes) -> Self {
        if node.shape() == Shape::Empty {
            return Self::default();
        }
        let mut found = Diagnostics::default();
        let mut fields = Fields::of(node, &mut found);
        let face = word(&mut fields, "face", &["full", "plain"], &mut found);
        let names: Vec<&str> = langs.iter().map(Lang::as_str).collect();
        let lang = word(&mut fields, "language", &names, &mut found);
        let color = word(&mut fields, "color", &["yes", "no"], &mut found);
        let lock = fields.node("lock", &mut found);
        let lock = lock.and_then(|node| lock_of(node, &mut found));
        let keys = fields.node("keys", &mut found);
        let keys = keys.map(|node| keys_of(node, &mut found));
        fields.done(&mut found);
        let told = found.sorted().into_iter().cloned();
        mistakes.extend(told.map(Mistake::Written));
        Self {
            face: face.map(|name| {
                if name == "plain" {
                    FaceKind::Plain
                } else {
                    FaceKind::Full
                }
            }),
            lang: lang.map(Lang::new),
            color: color.map(|name| if name == "no" { Color::No } else { Color::Yes }),
            keys: keys.unwrap_or_default(),
            lock: lock.unwrap_or_default(),
        }
    }

    /// Writes the file.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut line = |name: &str, value: &str| {
            // Text takes every write.
            let _ = writeln!(text, "{name}: {value}");
        };
        if let Some(face) = self.face {
            line(
                "face",
                match face {
                    FaceKind::Full => "full",
                    FaceKind::Plain => "plain",
                },
            );
        }
        if let Some(lang) = &self.lang {
            line("language", lang.as_str());
        }
        if let Some(color) = self.color {
            line("color", if color == Color::No { "no" } else { "yes" });
        }
        match self.lock {
            LockAfter::Minutes(minutes) => line("lock", &minutes.to_string()),
            LockAfter::Never => line("lock", "off"),
        }
        if !self.keys.is_empty() {
            text.push_str("keys:\n");
        }
        for own in &self.keys {
            let keys: Vec<String> = own.keys.iter().map(|(key, _)| quoted(key)).collect();
            let _ = writeln!(text, "  {}: [{}]", own.act, keys.join(", "));
        }
        text
    }
}

/// Takes one of a few words.
fn word<'w>(
    fields: &mut Fields<'_>,
    name: &'static str,
    known: &[&'w str],
    found: &mut Diagnostics,
) -> Option<&'w str> {
    let place = fields.place_of(name).clone();
    // Some write yes and no as a flag.
    let typed = if let Value::Flag(flag) = fields.node(name, found)?.value {
        if flag { "yes" } else { "no" }.to_owned()
    } else {
        fields.text(name, found)?
    };
    let known_word = known.iter().find(|known| typed.eq_ignore_ascii_case(known));
    if known_word.is_none() {
        found.unknown(Code::UnknownWord, &place, &typed, known.iter().copied());
    }
    known_word.copied()
}

fn lock_of(node: &Node, found: &mut Diagnostics) -> Option<LockAfter> {
    let is_off = node.value == Value::Flag(false) || node.text().is_some_and(|text| text == "off");
    if is_off {
        return Some(LockAfter::Never);
    }
    let minutes = number_of(node, LOCK_MINUTES, found)?;
    u16::try_from(minutes).ok().map(LockAfter::Minutes)
}

fn keys_of(node: &Node, found: &mut Diagnostics) -> Vec<OwnKeys> {
    if node.shape() != Shape::Map {
        wrong(found, node, Shape::Map);
        return Vec::new();
    }
    check_keys(node, found);
    let own = |(act, keys): &(Node, Node)| {
        let name = act.text()?;
        let keys = texts_of(keys, &name, found).into_iter();
        Some(OwnKeys {
            place: act.place.clone(),
            keys: keys.map(|(key, place)| (key, place.clone())).collect(),
            act: name,
        })
    };
    node.pairs().iter().filter_map(own).collect()
}

/// A text as YAML takes it in any place.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests;
