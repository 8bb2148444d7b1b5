//! Writing an entry of one's own inside a list: which presses are text, and which close the field.

use crate::tui::editor::Editor;
use crate::tui::inputs::Heard;
use crate::tui::press::Press;

/// What a press did to an open text field.
#[derive(Debug, PartialEq)]
pub(super) enum Wrote {
    /// The field stays open.
    Open(Heard),
    /// What was typed is taken, and the cursor stays where it is.
    Done,
    /// What was typed is taken, and the cursor moves on.
    DoneAnd(Press),
}

/// Opens the field on the row that adds: a letter there is the first one of the text, and no command.
pub(super) fn begin(press: &Press) -> Option<Editor> {
    let Press::Typed(typed) = press else {
        return None;
    };
    let mut editor = Editor::line("");
    (typed.is_alphanumeric() && editor.on(press)).then_some(editor)
}

/// Takes a press while the field is open. Leaving it by up, down or Tab keeps what was typed.
pub(super) fn write(editor: &mut Editor, press: &Press) -> Wrote {
    match press {
        Press::Accept => Wrote::Done,
        Press::Up | Press::Previous => Wrote::DoneAnd(Press::Up),
        Press::Down | Press::Next => Wrote::DoneAnd(Press::Down),
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
        | Press::Copy
        | Press::Typed(_)
        | Press::Pasted(_) => Wrote::Open(if editor.on(press) {
            Heard::Handled
        } else {
            Heard::Ignored
        }),
    }
}
