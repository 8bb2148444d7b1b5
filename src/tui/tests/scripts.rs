//! Key scripts through the loop: what comes of them, what is kept, and how often is drawn.

use crate::app::intent::HealthWish;
use crate::app::intent::Way;
use crate::app::intent::{Beside, FaceKind, Meet};
use crate::app::intent::{Intent, LineWish};
use crate::app::view::StageView;
use crate::app::view::{CoachView, ConsequenceView};
use crate::core::answer::Answer;
use crate::core::answer::Blank;
use crate::core::ask::Reply;
use crate::core::ids::ItemId;
use crate::core::ids::LineId;
use crate::core::ids::QuestionId;
use crate::core::ids::StepId;
use crate::core::words::Lang;
use crate::tui::face::Face;
use crate::tui::run::Colors;
use crate::tui::run::Leave;
use crate::tui::run::attend;
use crate::tui::terminal::Inbox;
use crate::tui::terminal::Message;
use crate::tui::tests::views::{ask_stage, asking, line, pick, stages, view};
use crate::tui::tests::{NoDoor, Script, keys, layout, ran, seen, words};
use crossterm::event::Event;
use crossterm::event::KeyCode;
use crossterm::event::KeyEvent;
use crossterm::event::KeyEventKind;
use crossterm::event::KeyModifiers;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

/// Says that a script at a stage comes to these intents.
fn came_to(stage: &str, script: &str, expected: &[Intent]) {
    let found = stages().into_iter().find(|(name, _)| *name == stage);
    let (_, shown) = found.expect("a stage of that name");
    let (wanted, ..) = ran(vec![shown], &[script]);
    assert_eq!(wanted, expected, "{stage}: {script}");
}

#[test]
fn a_key_script_comes_to_what_a_person_wants() {
    let question = |id: &str| QuestionId::new(id);
    let blank = |blank| Intent::Reply(question("tijden"), Reply::Blank(blank));
    let pick = |id: &str| Intent::Reply(question("tijden"), Reply::Pick(ItemId::new(id)));
    let said = |text: &str| Intent::Reply(question("woorden"), Reply::Text(text.to_owned()));
    for (stage, script, expected) in [
        ("welcome", "enter", vec![Intent::Continue]),
        ("welcome", "t", vec![Intent::Speak(Lang::new("en"))]),
        (
            "welcome",
            "down*2 enter",
            vec![Intent::Face(FaceKind::Plain)],
        ),
        ("asking pick", "down enter", vec![pick("k2")]),
        ("asking pick", "F6", vec![blank(Blank::Skipped)]),
        ("asking pick", "d", vec![blank(Blank::NotKnown)]),
        (
            "asking pick",
            "down*13 right enter",
            vec![blank(Blank::NotNow)],
        ),
        ("asking pick", "down*12 up enter", vec![pick("k12")]),
        ("asking pick", "esc l", vec![blank(Blank::RatherNot)]),
        ("asking pick", "b", vec![Intent::Back]),
        ("asking pick", "esc esc space enter", vec![pick("k1")]),
        ("asking pick", "space esc v", vec![pick("k1")]),
        (
            "asking pick",
            "m down enter",
            vec![Intent::Jump(StepId::new("twee"))],
        ),
        (
            "asking pick",
            "u r",
            vec![Intent::Undo, Intent::Beside(Beside::Review)],
        ),
        ("asking pick", ".", vec![Intent::Hide]),
        ("asking line", "'bq.?_m enter", vec![said("bq.? m")]),
        (
            "asking line",
            "'ab esc s",
            vec![Intent::Reply(
                question("woorden"),
                Reply::Blank(Blank::Skipped),
            )],
        ),
        (
            "asking line",
            "'ab F1 esc F2 esc esc esc 'c enter",
            vec![said("abc")],
        ),
        ("asking line", "'ab down 'c enter", vec![said("abc")]),
        ("asking line", "'ab ^q", vec![Intent::Hide]),
    ] {
        came_to(stage, script, &expected);
    }
}

