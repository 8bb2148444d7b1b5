//! The question files compiled into the program, with what was read of them when it was built.
//!
//! `src/build.rs` writes them, in the order of their paths.

use crate::core::packed::Unpack;
use crate::core::source::Node;

/// Every file: its path, its text, what stands in it where that was read, and its fingerprint where it is a guide.
static FILES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/question-files"));

/// The tables of the built-in health words, made when the program was built.
static HEALTH_WORDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/health-words"));

/// A built-in file.
struct File {
    path: &'static str,
    text: &'static [u8],
    node: &'static [u8],
    fingerprint: &'static str,
}

/// Returns the tables of the built-in health words, for the room that made them; empty when their lists have a mistake.
pub fn health_words() -> &'static [u8] {
    HEALTH_WORDS
}

/// Returns the text of a built-in file, such as `openness/guide.yml`.
pub fn text(path: &str) -> Option<&'static str> {
    std::str::from_utf8(find(path)?.text).ok()
}

/// Returns what stands in a built-in file, as it was read when the program was built; nothing where it must be read first.
pub fn node(path: &str) -> Option<Node> {
    let file = find(path)?;
    Node::unpack(&mut Unpack::of(file.node), file.path)
}

/// Returns the fingerprint of a built-in guide among the built-in lists, by the path of its file.
pub fn fingerprint(path: &str) -> Option<&'static str> {
    let file = find(path)?;
    (!file.fingerprint.is_empty()).then_some(file.fingerprint)
}

/// Returns the paths of all built-in files below a folder, in order; `""` is the whole.
pub fn paths(folder: &str) -> Vec<String> {
    let is_below = |path: &str| {
        let rest = path.strip_prefix(folder);
        folder.is_empty() || rest.is_some_and(|rest| rest.starts_with('/'))
    };
    files()
        .filter(|file| is_below(file.path))
        .map(|file| file.path.to_owned())
        .collect()
}

fn find(path: &str) -> Option<File> {
    files().find(|file| file.path == path)
}

fn files() -> impl Iterator<Item = File> {
    let mut from = Unpack::of(FILES);
    std::iter::from_fn(move || {
        Some(File {
            path: from.text()?,
            text: from.letters()?,
            node: from.letters()?,
            fingerprint: from.text()?,
        })
    })
}
