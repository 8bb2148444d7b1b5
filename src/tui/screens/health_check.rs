//! A health word to decide on: say it otherwise, leave it out, or confirm that it is not about health.
//!
//! What is typed to confirm is handed on as it is; whether it will do, the program decides.

use crate::app::intent::{HealthWish, Intent};
use crate::app::view::HealthView;
use crate::core::text::has_open_slot;
use crate::core::words::fill;
use crate::tui::editor::Editor;
use crate::tui::inputs::Ctx;
use crate::tui::keys::Act;
use crate::tui::marks::Marks;
use crate::tui::page::{ELSEWHERE, Page};
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
    /// Leave it out.
    LeaveOut,
    /// The field to confirm that it is not about health.
    NotHealth,
    /// To the question it came from.
    GoTo,
    /// Close: there is nothing to decide.
    Close,
}

/// The focus and both fields.
#[derive(Debug, Default)]
pub struct HealthCheck {
    at: usize,
    own: Editor,
    confirm: Editor,
    /// Where the last try was made.
    tried: Option<Spot>,
}

impl HealthCheck {
    /// Opens the screen for a line; the field for own words starts from that line. When other words did not do, the cursor is in
    /// that field.
    pub fn open(view: &HealthView) -> Self {
        let own = view.refusal.as_ref().map(|_| view.rewordings.len());
        Self {
            at: own.unwrap_or_default(),
            own: Editor::line(&view.line),
            tried: own.map(|_| Spot::Own),
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
            (Spot::NotHealth, press) if self.confirm.on(press) => return Reaction::Handled,
            (_, _) => {}
        }
        match items::moved(self.number(view), spots(view).len(), press, ctx) {
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
        page.item("  ", Role::Text, &marked(view), Role::Text, ctx.columns);
        for text in &view.explain {
            page.text(text, Role::Text, ctx.columns);
        }
        if let Some(calm) = &view.calm {
            page.text(calm, Role::Text, ctx.columns);
        }
        page.gap();
        page.end_head();
        if !view.private {
            page.text(&words.reword, Role::Group, ctx.columns);
            if !view.ask.is_empty() {
                page.text(&view.ask, Role::Text, ctx.columns);
            }
        }
        for (number, spot) in spots(view).into_iter().enumerate() {
            self.draw_spot(&mut page, ctx, view, spot, number == self.number(view));
        }
        if !view.private {
            page.text(&words.reword_keeps, Role::Quiet, ctx.columns);
        }
        page
    }

    fn draw_spot(
        &self,
        page: &mut Page,
        ctx: &Ctx<'_>,
        view: &HealthView,
        spot: Spot,
        focused: bool,
    ) {
        let words = &ctx.words.health;
        let text = match spot {
            Spot::Rewording(number) => view.rewordings.get(number).cloned().unwrap_or_default(),
            Spot::Own => words.reword_own.clone(),
            Spot::LeaveOut => words.leave_out.clone(),
            Spot::NotHealth => words.not_health.clone(),
            Spot::GoTo => {
                let question = view.question.as_deref().unwrap_or_default();
                fill(&words.go_to, &[("question", question)])
            }
            Spot::Close => words.close.clone(),
        };
        items::item(page, ctx, &text, focused);
        let field = match spot {
            Spot::Own => &self.own,
            Spot::NotHealth => &self.confirm,
            Spot::Rewording(_) | Spot::LeaveOut | Spot::GoTo | Spot::Close => return,
        };
        if !focused {
            return;
        }
        // What is needed and why it did not do belong to the field; the cursor is put last, so that all of it is seen.
        let refusal = view.refusal.as_ref().filter(|_| self.tried == Some(spot));
        if spot == Spot::NotHealth && refusal.is_none() {
            let ask = fill(&words.type_word, &[("word", view.word.as_str())]);
            page.item(ELSEWHERE, Role::Text, &ask, Role::Text, ctx.columns);
        }
        if let Some(refusal) = refusal {
            page.item("! ", Role::Notice, refusal, Role::Notice, ctx.columns);
        }
        let mark = (ELSEWHERE, Role::Text);
        field.draw(page, mark, ctx.columns, Marks::NONE, true);
    }

    fn accept(&mut self, spot: Spot, view: &HealthView) -> Reaction {
        let wish = match spot {
            Spot::Rewording(number) => match view.rewordings.get(number) {
                // An open slot is for the person to fill; such a sentence is a beginning, no choice.
                Some(text) if has_open_slot(text) => {
                    self.copy(text, view);
                    return Reaction::Handled;
                }
                Some(text) => HealthWish::Reword(text.clone()),
                None => return Reaction::Ignored,
            },
            Spot::Own => HealthWish::Reword(self.own.text()),
            Spot::LeaveOut => HealthWish::LeaveOut,
            Spot::NotHealth => HealthWish::NotHealth(self.confirm.text()),
            Spot::GoTo => HealthWish::GoTo,
            Spot::Close => return Reaction::Do(Intent::Continue),
        };
        self.tried = Some(spot);
        Reaction::Do(Intent::Health(wish))
    }

    /// Puts a rewording into the field for own words, and the cursor there.
    fn copy(&mut self, text: &str, view: &HealthView) {
        self.own = Editor::line(text);
        self.own.to_slot();
        self.at = view.rewordings.len();
    }

    fn number(&self, view: &HealthView) -> usize {
        self.at.min(spots(view).len().saturating_sub(1))
    }

    fn spot(&self, view: &HealthView) -> Spot {
        let spot = spots(view).get(self.number(view)).copied();
        spot.unwrap_or(Spot::Close)
    }
}

/// Everything the cursor can be on, from top to bottom.
fn spots(view: &HealthView) -> Vec<Spot> {
    if view.private {
        return vec![Spot::Close];
    }
    let sentences = (0..view.rewordings.len()).map(Spot::Rewording);
    let ways = [Spot::Own, Spot::LeaveOut, Spot::NotHealth];
    let question = view.question.as_ref().map(|_| Spot::GoTo);
    sentences.chain(ways).chain(question).collect()
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
