//! Considerations with their weights, option by option, and the rows in which they stand.

use std::collections::BTreeMap;

use crate::core::answer::{Answer, Own, OwnWeight, Pole, Weights};
use crate::core::ask::{Offer, WeighItem};
use crate::core::ids::ItemId;
use crate::core::words::{Words, fill};
use crate::tui::inputs::Heard;
use crate::tui::inputs::focus::Focus;
use crate::tui::press::Press;

/// The heaviest weight.
pub(super) const HEAVIEST: u8 = 3;

/// What stands on a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    /// A consideration of the list.
    Item(usize),
    /// One of the person's own.
    Own(usize),
    /// Adds one of the person's own.
    Add(Pole),
    /// Shows the rest, on both sides of every option.
    More(usize),
}

/// An option on its own page.
#[derive(Debug, Clone)]
struct Side {
    option: Offer,
    focus: Focus,
    seen: bool,
}

/// Considerations and their weights.
#[derive(Debug)]
pub(super) struct Weighing {
    sides: Vec<Side>,
    at: usize,
    items: Vec<WeighItem>,
    own: bool,
    first: usize,
    /// The rest is shown as well.
    all: bool,
    given: BTreeMap<ItemId, u8>,
    owns: Vec<OwnWeight>,
    /// The key of the next own entry; a key is never given twice.
    next: u32,
}

impl Weighing {
    /// Opens the considerations, with the weights of before.
    pub(super) fn open(
        columns: &[Offer],
        items: &[WeighItem],
        own: bool,
        first: usize,
        answer: Option<&Answer>,
    ) -> Self {
        let mut weights = match answer {
            Some(Answer::Weights(weights)) => weights.clone(),
            Some(_) | None => Weights::default(),
        };
        weights
            .own
            .retain(|entry| columns.iter().any(|column| column.id == entry.column));
        let mut sides: Vec<Side> = columns
            .iter()
            .map(|option| Side {
                option: option.clone(),
                focus: Focus::default(),
                seen: false,
            })
            .collect();
        if let Some(side) = sides.first_mut() {
            side.seen = true;
        }
        let next = weights.own.iter().map(|entry| entry.own.key).max();
        let mut weighing = Self {
            sides,
            at: 0,
            items: items.to_vec(),
            own,
            first,
            all: false,
            given: weights.given,
            owns: weights.own,
            next: next.unwrap_or(0) + 1,
        };
        weighing.all = weighing.weighed_out_of_sight();
        weighing
    }

    /// Says whether an earlier weight would stand in a row that is not shown at first.
    fn weighed_out_of_sight(&self) -> bool {
        let shown: Vec<Spot> = (0..self.sides.len())
            .flat_map(|side| self.spots_of(side))
            .collect();
        self.items.iter().enumerate().any(|(number, item)| {
            self.given.contains_key(&item.id) && !shown.contains(&Spot::Item(number))
        })
    }

    /// The rows of an option, from top to bottom.
    fn spots_of(&self, side: usize) -> Vec<Spot> {
        let Some(option) = self.sides.get(side).map(|side| &side.option.id) else {
            return Vec::new();
        };
        let mut spots = Vec::new();
        let mut hidden = 0;
        for pole in [Pole::For, Pole::Against] {
            let items: Vec<Spot> = self
                .items
                .iter()
                .enumerate()
                .filter(|(_, item)| item.column == *option && item.pole == pole)
                .map(|(number, _)| Spot::Item(number))
                .collect();
            let shown = if self.all { items.len() } else { self.first };
            hidden += items.len().saturating_sub(shown);
            spots.extend(items.into_iter().take(shown));
            let owns = self.owns.iter().enumerate();
            spots.extend(
                owns.filter(|(_, entry)| entry.column == *option && entry.pole == pole)
                    .map(|(number, _)| Spot::Own(number)),
            );
            if self.own {
                spots.push(Spot::Add(pole));
            }
        }
        if hidden > 0 {
            spots.push(Spot::More(hidden));
        }
        spots
    }

    /// The rows of the option that is shown.
    pub(super) fn spots(&self) -> Vec<Spot> {
        self.spots_of(self.at)
    }

    /// The row that has the cursor.
    pub(super) fn row(&self) -> usize {
        self.sides.get(self.at).map_or(0, |side| side.focus.at())
    }

    /// What stands on the row that has the cursor.
    pub(super) fn spot(&self) -> Option<Spot> {
        self.spots().get(self.row()).copied()
    }

    fn put(&mut self, row: usize) {
        if let Some(side) = self.sides.get_mut(self.at) {
            side.focus = Focus::on_row(row);
        }
    }

    /// Takes a press that moves among the rows.
    pub(super) fn move_by(&mut self, press: &Press) -> Option<Heard> {
        let count = self.spots().len();
        self.sides.get_mut(self.at)?.focus.on(press, count)
    }

