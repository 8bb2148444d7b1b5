//! What a text field must keep: characters whole, pasted text whole, the cursor in sight.

use proptest::prelude::*;

use super::*;

/// Presses as a short text: `<` left, `>` right, `^` up, `v` down, `(` home, `)` end, `-` erase, `_` delete, `|` new line, `0` empties.
fn pressed(editor: &mut Editor, script: &str) {
    for c in script.chars() {
        editor.on(&match c {
            '<' => Press::Left,
            '>' => Press::Right,
            '^' => Press::Up,
            'v' => Press::Down,
            '(' => Press::Home,
            ')' => Press::End,
            '-' => Press::Erase,
            '_' => Press::Delete,
            '|' => Press::NewLine,
            '0' => Press::Clear,
            other => Press::Typed(other),
        });
    }
}

#[test]
fn every_edit_is_by_the_character_a_person_sees() {
    for (start, script, expected) in [
        ("", "abc<<-", "bc"),
        ("abc", "(_)d", "bcd"),
        ("a👩‍👩‍👧‍👦b", "<-", "ab"),
        ("a👩‍👩‍👧‍👦b", "(>_", "ab"),
        ("", "e\u{301}", "é"),
        ("e\u{323}\u{302}x", "<-", "x"),
        ("日本語", "<-", "日語"),
        ("שלום", "(_", "לום"),
        ("🇳🇱🇧🇪", "-", "🇳🇱"),
        ("x\u{301}", "(y", "yx\u{301}"),
        ("", "a\u{7}b\u{1b}", "ab"),
        ("a", "|b", "ab"),
        ("abc", "<0d", "d"),
    ] {
        let mut editor = Editor::line(start);
        pressed(&mut editor, script);
        assert_eq!(editor.text(), expected, "{start:?} {script:?}");
    }
}

#[test]
fn several_lines_are_walked_by_the_rows_a_person_sees() {
    for (start, columns, script, expected) in [
        ("", 20, "a|b", "a\nb"),
        ("een\ntwee", 20, "^#", "een#\ntwee"),
        ("een\ntwee", 20, "^<0#", "#\ntwee"),
        ("een\ntwee", 20, "^^#", "een#\ntwee"),
        ("drie\ne\nvier", 20, "^^#", "drie#\ne\nvier"),
        ("een twee drie", 9, "^#", "een #twee drie"),
        ("日本語\nab", 20, "^#", "日#本語\nab"),
    ] {
        let mut editor = Editor::lines(start);
        editor.fit(columns);
        pressed(&mut editor, script);
        assert_eq!(editor.text(), expected, "{start:?} {script:?}");
    }
}

#[test]
fn pasted_text_comes_in_whole() {
    let pasted = Press::Pasted(" een\r\ntwee\u{1b}[0m\n".to_owned());
    for (mut editor, expected) in [
        (Editor::line("nul "), "nul een twee[0m"),
        (Editor::lines("nul "), "nul  een\ntwee[0m\n"),
    ] {
        assert!(editor.on(&pasted));
        assert_eq!(editor.text(), expected);
    }
}

#[test]
fn typing_replaces_an_open_slot_and_nothing_else() {
    let mut editor = Editor::line("van [begin] tot [eind] uur");
    assert!(editor.to_slot());
    pressed(&mut editor, "9");
    assert_eq!(editor.text(), "van 9 tot [eind] uur");
    assert!(editor.to_slot());
    pressed(&mut editor, "<>");
    assert!(editor.to_slot());
    pressed(&mut editor, "-");
    assert_eq!(editor.text(), "van 9 tot  uur");
    assert!(!editor.to_slot() && !editor.has_slot());
}

#[test]
fn words_are_stepped_over() {
    let mut editor = Editor::line("een twee  drie");
    editor.word_left();
    editor.word_left();
    editor.insert("#");
    assert_eq!(editor.text(), "een #twee  drie");
    editor.word_right();
    editor.word_right();
    editor.insert("#");
    assert_eq!(editor.text(), "een #twee  drie#");
}

#[test]
fn the_field_shows_all_text_and_the_cursor_behind_it() {
    for (text, columns, expected, cursor) in [
        ("", 6, vec!["> ____"], (0, 2)),
        ("abcdefgh", 6, vec!["> abc_", "  def_", "  gh__"], (2, 4)),
        ("een twee", 8, vec!["> een __", "  twee__"], (1, 6)),
        ("日本語", 7, vec!["> 日本_", "  語___"], (1, 4)),
        ("a\n", 6, vec!["> a___", "  ____"], (1, 2)),
    ] {
        let mut page = Page::default();
        Editor::lines(text).draw(&mut page, ("> ", Role::Focus), columns, Marks::NONE, true);
        let lines: Vec<String> = page
            .lines()
            .iter()
            .map(|line| line.pieces.iter().map(|(text, _)| text.as_str()).collect())
            .collect();
        assert_eq!(lines, expected, "{text:?}");
        assert_eq!(page.cursor(), Some(cursor), "{text:?}");
    }
}

proptest! {
    #[test]
    fn no_edit_breaks_a_character_or_loses_the_cursor(
        start in any::<String>(),
        script in "[<>^v()_|a-c \u{301}\u{200d}👩日ש\u{1F1F3}-]{0,40}",
        columns in 1_usize..30,
    ) {
        let mut editor = Editor::lines(&clean(&start));
        editor.fit(columns);
        pressed(&mut editor, &script);
        let whole = editor.text();
        let mut at = 0;
        let stops: Vec<usize> = std::iter::once(0)
            .chain(graphemes(&whole).map(|grapheme| { at += grapheme.len(); at }))
            .collect();
        prop_assert!(stops.contains(&editor.before.len()), "{:?}|{:?}", editor.before, editor.after);
        let mut page = Page::default();
        editor.draw(&mut page, ("", Role::Text), columns, Marks::NONE, true);
        let (line, column) = page.cursor().expect("a focused field has the cursor");
        prop_assert!(line < page.len() && column < columns);
    }
}
