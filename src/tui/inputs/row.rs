//! One row of a list: the mark of the cursor, a box, a label, and a note at the right or below.

use crate::core::ask::Offer;
use crate::core::text::width;
use crate::core::words::{Words, fill};
use crate::tui::editor::say_below;
use crate::tui::inputs::Ctx;
use crate::tui::marks::Marks;
use crate::tui::page::Page;
use crate::tui::theme::Role;

/// The mark of the row that has the cursor; as wide as [`AWAY`].
pub(super) const HERE: &str = "> ";
/// The mark of every other row.
pub(super) const AWAY: &str = "  ";
/// Columns between a label and the note at its right.
const BETWEEN: usize = 2;
/// Windows with fewer rows get no empty lines.
const ROOMY: usize = 10;

/// A row of a list.
#[derive(Debug, Clone, Default)]
pub(super) struct Row<'a> {
    /// Columns before the mark of the cursor.
    pub(super) indent: usize,
    /// Whether the cursor is on it.
    pub(super) focused: bool,
    /// Whether it is chosen.
    pub(super) chosen: bool,
    /// The box, such as `[x]`; empty for none.
    pub(super) mark: &'a str,
    /// The text.
    pub(super) label: &'a str,
    /// Small text beside it.
    pub(super) note: Option<String>,
    /// Small text below it.
    pub(super) below: Option<String>,
    /// What the check saw, where the text is the person's own.
    pub(super) marks: Option<&'a Marks>,
}

impl Row<'_> {
    /// Draws the row; the cursor of the page goes to it when it is focused.
    pub(super) fn draw(&self, page: &mut Page, columns: usize) {
        let mark = " ".repeat(self.indent) + &mark(self.focused, self.mark);
        let role = role(self.focused, self.chosen);
        let indent = " ".repeat(width(&mark));
        let first = page.len();
        let words = self.marks.map(|marks| marks.on(self.label));
        let words = words.unwrap_or_default();
        let beside = self.note.as_ref().and_then(|note| {
            let used = width(&mark) + width(self.label) + width(note) + BETWEEN;
            let one_line = !self.label.contains('\n') && !note.contains('\n') && words.is_empty();
            let room = columns.checked_sub(used).filter(|_| one_line)?;
            Some((room + BETWEEN, note))
        });
        if let Some((gap, note)) = beside {
            page.line([
                (mark.clone(), role),
                (self.label.to_owned(), role),
                (" ".repeat(gap), Role::Text),
                (note.clone(), Role::Quiet),
            ]);
        } else {
            page.marked_item((&mark, role), self.label, role, columns, &words);
            if let Some(note) = &self.note {
                page.item(&indent, Role::Text, note, Role::Quiet, columns);
            }
        }
        if let Some(below) = &self.below {
            page.item(&indent, Role::Text, below, Role::Quiet, columns);
        }
        if let Some(marks) = self.marks.filter(|_| self.focused) {
            say_below(page, marks, self.label, width(&mark), columns);
        }
        if self.focused {
            let column = self.indent + width(HERE);
            page.put_cursor(first, column.min(columns.saturating_sub(1)));
        }
    }
}

/// The cursor's mark and a box, ready to stand before a text.
pub(super) fn mark(focused: bool, boxed: &str) -> String {
    let cursor = if focused { HERE } else { AWAY };
    if boxed.is_empty() {
        cursor.to_owned()
    } else {
        format!("{cursor}{boxed} ")
    }
}

/// The role of a row.
pub(super) fn role(focused: bool, chosen: bool) -> Role {
    if focused {
        Role::Focus
    } else if chosen {
        Role::Chosen
    } else {
        Role::Text
    }
}

/// Writes the heading of an offer's group where it begins.
pub(super) fn heading(page: &mut Page, ctx: &Ctx<'_>, offer: &Offer, above: Option<&Offer>) {
    let Some(group) = &offer.group else {
        return;
    };
    if above.is_some_and(|above| above.group.as_ref() == Some(group)) {
        return;
    }
    if above.is_some() {
        gap(page, ctx);
    }
    page.text(group, Role::Group, ctx.columns);
}

/// An empty line, where there is room for it.
pub(super) fn gap(page: &mut Page, ctx: &Ctx<'_>) {
    if ctx.rows >= ROOMY {
        page.gap();
    }
}

/// The note of an offer in words.
pub(super) fn note(words: &Words, offer: &Offer) -> Option<String> {
    offer.note.as_ref().map(|note| words.say(note))
}

/// The softer wording of an offer, in a sentence.
pub(super) fn softer(words: &Words, offer: &Offer) -> Option<String> {
    let softer = offer.item.as_ref()?.softer.as_ref()?;
    Some(fill(&words.asking.softer, &[("text", softer)]))
}
