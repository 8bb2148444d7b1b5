//! The lock: it is announced, any key puts it off, and behind it nothing of the content is in any view.

use std::collections::VecDeque;
use std::path::Path;
use std::sync::{Arc, Mutex};

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use weegwijzer::app::dossier::secret::Secret;
use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::{Clock, Host};
use weegwijzer::app::intent::{Beside, FaceKind, Habit, HealthWish, Intent, LineWish, Way};
use weegwijzer::app::settings::{LockAfter, Settings, SettingsFile};
use weegwijzer::app::time::{Moment, Tick};
use weegwijzer::app::view::{LookView, MapRow, StageView, View};
use weegwijzer::content::library::Library;
use weegwijzer::core::ask::{Reply, Written};
use weegwijzer::core::ids::{ItemId, LineId, QuestionId, StepId};
use weegwijzer::core::words::{Lang, Words};
use weegwijzer::plain::lines::Typing;
use weegwijzer::plain::{Incoming, LineSource, run};
use weegwijzer::tui::run::{Colors, Leave, Program, Running, attend};
use weegwijzer::tui::terminal::{Inbox, Message};

use crate::support::clock::at;
use crate::support::dossier::{PASSPHRASE, keep};
use crate::support::keys::keys;
use crate::support::moment::moment;
use crate::support::screen::{NoDoor, rows};
use crate::support::script::{begin, send};
use crate::support::talk::{Paper, home};
use crate::support::walk::past_the_welcome;

/// A text of the person's, and the beginning of another one.
const SAID: &str = "kanarie-gezegd";
const HALF: &str = "kanarie-half";

/// At the second question in one's own words, with the first one answered and everything kept.
fn kept(home: &Path) -> (Flow, Host) {
    let (mut flow, mut host) = unkept(home);
    keep(&mut flow, &mut host, home);
    (flow, host)
}

fn unkept(home: &Path) -> (Flow, Host) {
    let (mut flow, mut host) = begin(Library::built_in(), "nl", home);
    let to = |flow: &mut Flow, host: &mut Host, intent| assert!(send(flow, host, intent));
    past_the_welcome(&mut flow, &mut host);
    for reply in [
        Reply::Pick(ItemId::new("sheet")),
        Reply::Form(vec![
            ("phase".into(), "applying".to_owned()),
            ("work".into(), SAID.to_owned()),
        ]),
    ] {
        let StageView::Asking(asking) = flow.view().stage else {
            panic!("a question: {:?}", flow.view().stage);
        };
        to(&mut flow, &mut host, Intent::Reply(asking.id, reply));
    }
    let StageView::Asking(asking) = flow.view().stage else {
        panic!("a question");
    };
    assert!(
        format!("{:?}", asking.ask).starts_with("Lines"),
        "{:?}",
        asking.ask
    );
    (flow, host)
}

#[test]
fn without_a_dossier_nothing_is_ever_locked() {
    let home = home();
    let (mut flow, _) = unkept(home.path());
    assert_eq!(flow.deadline(), None);
    assert!(!flow.tick(Tick::Passed(at(1_000_000))));
    assert!(!flow.locked());
}

#[test]
fn a_lock_is_announced_and_any_key_puts_it_off() {
    let home = home();
    let (mut flow, _) = kept(home.path());
    let before = flow.view();
    assert!(!flow.tick(Tick::Touched(at(100))));
    assert_eq!(
        flow.deadline(),
        Some(at(670)),
        "half a minute before ten minutes are over"
    );
    assert!(!flow.tick(Tick::Passed(at(669))));
    assert!(flow.tick(Tick::Passed(at(670))));
    assert!(flow.view().locks_soon.is_some());
    assert_eq!(flow.deadline(), Some(at(700)));
    assert!(!flow.tick(Tick::Passed(at(699))), "it is said once");
    assert!(flow.tick(Tick::Touched(at(699))));
    assert_eq!(flow.view(), before);
    assert_eq!(flow.deadline(), Some(at(1269)));
    assert!(flow.tick(Tick::Passed(at(1299))));
    assert!(flow.locked());
    assert_eq!(flow.deadline(), None, "a locked program waits for nothing");
}

