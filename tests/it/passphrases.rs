//! Passphrases: one that is wrong, weak, made up or changed, and the words they are made of.

use std::path::Path;

use weegwijzer::app::dossier::secret::Secret;
use weegwijzer::app::effect::{Effect, Outcome, Report, Task};
use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::Ran;
use weegwijzer::app::intent::Intent;
use weegwijzer::app::stage::Aim;
use weegwijzer::app::view::{AsideBody, StageView};
use weegwijzer::content::library::Library;

use crate::support::dossier::{PASSPHRASE, begin_with, files, kept, on_the_way, open, unlock};
use crate::support::health::lexicon;
use crate::support::moment::{answers, aside};
use crate::support::script::send;
use crate::support::talk::home;
use crate::support::walk::skip;

#[test]
fn a_wrong_passphrase_is_said_calmly_and_can_be_typed_again_for_ever() {
    let home = home();
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
    unlock(&mut flow, &mut host);
    assert!(matches!(flow.view().stage, StageView::Asking(_)));
}

#[test]
fn a_passphrase_that_is_made_up_is_strong_and_never_the_same() {
    let home = home();
    let (mut flow, mut host) = on_the_way(home.path());
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
    let home = home();
    let (mut flow, mut host) = on_the_way(home.path());
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
    unlock(&mut flow, &mut host);
    assert_eq!(aside(&flow).moment, "again");
    send(
        &mut flow,
        &mut host,
        Intent::Secret(Secret::new("iets anders dan dit")),
    );
    assert!(aside(&flow).problem.is_some());
    unlock(&mut flow, &mut host);
    assert_eq!(aside(&flow).moment, "kept");
    assert!(home.path().join("a.weegwijzer").exists());
}

#[test]
fn a_passphrase_changes_only_after_the_one_of_now() {
    let home = home();
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
    unlock(&mut flow, &mut host);
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
    let home = home();
    let (_flow, mut host, path) = kept(home.path());
    let before = std::fs::read(&path).expect("it is there");
    for (phrase, right) in [(PASSPHRASE, true), ("tuin beek", false)] {
        let ran = host.run(Effect::Dossier(Task::Prove(Secret::new(phrase))));
        let Ran::Outcome(Outcome::Dossier(Report::Proved(proved))) = ran else {
            panic!("{ran:?}")
        };
        assert_eq!(proved, right);
    }
    assert_eq!(std::fs::read(&path).expect("it is there"), before);
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
