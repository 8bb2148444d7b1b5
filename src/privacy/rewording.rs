//! Rewordings: what one could say about the work instead, in groups to choose from.
//!
//! A group holds candidates, never an answer: two people with one word need different things.

use crate::core::kept::Text;
use crate::core::packed::{Pack, Unpack};
use crate::core::source::{Diagnostics, Fields, Node};
use crate::privacy::entry::Language;

/// One group of rewordings in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewording {
    /// The id that entries name.
    pub id: Text,
    /// The language it is written in.
    pub language: Language,
    /// What to ask first.
    pub ask: Text,
    /// Sentences about the work, to choose, mix and edit.
    pub say: Vec<Text>,
}

impl Rewording {
    /// Writes the group.
    pub(super) fn pack(&self, to: &mut Pack) {
        to.text(self.id.as_str());
        to.flag(self.language == Language::Dutch);
        to.text(self.ask.as_str());
        to.all(self.say.iter(), |to, say| to.text(say.as_str()));
    }

    /// Reads a group.
    pub(super) fn unpack(from: &mut Unpack) -> Option<Self> {
        Some(Self {
            id: Text::built(from.text()?),
            language: if from.flag()? {
                Language::Dutch
            } else {
                Language::English
            },
            ask: Text::built(from.text()?),
            say: from.all(|from| from.text().map(Text::built))?,
        })
    }
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
                .map(|(text, _)| text.into())
                .collect();
            fields.done(found);
            Rewording {
                id: id.into(),
                language,
                ask: ask.into(),
                say,
            }
        })
        .collect()
}
