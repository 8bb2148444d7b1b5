//! Rewordings: what one could say about the work instead, in groups to choose from.
//!
//! A group holds candidates, never an answer: two people with one word need different things.

use crate::core::source::{Diagnostics, Fields, Node};
use crate::privacy::entry::Language;

/// One group of rewordings in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewording {
    /// The id that entries name.
    pub id: String,
    /// The language it is written in.
    pub language: Language,
    /// What to ask first.
    pub ask: String,
    /// Sentences about the work, to choose, mix and edit.
    pub say: Vec<String>,
}

/// Reads the groups of one file.
pub(super) fn read(list: &[Node], language: Language, found: &mut Diagnostics) -> Vec<Rewording> {
    list.iter()
        .map(|node| {
            let mut fields = Fields::of(node, found);
            let id = fields.id(found);
            let ask = fields.needed_text("ask", found);
            fields.needed("say", found);
            let say = fields
                .texts("say", found)
                .into_iter()
                .map(|(text, _)| text)
                .collect();
            fields.done(found);
            Rewording {
                id,
                language,
                ask,
                say,
            }
        })
        .collect()
}
