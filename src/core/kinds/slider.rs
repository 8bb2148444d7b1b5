//! `slider`: a place between two poles of which neither is better.

use serde::{Deserialize, Serialize};

use crate::core::ask::Ask;
use crate::core::kept::Text;
use crate::core::kinds::kind::{Domain, Kind, Packed, Row, unpack};
use crate::core::offers::Shelf;
use crate::core::scene::Scene;
use crate::core::source::{Diagnostics, Fields};

pub(super) const ROW: Row = Row {
    name: "slider",
    read,
    unpack: unpack::<Slider>,
};

/// Steps from the middle to a pole.
const STEPS: i64 = 3;

#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Slider {
    left: Text,
    right: Text,
}

fn read(fields: &mut Fields<'_>, _shelf: &Shelf, found: &mut Diagnostics) -> Box<dyn Kind> {
    Box::new(Slider {
        left: fields.needed_text("left", found).into(),
        right: fields.needed_text("right", found).into(),
    })
}

impl Kind for Slider {
    fn pack(&self) -> Packed {
        ROW.pack(self)
    }
    fn ask(&self, _scene: &dyn Scene) -> Ask {
        Ask::Scale {
            lowest: -STEPS,
            highest: STEPS,
            low: self.left.clone(),
            high: self.right.clone(),
            poles: true,
        }
    }
    fn domain(&self) -> Domain {
        Domain::Number(-STEPS, STEPS)
    }
}
