//! What is beside the questions: a dossier, or whose computer this is. A few sentences, and a field or ways on.

use zeroize::Zeroizing;

use crate::app::dossier::secret::Secret;
use crate::app::intent::Intent;
use crate::app::view::{AsideBody, AsideView};
use crate::tui::editor::Editor;
use crate::tui::inputs::Ctx;
use crate::tui::keys::Act;
use crate::tui::marks::Marks;
use crate::tui::page::{HERE, Page};
use crate::tui::press::Press;
use crate::tui::screens::chooser::{Choice, Chooser};
use crate::tui::screens::reaction::Reaction;
use crate::tui::theme::Role;

/// The focus, and what is typed.
#[derive(Debug, Default)]
pub struct Aside {
    chooser: Chooser,
    field: Editor,
}

impl Aside {
    /// Opens it: a path starts from what is offered, a passphrase from nothing.
    pub fn open(view: &AsideView) -> Self {
        let field = match &view.body {
            AsideBody::Path { text, .. } => Editor::line(text),
            AsideBody::Ways(_) | AsideBody::Secret { .. } => Editor::default(),
        };
        Self {
            field,
            chooser: Chooser::at(view.start),
        }
    }

    /// Says whether every printable key is text.
    pub fn typing(view: &AsideView) -> bool {
        !matches!(view.body, AsideBody::Ways(_))
    }

    /// Says whether it is asked if more may be seen; leaving that says no.
    pub fn doubts(view: &AsideView) -> bool {
        view.moment == "part"
    }

    /// A passphrase that was not the right one is typed anew; a place is mended.
    pub fn refused(&mut self, view: &AsideView) {
        match &view.body {
            AsideBody::Path { text, .. } => self.field = Editor::line(text),
            AsideBody::Secret { .. } => self.field = Editor::default(),
            AsideBody::Ways(_) => {}
        }
    }

    /// Takes an act.
    pub fn on(&mut self, act: &Act, ctx: &Ctx<'_>, view: &AsideView) -> Reaction {
        let intent = match &view.body {
            AsideBody::Ways(ways) => return self.chooser.on(act, ctx, &choices(ways)),
            AsideBody::Path { .. } => |text: &str| Intent::SaveAt(text.to_owned()),
            AsideBody::Secret { .. } => |text: &str| Intent::Secret(Secret::new(text)),
        };
        match act.press() {
            // A passphrase is not left in memory.
            Some(Press::Accept) => Reaction::Do(intent(&Zeroizing::new(self.field.text()))),
            Some(press) if self.field.on(press) => Reaction::Handled,
            Some(_) | None => Reaction::Ignored,
        }
    }

    /// Draws the screen.
    pub fn draw(&self, ctx: &Ctx<'_>, view: &AsideView) -> Page {
        let mut page = Page::default();
        page.text(&view.title, Role::Title, ctx.columns);
        for text in &view.text {
            page.text(text, Role::Text, ctx.columns);
        }
        if !view.exact.is_empty() {
            page.gap();
            for line in &view.exact {
                page.text(line, Role::Chosen, ctx.columns);
            }
        }
        page.gap();
        if let Some(problem) = &view.problem {
            page.item("! ", Role::Notice, problem, Role::Notice, ctx.columns);
        }
        match &view.body {
            AsideBody::Ways(ways) => self.chooser.draw(&mut page, ctx, &choices(ways)),
            AsideBody::Path { label, .. } => {
                page.end_head();
                page.text(label, Role::Text, ctx.columns);
                self.field.draw(
                    &mut page,
                    (HERE, Role::Focus),
                    ctx.columns,
                    Marks::NONE,
                    true,
                );
            }
            AsideBody::Secret { label } => {
                page.text(&ctx.words.dossier.hidden, Role::Quiet, ctx.columns);
                page.end_head();
                page.text(label, Role::Text, ctx.columns);
                self.field.masked().draw(
                    &mut page,
                    (HERE, Role::Focus),
                    ctx.columns,
                    Marks::NONE,
                    true,
                );
            }
        }
        page
    }
}

fn choices(ways: &[String]) -> Vec<Choice> {
    let ways = ways.iter().enumerate();
    ways.map(|(number, way)| Choice::new(way, Reaction::Do(Intent::Choose(number))))
        .collect()
}
