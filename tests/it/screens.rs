//! Every stage and every asking shape on the full screen, at four sizes: text, roles, and the cursor on the focused item.
//!
//! One snapshot for each, with all sizes in it: the text, then where the cursor stands, then the roles of the text (by letters),
//! once with colors and once without.

use std::fmt::Write;

use ratatui::Terminal;
use ratatui::backend::{Backend, TestBackend};
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};
use weegwijzer::app::dossier::secret::Secret;
use weegwijzer::app::effect::{KeepProblem, OpenProblem, Outcome, Report, WriteProblem};
use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::Host;
use weegwijzer::app::intent::{HealthWish, Intent};
use weegwijzer::app::stage::Aim;
use weegwijzer::app::view::{FindingsView, StageView};
use weegwijzer::content::library::Library;
use weegwijzer::core::answer::{Blank, Choice, Own};
use weegwijzer::core::ask::{Ask, Reply};
use weegwijzer::core::ids::{ItemId, QuestionId};
use weegwijzer::core::words::Lang;
use weegwijzer::tui::run::{Colors, Running, attend};
use weegwijzer::tui::terminal::Inbox;

use crate::parity::NoDoor;
use crate::support::keys::messages;
use crate::support::replies::{Dice, fitting};
use crate::support::script::{begin, send};

const SIZES: [(u16, u16); 4] = [(20, 6), (40, 12), (80, 24), (200, 60)];

/// Draws what is before the person, after a few keys.
pub(crate) fn drawn(
    flow: &mut Flow,
    host: &mut Host,
    size: (u16, u16),
    colors: Colors,
    script: &str,
) -> (Buffer, (u16, u16)) {
    let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).expect("a test terminal");
    let inbox = Inbox::filled(messages(script));
    attend(
        &mut Running::new(flow, host),
        &mut terminal,
        &inbox,
        &NoDoor,
        colors,
    );
    let cursor = terminal
        .backend_mut()
        .get_cursor_position()
        .expect("a test terminal knows its cursor");
    (terminal.backend().buffer().clone(), (cursor.x, cursor.y))
}

pub(crate) fn rows(
    buffer: &Buffer,
    letter: &dyn Fn(&ratatui::buffer::Cell) -> String,
) -> Vec<String> {
    let area = buffer.area;
    (0..area.height)
        .map(|y| {
            (0..area.width)
                .map(|x| letter(&buffer[(x, y)]))
                .collect::<String>()
                .trim_end()
                .to_owned()
        })
        .collect()
}

/// A letter for what a cell looks like; a dot for plain text.
fn role(cell: &ratatui::buffer::Cell) -> String {
    let bold = cell.modifier.contains(Modifier::BOLD);
    let dim = cell.modifier.contains(Modifier::DIM);
    let reversed =
        cell.modifier.contains(Modifier::REVERSED) || cell.modifier.contains(Modifier::UNDERLINED);
    let letter = match (cell.fg, bold, dim, reversed) {
        _ if cell.symbol() == " " => " ",
        (Color::Reset, false, false, false) => ".",
        (Color::Reset, true, ..) => "B",
        (Color::Reset, _, true, _) => "d",
        (Color::Reset, _, _, true) => "u",
        (Color::Cyan, true, ..) => "K",
        (Color::Cyan, ..) => "c",
        (Color::Yellow, ..) => "N",
        _ => "?",
    };
    letter.repeat(cell.symbol().chars().count().min(1))
}

