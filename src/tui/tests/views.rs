//! Views made by hand: every stage, some in two forms.

use crate::app::view::{
    AsideBody, AsideView, AskingView, BesideBlock, BesideCell, BesideRow, Can, Change,
    ConsequenceView, EarlierStep, EarlierView, FindingRow, FindingsView, Header, HealthView,
    LookView, MarkView, MistakeView, NoticeView, OverView, PlaceView, PreviewBlock, PreviewLine,
    PreviewView, ReviewRow, ReviewStep, ReviewView, StageView, TermView, ThenAndNowView, View,
    WelcomeView,
};
use crate::core::answer::Blank;
use crate::core::ask::Ask;
use crate::core::ask::Offer;
use crate::core::ask::Written;
use crate::core::ids::ItemId;
use crate::core::ids::LineId;
use crate::core::ids::QuestionId;
use crate::core::phrase::Phrase;
use crate::core::source::Place;

pub(super) fn view(stage: StageView) -> View {
    View {
        header: Header {
            place: "Wat je nodig hebt".to_owned(),
            saved: "niet bewaard".to_owned(),
            left: "nog ongeveer 9 minuten".to_owned(),
            in_step: 3,
        },
        can: Can {
            back: true,
            undo: true,
            skip_step: true,
            look_around: true,
            keep: true,
            lock: true,
            rehearse: true,
            join: true,
            part: false,
            plan: false,
            veil: true,
        },
        message: None,
        locks_soon: None,
        heed: None,
        offers: false,
        together: false,
        stage,
    }
}

fn aside(body: AsideBody) -> StageView {
    StageView::Aside(AsideView {
        moment: "test",
        title: "Waar wil je je antwoorden bewaren?".to_owned(),
        text: vec!["Je antwoorden gaan op slot met een wachtzin.".to_owned()],
        exact: vec!["tuin beek lamp".to_owned()],
        problem: Some("Typ een map en een naam.".to_owned()),
        start: 0,
        body,
    })
}

pub(super) fn pick(count: usize) -> Ask {
    let offer = |n: usize| {
        Offer::plain(
            ItemId::new(&format!("k{n}")),
            Phrase::text(&format!("Keuze {n}")),
        )
    };
    Ask::Pick {
        offers: (1..=count).map(offer).collect(),
    }
}

pub(super) fn line() -> Ask {
    Ask::Line {
        offers: Vec::new(),
        example: Some("vaste tijden".into()),
        at_most: 200,
    }
}

pub(super) fn asking(id: &str, ask: Ask) -> AskingView {
    AskingView {
        id: QuestionId::new(id),
        gives: Some("Deze stap: je wensen staan op een rij.".to_owned()),
        question: format!("Wat helpt jou bij {id}, op een gewone dag?"),
        explain: Some("Kies wat bij jou past. Later maak je er een afspraak van.".to_owned()),
        help: "Een wens is nog geen afspraak.".to_owned(),
        about: Vec::new(),
        terms: vec![TermView {
            word: "afspraak".to_owned(),
            means: "Wat jij en je werk samen doen.".to_owned(),
        }],
        seek: None,
        ask,
        answer: None,
        refusal: None,
        aloud: false,
        blanks: Blank::ALL.to_vec(),
        coach: None,
    }
}

pub(super) fn ask_stage(id: &str, ask: Ask) -> StageView {
    StageView::Asking(Box::new(asking(id, ask)))
}

pub(super) fn preview_stage() -> StageView {
    let line = |id: &str, text: &str, softer| PreviewLine {
        id: LineId::new(id),
        texts: vec![text.to_owned()],
        on: true,
        level: "laat zien dat je op je energie let".to_owned(),
        why: "Dit komt van: je wensen".to_owned(),
        softer,
    };
    StageView::Preview(Box::new(PreviewView {
        title: "Zo leest de ander je blad".to_owned(),
        explain: vec!["Zet regels aan of uit.".to_owned()],
        paper: "Zo werk ik goed".to_owned(),
        private: false,
        card: false,
        for_whom: Some((QuestionId::new("about"), "Voor: HR".to_owned())),
        blocks: vec![PreviewBlock {
            title: "Wat mij helpt".to_owned(),
            lines: vec![
                line("een", "Ik werk graag op vaste tijden.", None),
                line("twee", "Ik neem korte pauzes.", Some(false)),
            ],
        }],
        text: (1..40)
            .map(|n| format!("Regel {n} van het blad."))
            .collect(),
    }))
}

