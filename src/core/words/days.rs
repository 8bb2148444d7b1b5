//! Days as people type them: the name of a month becomes its number.
//!
//! What is no day stays as it was typed; whether it is one, the asking shape says.

use crate::core::ask::{Ask, Field, FieldAsk, Reply};
use crate::core::words::catalogue::Words;

impl Words {
    /// Puts the number of a month in the place of its name, wherever a day is asked for.
    pub fn numbered(&self, ask: &Ask, reply: Reply) -> Reply {
        match (ask, reply) {
            (Ask::Day, Reply::Day(typed)) => Reply::Day(self.numbered_day(&typed)),
            (Ask::Form { fields }, Reply::Form(mut typed)) => {
                let is_day = |field: &Field| field.ask == FieldAsk::Day;
                for (id, value) in &mut typed {
                    if fields.iter().any(|field| field.id == *id && is_day(field)) {
                        *value = self.numbered_day(value);
                    }
                }
                Reply::Form(typed)
            }
            (_, reply) => reply,
        }
    }

    /// `20 dec 2026` and `December 20, 2026` as `20-12-2026`; without a year as `20-12`.
    fn numbered_day(&self, typed: &str) -> String {
        let (mut months, mut numbers) = (Vec::new(), Vec::new());
        for part in typed.split(['-', '/', '.', ',', ' ']) {
            if part.is_empty() {
            } else if part.chars().all(|c| c.is_ascii_digit()) {
                numbers.push(part);
            } else {
                months.push(self.month(part));
            }
        }
        let is_year = |number: &str| number.len() == 4;
        let ([Some(month)], [first, others @ ..]) = (months.as_slice(), numbers.as_slice()) else {
            return typed.to_owned();
        };
        match others {
            [] if !is_year(first) => format!("{first}-{month}"),
            [year] if !is_year(first) => format!("{first}-{month}-{year}"),
            [day] if !is_year(day) => format!("{day}-{month}-{first}"),
            _ => typed.to_owned(),
        }
    }

    /// The number of a month, from 1.
    fn month(&self, typed: &str) -> Option<usize> {
        let typed = typed.to_lowercase();
        let mut months = self.calendar.typed.iter();
        let at = months.position(|names| names.contains(&typed))?;
        Some(at + 1)
    }
}
