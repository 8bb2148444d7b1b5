//! Handing over: several files at once, an own selection for each reader, days for a calendar, and the command that makes sheets.

use std::collections::BTreeSet;
use std::path::Path;

use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::Host;
use weegwijzer::app::intent::{Intent, LineWish};
use weegwijzer::app::paperwork::Paperwork;
use weegwijzer::app::view::{PlaceView, StageView};
use weegwijzer::content::library::Library;
use weegwijzer::core::ask::Reply;
use weegwijzer::core::ids::LineId;

use crate::support::command::command;
use crate::support::moment::preview;
use crate::support::said::{form, items, pick};
use crate::support::script::{begin, send};
use crate::support::walk::{is_over, is_preview, on_to};

/// Walks to the first paper with these answers; every other question is skipped.
fn at_the_paper(home: &Path, fixed: &[(&str, Reply)]) -> (Flow, Host) {
    let (mut flow, mut host) = begin(Library::built_in(), "nl", home);
    on_to(&mut flow, &mut host, fixed, &is_preview);
    (flow, host)
}

fn forms(flow: &mut Flow, host: &mut Host, endings: &[&str]) {
    send(flow, host, Intent::Continue);
    if matches!(flow.view().stage, StageView::Aside(_)) {
        send(flow, host, Intent::Choose(0));
    }
    let StageView::Asking(view) = flow.view().stage else {
        panic!("the forms are asked")
    };
    send(flow, host, Intent::Reply(view.id, items(endings)));
}

fn place(flow: &Flow) -> PlaceView {
    match flow.view().stage {
        StageView::Place(view) => view,
        other => panic!("no place: {other:?}"),
    }
}

fn names(home: &Path) -> BTreeSet<String> {
    let entries = std::fs::read_dir(home).expect("a folder");
    let name = |entry: std::io::Result<std::fs::DirEntry>| entry.expect("an entry").file_name();
    entries
        .map(|entry| name(entry).to_string_lossy().into_owned())
        .collect()
}

