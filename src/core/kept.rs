//! Texts that are kept: those of the program itself, which are lent and never copied, and those that were read while it runs.
//!
//! Whoever holds one need not know which it is. A copy of it costs nothing more than a count.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A text.
#[derive(Clone)]
pub struct Text(Kept);

#[derive(Clone)]
enum Kept {
    /// In the program itself.
    Built(&'static str),
    /// Read, or made, while it runs.
    Read(Arc<str>),
}

impl Text {
    /// A text of the program itself.
    pub const fn built(text: &'static str) -> Self {
        Self(Kept::Built(text))
    }

    /// Returns the text.
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Kept::Built(text) => text,
            Kept::Read(text) => text,
        }
    }
}

impl Default for Text {
    fn default() -> Self {
        Self::built("")
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        self
    }
}

impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        self
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(Kept::Read(text.into()))
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(Kept::Read(text.into()))
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.as_str().to_owned()
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Text {}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl PartialEq<String> for Text {
    fn eq(&self, other: &String) -> bool {
        self.as_str() == other
    }
}

impl PartialOrd for Text {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Text {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl Hash for Text {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self)
    }
}

/// What is taken out of the program itself is lent; anything else is copied.
impl<'de: 'static> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_str(Lent)
    }
}

struct Lent;

impl<'de: 'static> Visitor<'de> for Lent {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Text, E> {
        Ok(Text::built(text))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Text, E> {
        Ok(text.into())
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Text, E> {
        Ok(text.into())
    }
}

#[cfg(test)]
mod tests {
    use super::Text;
    use crate::core::packed::{keep, take};

    #[test]
    fn a_text_of_the_program_and_one_that_was_read_are_the_same() {
        let (built, read) = (Text::built("één"), Text::from("één".to_owned()));
        assert_eq!(built, read);
        assert_eq!(
            built.cmp(&Text::from("twee")),
            read.cmp(&Text::built("twee"))
        );
        assert_eq!(format!("{built} {built:?}"), format!("{read} {read:?}"));
    }

    #[test]
    fn what_is_taken_out_lies_where_it_was() {
        let bytes: &'static [u8] = keep(&Text::from("één")).leak();
        let text: Text = take(bytes).expect("a text was kept");
        assert_eq!(text, "één");
        assert!(bytes.as_ptr_range().contains(&text.as_ptr()));
    }
}
