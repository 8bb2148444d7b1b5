//! What came of a key at a screen.

use crate::app::intent::Intent;
use crate::tui::keys::Act;

/// What came of a key.
#[derive(Debug, Clone, PartialEq)]
pub enum Reaction {
    /// Not for this screen; the face may have it.
    Ignored,
    /// Taken; draw anew.
    Handled,
    /// The program must do this.
    Do(Intent),
    /// The face must do this, as if its key was pressed.
    Act(Act),
}