fn set(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn several_forms_are_written_at_once_and_none_is_replaced_unasked() {
    let home = tempfile::tempdir().expect("a folder");
    let answers = [
        ("route", pick("sheet")),
        ("needs-short", items(&["fixed-times"])),
        ("ending", pick("sheet")),
    ];
    let (mut flow, mut host) = at_the_paper(home.path(), &answers);
    forms(&mut flow, &mut host, &["txt", "docx"]);
    let offered = place(&flow).path;
    assert!(offered.ends_with("zo-werk-ik-goed"), "{offered}");
    assert!(
        place(&flow)
            .explain
            .iter()
            .any(|text| text.contains(".txt, .docx"))
    );
    // An end that is typed is one of them.
    let there = home.path().join("zo-werk-ik-goed.docx");
    std::fs::write(&there, "van iemand anders").expect("a file");
    send(
        &mut flow,
        &mut host,
        Intent::SaveAt(format!("{offered}.html")),
    );
    let asked = place(&flow).exists.expect("it is asked");
    assert!(
        asked.contains("zo-werk-ik-goed.docx") && !asked.contains(".txt"),
        "{asked}"
    );
    assert_eq!(
        names(home.path()),
        set(&["zo-werk-ik-goed.docx"]),
        "nothing is written yet"
    );
    send(&mut flow, &mut host, Intent::Back);
    send(&mut flow, &mut host, Intent::SaveAt(offered.clone()));
    send(&mut flow, &mut host, Intent::Continue);
    assert_eq!(
        names(home.path()),
        set(&["zo-werk-ik-goed.docx", "zo-werk-ik-goed.txt"])
    );
    let message = flow.view().message.expect("it is said");
    assert!(
        message.contains(".txt") && message.contains(".docx"),
        "{message}"
    );
    assert_ne!(std::fs::read(there).expect("a file"), b"van iemand anders");
}

#[test]
fn the_end_of_the_name_says_the_form_and_another_end_lists_those_there_are() {
    let home = tempfile::tempdir().expect("a folder");
    let answers = [
        ("route", pick("sheet")),
        ("needs-short", items(&["fixed-times"])),
        ("ending", pick("sheet")),
    ];
    let (mut flow, mut host) = at_the_paper(home.path(), &answers);
    forms(&mut flow, &mut host, &[]);
    for wrong in ["blad.doc", "blad.ics", "blad."] {
        send(&mut flow, &mut host, Intent::SaveAt(wrong.to_owned()));
        let problem = place(&flow).problem.expect("it is said");
        assert!(
            problem.contains(".txt, .md, .html, .docx"),
            "{wrong}: {problem}"
        );
        assert!(
            !problem.contains(".ics"),
            "a sheet is no calendar: {problem}"
        );
    }
    send(&mut flow, &mut host, Intent::SaveAt("Blad.HTML".to_owned()));
    assert_eq!(names(home.path()), set(&["Blad.HTML"]));
    let page = std::fs::read_to_string(home.path().join("Blad.HTML")).expect("a page");
    assert!(page.starts_with("<!DOCTYPE html>"));
}

#[test]
fn each_reader_has_an_own_selection_of_lines_and_gets_nothing_that_was_put_on_for_another() {
    let home = tempfile::tempdir().expect("a folder");
    let about = |reader: &str| form(&[("name", "Sam"), ("reader", reader)]);
    let answers = [
        ("route", pick("all")),
        ("situation", form(&[("phase", "working")])),
        ("needs-hours", items(&["fixed-times", "short-breaks"])),
        (
            "top-needs",
            Reply::Rank(vec!["fixed-times".into(), "short-breaks".into()]),
        ),
        ("signals", items(&["skip-breaks"])),
        ("ending", pick("sheet")),
        ("about", about("manager")),
    ];
    let (mut flow, mut host) = at_the_paper(home.path(), &answers);
    let lines = |flow: &Flow, on: bool| -> Vec<LineId> {
        let blocks = preview(flow).blocks;
        let lines = blocks.iter().flat_map(|block| &block.lines);
        lines
            .filter(|line| line.on == on)
            .map(|line| line.id.clone())
            .collect()
    };
    let wish = LineId::new("how-i-work-now/2/short-breaks");
    let signal = LineId::new("busier/1/skip-breaks");
    send(
        &mut flow,
        &mut host,
        Intent::Line(wish.clone(), LineWish::Toggle),
    );
    send(
        &mut flow,
        &mut host,
        Intent::Line(signal.clone(), LineWish::Toggle),
    );
    let for_manager = lines(&flow, true);
    assert!(for_manager.contains(&signal) && !for_manager.contains(&wish));
    let mut change_reader = |flow: &mut Flow, reader: &str| {
        let (question, _) = preview(flow).for_whom.expect("the reader can be chosen");
        send(flow, &mut host, Intent::Edit(question.clone()));
        send(flow, &mut host, Intent::Reply(question, about(reader)));
        let (_, said) = preview(flow).for_whom.expect("it is said");
        assert!(said.starts_with("Voor: "), "{said}");
    };
    change_reader(&mut flow, "colleague");
    let off = lines(&flow, false);
    assert!(off.contains(&signal), "it was put on for the manager alone");
    assert!(off.contains(&wish), "what was left out stays left out");
    send(
        &mut flow,
        &mut host_of(&home),
        Intent::Line(wish.clone(), LineWish::Toggle),
    );
    assert!(lines(&flow, true).contains(&wish));
    change_reader(&mut flow, "manager");
    assert_eq!(lines(&flow, true), for_manager, "remembered");
    change_reader(&mut flow, "colleague");
    assert!(lines(&flow, true).contains(&wish), "remembered");
    // Also when it is opened another day: what was left out for anyone is not given to somebody new unasked.
    change_reader(&mut flow, "hr");
    let (selections, decisions) = flow.papers().choices();
    let mut another_day = Paperwork::restore(selections.clone(), decisions.clone());
    let session = flow.session().expect("it goes on");
    assert!(another_day.look(session, 0));
    assert_eq!(another_day.selection(session).switched, [wish].into());
}

#[test]
fn the_preview_is_the_very_text_that_is_written_and_one_paper_is_written_at_a_time() {
    let home = tempfile::tempdir().expect("a folder");
    let answers = [
        ("route", pick("weigh")),
        ("needs-hours", items(&["fixed-times", "short-breaks"])),
        ("ending", pick("both")),
        ("about", form(&[("name", "Sam"), ("reader", "hr")])),
    ];
    let (mut flow, mut host) = at_the_paper(home.path(), &answers);
    for (private, file) in [(false, "blad.txt"), (true, "plan.txt")] {
        let before = names(home.path());
        assert_eq!(preview(&flow).private, private);
        let seen = preview(&flow).text.join("\n") + "\n";
        forms(&mut flow, &mut host, &["txt"]);
        send(&mut flow, &mut host, Intent::SaveAt(file.to_owned()));
        let written = std::fs::read_to_string(home.path().join(file)).expect("a file");
        assert_eq!(seen, written);
        assert_eq!(written.starts_with("Alleen voor mij\n"), private);
        let more: Vec<String> = names(home.path()).difference(&before).cloned().collect();
        assert_eq!(more, [file], "nothing but this paper");
    }
}

#[test]
fn a_form_that_cannot_hold_a_name_says_so_and_nothing_is_written() {
    let home = tempfile::tempdir().expect("a folder");
    let answers = [
        ("route", pick("sheet")),
        ("needs-short", items(&["fixed-times"])),
        ("ending", pick("sheet")),
        ("about", form(&[("name", "محمد"), ("reader", "hr")])),
    ];
    let (mut flow, mut host) = at_the_paper(home.path(), &answers);
    forms(&mut flow, &mut host, &["docx", "pdf"]);
    send(&mut flow, &mut host, Intent::SaveAt("blad".to_owned()));
    let problem = place(&flow).problem.expect("it is said");
    for part in ["PDF", "م", "U+0645", ".docx"] {
        assert!(problem.contains(part), "{part}: {problem}");
    }
    assert_eq!(names(home.path()), set(&[]));
}

fn host_of(home: &tempfile::TempDir) -> Host {
    Host::new(Library::built_in(), Some(home.path().to_owned()))
}

#[test]
fn days_are_offered_for_a_calendar_at_the_end_and_nowhere_else() {
    let home = tempfile::tempdir().expect("a folder");
    let answers = [
        ("route", pick("weigh")),
        ("ending", pick("plan")),
        (
            "next-step",
            form(&[("what", "bellen met mijn coach"), ("day", "3-12-2026")]),
        ),
        ("plan-again", Reply::Day("4-1-2027".to_owned())),
    ];
    let (mut flow, mut host) = at_the_paper(home.path(), &answers);
    assert!(preview(&flow).private);
    on_to(&mut flow, &mut host, &answers, &is_over);
    let StageView::Over(view) = flow.view().stage else {
        panic!("the end")
    };
    let number = view
        .papers
        .iter()
        .position(|paper| paper.contains("agenda"))
        .expect("it is offered");
    send(&mut flow, &mut host, Intent::Look(number));
    assert!(!preview(&flow).private);
    send(&mut flow, &mut host, Intent::Continue);
    if matches!(flow.view().stage, StageView::Aside(_)) {
        send(&mut flow, &mut host, Intent::Choose(0));
    }
    let path = place(&flow).path;
    assert!(path.ends_with("mijn-dagen.ics"), "{path}");
    send(&mut flow, &mut host, Intent::SaveAt(path));
    let file = std::fs::read_to_string(home.path().join("mijn-dagen.ics")).expect("a file");
    assert!(file.contains("DTSTART;VALUE=DATE:20261203\r\n"));
    assert!(file.contains("DTSTART;VALUE=DATE:20270104\r\n"));
    assert!(!file.contains("coach"), "a neutral title: {file}");
    assert!(matches!(flow.view().stage, StageView::Over(_)));
    assert_eq!(names(home.path()), set(&["mijn-dagen.ics"]));
}

#[test]
fn the_command_writes_every_form_that_is_asked_for_with_the_day_it_is_told() {
    let home = tempfile::tempdir().expect("a folder");
    let answers = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/papers/short.yml");
    let answers = answers.to_string_lossy();
    let out = home.path().join("blad.txt");
    let out = out.to_string_lossy();
    let sheet = ["sheet", "--answers", &answers, "--out"];
    let several = [
        "--format",
        "txt",
        "--format",
        "html",
        "--date",
        "2026-12-03",
    ];
    let all = [&sheet[..], &[&*out], &several].concat();
    assert_eq!(command(&all), (0, String::new()));
    assert_eq!(names(home.path()), set(&["blad.txt", "blad.html"]));
    let text = std::fs::read_to_string(&*out).expect("a file");
    assert!(text.contains("3 december 2026"), "{text}");
    assert_eq!(command(&all).0, 5, "never replaced unasked");
    assert_eq!(command(&[&all[..], &["--replace"]].concat()).0, 0);
    for (more, code) in [
        (vec![&*out, "--format", "rtf"], 2),
        (vec!["blad"], 2),
        (vec![&*out, "--date", "morgen"], 2),
        (vec!["/nergens/mijn-depressie.txt"], 3),
        (vec!["/nergens/blad.txt"], 5),
        (vec!["/nergens/dagen.ics"], 1),
    ] {
        let (found, said) = command(&[&sheet[..], &more].concat());
        assert_eq!(found, code, "{more:?}: {said}");
        assert!(!said.is_empty(), "{more:?}");
    }
}
