//! What a person is promised about keeping: nothing unasked, after every answer once asked, nothing lost when a disk fails or a
//! guide changes, and nothing to read without the passphrase.

use std::path::{Path, PathBuf};

use weegwijzer::app::archive::Archive;
use weegwijzer::app::dossier::content::Content;
use weegwijzer::app::dossier::secret::Secret;
use weegwijzer::app::effect::{Copy, Effect, Outcome, Report, Task};
use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::{Host, Ran};
use weegwijzer::app::intent::Intent;
use weegwijzer::app::shelf::Shelf;
use weegwijzer::app::stage::Aim;
use weegwijzer::app::view::{AsideBody, AsideView, StageView};
use weegwijzer::content::library::Library;
use weegwijzer::core::answer::Blank;
use weegwijzer::core::ask::{Ask, Reply};
use weegwijzer::core::ids::ItemId;
use weegwijzer::core::words::Lang;

use crate::support::health::lexicon;
use crate::support::script::{begin, send};

const PHRASE: &str = "tuin beek lamp wolk fiets ezel kaas";

fn aside(flow: &Flow) -> AsideView {
    match flow.view().stage {
        StageView::Aside(view) => view,
        other => panic!("not beside the questions: {other:?}"),
    }
}

/// At the first question, with the way chosen.
fn begun(home: &Path) -> (Flow, Host) {
    let (mut flow, mut host) = begin(Library::built_in(), "nl", home);
    for _ in 0..3 {
        send(&mut flow, &mut host, Intent::Continue);
    }
    pick(&mut flow, &mut host, "all");
    (flow, host)
}

fn pick(flow: &mut Flow, host: &mut Host, id: &str) {
    answer(flow, host, Reply::Pick(ItemId::new(id)));
}

fn answer(flow: &mut Flow, host: &mut Host, reply: Reply) {
    let StageView::Asking(view) = flow.view().stage else {
        panic!("no question: {:?}", flow.view().stage)
    };
    send(flow, host, Intent::Reply(view.id, reply));
}

/// Skips the question that stands there, whatever it is.
fn skip(flow: &mut Flow, host: &mut Host) {
    let StageView::Asking(view) = flow.view().stage else {
        send(flow, host, Intent::Continue);
        return;
    };
    let reply = match view.ask {
        Ask::Read { .. } => Reply::Read,
        _ => Reply::Blank(Blank::Skipped),
    };
    answer(flow, host, reply);
}

/// Chooses to keep, on a computer of one's own, at a place, with a passphrase of one's own.
fn keep_at(flow: &mut Flow, host: &mut Host, path: &Path) {
    send(flow, host, Intent::Keep);
    if aside(flow).moment == "whose" {
        send(flow, host, Intent::Choose(0));
    }
    send(
        flow,
        host,
        Intent::SaveAt(path.to_string_lossy().into_owned()),
    );
    send(flow, host, Intent::Choose(2));
    for _ in 0..2 {
        send(flow, host, Intent::Secret(Secret::new(PHRASE)));
    }
}

fn kept(home: &Path) -> (Flow, Host, PathBuf) {
    let (mut flow, mut host) = begun(home);
    let path = home.join("a.weegwijzer");
    keep_at(&mut flow, &mut host, &path);
    assert_eq!(aside(&flow).moment, "kept", "{:?}", aside(&flow));
    send(&mut flow, &mut host, Intent::Choose(0));
    (flow, host, path)
}

/// A new program that begins with a dossier.
fn begin_with(home: &Path, path: &Path, library: Library, aim: Aim) -> (Flow, Host) {
    let (mut flow, mut host) = begin(library, "en", home);
    let effect = flow.begin_with(&path.to_string_lossy(), aim);
    if let Ran::Outcome(outcome) = host.run(effect) {
        send(&mut flow, &mut host, Intent::Done(outcome));
    }
    (flow, host)
}

fn open(home: &Path, path: &Path) -> (Flow, Host) {
    let (mut flow, mut host) = begin_with(home, path, Library::built_in(), Aim::GoOn);
    send(&mut flow, &mut host, Intent::Secret(Secret::new(PHRASE)));
    (flow, host)
}

