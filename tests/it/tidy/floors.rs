//! Floors: a room names only rooms below it.

use crate::tidy::sources::{Source, program};

/// For each room the rooms it may name. Content and paper, plain and tui never know each other.
const FLOORS: [(&str, &[&str]); 10] = [
    ("core", &[]),
    ("privacy", &["core"]),
    ("content", &["core", "privacy"]),
    ("paper", &["core", "privacy"]),
    ("app", &["core", "privacy", "content", "paper"]),
    ("plain", &["core", "privacy", "content", "paper", "app"]),
    ("tui", &["core", "privacy", "content", "paper", "app"]),
    ("faces", &["core", "app", "plain", "tui"]),
    (
        "cli",
        &[
            "core", "privacy", "content", "paper", "app", "plain", "tui", "faces",
        ],
    ),
    (
        "main",
        &[
            "core", "privacy", "content", "paper", "app", "plain", "tui", "faces", "cli",
        ],
    ),
];

/// The names of all rooms, in floor order.
pub(super) fn rooms() -> impl Iterator<Item = &'static str> {
    FLOORS.iter().map(|(room, _)| *room)
}

fn complaints(sources: &[Source]) -> Vec<String> {
    let mut complaints = Vec::new();
    for source in sources {
        let module = source.module();
        let Some(room) = module.first() else { continue };
        if *room == "build" {
            continue;
        }
        let Some((_, below)) = FLOORS.iter().find(|(name, _)| name == room) else {
            complaints.push(format!("{}: no floor is named for it", source.path));
            continue;
        };
        for path in source.names() {
            let Some(target) = path.first() else { continue };
            let is_room = rooms().any(|room| room == target);
            if is_room && target != room && !below.contains(&target.as_str()) {
                complaints.push(format!("{} names {}", source.path, path.join("::")));
            }
        }
    }
    complaints
}

#[test]
fn a_room_names_only_rooms_below_it() {
    let found = complaints(&program());
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_name_across_floors_is_seen_also_in_a_group() {
    for (path, code, seen) in [
        ("src/core/text.rs", "use crate::app::flow;", true),
        (
            "src/content/parse.rs",
            "use crate::{core::text, paper::Document};",
            true,
        ),
        ("src/tui/page.rs", "fn f() { crate::plain::run() }", true),
        ("src/plain/run.rs", "use crate::tui;", true),
        ("src/attic/mod.rs", "", true),
        (
            "src/tui/page.rs",
            "use crate::{app::view, core::text};",
            false,
        ),
        (
            "src/core/text.rs",
            "// crate::app\nfn f() { g(\"crate::app::x\") }",
            false,
        ),
    ] {
        let source = crate::tidy::sources::source(path.to_owned(), code.to_owned());
        assert_eq!(!complaints(&[source]).is_empty(), seen, "{path} {code}");
    }
}
