//! The lists as people read them: every term of an entry with the forms that are made of it.

use crate::privacy::entry::Entry;
use crate::privacy::forms::listed;
use crate::privacy::matching::exact::inflection;

/// A term, and all its forms in the order of the alphabet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The term, folded.
    pub term: String,
    /// Its forms, the term itself among them; only the last word of a term takes endings.
    pub forms: Vec<String>,
}

/// Lists the terms of an entry with their forms.
pub fn terms(entry: &Entry) -> Vec<Listed> {
    entry
        .terms
        .iter()
        .filter_map(|term| {
            let (last, before) = term.words.split_last()?;
            let before: String = before
                .iter()
                .flat_map(|word| [word.as_str(), " "])
                .collect();
            let forms = listed(last, entry.language, inflection(entry, term));
            Some(Listed {
                term: term.words.join(" "),
                forms: forms.iter().map(|form| format!("{before}{form}")).collect(),
            })
        })
        .collect()
}
