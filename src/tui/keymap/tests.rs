//! Keys of the person's own do what was chosen, nothing else, and take no way out away.

use super::*;
use crate::content::library::Library;
use crate::core::words::Lang;

fn place() -> Place {
    Place {
        file: "settings.yml".into(),
        line: 2,
        column: 3,
    }
}

fn own(choices: &[(&str, &[&str])]) -> (Keys, Mistakes) {
    let own: Vec<OwnKeys> = choices
        .iter()
        .map(|(act, keys)| OwnKeys {
            act: (*act).to_owned(),
            place: place(),
            keys: keys
                .iter()
                .map(|key| ((*key).to_owned(), place()))
                .collect(),
        })
        .collect();
    let mut mistakes = Mistakes::new();
    let keys = Keys::with(&own, &mut mistakes);
    (keys, mistakes)
}

fn does(keys: &Keys, contexts: &[Context], code: KeyCode, modifiers: KeyModifiers) -> Option<Act> {
    keys.find(contexts, &KeyEvent::new(code, modifiers))
        .map(|row| row.act.clone())
}

const IN_TEXT: [Context; 2] = [Context::Asking, Context::Everywhere];
const OUTSIDE: [Context; 4] = [
    Context::Choosing,
    Context::Asking,
    Context::Outside,
    Context::Everywhere,
];
const CTRL: KeyModifiers = KeyModifiers::CONTROL;
const NONE: KeyModifiers = KeyModifiers::NONE;

#[test]
fn a_chosen_key_takes_the_place_of_the_one_in_the_table() {
    let (keys, mistakes) = own(&[("hide", &["ctrl+x", "!"]), ("skip", &["f12"])]);
    assert_eq!(mistakes, []);
    let skip = Act::Blank(Blank::Skipped);
    for (contexts, code, modifiers, act) in [
        (&IN_TEXT[..], KeyCode::Char('x'), CTRL, Some(Act::Hide)),
        (&IN_TEXT, KeyCode::Char('q'), CTRL, None),
        (&IN_TEXT, KeyCode::Char('!'), NONE, None),
        (&OUTSIDE, KeyCode::Char('!'), NONE, Some(Act::Hide)),
        (&OUTSIDE, KeyCode::Char('.'), NONE, None),
        (&IN_TEXT, KeyCode::F(12), NONE, Some(skip.clone())),
        (&OUTSIDE, KeyCode::F(12), NONE, Some(skip)),
        (&OUTSIDE, KeyCode::F(6), NONE, None),
        (&OUTSIDE, KeyCode::Char('s'), NONE, None),
        (
            &OUTSIDE,
            KeyCode::Char('d'),
            NONE,
            Some(Act::Blank(Blank::NotKnown)),
        ),
    ] {
        assert_eq!(
            does(&keys, contexts, code, modifiers),
            act,
            "{code:?} {modifiers:?}"
        );
    }
    let words = Library::built_in()
        .words(&Lang::base())
        .expect("the words load");
    assert_eq!(
        keys.name_of(&Act::Hide, &[Context::Everywhere], &words),
        "Ctrl+X"
    );
    assert_eq!(keys.name_of(&Act::Hide, &[Context::Outside], &words), "!");
}

#[test]
fn what_stands_in_the_menu_stays_there_whatever_its_key() {
    for keys in [&["f12"][..], &["!"], &["ctrl+x", "!"], &["ctrl+x", "f12"]] {
        for (name, act) in CHANGEABLE {
            let (changed, mistakes) = own(&[(name, keys)]);
            assert_eq!(mistakes, [], "{name} {keys:?}");
            let in_menu = |keys: &Keys| {
                let all = keys.rows.iter();
                all.filter(|row| row.act == act && row.shown == Shown::Menu)
                    .count()
            };
            assert_eq!(
                in_menu(&changed),
                in_menu(&Keys::default()),
                "{name} {keys:?}"
            );
        }
    }
}

#[test]
fn the_ways_out_cannot_be_lost() {
    let (keys, mistakes) = own(&[("menu", &["f12"]), ("stop", &["ctrl+x"])]);
    assert_eq!(mistakes, []);
    for (code, modifiers, act) in [
        (KeyCode::Esc, NONE, Act::Menu),
        (KeyCode::F(12), NONE, Act::Menu),
        (KeyCode::Char('c'), CTRL, Act::Stop),
        (KeyCode::Char('x'), CTRL, Act::Stop),
    ] {
        assert_eq!(
            does(&keys, &IN_TEXT, code, modifiers),
            Some(act),
            "{code:?}"
        );
    }
}

#[test]
fn keys_that_do_not_fit_are_told_and_change_nothing() {
    let taken = |key: &str, other| Mistake::Taken(place(), key.to_owned(), other);
    let none = |key: &str| Mistake::NoKey(place(), key.to_owned());
    for (choices, expected) in [
        (
            &[("hide", &["ctrl+l"][..])][..],
            vec![taken("ctrl+l", Some("redraw"))],
        ),
        (
            &[("hide", &["ctrl+c"])],
            vec![taken("ctrl+c", Some("stop"))],
        ),
        (&[("map", &["z"])], vec![taken("z", None)]),
        (
            &[("hide", &["f12"]), ("map", &["F12"])],
            vec![taken("f12", Some("map")), taken("F12", Some("hide"))],
        ),
        (&[("hide", &["ctrl+m"])], vec![none("ctrl+m")]),
        (&[("hide", &["ctrl+é"])], vec![none("ctrl+é")]),
        (
            &[("hide", &["f13", "enter", " "])],
            vec![none("f13"), none("enter"), none(" ")],
        ),
    ] {
        let (keys, mistakes) = own(choices);
        assert_eq!(mistakes, expected, "{choices:?}");
        let hide = does(&keys, &IN_TEXT, KeyCode::Char('q'), CTRL);
        assert_eq!(hide, Some(Act::Hide), "{choices:?}");
    }
    let (_, mistakes) = own(&[("hid", &["f12"])]);
    assert!(
        matches!(mistakes.as_slice(), [Mistake::Written(one)] if one.code == Code::UnknownSetting)
    );
}

#[test]
fn two_keys_can_be_exchanged() {
    let (keys, mistakes) = own(&[("hide", &["ctrl+l", "."]), ("redraw", &["ctrl+q"])]);
    assert_eq!(mistakes, []);
    assert_eq!(
        does(&keys, &IN_TEXT, KeyCode::Char('l'), CTRL),
        Some(Act::Hide)
    );
    assert_eq!(
        does(&keys, &IN_TEXT, KeyCode::Char('q'), CTRL),
        Some(Act::Redraw)
    );
}

#[test]
fn a_name_in_the_settings_stands_for_something_in_the_table() {
    for (name, act) in CHANGEABLE {
        assert!(BINDINGS.iter().any(|row| row.act == act), "{name}");
    }
}
