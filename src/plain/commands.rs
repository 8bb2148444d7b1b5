//! The commands: one table for understanding them, for the help, for the sentences that name one, and for the manual.
//!
//! A command is a line that starts with a colon. Its words come from the language; every language knows the words of the
//! others. It does not know what a command does, nor when it makes sense.

use crate::core::source::nearest;
use crate::core::text;
use crate::core::words::{CommandWords, Commands, Words, fill};

/// Something the person wants that is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Back.
    Back,
    /// What this question means, and what can be typed.
    Help,
    /// The words that are explained here.
    Terms,
    /// About a word that had a note.
    Why,
    /// Print it once more.
    Again,
    /// Print what is left of a long list.
    More,
    /// Go on with what stands.
    Next,
    /// Keep the earlier answer.
    Keep,
    /// Start this answer anew.
    Clear,
    /// "I don't know."
    Unknown,
    /// Skip this question.
    Skip,
    /// "Not now."
    NotNow,
    /// "I would rather not say."
    RatherNot,
    /// Skip the whole step.
    SkipStep,
    /// All steps.
    Map,
    /// Everything that was said.
    Review,
    /// Practise the talk.
    Rehearse,
    /// Take the last change back.
    Undo,
    /// Read the paper.
    Read,
    /// Choose another reader of the paper.
    Reader,
    /// Save the paper.
    Save,
    /// The other language.
    Language,
    /// The other face.
    Full,
    /// All commands.
    All,
    /// Wait longer before the lock.
    Lock,
    /// Prompts for a coach.
    Coach,
    /// On together with a coach.
    Together,
    /// On alone.
    Alone,
    /// Plan and time of the talk.
    Meeting,
    /// Cover the screen.
    Veil,
    /// Hide and leave.
    Hide,
    /// Stop.
    Stop,
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// The command.
    pub command: Command,
    /// By this name sentences of the language mention it.
    pub name: &'static str,
    /// One sign or letter that is the same in every language.
    pub short: Option<&'static str>,
    words: fn(&Commands) -> &CommandWords,
}

/// All commands, in the order of the help.
pub const COMMANDS: [Row; 32] = [
    row(Command::Back, "back", Some("<"), |words| &words.back),
    row(Command::Help, "help", Some("?"), |words| &words.help),
    row(Command::Terms, "terms", None, |words| &words.terms),
    row(Command::Why, "why", None, |words| &words.why),
    row(Command::Again, "again", Some("="), |words| &words.again),
    row(Command::More, "more", Some("+"), |words| &words.more),
    row(Command::Next, "next", Some(">"), |words| &words.next),
    row(Command::Keep, "keep", Some("k"), |words| &words.keep),
    row(Command::Clear, "clear", None, |words| &words.clear),
    row(Command::Unknown, "unknown", None, |words| &words.unknown),
    row(Command::Skip, "skip", None, |words| &words.skip),
    row(Command::NotNow, "not_now", None, |words| &words.not_now),
    row(Command::RatherNot, "rather_not", None, |words| {
        &words.rather_not
    }),
    row(Command::SkipStep, "skip_step", None, |words| {
        &words.skip_step
    }),
    row(Command::Map, "map", Some("m"), |words| &words.map),
    row(Command::Review, "review", Some("r"), |words| &words.review),
    row(Command::Rehearse, "rehearse", None, |words| &words.rehearse),
    row(Command::Undo, "undo", None, |words| &words.undo),
    row(Command::Read, "read", None, |words| &words.read),
    row(Command::Reader, "reader", None, |words| &words.reader),
    row(Command::Save, "save", Some("s"), |words| &words.save),
    row(Command::Language, "language", None, |words| &words.language),
    row(Command::Full, "full", None, |words| &words.full),
    row(Command::All, "all", None, |words| &words.all),
    row(Command::Lock, "lock", None, |words| &words.lock),
    row(Command::Coach, "coach", None, |words| &words.coach),
    row(Command::Together, "together", None, |words| &words.together),
    row(Command::Alone, "alone", None, |words| &words.alone),
    row(Command::Meeting, "meeting", None, |words| &words.meeting),
    row(Command::Veil, "veil", None, |words| &words.veil),
    row(Command::Hide, "hide", Some("."), |words| &words.hide),
    row(Command::Stop, "stop", Some("q"), |words| &words.stop),
];

