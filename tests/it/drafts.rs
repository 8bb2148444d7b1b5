//! What was typed while practising is forgotten sentence by sentence, after a yes; then it is in no file any more.

use std::path::Path;

use weegwijzer::app::effect::Copy;
use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::Host;
use weegwijzer::app::intent::{Beside, Intent};

use crate::rehearsal::{practising, say};
use crate::support::back::content;
use crate::support::dossier::keep;
use crate::support::moment::{aside, go, moment, ways};
use crate::support::screen::snapshot;
use crate::support::script::send;
use crate::support::talk::{go_on, home, typed};

/// Two questions answered, the second twice; back at the start of practising.
fn practised(lang: &str, home: &Path) -> (Flow, Host) {
    let (mut flow, mut host) = practising(lang, home);
    let words = flow.words().rehearsal.clone();
    say(&mut flow, &mut host, "De eerste zin.");
    go(&mut flow, &mut host, &words.next);
    say(&mut flow, &mut host, "De tweede zin.");
    go(&mut flow, &mut host, &words.again);
    say(&mut flow, &mut host, "De derde zin.");
    go(&mut flow, &mut host, &words.stop);
    send(&mut flow, &mut host, Intent::Beside(Beside::Rehearsal));
    (flow, host)
}

#[test]
fn one_sentence_is_forgotten_after_a_yes_and_the_others_stay() {
    let home = home();
    let (mut flow, mut host) = practised("nl", home.path());
    let words = flow.words().clone();
    go(&mut flow, &mut host, &words.rehearsal.drafts);
    let all = ways(&flow);
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
    go(&mut flow, &mut host, &words.rehearsal.forget_no);
    assert_eq!(ways(&flow), all);
    // So does going back.
    send(&mut flow, &mut host, Intent::Choose(1));
    send(&mut flow, &mut host, Intent::Back);
    assert_eq!(ways(&flow), all);
    // A yes does not.
    send(&mut flow, &mut host, Intent::Choose(1));
    go(&mut flow, &mut host, &words.rehearsal.forget_yes);
    assert_eq!(
        flow.view().message.as_ref(),
        Some(&words.rehearsal.forgotten)
    );
    let left = ways(&flow);
    assert_eq!(left, [&*all[0], &*all[2], &*all[3]]);
    // Without a sentence there is no list, and nothing to forget.
    for _ in 0..2 {
        send(&mut flow, &mut host, Intent::Choose(0));
        go(&mut flow, &mut host, &words.rehearsal.forget_yes);
    }
    assert_eq!(moment(&flow), "rehearsal-start");
    assert!(!ways(&flow).contains(&words.rehearsal.drafts));
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
    go(&mut flow, &mut host, &words.drafts);
    send(&mut flow, &mut host, Intent::Choose(0));
    go(&mut flow, &mut host, &words.forget_yes);
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
        go(&mut flow, &mut host, &words.drafts);
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
        let place = ways(&flow).iter().position(|way| *way == words.drafts);
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
