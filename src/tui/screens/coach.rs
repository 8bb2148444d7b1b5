//! What a coach can use at a question: things to ask, and one to mind. Beside the question, or over it.

use crate::app::view::CoachView;
use crate::core::words::{Words, fill};
use crate::tui::page::Page;
use crate::tui::theme::Role;

/// Draws it.
pub fn draw(words: &Words, columns: usize, coach: &CoachView) -> Page {
    let mut page = Page::default();
    page.text(&words.together.panel, Role::Title, columns);
    for prompt in &coach.prompts {
        page.item("- ", Role::Text, prompt, Role::Text, columns);
    }
    let pitfall = fill(&words.together.pitfall, &[("text", &coach.pitfall)]);
    page.text(&pitfall, Role::Text, columns);
    page
}
