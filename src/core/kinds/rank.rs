//! `rank`: the most important things, in order.

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
    name: "rank",
    read,
    unpack: unpack::<Rank>,
};

#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Rank {
    offers: Offers,
    top: usize,
}

fn read(fields: &mut Fields<'_>, shelf: &Shelf, found: &mut Diagnostics) -> Box<dyn Kind> {
    let offers = Offers::read(fields, shelf, found);
    let top = fields.needed_number("top", 1..=20, found);
    Box::new(Rank {
        offers,
        top: top
            .and_then(|number| usize::try_from(number).ok())
            .unwrap_or(3),
    })
}

impl Kind for Rank {
    fn pack(&self) -> Packed {
        ROW.pack(self)
    }
    fn ask(&self, scene: &dyn Scene) -> Ask {
        Ask::Rank {
            offers: self.offers.now(scene),
            top: self.top,
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
