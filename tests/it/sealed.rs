//! Dossiers as files: those of every format open for ever, the ordinary `age` program opens them, and no way of dying loses one.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use proptest::prelude::*;
use weegwijzer::app::archive::Archive;
use weegwijzer::app::disk::System;
use weegwijzer::app::dossier::content::{
    Content, Decided, GuideMark, Lines, People, Practised, VERSION, Verdict, Visit,
};
use weegwijzer::app::dossier::edge::{
    Filled, OwnText, OwnWeighed, Plan, Said, Saying, Side, Thing, Weighed,
};
use weegwijzer::app::dossier::envelope::Envelope;
use weegwijzer::app::dossier::seal::{Key, WORK_FACTOR};
use weegwijzer::app::dossier::secret::Secret;
use weegwijzer::app::effect::{Backup, Copy, KeepProblem, WriteProblem};
use weegwijzer::content::library::Library;
use weegwijzer::core::words::Lang;

use crate::support::pty::Program;
use crate::support::replies::Dice;

/// The passphrase of the files in `tests/data`.
const PHRASE: &str = "tuin beek lamp wolk fiets ezel kaas";

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data")
        .join(name)
}

fn archive() -> Archive {
    Archive::new(Arc::new(System), None).with_work(2)
}

fn opened(path: &Path, copy: Copy) -> Option<Content> {
    archive().open(path, &Secret::new(PHRASE), copy).ok()
}

/// An answer of every sort.
fn answers() -> BTreeMap<String, Saying> {
    let saying = |asked: &str, said: &str, answer: Said| Saying {
        asked: asked.to_owned(),
        said: vec![said.to_owned()],
        answer,
    };
    let own = |text: &str| OwnText {
        key: 1,
        text: text.to_owned(),
    };
    let weighed = Weighed {
        given: [("a".to_owned(), 3)].into(),
        own: vec![OwnWeighed {
            key: 1,
            text: "Mijn zus weet het ook.".to_owned(),
            column: "tell".to_owned(),
            pole: Side::Against,
            weight: 2,
        }],
    };
    let plan = Plan {
        cells: [(
            "manager".to_owned(),
            [("degree".to_owned(), "needs".to_owned())].into(),
        )]
        .into(),
        own: vec![own("de portier")],
    };
    let form = BTreeMap::from([
        ("phase".to_owned(), Filled::One("offer".to_owned())),
        ("work".to_owned(), Filled::Text("bakkerij".to_owned())),
        ("day".to_owned(), Filled::Day("2026-12-03".to_owned())),
    ]);
    let many = vec![
        Thing::Item("fixed-times".to_owned()),
        Thing::Own(own("Rust, \"echt\" rustig: \u{2028}één regel\nen nog een.")),
    ];
    BTreeMap::from([
        (
            "route".to_owned(),
            saying("Weg", "Alles", Said::One("all".to_owned())),
        ),
        (
            "situation".to_owned(),
            saying("Situatie", "bakkerij", Said::Form(form)),
        ),
        (
            "needs".to_owned(),
            saying("Nodig", "Vaste tijden", Said::Many(many)),
        ),
        ("sure".to_owned(), saying("Zeker", "7", Said::Number(7))),
        (
            "weights".to_owned(),
            saying("Wegen", "zwaar", Said::Weights(weighed)),
        ),
        (
            "text".to_owned(),
            saying("Woorden", "Goed.", Said::Text("Goed.".to_owned())),
        ),
        (
            "when".to_owned(),
            saying("Dag", "3 december", Said::Day("2026-12-03".to_owned())),
        ),
        ("plan".to_owned(), saying("Plan", "–", Said::Cells(plan))),
        ("card".to_owned(), saying("Weten", "Gelezen.", Said::Seen)),
        (
            "skipped".to_owned(),
            saying("Over", "Overgeslagen.", Said::Blank("skip".to_owned())),
        ),
    ])
}

