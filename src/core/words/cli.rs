//! Words of the command line.

use serde::{Deserialize, Serialize};

/// Help and mistakes on the command line.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cli {
    /// The whole help text.
    pub help: String,
    /// “More: weegwijzer --help”
    pub see_help: String,
    /// “Removed: {path}”
    pub forgotten: String,
    /// “Copies in another place stay. On a USB stick or an SSD traces can stay behind. Without your passphrase ...”
    pub forgotten_rest: String,
    /// “Removing did not work: {path}. {reason}”
    pub not_forgotten: String,
    /// “You may not remove anything there.”
    pub not_yours: String,
    /// “Try again.”
    pub try_again: String,
    /// “These are remembered on this computer. Begin with: weegwijzer open FILE”
    pub known: String,
    /// “Nothing is remembered on this computer. Begin with: weegwijzer open FILE”
    pub none_known: String,
    /// “I do not know “{name}”. {near}”
    pub unknown_argument: String,
    /// “I do not know the command “{name}”. {near}”
    pub unknown_command: String,
    /// “I do not know the guide “{name}”. {near}”
    pub unknown_guide: String,
    /// “I do not know the code “{name}”. {near}”
    pub unknown_code: String,
    /// “{name} cannot be “{value}”. Possible: {values}”
    pub bad_value: String,
    /// “This is missing: {name}”
    pub missing: String,
    /// “This does not fit together: {name}”
    pub other: String,
}
