//! What authors are told: `bad/` holds one mistake in each file, `good/` holds none. Messages are snapshots, in Dutch.
//!
//! The first line of each file says what it is; `base/` holds a small guide with lists, facts and words around it.
#![expect(
    clippy::disallowed_methods,
    clippy::panic,
    clippy::string_slice,
    reason = "the files with mistakes are read from disk, and a test may stop"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use weegwijzer::content::library::Library;
use weegwijzer::content::lints::all;
use weegwijzer::content::parse::{MAX_BYTES, parse};
use weegwijzer::content::{health, lint, report};
use weegwijzer::core::kinds::KINDS;
use weegwijzer::core::source::{Code, Diagnostics, Node, Value};
use weegwijzer::core::words::{Lang, Words};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/it")
        .join(name)
}

/// The files of a folder by name, without the ending.
fn files(name: &str) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    collect(&folder(name), "", &mut files);
    files
}

fn collect(dir: &Path, before: &str, files: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(dir).expect("the folder exists").flatten() {
        let path = entry.path();
        let name = format!("{before}{}", entry.file_name().to_string_lossy());
        if path.is_dir() {
            collect(&path, &format!("{name}/"), files);
        } else {
            let text = fs::read_to_string(&path).expect("a test file is text");
            files.insert(name.trim_end_matches(".yml").to_owned(), text);
        }
    }
}

/// What a test file is: where it stands in a library, and what is read.
struct Case {
    library: Library,
    lang: Lang,
    read: Read,
}

