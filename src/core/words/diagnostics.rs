//! Words for mistakes in question files: for each code what is wrong and what to write instead.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::core::source::{Code, Diagnostic};
use crate::core::words::fill::fill;

/// The words of one code.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodeWords {
    /// What is wrong.
    pub says: String,
    /// What to write instead.
    pub fix: String,
}

/// The words of all codes.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Diagnosis {
    /// “Do you mean `{near}`?”
    pub near: String,
    /// “There is: {known}.”
    pub known: String,
    /// “See also {place}.”
    pub related: String,
    /// “Mistakes found: {count}”
    pub count: String,
    /// “No mistakes found.”
    pub none: String,
    /// Names of the kinds of value, by `shape-...`.
    pub shapes: BTreeMap<String, String>,
    /// By code, such as `Q006`.
    pub codes: BTreeMap<String, CodeWords>,
}

impl Diagnosis {
    /// Says what is wrong and what to write instead. A code without words gives its bare name; a test holds that none is without.
    pub fn say(&self, diagnostic: &Diagnostic) -> (String, String) {
        let Some(words) = self.codes.get(&diagnostic.code.id()) else {
            return (diagnostic.code.id(), String::new());
        };
        let values: Vec<(&str, &str)> = diagnostic
            .values
            .iter()
            .map(|(name, value)| {
                (
                    *name,
                    self.shapes
                        .get(value)
                        .map_or(value.as_str(), String::as_str),
                )
            })
            .collect();
        let mut fix = fill(&words.fix, &values);
        let value = |wanted: &str| {
            let found = values.iter().find(|(name, _)| *name == wanted);
            found
                .map(|(_, value)| *value)
                .filter(|value| !value.is_empty())
        };
        if let Some(near) = value("near") {
            fix = format!("{} {fix}", fill(&self.near, &[("near", near)]));
        } else if let Some(known) = value("known")
            && !words.says.contains("{known}")
        {
            fix = format!("{fix} {}", fill(&self.known, &[("known", known)]));
        }
        if let Some(place) = &diagnostic.related {
            fix = format!(
                "{fix} {}",
                fill(&self.related, &[("place", &place.to_string())])
            );
        }
        (fill(&words.says, &values), fix)
    }

    /// Says whether a code has its words.
    pub fn knows(&self, code: Code) -> bool {
        self.codes.contains_key(&code.id())
    }
}
