//! From YAML text to located values; the only file that names the YAML crate.
//!
//! Strict: `yes`, `no`, `ja` and `nee` are text, anchors and aliases are refused, as are more than [`MAX_DEPTH`] levels,
//! more than [`MAX_BYTES`] bytes or [`MAX_VALUES`] values, and a second document. A mistake in the YAML ends the reading of its file; every later
//! check can then report all it finds.

use std::fmt;
use std::sync::Arc;

use serde::de::{Deserialize, DeserializeOwned, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::budget::BudgetBreach;
use serde_yaml::granit_parser::ErrorKind;
use serde_yaml::{Error, ExternalMessageSource, Location, Spanned};

use crate::content::slips::{open_quote, slip};
use crate::content::{quick, typed};
use crate::core::source::{Code, Diagnostics, Node, Place, Value};

/// The deepest nesting that is read.
pub const MAX_DEPTH: usize = 24;
/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// The most values that are read from one file; the largest shipped one has a tenth of it.
pub const MAX_VALUES: usize = 100_000;

/// Reads one document: the quick way where it is written as usual, else by everything that YAML knows.
pub fn parse(file: &str, text: &str) -> Result<Node, Diagnostics> {
    match quick::read(file, text) {
        Some(node) => Ok(node),
        None => parse_whole(file, text),
    }
}

/// Reads one document by everything that YAML knows, however it is written. What is wrong in it is told from here.
pub fn parse_whole(file: &str, text: &str) -> Result<Node, Diagnostics> {
    let text = without_mark(text);
    let mut found = Diagnostics::default();
    if text.len() > MAX_BYTES {
        found.add_with(Code::TooLarge, &Place::start(file), most_bytes());
        return Err(found);
    }
    let raw: Spanned<Raw> = match serde_yaml::from_str_with_options(text, options()) {
        Ok(raw) => raw,
        Err(error) => {
            complain(file, text, &error, &mut found);
            return Err(found);
        }
    };
    let node = locate(raw, &file.into(), text, &mut found);
    if found.is_empty() {
        Ok(node)
    } else {
        Err(found)
    }
}

/// Reads one document into a plain type of the program's own, such as the catalogue of words.
pub fn typed<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Diagnostics> {
    typed::from(&parse(file, text)?)
}

/// Some editors begin a file with an invisible mark; it belongs to no line.
fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{FEFF}').unwrap_or(text)
}

/// The limit in megabytes, as authors are told.
fn most_bytes() -> Vec<(&'static str, String)> {
    vec![("number", (MAX_BYTES / 1024 / 1024).to_string())]
}

fn options() -> serde_yaml::Options {
    serde_yaml::options! {
        budget: serde_yaml::budget! {
            max_depth: MAX_DEPTH,
            max_nodes: MAX_VALUES,
            max_aliases: 0,
            max_anchors: 0,
            max_documents: 1,
            flow_nesting_limit: MAX_DEPTH,
        },
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        non_finite_float_policy: serde_yaml::NonFiniteFloatPolicy::AsString,
        duplicate_keys: serde_yaml::DuplicateKeyPolicy::PassThrough,
        merge_keys: serde_yaml::MergeKeyPolicy::AsOrdinary,
        with_snippet: false,
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the errors of a crate that grows; what has no name here is a mistake in the YAML all the same"
)]
/// Turns the reader's error into one of ours. Its own sentence is English and may quote the file, so only its kind and place are kept.
fn complain(file: &str, text: &str, error: &Error, found: &mut Diagnostics) {
    let place = error.location().map_or_else(
        || Place::start(file),
        |location| place(&file.into(), location),
    );
    match error {
        Error::Budget { breach, .. } => match breach {
            BudgetBreach::Aliases { .. }
            | BudgetBreach::Anchors { .. }
            | BudgetBreach::AliasAnchorRatio { .. }
            | BudgetBreach::RecordedAnchorEvents { .. }
            | BudgetBreach::RecordedAnchorBytes { .. } => found.add(Code::Alias, &place),
            BudgetBreach::Depth { .. } => found.add_with(
                Code::TooDeep,
                &place,
                vec![("number", MAX_DEPTH.to_string())],
            ),
            BudgetBreach::Documents { .. } => found.add(Code::SecondDocument, &place),
            // Every other limit of the reader is one of size.
            _ => found.add_with(Code::TooLarge, &place, most_bytes()),
        },
        Error::UnknownAnchor { .. } | Error::AliasError { .. } => found.add(Code::Alias, &place),
        Error::MultipleDocuments { .. } => found.add(Code::SecondDocument, &place),
        Error::DuplicateMappingKey { key, .. } => found.add_with(
            Code::DuplicateKey,
            &place,
            vec![("name", key.clone().unwrap_or_default())],
        ),
        Error::ExternalMessage { source, .. } => match source.as_ref() {
            ExternalMessageSource::Parser(error) => {
                complain_of_scan(text, error.kind(), &place, found);
            }
            _ => found.add(Code::Syntax, &place),
        },
        _ => found.add(Code::Syntax, &place),
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the errors of a crate that grows; the slip behind the others is looked for in the text"
)]
/// Names what is wrong with the signs themselves.
fn complain_of_scan(text: &str, kind: &ErrorKind, place: &Place, found: &mut Diagnostics) {
    let number = || vec![("number", MAX_DEPTH.to_string())];
    match kind {
        ErrorKind::RecursionLimitExceeded => found.add_with(Code::TooDeep, place, number()),
        ErrorKind::UnknownAnchor => found.add(Code::Alias, place),
        ErrorKind::MultipleDocumentsUnsupported => found.add(Code::SecondDocument, place),
        ErrorKind::UnexpectedCharacter { .. } | ErrorKind::MissingAnchorOrAliasName => {
            found.add(Code::NeedsQuotes, place);
        }
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::DocumentIndicatorInQuotedScalar
        | ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar
        | ErrorKind::UnknownQuotedScalarEscape => {
            found.add(Code::OpenQuote, &open_quote(text, place));
        }
        _ => {
            let slip = slip(text, place);
            found.add(slip.code, &slip.place);
        }
    }
}

