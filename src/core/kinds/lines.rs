//! `lines`: several lines of the person's own words.

use serde::{Deserialize, Serialize};

use crate::core::ask::Ask;
use crate::core::kept::Text;
use crate::core::kinds::kind::{Domain, Kind, Packed, Row, unpack};
use crate::core::offers::Shelf;
use crate::core::scene::Scene;
use crate::core::source::{Diagnostics, Fields};

pub(super) const ROW: Row = Row {
    name: "lines",
    read,
    unpack: unpack::<Lines>,
};

/// Characters at most, where the author sets no limit.
const AT_MOST: usize = 2000;

#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Lines {
    example: Option<Text>,
    at_most: usize,
}

fn read(fields: &mut Fields<'_>, _shelf: &Shelf, found: &mut Diagnostics) -> Box<dyn Kind> {
    Box::new(Lines {
        example: fields.text("example", found).map(Text::from),
        at_most: fields
            .number("at_most", 1..=10_000, found)
            .and_then(|number| usize::try_from(number).ok())
            .unwrap_or(AT_MOST),
    })
}

impl Kind for Lines {
    fn pack(&self) -> Packed {
        ROW.pack(self)
    }
    fn ask(&self, _scene: &dyn Scene) -> Ask {
        Ask::Lines {
            example: self.example.clone(),
            at_most: self.at_most,
        }
    }
    fn domain(&self) -> Domain {
        Domain::Open
    }
}
