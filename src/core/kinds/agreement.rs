//! `agreement`: who does what, when, and how we notice that it works; repeated for each wish.

use serde::{Deserialize, Serialize};

use crate::core::ask::{Ask, Field};
use crate::core::ids::FieldId;
use crate::core::kinds::kind::{Domain, Kind, Packed, Row, unpack};
use crate::core::offers::Shelf;
use crate::core::phrase::Part;
use crate::core::scene::Scene;
use crate::core::source::{Diagnostics, Fields};

pub(super) const ROW: Row = Row {
    name: "agreement",
    read,
    unpack: unpack::<Agreement>,
};

#[derive(Debug, Serialize, Deserialize)]
struct Agreement;

fn read(_fields: &mut Fields<'_>, _shelf: &Shelf, _found: &mut Diagnostics) -> Box<dyn Kind> {
    Box::new(Agreement)
}

impl Kind for Agreement {
    fn pack(&self) -> Packed {
        ROW.pack(self)
    }
    /// The fields start empty: nothing stands on paper that the person did not type or copy.
    fn ask(&self, scene: &dyn Scene) -> Ask {
        let item = scene.each().and_then(|offer| offer.item.as_ref());
        let texts = item.and_then(|item| item.agreement.as_ref()?.get());
        let texts = texts.unwrap_or_default();
        Ask::Form {
            fields: Part::ALL
                .iter()
                .map(|part| Field::of_part(*part, texts.get(part)))
                .collect(),
        }
    }
    fn domain(&self) -> Domain {
        Domain::Form(
            Part::ALL
                .iter()
                .map(|part| (FieldId::built(part.name()), None))
                .collect(),
        )
    }
    fn needs_each(&self) -> bool {
        true
    }
}
