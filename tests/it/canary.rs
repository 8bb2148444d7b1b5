//! A unique word in every text field of both faces, in a real terminal: where it is afterwards, however the program ended.
//!
//! It may stand on the papers that the person wrote, and nowhere else: not on the screen or above it, not in a title, not in any
//! other file or file name, not in a core file, not in the arguments or the environment of any process. The passphrase stands
//! nowhere at all.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use portable_pty::CommandBuilder;
use weegwijzer::app::archive::Archive;
use weegwijzer::app::disk::System;
use weegwijzer::app::dossier::secret::Secret;
use weegwijzer::app::effect::Copy;
use weegwijzer::app::view::{StageView, View};
use weegwijzer::content::library::Library;
use weegwijzer::core::words::{Lang, Words};
use weegwijzer::paper::FORMATS;

use crate::support::dossier::{PASSPHRASE, keep_in};
use crate::support::keys::bytes;
use crate::support::pty::{Folders, Program, WEEGWIJZER, found_in};
use crate::support::replies::Dice;
use crate::support::script::{Script, random};

/// In every text that is typed.
const CANARY: &str = "kanarie";

/// A part of the passphrase that no word list of ours and no file of the system holds by chance.
const SECRET: &str = "beek lamp stoel";

fn words() -> Words {
    Library::built_in()
        .words(&Lang::base())
        .expect("the words load")
}

/// What stands on the screen when this is before the person: the beginning, which is never broken.
fn sign(view: &View, words: &Words) -> String {
    let text = match &view.stage {
        StageView::Welcome(view) => view.title.clone(),
        StageView::Asking(view) => view.question.clone(),
        StageView::Preview(view) => view.title.clone(),
        StageView::Notice(_) => words.notice.title.clone(),
        StageView::Place(_) => words.place.title.clone(),
        StageView::Aside(view) => view.title.clone(),
        StageView::Over(_) => words.over.title.clone(),
        StageView::Stopping => words.over.stop_title.clone(),
        other => panic!("a walk does not come to {other:?}"),
    };
    text.split_whitespace()
        .take(3)
        .collect::<Vec<_>>()
        .join(" ")
}

fn walk(folders: &Folders, route: &str) -> Script {
    let mut dice = Dice::saying(11, CANARY);
    // The walk itself writes its papers elsewhere.
    let elsewhere = tempfile::tempdir().expect("a folder");
    let mut script = random(
        Library::built_in(),
        "nl",
        elsewhere.path(),
        &mut dice,
        route,
        "both",
    );
    let (from, to) = (elsewhere.path().to_string_lossy(), folders.home());
    for line in &mut script.lines {
        *line = line.replace(&*from, &to.to_string_lossy());
    }
    assert!(script.keys.concat().contains(CANARY) && script.lines.concat().contains(CANARY));
    script
}

/// No other process is told anything.
fn told_to_others(text: &str) -> Vec<PathBuf> {
    let processes = std::fs::read_dir("/proc").expect("Linux").flatten();
    let files =
        processes.flat_map(|process| ["cmdline", "environ"].map(|name| process.path().join(name)));
    let holds = |path: &PathBuf| {
        std::fs::read(path).is_ok_and(|bytes| String::from_utf8_lossy(&bytes).contains(text))
    };
    files.filter(holds).collect()
}

/// The papers of the walk, where the program puts them.
fn papers(folders: &Folders) -> Vec<PathBuf> {
    let files = folders.files().into_iter();
    let papers = files.map(|(path, _)| path);
    papers
        .filter(|path| {
            let end = path.extension().and_then(|end| end.to_str());
            end.is_some_and(|end| FORMATS.iter().any(|format| format.ending == end))
        })
        .collect()
}

fn nowhere_else(program: &mut Program, folders: &Folders, case: &str, screen: bool) {
    let papers = papers(folders);
    let may: Vec<&Path> = papers.iter().map(PathBuf::as_path).collect();
    let files = folders.files();
    assert_eq!(
        found_in(&files, CANARY, &may),
        Vec::<PathBuf>::new(),
        "{case}"
    );
    assert_eq!(
        found_in(&files, SECRET, &[]),
        Vec::<PathBuf>::new(),
        "{case}"
    );
    assert_eq!(told_to_others(CANARY), Vec::<PathBuf>::new(), "{case}");
    let all = program.everything();
    assert!(!screen || !all.contains(CANARY), "{case}: {all}");
    let raw = String::from_utf8_lossy(&program.raw).into_owned();
    assert!(
        !raw.contains(SECRET) && !raw.contains("wolk"),
        "{case}: the passphrase is never shown"
    );
    // Everything that names the window or asks something of the terminal.
    for asked in raw.split("\u{1b}]").skip(1) {
        let asked = asked.split(['\u{7}', '\u{1b}']).next().unwrap_or_default();
        assert_eq!(asked, "0;", "{case}: the title is only ever made empty");
    }
}

