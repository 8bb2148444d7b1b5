//! Every screen at every size: all of it can be reached, and the cursor is on what has the focus.

use crate::app::view::StageView;
use crate::content::library::Library;
use crate::core::words::Lang;
use crate::tui::face::Face;
use crate::tui::keys::Act;
use crate::tui::keys::BINDINGS;
use crate::tui::keys::Context;
use crate::tui::keys::Shown;
use crate::tui::tests::views::{ask_stage, line, stages, view};
use crate::tui::tests::{SIZES, key, keys, layout, seen, words};
use crossterm::event::Event;

#[test]
fn every_stage_and_overlay_fits_every_size_with_the_cursor_on_its_focused_thing() {
    let words = words();
    for (name, stage) in stages() {
        for size in SIZES {
            for over in ["", "esc", "F1", "F9", "esc down", "down*4", "end", "up"] {
                let other = Some(Lang::new("en"));
                let mut face = Face::open(view(stage.clone()), &words, other, layout(size));
                face.frame(&words);
                for event in keys(over) {
                    face.on(&event, &words);
                }
                let (rows, (x, y)) = seen(&mut face, &words, size);
                let case = format!("{name} {size:?} {over}\n{}", rows.join("\n"));
                let row: Vec<char> = rows[usize::from(y)].chars().collect();
                let near = row.iter().skip(usize::from(x)).take(3).any(|c| *c != ' ');
                assert!(
                    near || row.iter().all(|c| *c == ' '),
                    "cursor {x} {y} {case}"
                );
                let footer = rows.last().expect("a last row");
                assert!(footer.contains("Esc"), "{case}");
                assert!(
                    // Esc leads to the menu, closes what lies over the screen, or says no.
                    ["menu", "sluiten", "Esc Terug"]
                        .iter()
                        .any(|way| footer.contains(way)),
                    "{case}"
                );
                if size.1 >= 10 {
                    assert!(rows[0].contains("niet bewaard"), "{case}");
                }
            }
        }
    }
}

#[test]
fn while_a_coach_sits_there_the_key_that_covers_everything_is_in_sight_at_every_size() {
    for lang in ["nl", "en"] {
        let words = Library::built_in().words(&Lang::new(lang));
        let words = words.expect("the built-in words load");
        for (name, stage) in stages() {
            for size in SIZES {
                for over in ["", "esc", "F1", "down*4", "end"] {
                    let mut view = view(stage.clone());
                    view.together = true;
                    view.can.veil = true;
                    let mut face = Face::open(view, &words, None, layout(size));
                    face.frame(&words);
                    for event in keys(over) {
                        face.on(&event, &words);
                    }
                    let (rows, _) = seen(&mut face, &words, size);
                    let footer = rows.last().expect("a last row");
                    let case = format!("{name} {size:?} {over}\n{footer}");
                    assert!(footer.contains("Ctrl+D"), "{case}");
                    assert!(footer.contains("Esc"), "{case}");
                    let long = footer.contains(&words.together.veil);
                    let short = footer.contains(&words.together.veil_short);
                    assert!(size.0 < 40 || long || short, "{case}");
                }
            }
        }
    }
}

#[test]
fn every_line_of_every_page_can_be_reached_on_the_smallest_screen() {
    let words = words();
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for (name, stage) in stages() {
        let mut face = Face::open(view(stage.clone()), &words, None, layout((20, 6)));
        let mut all = String::new();
        face.frame(&words);
        for _ in 0..120 {
            face.on(&key("up"), &words);
        }
        let mut last = Vec::new();
        for _ in 0..160 {
            let (rows, _) = seen(&mut face, &words, (20, 6));
            if rows != last {
                all.push_str(&squeezed(&rows[..5].join(" ")));
                all.push('\n');
            }
            last = rows;
            face.on(&key("down"), &words);
        }
        let text = if let StageView::Notice(view) = &stage {
            &view.text
        } else if let StageView::Asking(view) = &stage {
            &view.question
        } else {
            ""
        };
        for word in text.split_whitespace() {
            assert!(all.contains(word), "{name}: {word}\n{all}");
        }
    }
}

#[test]
fn the_footer_and_the_help_say_what_the_table_says() {
    let words = words();
    for (name, stage) in stages() {
        let mut face = Face::open(view(stage), &words, None, layout((80, 200)));
        let (rows, _) = seen(&mut face, &words, (80, 200));
        let footer = rows.last().expect("a last row").clone();
        assert!(footer.trim().split("   ").count() <= 4, "{name} {footer}");
        face.on(&key("F1"), &words);
        let (rows, _) = seen(&mut face, &words, (80, 200));
        let help = rows.join("\n");
        for row in BINDINGS
            .iter()
            .filter(|row| row.context == Context::Everywhere && row.shown == Shown::Help)
        {
            let shown = help.contains(&row.key_name(&words));
            // What does not work at this moment is not named.
            let needs_words = matches!(
                row.act,
                Act::Terms | Act::Why | Act::Keep | Act::Coach | Act::Veil
            );
            assert!(shown || needs_words, "{name} {row:?}\n{help}");
        }
    }
}

#[test]
fn a_change_of_size_loses_nothing() {
    let words = words();
    let mut face = Face::open(
        view(ask_stage("woorden", line())),
        &words,
        None,
        layout((80, 24)),
    );
    for event in keys("'half_getypt") {
        face.on(&event, &words);
    }
    let before = seen(&mut face, &words, (80, 24));
    for (width, height) in SIZES {
        face.on(&Event::Resize(width, height), &words);
        face.frame(&words);
    }
    face.on(&Event::Resize(80, 24), &words);
    assert_eq!(seen(&mut face, &words, (80, 24)), before);
}
