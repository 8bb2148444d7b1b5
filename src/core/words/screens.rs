//! Words of the screens, one type for each.

use serde::{Deserialize, Serialize};

/// The three screens before the first question.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Welcome {
    /// “What do you tell at work?”
    pub first_title: String,
    /// “Weegwijzer helps you choose: do you want to tell something about your mental health? If so: what, ...”
    pub first_text: String,
    /// “What this cannot do”
    pub second_title: String,
    /// “Weegwijzer gives no advice and never asks for a diagnosis. It uses no internet, and saves nothing unless ...”
    pub second_text: String,
    /// “Back, stop, hide”
    pub third_title: String,
    /// “You may always go back, skip, or stop. Is someone coming? {hide} clears the screen at once and closes ...”
    pub third_text: String,
    /// “Language: {language}”
    pub language: String,
    /// “Nederlands”
    pub switch_language: String,
    /// “Full screen”
    pub face_full: String,
    /// “Line by line (for a screen reader or braille display)”
    pub face_plain: String,
    /// “Begin”
    pub begin: String,
}

/// Words around a question.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asking {
    /// “For example: {example}”
    pub example: String,
    /// “Copy the example”
    pub copy: String,
    /// “Or take one of these. You can change it after that.”
    pub sentences: String,
    /// “Fill in what stands in (brackets). If you leave it open, a general sentence goes on paper.”
    pub slots: String,
    /// “Add something of your own”
    pub own: String,
    /// “Chosen: {count}”
    pub chosen: String,
    /// “Chosen: {count} of at most {`at_most`}”
    pub chosen_of: String,
    /// “Show more ({count})”
    pub more: String,
    /// “Add someone”
    pub own_row: String,
    /// “still open”
    pub open_cell: String,
    /// “not needed”
    pub settled_cell: String,
    /// “Source: {source}”
    pub source: String,
    /// “About: {who}”
    pub who: String,
    /// “How sure: {sure}”
    pub sure: String,
    /// “{count} of every 100”
    pub of_100: String,
    /// “{number}.”
    pub position: String,
    /// “middle”
    pub middle: String,
    /// “Put more softly: {text}”
    pub softer: String,
    /// “This step: {text}”
    pub step_gives: String,
    /// “what counts most stands first”
    pub together: String,
}

/// Before a change that touches other answers.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consequence {
    /// “This changes something else too”
    pub title: String,
    /// “You already said something here”
    pub replaces: String,
    /// “These answers are set aside:”
    pub set_aside: String,
    /// “They come back if you change this back.”
    pub comes_back: String,
    /// “They come back if you take back the last change.”
    pub undone: String,
    /// “New questions: {count}”
    pub new: String,
    /// “Yes, change it”
    pub yes: String,
    /// “No, leave it”
    pub no: String,
}

/// Something to know after an answer.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// “To ‘{step}’, and back here after it”
    pub goes: String,
    /// “Good to know”
    pub title: String,
    /// “Go on”
    pub go_on: String,
    /// “Back to the question”
    pub back: String,
}

/// The map of steps.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Map {
    /// “All steps”
    pub title: String,
    /// “you are here”
    pub here: String,
    /// “not on your route”
    pub closed: String,
    /// “not begun”
    pub open: String,
    /// “begun”
    pub begun: String,
    /// “done”
    pub done: String,
    /// “you come back here after this step”
    pub leads_back: String,
    /// “{minutes} minutes”
    pub minutes: String,
    /// “Answer the question about your time first.”
    pub first_answer: String,
}

/// Everything that was said.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// “Everything you said”
    pub title: String,
    /// “Choose a line to change it. Then you come back here.”
    pub explain: String,
    /// “You have not said anything yet.”
    pub nothing_yet: String,
    /// “Not asked or answered yet.”
    pub open: String,
}

/// Help and terms.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Help {
    /// “Help”
    pub title: String,
    /// “Words”
    pub terms: String,
    /// “For: {text}”
    pub pros: String,
    /// “Against: {text}”
    pub cons: String,
    /// “There is no further help here.”
    pub no_help: String,
    /// “Keys”
    pub keys: String,
}