enum Read {
    Guide,
    /// The rules for plain texts, over the file with this path.
    Plain(&'static str),
    About,
    Words,
    Glossary,
    Files,
    Health,
    Rewordings,
    Sentences,
}

fn case(text: &str) -> Case {
    let kind = text
        .lines()
        .next()
        .unwrap_or_default()
        .trim_start_matches('#')
        .trim();
    let mut own: BTreeMap<String, String> = BTreeMap::new();
    let (path, lang, read) = match kind {
        "guide" | "guide of 5 MB" => ("trial/guide.yml", "nl", Read::Guide),
        "guide in English" => ("lang/en/trial.yml", "en", Read::Guide),
        "guide without English" => ("trial/guide.yml", "en", Read::Files),
        "plain guide" => ("trial/guide.yml", "nl", Read::Plain("trial/guide.yml")),
        "plain guide in English" => ("lang/en/trial.yml", "en", Read::Plain("lang/en/trial.yml")),
        "plain facts" => ("facts.yml", "nl", Read::Plain("facts.yml")),
        "about" => ("about.yml", "nl", Read::About),
        "about in English" => ("lang/en/about.yml", "en", Read::About),
        "list" => ("lists/trial.yml", "nl", Read::Guide),
        "lists in English" => ("lang/en/lists.yml", "en", Read::Guide),
        "facts" => ("facts.yml", "nl", Read::Guide),
        "facts in English" => ("lang/en/facts.yml", "en", Read::Guide),
        "rehearsal" => ("trial/rehearsal.yml", "nl", Read::Guide),
        "rehearsal in English" => ("lang/en/rehearsal.yml", "en", Read::Guide),
        "glossary" => ("lang/nl/glossary.yml", "nl", Read::Glossary),
        "glossary in English" => ("lang/en/glossary.yml", "en", Read::Glossary),
        "words in English" => ("lang/en/ui.yml", "en", Read::Words),
        "health words" => ("lang/nl/health/own.yml", "nl", Read::Health),
        "rewordings" | "rewordings in two languages" | "rewordings in Dutch" => {
            ("lang/nl/health/own.yml", "nl", Read::Rewordings)
        }
        "list beside health words" => ("lists/trial.yml", "nl", Read::Sentences),
        other => panic!("the first line says what the file is, not {other:?}"),
    };
    if !matches!(read, Read::Words | Read::Files) {
        for (name, text) in files("base") {
            own.insert(format!("{name}.yml"), text);
        }
    }
    let text = match kind {
        "guide of 5 MB" => format!("{text}# {}\n", "x".repeat(5 * 1024 * 1024)),
        "words in English" => with_first_area(text),
        _ => text.to_owned(),
    };
    // A group of rewordings speaks every language: that of the base, or here the same words.
    if kind == "rewordings in two languages" {
        let english = text.replacen("language: nl", "language: en", 1);
        own.insert("lang/en/health/papers.yml".to_owned(), english);
    } else if kind == "rewordings in Dutch" {
        own.remove("lang/en/health/papers.yml");
    }
    own.insert(path.to_owned(), text);
    if kind == "rehearsal in English" {
        let good = files("good").remove("rehearsal").expect("it is there");
        let one = good.split("  - id: team").next().unwrap_or_default();
        own.insert("trial/rehearsal.yml".to_owned(), one.to_owned());
    }
    if matches!(read, Read::Guide | Read::Sentences | Read::Plain(_)) {
        without_built_in_lists(&mut own);
    }
    Case {
        library: Library::with_own("own".to_owned(), own),
        lang: Lang::new(lang),
        read,
    }
}

/// Puts a list of one thing in place of each built-in list, and the English of all lists that no file is about.
fn without_built_in_lists(own: &mut BTreeMap<String, String>) {
    let mut english = String::from(
        "sides:\n  items: {a: {label: You get help.}, b: {label: It takes time.}, c: {label: You keep your peace.}, d: {label: You stand alone.}}\n",
    );
    for path in Library::built_in().paths() {
        if let Some(name) = path.strip_prefix("lists/") {
            let name = name.trim_end_matches(".yml");
            let list = format!("list: {name}\nitems: [{{id: a, label: A}}]\n");
            english = format!("{english}{name}: {{items: {{a: {{label: A}}}}}}\n");
            own.insert(path.clone(), list);
        }
    }
    if let Some(lists) = own.get_mut("lang/en/lists.yml") {
        lists.push_str(&english);
    }
}

/// The words of the program, with the first area of `ui.yml` taken from a test file.
fn with_first_area(text: &str) -> String {
    let built_in = Library::built_in();
    let whole = built_in
        .text("lang/en/ui.yml")
        .expect("the words are built in");
    let rest = whole
        .find("\nwelcome:")
        .expect("the first area ends where the welcome begins");
    format!("{text}{}", &whole[rest..])
}

impl Case {
    fn found(&self) -> Diagnostics {
        let mut found = Diagnostics::default();
        match self.read {
            Read::Guide => match self.library.guide("trial", &self.lang) {
                Ok(loaded) => found.append(loaded.wording),
                Err(more) => found.append(more),
            },
            Read::Plain(path) => {
                all::all(&self.library, &self.lang, &|one| one == path, &mut found);
            }
            Read::About => {
                let mut wording = Diagnostics::default();
                (self.library).colophon(&self.lang, &mut found, &mut wording);
                found.append(wording);
            }
            Read::Words => self.library.check_words(&self.lang, &mut found),
            Read::Glossary => lint::glossary(&self.library, &self.lang, &mut found),
            Read::Files => lint::files(&self.library, &self.lang, &mut found),
            Read::Health | Read::Rewordings | Read::Sentences => self.health(&mut found),
        }
        found
    }

    /// Tests the health words of the base and of the file, without those that are built in: they would take long and prove nothing.
    fn health(&self, found: &mut Diagnostics) {
        let mut names = vec!["lang/nl/health/context.yml"];
        match self.read {
            Read::Rewordings => names.extend([
                "lang/nl/health/named.yml",
                "lang/nl/health/own.yml",
                "lang/en/health/papers.yml",
            ]),
            Read::Sentences => names.push("lang/nl/health/words.yml"),
            Read::Health
            | Read::Guide
            | Read::Plain(_)
            | Read::About
            | Read::Words
            | Read::Glossary
            | Read::Files => {
                names.push("lang/nl/health/own.yml");
            }
        }
        let nodes: Vec<Node> = names
            .iter()
            .filter_map(|name| self.library.parsed(name, found))
            .collect();
        health::test(&nodes, &lint::work(&self.library), found);
    }

