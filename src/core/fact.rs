//! Facts shown on screen, each with its source, year and population; and the terms of the glossary.

use std::sync::Arc;

use crate::core::answer::Day;
use crate::core::ids::TermId;
use crate::core::source::{Code, Diagnostics, Fields, Node};

/// A fact that may be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// Its name.
    pub id: String,
    /// The fact in words.
    pub text: Arc<str>,
    /// How many of every hundred, where the fact is a share.
    pub of_100: Option<u8>,
    /// About whom.
    pub who: Arc<str>,
    /// Where it was published.
    pub source: Arc<str>,
    /// When.
    pub year: i64,
    /// How sure we are, in words.
    pub sure: Arc<str>,
    /// When it was checked last.
    pub checked: Arc<str>,
    /// A rule of law rather than a finding.
    pub law: bool,
}

impl Fact {
    fn read(node: &Node, found: &mut Diagnostics) -> Self {
        let mut fields = Fields::of(node, found);
        let fact = Self {
            id: fields.id(found),
            text: fields.needed_text("text", found).into(),
            of_100: fields
                .number("of_100", 0..=100, found)
                .and_then(|number| u8::try_from(number).ok()),
            who: fields.needed_text("who", found).into(),
            source: fields.needed_text("source", found).into(),
            year: fields
                .needed_number("year", 1900..=2200, found)
                .unwrap_or_default(),
            sure: fields.needed_text("sure", found).into(),
            checked: fields.needed_text("checked", found).into(),
            law: fields.flag("law", found),
        };
        if !fact.checked.is_empty() && !is_date(&fact.checked) {
            let values = vec![("name", fact.checked.to_string())];
            found.add_with(Code::BadDate, fields.place_of("checked"), values);
        }
        fields.done(found);
        fact
    }
}

/// A word that is explained.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// Its name.
    pub id: TermId,
    /// The word.
    pub word: Arc<str>,
    /// Other forms under which it stands in texts.
    pub also: Vec<String>,
    /// What it means.
    pub means: Arc<str>,
}

impl Term {
    fn read(node: &Node, found: &mut Diagnostics) -> Self {
        let mut fields = Fields::of(node, found);
        let term = Self {
            id: TermId::new(&fields.id(found)),
            word: fields.needed_text("word", found).into(),
            also: fields
                .texts("also", found)
                .into_iter()
                .map(|(text, _)| text)
                .collect(),
            means: fields.needed_text("means", found).into(),
        };
        fields.done(found);
        term
    }
}

/// Reads `facts.yml`.
pub fn read_facts(node: &Node, found: &mut Diagnostics) -> Vec<Arc<Fact>> {
    let mut fields = Fields::of(node, found);
    let facts: Vec<_> = fields
        .needed_list("facts", found)
        .iter()
        .map(|node| (Fact::read(node, found), &node.place))
        .collect();
    fields.done(found);
    found.unique(facts.iter().map(|(fact, place)| (fact.id.as_str(), *place)));
    facts.into_iter().map(|(fact, _)| Arc::new(fact)).collect()
}

/// Reads `glossary.yml`.
pub fn read_terms(node: &Node, found: &mut Diagnostics) -> Vec<Arc<Term>> {
    let mut fields = Fields::of(node, found);
    let terms: Vec<_> = fields
        .needed_list("terms", found)
        .iter()
        .map(|node| (Term::read(node, found), &node.place))
        .collect();
    fields.done(found);
    found.unique(terms.iter().map(|(term, place)| (term.id.as_str(), *place)));
    terms.into_iter().map(|(term, _)| Arc::new(term)).collect()
}

/// Says whether a date is written as year, month and day, such as `2026-12-03`, and is in the calendar.
fn is_date(text: &str) -> bool {
    let sizes: Vec<usize> = text.split('-').map(str::len).collect();
    sizes == [4, 2, 2] && Day::read(text).is_some()
}
