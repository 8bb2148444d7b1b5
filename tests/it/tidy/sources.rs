//! The sources as the house tests see them: code without comments, string literals apart, tests left out.
//!
//! A small reader, not a parser: it knows comments, strings, characters and braces, which is all that the rules need.
#![expect(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "a house test reads the sources from disk, sign by sign, and may stop"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// A string literal and where it stands.
pub(super) struct Literal {
    pub(super) line: usize,
    pub(super) text: String,
    /// The line of code that ends right before it.
    pub(super) before: String,
    /// The attribute it stands in, such as `expect`.
    pub(super) attribute: Option<String>,
}

/// One source file.
pub(super) struct Source {
    /// The path below the package, such as `src/core/text.rs`.
    pub(super) path: String,
    /// The whole text.
    pub(super) text: String,
    /// The text with comments, string contents and test modules blanked; lines stay where they are.
    pub(super) code: String,
    /// The string literals outside tests.
    pub(super) literals: Vec<Literal>,
    /// Lines without those of test modules.
    pub(super) lines: usize,
}

impl Source {
    /// The module path: `src/core/ask/mod.rs` is `core`, `ask`; `src/lib.rs` is nothing.
    pub(super) fn module(&self) -> Vec<&str> {
        let inner = self.path.strip_prefix("src/").unwrap_or(&self.path);
        let inner = inner.strip_suffix(".rs").unwrap_or(inner);
        let mut parts: Vec<&str> = inner.split('/').collect();
        if parts.last() == Some(&"mod") {
            parts.pop();
        }
        if parts == ["lib"] {
            parts.clear();
        }
        parts
    }

    /// Whether this is the title page of a folder.
    pub(super) fn is_title_page(&self) -> bool {
        self.path.ends_with("/mod.rs")
    }

    /// Whether the whole file holds tests.
    pub(super) fn is_test(&self) -> bool {
        self.path.starts_with("tests/")
            || self.path.ends_with("/tests.rs")
            || self.path.contains("/tests/")
    }

    /// Every path of this crate that the code names, in whole: groups are taken apart, `super` and `self` resolved.
    pub(super) fn names(&self) -> Vec<Vec<String>> {
        let mut found = Vec::new();
        for (start, word) in words(&self.code) {
            let base: Vec<String> = match word {
                "crate" => Vec::new(),
                "weegwijzer" if self.path == "src/main.rs" => Vec::new(),
                // A title page is the module itself; any other file stands one below it.
                "super" | "self" => {
                    let mut base: Vec<String> =
                        self.module().into_iter().map(str::to_owned).collect();
                    if word == "super" {
                        base.pop();
                    }
                    base
                }
                _ => continue,
            };
            let before = self.code[..start].trim_end();
            if before.ends_with("::") {
                continue;
            }
            let rest = &self.code[start + word.len()..];
            if let Some(rest) = rest.trim_start().strip_prefix("::") {
                tree(rest, &base, &mut found);
            }
        }
        found
    }
}

/// Reads what follows `crate::`: names, groups, globs. Returns what is left of the text.
fn tree<'a>(text: &'a str, base: &[String], found: &mut Vec<Vec<String>>) -> &'a str {
    let text = text.trim_start();
    if let Some(mut rest) = text.strip_prefix('{') {
        loop {
            rest = rest.trim_start();
            if let Some(after) = rest.strip_prefix('}') {
                return after;
            }
            if let Some(after) = rest.strip_prefix(',') {
                rest = after;
                continue;
            }
            let after = tree(rest, base, found);
            if after.len() == rest.len() {
                return after;
            }
            rest = after;
        }
    }
    if let Some(rest) = text.strip_prefix('*') {
        let mut path = base.to_vec();
        path.push("*".to_owned());
        found.push(path);
        return rest;
    }
    let end = text
        .find(|c: char| !c.is_alphanumeric() && c != '_')
        .unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    if name.is_empty() {
        return text;
    }
    let mut path = base.to_vec();
    match name {
        "self" => {}
        "super" => drop(path.pop()),
        _ => path.push(name.to_owned()),
    }
    let after = rest.trim_start();
    if let Some(inner) = after.strip_prefix("::")
        && !inner.starts_with('<')
    {
        return tree(inner, &path, found);
    }
    found.push(path);
    // `as Other` belongs to the name before it.
    match after.strip_prefix("as ") {
        Some(alias) => alias
            .trim_start()
            .trim_start_matches(|c: char| c.is_alphanumeric() || c == '_'),
        None => rest,
    }
}

