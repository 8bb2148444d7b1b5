//! Marks in texts that are being written: which words the check saw, and what there is to say about them.
//!
//! A mark lives as long as its word stands where it stood; while a text is typed on, marks before and behind the change
//! stay. Knows no question, and decides nothing.

use std::ops::Range;

use crate::app::view::LookView;
use crate::core::ask::Written;

/// Stands beside a line with a mark, and before what is said about it.
pub const BESIDE: &str = "~";

/// A text that stands in an input, and where the cursor is in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Writing {
    /// The text.
    pub written: Written,
    /// Where the cursor stands, in bytes, while it is written in.
    pub cursor: Option<usize>,
    /// The cursor is on it.
    pub focused: bool,
}

impl Writing {
    /// A text that is not written in now.
    pub fn closed(text: &str, focused: bool) -> Self {
        Self {
            written: Written::plain(text),
            cursor: None,
            focused,
        }
    }

    /// The word the cursor stands in or behind: it is not finished.
    pub fn unfinished(&self) -> Option<Range<usize>> {
        let cursor = self.cursor?;
        let (before, after) = self.written.text.split_at_checked(cursor)?;
        let start = before.rfind(|c| !of_word(c)).map_or(0, |at| {
            at + before
                .get(at..)
                .and_then(|rest| rest.chars().next())
                .map_or(0, char::len_utf8)
        });
        let end = cursor + after.find(|c| !of_word(c)).unwrap_or(after.len());
        (start < cursor).then_some(start..end)
    }
}

fn of_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '\'' | '’')
}

/// What the check saw in the texts of a question.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Marks {
    looks: Vec<LookView>,
}

impl Marks {
    /// No marks.
    pub const NONE: &Self = &Self { looks: Vec::new() };

    /// Takes what the check saw, without words that are not finished.
    pub fn of(looks: Vec<LookView>, writing: &[Writing]) -> Self {
        let finished = |mut look: LookView| {
            let of = writing.iter().find(|one| one.written == look.text);
            if let Some(word) = of.and_then(Writing::unfinished) {
                let had = look.marks.len();
                look.marks
                    .retain(|mark| mark.end <= word.start || word.end <= mark.start);
                if look.marks.is_empty() && had > 0 {
                    look.rest.clear();
                }
            }
            look
        };
        Self {
            looks: looks.into_iter().map(finished).collect(),
        }
    }

    /// Where the marked words of a text stand, in bytes.
    pub fn on(&self, text: &str) -> Vec<Range<usize>> {
        self.about(text)
            .map(|(_, ranges)| ranges)
            .unwrap_or_default()
    }

    /// What there is to say about a text: one after the other.
    pub fn says(&self, text: &str) -> Vec<String> {
        let Some((look, ranges)) = self.about(text) else {
            return Vec::new();
        };
        let typed_on = look.text.text != text;
        if typed_on && ranges.is_empty() {
            return Vec::new();
        }
        let says = Some(look.says()).filter(|says| !says.is_empty());
        says.into_iter().chain(look.calm().cloned()).collect()
    }

    /// Every marked word.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        let marks = self.looks.iter().flat_map(|look| &look.marks);
        marks.map(|mark| mark.word.as_str())
    }

    /// The look at a text, and what of its marks is left: the very text, or what it was before it was typed on.
    fn about(&self, text: &str) -> Option<(&LookView, Vec<Range<usize>>)> {
        if let Some(look) = self.looks.iter().find(|look| look.text.text == text) {
            let ranges = look.marks.iter().map(|mark| mark.start..mark.end);
            return Some((look, ranges.collect()));
        }
        let looks = self.looks.iter().map(|look| (look, left(look, text)));
        looks
            .filter(|(_, ranges)| !ranges.is_empty())
            .max_by_key(|(look, _)| common(look.text.text.chars(), text.chars()))
    }
}

/// Which marks of an earlier text still stand in this one, whole and with the same neighbors.
fn left(look: &LookView, text: &str) -> Vec<Range<usize>> {
    let old = &look.text.text;
    let before = common(old.chars(), text.chars());
    let rest = old.len().min(text.len()) - before;
    let behind = common(old.chars().rev(), text.chars().rev()).min(rest);
    let moved = |mark: Range<usize>| {
        let place = if mark.end <= before {
            mark
        } else if mark.start >= old.len() - behind {
            let at = |place: usize| place + text.len() - old.len();
            at(mark.start)..at(mark.end)
        } else {
            return None;
        };
        let ends = text.get(..place.start)?.chars().next_back();
        let goes_on = text.get(place.end..)?.chars().next();
        let whole =
            !ends.is_some_and(char::is_alphanumeric) && !goes_on.is_some_and(char::is_alphanumeric);
        whole.then_some(place)
    };
    let marks = look.marks.iter().map(|mark| mark.start..mark.end);
    marks.filter_map(moved).collect()
}

/// How many bytes two texts have in common from their beginnings.
fn common(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other)
        .take_while(|(one, other)| one == other)
        .map(|(one, _)| one.len_utf8())
        .sum()
}

#[cfg(test)]
mod tests;
