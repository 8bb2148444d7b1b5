//! How fast the health-word check is, how soon it is ready, and how much memory its words take.
//!
//! Run with `cargo bench --bench health`. Where `rg` is installed, `whole_process` sets this program beside it, with the same
//! words in the same text; the words it is given are those of the lists, without the forms that are made of them.

#![expect(
    clippy::disallowed_methods,
    reason = "a measurement writes its own texts and starts whole programs"
)]

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use divan::counter::BytesCount;
use divan::{AllocProfiler, Bencher, black_box};
use serde::Deserialize;
use weegwijzer::content::embedded;
use weegwijzer::content::library::Library;
use weegwijzer::content::parse;
use weegwijzer::core::source::{Diagnostics, Node};
use weegwijzer::privacy::listing::terms;
use weegwijzer::privacy::{Lexicon, check};

#[global_allocator]
static ALLOC: AllocProfiler = AllocProfiler::system();

const SENTENCES: &str = include_str!("../data/health-dev.jsonl");
/// A long text, for the speed in bytes.
const MEGABYTE: usize = 1_000_000;

#[derive(Debug, Deserialize)]
struct Sentence {
    text: String,
    leak: bool,
}

/// What a long text is made of.
#[derive(Debug, Clone, Copy)]
enum Long {
    /// What people read and write.
    Prose,
    /// Sentences in which nothing is to be found, though all look like it.
    Clean,
    /// Sentences of which every other one tells about health.
    Mixed,
}

impl Long {
    const ALL: [Self; 3] = [Self::Prose, Self::Clean, Self::Mixed];

    fn text(self) -> String {
        match self {
            Self::Prose => prose(MEGABYTE),
            Self::Clean => repeated(|sentence| !sentence.leak),
            Self::Mixed => repeated(|_| true),
        }
    }
}

impl fmt::Display for Long {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Prose => "prose",
            Self::Clean => "clean",
            Self::Mixed => "mixed",
        })
    }
}

fn main() {
    divan::main();
}

fn nodes() -> Vec<Node> {
    Library::built_in()
        .health_files(&mut Diagnostics::default())
        .into_iter()
        .map(|(_, node)| node)
        .collect()
}

fn lexicon() -> Lexicon {
    Lexicon::read(&nodes(), &mut Diagnostics::default())
}

fn sentences() -> impl Iterator<Item = Sentence> {
    SENTENCES
        .lines()
        .map(|line| parse::typed("health-dev.jsonl", line).expect("every line is one sentence"))
}

/// A megabyte of some of the sentences, over and over, a line each five.
fn repeated(of: impl Fn(&Sentence) -> bool) -> String {
    let sentences: Vec<Sentence> = sentences().filter(of).collect();
    let mut text = String::new();
    for (number, sentence) in sentences.iter().cycle().enumerate() {
        if text.len() >= MEGABYTE {
            break;
        }
        text.push_str(&sentence.text);
        text.push(if number % 5 == 4 { '\n' } else { ' ' });
    }
    text
}

/// A text with many different words: every built-in question file, the signs of YAML left out.
fn prose(bytes: usize) -> String {
    let library = Library::built_in();
    let mut text = String::new();
    for path in library
        .paths()
        .iter()
        .filter(|path| !path.contains("/health/"))
        .cycle()
    {
        if text.len() >= bytes {
            break;
        }
        for line in library.text(path).unwrap_or_default().lines() {
            text.push_str(
                line.split_once(": ")
                    .map_or(line, |(_, said)| said)
                    .trim_matches(['"', ' ', '-']),
            );
            text.push('\n');
        }
    }
    text
}

#[divan::bench]
fn median_sentence(bencher: Bencher<'_, '_>) {
    let lexicon = lexicon();
    let mut all: Vec<String> = sentences().map(|sentence| sentence.text).collect();
    all.sort_by_key(String::len);
    let median = all.get(all.len() / 2).cloned().unwrap_or_default();
    bencher
        .counter(BytesCount::of_str(&median))
        .bench_local(|| check(black_box(&median), &lexicon));
}

