//! A person types a diagnosis in every text field of the guide: none of it reaches a paper for someone else, or its name,
//! unless the person found a way past it.
//!
//! The fields are found by walking the guide with different choices, not by a list; a question that no walk comes to is a
//! failure.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use weegwijzer::app::effect::Effect;
use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::Host;
use weegwijzer::app::intent::{HealthWish, Intent, LineWish};
use weegwijzer::app::view::{AsideBody, AsideView, StageView};
use weegwijzer::content::library::Library;
use weegwijzer::core::answer::Choice;
use weegwijzer::core::ask::Reply;
use weegwijzer::core::ids::QuestionId;
use weegwijzer::core::session::With;
use weegwijzer::paper::{FORMATS, Holds};
use weegwijzer::privacy::{Level, check};

use crate::support::moment::listed;
use crate::support::reading;
use crate::support::script::{begin, send};
use crate::support::typist::{Typist, fields_of};
use crate::support::walk::past_the_welcome;

/// As many as the longest list to pick one from has, so that every choice is made once.
const WALKS: usize = 8;

/// What is done with a paper on a walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Paper {
    /// It is taken through the check, and saved in every format.
    Saved,
    /// It is passed by; the walk only shows what is asked.
    PassedBy,
}

/// The marks in a text.
fn flags(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.starts_with("vlag") && word.ends_with('x'))
        .map(str::to_owned)
        .collect()
}

#[expect(clippy::disallowed_methods, reason = "tests look at their own folder")]
fn written(home: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(home).expect("a folder");
    entries
        .map(|entry| entry.expect("an entry").path())
        .map(|path| {
            let name = path
                .file_name()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            let bytes = std::fs::read(&path).expect("a file");
            (name, bytes)
        })
        .collect()
}

/// Whatever is wanted while a word is open, no paper for someone else comes of it.
fn nothing_gets_past(flow: &Flow) {
    let path = "/tmp/nergens/blad.txt".to_owned();
    for wanted in [
        vec![Intent::SaveAt(path.clone())],
        vec![Intent::Continue, Intent::SaveAt(path.clone())],
        vec![
            Intent::Health(HealthWish::Choose(0)),
            Intent::Continue,
            Intent::Continue,
            Intent::SaveAt(path.clone()),
        ],
        vec![
            Intent::Health(HealthWish::Choose(0)),
            Intent::Health(HealthWish::NotHealth(String::new())),
            Intent::SaveAt(path.clone()),
        ],
        vec![Intent::Back, Intent::Continue, Intent::SaveAt(path)],
    ] {
        let mut flow = flow.clone();
        for intent in wanted {
            for effect in flow.update(intent) {
                assert!(
                    !matches!(effect, Effect::WriteShared { .. }),
                    "a paper with an open word left"
                );
            }
        }
    }
}

/// Finds a way past every word, each way in turn. Returns the marks of what was said to be no health, which may be written.
fn decide(flow: &mut Flow, host: &mut Host, round: usize) -> BTreeSet<String> {
    let mut kept = BTreeSet::new();
    let mut turn = round;
    while listed(flow).left > 0 {
        let rows = listed(flow).rows;
        let at = rows
            .iter()
            .position(|row| row.done.is_none())
            .expect("one is left");
        send(flow, host, Intent::Health(HealthWish::Choose(at)));
        let StageView::HealthCheck(view) = flow.view().stage else {
            panic!("a finding that is left can be looked at");
        };
        turn += 1;
        let wish = match turn % 3 {
            0 => {
                kept.extend(flags(&view.line));
                HealthWish::NotHealth(view.word.clone())
            }
            1 => HealthWish::LeaveOut,
            _ => {
                let say = view.rewordings.first().cloned();
                HealthWish::Reword(say.unwrap_or_else(|| "Ik werk graag rustig.".to_owned()))
            }
        };
        send(flow, host, Intent::Health(wish));
    }
    kept
}

/// At the first question, alone or with a coach.
fn begun(home: &Path, with: With) -> (Flow, Host) {
    let (mut flow, mut host) = begin(Library::built_in(), "nl", home);
    if with == With::Coach {
        flow.begin_together();
    }
    past_the_welcome(&mut flow, &mut host);
    (flow, host)
}

