//! What belongs to a coach: the check before a talk, which is kept nowhere and never with a person's answers, and a folder of own
//! questions and prompts.

use std::collections::BTreeMap;
use std::path::Path;

use weegwijzer::app::dossier::secret::Secret;
use weegwijzer::app::effect::Copy;
use weegwijzer::app::intent::Intent;
use weegwijzer::app::stage::Aim;
use weegwijzer::app::view::StageView;
use weegwijzer::content::library::Library;
use weegwijzer::core::ask::{Ask, Reply};
use weegwijzer::core::words::{Lang, Words};

use crate::support::back::{content, first, made, opened, path};
use crate::support::dossier::PASSPHRASE;
use crate::support::keys::bytes;
use crate::support::moment::moment;
use crate::support::pty::{Folders, Program, found_in};
use crate::support::replies::{Dice, fitting};
use crate::support::said::pick;
use crate::support::script::{begin, begin_guide, send};
use crate::support::talk;
use crate::support::walk::past_the_welcome;

/// In every answer of the coach.
const CANARY: &str = "kanarie";

fn words() -> Words {
    Library::built_in()
        .words(&Lang::base())
        .expect("the words load")
}

/// Answers the check of a coach to its end, with the canary wherever a text can stand.
fn answered(home: &Path, keep: &str) -> (weegwijzer::app::flow::Flow, weegwijzer::app::host::Host) {
    let (mut flow, mut host) = begin_guide(Library::built_in(), "nl", home, "coach");
    let mut dice = Dice::saying(3, CANARY);
    past_the_welcome(&mut flow, &mut host);
    for _ in 0..60 {
        let intent = match flow.view().stage {
            StageView::Over(_) => return (flow, host),
            StageView::Asking(view) => {
                let reply = match (view.id.as_str(), &view.ask) {
                    ("route", _) => pick("first"),
                    ("keep", _) => pick(keep),
                    (_, Ask::Line { .. }) => Reply::Text(dice.text()),
                    (_, ask) => fitting(ask, &mut dice),
                };
                Intent::Reply(view.id.clone(), reply)
            }
            StageView::Preview(_) => Intent::GoOn,
            _ => Intent::Continue,
        };
        send(&mut flow, &mut host, intent);
    }
    panic!("the check does not end: {:?}", flow.view().stage);
}

#[test]
fn the_check_of_a_coach_leaves_nothing_behind_in_either_face() {
    let hope = "Welk antwoord hoop jij te horen?";
    for face in [&["--guide", "coach"][..], &["--guide", "coach", "--plain"]] {
        let folders = Folders::new();
        let mut program = Program::start(&folders, face);
        let words = words();
        for title in [
            &words.welcome.first_title,
            &words.welcome.second_title,
            &words.welcome.third_title,
        ] {
            program.wait_for(title);
            program.press("\r");
        }
        program.wait_for("Welk gesprek komt er straks?");
        program.press("1\r");
        program.wait_for(hope);
        program.press(&format!("{CANARY} met mijn collega\r"));
        program.wait_for("Wat neem jij aan");
        program.press(if face.len() == 2 { "\u{3}" } else { ":stop\r" });
        program.wait_for(&words.over.stop_title);
        program.press(if face.len() == 2 { "\u{3}" } else { "1\r" });
        assert_eq!(program.end(), 0);
        assert_eq!(folders.files(), [], "{face:?}");
    }
}

#[test]
fn what_a_coach_answers_comes_into_a_file_only_where_the_coach_makes_one() {
    let home = talk::home();
    let (flow, _) = answered(home.path(), "nothing");
    let session = flow.session().expect("a guide");
    assert!(format!("{:?}", session.answers()).contains(CANARY));
    let StageView::Over(over) = flow.view().stage else {
        panic!("the end")
    };
    assert_eq!(over.papers, Vec::<String>::new());
    assert!(talk::is_empty(home.path()));
    // With a note there is a paper for the coach alone.
    let (mut flow, mut host) = answered(home.path(), "note");
    assert!(talk::is_empty(home.path()), "looking at it writes nothing");
    send(&mut flow, &mut host, Intent::Look(0));
    let StageView::Preview(note) = flow.view().stage else {
        panic!("the note")
    };
    assert!(note.private && note.text.join(" ").contains(CANARY));
}

