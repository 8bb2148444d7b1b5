//! What stands beside each other, then and now, and when it is said that nothing changed: only when nothing did.

use std::path::Path;

use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::Host;
use weegwijzer::app::intent::{Intent, Meet};
use weegwijzer::app::view::{BesideRow, Change, StageView, ThenAndNowView};
use weegwijzer::content::library::Library;
use weegwijzer::core::ask::Reply;

use crate::support::back::{change, looks_back, made_home, opened, words};
use crate::support::moment::go;
use crate::support::said::{form, pick};
use crate::support::script::send;
use crate::support::walk::{is_over, on_to};

/// Looks back with these replies, changes these answers, and puts then beside now.
fn beside_after(
    home: &Path,
    looks: &[(&str, Reply)],
    answers: Vec<(&str, Reply)>,
) -> (Flow, Host, ThenAndNowView) {
    let (mut flow, mut host) = opened(Library::built_in(), "nl", home);
    go(&mut flow, &mut host, &words("nl").revisit);
    on_to(&mut flow, &mut host, looks, &is_over);
    go(&mut flow, &mut host, &words("nl").plan);
    change(&mut flow, &mut host, answers);
    let view = beside(&flow);
    (flow, host, view)
}

fn beside(flow: &Flow) -> ThenAndNowView {
    match flow.view().stage {
        StageView::ThenAndNow(view) => *view,
        other => panic!("not then beside now: {other:?}"),
    }
}

fn row<'a>(view: &'a ThenAndNowView, name: &str) -> &'a BesideRow {
    let mut rows = view.blocks.iter().flat_map(|block| &block.rows);
    let row = rows.find(|row| row.name.contains(name));
    row.unwrap_or_else(|| panic!("no row {name}: {view:?}"))
}

/// Then and now, under a label.
fn cell<'a>(row: &'a BesideRow, label: &str) -> (&'a str, &'a str) {
    let cell = row.cells.iter().find(|cell| cell.label == label);
    let cell = cell.unwrap_or_else(|| panic!("no {label}: {row:?}"));
    (&cell.then, &cell.now)
}

#[test]
fn nothing_changed_is_said_when_nothing_did() {
    let home = made_home();
    let (.., view) = beside_after(home.path(), &[("route", pick("talk"))], Vec::new());
    assert_eq!(view.text, words("nl").nothing_changed);
    let rows = view.blocks.iter().flat_map(|block| &block.rows);
    assert!(rows.into_iter().all(|row| row.change == Change::Same));
}

#[test]
fn while_a_coach_looks_on_no_more_is_claimed_than_is_seen() {
    let home = made_home();
    let words = words("nl");
    let (mut flow, mut host) = opened(Library::built_in(), "nl", home.path());
    go(&mut flow, &mut host, &words.revisit);
    on_to(&mut flow, &mut host, &[("route", pick("talk"))], &is_over);
    send(&mut flow, &mut host, Intent::Company(Meet::Switch));
    send(&mut flow, &mut host, Intent::Choose(0));
    assert!(flow.view().together);
    go(&mut flow, &mut host, &words.plan);
    change(&mut flow, &mut host, Vec::new());
    assert_eq!(beside(&flow).text, words.nothing_changed_here);
}

#[test]
fn how_an_agreement_works_stands_beside_what_was_said_of_it_before() {
    let home = made_home();
    let words = words("nl");
    let (flow, host, view) = beside_after(home.path(), &looks_back(), Vec::new());
    assert_ne!(view.text, words.nothing_changed, "{view:?}");
    let breaks = row(&view, "korte pauzes");
    assert_eq!(breaks.change, Change::Changed);
    assert_eq!(
        cell(breaks, &words.works),
        (&*words.not_asked_yet, "Nog niet")
    );
    assert_eq!(cell(row(&view, "vaste tijden"), &words.works).1, "Ja");
    drop((flow, host));
    // At the next look back one is judged otherwise, and one the same.
    let (mut again, mut host) = opened(Library::built_in(), "nl", home.path());
    go(&mut again, &mut host, &words.revisit);
    let mut looks = looks_back();
    looks[2].1 = pick("works");
    on_to(&mut again, &mut host, &looks, &is_over);
    go(&mut again, &mut host, &words.beside);
    assert_eq!(
        cell(row(&beside(&again), "korte pauzes"), &words.works).1,
        "Ja"
    );
    send(&mut again, &mut host, Intent::Choose(0));
    go(&mut again, &mut host, &words.plan);
    change(&mut again, &mut host, Vec::new());
    let view = beside(&again);
    let breaks = row(&view, "korte pauzes");
    assert_eq!(cell(breaks, &words.works), ("Nog niet", "Ja"));
    assert_eq!(row(&view, "vaste tijden").change, Change::Same);
}

#[test]
fn what_else_is_different_has_a_row_and_what_is_the_same_has_none() {
    let home = made_home();
    let words = words("nl");
    let now = vec![
        (
            "situation",
            form(&[("phase", "harder"), ("work", "in de haven")]),
        ),
        ("degree", pick("needs")),
    ];
    let (.., view) = beside_after(home.path(), &[("route", pick("talk"))], now);
    assert_ne!(view.text, words.nothing_changed, "{view:?}");
    let situation = row(&view, "Waar je staat");
    assert_eq!(situation.change, Change::Changed);
    let (then, now) = cell(situation, "Waar sta je?");
    assert_eq!(then, "Ik werk er al een tijd");
    assert_eq!(now, "Ik werk, en het gaat nu minder");
    assert_eq!(cell(situation, "Om welk werk gaat het?").1, "in de haven");
    assert_eq!(row(&view, "Hoe open").change, Change::New);
    let block = view.blocks.iter().find(|one| one.title == words.otherwise);
    let rows = block.map(|block| block.rows.len());
    assert_eq!(rows, Some(2), "only what differs: {view:?}");
}
