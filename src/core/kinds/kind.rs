//! What every question kind must tell.

use std::fmt;
use std::sync::Arc;

use serde::Deserialize;
use serde::Serialize;

use crate::core::answer::Answer;
use crate::core::ask::Ask;
use crate::core::fact::Fact;
use crate::core::ids::{FieldId, ItemId, QuestionId};
use crate::core::kept::Text;
use crate::core::offers::{Offers, Shelf};
use crate::core::packed;
use crate::core::scene::Scene;
use crate::core::source::{Diagnostics, Fields, Place};

/// A kind as it is kept: the name of its row, and its settings.
pub type Packed = (&'static str, Vec<u8>);

/// A row of the list of kinds: the name in question files, and the reader of its settings.
#[derive(Clone, Copy)]
pub struct Row {
    /// The name.
    pub name: &'static str,
    /// Reads the settings that belong to this kind; the common ones are read elsewhere.
    pub read: fn(&mut Fields<'_>, &Shelf, &mut Diagnostics) -> Box<dyn Kind>,
    /// Takes out what was kept of a kind.
    pub unpack: fn(&'static [u8]) -> Option<Box<dyn Kind>>,
}

impl Row {
    /// Keeps a kind of this row.
    pub(super) fn pack(&self, kind: &impl Serialize) -> Packed {
        (self.name, packed::keep(kind))
    }
}

/// Takes out what was kept of a kind of this type.
pub(super) fn unpack<T: Kind + Deserialize<'static> + 'static>(
    bytes: &'static [u8],
) -> Option<Box<dyn Kind>> {
    let kind: T = packed::take(bytes)?;
    Some(Box::new(kind))
}

/// Which answers a question can have. Conditions are checked against it.
#[derive(Debug, Clone, PartialEq)]
pub enum Domain {
    /// One of these.
    One(Vec<ItemId>),
    /// Some of these.
    Many(Vec<ItemId>),
    /// Some of what was chosen at these questions; `many` is false when it is one.
    Chosen {
        /// The earlier questions.
        from: Vec<QuestionId>,
        /// Whether several can be chosen.
        many: bool,
    },
    /// A number between two limits.
    Number(i64, i64),
    /// A form: for each field the ids that can be picked, or nothing for typed fields.
    Form(Vec<(FieldId, Option<Vec<ItemId>>)>),
    /// The people of a plan, and for each column what can be chosen for a person to whom something is told.
    Plan {
        /// The rows.
        rows: Vec<ItemId>,
        /// The columns.
        columns: Vec<(FieldId, Vec<ItemId>)>,
    },
    /// Text or a day: only whether there is an answer can be asked.
    Open,
    /// Nothing to answer.
    Nothing,
}

impl Domain {
    /// The domain of a choice from these offers: one of them, or some.
    pub(super) fn of(offers: &Offers, many: bool) -> Self {
        let ids = || offers.items().iter().map(|item| item.id.clone()).collect();
        match offers {
            Offers::Chosen { from, .. } => Self::Chosen {
                from: from.iter().map(|(id, _)| id.clone()).collect(),
                many,
            },
            // What it holds is known only when it is asked.
            Offers::Before { .. } => Self::Chosen {
                from: Vec::new(),
                many,
            },
            Offers::Here(_) | Offers::List { .. } if many => Self::Many(ids()),
            Offers::Here(_) | Offers::List { .. } => Self::One(ids()),
        }
    }
}

/// What a line on paper can need of a question, beside text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    /// The cells of a plan.
    Plan,
    /// Weights.
    Weights,
    /// A day.
    Day,
}

impl Thing {
    /// The question kind that gives it.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Weights => "weigh",
            Self::Day => "day",
        }
    }
}

/// A question kind with its settings.
pub trait Kind: fmt::Debug + Send + Sync {
    /// Keeps it, so that its row can take it out again.
    fn pack(&self) -> Packed;
    /// Makes the ask that is put now.
    fn ask(&self, scene: &dyn Scene) -> Ask;
    /// Tells which answers there can be.
    fn domain(&self) -> Domain;
    /// Returns the earlier questions whose choices this one offers.
    fn looks_at(&self) -> Vec<(QuestionId, Place)> {
        Vec::new()
    }
    /// Returns the questions of the guide that this one follows, whose choices this one offers.
    fn looks_before(&self) -> Vec<(QuestionId, Place)> {
        Vec::new()
    }
    /// Says whether the question only makes sense repeated for something.
    fn needs_each(&self) -> bool {
        false
    }
    /// Says whether its answer, or a field of it, is such a thing.
    fn gives(&self, _thing: Thing, _field: Option<&FieldId>) -> bool {
        false
    }
    /// Returns the facts that it shows.
    fn facts(&self) -> Vec<Arc<Fact>> {
        Vec::new()
    }
    /// Returns what is told after the answer, if anything.
    fn afterwards(&self, _answer: &Answer) -> Option<Text> {
        None
    }
    /// Returns the authors' items among the options, for conditions inside them.
    fn items(&self) -> Vec<Arc<crate::core::list::Item>> {
        Vec::new()
    }
}
