//! What keeps a person safe, as it is seen: the lock and its announcement, mistakes in a settings file, remembering, the clipboard.
//!
//! In both faces and both languages; the texts are looked at in the snapshots.

use std::path::Path;

use weegwijzer::app::disk::System;
use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::{Host, Ran};
use weegwijzer::app::intent::{FaceKind, Habit, HealthWish, Intent};
use weegwijzer::app::settings::{Mistakes, Settings, SettingsFile};
use weegwijzer::app::settings_file;
use weegwijzer::app::shelf::Shelf;
use weegwijzer::app::time::Tick;
use weegwijzer::app::view::{FindingsView, StageView};
use weegwijzer::content::library::Library;
use weegwijzer::core::answer::{Choice, Own};
use weegwijzer::core::ask::Reply;
use weegwijzer::core::words::Lang;
use weegwijzer::tui::keymap::Keys;

use crate::support::dossier::{PASSPHRASE, keep};
use crate::support::moment::moment;
use crate::support::said::pick;
use crate::support::screen::snapshot;
use crate::support::script::{begin, send};
use crate::support::talk::{go_on, home};
use crate::support::walk::{begun, until};

const LANGS: [&str; 2] = ["nl", "en"];

/// A settings file with a mistake of every sort.
const WRONG: &str =
    "face: big\nlock: 0\nkeys:\n  hide: ctrl+l\n  help: [f13, \"!\"]\n  stop: up\n  map: z\n";

fn mistakes(path: &str) -> Mistakes {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("settings.yml"), WRONG).expect("a file");
    let langs = [Lang::new("en"), Lang::new("nl")];
    let (settings, file, mut mistakes) = settings_file::read(&System, Some(folder.path()), &langs);
    assert_eq!(file, SettingsFile::Own);
    Keys::with(&settings.keys, &mut mistakes);
    // The place of the test is not in the snapshot.
    let told = format!("{}", folder.path().join("settings.yml").display());
    for one in &mut mistakes {
        move_to(one, &told, path);
    }
    mistakes
}

fn move_to(mistake: &mut weegwijzer::app::settings::Mistake, from: &str, to: &str) {
    use weegwijzer::app::settings::Mistake;
    match mistake {
        Mistake::Unreadable(path, _) => *path = path.replace(from, to),
        Mistake::Written(one) => one.place.file = one.place.file.replace(from, to).into(),
        Mistake::NoKey(place, _) | Mistake::Taken(place, ..) => {
            place.file = place.file.replace(from, to).into();
        }
    }
}

/// A program with a dossier at a question, as it is without a key for so long.
fn kept(lang: &str, home: &Path) -> (Flow, Host) {
    let (mut flow, mut host) = begun(lang, home);
    keep(&mut flow, &mut host, home);
    (flow, host)
}

fn late(flow: &mut Flow) {
    let at = flow.deadline().expect("it is locked some time");
    assert!(flow.tick(Tick::Passed(at)));
}

#[test]
fn the_lock_has_its_screens() {
    for (lang, soon, locked, wrong, menu) in [
        (
            "nl",
            "locks-soon-nl",
            "locked-nl",
            "locked-wrong-nl",
            "locked-menu-nl",
        ),
        (
            "en",
            "locks-soon-en",
            "locked-en",
            "locked-wrong-en",
            "locked-menu-en",
        ),
    ] {
        let home = home();
        let (mut flow, host) = kept(lang, home.path());
        late(&mut flow);
        snapshot(soon, &flow, &host, "");
        late(&mut flow);
        snapshot(locked, &flow, &host, "");
        snapshot(wrong, &flow, &host, "'nee enter");
        snapshot(menu, &flow, &host, "esc");
    }
}

#[test]
fn mistakes_in_a_settings_file_have_their_screen() {
    for (lang, name) in [("nl", "settings-nl"), ("en", "settings-en")] {
        let (mut flow, host) = begin(Library::built_in(), lang, Path::new("/home/test"));
        let found = mistakes("/home/test/.config/weegwijzer/settings.yml");
        flow.settle(
            Settings::default(),
            SettingsFile::Own,
            found,
            FaceKind::Full,
        );
        snapshot(name, &flow, &host, "");
        let home = home();
        let (_, text) = go_on(&mut flow, &mut host.clone(), &["", "1"]);
        insta::assert_snapshot!(
            format!("settings-plain-{lang}"),
            text.replace(&*home.path().to_string_lossy(), "[home]")
        );
        assert!(matches!(flow.view().stage, StageView::Welcome(view) if view.number == 0));
    }
}

/// A program that can remember choices in a folder.
fn at_home(lang: &str, home: &Path) -> (Flow, Host) {
    let (mut flow, host) = begin(Library::built_in(), lang, home);
    let host = host.with_shelf(Shelf {
        settings: Some(home.join("settings")),
        mounts: Vec::new(),
    });
    flow.settle(
        Settings::default(),
        SettingsFile::None,
        Vec::new(),
        FaceKind::Full,
    );
    (flow, host)
}

fn look(home: &Path) -> Option<String> {
    std::fs::read_to_string(home.join("settings/settings.yml")).ok()
}

