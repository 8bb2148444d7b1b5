//! What weighs, as a small picture: the options beside each other, and three dots before each consideration.
//!
//! The options are equal in place, size and detail. Nothing is added up. The weight stands in words behind each
//! consideration, so the dots are not read aloud. Read aloud, one option comes after the other. The picture is on one page
//! as long as a page can hold it: what is compared is seen together.

use crate::paper::document::{Weighed, WeightColumn, WeightSide, WriteError};
use crate::paper::pdf::galley::Galley;
use crate::paper::pdf::lines::Tone;
use crate::paper::pdf::look::{FIRM, MEASURE};
use crate::paper::pdf::strip::{Band, Cell, Fullness, Ink, Mark, Strip, beside, join};
use crate::paper::pdf::tags::{Role, Tag};

/// White between two options.
const BETWEEN: f32 = 24.0;
/// White between the name of an option and the line below it.
const PADDING: f32 = 3.0;
/// Radius of a dot.
const DOT: f32 = 2.3;
/// From one dot to the next.
const STEP: f32 = 6.6;
/// Room for the dots before a consideration.
const DOTS: f32 = 26.0;
/// The heaviest weight.
const HEAVIEST: u8 = 3;
/// A consideration that is higher is cut between lines.
const MOST: f32 = 90.0;

/// Sets the options beside each other.
pub(super) fn weights(galley: &mut Galley<'_>, columns: &[WeightColumn]) -> Result<(), WriteError> {
    let ones = columns.iter().map(|_| 1.0).sum::<f32>().max(1.0);
    let width = (MEASURE - BETWEEN * (ones - 1.0)) / ones;
    let mut names = Vec::new();
    let mut rules = Vec::new();
    let mut sides: [Vec<Side>; 2] = [Vec::new(), Vec::new()];
    let mut x = 0.0;
    for column in columns {
        let group = galley.tags.top(Role::Group);
        let tag = galley.tags.under(group, Role::Paragraph);
        let style = galley.look.name();
        let bands = galley.bands(tag, &column.label, style, width)?;
        names.push(Cell { x, bands });
        rules.push((x, Ink::Rule(width, FIRM, Tone::Black)));
        for (all, side) in sides.iter_mut().zip(&column.sides) {
            all.push(self::side(galley, group, side, x, width)?);
        }
        x += width + BETWEEN;
    }
    let mut options = join(beside(names, f32::MAX)).unwrap_or_default();
    options.height += PADDING;
    let y = options.height;
    options.marks.extend(rules.into_iter().map(|(x, ink)| Mark {
        tag: None,
        x,
        y,
        ink,
    }));
    let from = galley.strips.len();
    galley.put(vec![options.clone()]);
    let [first, second] = sides;
    galley.gap(galley.look.middle * 0.7);
    rows(galley, first, &options);
    galley.gap(galley.look.middle * 1.4);
    rows(galley, second, &options);
    galley.tie_together(from);
    Ok(())
}

/// What speaks for an option, or against it: its name, then each consideration.
struct Side {
    name: Cell,
    items: Vec<Cell>,
}

/// Sets the same side of all options: a row with its name, then rows of considerations. Those that stand in one row have
/// nothing to do with each other; they only begin at one height. A new page begins with the options and the name again.
fn rows(galley: &mut Galley<'_>, sides: Vec<Side>, options: &Strip) {
    let mut names = Vec::new();
    let mut items = Vec::new();
    for side in sides {
        names.push(side.name);
        items.push(side.items.into_iter());
    }
    let name = join(beside(names, f32::MAX)).unwrap_or_default();
    let mut lower = name.clone();
    lower.above = galley.look.middle * 0.7;
    let head = galley.heads.len();
    galley.heads.extend(join(vec![options.clone(), lower]));
    galley.put(vec![name]);
    loop {
        let row: Vec<Cell> = items.iter_mut().filter_map(Iterator::next).collect();
        if row.is_empty() {
            break;
        }
        galley.gap(galley.look.small);
        let mut strips = beside(row, MOST);
        for strip in &mut strips {
            strip.head = Some(head);
        }
        galley.put(strips);
    }
}

fn side(
    galley: &mut Galley<'_>,
    group: Tag,
    side: &WeightSide,
    x: f32,
    width: f32,
) -> Result<Side, WriteError> {
    let tag = galley.tags.under(group, Role::Paragraph);
    let style = galley.look.label();
    let bands = galley.bands(tag, &side.label, style, width)?;
    let name = Cell { x, bands };
    let mut items = Vec::new();
    if side.items.is_empty() {
        let tag = galley.tags.under(group, Role::Paragraph);
        let style = galley.look.cell();
        let bands = galley.bands(tag, &side.nothing, style, width)?;
        items.push(Cell { x, bands });
    } else {
        let list = galley.tags.under(group, Role::Pairs);
        for item in &side.items {
            let tag = galley.tags.under(list, Role::Item);
            let tag = galley.tags.under(tag, Role::Body);
            let bands = consideration(galley, tag, item, width)?;
            items.push(Cell { x, bands });
        }
    }
    Ok(Side { name, items })
}

fn consideration(
    galley: &mut Galley<'_>,
    tag: Tag,
    item: &Weighed,
    width: f32,
) -> Result<Vec<Band>, WriteError> {
    let style = galley.look.cell();
    // The weight in words is short; it is not broken over two lines.
    let said = item.said.replace(' ', "\u{A0}");
    let text = format!("{} ({said})", item.text);
    let mut bands = galley.even_bands(tag, &text, style, width - DOTS)?;
    for band in &mut bands {
        for mark in &mut band.marks {
            mark.x += DOTS;
        }
    }
    if let Some(first) = bands.first_mut() {
        let mut x = DOT;
        for number in 1..=HEAVIEST {
            let fullness = if number <= item.weight {
                Fullness::Full
            } else {
                Fullness::Open
            };
            first.marks.push(Mark {
                tag: None,
                x,
                y: style.leading / 2.0,
                ink: Ink::Dot(DOT, fullness),
            });
            x += STEP;
        }
    }
    Ok(bands)
}
