//! What was typed while practising, to look at and to forget, sentence by sentence.
//!
//! Nothing is forgotten without a yes. What is kept is written without it at once, the previous copy too.

use crate::app::flow::aside::ways;
use crate::app::flow::practice::Tried;
use crate::app::flow::state::Flow;
use crate::app::stage::Rehearsing;
use crate::app::view::AsideView;
use crate::core::words::fill;

impl Flow {
    /// What was typed: the question of the employer, which time, and what was said. In the order of the questions; what was typed
    /// at a question that is not asked any more stands last.
    fn typed_drafts(&self) -> Vec<(&str, usize, &Tried)> {
        let place = |id: &str| {
            let all = self.rehearsal().map(|all| all.questions.as_slice());
            let mut all = all.unwrap_or_default().iter();
            all.position(|question| question.id == id)
        };
        let mut typed: Vec<_> = self
            .practice
            .drafts()
            .iter()
            .flat_map(|(id, tries)| {
                let tries = tries.iter().enumerate();
                tries.map(move |(turn, tried)| (id.as_str(), turn, tried))
            })
            .filter(|(.., tried)| !tried.said.is_empty() || !tried.then.is_empty())
            .collect();
        typed.sort_by_key(|(id, turn, _)| (place(id).unwrap_or(usize::MAX), *turn));
        typed
    }

    /// Says whether there is something to forget.
    pub(super) fn has_drafts(&self) -> bool {
        !self.typed_drafts().is_empty()
    }

    pub(super) fn choose_draft(&mut self, number: usize) {
        let count = self.typed_drafts().len();
        if number < count {
            self.to(Rehearsing::Forget(number));
        } else if number == count {
            self.to(Rehearsing::Start);
        }
    }

    pub(super) fn choose_to_forget(&mut self, number: usize, way: usize) {
        let draft = self.typed_drafts().into_iter().nth(number);
        let draft = draft.map(|(id, turn, _)| (id.to_owned(), turn));
        match (way, draft) {
            (0, _) => self.to(Rehearsing::Drafts),
            (1, Some((question, turn))) => {
                self.practice.forget(&question, turn);
                if let Some(kept) = &mut self.kept {
                    kept.forgot = true;
                }
                self.message = Some(self.words.rehearsal.forgotten.clone());
                self.to(if self.has_drafts() {
                    Rehearsing::Drafts
                } else {
                    Rehearsing::Start
                });
            }
            _ => {}
        }
    }

    pub(super) fn drafts_view(&self) -> AsideView {
        let words = &self.words.rehearsal;
        let typed = self.typed_drafts();
        let rows: Vec<String> = typed
            .iter()
            .map(|(id, _, tried)| self.draft_said(id, tried))
            .collect();
        ways(
            "rehearsal-drafts",
            &words.drafts_title,
            [&words.drafts_text],
            rows.iter().chain([&self.words.menu.back]),
        )
    }

    pub(super) fn forget_view(&self, number: usize) -> AsideView {
        let words = &self.words.rehearsal;
        let typed = self.typed_drafts();
        let said = typed
            .get(number)
            .map(|(id, _, tried)| self.draft_said(id, tried))
            .unwrap_or_default();
        ways(
            "rehearsal-forget",
            &words.forget_title,
            [&said, &words.forget_text, &words.forget_plan],
            [&words.forget_no, &words.forget_yes],
        )
    }

    /// What was asked, where the guide still knows that, and what was typed.
    fn draft_said(&self, question: &str, tried: &Tried) -> String {
        let words = &self.words.rehearsal;
        let text = match (&*tried.said, &*tried.then) {
            (said, "") => said.to_owned(),
            ("", then) => then.to_owned(),
            (said, then) => fill(&words.draft_then, &[("text", said), ("then", then)]),
        };
        let all = self.rehearsal().map(|all| all.questions.as_slice());
        let mut all = all.unwrap_or_default().iter();
        match all.find(|one| one.id == question) {
            Some(one) => fill(&words.draft, &[("ask", &one.ask), ("text", &text)]),
            None => fill(&words.draft_alone, &[("text", &text)]),
        }
    }
}
