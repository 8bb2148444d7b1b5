//! Facts shown on screen, each with its sources, its year and its population; and the terms of the glossary.
//!
//! A fact of research says what it speaks for; a fact of law says on which rule it rests. Which facts are shown is the business
//! of the questions that name them.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::core::answer::Day;
use crate::core::ids::TermId;
use crate::core::kept::Text;
use crate::core::source::{Code, Diagnostics, Fields, Node, Place};

/// What a fact of research speaks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Speaks {
    /// For telling something.
    For,
    /// Against telling, or for care.
    Against,
    /// For neither.
    Neutral,
}

/// Where something was published or read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Source {
    /// Its name in question files.
    pub id: Text,
    /// Who made it.
    pub author: Text,
    /// What it is called, in its own language.
    pub called: Option<Text>,
    /// In which journal, or on which site.
    pub within: Option<Text>,
    /// When it was published, or read where it has no date.
    pub year: i64,
    /// Where it can be found.
    pub address: Option<Text>,
}

impl Source {
    fn read(node: &Node, found: &mut Diagnostics) -> Self {
        let mut fields = Fields::of(node, found);
        // `author` has words in every language; a `name` is the same in all.
        let author = fields.text("author", found);
        let name = fields.text("name", found);
        if author.is_some() == name.is_some() && fields.has("author") == fields.has("name") {
            found.needs_one(fields.place(), &["author", "name"]);
        }
        let source = Self {
            id: fields.id(found).into(),
            author: author.or(name).unwrap_or_default().into(),
            called: fields.text("called", found).map(Text::from),
            within: fields.text("in", found).map(Text::from),
            year: fields
                .needed_number("year", 1900..=2200, found)
                .unwrap_or_default(),
            address: fields.text("address", found).map(Text::from),
        };
        fields.done(found);
        source
    }

    /// The source in one line: who, where, when.
    pub fn short(&self) -> String {
        let place = self.within.as_ref().or(self.called.as_ref());
        let parts = [Some(&self.author), place];
        self.dated(&parts)
    }

    /// The source as paper names it: who, when.
    fn brief(&self) -> String {
        self.dated(&[Some(&self.author)])
    }

    /// The source in full, without its address.
    pub fn whole(&self) -> String {
        let parts = [
            Some(&self.author),
            self.called.as_ref(),
            self.within.as_ref(),
        ];
        self.dated(&parts)
    }

    /// Parts with the year behind them, unless one of them says it already.
    fn dated(&self, parts: &[Option<&Text>]) -> String {
        let parts: Vec<&str> = parts.iter().flatten().map(|part| &***part).collect();
        let year = self.year.to_string();
        let said = parts.join(", ");
        if parts.iter().any(|part| part.contains(&year)) {
            said
        } else {
            format!("{said}, {year}")
        }
    }
}

/// A fact that may be shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Fact {
    /// Its name.
    pub id: Text,
    /// The fact in words.
    pub text: Text,
    /// How many of every hundred, where the fact is a share.
    pub of_100: Option<u8>,
    /// What it speaks for; nothing for a fact of law.
    pub speaks: Option<Speaks>,
    /// The rule that a fact of law rests on.
    pub law: Option<Text>,
    /// The language in which alone it holds, such as the law of one country.
    pub only: Option<Text>,
    /// About whom.
    pub who: Text,
    /// In which country.
    pub country: Text,
    /// How many people, applications or employers were looked at.
    pub n: Option<i64>,
    /// Where it was published, in one line.
    pub source: Text,
    /// The same as paper says it, without the journals and sites.
    pub brief: Text,
    /// Each source on its own.
    pub sources: Vec<Arc<Source>>,
    /// How sure we are, in words.
    pub sure: Text,
    /// When it was checked last.
    pub checked: Text,
}

