//! `one_of`: one thing out of several.

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
    name: "one_of",
    read,
    unpack: unpack::<OneOf>,
};

/// One thing out of several. The question about the route is one as well.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct OneOf {
    offers: Offers,
}

impl OneOf {
    /// Asks for one of these.
    pub fn of(offers: Offers) -> Self {
        Self { offers }
    }
}

fn read(fields: &mut Fields<'_>, shelf: &Shelf, found: &mut Diagnostics) -> Box<dyn Kind> {
    Box::new(OneOf {
        offers: Offers::read(fields, shelf, found),
    })
}

impl Kind for OneOf {
    fn pack(&self) -> Packed {
        ROW.pack(self)
    }
    fn ask(&self, scene: &dyn Scene) -> Ask {
        Ask::Pick {
            offers: self.offers.now(scene),
        }
    }
    fn domain(&self) -> Domain {
        Domain::of(&self.offers, false)
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
