//! Located values into a plain type of the program's own, such as the catalogue of words.
//!
//! What does not fit is told with its place, as everywhere. The type is read from located values alone, and never from YAML
//! itself: each reader that a type is read by is compiled for all of it once more.

use std::fmt;

use serde::de::value::{MapDeserializer, SeqDeserializer, StrDeserializer};
use serde::de::{
    Deserialize, Deserializer, Error, Expected, IntoDeserializer, Unexpected, Visitor,
};
use serde::forward_to_deserialize_any;

use crate::core::source::{Code, Diagnostics, Node, Shape, Value, wrong};

/// Makes the type of a value, or tells why it is none.
pub(crate) fn from<T: Deserialize<'static>>(node: &Node) -> Result<T, Diagnostics> {
    T::deserialize(Read(node)).map_err(|misfit| misfit.told(node))
}

/// Why a value is not what a type asks for.
#[derive(Debug)]
enum Misfit {
    /// It has a setting that is none, of these.
    Unknown(String, &'static [&'static str]),
    /// It lacks a setting.
    Missing(&'static str),
    /// Something else.
    Other,
    /// It was told with its place.
    Told(Diagnostics),
}

impl Misfit {
    /// Tells it with the place of a value, unless it was told further inside.
    fn told(self, node: &Node) -> Diagnostics {
        let mut found = Diagnostics::default();
        match self {
            Self::Told(found) => return found,
            Self::Unknown(name, known) => {
                let known = known.iter().copied();
                found.unknown(Code::UnknownSetting, &node.place, &name, known);
            }
            Self::Missing(name) => {
                let values = vec![("name", name.to_owned())];
                found.add_with(Code::MissingSetting, &node.place, values);
            }
            Self::Other => found.add(Code::Syntax, &node.place),
        }
        found
    }

    fn at(self, node: &Node) -> Self {
        Self::Told(self.told(node))
    }

    fn shape(node: &Node, expected: Shape) -> Self {
        let mut found = Diagnostics::default();
        wrong(&mut found, node, expected);
        Self::Told(found)
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("misfit")
    }
}

impl std::error::Error for Misfit {}

impl Error for Misfit {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::Other
    }
    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self::Other
    }
    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        Self::Unknown(field.to_owned(), expected)
    }
    fn missing_field(field: &'static str) -> Self {
        Self::Missing(field)
    }
}

/// A value that is being read.
#[derive(Debug, Clone, Copy)]
struct Read<'a>(&'a Node);

impl IntoDeserializer<'_, Misfit> for Read<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Read<'_> {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        let read: Result<V::Value, Misfit> = match &self.0.value {
            Value::Empty => visitor.visit_unit(),
            Value::Flag(flag) => visitor.visit_bool(*flag),
            Value::Number(number) => visitor.visit_i64(*number),
            Value::Text(text) => visitor.visit_str(text),
            Value::List(items) => visitor.visit_seq(SeqDeserializer::new(items.iter().map(Read))),
            Value::Map(pairs) => {
                let pairs = pairs.iter().map(|(key, value)| (Read(key), Read(value)));
                visitor.visit_map(MapDeserializer::new(pairs))
            }
        };
        read.map_err(|misfit| misfit.at(self.0))
    }

    /// A number or `true` where a text is asked for is what an author typed.
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        let read: Result<V::Value, Misfit> = match &self.0.value {
            Value::Flag(flag) => visitor.visit_str(if *flag { "true" } else { "false" }),
            Value::Number(number) => visitor.visit_string(number.to_string()),
            Value::Text(text) => visitor.visit_str(text),
            Value::Empty | Value::List(_) | Value::Map(_) => {
                return Err(Misfit::shape(self.0, Shape::Text));
            }
        };
        read.map_err(|misfit| misfit.at(self.0))
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.needs(Shape::Flag)?.deserialize_any(visitor)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.needs(Shape::List)?.deserialize_any(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.needs(Shape::Map)?.deserialize_any(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        self.deserialize_map(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0.value {
            Value::Empty => visitor.visit_none(),
            Value::Flag(_) | Value::Number(_) | Value::Text(_) | Value::List(_) | Value::Map(_) => {
                visitor.visit_some(self)
            }
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        words: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        let Value::Text(text) = &self.0.value else {
            return Err(Misfit::shape(self.0, Shape::Text));
        };
        let word: StrDeserializer<'_, Misfit> = StrDeserializer::new(text);
        let read = word.deserialize_enum(name, words, visitor);
        read.map_err(|misfit| misfit.at(self.0))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct ignored_any
    }
}

impl Read<'_> {
    fn needs(self, shape: Shape) -> Result<Self, Misfit> {
        if self.0.shape() == shape {
            Ok(self)
        } else {
            Err(Misfit::shape(self.0, shape))
        }
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::content::parse::parse;

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Whole {
        text: String,
        flag: bool,
        number: u8,
        list: Vec<Word>,
        perhaps: Option<Inner>,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(rename_all = "lowercase")]
    enum Word {
        One,
        Two,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct Inner(String);

    fn read(text: &str) -> Result<Whole, String> {
        let node = parse("a.yml", text).expect("it is YAML");
        from(&node).map_err(|found| {
            let one = found.sorted().first().copied().expect("it is told");
            format!("{:?} {}:{}", one.code, one.place.line, one.place.column)
        })
    }

    #[test]
    fn a_value_becomes_its_type_and_what_does_not_fit_is_told_in_its_place() {
        let whole = "text: 12\nflag: true\nnumber: 3\nlist: [one, two]\nperhaps: true\n";
        let expected = Whole {
            text: "12".to_owned(),
            flag: true,
            number: 3,
            list: vec![Word::One, Word::Two],
            perhaps: Some(Inner("true".to_owned())),
        };
        assert_eq!(read(whole), Ok(expected));
        for (from, to, expected) in [
            ("text: 12", "text: [a]", "WrongShape 1:7"),
            ("flag: true", "flag: maybe", "WrongShape 2:7"),
            ("number: 3", "number: many", "Syntax 3:9"),
            ("number: 3", "number: 300", "Syntax 3:9"),
            ("[one, two]", "[one, three]", "Syntax 4:13"),
            ("[one, two]", "one", "WrongShape 4:7"),
            ("text: 12\n", "", "MissingSetting 1:1"),
            ("perhaps: true", "perhapz: true", "UnknownSetting 5:1"),
        ] {
            assert_eq!(
                read(&whole.replace(from, to)),
                Err(expected.to_owned()),
                "{to}"
            );
        }
        assert!(
            read(&whole.replace("perhaps: true", "perhaps:"))
                .is_ok_and(|whole| whole.perhaps.is_none())
        );
    }
}
