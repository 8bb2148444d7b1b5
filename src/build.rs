//! Reads the question files when the program is built: the tables of the health words, what stands in all other files, and the
//! guides they come to, finished and checked.
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
    clippy::struct_field_names,
    reason = "a word is named by where it stands"
)]
#![expect(
    clippy::disallowed_methods,
    reason = "what is built is read from disk and written to it"
)]

mod core {
    pub(crate) mod about;
    pub(crate) mod answer;
    pub(crate) mod ask;
    pub(crate) mod braces;
    pub(crate) mod colophon;
    pub(crate) mod fact;
    pub(crate) mod guide;
    pub(crate) mod ids;
    pub(crate) mod kept;
    pub(crate) mod kinds;
    pub(crate) mod later;
    pub(crate) mod list;
    pub(crate) mod offers;
    pub(crate) mod packed;
    pub(crate) mod phrase;
    pub(crate) mod rehearsal;
    pub(crate) mod rule;
    pub(crate) mod scene;
    pub(crate) mod source;
    pub(crate) mod text;
    pub(crate) mod words;
}
mod content {
    mod added;
    mod catalogue;
    pub(crate) mod fingerprint;
    pub(crate) mod library;
    pub(crate) mod quick;
    mod signs;
    pub(crate) mod typed;
    mod wording;

    /// Nothing is compiled in yet.
    mod embedded {
        use crate::core::source::Node;

        pub(super) fn text(_: &str) -> Option<&'static str> {
            None
        }
        pub(super) fn node(_: &str) -> Option<Node> {
            None
        }
        pub(super) fn ready(_: &str) -> Option<&'static [u8]> {
            None
        }
        pub(super) fn fingerprint(_: &str) -> Option<&'static str> {
            None
        }
        pub(super) fn paths(_: &str) -> Vec<String> {
            Vec::new()
        }
    }

    /// What is not written as usual is left to the program.
    mod parse {
        use crate::content::{quick, typed as values};
        use crate::core::source::{Code, Diagnostics, Node, Place};

        pub(super) fn parse(file: &str, text: &str) -> Result<Node, Diagnostics> {
            quick::read(file, text).ok_or_else(|| {
                let mut found = Diagnostics::default();
                found.add(Code::Syntax, &Place::start(file));
                found
            })
        }
        pub(super) fn typed<T: serde::de::DeserializeOwned>(
            file: &str,
            text: &str,
        ) -> Result<T, Diagnostics> {
            values::from(&parse(file, text)?)
        }
    }
}
mod privacy;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use crate::content::library::{Library, finished_path, words_path};
use crate::core::packed::{Pack, keep};
use crate::core::source::{Diagnostics, Node};
use crate::core::words::{Lang, Words};
use crate::privacy::Lexicon;

/// Texts by the names of their files.
type Files = BTreeMap<String, String>;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=questions");
    println!("cargo::rerun-if-changed=src/build.rs");
    let target = env::var_os("OUT_DIR")
        .map(PathBuf::from)
        .unwrap_or_default();
    let questions = Path::new("questions");
    let tables = tables(questions)?;
    fs::write(target.join("health-words"), tables.unwrap_or_default())?;
    let files = files(questions)?;
    fs::write(target.join("question-files"), with_nodes(&files))?;
    fs::write(target.join("finished"), finished(files))
}

/// Every question file.
fn files(questions: &Path) -> io::Result<Files> {
    let mut files = Files::new();
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
            files.insert(name, fs::read_to_string(&path)?);
        }
    }
    Ok(files)
}

/// Rows of bytes under names; the names stand together before them.
#[derive(Default)]
struct Named {
    names: Pack,
    rows: Pack,
}

impl Named {
    fn add(&mut self, name: &str, fingerprint: &str, text: &[u8], node: &[u8]) {
        self.names.text(name);
        self.names.text(fingerprint);
        for row in [text, node] {
            self.names.number(row.len());
            self.rows.bytes(row);
        }
    }

    fn done(self) -> Vec<u8> {
        let mut all = Pack::default();
        all.text(self.names.done());
        all.bytes(&self.rows.done());
        all.done()
    }
}

/// Every question file in the order of their paths, with what stands in it where it is written as usual. What stands in the
/// health words is left out: they have their tables.
fn with_nodes(files: &Files) -> Vec<u8> {
    let all = || files.iter().map(|(name, text)| (&**name, &**text));
    let mut to = Named::default();
    for (name, text) in all() {
        let mut inner = Pack::default();
        if name.strip_suffix(".yml").is_some()
            && !name.contains("/health/")
            && let Some(node) = content::quick::read(name, text)
        {
            node.pack(&mut inner);
        }
        let is_guide = name.ends_with("/guide.yml");
        let fingerprint = is_guide.then(|| content::fingerprint::of(name, all()));
        to.add(
            name,
            &fingerprint.unwrap_or_default(),
            text.as_bytes(),
            &inner.done(),
        );
    }
    to.done()
}

/// Every guide in every language, with its words and all that goes with it, and the program's own words. What has a mistake, or
/// lacks words, is left to the program.
fn finished(files: Files) -> Vec<u8> {
    let library = Library::with_own(String::new(), files);
    let mut to = Named::default();
    for lang in library.langs() {
        let path = words_path(&lang);
        let words = library
            .text(&path)
            .and_then(|text| content::quick::read(&path, text));
        if let Some(words) = words.and_then(|node| content::typed::from::<Words>(&node).ok()) {
            to.add(&path, "", &keep(&words), &[]);
        }
        for guide in library.guides() {
            if let Ok(finished) = library.finished(&guide, &lang)
                && finished.0.wording.is_empty()
            {
                to.add(&finished_path(&guide, &lang), "", &keep(&finished), &[]);
            }
        }
    }
    to.done()
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
