//! A located value: what a question file says, and where it says it.
//!
//! Knows nothing of YAML, of files on disk, or of what a value means.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// Where a value stands. Lines and columns count from 1; columns count characters. Not kept with what was finished when the
/// program was built: nothing is wrong there that would be pointed at.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// The file as the author knows it, such as `openness/guide.yml`.
    #[serde(skip)]
    pub file: Arc<str>,
    /// The line, from 1.
    #[serde(skip)]
    pub line: u32,
    /// The column in characters, from 1.
    #[serde(skip)]
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
    /// Text; what is compiled in is not copied.
    Text(Cow<'static, str>),
    /// A list.
    List(Vec<Node>),
    /// A mapping. Duplicate keys are kept as they stand, so that they can be reported.
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
        self.reading().map(Cow::into_owned)
    }

    /// As [`text`](Self::text), lent where it can be.
    pub fn reading(&self) -> Option<Cow<'_, str>> {
        match &self.value {
            Value::Text(text) => Some(Cow::Borrowed(text)),
            Value::Number(number) => Some(Cow::Owned(number.to_string())),
            Value::Flag(flag) => Some(Cow::Borrowed(if *flag { "true" } else { "false" })),
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
            .find(|(key, _)| key.reads(name))
            .map(|(_, value)| value)
    }

    /// Says whether it says the same as another value, wherever that stands.
    pub fn says_same(&self, other: &Self) -> bool {
        match (&self.value, &other.value) {
            (Value::List(ours), Value::List(theirs)) => {
                ours.len() == theirs.len()
                    && ours.iter().zip(theirs).all(|(one, two)| one.says_same(two))
            }
            (Value::Map(ours), Value::Map(theirs)) => {
                ours.len() == theirs.len()
                    && ours
                        .iter()
                        .zip(theirs)
                        .all(|(one, two)| one.0.says_same(&two.0) && one.1.says_same(&two.1))
            }
            (ours, theirs) => ours == theirs,
        }
    }

    /// Says whether a scalar reads as this text.
    #[inline]
    pub(super) fn reads(&self, name: &str) -> bool {
        match &self.value {
            Value::Text(text) => text == name,
            Value::Number(_) | Value::Flag(_) => self.reading().as_deref() == Some(name),
            Value::Empty | Value::List(_) | Value::Map(_) => false,
        }
    }
}