#[test]
fn a_key_that_comes_too_late_locks_and_does_nothing_else() {
    let home = home();
    let (mut flow, _) = kept(home.path());
    flow.tick(Tick::Touched(at(0)));
    // The computer slept.
    assert!(flow.tick(Tick::Touched(at(40_000))));
    assert!(flow.locked());
}

#[test]
fn who_reads_slowly_waits_longer_or_for_ever() {
    let home = home();
    let (mut flow, mut host) = kept(home.path());
    let mut seen = Vec::new();
    for _ in 0..4 {
        send(&mut flow, &mut host, Intent::Habit(Habit::LockLater));
        seen.push(flow.deadline());
        assert!(flow.view().message.is_some(), "the new time is said");
    }
    let minutes = |minutes: u64| Some(at(minutes * 60 - 30));
    assert_eq!(seen, [minutes(20), minutes(60), None, minutes(10)]);
    let settings = Settings {
        lock: LockAfter::Minutes(3),
        ..Settings::default()
    };
    flow.settle(settings, SettingsFile::Own, Vec::new(), FaceKind::Full);
    assert_eq!(flow.deadline(), minutes(3));
}

fn lock(flow: &mut Flow) {
    let late = flow.deadline().expect("it is locked some time");
    flow.tick(Tick::Passed(late));
    let late = flow.deadline().expect("it is locked some time");
    assert!(flow.tick(Tick::Passed(late)));
    assert!(flow.locked());
}

/// Nothing of the person's, nor of the guide they walk, is in a view.
fn tells_nothing(flow: &Flow) {
    let view = format!("{:?}", flow.view());
    let guide = flow.session().expect("a guide").guide();
    assert!(
        !view.contains(SAID) && !view.contains(&**guide.title()),
        "{view}"
    );
    for step in guide.steps() {
        assert!(!view.contains(&*step.title), "{view}");
    }
    assert!(flow.map().is_empty());
    assert_eq!(moment(flow), "locked");
}

#[test]
fn whatever_is_wanted_of_a_locked_program_it_tells_nothing_and_forgets_nothing() {
    let home = home();
    let (mut flow, mut host) = kept(home.path());
    let before = flow.view();
    let answers = flow.session().expect("a guide").answers().clone();
    lock(&mut flow);
    let question = QuestionId::new("situation");
    for intent in [
        Intent::Continue,
        Intent::Back,
        Intent::Reply(question.clone(), Reply::Text("x".to_owned())),
        Intent::Jump(StepId::new("needs")),
        Intent::Beside(Beside::Review),
        Intent::Edit(question),
        Intent::SkipStep,
        Intent::Undo,
        Intent::Line(LineId::new("a"), LineWish::Toggle),
        Intent::Line(LineId::new("a"), LineWish::Move(Way::Up)),
        Intent::Line(LineId::new("a"), LineWish::Soften),
        Intent::GoOn,
        Intent::Look(0),
        Intent::Health(HealthWish::LeaveOut),
        Intent::SaveAt("/tmp/x.txt".to_owned()),
        Intent::Keep,
        Intent::Choose(0),
        Intent::Copy,
        Intent::Habit(Habit::Remember),
        Intent::Habit(Habit::LockLater),
        Intent::Speak(Lang::new("en")),
        Intent::Speak(Lang::new("nl")),
        Intent::Secret(Secret::new("")),
        Intent::Secret(Secret::new("tuin beek")),
    ] {
        assert!(send(&mut flow, &mut host, intent.clone()), "{intent:?}");
        assert!(flow.locked(), "{intent:?}");
        tells_nothing(&flow);
    }
    assert_eq!(flow.session().expect("a guide").answers(), &answers);
    send(
        &mut flow,
        &mut host,
        Intent::Secret(Secret::new(PASSPHRASE)),
    );
    assert!(!flow.locked());
    assert_eq!(flow.view(), before);
}

#[test]
fn every_stage_is_come_back_to() {
    let home = home();
    let (flow, host) = kept(home.path());
    for (name, intents) in [
        ("review", &[Intent::Beside(Beside::Review)][..]),
        ("dossier", &[Intent::Keep]),
        ("change", &[Intent::Keep, Intent::Choose(1)]),
        ("map", &[Intent::Jump(StepId::new("paper"))]),
    ] {
        let (mut flow, mut host) = (flow.clone(), host.clone());
        for intent in intents {
            send(&mut flow, &mut host, intent.clone());
        }
        let before = flow.view();
        lock(&mut flow);
        tells_nothing(&flow);
        send(
            &mut flow,
            &mut host,
            Intent::Secret(Secret::new(PASSPHRASE)),
        );
        assert_eq!(flow.view(), before, "{name}");
    }
}

