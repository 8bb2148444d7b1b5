//! Makes the tables of the health words when the program is built; the question files themselves are compiled in as they are.
//!
//! The lists stay the source: they are read by the very code that reads a list of one's own while the program runs. Lists with
//! a mistake make no tables; the program then reads them when it starts, and says what is wrong.
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
    pub(crate) mod source;
}
mod content {
    pub(crate) mod quick;
    mod signs;
}
mod privacy;

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use crate::core::source::{Diagnostics, Node};
use crate::privacy::Lexicon;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=questions");
    println!("cargo::rerun-if-changed=src/build.rs");
    let target = env::var_os("OUT_DIR")
        .map(PathBuf::from)
        .unwrap_or_default();
    let tables = tables(Path::new("questions"))?;
    fs::write(target.join("health-words"), tables.unwrap_or_default())
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
