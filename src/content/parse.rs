//! From YAML text to located values; the only file that names the YAML crate.
//!
//! Strict: `yes`, `no`, `ja` and `nee` are text, anchors and aliases are refused, as are more than [`MAX_DEPTH`] levels,
//! more than [`MAX_BYTES`] bytes, and a second document. A syntax error ends the reading of its file; every later check
//! can then report all it finds.

use std::fmt;

use serde::de::{Deserialize, DeserializeOwned, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::{Location, Spanned};

use crate::core::source::{Code, Diagnostic, Diagnostics, Node, Place, Value};

/// The deepest nesting that is read.
pub const MAX_DEPTH: usize = 24;
/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// Reads one document.
pub fn parse(file: &str, text: &str) -> Result<Node, Diagnostics> {
    let raw: Spanned<Raw> = read(file, text)?;
    Ok(locate(raw, &file.into()))
}

/// Reads one document into a plain type of the program's own, such as the catalogue of words.
pub fn typed<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Diagnostics> {
    read(file, text)
}

fn read<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Diagnostics> {
    let mut found = Diagnostics::default();
    if text.len() > MAX_BYTES {
        found.add_with(
            Code::TooLarge,
            &Place::start(file),
            vec![("number", MAX_BYTES.to_string())],
        );
        return Err(found);
    }
    serde_yaml::from_str_with_options(text, options()).map_err(|error| {
        found.append(complaint(file, &error).into());
        found
    })
}

fn options() -> serde_yaml::Options {
    serde_yaml::options! {
        budget: serde_yaml::budget! {
            max_depth: MAX_DEPTH,
            max_aliases: 0,
            max_anchors: 0,
            max_documents: 1,
            flow_nesting_limit: MAX_DEPTH,
        },
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        duplicate_keys: serde_yaml::DuplicateKeyPolicy::PassThrough,
        merge_keys: serde_yaml::MergeKeyPolicy::AsOrdinary,
        with_snippet: false,
    }
}

/// Turns the reader's error into one of ours. Its own sentence is English and may quote the file, so only its kind and place are kept.
fn complaint(file: &str, error: &serde_yaml::Error) -> Diagnostic {
    let place = error.location().map_or_else(
        || Place::start(file),
        |location| place(&file.into(), location),
    );
    let debug = format!("{error:?}");
    let mut values = Vec::new();
    let code = if debug.contains("Alias") || debug.contains("Anchor") {
        Code::Alias
    } else if debug.contains("Depth") || debug.contains("Nesting") || debug.contains("recursion") {
        values.push(("number", MAX_DEPTH.to_string()));
        Code::TooDeep
    } else {
        Code::Syntax
    };
    Diagnostic {
        code,
        place,
        values,
        related: None,
    }
}

impl From<Diagnostic> for Diagnostics {
    fn from(one: Diagnostic) -> Self {
        let mut list = Self::default();
        list.add_with(one.code, &one.place, one.values);
        list
    }
}

#[derive(Debug)]
enum Raw {
    Empty,
    Flag(bool),
    Number(i64),
    Text(String),
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<Raw>, Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }
    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Empty)
    }
    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Empty)
    }
    fn visit_bool<E>(self, value: bool) -> Result<Raw, E> {
        Ok(Raw::Flag(value))
    }
    fn visit_i64<E>(self, value: i64) -> Result<Raw, E> {
        Ok(Raw::Number(value))
    }
    fn visit_u64<E>(self, value: u64) -> Result<Raw, E> {
        Ok(i64::try_from(value).map_or_else(|_| Raw::Text(value.to_string()), Raw::Number))
    }
    fn visit_i128<E>(self, value: i128) -> Result<Raw, E> {
        Ok(Raw::Text(value.to_string()))
    }
    fn visit_u128<E>(self, value: u128) -> Result<Raw, E> {
        Ok(Raw::Text(value.to_string()))
    }
    fn visit_f64<E>(self, value: f64) -> Result<Raw, E> {
        Ok(Raw::Text(value.to_string()))
    }
    fn visit_str<E>(self, value: &str) -> Result<Raw, E> {
        Ok(Raw::Text(value.to_owned()))
    }
    fn visit_string<E>(self, value: String) -> Result<Raw, E> {
        Ok(Raw::Text(value))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Raw, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element()? {
            items.push(item);
        }
        Ok(Raw::List(items))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Raw, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = access.next_entry()? {
            pairs.push(pair);
        }
        Ok(Raw::Map(pairs))
    }
}

fn locate(raw: Spanned<Raw>, file: &std::sync::Arc<str>) -> Node {
    let value = match raw.value {
        Raw::Empty => Value::Empty,
        Raw::Flag(flag) => Value::Flag(flag),
        Raw::Number(number) => Value::Number(number),
        Raw::Text(text) => Value::Text(text),
        Raw::List(items) => Value::List(items.into_iter().map(|item| locate(item, file)).collect()),
        Raw::Map(pairs) => Value::Map(
            pairs
                .into_iter()
                .map(|(key, value)| (locate(key, file), locate(value, file)))
                .collect(),
        ),
    };
    Node {
        value,
        place: place(file, raw.referenced),
    }
}

fn place(file: &std::sync::Arc<str>, location: Location) -> Place {
    let number = |value: u64| u32::try_from(value).unwrap_or(u32::MAX).max(1);
    Place {
        file: file.clone(),
        line: number(location.line()),
        column: number(location.column()),
    }
}
