//! What is made ready to be fast says the same as what it was made of: files read the quick way, and tables made when the
//! program was built.

use weegwijzer::content::library::{Library, finished_path, words_path};
use weegwijzer::content::parse::parse_whole;
use weegwijzer::content::{embedded, quick};
use weegwijzer::core::packed::keep;
use weegwijzer::privacy::{Lexicon, check};

use crate::support::health::lexicon;

/// What a slip of the hand may put into a file, and what means something to YAML.
const SIGNS: [&str; 44] = [
    ":",
    ": ",
    "#",
    " #",
    "-",
    "- ",
    "'",
    "\"",
    "[",
    "]",
    "{",
    "}",
    ",",
    ", ",
    "&",
    "*",
    "!",
    " !",
    "|",
    ">",
    "\n",
    "\n\n",
    " ",
    "  ",
    "\\",
    "?",
    "? ",
    "%",
    "@",
    "~",
    "null",
    "true",
    "1",
    "-1",
    "0x1",
    "1.0",
    "é",
    "\u{85}",
    "\u{feff}",
    "\t",
    "---\n",
    "\n    ",
    "key: value\n",
    "- a\n",
];
/// How many files with a slip are tried.
const TRIES: usize = 3000;
/// The most lines of one.
const LINES: usize = 16;
const SENTENCES: [&str; 6] = [
    include_str!("../data/health-dev.jsonl"),
    include_str!("../data/health-unseen-1.jsonl"),
    include_str!("../data/health-practice-a.jsonl"),
    include_str!("../data/health-practice-b.jsonl"),
    include_str!("../data/health-practice-c.jsonl"),
    include_str!("../data/health-practice-d.jsonl"),
];

/// Numbers that look drawn by chance, the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap_or_default() % most.max(1)
    }

    fn place(&mut self, text: &str) -> usize {
        let at = self.below(text.len() + 1);
        (0..=at)
            .rev()
            .find(|at| text.is_char_boundary(*at))
            .unwrap_or(0)
    }
}

fn shipped() -> Vec<(String, String)> {
    let library = Library::built_in();
    let paths = library.paths().into_iter();
    let yaml = paths.filter(|path| path.rsplit('.').next() == Some("yml"));
    yaml.map(|path| {
        let text = library.text(&path).unwrap_or_default().to_owned();
        (path, text)
    })
    .collect()
}

/// Some lines of a file, as far to the left as they go.
fn piece(text: &str, chance: &mut Chance) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let first = chance.below(lines.len());
    let indent = |line: &str| line.len() - line.trim_start().len();
    let own = lines.get(first).map_or(0, |line| indent(line));
    let set_in = |line: &&&str| line.trim().is_empty() || indent(line) >= own;
    let count = 1 + chance.below(LINES);
    let lines = lines.iter().skip(first).take(count).take_while(set_in);
    lines.fold(String::new(), |piece, line| {
        piece + line.get(own..).unwrap_or_default() + "\n"
    })
}

#[test]
fn every_shipped_file_is_read_quickly_and_means_what_it_says() {
    for (path, text) in shipped() {
        let quickly = quick::read(&path, &text);
        let whole = parse_whole(&path, &text).expect("a shipped file is right");
        assert!(quickly.is_some(), "{path}: the quick way gives up");
        assert!(quickly.as_ref() == Some(&whole), "{path}");
        // The health words have tables of their own.
        let kept = embedded::node(&path);
        assert_eq!(kept.is_none(), path.contains("/health/"), "{path}");
        assert!(kept.is_none_or(|kept| kept == whole), "{path}");
    }
}

#[test]
fn a_fingerprint_is_the_same_where_a_file_of_ones_own_stands_in_its_place() {
    let path = "openness/guide.yml";
    let text = embedded::text(path).expect("the guide is shipped");
    let own = |text: String| {
        let files = [(path.to_owned(), text)].into_iter().collect();
        Library::with_own("own".to_owned(), files).fingerprint("openness")
    };
    let built_in = Library::built_in().fingerprint("openness");
    assert_eq!(own(text.to_owned()), built_in);
    assert_ne!(own(format!("{text}\n")), built_in);
    assert_eq!(built_in.len(), 16);
}

#[test]
fn a_file_with_a_slip_is_read_quickly_only_when_it_means_the_same() {
    let files = shipped();
    let mut chance = Chance(88_172_645_463_325_252);
    let mut taken = 0;
    for _ in 0..TRIES {
        let file = chance.below(files.len());
        let mut text = piece(&files[file].1, &mut chance);
        for _ in 0..chance.below(3) {
            let (at, sign) = (chance.place(&text), SIGNS[chance.below(SIGNS.len())]);
            if chance.below(2) == 0 && at < text.len() {
                text.remove(at);
            } else {
                text.insert_str(at, sign);
            }
        }
        if let Some(node) = quick::read("trial.yml", &text) {
            taken += 1;
            assert_eq!(Ok(node), parse_whole("trial.yml", &text), "{text}");
        }
    }
    assert!(taken > TRIES / 4, "{taken} were read quickly");
}

#[test]
fn the_tables_that_were_made_with_the_program_find_what_the_lists_say() {
    let read = lexicon();
    let ready = Lexicon::unpack(embedded::health_words()).expect("they were made with the program");
    assert_eq!(read.rewordings(), ready.rewordings());
    assert_eq!(read.forms(), ready.forms());
    let examples = read.entries().iter();
    let examples = examples.flat_map(|entry| entry.hits().iter().chain(entry.clean()));
    let sentences = SENTENCES.iter().flat_map(|set| set.lines());
    for text in sentences.chain(examples.map(String::as_str)) {
        assert_eq!(check(text, &read), check(text, &ready), "{text}");
    }
}

#[test]
fn what_was_finished_with_the_program_is_what_its_files_come_to() {
    let built_in = Library::built_in();
    // With a file of one's own, whatever it says, all is read.
    let own = |path: String, text: String| {
        let files = [(path, text)].into_iter().collect();
        Library::with_own("own".to_owned(), files)
    };
    let reading = own("remarks.txt".to_owned(), String::new());
    for lang in built_in.langs() {
        let path = words_path(&lang);
        let ready = embedded::ready(&path).expect("its words were kept");
        let text = embedded::text(&path).expect("its words are shipped");
        let words = own(path, text.to_owned()).words(&lang);
        assert!(keep(&words.expect("they are right")) == ready, "{lang}");
        for guide in built_in.guides() {
            let ready = embedded::ready(&finished_path(&guide, &lang)).expect("it was kept");
            let read = reading.finished(&guide, &lang).expect("it is right");
            assert!(keep(&read) == ready, "{guide} in {lang}");
            let taken = built_in.finished(&guide, &lang).expect("it was kept");
            assert!(keep(&taken) == ready, "{guide} in {lang}");
        }
    }
}
