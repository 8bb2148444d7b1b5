//! What the program says about itself, in lines of 72 columns: who, how, how old, and the points of its makers.
//!
//! Knows the day only from who calls it.

use std::io::{self, Write};

use crate::core::answer::Day;
use crate::core::colophon::{Colophon, Point, State};
use crate::core::fact::Fact;
use crate::core::text::{width, wrap};
use crate::core::words::{Words, fill};

/// The columns of a line.
pub const COLUMNS: usize = 72;
/// The columns of the name of a point, and of what the makers think of it.
const NAME: usize = 5;

/// What is told of the program.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    /// What it says about itself.
    pub colophon: &'a Colophon,
    /// The facts it shows.
    pub facts: &'a [std::sync::Arc<Fact>],
    /// The words of a language.
    pub words: &'a Words,
    /// The day on which it is told.
    pub today: Option<Day>,
    /// The version of the program.
    pub version: &'a str,
}

/// Writes who made it, who paid, how the content was chosen, and how old it is.
pub fn tell(told: Told<'_>, out: &mut dyn Write) -> io::Result<()> {
    let Told {
        colophon, words, ..
    } = told;
    let own = &words.colophon;
    heading(&colophon.title, '=', out)?;
    paragraph(
        &fill(&own.version, &[("version", told.version)]),
        COLUMNS,
        out,
    )?;
    for part in &colophon.parts {
        writeln!(out)?;
        heading(&part.title, '-', out)?;
        for text in &part.text {
            paragraph(text, COLUMNS, out)?;
        }
    }
    writeln!(out)?;
    heading(&own.how_old, '-', out)?;
    for line in how_old(told) {
        paragraph(&line, COLUMNS, out)?;
    }
    writeln!(out)?;
    paragraph(&own.more, COLUMNS, out)
}

/// How old the content is, and a warning when it should have been looked through since.
fn how_old(told: Told<'_>) -> Vec<String> {
    let own = &told.words.colophon;
    let day = |text: &str, day: Day| fill(text, &[("day", &told.words.day(day))]);
    let mut lines = Vec::new();
    let checked: Vec<Day> = told
        .facts
        .iter()
        .filter_map(|fact| fact.checked_on())
        .collect();
    lines.extend(checked.iter().min().map(|first| day(&own.oldest, *first)));
    lines.extend(checked.iter().max().map(|last| day(&own.newest, *last)));
    lines.extend(told.colophon.reviewed.map(|last| day(&own.reviewed, last)));
    let months = told.colophon.every_months.to_string();
    lines.extend(told.colophon.next().map(|next| {
        let values = [("months", &*months), ("day", &told.words.day(next))];
        fill(&own.next, &values)
    }));
    if told.today.is_some_and(|today| told.colophon.is_old(today)) {
        lines.push(own.late.clone());
    }
    lines
}

/// Writes the points one by one, each with what the makers think of it and why.
pub fn criteria(told: Told<'_>, out: &mut dyn Write) -> io::Result<()> {
    let criteria = &told.colophon.criteria;
    let own = &told.words.colophon;
    heading(&criteria.title, '=', out)?;
    for text in &criteria.text {
        paragraph(text, COLUMNS, out)?;
    }
    let says = |state: State| match state {
        State::Met => &own.met,
        State::Apart => &own.apart,
        State::NotYet => &own.not_yet,
    };
    let states = [State::Met, State::Apart, State::NotYet];
    let widest = states.map(|state| width(says(state))).into_iter().max();
    let before = NAME + widest.unwrap_or_default() + 2;
    for group in &criteria.groups {
        writeln!(out)?;
        heading(&group.title, '-', out)?;
        for point in &group.points {
            let state = says(point.state);
            let gap = " ".repeat(before.saturating_sub(NAME + width(state)));
            let head = format!("{:<NAME$}{state}{gap}", point.id.to_uppercase());
            row(&head, point, before, out)?;
        }
    }
    let count = |state: State| {
        let points = criteria.groups.iter().flat_map(|group| &group.points);
        points
            .filter(|point| point.state == state)
            .count()
            .to_string()
    };
    writeln!(out)?;
    let values = [
        ("met", &*count(State::Met)),
        ("apart", &*count(State::Apart)),
        ("not_yet", &*count(State::NotYet)),
    ];
    paragraph(&fill(&own.counts, &values), COLUMNS, out)
}

fn row(head: &str, point: &Point, before: usize, out: &mut dyn Write) -> io::Result<()> {
    let margin = " ".repeat(before);
    let room = COLUMNS - before.min(COLUMNS / 2);
    let lines = [&point.text, &point.how]
        .into_iter()
        .flat_map(|text| wrap(text, room));
    for (number, line) in lines.enumerate() {
        let start = if number == 0 { head } else { &margin };
        writeln!(out, "{start}{line}")?;
    }
    Ok(())
}

/// Writes a title with a line under it.
pub fn heading(title: &str, with: char, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{title}")?;
    writeln!(out, "{}", with.to_string().repeat(width(title)))
}

fn paragraph(text: &str, columns: usize, out: &mut dyn Write) -> io::Result<()> {
    for line in wrap(text, columns) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}
