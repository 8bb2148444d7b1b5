//! Words of one face: the face that speaks in lines.

use serde::{Deserialize, Serialize};

/// The face that speaks in lines.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plain {
    /// The commands: what is typed, and what it does.
    pub commands: Commands,
    /// Around a question.
    pub asking: PlainAsking,
    /// How each shape is answered.
    pub how: How,
    /// What was not understood.
    pub unclear: Unclear,
    /// The other screens.
    pub screens: PlainScreens,
}

/// One command.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommandWords {
    /// What can be typed, without the colon; the first is the one that is told. The words of every language stand here.
    pub typed: Vec<String>,
    /// “Go back”
    pub about: String,
}

/// All commands.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Commands {
    /// Back.
    pub back: CommandWords,
    /// Help.
    pub help: CommandWords,
    /// Terms.
    pub terms: CommandWords,
    /// About a word that had a note.
    pub why: CommandWords,
    /// Once more.
    pub again: CommandWords,
    /// The rest of a list.
    pub more: CommandWords,
    /// Go on with what stands.
    pub next: CommandWords,
    /// Keep the earlier answer.
    pub keep: CommandWords,
    /// Start this answer anew.
    pub clear: CommandWords,
    /// "I don't know."
    pub unknown: CommandWords,
    /// Skip.
    pub skip: CommandWords,
    /// "Not now."
    pub not_now: CommandWords,
    /// "I'd rather not say."
    pub rather_not: CommandWords,
    /// Skip the step.
    pub skip_step: CommandWords,
    /// All steps.
    pub map: CommandWords,
    /// Everything that was said.
    pub review: CommandWords,
    /// Practise the talk.
    pub rehearse: CommandWords,
    /// Take the last change back.
    pub undo: CommandWords,
    /// Read the paper.
    pub read: CommandWords,
    /// Choose another reader of the paper.
    pub reader: CommandWords,
    /// Save the paper.
    pub save: CommandWords,
    /// The other language.
    pub language: CommandWords,
    /// The full screen.
    pub full: CommandWords,
    /// All commands.
    pub all: CommandWords,
    /// Lock later.
    pub lock: CommandWords,
    /// Prompts for a coach.
    pub coach: CommandWords,
    /// Together with a coach.
    pub together: CommandWords,
    /// Alone.
    pub alone: CommandWords,
    /// Plan and time of the talk.
    pub meeting: CommandWords,
    /// Cover the screen.
    pub veil: CommandWords,
    /// Hide.
    pub hide: CommandWords,
    /// Stop.
    pub stop: CommandWords,
}

/// Around a question.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlainAsking {
    /// “{rest}.”
    pub header: String,
    /// “questions in this step: {count}”
    pub in_step: String,
    /// “Now: {said}”
    pub now: String,
    /// “Type {keep} to keep this.”
    pub keep: String,
    /// “Or type {commands}.”
    pub or_type: String,
    /// “{first} or {last}”
    pub or: String,
    /// “Explained words: {words}. Type {terms} to read them.”
    pub terms: String,
    /// “{word}: {means}”
    pub term: String,
    /// “No words are explained here.”
    pub no_terms: String,
    /// “{label} ({note})”
    pub with_note: String,
    /// “Chosen: {label}”
    pub chosen: String,
    /// “Your own: {text}”
    pub own: String,
    /// “So far:”
    pub so_far: String,
    /// “{count} more. Type {more}.”
    pub more: String,
    /// “That is all of it.”
    pub no_more: String,
    /// “All commands: {all}. Once more: {again}.”
    pub more_help: String,
    /// “{about}: {form} or {short}”
    pub command: String,
    /// “{about}: {form}”
    pub command_only: String,
    /// “These are all commands:”
    pub commands: String,
    /// “Cleared.”
    pub cleared: String,
    /// “{label} ({number} of {all})”
    pub field: String,
}

