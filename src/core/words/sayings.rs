//! Words that answers, refusals and days are said with.

use serde::{Deserialize, Serialize};

/// Words of every screen.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Common {
    /// “Weegwijzer”
    pub program: String,
    /// “not saved”
    pub not_saved: String,
    /// “about {minutes} minutes left”
    pub minutes_left: String,
    /// “about 1 minute left”
    pub minute_left: String,
    /// “Left in this step: {count}”
    pub questions_left: String,
    /// “English”
    pub language_name: String,
    /// “Nederlands”
    pub other_language: String,
    /// “{number} of {all}”
    pub of: String,
}

/// The four kinds of no answer, as they are offered and as they are said back.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Blanks {
    /// “I don't know”
    pub unknown: String,
    /// “Skip”
    pub skip: String,
    /// “Not now”
    pub not_now: String,
    /// “I'd rather not say”
    pub rather_not: String,
    /// “You don't know this yet.”
    pub said_unknown: String,
    /// “Skipped.”
    pub said_skip: String,
    /// “Not now.”
    pub said_not_now: String,
    /// “You'd rather not say.”
    pub said_rather_not: String,
}

/// Small words that answers and offers are said with.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrase {
    /// “Yes”
    pub yes: String,
    /// “No”
    pub no: String,
    /// “True”
    #[serde(rename = "true")]
    pub is_true: String,
    /// “Not true”
    #[serde(rename = "false")]
    pub is_false: String,
    /// “Nothing chosen.”
    pub nothing: String,
    /// “Read.”
    pub seen: String,
    /// “{name}: {value}”
    pub pair: String,
    /// “a little ‘{pole}’”
    pub between_1: String,
    /// “mostly ‘{pole}’”
    pub between_2: String,
    /// “entirely ‘{pole}’”
    pub between_3: String,
    /// “in the middle”
    pub middle: String,
    /// “ordinary wish”
    pub level_ordinary: String,
    /// “shows that you mind your energy”
    pub level_energy: String,
    /// “may make someone guess”
    pub level_guess: String,
    /// “Who”
    pub who: String,
    /// “What”
    pub what: String,
    /// “When”
    pub when: String,
    /// “How we notice”
    pub notice: String,
    /// “for”
    #[serde(rename = "for")]
    pub in_favor: String,
    /// “against”
    pub against: String,
    /// “does not weigh”
    pub weight_0: String,
    /// “weighs a little”
    pub weight_1: String,
    /// “weighs”
    pub weight_2: String,
    /// “weighs heavily”
    pub weight_3: String,
    /// “Nothing weighs here.”
    pub no_weight: String,
    /// “{text} About: {who}. Source: {source}.”, whom it is about on a line of its own
    pub fact: String,
    /// “{day} {month} {year}”
    pub day: String,
}

/// Why a reply cannot stand, and what to do.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Refusal {
    /// “That does not fit this question. Choose something from the list.”
    pub wrong_shape: String,
    /// “That is not in the list. Choose something from the list.”
    pub not_offered: String,
    /// “Choose at most {`at_most`}. Switch something off first.”
    pub too_many: String,
    /// “Choose at least one. Or choose skip.”
    pub needs_one: String,
    /// ““{label}” does not go together with anything else. Switch one of the two off.”
    pub not_together: String,
    /// “Nothing stands here yet. Type something, or choose skip.”
    pub empty: String,
    /// “These are {length} characters. There is room for {`at_most`}. Make it a little shorter.”
    pub too_long: String,
    /// “Choose a number from {low} to {high}.”
    pub out_of_range: String,
    /// “Type a day like this: 3-12-2026.”
    pub bad_day: String,
    /// “Add the year, in four digits. For example: 3-12-2026.”
    pub no_year: String,
}

/// Names of the months.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    /// “January”
    pub month_1: String,
    /// “February”
    pub month_2: String,
    /// “March”
    pub month_3: String,
    /// “April”
    pub month_4: String,
    /// “May”
    pub month_5: String,
    /// “June”
    pub month_6: String,
    /// “July”
    pub month_7: String,
    /// “August”
    pub month_8: String,
    /// “September”
    pub month_9: String,
    /// “October”
    pub month_10: String,
    /// “November”
    pub month_11: String,
    /// “December”
    pub month_12: String,
    /// How people type each month, in both languages, in full and in short.
    pub typed: [Vec<String>; 12],
}

/// Names of the file formats.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Formats {
    /// “Plain text”
    pub txt: String,
    /// “Markdown”
    pub md: String,
    /// “Web page”
    pub html: String,
    /// “Word or `LibreOffice`”
    pub docx: String,
    /// “PDF, to print”
    pub pdf: String,
    /// “Calendar”
    pub ics: String,
    /// “Page {page} of {pages}”; stands on every page but the first
    pub page: String,
}
