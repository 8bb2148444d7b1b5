//! Things that can be chosen: options of one question, and lists shared by several.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::core::about::About;
use crate::core::answer::Pole;
use crate::core::ids::ItemId;
use crate::core::kept::Text;
use crate::core::later::Later;
use crate::core::phrase::{Level, Part};
use crate::core::rule::{self, Rule};
use crate::core::source::{Code, Diagnostics, Fields, Node, Place, Shape, is_id};

/// One part of a working agreement, as its author wrote it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct PartText {
    /// The text to copy; open slots stand in square brackets.
    pub text: Text,
    /// Shown beside the empty field; where there is nothing, the text itself.
    pub example: Option<Text>,
    /// Goes on paper while a slot is still open; where there is nothing, the text itself.
    pub general: Option<Text>,
}

/// What a consideration is for: its column, its side, and the pair it belongs to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Consideration {
    /// The option it belongs to.
    pub column: ItemId,
    /// For or against that option.
    pub pole: Pole,
    /// The pair: shown together or not at all.
    pub pair: Text,
}

/// A thing that can be chosen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Item {
    /// Its name.
    pub id: ItemId,
    /// How it reads in the list.
    pub label: Text,
    /// How it reads on paper, when otherwise.
    pub say: Option<Text>,
    /// Small text beside it.
    pub note: Option<Text>,
    /// Another wording that gives less away.
    pub softer: Option<Text>,
    /// The group it stands in.
    pub group: Option<Text>,
    /// Our estimate of what it gives away.
    pub level: Option<Level>,
    /// Tags for filters and conditions.
    pub tags: Vec<Text>,
    /// Offered only then.
    pub when: Rule,
    /// Excludes all others.
    pub alone: bool,
    /// A working agreement to start from.
    pub agreement: Option<Later<BTreeMap<Part, PartText>>>,
    /// What speaks for and against choosing it, read on wish.
    pub about: Option<Later<About>>,
    /// For lists of considerations.
    pub consideration: Option<Box<Consideration>>,
    /// Where it stands.
    pub place: Place,
}

/// A shared list.
#[derive(Debug, Clone, PartialEq)]
pub struct List {
    /// Its name.
    pub id: String,
    /// Headings, in order: id and label.
    pub groups: Vec<(Text, Text)>,
    /// The things, in order.
    pub items: Vec<Arc<Item>>,
}

impl List {
    /// Reads a list file.
    pub fn read(node: &Node, found: &mut Diagnostics) -> Self {
        let mut fields = Fields::of(node, found);
        let id = fields.needed_text("list", found);
        if !id.is_empty() && !is_id(&id) {
            found.add_with(
                Code::BadId,
                fields.place_of("list"),
                vec![("name", id.clone())],
            );
        }
        let group_nodes = fields.list("groups", found);
        let groups: Vec<_> = group_nodes.iter().map(|node| group(node, found)).collect();
        let names = groups.iter().map(|(id, _)| id.as_str());
        found.unique(names.zip(group_nodes.iter().map(|node| &node.place)));
        let nodes = fields.needed_list("items", found);
        let items = read_items(nodes, found);
        fields.done(found);
        for (item, node) in items.iter().zip(nodes) {
            if let Some(group) = &item.group
                && !groups.iter().any(|(id, _)| id == group)
            {
                let group_node = node.get("group").unwrap_or(node);
                found.unknown(
                    Code::UnknownGroup,
                    &group_node.place,
                    group,
                    groups.iter().map(|(id, _)| id.as_str()),
                );
            }
        }
        check_pairs(&items, &node.place, found);
        Self { id, groups, items }
    }
}

fn group(node: &Node, found: &mut Diagnostics) -> (Text, Text) {
    let mut fields = Fields::of(node, found);
    let group = (
        fields.id(found).into(),
        fields.needed_text("label", found).into(),
    );
    fields.done(found);
    group
}

/// Reads things that can be chosen; reports ids that stand twice.
pub fn read_items(nodes: &[Node], found: &mut Diagnostics) -> Vec<Arc<Item>> {
    read_all(nodes, false, found)
}

/// As [`read_items`], where what speaks for and against each of them can be read on wish.
pub fn read_items_with_about(nodes: &[Node], found: &mut Diagnostics) -> Vec<Arc<Item>> {
    read_all(nodes, true, found)
}

fn read_all(nodes: &[Node], with_about: bool, found: &mut Diagnostics) -> Vec<Arc<Item>> {
    let items: Vec<Arc<Item>> = nodes
        .iter()
        .map(|node| Arc::new(read_item(node, with_about, found)))
        .collect();
    found.unique(items.iter().map(|item| (item.id.as_str(), &item.place)));
    items
}

