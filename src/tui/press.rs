//! What a key means to a screen, before any screen has seen it.

/// Something a person did with the keyboard. Which key does what stands in one table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Press {
    /// One line up.
    Up,
    /// One line down.
    Down,
    /// To the left.
    Left,
    /// To the right.
    Right,
    /// To the beginning.
    Home,
    /// To the end.
    End,
    /// A screen up.
    PageUp,
    /// A screen down.
    PageDown,
    /// Go on (Enter).
    Accept,
    /// To the next field (Tab).
    Next,
    /// To the field before (Shift+Tab).
    Previous,
    /// Erase to the left (Backspace).
    Erase,
    /// Erase to the right (Delete).
    Delete,
    /// Empty the field, or the line of a text that the cursor is in (Ctrl+U).
    Clear,
    /// A new line in a text of several lines (Alt+Enter, Ctrl+J).
    NewLine,
    /// Copy the example into the field (Ctrl+E; `e` outside text).
    Copy,
    /// A printable key, a space too: text in a field, a letter or digit elsewhere.
    Typed(char),
    /// Pasted text, whole. It never submits anything.
    Pasted(String),
}
