//! The plan of then beside that of now: for each thing a word for what became of it, then what was and what is.

use crate::app::view::{BesideRow, Change, ThenAndNowView};
use crate::core::words::{Words, fill};
use crate::plain::page::Page;

/// Prints everything; what is the same is said once.
pub fn print(view: &ThenAndNowView, words: &Words, page: &mut Page) {
    page.line(&view.title);
    page.line(&view.text);
    page.line(&view.then);
    page.line(&view.now);
    for block in &view.blocks {
        page.gap();
        page.line(&block.title);
        for row in &block.rows {
            print_row(row, words, page);
        }
    }
    page.gap();
}

fn print_row(row: &BesideRow, words: &Words, page: &mut Page) {
    page.line(&words.pair(&row.said, &row.name));
    for cell in &row.cells {
        let line = match row.change {
            Change::Changed if cell.changed => {
                let values = [
                    ("label", cell.label.as_str()),
                    ("then", cell.then.as_str()),
                    ("now", cell.now.as_str()),
                ];
                let line = if cell.label.is_empty() {
                    &words.visits.line_bare
                } else {
                    &words.visits.line
                };
                fill(line, &values)
            }
            Change::Gone if cell.label.is_empty() => cell.then.clone(),
            Change::Same | Change::Changed | Change::New if cell.label.is_empty() => {
                cell.now.clone()
            }
            Change::Gone => words.pair(&cell.label, &cell.then),
            Change::Same | Change::Changed | Change::New => words.pair(&cell.label, &cell.now),
        };
        page.under(&line);
    }
}
