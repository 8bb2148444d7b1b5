//! One field of a form: text, a day, or a small list.

use crate::core::answer::FieldAnswer;
use crate::core::ask::{Field, FieldAsk, Offer, Written};
use crate::core::ids::{FieldId, ItemId};
use crate::core::words::fill;
use crate::tui::editor::Editor;
use crate::tui::inputs::Ctx;
use crate::tui::inputs::day::Stood;
use crate::tui::inputs::focus::Focus;
use crate::tui::inputs::row::{self, AWAY, HERE, Row};
use crate::tui::marks::Writing;
use crate::tui::page::Page;
use crate::tui::press::Press;
use crate::tui::theme::Role;

/// Where the cursor goes after a press.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Goes {
    /// It stays in the field.
    Stays,
    /// To the field before.
    Before,
    /// To the next field.
    After,
    /// The press was not for this field.
    Nowhere,
}

/// A field and what stands in it.
#[derive(Debug)]
pub(super) struct Filled {
    field: Field,
    holds: Holds,
    /// The day that stood in it before.
    stood: Option<Stood>,
}

#[derive(Debug)]
enum Holds {
    Text(Editor),
    /// The row behind the offers leaves the field open.
    One {
        offers: Vec<Offer>,
        chosen: Option<ItemId>,
        focus: Focus,
    },
}

impl Filled {
    /// Opens a field, with what stood in it before.
    pub(super) fn open(field: &Field, earlier: Option<&FieldAnswer>) -> Self {
        let stood = match earlier {
            Some(FieldAnswer::Day(date)) => Some(Stood::new(*date)),
            Some(FieldAnswer::Text(_) | FieldAnswer::One(_)) | None => None,
        };
        let holds = match &field.ask {
            FieldAsk::Line | FieldAsk::Day => Holds::Text(Editor::line(match earlier {
                Some(FieldAnswer::Text(text)) => text,
                Some(FieldAnswer::Day(_) | FieldAnswer::One(_)) | None => {
                    stood.as_ref().map_or("", Stood::said)
                }
            })),
            FieldAsk::Pick(offers) => {
                let chosen = match earlier {
                    Some(FieldAnswer::One(id)) => Some(id.clone()),
                    Some(FieldAnswer::Text(_) | FieldAnswer::Day(_)) | None => None,
                };
                let at = offers
                    .iter()
                    .position(|offer| Some(&offer.id) == chosen.as_ref());
                Holds::One {
                    offers: offers.clone(),
                    chosen,
                    focus: Focus::on_row(at.unwrap_or_default()),
                }
            }
        };
        Self {
            field: field.clone(),
            holds,
            stood,
        }
    }

    /// Shows a day that stood in it in words.
    pub(super) fn fit(&mut self, ctx: &Ctx<'_>) {
        if let (Holds::Text(editor), Some(stood)) = (&mut self.holds, &mut self.stood) {
            stood.show(editor, ctx);
        }
    }

    /// What stands in the field, as a reply says it.
    pub(super) fn value(&self) -> (FieldId, String) {
        let value = match &self.holds {
            Holds::Text(editor) => {
                let text = editor.text();
                let typed = self.stood.as_ref().map(|stood| stood.typed(text.clone()));
                typed.unwrap_or(text)
            }
            Holds::One { chosen, .. } => chosen
                .as_ref()
                .map_or_else(String::new, ToString::to_string),
        };
        (self.field.id.clone(), value)
    }

    /// The text in it, where it is one of the person's own; a day is not.
    pub(super) fn writing(&self, focused: bool) -> Option<Writing> {
        match (&self.holds, &self.field.ask) {
            (Holds::Text(editor), FieldAsk::Line) => {
                let mut writing = editor.writing(focused);
                writing.written.field = Some(self.field.id.clone());
                Some(writing)
            }
            (Holds::Text(_) | Holds::One { .. }, _) => None,
        }
    }

    /// Says whether this text of this field stands in it.
    pub(super) fn holds(&self, text: &Written) -> bool {
        self.writing(false).is_some_and(|one| one.written == *text)
    }

    /// Says whether every printable key is text here.
    pub(super) fn typing(&self) -> bool {
        matches!(self.holds, Holds::Text(_))
    }

    /// Says whether there is an example that can be copied now.
    pub(super) fn can_copy(&self) -> bool {
        matches!(&self.holds, Holds::Text(editor) if editor.is_empty()) && self.field.copy.is_some()
    }

    /// Says whether a slot is still open.
    pub(super) fn has_slot(&self) -> bool {
        matches!(&self.holds, Holds::Text(editor) if editor.has_slot())
    }

