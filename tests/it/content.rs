//! Every shipped guide, list, fact and language loads without a complaint.

use weegwijzer::content::library::Library;
use weegwijzer::core::answer::{Answer, Blank, Cells, FieldAnswer, Pole};
use weegwijzer::core::ask::Ask;
use weegwijzer::core::ids::{ItemId, QuestionId};
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

#[test]
fn who_someone_is_decides_which_sentences_stand_there_to_choose_from() {
    let library = Library::built_in();
    for lang in library.langs() {
        let loaded = library.guide("openness", &lang).expect("the guide loads");
        let mut session = Session::begin(loaded.guide);
        session.put(&"route".into(), Answer::One("all".into()));
        let told = |person: &str| {
            let cells = [("degree", "story"), ("moment", "settled"), ("teller", "me")];
            let cells = cells.map(|(column, choice)| (column.into(), choice.into()));
            (person.into(), cells.into())
        };
        let people = ["manager", "company-doctor", "relatives"];
        let cells = people.map(told).into();
        let own = Vec::new();
        session.put(&"plan".into(), Answer::Cells(Cells { cells, own }));
        let offered = |question: &str| {
            people.map(|person| {
                let id = QuestionId::new(question).for_item(&person.into());
                let asked = session.walk().find(&id).expect("it is asked");
                let Ask::Line { offers, .. } = &asked.ask else {
                    panic!("a line")
                };
                let ids = offers.iter().map(|offer| offer.id.as_str().to_owned());
                ids.collect::<Vec<String>>()
            })
        };
        let has = |question: &str, sentence: &str| {
            offered(question).map(|ids| ids.iter().any(|id| id == sentence))
        };
        assert_eq!(has("opening", "wish"), [true, false, false], "{lang}");
        assert_eq!(has("opening", "doctor-says"), [false, true, false]);
        assert_eq!(has("opening", "personal"), [true, false, true]);
        assert_eq!(has("request", "fixed-hours"), [true, false, false]);
        assert_eq!(has("request", "doctor-tells"), [false, true, false]);
        assert_eq!(has("request", "relatives-ask"), [false, false, true]);
        for question in ["opening", "request"] {
            let counts = offered(question).map(|ids| ids.len());
            let enough = counts.iter().all(|count| *count >= 3);
            assert!(enough, "{lang} {question}: {counts:?}");
        }
    }
}