/// Snapshots a moment at every size. The face starts anew for each, so that no size hangs on another.
pub(crate) fn snapshot(name: &str, flow: &Flow, host: &Host, script: &str) {
    let mut text = String::new();
    for size in SIZES {
        let draw = |colors| drawn(&mut flow.clone(), &mut host.clone(), size, colors, script);
        let (colored, cursor) = draw(Colors::Named);
        let (bare, same) = draw(Colors::None);
        let symbols = |buffer: &Buffer| rows(buffer, &|cell| cell.symbol().to_owned());
        assert_eq!(
            symbols(&colored),
            symbols(&bare),
            "{name}: color changes no text"
        );
        assert_eq!(cursor, same);
        assert!(
            bare.content()
                .iter()
                .all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset),
            "{name}: a color without colors"
        );
        assert!(
            cursor.0 < size.0 && cursor.1 < size.1,
            "{name}: the cursor is on the screen"
        );
        let shown = symbols(&colored);
        assert!(
            !shown[usize::from(cursor.1)].trim().is_empty(),
            "{name} at {size:?}: the cursor stands on an item\n{}",
            shown.join("\n")
        );
        // Where the mark of the focused item is in sight, the cursor is on that item: no empty row lies between.
        let row = usize::from(cursor.1);
        if let Some(focused) = shown
            .iter()
            .position(|row| row.trim_start().starts_with("> "))
        {
            let on_it = focused <= row
                && shown[focused..=row]
                    .iter()
                    .all(|row| !row.trim().is_empty());
            assert!(
                on_it,
                "{name} at {size:?}: the cursor is not on the focused item\n{}",
                shown.join("\n")
            );
        }
        let _ = writeln!(
            text,
            "== {}x{}, cursor at column {} of row {}",
            size.0, size.1, cursor.0, cursor.1
        );
        for row in &shown {
            let _ = writeln!(text, "|{row}");
        }
        if size.0 <= 80 {
            let _ = writeln!(text, "-- roles");
            for row in rows(&colored, &role) {
                let _ = writeln!(text, "|{row}");
            }
            let _ = writeln!(text, "-- roles without color");
            for row in rows(&bare, &role) {
                let _ = writeln!(text, "|{row}");
            }
        }
    }
    insta::with_settings!({prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "snapshots/screens"}, {
        insta::assert_snapshot!(name, text);
    });
}

pub(crate) fn start() -> (Flow, Host) {
    let (mut flow, mut host) = begin(
        Library::built_in(),
        "nl",
        std::path::Path::new("/home/test"),
    );
    for _ in 0..3 {
        send(&mut flow, &mut host, Intent::Continue);
    }
    (flow, host)
}

/// Replies until a question is there; fixed answers for some, the rest by dice.
pub(crate) fn until(
    flow: &mut Flow,
    host: &mut Host,
    stop: &dyn Fn(&StageView) -> bool,
    fixed: &[(&str, Reply)],
) {
    let mut dice = Dice::new(5);
    for _ in 0..300 {
        let view = flow.view().stage;
        if stop(&view) {
            return;
        }
        let intent = match view {
            StageView::Asking(asking) => {
                let given = fixed
                    .iter()
                    .find(|(id, _)| *id == asking.id.as_str())
                    .map(|(_, reply)| reply.clone());
                Intent::Reply(
                    asking.id.clone(),
                    given.unwrap_or_else(|| fitting(&asking.ask, &mut dice)),
                )
            }
            StageView::Preview(_) => Intent::GoOn,
            _ => Intent::Continue,
        };
        send(flow, host, intent);
    }
    panic!("the walk does not come there");
}

fn wish(wish: HealthWish) -> Intent {
    Intent::Health(wish)
}

pub(crate) fn pick(id: &str) -> Reply {
    Reply::Pick(ItemId::new(id))
}

fn is_question(id: &'static str) -> impl Fn(&StageView) -> bool {
    move |view| matches!(view, StageView::Asking(asking) if asking.id == QuestionId::new(id))
}

#[test]
fn the_screens_before_the_first_question() {
    let (flow, host) = begin(
        Library::built_in(),
        "nl",
        std::path::Path::new("/home/test"),
    );
    snapshot("welcome-1", &flow, &host, "");
    snapshot("welcome-2", &flow, &host, "enter");
    snapshot("welcome-3", &flow, &host, "enter enter");
    let (flow, host) = begin(
        Library::built_in(),
        "en",
        std::path::Path::new("/home/test"),
    );
    snapshot("welcome-1-english", &flow, &host, "");
}

#[test]
fn every_asking_shape_has_its_screen() {
    let fixed = [
        ("route", pick("all")),
        ("ending", pick("plan")),
        ("quiz", pick("yes")),
        ("benefit", pick("yes")),
    ];
    let mut seen: Vec<&str> = Vec::new();
    let (mut flow, mut host) = start();
    for (name, script) in [
        ("ask-pick", "down"),
        ("ask-form", "down enter"),
        ("ask-read", ""),
        ("ask-lines", "'een_zin"),
        ("ask-pick-many", "space down"),
        ("ask-rank", "space down"),
        ("ask-scale", "right"),
        ("ask-weigh", "2 down"),
        ("ask-compare", "right"),
        ("ask-grid", "right down"),
        ("ask-line", "'Ik_werk_graag"),
        ("ask-day", "'3-12"),
    ] {
        let is = |view: &StageView| match view {
            StageView::Asking(asking) => shape(&asking.ask) == name,
            _ => false,
        };
        until(&mut flow, &mut host, &is, &fixed);
        snapshot(name, &flow, &host, script);
        if name == "ask-grid" {
            // Help tells what speaks for and against the person and the moment that the cursor is on.
            snapshot("help-about", &flow, &host, "down space down*4 f1");
        }
        seen.push(name);
    }
    assert_eq!(seen.len(), 12, "a shape has no screen");
}