const fn row(
    command: Command,
    name: &'static str,
    short: Option<&'static str>,
    words: fn(&Commands) -> &CommandWords,
) -> Row {
    Row {
        command,
        name,
        short,
        words,
    }
}

impl Row {
    /// How the command is typed in full.
    pub fn form(&self, words: &Words) -> String {
        let typed = (self.words)(&words.plain.commands).typed.first();
        format!(":{}", typed.map_or(self.name, String::as_str))
    }

    /// How the command is typed in short, where it can be.
    pub fn short_form(&self) -> Option<String> {
        self.short.map(|short| format!(":{short}"))
    }

    /// What the command does, in words.
    pub fn about<'a>(&self, words: &'a Words) -> &'a str {
        &(self.words)(&words.plain.commands).about
    }

    fn is_typed(&self, typed: &str, words: &Words) -> bool {
        (self.words)(&words.plain.commands)
            .typed
            .iter()
            .any(|word| bare(word) == typed)
    }
}

/// How a command is typed in full.
pub fn form(command: Command, words: &Words) -> String {
    COMMANDS
        .iter()
        .find(|row| row.command == command)
        .map(|row| row.form(words))
        .unwrap_or_default()
}

/// Puts values into a sentence, and the forms of the commands it names.
pub fn told(words: &Words, sentence: &str, values: &[(&str, &str)]) -> String {
    let forms: Vec<(&str, String)> = COMMANDS
        .iter()
        .map(|row| (row.name, row.form(words)))
        .collect();
    let mut all: Vec<(&str, &str)> = values.to_vec();
    all.extend(forms.iter().map(|(name, form)| (*name, form.as_str())));
    fill(sentence, &all)
}

/// What a line is, before anyone asks what it means here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed {
    /// A command.
    Command(Command),
    /// Looks like a command and is none; with the command that is meant perhaps.
    Mistyped(String, Option<Command>),
    /// Text, without what only marks it as text.
    Text(String),
}

/// Tells commands from text. `::` at the start is a literal colon; a colon without a letter behind it is text as well.
pub fn read(line: &str, words: &Words) -> Typed {
    let start = line.trim_start();
    let Some(after) = start.strip_prefix(':') else {
        return Typed::Text(line.to_owned());
    };
    if after.starts_with(':') {
        return Typed::Text(after.to_owned());
    }
    let after = after.trim();
    if let Some(row) = COMMANDS.iter().find(|row| {
        row.short
            .is_some_and(|short| short.eq_ignore_ascii_case(after))
    }) {
        return Typed::Command(row.command);
    }
    let typed = bare(after);
    if typed.is_empty() {
        return Typed::Text(line.to_owned());
    }
    match COMMANDS.iter().find(|row| row.is_typed(&typed, words)) {
        Some(row) => Typed::Command(row.command),
        None => Typed::Mistyped(text::cut(&text::one_line(start), 40), near(&typed, words)),
    }
}

/// Finds the command whose word this is, typed without its colon.
pub fn without_colon(line: &str, words: &Words) -> Option<Command> {
    let typed = bare(line);
    COMMANDS
        .iter()
        .find(|row| row.is_typed(&typed, words))
        .map(|row| row.command)
}

fn near(typed: &str, words: &Words) -> Option<Command> {
    let all: Vec<(String, Command)> = COMMANDS
        .iter()
        .flat_map(|row| {
            (row.words)(&words.plain.commands)
                .typed
                .iter()
                .map(|word| (bare(word), row.command))
        })
        .collect();
    let name = nearest(typed, all.iter().map(|(word, _)| word.as_str()))?;
    all.into_iter()
        .find(|(word, _)| *word == name)
        .map(|(_, command)| command)
}

/// Letters and digits alone, in small letters: `:Weet niet` is `weetniet`.
fn bare(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .take(60)
        .collect()
}

#[cfg(test)]
mod tests;
