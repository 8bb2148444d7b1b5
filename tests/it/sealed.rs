//! Dossiers as files: those of every format open for ever, and the ordinary `age` program opens them.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use weegwijzer::app::dossier::content::{Content, VERSION};
use weegwijzer::app::dossier::envelope::Envelope;
use weegwijzer::app::dossier::seal::{Key, WORK_FACTOR};
use weegwijzer::app::dossier::secret::Secret;
use weegwijzer::app::effect::Copy;

use proptest::prelude::*;

use crate::support::sealed::{PHRASE, archive, everything, opened};

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data")
        .join(name)
}

/// The same, as far as the first form knew it.
fn first() -> Content {
    let mut content = everything();
    content.date = None;
    content.practised.clear();
    content.people = None;
    for visit in &mut content.visits {
        visit.opened.clear();
        visit.papers.clear();
        visit.decisions.clear();
        visit.remarks.clear();
    }
    content
}

#[test]
fn a_dossier_of_every_format_opens_for_ever() {
    let home = tempfile::tempdir().expect("a folder");
    for (number, content) in [(1, first()), (2, everything())] {
        let file = data(&format!("dossier-{number}.weegwijzer"));
        let path = home.path().join(format!("{number}.weegwijzer"));
        std::fs::copy(file, &path).expect("the file of this format");
        assert_eq!(opened(&path, Copy::File), Some(content), "{number}");
    }
}

/// Makes the file of a new format. An old one is never made again: it would not show any more that old files open.
#[test]
#[ignore = "needs a new format"]
fn make_the_file_of_a_new_format() {
    let path = data(&format!("dossier-{VERSION}.weegwijzer"));
    archive()
        .make(&path, &Secret::new(PHRASE), &everything())
        .expect("there is none of this version");
}

#[test]
fn a_guess_costs_what_it_should() {
    assert_eq!(WORK_FACTOR, 18, "about a second and 256 MB");
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

#[test]
fn no_bytes_in_place_of_a_dossier_bring_the_program_down_or_open() {
    let home = tempfile::tempdir().expect("a folder");
    let path = home.path().join("a.weegwijzer");
    let whole = std::fs::read(data("dossier-2.weegwijzer")).expect("it is there");
    let change = (
        0..whole.len(),
        0..40usize,
        prop::collection::vec(any::<u8>(), 0..40),
    );
    proptest!(config(64), |((at, cut, put) in change)| {
        let mut bytes = whole.clone();
        bytes.splice(at..(at + cut).min(whole.len()), put);
        std::fs::write(&path, &bytes).expect("a file");
        let found = opened(&path, Copy::File);
        // What changes no letter of a block, such as a line end, changes nothing.
        prop_assert!(found.is_none() || found == Some(everything()));
    });
    proptest!(config(64), |(bytes in prop::collection::vec(any::<u8>(), 0..400))| {
        std::fs::write(&path, &bytes).expect("a file");
        prop_assert!(opened(&path, Copy::File).is_none());
    });
}

/// Runs a program in a terminal, types a line when it asks, and returns what it wrote to `out`.
fn in_terminal(program: &str, args: &[&str], typed: &str) -> String {
    let size = PtySize::default();
    let pair = native_pty_system().openpty(size).expect("a terminal");
    let mut command = CommandBuilder::new(program);
    command.args(args);
    let mut child = pair.slave.spawn_command(command).expect("it starts");
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().expect("its output");
    let mut keys = pair.master.take_writer().expect("its input");
    let mut shown = Vec::new();
    let mut buffer = [0; 1024];
    while let Ok(count @ 1..) = reader.read(&mut buffer) {
        let before = String::from_utf8_lossy(&shown).contains("passphrase");
        shown.extend_from_slice(&buffer[..count]);
        let asks = String::from_utf8_lossy(&shown).contains("passphrase");
        if asks && !before {
            // It stops showing what is typed right after it asked.
            std::thread::sleep(Duration::from_millis(200));
            writeln!(keys, "{typed}").expect("keys go in");
        }
    }
    assert!(
        child.wait().expect("it ends").success(),
        "{}",
        String::from_utf8_lossy(&shown)
    );
    String::from_utf8_lossy(&shown).into_owned()
}

#[test]
#[ignore = "needs age"]
fn the_ordinary_age_program_opens_both_blocks() {
    let home = tempfile::tempdir().expect("a folder");
    let text = std::fs::read(data("dossier-2.weegwijzer")).expect("it is there");
    let envelope = Envelope::read(&text).expect("two blocks");
    let at = |name: &str| home.path().join(name).to_string_lossy().into_owned();
    let [key, content, key_text, out] =
        ["key.age", "content.age", "key.txt", "content.txt"].map(at);
    std::fs::write(&key, &envelope.key).expect("written");
    std::fs::write(&content, &envelope.content).expect("written");
    // The key with the passphrase, then the content with the key.
    in_terminal("age", &["--decrypt", "--output", &key_text, &key], PHRASE);
    let identity = std::fs::read_to_string(&key_text).expect("the key");
    assert!(identity.starts_with("AGE-SECRET-KEY-1"));
    let status = Command::new("age")
        .args([
            "--decrypt",
            "--identity",
            &key_text,
            "--output",
            &out,
            &content,
        ])
        .status();
    assert!(status.expect("age runs").success());
    let read = std::fs::read(&out).expect("the content");
    assert_eq!(Content::read(&read), Ok(everything()));
    // Or both at once, as the page for people says.
    std::fs::remove_file(&out).expect("it is there");
    let args = ["--decrypt", "--identity", &key, "--output", &out, &content];
    in_terminal("age", &args, PHRASE);
    assert_eq!(
        Content::read(&std::fs::read(&out).expect("the content")),
        Ok(everything())
    );
}

#[test]
#[ignore = "needs age"]
fn what_the_ordinary_age_program_sealed_opens_here() {
    let home = tempfile::tempdir().expect("a folder");
    let at = |name: &str| home.path().join(name).to_string_lossy().into_owned();
    let [plain, out] = ["content.txt", "content.age"].map(at);
    let key = Key::make(&Secret::new(PHRASE), 2);
    let identity = Key::open(key.block(), &Secret::new(PHRASE)).expect("it opens");
    std::fs::write(&plain, "een antwoord").expect("written");
    let envelope = home.path().join("key.age");
    std::fs::write(&envelope, key.block()).expect("written");
    let key_text = at("key.txt");
    in_terminal(
        "age",
        &["--decrypt", "--output", &key_text, &at("key.age")],
        PHRASE,
    );
    let status = Command::new("age")
        .args([
            "--encrypt",
            "--armor",
            "--identity",
            &key_text,
            "--output",
            &out,
            &plain,
        ])
        .status();
    assert!(status.expect("age runs").success());
    let sealed = std::fs::read_to_string(&out).expect("sealed");
    assert_eq!(
        identity.unseal(&sealed).expect("it opens").as_slice(),
        b"een antwoord"
    );
}
