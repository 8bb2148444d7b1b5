//! A person who comes back: a plan that was made, kept and closed, and opened again on another day.

use std::path::{Path, PathBuf};

use weegwijzer::app::archive::Archive;
use weegwijzer::app::disk::System;
use weegwijzer::app::dossier::content::Content;
use weegwijzer::app::dossier::secret::Secret;
use weegwijzer::app::effect::Copy;
use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::{Host, Ran};
use weegwijzer::app::intent::Intent;
use weegwijzer::app::stage::Aim;
use weegwijzer::app::view::{AsideBody, AsideView, StageView};
use weegwijzer::content::library::Library;
use weegwijzer::core::answer::{Cells, Choice, Day, Own};
use weegwijzer::core::ask::Reply;
use weegwijzer::core::ids::ItemId;

use crate::support::dossier::{PASSPHRASE, keep};
use crate::support::script::{begin_on, on_to, send};

/// Where the plan is kept.
pub(crate) fn path(home: &Path) -> PathBuf {
    home.join("mijn.weegwijzer")
}

pub(crate) fn pick(id: &str) -> Reply {
    Reply::Pick(ItemId::new(id))
}

pub(crate) fn items(ids: &[&str]) -> Reply {
    Reply::PickMany(ids.iter().map(|id| Choice::Item(ItemId::new(id))).collect())
}

pub(crate) fn form(fields: &[(&str, &str)]) -> Reply {
    let field = |(id, text): &(&str, &str)| ((*id).into(), (*text).to_owned());
    Reply::Form(fields.iter().map(field).collect())
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

pub(crate) fn is_over(stage: &StageView) -> bool {
    matches!(stage, StageView::Over(_))
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
    for _ in 0..3 {
        send(&mut flow, &mut host, Intent::Continue);
    }
    on_to(&mut flow, &mut host, said, &is_over);
    // Kept at the end, since a disk takes its time for every answer.
    keep(&mut flow, &mut host, home);
}

/// Opens what was kept, a month later.
pub(crate) fn opened(library: Library, lang: &str, home: &Path) -> (Flow, Host) {
    let (mut flow, mut host) = closed(library, lang, home);
    send(
        &mut flow,
        &mut host,
        Intent::Secret(Secret::new(PASSPHRASE)),
    );
    (flow, host)
}

/// The program that asks for the passphrase.
pub(crate) fn closed(library: Library, lang: &str, home: &Path) -> (Flow, Host) {
    let day = Day::new(2027, 1, 5);
    let (mut flow, mut host) = begin_on(library, lang, home, "openness", day);
    let effect = flow.begin_with(&path(home).to_string_lossy(), Aim::GoOn);
    if let Ran::Outcome(outcome) = host.run(effect) {
        send(&mut flow, &mut host, Intent::Done(outcome));
    }
    (flow, host)
}

pub(crate) fn aside(flow: &Flow) -> AsideView {
    match flow.view().stage {
        StageView::Aside(view) => view,
        other => panic!("not beside the questions: {other:?}"),
    }
}

/// The ways that are offered now.
pub(crate) fn ways(flow: &Flow) -> Vec<String> {
    match flow.view().stage {
        StageView::Aside(AsideView {
            body: AsideBody::Ways(ways),
            ..
        }) => ways,
        StageView::Over(view) => view.ways,
        StageView::Earlier(view) => view.ways,
        StageView::ThenAndNow(view) => view.ways,
        other => panic!("no ways: {other:?}"),
    }
}

/// Goes the way that is called so.
pub(crate) fn go(flow: &mut Flow, host: &mut Host, way: &str) {
    let ways = ways(flow);
    let number = ways.iter().position(|other| other == way);
    let number = number.unwrap_or_else(|| panic!("no way {way:?}: {ways:?}"));
    send(flow, host, Intent::Choose(number));
}

/// What stands on the disk, opened by another program than the one that wrote it.
pub(crate) fn content(home: &Path, copy: Copy) -> Content {
    Archive::new(std::sync::Arc::new(System), None)
        .open(&path(home), &Secret::new(PASSPHRASE), copy)
        .expect("it opens")
}
