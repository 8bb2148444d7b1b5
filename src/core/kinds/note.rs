//! `note`: something to read, without facts.

use serde::{Deserialize, Serialize};

use crate::core::ask::Ask;
use crate::core::kept::Text;
use crate::core::kinds::kind::{Domain, Kind, Packed, Row, unpack};
use crate::core::offers::Shelf;
use crate::core::scene::Scene;
use crate::core::source::{Diagnostics, Fields};

pub(super) const ROW: Row = Row {
    name: "note",
    read,
    unpack: unpack::<Note>,
};

#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Note {
    body: Text,
}

fn read(fields: &mut Fields<'_>, _shelf: &Shelf, found: &mut Diagnostics) -> Box<dyn Kind> {
    Box::new(Note {
        body: fields.needed_text("body", found).into(),
    })
}

impl Kind for Note {
    fn pack(&self) -> Packed {
        ROW.pack(self)
    }
    fn ask(&self, _scene: &dyn Scene) -> Ask {
        Ask::Read {
            body: self.body.clone(),
            facts: Vec::new(),
        }
    }
    fn domain(&self) -> Domain {
        Domain::Nothing
    }
}
