//! What a person chose for every start, as far as the flow knows it.

use crate::app::face::FaceKind;
use crate::app::settings::{Settings, SettingsFile};

/// What a person chose for every start, and what becomes of changes.
#[derive(Debug, Clone, Default)]
pub(super) struct Habits {
    /// What the file said.
    pub(super) settings: Settings,
    /// Whether there is one.
    pub(super) file: SettingsFile,
    /// The face that speaks.
    pub(super) face: Option<FaceKind>,
}
