//! A moment on the full screen, drawn at four sizes and kept as one snapshot.
//!
//! One snapshot for each, with all sizes in it: the text, then where the cursor stands, then the roles of the text (by letters),
//! once with colors and once without.

use std::fmt::Write;
use std::io;

use ratatui::Terminal;
use ratatui::backend::{Backend, TestBackend};
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::Host;
use weegwijzer::tui::run::{Colors, Door, Running, attend};
use weegwijzer::tui::terminal::Inbox;

use crate::support::keys::messages;

/// A terminal that nothing leaves.
pub(crate) struct NoDoor;

impl Door for NoDoor {
    fn suspend(&self) -> io::Result<()> {
        Ok(())
    }
    fn again(&self) -> io::Result<()> {
        Ok(())
    }
}

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

/// The rows of a screen, with something for each cell.
pub(crate) fn rows(buffer: &Buffer, letter: &dyn Fn(&Cell) -> String) -> Vec<String> {
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
fn role(cell: &Cell) -> String {
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
    insta::with_settings!({prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "../snapshots/screens"}, {
        insta::assert_snapshot!(name, text);
    });
}