#[test]
fn what_a_coach_answers_never_comes_into_the_dossier_of_a_person() {
    let home = talk::home();
    made(Library::built_in(), "nl", home.path(), &first());
    let before = std::fs::read(path(home.path())).expect("a dossier");
    let of_person = content(home.path(), Copy::File);

    // In the window in which the check was done no dossier can be opened.
    let (mut flow, mut host) = answered(home.path(), "nothing");
    for _ in 0..80 {
        if let StageView::Welcome(view) = flow.view().stage {
            assert_eq!(view.known, Vec::<String>::new());
            break;
        }
        send(&mut flow, &mut host, Intent::Back);
    }
    assert!(matches!(flow.view().stage, StageView::Welcome(_)));

    // Whoever would keep the check at the place of a person's dossier is stopped.
    let (mut flow, mut host) = answered(home.path(), "nothing");
    send(&mut flow, &mut host, Intent::Keep);
    assert_eq!(moment(&flow), "whose");
    send(&mut flow, &mut host, Intent::Choose(0));
    assert_eq!(moment(&flow), "place");
    let place = path(home.path()).to_string_lossy().into_owned();
    send(&mut flow, &mut host, Intent::SaveAt(place.clone()));
    let secret = || Intent::Secret(Secret::new(PASSPHRASE));
    for intent in [Intent::Choose(2), secret(), secret()] {
        send(&mut flow, &mut host, intent);
    }
    assert_eq!(moment(&flow), "place", "another place is asked for");
    let StageView::Aside(view) = flow.view().stage else {
        panic!("the place")
    };
    assert!(view.problem.is_some());
    drop((flow, host));
    assert_eq!(std::fs::read(path(home.path())).expect("a dossier"), before);

    // Opened with the guide of a coach on the command line, it is the person's own guide that goes on.
    let (mut flow, mut host) = begin_guide(Library::built_in(), "nl", home.path(), "coach");
    let effect = flow.begin_with(&place, Aim::GoOn);
    drop(host.run(effect));
    send(&mut flow, &mut host, secret());
    let session = flow.session().expect("a guide");
    assert_eq!(session.guide().id(), "openness");
    drop((flow, host));

    // And what the person goes on to keep has nothing of the coach.
    let (mut flow, mut host) = opened(Library::built_in(), "nl", home.path());
    send(&mut flow, &mut host, Intent::Choose(0));
    send(&mut flow, &mut host, Intent::Edit("works-well".into()));
    if let StageView::Asking(view) = flow.view().stage {
        let said = Reply::Text("Als het stil is.".to_owned());
        send(&mut flow, &mut host, Intent::Reply(view.id, said));
    }
    drop((flow, host));
    let after = content(home.path(), Copy::File);
    assert_ne!(after, of_person);
    assert!(!format!("{after:?}").contains(CANARY));
    assert_eq!(after.guide.id, "openness");
}

/// The prompt and the question that a coach adds.
const OWN_PROMPT: &str = "Welke regel van ons wil je eerst horen?";
const OWN_QUESTION: &str = "Waar gaat het vandaag over?";

/// A folder of own questions: the guide with a prompt of one's own, and a question before the first.
fn own_guide() -> String {
    let library = Library::built_in();
    let guide = library.text("openness/guide.yml").expect("it is built in");
    let first = "      - id: coach-rules\n";
    assert!(guide.contains(first));
    let own = format!(
        "      - id: today\n        kind: line\n        ask: {OWN_QUESTION}\n        short: Vandaag\n        \
         help: >-\n          Een paar woorden is genoeg.\n        when: {{together: \"yes\"}}\n        coach:\n          \
         prompts:\n            - Wat wil je aan het eind weten?\n            - Wat houd je liever voor later?\n          pitfall: Wacht op het antwoord.\n"
    );
    guide.replacen(first, &format!("{own}{first}"), 1).replacen(
        "Wat schrijf ik op, en wie leest dat?",
        OWN_PROMPT,
        1,
    )
}

