//! Whole sessions in lines: what is typed and what is printed, through the real flow, to a written file.

use weegwijzer::app::host::Ran;
use weegwijzer::app::intent::Intent;
use weegwijzer::app::stage::Aim;
use weegwijzer::plain::Leave;

use crate::support::talk::{go_on, home, is_empty, look, put, start, typed, walk, walk_guide};

fn snapshot(name: &str, text: &str) {
    insta::with_settings!({omit_expression => true}, {
        insta::assert_snapshot!(name, text);
    });
}

#[test]
fn the_short_route_in_dutch_ends_with_a_written_sheet() {
    let home = home();
    let (left, text) = walk(
        "nl",
        home.path(),
        &typed(
            "|  |  | 1 | 2 | 3 | werk in een bakkerij | Het ging goed bij de bakker. | Ik wist wat ik ging doen. |  | \
             :overslaan | + Ik maak graag eerst een ding af. | 1 9 |  | 1 | Sam | 1 | 2 |  | 2 | 1 omhoog | 2 | \
             2 omhoog | 4 waarom | 4 zachter | :lees | :lezer | | 2 |  |  | :bewaar | 1 | 1 | :bewaar | :stop | ja",
        ),
    );
    snapshot("short_route_nl", &text);
    assert_eq!(left, Leave::Exit);
    assert!(home.path().join("zo-werk-ik-goed.txt").exists());
}

#[test]
fn health_words_are_decided_on_before_an_english_sheet_is_written() {
    let home = home();
    let (left, text) = walk(
        "en",
        home.path(),
        &typed(
            "|  |  | 1 | 6 | 3 | kitchen | :skip | :skip | + Short days because of my depression | :why | :back | \
             + My psychologist on Mondays | - 65 | + I take lithium at noon | 0 | :skipp | :skip | \
             :skip |  | 1 | Sam |  |  | 2026-12-03 | :save |  | 9 | 1 | 3 | other | depression | :done | 1 | \
             1 | 4 | 2 | :undo | 1 | 2 | 2 | 1 | :back | 1 | Still lithium | I have a break at noon | \
             :done | 1 |  | :done | :map |  | 1 | :back | :review | 2 | \
             :keep | back | :< | ^C | 2 | ^C | 1",
        ),
    );
    snapshot("health_words_en", &text);
    assert_eq!(left, Leave::Exit);
    assert!(is_empty(home.path()));
}

#[test]
fn a_health_word_has_its_note_and_its_explanation_in_every_kind_of_text_in_dutch() {
    let home = home();
    let (left, text) = walk(
        "nl",
        home.path(),
        &typed(
            "|  |  | 1 | :waarom | 4 | 3 | een kliniek, met mijn depressie | Dat was na mijn zelfmoordpoging. | \
             En mijn zelfmoordpoging was zwaar. |  | :waarom | :verder | 1 | :overslaan | + Rust door mijn depressie | \
             :waarom | 3 | depri | depressie | :waarom | 1 | 1 | 4 | 9 | 2 | :klaar | = | twee lithium | = |  | \
             :overslaan |  | 1 | Sam | mijn psychiater | 2 | \
             :stop | ja",
        ),
    );
    snapshot("health_words_nl", &text);
    assert_eq!(left, Leave::Exit);
}

#[test]
fn the_long_way_to_an_own_plan_in_dutch() {
    let home = home();
    let (left, text) = walk(
        "nl",
        home.path(),
        &typed(
            "|  |  | alles | 2 |  |  | :? | :woorden | een gesprek | morgen | 3-12-2026 | 1 2 | 2 | ja |  | 1 | \
             1 3 + goed luisteren | 2 | Als ik weet wat ik ga doen. | :? | En als het rustig is. |  | \
             1 3 | 2 | 0 | 0 | 0 | 0 | 0 | 0 | + stil leren | :klaar | 2 1 | 3 1 2 | \
             4 | 8 | 1 | 7 | 6 |  | :nuniet | :lieverniet | 4=2 7 = 3 | 99=1 | 4=4 | zwaar |  | \
             + Mijn zus weet het ook | 3 | 2 | :meer | 30=1 | :klaar | 1 |  |  | 2 | 2 | 7 | 1 |  |  |  | \
             1 | :terug | - | :? | 1 | :? |  | :klaar | 2 3 | 31-12-2026 | :stapoverslaan | Ik werk graag rustig. |  | Kan dat? | \
             :overslaan | :weetniet | 4 | 1 2 |  |  |  |  |  | 2 | 2 |  | 1 | 1 | 1 | 2 | ::een dubbele punt | \
             eerste regel | tweede regel | :wis | nieuwe regel |  | 1 2 |  | :lees | :bewaar | 1 | 2 | plan.doc | \
             niet/hier/plan.txt | plan.md | oefenen |  |  | 1-2-2027 | :alles | :> | 1 | :klaar | :taal | \
             :hide",
        ),
    );
    snapshot("own_plan_nl", &text);
    assert_eq!(left, Leave::Hide);
}

