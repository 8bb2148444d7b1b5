//! Reads the question files when the program is built: the tables of the health words, and what stands in all other files.
//!
//! The files stay the source: they are read by the very code that reads a file of one's own while the program runs, and they
//! are compiled in as they are as well. A file with a mistake is not kept here; the program then reads it when it starts, and
//! says what is wrong.
#![expect(
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "the rooms that are looked into do more than this asks of them"
)]
#![expect(
    clippy::disallowed_methods,
    reason = "what is built is read from disk and written to it"
)]

mod core {
    pub(crate) mod packed;
    pub(crate) mod source;
}
mod content {
    pub(crate) mod fingerprint;
    pub(crate) mod quick;
    mod signs;
}
mod privacy;

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use crate::core::packed::Pack;
use crate::core::source::{Diagnostics, Node};
use crate::privacy::Lexicon;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=questions");
    println!("cargo::rerun-if-changed=src/build.rs");
    let target = env::var_os("OUT_DIR")
        .map(PathBuf::from)
        .unwrap_or_default();
    let questions = Path::new("questions");
    let tables = tables(questions)?;
    fs::write(target.join("health-words"), tables.unwrap_or_default())?;
    fs::write(target.join("question-files"), files(questions)?)
}

/// Every question file in the order of their paths, with what stands in it where it is written as usual. What stands in the
/// health words is left out: they have their tables.
fn files(questions: &Path) -> io::Result<Vec<u8>> {
    let mut files: Vec<(String, String)> = Vec::new();
    let mut folders = vec![questions.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(questions).unwrap_or(&path);
            let name = name.to_string_lossy().replace('\\', "/");
            files.push((name, fs::read_to_string(&path)?));
        }
    }
    files.sort();
    let all = || files.iter().map(|(name, text)| (&**name, &**text));
    let mut to = Pack::default();
    for (name, text) in all() {
        to.text(name);
        to.text(text);
        let mut inner = Pack::default();
        if name.strip_suffix(".yml").is_some()
            && !name.contains("/health/")
            && let Some(node) = content::quick::read(name, text)
        {
            node.pack(&mut inner);
        }
        to.text(inner.done());
        let is_guide = name.ends_with("/guide.yml");
        let fingerprint = is_guide.then(|| content::fingerprint::of(name, all()));
        to.text(fingerprint.unwrap_or_default());
    }
    Ok(to.done())
}

/// The tables of every language, when all lists are right.
fn tables(questions: &Path) -> io::Result<Option<Vec<u8>>> {
    let mut paths = Vec::new();
    for lang in fs::read_dir(questions.join("lang"))? {
        let folder = lang?.path().join("health");
        if folder.is_dir() {
            for file in fs::read_dir(folder)? {
                paths.push(file?.path());
            }
        }
    }
    // The order in which the program itself reads them.
    paths.sort();
    let mut nodes: Vec<Node> = Vec::new();
    for path in &paths {
        let Some(node) = content::quick::read("", &fs::read_to_string(path)?) else {
            return Ok(None);
        };
        nodes.push(node);
    }
    let mut found = Diagnostics::default();
    let lexicon = Lexicon::read(&nodes, &mut found);
    Ok(found.is_empty().then(|| lexicon.pack()))
}
