//! Coming back in a real terminal: a plan that was kept is opened, looked back on, changed and put beside what it was; also after
//! the questions changed.

use weegwijzer::app::effect::Copy;
use weegwijzer::content::library::Library;

use crate::support::back::{content, first, made, path};
use crate::support::dossier::PASSPHRASE;
use crate::support::keys::bytes;
use crate::support::pty::{Folders, Program, WEEGWIJZER};

/// Presses keys, each time when something stands on the screen.
fn journey(program: &mut Program, steps: &[(&str, &str)]) {
    for (sign, keys) in steps {
        program.wait_for(sign);
        program.press(&bytes(keys));
    }
}

fn unlock(program: &mut Program) {
    program.wait_for("Je antwoorden openen");
    program.press(&format!("{PASSPHRASE}\r"));
}

#[test]
fn a_plan_is_opened_looked_back_on_changed_and_stands_beside_what_it_was() {
    let folders = Folders::new();
    made(Library::built_in(), "nl", &folders.home(), &first());
    let file = path(&folders.home()).to_string_lossy().into_owned();
    let mut program = Program::start(&folders, &["open", &file]);
    unlock(&mut program);
    journey(
        &mut program,
        &[
            ("Welkom terug", "down enter"),
            ("Waarom kijk je nu terug?", "down*2 enter"),
            ("op vaste tijden", "space enter"),
            ("korte pauzes", "down*2 enter"),
            ("Wat zou je aan een afspraak", "f6"),
            ("Soms moet je iets vertellen", "enter"),
            ("Hoe open wil je hierna", "down enter"),
            ("Wat is er veranderd", "f6"),
            ("Wat heb je nu nodig", "f6"),
            ("Wat is je volgende stap", "f6"),
            ("Wanneer kijk je weer", "f6"),
            ("Wil je hier een briefje", "down enter"),
            ("Je bent aan het eind", "enter"),
            ("Verander wat je wilt", "end enter"),
            ("Anders: 2.", "enter enter"),
            ("Je bent aan het eind", "ctrl-c"),
        ],
    );
    assert_eq!(program.end(), 0);
    let kept = content(&folders.home(), Copy::File);
    assert_eq!(kept.guide.id, "openness");
    let visits: Vec<&str> = kept.visits.iter().map(|visit| &*visit.guide.id).collect();
    assert_eq!(visits, ["openness", "revisit"]);
    assert_eq!(kept.answers, kept.visits[0].answers);
}

#[test]
fn after_the_questions_changed_it_is_said_what_is_not_asked_any_more_and_nothing_is_lost() {
    let folders = Folders::new();
    made(Library::built_in(), "nl", &folders.home(), &first());
    let before = content(&folders.home(), Copy::File);
    let own = folders.home().join("vragen");
    for (name, folder) in [
        ("lists/needs.yml", "lists"),
        ("lang/en/lists.yml", "lang/en"),
    ] {
        let library = Library::built_in();
        let text = library.text(name).expect("it is built in");
        std::fs::create_dir_all(own.join(folder)).expect("a folder");
        let text = text.replace("fixed-times", "other-times");
        std::fs::write(own.join(name), text).expect("a file");
    }
    let file = path(&folders.home()).to_string_lossy().into_owned();
    let own = own.to_string_lossy().into_owned();
    let mut program = Program::start(&folders, &["--questions", &own, "open", &file]);
    unlock(&mut program);
    journey(
        &mut program,
        &[
            ("De vragen zijn veranderd", ""),
            ("twee weken vooraf", "end enter"),
            ("Welkom terug", "down enter"),
            ("Waarom kijk je nu terug?", "down*2 enter"),
            // The agreement that is left.
            ("korte pauzes", "ctrl-c"),
        ],
    );
    assert_eq!(program.end(), 0);
    let after = content(&folders.home(), Copy::File);
    assert_eq!(after.visits[0].answers, before.answers);
}

#[test]
fn the_language_that_is_asked_for_goes_before_that_of_the_file() {
    let folders = Folders::new();
    made(Library::built_in(), "en", &folders.home(), &first());
    let file = path(&folders.home()).to_string_lossy().into_owned();
    for (args, title) in [
        (&["--lang", "nl", "open"] as &[_], "Welkom terug"),
        (&["open"], "Welcome back"),
    ] {
        let mut command = folders.command(WEEGWIJZER);
        command.args(args);
        command.arg(&file);
        let mut program = Program::run(command, (80, 24));
        unlock(&mut program);
        program.wait_for(title);
        program.press(&bytes("ctrl-c"));
        assert_eq!(program.end(), 0);
    }
}