#[derive(Debug)]
enum Raw {
    Empty,
    Flag(bool),
    Number(i64),
    /// A number that is not a whole one, or too large: kept as it is written.
    Other(String),
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
        Ok(i64::try_from(value).map_or_else(|_| Raw::Other(value.to_string()), Raw::Number))
    }
    fn visit_i128<E>(self, value: i128) -> Result<Raw, E> {
        Ok(Raw::Other(value.to_string()))
    }
    fn visit_u128<E>(self, value: u128) -> Result<Raw, E> {
        Ok(Raw::Other(value.to_string()))
    }
    fn visit_f64<E>(self, value: f64) -> Result<Raw, E> {
        Ok(Raw::Other(value.to_string()))
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

fn locate(raw: Spanned<Raw>, file: &Arc<str>, text: &str, found: &mut Diagnostics) -> Node {
    let here = place(file, raw.referenced);
    if let Some(column) = tag_before(text, raw.referenced) {
        found.add(
            Code::NeedsQuotes,
            &Place {
                column,
                ..here.clone()
            },
        );
    }
    let written = || written(text, raw.referenced);
    // `1.50`, `0x1F` and `True` mean something to YAML; here they are what an author typed, unless they are typed plainly.
    let plainly = |plain: String, value: Value| match written() {
        Some(written) if written != plain => Value::Text(written.to_owned().into()),
        Some(_) | None => value,
    };
    let value = match raw.value {
        Raw::Empty => Value::Empty,
        Raw::Flag(flag) => plainly(flag.to_string(), Value::Flag(flag)),
        Raw::Number(number) => plainly(number.to_string(), Value::Number(number)),
        Raw::Other(other) => Value::Text(written().map_or(other, str::to_owned).into()),
        Raw::Text(text) => Value::Text(text.into()),
        Raw::List(items) => Value::List(
            items
                .into_iter()
                .map(|item| locate(item, file, text, found))
                .collect(),
        ),
        Raw::Map(pairs) => Value::Map(
            pairs
                .into_iter()
                .map(|(key, value)| {
                    let key = locate(key, file, text, found);
                    (key, locate(value, file, text, found))
                })
                .collect(),
        ),
    };
    Node { value, place: here }
}

/// The value as it stands in the file.
fn written(text: &str, location: Location) -> Option<&str> {
    let span = location.span();
    let start = usize::try_from(span.byte_offset()?).ok()?;
    let length = usize::try_from(span.byte_len()?).ok()?;
    text.get(start..start.checked_add(length)?).map(str::trim)
}

/// Finds the column of a tag of YAML before a value. It is a text that begins with `!` without quotes, and would be lost.
fn tag_before(text: &str, location: Location) -> Option<u32> {
    let start = usize::try_from(location.span().byte_offset()?).ok()?;
    let before = text.get(..start)?.rsplit('\n').next()?;
    let word = before.split_whitespace().next_back()?;
    let is_tag = before.ends_with(' ') && word.starts_with('!') && !word.contains([',', '"', '\'']);
    let ahead = before.trim_end().chars().count() - word.chars().count();
    is_tag.then(|| u32::try_from(ahead + 1).unwrap_or(1))
}

fn place(file: &Arc<str>, location: Location) -> Place {
    let number = |value: u64| u32::try_from(value).unwrap_or(u32::MAX).max(1);
    Place {
        file: file.clone(),
        line: number(location.line()),
        column: number(location.column()),
    }
}