#[test]
fn looking_back_in_dutch_ends_with_a_note_for_oneself() {
    let home = home();
    let (left, text) = walk_guide(
        "revisit",
        "nl",
        home.path(),
        &typed(
            "|  |  | 7 | 1 | 2 |  | Ik vroeg om vaste tijden. | Zij zou erover nadenken. |  | :nuniet | 1 | 2 | \
             2 | De vaste tijden. |  | Het overleg valt uit. |  |  | 2 | 2 5 | :overslaan | overleg bespreken | \
             mijn leidinggevende | 3-12-2026 | 3-1-2027 | 1 | :lees | :bewaar | 1 | 1 | :bewaar | :stop | ja",
        ),
    );
    snapshot("looking_back_nl", &text);
    assert_eq!(left, Leave::Exit);
    assert!(home.path().join("hoe-het-ging.txt").exists());
}

#[test]
fn a_coach_looks_at_themselves_and_nothing_is_kept() {
    let home = home();
    let (left, text) = walk_guide(
        "coach",
        "en",
        home.path(),
        &typed(
            "|  |  | 1 | that something is told | :skip | 2 | 2 | a fixed colleague |  | 1 | :? | \
             nothing yet |  |  | my colleague | wait after a question | 2 | :stop | yes",
        ),
    );
    snapshot("coach_check_en", &text);
    assert_eq!(left, Leave::Exit);
    assert!(is_empty(home.path()));
}

#[test]
fn what_a_change_sets_aside_is_said_first_and_needs_a_yes() {
    let home = home();
    let (_, text) = walk(
        "en",
        home.path(),
        &typed(
            "|  |  | 2 | :done | :done | 1 | no |  | 2 | It went well. |  | :review | 6 | 1 |  | maybe | :done | \
             no | :review | 6 | :skip |  | no | :review | 6 | 1 | yes | :undo",
        ),
    );
    snapshot("consequence_en", &text);
}

#[test]
fn a_file_that_is_there_is_replaced_only_after_a_yes() {
    let home = home();
    let plan = home.path().join("mijn-eigen-plan.txt");
    put(&plan, "old");
    let mut script = vec!["", "", "", "1"];
    script.extend([":overslaan"; 4]);
    script.extend([
        "",
        "2",
        ":overslaan",
        "Ik ga even naar buiten.",
        "",
        ":overslaan",
        ":bewaar",
        "1",
    ]);
    let (_, text) = walk(
        "nl",
        home.path(),
        &[&script[..], &["1", ":bewaar", "", "nee", ":klaar"]].concat(),
    );
    assert_eq!(look(&plan), "old", "{text}");
    let (_, text) = walk(
        "nl",
        home.path(),
        &[&script[..], &["1", ":bewaar", "1"]].concat(),
    );
    snapshot("replace_nl", &text);
    assert_ne!(look(&plan), "old");
}

#[test]
fn answers_are_kept_in_lines_and_opened_again() {
    let home = home();
    let (mut flow, mut host) = start("nl", home.path());
    let phrase = "tuin beek lamp wolk fiets ezel kaas";
    let script = [
        "", "", "", "1", ":bewaar", "1", ":bewaar", "3", "Welkom01", "1", phrase, "tuin", phrase,
        "1", "2", "bakkerij", ":bewaar", "4", "1", ":stop",
    ];
    let (left, text) = go_on(&mut flow, &mut host, &script);
    let text = text.replace(&*home.path().to_string_lossy(), "[home]");
    // No two are the same.
    let (before, made_up) = text
        .split_once("heel moeilijk te raden.\n\n")
        .expect("one is made up");
    let (phrase_made_up, after) = made_up.split_once('\n').expect("a line");
    assert_eq!(phrase_made_up.split(' ').count(), 7);
    let text = format!("{before}heel moeilijk te raden.\n\n[wachtzin]\n{after}");
    snapshot("dossier_nl", &text);
    assert_eq!(left, Leave::Exit);
    drop(host);

    let (mut flow, mut host) = start("en", home.path());
    let path = home.path().join("mijn-antwoorden.weegwijzer");
    let effect = flow.begin_with(&path.to_string_lossy(), Aim::GoOn);
    let Ran::Outcome(outcome) = host.run(effect) else {
        panic!("it is looked at")
    };
    flow.update(Intent::Done(outcome));
    let script = ["", "tuin", phrase, ":alles", ":stop"];
    let (left, text) = go_on(&mut flow, &mut host, &script);
    let text = text.replace(&*home.path().to_string_lossy(), "[home]");
    snapshot("dossier_open", &text);
    assert_eq!(left, Leave::Exit);
}
