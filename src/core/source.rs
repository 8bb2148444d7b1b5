//! Located values: what a question file says, and where it says it.
//!
//! A [`Node`] is a value with its [`Place`]. [`Fields`] takes settings out of a mapping by name, collects every complaint
//! in [`Diagnostics`] and goes on reading, so that an author sees all mistakes at once.
//! Knows nothing of YAML, of files on disk, or of what the settings mean.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

/// Where a value stands. Lines and columns count from 1; columns count characters.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The file as the author knows it, such as `openness/guide.yml`.
    pub file: Arc<str>,
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
}

impl Place {
    /// The first character of a file: the place of a mistake that concerns the whole file.
    pub fn start(file: &str) -> Self {
        Self {
            file: file.into(),
            line: 1,
            column: 1,
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// Where it begins.
    pub place: Place,
}

/// What a question file can say.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing after the colon, or `null`.
    Empty,
    /// `true` or `false`; `yes`, `no`, `ja` and `nee` are text.
    Flag(bool),
    /// A whole number.
    Number(i64),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A mapping. Duplicate keys are kept as they stand, so that [`Fields`] can report them.
    Map(Vec<(Node, Node)>),
}

/// What a setting should have been; also the kind of a value that was found instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Nothing.
    Empty,
    /// `true` or `false`.
    Flag,
    /// A whole number.
    Number,
    /// Text.
    Text,
    /// A list.
    List,
    /// A mapping.
    Map,
}

impl Node {
    /// Says which kind of value this is.
    pub fn shape(&self) -> Shape {
        match self.value {
            Value::Empty => Shape::Empty,
            Value::Flag(_) => Shape::Flag,
            Value::Number(_) => Shape::Number,
            Value::Text(_) => Shape::Text,
            Value::List(_) => Shape::List,
            Value::Map(_) => Shape::Map,
        }
    }

    /// Returns the text of a scalar; numbers and flags read as they are written.
    pub fn text(&self) -> Option<String> {
        match &self.value {
            Value::Text(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            Value::Flag(flag) => Some(flag.to_string()),
            Value::Empty | Value::List(_) | Value::Map(_) => None,
        }
    }

    /// Returns the pairs of a mapping, and nothing for any other value.
    pub fn pairs(&self) -> &[(Node, Node)] {
        match &self.value {
            Value::Map(pairs) => pairs,
            Value::Empty | Value::Flag(_) | Value::Number(_) | Value::Text(_) | Value::List(_) => {
                &[]
            }
        }
    }

    /// Returns the items of a list, and nothing for any other value.
    pub fn items(&self) -> &[Node] {
        match &self.value {
            Value::List(items) => items,
            Value::Empty | Value::Flag(_) | Value::Number(_) | Value::Text(_) | Value::Map(_) => {
                &[]
            }
        }
    }

    /// Looks a setting up in a mapping.
    pub fn get(&self, name: &str) -> Option<&Node> {
        self.pairs()
            .iter()
            .find(|(key, _)| key.text().as_deref() == Some(name))
            .map(|(_, value)| value)
    }
}

/// The name of a mistake in a question file. Each has its words in `ui.yml`, and a file that triggers it alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// Not YAML.
    Syntax,
    /// The same key twice in one mapping.
    DuplicateKey,
    /// An anchor or alias.
    Alias,
    /// More levels than the limit.
    TooDeep,
    /// More text than the limit.
    TooLarge,
    /// A setting that does not exist here.
    UnknownSetting,
    /// A setting that must be there.
    MissingSetting,
    /// A value of the wrong kind.
    WrongShape,
    /// An empty text or list.
    EmptyValue,
    /// A question kind that does not exist.
    UnknownKind,
    /// An id used twice.
    DuplicateId,
    /// An id with characters that ids may not have.
    BadId,
    /// A reference to a question that does not exist.
    UnknownQuestion,
    /// A condition that looks at a later question.
    ForwardReference,
    /// A condition on an answer that the question does not offer.
    UnknownOption,
    /// A condition on a field that the form does not have.
    UnknownField,
    /// A condition that does not fit the kind of the question.
    RuleMismatch,
    /// A word that is no condition.
    UnknownCondition,
    /// A list that does not exist.
    UnknownList,
    /// A group that the list does not have.
    UnknownGroup,
    /// A step that does not exist.
    UnknownStep,
    /// A term that the glossary does not have.
    UnknownTerm,
    /// A fact that does not exist.
    UnknownFact,
    /// A number outside its limits.
    OutOfRange,
    /// A word where one of a few is needed.
    UnknownWord,
    /// A pair of considerations that is not one for and one against of the same column.
    UnevenPair,
    /// Columns with a different number of pairs.
    UnevenColumns,
    /// A `for_each` over a question without things to choose.
    NotRepeatable,
    /// An `agreement` without `for_each`, or with things that have no agreement.
    NoAgreement,
    /// A route that makes no paper, or a guide with more than one such step.
    NoSheet,
    /// A step that no route holds.
    UnusedStep,
    /// A text in the other language that belongs to nothing.
    StaleWording,
    /// A text that is missing in the other language.
    MissingWording,
    /// A question text longer than the limit.
    TooLong,
    /// An entry of the health-word lists that no text can trigger.
    BadHealthWord,
}

