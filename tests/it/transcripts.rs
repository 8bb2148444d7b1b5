//! Whole sessions in lines: what is typed and what is printed, through the real flow, to a written file.

use weegwijzer::plain::Leave;

use crate::support::talk::{home, is_empty, look, put, typed, walk};

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
            "|  |  | 1 | 2 | werk in een bakkerij | Het ging goed bij de bakker. | Ik wist wat ik ging doen. |  | \
             + Ik maak graag eerst een ding af. | 1 9 | Mijn leidinggevende | = | twee | = |  | \
             :overslaan | :overslaan |  | 1 | Sam | mijn leidinggevende | 2 |  | 2 | 1 omhoog | 2 | \
             2 omhoog | 4 waarom | 4 zachter | :lees | :bewaar | :bewaar | :stop | ja",
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
            "|  |  | 1 | 6 | kitchen | :skip | + Short days because of my depression | \
             + My psychologist on Mondays | - 76 | + I take lithium at noon | 0 | :skipp | :skip | \
             :skip |  | 1 | Sam |  |  | 2026-12-03 | :save |  | 9 | 3 | other | depression | 1 | :back | \
             1 | Still lithium | I have a break at noon |  | :done | :map |  | 1 | :back | :review | 2 | \
             :keep | back | :< | ^C | 2 | ^C | 1",
        ),
    );
    snapshot("health_words_en", &text);
    assert_eq!(left, Leave::Exit);
    assert!(is_empty(home.path()));
}

#[test]
fn the_long_way_to_an_own_plan_in_dutch() {
    let home = home();
    let (left, text) = walk(
        "nl",
        home.path(),
        &typed(
            "|  |  | alles | 2 |  | :? | :woorden | een gesprek | morgen | 3-12-2026 | 1 2 | 2 | ja |  | 1 | \
             1 3 + goed luisteren | 2 | Als ik weet wat ik ga doen. | :? | En als het rustig is. |  | \
             1 3 | 2 | 0 | 0 | 0 | 0 | 0 | 0 | + stil leren | :klaar | 2 1 | :klaar | :klaar | 3 1 2 | \
             4 | 8 | 1 | 7 | 6 |  | :nuniet | :lieverniet | 4=2 7 = 3 | 99=1 | 4=4 | zwaar |  | \
             + Mijn zus weet het ook | 3 | 2 | :meer | 30=1 | :klaar | 1 |  | 2 | 2 | 7 | 1 |  |  |  | \
             1 | :terug | - | 1 |  | :klaar |  | :stapoverslaan | Ik werk graag rustig. |  | Kan dat? | \
             :overslaan | :weetniet | 4 | 1 2 |  | 2 |  | 1 | 1 | 1 | 2 | ::een dubbele punt | \
             eerste regel | tweede regel | :wis | nieuwe regel |  | 1 2 |  | :lees | :bewaar | plan.doc | \
             niet/hier/plan.txt | plan.md | oefenen |  |  | 1-2-2027 | :alles | :> | 1 | :klaar | :taal | \
             :hide",
        ),
    );
    snapshot("own_plan_nl", &text);
    assert_eq!(left, Leave::Hide);
}

#[test]
<<<<<<< HEAD
=======
fn an_own_guide_with_mistakes_is_said_and_passed_by() {
    let home = home();
    let files = [(
        "openness/guide.yml".to_owned(),
        "guide: openness\nversion: een\n".to_owned(),
    )];
    let (mut flow, _) = start("nl", home.path());
    let library = Library::with_own("/eigen".to_owned(), files.into_iter().collect());
    let mut host = Host::new(library, None);
    let (_, text) = go_on(&mut flow, &mut host, &["", "", "", "", ":uitleg", "1"]);
    for said in ["openness/guide.yml:2:10: Q014", "Hoeveel tijd heb je nu?"] {
        assert!(text.contains(said), "{text}");
    }
}

/// What was printed after the line that was typed last.
fn last(text: &str) -> &str {
    text.rsplit_once("> ").map_or(text, |(_, last)| last)
}

#[test]
fn what_is_half_typed_stays_when_something_else_is_looked_at() {
    let home = home();
    let (flow, host) = at_the_first_question("nl", home.path());
    let at_lines = ["1", ":overslaan", "eerste regel"];
    for looked_at in [
        &[":uitleg"][..],
        &[":weer"],
        &[":woorden"],
        &[":onzin"],
        &[":opdrachten"],
        &[":kaart", ":terug"],
        &[":alles", ":terug"],
        &[":terug", ":houden"],
        &[":taal", ":taal"],
        &["^C", "2"],
        &[":taal"],
    ] {
        let mut script = at_lines.to_vec();
        script.extend(looked_at);
        script.extend(["tweede regel", "", ":terug"]);
        let (_, text) = go_on(&mut flow.clone(), &mut host.clone(), &script);
        let said = last(&text);
        assert!(
            said.contains("   eerste regel\n   tweede regel\n"),
            "{looked_at:?}: {said}"
        );
    }
}

#[test]
fn a_form_half_through_goes_on_where_it_was() {
    let home = home();
    let (flow, host) = at_the_first_question("en", home.path());
    for looked_at in [
        &[":help"][..],
        &[":map", ":back"],
        &[":review", ":back"],
        &["^C", "no"],
    ] {
        let mut script = vec!["1", "2"];
        script.extend(looked_at);
        script.extend(["a kitchen", ":back", ":again"]);
        let (_, text) = go_on(&mut flow.clone(), &mut host.clone(), &script);
        let said = last(&text);
        assert!(
            said.contains("I am applying for jobs") && said.contains("a kitchen"),
            "{looked_at:?}: {said}"
        );
    }
}

#[test]
>>>>>>> house
fn what_a_change_sets_aside_is_said_first_and_needs_a_yes() {
    let home = home();
    let (_, text) = walk(
        "en",
        home.path(),
        &typed(
            "|  |  | 2 | :done | :done | 1 | no |  | 2 | It went well. |  | :review | 6 | 1 |  | maybe | :done | \
             no | :review | 6 | 1 | yes | :undo",
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
    script.extend([":overslaan"; 3]);
    script.extend([
        "",
        "2",
        ":overslaan",
        "Ik ga even naar buiten.",
        "",
        ":overslaan",
        ":bewaar",
    ]);
    let (_, text) = walk(
        "nl",
        home.path(),
        &[&script[..], &[":bewaar", "", "nee", ":klaar"]].concat(),
    );
    assert_eq!(look(&plan), "old", "{text}");
    let (_, text) = walk(
        "nl",
        home.path(),
        &[&script[..], &[":bewaar", "1"]].concat(),
    );
    snapshot("replace_nl", &text);
    assert_ne!(look(&plan), "old");
}
