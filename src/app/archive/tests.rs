//! Dossiers on a real disk: made, kept, opened, moved, sealed anew, broken and forgotten.

use std::collections::BTreeMap;

use super::*;
use crate::app::disk::System;
use crate::app::dossier::content::{GuideMark, VERSION};
use crate::app::dossier::edge::{Said, Saying};

const FAST: u8 = 2;

fn archive() -> Archive {
    Archive::new(Arc::new(System), None).with_work(FAST)
}

fn content(said: &str) -> Content {
    let saying = Saying {
        asked: "Vraag".to_owned(),
        said: vec![said.to_owned()],
        answer: Said::Text(said.to_owned()),
    };
    Content {
        version: VERSION,
        date: None,
        guide: GuideMark {
            id: "openness".to_owned(),
            version: 1,
            fingerprint: "0".to_owned(),
        },
        lang: "nl".to_owned(),
        at: None,
        answers: BTreeMap::from([("a".to_owned(), saying)]),
        opened: Vec::new(),
        papers: BTreeMap::new(),
        decisions: Vec::new(),
        remarks: BTreeMap::new(),
        practised: BTreeMap::new(),
        visits: Vec::new(),
        people: None,
    }
}

fn read(path: &Path) -> Vec<u8> {
    System.read(path).expect("it is there")
}

fn put(path: &Path, bytes: &[u8]) {
    let _ = System.remove(path);
    System
        .write_new(path, bytes)
        .map(|_| ())
        .expect("it is written");
}

#[expect(clippy::disallowed_methods, reason = "tests look at their own folder")]
fn count(folder: &Path) -> usize {
    std::fs::read_dir(folder).expect("a folder").count()
}

type Damage<'a> = &'a dyn Fn(&mut Vec<u8>);

#[test]
fn what_was_kept_is_there_again_with_the_passphrase_alone() {
    let home = tempfile::tempdir().expect("a folder");
    let path = home.path().join("a.weegwijzer");
    let secret = Secret::new("tuin beek");
    let mut first = archive();
    first.make(&path, &secret, &content("een")).expect("made");
    first
        .keep(&content("twee"), Backup::Previous)
        .expect("kept");
    assert!(first.proves(&secret) && !first.proves(&Secret::new("tuin")));
    let found = String::from_utf8(read(&path)).expect("text");
    assert!(!found.contains("twee") && found.starts_with("weegwijzer dossier 1\n"));
    let mut second = archive();
    assert_eq!(
        second.open(&path, &secret, Copy::File),
        Err(OpenProblem::InUse)
    );
    first.close();
    assert_eq!(
        second.open(&path, &Secret::new("tuin"), Copy::File),
        Err(OpenProblem::WrongPassphrase)
    );
    assert!(!second.proves(&secret), "nothing is open");
    assert_eq!(second.open(&path, &secret, Copy::File), Ok(content("twee")));
    second.close();
    assert_eq!(
        second.open(&path, &secret, Copy::Backup),
        Ok(content("een"))
    );
    second.close();
    assert_eq!(count(home.path()), 2, "the file and its backup");
}

#[test]
fn a_new_passphrase_ends_the_old_one_in_every_copy() {
    let home = tempfile::tempdir().expect("a folder");
    let path = home.path().join("a.weegwijzer");
    let (old, new) = (Secret::new("tuin beek"), Secret::new("wolk lamp"));
    let mut archive = archive();
    archive.make(&path, &old, &content("een")).expect("made");
    let before = Envelope::read(&read(&path)).expect("whole");
    archive.reseal(&new, &content("twee")).expect("sealed anew");
    archive
        .keep(&content("drie"), Backup::Previous)
        .expect("kept");
    archive.close();
    for copy in [Copy::File, Copy::Backup] {
        assert_eq!(
            archive.open(&path, &old, copy),
            Err(OpenProblem::WrongPassphrase)
        );
    }
    assert_eq!(archive.open(&path, &new, Copy::File), Ok(content("drie")));
    let old_key = Key::open(&before.key, &old).expect("the old key");
    let after = Envelope::read(&read(&path)).expect("whole");
    assert!(old_key.unseal(&after.content).is_err());
}

#[test]
fn going_on_elsewhere_keeps_the_passphrase_and_leaves_the_first_as_it_was() {
    let home = tempfile::tempdir().expect("a folder");
    let [one, two] = ["a.weegwijzer", "b.weegwijzer"].map(|name| home.path().join(name));
    let secret = Secret::new("tuin beek");
    let mut archive = archive();
    archive.make(&one, &secret, &content("een")).expect("made");
    assert_eq!(
        archive.move_to(&one, &content("twee")),
        Err(KeepProblem::Disk(WriteProblem::Exists))
    );
    archive.move_to(&two, &content("twee")).expect("moved");
    archive
        .keep(&content("drie"), Backup::Previous)
        .expect("kept");
    archive.close();
    assert_eq!(archive.open(&one, &secret, Copy::File), Ok(content("een")));
    assert_eq!(archive.open(&two, &secret, Copy::File), Ok(content("drie")));
}