#[test]
fn stopping_a_locked_program_asks_once_more_only_where_something_would_be_lost() {
    let home = home();
    let (mut flow, mut host) = kept(home.path());
    lock(&mut flow);
    assert!(!send(&mut flow, &mut host, Intent::Stop));
    // The stick is pulled: the next answer is not on the disk.
    let stick = tempfile::tempdir().expect("a folder");
    let (mut flow, mut host) = kept(stick.path());
    drop(stick);
    let StageView::Asking(asking) = flow.view().stage else {
        panic!("a question");
    };
    let reply = Reply::Text("nog een antwoord".to_owned());
    send(&mut flow, &mut host, Intent::Reply(asking.id, reply));
    assert_eq!(moment(&flow), "trouble");
    lock(&mut flow);
    assert!(
        send(&mut flow, &mut host, Intent::Stop),
        "it asks once more"
    );
    tells_nothing(&flow);
    assert!(!send(&mut flow, &mut host, Intent::Stop));
}

/// A program whose time goes on by the script: each time nothing was done, so many seconds went by.
struct Slow<'a> {
    inner: Running<'a>,
    late: u64,
    by: VecDeque<u64>,
}

impl Program for Slow<'_> {
    fn view(&self) -> View {
        self.inner.view()
    }
    fn words(&self) -> Arc<Words> {
        self.inner.words()
    }
    fn other(&self) -> Option<Lang> {
        self.inner.other()
    }
    fn map(&self) -> Vec<MapRow> {
        self.inner.map()
    }
    fn send(&mut self, intent: Intent) -> Option<Leave> {
        self.inner.send(intent)
    }
    fn look(&mut self, question: &QuestionId, texts: &[Written]) -> Vec<LookView> {
        self.inner.look(question, texts)
    }
    fn tick(&mut self, tick: Tick) -> bool {
        match tick {
            Tick::Passed(_) => {
                self.late += self.by.pop_front().unwrap_or_default();
                self.inner.tick(Tick::Passed(at(self.late)))
            }
            Tick::Touched(_) => self.inner.tick(Tick::Touched(at(self.late))),
        }
    }
}

/// Presses keys; `wait` in a script is time in which nothing is done.
fn screen(
    flow: &mut Flow,
    host: &mut Host,
    script: &[&str],
    by: &[u64],
    size: (u16, u16),
) -> String {
    let mut messages = Vec::new();
    for part in script {
        match *part {
            "wait" => messages.push(Message::Resumed),
            part => messages.extend(
                keys(part)
                    .into_iter()
                    .map(|event| Message::Events(vec![event])),
            ),
        }
    }
    let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).expect("a test terminal");
    let mut program = Slow {
        inner: Running::new(flow, host),
        late: 0,
        by: by.iter().copied().collect(),
    };
    let inbox = Inbox::filled(messages);
    attend(&mut program, &mut terminal, &inbox, &NoDoor, Colors::None);
    rows(terminal.backend().buffer(), &|cell| {
        cell.symbol().to_owned()
    })
    .join("\n")
}

#[test]
fn on_the_full_screen_half_typed_text_goes_behind_the_lock_and_comes_back() {
    let home = home();
    let (flow, host) = kept(home.path());
    let typed = format!("'{HALF}");
    let opened = format!("'{}", PASSPHRASE.replace(' ', "_"));
    for size in [(80, 24), (40, 12), (200, 60)] {
        let show = |script: &[&str], by: &[u64]| {
            screen(&mut flow.clone(), &mut host.clone(), script, by, size)
        };
        let soon = show(&[&typed, "wait"], &[571]);
        assert!(
            soon.contains(HALF) && soon.contains("Druk op een toets."),
            "{soon}"
        );
        // What is typed into a text is typed; another key only keeps the program awake.
        let kept = show(&[&typed, "wait", "'er"], &[571]);
        assert!(
            kept.contains(&format!("{HALF}er")) && !kept.contains("Druk op een"),
            "{kept}"
        );
        let kept = show(&[&typed, "wait", "esc"], &[571]);
        assert!(
            kept.contains(HALF) && !kept.contains("Verbergen en sluiten"),
            "{kept}"
        );
        for script in [
            &[&typed, "wait", "wait"][..],
            &[&typed, "esc", "wait", "wait"],
            &[&typed, "wait", "wait", "f2", "f3", "esc"],
        ] {
            let locked = show(script, &[571, 30]);
            assert!(!locked.contains(HALF) && !locked.contains(SAID), "{locked}");
        }
        let wrong = show(&[&typed, "wait", "wait", "'tuin_beek enter"], &[571, 30]);
        assert!(
            wrong.contains("Op slot") && !wrong.contains("tuin"),
            "{wrong}"
        );
        let open = show(
            &[&typed, "wait", "wait", "'onzin enter", &opened, "enter"],
            &[571, 30],
        );
        assert!(open.contains(HALF) && !open.contains("Op slot"), "{open}");
    }
}

