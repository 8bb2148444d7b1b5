//! `note`: something to read, without facts.

use std::sync::Arc;

use crate::core::ask::Ask;
use crate::core::kinds::kind::{Domain, Kind, Row};
use crate::core::offers::Shelf;
use crate::core::scene::Scene;
use crate::core::source::{Diagnostics, Fields};

pub(super) const ROW: Row = Row { name: "note", read };

#[derive(Debug)]
struct Note {
    body: Arc<str>,
}

fn read(fields: &mut Fields<'_>, _shelf: &Shelf, found: &mut Diagnostics) -> Box<dyn Kind> {
    Box::new(Note {
        body: fields.needed_text("body", found).into(),
    })
}

impl Kind for Note {
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
