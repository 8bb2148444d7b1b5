//! The asking shapes, the replies to them, and the reasons why a reply cannot stand.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::core::answer::{Blank, Cells, Choice, Pole, Weights};
use crate::core::fact::Fact;
use crate::core::ids::{FieldId, ItemId};
use crate::core::kept::Text;
use crate::core::list::{Item, PartText};
use crate::core::phrase::{Part, Phrase};

/// A thing on offer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Offer {
    /// Its name.
    pub id: ItemId,
    /// How it reads.
    pub label: Phrase,
    /// Small text beside it.
    pub note: Option<Phrase>,
    /// The heading it stands under.
    pub group: Option<Text>,
    /// Excludes all others.
    pub alone: bool,
    /// The author's item behind it, where there is one.
    pub item: Option<Arc<Item>>,
}

impl Offer {
    /// Makes an offer of a name and a label alone.
    pub fn plain(id: ItemId, label: Phrase) -> Self {
        Self {
            id,
            label,
            note: None,
            group: None,
            alone: false,
            item: None,
        }
    }
}

/// A consideration to weigh.
#[derive(Debug, Clone, PartialEq)]
pub struct WeighItem {
    /// Its name.
    pub id: ItemId,
    /// How it reads.
    pub label: Phrase,
    /// The option it belongs to.
    pub column: ItemId,
    /// For or against that option.
    pub pole: Pole,
}

/// How a field of a form is filled.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub enum FieldAsk {
    /// A line of text.
    Line,
    /// A day.
    Day,
    /// One of these.
    Pick(Vec<Offer>),
}

/// A field of a form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Field {
    /// Its name.
    pub id: FieldId,
    /// Its label.
    pub label: Phrase,
    /// How it is filled.
    pub ask: FieldAsk,
    /// Shown beside the empty field.
    pub example: Option<Text>,
    /// Copied into the field with one key; open slots stand in square brackets.
    pub copy: Option<Text>,
    /// Goes on paper while a slot is open.
    pub general: Option<Text>,
}

impl Field {
    /// Makes the field of one part of a working agreement.
    pub fn of_part(part: Part, text: Option<&PartText>) -> Self {
        let or_text = |other: fn(&PartText) -> &Option<Text>| {
            text.map(|text| other(text).as_ref().unwrap_or(&text.text).clone())
        };
        Self {
            id: FieldId::built(part.name()),
            label: Phrase::Part(part),
            ask: FieldAsk::Line,
            example: or_text(|text| &text.example),
            copy: text.map(|text| text.text.clone()),
            general: or_text(|text| &text.general),
        }
    }
}

/// A column of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct GridColumn {
    /// Its name.
    pub id: ItemId,
    /// Its heading.
    pub label: Text,
    /// What can stand in a cell.
    pub offers: Vec<Offer>,
}

/// An option in a comparison.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct CompareColumn {
    /// The option.
    pub offer: Offer,
    /// One text for each aspect.
    pub cells: Vec<Text>,
}

/// How a question is put.
#[derive(Debug, Clone, PartialEq)]
pub enum Ask {
    /// One of these.
    Pick {
        /// What is on offer.
        offers: Vec<Offer>,
    },
    /// Several of these.
    PickMany {
        /// What is on offer.
        offers: Vec<Offer>,
        /// Whether the person may add entries.
        own: bool,
        /// How many at most.
        at_most: Option<usize>,
    },
    /// A number, or a place between two poles.
    Scale {
        /// The lowest number.
        lowest: i64,
        /// The highest number.
        highest: i64,
        /// What the lowest end means.
        low: Text,
        /// What the highest end means.
        high: Text,
        /// Two poles of which neither is more: no numbers are shown.
        poles: bool,
    },
    /// The most important ones, in order.
    Rank {
        /// What is on offer.
        offers: Vec<Offer>,
        /// How many at most.
        top: usize,
    },
    /// A weight for each.
    Weigh {
        /// The options that are weighed.
        columns: Vec<Offer>,
        /// The considerations.
        items: Vec<WeighItem>,
        /// Whether the person may add some.
        own: bool,
        /// How many of each kind are shown at first.
        first: usize,
    },
    /// Named fields.
    Form {
        /// The fields.
        fields: Vec<Field>,
    },
    /// A choice for each row and column.
    Grid {
        /// The rows.
        rows: Vec<Offer>,
        /// The columns.
        columns: Vec<GridColumn>,
        /// Whether the person may add rows.
        own: bool,
    },
    /// Options side by side; one may be picked.
    Compare {
        /// The options.
        columns: Vec<CompareColumn>,
        /// What is compared.
        aspects: Vec<Text>,
    },
    /// A day.
    Day,
    /// A line of text.
    Line {
        /// Shown beside the empty field.
        example: Option<Text>,
        /// Sentences to choose from; one that is chosen comes into the field, where it can be changed.
        offers: Vec<Offer>,
        /// Characters at most.
        at_most: usize,
    },
    /// Text of several lines.
    Lines {
        /// Shown beside the empty field.
        example: Option<Text>,
        /// Characters at most.
        at_most: usize,
    },
    /// Something to read.
    Read {
        /// The text.
        body: Text,
        /// The facts below it.
        facts: Vec<Arc<Fact>>,
    },
}

/// What a person replies; for each shape its own form, and no answer for all.
#[derive(Debug, Clone, PartialEq)]
pub enum Reply {
    /// No answer.
    Blank(Blank),
    /// One thing; for `Pick` and `Compare`.
    Pick(ItemId),
    /// Several things; for `PickMany`.
    PickMany(Vec<Choice>),
    /// A number; for `Scale`.
    Scale(i64),
    /// Things in order; for `Rank`.
    Rank(Vec<ItemId>),
    /// Weights; for `Weigh`.
    Weigh(Weights),
    /// What stands in each field, as typed or as the id picked; for `Form`.
    Form(Vec<(FieldId, String)>),
    /// Cells; for `Grid`.
    Grid(Cells),
    /// A day as typed; for `Day`.
    Day(String),
    /// A text; for `Line` and `Lines`.
    Text(String),
    /// Read; for `Read`.
    Read,
}

/// Why a reply cannot stand.
#[derive(Debug, Clone, PartialEq)]
pub enum Refusal {
    /// A reply for another shape.
    WrongShape,
    /// Something that is not on offer.
    NotOffered,
    /// More than may be chosen.
    TooMany {
        /// The limit.
        at_most: usize,
    },
    /// Nothing was chosen where something is needed.
    NeedsOne,
    /// Together with something that excludes all others.
    NotTogether(Phrase),
    /// Nothing was typed.
    Empty,
    /// Too many characters.
    TooLong {
        /// The limit.
        at_most: usize,
        /// How many there are.
        length: usize,
    },
    /// A number outside the limits.
    OutOfRange {
        /// The lowest.
        low: i64,
        /// The highest.
        high: i64,
    },
    /// Not a day.
    BadDay,
    /// A day without its year in full. The core does not know which year it is.
    NoYear,
    /// The author's reason, which says how to mend it.
    Blocked(Text),
}
