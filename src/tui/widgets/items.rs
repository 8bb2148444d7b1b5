//! A list of things to choose from, one below the other, and how the cursor moves in it.
//!
//! The thing the cursor is on has a mark as well as a style. Knows nothing of what the things are.

use crate::tui::inputs::Ctx;
use crate::tui::page::{ELSEWHERE, HERE, Page};
use crate::tui::press::Press;
use crate::tui::theme::Role;

/// The column of the cursor on a thing in a list: right behind the mark, where its box or text begins.
pub const FOCUS_COLUMN: usize = 2;

/// Returns the mark of a thing, and the role of its text.
pub fn mark(focused: bool) -> (&'static str, Role) {
    if focused {
        (HERE, Role::Focus)
    } else {
        (ELSEWHERE, Role::Text)
    }
}

/// Draws one thing. The cursor is put on its first letter when it is focused.
pub fn item(page: &mut Page, ctx: &Ctx<'_>, text: &str, focused: bool) {
    let (mark, role) = mark(focused);
    let line = page.item(mark, role, text, role, ctx.columns);
    if focused {
        page.put_cursor(line, FOCUS_COLUMN);
    }
}

/// Draws a list.
pub fn list<'a>(
    page: &mut Page,
    ctx: &Ctx<'_>,
    texts: impl IntoIterator<Item = &'a str>,
    at: usize,
) {
    for (number, text) in texts.into_iter().enumerate() {
        item(page, ctx, text, number == at);
    }
}

/// Moves within a list of so many things. Returns nothing where the press moves nothing.
pub fn moved(at: usize, count: usize, press: &Press, ctx: &Ctx<'_>) -> Option<usize> {
    let last = count.checked_sub(1)?;
    let step = (ctx.rows / 2).max(1);
    let to = match press {
        Press::Up | Press::Previous => at.checked_sub(1)?,
        Press::Down | Press::Next => at + 1,
        Press::Home => 0,
        Press::End => last,
        Press::PageUp => at.saturating_sub(step),
        Press::PageDown => (at + step).min(last),
        Press::Left
        | Press::Right
        | Press::Accept
        | Press::Erase
        | Press::Delete
        | Press::Clear
        | Press::NewLine
        | Press::Copy
        | Press::Typed(_)
        | Press::Pasted(_) => return None,
    };
    (to <= last && to != at).then_some(to)
}