/// Walks one route with one choice at every fork, and saves the paper for someone else. Returns the questions that were asked.
fn walk(
    flow: &Flow,
    host: &Host,
    home: &Path,
    route: &str,
    number: usize,
    paper: Paper,
) -> (BTreeSet<QuestionId>, BTreeSet<(QuestionId, String)>) {
    let (mut flow, mut host) = (flow.clone(), host.clone());
    let mut typist = Typist::default();
    let mut asked = BTreeSet::new();
    let mut fields = BTreeSet::new();
    let mut papers = 0;
    let mut looked = false;
    for _ in 0..400 {
        let intent = match flow.view().stage {
            StageView::Asking(view) => {
                // What an employer asks in a rehearsal is no question of the guide.
                if !view.id.as_str().starts_with(':') {
                    asked.insert(view.id.base());
                }
                fields.extend(fields_of(&view.id, &view.ask));
                let reply = match view.id.as_str() {
                    "route" => Reply::Pick(route.into()),
                    // Everything is done together with the coach who sits there.
                    id if id.starts_with(":who-") => Reply::Pick("together".into()),
                    "card-wanted" => Reply::Pick("yes".into()),
                    "ending" => Reply::Pick(["both", "sheet", "both", "plan"][number % 4].into()),
                    _ => typist.reply(&view.id, &view.ask, number),
                };
                Intent::Reply(view.id.clone(), reply)
            }
            StageView::Preview(view) if view.private || paper == Paper::PassedBy => Intent::GoOn,
            StageView::Preview(view) => {
                // A calendar has days and fixed words.
                if view.blocks.iter().all(|block| block.title.is_empty()) {
                    send(&mut flow, &mut host, Intent::GoOn);
                    continue;
                }
                papers += 1;
                let off = view.blocks.iter().flat_map(|block| &block.lines);
                for line in off.filter(|line| !line.on) {
                    send(
                        &mut flow,
                        &mut host,
                        Intent::Line(line.id.clone(), LineWish::Toggle),
                    );
                }
                send(&mut flow, &mut host, Intent::Continue);
                assert!(listed(&flow).left > 0, "{route} {number}: words are open");
                nothing_gets_past(&flow);
                assert!(
                    written(home).is_empty(),
                    "{route} {number}: nothing is written"
                );
                let kept = decide(&mut flow, &mut host, number);
                send(&mut flow, &mut host, Intent::Continue);
                // On a computer of one's own; that is asked once.
                if papers == 1 {
                    assert!(matches!(flow.view().stage, StageView::Aside(_)));
                    send(&mut flow, &mut host, Intent::Choose(0));
                }
                save(&flow, &host, home, &kept, &format!("{route} {number}"));
                Intent::GoOn
            }
            // Without a plan, so that everything is asked.
            StageView::Aside(AsideView {
                moment: "plan",
                body: AsideBody::Ways(ways),
                ..
            }) => Intent::Choose(ways.len() - 1),
            // A rehearsal was begun, and is walked to its end.
            StageView::Aside(_) => Intent::Choose(0),
            // The card for the coach is made at the end.
            StageView::Over(view) if flow.view().together && paper == Paper::Saved && !looked => {
                looked = true;
                let card = view
                    .papers
                    .iter()
                    .position(|title| title.contains("afspraken"));
                Intent::Look(card.expect("a card for the coach"))
            }
            StageView::Over(_) => {
                let due = ["both", "sheet", "both", "plan"][number % 4] != "plan";
                let sheet = usize::from(due && paper == Paper::Saved);
                let card = usize::from(flow.view().together && paper == Paper::Saved);
                assert_eq!(papers, sheet + card, "{route} {number}");
                assert_eq!(typist.fields, fields, "{route} {number}");
                return (asked, fields);
            }
            _ => Intent::Continue,
        };
        send(&mut flow, &mut host, intent);
    }
    panic!("{route} {number} does not end");
}

