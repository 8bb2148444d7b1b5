//! Names of the kinds of health words.

use crate::core::words::screens::Health;

impl Health {
    /// Says what a word tells, by the name of its kind; the name itself where it has no words.
    pub fn category<'a>(&'a self, name: &'a str) -> &'a str {
        match name {
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
            other => other,
        }
    }
}
