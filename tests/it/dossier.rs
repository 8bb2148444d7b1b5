//! What a person is promised about keeping: nothing unasked, after every answer once asked, and everything is there again.

use weegwijzer::app::dossier::secret::Secret;
use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::Host;
use weegwijzer::app::intent::Intent;
use weegwijzer::app::shelf::Shelf;
use weegwijzer::app::view::{AsideBody, StageView};
use weegwijzer::core::words::Lang;

use crate::support::dossier::{PASSPHRASE, content_of, files, keep_at, kept, on_the_way, open};
use crate::support::moment::{answers, aside, reply};
use crate::support::said::pick;
use crate::support::script::send;
use crate::support::talk::home;
use crate::support::walk::{begun, skip};

#[test]
fn nothing_is_written_until_it_is_asked_for_and_then_after_every_answer() {
    let home = home();
    let (mut flow, mut host) = on_the_way(home.path());
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
    let home = home();
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
fn back_leads_out_of_keeping_from_everywhere_and_nothing_is_written() {
    let home = home();
    let (start, host) = on_the_way(home.path());
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
        Intent::Secret(Secret::new(PASSPHRASE)),
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
    let home = home();
    let (mut flow, mut host) = on_the_way(home.path());
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
fn stopping_asks_nothing_once_everything_is_kept_and_offers_to_keep_before() {
    let home = home();
    let (mut flow, mut host) = on_the_way(home.path());
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
    let home = home();
    let (mut flow, mut host) = on_the_way(home.path());
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
    let home = home();
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
    let home = home();
    let media = home.path().join("media");
    std::fs::create_dir(&media).expect("a folder");
    let shelf = Shelf {
        settings: None,
        mounts: vec![(media.clone(), 1)],
    };
    let (mut flow, host) = on_the_way(home.path());
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
    let home = home();
    let (mut flow, mut host) = begun("nl", home.path());
    reply(&mut flow, &mut host, pick("sheet"));
    for _ in 0..40 {
        match flow.view().stage {
            StageView::Preview(_) => break,
            StageView::Asking(view) if view.id.as_str() == "ending" => {
                reply(&mut flow, &mut host, pick("sheet"));
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