fn put(folders: &Folders, guide: &str) -> String {
    let own = folders.home().join("vragen");
    std::fs::create_dir_all(own.join("openness")).expect("a folder");
    std::fs::write(own.join("openness/guide.yml"), guide).expect("a file");
    own.to_string_lossy().into_owned()
}

fn past_the_beginning(program: &mut Program) {
    let words = words();
    for title in [
        &words.welcome.first_title,
        &words.welcome.second_title,
        &words.welcome.third_title,
    ] {
        program.wait_for(title);
        program.press("\r");
    }
}

#[test]
fn a_question_and_a_prompt_of_a_coachs_own_folder_are_shown_in_both_faces() {
    let words = words();
    let folders = Folders::new();
    let own = put(&folders, &own_guide());
    let mut program = Program::start(&folders, &["--together", "--questions", &own]);
    past_the_beginning(&mut program);
    program.wait_for(&words.together.plan_title);
    program.press("\r");
    program.wait_for(OWN_QUESTION);
    program.press(&bytes("f10"));
    program.wait_for("Wat wil je aan het eind weten?");
    program.press(&bytes("f10"));
    program.wait_for("Esc menu");
    program.press(&bytes("f6"));
    program.wait_for("Wat doet de organisatie");
    program.press(&bytes("f10"));
    program.wait_for(OWN_PROMPT);
    program.press("\u{11}");
    assert_eq!(program.end(), 0);

    let mut lines = Program::start(&folders, &["--together", "--plain", "--questions", &own]);
    past_the_beginning(&mut lines);
    lines.wait_for(&words.together.plan_title);
    lines.press("1\r");
    lines.wait_for(OWN_QUESTION);
    lines.press(":coach\r");
    lines.wait_for("Wat wil je aan het eind weten?");
    lines.press(":overslaan\r");
    lines.wait_for(OWN_PROMPT);
    lines.press(":stop\r1\r");
    assert_eq!(lines.end(), 0);
    let files = folders.files();
    assert_eq!(
        found_in(&files, CANARY, &[]),
        Vec::<std::path::PathBuf>::new()
    );
}

#[test]
fn a_mistake_in_a_coachs_own_folder_is_told_with_file_line_and_what_to_do() {
    let guide = own_guide().replacen("          prompts:\n", "          promts:\n", 1);
    let line = 1 + guide
        .lines()
        .position(|line| line.contains("promts:"))
        .expect("it is there");
    let place = format!("openness/guide.yml:{line}:");

    // All that is told, as data.
    let files = BTreeMap::from([("openness/guide.yml".to_owned(), guide.clone())]);
    let home = talk::home();
    let library = Library::with_own("vragen".to_owned(), files);
    let (mut flow, mut host) = begin(library, "nl", home.path());
    flow.begin_together();
    past_the_welcome(&mut flow, &mut host);
    let StageView::BadGuide(mistakes) = flow.view().stage else {
        panic!("a mistake: {:?}", flow.view().stage)
    };
    let told = mistakes
        .iter()
        .find(|mistake| mistake.says.contains("promts"));
    let told = told.unwrap_or_else(|| panic!("{mistakes:?}"));
    assert!(told.place.to_string().contains(&place), "{told:?}");
    assert!(
        told.fix.contains("prompts"),
        "what to write instead: {told:?}"
    );
    // With the built-in questions the talk goes on all the same.
    send(&mut flow, &mut host, Intent::Continue);
    assert_eq!(moment(&flow), "plan");

    // The same in a terminal, in both faces.
    let folders = Folders::new();
    let own = put(&folders, &guide);
    for face in [&["--together"][..], &["--together", "--plain"]] {
        let mut args = face.to_vec();
        args.extend(["--questions", &own]);
        let mut program = Program::start(&folders, &args);
        past_the_beginning(&mut program);
        program.wait_for(&words().failure.guide_title);
        program.wait_for(&place);
        program.press(if face.len() == 1 { "\r" } else { "1\r" });
        program.wait_for(&words().together.plan_title);
        program.press(if face.len() == 1 {
            "\u{11}"
        } else {
            ":verberg\r"
        });
        assert_eq!(program.end(), 0);
    }
}