/// Saves a paper in every format, and looks at all that was written.
fn save(flow: &Flow, host: &Host, home: &Path, kept: &BTreeSet<String>, case: &str) {
    let lexicon = flow.opened().expect("a guide is open").lexicon.clone();
    for format in FORMATS
        .iter()
        .filter(|format| format.holds == Holds::Blocks)
    {
        let ending = format.ending;
        let (mut flow, mut host) = (flow.clone(), host.clone());
        let StageView::Asking(forms) = flow.view().stage else {
            panic!("the forms are asked")
        };
        let form = Reply::PickMany(vec![Choice::Item(ending.into())]);
        send(&mut flow, &mut host, Intent::Reply(forms.id, form));
        for name in [
            "mijn-depressie",
            "Autisme",
            "blad_adhd",
            "rust door mijn manie",
        ] {
            let path = home.join(format!("{name}.{ending}"));
            let path = path.to_string_lossy().into_owned();
            send(&mut flow, &mut host, Intent::SaveAt(path));
            assert!(written(home).is_empty(), "{case}: {name}");
        }
        let path = home.join(format!("blad.{ending}"));
        let path = path.to_string_lossy().into_owned();
        send(&mut flow, &mut host, Intent::SaveAt(path));
        let all = written(home);
        assert_eq!(
            all.len(),
            1,
            "{case} {ending}: {:?} {:?}",
            all.keys(),
            flow.view().stage
        );
        for (name, bytes) in all {
            // What stands in a PDF is packed; other tests hold that all formats say the same.
            let text = if ending == "pdf" {
                String::new()
            } else {
                reading::text(ending, &bytes) + "\n" + &reading::properties(ending, &bytes)
            };
            let stray: Vec<_> = flags(&text).difference(kept).cloned().collect();
            assert!(stray.is_empty(), "{case} {name}: {stray:?}\n{text}");
            // Whatever health word still stands there, stands in a line that the person said is no health.
            for line in text.lines() {
                let stops = check(line, &lexicon);
                let stops = stops.iter().any(|one| one.level == Level::Stop);
                assert!(
                    !stops || !flags(line).is_disjoint(kept),
                    "{case} {name}: {line}"
                );
            }
            std::fs::remove_file(home.join(name)).expect("it was written");
        }
    }
}

fn every_field(route: &str, numbers: &[usize]) {
    let home = tempfile::tempdir().expect("a folder");
    let (flow, host) = begun(home.path(), With::Alone);
    let mut fields = BTreeSet::new();
    for number in numbers {
        let (_, there) = walk(&flow, &host, home.path(), route, *number, Paper::Saved);
        fields.extend(there);
    }
    // Every field there is on this route, whatever is chosen.
    let mut all = BTreeSet::new();
    for number in 0..WALKS {
        let (_, there) = walk(&flow, &host, home.path(), route, number, Paper::PassedBy);
        all.extend(there);
    }
    let missed: Vec<_> = all.difference(&fields).collect();
    assert!(
        missed.is_empty(),
        "{route}: no paper was saved with {missed:?}"
    );
}

#[test]
fn no_diagnosis_typed_beside_a_coach_reaches_a_paper_undecided() {
    let home = tempfile::tempdir().expect("a folder");
    let (flow, host) = begun(home.path(), With::Coach);
    walk(&flow, &host, home.path(), "weigh", 0, Paper::Saved);
}

#[test]
fn no_diagnosis_typed_in_any_field_of_the_sheet_route_reaches_a_paper_undecided() {
    every_field("sheet", &[0, 3, 5]);
}

#[test]
fn no_diagnosis_typed_in_any_field_of_the_weigh_route_reaches_a_paper_undecided() {
    every_field("weigh", &[0, 4, 6]);
}

#[test]
fn no_diagnosis_typed_in_any_field_of_the_whole_guide_reaches_a_paper_undecided() {
    every_field("all", &[0, 3, 5]);
}

#[test]
fn the_walks_come_to_every_question_of_the_guide() {
    let home = tempfile::tempdir().expect("a folder");
    let (flow, host) = begun(home.path(), With::Alone);
    let opened = flow.opened().expect("a guide is open");
    let guide = &opened.loaded.guide;
    let mut asked = BTreeSet::new();
    for way in guide.ways() {
        for number in 0..WALKS {
            let route = way.id.as_str();
            asked.extend(walk(&flow, &host, home.path(), route, number, Paper::PassedBy).0);
        }
    }
    let (flow, host) = begun(home.path(), With::Coach);
    asked.extend(walk(&flow, &host, home.path(), "all", 0, Paper::PassedBy).0);
    let all = guide.questions().iter().map(|question| &question.id);
    let never: Vec<_> = all.filter(|id| !asked.contains(*id)).collect();
    assert!(never.is_empty(), "{never:?}");
}
