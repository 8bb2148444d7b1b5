//! What was typed while practising is forgotten sentence by sentence, after a yes; then it is in no file any more.

use std::path::Path;

use weegwijzer::app::effect::Copy;
use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::Host;
use weegwijzer::app::intent::{Beside, Intent};
use weegwijzer::app::view::AsideBody;

use crate::rehearsal::{aside, choose, practising, say};
use crate::screens::snapshot;
use crate::support::back::content;
use crate::support::dossier::{keep, moment};
use crate::support::script::send;
use crate::support::talk::{go_on, home, typed};

/// Two questions answered, the second twice; back at the start of practising.
fn practised(lang: &str, home: &Path) -> (Flow, Host) {
    let (mut flow, mut host) = practising(lang, home);
    let words = flow.words().rehearsal.clone();
    say(&mut flow, &mut host, "De eerste zin.");
    choose(&mut flow, &mut host, &words.next);
    say(&mut flow, &mut host, "De tweede zin.");
    choose(&mut flow, &mut host, &words.again);
    say(&mut flow, &mut host, "De derde zin.");
    choose(&mut flow, &mut host, &words.stop);
    send(&mut flow, &mut host, Intent::Beside(Beside::Rehearsal));
    (flow, host)
}

fn listed(flow: &Flow) -> Vec<String> {
    match aside(flow).body {
        AsideBody::Ways(ways) => ways,
        other => panic!("no list: {other:?}"),
    }
}

#[test]
fn one_sentence_is_forgotten_after_a_yes_and_the_others_stay() {
    let home = home();
    let (mut flow, mut host) = practised("nl", home.path());
    let words = flow.words().clone();
    choose(&mut flow, &mut host, &words.rehearsal.drafts);
    let all = listed(&flow);
    assert_eq!(all.len(), 4, "three sentences, and back: {all:?}");
    for (row, said) in all
        .iter()
        .zip(["eerste", "tweede", "derde", &words.menu.back])
    {
        assert!(row.contains(said), "{said}: {row}");
    }
    // A no leaves it.
    send(&mut flow, &mut host, Intent::Choose(1));
    assert_eq!(moment(&flow), "rehearsal-forget");
    assert!(aside(&flow).text[0].contains("De tweede zin."));
    choose(&mut flow, &mut host, &words.rehearsal.forget_no);
    assert_eq!(listed(&flow), all);
    // So does going back.
    send(&mut flow, &mut host, Intent::Choose(1));
    send(&mut flow, &mut host, Intent::Back);
    assert_eq!(listed(&flow), all);
    // A yes does not.
    send(&mut flow, &mut host, Intent::Choose(1));
    choose(&mut flow, &mut host, &words.rehearsal.forget_yes);
    assert_eq!(
        flow.view().message.as_ref(),
        Some(&words.rehearsal.forgotten)
    );
    let left = listed(&flow);
    assert_eq!(left, [&*all[0], &*all[2], &*all[3]]);
    // Without a sentence there is no list, and nothing to forget.
    for _ in 0..2 {
        send(&mut flow, &mut host, Intent::Choose(0));
        choose(&mut flow, &mut host, &words.rehearsal.forget_yes);
    }
    assert_eq!(moment(&flow), "rehearsal-start");
    assert!(!listed(&flow).contains(&words.rehearsal.drafts));
    // Going on there, the question is answered anew.
    send(&mut flow, &mut host, Intent::Choose(0));
    say(&mut flow, &mut host, "Opnieuw.");
    assert!(!format!("{:?}", aside(&flow)).contains("zin."));
}

#[test]
fn what_is_forgotten_is_in_no_file_and_in_no_previous_copy() {
    let home = home();
    let (mut flow, mut host) = practised("nl", home.path());
    let words = flow.words().rehearsal.clone();
    send(&mut flow, &mut host, Intent::Back);
    keep(&mut flow, &mut host, home.path());
    let said = |copy| format!("{:?}", content(home.path(), copy).practised);
    send(&mut flow, &mut host, Intent::Beside(Beside::Rehearsal));
    choose(&mut flow, &mut host, &words.drafts);
    send(&mut flow, &mut host, Intent::Choose(0));
    choose(&mut flow, &mut host, &words.forget_yes);
    drop((flow, host));
    for copy in [Copy::File, Copy::Backup] {
        let said = said(copy);
        assert!(
            !said.contains("De eerste zin.") && said.contains("De derde zin."),
            "{said}"
        );
    }
}

#[test]
fn the_screens_of_forgetting_a_sentence() {
    for (lang, end) in [("nl", ""), ("en", "-english")] {
        let home = home();
        let (mut flow, mut host) = practised(lang, home.path());
        let words = flow.words().rehearsal.clone();
        choose(&mut flow, &mut host, &words.drafts);
        snapshot(&format!("rehearsal-drafts{end}"), &flow, &host, "");
        send(&mut flow, &mut host, Intent::Choose(0));
        snapshot(&format!("rehearsal-forget{end}"), &flow, &host, "");
    }
}

#[test]
fn line_by_line_a_sentence_is_forgotten_by_its_number() {
    for lang in ["nl", "en"] {
        let home = home();
        let (mut flow, mut host) = practised(lang, home.path());
        let words = flow.words().rehearsal.clone();
        let place = listed(&flow).iter().position(|way| *way == words.drafts);
        let place = (place.expect("it is offered") + 1).to_string();
        let script = format!("{place} | 2 | 2 | 3");
        let (_, text) = go_on(&mut flow, &mut host, &typed(&script));
        let (_, after) = text.split_once(&words.forgotten).expect("it is forgotten");
        assert!(
            !after.contains("De tweede zin.") && after.contains("De derde zin."),
            "{text}"
        );
        assert_eq!(moment(&flow), "rehearsal-start", "{text}");
    }
}
