//! Practising as a person sees it: on the full screen, line by line, the same in both, and in a real terminal.

use std::path::Path;

use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::Host;
use weegwijzer::app::intent::Intent;
use weegwijzer::content::library::Library;
use weegwijzer::core::answer::Blank;
use weegwijzer::core::ask::Reply;
use weegwijzer::core::words::Lang;
use weegwijzer::tui::run::Colors;

use crate::support::dossier::{PASSPHRASE, keep_in};
use crate::support::keys::bytes;
use crate::support::moment::{go, moment, reply, to};
use crate::support::practice::{DRAFT, at_words, practising, say};
use crate::support::pty::{Folders, Program, found_in};
use crate::support::screen::{drawn, snapshot};
use crate::support::talk::{go_on, home, typed};

#[test]
fn every_moment_of_it_is_seen_at_every_size_in_both_languages() {
    for lang in ["nl", "en"] {
        let (mut flow, mut host) = practising(lang, Path::new("/home/test"));
        let words = flow.words().rehearsal.clone();
        let shot = |name: &str, flow: &Flow, host: &Host| {
            snapshot(&format!("{name}-{lang}"), flow, host, "");
        };
        let said = match lang {
            "nl" => "Ik zorgde voor mezelf, na een burn-out.",
            _ => "I took care of myself, after a burn-out.",
        };
        to(&mut flow, &mut host, Intent::Back);
        shot("rehearsal-start", &flow, &host);
        go(&mut flow, &mut host, &words.in_order);
        shot("rehearsal-asked", &flow, &host);
        say(&mut flow, &mut host, said);
        shot("rehearsal-heeded", &flow, &host);
        to(&mut flow, &mut host, Intent::Choose(0));
        say(&mut flow, &mut host, "Prima.");
        shot("rehearsal-not-allowed", &flow, &host);
        go(&mut flow, &mut host, &words.law);
        shot("rehearsal-law", &flow, &host);
        reply(&mut flow, &mut host, Reply::Read);
        for _ in 0..2 {
            go(&mut flow, &mut host, &words.again);
            say(&mut flow, &mut host, "Prima.");
        }
        shot("rehearsal-surprised", &flow, &host);
        say(&mut flow, &mut host, "Ja.");
        shot("rehearsal-third", &flow, &host);
        go(&mut flow, &mut host, &words.to_plan);
        shot("rehearsal-lines", &flow, &host);
        to(&mut flow, &mut host, Intent::Choose(0));
        shot("rehearsal-line", &flow, &host);
        to(&mut flow, &mut host, Intent::Back);
        to(&mut flow, &mut host, Intent::Back);
        while moment(&flow) == "rehearsal-compare" {
            to(&mut flow, &mut host, Intent::Choose(0));
            if moment(&flow).is_empty() {
                reply(&mut flow, &mut host, Reply::Blank(Blank::NotKnown));
            }
        }
        shot("rehearsal-done", &flow, &host);
    }
}

#[test]
fn line_by_line_in_both_languages() {
    for (lang, script) in [
        (
            "nl",
            ":oefenen | 4 | 1 | :weer | :uitleg | | 1 | :lieverniet | Ik heb een psycholoog. | :waarom | :terug | 2 | \
             Dat is privé. | :weer | 2 | Prima. | Nee hoor. | :terug | :houden | 3 | 1 | :houden | 4 | | 1 | \
             :overslaan | :weetniet | :terug | | 5 | :stop | ja",
        ),
        (
            "en",
            ":practise | 3 | 9 | Later. | 4 | | 1 | Because I can. | 2 | | 2 | Once more. | | 1 | 1 | :stop | 1",
        ),
    ] {
        let home = home();
        let (mut flow, mut host) = at_words(lang, home.path());
        let (_, text) = go_on(&mut flow, &mut host, &typed(script));
        insta::with_settings!({omit_expression => true}, {
            insta::assert_snapshot!(format!("rehearsal_{lang}"), text);
        });
    }
}