#[test]
fn a_file_that_changed_or_went_meanwhile_is_said_and_left_alone() {
    let home = tempfile::tempdir().expect("a folder");
    let path = home.path().join("a.weegwijzer");
    let mut archive = archive();
    archive
        .make(&path, &Secret::new("tuin"), &content("een"))
        .expect("made");
    put(&path, b"weegwijzer dossier 1\nother");
    assert_eq!(
        archive.keep(&content("twee"), Backup::Previous),
        Err(KeepProblem::Changed)
    );
    assert_eq!(read(&path), b"weegwijzer dossier 1\nother");
    System.remove(&path).expect("it is there");
    assert_eq!(
        archive.keep(&content("twee"), Backup::Previous),
        Err(KeepProblem::Changed)
    );
    assert!(!System.exists(&path));
}

#[test]
fn a_damaged_file_is_said_and_its_backup_opens_and_mends_it() {
    let home = tempfile::tempdir().expect("a folder");
    let path = home.path().join("a.weegwijzer");
    let secret = Secret::new("tuin beek");
    let mut archive = archive();
    archive.make(&path, &secret, &content("een")).expect("made");
    archive
        .keep(&content("twee"), Backup::Previous)
        .expect("kept");
    archive.close();
    let whole = read(&path);
    let backup = read(&Names::of(&path).backup);
    let damage: [Damage<'_>; 5] = [
        &|bytes| bytes.truncate(bytes.len() / 2),
        &Vec::clear,
        &|bytes| bytes.fill(0),
        // In the sealed key, where it looks like another passphrase; in the content.
        &|bytes| {
            let key = Envelope::read(bytes).expect("whole").key;
            let other = Key::make(&Secret::new("x"), FAST);
            *bytes = String::from_utf8_lossy(bytes)
                .replace(&key, other.block())
                .into_bytes();
        },
        &|bytes| {
            let at = bytes.len() - 60;
            bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
        },
    ];
    for (number, damage) in damage.iter().enumerate() {
        let mut bytes = whole.clone();
        damage(&mut bytes);
        put(&path, &bytes);
        put(&Names::of(&path).backup, &backup);
        let found = archive.open(&path, &secret, Copy::File);
        // A backup made by the same key as a whole file could not tell; here it does.
        assert_eq!(found, Err(OpenProblem::Damaged), "damage {number}");
        assert!(archive.has_backup(&path));
        assert_eq!(read(&path), bytes, "it is left as it is");
        assert_eq!(
            archive.open(&path, &secret, Copy::Backup),
            Ok(content("een"))
        );
        archive
            .keep(&content("drie"), Backup::Previous)
            .expect("kept");
        archive.close();
        for copy in [Copy::File, Copy::Backup] {
            assert_eq!(archive.open(&path, &secret, copy), Ok(content("drie")));
            archive.close();
        }
    }
    System.remove(&path).expect("it is there");
    assert_eq!(archive.look(&path), Err(OpenProblem::Missing));
    archive
        .open(&path, &secret, Copy::Backup)
        .expect("it opens");
    archive
        .keep(&content("vier"), Backup::Previous)
        .expect("kept");
    archive.close();
    assert_eq!(
        archive.open(&path, &secret, Copy::File),
        Ok(content("vier"))
    );
}

#[test]
fn what_is_no_dossier_is_neither_opened_nor_forgotten() {
    let home = tempfile::tempdir().expect("a folder");
    let path = home.path().join("letter.txt");
    let archive = archive();
    assert_eq!(archive.look(&path), Err(OpenProblem::Missing));
    assert_eq!(archive.forget(&path), Err(Unforgotten::Missing));
    put(&path, b"Dear all");
    assert_eq!(archive.look(&path), Err(OpenProblem::NotOurs));
    assert_eq!(archive.forget(&path), Err(Unforgotten::NotOurs));
    assert_eq!(archive.look(home.path()), Err(OpenProblem::NotOurs));
    assert_eq!(archive.forget(home.path()), Err(Unforgotten::NotOurs));
    put(&path, b"weegwijzer dossier 9\n");
    assert_eq!(archive.look(&path), Err(OpenProblem::Newer));
    assert_eq!(archive.forget(&path), Ok(vec![path.clone()]));
    assert!(!System.exists(&path));
}

#[test]
fn a_dossier_that_is_open_is_not_forgotten_under_it() {
    let home = tempfile::tempdir().expect("a folder");
    let path = home.path().join("a.weegwijzer");
    let mut first = archive();
    first
        .make(&path, &Secret::new("tuin"), &content("een"))
        .expect("made");
    assert_eq!(
        archive().forget(&path),
        Err(Unforgotten::Kept(path.clone(), KeepProblem::InUse))
    );
    first
        .keep(&content("twee"), Backup::Previous)
        .expect("kept");
    first.close();
    assert_eq!(archive().forget(&path).map(|gone| gone.len()), Ok(2));
    assert_eq!(count(home.path()), 0);
}

#[test]
fn only_the_folder_of_its_own_is_made() {
    let home = tempfile::tempdir().expect("a folder");
    let own = home.path().join("weegwijzer");
    let mut archive = Archive::new(Arc::new(System), Some(own.clone())).with_work(FAST);
    let secret = Secret::new("tuin");
    assert_eq!(
        archive.make(
            &home.path().join("no/a.weegwijzer"),
            &secret,
            &content("een")
        ),
        Err(KeepProblem::Disk(WriteProblem::NoFolder))
    );
    archive
        .make(&own.join("a.weegwijzer"), &secret, &content("een"))
        .expect("made");
    assert!(own.join("a.weegwijzer").exists());
}
