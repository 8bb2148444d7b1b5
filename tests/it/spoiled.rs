//! Dossiers that are not as they were left: nothing is lost when a disk fails, a file is damaged or a guide changes.

use weegwijzer::app::archive::Archive;
use weegwijzer::app::dossier::secret::Secret;
use weegwijzer::app::effect::Copy;
use weegwijzer::app::intent::Intent;
use weegwijzer::app::stage::Aim;
use weegwijzer::app::view::{AsideBody, StageView};
use weegwijzer::content::library::Library;
use weegwijzer::core::ask::Reply;

use crate::support::dossier::{
    PASSPHRASE, begin_with, content_in, content_of, keep_at, kept, on_the_way, open, unlock,
};
use crate::support::moment::{answers, aside, reply};
use crate::support::said::pick;
use crate::support::script::{begin, send};
use crate::support::talk::home;
use crate::support::walk::{past_the_welcome, skip};

#[test]
fn when_the_stick_is_pulled_it_is_said_at_once_and_nothing_in_memory_is_lost() {
    let home = home();
    let stick = home.path().join("STICK");
    std::fs::create_dir(&stick).expect("a folder");
    let (mut flow, mut host) = on_the_way(home.path());
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
    let home = home();
    let stick = home.path().join("STICK");
    std::fs::create_dir(&stick).expect("a folder");
    let (mut flow, mut host) = on_the_way(home.path());
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
    let home = home();
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
    let home = home();
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
    unlock(&mut flow, &mut host);
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
    let home = home();
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
    let home = home();
    let (mut flow, mut host) = begin(guide(&format!("{COLOR}{ANIMAL}")), "nl", home.path());
    past_the_welcome(&mut flow, &mut host);
    reply(&mut flow, &mut host, pick("all"));
    let path = home.path().join("a.weegwijzer");
    keep_at(&mut flow, &mut host, &path);
    send(&mut flow, &mut host, Intent::Choose(0));
    reply(&mut flow, &mut host, pick("red"));
    reply(&mut flow, &mut host, Reply::Text("Een egel.".to_owned()));
    let before = content_of(host, &path);
    for (now, gone) in [
        (format!("{COLOR}{ANIMAL}"), &[][..]),
        (COLOR.to_owned(), &["Dier: Een egel."]),
        (format!("{ONLY_BLUE}{ANIMAL}"), &["Kleur: Rood"]),
        (ONLY_BLUE.to_owned(), &["Dier: Een egel.", "Kleur: Rood"]),
    ] {
        let (mut flow, mut host) = begin_with(home.path(), &path, guide(&now), Aim::GoOn);
        unlock(&mut flow, &mut host);
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
    unlock(&mut flow, &mut host);
    send(&mut flow, &mut host, Intent::Choose(0));
    send(&mut flow, &mut host, Intent::Edit("color".into()));
    reply(&mut flow, &mut host, pick("green"));
    let after = content_of(host, &path);
    assert_eq!(after.answers["animal"], before.answers["animal"]);
    assert_eq!(after.answers["color"].said, ["Groen"]);
    let (mut flow, mut host) = begin_with(
        home.path(),
        &path,
        guide(&format!("{ONLY_BLUE}{ANIMAL}")),
        Aim::GoOn,
    );
    unlock(&mut flow, &mut host);
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
    let home = home();
    let (_, host, path) = kept(home.path());
    let mut content = content_of(host, &path);
    content.guide.id = "elders".to_owned();
    let other = home.path().join("b.weegwijzer");
    let disk = std::sync::Arc::new(weegwijzer::app::disk::System);
    Archive::new(disk, None)
        .with_work(2)
        .make(&other, &Secret::new(PASSPHRASE), &content)
        .expect("made");
    let (flow, _) = open(home.path(), &other);
    assert_eq!(aside(&flow).moment, "shut");
    assert!(aside(&flow).text[0].contains("--questions"));
}
