//! Any bytes in place of an answers file, walked through the whole guide.
#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use weegwijzer::app::effect::Opened;
use weegwijzer::app::answers_file::{AnswersFile, open, walk};
use weegwijzer::content::library::Library;
use weegwijzer::content::parse::parse;
use weegwijzer::core::answer::Day;
use weegwijzer::core::words::Lang;

static OPENED: OnceLock<(Library, Opened)> = OnceLock::new();

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let Ok(node) = parse("answers.yml", text) else {
        return;
    };
    let file = AnswersFile::new(node);
    // A file that names no answers walks the same way every time; that way is walked by the tests.
    if !text.contains("answers:") {
        return;
    }
    // The guide is read once; a file that names another one is walked through it all the same.
    let (library, opened) = OPENED.get_or_init(|| {
        let library = Library::built_in();
        let any = AnswersFile::new(parse("answers.yml", "guide: openness").expect("it parses"));
        let opened = open(&library, &any, Lang::base()).expect("the shipped guide loads");
        (library, opened)
    });
    let today = Day::new(2026, 11, 22);
    let _ = walk(&file, opened.clone(), library.langs(), today);
});