/// Content with everything in it that the form knows.
fn everything() -> Content {
    let answers = answers();
    let texts = |all: &[&str]| {
        all.iter()
            .map(|text| (*text).to_owned())
            .collect::<Vec<_>>()
    };
    let guide = GuideMark {
        id: "openness".to_owned(),
        version: 1,
        fingerprint: "0123456789abcdef".to_owned(),
    };
    let decided = |text: &str, decision| Decided {
        text: text.to_owned(),
        rule: "nl-diagnosis".to_owned(),
        decision,
    };
    Content {
        version: VERSION,
        date: Some("2026-12-03".to_owned()),
        guide: guide.clone(),
        lang: "nl".to_owned(),
        at: Some("needs".to_owned()),
        answers: answers.clone(),
        opened: texts(&["values"]),
        papers: [(
            "sheet".to_owned(),
            Lines {
                switched: texts(&["bring/1"]),
                softer: texts(&["needs/2"]),
                order: texts(&["needs/2", "needs/1"]),
            },
        )]
        .into(),
        decisions: vec![
            decided("een", Verdict::NotHealth),
            decided("twee", Verdict::LeaveOut),
            decided("drie", Verdict::Reword("anders".to_owned())),
        ],
        remarks: [("needs".to_owned(), "Nog vragen.".to_owned())].into(),
        practised: [(
            "cost".to_owned(),
            vec![
                Practised::default(),
                Practised {
                    said: "Niets.".to_owned(),
                    then: "Echt niet.".to_owned(),
                },
            ],
        )]
        .into(),
        visits: vec![Visit {
            date: "2026-09-01".to_owned(),
            guide,
            answers: answers.into_iter().take(2).collect(),
            opened: texts(&["values"]),
            papers: [("sheet".to_owned(), Lines::default())].into(),
            decisions: vec![decided("een", Verdict::NotHealth)],
            remarks: [("needs".to_owned(), "Toen al.".to_owned())].into(),
        }],
        people: Some(People {
            alone: [("past".to_owned(), true), ("plan".to_owned(), false)].into(),
        }),
    }
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

/// A small disk, for as long as this lives.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn mount(at: &Path) -> Self {
        std::fs::create_dir(at).expect("a folder");
        let status = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=128k", "tmpfs"])
            .arg(at)
            .status();
        assert!(status.expect("mount runs").success());
        Self(at.to_owned())
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

#[test]
#[ignore = "needs root"]
fn on_a_full_disk_everything_that_was_kept_stays_and_it_is_said() {
    let home = tempfile::tempdir().expect("a folder");
    let disk = SmallDisk::mount(&home.path().join("stick"));
    let path = disk.0.join("a.weegwijzer");
    let mut archive = archive();
    let mut content = everything();
    archive
        .make(&path, &Secret::new(PHRASE), &content)
        .expect("made");
    let mut kept = 0;
    let mut full = 0;
    for number in 0..60 {
        let text = "nog een lang antwoord ".repeat(60);
        let saying = Saying {
            asked: String::new(),
            said: Vec::new(),
            answer: Said::Text(text),
        };
        content.answers.insert(format!("q{number}"), saying);
        match archive.keep(&content, Backup::Previous) {
            Ok(()) => kept = number + 1,
            Err(problem) => {
                assert_eq!(problem, KeepProblem::Disk(WriteProblem::Full));
                full += 1;
            }
        }
    }
    assert!(kept > 0 && full > 0, "{kept} kept, {full} times full");
    archive.close();
    let found = opened(&path, Copy::File).expect("it opens");
    assert_eq!(found.answers.len(), everything().answers.len() + kept);
    assert!(opened(&path, Copy::Backup).is_some());
    let left: Vec<_> = std::fs::read_dir(&disk.0)
        .expect("a folder")
        .flatten()
        .collect();
    assert_eq!(left.len(), 2, "{left:?}");
}

/// Lets a session be killed at a moment. Returns how many answers were on the disk, how many were seen to be saved, and whether
/// the backup was needed.
fn killed(after: Duration) -> (usize, usize, bool) {
    let home = tempfile::tempdir().expect("a folder");
    let path = home.path().join("a.weegwijzer");
    let library = Library::built_in();
    let loaded = library.guide("openness", &Lang::base()).expect("the guide");
    let start = Content {
        guide: GuideMark {
            id: "openness".to_owned(),
            version: loaded.guide.version(),
            fingerprint: library.fingerprint("openness"),
        },
        at: None,
        answers: [(
            "route".to_owned(),
            Saying {
                asked: String::new(),
                said: Vec::new(),
                answer: Said::One("all".to_owned()),
            },
        )]
        .into(),
        opened: Vec::new(),
        visits: Vec::new(),
        people: None,
        ..everything()
    };
    let mut made = archive();
    made.make(&path, &Secret::new(PHRASE), &start)
        .expect("made");
    made.close();
    let mut program = Program::start_in(home.path(), &["open", &path.to_string_lossy(), "--plain"]);
    program.wait_for("Wachtzin:");
    program.press(&format!("{PHRASE}\n"));
    program.wait_for("Waar sta je nu");
    let begun = Instant::now();
    while begun.elapsed() < after {
        program.press(":overslaan\n\n");
        std::thread::sleep(Duration::from_millis(1));
    }
    let shown = String::from_utf8_lossy(&program.kill()).into_owned();
    let shown: String = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(!shown.contains(PHRASE), "the passphrase is not shown");
    let (content, mended) = match opened(&path, Copy::File) {
        Some(content) => (content, false),
        None => (
            opened(&path, Copy::Backup).expect("the file or its backup opens"),
            true,
        ),
    };
    // A question that is shown was asked after the answer to the one before it was saved.
    let said = content.answers.keys().filter(|id| *id != "route").count();
    let questions = loaded.guide.questions().iter().skip(1);
    let asked = questions
        .filter(|question| !question.ask.contains('{') && shown.contains(question.ask.as_ref()))
        // Where questions are put in the same words, the screen does not say which of them it was.
        .filter(|question| {
            let others = loaded.guide.questions().iter();
            let same = others.filter(|other| other.ask.contains(question.ask.as_ref()));
            same.count() == 1
        })
        .map(|question| question.id.to_string())
        .collect::<Vec<_>>();
    let seen = asked.len().saturating_sub(1);
    for id in asked.iter().take(seen) {
        let is_there = content
            .answers
            .keys()
            .any(|key| key == id || key.starts_with(&format!("{id}/")));
        assert!(
            is_there,
            "{id} was answered and is not there: {asked:?}, {:?}",
            content.answers.keys()
        );
    }
    (said, seen, mended)
}

fn killed_often(times: usize) -> String {
    let mut dice = Dice::new(11);
    let (mut most, mut mended) = (0, 0);
    for _ in 0..times {
        let after = Duration::from_micros(u64::try_from(dice.below(900_000)).expect("small"));
        let (said, seen, from_backup) = killed(after);
        assert!(said >= seen, "{said} on the disk, {seen} seen to be saved");
        most = most.max(said);
        mended += usize::from(from_backup);
    }
    assert!(most > 0);
    format!(
        "{times} sessions killed, 0 unreadable, 0 answers lost, {mended} opened from the backup, up to {most} answers"
    )
}

#[cfg(unix)]
#[test]
fn a_session_that_is_killed_loses_at_most_what_is_half_typed() {
    println!("{}", killed_often(25));
}

#[cfg(unix)]
#[test]
#[ignore = "needs half an hour"]
fn a_thousand_sessions_that_are_killed_lose_at_most_what_is_half_typed() {
    println!("{}", killed_often(1000));
}
