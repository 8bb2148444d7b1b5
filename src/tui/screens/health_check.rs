//! A health word to decide on: say the line otherwise, leave it out, or confirm that it is not about health.
//!
//! "Not about my health" needs the word itself, typed; Enter alone never passes it.

use crate::app::intent::Intent;
use crate::app::view::HealthView;
use crate::core::text::{has_open_slot, one_line};
use crate::core::words::fill;
use crate::privacy::Decision;
use crate::tui::editor::Editor;
use crate::tui::inputs::Ctx;
use crate::tui::keys::Act;
use crate::tui::page::{ELSEWHERE, HERE, Page};
use crate::tui::press::Press;
use crate::tui::screens::reaction::Reaction;
use crate::tui::theme::Role;
use crate::tui::widgets::items;

/// What the cursor is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spot {
    /// A rewording.
    Rewording(usize),
    /// The field for own words.
    Own,
    /// Leave the line out.
    LeaveOut,
    /// The field to confirm that it is not about health.
    NotHealth,
}

/// The focus and both fields.
#[derive(Debug, Default)]
pub struct HealthCheck {
    at: usize,
    own: Editor,
    confirm: Editor,
    other_word: bool,
}

impl HealthCheck {
    /// Opens the screen for a line; the field for own words starts from that line.
    pub fn open(view: &HealthView) -> Self {
        Self {
            own: Editor::line(&view.line),
            ..Self::default()
        }
    }

    /// Says whether every printable key is text.
    pub fn typing(&self, view: &HealthView) -> bool {
        matches!(self.spot(view), Spot::Own | Spot::NotHealth)
    }

    /// Takes an act.
    pub fn on(&mut self, act: &Act, ctx: &Ctx<'_>, view: &HealthView) -> Reaction {
        let Act::Press(press) = act else {
            return Reaction::Ignored;
        };
        let spot = self.spot(view);
        match (spot, press) {
            (_, Press::Accept) => return self.accept(spot, view),
            (Spot::Rewording(number), Press::Copy) => {
                if let Some(text) = view.rewordings.get(number) {
                    self.copy(text, view);
                }
                return Reaction::Handled;
            }
            (Spot::Own, Press::Copy) => {
                return if self.own.to_slot() {
                    Reaction::Handled
                } else {
                    Reaction::Ignored
                };
            }
            (Spot::Own, press) if self.own.on(press) => return Reaction::Handled,
            (Spot::NotHealth, press) if self.confirm.on(press) => {
                self.other_word = false;
                return Reaction::Handled;
            }
            (Spot::Rewording(_) | Spot::Own | Spot::LeaveOut | Spot::NotHealth, _) => {}
        }
        match items::moved(self.number(view), count(view), press, ctx) {
            Some(to) => {
                self.at = to;
                Reaction::Handled
            }
            None => Reaction::Ignored,
        }
    }

    /// Draws the screen.
    pub fn draw(&self, ctx: &Ctx<'_>, view: &HealthView) -> Page {
        let mut page = Page::default();
        let words = &ctx.words.health;
        page.text(&words.title, Role::Title, ctx.columns);
        page.text(&words.explain, Role::Text, ctx.columns);
        page.text(&words.in_line, Role::Text, ctx.columns);
        page.item("  ", Role::Text, &marked(view), Role::Text, ctx.columns);
        let word = fill(
            &words.word,
            &[
                ("word", view.word.as_str()),
                ("category", view.category.as_str()),
            ],
        );
        page.text(&word, Role::Notice, ctx.columns);
        page.text(&words.why, Role::Text, ctx.columns);
        if let Some(calm) = &view.calm {
            page.text(calm, Role::Notice, ctx.columns);
        }
        page.gap();
        if let Some(refusal) = &view.refusal {
            page.item("! ", Role::Notice, refusal, Role::Notice, ctx.columns);
        }
        page.end_head();
        self.draw_ways(&mut page, ctx, view);
        page.gap();
        let left = fill(&words.left, &[("count", &view.left.to_string())]);
        page.text(&left, Role::Quiet, ctx.columns);
        page.text(&words.limits, Role::Quiet, ctx.columns);
        page
    }