impl Code {
    /// Every code, for `explain` and for the test that none is forgotten.
    pub const ALL: [Self; 35] = [
        Self::Syntax,
        Self::DuplicateKey,
        Self::Alias,
        Self::TooDeep,
        Self::TooLarge,
        Self::UnknownSetting,
        Self::MissingSetting,
        Self::WrongShape,
        Self::EmptyValue,
        Self::UnknownKind,
        Self::DuplicateId,
        Self::BadId,
        Self::UnknownQuestion,
        Self::ForwardReference,
        Self::UnknownOption,
        Self::UnknownField,
        Self::RuleMismatch,
        Self::UnknownCondition,
        Self::UnknownList,
        Self::UnknownGroup,
        Self::UnknownStep,
        Self::UnknownTerm,
        Self::UnknownFact,
        Self::OutOfRange,
        Self::UnknownWord,
        Self::UnevenPair,
        Self::UnevenColumns,
        Self::NotRepeatable,
        Self::NoAgreement,
        Self::NoSheet,
        Self::UnusedStep,
        Self::StaleWording,
        Self::MissingWording,
        Self::TooLong,
        Self::BadHealthWord,
    ];

    /// Returns the code as authors see it, such as `Q006`. Codes are never renumbered.
    pub fn id(self) -> String {
        format!(
            "Q{:03}",
            Self::ALL
                .iter()
                .position(|code| *code == self)
                .unwrap_or_default()
                + 1
        )
    }
}

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

    /// Adds a reference to a name that does not exist, with the nearest name that does.
    pub fn unknown<'a>(
        &mut self,
        code: Code,
        place: &Place,
        name: &str,
        known: impl IntoIterator<Item = &'a str>,
    ) {
        let near = nearest(name, known).unwrap_or_default();
        self.add_with(code, place, vec![("name", name.to_owned()), ("near", near)]);
    }

    /// Takes over all mistakes of another list.
    pub fn append(&mut self, mut other: Self) {
        self.list.append(&mut other.list);
    }

    /// Says whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Returns the mistakes in the order of the files.
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut list: Vec<_> = self.list.iter().collect();
        list.sort_by(|a, b| (&a.place, a.code).cmp(&(&b.place, b.code)));
        list
    }
}

/// Finds the known name that looks most like a misspelled one, if any is near.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    known
        .into_iter()
        .map(|candidate| (strsim::osa_distance(name, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= 2.max(candidate.chars().count() / 3))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate.to_owned())
}

/// Says whether a text may be an id: lower case letters, digits and hyphens, at most 60.
pub fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 60
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// Reads the settings of one mapping, by name.
///
/// Invariants:
/// - every setting that was not taken is reported by [`Fields::done`], with the nearest name that exists here;
/// - every reader returns a usable value after a mistake, so that reading goes on.
#[derive(Debug)]
pub struct Fields<'a> {
    node: &'a Node,
    asked: BTreeSet<&'static str>,
}

impl<'a> Fields<'a> {
    /// Begins to read a mapping; any other value is reported and read as an empty one.
    pub fn of(node: &'a Node, found: &mut Diagnostics) -> Self {
        if node.shape() == Shape::Map {
            let mut seen: Vec<(String, &Place)> = Vec::new();
            for (key, _) in node.pairs() {
                let Some(name) = key.text() else {
                    found.add_with(
                        Code::WrongShape,
                        &key.place,
                        vec![
                            ("expected", shape_name(Shape::Text)),
                            ("found", shape_name(key.shape())),
                        ],
                    );
                    continue;
                };
                if let Some((_, first)) = seen.iter().find(|(other, _)| *other == name) {
                    found.add_related(Code::DuplicateKey, &key.place, vec![("name", name)], first);
                } else {
                    seen.push((name, &key.place));
                }
            }
        } else {
            wrong(found, node, Shape::Map);
        }
        Self {
            node,
            asked: BTreeSet::new(),
        }
    }

    /// The place of the whole mapping.
    pub fn place(&self) -> &'a Place {
        &self.node.place
    }

    /// Takes a setting that may be absent. An empty value counts as absent, and is reported.
    pub fn node(&mut self, name: &'static str, found: &mut Diagnostics) -> Option<&'a Node> {
        self.asked.insert(name);
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
        texts_of(node, found)
    }

    /// Reports every setting that was not taken.
    pub fn done(self, found: &mut Diagnostics) {
        for (key, _) in self.node.pairs() {
            if let Some(name) = key.text()
                && !self.asked.contains(name.as_str())
            {
                found.unknown(
                    Code::UnknownSetting,
                    &key.place,
                    &name,
                    self.asked.iter().copied(),
                );
            }
        }
    }
}

/// Reads one text or a list of texts.
pub fn texts_of<'a>(node: &'a Node, found: &mut Diagnostics) -> Vec<(String, &'a Place)> {
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
