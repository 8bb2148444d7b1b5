//! Conditions as data, and what they look at.

use serde::{Deserialize, Serialize};

use crate::core::ids::{FieldId, ItemId, QuestionId};
use crate::core::kept::Text;
use crate::core::source::Place;

/// A question, or a field of a form, that a condition looks at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Reference {
    /// The question.
    pub question: QuestionId,
    /// The field, for a form.
    pub field: Option<FieldId>,
    /// Where the reference stands.
    pub place: Place,
}

/// A condition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub enum Rule {
    /// Holds always.
    Always,
    /// All of these hold.
    All(Vec<Rule>),
    /// At least one of these holds.
    Any(Vec<Rule>),
    /// This does not hold.
    Not(Box<Rule>),
    /// The answer is one of these; for several answers: at least one of these is among them.
    Is {
        /// What is looked at.
        of: Box<Reference>,
        /// The ids, each with its place.
        one_of: Vec<(ItemId, Place)>,
    },
    /// There is a real answer.
    Answered(Box<Reference>),
    /// A number is at least this, or this many things were chosen together.
    AtLeast {
        /// What is looked at.
        of: Vec<Reference>,
        /// The limit.
        number: i64,
        /// Counts only things with this tag, which stands there.
        tag: Option<Box<(Text, Place)>>,
    },
}

impl Rule {
    /// A condition that holds at no time: none of nothing holds.
    pub fn never() -> Self {
        Self::Any(Vec::new())
    }

    /// Says whether this is such a condition.
    pub fn is_never(&self) -> bool {
        *self == Self::never()
    }

    /// Returns every reference in this condition.
    pub fn references(&self) -> Vec<&Reference> {
        match self {
            Self::Always => Vec::new(),
            Self::All(rules) | Self::Any(rules) => {
                rules.iter().flat_map(Self::references).collect()
            }
            Self::Not(rule) => rule.references(),
            Self::Is { of, .. } | Self::Answered(of) => vec![of],
            Self::AtLeast { of, .. } => of.iter().collect(),
        }
    }
}