/// What stands on the disk, opened by another program than the one that wrote it.
fn content_of(host: Host, path: &Path) -> Content {
    drop(host);
    content_in(path, Copy::File)
}

fn content_in(path: &Path, copy: Copy) -> Content {
    let disk = std::sync::Arc::new(weegwijzer::app::disk::System);
    Archive::new(disk, None)
        .open(path, &Secret::new(PHRASE), copy)
        .expect("it opens")
}

fn files(home: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(home).expect("a folder").flatten();
    let mut names: Vec<String> = entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn answers(flow: &Flow) -> weegwijzer::core::answer::Answers {
    flow.session().expect("a session").answers().clone()
}

#[test]
fn nothing_is_written_until_it_is_asked_for_and_then_after_every_answer() {
    let home = tempfile::tempdir().expect("a folder");
    let (mut flow, mut host) = begun(home.path());
    for _ in 0..5 {
        skip(&mut flow, &mut host);
    }
    assert!(files(home.path()).is_empty());
    let not_saved = flow.view().header.saved;
    let path = home.path().join("a.weegwijzer");
    keep_at(&mut flow, &mut host, &path);
    assert_eq!(aside(&flow).moment, "kept");
    assert_ne!(flow.view().header.saved, not_saved);
    send(&mut flow, &mut host, Intent::Choose(0));
    for _ in 0..3 {
        skip(&mut flow, &mut host);
        let on_disk = content_of(host, &path);
        let said = on_disk.answers.keys().cloned().collect::<Vec<_>>();
        let all = answers(&flow)
            .iter()
            .map(|(id, _)| id.to_string())
            .collect::<Vec<_>>();
        assert_eq!(said, all, "the last answer is on the disk");
        (flow, host) = open(home.path(), &path);
    }
    let before = std::fs::read(&path).expect("it is there");
    drop(open(home.path(), &path));
    assert_eq!(
        std::fs::read(&path).expect("it is there"),
        before,
        "opening writes nothing"
    );
    assert_eq!(
        files(home.path()).len(),
        3,
        "with its backup and its lock: {:?}",
        files(home.path())
    );
}

#[test]
fn what_was_said_comes_back_with_the_language_the_place_and_every_choice() {
    let home = tempfile::tempdir().expect("a folder");
    let (mut flow, mut host, path) = kept(home.path());
    for _ in 0..6 {
        skip(&mut flow, &mut host);
    }
    let step = flow.map()[4].id.clone();
    send(&mut flow, &mut host, Intent::Jump(step));
    skip(&mut flow, &mut host);
    let (before, here) = (flow.view(), answers(&flow));
    drop(host);
    let (again, _host) = open(home.path(), &path);
    assert_eq!(again.view().stage, before.stage);
    assert_eq!(again.view().header, before.header);
    assert_eq!(answers(&again), here);
    assert_eq!(again.lang(), &Lang::new("nl"));
}

#[test]
fn a_wrong_passphrase_is_said_calmly_and_can_be_typed_again_for_ever() {
    let home = tempfile::tempdir().expect("a folder");
    let (_, host, path) = kept(home.path());
    drop(host);
    let (mut flow, mut host) = begin_with(home.path(), &path, Library::built_in(), Aim::GoOn);
    for _ in 0..3 {
        send(
            &mut flow,
            &mut host,
            Intent::Secret(Secret::new("tuin beek")),
        );
        let view = aside(&flow);
        assert_eq!(view.moment, "unlock");
        assert_eq!(view.problem.as_deref(), Some(&*flow.words().dossier.wrong));
    }
    assert!(flow.session().is_none());
    send(&mut flow, &mut host, Intent::Secret(Secret::new(PHRASE)));
    assert!(matches!(flow.view().stage, StageView::Asking(_)));
}

#[test]
fn a_passphrase_that_is_made_up_is_strong_and_never_the_same() {
    let home = tempfile::tempdir().expect("a folder");
    let (mut flow, mut host) = begun(home.path());
    send(&mut flow, &mut host, Intent::Keep);
    send(&mut flow, &mut host, Intent::Choose(0));
    let AsideBody::Path { text, .. } = aside(&flow).body else {
        panic!("no place is asked")
    };
    assert!(text.ends_with(".weegwijzer"), "{text}");
    send(&mut flow, &mut host, Intent::SaveAt(text.clone()));
    let first = aside(&flow);
    assert_eq!(first.exact[0].split(' ').count(), 7);
    assert!(
        first
            .text
            .iter()
            .any(|text| text.contains(&flow.words().dossier.strong))
    );
    assert!(first.text.contains(&flow.words().dossier.phrase_text));
    send(&mut flow, &mut host, Intent::Choose(1));
    let second = aside(&flow);
    assert_ne!(first.exact, second.exact);
    assert!(
        files(home.path()).is_empty(),
        "nothing is written before it is chosen"
    );
    send(&mut flow, &mut host, Intent::Choose(0));
    assert_eq!(aside(&flow).moment, "kept");
    drop(host);
    let (mut again, mut host) = begin_with(
        home.path(),
        Path::new(&text),
        Library::built_in(),
        Aim::GoOn,
    );
    send(
        &mut again,
        &mut host,
        Intent::Secret(Secret::new(&second.exact[0])),
    );
    assert_eq!(answers(&again), answers(&flow));
}

#[test]
fn a_weak_passphrase_is_named_and_one_that_is_typed_otherwise_is_asked_again() {
    let home = tempfile::tempdir().expect("a folder");
    let (mut flow, mut host) = begun(home.path());
    let path = home.path().join("a");
    send(&mut flow, &mut host, Intent::Keep);
    send(&mut flow, &mut host, Intent::Choose(0));
    send(
        &mut flow,
        &mut host,
        Intent::SaveAt(path.to_string_lossy().into_owned()),
    );
    send(&mut flow, &mut host, Intent::Choose(2));
    let mut type_in = |flow: &mut Flow, text: &str| {
        send(flow, &mut host, Intent::Secret(Secret::new(text)));
        aside(flow)
    };
    assert!(type_in(&mut flow, " ").problem.is_some());
    assert_eq!(type_in(&mut flow, "Welkom01").moment, "weak");
    let mut host = crate::support::script::host(Library::built_in(), home.path());
    send(&mut flow, &mut host, Intent::Choose(0));
    send(&mut flow, &mut host, Intent::Secret(Secret::new(PHRASE)));
    assert_eq!(aside(&flow).moment, "again");
    send(
        &mut flow,
        &mut host,
        Intent::Secret(Secret::new("iets anders dan dit")),
    );
    assert!(aside(&flow).problem.is_some());
    send(&mut flow, &mut host, Intent::Secret(Secret::new(PHRASE)));
    assert_eq!(aside(&flow).moment, "kept");
    assert!(home.path().join("a.weegwijzer").exists());
}

#[test]
fn back_leads_out_of_keeping_from_everywhere_and_nothing_is_written() {
    let home = tempfile::tempdir().expect("a folder");
    let (start, host) = begun(home.path());
    let path = home
        .path()
        .join("a.weegwijzer")
        .to_string_lossy()
        .into_owned();
    let steps = [
        Intent::Keep,
        Intent::Choose(0),
        Intent::SaveAt(path),
        Intent::Choose(2),
        Intent::Secret(Secret::new(PHRASE)),
    ];
    for count in 1..=steps.len() {
        let (mut flow, mut host) = (start.clone(), host.clone());
        for step in &steps[..count] {
            send(&mut flow, &mut host, step.clone());
        }
        for _ in 0..6 {
            if matches!(flow.view().stage, StageView::Aside(_)) {
                send(&mut flow, &mut host, Intent::Back);
            }
        }
        assert_eq!(flow.view().stage, start.view().stage, "{count}");
    }
    assert!(files(home.path()).is_empty());
}

#[test]
fn a_name_that_is_taken_is_left_alone_and_the_passphrase_need_not_be_chosen_again() {
    let home = tempfile::tempdir().expect("a folder");
    let (mut flow, mut host) = begun(home.path());
    let path = home.path().join("a.weegwijzer");
    std::fs::write(&path, "van iemand anders").expect("a file");
    keep_at(&mut flow, &mut host, &path);
    let view = aside(&flow);
    assert_eq!(view.moment, "place");
    assert!(
        view.problem
            .is_some_and(|problem| problem.contains("a.weegwijzer"))
    );
    assert_eq!(
        std::fs::read(&path).expect("it is there"),
        b"van iemand anders"
    );
    let other = home.path().join("no/b").to_string_lossy().into_owned();
    send(&mut flow, &mut host, Intent::SaveAt(other));
    assert_eq!(aside(&flow).moment, "place");
    let other = home.path().join("b.weegwijzer");
    send(
        &mut flow,
        &mut host,
        Intent::SaveAt(other.to_string_lossy().into_owned()),
    );
    assert_eq!(aside(&flow).moment, "kept");
    let on_disk = content_of(host, &other);
    assert!(on_disk.answers.contains_key("route"));
}

#[test]
fn when_the_stick_is_pulled_it_is_said_at_once_and_nothing_in_memory_is_lost() {
    let home = tempfile::tempdir().expect("a folder");
    let stick = home.path().join("STICK");
    std::fs::create_dir(&stick).expect("a folder");
    let (mut flow, mut host) = begun(home.path());
    let path = stick.join("a.weegwijzer");
    keep_at(&mut flow, &mut host, &path);
    send(&mut flow, &mut host, Intent::Choose(0));
    let gone = home.path().join("pulled");
    std::fs::rename(&stick, &gone).expect("pulled");
    skip(&mut flow, &mut host);
    let view = aside(&flow);
    assert_eq!(view.moment, "trouble");
    assert!(view.text.iter().any(|text| text.contains("a.weegwijzer")));
    assert_eq!(flow.view().header.saved, flow.words().common.not_saved);
    // It is still out.
    send(&mut flow, &mut host, Intent::Choose(0));
    assert_eq!(aside(&flow).moment, "trouble");
    let mut without = flow.clone();
    send(&mut without, &mut host, Intent::Choose(2));
    skip(&mut without, &mut host);
    assert!(
        matches!(without.view().stage, StageView::Asking(_)),
        "going on without is calm"
    );
    assert_eq!(without.view().header.saved, flow.words().common.not_saved);
    std::fs::rename(&gone, &stick).expect("put in again");
    send(&mut without, &mut host, Intent::Keep);
    assert_eq!(without.view().header.saved, flow.words().dossier.saved);
    let on_disk = content_of(host, &path);
    assert_eq!(on_disk.answers.len(), answers(&without).iter().count());
}

#[test]
fn saving_elsewhere_is_offered_at_once_and_keeps_the_passphrase() {
    let home = tempfile::tempdir().expect("a folder");
    let stick = home.path().join("STICK");
    std::fs::create_dir(&stick).expect("a folder");
    let (mut flow, mut host) = begun(home.path());
    keep_at(&mut flow, &mut host, &stick.join("a.weegwijzer"));
    send(&mut flow, &mut host, Intent::Choose(0));
    std::fs::remove_dir_all(&stick).expect("gone for good");
    skip(&mut flow, &mut host);
    send(&mut flow, &mut host, Intent::Choose(1));
    let other = home.path().join("b.weegwijzer");
    send(
        &mut flow,
        &mut host,
        Intent::SaveAt(other.to_string_lossy().into_owned()),
    );
    assert_eq!(aside(&flow).moment, "kept", "{:?}", aside(&flow));
    assert_eq!(flow.view().header.saved, flow.words().dossier.saved);
    let all = answers(&flow).iter().count();
    assert_eq!(content_of(host, &other).answers.len(), all);
}

#[test]
fn a_file_that_another_changed_is_never_replaced() {
    let home = tempfile::tempdir().expect("a folder");
    let (mut flow, mut host, path) = kept(home.path());
    std::fs::write(&path, "weegwijzer dossier 1\nof another").expect("changed");
    skip(&mut flow, &mut host);
    assert_eq!(aside(&flow).moment, "trouble");
    assert!(aside(&flow).text.contains(&flow.words().dossier.changed));
    assert_eq!(
        std::fs::read(&path).expect("it is there"),
        b"weegwijzer dossier 1\nof another"
    );
}

#[test]
fn a_damaged_dossier_is_shown_as_such_and_its_previous_copy_is_one_choice_away() {
    let home = tempfile::tempdir().expect("a folder");
    let (mut flow, mut host, path) = kept(home.path());
    for _ in 0..3 {
        skip(&mut flow, &mut host);
    }
    let all = answers(&flow).iter().count();
    drop(host);
    let whole = std::fs::read(&path).expect("it is there");
    std::fs::write(&path, &whole[..whole.len() - 200]).expect("torn");
    // Torn where a passphrase is not even asked for.
    let (mut flow, mut host) = begin_with(home.path(), &path, Library::built_in(), Aim::GoOn);
    assert_eq!(aside(&flow).moment, "shut");
    assert!(aside(&flow).text[0].contains("a.weegwijzer"));
    send(&mut flow, &mut host, Intent::Choose(0));
    send(&mut flow, &mut host, Intent::Secret(Secret::new(PHRASE)));
    assert_eq!(
        answers(&flow).iter().count(),
        all - 1,
        "all but the last answer"
    );
    drop(host);
    assert_eq!(
        content_in(&path, Copy::File).answers.len(),
        all - 1,
        "it is mended"
    );
    // And where the passphrase is right and the content is not.
    let mut bent = std::fs::read(&path).expect("it is there");
    let at = bent.len() - 60;
    bent[at] = if bent[at] == b'A' { b'B' } else { b'A' };
    std::fs::write(&path, &bent).expect("bent");
    let (mut flow, mut host) = open(home.path(), &path);
    assert_eq!(aside(&flow).moment, "shut");
    send(&mut flow, &mut host, Intent::Choose(0));
    assert!(
        matches!(flow.view().stage, StageView::Asking(_)),
        "it was typed already"
    );
}

#[test]
fn without_a_backup_a_broken_file_leaves_the_way_to_begin_anew() {
    let home = tempfile::tempdir().expect("a folder");
    for text in [
        "",
        "weegwijzer dossier 1\n",
        "weegwijzer dossier 2\n",
        "Beste",
    ] {
        let path = home.path().join("a.weegwijzer");
        std::fs::write(&path, text).expect("a file");
        let (mut flow, mut host) = begin_with(home.path(), &path, Library::built_in(), Aim::GoOn);
        let view = aside(&flow);
        assert_eq!(view.moment, "shut", "{text:?}");
        let AsideBody::Ways(ways) = view.body else {
            panic!("ways on")
        };
        assert_eq!(ways.len(), 2);
        send(&mut flow, &mut host, Intent::Choose(1));
        assert!(matches!(flow.view().stage, StageView::Welcome(_)));
        assert_eq!(std::fs::read(&path).expect("it is there"), text.as_bytes());
    }
    let (flow, _) = begin_with(
        home.path(),
        &home.path().join("no"),
        Library::built_in(),
        Aim::GoOn,
    );
    assert_eq!(aside(&flow).moment, "shut");
}

#[test]
fn a_passphrase_changes_only_after_the_one_of_now() {
    let home = tempfile::tempdir().expect("a folder");
    let (mut flow, mut host, path) = kept(home.path());
    skip(&mut flow, &mut host);
    send(&mut flow, &mut host, Intent::Keep);
    send(&mut flow, &mut host, Intent::Choose(1));
    assert_eq!(aside(&flow).moment, "prove");
    let before = std::fs::read(&path).expect("it is there");
    send(
        &mut flow,
        &mut host,
        Intent::Secret(Secret::new("iets anders")),
    );
    assert!(aside(&flow).problem.is_some());
    send(&mut flow, &mut host, Intent::Secret(Secret::new(PHRASE)));
    assert_eq!(aside(&flow).moment, "offered");
    assert_eq!(
        std::fs::read(&path).expect("it is there"),
        before,
        "asking writes nothing"
    );
    let new = aside(&flow).exact[0].clone();
    send(&mut flow, &mut host, Intent::Choose(0));
    assert_eq!(aside(&flow).moment, "kept");
    assert!(flow.view().message.is_some());
    drop(host);
    let (flow, host) = open(home.path(), &path);
    assert_eq!(aside(&flow).moment, "unlock", "the old one opens nothing");
    drop(host);
    let (mut flow, mut host) = begin_with(home.path(), &path, Library::built_in(), Aim::Change);
    send(&mut flow, &mut host, Intent::Secret(Secret::new(&new)));
    assert_eq!(
        aside(&flow).moment,
        "offered",
        "the command asks for the next one"
    );
}

#[test]
fn the_program_can_ask_for_the_passphrase_of_the_open_dossier_without_writing() {
    let home = tempfile::tempdir().expect("a folder");
    let (_flow, mut host, path) = kept(home.path());
    let before = std::fs::read(&path).expect("it is there");
    for (phrase, right) in [(PHRASE, true), ("tuin beek", false)] {
        let ran = host.run(Effect::Dossier(Task::Prove(Secret::new(phrase))));
        let Ran::Outcome(Outcome::Dossier(Report::Proved(proved))) = ran else {
            panic!("{ran:?}")
        };
        assert_eq!(proved, right);
    }
    assert_eq!(std::fs::read(&path).expect("it is there"), before);
}

#[test]
fn stopping_asks_nothing_once_everything_is_kept_and_offers_to_keep_before() {
    let home = tempfile::tempdir().expect("a folder");
    let (mut flow, mut host) = begun(home.path());
    send(&mut flow, &mut host, Intent::Stop);
    assert!(matches!(flow.view().stage, StageView::Stopping));
    keep_at(&mut flow, &mut host, &home.path().join("a.weegwijzer"));
    let AsideBody::Ways(ways) = aside(&flow).body else {
        panic!("ways on")
    };
    assert_eq!(ways[0], flow.words().menu.stop);
    assert!(
        !send(&mut flow.clone(), &mut host, Intent::Choose(0)),
        "it stops"
    );
    send(&mut flow, &mut host, Intent::Choose(1));
    assert!(matches!(flow.view().stage, StageView::Asking(_)));
    assert!(
        !send(&mut flow, &mut host, Intent::Stop),
        "nothing would be lost"
    );
}

#[test]
fn keeping_is_offered_once_at_the_end_of_a_step_and_never_when_it_is_kept() {
    let home = tempfile::tempdir().expect("a folder");
    let (mut flow, mut host) = begun(home.path());
    let offers = |flow: &mut Flow, host: &mut Host| {
        let mut offers = Vec::new();
        for _ in 0..25 {
            let StageView::Asking(_) = flow.view().stage else {
                send(flow, host, Intent::Continue);
                continue;
            };
            let step = flow.view().header.place;
            let offered = flow.view().offers;
            offers.push((step, offered));
            skip(flow, host);
        }
        offers
    };
    let seen = offers(&mut flow, &mut host);
    let mut before = seen[0].0.clone();
    let mut count = 0;
    for (step, offered) in seen.into_iter().skip(1) {
        assert_eq!(offered, step != before, "{step}");
        count += usize::from(offered);
        before = step;
    }
    assert!(count > 1);
    let (mut flow, mut host, _) = kept(home.path());
    assert!(
        offers(&mut flow, &mut host)
            .iter()
            .all(|(_, offered)| !offered)
    );
}

#[test]
fn a_place_is_remembered_only_on_request_and_offered_at_the_next_start() {
    let home = tempfile::tempdir().expect("a folder");
    let settings = home.path().join("settings");
    let shelf = || Shelf {
        settings: Some(settings.clone()),
        mounts: Vec::new(),
    };
    let (mut flow, host, path) = kept(home.path());
    let mut host = host.with_shelf(shelf());
    assert!(!settings.exists());
    send(&mut flow, &mut host, Intent::Keep);
    send(&mut flow, &mut host, Intent::Choose(3));
    assert!(flow.view().message.is_some());
    let disk = weegwijzer::app::disk::System;
    assert_eq!(shelf().known(&disk), std::slice::from_ref(&path));
    drop(host);
    let (mut flow, host) = open(home.path(), &path);
    let mut host = host.with_shelf(shelf());
    send(&mut flow, &mut host, Intent::Keep);
    send(&mut flow, &mut host, Intent::Choose(3));
    send(&mut flow, &mut host, Intent::Choose(3));
    assert!(shelf().known(&disk).is_empty());
}

#[test]
fn a_stick_is_offered_as_it_is_found() {
    let home = tempfile::tempdir().expect("a folder");
    let media = home.path().join("media");
    std::fs::create_dir(&media).expect("a folder");
    let shelf = Shelf {
        settings: None,
        mounts: vec![(media.clone(), 1)],
    };
    let (mut flow, host) = begun(home.path());
    let mut host = host.with_shelf(shelf);
    send(&mut flow, &mut host, Intent::Keep);
    send(&mut flow, &mut host, Intent::Choose(1));
    assert_eq!(aside(&flow).moment, "sticks");
    assert!(
        aside(&flow)
            .text
            .contains(&flow.words().dossier.sticks_none)
    );
    std::fs::create_dir(media.join("EEN")).expect("put in");
    send(&mut flow.clone(), &mut host, Intent::Choose(0));
    let mut one = flow.clone();
    send(&mut one, &mut host, Intent::Choose(0));
    let AsideBody::Path { text, .. } = aside(&one).body else {
        panic!("the only one is taken")
    };
    assert!(
        text.starts_with(&*media.join("EEN").to_string_lossy()),
        "{text}"
    );
    std::fs::create_dir(media.join("TWEE")).expect("put in");
    send(&mut flow, &mut host, Intent::Choose(0));
    send(&mut flow, &mut host, Intent::Choose(1));
    let AsideBody::Path { text, .. } = aside(&flow).body else {
        panic!("the second one")
    };
    assert!(text.contains("TWEE"), "{text}");
}

#[test]
fn on_a_computer_of_somebody_else_a_paper_can_be_copied_by_hand() {
    let home = tempfile::tempdir().expect("a folder");
    let (mut flow, mut host) = begin(Library::built_in(), "nl", home.path());
    for _ in 0..3 {
        send(&mut flow, &mut host, Intent::Continue);
    }
    pick(&mut flow, &mut host, "sheet");
    for _ in 0..40 {
        match flow.view().stage {
            StageView::Preview(_) => break,
            StageView::Asking(view) if view.id.as_str() == "ending" => {
                pick(&mut flow, &mut host, "sheet");
            }
            _ => skip(&mut flow, &mut host),
        }
    }
    let StageView::Preview(preview) = flow.view().stage else {
        panic!("no preview")
    };
    send(&mut flow, &mut host, Intent::Continue);
    assert_eq!(aside(&flow).moment, "whose");
    send(&mut flow, &mut host, Intent::Choose(2));
    assert_eq!(aside(&flow).exact, preview.text);
    send(&mut flow, &mut host, Intent::Choose(0));
    assert!(!matches!(flow.view().stage, StageView::Aside(_)));
    assert!(files(home.path()).is_empty());
}

/// A guide of one step with these questions.
fn guide(questions: &str) -> Library {
    let text = format!(
        "
guide: openness
version: 1
title: Proef
routes:
  {{ask: Welke weg?, short: Weg, help: Kies., ways: [{{id: all, label: Deze, steps: [one]}}]}}
steps:
  - id: one
    title: Een
    gives: Iets.
    minutes: 1
    sheet: true
    questions:
{questions}
papers:
  - {{id: sheet, reader: shared, title: Blad, file: blad, blocks: [{{id: a, lines: [{{say: Iets.}}]}}]}}
"
    );
    Library::with_own(
        "own".to_owned(),
        [("openness/guide.yml".to_owned(), text)].into(),
    )
}

#[test]
fn a_guide_that_changed_names_what_is_not_asked_any_more_and_loses_nothing() {
    const COLOR: &str = "      - {id: color, kind: one_of, ask: Welke kleur?, short: Kleur, help: Kies., options: [{id: red, label: Rood}, {id: blue, label: Blauw}]}\n";
    const ANIMAL: &str =
        "      - {id: animal, kind: line, ask: Welk dier?, short: Dier, help: Typ.}\n";
    const ONLY_BLUE: &str = "      - {id: color, kind: one_of, ask: Welke kleur?, short: Kleur, help: Kies., options: [{id: blue, label: Blauw}, {id: green, label: Groen}]}\n";
    let home = tempfile::tempdir().expect("a folder");
    let (mut flow, mut host) = begin(guide(&format!("{COLOR}{ANIMAL}")), "nl", home.path());
    for _ in 0..3 {
        send(&mut flow, &mut host, Intent::Continue);
    }
    pick(&mut flow, &mut host, "all");
    let path = home.path().join("a.weegwijzer");
    keep_at(&mut flow, &mut host, &path);
    send(&mut flow, &mut host, Intent::Choose(0));
    pick(&mut flow, &mut host, "red");
    answer(&mut flow, &mut host, Reply::Text("Een egel.".to_owned()));
    let before = content_of(host, &path);
    for (now, gone) in [
        (format!("{COLOR}{ANIMAL}"), &[][..]),
        (COLOR.to_owned(), &["Dier: Een egel."]),
        (format!("{ONLY_BLUE}{ANIMAL}"), &["Kleur: Rood"]),
        (ONLY_BLUE.to_owned(), &["Dier: Een egel.", "Kleur: Rood"]),
    ] {
        let (mut flow, mut host) = begin_with(home.path(), &path, guide(&now), Aim::GoOn);
        send(&mut flow, &mut host, Intent::Secret(Secret::new(PHRASE)));
        if gone.is_empty() {
            assert_eq!(aside(&flow).moment, "return");
        } else {
            assert_eq!(aside(&flow).moment, "differs");
            assert_eq!(aside(&flow).exact, gone);
            send(&mut flow, &mut host, Intent::Choose(0));
        }
        let after = content_of(host, &path);
        assert_eq!(
            after.answers, before.answers,
            "nothing was written, nothing is lost"
        );
    }
    // An answer in the changed guide keeps all others, with their words.
    let (mut flow, mut host) = begin_with(home.path(), &path, guide(ONLY_BLUE), Aim::GoOn);
    send(&mut flow, &mut host, Intent::Secret(Secret::new(PHRASE)));
    send(&mut flow, &mut host, Intent::Choose(0));
    send(&mut flow, &mut host, Intent::Edit("color".into()));
    pick(&mut flow, &mut host, "green");
    let after = content_of(host, &path);
    assert_eq!(after.answers["animal"], before.answers["animal"]);
    assert_eq!(after.answers["color"].said, ["Groen"]);
    let (mut flow, mut host) = begin_with(
        home.path(),
        &path,
        guide(&format!("{ONLY_BLUE}{ANIMAL}")),
        Aim::GoOn,
    );
    send(&mut flow, &mut host, Intent::Secret(Secret::new(PHRASE)));
    let dier = flow
        .session()
        .expect("a session")
        .walk()
        .answer(&"animal".into())
        .cloned();
    assert_eq!(
        dier,
        Some(weegwijzer::core::answer::Answer::Text(
            "Een egel.".to_owned()
        ))
    );
}

#[test]
fn a_dossier_of_a_guide_that_is_not_here_stays_closed() {
    let home = tempfile::tempdir().expect("a folder");
    let (_, host, path) = kept(home.path());
    let mut content = content_of(host, &path);
    content.guide.id = "elders".to_owned();
    let other = home.path().join("b.weegwijzer");
    let disk = std::sync::Arc::new(weegwijzer::app::disk::System);
    Archive::new(disk, None)
        .with_work(2)
        .make(&other, &Secret::new(PHRASE), &content)
        .expect("made");
    let (flow, _) = open(home.path(), &other);
    assert_eq!(aside(&flow).moment, "shut");
    assert!(aside(&flow).text[0].contains("--questions"));
}

#[test]
fn the_words_for_passphrases_are_many_different_short_and_say_nothing_about_health() {
    let library = Library::built_in();
    let lexicon = lexicon();
    for lang in library.langs() {
        let text = Library::passphrase_words(&lang).expect("every language has its words");
        let words: Vec<&str> = text.split_whitespace().collect();
        let different: std::collections::BTreeSet<&str> = words.iter().copied().collect();
        assert!(
            different.len() == words.len() && words.len() >= 1024,
            "{lang}"
        );
        let mut wrong: Vec<&str> = words
            .iter()
            .copied()
            .filter(|word| {
                !(4..=7).contains(&word.len()) || !word.bytes().all(|b| b.is_ascii_lowercase())
            })
            .collect();
        wrong.extend(
            words
                .iter()
                .filter(|word| !weegwijzer::privacy::check(word, &lexicon).is_empty()),
        );
        assert!(wrong.is_empty(), "{lang}: {wrong:?}");
    }
}
