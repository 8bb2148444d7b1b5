//! Mistakes as data: which, where, with which values; and the nearest name to a misspelled one.

use std::collections::BTreeMap;

use crate::core::source::code::Code;
use crate::core::source::node::Place;

/// One mistake: which, where, with which values. The sentence is made by the catalogue of the person's language.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// Which mistake.
    pub code: Code,
    /// Where.
    pub place: Place,
    /// Values for the sentence, by name.
    pub values: Vec<(&'static str, String)>,
    /// Another place that has to do with it, such as the first of two equal ids.
    pub related: Option<Place>,
}

/// All mistakes found so far.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds a mistake without values.
    pub fn add(&mut self, code: Code, place: &Place) {
        self.add_with(code, place, Vec::new());
    }

    /// Adds a mistake with values for its sentence.
    pub fn add_with(&mut self, code: Code, place: &Place, values: Vec<(&'static str, String)>) {
        self.list.push(Diagnostic {
            code,
            place: place.clone(),
            values,
            related: None,
        });
    }

    /// Adds a mistake that has to do with another place.
    pub fn add_related(
        &mut self,
        code: Code,
        place: &Place,
        values: Vec<(&'static str, String)>,
        related: &Place,
    ) {
        self.list.push(Diagnostic {
            code,
            place: place.clone(),
            values,
            related: Some(related.clone()),
        });
    }

    /// Adds a reference to a name that does not exist, with the nearest name that does, or all when they are few.
    pub fn unknown<'a>(
        &mut self,
        code: Code,
        place: &Place,
        name: &str,
        known: impl IntoIterator<Item = &'a str>,
    ) {
        let mut all: Vec<&str> = Vec::new();
        for one in known {
            if !all.contains(&one) {
                all.push(one);
            }
        }
        let near = nearest(name, all.iter().copied()).unwrap_or_default();
        let known = if all.len() <= FEW {
            all.join(", ")
        } else {
            String::new()
        };
        let values = vec![("name", name.to_owned()), ("near", near), ("known", known)];
        self.add_with(code, place, values);
    }

    /// Adds a complaint for every id that stands there before; empty ids were reported where they were read.
    pub fn unique<'a>(&mut self, ids: impl IntoIterator<Item = (&'a str, &'a Place)>) {
        let mut seen: BTreeMap<&str, &Place> = BTreeMap::new();
        for (id, place) in ids {
            if id.is_empty() {
                continue;
            }
            if let Some(first) = seen.get(id) {
                let values = vec![("name", id.to_owned())];
                self.add_related(Code::DuplicateId, place, values, first);
            } else {
                seen.insert(id, place);
            }
        }
    }

    /// Adds the complaint that exactly one of a few settings must be there.
    pub fn needs_one(&mut self, place: &Place, names: &[&str]) {
        self.add_with(Code::NeedsOne, place, vec![("known", names.join(", "))]);
    }

    /// Takes over all mistakes of another list.
    pub fn append(&mut self, mut other: Self) {
        self.list.append(&mut other.list);
    }

    /// Says whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Returns the mistakes in the order of the files. The same mistake, seen twice, is told once.
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut list: Vec<_> = self.list.iter().collect();
        list.sort_by(|a, b| (&a.place, a.code).cmp(&(&b.place, b.code)));
        list.dedup();
        list
    }
}

/// So many names can be read out; more would be noise.
const FEW: usize = 12;

/// Finds the known name that looks most like a misspelled one, if any is near.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    known
        .into_iter()
        .map(|candidate| (strsim::osa_distance(name, candidate), candidate))
        .filter(|(distance, candidate)| {
            // One letter in three may differ; in `for` and `pro` that is another word.
            let length = candidate.chars().count().max(name.chars().count());
            *distance <= 1.max(length / 3)
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate.to_owned())
}
