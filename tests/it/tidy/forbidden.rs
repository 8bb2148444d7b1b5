//! What stands nowhere, or in one file only.
#![expect(clippy::string_slice, reason = "the places come from the same text")]

use crate::tidy::sources::{Source, program, source, words};

/// Words that make a global, a macro of our own, or a lazy cell.
const NOWHERE: [(&str, &str); 13] = [
    ("thread_local", "pass it, first"),
    ("LazyLock", "pass it, first"),
    ("LazyCell", "pass it, first"),
    ("OnceLock", "pass it, first"),
    ("OnceCell", "pass it, first"),
    ("lazy_static", "pass it, first"),
    ("once_cell", "pass it, first"),
    ("macro_rules", "write a function"),
    ("anyhow", "give the failure a type"),
    ("TcpListener", "no network"),
    ("TcpStream", "no network"),
    ("UdpSocket", "no network"),
    ("UnixStream", "no network"),
];

/// Words with one home.
const AT_HOME: [(&str, &str); 11] = [
    ("enable_raw_mode", "src/tui/terminal.rs"),
    ("disable_raw_mode", "src/tui/terminal.rs"),
    ("EnterAlternateScreen", "src/tui/terminal.rs"),
    ("LeaveAlternateScreen", "src/tui/terminal.rs"),
    ("serde_yaml", "src/content/parse.rs"),
    ("serde_saphyr", "src/content/parse.rs"),
    ("age", "src/app/dossier/seal.rs"),
    ("directories", "src/app/host.rs"),
    ("getrandom", "src/app/host.rs"),
    ("sys_locale", "src/app/host.rs"),
    ("tempfile", "src/app/host.rs"),
];

/// Types that change behind a shared reference.
const CHANGING: [&str; 7] = [
    "Mutex",
    "RwLock",
    "Cell",
    "RefCell",
    "UnsafeCell",
    "Condvar",
    "Atomic",
];

fn complaints(source: &Source) -> Vec<String> {
    let mut complaints = Vec::new();
    for (place, word) in words(&source.code) {
        let line = source.code[..place].matches('\n').count() + 1;
        let mut complain = |why: &str| {
            complaints.push(format!("{}:{line}: {word}: {why}", source.path));
        };
        if let Some((_, why)) = NOWHERE.iter().find(|(name, _)| *name == word) {
            complain(why);
        }
        if let Some((_, home)) = AT_HOME.iter().find(|(name, _)| *name == word)
            && *home != source.path
        {
            complain(&format!("only in {home}"));
        }
        if word == "static" && !source.code[..place].ends_with('\'') {
            let rest: String = source.code[place..]
                .chars()
                .take_while(|c| *c != '=' && *c != ';')
                .collect();
            let changes = words(&rest).iter().any(|(_, word)| {
                CHANGING.iter().any(|name| word.starts_with(name)) || *word == "mut"
            });
            if changes {
                complain("no global that changes");
            }
        }
    }
    complaints
}

#[test]
fn nothing_forbidden_stands_in_the_program() {
    let found: Vec<String> = program().iter().flat_map(complaints).collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn what_is_forbidden_is_seen() {
    for (path, code, seen) in [
        (
            "src/core/a.rs",
            "static X: Mutex<u8> = Mutex::new(0);",
            true,
        ),
        (
            "src/core/a.rs",
            "static N: AtomicUsize = AtomicUsize::new(0);",
            true,
        ),
        ("src/core/a.rs", "static mut X: u8 = 0;", true),
        (
            "src/core/a.rs",
            "static X: std::sync::LazyLock<u8> = f();",
            true,
        ),
        ("src/core/a.rs", "macro_rules! m { () => {} }", true),
        (
            "src/tui/page.rs",
            "fn f() { crossterm::terminal::enable_raw_mode(); }",
            true,
        ),
        ("src/core/a.rs", "use serde_yaml::Error;", true),
        (
            "src/tui/terminal.rs",
            "fn f() { enable_raw_mode(); }",
            false,
        ),
        ("src/core/a.rs", "static X: Dir<'static> = d();", false),
        (
            "src/core/a.rs",
            "// OnceLock\nfn f(x: &'static Mutex<u8>) {}",
            false,
        ),
    ] {
        let source = source(path.to_owned(), code.to_owned());
        assert_eq!(!complaints(&source).is_empty(), seen, "{code}");
    }
}
