//! The question files compiled into the program, with what was read of them when it was built, and what they come to.
//!
//! `src/build.rs` writes them, in the order of their paths. All names stand together before all else, so that whoever looks for
//! one file touches no other.

use crate::core::packed::Unpack;
use crate::core::source::Node;

/// Every file: its path, its text, what stands in it where that was read, and its fingerprint where it is a guide.
static FILES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/question-files"));

/// The guides and the program's own words, finished in every language, each with its name.
static FINISHED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/finished"));

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

/// Returns what was finished under a name when the program was built; nothing where it must be read.
pub fn ready(name: &str) -> Option<&'static [u8]> {
    let mut finished = files(FINISHED);
    finished
        .find(|file| file.path == name)
        .map(|file| file.text)
}

/// Returns the paths of all built-in files below a folder, in order; `""` is the whole.
pub fn paths(folder: &str) -> Vec<String> {
    let is_below = |path: &str| {
        let rest = path.strip_prefix(folder);
        folder.is_empty() || rest.is_some_and(|rest| rest.starts_with('/'))
    };
    files(FILES)
        .filter(|file| is_below(file.path))
        .map(|file| file.path.to_owned())
        .collect()
}

fn find(path: &str) -> Option<File> {
    files(FILES).find(|file| file.path == path)
}

fn files(all: &'static [u8]) -> impl Iterator<Item = File> {
    let mut rest = Unpack::of(all);
    let mut names = Unpack::of(rest.letters().unwrap_or_default());
    std::iter::from_fn(move || {
        Some(File {
            path: names.text()?,
            fingerprint: names.text()?,
            text: rest.bytes(names.number()?)?,
            node: rest.bytes(names.number()?)?,
        })
    })
}