    fn draw_ways(&self, page: &mut Page, ctx: &Ctx<'_>, view: &HealthView) {
        let words = &ctx.words.health;
        let spot = self.spot(view);
        page.text(&words.reword, Role::Group, ctx.columns);
        if !view.ask.is_empty() {
            page.text(&view.ask, Role::Text, ctx.columns);
        }
        for (number, text) in view.rewordings.iter().enumerate() {
            items::item(page, ctx, text, spot == Spot::Rewording(number));
        }
        let indented = ctx.columns.saturating_sub(HERE.len()).max(1);
        page.item(
            ELSEWHERE,
            Role::Text,
            &words.reword_own,
            Role::Text,
            ctx.columns,
        );
        draw_field(page, &self.own, ctx, spot == Spot::Own);
        items::item(page, ctx, &words.leave_out, spot == Spot::LeaveOut);
        page.item(
            ELSEWHERE,
            Role::Text,
            &words.not_health,
            Role::Text,
            ctx.columns,
        );
        let sentence = if self.other_word {
            &words.not_the_word
        } else {
            &words.type_word
        };
        let role = if self.other_word {
            Role::Notice
        } else {
            Role::Quiet
        };
        let ask = fill(sentence, &[("word", view.word.as_str())]);
        for line in crate::core::text::wrap(&ask, indented) {
            page.line([(ELSEWHERE.to_owned(), Role::Text), (line, role)]);
        }
        draw_field(page, &self.confirm, ctx, spot == Spot::NotHealth);
    }

    fn accept(&mut self, spot: Spot, view: &HealthView) -> Reaction {
        let decision = match spot {
            Spot::Rewording(number) => match view.rewordings.get(number) {
                // An open slot is for the person to fill; such a sentence is a beginning, no choice.
                Some(text) if has_open_slot(text) => {
                    self.copy(text, view);
                    return Reaction::Handled;
                }
                Some(text) => Decision::Reword(text.clone()),
                None => return Reaction::Ignored,
            },
            Spot::Own => Decision::Reword(one_line(&self.own.text())),
            Spot::LeaveOut => Decision::LeaveOut,
            Spot::NotHealth if same(&self.confirm.text(), &view.word) => Decision::NotHealth,
            Spot::NotHealth => {
                self.other_word = true;
                return Reaction::Handled;
            }
        };
        Reaction::Do(Intent::Decide(decision))
    }

    /// Puts a rewording into the field for own words, and the cursor there.
    fn copy(&mut self, text: &str, view: &HealthView) {
        self.own = Editor::line(text);
        self.own.to_slot();
        self.at = view.rewordings.len();
    }

    fn number(&self, view: &HealthView) -> usize {
        self.at.min(count(view) - 1)
    }

    fn spot(&self, view: &HealthView) -> Spot {
        let at = self.number(view);
        match at.checked_sub(view.rewordings.len()) {
            None => Spot::Rewording(at),
            Some(0) => Spot::Own,
            Some(1) => Spot::LeaveOut,
            Some(_) => Spot::NotHealth,
        }
    }
}

fn draw_field(page: &mut Page, field: &Editor, ctx: &Ctx<'_>, focused: bool) {
    field.draw(page, items::mark(focused), ctx.columns, focused);
}

/// The rewordings, own words, leave out, not about health.
fn count(view: &HealthView) -> usize {
    view.rewordings.len() + 3
}

/// The line, with its word in brackets, so that it stands out without any color.
fn marked(view: &HealthView) -> String {
    let mut marked = String::with_capacity(view.line.len() + 8);
    for (number, c) in view.line.chars().enumerate() {
        if number == view.start {
            marked.push_str("[[");
        }
        marked.push(c);
        if number + 1 == view.end {
            marked.push_str("]]");
        }
    }
    marked
}

/// The word as typed: capitals and spaces around it do not matter.
fn same(typed: &str, word: &str) -> bool {
    one_line(typed).to_lowercase() == one_line(word).to_lowercase()
}
