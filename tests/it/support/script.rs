//! A whole session as a script: computed with the pure flow, then given to either face.

use std::path::Path;
use std::sync::Arc;

use weegwijzer::app::archive::Archive;
use weegwijzer::app::disk::System;
use weegwijzer::app::flow::{Dossiers, Flow, Start};
use weegwijzer::app::host::{Host, Ran};
use weegwijzer::app::intent::Intent;
use weegwijzer::app::view::{PreviewBlock, StageView, View};
use weegwijzer::content::library::Library;
use weegwijzer::core::answer::Day;
use weegwijzer::core::ask::Reply;
use weegwijzer::core::words::Lang;

use crate::support::keys::script;
use crate::support::lines::lines;
use crate::support::replies::{Dice, fitting};

/// What a person does, moment by moment, in both faces.
#[derive(Debug, Clone, Default)]
pub(crate) struct Script {
    /// The guide that is walked.
    pub(crate) guide: String,
    /// With a coach, and the way that is gone where a plan for the talk is offered.
    pub(crate) plan: Option<usize>,
    /// Lines for the plain face.
    pub(crate) lines: Vec<String>,
    /// Keys for the full screen.
    pub(crate) keys: Vec<String>,
    /// What was before the person at each moment.
    pub(crate) views: Vec<View>,
    /// How many lines and keys were given before each moment.
    pub(crate) given: Vec<(usize, usize)>,
}

impl Script {
    /// The program at the first screen of this script.
    pub(crate) fn begin(&self, library: Library, lang: &str, home: &Path) -> (Flow, Host) {
        let (mut flow, host) = begin_guide(library, lang, home, &self.guide);
        if self.plan.is_some() {
            flow.begin_together();
        }
        (flow, host)
    }
}

/// A flow at its first screen, and its door; files go to `home`.
pub(crate) fn begin(library: Library, lang: &str, home: &Path) -> (Flow, Host) {
    begin_guide(library, lang, home, "openness")
}

/// As [`begin`], with another guide.
pub(crate) fn begin_guide(library: Library, lang: &str, home: &Path, guide: &str) -> (Flow, Host) {
    let today = Day::new(2026, 11, 22);
    begin_on(library, lang, home, guide, today)
}

/// As [`begin_guide`], on another day.
pub(crate) fn begin_on(
    library: Library,
    lang: &str,
    home: &Path,
    guide: &str,
    today: Option<Day>,
) -> (Flow, Host) {
    let lang = Lang::new(lang);
    let words = library.words(&lang).expect("the words load");
    let folder = home.join("").to_string_lossy().into_owned();
    let langs = library.langs();
    let start = Start {
        lang,
        words: Arc::new(words),
        langs,
        guide: guide.to_owned(),
        dossiers: Dossiers {
            folder: folder.clone(),
            known: Vec::new(),
        },
        folder,
        today,
    };
    (Flow::start(start), host(library, home))
}

/// A door to a folder of the test. A guess at a passphrase costs next to nothing here; a test cannot wait for the real price.
pub(crate) fn host(library: Library, home: &Path) -> Host {
    let archive = Archive::new(Arc::new(System), None).with_work(2);
    Host::new(library, Some(home.to_owned())).with_archive(archive)
}

/// Sends an intent and everything that comes of it. Returns whether the program goes on.
pub(crate) fn send(flow: &mut Flow, host: &mut Host, intent: Intent) -> bool {
    let mut pending = vec![intent];
    while let Some(intent) = pending.pop() {
        for effect in flow.update(intent) {
            match host.run(effect) {
                Ran::Outcome(outcome) => pending.push(Intent::Done(outcome)),
                Ran::Clip(_) => {}
                Ran::Face(_) | Ran::Hide | Ran::Exit => return false,
            }
        }
    }
    true
}

/// Walks a guide from the first screen to its end with replies chosen by dice, and writes every paper that is made.
/// `route` and `ending` are the answers to those two questions.
pub(crate) fn random(
    library: Library,
    lang: &str,
    home: &Path,
    dice: &mut Dice,
    route: &str,
    ending: &str,
) -> Script {
    random_guide(library, lang, home, dice, ["openness", route, ending])
}

/// As [`random`], with another guide.
pub(crate) fn random_guide(
    library: Library,
    lang: &str,
    home: &Path,
    dice: &mut Dice,
    walk: [&str; 3],
) -> Script {
    watched(library, lang, home, dice, walk, &mut |_, _| {})
}

