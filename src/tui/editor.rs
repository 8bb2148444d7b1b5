//! A text field: what stands in it, where the cursor is, and how it looks in so many columns.
//!
//! Every edit is by the character a person sees (grapheme cluster). Pasted text comes in whole and submits nothing. The field knows
//! no question and no reply; long text goes on in the next row, nothing moves out of sight. What was typed is wiped from memory when
//! the field goes, and no debug text shows it.

use zeroize::Zeroizing;

use std::borrow::Cow;
use std::ops::Range;

use crate::core::ask::Written;
use crate::core::text::{clean, graphemes, has_open_slot, one_line, width};
use crate::tui::marks::{BESIDE, Marks, Writing};
use crate::tui::page::{Page, beside, underlined};
use crate::tui::press::Press;
use crate::tui::theme::Role;

/// What an empty place in a field looks like, with and without color.
const EMPTY: &str = "_";

/// A text field. The cursor stands between `before` and `after`, never inside a character.
#[derive(Debug, Clone, Default)]
pub struct Editor {
    before: Zeroizing<String>,
    after: Zeroizing<String>,
    /// Bytes at the start of `after` that are an open slot: what is typed comes in its place.
    marked: usize,
    several: bool,
    columns: Option<usize>,
    /// The column to which moving up and down returns.
    wish: Option<usize>,
}

/// One row as drawn: bytes `start` to `end` of the whole text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Row {
    start: usize,
    end: usize,
}

impl Editor {
    /// A field of one line, with the cursor at its end.
    pub fn line(text: &str) -> Self {
        Self {
            before: text.to_owned().into(),
            ..Self::default()
        }
    }

    /// A field of several lines, with the cursor at its end.
    pub fn lines(text: &str) -> Self {
        Self {
            several: true,
            ..Self::line(text)
        }
    }

    /// Tells how many columns the field has, so that up and down go by the rows a person sees.
    pub fn fit(&mut self, columns: usize) {
        self.columns = Some(columns);
    }

    /// What stands in the field.
    pub fn text(&self) -> String {
        format!("{}{}", self.before.as_str(), self.after.as_str())
    }

    /// Says whether nothing but spaces stands in the field.
    pub fn is_empty(&self) -> bool {
        self.before.trim().is_empty() && self.after.trim().is_empty()
    }

    /// The same with a star for every character a person typed, and the cursor in the same place.
    #[must_use]
    pub fn masked(&self) -> Self {
        let stars = |text: &str| "*".repeat(graphemes(text).count());
        Self {
            before: stars(&self.before).into(),
            after: stars(&self.after).into(),
            ..Self::default()
        }
    }

    /// Says whether an open slot is left.
    pub fn has_slot(&self) -> bool {
        has_open_slot(&self.text())
    }

    /// Takes a press; says whether it meant something to the field.
    pub fn on(&mut self, press: &Press) -> bool {
        let wish = self.wish.take();
        match press {
            Press::Typed(typed) => {
                let mut room = [0; 4];
                let typed = clean(typed.encode_utf8(&mut room));
                self.insert(typed.trim_matches('\n'));
            }
            Press::Pasted(pasted) if self.several => self.insert(&clean(pasted)),
            Press::Pasted(pasted) => self.insert(&one_line(pasted)),
            Press::NewLine if self.several => self.insert("\n"),
            Press::Left => self.step_left(),
            Press::Right => self.step_right(),
            Press::Home => self.home(),
            Press::End => self.end(),
            Press::Erase => self.erase(),
            Press::Delete => self.delete(),
            Press::Clear => self.clear(),
            Press::Up => return self.by_rows(wish, |row| row.checked_sub(1)),
            Press::Down => return self.by_rows(wish, |row| row.checked_add(1)),
            Press::NewLine
            | Press::PageUp
            | Press::PageDown
            | Press::Accept
            | Press::Next
            | Press::Previous
            | Press::Copy => {
                self.wish = wish;
                return false;
            }
        }
        true
    }

    /// Puts text at the cursor, in place of a marked slot.
    pub fn insert(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        self.take_marked();
        self.before.push_str(text);
        // An accent that is typed after its letter becomes one character with it.
        if let Cow::Owned(whole) = clean(&self.before) {
            self.before = whole.into();
        }
        self.settle();
    }

    /// Moves one word to the left.
    pub fn word_left(&mut self) {
        self.marked = 0;
        let mut seen = false;
        while let Some(last) = last_of(&self.before) {
            let blank = last.trim().is_empty();
            if blank && seen {
                break;
            }
            seen |= !blank;
            self.step_left();
        }
    }