    /// Takes a press.
    pub(super) fn on(&mut self, press: &Press) -> Goes {
        match &mut self.holds {
            Holds::Text(editor) => match press {
                Press::Accept | Press::Next | Press::Down => Goes::After,
                Press::Previous | Press::Up => Goes::Before,
                Press::Copy => copy(editor, self.field.copy.as_deref()),
                Press::Left
                | Press::Right
                | Press::Home
                | Press::End
                | Press::PageUp
                | Press::PageDown
                | Press::Erase
                | Press::Delete
                | Press::Clear
                | Press::NewLine
                | Press::Typed(_)
                | Press::Pasted(_) => stays(editor.on(press)),
            },
            Holds::One {
                offers,
                chosen,
                focus,
            } => {
                let focused = offers.get(focus.at()).map(|offer| offer.id.clone());
                let count = offers.len() + 1;
                match press {
                    Press::Accept => {
                        *chosen = focused;
                        Goes::After
                    }
                    Press::Typed(' ') => {
                        *chosen = focused.filter(|id| chosen.as_ref() != Some(id));
                        Goes::Stays
                    }
                    Press::Next => Goes::After,
                    Press::Previous => Goes::Before,
                    Press::Up if focus.at() == 0 => Goes::Before,
                    Press::Down if focus.at() + 1 >= count => Goes::After,
                    Press::Up | Press::Down | Press::Home | Press::End => {
                        stays(focus.on(press, count).is_some())
                    }
                    Press::PageUp | Press::PageDown => stays(focus.on(press, count).is_some()),
                    Press::Typed(_) => stays(focus.on_digit(press, count).is_some()),
                    Press::Left
                    | Press::Right
                    | Press::Erase
                    | Press::Delete
                    | Press::Clear
                    | Press::NewLine
                    | Press::Copy
                    | Press::Pasted(_) => Goes::Nowhere,
                }
            }
        }
    }

    /// Draws the field; with `focused` the cursor stands in it.
    pub(super) fn draw(&self, page: &mut Page, ctx: &Ctx<'_>, focused: bool) {
        page.text(&ctx.words.say(&self.field.label), Role::Group, ctx.columns);
        match &self.holds {
            Holds::Text(editor) => {
                let (mark, role) = if focused {
                    (HERE, Role::Focus)
                } else {
                    (AWAY, Role::Text)
                };
                let mut below = Page::default();
                editor.draw(&mut below, (mark, role), ctx.columns, ctx.marks, focused);
                let cursor = below.cursor();
                for note in self.notes(ctx, editor, focused) {
                    below.item(AWAY, Role::Text, &note, Role::Quiet, ctx.columns);
                }
                // Put again, so that the example belongs to the field.
                if let Some((line, column)) = cursor {
                    below.put_cursor(line, column);
                }
                page.append(below);
            }
            Holds::One {
                offers,
                chosen,
                focus,
            } => {
                let open = ctx.words.asking.open_cell.clone();
                let rows = offers
                    .iter()
                    .map(|offer| (ctx.words.say(&offer.label), Some(offer)))
                    .chain([(open, None)]);
                for (number, (label, offer)) in rows.enumerate() {
                    let here = focused && focus.at() == number;
                    let picked = offer.is_some() && chosen.as_ref() == offer.map(|one| &one.id);
                    Row {
                        focused: here,
                        chosen: picked,
                        mark: if picked { "(o)" } else { "( )" },
                        label: &label,
                        note: offer.and_then(|offer| row::note(ctx.words, offer)),
                        ..Row::default()
                    }
                    .draw(page, ctx.columns);
                }
            }
        }
    }

    /// What stands below a field for text: an example while it is empty, help while a slot is open.
    fn notes(&self, ctx: &Ctx<'_>, editor: &Editor, focused: bool) -> Vec<String> {
        let mut notes = Vec::new();
        if editor.is_empty() {
            if let Some(example) = &self.field.example {
                notes.push(fill(&ctx.words.asking.example, &[("example", example)]));
            } else if self.field.ask == FieldAsk::Day {
                notes.push(ctx.words.tui.inputs.day_example.clone());
            }
        } else if focused && editor.has_slot() {
            notes.push(ctx.words.asking.slots.clone());
        }
        notes
    }
}

fn stays(taken: bool) -> Goes {
    if taken { Goes::Stays } else { Goes::Nowhere }
}

/// Copies the example into an empty field; in a filled one, goes to the next open slot.
fn copy(editor: &mut Editor, example: Option<&str>) -> Goes {
    if editor.is_empty() {
        let Some(example) = example else {
            return Goes::Nowhere;
        };
        *editor = Editor::line(example);
        editor.to_slot();
        return Goes::Stays;
    }
    stays(editor.to_slot())
}
