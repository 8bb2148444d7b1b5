//! The text of a dossier file: a line that says what it is, then two sealed blocks, first the key, then the content.
//!
//! Each block is the standard armored `age` text, so a person can cut them apart and open both with the ordinary program.
//! Knows nothing of what is sealed.

/// The version that is written.
pub const VERSION: u32 = 1;

const NAME: &str = "weegwijzer dossier ";
const BEGIN: &str = "-----BEGIN AGE ENCRYPTED FILE-----";
const END: &str = "-----END AGE ENCRYPTED FILE-----";

/// The two blocks of a dossier file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// The key, sealed with the passphrase.
    pub key: String,
    /// The content, sealed to the key.
    pub content: String,
}

/// Why a text is no dossier that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// It does not begin like a dossier.
    NotOurs,
    /// A later program made it.
    Newer,
    /// A part is missing, or something else stands there.
    Damaged,
}

impl Envelope {
    /// Writes the file.
    pub fn print(&self) -> String {
        format!("{NAME}{VERSION}\n{}{}", self.key, self.content)
    }

    /// Reads a file, as bytes, whatever they are.
    pub fn read(bytes: &[u8]) -> Result<Self, Flaw> {
        let start = bytes.strip_prefix(NAME.as_bytes()).ok_or(Flaw::NotOurs)?;
        let text = std::str::from_utf8(start).map_err(|_| Flaw::Damaged)?;
        let mut lines = text.lines();
        let version = lines.next().unwrap_or_default().trim_end();
        match version.parse::<u32>() {
            Ok(VERSION) => {}
            Ok(number) if number > VERSION => return Err(Flaw::Newer),
            Ok(_) | Err(_) => return Err(Flaw::Damaged),
        }
        let key = block(&mut lines)?;
        let content = block(&mut lines)?;
        if lines.any(|line| !line.trim().is_empty()) {
            return Err(Flaw::Damaged);
        }
        Ok(Self { key, content })
    }
}

/// Says whether a file begins like a dossier, whole or not.
pub fn is_ours(bytes: &[u8]) -> bool {
    bytes.starts_with(NAME.as_bytes())
}

fn block<'a>(lines: &mut impl Iterator<Item = &'a str>) -> Result<String, Flaw> {
    let mut text = String::new();
    for line in lines {
        let line = line.trim_end();
        match (text.is_empty(), line) {
            (true, "") => continue,
            (true, BEGIN) => {}
            (true, _) | (false, BEGIN) => return Err(Flaw::Damaged),
            (false, _) => {}
        }
        text.push_str(line);
        text.push('\n');
        if line == END {
            return Ok(text);
        }
    }
    Err(Flaw::Damaged)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sealed(word: &str) -> String {
        format!("{BEGIN}\n{word}\n{END}\n")
    }

    #[test]
    fn what_was_printed_is_read() {
        let envelope = Envelope {
            key: sealed("aaaa"),
            content: sealed("bbbb"),
        };
        let printed = envelope.print();
        assert!(printed.starts_with("weegwijzer dossier 1\n"));
        assert_eq!(Envelope::read(printed.as_bytes()), Ok(envelope.clone()));
        let from_windows = printed.replace('\n', "\r\n");
        assert_eq!(Envelope::read(from_windows.as_bytes()), Ok(envelope));
    }

    #[test]
    fn what_is_no_dossier_is_told_apart_from_a_broken_one() {
        let (key, content) = (sealed("aaaa"), sealed("bbbb"));
        for (text, flaw) in [
            (String::new(), Flaw::NotOurs),
            ("route: all\n".to_owned(), Flaw::NotOurs),
            (format!("weegwijzer dossier 2\n{key}{content}"), Flaw::Newer),
            (
                format!("weegwijzer dossier x\n{key}{content}"),
                Flaw::Damaged,
            ),
            (
                format!("weegwijzer dossier 0\n{key}{content}"),
                Flaw::Damaged,
            ),
            ("weegwijzer dossier 1\n".to_owned(), Flaw::Damaged),
            (format!("weegwijzer dossier 1\n{key}"), Flaw::Damaged),
            (
                format!("weegwijzer dossier 1\n{key}{BEGIN}\nbb"),
                Flaw::Damaged,
            ),
            (
                format!("weegwijzer dossier 1\n{key}{content}more"),
                Flaw::Damaged,
            ),
            (
                format!("weegwijzer dossier 1\n{BEGIN}\n{BEGIN}\n{END}\n{content}"),
                Flaw::Damaged,
            ),
        ] {
            assert_eq!(Envelope::read(text.as_bytes()), Err(flaw), "{text}");
        }
        assert_eq!(
            Envelope::read(b"weegwijzer dossier \xff"),
            Err(Flaw::Damaged)
        );
    }
}