    /// Moves one word to the right.
    pub fn word_right(&mut self) {
        self.marked = 0;
        let mut seen = false;
        while let Some(first) = first_of(&self.after) {
            let blank = first.trim().is_empty();
            if blank && seen {
                break;
            }
            seen |= !blank;
            self.step_right();
        }
    }

    /// Goes to the next open slot and marks it, so that typing replaces it. Says whether there was one.
    pub fn to_slot(&mut self) -> bool {
        let whole = self.text();
        let from = self.before.len() + self.marked;
        let Some((start, length)) = slot_from(&whole, from).or_else(|| slot_from(&whole, 0)) else {
            return false;
        };
        self.put(&whole, start);
        self.marked = length;
        true
    }

    /// The text as it is written: in the field, with the cursor when it is in it.
    pub fn writing(&self, focused: bool) -> Writing {
        Writing {
            written: Written::plain(&self.text()),
            cursor: focused.then_some(self.before.len()),
            focused,
        }
    }

    /// Draws the field behind a mark, with what the check saw in it. With `focused` the cursor of the page stands in it.
    pub fn draw(
        &self,
        page: &mut Page,
        mark: (&str, Role),
        columns: usize,
        marks: &Marks,
        focused: bool,
    ) {
        let indent = width(mark.0);
        let room = columns.saturating_sub(indent).max(1);
        let whole = self.text();
        let words = marks.on(&whole);
        let rows = rows(&whole, room);
        let here = row_at(&rows, self.before.len());
        let first = page.len();
        for (number, row) in rows.iter().enumerate() {
            let text = whole.get(row.start..row.end).unwrap_or_default();
            let mark = if number == 0 {
                (mark.0.to_owned(), mark.1)
            } else {
                (" ".repeat(indent), Role::Text)
            };
            let (within, marked) = self.pieces(text, row.start, &words);
            let mut pieces = vec![if marked {
                (beside(&mark.0), mark.1)
            } else {
                mark
            }];
            pieces.extend(within);
            let left = room.saturating_sub(columns_of(text));
            pieces.push((EMPTY.repeat(left), Role::Quiet));
            pieces.retain(|(text, _)| !text.is_empty());
            page.line(pieces);
        }
        say_below(page, marks, &whole, indent, columns);
        if focused {
            let start = rows.get(here).map_or(0, |row| row.start);
            let left = whole.get(start..self.before.len()).unwrap_or_default();
            let column = (indent + columns_of(left)).min(columns.saturating_sub(1));
            page.put_cursor(first + here, column);
        }
    }

    /// Cuts a row where the marked slot and the words the check points at begin and end. Says whether there is such a word.
    fn pieces(
        &self,
        text: &str,
        start: usize,
        words: &[Range<usize>],
    ) -> (Vec<(String, Role)>, bool) {
        if self.marked == 0 {
            return underlined(text, start, Role::Field, words);
        }
        let from = self.before.len().saturating_sub(start).min(text.len());
        let to = (self.before.len() + self.marked)
            .saturating_sub(start)
            .min(text.len());
        let part = |range: Range<usize>| text.get(range).unwrap_or_default();
        let (mut pieces, before) = underlined(part(0..from), start, Role::Field, words);
        pieces.push((part(from..to).to_owned(), Role::Chosen));
        let (after, behind) = underlined(part(to..text.len()), start + to, Role::Field, words);
        pieces.extend(after);
        (pieces, before || behind)
    }

    fn take_marked(&mut self) -> bool {
        let marked = std::mem::take(&mut self.marked);
        if let Some(rest) = self.after.get(marked..) {
            self.after = rest.to_owned().into();
        }
        marked > 0
    }

    fn step_left(&mut self) {
        self.marked = 0;
        if let Some(last) = last_of(&self.before) {
            let at = self.before.len() - last.len();
            self.put(&self.text(), at);
        }
    }

    fn step_right(&mut self) {
        self.marked = 0;
        if let Some(first) = first_of(&self.after) {
            let at = self.before.len() + first.len();
            self.put(&self.text(), at);
        }
    }

    fn home(&mut self) {
        self.marked = 0;
        let at = self.before.rfind('\n').map_or(0, |end| end + 1);
        self.put(&self.text(), at);
    }

    fn end(&mut self) {
        self.marked = 0;
        let at = self.before.len() + self.after.find('\n').unwrap_or(self.after.len());
        self.put(&self.text(), at);
    }

    fn erase(&mut self) {
        if self.take_marked() {
            return self.settle();
        }
        if let Some(last) = last_of(&self.before) {
            let left = self.before.len() - last.len();
            self.before.truncate(left);
            self.settle();
        }
    }

    fn delete(&mut self) {
        if self.take_marked() {
            return self.settle();
        }
        if let Some(first) = first_of(&self.after) {
            self.after = self
                .after
                .strip_prefix(first)
                .unwrap_or_default()
                .to_owned()
                .into();
            self.settle();
        }
    }

