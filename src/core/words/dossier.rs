//! Words for keeping answers in a dossier, and for whose computer it is.

use serde::{Deserialize, Serialize};

/// Keeping answers.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dossier {
    /// “saved”
    pub saved: String,
    /// “Step done. You can save with {key}.”
    pub offer: String,
    /// “Save first”
    pub stop_save: String,
    /// “my-answers”
    pub name: String,
    /// “Go on with {path}”
    pub known: String,
    /// “Go on”
    pub go_on: String,
    /// “Save somewhere else”
    pub elsewhere: String,
    /// “What you type is not shown.”
    pub hidden: String,
    /// “What you type stands on the screen. See that nobody reads along.”
    pub visible: String,
    /// “Passphrase:”
    pub field: String,
    /// “Whose computer is this?”
    pub whose_title: String,
    /// “On someone else’s computer a file can stay behind, even when you remove it.”
    pub whose_text: String,
    /// “Mine”
    pub whose_mine: String,
    /// “Someone else’s: I use a USB stick”
    pub whose_stick: String,
    /// “Someone else’s: I copy it from the screen by hand”
    pub whose_copy: String,
    /// “Which USB stick?”
    pub sticks_title: String,
    /// “I see no USB stick. Put it into the computer, wait a moment, and look again.”
    pub sticks_none: String,
    /// “Look again”
    pub sticks_again: String,
    /// “Type a folder and a name myself”
    pub sticks_type: String,
    /// “Copy what you need”
    pub copy_title: String,
    /// “This is only on the screen. Nothing is saved.”
    pub copy_text: String,
    /// “Done”
    pub copy_done: String,
    /// “Where do you want to save your answers?”
    pub place_title: String,
    /// “Your answers are locked with a passphrase. You choose it next.”
    pub place_text: String,
    /// “A second file stands beside it: the previous copy. That one is locked too.”
    pub place_files: String,
    /// “Type a folder and a name.”
    pub needs_name: String,
    /// “Type a folder and a name. Or type {save} for {path}”
    pub place_line: String,
    /// “There already is a file with this name: {path}. I leave it alone. Choose another name.”
    pub exists: String,
    /// “Your passphrase”
    pub phrase_title: String,
    /// “Write it down and keep it safe. Without this passphrase nobody can open your answers. Neither can we.”
    pub phrase_text: String,
    /// “How strong: {strength}.”
    pub phrase_strength: String,
    /// “I wrote it down, save now”
    pub phrase_use: String,
    /// “Another passphrase”
    pub phrase_other: String,
    /// “Think of one myself”
    pub phrase_own: String,
    /// “Your passphrase comes on the screen next. Ask your coach to look away.”
    pub away_text: String,
    /// “Show it”
    pub away_show: String,
    /// “Save later”
    pub away_later: String,
    /// “I cannot make up a passphrase now. Think of one yourself.”
    pub phrase_none: String,
    /// “easy to guess”
    pub weak: String,
    /// “can be guessed, but it takes much time”
    pub fair: String,
    /// “cannot be guessed”
    pub strong: String,
    /// “Think of a passphrase”
    pub own_title: String,
    /// “Six or seven ordinary words that have nothing to do with each other make a strong passphrase.”
    pub own_text: String,
    /// “Nothing stands here yet. Type a passphrase.”
    pub own_empty: String,
    /// “This passphrase is easy to guess”
    pub weak_title: String,
    /// “More words make it stronger. Choose words that say nothing about you.”
    pub weak_text: String,
    /// “Think of another one”
    pub weak_other: String,
    /// “Use this one all the same”
    pub weak_use: String,
    /// “Type your passphrase once more”
    pub again_title: String,
    /// “That is not the same. Type it once more, or go back.”
    pub again_not: String,
    /// “Your answers are saved”
    pub kept_title: String,
    /// “I save every new answer at once. Your answers are here: {path}”
    pub kept_text: String,
    /// “To go on later, begin with: weegwijzer open {path}”
    pub kept_open: String,
    /// “Choose another passphrase”
    pub kept_phrase: String,
    /// “Remember on this computer where this is”
    pub kept_remember: String,
    /// “Do not remember where this is any more”
    pub kept_unremember: String,
    /// “Remembered. Whoever uses this computer can see that this file exists.”
    pub remembered: String,
    /// “That is not remembered any more.”
    pub unremembered: String,
    /// “Remembering does not work on this computer.”
    pub not_remembered: String,
    /// “From now on your answers are here: {path}. They are in the old place too, until you remove them there.”
    pub moved: String,
    /// “Your new passphrase counts. Copies in another place still open with the old one.”
    pub changed_phrase: String,
    /// “Saving did not work”
    pub trouble_title: String,
    /// “It is about: {path}. What you typed is still here.”
    pub trouble_text: String,
    /// “Try again”
    pub trouble_again: String,
    /// “Go on without saving”
    pub trouble_without: String,
    /// “The folder is not there. Is the USB stick still in? Is the name right?”
    pub no_folder: String,
    /// “This file was changed or removed meanwhile. I leave it as it is. Save in another place.”
    pub changed: String,
    /// “This file is open in another window already. Close that window, or choose another place.”
    pub in_use: String,
    /// “I cannot get at it now. Try again, or choose another place.”
    pub unreachable: String,
    /// “Open your answers”
    pub open_title: String,
    /// “Opening takes a few seconds. Your answers are here: {path}”
    pub open_text: String,
    /// “That is not the right passphrase. Look at capitals and spaces, and type it once more.”
    pub wrong: String,
    /// “This file does not open”
    pub shut_title: String,
    /// “Begin without these answers”
    pub shut_without: String,
    /// “This file is not there: {path}. Is the USB stick in? Is the name right?”
    pub missing: String,
    /// “You may not read this file: {path}. Ask whoever looks after this computer, or use another copy.”
    pub denied: String,
    /// “I cannot read this file now: {path}. Take the USB stick out, put it in again, and try once more.”
    pub unreadable: String,
    /// “There are no answers of Weegwijzer in this file: {path}. Choose another file.”
    pub not_ours: String,
    /// “A newer Weegwijzer made this file: {path}. Open it with that newer one.”
    pub newer: String,
    /// “This file is damaged: {path}. I leave it as it is. If you have another copy, open that one.”
    pub damaged: String,
    /// “This file is open in another window already: {path}. Close that window and try again.”
    pub open_in_use: String,
    /// “The questions for these answers are not here: {path}. Begin with --questions and the folder with those ...”
    pub no_guide: String,
    /// “A previous copy stands beside it. Your last answer can be missing there. If you go on with it, it takes ...”
    pub backup_text: String,
    /// “Go on with the previous copy”
    pub backup_use: String,
    /// “The questions have changed”
    pub differs_title: String,
    /// “These answers are not asked any more, or not all of them. They stay saved.”
    pub differs_text: String,
    /// “The passphrase of now”
    pub prove_title: String,
    /// “First type the passphrase that you have now.”
    pub prove_text: String,
}
