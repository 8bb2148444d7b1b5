//! Settings, taken out of a mapping by name.
//!
//! Every complaint is collected and reading goes on, so that an author sees all mistakes at once. Knows nothing of what the settings mean.

use crate::core::source::code::Code;
use crate::core::source::diagnostics::Diagnostics;
use crate::core::source::node::{Node, Place, Shape, Value};

/// Says whether a text may be an id: lower case letters, digits and hyphens, at most 60.
pub fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 60
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// How many settings most mappings have at most.
const USUAL: usize = 16;

/// Reads the settings of one mapping, by name.
///
/// Invariants:
/// - every setting that was not taken is reported by [`Fields::done`], with the nearest name that exists here;
/// - every reader returns a usable value after a mistake, so that reading goes on.
#[derive(Debug)]
pub struct Fields<'a> {
    node: &'a Node,
    asked: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    /// Begins to read a mapping; any other value is reported and read as an empty one.
    pub fn of(node: &'a Node, found: &mut Diagnostics) -> Self {
        if node.shape() == Shape::Map {
            check_keys(node, found);
        } else {
            wrong(found, node, Shape::Map);
        }
        Self {
            node,
            asked: Vec::with_capacity(USUAL),
        }
    }

    /// Says whether a setting stands there, whatever its value.
    pub fn has(&self, name: &str) -> bool {
        self.node.get(name).is_some()
    }

    /// The place of the whole mapping.
    pub fn place(&self) -> &'a Place {
        &self.node.place
    }

    /// The place of the value of a setting; that of the whole mapping when it is absent.
    pub fn place_of(&self, name: &str) -> &'a Place {
        self.node
            .get(name)
            .map_or(&self.node.place, |node| &node.place)
    }

    /// Takes a setting that may be absent. An empty value counts as absent, and is reported.
    pub fn node(&mut self, name: &'static str, found: &mut Diagnostics) -> Option<&'a Node> {
        if !self.asked.contains(&name) {
            self.asked.push(name);
        }
        let node = self.node.get(name)?;
        if node.shape() == Shape::Empty {
            found.add_with(
                Code::EmptyValue,
                &node.place,
                vec![("name", name.to_owned())],
            );
            return None;
        }
        Some(node)
    }

    /// Takes a setting that must be there.
    pub fn needed(&mut self, name: &'static str, found: &mut Diagnostics) -> Option<&'a Node> {
        if self.node.shape() == Shape::Map && self.node.get(name).is_none() {
            found.add_with(
                Code::MissingSetting,
                &self.node.place,
                vec![("name", name.to_owned())],
            );
        }
        self.node(name, found)
    }

    /// Takes a text that may be absent.
    pub fn text(&mut self, name: &'static str, found: &mut Diagnostics) -> Option<String> {
        let node = self.node(name, found)?;
        text_of(node, name, found)
    }

    /// Takes a text that must be there; an empty one after a mistake.
    pub fn needed_text(&mut self, name: &'static str, found: &mut Diagnostics) -> String {
        self.needed(name, found)
            .and_then(|node| text_of(node, name, found))
            .unwrap_or_default()
    }

    /// Takes an id that must be there.
    pub fn id(&mut self, found: &mut Diagnostics) -> String {
        let Some(node) = self.needed("id", found) else {
            return String::new();
        };
        let text = text_of(node, "id", found).unwrap_or_default();
        if !text.is_empty() && !is_id(&text) {
            found.add_with(Code::BadId, &node.place, vec![("name", text.clone())]);
        }
        text
    }

    /// Takes a flag; false when absent.
    pub fn flag(&mut self, name: &'static str, found: &mut Diagnostics) -> bool {
        let Some(node) = self.node(name, found) else {
            return false;
        };
        if let Value::Flag(flag) = node.value {
            return flag;
        }
        wrong(found, node, Shape::Flag);
        false
    }

    /// Takes a whole number between two limits.
    pub fn number(
        &mut self,
        name: &'static str,
        limits: std::ops::RangeInclusive<i64>,
        found: &mut Diagnostics,
    ) -> Option<i64> {
        let node = self.node(name, found)?;
        number_of(node, limits, found)
    }

    /// Takes a whole number between two limits that must be there.
    pub fn needed_number(
        &mut self,
        name: &'static str,
        limits: std::ops::RangeInclusive<i64>,
        found: &mut Diagnostics,
    ) -> Option<i64> {
        let node = self.needed(name, found)?;
        number_of(node, limits, found)
    }

    /// Takes a list that may be absent; an empty one is reported.
    pub fn list(&mut self, name: &'static str, found: &mut Diagnostics) -> &'a [Node] {
        let Some(node) = self.node(name, found) else {
            return &[];
        };
        if node.shape() != Shape::List {
            wrong(found, node, Shape::List);
            return &[];
        }
        if node.items().is_empty() {
            found.add_with(
                Code::EmptyValue,
                &node.place,
                vec![("name", name.to_owned())],
            );
        }
        node.items()
    }

    /// Takes a list that must be there.
    pub fn needed_list(&mut self, name: &'static str, found: &mut Diagnostics) -> &'a [Node] {
        if self.node.shape() == Shape::Map && self.node.get(name).is_none() {
            found.add_with(
                Code::MissingSetting,
                &self.node.place,
                vec![("name", name.to_owned())],
            );
        }
        self.list(name, found)
    }

    /// Takes one text or a list of texts.
    pub fn texts(
        &mut self,
        name: &'static str,
        found: &mut Diagnostics,
    ) -> Vec<(String, &'a Place)> {
        let Some(node) = self.node(name, found) else {
            return Vec::new();
        };
        texts_of(node, name, found)
    }

    /// Takes one text or a list of texts that must be there.
    pub fn needed_texts(
        &mut self,
        name: &'static str,
        found: &mut Diagnostics,
    ) -> Vec<(String, &'a Place)> {
        let Some(node) = self.needed(name, found) else {
            return Vec::new();
        };
        texts_of(node, name, found)
    }

    /// Reports every setting that was not taken.
    pub fn done(mut self, found: &mut Diagnostics) {
        let is_asked = |name: &str| self.asked.contains(&name);
        let is_unknown = |key: &&Node| key.reading().is_some_and(|name| !is_asked(&name));
        let keys = self.node.pairs().iter().map(|(key, _)| key);
        let unknown: Vec<&Node> = keys.filter(is_unknown).collect();
        if unknown.is_empty() {
            return;
        }
        // Of names that are equally near, the first of the alphabet is told.
        self.asked.sort_unstable();
        for key in unknown {
            let name = key.reading().unwrap_or_default();
            let known = self.asked.iter().copied();
            found.unknown(Code::UnknownSetting, &key.place, &name, known);
        }
    }
}

/// Reports keys that stand twice, and keys that are no text.
pub fn check_keys(node: &Node, found: &mut Diagnostics) {
    for (number, (key, _)) in node.pairs().iter().enumerate() {
        let Some(name) = key.reading() else {
            wrong(found, key, Shape::Text);
            continue;
        };
        let mut before = node.pairs().iter().take(number).map(|(other, _)| other);
        if let Some(first) = before.find(|other| other.reads(&name)) {
            let values = vec![("name", name.into_owned())];
            found.add_related(Code::DuplicateKey, &key.place, values, &first.place);
        }
    }
}

/// Reads one text or a list of texts, the value of a setting with this name.
pub fn texts_of<'a>(
    node: &'a Node,
    name: &str,
    found: &mut Diagnostics,
) -> Vec<(String, &'a Place)> {
    if node.shape() == Shape::List && node.items().is_empty() {
        let values = vec![("name", name.to_owned())];
        found.add_with(Code::EmptyValue, &node.place, values);
    }
    let nodes = if node.shape() == Shape::List {
        node.items()
    } else {
        std::slice::from_ref(node)
    };
    let mut texts = Vec::new();
    for node in nodes {
        match node.text() {
            Some(text) => texts.push((text, &node.place)),
            None => wrong(found, node, Shape::Text),
        }
    }
    texts
}

/// Reads a whole number between two limits.
pub fn number_of(
    node: &Node,
    limits: std::ops::RangeInclusive<i64>,
    found: &mut Diagnostics,
) -> Option<i64> {
    let Value::Number(number) = node.value else {
        wrong(found, node, Shape::Number);
        return None;
    };
    if limits.contains(&number) {
        return Some(number);
    }
    let values = vec![
        ("number", number.to_string()),
        ("low", limits.start().to_string()),
        ("high", limits.end().to_string()),
    ];
    found.add_with(Code::OutOfRange, &node.place, values);
    None
}

fn text_of(node: &Node, name: &'static str, found: &mut Diagnostics) -> Option<String> {
    match node.text() {
        Some(text) if text.trim().is_empty() => {
            found.add_with(
                Code::EmptyValue,
                &node.place,
                vec![("name", name.to_owned())],
            );
            None
        }
        Some(text) => Some(text),
        None => {
            wrong(found, node, Shape::Text);
            None
        }
    }
}

/// Reports a value of the wrong kind.
pub fn wrong(found: &mut Diagnostics, node: &Node, expected: Shape) {
    found.add_with(
        Code::WrongShape,
        &node.place,
        vec![
            ("expected", shape_name(expected)),
            ("found", shape_name(node.shape())),
        ],
    );
}

/// The key of a shape in the catalogue; the catalogue gives the word.
fn shape_name(shape: Shape) -> String {
    match shape {
        Shape::Empty => "shape-empty",
        Shape::Flag => "shape-flag",
        Shape::Number => "shape-number",
        Shape::Text => "shape-text",
        Shape::List => "shape-list",
        Shape::Map => "shape-map",
    }
    .to_owned()
}
