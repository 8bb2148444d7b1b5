//! What of an answer is the person's own text, piece by piece; everything else in it was chosen.

use crate::core::answer::{Answer, Choice, FieldAnswer};
use crate::core::ids::FieldId;

/// A text of the person's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The field of a form it stands in.
    pub field: Option<FieldId>,
    /// The text.
    pub text: String,
}

impl Written {
    /// A text that stands in no field of a form.
    pub fn plain(text: &str) -> Self {
        Self {
            field: None,
            text: text.to_owned(),
        }
    }

    /// A text in a field of a form.
    pub fn of_field(field: &FieldId, text: &str) -> Self {
        Self {
            field: Some(field.clone()),
            text: text.to_owned(),
        }
    }
}

impl Answer {
    /// Returns every text in it that the person wrote.
    pub fn written(&self) -> Vec<Written> {
        match self {
            Self::Text(text) => vec![Written::plain(text)],
            Self::Many(choices) => choices
                .iter()
                .filter_map(|choice| match choice {
                    Choice::Own(own) => Some(Written::plain(&own.text)),
                    Choice::Item(_) => None,
                })
                .collect(),
            Self::Weights(weights) => weights
                .own
                .iter()
                .map(|entry| Written::plain(&entry.own.text))
                .collect(),
            Self::Cells(cells) => cells
                .own
                .iter()
                .map(|own| Written::plain(&own.text))
                .collect(),
            Self::Form(filled) => filled
                .iter()
                .filter_map(|(field, value)| match value {
                    FieldAnswer::Text(text) => Some(Written::of_field(field, text)),
                    FieldAnswer::Day(_) | FieldAnswer::One(_) => None,
                })
                .collect(),
            Self::Blank(_) | Self::One(_) | Self::Number(_) | Self::Day(_) | Self::Seen => {
                Vec::new()
            }
        }
    }
}
