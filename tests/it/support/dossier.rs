//! A dossier in a test: made and opened the way a person does it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use weegwijzer::app::archive::Archive;
use weegwijzer::app::disk::System;
use weegwijzer::app::dossier::content::Content;
use weegwijzer::app::dossier::secret::Secret;
use weegwijzer::app::effect::Copy;
use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::{Host, Ran};
use weegwijzer::app::intent::Intent;
use weegwijzer::app::stage::Aim;
use weegwijzer::content::library::Library;
use weegwijzer::core::words::Dossier;

use crate::support::keys::bytes;
use crate::support::moment::{aside, moment, reply};
use crate::support::pty::Program;
use crate::support::said::pick;
use crate::support::script::{begin, send};
use crate::support::walk::begun;

/// The passphrase of every dossier here.
pub(crate) const PASSPHRASE: &str = "tuin beek lamp stoel wolk fiets kraan";

/// Makes a dossier in a real terminal, on the full screen.
pub(crate) fn keep_in(program: &mut Program, words: &Dossier) {
    for (sign, keys) in [
        ("", bytes("ctrl-s")),
        (&*words.whose_title, bytes("enter")),
        (&words.place_title, bytes("enter")),
        (&words.phrase_title, bytes("down*2 enter")),
        (&words.own_title, format!("{PASSPHRASE}\r")),
        (&words.again_title, format!("{PASSPHRASE}\r")),
        (&words.kept_title, bytes("enter")),
    ] {
        program.wait_for(sign);
        program.press(&keys);
    }
}

/// Chooses to keep, on a computer of one's own, at a place, with a passphrase of one's own.
pub(crate) fn keep_at(flow: &mut Flow, host: &mut Host, path: &Path) {
    let secret = || Intent::Secret(Secret::new(PASSPHRASE));
    let path = path.to_string_lossy().into_owned();
    for (at, intent) in [
        ("", Intent::Keep),
        ("whose", Intent::Choose(0)),
        ("place", Intent::SaveAt(path)),
        ("offered", Intent::Choose(2)),
        ("own", secret()),
        ("again", secret()),
    ] {
        // A coach looks away first.
        if moment(flow) == "look-away" {
            send(flow, host, Intent::Choose(0));
        }
        assert_eq!(moment(flow), at);
        send(flow, host, intent);
    }
}

/// Makes a dossier and goes on with the questions.
pub(crate) fn keep(flow: &mut Flow, host: &mut Host, home: &Path) {
    keep_at(flow, host, &home.join("mijn.weegwijzer"));
    assert_eq!(moment(flow), "kept");
    send(flow, host, Intent::Choose(0));
    assert_eq!(moment(flow), "");
}

/// On the long route, at its first question.
pub(crate) fn on_the_way(home: &Path) -> (Flow, Host) {
    let (mut flow, mut host) = begun("nl", home);
    reply(&mut flow, &mut host, pick("all"));
    (flow, host)
}

/// As [`on_the_way`], with a dossier.
pub(crate) fn kept(home: &Path) -> (Flow, Host, PathBuf) {
    let (mut flow, mut host) = on_the_way(home);
    let path = home.join("a.weegwijzer");
    keep_at(&mut flow, &mut host, &path);
    assert_eq!(moment(&flow), "kept", "{:?}", aside(&flow));
    send(&mut flow, &mut host, Intent::Choose(0));
    (flow, host, path)
}

/// A new program begins with a dossier.
pub(crate) fn look_at(flow: &mut Flow, host: &mut Host, path: &Path, aim: Aim) {
    let effect = flow.begin_with(&path.to_string_lossy(), aim);
    if let Ran::Outcome(outcome) = host.run(effect) {
        send(flow, host, Intent::Done(outcome));
    }
}

/// A new program that begins with a dossier.
pub(crate) fn begin_with(home: &Path, path: &Path, library: Library, aim: Aim) -> (Flow, Host) {
    let (mut flow, mut host) = begin(library, "en", home);
    look_at(&mut flow, &mut host, path, aim);
    (flow, host)
}

/// A new program with a dossier that was opened.
pub(crate) fn open(home: &Path, path: &Path) -> (Flow, Host) {
    let (mut flow, mut host) = begin_with(home, path, Library::built_in(), Aim::GoOn);
    unlock(&mut flow, &mut host);
    (flow, host)
}

/// Types the passphrase.
pub(crate) fn unlock(flow: &mut Flow, host: &mut Host) {
    send(flow, host, Intent::Secret(Secret::new(PASSPHRASE)));
}

/// What stands on the disk once a program is closed.
pub(crate) fn content_of(host: Host, path: &Path) -> Content {
    drop(host);
    content_in(path, Copy::File)
}

/// What stands on the disk, opened by another program than the one that wrote it.
pub(crate) fn content_in(path: &Path, copy: Copy) -> Content {
    Archive::new(Arc::new(System), None)
        .open(path, &Secret::new(PASSPHRASE), copy)
        .expect("it opens")
}

/// The names of all files in a folder.
pub(crate) fn files(home: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(home).expect("a folder").flatten();
    let mut names: Vec<String> = entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}