    fn report(&self, words: &Words) -> String {
        report::report(&self.found(), &|path| self.library.text(path), words)
    }
}

fn dutch() -> Words {
    Library::built_in()
        .words(&Lang::base())
        .expect("the built-in words load")
}

#[test]
fn message() {
    let words = dutch();
    for (name, text) in files("bad") {
        let shown = case(&text).report(&words);
        insta::with_settings!({snapshot_suffix => name, omit_expression => true, prepend_module_to_snapshot => true}, {
            insta::assert_snapshot!("message", shown);
        });
    }
}

#[test]
fn every_mistake_is_told_alone_and_in_full_and_every_code_is_needed() {
    let library = Library::built_in();
    let catalogues: Vec<Words> = library
        .langs()
        .iter()
        .map(|lang| library.words(lang).expect("the built-in words load"))
        .collect();
    let mut wrong = Vec::new();
    let mut alone = BTreeSet::new();
    for (name, text) in files("bad") {
        let found = case(&text).found();
        let told = found.sorted();
        let codes: Vec<Code> = told.iter().map(|one| one.code).collect();
        let expected = if name == "ten-mistakes" { 10 } else { 1 };
        if codes.len() != expected {
            wrong.push(format!("{name}: {codes:?}"));
        }
        if let [code] = codes.as_slice() {
            alone.insert(*code);
        }
        for (one, words) in told
            .iter()
            .flat_map(|one| catalogues.iter().map(move |words| (one, words)))
        {
            let (says, fix) = words.diagnosis.say(one);
            if says.is_empty() || fix.is_empty() || format!("{says} {fix}").contains('{') {
                wrong.push(format!("{name}: {says} {fix}"));
            }
        }
    }
    wrong.extend(
        Code::ALL
            .into_iter()
            .filter(|code| !alone.contains(code))
            .map(|code| format!("{code:?} is told by no file")),
    );
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn ten_mistakes_are_told_at_once_each_in_its_place() {
    let text = files("bad")
        .remove("ten-mistakes")
        .expect("the file is there");
    let found = case(&text).found();
    let told: Vec<(Code, u32, u32)> = found
        .sorted()
        .iter()
        .map(|one| (one.code, one.place.line, one.place.column))
        .collect();
    insta::assert_debug_snapshot!(told);
}

#[test]
fn good_files_load() {
    let words = dutch();
    for (name, text) in files("good") {
        for text in [
            text.clone(),
            text.replace('\n', "\r\n"),
            format!("\u{FEFF}{text}"),
        ] {
            let case = case(&text.replacen('\u{FEFF}', "", 1));
            let found = case.found();
            assert!(found.is_empty(), "{name}\n{}", case.report(&words));
        }
    }
}

#[test]
fn every_question_kind_has_a_good_example() {
    let text = files("good")
        .remove("all-kinds")
        .expect("the file is there");
    let node = parse("all-kinds.yml", &text).expect("it is YAML");
    let mut shown = BTreeSet::new();
    kinds(&node, &mut shown);
    for row in &KINDS {
        assert!(shown.contains(row.name), "{} is not shown", row.name);
    }
}

fn kinds(node: &Node, shown: &mut BTreeSet<String>) {
    shown.extend(node.get("kind").and_then(Node::text));
    for inner in node
        .items()
        .iter()
        .chain(node.pairs().iter().map(|(_, value)| value))
    {
        kinds(inner, shown);
    }
}

#[test]
fn what_is_shipped_has_no_mistakes() {
    let library = Library::built_in();
    let found = lint::lint(&library);
    let shown = report::report(&found, &|path| library.text(path), &dutch());
    assert!(found.is_empty(), "{shown}");
}

#[test]
fn a_mistake_that_every_guide_and_language_meets_is_told_once() {
    let built_in = Library::built_in();
    let text = built_in
        .text("lists/needs.yml")
        .expect("the list is built in");
    let own = [
        ("lists/needs.yml", text.replacen("level: 0", "level: 9", 1)),
        ("lang/nl/ui.yml", "common: {}\n".to_owned()),
    ];
    let own = own.map(|(path, text)| (path.to_owned(), text));
    let library = Library::with_own("own".to_owned(), own.into());
    let found = lint::lint(&library);
    let in_list: Vec<Code> = found
        .sorted()
        .iter()
        .filter(|one| &*one.place.file == "lists/needs.yml")
        .map(|one| one.code)
        .collect();
    assert_eq!(in_list, [Code::OutOfRange]);
    // Words of one's own are told whole, also when the program is only started.
    let found = library.words(&Lang::base()).expect_err("words are missing");
    assert!(found.sorted().len() > 10);
}

#[test]
fn words_that_look_like_something_else_stay_as_they_are_typed() {
    for (typed, expected) in [
        ("ja", Value::Text("ja".into())),
        ("nee", Value::Text("nee".into())),
        ("yes", Value::Text("yes".into())),
        ("no", Value::Text("no".into())),
        ("on", Value::Text("on".into())),
        ("off", Value::Text("off".into())),
        ("y", Value::Text("y".into())),
        ("N", Value::Text("N".into())),
        ("True", Value::Text("True".into())),
        ("true", Value::Flag(true)),
        ("false", Value::Flag(false)),
        ("\"true\"", Value::Text("true".into())),
        ("12", Value::Number(12)),
        ("-3", Value::Number(-3)),
        ("007", Value::Text("007".into())),
        ("+5", Value::Text("+5".into())),
        ("0x1F", Value::Text("0x1F".into())),
        ("1_000", Value::Text("1_000".into())),
        ("1.50", Value::Text("1.50".into())),
        ("3e2", Value::Text("3e2".into())),
        (".inf", Value::Text(".inf".into())),
        (
            "99999999999999999999",
            Value::Text("99999999999999999999".into()),
        ),
        ("9:30", Value::Text("9:30".into())),
        ("2026-11-22", Value::Text("2026-11-22".into())),
        ("\"Let op: dit\"", Value::Text("Let op: dit".into())),
        ("'het ''woord'''", Value::Text("het 'woord'".into())),
        ("~", Value::Empty),
        ("null", Value::Empty),
        ("", Value::Empty),
    ] {
        for text in [
            format!("label: {typed}\n"),
            format!("label: {typed}\r\n"),
            format!("\u{FEFF}label: {typed}\n"),
            format!("label: {typed} # a remark\n"),
        ] {
            let node = parse("a.yml", &text).expect("it is YAML");
            let value = &node.get("label").expect("it has a label").value;
            assert_eq!(*value, expected, "{text:?}");
        }
    }
}

#[test]
fn every_value_knows_its_place() {
    let text = "guide: a\nsteps:\n  - id: één\n    ask: \"Wat?\"\n  - {id: b, kind: x}\n日本: [een, twee]\n";
    for text in [
        text.to_owned(),
        text.replace('\n', "\r\n"),
        format!("\u{FEFF}{text}"),
    ] {
        let node = parse("a.yml", &text).expect("it is YAML");
        let mut places = Vec::new();
        gather(&node, &mut places);
        assert_eq!(
            places,
            [
                ("a", 1, 8),
                ("één", 3, 9),
                ("Wat?", 4, 10),
                ("b", 5, 10),
                ("x", 5, 19),
                ("een", 6, 6),
                ("twee", 6, 11),
            ]
            .map(|(value, line, column)| (value.to_owned(), line, column))
        );
    }
}

fn gather(node: &Node, places: &mut Vec<(String, u32, u32)>) {
    if let Some(text) = node.text() {
        places.push((text, node.place.line, node.place.column));
    }
    for inner in node
        .items()
        .iter()
        .chain(node.pairs().iter().map(|(_, value)| value))
    {
        gather(inner, places);
    }
}

#[test]
fn what_would_take_long_is_refused_at_once() {
    let bomb: String = (1..30).fold("a0: &a0 [x]\n".to_owned(), |text, number| {
        let before = number - 1;
        format!("{text}a{number}: &a{number} [*a{before}, *a{before}, *a{before}]\n")
    });
    let deep = format!("a: {}{}", "[".repeat(100_000), "]".repeat(100_000));
    let deep_block = (0..200).fold(String::new(), |text, level| {
        format!("{text}{}a:\n", "  ".repeat(level))
    });
    let large = format!("a: {}\n", "x".repeat(MAX_BYTES + 1));
    let many = "- {a: b}\n".repeat(200_000);
    for (name, text, code) in [
        ("bomb", bomb, Code::Alias),
        ("deep", deep, Code::TooDeep),
        ("deep in a block", deep_block, Code::TooDeep),
        ("large", large, Code::TooLarge),
        ("many", many, Code::TooLarge),
        ("two", "a: 1\n---\nb: 2\n".to_owned(), Code::SecondDocument),
    ] {
        let start = Instant::now();
        let read = parse("a.yml", &text);
        assert!(
            start.elapsed() < Duration::from_secs(30),
            "{name}: {:?}",
            start.elapsed()
        );
        let found = read.expect_err(name);
        let told: Vec<Code> = found.sorted().iter().map(|one| one.code).collect();
        assert_eq!(told, [code], "{name}");
    }
}
