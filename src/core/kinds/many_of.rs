//! `many_of`: several things, with own entries where the author allows them.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::core::ask::Ask;
use crate::core::ids::QuestionId;
use crate::core::kinds::kind::{Domain, Kind, Packed, Row, unpack};
use crate::core::list::Item;
use crate::core::offers::{Offers, Shelf};
use crate::core::scene::Scene;
use crate::core::source::{Diagnostics, Fields, Place};

pub(super) const ROW: Row = Row {
    name: "many_of",
    read,
    unpack: unpack::<ManyOf>,
};

#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct ManyOf {
    offers: Offers,
    own: bool,
    at_most: Option<usize>,
}

fn read(fields: &mut Fields<'_>, shelf: &Shelf, found: &mut Diagnostics) -> Box<dyn Kind> {
    Box::new(ManyOf {
        offers: Offers::read(fields, shelf, found),
        own: fields.flag("own", found),
        at_most: fields
            .number("at_most", 1..=100, found)
            .and_then(|number| usize::try_from(number).ok()),
    })
}

impl Kind for ManyOf {
    fn pack(&self) -> Packed {
        ROW.pack(self)
    }
    fn ask(&self, scene: &dyn Scene) -> Ask {
        Ask::PickMany {
            offers: self.offers.now(scene),
            own: self.own,
            at_most: self.at_most,
        }
    }
    fn domain(&self) -> Domain {
        Domain::of(&self.offers, true)
    }
    fn looks_at(&self) -> Vec<(QuestionId, Place)> {
        self.offers.looks_at().into_iter().cloned().collect()
    }
    fn looks_before(&self) -> Vec<(QuestionId, Place)> {
        self.offers.looks_before().into_iter().cloned().collect()
    }
    fn items(&self) -> Vec<Arc<Item>> {
        self.offers.items()
    }
}