fn shape(ask: &Ask) -> &'static str {
    match ask {
        Ask::Pick { .. } => "ask-pick",
        Ask::PickMany { .. } => "ask-pick-many",
        Ask::Scale { .. } => "ask-scale",
        Ask::Rank { .. } => "ask-rank",
        Ask::Weigh { .. } => "ask-weigh",
        Ask::Form { .. } => "ask-form",
        Ask::Grid { .. } => "ask-grid",
        Ask::Compare { .. } => "ask-compare",
        Ask::Day => "ask-day",
        Ask::Line { .. } => "ask-line",
        Ask::Lines { .. } => "ask-lines",
        Ask::Read { .. } => "ask-read",
    }
}

#[test]
fn every_stage_has_its_screen() {
    let own = Reply::PickMany(vec![
        Choice::Item(ItemId::new("fixed-times")),
        Choice::Own(Own {
            key: 1,
            text: "Rust door mijn depressie".to_owned(),
        }),
    ]);
    let situation = Reply::Form(vec![
        ("phase".into(), "offer".to_owned()),
        ("work".into(), "bakkerij".to_owned()),
    ]);
    let fixed = [
        ("route", pick("sheet")),
        ("situation", situation),
        ("needs-short", own),
        ("ending", pick("both")),
    ];
    let (mut flow, mut host) = start();
    until(&mut flow, &mut host, &is_question("ending"), &fixed);

    let mut changed = flow.clone();
    let fewer = Reply::PickMany(vec![Choice::Item(ItemId::new("early-start"))]);
    send(
        &mut changed,
        &mut host,
        Intent::Edit(QuestionId::new("needs-short")),
    );
    send(
        &mut changed,
        &mut host,
        Intent::Reply(QuestionId::new("needs-short"), fewer),
    );
    assert!(matches!(changed.view().stage, StageView::Consequence(_)));
    snapshot("consequence", &changed, &host, "");

    let mut gone = flow.clone();
    let needs = QuestionId::new("needs-short");
    send(&mut gone, &mut host, Intent::Edit(needs.clone()));
    let unknown = Reply::Blank(Blank::NotKnown);
    send(&mut gone, &mut host, Intent::Reply(needs, unknown));
    snapshot("consequence-no-answer", &gone, &host, "");
    send(&mut gone, &mut host, Intent::Speak(Lang::new("en")));
    snapshot("consequence-no-answer-english", &gone, &host, "");

    snapshot("menu", &flow, &host, "esc");
    snapshot("help", &flow, &host, "f1");
    snapshot("map", &flow, &host, "m");
    snapshot("review", &flow, &host, "r");
    snapshot("stopping", &flow, &host, "q");
    snapshot("refusal", &flow.clone(), &host, "f1 esc");

    until(
        &mut flow,
        &mut host,
        &|view| matches!(view, StageView::Preview(_)),
        &fixed,
    );
    snapshot("preview", &flow, &host, "down");
    send(&mut flow, &mut host, Intent::Continue);
    assert!(matches!(flow.view().stage, StageView::Findings(_)));
    while let StageView::Findings(FindingsView { left: 1.., .. }) = flow.view().stage {
        send(&mut flow, &mut host, wish(HealthWish::Choose(0)));
        send(&mut flow, &mut host, wish(HealthWish::LeaveOut));
    }
    send(&mut flow, &mut host, Intent::Continue);
    snapshot("whose", &flow, &host, "");
    let mut by_hand = flow.clone();
    send(&mut by_hand, &mut host, Intent::Choose(2));
    snapshot("by-hand", &by_hand, &host, "");
    send(&mut flow, &mut host, Intent::Choose(0));
    snapshot("forms", &flow, &host, "");
    let StageView::Asking(forms) = flow.view().stage else {
        panic!("the forms are asked")
    };
    let none = Reply::PickMany(Vec::new());
    send(&mut flow, &mut host, Intent::Reply(forms.id, none));
    snapshot("place", &flow, &host, "");
    send(
        &mut flow,
        &mut host,
        Intent::SaveAt("/no/such/folder/x.txt".to_owned()),
    );
    snapshot("place-no-folder", &flow, &host, "");
    send(&mut flow, &mut host, Intent::GoOn);
    snapshot("preview-private", &flow, &host, "");
    until(
        &mut flow,
        &mut host,
        &|view| matches!(view, StageView::Over(_)),
        &fixed,
    );
    snapshot("over", &flow, &host, "");
}

