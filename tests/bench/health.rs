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
use std::path::PathBuf;
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

fn sentences() -> Vec<String> {
    SENTENCES
        .lines()
        .map(|line| {
            parse::typed::<Sentence>("health-dev.jsonl", line).expect("every line is one sentence")
        })
        .map(|sentence| sentence.text)
        .collect()
}

/// Sentences over and over, a line each five, until there are enough bytes.
fn text(bytes: usize) -> String {
    let mut text = String::new();
    for (number, sentence) in sentences().iter().cycle().enumerate() {
        if text.len() >= bytes {
            break;
        }
        text.push_str(sentence);
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
    let mut all = sentences();
    all.sort_by_key(String::len);
    let median = all.get(all.len() / 2).cloned().unwrap_or_default();
    bencher
        .counter(BytesCount::of_str(&median))
        .bench_local(|| check(black_box(&median), &lexicon));
}

#[divan::bench]
fn field_of_2000_characters(bencher: Bencher<'_, '_>) {
    let lexicon = lexicon();
    let text: String = text(3000).chars().take(2000).collect();
    bencher
        .counter(BytesCount::of_str(&text))
        .bench_local(|| check(black_box(&text), &lexicon));
}

#[divan::bench(sample_count = 20)]
fn megabyte_of_sentences(bencher: Bencher<'_, '_>) {
    let lexicon = lexicon();
    let text = text(MEGABYTE);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench_local(|| check(black_box(&text), &lexicon));
}

#[divan::bench(sample_count = 20)]
fn megabyte_of_prose(bencher: Bencher<'_, '_>) {
    let lexicon = lexicon();
    let text = prose(MEGABYTE);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench_local(|| check(black_box(&text), &lexicon));
}

/// A text of a megabyte.
#[derive(Debug, Clone, Copy)]
enum Long {
    /// A health word in every other sentence, or what looks like one.
    Sentences,
    /// What people read and write.
    Prose,
}

impl Long {
    const ALL: [Self; 2] = [Self::Sentences, Self::Prose];

    fn text(self) -> String {
        match self {
            Self::Sentences => text(MEGABYTE),
            Self::Prose => prose(MEGABYTE),
        }
    }
}

impl fmt::Display for Long {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Sentences => "sentences",
            Self::Prose => "prose",
        })
    }
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

fn whole_process(bencher: Bencher<'_, '_>, long: Long, command: impl Fn() -> Command) {
    if command()
        .arg("--version")
        .stdout(Stdio::null())
        .status()
        .is_err()
    {
        return;
    }
    let (text, words) = files(long);
    let bytes = fs::metadata(&text).map_or(0, |text| text.len());
    bencher.counter(BytesCount::new(bytes)).bench_local(|| {
        let mut command = command();
        if command.get_program() == "rg" {
            command.arg("-f").arg(&words);
        }
        let status = command.arg(&text).stdout(Stdio::null()).status();
        status.map(|status| status.code())
    });
}

#[divan::bench(args = Long::ALL, sample_count = 20)]
fn whole_process_of_this_program(bencher: Bencher<'_, '_>, long: Long) {
    whole_process(bencher, long, || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_weegwijzer"));
        command.arg("check");
        command
    });
}

#[divan::bench(args = Long::ALL, sample_count = 20)]
fn whole_process_of_rg_fixed(bencher: Bencher<'_, '_>, long: Long) {
    whole_process(bencher, long, || {
        let mut command = Command::new("rg");
        command.arg("-F");
        command
    });
}

#[divan::bench(args = Long::ALL, sample_count = 3)]
fn whole_process_of_rg_any_case_whole_words(bencher: Bencher<'_, '_>, long: Long) {
    whole_process(bencher, long, || {
        let mut command = Command::new("rg");
        command.args(["-i", "-w", "-F"]);
        command
    });
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
