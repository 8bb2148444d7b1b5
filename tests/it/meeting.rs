//! A talk with a coach in a real terminal, as a person and a coach have it: what is agreed on, what is done alone later, the
//! cover, and a plan that is kept, opened by its name on another day, looked back on and changed.

use weegwijzer::content::library::Library;
use weegwijzer::core::words::{Lang, Words};

use crate::support::dossier::{PASSPHRASE, keep_in};
use crate::support::keys::bytes;
use crate::support::pty::{Folders, Program, WEEGWIJZER};

/// In what is said alone; in no guide and no word of the program.
const CANARY: &str = "kanarie";

fn words() -> Words {
    let words = Library::built_in().words(&Lang::base());
    words.expect("the words load")
}

/// A terminal that is high enough for every question, so that Enter never reads on first.
const HIGH: (u16, u16) = (100, 120);

fn start(folders: &Folders, args: &[&str]) -> Program {
    let mut command = folders.command(WEEGWIJZER);
    command.args(["--lang", "nl"]);
    command.args(args);
    Program::run(command, HIGH)
}

/// The row that has the focus.
fn focused(screen: &vt100::Screen) -> Option<String> {
    let mut rows = screen.rows(0, HIGH.0);
    rows.find(|row| row.trim_start().starts_with("> "))
}

/// Moves the cursor down to a row.
fn to_row(program: &mut Program, name: &str) {
    program.wait_for("Esc");
    for _ in 0..60 {
        program.settle();
        let before = focused(program.screen.screen());
        if before.as_ref().is_some_and(|row| row.contains(name)) {
            return;
        }
        program.press(&bytes("down"));
        program.wait_until(name, |screen| focused(screen) != before);
    }
    panic!("no row {name}:\n{}", program.in_sight());
}

fn choose(program: &mut Program, title: &str, way: &str) {
    program.wait_for(title);
    to_row(program, way);
    // Where the cursor stood there already, Enter alone takes nothing.
    program.press(" \r");
}

/// Skips what can be skipped and reads what is there to read, until something stands on the screen.
fn skip_to(program: &mut Program, sign: &str) {
    for _ in 0..60 {
        program.settle();
        let before = program.in_sight();
        if before.contains(sign) {
            return;
        }
        let can_skip = before.contains("F6 Overslaan");
        program.press(&bytes(if can_skip { "f6" } else { "enter" }));
        program.wait_until(sign, |screen| screen.contents() != before);
    }
    panic!("{sign} does not come:\n{}", program.in_sight());
}

/// Goes on from a form with Enter, field by field.
fn skip_form(program: &mut Program, question: &str) {
    for _ in 0..6 {
        let before = program.in_sight();
        if !before.contains(question) {
            return;
        }
        program.press("\r");
        program.wait_until("the next field", |screen| screen.contents() != before);
    }
    panic!("the form does not end:\n{}", program.in_sight());
}

fn past_the_beginning(program: &mut Program) {
    let words = words().welcome;
    for title in [&words.first_title, &words.second_title, &words.third_title] {
        program.wait_for(title);
        program.press("\r");
    }
}

/// A talk with a plan, up to the question how open; it is done alone, later.
fn agreed(program: &mut Program) {
    let words = words().together;
    past_the_beginning(program);
    choose(program, &words.plan_title, "45 minuten");
    program.wait_for("Wat doet de organisatie van je coach");
    program.press("een verslag\r\r\r");
    program.wait_for("Jij kiest.");
    program.press("\r");
    choose(program, "Wat wil je van dit gesprek bewaren?", "Niets");
    program.wait_for("Wat mag je coach tegen een werkgever");
    to_row(program, "Dat ik een coach heb");
    program.press(" \r");
    let who = "Wie je wat vertelt, en wanneer: ";
    skip_to(program, who);
    program.wait_for(&words.who_alone);
}