#[divan::bench(args = Long::ALL)]
fn field_of_2000_characters(bencher: Bencher<'_, '_>, long: Long) {
    let lexicon = lexicon();
    let text: String = long.text().chars().take(2000).collect();
    bencher
        .counter(BytesCount::of_str(&text))
        .bench_local(|| check(black_box(&text), &lexicon));
}

#[divan::bench(args = Long::ALL, sample_count = 20)]
fn megabyte(bencher: Bencher<'_, '_>, long: Long) {
    let lexicon = lexicon();
    let text = long.text();
    bencher
        .counter(BytesCount::of_str(&text))
        .bench_local(|| check(black_box(&text), &lexicon));
}

/// A megabyte of text, and the words of the lists, in files of their own.
fn files(long: Long) -> (PathBuf, PathBuf) {
    let folder = std::env::temp_dir();
    let path = |name: &str| folder.join(format!("weegwijzer-bench-{name}.txt"));
    let (text, words) = (path(&long.to_string()), path("words"));
    fs::write(&text, long.text()).expect("the folder for passing files can be written");
    let listed: Vec<String> = lexicon()
        .entries()
        .iter()
        .flat_map(terms)
        .map(|listed| listed.term)
        .collect();
    fs::write(&words, listed.join("\n")).expect("the folder for passing files can be written");
    (text, words)
}

fn whole_process(bencher: Bencher<'_, '_>, text: &Path, command: impl Fn() -> Command) {
    let bytes = fs::metadata(text).map_or(0, |text| text.len());
    bencher.counter(BytesCount::new(bytes)).bench_local(|| {
        let status = command().arg(text).stdout(Stdio::null()).status();
        status.map(|status| status.code())
    });
}

/// Measures `rg` where it is installed; it shows every place, as this program does.
fn whole_process_of_rg(bencher: Bencher<'_, '_>, long: Long, settings: &[&str]) {
    let mut version = Command::new("rg");
    if version
        .arg("--version")
        .stdout(Stdio::null())
        .status()
        .is_err()
    {
        return;
    }
    let (text, words) = files(long);
    whole_process(bencher, &text, || {
        let mut command = Command::new("rg");
        command.args(settings).arg("--only-matching");
        command.arg("-f").arg(&words);
        command
    });
}

#[divan::bench(args = Long::ALL, sample_count = 20)]
fn whole_process_of_this_program(bencher: Bencher<'_, '_>, long: Long) {
    let (text, _) = files(long);
    whole_process(bencher, &text, || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_weegwijzer"));
        command.arg("check");
        command
    });
}

#[divan::bench(args = Long::ALL, sample_count = 20)]
fn whole_process_of_rg_fixed(bencher: Bencher<'_, '_>, long: Long) {
    whole_process_of_rg(bencher, long, &["-F"]);
}

#[divan::bench(args = Long::ALL, sample_count = 3)]
fn whole_process_of_rg_any_case_whole_words(bencher: Bencher<'_, '_>, long: Long) {
    whole_process_of_rg(bencher, long, &["-i", "-w", "-F"]);
}

/// From what was made with the program; the memory that stays is the lexicon's, beside what stays in the program.
#[divan::bench]
fn ready(bencher: Bencher<'_, '_>) {
    bencher.bench_local(|| Lexicon::unpack(embedded::health_words()));
}

/// From the files to the tables, as where there are lists of one's own.
#[divan::bench]
fn made_anew(bencher: Bencher<'_, '_>) {
    bencher.bench_local(lexicon);
}

#[divan::bench]
fn made_anew_of_which_reading_yaml(bencher: Bencher<'_, '_>) {
    bencher.bench_local(nodes);
}

#[divan::bench]
fn made_anew_of_which_the_tables(bencher: Bencher<'_, '_>) {
    let nodes = nodes();
    bencher.bench_local(|| Lexicon::read(&nodes, &mut Diagnostics::default()));
}
