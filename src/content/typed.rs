//! Located values into a plain type of the program's own, such as the catalogue of words.
//!
//! Gives up without a reason where a value is not what the type asks for: the reader of the whole file says what is wrong.

use serde::de::value::{Error, MapDeserializer, SeqDeserializer};
use serde::de::{Deserialize, Deserializer, Error as _, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

use crate::core::source::{Node, Value};

/// Makes the type of a value.
pub(crate) fn from<T: Deserialize<'static>>(node: &Node) -> Option<T> {
    T::deserialize(Read(node)).ok()
}

/// A value that is being read.
#[derive(Debug, Clone, Copy)]
struct Read<'a>(&'a Node);

impl IntoDeserializer<'_> for Read<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Read<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.0.value {
            Value::Empty => Err(Error::custom("")),
            Value::Flag(flag) => visitor.visit_bool(*flag),
            Value::Number(number) => visitor.visit_i64(*number),
            Value::Text(text) => visitor.visit_str(text),
            Value::List(items) => visitor.visit_seq(SeqDeserializer::new(items.iter().map(Read))),
            Value::Map(pairs) => {
                let pairs = pairs.iter().map(|(key, value)| (Read(key), Read(value)));
                visitor.visit_map(MapDeserializer::new(pairs))
            }
        }
    }

    /// The name of a setting is a text, also where it is `true`.
    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.0.value {
            Value::Flag(flag) => visitor.visit_str(if *flag { "true" } else { "false" }),
            Value::Empty | Value::Number(_) | Value::Text(_) | Value::List(_) | Value::Map(_) => {
                self.deserialize_any(visitor)
            }
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum ignored_any
    }
}
