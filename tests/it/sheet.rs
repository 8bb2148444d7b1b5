//! Answers from a file make the sheet: the example that is shipped, and what is refused.

use weegwijzer::app::answers_file::{self, AnswersFile};
use weegwijzer::app::failure::{Failure, Kind};
use weegwijzer::app::flow::Flow;
use weegwijzer::content::{embedded, library::Library, parse};
use weegwijzer::core::answer::Day;
use weegwijzer::core::words::Lang;
use weegwijzer::paper::{FORMATS, format_of};

fn walk(text: &str, lang: &str) -> Result<(AnswersFile, Flow), Failure> {
    let library = Library::built_in();
    let file = AnswersFile::new(parse::parse("test.yml", text).expect("the answers parse"));
    let opened = answers_file::open(&library, &file, Lang::new(lang)).expect("the guide opens");
    let flow = answers_file::walk(&file, opened, library.langs(), Day::new(2026, 11, 22))?;
    Ok((file, flow))
}

fn sheet(text: &str, lang: &str, ending: &str) -> Result<String, Failure> {
    let (file, mut flow) = walk(text, lang)?;
    let format = format_of(&format!("x.{ending}")).expect("the format exists");
    let bytes = answers_file::sheet(&file, &mut flow, format)?;
    Ok(String::from_utf8(bytes).expect("text is UTF-8"))
}

#[test]
fn the_example_makes_the_same_sheet_in_every_format_and_language() {
    let example = embedded::text("openness/example.answers.yml").expect("the example is shipped");
    for lang in ["nl", "en"] {
        for format in FORMATS.iter().take(2) {
            let text = sheet(example, lang, format.ending).expect("the example makes a sheet");
            insta::assert_snapshot!(format!("example-{lang}-{}", format.ending), text);
        }
    }
}

#[test]
fn mistakes_in_an_answers_file_are_told_all_at_once() {
    let text = "\
guide: openness
answers:
  route: sheet
  situation: {phase: lookin}
  needs-shrot: [fixed-times]
  strengths: [careful]
  ending: sheet
wrong: 1
";
    let failure = walk(text, "nl").expect_err("the file is refused");
    assert_eq!(failure.kind, Kind::Input);
    insta::assert_snapshot!("answers-with-mistakes", failure.message);
}

#[test]
fn a_sheet_is_not_made_when_none_was_chosen() {
    let failure = sheet("guide: openness\nanswers:\n  route: sheet\n", "nl", "txt")
        .expect_err("there is no sheet");
    assert_eq!(failure.kind, Kind::Input);
}

#[test]
fn a_health_word_stops_the_sheet_until_it_is_decided_on() {
    let text = "\
guide: openness
answers:
  route: sheet
  needs-short: [{own: Ik heb rust nodig door mijn depressie}]
  ending: sheet
";
    let failure = sheet(text, "nl", "txt").expect_err("the check stops it");
    assert_eq!(failure.kind, Kind::Health);
    assert!(failure.message.contains("depressie"), "{}", failure.message);
    let rule = failure
        .message
        .rsplit_once("regel ")
        .and_then(|(_, rest)| rest.split('.').next())
        .expect("the rule is named")
        .to_owned();
    let decided = format!(
        "{text}not_health:\n  - {{text: Ik heb rust nodig door mijn depressie, rule: {rule}}}\n"
    );
    assert!(
        sheet(&decided, "nl", "txt")
            .expect("decided")
            .contains("depressie")
    );
    let lapsed = decided
        .replace("rust nodig door", "veel rust nodig door")
        .replacen("veel rust nodig door", "rust nodig door", 0);
    let lapsed = lapsed.replacen(
        "Ik heb veel rust nodig door mijn depressie, rule",
        "Ik heb rust nodig door mijn depressie, rule",
        1,
    );
    assert_eq!(
        sheet(&lapsed, "nl", "txt")
            .err()
            .map(|failure| failure.kind),
        Some(Kind::Health),
        "another text is not decided on"
    );
}
