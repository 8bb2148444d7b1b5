//! Words for the kinds of health words, by their names.

use crate::core::words::screens::{Health, Kinds};

impl Health {
    /// Says what a word tells, by the name of its kind; the name itself where it has no words.
    pub fn category<'a>(&'a self, name: &'a str) -> &'a str {
        self.kinds.of(name).unwrap_or(name)
    }
}

impl Kinds {
    /// Returns the text for a kind, by its name.
    pub fn of(&self, name: &str) -> Option<&str> {
        let text = match name {
            "diagnosis" => &self.diagnosis,
            "symptom" => &self.symptom,
            "medication" => &self.medication,
            "treatment" => &self.treatment,
            "provider" => &self.provider,
            "crisis" => &self.crisis,
            "status" => &self.status,
            "percentage" => &self.percentage,
            "addiction" => &self.addiction,
            "identifier" => &self.identifier,
            _ => return None,
        };
        Some(text)
    }
}
