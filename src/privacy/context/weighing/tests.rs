//! What is left of findings in texts of two languages: a table for every sign that weighs, with what lies just beside it.

use crate::privacy::check::check;
use crate::privacy::context::tests::lexicon_with;
use crate::privacy::finding::Level;

const ENTRIES: [(&str, &str, bool); 9] = [
    ("diagnosis", "autisme", false),
    ("diagnosis", "schizofrenie", true),
    ("diagnosis", "depressie", false),
    ("diagnosis", "ADD", false),
    ("diagnosis", "HIV", false),
    ("medication", "Depakine", true),
    ("medication", "rustgever", false),
    ("crisis", "opname", false),
    ("provider", "psychiater", false),
];

#[track_caller]
fn judged(cases: &[(&str, &str)]) {
    let lexicon = lexicon_with(&ENTRIES);
    let level = |text: &str| {
        let found = check(text, &lexicon);
        let strongest = found.iter().map(|one| one.level).max();
        strongest.map_or("nothing", Level::id)
    };
    let wrong: Vec<_> = cases
        .iter()
        .map(|(text, expected)| (*text, *expected, level(text)))
        .filter(|(_, expected, level)| expected != level)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_word_that_speaks_for_itself_stops_unless_somebody_does_something() {
    judged(&[
        ("Autisme is er altijd geweest", "stop"),
        ("Ik kreeg autisme in de familie", "stop"),
        ("Ik schilderde een boek vol autisme", "hint"),
        ("I painted a book full of autisme", "hint"),
        ("Als portier zag men autisme", "hint"),
        // Somebody's own word outweighs the deed, and so does a sign of health.
        ("Ik heb autisme", "stop"),
        ("Voor jou als portier is autisme lastig werk", "stop"),
    ]);
}

#[test]
fn a_word_that_means_nothing_else_needs_more_than_a_deed() {
    judged(&[
        ("Ik schilderde een boek vol schizofrenie", "stop"),
        ("Ik schilderde kinderen vol schizofrenie", "hint"),
        ("I painted pupils full of schizofrenie", "hint"),
        ("Ik schilderde een doos Depakine", "stop"),
        ("Ik schilderde een doos rustgever", "hint"),
    ]);
}

#[test]
fn what_others_do_to_a_person_makes_a_word_that_means_nothing_else_theirs() {
    judged(&[
        ("De dokter zette mij met kinderen op Depakine", "stop"),
        ("They moved him and his guests to Depakine", "stop"),
        // Who does it themselves is no object of it.
        ("Ik schilderde mij met kinderen op Depakine", "hint"),
    ]);
}

#[test]
fn a_word_with_another_meaning_needs_a_sign_of_a_person() {
    judged(&[
        ("Er kwam later toch nog weer een depressie", "hint"),
        ("Na al die tijd kwam er een depressie", "hint"),
        ("Toen kreeg ik weer voor lange tijd depressie", "stop"),
        ("Mijn depressie was er ieder jaar weer", "stop"),
        ("My depressie came back every single year", "stop"),
        ("De dokter zag er later toch depressie", "stop"),
        // In a few words nothing else can tell.
        ("depressie", "stop"),
        ("soms wel depressie", "stop"),
    ]);
}

#[test]
fn what_is_of_a_thing_is_a_thing() {
    judged(&[
        ("De opname van meterstanden in Salland", "hint"),
        ("Mijn opname van de meterstanden lukte gisteren", "hint"),
        ("Mijn opname van vader vergeten wij nooit meer", "stop"),
        ("Toen kreeg ik een opname in 2019", "stop"),
    ]);
}

#[test]
fn a_short_abbreviation_needs_a_sign_unless_it_means_nothing_else() {
    judged(&[
        ("Gisteren kwam die ADD er dan toch", "hint"),
        ("Gisteren kwam die HIV er dan toch", "stop"),
        ("Toen kreeg ik later ook nog ADD", "stop"),
        ("The ADD button works quite well today", "hint"),
        ("Mijn ADD zegt soms hele andere dingen", "stop"),
        ("ADD", "stop"),
    ]);
}

#[test]
fn a_line_about_a_job_takes_more_than_a_deed() {
    judged(&[
        ("Nachtportier, psychiater, Zwolle", "hint"),
        ("Nachtportier, mijn psychiater weet ervan", "stop"),
        ("Psychiater, Zwolle", "stop"),
        ("Officer, years of autisme", "hint"),
        ("Officer with autisme", "stop"),
    ]);
}
