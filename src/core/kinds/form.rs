//! `form`: a few named fields on one screen.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::core::ask::{Ask, Field, FieldAsk};
use crate::core::ids::FieldId;
use crate::core::kept::Text;
use crate::core::kinds::kind::{Domain, Kind, Packed, Row, Thing, unpack};
use crate::core::list::{Item, read_items};
use crate::core::offers::{Shelf, offer};
use crate::core::phrase::Phrase;
use crate::core::scene::Scene;
use crate::core::source::{Code, Diagnostics, Fields, Node};

pub(super) const ROW: Row = Row {
    name: "form",
    read,
    unpack: unpack::<Form>,
};

#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Form {
    fields: Vec<(Field, Vec<Arc<Item>>)>,
}

fn read(fields: &mut Fields<'_>, _shelf: &Shelf, found: &mut Diagnostics) -> Box<dyn Kind> {
    let nodes = fields.needed_list("fields", found);
    let fields: Vec<_> = nodes.iter().map(|node| field(node, found)).collect();
    let ids = fields.iter().map(|(field, _)| field.id.as_str());
    found.unique(ids.zip(nodes.iter().map(|node| &node.place)));
    Box::new(Form { fields })
}

fn field(node: &Node, found: &mut Diagnostics) -> (Field, Vec<Arc<Item>>) {
    let mut fields = Fields::of(node, found);
    let id = FieldId::new(&fields.id(found));
    let label = Phrase::Text(fields.needed_text("label", found).into());
    let kind = fields.needed_text("kind", found);
    let example = fields.text("example", found).map(Text::from);
    let mut items = Vec::new();
    let ask = match kind.as_str() {
        "line" | "" => FieldAsk::Line,
        "day" => FieldAsk::Day,
        "one_of" => {
            items = read_items(fields.needed_list("options", found), found);
            FieldAsk::Pick(items.iter().map(|item| offer(item, None)).collect())
        }
        other => {
            found.unknown(
                Code::UnknownKind,
                fields.place_of("kind"),
                other,
                ["line", "day", "one_of"],
            );
            FieldAsk::Line
        }
    };
    fields.done(found);
    (
        Field {
            id,
            label,
            ask,
            example,
            copy: None,
            general: None,
        },
        items,
    )
}

impl Kind for Form {
    fn pack(&self) -> Packed {
        ROW.pack(self)
    }
    fn ask(&self, scene: &dyn Scene) -> Ask {
        let now = |(field, items): &(Field, Vec<Arc<Item>>)| {
            let mut field = field.clone();
            if let FieldAsk::Pick(offers) = &mut field.ask {
                *offers = items
                    .iter()
                    .filter(|item| item.when.holds(scene.sight()))
                    .map(|item| offer(item, None))
                    .collect();
            }
            field
        };
        Ask::Form {
            fields: self.fields.iter().map(now).collect(),
        }
    }
    fn domain(&self) -> Domain {
        let ids = |items: &[Arc<Item>], field: &Field| {
            matches!(field.ask, FieldAsk::Pick(_))
                .then(|| items.iter().map(|item| item.id.clone()).collect())
        };
        Domain::Form(
            self.fields
                .iter()
                .map(|(field, items)| (field.id.clone(), ids(items, field)))
                .collect(),
        )
    }
    fn gives(&self, thing: Thing, field: Option<&FieldId>) -> bool {
        thing == Thing::Day
            && self
                .fields
                .iter()
                .any(|(own, _)| Some(&own.id) == field && own.ask == FieldAsk::Day)
    }
    fn items(&self) -> Vec<Arc<Item>> {
        self.fields
            .iter()
            .flat_map(|(_, items)| items.clone())
            .collect()
    }
}
