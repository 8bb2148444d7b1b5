//! Cells of a plan that need no choice any more: nobody asks when nothing is told.

use std::collections::BTreeMap;

use crate::core::ask::shape::GridColumn;
use crate::core::ids::ItemId;

impl GridColumn {
    /// Says whether a cell stays empty for good: it is empty, and in a column before it a choice was made in the same row that
    /// excludes all others, such as “never”. `filled` is what stands in the row.
    pub fn is_settled(
        columns: &[Self],
        filled: Option<&BTreeMap<ItemId, ItemId>>,
        column: usize,
    ) -> bool {
        let (Some(filled), Some(here)) = (filled, columns.get(column)) else {
            return false;
        };
        let excludes = |before: &Self| {
            let chosen = filled.get(&before.id);
            let mut offers = before.offers.iter();
            offers.any(|offer| offer.alone && Some(&offer.id) == chosen)
        };
        !filled.contains_key(&here.id) && columns.iter().take(column).any(excludes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::ask::Offer;
    use crate::core::phrase::Phrase;

    fn columns() -> Vec<GridColumn> {
        let offer = |id: &str, alone| Offer {
            alone,
            ..Offer::plain(ItemId::new(id), Phrase::text(id))
        };
        let column = |id: &str, alone: &str| GridColumn {
            id: ItemId::new(id),
            label: id.into(),
            offers: vec![offer(alone, true), offer("some", false)],
        };
        vec![
            column("what", "nothing"),
            column("when", "never"),
            column("who", "nobody"),
        ]
    }

    #[test]
    fn a_choice_that_excludes_settles_what_is_empty_behind_it() {
        for (row, settled) in [
            (&[][..], [false, false, false]),
            (&[("what", "some")], [false, false, false]),
            (&[("what", "nothing")], [false, true, true]),
            (&[("when", "never")], [false, false, true]),
            (
                &[("what", "nothing"), ("who", "some")],
                [false, true, false],
            ),
            (&[("who", "nobody")], [false, false, false]),
        ] {
            let filled: BTreeMap<ItemId, ItemId> = row
                .iter()
                .map(|(column, choice)| (ItemId::new(column), ItemId::new(choice)))
                .collect();
            for (column, expected) in settled.into_iter().enumerate() {
                let is = GridColumn::is_settled(&columns(), Some(&filled), column);
                assert_eq!(is, expected, "{row:?} {column}");
            }
        }
        assert!(!GridColumn::is_settled(&columns(), None, 1));
        assert!(!GridColumn::is_settled(
            &columns(),
            Some(&BTreeMap::new()),
            9
        ));
    }
}
