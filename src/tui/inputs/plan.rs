//! The cells of a plan: its rows, also the person's own, and what stands in each.

use std::collections::BTreeMap;

use crate::core::answer::{Answer, Cells, Own};
use crate::core::ask::{GridColumn, Offer};
use crate::core::ids::ItemId;
use crate::core::words::Words;

/// A place in the plan where the cursor can stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    /// A cell: row and column.
    Cell(usize, usize),
    /// The name of an own row: the row, and which own entry it is.
    Name(usize, usize),
    /// Adds a row.
    Add,
}

/// A plan.
#[derive(Debug)]
pub(super) struct Plan {
    rows: Vec<Offer>,
    columns: Vec<GridColumn>,
    own: bool,
    filled: Cells,
    /// The key of the next own row; a key is never given twice.
    next: u32,
}

impl Plan {
    /// Lays out a plan, with what stood in it before.
    pub(super) fn open(
        rows: &[Offer],
        columns: &[GridColumn],
        own: bool,
        answer: Option<&Answer>,
    ) -> Self {
        let filled = match answer {
            Some(Answer::Cells(cells)) => cells.clone(),
            Some(_) | None => Cells::default(),
        };
        let next = filled.own.iter().map(|entry| entry.key).max();
        Self {
            rows: rows.to_vec(),
            columns: columns.to_vec(),
            own,
            filled,
            next: next.unwrap_or(0) + 1,
        }
    }

    /// What stands in the plan.
    pub(super) fn filled(&self) -> Cells {
        self.filled.clone()
    }

    /// How many rows there are, the own ones with them.
    pub(super) fn len(&self) -> usize {
        self.rows.len() + self.filled.own.len()
    }

    /// Every place where the cursor can stand, in order.
    pub(super) fn spots(&self) -> Vec<Spot> {
        let mut spots = Vec::new();
        for row in 0..self.len() {
            if let Some(own) = row.checked_sub(self.rows.len()) {
                spots.push(Spot::Name(row, own));
            }
            spots.extend((0..self.columns.len()).map(|column| Spot::Cell(row, column)));
        }
        if self.own {
            spots.push(Spot::Add);
        }
        spots
    }

    /// A column.
    pub(super) fn column(&self, column: usize) -> Option<&GridColumn> {
        self.columns.get(column)
    }

    /// The name of a row.
    pub(super) fn name(&self, words: &Words, row: usize) -> String {
        match self.rows.get(row) {
            Some(offer) => words.say(&offer.label),
            None => self
                .own_at(row)
                .map_or_else(String::new, |own| own.text.clone()),
        }
    }

    fn own_at(&self, row: usize) -> Option<&Own> {
        self.filled.own.get(row.checked_sub(self.rows.len())?)
    }

    /// The id of a row; an own row has one too.
    pub(super) fn row_id(&self, row: usize) -> Option<ItemId> {
        match self.rows.get(row) {
            Some(offer) => Some(offer.id.clone()),
            None => self.own_at(row).map(Cells::own_row),
        }
    }

    /// What stands in a cell: the number of the offer.
    pub(super) fn choice(&self, row: usize, column: usize) -> Option<usize> {
        let column = self.columns.get(column)?;
        let chosen = self.filled.cells.get(&self.row_id(row)?)?.get(&column.id)?;
        column.offers.iter().position(|offer| offer.id == *chosen)
    }

    /// Says whether a cell needs no choice any more.
    pub(super) fn is_settled(&self, row: usize, column: usize) -> bool {
        let filled = self.row_id(row);
        let filled = filled.and_then(|id| self.filled.cells.get(&id));
        GridColumn::is_settled(&self.columns, filled, column)
    }

    /// Puts an offer in a cell; a number that no offer has empties it.
    pub(super) fn choose(&mut self, row: usize, column: usize, choice: usize) {
        let (Some(id), Some(column)) = (self.row_id(row), self.columns.get(column)) else {
            return;
        };
        let cells: &mut BTreeMap<ItemId, ItemId> = self.filled.cells.entry(id.clone()).or_default();
        match column.offers.get(choice) {
            Some(offer) => cells.insert(column.id.clone(), offer.id.clone()),
            None => cells.remove(&column.id),
        };
        if cells.is_empty() {
            self.filled.cells.remove(&id);
        }
    }

    /// Adds an own row.
    pub(super) fn add(&mut self, text: String) {
        let key = self.next;
        self.next += 1;
        self.filled.own.push(Own { key, text });
    }

    /// Names an own row; without a name the row goes, and its cells with it.
    pub(super) fn rename(&mut self, own: usize, text: String) {
        if own >= self.filled.own.len() {
            return;
        }
        if text.is_empty() {
            let gone = self.filled.own.remove(own);
            self.filled.cells.remove(&Cells::own_row(&gone));
        } else if let Some(entry) = self.filled.own.get_mut(own) {
            entry.text = text;
        }
    }
}