/// How each shape is answered; `..._first` is told once, the other one after that.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct How {
    /// “Type a number.”
    pub pick: String,
    /// “Type the numbers that fit you, with spaces between them. ...”
    pub many_first: String,
    /// The same where one of the options itself says that none of the others fits.
    pub many_first_named: String,
    /// “Type numbers. 0 is none of these.”
    pub many: String,
    /// The same where one of the options itself says that none of the others fits.
    pub many_named: String,
    /// “At most {count}.”
    pub at_most: String,
    /// “To add something of your own, type + and then your words.”
    pub own_first: String,
    /// “Or + and your own words.”
    pub own: String,
    /// “+ 3 only adds number 3; you stay here.”
    pub add: String,
    /// “Type numbers, or {next} when this is all. - and a number takes it away.”
    pub many_on: String,
    /// “Type numbers in the order that fits you, ...”
    pub rank_first: String,
    /// “Type numbers in order, at most {top}.”
    pub rank: String,
    /// “Type a number from {low} to {high}.”
    pub scale: String,
    /// “{number}: {text}”
    pub end: String,
    /// “Give a point a weight, like this: 4=2 ...”
    pub weigh_first: String,
    /// “Type for example 4=2. Done: {next}.”
    pub weigh: String,
    /// “{column}: for”
    pub weigh_for: String,
    /// “{column}: against”
    pub weigh_against: String,
    /// “+ and your own words adds a point.”
    pub weigh_own: String,
    /// “Where does this belong? Type a number.”
    pub weigh_where: String,
    /// “How much does this weigh? 0, 1, 2 or 3.”
    pub weigh_how_much: String,
    /// “Nothing has a weight yet.”
    pub weigh_nothing: String,
    /// “Fields follow one after the other ...”
    pub form_first: String,
    /// “Type = to copy that.”
    pub copy: String,
    /// “Type = to copy the sentence. Then you fill in the open places.”
    pub copy_open: String,
    /// “Type what stands for {slot}. Enter leaves it open.”
    pub slot: String,
    /// “Now it says: {text}”
    pub now_says: String,
    /// “Type a number, or Enter to leave this empty.”
    pub field_pick: String,
    /// “Type your answer, or Enter to leave this empty.”
    pub field_line: String,
    /// “Type a day like 3-12-2026, or Enter to leave this empty.”
    pub field_day: String,
    /// “Enter keeps this, - empties it.”
    pub field_keep: String,
    /// “Row by row ...”
    pub grid_first: String,
    /// “{row}: {column}”
    pub cell: String,
    /// “Type a number. Enter leaves it open.”
    pub cell_pick: String,
    /// “Type a number from 1 to {high}. Enter leaves it open. {more} says the choices.”
    pub cell_pick_short: String,
    /// “Someone else? Type + and who. Done: {next}.”
    pub grid_own: String,
    /// “Type a day, like 3-12-2026.”
    pub day: String,
    /// “Type one line.”
    pub line: String,
    /// “Type your own sentence, or a number to take that one.”
    pub line_or_number: String,
    /// “Type your text. An empty line ends it.”
    pub lines: String,
    /// “Type on. An empty line ends it. {clear} starts anew.”
    pub lines_on: String,
    /// “Enter goes on.”
    pub read: String,
}

/// What was not understood.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unclear {
    /// “I do not know {typed}.”
    pub command: String,
    /// “Do you mean {command}?”
    pub near: String,
    /// “{command} does nothing here.”
    pub not_here: String,
    /// “Type a number.”
    pub number: String,
    /// “There is no number {number}. Choose from 1 to {high}.”
    pub no_such: String,
    /// “There is no number {number}. Choose 1.”
    pub no_such_one: String,
    /// “Choose one.”
    pub one_only: String,
    /// “Nothing of your own can be added here.”
    pub no_own: String,
    /// “Type it like this: 4=2.”
    pub weight: String,
    /// “There is nothing to copy here.”
    pub no_copy: String,
    /// “That line is too long. Make it shorter.”
    pub too_long: String,
}

/// The other screens.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlainScreens {
    /// “You type a line and press Enter. ...”
    pub intro: String,
    /// “Press Enter. Otherwise this is locked in 30 seconds.”
    pub locks_soon: String,
    /// “Enter goes on.”
    pub enter: String,
    /// “Type a number.”
    pub choose: String,
    /// “Enter goes on. {back} goes back to the question.”
    pub notice: String,
    /// “Type a number to go to that step.”
    pub notice_goes: String,
    /// “Type the number of a step. {back} goes back.”
    pub map: String,
    /// “{title}: {said}”
    pub map_row: String,
    /// “Type the number of a line. {back} goes back.”
    pub review: String,
    /// “{short}: {said}”
    pub review_row: String,
    /// “On: {text}”
    pub on: String,
    /// “Off: {text}”
    pub off: String,
    /// “softer is possible”
    pub softer_possible: String,
    /// “softer now”
    pub softer_now: String,
    /// “A number switches a line on or off. ...”
    pub preview: String,
    /// “Switch on by number what may be on it. ...”
    pub preview_card: String,
    /// “{read} reads, {save} saves, {next} goes on without saving.”
    pub preview_commands: String,
    /// The same for a paper that is only for the person: going on stands first.
    pub preview_private: String,
    /// “{reader} makes the sheet for someone else, with its own choice of lines.”
    pub preview_reader: String,
    /// “Up”, typed behind a number.
    pub up: Vec<String>,
    /// “Down”, typed behind a number.
    pub down: Vec<String>,
    /// “Softer”, typed behind a number.
    pub softer: Vec<String>,
    /// “Why”, typed behind a number.
    pub why: Vec<String>,
    /// “This line stands at the edge of its part already.”
    pub not_moved: String,
    /// “Softer wording: there is none here.”
    pub no_softer: String,
    /// “This is the text:”
    pub text_begins: String,
    /// “End of the text.”
    pub text_ends: String,
    /// “Type a number. {back} goes back.”
    pub health: String,
    /// “Say in my own words what it means for my work”
    pub reword_own: String,
    /// “Choose one of our sentences”
    pub reword_choose: String,
    /// “Type it in your own words.”
    pub reword_type: String,
    /// “Type the number of a sentence.”
    pub sentences: String,
    /// ““{word}” {category}, in: “{line}””
    pub health_open: String,
    /// ““{word}” in “{line}”. {done}”
    pub health_done: String,
    /// “Type the number of a word.”
    pub health_list: String,
    /// “{next} goes on to saving.”
    pub health_next: String,
    /// “Type a number again to take that back.”
    pub health_again: String,
    /// “Type folder and name. {next} takes: {path}”
    pub place: String,
    /// “{place}: {code}. {says} {fix}”
    pub mistake: String,
    /// What stands for yes.
    pub yes: Vec<String>,
    /// What stands for no.
    pub no: Vec<String>,
}
