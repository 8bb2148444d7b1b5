//! A dossier with something of everything in it, as a file that is made and opened without a program around it.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use weegwijzer::app::archive::Archive;
use weegwijzer::app::disk::System;
use weegwijzer::app::dossier::content::{
    Content, Decided, GuideMark, Lines, People, Practised, VERSION, Verdict, Visit,
};
use weegwijzer::app::dossier::edge::{
    Filled, OwnText, OwnWeighed, Plan, Said, Saying, Side, Thing, Weighed,
};
use weegwijzer::app::dossier::secret::Secret;
use weegwijzer::app::effect::Copy;

/// The passphrase of the files in `tests/data`.
pub(crate) const PHRASE: &str = "tuin beek lamp wolk fiets ezel kaas";

/// An archive where a guess at a passphrase costs next to nothing.
pub(crate) fn archive() -> Archive {
    Archive::new(Arc::new(System), None).with_work(2)
}

/// What stands in a file, where it opens.
pub(crate) fn opened(path: &Path, copy: Copy) -> Option<Content> {
    archive().open(path, &Secret::new(PHRASE), copy).ok()
}

/// An answer of every sort.
fn answers() -> BTreeMap<String, Saying> {
    let saying = |asked: &str, said: &str, answer: Said| Saying {
        asked: asked.to_owned(),
        said: vec![said.to_owned()],
        answer,
    };
    let own = |text: &str| OwnText {
        key: 1,
        text: text.to_owned(),
    };
    let weighed = Weighed {
        given: [("a".to_owned(), 3)].into(),
        own: vec![OwnWeighed {
            key: 1,
            text: "Mijn zus weet het ook.".to_owned(),
            column: "tell".to_owned(),
            pole: Side::Against,
            weight: 2,
        }],
    };
    let plan = Plan {
        cells: [(
            "manager".to_owned(),
            [("degree".to_owned(), "needs".to_owned())].into(),
        )]
        .into(),
        own: vec![own("de portier")],
    };
    let form = BTreeMap::from([
        ("phase".to_owned(), Filled::One("offer".to_owned())),
        ("work".to_owned(), Filled::Text("bakkerij".to_owned())),
        ("day".to_owned(), Filled::Day("2026-12-03".to_owned())),
    ]);
    let many = vec![
        Thing::Item("fixed-times".to_owned()),
        Thing::Own(own("Rust, \"echt\" rustig: \u{2028}één regel\nen nog een.")),
    ];
    BTreeMap::from([
        (
            "route".to_owned(),
            saying("Weg", "Alles", Said::One("all".to_owned())),
        ),
        (
            "situation".to_owned(),
            saying("Situatie", "bakkerij", Said::Form(form)),
        ),
        (
            "needs".to_owned(),
            saying("Nodig", "Vaste tijden", Said::Many(many)),
        ),
        ("sure".to_owned(), saying("Zeker", "7", Said::Number(7))),
        (
            "weights".to_owned(),
            saying("Wegen", "zwaar", Said::Weights(weighed)),
        ),
        (
            "text".to_owned(),
            saying("Woorden", "Goed.", Said::Text("Goed.".to_owned())),
        ),
        (
            "when".to_owned(),
            saying("Dag", "3 december", Said::Day("2026-12-03".to_owned())),
        ),
        ("plan".to_owned(), saying("Plan", "–", Said::Cells(plan))),
        ("card".to_owned(), saying("Weten", "Gelezen.", Said::Seen)),
        (
            "skipped".to_owned(),
            saying("Over", "Overgeslagen.", Said::Blank("skip".to_owned())),
        ),
    ])
}

/// Content with everything in it that the form knows.
pub(crate) fn everything() -> Content {
    let answers = answers();
    let texts = |all: &[&str]| {
        all.iter()
            .map(|text| (*text).to_owned())
            .collect::<Vec<_>>()
    };
    let guide = GuideMark {
        id: "openness".to_owned(),
        version: 1,
        fingerprint: "0123456789abcdef".to_owned(),
    };
    let decided = |text: &str, decision| Decided {
        text: text.to_owned(),
        rule: "nl-diagnosis".to_owned(),
        decision,
    };
    Content {
        version: VERSION,
        date: Some("2026-12-03".to_owned()),
        guide: guide.clone(),
        lang: "nl".to_owned(),
        at: Some("needs".to_owned()),
        answers: answers.clone(),
        opened: texts(&["values"]),
        papers: [(
            "sheet".to_owned(),
            Lines {
                switched: texts(&["bring/1"]),
                softer: texts(&["needs/2"]),
                order: texts(&["needs/2", "needs/1"]),
            },
        )]
        .into(),
        decisions: vec![
            decided("een", Verdict::NotHealth),
            decided("twee", Verdict::LeaveOut),
            decided("drie", Verdict::Reword("anders".to_owned())),
        ],
        remarks: [("needs".to_owned(), "Nog vragen.".to_owned())].into(),
        practised: [(
            "cost".to_owned(),
            vec![
                Practised::default(),
                Practised {
                    said: "Niets.".to_owned(),
                    then: "Echt niet.".to_owned(),
                },
            ],
        )]
        .into(),
        visits: vec![Visit {
            date: "2026-09-01".to_owned(),
            guide,
            answers: answers.into_iter().take(2).collect(),
            opened: texts(&["values"]),
            papers: [("sheet".to_owned(), Lines::default())].into(),
            decisions: vec![decided("een", Verdict::NotHealth)],
            remarks: [("needs".to_owned(), "Toen al.".to_owned())].into(),
        }],
        people: Some(People {
            alone: [("past".to_owned(), true), ("plan".to_owned(), false)].into(),
        }),
    }
}
