//! `weigh`: considerations for and against each option, each with a weight of the person's own.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::core::ask::{Ask, Offer, WeighItem};
use crate::core::ids::{FieldId, ItemId};
use crate::core::kept::Text;
use crate::core::kinds::kind::{Domain, Kind, Packed, Row, Thing, unpack};
use crate::core::list::{Item, read_items};
use crate::core::offers::{Offers, Shelf, offer};
use crate::core::phrase::Phrase;
use crate::core::scene::Scene;
use crate::core::source::{Code, Diagnostics, Fields};

pub(super) const ROW: Row = Row {
    name: "weigh",
    read,
    unpack: unpack::<Weigh>,
};

#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Weigh {
    columns: Vec<Arc<Item>>,
    offers: Offers,
    own: bool,
    first: usize,
}

fn read(fields: &mut Fields<'_>, shelf: &Shelf, found: &mut Diagnostics) -> Box<dyn Kind> {
    let columns = read_items(fields.needed_list("columns", found), found);
    let offers = match fields.needed("from", found) {
        Some(node) => Offers::read_from(node, shelf, found),
        None => Offers::Here(Vec::new()),
    };
    let mut told: Vec<ItemId> = Vec::new();
    for item in offers.items() {
        match &item.consideration {
            None => found.add_with(
                Code::MissingSetting,
                &item.place,
                vec![("name", "column".to_owned())],
            ),
            Some(consideration)
                if !columns
                    .iter()
                    .any(|column| column.id == consideration.column)
                    && !told.contains(&consideration.column) =>
            {
                told.push(consideration.column.clone());
                found.unknown(
                    Code::UnknownWord,
                    &item.place,
                    consideration.column.as_str(),
                    columns.iter().map(|column| column.id.as_str()),
                );
            }
            Some(_) => {}
        }
    }
    Box::new(Weigh {
        columns,
        offers,
        own: fields.flag("own", found),
        first: fields
            .number("first", 1..=40, found)
            .and_then(|number| usize::try_from(number).ok())
            .unwrap_or(6),
    })
}

impl Kind for Weigh {
    fn pack(&self) -> Packed {
        ROW.pack(self)
    }
    /// A pair is shown when one of the two applies: so both sides stay equal, and nothing that applies is dropped.
    fn ask(&self, scene: &dyn Scene) -> Ask {
        let all = self.offers.items();
        let pair_of = |item: &Item| item.consideration.as_ref().map(|one| one.pair.clone());
        let shown: BTreeSet<Text> = all
            .iter()
            .filter(|item| item.when.holds(scene.sight()))
            .filter_map(|item| pair_of(item))
            .collect();
        let items = all
            .iter()
            .filter_map(|item| {
                let one = item
                    .consideration
                    .as_ref()
                    .filter(|one| shown.contains(&one.pair))?;
                Some(WeighItem {
                    id: item.id.clone(),
                    label: Phrase::Text(item.label.clone()),
                    column: one.column.clone(),
                    pole: one.pole,
                })
            })
            .collect();
        let columns: Vec<Offer> = self
            .columns
            .iter()
            .map(|column| offer(column, None))
            .collect();
        Ask::Weigh {
            columns,
            items,
            own: self.own,
            first: self.first,
        }
    }
    fn domain(&self) -> Domain {
        Domain::Many(
            self.offers
                .items()
                .iter()
                .map(|item| item.id.clone())
                .collect(),
        )
    }
    fn gives(&self, thing: Thing, _field: Option<&FieldId>) -> bool {
        thing == Thing::Weights
    }
    fn items(&self) -> Vec<Arc<Item>> {
        self.offers.items()
    }
}
