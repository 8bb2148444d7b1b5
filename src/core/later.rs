//! A value that lies ready in the program and is taken out only where it is asked for: most people never open most of what an
//! author wrote beside a question.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::core::packed;

/// A value that may still lie in the program itself.
#[derive(Clone)]
pub struct Later<T>(Kept<T>);

#[derive(Clone)]
enum Kept<T> {
    /// In the program itself, as it was kept when that was built.
    Built(&'static [u8]),
    /// Read while it runs.
    Read(Box<T>),
}

impl<T> Later<T> {
    /// Keeps a value that was read.
    pub fn read(value: T) -> Self {
        Self(Kept::Read(Box::new(value)))
    }
}

impl<T: Clone + Deserialize<'static>> Later<T> {
    /// Takes the value out.
    pub fn get(&self) -> Option<T> {
        match &self.0 {
            Kept::Built(bytes) => packed::take(bytes),
            Kept::Read(value) => Some(T::clone(value)),
        }
    }
}

impl<T: Clone + PartialEq + Deserialize<'static>> PartialEq for Later<T> {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl<T: Clone + fmt::Debug + Deserialize<'static>> fmt::Debug for Later<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.get().fmt(f)
    }
}

impl<T: Serialize> Serialize for Later<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Kept::Built(bytes) => to.serialize_bytes(bytes),
            Kept::Read(value) => to.serialize_bytes(&packed::keep(value)),
        }
    }
}

impl<'de: 'static, T> Deserialize<'de> for Later<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        <&[u8]>::deserialize(from).map(|bytes| Self(Kept::Built(bytes)))
    }
}

#[cfg(test)]
mod tests {
    use super::Later;
    use crate::core::kept::Text;
    use crate::core::packed::{keep, take};

    #[test]
    fn what_is_taken_out_later_is_what_was_kept() {
        let read = Later::read(vec![Text::from("één"), Text::from("twee")]);
        let built: Later<Vec<Text>> = take(keep(&read).leak()).expect("a value was kept");
        assert_eq!(built, read);
        assert_eq!(keep(&built), keep(&read));
        assert_eq!(format!("{built:?}"), format!("{read:?}"));
    }
}