fn ends(program: &mut Program, end: &str) {
    match end {
        "\u{3}" => {
            // Nothing is lost where it is kept; else it asks once.
            program.press(end);
            program.press(end);
        }
        _ if end.chars().all(char::is_uppercase) => program.signal(end),
        _ => program.press(end),
    }
    program.end();
}

/// Walks to the end on the full screen, and looks at everything that was said.
fn walked(command: CommandBuilder, folders: &Folders, route: &str, keeps: bool) -> Program {
    let script = walk(folders, route);
    let words = words();
    let mut program = Program::run(command, (100, 40));
    let last = script.views.len() - 2;
    for (number, view) in script.views.iter().enumerate().take(last) {
        // Whose computer this is was asked when it was kept.
        if keeps && matches!(&view.stage, StageView::Aside(aside) if aside.moment == "whose") {
            continue;
        }
        program.wait_for(&sign(view, &words));
        if keeps && number == 4 {
            keep(&mut program);
        }
        program.press(&bytes(&script.keys[number]));
    }
    program.wait_for(&words.over.title);
    program.press("r");
    program.wait_for(CANARY);
    program
}

fn on_the_screen(route: &str, keeps: bool, end: &str) {
    let folders = Folders::new();
    let mut command = folders.command(WEEGWIJZER);
    command.args(["--lang", "nl"]);
    let mut program = walked(command, &folders, route, keeps);
    let case = format!("{route}, {end:?}");
    assert_eq!(told_to_others(CANARY), Vec::<PathBuf>::new(), "{case}");
    ends(&mut program, end);
    let left_as_it_was = ["KILL", "ABRT"].contains(&end);
    nowhere_else(&mut program, &folders, &case, !left_as_it_was);
    assert!(papers(&folders).len() >= 2, "{case}");
    let kept = folders
        .files()
        .iter()
        .any(|(path, _)| path.ends_with("mijn-antwoorden.weegwijzer"));
    assert_eq!(kept, keeps, "{case}");
    if keeps {
        let file = folders.home().join("weegwijzer/mijn-antwoorden.weegwijzer");
        let mut archive = Archive::new(Arc::new(System), None);
        let content = archive.open(&file, &Secret::new(PASSPHRASE), Copy::File);
        let content = format!("{:?}", content.expect("it opens"));
        assert!(
            content.contains(CANARY),
            "{case}: it is in the dossier, opened"
        );
    }
}

/// Keeps everything from here on.
fn keep(program: &mut Program) {
    let dossier = words().dossier;
    keep_in(program, &dossier);
    program.wait_until("the questions", |screen| {
        !screen.contents().contains(&dossier.kept_title)
    });
}

#[test]
fn from_the_full_screen_a_word_comes_nowhere_but_on_paper() {
    on_the_screen("all", true, "\u{11}");
    for end in ["\u{3}", "TERM", "HUP", "INT", "KILL", "ABRT"] {
        on_the_screen("sheet", false, end);
    }
}

fn line_by_line(route: &str, end: &str) {
    let folders = Folders::new();
    let script = walk(&folders, route);
    let words = words();
    let mut command = folders.command(WEEGWIJZER);
    command.args(["--lang", "nl", "--plain"]);
    let mut program = Program::run(command, (100, 40));
    let last = script.views.len() - 2;
    for (number, view) in script.views.iter().enumerate().take(last) {
        program.wait_for_new(&sign(view, &words));
        let (from, _) = script.given[number];
        let (to, _) = script.given[number + 1];
        let typed = script.lines[from..to].join("\n");
        program.press_from_here(&format!("{typed}\n"));
    }
    program.wait_for_new(&words.over.title);
    let case = format!("line by line, {route}, {end:?}");
    assert_eq!(told_to_others(CANARY), Vec::<PathBuf>::new(), "{case}");
    if end.starts_with(':') {
        program.press(end);
    } else {
        program.signal(end);
    }
    program.end();
    // What was printed can be scrolled back to, as the first screen says; what is in sight is clear.
    nowhere_else(&mut program, &folders, &case, false);
    if end != "KILL" {
        let shown = program.in_sight();
        assert!(!shown.contains(CANARY), "{case}: {shown}");
    }
    assert!(papers(&folders).len() >= 2, "{case}");
}

#[test]
fn line_by_line_a_word_comes_nowhere_but_on_paper() {
    line_by_line("all", ":verberg\n");
    for end in ["TERM", "HUP", "KILL"] {
        line_by_line("sheet", end);
    }
}

