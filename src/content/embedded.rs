//! The question files compiled into the program; the only file that names the embedding crate.

use include_dir::{Dir, include_dir};

use crate::core::packed::Unpack;
use crate::core::source::Node;

static QUESTIONS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/questions");

/// What stands in the built-in files, as it was read when the program was built.
static FILES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/question-files"));

/// The tables of the built-in health words, made when the program was built.
static HEALTH_WORDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/health-words"));

/// Returns the tables of the built-in health words, for the room that made them; empty when their lists have a mistake.
pub fn health_words() -> &'static [u8] {
    HEALTH_WORDS
}

/// Returns the text of a built-in file, such as `openness/guide.yml`.
pub fn text(path: &str) -> Option<&'static str> {
    QUESTIONS.get_file(path)?.contents_utf8()
}

/// Returns what stands in a built-in file, as it was read when the program was built; nothing where it must be read first.
pub fn node(path: &str) -> Option<Node> {
    let mut from = Unpack::of(FILES);
    for _ in 0..from.number()? {
        let (name, bytes) = (from.text()?, from.letters()?);
        if name == path {
            return Node::unpack(&mut Unpack::of(bytes), name);
        }
    }
    None
}

/// Returns the paths of all built-in files below a folder, in order; `""` is the whole.
pub fn paths(folder: &str) -> Vec<String> {
    let mut paths = Vec::new();
    let dir = if folder.is_empty() {
        Some(&QUESTIONS)
    } else {
        QUESTIONS.get_dir(folder)
    };
    if let Some(dir) = dir {
        collect(dir, &mut paths);
    }
    paths.sort();
    paths
}

fn collect(dir: &Dir<'_>, paths: &mut Vec<String>) {
    paths.extend(
        dir.files()
            .map(|file| file.path().to_string_lossy().into_owned()),
    );
    for inner in dir.dirs() {
        collect(inner, paths);
    }
}
