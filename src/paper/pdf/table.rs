//! Tables: columns as wide as what is in them asks for, thin lines between rows, the head again on a new page.

use crate::paper::document::{Table, WriteError};
use crate::paper::pdf::fonts::Weight;
use crate::paper::pdf::galley::Galley;
use crate::paper::pdf::lines::{Style, Tone, widths};
use crate::paper::pdf::look::{FIRM, HAIR, MEASURE};
use crate::paper::pdf::strip::{Band, Cell, Ink, Mark, Strip, beside, join};
use crate::paper::pdf::tags::{Role, Tag};

/// White between two columns.
const BETWEEN: f32 = 14.0;
/// White above and below the text of a row.
const PADDING: f32 = 4.0;
/// Air that a column gets beyond its text, when there is room.
const AIR: f32 = 40.0;
/// A row that is higher is cut between lines; any other stands on one page.
const MOST: f32 = 260.0;

/// A column: where it begins, and how wide it is.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Column {
    x: f32,
    width: f32,
}

/// Sets a table.
pub(super) fn table(galley: &mut Galley<'_>, table: &Table) -> Result<(), WriteError> {
    let columns = columns(galley, table)?;
    let whole = galley.tags.top(Role::Table);
    let head = galley.tags.under(whole, Role::Head);
    let row = galley.tags.under(head, Role::Row);
    let style = galley.look.label();
    let mut cells = Vec::new();
    for (text, column) in table.head.iter().zip(&columns) {
        let tag = galley.tags.under(row, Role::ColumnHeading);
        cells.push(cell(galley, tag, text, style, *column)?);
    }
    let mut repeated = None;
    if let Some(mut strip) = join(beside(cells, f32::MAX)) {
        strip.height += PADDING;
        ruled(&mut strip, FIRM, Tone::Black);
        strip.tied = true;
        repeated = Some(galley.heads.len());
        galley.heads.push(strip.clone());
        galley.put(vec![strip]);
    }
    let rows = galley.tags.under(whole, Role::Rows);
    for cells in &table.rows {
        let row = galley.tags.under(rows, Role::Row);
        let mut set = Vec::new();
        for (number, (text, column)) in cells.iter().zip(&columns).enumerate() {
            let heads = table.row_headings && number == 0;
            let mut style = galley.look.cell();
            let mut role = Role::Cell;
            if heads {
                style.weight = Weight::Bold;
                role = Role::RowHeading;
            }
            let tag = galley.tags.under(row, role);
            let mut cell = cell(galley, tag, text, style, *column)?;
            if let Some(first) = cell.bands.first_mut() {
                first.above = PADDING;
            }
            set.push(cell);
        }
        let mut strips = beside(set, MOST);
        for strip in &mut strips {
            strip.head = repeated;
        }
        if let Some(last) = strips.last_mut() {
            last.height += PADDING;
            ruled(last, HAIR, Tone::Light);
        }
        galley.put(strips);
    }
    Ok(())
}

/// A cell; one that stayed open still has its place in the row.
fn cell(
    galley: &mut Galley<'_>,
    tag: Tag,
    text: &str,
    style: Style,
    column: Column,
) -> Result<Cell, WriteError> {
    let mut bands = galley.even_bands(tag, text, style, column.width)?;
    if bands.is_empty() {
        let mark = Mark {
            tag: Some(tag),
            x: 0.0,
            y: 0.0,
            ink: Ink::Nothing,
        };
        bands.push(Band {
            above: 0.0,
            height: style.leading,
            marks: vec![mark],
        });
    }
    Ok(Cell { x: column.x, bands })
}

/// Draws a line along the lower edge.
fn ruled(strip: &mut Strip, thickness: f32, tone: Tone) {
    strip.marks.push(Mark {
        tag: None,
        x: 0.0,
        y: strip.height,
        ink: Ink::Rule(MEASURE, thickness, tone),
    });
}

/// Shares the width: each column gets what its widest word needs; what is left goes to those that would fill more.
fn columns(galley: &mut Galley<'_>, table: &Table) -> Result<Vec<Column>, WriteError> {
    let (label, text) = (galley.look.label(), galley.look.cell());
    let mut asked = Vec::new();
    for (number, name) in table.head.iter().enumerate() {
        let (mut whole, mut word) = widths(galley.setter, name, label)?;
        // A name of a column is not broken as long as there is room.
        word = word.max(whole.min(MEASURE / 6.0));
        for row in &table.rows {
            let cell = row.get(number).map(String::as_str).unwrap_or_default();
            let mut style = text;
            if table.row_headings && number == 0 {
                style.weight = Weight::Bold;
            }
            let (all, widest) = widths(galley.setter, cell, style)?;
            whole = whole.max(all);
            word = word.max(widest);
        }
        asked.push((word, whole));
    }
    let gaps = BETWEEN * asked.iter().skip(1).map(|_| 1.0).sum::<f32>();
    let mut x = 0.0;
    let shared = share(&asked, MEASURE - gaps).into_iter().map(|width| {
        let column = Column { x, width };
        x += width + BETWEEN;
        column
    });
    Ok(shared.collect())
}

/// From what columns need and would fill to what they get: never more than they would fill, but for a little air.
fn share(asked: &[(f32, f32)], room: f32) -> Vec<f32> {
    let needed: f32 = asked.iter().map(|(word, _)| word).sum();
    if needed > room {
        return asked.iter().map(|(word, _)| word * room / needed).collect();
    }
    let mut given: Vec<f32> = asked.iter().map(|(word, _)| *word).collect();
    // Each round fills at least one column, or shares out all that is left.
    for _ in asked {
        let left = room - given.iter().sum::<f32>();
        // A column with four times the text does not get four times the room: it becomes higher too.
        let wishes = asked.iter().zip(&given);
        let wishes: Vec<f32> = wishes
            .map(|((_, whole), given)| (whole - given).max(0.0).sqrt() * whole.sqrt())
            .collect();
        let sum: f32 = wishes.iter().sum();
        if sum <= 0.0 {
            break;
        }
        for ((given, (_, whole)), wish) in given.iter_mut().zip(asked).zip(wishes) {
            *given = (*given + left * wish / sum).min(whole.max(*given));
        }
    }
    let left = room - given.iter().sum::<f32>();
    let air = left / asked.iter().map(|_| 1.0).sum::<f32>().max(1.0);
    given
        .into_iter()
        .map(|width| width + air.clamp(0.0, AIR))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn columns_get_what_their_words_need_and_never_more_than_there_is() {
        for (asked, room) in [
            (vec![(20.0, 20.0), (30.0, 300.0)], 200.0),
            (vec![(20.0, 20.0), (30.0, 40.0)], 200.0),
            (vec![(150.0, 300.0), (150.0, 150.0)], 200.0),
            (vec![(40.0, 800.0), (40.0, 200.0), (10.0, 10.0)], 400.0),
            (vec![(20.0, 60.0), (20.0, 30.0)], 400.0),
        ] {
            let given = share(&asked, room);
            assert!(given.iter().sum::<f32>() <= room + 0.01, "{asked:?}");
            let needed: f32 = asked.iter().map(|(word, _)| word).sum();
            for (given, (word, _)) in given.iter().zip(&asked) {
                assert!(needed > room || given >= word, "{asked:?}");
            }
            let filled: f32 = asked.iter().map(|(_, whole)| whole).sum();
            for (given, (_, whole)) in given.iter().zip(&asked) {
                assert!(filled > room || given >= whole, "{asked:?}");
            }
        }
    }
}