    /// Takes away all of the line in which the cursor stands.
    fn clear(&mut self) {
        self.marked = 0;
        let from = self.before.rfind('\n').map_or(0, |end| end + 1);
        self.before.truncate(from);
        let rest = self.after.find('\n').and_then(|end| self.after.get(end..));
        self.after = rest.unwrap_or_default().to_owned().into();
        self.settle();
    }

    /// Moves to another row in the same column; `false` at the edge, and in a field of one line.
    fn by_rows(&mut self, wish: Option<usize>, to: impl Fn(usize) -> Option<usize>) -> bool {
        if !self.several {
            return false;
        }
        self.marked = 0;
        let whole = self.text();
        let rows = rows(&whole, self.columns.unwrap_or(usize::MAX));
        let here = row_at(&rows, self.before.len());
        let Some((target, row)) = to(here).and_then(|target| Some((target, *rows.get(target)?)))
        else {
            return false;
        };
        let column = wish.unwrap_or_else(|| {
            let start = rows.get(here).map_or(0, |row| row.start);
            columns_of(whole.get(start..self.before.len()).unwrap_or_default())
        });
        // The end of a row that goes on below is the beginning of the next row.
        let goes_on = rows
            .get(target + 1)
            .is_some_and(|next| next.start == row.end);
        let mut at = row.start;
        let mut used = 0;
        for grapheme in graphemes(whole.get(row.start..row.end).unwrap_or_default()) {
            let next = at + grapheme.len();
            if used + width(grapheme) > column || (goes_on && next == row.end) {
                break;
            }
            used += width(grapheme);
            at = next;
        }
        self.put(&whole, at);
        self.wish = Some(column);
        true
    }

    /// Puts the cursor at a byte of the text, if a character begins there.
    fn put(&mut self, whole: &str, at: usize) {
        if let Some((before, after)) = whole.split_at_checked(at) {
            before.clone_into(&mut *self.before);
            after.clone_into(&mut *self.after);
        }
    }

    /// Moves the cursor out of a character that an edit made around it.
    fn settle(&mut self) {
        let whole = self.text();
        let mut at = 0;
        for grapheme in graphemes(&whole) {
            if at >= self.before.len() {
                break;
            }
            at += grapheme.len();
        }
        self.put(&whole, at);
    }
}

/// Says what there is to say about a text, below it.
pub fn say_below(page: &mut Page, marks: &Marks, text: &str, indent: usize, columns: usize) {
    for (number, says) in marks.says(text).iter().enumerate() {
        let mut mark = if number == 0 { BESIDE } else { "" }.to_owned();
        mark.push_str(&" ".repeat(indent.max(2).saturating_sub(mark.len())));
        page.item(&mark, Role::Text, says, Role::Text, columns);
    }
}

/// The first open slot at or after a byte: where it begins and its length.
fn slot_from(text: &str, from: usize) -> Option<(usize, usize)> {
    let rest = text.get(from..)?;
    rest.match_indices('[').find_map(|(at, _)| {
        let (slot, _) = rest.get(at + 1..)?.split_once(']')?;
        (!slot.is_empty() && !slot.contains('[')).then_some((from + at, slot.len() + 2))
    })
}

fn last_of(text: &str) -> Option<&str> {
    graphemes(text).next_back()
}

fn first_of(text: &str) -> Option<&str> {
    graphemes(text).next()
}

/// Columns as the terminal draws them: character by character.
fn columns_of(text: &str) -> usize {
    graphemes(text).map(width).sum()
}

/// Breaks text into rows, so that the cursor fits behind the last character of each. Every byte but the line ends is in a row.
fn rows(text: &str, columns: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        let mut start = at;
        let mut used = 0;
        // Behind the last space, and how much of the row is used there.
        let mut space: Option<(usize, usize)> = None;
        for grapheme in graphemes(line) {
            let blank = grapheme == " ";
            let more = width(grapheme);
            // One column stays free for the cursor; only a space may hang in it.
            let room = if blank {
                columns
            } else {
                columns.saturating_sub(1).max(1)
            };
            if used + more > room && at > start {
                let (end, kept) = space.take().unwrap_or((at, used));
                rows.push(Row { start, end });
                start = end;
                used -= kept;
            }
            at += grapheme.len();
            used += more;
            if blank {
                space = Some((at, used));
            }
        }
        rows.push(Row { start, end: at });
        at += 1;
    }
    rows
}

/// The row in which a byte stands; the byte behind a row that goes on below stands in the next one.
fn row_at(rows: &[Row], at: usize) -> usize {
    rows.iter()
        .rposition(|row| row.start <= at)
        .unwrap_or_default()
}

#[cfg(test)]
mod tests;
