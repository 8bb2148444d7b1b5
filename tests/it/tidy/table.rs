//! The state of the house in numbers, printed with `cargo test tidy -- --nocapture`.
#![expect(clippy::print_stdout, reason = "the table is there to be printed")]

use crate::tidy::circles;
use crate::tidy::floors::rooms;
use crate::tidy::lockfile::packages;
use crate::tidy::manners::MANY_LINES;
use crate::tidy::sources::{Source, program, sources};

fn row(name: &str, files: &[&Source]) {
    let lines: usize = files.iter().map(|source| source.lines).sum();
    let largest = files.iter().max_by_key(|source| source.lines);
    println!(
        "{name:<10}{:>6}{lines:>8}   {}",
        files.len(),
        largest.map_or_else(String::new, |source| format!(
            "{} {}",
            source.path, source.lines
        )),
    );
}

#[test]
fn the_house_in_numbers() {
    let all = program();
    println!("room       files   lines   largest file");
    for room in rooms() {
        let of_room: Vec<&Source> = all
            .iter()
            .filter(|source| source.module().first() == Some(&room))
            .collect();
        if !of_room.is_empty() {
            row(room, &of_room);
        }
    }
    row("all", &all.iter().collect::<Vec<_>>());
    let mut tests = sources("src");
    tests.retain(Source::is_test);
    tests.extend(sources("tests"));
    row("tests", &tests.iter().collect::<Vec<_>>());
    println!("circles   {:>6}", circles::all(&all).len());
    println!("packages  {:>6}", packages().len());
    for source in all.iter().filter(|source| source.lines > MANY_LINES) {
        println!("over {MANY_LINES}: {} {}", source.path, source.lines);
    }
}