#[test]
fn a_path_that_is_half_typed_comes_back_too() {
    let home = home();
    let (mut flow, mut host) = kept(home.path());
    send(&mut flow, &mut host, Intent::Keep);
    send(&mut flow, &mut host, Intent::Choose(2));
    assert_eq!(moment(&flow), "place");
    let opened = format!("'{}", PASSPHRASE.replace(' ', "_"));
    let script = ["'-ander", "wait", "wait", &opened, "enter"];
    let shown = screen(&mut flow, &mut host, &script, &[571, 30], (120, 24));
    assert!(shown.contains("-ander"), "{shown}");
}

/// A clock that lines tell the time.
#[derive(Debug, Default, Clone)]
struct Told(Arc<Mutex<u64>>);

impl Clock for Told {
    fn now(&self) -> Moment {
        at(*self.0.lock().expect("one test"))
    }
}

/// Lines, or seconds in which none comes.
enum Said {
    Line(&'static str),
    Wait(u64),
}

struct Lines {
    script: VecDeque<Said>,
    clock: Told,
    hidden: Vec<bool>,
}

impl LineSource for Lines {
    fn next_line(&mut self) -> Incoming {
        match self.script.pop_front() {
            None => Incoming::End,
            Some(Said::Line(line)) => Incoming::Line(line.to_owned()),
            Some(Said::Wait(seconds)) => {
                *self.clock.0.lock().expect("one test") += seconds;
                Incoming::Late
            }
        }
    }

    fn show_typing(&mut self, typing: Typing) {
        self.hidden.push(typing == Typing::Hidden);
    }
}

#[test]
fn line_by_line_the_lock_pushes_everything_out_of_sight_and_what_is_half_typed_comes_back() {
    let home = home();
    let (mut flow, host) = kept(home.path());
    let StageView::Asking(asking) = flow.view().stage else {
        panic!("a question");
    };
    let words = asking.question.split_whitespace();
    let question = words.take(3).collect::<Vec<_>>().join(" ");
    let clock = Told::default();
    let mut host = host.with_clock(Arc::new(clock.clone()));
    let mut paper = Paper::default();
    let mut lines = Lines {
        script: [
            Said::Line(HALF),
            Said::Wait(571),
            Said::Line(""),
            Said::Wait(571),
            Said::Wait(30),
            Said::Line(":alles"),
            Said::Line(":kaart"),
            Said::Line("tuin beek"),
            Said::Line(PASSPHRASE),
            Said::Line("en verder"),
            Said::Line(""),
            Said::Line(":terug"),
        ]
        .into(),
        clock,
        hidden: Vec::new(),
    };
    run(&mut flow, &mut host, &mut lines, &mut paper).expect("a paper can be written");
    let text = paper.text();
    assert!(text.contains("Druk op Enter."), "{text}");
    let (before, after) = text
        .split_once(&"\n".repeat(100))
        .expect("a hundred empty lines");
    assert!(
        !before.contains("Op slot"),
        "an empty line kept it awake: {before}"
    );
    let (locked, _) = after
        .split_once(&question)
        .expect("the question comes back");
    assert!(locked.contains("Op slot") && !locked.contains(SAID) && !locked.contains(HALF));
    assert!(
        after.contains(&format!("   {HALF}\n   en verder\n")),
        "{after}"
    );
    assert!(!text.contains("tuin"), "no passphrase is printed");
    assert!(lines.hidden.contains(&true) && lines.hidden.contains(&false));
}
