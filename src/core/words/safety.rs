//! Words around what keeps a person safe: the lock, the settings file, the clipboard.

use serde::{Deserialize, Serialize};

/// The lock.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lock {
    /// “locked”
    pub header: String,
    /// “Locked”
    pub title: String,
    /// “Type your passphrase. After a few seconds you go on where you were.”
    pub text: String,
    /// “Stopping takes all of it from memory.”
    pub memory: String,
    /// “Press any key. Otherwise this is locked in 30 seconds.”
    pub soon: String,
    /// “After {minutes} minutes without a key this is locked.”
    pub after: String,
    /// “This is not locked by itself any more.”
    pub never: String,
    /// “Not everything is saved. Stop all the same? Then that is gone.”
    pub unsaved: String,
}

/// What is the same at every start.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// “Remember on this computer: yes (language and view)”
    pub remember_yes: String,
    /// “Remember on this computer: no (language and view)”
    pub remember_no: String,
    /// “Language and view now stand in {path}. Whoever uses this computer can see that this program was here.”
    pub remembered: String,
    /// “Language and view are not remembered any more.”
    pub forgotten: String,
    /// “Remembering does not work on this computer: {path}. You can just go on.”
    pub failed: String,
    /// “There is a mistake in your settings”
    pub title: String,
    /// “I do not use this part. The rest I do. Mend the file, and it works the next time.”
    pub text: String,
    /// “{place}: {says}”
    pub mistake: String,
    /// ““{key}” cannot be a key. ...”
    pub no_key: String,
    /// ““{key}” does something else already. ...”
    pub taken: String,
    /// ““{key}” does something else already: {other}. ...”
    pub taken_by: String,
}

/// A paper on the clipboard.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Copying {
    /// “Copy to the clipboard”
    pub act: String,
    /// “Please look at this first. After that you can copy.”
    pub check_first: String,
    /// “To the clipboard?”
    pub title: String,
    /// “The clipboard keeps this until you copy something else. ...”
    pub text: String,
    /// “Yes, copy”
    pub yes: String,
    /// “No, back”
    pub no: String,
    /// “Sent to the clipboard. ...”
    pub copied: String,
}
