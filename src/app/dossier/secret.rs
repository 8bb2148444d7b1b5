//! A passphrase: text that is wiped from memory when it goes, and that no message shows by accident.

use std::fmt;

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// A passphrase, as it opens a dossier.
///
/// Keyboards differ in how they put an accent on a letter, and paper shows no double space; both are made equal here. The
/// ordinary `age` program takes the same text, typed with single spaces.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Takes what was typed.
    pub fn new(typed: &str) -> Self {
        // Room for all of it at once, so that no shorter copy stays behind.
        let mut text = Zeroizing::new(String::with_capacity(typed.len() * 3));
        for word in typed.split_whitespace() {
            if !text.is_empty() {
                text.push(' ');
            }
            text.extend(word.nfc());
        }
        Self(text)
    }

    /// Lends the text.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Says whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_passphrase_typed_otherwise_is_the_same() {
        for (one, other) in [
            ("cafe\u{301} rood", "café rood"),
            ("  tuin  beek ", "tuin beek"),
            ("tuin\u{a0}beek\n", "tuin beek"),
        ] {
            assert_eq!(Secret::new(one), Secret::new(other), "{one:?}");
        }
        assert_ne!(Secret::new("Tuin"), Secret::new("tuin"));
        assert!(Secret::new(" \t").is_empty());
    }

    #[test]
    fn a_passphrase_is_never_shown_by_accident() {
        assert_eq!(format!("{:?}", Secret::new("tuin beek")), "Secret");
    }
}