/// The menu; every act with its letter.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Menu {
    /// “Menu”
    pub title: String,
    /// “Go on”
    pub go_on: String,
    /// “Back”
    pub back: String,
    /// “Help”
    pub explain: String,
    /// “Words”
    pub terms: String,
    /// “About words with ~”
    pub why: String,
    /// “All steps”
    pub map: String,
    /// “Everything you said”
    pub review: String,
    /// “Practise the talk”
    pub rehearse: String,
    /// “Take back the last change”
    pub undo: String,
    /// “Skip this step”
    pub skip_step: String,
    /// “Nederlands”
    pub language: String,
    /// “Line by line”
    pub face: String,
    /// “Save”
    pub keep: String,
    /// “Lock later, or never”
    pub lock: String,
    /// “Hide and close”
    pub hide: String,
    /// “Stop”
    pub stop: String,
}

/// Choosing lines, and reading the paper as the reader will.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Preview {
    /// “This is how the other reads your sheet”
    pub title_shared: String,
    /// “Your own plan, only for you”
    pub title_private: String,
    /// “Switch lines on or off, and choose their order.”
    pub explain_shared: String,
    /// “{title}. It is for you. Your coach is looking on now.”
    pub title_watched: String,
    /// “Card with your agreements”
    pub title_card: String,
    /// “Switch on with space what may be on it. ...”
    pub explain_card: String,
    /// “This is only on the screen.”
    pub explain_private: String,
    /// “Giving this sheet is telling something too. You need not.”
    pub telling: String,
    /// “This comes from: {questions}”
    pub why: String,
    /// “The program adds this.”
    pub why_program: String,
    /// “Say it more softly”
    pub softer: String,
    /// “First words back”
    pub not_softer: String,
    /// “Nothing is on it yet. Go back and choose what may be on it.”
    pub empty: String,
    /// “Save as a file”
    pub write_shared: String,
    /// “Save my plan separately”
    pub write_private: String,
    /// “Go on without saving”
    pub go_on: String,
    /// “Read as a sheet”
    pub read: String,
    /// “Choose lines”
    pub choose: String,
    /// “These wishes together can raise questions: {count}”
    pub raises_questions: String,
    /// “Only for me”
    pub name_line: String,
    /// “Days for your calendar”
    pub title_calendar: String,
    /// “Whoever looks into your calendar can read these days.”
    pub explain_calendar: String,
    /// “At the foot of every page”
    pub foot: String,
    /// “For: {reader}”
    pub for_whom: String,
    /// “not chosen yet”
    pub for_nobody: String,
    /// “For someone else”
    pub other_reader: String,
}

/// The health-word check: while a text is written, and before anything is shared.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Health {
    /// “Please look at this”
    pub title: String,
    /// “These words may say something about your health. You need not share that.”
    pub explain: String,
    /// ““{word}” {category}.”
    pub says: String,
    /// “You need not share that.”
    pub need_not: String,
    /// “This text may come on your sheet.”
    pub goes_shared: String,
    /// “This text stays with you. It does not come on your sheet.”
    pub goes_private: String,
    /// “Note: {says}”
    pub heed: String,
    /// “In your answer before this: {says}”
    pub heed_before: String,
    /// “Type {why} for an explanation or other words.”
    pub heed_why: String,
    /// What a reader could conclude, by the kind of word.
    pub concludes: Kinds,
    /// “Your employer need not know this. What you need for your work is enough.”
    pub employer: String,
    /// “An employer may not write a diagnosis down, even if you agree.”
    pub may_not: String,
    /// “There is nothing you have to do. This text does not come on your sheet.”
    pub nothing_to_do: String,
    /// “What does it mean for your work?”
    pub reword: String,
    /// “In your own words”
    pub reword_own: String,
    /// “What you wrote stays with your answers. Only your sheet says it otherwise.”
    pub reword_keeps: String,
    /// “Do not put it on my sheet”
    pub leave_out: String,
    /// “This is not about my health”
    pub not_health: String,
    /// “To the question: {question}”
    pub go_to: String,
    /// “Type the word to confirm this: {word}”
    pub type_word: String,
    /// “That is another word. Type: {word}”
    pub not_the_word: String,
    /// “These words say it too: “{word}”. Try once more, or choose another way.”
    pub still: String,
    /// “Still to look at: {count}”
    pub left: String,
    /// “You have looked at everything.”
    pub none_left: String,
    /// “With `[x]` you chose already. Choose it again to take that back.”
    pub take_back: String,
    /// “On your sheet: “{text}””
    pub taken_reword: String,
    /// “This does not come on your sheet.”
    pub taken_leave_out: String,
    /// “You said: this is not about my health.”
    pub taken_not_health: String,
    /// “left out at the check”
    pub left_out_note: String,
    /// “Go on to saving”
    pub go_on: String,
    /// “Close”
    pub close: String,
    /// “This check finds much, not everything. Read your sheet yourself too.”
    pub limits: String,
    /// “names a condition”, by the kind of word.
    pub kinds: Kinds,
    /// “Not doing well right now? Call Samaritans on 116 123, day and night. In danger: 999.”
    pub calm: String,
}