#[test]
fn a_choice_is_remembered_only_while_the_person_wants_it() {
    let home = home();
    let (mut flow, mut host) = at_home("nl", home.path());
    send(&mut flow, &mut host, Intent::Speak(Lang::new("en")));
    assert_eq!(look(home.path()), None, "nothing is remembered unasked");
    send(&mut flow, &mut host, Intent::Habit(Habit::Remember));
    assert_eq!(
        look(home.path()).as_deref(),
        Some("face: full\nlanguage: en\nlock: 10\n")
    );
    assert!(flow.view().message.is_some(), "it says where");
    send(&mut flow, &mut host, Intent::Speak(Lang::new("nl")));
    assert_eq!(
        look(home.path()).as_deref(),
        Some("face: full\nlanguage: nl\nlock: 10\n")
    );
    // The face changes after what is remembered was written.
    let effects = flow.update(Intent::Face(FaceKind::Plain));
    for effect in effects {
        if let Ran::Outcome(outcome) = host.run(effect) {
            flow.update(Intent::Done(outcome));
        }
    }
    assert_eq!(
        look(home.path()).as_deref(),
        Some("face: plain\nlanguage: nl\nlock: 10\n")
    );
    send(&mut flow, &mut host, Intent::Habit(Habit::Remember));
    assert_eq!(look(home.path()), None);
    assert!(!home.path().join("settings").exists(), "no trace is left");
}

#[test]
fn remembering_has_its_screens() {
    for (lang, name) in [
        ("nl", "welcome-1-remember-nl"),
        ("en", "welcome-1-remember-en"),
    ] {
        let home = home();
        let (mut flow, mut host) = at_home(lang, home.path());
        snapshot(name, &flow, &host, "down*3");
        let (_, text) = go_on(&mut flow, &mut host, &["3", "3"]);
        let text = text.replace(&*home.path().to_string_lossy(), "[home]");
        insta::assert_snapshot!(format!("remember-plain-{lang}"), text);
    }
}

#[test]
fn line_by_line_the_lock_and_its_time_are_said() {
    for lang in LANGS {
        let home = home();
        let (mut flow, mut host) = kept(lang, home.path());
        let (_, later) = go_on(&mut flow, &mut host, &[":lock", ":lock", ":lock", ":lock"]);
        late(&mut flow);
        late(&mut flow);
        let (_, locked) = go_on(
            &mut flow,
            &mut host,
            &["", ":review", "tuin beek", PASSPHRASE],
        );
        let text = format!(
            "{later}\n====\n{}",
            locked.replace(PASSPHRASE, "[passphrase]")
        );
        insta::assert_snapshot!(
            format!("lock-plain-{lang}"),
            text.replace(&*home.path().to_string_lossy(), "[home]")
        );
    }
}

/// At the preview of a sheet on which a health word stands.
fn at_preview(lang: &str) -> (Flow, Host) {
    let (mut flow, mut host) = begun(lang, Path::new("/home/test"));
    let own = Reply::PickMany(vec![
        Choice::Item("fixed-times".into()),
        Choice::Own(Own {
            key: 1,
            text: "Rust door mijn depressie".to_owned(),
        }),
    ]);
    let fixed = [
        ("route", pick("sheet")),
        ("needs-short", own),
        ("ending", pick("both")),
    ];
    let preview = |view: &StageView| matches!(view, StageView::Preview(_));
    until(&mut flow, &mut host, &preview, &fixed);
    (flow, host)
}

#[test]
fn the_clipboard_has_its_screens() {
    for (lang, check, copying) in [
        ("nl", "copy-check-nl", "copying-nl"),
        ("en", "copy-check-en", "copying-en"),
    ] {
        let (mut flow, mut host) = at_preview(lang);
        send(&mut flow, &mut host, Intent::Copy);
        assert!(matches!(flow.view().stage, StageView::Findings(_)));
        snapshot(check, &flow, &host, "");
        while let StageView::Findings(FindingsView { left: 1.., .. }) = flow.view().stage {
            send(&mut flow, &mut host, Intent::Health(HealthWish::Choose(0)));
            send(&mut flow, &mut host, Intent::Health(HealthWish::LeaveOut));
        }
        send(&mut flow, &mut host, Intent::Continue);
        assert_eq!(moment(&flow), "copying");
        snapshot(copying, &flow, &host, "");
    }
}

#[test]
fn nothing_comes_on_the_clipboard_that_the_check_did_not_clear_and_nobody_asked_for() {
    let (mut flow, mut host) = at_preview("nl");
    let clips = |flow: &mut Flow, host: &mut Host, intent: Intent| -> Vec<String> {
        let effects = flow.update(intent).into_iter();
        let ran = effects.map(|effect| host.run(effect));
        ran.filter_map(|ran| match ran {
            Ran::Clip(text) => Some(text),
            _ => None,
        })
        .collect()
    };
    for intent in [
        Intent::Copy,
        Intent::Choose(1),
        Intent::Continue,
        Intent::Health(HealthWish::Choose(0)),
        Intent::Health(HealthWish::LeaveOut),
        Intent::Continue,
    ] {
        assert!(clips(&mut flow, &mut host, intent).is_empty());
    }
    assert_eq!(moment(&flow), "copying");
    let mut no = flow.clone();
    assert!(clips(&mut no, &mut host, Intent::Choose(0)).is_empty());
    assert!(matches!(no.view().stage, StageView::Preview(_)));
    // Line by line there is no clipboard, and nothing claims so.
    let mut other = flow.clone();
    other.update(Intent::Face(FaceKind::Plain));
    assert!(matches!(other.view().stage, StageView::Preview(_)));
    let copied = clips(&mut flow, &mut host, Intent::Choose(1));
    let [text] = copied.as_slice() else {
        panic!("{copied:?}");
    };
    assert!(
        !text.contains("depressie") && text.contains("vaste"),
        "{text}"
    );
    assert!(flow.view().message.is_some(), "it says that it stays there");
}
