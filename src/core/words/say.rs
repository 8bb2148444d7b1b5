//! From something to say to text of this language.

use crate::core::answer::{Blank, Day, Pole};
use crate::core::ask::Refusal;
use crate::core::phrase::{Level, Part, Phrase};
use crate::core::words::catalogue::Words;
use crate::core::words::fill::fill;

/// Things in one line: commas between words, none behind a sentence.
pub fn listed(said: &[String]) -> String {
    let mut line = String::new();
    for part in said {
        if line.ends_with(['.', '?', '!']) {
            line.push(' ');
        } else if !line.is_empty() {
            line.push_str(", ");
        }
        line.push_str(part);
    }
    line
}

impl Words {
    /// Says a phrase.
    pub fn say(&self, phrase: &Phrase) -> String {
        let words = &self.phrase;
        match phrase {
            Phrase::Text(text) => text.to_string(),
            Phrase::Yes => words.yes.clone(),
            Phrase::No => words.no.clone(),
            Phrase::True => words.is_true.clone(),
            Phrase::False => words.is_false.clone(),
            Phrase::Blank(blank) => self.said_blank(*blank).to_owned(),
            Phrase::Nothing => words.nothing.clone(),
            Phrase::Seen => words.seen.clone(),
            Phrase::Day(day) => self.day(*day),
            Phrase::Number(number) => number.to_string(),
            Phrase::Between(steps, pole) => {
                let sentence = match steps {
                    0 | 1 => &words.between_1,
                    2 => &words.between_2,
                    _ => &words.between_3,
                };
                fill(sentence, &[("pole", pole)])
            }
            Phrase::Middle => words.middle.clone(),
            Phrase::Level(level) => match level {
                Level::Ordinary => words.level_ordinary.clone(),
                Level::Energy => words.level_energy.clone(),
                Level::Guess => words.level_guess.clone(),
            },
            Phrase::Part(part) => match part {
                Part::Who => words.who.clone(),
                Part::What => words.what.clone(),
                Part::When => words.when.clone(),
                Part::Notice => words.notice.clone(),
            },
            Phrase::Pole(pole) => match pole {
                Pole::For => words.in_favor.clone(),
                Pole::Against => words.against.clone(),
            },
            Phrase::Weight(weight) => self.weight(*weight).to_owned(),
            Phrase::List(phrases) => {
                let said: Vec<String> = phrases.iter().map(|phrase| self.say(phrase)).collect();
                listed(&said)
            }
            Phrase::Pair(name, value) => self.pair(&self.say(name), &self.say(value)),
        }
    }

    /// Says a name with its value. The colon stands in the place of a full stop, and never behind a question mark.
    pub fn pair(&self, name: &str, value: &str) -> String {
        if name.ends_with('?') {
            return format!("{name} {value}");
        }
        let name = name.strip_suffix('.').unwrap_or(name);
        fill(&self.phrase.pair, &[("name", name), ("value", value)])
    }

    /// Says how much something weighs.
    pub fn weight(&self, weight: u8) -> &str {
        match weight {
            0 => &self.phrase.weight_0,
            1 => &self.phrase.weight_1,
            2 => &self.phrase.weight_2,
            _ => &self.phrase.weight_3,
        }
    }

    /// Says a day in words.
    pub fn day(&self, day: Day) -> String {
        let months = &self.calendar;
        let month = match day.month() {
            1 => &months.month_1,
            2 => &months.month_2,
            3 => &months.month_3,
            4 => &months.month_4,
            5 => &months.month_5,
            6 => &months.month_6,
            7 => &months.month_7,
            8 => &months.month_8,
            9 => &months.month_9,
            10 => &months.month_10,
            11 => &months.month_11,
            _ => &months.month_12,
        };
        fill(
            &self.phrase.day,
            &[
                ("day", &day.day().to_string()),
                ("month", month),
                ("year", &day.year().to_string()),
            ],
        )
    }

    /// Names a kind of no answer, as it is offered.
    pub fn blank(&self, blank: Blank) -> &str {
        match blank {
            Blank::NotKnown => &self.blanks.unknown,
            Blank::Skipped => &self.blanks.skip,
            Blank::NotNow => &self.blanks.not_now,
            Blank::RatherNot => &self.blanks.rather_not,
        }
    }

    /// Says a kind of no answer back.
    pub fn said_blank(&self, blank: Blank) -> &str {
        match blank {
            Blank::NotKnown => &self.blanks.said_unknown,
            Blank::Skipped => &self.blanks.said_skip,
            Blank::NotNow => &self.blanks.said_not_now,
            Blank::RatherNot => &self.blanks.said_rather_not,
        }
    }

    /// Says that a kind of file has no letter for a character.
    pub fn no_letter(&self, letter: char) -> String {
        let code = format!("U+{:04X}", u32::from(letter));
        let letter = letter.to_string();
        let values = [("letter", &*letter), ("code", &*code)];
        fill(&self.place.no_letter, &values)
    }

    /// Says why a reply cannot stand, and what to do.
    pub fn refusal(&self, refusal: &Refusal) -> String {
        let words = &self.refusal;
        match refusal {
            Refusal::WrongShape => words.wrong_shape.clone(),
            Refusal::NotOffered => words.not_offered.clone(),
            Refusal::TooMany { at_most } => {
                fill(&words.too_many, &[("at_most", &at_most.to_string())])
            }
            Refusal::NeedsOne => words.needs_one.clone(),
            Refusal::NotTogether(label) => {
                fill(&words.not_together, &[("label", &self.say(label))])
            }
            Refusal::Empty => words.empty.clone(),
            Refusal::TooLong { at_most, length } => fill(
                &words.too_long,
                &[
                    ("at_most", &at_most.to_string()),
                    ("length", &length.to_string()),
                ],
            ),
            Refusal::OutOfRange { low, high } => fill(
                &words.out_of_range,
                &[("low", &low.to_string()), ("high", &high.to_string())],
            ),
            Refusal::BadDay => words.bad_day.clone(),
            Refusal::NoYear => words.no_year.clone(),
            Refusal::Blocked(reason) => reason.to_string(),
        }
    }
}