fn private_stage() -> StageView {
    let StageView::Preview(view) = preview_stage() else {
        panic!("a paper")
    };
    StageView::Preview(Box::new(PreviewView {
        private: true,
        for_whom: None,
        ..*view
    }))
}

pub(super) fn health(line: &str, start: usize, end: usize) -> HealthView {
    HealthView {
        line: line.to_owned(),
        word: line.chars().skip(start).take(end - start).collect(),
        start,
        end,
        explain: vec!["“stress” noemt een klacht.".to_owned()],
        private: false,
        ask: "Wat betekent het voor je werk?".to_owned(),
        rewordings: vec![
            "Ik begin graag om [tijd].".to_owned(),
            "Rust tussen taken helpt mij.".to_owned(),
        ],
        question: Some("Wat jou helpt".to_owned()),
        left: 2,
        calm: Some("Bel 113.".to_owned()),
        refusal: None,
    }
}

/// What a check that knows one word sees.
pub(super) fn look(written: &Written) -> LookView {
    let marks = written.text.match_indices("stress");
    let marks: Vec<MarkView> = marks
        .map(|(start, word)| MarkView {
            start,
            end: start + word.len(),
            word: word.to_owned(),
            says: "“stress” noemt een klacht.".to_owned(),
            calm: None,
        })
        .collect();
    LookView {
        text: written.clone(),
        rest: if marks.is_empty() {
            ""
        } else {
            "Dat hoef je niet te delen."
        }
        .to_owned(),
        marks,
    }
}

pub(super) fn findings(left: usize) -> StageView {
    let row = |word: &str, done: Option<&str>| FindingRow {
        word: word.to_owned(),
        category: "noemt een klacht".to_owned(),
        line: format!("Ik heb last van {word} op maandag."),
        done: done.map(str::to_owned),
    };
    let done = Some("Dit komt niet op je blad.");
    StageView::Findings(FindingsView {
        rows: vec![
            row("stress", done),
            row("paniek", done.filter(|_| left == 0)),
        ],
        left,
        saves: true,
        calm: None,
    })
}

pub(super) fn place(exists: bool) -> StageView {
    StageView::Place(PlaceView {
        explain: vec!["Iedereen die dit bestand opent, kan het lezen.".to_owned()],
        path: "/home/jij/blad.txt".to_owned(),
        exists: exists.then(|| "Er is al een bestand met deze naam.".to_owned()),
        problem: None,
    })
}

