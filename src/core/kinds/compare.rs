//! `compare`: options side by side, by the same aspects; one may be picked.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::core::ask::{Ask, CompareColumn, Offer};
use crate::core::ids::ItemId;
use crate::core::kept::Text;
use crate::core::kinds::kind::{Domain, Kind, Packed, Row, unpack};
use crate::core::offers::Shelf;
use crate::core::phrase::Phrase;
use crate::core::scene::Scene;
use crate::core::source::{Code, Diagnostics, Fields, Node, Shape, check_keys, wrong};

pub(super) const ROW: Row = Row {
    name: "compare",
    read,
    unpack: unpack::<Compare>,
};

#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Compare {
    columns: Vec<CompareColumn>,
    aspects: Vec<Text>,
}

fn read(fields: &mut Fields<'_>, _shelf: &Shelf, found: &mut Diagnostics) -> Box<dyn Kind> {
    let mut aspects: Vec<(String, Text)> = Vec::new();
    let aspect_nodes = fields.needed_list("aspects", found);
    for node in aspect_nodes {
        let mut inner = Fields::of(node, found);
        aspects.push((inner.id(found), inner.needed_text("label", found).into()));
        inner.done(found);
    }
    let mut columns: Vec<CompareColumn> = Vec::new();
    let option_nodes = fields.needed_list("options", found);
    for node in option_nodes {
        let mut inner = Fields::of(node, found);
        let id = ItemId::new(&inner.id(found));
        let offer = Offer::plain(id, Phrase::Text(inner.needed_text("label", found).into()));
        let texts = inner
            .needed("cells", found)
            .map(|node| cells(node, &aspects, found))
            .unwrap_or_default();
        inner.done(found);
        let texts = aspects
            .iter()
            .map(|(aspect, _)| texts.get(aspect).cloned().unwrap_or_else(|| "".into()))
            .collect();
        columns.push(CompareColumn {
            offer,
            cells: texts,
        });
    }
    let ids = aspects.iter().map(|(id, _)| id.as_str());
    found.unique(ids.zip(aspect_nodes.iter().map(|node| &node.place)));
    let ids = columns.iter().map(|column| column.offer.id.as_str());
    found.unique(ids.zip(option_nodes.iter().map(|node| &node.place)));
    Box::new(Compare {
        columns,
        aspects: aspects.into_iter().map(|(_, label)| label).collect(),
    })
}

fn cells(
    node: &Node,
    aspects: &[(String, Text)],
    found: &mut Diagnostics,
) -> BTreeMap<String, Text> {
    // The aspects are the author's own, so their names are not known when the program is built.
    if node.shape() == Shape::Map {
        check_keys(node, found);
    } else {
        wrong(found, node, Shape::Map);
    }
    let mut texts = BTreeMap::new();
    for (key, value) in node.pairs() {
        let Some(name) = key.text() else { continue };
        if !aspects.iter().any(|(id, _)| *id == name) {
            found.unknown(
                Code::UnknownSetting,
                &key.place,
                &name,
                aspects.iter().map(|(id, _)| id.as_str()),
            );
        }
        match value.text() {
            Some(text) => {
                texts.insert(name, text.into());
            }
            None => wrong(found, value, Shape::Text),
        }
    }
    for (aspect, _) in aspects {
        if !texts.contains_key(aspect) && node.shape() == Shape::Map {
            found.add_with(
                Code::MissingSetting,
                &node.place,
                vec![("name", aspect.clone())],
            );
        }
    }
    texts
}

impl Kind for Compare {
    fn pack(&self) -> Packed {
        ROW.pack(self)
    }
    fn ask(&self, _scene: &dyn Scene) -> Ask {
        Ask::Compare {
            columns: self.columns.clone(),
            aspects: self.aspects.clone(),
        }
    }
    fn domain(&self) -> Domain {
        Domain::One(
            self.columns
                .iter()
                .map(|column| column.offer.id.clone())
                .collect(),
        )
    }
}