/// What a program may look at: itself, the system it runs on, and its own folder for settings.
const LOOKED_AT: [&str; 9] = [
    "/etc/ld.so.",
    "/etc/localtime",
    "/lib",
    "/proc/self/",
    "/sys/fs/cgroup",
    "/usr/lib",
    "/usr/share/zoneinfo",
    "HOME/.config/",
    "/dev/tty",
];

/// The names a call was given, and whether it can change what they stand for.
fn names(call: &str, folders: &Folders) -> Option<(Vec<String>, bool)> {
    let name = call.split('(').next()?;
    let reads = [
        "openat",
        "open",
        "access",
        "faccessat",
        "readlink",
        "readlinkat",
        "getcwd",
        "execve",
    ];
    let stats = name.contains("stat") || reads.contains(&name);
    let changes = !stats
        || ["O_WRONLY", "O_RDWR", "O_CREAT"]
            .iter()
            .any(|flag| call.contains(flag));
    let home = folders.home().to_string_lossy().into_owned();
    let root = folders.home().parent()?.to_string_lossy().into_owned();
    let quoted = call.split('"').skip(1).step_by(2);
    let names = quoted.map(|name| name.replace(&home, "HOME").replace(&root, "ROOT"));
    Some((names.filter(|name| !name.is_empty()).collect(), changes))
}

#[test]
#[ignore = "needs strace"]
fn a_whole_session_opens_no_socket_and_touches_only_the_files_it_names() {
    let folders = Folders::new();
    let log = tempfile::NamedTempFile::new().expect("a file");
    let mut command = folders.command("/usr/bin/strace");
    let into = log.path().to_string_lossy().into_owned();
    command.args(["-f", "-qq", "-e", "trace=%file,%network", "-o", &into]);
    command.args([WEEGWIJZER, "--lang", "nl"]);
    let mut program = walked(command, &folders, "sheet", true);
    program.press("\u{3}");
    assert_eq!(program.end(), 0);
    let log = std::fs::read_to_string(log.path()).expect("a log");
    let calls = log.lines().filter_map(|line| line.split_once(' '));
    let calls = calls.map(|(_, call)| call.trim_start());
    let mut changed = std::collections::BTreeSet::new();
    // A name is looked at in every form before a paper is written, so that nothing is replaced unasked.
    let written: std::collections::BTreeSet<String> = ["zo-werk-ik-goed", "mijn-eigen-plan"]
        .iter()
        .flat_map(|name| {
            FORMATS
                .iter()
                .map(move |format| format!("HOME/{name}.{}", format.ending))
        })
        .collect();
    for call in calls.filter(|call| !call.starts_with(['<', '+', '-'])) {
        let name = call.split('(').next().unwrap_or_default();
        if [
            "socketpair",
            "sendto",
            "recvfrom",
            "sendmsg",
            "recvmsg",
            "shutdown",
        ]
        .contains(&name)
        {
            // A pair within the program itself: signals wake the loop through it.
            assert!(
                name != "socketpair" || call.starts_with("socketpair(AF_UNIX"),
                "{call}"
            );
            assert!(!call.contains("sa_family"), "{call}");
            continue;
        }
        let network = [
            "socket",
            "connect",
            "bind",
            "listen",
            "accept",
            "accept4",
            "getsockopt",
        ];
        assert!(!network.contains(&name), "{call}");
        let (names, changes) = names(call, &folders).expect("a call");
        for name in names {
            if changes {
                let temporary = name.starts_with("HOME/.tmp");
                changed.insert(if temporary {
                    "HOME/.tmp".to_owned()
                } else {
                    name
                });
            } else {
                let known = LOOKED_AT.iter().any(|known| name.starts_with(known));
                let own = name.starts_with("HOME/weegwijzer") || name == "HOME" || name == "HOME/";
                let itself = name == WEEGWIJZER || call.starts_with("execve");
                let media = ["/run/media", "/media", "/Volumes"]
                    .iter()
                    .any(|at| name.starts_with(at));
                let named = written.contains(&name);
                let paper = named || name.starts_with("HOME/.tmp");
                assert!(known || own || itself || media || paper, "{call}");
            }
        }
    }
    let dossier = "HOME/weegwijzer/mijn-antwoorden.weegwijzer";
    let expected: std::collections::BTreeSet<String> =
        ["", ".backup", ".backup.new", ".lock", ".new"]
            .map(|end| format!("{dossier}{end}"))
            .into_iter()
            .chain(["HOME/weegwijzer", "HOME/.tmp"].map(str::to_owned))
            .chain(papers(&folders).iter().map(|path| {
                let name = path.file_name().expect("a name").to_string_lossy();
                format!("HOME/{name}")
            }))
            .collect();
    assert_eq!(changed, expected);
}
