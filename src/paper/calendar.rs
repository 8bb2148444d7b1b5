//! A calendar file (RFC 5545) of the days of a document: whole days, neutral titles, no alarm.
//!
//! The same days give the same bytes: what names an event is computed from its day and its title.

use crate::core::answer::Day;
use crate::paper::document::{Event, Plain};

/// The most bytes in a line, its end not counted.
const MOST: usize = 75;
/// The two starting points of the name of an event.
const SEEDS: [u64; 2] = [0xcbf2_9ce4_8422_2325, 0x9e37_79b9_7f4a_7c15];

pub(super) fn write(document: &Plain<'_>) -> Vec<u8> {
    let lang = &document.meta.lang;
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        format!("PRODID:-//-//-//{}", lang.to_uppercase()),
        "CALSCALE:GREGORIAN".to_owned(),
    ];
    for event in document.days {
        let made = document.meta.date.unwrap_or(event.day);
        lines.extend([
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}", name(event)),
            format!("DTSTAMP:{}T000000Z", digits(made)),
            format!("DTSTART;VALUE=DATE:{}", digits(event.day)),
            format!("SUMMARY;LANGUAGE={lang}:{}", escape(&event.title)),
            "CLASS:PRIVATE".to_owned(),
            "TRANSP:TRANSPARENT".to_owned(),
            "END:VEVENT".to_owned(),
        ]);
    }
    lines.push("END:VCALENDAR".to_owned());
    let folded: String = lines.iter().map(|line| fold(line)).collect();
    folded.into_bytes()
}

fn digits(day: Day) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// Breaks a line before it is too long, never within a character; what follows begins with a space.
fn fold(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + 2);
    let mut used = 0;
    for c in line.chars() {
        if used + c.len_utf8() > MOST {
            folded.push_str("\r\n ");
            used = 1;
        }
        folded.push(c);
        used += c.len_utf8();
    }
    folded.push_str("\r\n");
    folded
}

/// Names an event by its content, in the form of a UUID (version 8: the maker's own way; FNV-1a, twice).
fn name(event: &Event) -> String {
    let text = format!("{}\n{}", event.day, event.title);
    let [high, low] = SEEDS.map(|seed| {
        text.bytes().fold(seed, |sum, byte| {
            (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        })
    });
    let bits = (u128::from(high) << 64) | u128::from(low);
    let bits = bits & !(0xf << 76) | (0x8 << 76);
    let bits = bits & !(0x3 << 62) | (0x2 << 62);
    let hex = format!("{bits:032x}");
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    format!(
        "{}-{}-{}-{}-{}",
        part(0, 8),
        part(8, 12),
        part(12, 16),
        part(16, 20),
        part(20, 32)
    )
}

#[cfg(test)]
mod tests {
    use super::{escape, fold, name};
    use crate::core::answer::Day;
    use crate::paper::document::Event;

    #[test]
    fn no_line_is_longer_than_the_standard_allows_and_no_character_is_split() {
        let line = format!("SUMMARY:{}", "王".repeat(60));
        let folded = fold(&line);
        assert!(folded.split("\r\n").all(|part| part.len() <= 75));
        assert_eq!(folded.replace("\r\n ", "").trim_end(), line);
    }

    #[test]
    fn marks_of_the_format_are_escaped() {
        assert_eq!(escape("a, b; c\\d\ne\u{7}"), "a\\, b\\; c\\\\d\\ne");
    }

    #[test]
    fn the_same_event_has_the_same_name_and_another_has_another() {
        let event = |day, title: &str| Event {
            day: Day::new(2026, 12, day).expect("a day"),
            title: title.to_owned(),
        };
        let first = name(&event(3, "Weer kijken"));
        assert_eq!(first.len(), 36);
        assert_eq!(first.get(14..15), Some("8"));
        assert_eq!(first, name(&event(3, "Weer kijken")));
        assert_ne!(first, name(&event(4, "Weer kijken")));
        assert_ne!(first, name(&event(3, "Volgende stap")));
    }
}