/// The words of a text with their places.
pub(super) fn words(code: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut start = None;
    for (place, c) in code.char_indices().chain([(code.len(), ' ')]) {
        let inside = c.is_alphanumeric() || c == '_';
        match (inside, start) {
            (true, None) => start = Some(place),
            (false, Some(begin)) => {
                words.push((begin, &code[begin..place]));
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// The folder of the package.
pub(super) fn package() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Reads a file of the package.
pub(super) fn read(path: &str) -> String {
    fs::read_to_string(package().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Lists the files below a folder of the package, in order.
pub(super) fn files(folder: &str) -> Vec<String> {
    let mut paths = Vec::new();
    collect(&package().join(folder), folder, &mut paths);
    paths.sort();
    paths
}

fn collect(dir: &Path, name: &str, paths: &mut Vec<String>) {
    let Ok(entries) = fs::read_dir(dir) else {
        return;
    };
    for entry in entries.flatten() {
        let path = format!("{name}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &path, paths);
        } else {
            paths.push(path);
        }
    }
}

/// Lists what stands in one folder of the package.
pub(super) fn entries(folder: &str) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(package().join(folder))
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// Reads every source file of the program, without its tests.
pub(super) fn program() -> Vec<Source> {
    let mut all = sources("src");
    all.retain(|source| !source.is_test());
    all
}

/// Reads every source file below a folder.
pub(super) fn sources(folder: &str) -> Vec<Source> {
    files(folder)
        .into_iter()
        .filter(|path| {
            Path::new(path)
                .extension()
                .is_some_and(|ending| ending == "rs")
        })
        .map(|path| {
            let text = read(&path);
            source(path, text)
        })
        .collect()
}

/// Reads one source file.
pub(super) fn source(path: String, text: String) -> Source {
    let (code, mut literals) = scan(&text);
    let (code, tests) = without_tests(&code);
    literals.retain(|literal| {
        !tests
            .iter()
            .any(|(from, to)| (*from..=*to).contains(&literal.line))
    });
    let in_tests: usize = tests.iter().map(|(from, to)| to - from + 1).sum();
    Source {
        lines: text.lines().count() - in_tests,
        path,
        text,
        code,
        literals,
    }
}

/// Blanks comments and the contents of strings, and gathers the strings.
fn scan(text: &str) -> (String, Vec<Literal>) {
    let chars: Vec<char> = text.chars().collect();
    let mut code = String::with_capacity(text.len());
    let mut literals = Vec::new();
    let mut line = 1;
    let mut at = 0;
    let mut attribute = Attribute::default();
    let looking = |at: usize, what: &str| {
        what.chars()
            .enumerate()
            .all(|(i, c)| chars.get(at + i) == Some(&c))
    };
    while at < chars.len() {
        let c = chars[at];
        if looking(at, "//") {
            while at < chars.len() && chars[at] != '\n' {
                at += 1;
            }
            continue;
        }
        if looking(at, "/*") {
            while at < chars.len() && !looking(at, "*/") {
                if chars[at] == '\n' {
                    line += 1;
                    code.push('\n');
                }
                at += 1;
            }
            at += 2;
            continue;
        }
        if c == '\'' {
            // A character, or the quote of a lifetime.
            if let Some(length) = character(&chars[at..]) {
                code.push_str("' '");
                at += length;
                continue;
            }
        }
        let raw = raw_string(&chars[at..]).filter(|_| {
            !code
                .chars()
                .next_back()
                .is_some_and(|c| c.is_alphanumeric() || c == '_')
        });
        if c == '"' || raw.is_some() {
            let (start, hashes) = raw.map_or((1, None), |(start, hashes)| (start, Some(hashes)));
            let before = code
                .trim_end()
                .lines()
                .last()
                .unwrap_or_default()
                .to_owned();
            let first = line;
            let mut inner = String::new();
            at += start;
            while at < chars.len() {
                match hashes {
                    None if chars[at] == '\\' => {
                        inner.extend(chars.get(at + 1));
                        at += 1;
                    }
                    None if chars[at] == '"' => break,
                    Some(hashes)
                        if chars[at] == '"'
                            && chars[at + 1..]
                                .iter()
                                .take(hashes)
                                .filter(|c| **c == '#')
                                .count()
                                == hashes =>
                    {
                        at += hashes;
                        break;
                    }
                    _ => inner.push(chars[at]),
                }
                if chars.get(at) == Some(&'\n') {
                    line += 1;
                    code.push('\n');
                }
                at += 1;
            }
            at += 1;
            code.push_str("\"\"");
            literals.push(Literal {
                line: first,
                text: inner,
                before,
                attribute: attribute.name.clone(),
            });
            continue;
        }
        if c == '\n' {
            line += 1;
        }
        attribute.step(c, looking(at, "#[") || looking(at, "#!["), &chars[at..]);
        code.push(c);
        at += 1;
    }
    (code, literals)
}

/// Whether the reader stands inside an attribute, and which.
#[derive(Default)]
struct Attribute {
    depth: usize,
    name: Option<String>,
}

impl Attribute {
    fn step(&mut self, c: char, opens: bool, rest: &[char]) {
        if self.name.is_none() && opens {
            let name: String = rest
                .iter()
                .skip_while(|c| !c.is_alphabetic())
                .take_while(|c| c.is_alphanumeric() || **c == '_' || **c == ':')
                .collect();
            self.name = Some(name);
            self.depth = 0;
        }
        if self.name.is_some() {
            if c == '[' {
                self.depth += 1;
            } else if c == ']' {
                self.depth -= 1;
                if self.depth == 0 {
                    self.name = None;
                }
            }
        }
    }
}

fn character(chars: &[char]) -> Option<usize> {
    if chars.get(1) == Some(&'\\') {
        return (3..12)
            .find(|end| chars.get(*end) == Some(&'\''))
            .map(|end| end + 1);
    }
    (chars.get(2) == Some(&'\'')).then_some(3)
}

/// The length of the opening of a raw string, and how many `#` close it.
fn raw_string(chars: &[char]) -> Option<(usize, usize)> {
    let skip = match chars {
        ['r', ..] => 1,
        ['b', 'r', ..] => 2,
        _ => return None,
    };
    let hashes = chars[skip..].iter().take_while(|c| **c == '#').count();
    (chars.get(skip + hashes) == Some(&'"')).then_some((skip + hashes + 1, hashes))
}

/// Blanks test modules; returns also their first and last lines.
fn without_tests(code: &str) -> (String, Vec<(usize, usize)>) {
    let lines: Vec<&str> = code.lines().collect();
    let mut kept: Vec<&str> = Vec::new();
    let mut tests = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        if lines[at].trim() != "#[cfg(test)]" {
            kept.push(lines[at]);
            at += 1;
            continue;
        }
        let from = at;
        let mut depth = 0_isize;
        loop {
            let line = lines.get(at).copied().unwrap_or("}");
            let opened = line.matches('{').count();
            let closed = line.matches('}').count();
            depth += opened.cast_signed() - closed.cast_signed();
            kept.push("");
            at += 1;
            let ended = line.contains('}') || line.trim_end().ends_with(';');
            if at >= lines.len() || (depth <= 0 && ended) {
                break;
            }
        }
        tests.push((from + 1, at));
    }
    (kept.join("\n"), tests)
}

#[test]
fn sources_are_read_without_comments_strings_and_tests() {
    let text = r##"//! Purpose.
use crate::a::{b::{self, C}, d as e}; // crate::never
/* crate::never */
fn f<'a>(x: &'a str) -> char { let _ = "crate::never \" two"; let _ = r#"raw "x" words"#; '"' }
#[expect(dead_code, reason = "because so")]
fn g() { super::h(); crate::i::J::k(); }
#[cfg(test)]
mod tests {
    use crate::never::x;
}
fn last() { crate::z::y(); }
"##;
    let source = source("src/room/file.rs".to_owned(), text.to_owned());
    let names: Vec<String> = source.names().iter().map(|path| path.join("::")).collect();
    assert_eq!(
        names,
        ["a::b", "a::b::C", "a::d", "room::h", "i::J::k", "z::y"]
    );
    let literals: Vec<_> = source
        .literals
        .iter()
        .map(|literal| {
            (
                literal.line,
                literal.text.as_str(),
                literal.attribute.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        literals,
        [
            (4, "crate::never \" two", None),
            (4, "raw \"x\" words", None),
            (5, "because so", Some("expect"))
        ]
    );
    assert_eq!(source.lines, 7);
}