#[test]
fn both_faces_practise_alike() {
    let home = home();
    let (flow, host) = at_words("nl", home.path());
    for (keys, lines) in [
        ("esc f enter 'Ja_graag. enter", ":oefenen | 1 | Ja graag."),
        (
            "esc f down enter 'Ja. enter enter enter enter f6 f5",
            ":oefenen | 2 | Ja. | 1 |  | 1 | :overslaan | :weetniet",
        ),
        (
            "esc f down*2 enter down*4 enter 'Een. enter down enter 'Twee. enter down enter 'Drie. enter 'Vier. enter \
             down*2 enter down enter enter f4 f4",
            ":oefenen | 3 | 5 | Een. | 2 | Twee. | 2 | Drie. | Vier. | 3 | 2 | :houden | :terug | :terug",
        ),
        (
            "esc f down*3 enter up*3 enter f4",
            ":oefenen | 4 | 1 | :terug",
        ),
    ] {
        for size in [(20, 6), (80, 24)] {
            let (mut by_keys, mut door) = (flow.clone(), host.clone());
            drawn(&mut by_keys, &mut door, size, Colors::None, keys);
            let (mut by_lines, mut door) = (flow.clone(), host.clone());
            go_on(&mut by_lines, &mut door, &typed(lines));
            assert_ne!(by_keys.view(), flow.view(), "{keys}");
            assert_eq!(by_keys.view(), by_lines.view(), "{keys} at {size:?}");
        }
    }
}

/// In a real terminal: from the first screen to a draft that is sealed, hidden, and there again.
#[test]
fn in_a_terminal_a_draft_is_kept_hidden_and_found_again() {
    let folders = Folders::new();
    let words = Library::built_in()
        .words(&Lang::base())
        .expect("the words load");
    let (dossier, rehearsal) = (&words.dossier, &words.rehearsal);
    let question = "Waarom werkte je een tijd niet?";
    let mut program = Program::start(&folders, &[]);
    for (sign, keys) in [
        (&*words.welcome.first_title, bytes("enter")),
        (&words.welcome.second_title, bytes("enter")),
        (&words.welcome.third_title, bytes("enter")),
        ("Hoeveel tijd heb je nu?", bytes("space enter")),
        ("Waar sta je nu", bytes("esc")),
        (&words.menu.rehearse, bytes("f")),
        (&rehearsal.in_order, bytes("enter")),
        (question, format!("{DRAFT}\r")),
    ] {
        program.wait_for(sign);
        program.press(&keys);
    }
    program.wait_for(&rehearsal.again);
    keep_in(&mut program, dossier);
    for (sign, keys) in [
        (&*rehearsal.again, bytes("down enter")),
        (&rehearsal.explain, format!("tweede {DRAFT}\r")),
    ] {
        program.wait_for(sign);
        program.press(&keys);
    }
    program.wait_for(&format!("tweede {DRAFT}"));
    program.wait_for(&rehearsal.again);
    program.press("\u{11}");
    assert_eq!(program.end(), 0);
    assert!(!program.everything().contains(DRAFT));
    assert_eq!(
        found_in(&folders.files(), DRAFT, &[]),
        Vec::<std::path::PathBuf>::new(),
        "it is sealed"
    );
    let file = folders.home().join("weegwijzer/mijn-antwoorden.weegwijzer");
    let mut program = Program::start(&folders, &["open", &file.to_string_lossy(), "--plain"]);
    program.wait_for("Wachtzin:");
    program.press(&format!("{PASSPHRASE}\n"));
    program.wait_for("Waar sta je nu");
    program.press(":oefenen\n1\n");
    program.wait_for_new(question);
    program.press_from_here("derde\n");
    program.wait_for_new("De werkgever zegt niets en wacht.");
    program.press_from_here("\n");
    program.wait_for_new(&rehearsal.examples);
    program.press_from_here(":terug\n:terug\n:terug\n");
    program.wait_for_new(&rehearsal.in_order);
    program.press(":stop\n");
    assert_eq!(program.end(), 0);
}
