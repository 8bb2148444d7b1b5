//! `true_false`: a statement that is true or not; what is the case is told after the answer.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::core::answer::Answer;
use crate::core::ask::{Ask, Offer};
use crate::core::fact::Fact;
use crate::core::ids::ItemId;
use crate::core::kept::Text;
use crate::core::kinds::kind::{Domain, Kind, Packed, Row, unpack};
use crate::core::offers::{Shelf, facts};
use crate::core::phrase::Phrase;
use crate::core::scene::Scene;
use crate::core::source::{Diagnostics, Fields};

pub(super) const ROW: Row = Row {
    name: "true_false",
    read,
    unpack: unpack::<TrueFalse>,
};

/// Whether the statement is true stands in the author's `because`; the setting itself is for the tests of the content.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct TrueFalse {
    because: Text,
    facts: Vec<Arc<Fact>>,
}

fn read(fields: &mut Fields<'_>, shelf: &Shelf, found: &mut Diagnostics) -> Box<dyn Kind> {
    fields.needed("truth", found);
    let _ = fields.flag("truth", found);
    let because: Text = fields.needed_text("because", found).into();
    let facts = facts(fields, shelf, found);
    let sources: Vec<String> = facts
        .iter()
        .map(|fact| format!("{} {}", fact.text, fact.source))
        .collect();
    let because = if sources.is_empty() {
        because
    } else {
        format!("{because}\n\n{}", sources.join("\n")).into()
    };
    Box::new(TrueFalse { because, facts })
}

impl Kind for TrueFalse {
    fn pack(&self) -> Packed {
        ROW.pack(self)
    }
    fn ask(&self, _scene: &dyn Scene) -> Ask {
        Ask::Pick {
            offers: vec![
                Offer::plain(ItemId::built("true"), Phrase::True),
                Offer::plain(ItemId::built("false"), Phrase::False),
            ],
        }
    }
    fn domain(&self) -> Domain {
        Domain::One(vec![ItemId::built("true"), ItemId::built("false")])
    }
    fn facts(&self) -> Vec<Arc<Fact>> {
        self.facts.clone()
    }
    fn afterwards(&self, answer: &Answer) -> Option<Text> {
        matches!(answer, Answer::One(_)).then(|| self.because.clone())
    }
}
