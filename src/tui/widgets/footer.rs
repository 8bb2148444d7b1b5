//! The last line of the screen: at most four keys that work now, the last one always the way out or to the menu. A key that
//! must be in sight is one more, so that it takes the place of none.
//!
//! What must be in sight stays, in a shorter form where room is scarce; before it goes, the other keys do.

use crate::core::text::width;
use crate::tui::page::PageLine;
use crate::tui::theme::Role;

/// How many keys stand there at most, without those that must be in sight.
pub const AT_MOST: usize = 4;

/// How long a key stands there as room becomes scarce; the first goes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stays {
    /// While there is room.
    WithRoom,
    /// Longer than the others.
    Longer,
    /// Always.
    Always,
}

/// A key, and what it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// The key.
    pub key: String,
    /// What it does.
    pub word: String,
    /// The same, where room is scarce.
    pub short: String,
    /// How long it stands there.
    pub stays: Stays,
}

impl Hint {
    /// A key that stands there while there is room.
    pub fn new(key: String, word: String) -> Self {
        Self {
            short: word.clone(),
            key,
            word,
            stays: Stays::WithRoom,
        }
    }

    /// The columns of the key, of what it does, and between them.
    fn length(&self) -> usize {
        let between = usize::from(!self.word.is_empty());
        width(&self.key) + between + width(&self.word)
    }
}

/// Makes the footer for so many columns, behind a margin, from keys and what they do, the most important first. Where not all
/// fit, those in the middle go; the last stays, and so does what must be in sight.
pub fn footer(hints: &[Hint], margin: usize, columns: usize) -> PageLine {
    let mut kept = hints.to_vec();
    if let Some(last) = kept.last_mut() {
        last.stays = Stays::Always;
    }
    let others = kept.split_last().map_or(&[][..], |(_, others)| others);
    let more = others.iter().filter(|hint| hint.stays == Stays::Always);
    let at_most = AT_MOST + more.count();
    while kept.len() > at_most && drop_one(&mut kept) {}
    let gap = loop {
        let full: usize = kept.iter().map(Hint::length).sum();
        let gaps = kept.len().saturating_sub(1);
        // One more is only worth it where the keys still stand apart.
        let apart: &[usize] = if kept.len() > AT_MOST {
            &[3, 2]
        } else {
            &[3, 2, 1]
        };
        let fits = apart
            .iter()
            .copied()
            .find(|gap| margin + full + gaps * gap <= columns);
        match fits {
            Some(gap) => break gap,
            None if kept.len() > AT_MOST && drop_one(&mut kept) => {}
            None if shorten(&mut kept) || drop_one(&mut kept) || bare(&mut kept) => {}
            None => break 1,
        }
    };
    let mut pieces = vec![(" ".repeat(margin), Role::Text)];
    for (number, hint) in kept.into_iter().enumerate() {
        if number > 0 {
            pieces.push((" ".repeat(gap), Role::Text));
        }
        pieces.push((hint.key, Role::Key));
        if !hint.word.is_empty() {
            pieces.push((format!(" {}", hint.word), Role::Quiet));
        }
    }
    PageLine { pieces }
}

/// Takes the least important away. Says whether one could go.
fn drop_one(kept: &mut Vec<Hint>) -> bool {
    let least = kept.iter().map(|hint| hint.stays).min();
    let least = least.filter(|stays| *stays != Stays::Always);
    let at = kept.iter().rposition(|hint| Some(hint.stays) == least);
    at.map(|at| kept.remove(at)).is_some()
}

/// Says in a shorter way what has one. Says whether something had.
fn shorten(kept: &mut [Hint]) -> bool {
    let mut long = kept.iter_mut().filter(|hint| hint.word != hint.short);
    let long = long.next();
    long.map(|hint| hint.word.clone_from(&hint.short)).is_some()
}

/// Leaves the last key that has a word without it, where there are several keys. Says whether one had.
fn bare(kept: &mut [Hint]) -> bool {
    if kept.len() < 2 {
        return false;
    }
    let mut worded = kept.iter_mut().filter(|hint| !hint.word.is_empty());
    let last = worded.next_back();
    last.map(|hint| {
        hint.word.clear();
        hint.short.clear();
    })
    .is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(columns: usize, sight: bool) -> String {
        let words = [
            ("↑↓", "kiezen"),
            ("spatie", "aan/uit"),
            ("Enter", "verder"),
            ("F10", "tips"),
            ("Ctrl+D", "afdekken"),
            ("Esc", "menu"),
        ];
        let mut hints = words.map(|(key, word)| Hint::new(key.to_owned(), word.to_owned()));
        if sight {
            hints[4].stays = Stays::Always;
        }
        let pieces = footer(&hints, 1, columns).pieces.into_iter();
        pieces.map(|(text, _)| text).collect()
    }

    #[test]
    fn a_key_that_must_be_in_sight_takes_the_place_of_none_where_there_is_room() {
        let four = " ↑↓ kiezen   spatie aan/uit   Enter verder   Esc menu";
        assert_eq!(line(80, false), four);
        let five = " ↑↓ kiezen   spatie aan/uit   Enter verder   Ctrl+D afdekken   Esc menu";
        assert_eq!(line(80, true), five);
        let narrow = " ↑↓ kiezen   spatie aan/uit   Ctrl+D afdekken   Esc menu";
        assert_eq!(line(60, true), narrow);
        assert!(line(20, true).contains("Ctrl+D"));
    }
}