/// Every stage, some of them in two forms.
#[expect(clippy::too_many_lines, reason = "a table: one row for each stage")]
pub(super) fn stages() -> Vec<(&'static str, StageView)> {
    let row = |id: &str, said: &[&str]| ReviewRow {
        id: QuestionId::new(id),
        short: format!("Over {id}"),
        said: said.iter().map(|text| (*text).to_owned()).collect(),
        blank: said.is_empty(),
    };
    vec![
        (
            "welcome",
            StageView::Welcome(WelcomeView {
                number: 0,
                all: 3,
                title: "Wat vertel je op je werk?".to_owned(),
                text: "Jij beslist. ".repeat(20) + "{hide} maakt het scherm leeg.",
                choices: true,
                known: Vec::new(),
                remember: None,
            }),
        ),
        ("asking pick", ask_stage("tijden", pick(12))),
        ("asking line", ask_stage("woorden", line())),
        (
            "consequence",
            StageView::Consequence(ConsequenceView {
                set_aside: vec![("Je plek".to_owned(), "Vast team".to_owned())],
                new: 2,
                replaces: false,
            }),
        ),
        (
            "notice",
            StageView::Notice(NoticeView {
                text: "Vraag het eerst na. ".repeat(30),
                goes: vec!["Naar 'Wat je moet weten', en daarna hier terug".to_owned()],
            }),
        ),
        (
            "review",
            StageView::Review(ReviewView {
                steps: vec![ReviewStep {
                    title: "Jouw situatie".to_owned(),
                    rows: vec![row("werk", &["Magazijn"]), row("plek", &["Een", "Twee"])],
                }],
                start: 0,
            }),
        ),
        (
            "empty review",
            StageView::Review(ReviewView {
                steps: Vec::new(),
                start: 0,
            }),
        ),
        ("preview", preview_stage()),
        ("private preview", private_stage()),
        (
            "health",
            StageView::HealthCheck(Box::new(health(
                "Ik heb last van stress op maandag.",
                16,
                22,
            ))),
        ),
        (
            "health of a private text",
            StageView::HealthCheck(Box::new(HealthView {
                private: true,
                rewordings: Vec::new(),
                question: None,
                ..health("Ik heb last van stress op maandag.", 16, 22)
            })),
        ),
        ("findings", findings(1)),
        ("findings decided on", findings(0)),
        ("place", place(false)),
        ("place that exists", place(true)),
        (
            "bad guide",
            StageView::BadGuide(vec![MistakeView {
                place: Place::start("openness/guide.yml"),
                code: "Q006".to_owned(),
                says: "Deze vraag bestaat al.".to_owned(),
                fix: "Geef haar een andere naam.".to_owned(),
            }]),
        ),
        (
            "aside ways",
            aside(AsideBody::Ways(vec![
                "Van mij".to_owned(),
                "Van een ander".to_owned(),
            ])),
        ),
        (
            "aside path",
            aside(AsideBody::Path {
                label: "Map en naam:".to_owned(),
                text: "/home/sam/weegwijzer/mijn-antwoorden.weegwijzer".to_owned(),
            }),
        ),
        (
            "aside secret",
            aside(AsideBody::Secret {
                label: "Wachtzin:".to_owned(),
            }),
        ),
        (
            "over",
            StageView::Over(OverView {
                text: vec!["Je kunt nog alles bekijken.".to_owned()],
                papers: vec!["Zo werk ik goed".to_owned()],
                rehearse: false,
                ways: vec!["Toen naast nu".to_owned()],
                keep: true,
            }),
        ),
        (
            "earlier",
            StageView::Earlier(Box::new(EarlierView {
                number: 0,
                title: "3 december 2026: Vertellen op je werk".to_owned(),
                text: "Dit zei je toen.".to_owned(),
                steps: vec![EarlierStep {
                    title: "Jouw situatie".to_owned(),
                    rows: vec![
                        ("Je werk".to_owned(), vec!["bakkerij".to_owned()]),
                        (
                            "Wensen".to_owned(),
                            vec!["Vaste tijden".to_owned(), "Korte pauzes".to_owned()],
                        ),
                    ],
                }],
                ways: vec!["Terug".to_owned(), "Vergeten".to_owned()],
            })),
        ),
        ("then and now", then_and_now()),
        ("stopping", StageView::Stopping),
    ]
}

fn then_and_now() -> StageView {
    let row = |name: &str, change: Change, said: &str| BesideRow {
        name: name.to_owned(),
        change,
        said: said.to_owned(),
        cells: vec![BesideCell {
            label: "Hoe open".to_owned(),
            then: "Niets".to_owned(),
            now: "Alleen wat ik nodig heb".to_owned(),
            changed: change != Change::Same,
        }],
    };
    StageView::ThenAndNow(Box::new(ThenAndNowView {
        title: "Toen naast nu".to_owned(),
        text: "Anders: 1.".to_owned(),
        then: "Toen, 3 december 2026".to_owned(),
        now: "Nu, 5 januari 2027".to_owned(),
        blocks: vec![BesideBlock {
            title: "Jouw plan".to_owned(),
            rows: vec![
                row("Leidinggevende", Change::Changed, "anders"),
                row(
                    "Een heel lange naam voor een enkel mens",
                    Change::New,
                    "nieuw",
                ),
                row("HR", Change::Gone, "weg"),
                row("Collega's", Change::Same, "hetzelfde"),
            ],
        }],
        ways: vec!["Verder".to_owned(), "Nog iets veranderen".to_owned()],
    }))
}
