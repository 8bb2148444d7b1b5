//! A person who comes back: a plan that was made, kept and closed, and opened again on another day.

use std::path::{Path, PathBuf};

use weegwijzer::app::dossier::content::Content;
use weegwijzer::app::effect::Copy;
use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::Host;
use weegwijzer::app::intent::Intent;
use weegwijzer::app::stage::Aim;
use weegwijzer::app::view::StageView;
use weegwijzer::content::library::Library;
use weegwijzer::core::answer::{Blank, Cells, Day, Own};
use weegwijzer::core::ask::Reply;
use weegwijzer::core::ids::ItemId;
use weegwijzer::core::words::{Lang, Visits};

use crate::support::dossier::{content_in, keep, look_at, unlock};
use crate::support::said::{form, items, pick};
use crate::support::script::{begin_on, send};
use crate::support::talk::home;
use crate::support::walk::{is_over, on_to, past_the_welcome};

/// Where the plan is kept.
pub(crate) fn path(home: &Path) -> PathBuf {
    home.join("mijn.weegwijzer")
}

/// A plan: for each person how open, and when; the last one is a person of one's own.
pub(crate) fn plan(rows: &[(&str, &str, &str)], own: &str) -> Reply {
    let id = ItemId::new;
    let mut cells: std::collections::BTreeMap<_, _> = rows
        .iter()
        .map(|(row, degree, moment)| {
            let row_cells = [(id("degree"), id(degree)), (id("moment"), id(moment))];
            (id(row), row_cells.into())
        })
        .collect();
    let own = Own {
        key: 1,
        text: own.to_owned(),
    };
    cells.insert(Cells::own_row(&own), [(id("degree"), id("none"))].into());
    Reply::Grid(Cells {
        cells,
        own: vec![own],
    })
}

/// What is said at the first visit.
pub(crate) fn first() -> Vec<(&'static str, Reply)> {
    vec![
        ("route", pick("all")),
        ("situation", form(&[("phase", "working")])),
        ("needs-hours", items(&["fixed-times", "short-breaks"])),
        (
            "top-needs",
            Reply::Rank(vec!["fixed-times".into(), "short-breaks".into()]),
        ),
        (
            "agreement/fixed-times",
            form(&[
                ("who", "Mijn leidinggevende"),
                ("what", "maakt een rooster, twee weken vooraf"),
                ("when", "elke maand"),
            ]),
        ),
        (
            "agreement/short-breaks",
            form(&[("who", "Ik"), ("what", "loop elk uur een rondje")]),
        ),
        (
            "plan",
            plan(
                &[
                    ("manager", "none", "not-now"),
                    ("colleagues", "none", "never"),
                ],
                "de portier",
            ),
        ),
        ("ending", pick("both")),
    ]
}

/// The replies of a look back on which one agreement does not work.
pub(crate) fn looks_back() -> Vec<(&'static str, Reply)> {
    vec![
        ("route", pick("quarter")),
        ("works/fixed-times", pick("works")),
        ("works/short-breaks", pick("not-yet")),
        ("keep", pick("nothing")),
    ]
}

/// The first visit, to its end: kept, and closed.
pub(crate) fn made(library: Library, lang: &str, home: &Path, said: &[(&str, Reply)]) {
    let day = Day::new(2026, 12, 3);
    let (mut flow, mut host) = begin_on(library, lang, home, "openness", day);
    past_the_welcome(&mut flow, &mut host);
    on_to(&mut flow, &mut host, said, &is_over);
    // Kept at the end, since a disk takes its time for every answer.
    keep(&mut flow, &mut host, home);
}

/// Opens what was kept, a month later.
pub(crate) fn opened(library: Library, lang: &str, home: &Path) -> (Flow, Host) {
    let (mut flow, mut host) = closed(library, lang, home);
    unlock(&mut flow, &mut host);
    (flow, host)
}

/// The program that asks for the passphrase.
pub(crate) fn closed(library: Library, lang: &str, home: &Path) -> (Flow, Host) {
    let day = Day::new(2027, 1, 5);
    let (mut flow, mut host) = begin_on(library, lang, home, "openness", day);
    look_at(&mut flow, &mut host, &path(home), Aim::GoOn);
    (flow, host)
}

/// What stands on the disk, opened by another program than the one that wrote it.
pub(crate) fn content(home: &Path, copy: Copy) -> Content {
    content_in(&path(home), copy)
}

/// The words about coming back.
pub(crate) fn words(lang: &str) -> Visits {
    let words = Library::built_in().words(&Lang::new(lang));
    words.expect("the words load").visits
}

/// A folder with a plan that was made and kept.
pub(crate) fn made_home() -> tempfile::TempDir {
    let home = home();
    made(Library::built_in(), "nl", home.path(), &first());
    home
}

/// Changes answers from the review, and leaves it.
pub(crate) fn change(flow: &mut Flow, host: &mut Host, answers: Vec<(&str, Reply)>) {
    assert!(matches!(flow.view().stage, StageView::Review(_)));
    for (id, reply) in answers {
        send(flow, host, Intent::Edit(id.into()));
        send(flow, host, Intent::Reply(id.into(), reply));
        for _ in 0..20 {
            match flow.view().stage {
                StageView::Review(_) => break,
                StageView::Asking(view) => {
                    let skip = Reply::Blank(Blank::Skipped);
                    send(flow, host, Intent::Reply(view.id, skip));
                }
                _ => {
                    send(flow, host, Intent::Continue);
                }
            }
        }
    }
    send(flow, host, Intent::Back);
}

/// The plan with what changed in a month.
pub(crate) fn changes() -> Vec<(&'static str, Reply)> {
    vec![
        (
            "agreement/short-breaks",
            form(&[("who", "Ik"), ("what", "loop elk uur een rondje buiten")]),
        ),
        (
            "plan",
            plan(
                &[("manager", "needs", "settled"), ("hr", "none", "never")],
                "de portier",
            ),
        ),
    ]
}

/// The days and the guides of the earlier visits.
pub(crate) fn visits(content: &Content) -> Vec<(&str, &str)> {
    let visits = content.visits.iter();
    visits
        .map(|visit| (visit.date.as_str(), visit.guide.id.as_str()))
        .collect()
}
