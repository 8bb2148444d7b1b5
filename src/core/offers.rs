//! Where the things on offer come from: the question itself, a shared list, or earlier choices.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::core::ask::Offer;
use crate::core::fact::{Fact, Term};
use crate::core::ids::QuestionId;
use crate::core::kept::Text;
use crate::core::list::{Item, List, read_items};
use crate::core::phrase::Phrase;
use crate::core::scene::Scene;
use crate::core::source::{Code, Diagnostics, Fields, Node, Place, texts_of};

/// What question files can refer to: lists, facts and terms.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Shelf {
    /// Shared lists by name. Who is read has taken what it needs of them, so they are not kept with it; nor are the facts.
    #[serde(skip)]
    pub lists: BTreeMap<String, Arc<List>>,
    /// Facts that hold in the language of the person.
    #[serde(skip)]
    pub facts: Vec<Arc<Fact>>,
    /// Facts that hold in another language only, such as the law of another country: they can be named, and are not shown.
    pub elsewhere: Vec<Text>,
    /// Terms of the glossary.
    pub terms: Vec<Arc<Term>>,
}

impl Shelf {
    /// Says whether a fact holds in another language only.
    pub fn is_elsewhere(&self, id: &str) -> bool {
        self.elsewhere.iter().any(|fact| fact == id)
    }
}

/// Where the things on offer come from.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub enum Offers {
    /// The question's own options.
    Here(Vec<Arc<Item>>),
    /// A shared list, or a part of it.
    List {
        /// What is taken of it.
        items: Vec<Arc<Item>>,
        /// The headings they stand under; one group alone needs none: the question is about it.
        headings: Vec<(Text, Text)>,
    },
    /// What was chosen before.
    Chosen {
        /// At these questions.
        from: Vec<(QuestionId, Place)>,
        /// But not at these.
        except: Vec<(QuestionId, Place)>,
    },
    /// What was chosen another time, at the guide that this one follows.
    Before {
        /// At these questions of that guide.
        from: Vec<(QuestionId, Place)>,
        /// But not at these, of this guide.
        except: Vec<(QuestionId, Place)>,
    },
}

impl Offers {
    /// Reads `options` or `from`; exactly one of them must be there.
    pub fn read(fields: &mut Fields<'_>, shelf: &Shelf, found: &mut Diagnostics) -> Self {
        let from = fields.node("from", found);
        let options = fields.list("options", found);
        if fields.has("options") == fields.has("from") {
            found.needs_one(fields.place(), &["options", "from"]);
        }
        match from {
            Some(node) => Self::read_from(node, shelf, found),
            None => Self::Here(read_items(options, found)),
        }
    }

    /// Reads the value of `from`.
    pub fn read_from(node: &Node, shelf: &Shelf, found: &mut Diagnostics) -> Self {
        let mut fields = Fields::of(node, found);
        if let Some(node) = fields.node("chosen", found) {
            let from = references(node, "chosen", found);
            let except = fields
                .node("except", found)
                .map(|node| references(node, "except", found))
                .unwrap_or_default();
            fields.done(found);
            return Self::Chosen { from, except };
        }
        if let Some(node) = fields.node("before", found) {
            let from = references(node, "before", found);
            let except = fields
                .node("except", found)
                .map(|node| references(node, "except", found))
                .unwrap_or_default();
            fields.done(found);
            return Self::Before { from, except };
        }
        let name = fields.needed_text("list", found);
        let group = fields.text("group", found);
        let tag = fields.text("tag", found);
        let name_place = fields.place_of("list");
        let group_place = fields.place_of("group");
        let tag_place = fields.place_of("tag");
        fields.done(found);
        let Some(list) = shelf.lists.get(&name) else {
            if !name.is_empty() {
                found.unknown(
                    Code::UnknownList,
                    name_place,
                    &name,
                    shelf.lists.keys().map(String::as_str),
                );
            }
            return Self::Here(Vec::new());
        };
        if let Some(group) = &group
            && !list.groups.iter().any(|(id, _)| id == group)
        {
            found.unknown(
                Code::UnknownGroup,
                group_place,
                group,
                list.groups.iter().map(|(id, _)| id.as_str()),
            );
        }
        if let Some(tag) = &tag
            && !list
                .items
                .iter()
                .any(|item| item.tags.iter().any(|own| own == tag))
        {
            found.unknown(
                Code::UnknownTag,
                tag_place,
                tag,
                list.items
                    .iter()
                    .flat_map(|item| item.tags.iter().map(Text::as_str)),
            );
        }
        let is_taken = |item: &&Arc<Item>| {
            let in_group = group.is_none() || item.group.as_deref() == group.as_deref();
            in_group
                && tag
                    .as_ref()
                    .is_none_or(|tag| item.tags.iter().any(|own| own == tag))
        };
        Self::List {
            items: list.items.iter().filter(is_taken).cloned().collect(),
            headings: match group {
                None => list.groups.clone(),
                Some(_) => Vec::new(),
            },
        }
    }

