//! Located values as a row of bytes: written when the program is built, taken out again without reading a file anew.
//!
//! Every value comes back as it was, with its place. Texts are not copied: they stay where they are in the program.

use std::borrow::Cow;
use std::sync::Arc;

use crate::core::packed::{Pack, Unpack};
use crate::core::source::node::{Node, Place, Value};

/// What stands before each value, to tell its kind.
const EMPTY: usize = 0;
const FALSE: usize = 1;
const TRUE: usize = 2;
const NUMBER: usize = 3;
const TEXT: usize = 4;
const LIST: usize = 5;
const MAP: usize = 6;

impl Node {
    /// Writes the value, to be read again by [`unpack`](Self::unpack).
    pub fn pack(&self, to: &mut Pack) {
        let mut texts = String::new();
        let mut values = Pack::default();
        pack(self, &mut values, &mut texts, &mut 0);
        to.text(texts);
        to.text(values.done());
    }

    /// Reads a value of the file with this name; nothing where something else was written.
    pub fn unpack(from: &mut Unpack, file: &str) -> Option<Self> {
        let mut reader = Reader {
            texts: from.text()?,
            file: file.into(),
            line: 0,
        };
        let mut values = Unpack::of(from.letters()?);
        reader.node(&mut values)
    }
}

/// Writes a value; the texts of all values stand together. `line` is that of the value before: a file is read from its
/// beginning to its end.
fn pack(node: &Node, to: &mut Pack, texts: &mut String, line: &mut u32) {
    let small = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    to.number(match &node.value {
        Value::Empty => EMPTY,
        Value::Flag(false) => FALSE,
        Value::Flag(true) => TRUE,
        Value::Number(_) => NUMBER,
        Value::Text(_) => TEXT,
        Value::List(_) => LIST,
        Value::Map(_) => MAP,
    });
    to.number(small(node.place.line.saturating_sub(*line)));
    *line = node.place.line;
    to.number(small(node.place.column));
    match &node.value {
        Value::Empty | Value::Flag(_) => {}
        Value::Number(number) => to.bytes(&number.to_le_bytes()),
        Value::Text(text) => {
            to.number(text.len());
            texts.push_str(text);
        }
        Value::List(items) => to.all(items.iter(), |to, item| pack(item, to, texts, line)),
        Value::Map(pairs) => to.all(pairs.iter(), |to, (key, value)| {
            pack(key, to, texts, line);
            pack(value, to, texts, line);
        }),
    }
}

struct Reader {
    /// The texts that were not read yet.
    texts: &'static str,
    file: Arc<str>,
    line: u32,
}

impl Reader {
    fn node(&mut self, from: &mut Unpack) -> Option<Node> {
        let kind = from.number()?;
        self.line += u32::try_from(from.number()?).ok()?;
        let place = Place {
            file: self.file.clone(),
            line: self.line,
            column: u32::try_from(from.number()?).ok()?,
        };
        let value = match kind {
            EMPTY => Value::Empty,
            FALSE => Value::Flag(false),
            TRUE => Value::Flag(true),
            NUMBER => Value::Number(i64::from_le_bytes(*from.row(1)?.first()?)),
            TEXT => Value::Text(Cow::Borrowed(self.text(from.number()?)?)),
            LIST => Value::List(from.all(|from| self.node(from))?),
            MAP => Value::Map(from.all(|from| Some((self.node(from)?, self.node(from)?)))?),
            _ => return None,
        };
        Some(Node { value, place })
    }

    fn text(&mut self, len: usize) -> Option<&'static str> {
        let (text, rest) = self.texts.split_at_checked(len)?;
        self.texts = rest;
        Some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(line: u32, column: u32, value: Value) -> Node {
        let file = "test.yml".into();
        Node {
            value,
            place: Place { file, line, column },
        }
    }

    #[test]
    fn a_value_comes_back_as_it_was_with_its_place() {
        let pairs = vec![
            (
                at(1, 1, Value::Text("één".into())),
                at(1, 6, Value::Flag(true)),
            ),
            (
                at(2, 1, Value::Text("twee".into())),
                at(300, 3, Value::Number(-70_000)),
            ),
            (
                at(301, 1, Value::Text("drie".into())),
                at(301, 7, Value::Empty),
            ),
        ];
        let list = at(
            400,
            280,
            Value::List(vec![at(400, 281, Value::Flag(false))]),
        );
        let node = at(1, 1, Value::List(vec![at(1, 1, Value::Map(pairs)), list]));
        let mut pack = Pack::default();
        node.pack(&mut pack);
        let mut unpack = Unpack::of(pack.done().leak());
        assert_eq!(Node::unpack(&mut unpack, "test.yml"), Some(node));
        assert!(unpack.is_done());
        assert_eq!(Node::unpack(&mut unpack, "test.yml"), None);
    }
}
