//! `scale`: a number between two ends.

use serde::{Deserialize, Serialize};

use crate::core::ask::Ask;
use crate::core::kept::Text;
use crate::core::kinds::kind::{Domain, Kind, Packed, Row, unpack};
use crate::core::offers::Shelf;
use crate::core::scene::Scene;
use crate::core::source::{Code, Diagnostics, Fields};

pub(super) const ROW: Row = Row {
    name: "scale",
    read,
    unpack: unpack::<Scale>,
};

#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Scale {
    lowest: i64,
    highest: i64,
    low: Text,
    high: Text,
}

fn read(fields: &mut Fields<'_>, _shelf: &Shelf, found: &mut Diagnostics) -> Box<dyn Kind> {
    let lowest = fields.number("lowest", 0..=100, found).unwrap_or(0);
    let highest = fields.number("highest", 0..=100, found).unwrap_or(10);
    if lowest >= highest {
        let values = vec![
            ("number", highest.to_string()),
            ("low", (lowest + 1).to_string()),
            ("high", "100".to_owned()),
        ];
        found.add_with(Code::OutOfRange, fields.place_of("highest"), values);
    }
    Box::new(Scale {
        lowest,
        highest: highest.max(lowest),
        low: fields.needed_text("low", found).into(),
        high: fields.needed_text("high", found).into(),
    })
}

impl Kind for Scale {
    fn pack(&self) -> Packed {
        ROW.pack(self)
    }
    fn ask(&self, _scene: &dyn Scene) -> Ask {
        Ask::Scale {
            lowest: self.lowest,
            highest: self.highest,
            low: self.low.clone(),
            high: self.high.clone(),
            poles: false,
        }
    }
    fn domain(&self) -> Domain {
        Domain::Number(self.lowest, self.highest)
    }
}