#[test]
fn a_key_script_at_papers_and_lists_comes_to_what_a_person_wants() {
    let question = |id: &str| QuestionId::new(id);
    let line = |id: &str| LineId::new(id);
    let wish = Intent::Health;
    for (stage, script, expected) in [
        ("consequence", "down enter", vec![Intent::Back]),
        ("notice", "enter", vec![Intent::Continue]),
        ("review", "down enter", vec![Intent::Edit(question("plek"))]),
        ("review", "end enter", vec![Intent::Back]),
        (
            "preview",
            "space",
            vec![Intent::Line(line("een"), LineWish::Toggle)],
        ),
        (
            "preview",
            "down z",
            vec![Intent::Line(line("twee"), LineWish::Soften)],
        ),
        ("preview", "z", vec![]),
        (
            "preview",
            "down -",
            vec![Intent::Line(line("twee"), LineWish::Move(Way::Up))],
        ),
        (
            "preview",
            "+",
            vec![Intent::Line(line("een"), LineWish::Move(Way::Down))],
        ),
        ("preview", "enter", vec![Intent::Continue]),
        ("preview", "l down*3 enter", vec![Intent::Continue]),
        ("preview", "g", vec![Intent::GoOn]),
        ("preview", "s", vec![Intent::Continue]),
        ("preview", "a", vec![Intent::Company(Meet::Switch)]),
        ("preview", "v", vec![Intent::Edit(question("about"))]),
        ("private preview", "enter", vec![Intent::GoOn]),
        ("private preview", "l enter", vec![Intent::GoOn]),
        ("private preview", "down*2 enter", vec![Intent::GoOn]),
        ("private preview", "down*3 enter", vec![Intent::Continue]),
        ("private preview", "s", vec![Intent::Continue]),
        ("private preview", "l s", vec![Intent::Continue]),
        ("preview", "down*3 enter", vec![Intent::GoOn]),
        (
            "health",
            "down enter",
            vec![wish(HealthWish::Reword(
                "Rust tussen taken helpt mij.".to_owned(),
            ))],
        ),
        (
            "health",
            "enter '9_uur enter",
            vec![wish(HealthWish::Reword(
                "Ik begin graag om 9 uur.".to_owned(),
            ))],
        ),
        ("health", "down*3 enter", vec![wish(HealthWish::LeaveOut)]),
        (
            "health",
            "down*4 'stres enter 's enter",
            vec![
                wish(HealthWish::NotHealth("stres".to_owned())),
                wish(HealthWish::NotHealth("stress".to_owned())),
            ],
        ),
        ("health", "end enter", vec![wish(HealthWish::GoTo)]),
        ("health of a private text", "enter", vec![Intent::Continue]),
        ("findings", "enter", vec![wish(HealthWish::Choose(1))]),
        ("findings", "up enter", vec![wish(HealthWish::Choose(0))]),
        (
            "findings",
            "down*3 enter",
            vec![wish(HealthWish::Choose(1))],
        ),
        ("findings decided on", "enter", vec![Intent::Continue]),
        (
            "place",
            "'x enter",
            vec![Intent::SaveAt("/home/jij/blad.txtx".to_owned())],
        ),
        ("place that exists", "enter", vec![Intent::Back]),
        ("place that exists", "up enter", vec![Intent::Continue]),
        ("bad guide", "enter", vec![Intent::Continue]),
        ("over", "enter", vec![Intent::Choose(0)]),
        ("over", "down enter", vec![Intent::Look(0)]),
        ("over", "down*2 enter", vec![Intent::Beside(Beside::Review)]),
        ("stopping", "enter", vec![Intent::Back]),
        ("stopping", "up enter", vec![Intent::Continue]),
        ("stopping", "^c", vec![Intent::Stop]),
    ] {
        came_to(stage, script, &expected);
    }
}

#[test]
fn a_refusal_goes_with_the_next_change() {
    let mut refused = asking("tijden", line());
    refused.refusal = Some("Maak het korter.".to_owned());
    let refused = StageView::Asking(Box::new(refused));
    for (script, stays) in [("", true), ("down", true), ("'a", false)] {
        let (_, _, screen) = ran(vec![refused.clone()], &[script]);
        assert_eq!(screen.contains("Maak het korter."), stays, "{script}");
    }
}

#[test]
fn an_answer_that_would_go_is_kept_by_one_enter() {
    let consequence = |replaces| {
        StageView::Consequence(ConsequenceView {
            set_aside: Vec::new(),
            new: 0,
            replaces,
        })
    };
    for (replaces, expected) in [(true, Intent::Back), (false, Intent::Continue)] {
        let (wanted, ..) = ran(vec![consequence(replaces)], &["enter"]);
        assert_eq!(wanted, [expected]);
    }
}

#[test]
fn prompts_that_stand_beside_a_question_do_not_cover_it() {
    let words = words();
    let mut asked = asking("tijden", pick(3));
    asked.coach = Some(CoachView {
        prompts: vec!["Wat helpt jou?".to_owned()],
        pitfall: "Kies niet mee.".to_owned(),
    });
    let asked = view(StageView::Asking(Box::new(asked)));
    let question = "op een gewone dag?";
    for (size, covered) in [((80, 24), true), ((200, 60), false)] {
        for script in ["F10", "esc c"] {
            let mut face = Face::open(asked.clone(), &words, None, layout(size));
            for event in keys(script) {
                face.on(&event, &words);
            }
            let (rows, _) = seen(&mut face, &words, size);
            let screen = rows.join("\n");
            assert!(screen.contains("Wat helpt jou?"), "{screen}");
            assert_eq!(screen.contains(question), !covered, "{script}:\n{screen}");
        }
    }
}

