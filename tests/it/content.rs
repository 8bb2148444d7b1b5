//! Every shipped guide, list, fact and language loads without a complaint.

use weegwijzer::content::library::Library;
use weegwijzer::core::answer::{Answer, Blank, FieldAnswer, Pole};
use weegwijzer::core::ask::Ask;
use weegwijzer::core::ids::ItemId;
use weegwijzer::core::session::Session;
use weegwijzer::core::words::Lang;

#[test]
fn every_shipped_file_loads_without_a_complaint() {
    let library = Library::built_in();
    let mut complaints = Vec::new();
    for lang in library.langs() {
        let words = library.words(&lang).expect("the words of the program load");
        for id in library.guides() {
            let list = match library.guide(&id, &lang) {
                Ok(loaded) => loaded.wording,
                Err(found) => found,
            };
            for diagnostic in list.sorted() {
                let (says, fix) = words.diagnosis.say(diagnostic);
                complaints.push(format!(
                    "{lang} {} {:?} {says} {fix} {:?}",
                    diagnostic.place, diagnostic.code, diagnostic.values
                ));
            }
        }
    }
    assert!(
        complaints.is_empty(),
        "{} complaints:\n{}",
        complaints.len(),
        complaints.join("\n")
    );
}

#[test]
fn telling_and_not_telling_have_as_many_for_as_against_in_every_situation() {
    let lang = Lang::base();
    let loaded = Library::built_in()
        .guide("openness", &lang)
        .expect("the guide loads");
    for phase in [
        "looking",
        "applying",
        "interview",
        "offer",
        "started",
        "working",
        "harder",
        "ending",
        "",
    ] {
        let mut session = Session::begin(loaded.guide.clone());
        session.put(&"route".into(), Answer::One("weigh".into()));
        if phase.is_empty() {
            session.put(&"situation".into(), Answer::Blank(Blank::Skipped));
        } else {
            let field = FieldAnswer::One(phase.into());
            session.put(
                &"situation".into(),
                Answer::Form([("phase".into(), field)].into()),
            );
        }
        let asked = session.walk().find(&"weigh".into()).expect("it is asked");
        let Ask::Weigh { columns, items, .. } = &asked.ask else {
            panic!("it is weighed")
        };
        let count = |column: &ItemId, pole| {
            items
                .iter()
                .filter(|item| item.column == *column && item.pole == pole)
                .count()
        };
        let counts: Vec<usize> = columns
            .iter()
            .flat_map(|column| {
                [
                    count(&column.id, Pole::For),
                    count(&column.id, Pole::Against),
                ]
            })
            .collect();
        assert_eq!(counts.len(), 4);
        assert!(
            counts.iter().all(|one| *one == counts[0] && *one >= 6),
            "{phase}: {counts:?}"
        );
    }
}