    /// Returns the authors' items; nothing for what was chosen before.
    pub fn items(&self) -> Vec<Arc<Item>> {
        match self {
            Self::Here(items) | Self::List { items, .. } => items.clone(),
            Self::Chosen { .. } | Self::Before { .. } => Vec::new(),
        }
    }

    /// Returns the earlier questions this looks at.
    pub fn looks_at(&self) -> Vec<&(QuestionId, Place)> {
        match self {
            Self::Here(_) | Self::List { .. } => Vec::new(),
            Self::Chosen { from, except } => from.iter().chain(except).collect(),
            Self::Before { except, .. } => except.iter().collect(),
        }
    }

    /// Returns the questions of the guide that this one follows.
    pub fn looks_before(&self) -> Vec<&(QuestionId, Place)> {
        match self {
            Self::Here(_) | Self::List { .. } | Self::Chosen { .. } => Vec::new(),
            Self::Before { from, .. } => from.iter().collect(),
        }
    }

    /// Returns what is on offer now.
    pub fn now(&self, scene: &dyn Scene) -> Vec<Offer> {
        match self {
            Self::Here(items) => now(items, &[], scene),
            Self::List { items, headings } => now(items, headings, scene),
            Self::Chosen { from, except } => {
                let chosen = from.iter().flat_map(|(question, _)| scene.chosen(question));
                without(chosen, except, scene)
            }
            Self::Before { from, except } => {
                let chosen = from.iter().flat_map(|(question, _)| scene.before(question));
                without(chosen, except, scene)
            }
        }
    }
}

/// What is offered of the authors' items, each under its heading.
fn now(items: &[Arc<Item>], headings: &[(Text, Text)], scene: &dyn Scene) -> Vec<Offer> {
    let heading = |item: &Item| {
        let mut headings = headings.iter();
        let of_item = headings.find(|(id, _)| Some(id) == item.group.as_ref())?;
        Some(of_item.1.clone())
    };
    let items = items.iter().filter(|item| item.when.holds(scene.sight()));
    items.map(|item| offer(item, heading(item))).collect()
}

/// What was chosen, each thing once, without what was chosen elsewhere.
fn without(
    chosen: impl Iterator<Item = Offer>,
    except: &[(QuestionId, Place)],
    scene: &dyn Scene,
) -> Vec<Offer> {
    let without: Vec<Offer> = except
        .iter()
        .flat_map(|(question, _)| scene.chosen(question))
        .collect();
    let mut offers: Vec<Offer> = Vec::new();
    for offer in chosen {
        let twice = offers
            .iter()
            .chain(&without)
            .any(|other| other.id == offer.id);
        if !twice && !offer.alone {
            offers.push(Offer {
                group: None,
                ..offer
            });
        }
    }
    offers
}

/// Makes an offer of an author's item.
pub fn offer(item: &Arc<Item>, group: Option<Text>) -> Offer {
    let note = item
        .note
        .clone()
        .map(Phrase::Text)
        .or(item.level.map(Phrase::Level));
    Offer {
        id: item.id.clone(),
        label: Phrase::Text(item.label.clone()),
        note,
        group,
        alone: item.alone,
        item: Some(item.clone()),
    }
}

/// Reads one question id or a list of them, the value of a setting with this name.
pub fn references(node: &Node, name: &str, found: &mut Diagnostics) -> Vec<(QuestionId, Place)> {
    texts_of(node, name, found)
        .into_iter()
        .map(|(text, place)| (QuestionId::new(&text), place.clone()))
        .collect()
}

/// Reads a list of fact ids, and returns the facts that hold here.
pub fn facts(fields: &mut Fields<'_>, shelf: &Shelf, found: &mut Diagnostics) -> Vec<Arc<Fact>> {
    let mut facts = Vec::new();
    for (id, place) in fields.texts("facts", found) {
        match shelf.facts.iter().find(|fact| fact.id == id) {
            Some(fact) => facts.push(fact.clone()),
            None if shelf.is_elsewhere(&id) => {}
            None => {
                let known = shelf.facts.iter().map(|fact| fact.id.as_str());
                let elsewhere = shelf.elsewhere.iter().map(Text::as_str);
                found.unknown(Code::UnknownFact, place, &id, known.chain(elsewhere));
            }
        }
    }
    facts
}