/// As [`random_guide`], with a coach and one of the plans for the talk. What can be done alone is done together or alone, as the
/// dice fall.
pub(crate) fn random_together(
    lang: &str,
    home: &Path,
    dice: &mut Dice,
    walk: [&str; 3],
    plan: usize,
) -> Script {
    let begun = Script {
        plan: Some(plan),
        ..Script::default()
    };
    let library = Library::built_in();
    walked(begun, library, lang, home, dice, walk, &mut |_, _| {})
}

/// As [`random_guide`]; every moment is shown to `watch` before the person acts.
pub(crate) fn watched(
    library: Library,
    lang: &str,
    home: &Path,
    dice: &mut Dice,
    walk: [&str; 3],
    watch: &mut dyn FnMut(&Flow, &Host),
) -> Script {
    walked(Script::default(), library, lang, home, dice, walk, watch)
}

fn walked(
    begun: Script,
    library: Library,
    lang: &str,
    home: &Path,
    dice: &mut Dice,
    [guide, route, ending]: [&str; 3],
    watch: &mut dyn FnMut(&Flow, &Host),
) -> Script {
    let mut all = Script {
        guide: guide.to_owned(),
        ..begun
    };
    let (mut flow, mut host) = all.begin(library, lang, home);
    for _ in 0..1000 {
        watch(&flow, &host);
        let view = flow.view();
        all.given.push((all.lines.len(), all.keys.len()));
        let mut step = |line: &[&str], keys: &str| {
            all.lines.extend(line.iter().map(|line| (*line).to_owned()));
            all.keys.push(keys.to_owned());
        };
        let intent = match &view.stage {
            StageView::Asking(asking) => {
                let mut reply = fitting(&asking.ask, dice);
                // Where nothing can be skipped, nothing can be chosen instead.
                if matches!(reply, Reply::Blank(_)) && asking.blanks.is_empty() {
                    reply = Reply::PickMany(Vec::new());
                }
                if asking.blanks.len() == 4 && dice.below(3) == 0 {
                    reply = Reply::Blank(asking.blanks[dice.below(4)]);
                }
                if asking.id.as_str().starts_with(":who-") {
                    reply = Reply::Pick(["together", "alone"][dice.below(2)].into());
                }
                for (id, fixed) in [("route", route), ("ending", ending), ("keep", ending)] {
                    if asking.id.as_str() == id {
                        reply = Reply::Pick(fixed.into());
                    }
                }
                all.lines.extend(lines(&asking.ask, &reply));
                all.keys.push(script(&asking.ask, &reply));
                Intent::Reply(asking.id.clone(), reply)
            }
            StageView::Welcome(_) | StageView::Notice(_) => {
                step(&[""], "enter");
                Intent::Continue
            }
            // Nothing stands on it yet.
            StageView::Preview(paper) if paper.blocks.iter().all(is_off) => {
                step(&[":next"], "g");
                Intent::GoOn
            }
            StageView::Preview(paper) => {
                step(&[":save"], if paper.private { "s" } else { "enter" });
                Intent::Continue
            }
            StageView::Place(place) => {
                step(&[":save"], "enter");
                Intent::SaveAt(place.path.clone())
            }
            StageView::Aside(aside) => {
                let plan = all.plan.filter(|_| aside.moment == "plan").unwrap_or(0);
                step(
                    &[&(plan + 1).to_string()],
                    &format!("home {} enter", "down ".repeat(plan)),
                );
                Intent::Choose(plan)
            }
            StageView::Over(_) => {
                step(&[":stop"], "ctrl-c");
                Intent::Stop
            }
            StageView::Stopping => {
                step(&["1"], "ctrl-c");
                Intent::Stop
            }
            StageView::Consequence(_)
            | StageView::Review(_)
            | StageView::Findings(_)
            | StageView::HealthCheck(_)
            | StageView::Earlier(_)
            | StageView::ThenAndNow(_)
            | StageView::Veiled
            | StageView::BadGuide(_) => {
                panic!("a forward walk does not come to {:?}", view.stage)
            }
        };
        all.views.push(view.clone());
        if !send(&mut flow, &mut host, intent) {
            return all;
        }
        if let (StageView::Asking(before), StageView::Asking(after)) =
            (&view.stage, flow.view().stage)
        {
            assert!(
                after.refusal.is_none(),
                "{}: {:?}",
                before.id,
                after.refusal
            );
        }
    }
    panic!("the walk does not end");
}

fn is_off(block: &PreviewBlock) -> bool {
    block.lines.iter().all(|line| !line.on)
}
