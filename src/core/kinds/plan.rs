//! `plan`: for each person how open, when, and who tells.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::core::answer::Cells;
use crate::core::ask::{Ask, GridColumn, Offer};
use crate::core::ids::{FieldId, ItemId};
use crate::core::kept::Text;
use crate::core::kinds::kind::{Domain, Kind, Packed, Row, Thing, unpack};
use crate::core::list::{Item, read_items_with_about};
use crate::core::offers::{Shelf, offer};
use crate::core::scene::Scene;
use crate::core::source::{Diagnostics, Fields};

pub(super) const ROW: Row = Row {
    name: "plan",
    read,
    unpack: unpack::<Plan>,
};

#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Plan {
    rows: Vec<Arc<Item>>,
    columns: Vec<Column>,
    own: bool,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Column {
    id: ItemId,
    label: Text,
    items: Vec<Arc<Item>>,
}

fn read(fields: &mut Fields<'_>, _shelf: &Shelf, found: &mut Diagnostics) -> Box<dyn Kind> {
    let rows = read_items_with_about(fields.needed_list("rows", found), found);
    let mut columns: Vec<Column> = Vec::new();
    let nodes = fields.needed_list("columns", found);
    for node in nodes {
        let mut inner = Fields::of(node, found);
        columns.push(Column {
            id: ItemId::new(&inner.id(found)),
            label: inner.needed_text("label", found).into(),
            items: read_items_with_about(inner.needed_list("options", found), found),
        });
        inner.done(found);
    }
    let ids = columns.iter().map(|column| column.id.as_str());
    found.unique(ids.zip(nodes.iter().map(|node| &node.place)));
    Box::new(Plan {
        rows,
        columns,
        own: fields.flag("own", found),
    })
}

impl Kind for Plan {
    fn pack(&self) -> Packed {
        ROW.pack(self)
    }
    fn ask(&self, scene: &dyn Scene) -> Ask {
        let now = |items: &[Arc<Item>]| -> Vec<Offer> {
            items
                .iter()
                .filter(|item| item.when.holds(scene.sight()))
                .map(|item| offer(item, None))
                .collect()
        };
        let column = |column: &Column| GridColumn {
            id: column.id.clone(),
            label: column.label.clone(),
            offers: now(&column.items),
        };
        Ask::Grid {
            rows: now(&self.rows),
            columns: self.columns.iter().map(column).collect(),
            own: self.own,
        }
    }
    /// Somebody who was added is `own`, whoever it is.
    fn domain(&self) -> Domain {
        let ids = |items: &[Arc<Item>]| -> Vec<ItemId> {
            let telling = items.iter().filter(|item| !item.alone);
            telling.map(|item| item.id.clone()).collect()
        };
        let own = self.own.then(Cells::somebody);
        let column = |column: &Column| (FieldId::new(column.id.as_str()), ids(&column.items));
        Domain::Plan {
            rows: ids(&self.rows).into_iter().chain(own).collect(),
            columns: self.columns.iter().map(column).collect(),
        }
    }
    fn gives(&self, thing: Thing, _field: Option<&FieldId>) -> bool {
        thing == Thing::Plan
    }
    fn items(&self) -> Vec<Arc<Item>> {
        let choices = self.columns.iter().flat_map(|column| &column.items);
        self.rows.iter().chain(choices).cloned().collect()
    }
}
