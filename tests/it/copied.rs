//! A folder of one's own that is a copy of the built-in one, whole or in part: it changes nothing and is no mistake.

use std::collections::BTreeMap;

use weegwijzer::content::library::Library;
use weegwijzer::content::{embedded, lint};
use weegwijzer::core::source::{Code, Diagnostics, Node};
use weegwijzer::privacy::Lexicon;

#[test]
fn health_words_copied_as_they_are_add_nothing_and_changed_ones_are_told() {
    let path = "lang/nl/health/percentage.yml";
    let built_in = embedded::text(path).expect("it is built in");
    let changed = built_in.replacen("    terms: [", "    terms: [strunkaandeel, ", 1);
    let more = format!(
        "{built_in}  - id: nl-percentage-strunk\n    terms: [strunkaandeel]\n    reword: tension\n    hits: [Mijn strunkaandeel is laag.]\n    clean: [Mijn aandeel is laag.]\n"
    );
    for (text, told, grown) in [(built_in, 0, 0), (&changed, 1, 1), (&more, 0, 1)] {
        let own = BTreeMap::from([(path.to_owned(), text.to_owned())]);
        let mut found = Diagnostics::default();
        let count = |library: &Library, found: &mut Diagnostics| {
            let files: Vec<Node> = library
                .health_files(found)
                .into_iter()
                .map(|(_, node)| node)
                .collect();
            Lexicon::read(&files, found).entries().len()
        };
        let before = count(&Library::default(), &mut found);
        let after = count(&Library::with_own("own".to_owned(), own), &mut found);
        assert_eq!(after - before, grown);
        let codes: Vec<Code> = found.sorted().iter().map(|one| one.code).collect();
        assert_eq!(codes, vec![Code::DuplicateId; told]);
    }
}

/// Who copies the whole folder to change one file is told nothing about the others.
#[test]
fn a_copy_of_the_whole_folder_is_no_mistake() {
    let own: BTreeMap<String, String> = embedded::paths("")
        .into_iter()
        .filter_map(|path| {
            let text = embedded::text(&path)?.to_owned();
            Some((path, text))
        })
        .collect();
    let health = |path: &&String| path.contains("/health/");
    assert!(own.keys().filter(health).count() > 20, "{:?}", own.keys());
    let found = lint::lint(&Library::with_own("own".to_owned(), own));
    let told: Vec<String> = found
        .sorted()
        .iter()
        .map(|one| format!("{} {} {:?}", one.place, one.code.id(), one.values))
        .collect();
    assert_eq!(told, Vec::<String>::new());
}