    /// The side of the option on which a row stands.
    pub(super) fn pole_of(&self, spot: Spot) -> Option<Pole> {
        match spot {
            Spot::Item(number) => self.items.get(number).map(|item| item.pole),
            Spot::Own(number) => self.owns.get(number).map(|entry| entry.pole),
            Spot::Add(pole) => Some(pole),
            Spot::More(_) => None,
        }
    }

    /// The weight of a row.
    pub(super) fn weight(&self, spot: Spot) -> Option<u8> {
        match spot {
            Spot::Item(number) => {
                let id = &self.items.get(number)?.id;
                Some(self.given.get(id).copied().unwrap_or_default())
            }
            Spot::Own(number) => self.owns.get(number).map(|entry| entry.weight),
            Spot::Add(_) | Spot::More(_) => None,
        }
    }

    /// Gives the focused row the weight that `of` makes of its own.
    pub(super) fn reweigh(&mut self, of: impl Fn(u8) -> u8) -> Heard {
        let Some((spot, weight)) = self
            .spot()
            .and_then(|spot| Some((spot, self.weight(spot)?)))
        else {
            return Heard::Ignored;
        };
        let weight = of(weight).min(HEAVIEST);
        match spot {
            Spot::Item(number) => {
                if let Some(item) = self.items.get(number) {
                    self.given.insert(item.id.clone(), weight);
                }
            }
            Spot::Own(number) => {
                if let Some(entry) = self.owns.get_mut(number) {
                    entry.weight = weight;
                }
            }
            Spot::Add(_) | Spot::More(_) => {}
        }
        Heard::Handled
    }

    /// Goes to an option; behind the last one comes the first.
    pub(super) fn to(&mut self, side: usize) -> Heard {
        let Some(side) = side.checked_rem(self.sides.len()) else {
            return Heard::Ignored;
        };
        self.at = side;
        if let Some(side) = self.sides.get_mut(side) {
            side.seen = true;
        }
        Heard::Handled
    }

    /// Shows the rest; the cursor goes to the first consideration that was out of sight.
    pub(super) fn show_all(&mut self) -> Heard {
        let before = self.spots();
        self.all = true;
        for side in &mut self.sides {
            side.focus = Focus::default();
        }
        let new = self.spots().iter().position(|spot| !before.contains(spot));
        self.put(new.unwrap_or_default());
        Heard::Handled
    }

    /// The text of a row.
    pub(super) fn label(&self, words: &Words, spot: Spot) -> String {
        let said = match spot {
            Spot::Item(number) => self.items.get(number).map(|item| words.say(&item.label)),
            Spot::Own(number) => self.owns.get(number).map(|entry| entry.own.text.clone()),
            Spot::Add(_) => Some(words.asking.own.clone()),
            Spot::More(count) => Some(fill(&words.asking.more, &[("count", &count.to_string())])),
        };
        said.unwrap_or_default()
    }

    /// The words of an own consideration.
    pub(super) fn own_text(&self, number: usize) -> Option<&str> {
        self.owns.get(number).map(|entry| entry.own.text.as_str())
    }

    /// The option that is shown: its name, its place, and how many there are.
    pub(super) fn side(&self, words: &Words) -> Option<(String, usize, usize)> {
        let option = &self.sides.get(self.at)?.option;
        Some((words.say(&option.label), self.at + 1, self.sides.len()))
    }

    /// An option that was not in sight, if any.
    pub(super) fn unseen(&self) -> Option<usize> {
        self.sides.iter().position(|side| !side.seen)
    }

    /// The option after the one that is shown, or before it; the first comes after the last.
    pub(super) fn step(&mut self, press: &Press) -> Heard {
        let by = if *press == Press::Previous {
            self.sides.len().saturating_sub(1)
        } else {
            1
        };
        self.to(self.at + by)
    }

    /// What was weighed.
    pub(super) fn weights(&self) -> Weights {
        Weights {
            given: self.given.clone(),
            own: self.owns.clone(),
        }
    }

    /// Takes what was typed on the focused row. Without text no entry stays.
    pub(super) fn write(&mut self, text: String) {
        match self.spot() {
            Some(Spot::Own(number)) if text.is_empty() => {
                self.owns.remove(number);
            }
            Some(Spot::Own(number)) => {
                if let Some(entry) = self.owns.get_mut(number) {
                    entry.own.text = text;
                }
            }
            Some(Spot::Add(pole)) if !text.is_empty() => {
                let Some(side) = self.sides.get(self.at) else {
                    return;
                };
                // The new entry takes the place of the row that adds, so that the cursor is on it.
                self.owns.push(OwnWeight {
                    own: Own {
                        key: self.next,
                        text,
                    },
                    column: side.option.id.clone(),
                    pole,
                    weight: 0,
                });
                self.next += 1;
            }
            Some(Spot::Add(_) | Spot::Item(_) | Spot::More(_)) | None => {}
        }
    }
}