/// In which forms a paper goes into files.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Forms {
    /// “What kind of file do you want?”
    pub ask: String,
    /// “Choose one, or several at once.”
    pub explain: String,
    /// “A Word file can be changed afterwards. ...”
    pub help: String,
    /// “{name} (.{ending})”
    pub form: String,
}

/// A text for each kind of health word.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kinds {
    /// A condition.
    pub diagnosis: String,
    /// A symptom.
    pub symptom: String,
    /// A medicine.
    pub medication: String,
    /// A treatment.
    pub treatment: String,
    /// A care provider.
    pub provider: String,
    /// An admission or crisis.
    pub crisis: String,
    /// A benefit or scheme.
    pub status: String,
    /// A percentage.
    pub percentage: String,
    /// An addiction.
    pub addiction: String,
    /// A personal number or detail.
    pub identifier: String,
}

/// Where a file goes.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// “The name has “{word}” in it. ...”
    pub bad_name: String,
    /// “Where may the file go?”
    pub title: String,
    /// “Anyone who opens this file can read it. On someone else’s computer: a USB stick is better.”
    pub explain: String,
    /// “This is only for you. Anyone who opens this file can read it.”
    pub explain_private: String,
    /// “Folder and name:”
    pub path: String,
    /// “A name that ends in .txt gives plain text. In .md: Markdown.”
    pub formats: String,
    /// “Each file gets its own end: {endings}”
    pub several: String,
    /// “This folder does not exist: {path}. Type another folder.”
    pub no_folder: String,
    /// “Let the name end in {endings}.”
    pub unknown_format: String,
    /// “There already is a file with this name: {path}”
    pub exists: String,
    /// “Replace it”
    pub overwrite: String,
    /// “Another name”
    pub other_name: String,
    /// “Saving did not work: {path}. {reason} What you typed is still here.”
    pub failed: String,
    /// “The disk is full. Choose another place.”
    pub full: String,
    /// “You may not save here. Choose another place.”
    pub denied: String,
    /// “Nothing can be added here. Choose another place.”
    pub read_only: String,
    /// “Choose another place.”
    pub other: String,
    /// “A PDF cannot show {letter} ({code}). ...”
    pub no_letter: String,
    /// “Saved: {path}”
    pub written: String,
}

/// The end of a guide, and stopping.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Over {
    /// “You are at the end”
    pub title: String,
    /// “You can still look at everything and change it.”
    pub text: String,
    /// “Not answered yet: {count}. You find those questions through all steps. You need not.”
    pub open: String,
    /// “Save my answers, with a passphrase”
    pub keep: String,
    /// “You chose to make nothing now. That is fine too.”
    pub no_paper: String,
    /// “Look at: {title}”
    pub again: String,
    /// “Save again: {title}”
    pub again_changed: String,
    /// “Your plan has changed since you saved it. You can save it again.”
    pub plan_changed: String,
    /// “Your sheet has changed since you saved it. You can save it again.”
    pub sheet_changed: String,
    /// “Put my days in a calendar”
    pub calendar: String,
    /// “Stop?”
    pub stop_title: String,
    /// “What you typed here will then be gone.”
    pub stop_text: String,
    /// “Yes, stop”
    pub stop_yes: String,
    /// “No, go on”
    pub stop_no: String,
    /// “Goodbye.”
    pub bye: String,
}
