//! `line`: one line of the person's own words.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::core::ask::Ask;
use crate::core::kept::Text;
use crate::core::kinds::kind::{Domain, Kind, Packed, Row, unpack};
use crate::core::list::{Item, read_items};
use crate::core::offers::{Offers, Shelf};
use crate::core::scene::Scene;
use crate::core::source::{Diagnostics, Fields};

pub(super) const ROW: Row = Row {
    name: "line",
    read,
    unpack: unpack::<Line>,
};

/// Characters at most, where the author sets no limit.
const AT_MOST: usize = 200;

#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Line {
    offers: Vec<Arc<Item>>,
    example: Option<Text>,
    at_most: usize,
}

fn read(fields: &mut Fields<'_>, _shelf: &Shelf, found: &mut Diagnostics) -> Box<dyn Kind> {
    Box::new(Line {
        offers: read_items(fields.list("options", found), found),
        example: fields.text("example", found).map(Text::from),
        at_most: fields
            .number("at_most", 1..=10_000, found)
            .and_then(|number| usize::try_from(number).ok())
            .unwrap_or(AT_MOST),
    })
}

impl Kind for Line {
    fn pack(&self) -> Packed {
        ROW.pack(self)
    }
    fn ask(&self, scene: &dyn Scene) -> Ask {
        Ask::Line {
            offers: Offers::Here(self.offers.clone()).now(scene),
            example: self.example.clone(),
            at_most: self.at_most,
        }
    }
    fn domain(&self) -> Domain {
        Domain::Open
    }
    fn items(&self) -> Vec<Arc<Item>> {
        self.offers.clone()
    }
}