impl Fact {
    fn read(node: &Node, known: &[Arc<Source>], found: &mut Diagnostics) -> Self {
        let mut fields = Fields::of(node, found);
        let law: Option<Text> = fields.text("law", found).map(Text::from);
        let speaks = fields.text("speaks", found);
        if fields.has("law") == fields.has("speaks") {
            found.needs_one(fields.place(), &["speaks", "law"]);
        }
        let place = fields.place_of("speaks");
        let speaks = speaks.and_then(|word| speaks_of(&word, place, found));
        let sources = sources(&mut fields, known, found);
        let fact = Self {
            id: fields.id(found).into(),
            text: fields.needed_text("text", found).into(),
            of_100: fields
                .number("of_100", 0..=100, found)
                .and_then(|number| u8::try_from(number).ok()),
            speaks,
            only: fields.text("only", found).map(Text::from),
            who: fields.needed_text("who", found).into(),
            country: fields.needed_text("country", found).into(),
            n: fields.number("n", 1..=100_000_000, found),
            source: in_one_line(law.as_ref(), &sources, Source::short),
            brief: in_one_line(law.as_ref(), &sources, Source::brief),
            law,
            sources,
            sure: fields.needed_text("sure", found).into(),
            checked: fields.needed_text("checked", found).into(),
        };
        if !fact.checked.is_empty() && !is_date(&fact.checked) {
            let values = vec![("name", fact.checked.to_string())];
            found.add_with(Code::BadDate, fields.place_of("checked"), values);
        }
        fields.done(found);
        fact
    }

    /// When it was checked last, as a day.
    pub fn checked_on(&self) -> Option<Day> {
        Day::read(&self.checked)
    }
}

/// The rule of law, if any, and the sources, each said in the same way.
fn in_one_line(law: Option<&Text>, sources: &[Arc<Source>], say: fn(&Source) -> String) -> Text {
    let law = law.map(ToString::to_string);
    let said = sources.iter().map(|source| say(source));
    let all: Vec<String> = law.into_iter().chain(said).collect();
    all.join("; ").into()
}

fn speaks_of(word: &str, place: &Place, found: &mut Diagnostics) -> Option<Speaks> {
    match word {
        "for" => Some(Speaks::For),
        "against" => Some(Speaks::Against),
        "neutral" => Some(Speaks::Neutral),
        other => {
            found.unknown(
                Code::UnknownWord,
                place,
                other,
                ["for", "against", "neutral"],
            );
            None
        }
    }
}

fn sources(
    fields: &mut Fields<'_>,
    known: &[Arc<Source>],
    found: &mut Diagnostics,
) -> Vec<Arc<Source>> {
    let mut sources = Vec::new();
    for (id, place) in fields.needed_texts("source", found) {
        if let Some(source) = known.iter().find(|source| source.id == id) {
            sources.push(source.clone());
        } else {
            let known = known.iter().map(|source| source.id.as_str());
            found.unknown(Code::UnknownSource, place, &id, known);
        }
    }
    sources
}

/// A word that is explained.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Term {
    /// Its name.
    pub id: TermId,
    /// The word.
    pub word: Text,
    /// Other forms under which it stands in texts.
    pub also: Vec<Text>,
    /// What it means.
    pub means: Text,
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
                .map(|(text, _)| text.into())
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
    let known: Vec<_> = fields
        .needed_list("sources", found)
        .iter()
        .map(|node| (Arc::new(Source::read(node, found)), &node.place))
        .collect();
    found.unique(
        known
            .iter()
            .map(|(source, place)| (source.id.as_str(), *place)),
    );
    let sources: Vec<Arc<Source>> = known.iter().map(|(source, _)| source.clone()).collect();
    let facts: Vec<_> = fields
        .needed_list("facts", found)
        .iter()
        .map(|node| (Fact::read(node, &sources, found), &node.place))
        .collect();
    fields.done(found);
    found.unique(facts.iter().map(|(fact, place)| (fact.id.as_str(), *place)));
    // A source that no fact names would be listed for nothing.
    for (source, place) in &known {
        let is_named = |(fact, _): &(Fact, &Place)| fact.sources.contains(source);
        if !source.id.is_empty() && !facts.iter().any(is_named) {
            let values = vec![("name", source.id.to_string())];
            found.add_with(Code::UnusedSource, place, values);
        }
    }
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
