//! Small things for who comes back, or changes something at the end: the next step with its day, where changing begins, and a
//! plan that is not what was written any more.

use weegwijzer::app::flow::Flow;
use weegwijzer::app::host::Host;
use weegwijzer::app::intent::{Beside, Intent, Meet};
use weegwijzer::app::view::{OverView, StageView};
use weegwijzer::content::library::Library;
use weegwijzer::core::ask::Reply;
use weegwijzer::core::words::{Lang, Words, fill};

use crate::support::back::{first, made, made_home, opened, plan, words};
use crate::support::moment::{aside, asking, go};
use crate::support::said::{form, items, pick};
use crate::support::script::send;
use crate::support::talk::home;
use crate::support::walk::{begun, is_over, on_to, skip};

fn over(flow: &Flow) -> OverView {
    match flow.view().stage {
        StageView::Over(view) => view,
        other => panic!("not the end: {other:?}"),
    }
}

fn all_words(lang: &str) -> Words {
    let words = Library::built_in().words(&Lang::new(lang));
    words.expect("the words load")
}

#[test]
fn who_comes_back_alone_reads_the_next_step_with_its_day() {
    for (lang, says) in [
        ("nl", "Je volgende stap: mijn zus bellen, 10 december 2026."),
        ("en", "Your next step: mijn zus bellen, 10 December 2026."),
    ] {
        let home = home();
        let mut said = first();
        said.push((
            "next-step",
            form(&[("what", "mijn zus bellen"), ("day", "10-12-2026")]),
        ));
        made(Library::built_in(), lang, home.path(), &said);
        let (mut flow, mut host) = opened(Library::built_in(), lang, home.path());
        assert_eq!(aside(&flow).text[1..], [says]);
        // Not while a coach looks on.
        send(&mut flow, &mut host, Intent::Choose(0));
        send(&mut flow, &mut host, Intent::Company(Meet::Switch));
        send(&mut flow, &mut host, Intent::Choose(0));
        assert!(flow.view().together);
        assert!(!format!("{:?}", flow.view()).contains("mijn zus bellen"));
    }
    let home = made_home();
    let (flow, _host) = opened(Library::built_in(), "nl", home.path());
    assert_eq!(aside(&flow).text.len(), 1, "no step was chosen");
}

#[test]
fn changing_a_plan_begins_at_what_was_said_and_not_at_how_much_time_there_was() {
    let home = made_home();
    let (mut flow, mut host) = opened(Library::built_in(), "nl", home.path());
    go(&mut flow, &mut host, &words("nl").revisit);
    send(
        &mut flow,
        &mut host,
        Intent::Reply("route".into(), pick("talk")),
    );
    on_to(&mut flow, &mut host, &[], &is_over);
    go(&mut flow, &mut host, &words("nl").plan);
    let StageView::Review(view) = flow.view().stage else {
        panic!("the review: {:?}", flow.view().stage)
    };
    let rows: Vec<_> = view.steps.iter().flat_map(|step| &step.rows).collect();
    assert_eq!(rows[view.start].id.as_str(), "situation");
    // Who looks at what was said while answering begins at the top.
    let (mut flow, mut host) = begun("nl", home.path());
    send(&mut flow, &mut host, Intent::Beside(Beside::Review));
    let StageView::Review(view) = flow.view().stage else {
        panic!("the review")
    };
    assert_eq!(view.start, 0);
}

/// Saves the paper that is called so.
fn saved(flow: &mut Flow, host: &mut Host, way: usize) {
    send(flow, host, Intent::Look(way));
    send(flow, host, Intent::Continue);
    for _ in 0..10 {
        match flow.view().stage {
            StageView::Aside(_) => {
                send(flow, host, Intent::Choose(0));
            }
            StageView::Asking(_) => {
                let id = asking(flow).id;
                send(flow, host, Intent::Reply(id, items(&["txt"])));
            }
            StageView::Place(view) if view.exists.is_some() => {
                send(flow, host, Intent::Continue);
            }
            StageView::Place(view) => {
                send(flow, host, Intent::SaveAt(view.path));
            }
            _ => return,
        }
    }
}

fn changed(flow: &mut Flow, host: &mut Host, id: &str, reply: Reply) {
    send(flow, host, Intent::Beside(Beside::Review));
    send(flow, host, Intent::Edit(id.into()));
    send(flow, host, Intent::Reply(id.into(), reply));
    for _ in 0..10 {
        if matches!(flow.view().stage, StageView::Review(_)) {
            break;
        }
        skip(flow, host);
    }
    send(flow, host, Intent::Back);
}

#[test]
fn a_plan_and_a_sheet_that_changed_since_they_were_saved_are_offered_once_more() {
    for lang in ["nl", "en"] {
        let words = all_words(lang).over;
        let home = home();
        let (mut flow, mut host) = begun(lang, home.path());
        on_to(&mut flow, &mut host, &first(), &is_over);
        let papers = over(&flow).papers;
        saved(&mut flow, &mut host, 0);
        saved(&mut flow, &mut host, 1);
        assert_eq!(over(&flow).papers[..2], papers[..2], "nothing changed");
        assert!(!over(&flow).text.contains(&words.plan_changed));
        // The next step stands in the plan and not on the sheet.
        let step = form(&[("what", "bellen"), ("day", "10-12-2026")]);
        changed(&mut flow, &mut host, "next-step", step);
        let view = over(&flow);
        assert!(view.text.contains(&words.plan_changed), "{view:?}");
        assert!(!view.text.contains(&words.sheet_changed), "{view:?}");
        let again = fill(&words.again_changed, &[("title", "")]);
        let at = view.papers.iter().position(|way| way.starts_with(&again));
        let at = at.expect("it is offered once more");
        saved(&mut flow, &mut host, at);
        assert!(!over(&flow).text.contains(&words.plan_changed));
        // An agreement stands on the sheet and not in the plan.
        let other = form(&[("who", "Ik"), ("what", "loop een rondje buiten")]);
        changed(&mut flow, &mut host, "agreement/short-breaks", other);
        let text = over(&flow).text;
        assert!(text.contains(&words.sheet_changed), "{text:?}");
        assert!(!text.contains(&words.plan_changed), "{text:?}");
    }
}

#[test]
fn while_a_coach_looks_on_nothing_is_said_of_a_plan_that_was_saved_alone() {
    let home = home();
    let (mut flow, mut host) = begun("nl", home.path());
    on_to(&mut flow, &mut host, &first(), &is_over);
    saved(&mut flow, &mut host, 0);
    saved(&mut flow, &mut host, 1);
    let own = plan(&[("manager", "needs", "settled")], "de portier");
    changed(&mut flow, &mut host, "plan", own);
    let words = all_words("nl").over;
    assert!(over(&flow).text.contains(&words.plan_changed));
    send(&mut flow, &mut host, Intent::Company(Meet::Switch));
    send(&mut flow, &mut host, Intent::Choose(0));
    for _ in 0..400 {
        if is_over(&flow.view().stage) {
            break;
        }
        skip(&mut flow, &mut host);
    }
    let seen = format!("{:?}", flow.view());
    assert!(
        !seen.contains(&words.plan_changed) && !seen.contains("Opnieuw opslaan"),
        "{seen}"
    );
}
