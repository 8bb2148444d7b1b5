//! How fast the health-word check is, how soon it is ready, and how much memory its words take.
//!
//! Run with `cargo bench --bench health`; `tests/bench/health.sh` sets it beside ripgrep with the same words.

use divan::counter::BytesCount;
use divan::{AllocProfiler, Bencher, black_box};
use serde::Deserialize;
use weegwijzer::content::embedded;
use weegwijzer::content::library::Library;
use weegwijzer::content::parse;
use weegwijzer::core::source::{Diagnostics, Node};
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