/// At an own wish on the short route, in a language.
fn at_own_wishes(lang: &str) -> (Flow, Host) {
    let home = std::path::Path::new("/home/test");
    let (mut flow, mut host) = begin(Library::built_in(), lang, home);
    for _ in 0..3 {
        send(&mut flow, &mut host, Intent::Continue);
    }
    let fixed = [("route", pick("sheet"))];
    until(&mut flow, &mut host, &is_question("needs-short"), &fixed);
    (flow, host)
}

#[test]
fn a_health_word_is_marked_in_every_kind_of_field_and_explained() {
    for (lang, ending, wish_text, private) in [
        (
            "nl",
            "",
            "Rust_door_mijn_depressie",
            "Na_mijn_zelfmoordpoging_",
        ),
        (
            "en",
            "-english",
            "Rest_because_of_my_depression",
            "After_my_suicide_attempt_",
        ),
    ] {
        let (flow, host) = at_own_wishes(lang);
        let shot = |name: &str, script: &str| {
            snapshot(&format!("{name}{ending}"), &flow, &host, script);
        };
        shot("mark-own", &format!("end*2 enter '{wish_text} enter pause"));
        shot(
            "mark-unfinished",
            &format!("end*2 enter '{wish_text} pause"),
        );
        let explained = format!("end*2 enter '{wish_text} enter pause ctrl-g");
        shot("health-text", &explained);
        shot(
            "health-text-own-words",
            &format!("{explained} down*40 up*2"),
        );
        shot("health-text-confirm", &format!("{explained} down*40"));
        shot(
            "health-text-wrong-word",
            &format!("{explained} down*40 'iets enter"),
        );
        shot(
            "health-text-decided",
            &format!("{explained} down*40 up enter"),
        );
        shot(
            "health-text-list",
            &format!("{explained} down*40 up enter ctrl-g"),
        );

        let (mut flow, mut host) = begin(
            Library::built_in(),
            lang,
            std::path::Path::new("/home/test"),
        );
        for _ in 0..3 {
            send(&mut flow, &mut host, Intent::Continue);
        }
        let fixed = [("route", pick("sheet"))];
        until(&mut flow, &mut host, &is_question("situation"), &fixed);
        let work = format!("down*60 '{wish_text}._ pause");
        snapshot(&format!("mark-form{ending}"), &flow, &host, &work);
        until(&mut flow, &mut host, &is_question("works-well"), &fixed);
        let shot = |name: &str, script: &str| {
            snapshot(&format!("{name}{ending}"), &flow, &host, script);
        };
        shot("mark-lines-private", &format!("'{private} pause"));
        shot("health-private", &format!("'{private} pause ctrl-g"));
        shot("heed", &format!("'{} enter", private.trim_end_matches('_')));
    }
}

#[test]
fn the_findings_before_saving_have_their_screens() {
    for (lang, ending, text, other) in [
        ("nl", "", "Rust door mijn depressie", "Ik slik lithium"),
        (
            "en",
            "-english",
            "Rest because of my depression",
            "I take lithium",
        ),
    ] {
        let (mut flow, mut host) = at_own_wishes(lang);
        let own = |key, text: &str| {
            Choice::Own(Own {
                key,
                text: text.to_owned(),
            })
        };
        let wishes = Reply::PickMany(vec![own(1, text), own(2, other)]);
        let fixed = [("needs-short", wishes), ("ending", pick("sheet"))];
        until(
            &mut flow,
            &mut host,
            &|view| matches!(view, StageView::Preview(_)),
            &fixed,
        );
        send(&mut flow, &mut host, Intent::Continue);
        // On a small screen what explains is read first; then the arrows walk through the ways.
        let look = "down*5 up*5 enter";
        let left_out = "down*40 up*2 enter";
        let shots = [
            ("health-list", String::new()),
            ("health-check", look.to_owned()),
            ("health-check-end", format!("{look} down*40")),
            ("health-list-half", format!("{look} {left_out}")),
            (
                "health-list-done",
                format!("{look} {left_out} enter {left_out}"),
            ),
            (
                "health-check-still",
                format!("{look} down*40 up*3 backspace*60 'Rust_door_mijn_autisme enter"),
            ),
        ];
        for (name, script) in shots {
            snapshot(&format!("{name}{ending}"), &flow, &host, &script);
        }
    }
}