fn read_item(node: &Node, with_about: bool, found: &mut Diagnostics) -> Item {
    let mut fields = Fields::of(node, found);
    let kept = |text: Option<String>| text.map(Text::from);
    let item = Item {
        id: ItemId::new(&fields.id(found)),
        label: fields.needed_text("label", found).into(),
        say: kept(fields.text("say", found)),
        note: kept(fields.text("note", found)),
        softer: kept(fields.text("softer", found)),
        group: kept(fields.text("group", found)),
        level: fields
            .number("level", 0..=2, found)
            .map(|number| match number {
                0 => Level::Ordinary,
                1 => Level::Energy,
                _ => Level::Guess,
            }),
        tags: tags(&mut fields, found),
        when: fields
            .node("when", found)
            .map_or(Rule::Always, |node| rule::read(node, found)),
        alone: fields.flag("alone", found),
        agreement: fields
            .node("agreement", found)
            .map(|node| agreement(node, found))
            .filter(|parts| !parts.is_empty())
            .map(Later::read),
        about: if with_about {
            About::read(&mut fields, found).map(Later::read)
        } else {
            None
        },
        consideration: consideration(&mut fields, found).map(Box::new),
        place: node.place.clone(),
    };
    fields.done(found);
    item
}

fn tags(fields: &mut Fields<'_>, found: &mut Diagnostics) -> Vec<Text> {
    let mut tags = Vec::new();
    for (tag, place) in fields.texts("tags", found) {
        if !is_id(&tag) {
            found.add_with(Code::BadId, place, vec![("name", tag.clone())]);
        }
        tags.push(tag.into());
    }
    tags
}

fn agreement(node: &Node, found: &mut Diagnostics) -> BTreeMap<Part, PartText> {
    let mut fields = Fields::of(node, found);
    let mut parts = BTreeMap::new();
    for part in Part::ALL {
        let Some(node) = fields.needed(part.name(), found) else {
            continue;
        };
        let text = if node.shape() == Shape::Map {
            let mut inner = Fields::of(node, found);
            let text = PartText {
                text: inner.needed_text("text", found).into(),
                example: Some(inner.needed_text("example", found).into()),
                general: Some(inner.needed_text("general", found).into()),
            };
            inner.done(found);
            text
        } else {
            PartText {
                text: fields.text(part.name(), found).unwrap_or_default().into(),
                example: None,
                general: None,
            }
        };
        parts.insert(part, text);
    }
    fields.done(found);
    parts
}

/// Column, pole and pair belong together: one of them brings the other two.
fn consideration(fields: &mut Fields<'_>, found: &mut Diagnostics) -> Option<Consideration> {
    const PARTS: [&str; 3] = ["column", "pole", "pair"];
    if !PARTS.iter().any(|part| fields.has(part)) {
        // Asked all the same, so that a misspelled one is recognized.
        for part in PARTS {
            fields.node(part, found);
        }
        return None;
    }
    let column = fields.needed_text("column", found);
    let pole = fields.needed_text("pole", found);
    let pair = fields.needed_text("pair", found);
    let pole = match pole.as_str() {
        "for" | "" => Pole::For,
        "against" => Pole::Against,
        other => {
            let place = fields.place_of("pole");
            found.unknown(Code::UnknownWord, place, other, ["for", "against"]);
            return None;
        }
    };
    (!column.is_empty() && !pair.is_empty()).then(|| Consideration {
        column: ItemId::new(&column),
        pole,
        pair: pair.into(),
    })
}

/// Every pair is one for and one against of one column; every column has as many pairs.
fn check_pairs(items: &[Arc<Item>], place: &Place, found: &mut Diagnostics) {
    let mut pairs: BTreeMap<&str, Vec<&Item>> = BTreeMap::new();
    for item in items {
        if let Some(consideration) = &item.consideration {
            pairs.entry(&consideration.pair).or_default().push(item);
        }
    }
    let mut columns: BTreeMap<&ItemId, usize> = BTreeMap::new();
    for (pair, members) in &pairs {
        let sides: Vec<_> = members
            .iter()
            .filter_map(|item| item.consideration.as_ref())
            .map(|one| (&one.column, one.pole))
            .collect();
        let even =
            matches!(sides.as_slice(), [(a, first), (b, second)] if a == b && first != second);
        if let (false, Some(item)) = (even, members.last()) {
            found.add_with(
                Code::UnevenPair,
                &item.place,
                vec![("name", (*pair).to_owned())],
            );
        } else if let Some((column, _)) = sides.first() {
            *columns.entry(column).or_default() += 1;
        }
    }
    let mut counts: Vec<usize> = columns.values().copied().collect();
    counts.dedup();
    if counts.len() > 1 {
        let list: Vec<String> = columns
            .iter()
            .map(|(column, count)| format!("{column} {count}"))
            .collect();
        found.add_with(Code::UnevenColumns, place, vec![("name", list.join(", "))]);
    }
}
