//! A settings file is read as it is meant, and told where it is not.

use proptest::prelude::*;

use super::*;
use crate::content::parse::parse;

fn langs() -> [Lang; 2] {
    [Lang::new("en"), Lang::new("nl")]
}

fn read(text: &str) -> (Settings, Mistakes) {
    let node = parse("settings.yml", text).expect("it is YAML");
    let mut mistakes = Mistakes::new();
    let settings = Settings::read(&node, &langs(), &mut mistakes);
    (settings, mistakes)
}

#[test]
fn what_stands_there_is_what_is_chosen() {
    let full = "face: plain\nlanguage: en\ncolor: no\nlock: off\nkeys:\n  hide: [ctrl+x, \".\"]\n  help: f10\n";
    let (settings, mistakes) = read(full);
    assert_eq!(mistakes, []);
    assert_eq!(settings.face, Some(FaceKind::Plain));
    assert_eq!(settings.lang, Some(Lang::new("en")));
    assert_eq!(settings.color, Some(Color::No));
    assert_eq!(settings.lock, LockAfter::Never);
    let keys: Vec<(&str, Vec<&str>)> = settings
        .keys
        .iter()
        .map(|own| {
            let keys = own.keys.iter().map(|(key, _)| key.as_str());
            (own.act.as_str(), keys.collect())
        })
        .collect();
    assert_eq!(keys, [("hide", vec!["ctrl+x", "."]), ("help", vec!["f10"])]);
    for empty in ["", "# nothing\n", "lock: 10\n"] {
        assert_eq!(read(empty), (Settings::default(), Vec::new()), "{empty:?}");
    }
}

#[test]
fn a_mistake_is_told_with_its_place_and_the_rest_still_holds() {
    for (text, place, code) in [
        ("face: big\ncolor: no\n", "1:7", Code::UnknownWord),
        ("color: no\nlanguage: fr\n", "2:11", Code::UnknownWord),
        ("color: no\nlock: 0\n", "2:7", Code::OutOfRange),
        ("color: no\nlock: soon\n", "2:7", Code::WrongShape),
        ("color: no\nkeys: ctrl+x\n", "2:7", Code::WrongShape),
        ("color: no\nname: Sam\n", "2:1", Code::UnknownSetting),
        ("color: no\ncolor: no\n", "2:1", Code::DuplicateKey),
        ("color: no\nface:\n", "2:5", Code::EmptyValue),
    ] {
        let (settings, mistakes) = read(text);
        let [Mistake::Written(one)] = mistakes.as_slice() else {
            panic!("{text:?}: {mistakes:?}");
        };
        assert_eq!(
            format!("{}:{}", one.place.line, one.place.column),
            place,
            "{text:?}"
        );
        assert_eq!(one.code, code, "{text:?}");
        assert_eq!(settings.color, Some(Color::No), "{text:?}");
    }
}

#[test]
fn the_time_before_the_lock_grows_and_then_ends() {
    let mut lock = LockAfter::default();
    let mut minutes = Vec::new();
    for _ in 0..5 {
        minutes.push(lock.time().map(|time| time.as_secs() / 60));
        lock = lock.next();
    }
    assert_eq!(minutes, [Some(10), Some(20), Some(60), None, Some(10)]);
    assert_eq!(LockAfter::Minutes(15).next(), LockAfter::Minutes(20));
    assert_eq!(LockAfter::Minutes(240).next(), LockAfter::Never);
}

fn chosen() -> impl Strategy<Value = Settings> {
    let key = prop_oneof![Just("ctrl+x".to_owned()), Just("f12".to_owned()), "[ -~]"];
    let keys =
        proptest::collection::btree_map("[a-z-]{1,8}", proptest::collection::vec(key, 1..3), 0..4);
    let place = Place {
        file: "settings.yml".into(),
        line: 1,
        column: 1,
    };
    (0..3_usize, 0..3_usize, 0..3_usize, 0..5_u16, keys).prop_map(
        move |(face, lang, color, lock, keys)| Settings {
            face: [None, Some(FaceKind::Full), Some(FaceKind::Plain)][face],
            lang: [None, Some(Lang::new("nl")), Some(Lang::new("en"))][lang].clone(),
            color: [None, Some(Color::Yes), Some(Color::No)][color],
            lock: if lock == 0 {
                LockAfter::Never
            } else {
                LockAfter::Minutes(lock * 60)
            },
            keys: keys
                .into_iter()
                .map(|(act, keys)| OwnKeys {
                    act,
                    place: place.clone(),
                    keys: keys.into_iter().map(|key| (key, place.clone())).collect(),
                })
                .collect(),
        },
    )
}

fn without_places(settings: &Settings) -> String {
    settings.text()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_back_as_the_same(settings in chosen()) {
        let (again, mistakes) = read(&settings.text());
        prop_assert!(mistakes.is_empty(), "{mistakes:?}");
        prop_assert_eq!(without_places(&again), without_places(&settings));
        prop_assert_eq!((again.face, again.lang, again.color, again.lock), (settings.face, settings.lang, settings.color, settings.lock));
    }
}
