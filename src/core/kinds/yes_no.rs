//! `yes_no`: yes or no.

use serde::{Deserialize, Serialize};

use crate::core::ask::{Ask, Offer};
use crate::core::ids::ItemId;
use crate::core::kinds::kind::{Domain, Kind, Packed, Row, unpack};
use crate::core::offers::Shelf;
use crate::core::phrase::Phrase;
use crate::core::scene::Scene;
use crate::core::source::{Diagnostics, Fields};

pub(super) const ROW: Row = Row {
    name: "yes_no",
    read,
    unpack: unpack::<YesNo>,
};

#[derive(Debug, Serialize, Deserialize)]
struct YesNo;

fn read(_fields: &mut Fields<'_>, _shelf: &Shelf, _found: &mut Diagnostics) -> Box<dyn Kind> {
    Box::new(YesNo)
}

impl Kind for YesNo {
    fn pack(&self) -> Packed {
        ROW.pack(self)
    }
    fn ask(&self, _scene: &dyn Scene) -> Ask {
        Ask::Pick {
            offers: vec![
                Offer::plain(ItemId::built("yes"), Phrase::Yes),
                Offer::plain(ItemId::built("no"), Phrase::No),
            ],
        }
    }
    fn domain(&self) -> Domain {
        Domain::One(vec![ItemId::built("yes"), ItemId::built("no")])
    }
}
