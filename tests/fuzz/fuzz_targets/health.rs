//! Any text before the health-word check: every range it returns can be cut out, and the same text is found the same way again.
#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use weegwijzer::content::library::Library;
use weegwijzer::core::source::Diagnostics;
use weegwijzer::privacy::{Lexicon, check};

static LEXICON: OnceLock<Lexicon> = OnceLock::new();

fuzz_target!(|text: &str| {
    let lexicon = LEXICON.get_or_init(|| {
        let mut found = Diagnostics::default();
        let files = Library::built_in().health_files(&mut found);
        let nodes: Vec<_> = files.into_iter().map(|(_, node)| node).collect();
        Lexicon::read(&nodes, &mut found)
    });
    let found = check(text, lexicon);
    for finding in &found {
        assert!(text.get(finding.span.bytes.clone()).is_some_and(|word| !word.is_empty()));
    }
    assert_eq!(check(text, lexicon), found);
});
