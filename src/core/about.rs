//! What speaks for a choice and what speaks against it: read on wish, always as much on both sides.

use serde::{Deserialize, Serialize};

use crate::core::kept::Text;
use crate::core::source::{Code, Diagnostics, Fields, Node};

/// What speaks for and against something, and what is good to know about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct About {
    /// What speaks for it.
    pub pros: Vec<Text>,
    /// What speaks against it; as many.
    pub cons: Vec<Text>,
    /// What is good to know either way.
    pub note: Option<Text>,
}

impl About {
    /// Reads the value of `about`, which may be absent.
    pub fn read(fields: &mut Fields<'_>, found: &mut Diagnostics) -> Option<Self> {
        fields
            .node("about", found)
            .map(|node| Self::read_node(node, found))
    }

    fn read_node(node: &Node, found: &mut Diagnostics) -> Self {
        let mut fields = Fields::of(node, found);
        let texts = |texts: Vec<(String, _)>| -> Vec<Text> {
            texts.into_iter().map(|(text, _)| text.into()).collect()
        };
        let pros = texts(fields.needed_texts("for", found));
        let cons = texts(fields.needed_texts("against", found));
        let note = fields.text("note", found).map(Text::from);
        fields.done(found);
        // A side that could not be read was reported.
        if !pros.is_empty() && !cons.is_empty() && pros.len() != cons.len() {
            let values = vec![
                ("number", pros.len().to_string()),
                ("other", cons.len().to_string()),
            ];
            found.add_with(Code::UnevenAbout, &node.place, values);
        }
        Self { pros, cons, note }
    }
}
