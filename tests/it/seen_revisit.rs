//! Coming back as a person sees it: on the full screen, line by line, and the same in both.

use weegwijzer::app::effect::Copy;
use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::Host;
use weegwijzer::app::intent::Intent;
use weegwijzer::content::library::Library;
use weegwijzer::plain::Leave;
use weegwijzer::tui::run::Colors;

use crate::support::back::{
    change, changes, closed, content, first, looks_back, made, made_home, opened, visits, words,
};
use crate::support::dossier::PASSPHRASE;
use crate::support::moment::go;
use crate::support::said::pick;
use crate::support::screen::{drawn, snapshot};
use crate::support::script::send;
use crate::support::talk::{go_on, home};
use crate::support::walk::{is_over, on_to};

#[test]
fn coming_back_comes_to_the_same_in_both_faces() {
    // A look back, the plan once more, then beside now, an earlier visit, which is forgotten.
    let lines = "2 3 1 3 :skip  2 :skip :skip :skip :skip 2 1 :next 1 :save 2 2 3 2 2 1 :stop";
    let keys = "down enter down*2 enter space enter down*2 enter f6 enter down enter f6 f6 f6 f6 down enter \
                enter end enter enter ctrl-s down enter down enter end enter down enter end enter enter ctrl-c";
    let kept = |say: &dyn Fn(&mut Flow, &mut Host)| {
        let home = made_home();
        let (mut flow, mut host) = closed(Library::built_in(), "nl", home.path());
        say(&mut flow, &mut host);
        drop(host);
        [Copy::File, Copy::Backup].map(|copy| content(home.path(), copy))
    };
    let in_lines = kept(&|flow, host| {
        let script: Vec<&str> = [PASSPHRASE].into_iter().chain(lines.split(' ')).collect();
        let (left, text) = go_on(flow, host, &script);
        assert_eq!(left, Leave::Exit, "{text}");
    });
    let in_keys = kept(&|flow, host| {
        let script = format!("'{} enter {keys}", PASSPHRASE.replace(' ', "_"));
        drawn(flow, host, (80, 24), Colors::None, &script);
    });
    assert_eq!(in_lines, in_keys);
    let [file, _] = in_lines;
    assert_eq!(file.guide.id, "openness");
    assert_eq!(visits(&file), [("2027-01-05", "revisit")]);
}

#[test]
fn coming_back_has_its_screens() {
    for lang in ["nl", "en"] {
        let home = home();
        made(Library::built_in(), lang, home.path(), &first());
        let words = words(lang);
        let name = |name: &str| format!("{name}-{lang}");
        let (mut flow, mut host) = opened(Library::built_in(), lang, home.path());
        snapshot(&name("return"), &flow, &host, "down");
        go(&mut flow, &mut host, &words.revisit);
        snapshot(&name("revisit-why"), &flow, &host, "down*2");
        send(
            &mut flow,
            &mut host,
            Intent::Reply("route".into(), pick("quarter")),
        );
        snapshot(&name("revisit-agreement"), &flow, &host, "down");
        on_to(&mut flow, &mut host, &looks_back(), &is_over);
        snapshot(&name("revisit-over"), &flow, &host, "");
        go(&mut flow, &mut host, &words.plan);
        snapshot(&name("revisit-plan"), &flow, &host, "");
        change(&mut flow, &mut host, changes());
        snapshot(&name("then-and-now"), &flow, &host, "");
        snapshot(&name("then-and-now-on"), &flow, &host, "enter enter");
        send(&mut flow, &mut host, Intent::Choose(0));
        snapshot(&name("revisit-end"), &flow, &host, "");
        drop(host);
        let (mut flow, mut host) = opened(Library::built_in(), lang, home.path());
        go(&mut flow, &mut host, &words.earlier);
        snapshot(&name("visits"), &flow, &host, "");
        send(&mut flow, &mut host, Intent::Choose(0));
        snapshot(&name("earlier"), &flow, &host, "end");
        go(&mut flow, &mut host, &words.forget);
        snapshot(&name("forget"), &flow, &host, "");
    }
}

/// Coming back in lines: a look back, a change, then beside now, an earlier visit.
fn in_lines(lang: &str) -> String {
    let home = home();
    made(Library::built_in(), lang, home.path(), &first());
    let (mut flow, mut host) = closed(Library::built_in(), lang, home.path());
    let script = [
        PASSPHRASE, "2", "3", "1", "3", ":skip", "", "2", ":skip", ":skip", ":skip", ":skip", "2",
    ];
    let (_, mut text) = go_on(&mut flow, &mut host, &script);
    on_to(&mut flow, &mut host, &looks_back(), &is_over);
    go(&mut flow, &mut host, &words(lang).plan);
    change(&mut flow, &mut host, changes());
    let (_, more) = go_on(&mut flow, &mut host, &["1", ":save", "2", "2", "1"]);
    text.push_str(&more);
    text.replace(&*home.path().to_string_lossy(), "[home]")
}

#[test]
fn coming_back_is_said_in_lines() {
    for lang in ["nl", "en"] {
        let text = in_lines(lang);
        insta::with_settings!({omit_expression => true}, {
            insta::assert_snapshot!(format!("in_lines_{lang}"), text);
        });
    }
}