#[test]
fn a_talk_has_its_agreement_and_what_is_private_is_opened_later_alone() {
    let words = words().together;
    let folders = Folders::new();
    let mut program = start(&folders, &["--together"]);
    agreed(&mut program);
    choose(&mut program, &words.who_explain[..30], &words.who_alone);
    program.wait_until("the next question", |screen| {
        !screen.contents().contains("Wie je wat vertelt")
    });
    // The person opens it from the map, after a question.
    program.press(&bytes("f2"));
    program.wait_for("Alle stappen");
    to_row(&mut program, "Wie je wat vertelt");
    program.press("\r");
    choose(&mut program, &words.part_text[..30], &words.part_yes);
    program.wait_for("Hoe open wil je zijn op je werk?");
    assert!(!program.in_sight().contains("Samen:"));
    program.press(" \r");
    program.wait_for("Wie vertel je wat, en wanneer?");
    program.press(&bytes(&format!("end enter '{CANARY} enter")));
    program.wait_for(CANARY);
    program.press(&bytes("home enter"));
    program.wait_for(&words.again_title);
    // From here on a coach looks on: what was said alone is not put on the screen once more.
    let there = program.raw.len();
    choose(&mut program, &words.again_title, &words.again_yes);
    program.wait_for("Samen:");
    for (keys, title) in [("f3", "Alles wat je zei"), ("f2", "Alle stappen")] {
        program.press(&bytes(keys));
        program.wait_for(title);
        assert!(!program.in_sight().contains(CANARY), "{title}");
    }
    program.press("\u{11}");
    assert_eq!(program.end(), 0);
    let shown = String::from_utf8_lossy(&program.raw[there..]).into_owned();
    assert!(!shown.contains(CANARY), "{shown}");
    assert_eq!(folders.files(), [], "nothing was kept");
}

#[test]
fn line_by_line_the_cover_pushes_everything_out_of_sight_and_enter_goes_on() {
    let words = words().together;
    let folders = Folders::new();
    let mut program = Program::start(&folders, &["--plain", "--together"]);
    past_the_beginning(&mut program);
    program.wait_for(&words.plan_title);
    program.wait_for(":afdekken");
    program.press("1\n");
    program.wait_for("Wat schrijft je coach op?");
    program.press(&format!("{CANARY}\n"));
    program.wait_for("Wie kan dat lezen?");
    program.press_from_here(":afdekken\n");
    program.wait_for_new(&words.veiled_title);
    assert!(!program.in_sight().contains(CANARY));
    program.press_from_here("\n");
    program.wait_for_new("Wie kan dat lezen?");
    program.press(":verberg\n");
    assert_eq!(program.end(), 0);
}

/// Alone, the short way to a sheet with two agreements, kept under its own name with a passphrase.
fn kept(program: &mut Program) {
    past_the_beginning(program);
    choose(program, "Hoeveel tijd heb je nu?", "Mijn blad");
    program.wait_for("Waar sta je nu met werk?");
    to_row(program, "Ik werk er al een tijd");
    program.press("\r");
    program.wait_for("(o) Ik werk er al een tijd");
    skip_form(program, "Waar sta je nu met werk?");
    skip_to(program, "Wat helpt jou om goed te werken?");
    to_row(program, "vaste tijden");
    program.press(" ");
    to_row(program, "korte pauzes");
    program.press(" \r");
    for (need, what) in [
        ("vaste tijden", "maakt een rooster"),
        ("korte pauzes", "loopt een rondje"),
    ] {
        program.wait_for(&format!(
            "past hierbij? Ik werk {}",
            if need == "vaste tijden" {
                "graag op"
            } else {
                "het best met"
            }
        ));
        program.press(&format!("Ik\r{what}\r\r\r"));
    }
    skip_to(program, "Wat wil je nu maken?");
    choose(program, "Wat wil je nu maken?", "Een blad");
    skip_to(program, "Zo leest de ander je blad");
    program.press("g");
    program.wait_for("Je bent aan het eind");
    keep_in(program, &words().dossier);
    program.wait_for("Je bent aan het eind");
    program.press("\u{3}");
    assert_eq!(program.end(), 0);
}

