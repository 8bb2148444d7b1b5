//! No way of dying loses a dossier: on a disk that is full, or in a session that is killed, all that was kept stays.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use weegwijzer::app::dossier::content::{Content, GuideMark};
use weegwijzer::app::dossier::edge::{Said, Saying};
use weegwijzer::app::dossier::secret::Secret;
use weegwijzer::app::effect::{Backup, Copy, KeepProblem, WriteProblem};
use weegwijzer::content::library::Library;
use weegwijzer::core::words::Lang;

use crate::support::pty::Program;
use crate::support::replies::Dice;
use crate::support::sealed::{PHRASE, archive, everything, opened};

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