#[test]
fn typed_text_is_kept_through_back_a_refusal_and_a_skip() {
    let first = ask_stage("woorden", line());
    let second = ask_stage("tijden", pick(3));
    let mut refused = asking("woorden", line());
    refused.refusal = Some("Maak het korter.".to_owned());
    let refused = StageView::Asking(Box::new(refused));
    let mut skipped = asking("woorden", line());
    skipped.answer = Some(Answer::Blank(Blank::Skipped));
    let skipped = StageView::Asking(Box::new(skipped));
    let consequence = StageView::Consequence(ConsequenceView {
        set_aside: Vec::new(),
        new: 1,
        replaces: false,
    });
    for (stages, script, kept) in [
        (
            vec![first.clone(), second.clone(), first.clone()],
            "'tekst F4 F4",
            true,
        ),
        (vec![first.clone(), refused], "'tekst enter", true),
        (
            vec![first.clone(), second.clone(), skipped],
            "'tekst F6 F4",
            true,
        ),
        (
            vec![first.clone(), second, first.clone()],
            "'tekst enter F4",
            false,
        ),
        (
            vec![first.clone(), consequence.clone(), first.clone()],
            "'tekst enter b",
            true,
        ),
        (
            vec![first.clone(), consequence, first],
            "'tekst enter enter",
            false,
        ),
    ] {
        let (_, _, screen) = ran(stages, &[script]);
        assert_eq!(screen.contains("tekst"), kept, "{script}\n{screen}");
    }
}

#[test]
fn what_is_half_typed_is_not_left_without_a_question() {
    let stage = ask_stage("woorden", line());
    let (wanted, leave, screen) = ran(vec![stage.clone()], &["'tekst ^c", "down"]);
    assert_eq!((wanted, leave), (vec![Intent::Stop], Leave::Exit));
    assert!(screen.contains("Stoppen?"), "{screen}");
    let (wanted, leave, screen) = ran(vec![stage.clone()], &["'tekst ^c", "enter 'en"]);
    assert_eq!((wanted.len(), leave), (1, Leave::Exit));
    assert!(screen.contains("teksten"), "{screen}");
    let (wanted, _, _) = ran(vec![stage], &["'tekst ^c ^c"]);
    assert_eq!(wanted, vec![Intent::Stop]);
}

#[test]
fn all_keys_that_wait_are_drawn_once_and_none_is_lost() {
    let words = words();
    let offers = 300;
    let mut program = Script::new(vec![ask_stage("tijden", pick(offers))]);
    let mut messages: Vec<Message> = (0..205).map(|_| Message::Events(keys("down"))).collect();
    messages.push(Message::Events(keys("enter")));
    let inbox = Inbox::filled(messages);
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).expect("a test terminal opens");
    attend(&mut program, &mut terminal, &inbox, &NoDoor, Colors::None);
    let reply = Intent::Reply(QuestionId::new("tijden"), Reply::Pick(ItemId::new("k206")));
    assert_eq!(program.wanted, vec![reply]);
    // Once when it opened, once for everything that waited.
    assert_eq!(terminal.get_frame().count(), 2);
    // A view is asked for only when the program did something.
    assert_eq!(program.views.get(), 2);
    let mut face = Face::open(
        view(ask_stage("tijden", pick(3))),
        &words,
        None,
        layout((80, 24)),
    );
    let release = KeyEvent::new_with_kind(KeyCode::Down, KeyModifiers::NONE, KeyEventKind::Release);
    assert_eq!(face.on(&Event::Key(release), &words), None);
}

#[test]
fn pasted_text_comes_in_whole_and_submits_nothing() {
    let mut program = Script::new(vec![ask_stage("woorden", line())]);
    let pasted = Event::Paste("een\r\ntwee".to_owned());
    let mut events = vec![pasted];
    events.extend(keys("enter"));
    let inbox = Inbox::filled([Message::Events(events)]);
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).expect("a test terminal opens");
    attend(&mut program, &mut terminal, &inbox, &NoDoor, Colors::None);
    let reply = Reply::Text("een twee".to_owned());
    assert_eq!(
        program.wanted,
        vec![Intent::Reply(QuestionId::new("woorden"), reply)]
    );
}
