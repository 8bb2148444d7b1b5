//! The health-word check on the full screen: while a person writes, and at the list before saving.

use std::path::Path;

use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::Host;
use weegwijzer::app::intent::Intent;
use weegwijzer::core::answer::{Choice, Own};
use weegwijzer::core::ask::Reply;

use crate::support::said::pick;
use crate::support::screen::snapshot;
use crate::support::script::send;
use crate::support::walk::{begun, is_preview, is_question, until};

/// At an own wish on the short route, in a language.
fn at_own_wishes(lang: &str) -> (Flow, Host) {
    let home = Path::new("/home/test");
    let (mut flow, mut host) = begun(lang, home);
    let fixed = [("route", pick("sheet"))];
    until(&mut flow, &mut host, &is_question("needs-short"), &fixed);
    (flow, host)
}

#[test]
fn a_health_word_is_marked_in_every_kind_of_field_and_explained() {
    for (lang, ending, wish_text, private) in [
        (
            "nl",
            "",
            "Rust_door_mijn_depressie",
            "Na_mijn_zelfmoordpoging_",
        ),
        (
            "en",
            "-english",
            "Rest_because_of_my_depression",
            "After_my_suicide_attempt_",
        ),
    ] {
        let (flow, host) = at_own_wishes(lang);
        let shot = |name: &str, script: &str| {
            snapshot(&format!("{name}{ending}"), &flow, &host, script);
        };
        shot("mark-own", &format!("end*2 enter '{wish_text} enter pause"));
        shot(
            "mark-unfinished",
            &format!("end*2 enter '{wish_text} pause"),
        );
        let explained = format!("end*2 enter '{wish_text} enter pause ctrl-g");
        shot("health-text", &explained);
        shot(
            "health-text-own-words",
            &format!("{explained} down*40 up*2"),
        );
        shot("health-text-confirm", &format!("{explained} down*40"));
        shot(
            "health-text-wrong-word",
            &format!("{explained} down*40 'iets enter"),
        );
        shot(
            "health-text-decided",
            &format!("{explained} down*40 up enter"),
        );
        shot(
            "health-text-list",
            &format!("{explained} down*40 up enter ctrl-g"),
        );

        let (mut flow, mut host) = begun(lang, Path::new("/home/test"));
        let fixed = [("route", pick("sheet"))];
        until(&mut flow, &mut host, &is_question("situation"), &fixed);
        let work = format!("down*60 '{wish_text}._ pause");
        snapshot(&format!("mark-form{ending}"), &flow, &host, &work);
        until(&mut flow, &mut host, &is_question("works-well"), &fixed);
        let shot = |name: &str, script: &str| {
            snapshot(&format!("{name}{ending}"), &flow, &host, script);
        };
        shot("mark-lines-private", &format!("'{private} pause"));
        shot("health-private", &format!("'{private} pause ctrl-g"));
        shot("heed", &format!("'{} enter", private.trim_end_matches('_')));
    }
}

#[test]
fn the_findings_before_saving_have_their_screens() {
    for (lang, ending, text, other) in [
        ("nl", "", "Rust door mijn depressie", "Ik slik lithium"),
        (
            "en",
            "-english",
            "Rest because of my depression",
            "I take lithium",
        ),
    ] {
        let (mut flow, mut host) = at_own_wishes(lang);
        let own = |key, text: &str| {
            Choice::Own(Own {
                key,
                text: text.to_owned(),
            })
        };
        let wishes = Reply::PickMany(vec![own(1, text), own(2, other)]);
        let fixed = [("needs-short", wishes), ("ending", pick("sheet"))];
        until(&mut flow, &mut host, &is_preview, &fixed);
        send(&mut flow, &mut host, Intent::Continue);
        // On a small screen what explains is read first; then the arrows walk through the ways.
        let look = "down*5 up*5 enter";
        let left_out = "down*40 up*2 enter";
        let shots = [
            ("health-list", String::new()),
            ("health-check", look.to_owned()),
            ("health-check-end", format!("{look} down*40")),
            ("health-list-half", format!("{look} {left_out}")),
            (
                "health-list-done",
                format!("{look} {left_out} enter {left_out}"),
            ),
            (
                "health-check-still",
                format!("{look} down*40 up*3 backspace*60 'Rust_door_mijn_autisme enter"),
            ),
        ];
        for (name, script) in shots {
            snapshot(&format!("{name}{ending}"), &flow, &host, &script);
        }
    }
}
