//! A finding: which words of a text tell about health, in which way, and by which rule.
//!
//! Holds data only. A finding quotes nothing; its words are looked up in the text by its [`Span`].

use std::ops::Range;

use crate::core::kept::Text;

/// What a reader could learn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Category {
    /// A condition, of mind or body.
    Diagnosis,
    /// A clinical sign that points at a condition.
    Symptom,
    /// A medicine, or using one.
    Medication,
    /// A therapy, or being treated.
    Treatment,
    /// A clinician, team or institution of one's own.
    Provider,
    /// Admission, coercion, self-harm, suicidality.
    Crisis,
    /// A benefit, register, assessment or long sick leave.
    Status,
    /// A share or class of disability.
    Percentage,
    /// Dependence and recovery from it.
    Addiction,
    /// A number, date or name that identifies the person in care or register.
    Identifier,
}

impl Category {
    /// Every category, in the order of the lists.
    pub const ALL: [Self; 10] = [
        Self::Diagnosis,
        Self::Symptom,
        Self::Medication,
        Self::Treatment,
        Self::Provider,
        Self::Crisis,
        Self::Status,
        Self::Percentage,
        Self::Addiction,
        Self::Identifier,
    ];

    /// Returns the name used in files and in machine output; the catalogue has the word for people.
    pub fn id(self) -> &'static str {
        match self {
            Self::Diagnosis => "diagnosis",
            Self::Symptom => "symptom",
            Self::Medication => "medication",
            Self::Treatment => "treatment",
            Self::Provider => "provider",
            Self::Crisis => "crisis",
            Self::Status => "status",
            Self::Percentage => "percentage",
            Self::Addiction => "addiction",
            Self::Identifier => "identifier",
        }
    }

    /// Finds a category by the name used in files.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.id() == name)
    }
}

/// Whether a finding holds the gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// Shown; never stops anything.
    Hint,
    /// Counts at the gate.
    Stop,
}

impl Level {
    /// Returns the name used in machine output.
    pub fn id(self) -> &'static str {
        match self {
            Self::Hint => "hint",
            Self::Stop => "stop",
        }
    }
}

/// A stretch of text. Both ranges mean the same characters and lie on character borders.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Span {
    /// In characters (code points), end exclusive.
    pub chars: Range<usize>,
    /// In bytes, end exclusive.
    pub bytes: Range<usize>,
}

impl Span {
    /// Returns the stretch from the beginning of this one to the end of another.
    #[must_use]
    pub fn to(&self, end: &Self) -> Self {
        Self {
            chars: self.chars.start..end.chars.end,
            bytes: self.bytes.start..end.bytes.end,
        }
    }
}

/// One place in a text that tells about health.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where.
    pub span: Span,
    /// What a reader could learn.
    pub category: Category,
    /// Whether it holds the gate.
    pub level: Level,
    /// The id of the entry that found it.
    pub rule: Text,
    /// The id of the rewordings to offer; empty when there are none.
    pub rewording: Text,
}
