//! `card`: facts to read, each with its source.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::core::ask::Ask;
use crate::core::fact::Fact;
use crate::core::kept::Text;
use crate::core::kinds::kind::{Domain, Kind, Packed, Row, unpack};
use crate::core::offers::{Shelf, facts};
use crate::core::scene::Scene;
use crate::core::source::{Diagnostics, Fields};

pub(super) const ROW: Row = Row {
    name: "card",
    read,
    unpack: unpack::<Card>,
};

#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Card {
    body: Text,
    facts: Vec<Arc<Fact>>,
}

fn read(fields: &mut Fields<'_>, shelf: &Shelf, found: &mut Diagnostics) -> Box<dyn Kind> {
    let body = fields.needed_text("body", found).into();
    fields.needed("facts", found);
    Box::new(Card {
        body,
        facts: facts(fields, shelf, found),
    })
}

impl Kind for Card {
    fn pack(&self) -> Packed {
        ROW.pack(self)
    }
    fn ask(&self, _scene: &dyn Scene) -> Ask {
        Ask::Read {
            body: self.body.clone(),
            facts: self.facts.clone(),
        }
    }
    fn domain(&self) -> Domain {
        Domain::Nothing
    }
    fn facts(&self) -> Vec<Arc<Fact>> {
        self.facts.clone()
    }
}
