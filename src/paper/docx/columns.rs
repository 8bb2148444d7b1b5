//! How wide the columns of a table are: as their texts need, and none too narrow for its longest word.

use crate::core::text::width;
use crate::paper::document::Table;

/// The width of the text on an A4 page with these margins, in twentieths of a point.
pub(super) const ALL: usize = 9412;
/// The room for one character.
const CHARACTER: usize = 115;
/// The room beside the text of a cell.
const BESIDE: usize = 220;

/// Shares the width of the page out: what a longest word needs first, the rest by how much text there is.
pub(super) fn widths(table: &Table) -> Vec<usize> {
    let columns = table.head.len().max(1);
    let cells = |column: usize| {
        let rows = table.rows.iter();
        let cells = rows.filter_map(move |row| row.get(column));
        table.head.get(column).into_iter().chain(cells)
    };
    let word = |text: &String| text.split_whitespace().map(width).max().unwrap_or_default();
    let needs: Vec<usize> = (0..columns)
        .map(|column| cells(column).map(word).max().unwrap_or_default() * CHARACTER + BESIDE)
        .collect();
    // A text of twice the length does not need twice the width: it can have more lines.
    let wants: Vec<usize> = (0..columns)
        .map(|column| {
            let longest = cells(column).map(|text| width(text)).max();
            longest.unwrap_or_default().clamp(4, 60).isqrt() * 100
        })
        .collect();
    let needed: usize = needs.iter().sum();
    let wanted: usize = wants.iter().sum::<usize>().max(1);
    let mut widths: Vec<usize> = if needed <= ALL {
        let rest = ALL - needed;
        needs
            .iter()
            .zip(&wants)
            .map(|(need, want)| need + rest * want / wanted)
            .collect()
    } else {
        needs.iter().map(|need| need * ALL / needed).collect()
    };
    let used: usize = widths.iter().sum();
    if let Some(last) = widths.last_mut() {
        *last += ALL.saturating_sub(used);
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::{ALL, widths};
    use crate::paper::document::Table;

    #[test]
    fn columns_fill_the_page_and_long_texts_get_more() {
        let table = Table {
            head: ["Wie", "Wat"].map(str::to_owned).to_vec(),
            rows: vec![vec![
                "Ik".to_owned(),
                "een lange zin over het werk".to_owned(),
            ]],
            row_headings: false,
        };
        let found = widths(&table);
        assert_eq!(found.iter().sum::<usize>(), ALL);
        assert!(found.first() < found.last());
        let word = "x".repeat(400);
        let table = Table {
            head: vec![word, "Wat".to_owned()],
            rows: Vec::new(),
            row_headings: false,
        };
        assert_eq!(widths(&table).iter().sum::<usize>(), ALL);
    }
}