#[test]
fn a_notice_and_a_guide_that_cannot_be_read_have_their_screens() {
    let level_two: Vec<Choice> = ["looks-along", "call-with-my-yes"]
        .into_iter()
        .map(|id| Choice::Item(ItemId::new(id)))
        .collect();
    let fixed = [
        ("route", pick("sheet")),
        ("needs-short", Reply::PickMany(level_two)),
    ];
    let (mut flow, mut host) = start();
    until(
        &mut flow,
        &mut host,
        &|view| matches!(view, StageView::Notice(_)),
        &fixed,
    );
    snapshot("notice", &flow, &host, "");

    let broken = [(
        "openness/guide.yml".to_owned(),
        "guide: openness\nversoin: 1\n".to_owned(),
    )]
    .into();
    let library = Library::with_own("/home/test/own".to_owned(), broken);
    let (mut flow, mut host) = begin(library, "nl", std::path::Path::new("/home/test"));
    for _ in 0..3 {
        send(&mut flow, &mut host, Intent::Continue);
    }
    snapshot("bad-guide", &flow, &host, "");
}

#[test]
fn every_screen_of_a_dossier_is_drawn() {
    let path = "/home/sam/weegwijzer/mijn-antwoorden.weegwijzer";
    let secret = || Secret::new("tuin beek lamp wolk fiets ezel kaas");
    let report = |flow: &mut Flow, report| flow.update(Intent::Done(Outcome::Dossier(report)));
    let (mut flow, mut host) = start();
    until(
        &mut flow,
        &mut host,
        &is_question("situation"),
        &[("route", pick("sheet"))],
    );
    let shown = |name: &str, flow: &Flow, keys: &str| snapshot(name, flow, &host, keys);

    flow.update(Intent::Keep);
    flow.update(Intent::Choose(1));
    report(&mut flow, Report::Sticks(Vec::new()));
    shown("dossier-no-stick", &flow, "");
    flow.update(Intent::Back);
    flow.update(Intent::Choose(0));
    shown("dossier-place", &flow, "");
    flow.update(Intent::SaveAt(path.to_owned()));
    report(&mut flow, Report::Invented(Some(secret())));
    shown("dossier-offered", &flow, "");
    let mut own = flow.clone();
    own.update(Intent::Choose(2));
    shown("dossier-own", &own, "'tuin_beek");
    own.update(Intent::Secret(Secret::new("Welkom01")));
    shown("dossier-weak", &own, "");
    own.update(Intent::Choose(1));
    own.update(Intent::Secret(Secret::new("Welkom02")));
    shown("dossier-again", &own, "");
    let taken = KeepProblem::Disk(WriteProblem::Exists);
    let mut exists = flow.clone();
    report(&mut exists, Report::NotKept(path.into(), taken));
    shown("dossier-exists", &exists, "");
    flow.update(Intent::Choose(0));
    report(&mut flow, Report::Kept(path.into()));
    shown("dossier-kept", &flow, "");
    flow.update(Intent::Choose(0));
    for (name, problem) in [
        (
            "dossier-stick-pulled",
            KeepProblem::Disk(WriteProblem::NoFolder),
        ),
        ("dossier-full", KeepProblem::Disk(WriteProblem::Full)),
        ("dossier-changed", KeepProblem::Changed),
    ] {
        let mut trouble = flow.clone();
        report(&mut trouble, Report::NotKept(path.into(), problem));
        shown(name, &trouble, "");
    }

    let (mut flow, _) = start();
    flow.begin_with(path, Aim::GoOn);
    shown("dossier-unlock", &flow, "'tuin");
    let not_opened = |problem, backup| Report::NotOpened {
        path: path.into(),
        problem,
        backup,
    };
    report(&mut flow, not_opened(OpenProblem::WrongPassphrase, false));
    shown("dossier-wrong", &flow, "");
    report(&mut flow, not_opened(OpenProblem::Damaged, true));
    shown("dossier-damaged", &flow, "");
}
