//! How a topic is done is asked without a preset: nothing is chosen beforehand, and no key pressed once too often chooses.

use weegwijzer::app::view::StageView;
use weegwijzer::core::session::With;
use weegwijzer::tui::run::Colors;

use crate::support::company::{at_topic, begun_together};
use crate::support::screen::{drawn, rows};
use crate::support::talk::{go_on, home};

const TOPICS: [&str; 4] = ["past", "self-image", "plan", "talk-card"];

const SIZES: [(u16, u16); 4] = [(80, 24), (40, 12), (20, 6), (200, 60)];

#[test]
fn together_or_alone_has_nothing_chosen_beforehand_and_a_key_too_many_shows_nothing() {
    for lang in ["nl", "en"] {
        let home = home();
        for topic in TOPICS {
            let (mut flow, mut host) = begun_together(lang, home.path());
            at_topic(&mut flow, &mut host, topic);
            let StageView::Asking(view) = flow.view().stage else {
                panic!("a question")
            };
            assert!(view.answer.is_none() && view.blanks.is_empty() && view.coach.is_none());
            for size in SIZES {
                let (mut flow, mut host) = (flow.clone(), host.clone());
                let (buffer, _) = drawn(&mut flow, &mut host, size, Colors::None, "");
                let shown = rows(&buffer, &|cell| cell.symbol().to_owned()).join("\n");
                assert!(!shown.contains("(o)"), "{lang} {topic}: {shown}");
            }
            // Enter alone chooses nothing, in either face.
            let mut lines = flow.clone();
            go_on(&mut lines, &mut host.clone(), &["", "", ""]);
            assert_eq!(lines.view().stage, flow.view().stage);
            let before = flow.view().stage;
            drawn(&mut flow, &mut host, (80, 24), Colors::None, "enter*3");
            assert_eq!(flow.view().stage, before);
            // What stands first shows nothing.
            drawn(&mut flow, &mut host, (80, 24), Colors::None, "space enter");
            let company = flow.session().expect("a guide").company().clone();
            assert_eq!(company.topics.get(topic), Some(&With::Alone), "{lang}");
        }
    }
}