#[test]
fn what_was_kept_is_opened_by_its_name_looked_back_on_and_changed_after_the_questions_changed() {
    let visits = words().visits;
    let folders = Folders::new();
    kept(&mut start(&folders, &[]));
    let place = folders.home().join("weegwijzer");
    // The questions change: what was the first wish has another name, so that its agreement is not asked about any more.
    let own = folders.home().join("vragen");
    for (name, folder) in [
        ("lists/needs.yml", "lists"),
        ("lang/en/lists.yml", "lang/en"),
    ] {
        let library = Library::built_in();
        let text = library.text(name).expect("it is built in");
        std::fs::create_dir_all(own.join(folder)).expect("a folder");
        std::fs::write(own.join(name), text.replace("fixed-times", "other-times")).expect("a file");
    }
    let mut command = folders.command(WEEGWIJZER);
    command.cwd(&place);
    let own = own.to_string_lossy().into_owned();
    command.args([
        "--lang",
        "nl",
        "--questions",
        &own,
        "mijn-antwoorden.weegwijzer",
    ]);
    let mut program = Program::run(command, HIGH);
    program.wait_for("Je antwoorden openen");
    program.press(&format!("{PASSPHRASE}\r"));
    program.wait_for("De vragen zijn veranderd");
    program.wait_for("maakt een rooster");
    program.press(&bytes("end enter"));
    choose(&mut program, &visits.title, &visits.revisit);
    choose(&mut program, "Waarom kijk je nu terug?", "Na drie maanden");
    program.wait_for("korte pauzes");
    assert!(!program.in_sight().contains("vaste tijden"));
    skip_to(&mut program, "Je bent aan het eind");
    choose(&mut program, "Je bent aan het eind", &visits.plan);
    // The agreement that is left is changed, and then stands beside now.
    program.wait_for("Verander wat je wilt");
    to_row(&mut program, "Afspraak: Ik werk het best");
    program.press("\r");
    program.wait_for("Welke afspraak past hierbij?");
    program.press(&bytes("tab '_buiten enter enter enter"));
    program.wait_for("Alles wat je zei");
    program.press(&bytes("end enter"));
    program.wait_for(&visits.beside);
    for said in ["loopt een rondje", "buiten", "maakt een rooster"] {
        program.wait_for(said);
    }
    program.press("\u{3}");
    assert_eq!(program.end(), 0);
}

#[test]
fn in_a_real_terminal_a_talk_begins_is_covered_and_goes_on_alone() {
    let words = words();
    let folders = Folders::new();
    let mut program = Program::start(&folders, &["--together"]);
    for title in [
        &words.welcome.first_title,
        &words.welcome.second_title,
        &words.welcome.third_title,
    ] {
        program.wait_for(title);
        program.press(&bytes("enter"));
    }
    program.wait_for(&words.together.plan_title);
    program.press(&bytes("enter"));
    program.wait_for("0 van 45 minuten");
    program.press(CANARY);
    program.wait_for(CANARY);
    program.press(&bytes("ctrl-d"));
    program.wait_for(&words.together.veiled_title);
    assert!(!program.in_sight().contains(CANARY));
    program.press(&bytes("enter"));
    program.wait_for(CANARY);
    program.press(&bytes("ctrl-t"));
    program.wait_for(&words.together.part_title);
    program.press(&bytes("end enter"));
    program.wait_for("Hoeveel tijd heb je nu?");
    assert!(!program.in_sight().contains("Samen:"));
    program.press(&bytes("ctrl-q"));
    assert_eq!(program.end(), 0);
    assert!(!program.everything().contains(CANARY));
}

#[test]
fn a_file_alone_on_the_command_line_is_opened() {
    let words = words();
    let folders = Folders::new();
    for args in [
        &["mijn.weegwijzer"][..],
        &["--plain", "mijn.weegwijzer", "--together"],
    ] {
        let mut program = Program::start(&folders, args);
        program.wait_for(&words.dossier.shut_title);
    }
}
