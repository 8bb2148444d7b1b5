//! What stands on one line of a paper, in words; and every text of it, so that the check sees all and can leave out any.

use crate::core::answer::Day;
use crate::core::spoken::weights::{Weighed, WeightColumn, WeightSide};

/// What stands on a line, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SpokenContent {
    /// A sentence.
    Text(String),
    /// An agreement: who, what, when, how we notice; an empty part stayed open.
    Row([String; 4]),
    /// A row of a table: the headings of its columns, then its cells; the first cell is the heading of the row.
    Cells(Vec<String>, Vec<String>),
    /// What weighs.
    Weights(Vec<WeightColumn>),
    /// A name and what belongs to it.
    Pair(String, Vec<String>),
    /// Something on a day: the day, the day in words, what.
    Day(Day, String, String),
    /// A line to sign on, with its label.
    Signature(String),
}

impl SpokenContent {
    /// Returns every text on the line.
    pub fn texts(&self) -> Vec<&str> {
        match self {
            Self::Text(text) | Self::Signature(text) => vec![text],
            Self::Day(_, day, text) => vec![day, text],
            Self::Row(cells) => cells.iter().map(String::as_str).collect(),
            Self::Cells(head, cells) => head.iter().chain(cells).map(String::as_str).collect(),
            Self::Pair(label, said) => std::iter::once(label.as_str())
                .chain(said.iter().map(String::as_str))
                .collect(),
            Self::Weights(columns) => columns.iter().flat_map(column_texts).collect(),
        }
    }

    /// Puts other texts in the places of [`SpokenContent::texts`]; one that is nothing is left out, and takes the line with it
    /// where the line says nothing without it.
    pub fn with_texts(&self, mut next: impl FnMut() -> Option<String>) -> Option<Self> {
        Some(match self {
            Self::Text(_) => Self::Text(next()?),
            Self::Signature(_) => Self::Signature(next()?),
            Self::Day(day, _, _) => {
                let said = next();
                Self::Day(*day, said?, next()?)
            }
            Self::Row(cells) => {
                let cells = cells.clone().map(|_| next().unwrap_or_default());
                (!cells.iter().all(String::is_empty)).then_some(Self::Row(cells))?
            }
            Self::Cells(head, cells) => {
                let mut open = |_: &String| next().unwrap_or_default();
                let head = head.iter().map(&mut open).collect();
                let cells: Vec<String> = cells.iter().map(&mut open).collect();
                // A row is about its heading.
                cells.first().filter(|heading| !heading.is_empty())?;
                Self::Cells(head, cells)
            }
            Self::Pair(_, said) => {
                let label = next();
                let said: Vec<String> = said.iter().filter_map(|_| next()).collect();
                if said.is_empty() {
                    return None;
                }
                Self::Pair(label?, said)
            }
            Self::Weights(columns) => Self::Weights(
                columns
                    .iter()
                    .map(|column| column_with(column, &mut next))
                    .collect(),
            ),
        })
    }
}

fn column_texts(column: &WeightColumn) -> Vec<&str> {
    let items = column.sides.iter().flat_map(|side| &side.items);
    std::iter::once(&column.label)
        .chain(items.map(|item| &item.text))
        .map(String::as_str)
        .collect()
}

/// A consideration that is left out vanishes; the columns stay, so that both options keep their place.
fn column_with(column: &WeightColumn, next: &mut dyn FnMut() -> Option<String>) -> WeightColumn {
    let label = next().unwrap_or_default();
    let sides = column.sides.clone().map(|side| WeightSide {
        items: side
            .items
            .into_iter()
            .filter_map(|item| next().map(|text| Weighed { text, ..item }))
            .collect(),
        ..side
    });
    WeightColumn { label, sides }
}
