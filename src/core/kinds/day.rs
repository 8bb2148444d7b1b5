//! `day`: a day of the calendar.

use serde::{Deserialize, Serialize};

use crate::core::ask::Ask;
use crate::core::ids::FieldId;
use crate::core::kinds::kind::{Domain, Kind, Packed, Row, Thing, unpack};
use crate::core::offers::Shelf;
use crate::core::scene::Scene;
use crate::core::source::{Diagnostics, Fields};

pub(super) const ROW: Row = Row {
    name: "day",
    read,
    unpack: unpack::<OneDay>,
};

#[derive(Debug, Serialize, Deserialize)]
struct OneDay;

fn read(_fields: &mut Fields<'_>, _shelf: &Shelf, _found: &mut Diagnostics) -> Box<dyn Kind> {
    Box::new(OneDay)
}

impl Kind for OneDay {
    fn pack(&self) -> Packed {
        ROW.pack(self)
    }
    fn ask(&self, _scene: &dyn Scene) -> Ask {
        Ask::Day
    }
    fn domain(&self) -> Domain {
        Domain::Open
    }
    fn gives(&self, thing: Thing, _field: Option<&FieldId>) -> bool {
        thing == Thing::Day
    }
}
