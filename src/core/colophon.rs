//! What the program says about itself: who made it, who paid, how the content was chosen, and how old it is.
//!
//! Also the points by which its makers looked at it themselves. Knows no day: whether the content is too old is asked with the
//! day of the person.

use crate::core::answer::Day;
use crate::core::kept::Text;
use crate::core::source::{Code, Diagnostics, Fields, Node};

/// A part with a title.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Its name in question files.
    pub id: String,
    /// The title.
    pub title: Text,
    /// Its paragraphs.
    pub text: Vec<Text>,
}

/// What the makers think of a point themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Met.
    Met,
    /// Does not apply here.
    Apart,
    /// Not yet.
    NotYet,
}

/// A point of a list for good decision aids, in own words.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// Its name, such as `q1`.
    pub id: String,
    /// The point.
    pub text: Text,
    /// What the makers think of it.
    pub state: State,
    /// How and where it is met, or why it is not.
    pub how: Text,
}

/// Points that belong together.
#[derive(Debug, Clone, PartialEq)]
pub struct Points {
    /// What they have in common.
    pub title: Text,
    /// The points.
    pub points: Vec<Point>,
}

/// The points of a list, with what stands before them.
#[derive(Debug, Clone, PartialEq)]
pub struct Criteria {
    /// The title.
    pub title: Text,
    /// What stands before the points.
    pub text: Vec<Text>,
    /// The points.
    pub groups: Vec<Points>,
}

/// What the program says about itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Colophon {
    /// The title.
    pub title: Text,
    /// When the whole content was looked through last.
    pub reviewed: Option<Day>,
    /// After how many months it is looked through again.
    pub every_months: i64,
    /// Who, how, for whom.
    pub parts: Vec<Part>,
    /// The points.
    pub criteria: Criteria,
}

impl Colophon {
    /// Reads `about.yml`.
    pub fn read(node: &Node, found: &mut Diagnostics) -> Self {
        let mut fields = Fields::of(node, found);
        let typed = fields.needed_text("reviewed", found);
        let reviewed = Day::read(&typed);
        if reviewed.is_none() && !typed.is_empty() {
            let values = vec![("name", typed)];
            found.add_with(Code::BadDate, fields.place_of("reviewed"), values);
        }
        let nodes = fields.needed_list("parts", found);
        let colophon = Self {
            title: fields.needed_text("title", found).into(),
            reviewed,
            every_months: fields
                .needed_number("every_months", 1..=24, found)
                .unwrap_or(6),
            parts: nodes.iter().map(|node| part(node, found)).collect(),
            criteria: fields
                .needed("criteria", found)
                .map_or_else(Criteria::none, |node| criteria(node, found)),
        };
        fields.done(found);
        let ids = colophon.parts.iter().map(|part| part.id.as_str());
        found.unique(ids.zip(nodes.iter().map(|node| &node.place)));
        colophon
    }

    /// The day by which the content is looked through again.
    pub fn next(&self) -> Option<Day> {
        self.reviewed
            .and_then(|day| later(day, i16::try_from(self.every_months).unwrap_or(0)))
    }

    /// Says whether the content should have been looked through before this day.
    pub fn is_old(&self, today: Day) -> bool {
        self.next().is_some_and(|next| today > next)
    }
}

impl Criteria {
    fn none() -> Self {
        Self {
            title: Text::built(""),
            text: Vec::new(),
            groups: Vec::new(),
        }
    }
}

/// The same day some months later; the first of the month after it, where that month is too short.
fn later(day: Day, months: i16) -> Option<Day> {
    let all = i16::from(day.month()) - 1 + months;
    let month = i8::try_from(all % 12 + 1).ok()?;
    let year = day.year() + all / 12;
    Day::new(year, month, day.day()).or_else(|| later(Day::new(year, month, 1)?, 1))
}

fn part(node: &Node, found: &mut Diagnostics) -> Part {
    let mut fields = Fields::of(node, found);
    let part = Part {
        id: fields.id(found),
        title: fields.needed_text("title", found).into(),
        text: texts(&mut fields, found),
    };
    fields.done(found);
    part
}

fn texts(fields: &mut Fields<'_>, found: &mut Diagnostics) -> Vec<Text> {
    let texts = fields.needed_texts("text", found);
    texts.into_iter().map(|(text, _)| text.into()).collect()
}

fn criteria(node: &Node, found: &mut Diagnostics) -> Criteria {
    let mut fields = Fields::of(node, found);
    let title = fields.needed_text("title", found).into();
    let text = texts(&mut fields, found);
    let nodes = fields.needed_list("groups", found);
    fields.done(found);
    let mut groups = Vec::new();
    for node in nodes {
        let mut fields = Fields::of(node, found);
        fields.id(found);
        let title = fields.needed_text("title", found).into();
        let points = fields.needed_list("points", found);
        fields.done(found);
        groups.push(Points {
            title,
            points: points.iter().map(|node| point(node, found)).collect(),
        });
    }
    Criteria {
        title,
        text,
        groups,
    }
}

fn point(node: &Node, found: &mut Diagnostics) -> Point {
    let mut fields = Fields::of(node, found);
    let id = fields.id(found);
    let text = fields.needed_text("text", found).into();
    let state = match fields.needed_text("state", found).as_str() {
        "met" | "" => State::Met,
        "apart" => State::Apart,
        "not-yet" => State::NotYet,
        other => {
            let place = fields.place_of("state");
            found.unknown(Code::UnknownWord, place, other, ["met", "apart", "not-yet"]);
            State::NotYet
        }
    };
    let how = fields.needed_text("how", found).into();
    fields.done(found);
    Point {
        id,
        text,
        state,
        how,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_counted_over_the_end_of_a_year_and_past_short_months() {
        for (from, months, expected) in [
            ("2026-11-22", 6, "2027-05-22"),
            ("2026-05-22", 6, "2026-11-22"),
            ("2026-08-31", 6, "2027-03-01"),
            ("2026-12-31", 12, "2027-12-31"),
        ] {
            let day = Day::read(from).expect("a day");
            assert_eq!(later(day, months), Day::read(expected), "{from}");
        }
    }
}
